package contact

import (
	"slices"

	"readout"
)

// ledBy reads a sentence that only says who led a delegation: "The Costavan delegation
// was led by Holt". In the contact told before, he stands for his state; where the
// sentence before tells of one with nobody but its own side ("Reyes led the Arvenian
// part in a meeting of the council on Monday"), he is the other side.
func (f *finder) ledBy(s int, told []draft) []draft {
	list := f.delegationHead(s)
	heads := f.parties(list)
	if len(heads) != 1 || s == 0 {
		return told
	}
	for i := len(told) - 1; i >= 0 && told[i].sentence >= s-2; i-- {
		d := &told[i]
		if !d.solid || d.field != f.Field || hasParty(d, heads[0].Entity) {
			continue
		}
		if n := slices.IndexFunc(d.Parties, func(p readout.Party) bool { return p.Entity.Kind() == readout.State && p.Country == heads[0].Country }); n >= 0 {
			d.Parties = slices.Clone(d.Parties)
			d.Parties[n] = heads[0]
		}
		return told
	}
	start, end := f.Sentences[s-1].First, f.Sentences[s-1].Last
	if !f.oneVoice(s-1, s) {
		return told
	}
	cues := f.cues(s - 1)
	for i, c := range cues {
		if c.verb() || c.word.Channel == string(readout.Letter) {
			continue
		}
		sides, ok := f.nounSides(c, start, end)
		if !ok || len(f.parties(sides.subject)) != 1 || len(sides.object) > 0 {
			continue
		}
		status, _ := f.status(c, sides)
		if d, ok := f.draft(c, sides, append(slices.Clone(sides.subject), list...), status); ok && d.solid && status != "" && d.Scope == readout.International {
			f.tell(&d, c, cues, i)
			f.voice(&d, c)
			d.From = d.From.Join(f.Words(f.SentenceSpan(s)).From)
			return append(told, d)
		}
	}
	return told
}

// delegationHead is who led a delegation or side by the sentence's own words.
func (f *finder) delegationHead(s int) []int {
	for i := f.Sentences[s].First + 1; i+2 < f.Sentences[s].Last; i++ {
		if f.at(i).Is("was", "were", "is") && f.at(i-1).Is("delegation", "side", "team") && f.at(i+1).Is("led", "headed") && f.at(i+2).Is("by") {
			list, _, _ := f.listRight(i+3, f.Sentences[s].Last)
			return list
		}
	}
	return nil
}

// comesAlong reports whether a mention is of the officials of a delegation that goes with
// somebody named before: "Reyes and a delegation of senior Arvenian officials".
func (f *finder) comesAlong(m, start int) bool {
	if !f.delegates(m) {
		return false
	}
	i, _ := f.tokensOf(m)
	for i--; i > start && (f.plainWord(i) || f.at(i).Is("-", "high")); i-- {
	}
	return f.at(i).Is("of") && f.at(i-1).Is("delegation", "team", "group") && f.at(i-2).Is("a", "the", "his", "her") && f.at(i-3).Is("and") && i-4 >= start && f.owner[i-4] >= 0 && f.persons([]int{f.owner[i-4]})
}

// ledOfficials reports whether a mention is of the officials of a delegation that the subject of
// the clause leads: "Reyes led a delegation of White House and State Department officials".
func (f *finder) ledOfficials(m, start int) bool {
	i, _ := f.tokensOf(m)
	for i--; i > start && !f.at(i).Is("delegation", "team", "group"); i-- {
		if f.finite(i) {
			return false
		}
	}
	for n := 0; i > start && n < 6; i, n = i-1, n+1 {
		if f.at(i).Is("led", "headed", "leads", "heads", "lead", "leading", "brought") && f.owner[i] < 0 {
			return true
		}
	}
	return false
}

// ledDelegation puts who leads a delegation in the place of the state for which it stands:
// "hosted a Costavan delegation led by Foreign Minister Orsi and Envoy Lorne".
func (f *finder) ledDelegation(list []int) []int {
	var out []int
	for _, m := range list {
		_, at := f.tokensOf(m)
		if f.delegates(m) && f.at(at-1).Is("delegation", "team") {
			if f.at(at).Is(",") {
				at++
			}
			if heads := f.headsBehind(at, f.Sentences[f.SentenceOf(at)].Last); heads != nil {
				out = append(out, heads...)
				continue
			}
		}
		out = append(out, m)
	}
	return out
}

// delegationLeader is the token at which the head of a delegation is named that no adjective
// of a state describes: "welcomed a delegation led by Costava's Foreign Minister Holt"; i where
// none begins there.
func (f *finder) delegationLeader(i, end int) int {
	at := i
	for at < min(end, i+5) && (f.plainWord(at) || f.at(at).Is("-", "high")) && !f.at(at).Is("delegation", "mission") {
		at++
	}
	if f.at(i).Is("a", "the") && f.at(at).Is("delegation", "mission") && f.headsBehind(at+1, end) != nil {
		return at + 3
	}
	return i
}

// headsBehind are the persons by whom, behind a delegation, "led by" at token i says that it is
// led; nil if it says so of nobody.
func (f *finder) headsBehind(i, end int) []int {
	if !f.at(i).Is("led", "headed") || !f.at(i+1).Is("by") {
		return nil
	}
	list, _, _ := f.listRight(i+2, end)
	if !f.persons(list) {
		return nil
	}
	return list
}

// company sets apart those who only accompany a party of their own state: its
// first lady or gentleman.
func (f *finder) company(list []readout.Party) (parties, attendees []readout.Party) {
	for _, p := range list {
		beside := slices.ContainsFunc(list, func(q readout.Party) bool { return q.Entity != p.Entity && q.Country == p.Country })
		if beside && f.spouse(p.Entity) || len(list) > 2 && (f.mrsBeside(p) || f.ladyBeside(p)) {
			attendees = append(attendees, p)
			continue
		}
		parties = append(parties, p)
	}
	return parties, attendees
}

// speakFor reports whether two persons lead a contact of two states, each for one of them: one may
// be of a state that no file gives.
func speakFor(persons, states []readout.Party) bool {
	if len(persons) != 2 || len(states) != 2 || named(persons) != 2 || persons[0].Country == persons[1].Country {
		return false
	}
	of := func(p readout.Party) bool {
		return p.Country == "" || p.Country == states[0].Country || p.Country == states[1].Country
	}
	state := func(p readout.Party) bool { return p.Entity.Kind() == readout.State }
	return state(states[0]) && state(states[1]) && of(persons[0]) && of(persons[1])
}
