// Package mention finds the people, offices, states, organisations, outlets,
// places and events that a text names, and what its pronouns and groups ("the two
// leaders") stand for. It works in four steps: learn looks for what the document
// shows of names that no file knows; scan cuts out what could be a mention; resolve
// gives every name its entity, the whole document at once; refer walks the text and
// resolves offices, pronouns and groups against what was named before them.
package mention

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// Find gives the mentions of a document's title and text, each in order of
// position, and the entities that they are mentions of. An office named alone is its
// holder of the passage's or the document's day; where the day has no single
// holder it stays the office.
func Find(title, body *syntax.Text, doc *readout.Document) (inTitle, inBody []readout.Mention, entities []readout.Entity) {
	f := &finder{lex: body.Lex, doc: doc, lower: map[string]bool{}, byID: map[readout.EntityID]*person{},
		byWord: map[string][]*person{}, byVoice: map[voiceKey][]*person{}, byRole: map[string][]*person{}, things: map[readout.EntityID]unlisted{}, learned: map[string][]learnedName{}}
	f.country, f.official = f.outlet()
	f.lowerWords(body)
	texts := []*scan{f.prepare(body), f.prepare(title)}
	for _, s := range texts {
		s.learn()
	}
	for _, s := range texts {
		s.scan()
	}
	f.resolve(texts)
	for _, s := range texts {
		f.refer(s)
	}
	inBody, inTitle = f.mentions(texts[0]), f.mentions(texts[1])
	return inTitle, inBody, f.entities(texts[0], texts[1])
}

// officeNamed is the office that the title of a named person names: of the state
// that the text gives, or else of the person's own.
func (f *finder) officeNamed(s *scan, it *item) readout.EntityID {
	r := *it.role
	if r.head == nil || r.head.Kind != lexicon.OfficeOf && r.head.Kind != lexicon.RoleOf {
		return ""
	}
	if p := f.byID[it.entity]; r.country == "" && r.org == "" && p != nil {
		if p.known != nil {
			for _, t := range f.lex.OfficesOn(p.known.ID, s.day(it.first)) {
				if o := f.lex.Offices[t.Office]; o != nil && (o.Titled(r.long) || o.Titled(r.words)) {
					return readout.EntityID("office/" + o.ID)
				}
			}
		}
		r.country = p.country
	}
	if list := f.officesOf(&r, s.day(it.first)); len(list) > 0 {
		return readout.EntityID("office/" + list[0].ID)
	}
	return ""
}

// mentions lists what was found in a text, by position.
func (f *finder) mentions(s *scan) []readout.Mention {
	var out []readout.Mention
	for _, it := range s.items {
		if it.entity == "" && len(it.members) == 0 {
			continue
		}
		m := readout.Mention{Entity: it.entity, Span: s.t.Span(it.first, it.last), Name: s.t.Span(it.nameFirst, it.nameLast), Form: it.form, Members: it.members, Office: it.office, Candidates: it.candidates}
		if it.role != nil {
			m.Role, m.Former = it.role.words, it.role.former
			if m.Office == "" && it.what == aPerson && !it.role.former {
				m.Office = f.officeNamed(s, it)
			}
			m.Within = s.within(it)
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b readout.Mention) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	return out
}

// within lists the names of states and institutions inside the words of a role, in
// order of position.
func (s *scan) within(it *item) []readout.Mention {
	var out []readout.Mention
	for _, n := range it.role.nested {
		if n.entity == "" || n.first < it.first || n.last > it.last || n.first < it.nameLast && it.nameFirst < n.last && it.what == aPerson {
			continue
		}
		at := s.t.Span(n.first, n.last)
		out = append(out, readout.Mention{Entity: n.entity, Span: at, Name: at, Form: readout.ByName})
	}
	slices.SortStableFunc(out, func(a, b readout.Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return slices.CompactFunc(out, func(a, b readout.Mention) bool { return a.Span == b.Span })
}
