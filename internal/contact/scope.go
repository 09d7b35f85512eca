package contact

import (
	"slices"
	"strings"

	"readout"
)

// scope tells contacts between states and organisations from others: press where an
// outlet takes part, domestic where all are of one state. On the page of an
// institution, somebody whose state neither words nor files give is of its own
// state: it says where a foreigner comes from.
func (f *finder) scope(parties []readout.Party, s int) readout.Scope {
	country, strangers := "", false
	if f.oneOrganisation(parties) {
		return readout.Domestic
	}
	for _, p := range parties {
		switch {
		case p.Entity.Kind() == readout.Outlet:
			return readout.Press
		case p.Country == "" && p.Entity.Kind() == readout.Person && f.servesOrganisation(p.Entity) == "" && !f.foreignRole(p.Entity, parties, f.home(s)),
			p.Country == "" && p.Entity.Kind() == readout.Org && f.home(s) != "" && f.Lex.EntityOf(p.Entity) == nil && !f.foreignRole(p.Entity, parties, f.home(s)):
			strangers = true
		case p.Country == "" || country != "" && p.Country != country:
			return readout.International
		default:
			country = p.Country
		}
	}
	if strangers && (country == "" && f.home(s) == "" || country != "" && country != f.home(s)) {
		return readout.International
	}
	return readout.Domestic
}

// oneOrganisation reports whether all are officers of the same organisation: they make no
// contact of it with others.
func (f *finder) oneOrganisation(parties []readout.Party) bool {
	if len(parties) < 2 {
		return false
	}
	org := f.organisationOf(parties[0].Entity)
	return org != "" && !slices.ContainsFunc(parties, func(p readout.Party) bool { return f.organisationOf(p.Entity) != org })
}

// organisationOf is the organisation of states that a person serves, by the words of the
// role or else by the files; "" if there is none.
func (f *finder) organisationOf(id readout.EntityID) readout.EntityID {
	if id.Kind() != readout.Person {
		return ""
	}
	for i, m := range f.Mentions {
		if m.Entity != id {
			continue
		}
		if org := f.officerOf(i); org != "" {
			return org
		}
		for _, w := range m.Within {
			if f.bodyOfStates(w.Entity) {
				return w.Entity
			}
		}
	}
	return f.servesOrganisation(id)
}

// officerOf is the organisation of states that a comma and a title behind the name of mention
// m name: "Holt, Nordic Council Director-General"; "" if none does.
func (f *finder) officerOf(m int) readout.EntityID {
	_, i := f.TokensIn(f.Mentions[m].Name)
	if !f.at(i).Is(",") || i+1 >= len(f.Tokens) {
		return ""
	}
	for _, hit := range f.Lex.Names.Match(f.Tokens, i+1) {
		for _, e := range hit.Entries {
			if f.bodyOfStates(e.Entity) && f.at(i+1+hit.Len).Upper {
				return e.Entity
			}
		}
	}
	return ""
}

// home is the state of the institution whose page a sentence stands on, "" where it
// is no such page.
func (f *finder) home(s int) string {
	id := f.PassageOf(s).Issuer
	if f.inTalk(s) {
		return f.pageOf()
	}
	if id.Kind() != readout.Org {
		return ""
	}
	if e := f.Lex.EntityOf(id); e != nil {
		return e.Country
	}
	return ""
}

// pageOf is the state of the institution that publishes the document, by the outlet's
// name: the turns of a talk are those of persons. "" for the press.
func (f *finder) pageOf() string {
	for _, e := range f.Lex.Names.Find(f.doc.Outlet, f.Lex.English.Abbreviation) {
		id := e.Entity
		if o := f.Lex.Outlets[strings.TrimPrefix(string(id), "outlet/")]; id.Kind() == readout.Outlet && o != nil && o.Institution != "" {
			id = readout.EntityID("org/" + o.Institution)
		}
		if org := f.Lex.EntityOf(id); org != nil && id.Kind() == readout.Org {
			return org.Country
		}
	}
	return ""
}

// foreignRole reports whether the words about a stranger name a state, organisation or
// person that is not of the home state: within the role, or close beside the name.
func (f *finder) foreignRole(id readout.EntityID, parties []readout.Party, home string) bool {
	abroad := func(e readout.EntityID) bool {
		if f.holds(home, e) {
			return false
		}
		if x := f.known[e]; x != nil && x.Country != "" {
			return x.Country != home
		}
		x := f.Lex.EntityOf(e)
		return (e.Kind() == readout.Org || e.Kind() == readout.State) && x != nil && x.Country != home
	}
	for i, m := range f.Mentions {
		if m.Entity != id || m.Form == readout.ByPronoun {
			continue
		}
		if slices.ContainsFunc(m.Within, func(w readout.Mention) bool { return abroad(w.Entity) }) {
			return true
		}
		first, last := f.tokensOf(i)
		s := f.Sentences[f.SentenceOf(first)]
		for j := max(s.First, first-6); j < min(s.Last, last+8); j++ {
			if o := f.owner[j]; o >= 0 && !f.travelsTo(o) && abroad(f.Mentions[o].Entity) && !slices.ContainsFunc(parties, func(p readout.Party) bool { return p.Entity == f.Mentions[o].Entity }) {
				return true
			}
			if c := f.adjective(j); c != "" && c != home && !f.ofBoth(j, home) {
				return true
			}
		}
	}
	return false
}

// holds reports whether a state administers a place that others count to another: on its own
// pages its officers there are no foreigners, and who goes there visits no other state.
func (f *finder) holds(state string, place readout.EntityID) bool {
	p := f.Lex.Places[strings.TrimPrefix(string(place), "place/")]
	return place.Kind() == readout.Place && p != nil && p.HeldBy != "" && p.HeldBy == state
}

// ofBoth reports whether a stroke or hyphen joins the adjective of the home state to that at
// token i: "an Arvenian/Costavan singer" is no foreigner.
func (f *finder) ofBoth(i int, home string) bool {
	return f.at(i-1).Is("/", "-") && i > 1 && f.adjective(i-2) == home || f.at(i+1).Is("/", "-") && i+2 < len(f.Tokens) && f.adjective(i+2) == home
}

// travelsTo reports whether a place or state is only where somebody travels: "will then
// travel to Costava" says nothing of whose officer the traveller is.
func (f *finder) travelsTo(m int) bool {
	first, _ := f.tokensOf(m)
	first = f.skipDeterminers(first)
	return f.isPlace(m) && f.at(first-1).Is("to") && first > 1 && f.moves(first-2) != ""
}

// principal is a mention of who heads the institution on whose page a sentence stands:
// whom "a telephone conversation took place with Holt" leaves out. -1 where it is no
// such page, or the text names nobody who does.
func (f *finder) principal(s int) int {
	id := f.PassageOf(s).Issuer
	if m, known := f.principals[id]; known {
		return m
	}
	m := f.headNamed(id)
	f.principals[id] = m
	return m
}

// headNamed is the first mention of who heads an institution, -1 if there is none.
func (f *finder) headNamed(id readout.EntityID) int {
	org := f.Lex.Orgs[strings.TrimPrefix(string(id), "org/")]
	if id.Kind() != readout.Org || org == nil {
		return -1
	}
	kind := map[string]string{"presidency": "head-of-state", "government": "head-of-government"}[org.Kind]
	for _, o := range f.Lex.OfficesOfKind(org.Country, kind) {
		for _, h := range f.Lex.HoldersOn(o.ID, f.doc.Published.Day()) {
			if m := slices.IndexFunc(f.Mentions, func(x readout.Mention) bool { return x.Entity == readout.EntityID("person/"+h.Person) }); m >= 0 {
				return m
			}
		}
	}
	return -1
}
