package ledger

import (
	"cmp"
	"slices"

	"readout"
)

// PartyRow is a person, a state or an organisation, and how much of the ledger
// is of it.
type PartyRow struct {
	ID         readout.EntityID `json:"id"`
	Name       string           `json:"name"`
	Country    string           `json:"country,omitempty"`
	Contacts   int              `json:"contacts"`
	First      string           `json:"first,omitempty"` // EDTF, of the first contact with a day
	Last       string           `json:"last,omitempty"`
	Statements int              `json:"statements"` // that it made; of a state, its people and organs
}

// TopicRow is a topic and the contacts whose accounts speak of it.
type TopicRow struct {
	ID       string `json:"id"`
	Contacts int    `json:"contacts"`
	Points   int    `json:"points"`
	First    string `json:"first,omitempty"` // EDTF, of the first contact with a day
	Last     string `json:"last,omitempty"`
}

// StateOf is the state of a participant, or the organisation where it has none;
// "" for a person of neither.
func StateOf(p *readout.Party) readout.EntityID {
	switch kind := p.Entity.Kind(); {
	case p.Country != "":
		return readout.EntityID("state/" + p.Country)
	case p.Organisation != "":
		return p.Organisation
	case kind == readout.State || kind == readout.Org:
		return p.Entity
	}
	return ""
}

// personOf is a participant's id where it is a person.
func personOf(p *readout.Party) readout.EntityID {
	if p.Entity.Kind() == readout.Person {
		return p.Entity
	}
	return ""
}

// days keeps the first and the last day of contacts.
type days struct {
	first, last interval
	from, to    string
}

func (d *days) add(c *readout.Contact) {
	v, ok := whenOf(c)
	if !ok {
		return
	}
	if d.from == "" || v.lo < d.first.lo {
		d.first, d.from = v, c.When.EDTF
	}
	if d.to == "" || v.hi > d.last.hi {
		d.last, d.to = v, c.When.EDTF
	}
}

// Persons lists who takes part in the contacts that are asked for, or says what
// is asked for, most contacts first. A person or a country that is asked for is
// the row's own.
func (l *Ledger) Persons(f *Filter) []PartyRow {
	return l.parties(f, personOf, func(readout.EntityID) string { return "" })
}

// States lists the states, and the organisations of no state, that take part in
// the contacts that are asked for, most contacts first; name gives the name of a
// state, "" where it knows none.
func (l *Ledger) States(f *Filter, name func(readout.EntityID) string) []PartyRow {
	return l.parties(f, StateOf, name)
}

// parties lists participants; of gives the id of the row that a participant
// counts for, "" for none.
func (l *Ledger) parties(f *Filter, of func(*readout.Party) readout.EntityID, name func(readout.EntityID) string) []PartyRow {
	g := *l.within(f)
	g.all = nil
	rows, spans := map[readout.EntityID]*PartyRow{}, map[readout.EntityID]*days{}
	row := func(p *readout.Party) *PartyRow {
		id := of(p)
		if id == "" {
			return nil
		}
		r := rows[id]
		if r == nil {
			r = &PartyRow{ID: id, Name: name(id), Country: p.Country}
			rows[id], spans[id] = r, &days{}
		}
		if id == p.Entity && name(id) == "" && (len(p.Name) > len(r.Name) || len(p.Name) == len(r.Name) && p.Name < r.Name) {
			r.Name = p.Name
		}
		return r
	}
	for c := range l.matching(&g) {
		seen := map[readout.EntityID]bool{}
		for _, list := range [][]readout.Party{c.Parties, c.Attendees} {
			for j := range list {
				if r := row(&list[j]); r != nil && !seen[r.ID] {
					seen[r.ID] = true
					r.Contacts++
					spans[r.ID].add(c)
				}
			}
		}
	}
	g.limit = 0
	var reading *readout.Reading
	speakers := map[readout.EntityID]*PartyRow{} // of that reading
	l.eachStatement(&g, func(r *readout.Reading, s *readout.Statement, _ []*readout.Contact) bool {
		if s.Speaker == nil {
			return true
		}
		if reading != r {
			reading = r
			clear(speakers)
		}
		speaker, ok := speakers[*s.Speaker]
		if !ok {
			p := entityParty(r, *s.Speaker)
			speaker = row(&p)
			speakers[*s.Speaker] = speaker
		}
		if speaker != nil {
			speaker.Statements++
		}
		return true
	})
	var out []PartyRow
	for id, r := range rows {
		r.First, r.Last = spans[id].from, spans[id].to
		if r.isAsked(f) {
			out = append(out, *r)
		}
	}
	slices.SortFunc(out, func(a, b PartyRow) int {
		return cmp.Or(cmp.Compare(b.Contacts, a.Contacts), cmp.Compare(b.Statements, a.Statements), cmp.Compare(a.ID, b.ID))
	})
	if f.limit > 0 && len(out) > f.limit {
		out = out[:f.limit]
	}
	return out
}

// isAsked reports whether the row itself is every one that is asked for.
func (r *PartyRow) isAsked(f *Filter) bool {
	p := readout.Party{Entity: r.ID, Name: r.Name, Country: r.Country}
	return !slices.ContainsFunc(f.all, func(t term) bool {
		t.person = false
		return !t.matches(p)
	})
}

// Topics lists the topics that accounts of the contacts that are asked for speak
// of, most contacts first.
func (l *Ledger) Topics(f *Filter) []TopicRow {
	rows, spans := map[string]*TopicRow{}, map[string]*days{}
	for c := range l.matching(f) {
		for id, n := range pointsOf(c) {
			if rows[id] == nil {
				rows[id], spans[id] = &TopicRow{ID: id}, &days{}
			}
			rows[id].Contacts++
			rows[id].Points += n
			spans[id].add(c)
		}
	}
	var out []TopicRow
	for id, r := range rows {
		r.First, r.Last = spans[id].from, spans[id].to
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b TopicRow) int {
		return cmp.Or(cmp.Compare(b.Contacts, a.Contacts), cmp.Compare(b.Points, a.Points), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// pointsOf counts the points of a contact's accounts that speak of each topic.
func pointsOf(c *readout.Contact) map[string]int {
	points := map[string]int{}
	for i := range c.Accounts {
		for j := range c.Accounts[i].Points {
			for _, t := range c.Accounts[i].Points[j].Topics {
				points[t]++
			}
		}
	}
	return points
}
