// Package agenda finds the points of an account: the clauses that say what was
// discussed, agreed, promised or urged, by whom, on which topic.
package agenda

import (
	"fmt"
	"slices"

	"readout"
	"readout/internal/syntax"
)

// Find gives the points of a document's accounts in order: of each embedded
// readout, and of the document's own report of a contact. reports are the
// document's contacts; a text without any has no points.
func Find(body syntax.Marked, doc *readout.Document, entities []readout.Entity, reports []readout.Report) []readout.Point {
	f := &finder{Marked: body, doc: doc, reports: reports, known: map[readout.EntityID]*readout.Entity{}, owner: make([]int, len(body.Tokens)), quoted: body.Quoted()}
	for i := range entities {
		f.known[entities[i].ID] = &entities[i]
	}
	for i := range f.owner {
		f.owner[i] = -1
	}
	for m, x := range f.Mentions {
		first, last := f.TokensIn(x.Span)
		for i := first; i < last; i++ {
			if f.owner[i] < 0 || f.Mentions[f.owner[i]].Form == readout.ByPronoun {
				f.owner[i] = m
			}
		}
	}
	f.official = f.institution()
	return f.all()
}

// finder reads one document's accounts.
type finder struct {
	syntax.Marked
	doc      *readout.Document
	reports  []readout.Report
	known    map[readout.EntityID]*readout.Entity
	owner    []int // token → mention, -1
	quoted   []bool
	official readout.EntityID // the institution whose own page this is, or ""
	topics   []string         // of the clause before, in the same paragraph
}

// institution is the body that an official site's page speaks for.
func (f *finder) institution() readout.EntityID {
	for _, e := range f.Lex.Names.Find(f.doc.Outlet, f.Lex.English.Abbreviation) {
		if e.Entity.Kind() != readout.Outlet {
			continue
		}
		if o := f.Lex.Outlets[string(e.Entity)[len("outlet/"):]]; o != nil && o.Institution != "" {
			return readout.EntityID("org/" + o.Institution)
		}
	}
	for _, e := range f.Lex.Names.Find(f.doc.Outlet, f.Lex.English.Abbreviation) {
		if e.Entity.Kind() == readout.Org {
			return e.Entity
		}
	}
	return ""
}

// all reads every sentence that belongs to an account.
func (f *finder) all() []readout.Point {
	if len(f.reports) == 0 {
		return nil
	}
	var out []readout.Point
	paragraph := -1
	for s := range f.Sentences {
		p := f.PassageOf(s)
		if p.Kind != readout.Body && p.Kind != readout.Readout || f.question(s) {
			continue
		}
		if f.Sentences[s].Paragraph != paragraph {
			paragraph, f.topics = f.Sentences[s].Paragraph, nil
		}
		a := f.account(s, p)
		for _, c := range f.clauses(s) {
			if point, ok := f.point(c, a); ok {
				point.ID = fmt.Sprintf("p%d", len(out)+1)
				out = append(out, point)
			}
		}
	}
	return out
}

func (f *finder) question(s int) bool {
	return f.Tokens[f.Sentences[s].Last-1].Is("?")
}

// account is whose account a sentence belongs to and which contact it tells of.
type account struct {
	issuer   readout.EntityID
	country  string
	official bool
	report   *readout.Report
}

func (f *finder) account(s int, p *readout.Passage) account {
	a := account{issuer: f.official, official: f.official != ""}
	if p.Kind == readout.Readout && p.Issuer != "" {
		a.issuer, a.official = p.Issuer, true
	}
	if a.issuer == "" {
		a.issuer = f.outlet()
	}
	if e := f.known[a.issuer]; e != nil {
		a.country = e.Country
	} else if e := f.Lex.EntityOf(a.issuer); e != nil {
		a.country = e.Country
	}
	a.report = f.told(s, p)
	return a
}

// outlet is the document's outlet as an entity, "" if it is unknown.
func (f *finder) outlet() readout.EntityID {
	for _, e := range f.Lex.Names.Find(f.doc.Outlet, f.Lex.English.Abbreviation) {
		if e.Entity.Kind() == readout.Outlet {
			return e.Entity
		}
	}
	return ""
}

// told is the contact that a sentence is about: the last one of the text up to
// and in the sentence that took place or is planned between two sides, preferring
// contacts of the same passage; before the first, the first.
func (f *finder) told(s int, p *readout.Passage) *readout.Report {
	end := f.SentenceSpan(s).End
	passage := p.From.Hull()
	best, score := -1, -1
	for i := range f.reports {
		r := &f.reports[i]
		if r.Scope != readout.International || len(r.Parties) < 2 || r.Channel == readout.Letter {
			continue
		}
		at, points := r.From.First(), 0
		if r.In == readout.InText && at.Start < end {
			points += 2
			if passage.Contains(at) {
				points += 4
			}
		}
		if r.Status == readout.Held {
			points += 8
		}
		if r.When != nil && f.doc.Published.Day() != "" && len(r.When.EDTF) < 10 {
			points -= 8 // background
		}
		if f.about(s, r) {
			points += 3
		}
		if points > score {
			best, score = i, points
		}
	}
	if best < 0 {
		return nil
	}
	return &f.reports[best]
}

// about reports whether a sentence names a party of the report that is not the
// first.
func (f *finder) about(s int, r *readout.Report) bool {
	span := f.SentenceSpan(s)
	return slices.ContainsFunc(f.Mentions, func(m readout.Mention) bool {
		return span.Contains(m.Span) && slices.ContainsFunc(r.Parties[1:], func(p readout.Party) bool { return p.Entity == m.Entity })
	})
}
