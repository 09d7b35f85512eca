package agenda

import (
	"slices"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// agents are who does what the clause tells: the subject's entities; both sides where
// the clause has no agent or a plural one; nobody where a thing is the subject.
func (f *finder) agents(c clause, a account) []readout.EntityID {
	if c.verb.Passive && !c.inherited {
		return f.passiveAgents(c, a)
	}
	if out := f.named(c.subject, a); len(out) > 0 {
		if len(out) == 1 && len(a.report.Parties) == 2 && a.party(out[0]) && f.andRole(c) {
			return f.everybody(a) // "President Holt and the Crown Prince"
		}
		return out
	}
	if own := a.partyOf(a.country); c.bare && f.known[own] != nil && c.act != nil && c.act.Act != readout.Discussed && c.act.Act != readout.Agreed {
		return []readout.EntityID{own} // "Thanked him for his help."
	}
	if list, ok := f.sideOf(c, a); ok {
		return list
	}
	if f.thing(c) {
		return nil
	}
	return f.everybody(a)
}

// andRole reports whether the clause's subject joins a name with a role that no
// mention covers.
func (f *finder) andRole(c clause) bool {
	for i := c.subjectAt; i+1 < c.verb.First; i++ {
		if f.at(i).Is("of", "in", "for", ",") {
			return false
		}
		next := i + 1
		if f.at(next).Is("the", "his", "her") {
			next++
		}
		if f.at(i).Is("and") && f.at(next).Upper && f.owner[next] < 0 {
			return true
		}
	}
	return false
}

// everybody lists the contact's parties that the reading knows.
func (f *finder) everybody(a account) []readout.EntityID {
	var out []readout.EntityID
	for _, p := range a.report.Parties {
		if f.known[p.Entity] != nil && !slices.Contains(out, p.Entity) {
			out = append(out, p.Entity)
		}
	}
	return out
}

// named are the entities of mentions, groups by their members.
func (f *finder) named(mentions []int, a account) []readout.EntityID {
	var out []readout.EntityID
	add := func(id readout.EntityID) {
		if id = f.voice(id, a); id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, m := range mentions {
		if f.Mentions[m].Form != readout.ByGroup {
			add(f.Mentions[m].Entity)
			continue
		}
		members := f.Mentions[m].Members
		if f.sides(m) && slices.ContainsFunc(members, func(id readout.EntityID) bool { return !a.party(id) }) {
			members = f.everybody(a) // "the sides" of an account are those of its contact
		}
		for _, id := range members {
			add(id)
		}
	}
	return out
}

// sides reports whether a mention of several ends with a word for the sides of a
// contact.
func (f *finder) sides(m int) bool {
	_, last := f.TokensIn(f.Mentions[m].Span)
	return f.at(last-1).Is("sides", "parties", "leaders", "presidents", "interlocutors")
}

// voice is the entity that acts: an office without a known holder is the party of
// its state; places and events do not act.
func (f *finder) voice(id readout.EntityID, a account) readout.EntityID {
	e := f.known[id]
	if e == nil {
		return ""
	}
	switch id.Kind() {
	case readout.Place, readout.Event:
		return ""
	case readout.Office:
		if p := a.partyOf(e.Country); p != "" && f.known[p] != nil {
			return p
		}
	}
	return id
}

// passiveAgents are those after "by"; where a party is the subject ("was invited"),
// the other parties; else, where something was discussed or agreed, everybody.
func (f *finder) passiveAgents(c clause, a account) []readout.EntityID {
	for i := c.at + 1; i < min(c.last, c.at+nearby); i++ {
		if f.at(i).Is("by") {
			if out := f.named(f.mentionsIn(i+1, min(c.last, i+nearby+2)), a); len(out) > 0 {
				return out
			}
		}
	}
	subject := f.named(c.subject, a)
	var others []readout.EntityID
	for _, id := range f.everybody(a) {
		if !slices.Contains(subject, id) {
			others = append(others, id)
		}
	}
	if c.act == nil && !f.at(c.first).Is("it") {
		return nil
	}
	return others
}

// sideOf reads subjects that are no names: "the Russian side" and "the French
// President" are the party of that state, "our Minister", "I" and "my" the
// account's own party, "we" everybody.
func (f *finder) sideOf(c clause, a account) ([]readout.EntityID, bool) {
	own := a.partyOf(a.country)
	for i := c.subjectAt; i < c.verb.First; i++ {
		switch {
		case f.at(i).Is("we", "they", "both"):
			return f.everybody(a), true
		case f.at(i).Is("i", "our", "my") && own != "" && f.known[own] != nil && !(f.at(i).Is("our") && f.at(i+1).Is("two", "countries", "nations", "teams")):
			return []readout.EntityID{own}, true
		case f.at(i).Is("side", "president", "leader", "delegation", "minister", "premier", "counterpart", "party") && i > c.subjectAt:
			if p := f.adjectiveParty(f.Tokens[i-1], a); p != "" {
				return []readout.EntityID{p}, true
			}
		}
	}
	return nil, false
}

// adjectiveParty is the party of the state whose adjective the word is, "" if there
// is none.
func (f *finder) adjectiveParty(k token.Token, a account) readout.EntityID {
	for _, e := range f.Lex.Names.Find(k.Fold, nil) {
		if e.Form != lexicon.Adjective || e.Entity.Kind() != readout.State {
			continue
		}
		if p := a.partyOf(string(e.Entity)[len("state/"):]); f.known[p] != nil {
			return p
		}
	}
	return ""
}

// thing reports whether the clause's subject is no side of the contact: "the aim",
// "bilateral trade". A clause without any subject tells of everybody.
func (f *finder) thing(c clause) bool {
	if c.inherited || c.item && c.act != nil {
		return false
	}
	if c.act != nil && (c.act.Act == readout.Discussed || c.verb.First <= c.first) {
		return false
	}
	for i := c.subjectAt; i < c.verb.First && !f.at(i).Is("of", "between", "in", "on", "for", "with", "at", "to"); i++ {
		if f.at(i).Is("it", "they", "both", "sides", "leaders", "parties", "ministers", "presidents", "we", "interlocutors", "delegations", "two") {
			return false
		}
	}
	return c.verb.First > c.subjectAt
}

// forOther reports whether an official account tells what the other side alone
// said, promised or agreed.
func (f *finder) forOther(p readout.Point, a account) bool {
	if !a.official || f.shared || len(p.By) == 0 || a.partyOf(a.country) == "" {
		return false
	}
	for _, id := range p.By {
		e := f.known[id]
		if e == nil || e.Country == a.country || e.Country == "" && !a.party(id) {
			return false
		}
	}
	return true
}

// subjects are the mentions in the tokens [first, verb) that can act, coordinated
// ones together, without those that hang on a preposition or own what follows.
func (f *finder) subjects(first, verb int) []int {
	var list []int
	for i := max(first, verb-reach); i < verb; i++ {
		m := f.owner[i]
		if m < 0 || slices.Contains(list, m) {
			continue
		}
		begin, end := f.TokensIn(f.Mentions[m].Span)
		i = max(i, end-1)
		at := begin
		for f.at(at-1).Is("the", "both", "a") {
			at--
		}
		if at > first && f.at(at-1).Is("of", "with", "to", "in", "on", "from", "by", "about", "for", "between", "at", "during", "against", "through", "towards", "after") || f.at(end).Is("'s", "'") || f.at(end-1).Is("'s") {
			continue
		}
		if f.Mentions[m].Form == readout.ByGroup || acts(f.Mentions[m].Entity.Kind()) {
			list = append(list, m)
		}
	}
	return list
}

func acts(k readout.EntityKind) bool {
	return k == readout.Person || k == readout.Office || k == readout.Org || k == readout.State || k == readout.Outlet
}

// mentionsIn are the mentions of a token range up to its first mark.
func (f *finder) mentionsIn(first, last int) []int {
	var list []int
	for i := first; i < last && f.Tokens[i].Kind != token.Mark; i++ {
		if m := f.owner[i]; m >= 0 && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	return list
}
