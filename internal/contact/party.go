package contact

import (
	"cmp"
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
)

// eligible reports whether a mention can be a party: a person, an office, a
// state or body that acts, or a group of them.
func (f *finder) eligible(m int) bool {
	if m < 0 {
		return false
	}
	x := f.Mentions[m]
	if f.noParty(m) || f.master(m) || f.kin(m) {
		return false
	}
	if x.Form == readout.ByGroup {
		return len(x.Members) > 0
	}
	switch x.Entity.Kind() {
	case readout.Person, readout.Office:
		return true
	case readout.Org:
		return !f.apposedTitle(m)
	case readout.State:
		first, _ := f.tokensOf(m)
		return !f.partOfRole(m) && !(f.at(first-1).Is("-") && f.at(first-2).Is("intra"))
	}
	return false
}

// partOfRole reports whether a state only says whose office another mention
// holds: "the president of France".
func (f *finder) partOfRole(m int) bool {
	first, _ := f.TokensIn(f.Mentions[m].Span)
	first = f.skipDeterminers(first)
	if !f.at(first - 1).Is("of") {
		return false
	}
	before := first - 2
	return before >= 0 && f.owner[before] >= 0 && f.owner[before] != m
}

func (f *finder) skipDeterminers(first int) int {
	for f.at(first-1).Is("the", "a", "an", "his", "her", "their", "its", "both") {
		first--
	}
	return first
}

// tokensOf is the token range of a mention.
func (f *finder) tokensOf(m int) (first, last int) { return f.TokensIn(f.Mentions[m].Span) }

// mentionFrom is the mention that begins at token i or after determiners,
// adjectives and quantifiers there; -1 if something else stands there.
func (f *finder) mentionFrom(i, end int) int {
	from := i
	for n := 0; i < end && n < 7; i, n = i+1, n+1 {
		if m := f.owner[i]; m >= 0 {
			if f.at(i).Is("his", "her") && !f.at(i+1).Is("'s") {
				if t := f.titled(i, end, false); t >= 0 { // "His Majesty King Holt"
					return t
				}
			}
			return f.headName(m, end)
		}
		k := f.Tokens[i]
		if k.Kind != token.Word || !(k.Is("the", "a", "an", "his", "her", "their", "its", "both", "visiting", "fellow", "new", "then", "former", "acting", "each", "of", "also", "some") || f.modifier(i)) {
			break
		}
	}
	return f.titled(from, end, false)
}

// headName steps from a state, place or body to the person or office that it
// only describes: "Northern Ireland First Minister X", "Red Cross (ICRC)
// President Y".
func (f *finder) headName(m, end int) int {
	for range 3 {
		switch f.Mentions[m].Entity.Kind() {
		case readout.State, readout.Place, readout.Org:
		default:
			if aide := f.aideOf(m, end); aide >= 0 {
				return aide
			}
			return m
		}
		_, i := f.tokensOf(m)
		if f.at(i).Is("(") && f.at(i+2).Is(")") {
			i += 3
		}
		if f.at(i).Is("'s") && i+1 < end && f.owner[i+1] >= 0 && f.personAt(i+1) { // "Costava's Jon Holt"
			return f.owner[i+1]
		}
		if f.at(i).Is("-") && f.at(i).Space && i+1 < end && f.owner[i+1] >= 0 && f.personAt(i+1) && f.sameCountry(m, f.owner[i+1]) { // "First President of Costava – Leader of the Council Jon Holt"
			return f.owner[i+1]
		}
		if i >= end || f.owner[i] == m {
			return m
		}
		if f.owner[i] < 0 {
			first, _ := f.tokensOf(m)
			if t := f.titled(i, end, f.at(f.skipDeterminers(first)-1).Is("of")); t >= 0 {
				return t
			}
			return m
		}
		m = f.owner[i]
	}
	return m
}

// sameCountry reports whether a person is known to be of the state that mention m names.
func (f *finder) sameCountry(m, person int) bool {
	own, his := f.parties([]int{m}), f.parties([]int{person})
	return f.Mentions[m].Entity.Kind() == readout.State && len(own) == 1 && len(his) == 1 && own[0].Country == his[0].Country
}

// modifier reports whether the word can stand between a determiner and a name: a
// capitalised adjective of a state, or an ordinary adverb.
func (f *finder) modifier(i int) bool {
	return f.Tokens[i].Upper || f.Lex.English.Adverb(f.Tokens[i].Fold)
}

// isDate reports whether token i stands in a time expression.
func (f *finder) isDate(i int) bool { return i >= 0 && i < len(f.inDate) && f.inDate[i] }

// party makes the party of a mention that is no group.
func (f *finder) party(id readout.EntityID, m int) readout.Party {
	x := f.Mentions[m]
	span := x.Name
	if span.Empty() || x.Form == readout.ByGroup {
		span = x.Span
	}
	p := readout.Party{Entity: id, Name: string(id), Words: f.Words(span)}
	if id.Kind() == readout.Person {
		if known := f.Lex.People[string(id)[len("person/"):]]; known != nil {
			p.Family = known.Family
		}
	}
	if org := f.servesOrganisation(id); org != "" {
		p.Name, p.Organisation = f.Lex.EntityOf(id).Name, org
		return p
	}
	p.Organisation = f.organOf(id)
	if e := f.known[id]; e != nil {
		p.Name, p.Country = e.Name, e.Country
	} else if e := f.Lex.EntityOf(id); e != nil {
		p.Name, p.Country = e.Name, e.Country
	}
	return p
}

// organOf is the organisation for which a body takes part as its organ: the European
// Union, of the European Commission; "" for others.
func (f *finder) organOf(id readout.EntityID) readout.EntityID {
	if id.Kind() != readout.Org {
		return ""
	}
	org := f.Lex.Orgs[string(id)[len("org/"):]]
	if org == nil || org.OrganOf == "" {
		return ""
	}
	return readout.EntityID("org/" + org.OrganOf)
}

// servesOrganisation is the international organisation in which the person holds all the
// offices that he or she holds on the document's day: such a party has no country; ""
// for others.
func (f *finder) servesOrganisation(id readout.EntityID) readout.EntityID {
	if id.Kind() != readout.Person {
		return ""
	}
	org := ""
	for _, t := range f.Lex.OfficesOn(string(id)[len("person/"):], f.doc.Published.Day()) {
		o := f.Lex.Offices[t.Office]
		if o == nil || o.Country != "" || o.Org == "" {
			return ""
		}
		org = cmp.Or(org, o.Org)
	}
	if org == "" {
		return ""
	}
	return readout.EntityID("org/" + org)
}

// parties makes the parties of mentions: groups are their members, and one
// entity is one party. A state beside a person of that state is left out: the person
// is its voice.
func (f *finder) parties(list []int) []readout.Party {
	var out []readout.Party
	add := func(p readout.Party) {
		if !slices.ContainsFunc(out, func(o readout.Party) bool { return o.Entity == p.Entity }) {
			out = append(out, p)
		}
	}
	for _, m := range list {
		if m < 0 {
			continue
		}
		x := f.Mentions[m]
		if x.Form == readout.ByGroup {
			for _, id := range x.Members {
				add(f.party(id, m))
			}
			continue
		}
		if pair := f.pairOf(x.Entity, m); pair != nil {
			for _, p := range pair {
				add(p)
			}
			continue
		}
		add(f.party(x.Entity, m))
	}
	return voiced(out)
}

// voiced leaves out of three parties or more a state beside a person of that state.
func voiced(list []readout.Party) []readout.Party {
	if len(list) < 3 {
		return list
	}
	return slices.DeleteFunc(list, func(p readout.Party) bool {
		return p.Entity.Kind() == readout.State && slices.ContainsFunc(list, func(q readout.Party) bool {
			return q.Entity.Kind() == readout.Person && q.Country == p.Country
		})
	})
}

// ofLand gives those whom no file knows a state: a ministry that of the last foreigner or foreign
// place named before it in its sentence ("In Costava, she met President Holt and met with
// Ministry of Fisheries officials"), the holder of a high office that in which it was.
func (f *finder) ofLand(c cue, list []readout.Party) []readout.Party {
	for i, p := range list {
		switch {
		case p.Country != "" || f.Lex.EntityOf(p.Entity) != nil:
		case p.Entity.Kind() == readout.Org && strings.HasPrefix(p.Name, "Ministry of "):
			list[i].Country = f.landBefore(c, p)
		case f.unknownHost(c, p):
			list[i].Country = f.openingState(c)
		}
	}
	return list
}

// landBefore is the state of the last foreigner or foreign place before a party in its sentence;
// "" if there is none.
func (f *finder) landBefore(c cue, p readout.Party) string {
	at, _ := f.TokensIn(p.Words.From.Hull())
	for j := at - 1; j >= f.Sentences[c.sentence].First; j-- {
		if m := f.owner[j]; m >= 0 && (f.isPlace(m) || f.persons([]int{m})) {
			if land := f.landOf(m); land != "" && land != f.home(c.sentence) {
				return land
			}
		}
	}
	return ""
}

// unknownHost reports whether a verb meets somebody, whom no file knows, and who by the words has
// a high office: "In Costava, she met Vice President Holt".
func (f *finder) unknownHost(c cue, p readout.Party) bool {
	at, _ := f.TokensIn(p.Words.From.Hull())
	if !c.verb() || at < c.last || p.Entity.Kind() != readout.Person || f.owner[at] < 0 || f.owner[f.begins(f.owner[at], c.last)] != f.owner[at] {
		return false
	}
	role := f.Mentions[f.owner[at]].Role
	return slices.Contains([]string{"president", "vice president", "prime minister", "deputy prime minister", "king", "queen"}, role) || strings.HasSuffix(role, "minister")
}

// openingState is the foreign state in which a sentence says at its head that all of it was:
// "In Costava, she met Holt"; "" if there is none.
func (f *finder) openingState(c cue) string {
	at := f.opening(c.sentence)
	if !f.at(at).Is("in") || at+1 >= c.first || f.owner[at+1] < 0 || !f.isState(f.owner[at+1]) {
		return ""
	}
	land := f.landOf(f.owner[at+1])
	if _, last := f.tokensOf(f.owner[at+1]); !f.at(last).Is(",") || land == f.home(c.sentence) {
		return ""
	}
	return land
}

// landOf is the country of a place, state or person; "" where the files know none.
func (f *finder) landOf(m int) string {
	if f.isPlace(m) {
		p, _ := f.visited(m)
		return p.Country
	}
	if p := f.parties([]int{m}); len(p) == 1 {
		return p[0].Country
	}
	return ""
}

// pairOf are the states of a group that has only two, each a party of its own: "the two
// Koreas"; nil for other entities.
func (f *finder) pairOf(id readout.EntityID, m int) []readout.Party {
	if id.Kind() != readout.Org {
		return nil
	}
	org := f.Lex.Orgs[string(id)[len("org/"):]]
	if org == nil || org.Kind != "group" || len(org.Members) != 2 {
		return nil
	}
	var out []readout.Party
	for _, code := range org.Members {
		out = append(out, f.party(readout.EntityID("state/"+code), m))
	}
	return out
}
