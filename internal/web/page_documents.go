package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// documentLine is a document in a list.
type documentLine struct {
	Name, Href, Day, Date, Extent, Source, URL string
	Outlet                                     string
	Contacts                                   []link
}

func newDocumentLine(r *readout.Reading) documentLine {
	d := &r.Document
	v := documentLine{Name: documentName(r), Href: docHref(d.ID), Day: "day not known", Extent: phrase.Count(d.Words, "word"), Source: d.Source, URL: webAddress(d.URL), Outlet: d.Outlet}
	if d.Published != nil {
		v.Day, v.Date = phrase.ShortDate(d.Published.EDTF), d.Published.EDTF
	}
	return v
}

// headRunes is how much of a document's first line stands for its title.
const headRunes = 90

// headWords is how many words a line has at least that stands for a title.
const headWords = 4

// documentName is a document's title or headline, else the first line that
// reports something, else its source.
func documentName(r *readout.Reading) string {
	if r.Document.Title != "" {
		return shorten(r.Document.Title, headRunes)
	}
	for _, kinds := range [][]readout.PassageKind{{readout.Headline}, {readout.Body, readout.Readout}} {
		for i := range r.Passages {
			p := &r.Passages[i]
			if !slices.Contains(kinds, p.Kind) || p.In != readout.InText {
				continue
			}
			if line := firstLine(r.Document.Text, p.From.First()); p.Kind == readout.Headline || len(strings.Fields(line)) >= headWords {
				return shorten(line, headRunes)
			}
		}
	}
	return r.Document.Source
}

func firstLine(text string, span readout.Span) string {
	span = trimmed(text, span)
	line, _, _ := strings.Cut(text[span.Start:span.End], "\n")
	return strings.TrimLeft(line, "# ") // of a heading in Markdown
}

// documentsPage lists the documents of the ledger.
func (s *server) documentsPage(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/documents")
	if err != nil {
		return err
	}
	rows := now.Documents(sel.filter)
	page := listView[documentLine]{Sel: sel, Empty: !sel.Any() && len(rows) == 0}
	slices.SortStableFunc(rows, func(a, b ledger.DocumentRow) int { return cmp.Compare(b.Published.Day(), a.Published.Day()) }) // newest first
	rows, page.Pager = cut(sel, rows)
	for i := range rows {
		line := newDocumentLine(now.readings[rows[i].ID])
		for _, id := range rows[i].Contacts {
			line.Contacts = append(line.Contacts, link{Text: id, Href: contactHref(id)})
		}
		page.Rows = append(page.Rows, line)
	}
	return s.show(w, "documents", view{Title: "Documents", Tab: "/documents", Page: page})
}
