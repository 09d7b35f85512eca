package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// leftOutView is the page of what one side leaves out.
type leftOutView struct {
	Sel      *selection
	Side     string // whose silence is asked for; "" for everybody's
	Sides    facet
	Channels facet
	Topics   facet
	Groups   []leftOutContact
	Pager    pager
	Empty    bool // the ledger has no contact with accounts of two sides
}

// leftOutContact is a contact and what each side leaves out of it.
type leftOutContact struct {
	Contact contactLine
	Sides   []leftOutSide
}

// leftOutSide is what one side's text does not have.
type leftOutSide struct {
	Title string
	Rows  []leftOutRow
}

// leftOutRow is a matter that the other side tells of.
type leftOutRow struct {
	Topic  string
	Points []pointView
}

// leftOutPage lists what accounts of one side do not have and those of the other
// have, the newest contact first.
func (s *server) leftOutPage(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/left-out")
	if err != nil {
		return err
	}
	all := now.Omissions(sel.filter, "")
	side := s.sideNamed(sel.Get(askedSide))
	page := leftOutView{Sel: sel, Empty: len(all) == 0 && !sel.Any()}
	if side != "" {
		page.Side = s.sideName(now, side)
	}
	counts := map[string]int{}
	for i := range all {
		counts[all[i].Side]++
	}
	page.Sides = sel.facet("Left out by", askedSide, counts, func(v string) string { return s.sideName(now, v) }, false)
	rows := ofSide(all, side)
	page.Channels = sel.facet("How", byChannel, countBy(s.widerOmissions(now, sel, side, byChannel), func(o *ledger.Omission) []string { return []string{string(o.Channel)} }),
		func(v string) string { return phrase.Channel(readout.Channel(v)) }, false)
	page.Topics = sel.facet("Topic", byTopic, countBy(s.widerOmissions(now, sel, side, byTopic), func(o *ledger.Omission) []string { return o.Topics }), s.topic, false)
	rows, page.Pager = cut(sel, rows)
	page.Groups = s.leftOut(now, rows)
	return s.show(w, "left_out", view{Title: "Left out", Tab: "/left-out", Page: page})
}

func ofSide(all []ledger.Omission, side string) []ledger.Omission {
	if side == "" {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(o ledger.Omission) bool { return o.Side != side })
}

// widerOmissions are those that are left where one filter is taken away, so that
// its other values can be counted.
func (s *server) widerOmissions(now *snapshot, sel *selection, side, name string) []ledger.Omission {
	wider, err := s.selectionOf(sel.path, without(sel, name))
	if err != nil {
		return nil // what is left of a selection that was understood is understood
	}
	return now.Omissions(wider.filter, side)
}

func countBy(rows []ledger.Omission, of func(*ledger.Omission) []string) map[string]int {
	counts := map[string]int{}
	for i := range rows {
		for _, v := range of(&rows[i]) {
			counts[v]++
		}
	}
	return counts
}

// omissionRows are the rows of the page's files.
func (s *server) omissionRows(r *http.Request) ([]ledger.Omission, error) {
	now, sel, err := s.asked(r, "/left-out")
	if err != nil {
		return nil, err
	}
	return now.Omissions(sel.filter, s.sideNamed(sel.Get(askedSide))), nil
}

// sideNamed is the side that somebody means: a country by its name or code, or
// whatever accounts call their side.
func (s *server) sideNamed(text string) string {
	if code := s.Lexicon.StateNamed(text); code != "" {
		return code
	}
	return text
}

// sideName is the name of a side.
func (s *server) sideName(now *snapshot, side string) string {
	if strings.Contains(side, "/") {
		return now.names.Of(readout.EntityID(side))
	}
	return s.countryName(side)
}

// leftOut groups omissions by contact and side.
func (s *server) leftOut(now *snapshot, rows []ledger.Omission) []leftOutContact {
	var out []leftOutContact
	for i := range rows {
		o := &rows[i]
		c := exactContact(now, o.Contact)
		if c == nil {
			continue
		}
		if line := newContactLine(c); len(out) == 0 || out[len(out)-1].Contact.Href != line.Href {
			out = append(out, leftOutContact{Contact: line})
		}
		group := &out[len(out)-1]
		title := "Left out by " + s.sideName(now, o.Side)
		if o.Complete != readout.Complete {
			title = "Not in the part we have of " + cmp.Or(issuerName(now, o), s.sideName(now, o.Side))
		}
		at := slices.IndexFunc(group.Sides, func(l leftOutSide) bool { return l.Title == title })
		if at < 0 {
			at, group.Sides = len(group.Sides), append(group.Sides, leftOutSide{Title: title})
		}
		row := leftOutRow{Topic: s.topics(o.Topics)}
		for j := range o.Points {
			p := &o.Points[j]
			row.Points = append(row.Points, pointView{Act: phrase.Act(p.Act), By: by(now, p), Quote: now.quote(p.Words), Tags: pointTags(p)})
		}
		group.Sides[at].Rows = append(group.Sides[at].Rows, row)
	}
	return out
}

func issuerName(now *snapshot, o *ledger.Omission) string {
	if o.Issuer == "" {
		return ""
	}
	return now.names.Of(o.Issuer) + "’s account"
}

// by names those who do what a point says.
func by(now *snapshot, p *readout.Point) string {
	var names []string
	for _, id := range p.By {
		names = append(names, now.names.Of(id))
	}
	return phrase.List(names)
}

// exactContact is the contact with an id; nil where there is none.
func exactContact(now *snapshot, id string) *readout.Contact {
	if i, ok := now.byID[id]; ok {
		return &now.Contacts[i]
	}
	return nil
}

// leftOutHref is the list of what a side leaves out, of a selection.
func leftOutHref(side string, values url.Values) string {
	q := url.Values{}
	for name, list := range values {
		q[name] = list
	}
	q.Set(askedSide, side)
	return href("/left-out", q)
}
