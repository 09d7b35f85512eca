package web

import (
	"fmt"
	"net/http"
	"slices"

	"readout"
	"readout/internal/export"
	"readout/internal/ledger"
)

// timelineView is the page of the timeline.
type timelineView struct {
	Sel      *selection
	Facets   []facet
	Drawing  *drawing
	Picture  *picture
	Zoom     *zoom
	Years    []year
	Pager    pager
	Channels []string
	Statuses []string
	Aside    aside
	Empty    bool // the ledger has no contact at all
}

// year is the contacts of one year on a page of the timeline.
type year struct {
	Name  string
	Lines []contactLine
}

// timelinePage lists the contacts that are asked for, newest first, with a
// drawing of all of them and the ways to narrow them.
func (s *server) timelinePage(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/timeline")
	if err != nil {
		return err
	}
	chosen := now.Select(sel.filter)
	facets, err := s.facets(now, sel, chosen)
	if err != nil {
		return err
	}
	page := timelineView{Sel: sel, Aside: now.aside(sel.filter, sel.values), Facets: facets, Empty: len(now.Contacts) == 0, Drawing: draw(sel, chosen)}
	if page.Drawing != nil {
		page.Picture = page.Drawing.picture()
		page.Picture.File = sel.File("svg")
	}
	page.Zoom = zoomOf(sel)
	page.Channels, page.Statuses = texts(readout.Channels), texts(readout.Statuses)
	var shown []readout.Contact
	shown, page.Pager = cut(sel, chosen)
	page.Years = years(shown)
	return s.show(w, "timeline", view{Title: "Timeline", Tab: "/timeline", Page: page})
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

// years groups contacts by the year in which they may first fall.
func years(contacts []readout.Contact) []year {
	var out []year
	for i := range contacts {
		name := "Day not known"
		if when := contacts[i].When; when != nil {
			if first, _, ok := ledger.Days(when.EDTF); ok {
				name = first.Format("2006")
			}
		}
		if len(out) == 0 || out[len(out)-1].Name != name {
			out = append(out, year{Name: name})
		}
		last := &out[len(out)-1]
		last.Lines = append(last.Lines, newContactLine(&contacts[i]))
	}
	return out
}

// selected gives the contacts that an address asks for.
func (s *server) selected(r *http.Request) ([]readout.Contact, error) {
	now, sel, err := s.asked(r, "/timeline")
	if err != nil {
		return nil, err
	}
	return now.Select(sel.filter), nil
}

// timelinePicture writes the picture of a selection.
func (s *server) timelinePicture(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/timeline")
	if err != nil {
		return err
	}
	d := draw(sel, now.Select(sel.filter))
	if d == nil {
		return fmt.Errorf("%w: no contact of these has a day to be drawn at", readout.ErrNotFound)
	}
	return s.servePicture(w, d.picture(), "timeline")
}

// timelineFile writes the whole selection in one of the export's formats.
func (s *server) timelineFile(format string) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		f, err := export.FormatNamed(format)
		if err != nil {
			return err
		}
		contacts, err := s.selected(r)
		if err != nil {
			return err
		}
		w.Header().Set("Content-Type", f.Media)
		w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "contacts."+format))
		return f.Write(w, slices.Values(contacts))
	}
}

// timelineJSON writes the whole selection as one array of the export's lines, with links to their words.
func (s *server) timelineJSON(w http.ResponseWriter, r *http.Request) error {
	contacts, err := s.selected(r)
	if err != nil {
		return err
	}
	return writeArray(w, contacts)
}
