package contact

import (
	"slices"

	"readout"
)

// Contacts of the officials of two states, of whom nobody is named, beside one of persons.

// onlyOfficials reports whether all mentions of a list are of officials who stand for their
// states ("Arvenian and Costavan officials spoke"), or of states whose contact has the rank of
// such by its words ("Arvenia and Costava held a ministerial-level meeting").
func (f *finder) onlyOfficials(c cue, list []int) bool {
	if len(list) == 1 && f.Mentions[list[0]].Form == readout.ByGroup {
		first, last := f.tokensOf(list[0])
		states := !slices.ContainsFunc(f.Mentions[list[0]].Members, func(id readout.EntityID) bool { return id.Kind() != readout.State })
		return states && f.says(first, last, "officials", "experts", "teams", "delegations", "negotiators", "they")
	}
	if len(list) < 2 || !f.onlyStates(list) {
		return false
	}
	if !c.verb() && f.qualified(f.nounPhrase(c, f.Sentences[c.sentence].First), c, "ministerial", "ministerial-level", "working-level", "expert-level", "deputy-level", "vice-ministerial") {
		return true
	}
	return !slices.ContainsFunc(list, func(m int) bool {
		_, last := f.tokensOf(m)
		return !f.delegates(m) && !f.at(last).Is("officials", "experts", "teams") && !(f.at(last).Is("and") && f.stateOfficials(last+1))
	})
}

// stateOfficials reports whether the officials of a state begin at token i: "Costavan officials".
func (f *finder) stateOfficials(i int) bool {
	if f.owner[i] < 0 || f.Mentions[f.owner[i]].Entity.Kind() != readout.State {
		return false
	}
	_, last := f.tokensOf(f.owner[i])
	return f.delegates(f.owner[i]) || f.at(last).Is("officials", "experts", "teams")
}

// withFellows reports whether a plural only says that somebody will see some of a body's
// leaders, on whom it does not say: "will also hold bilateral meetings with fellow G7 leaders".
func (f *finder) withFellows(c cue, np int) bool {
	if !f.at(c.head).Is("meetings", "bilaterals") || !f.at(c.last).Is("with") || !f.at(c.last+1).Is("fellow", "other") || !f.says(np, c.last, "bilateral", "individual", "separate") {
		return false
	}
	m := f.mentionFrom(c.last+1, min(c.last+5, f.Sentences[c.sentence].Last))
	return m >= 0 && f.international(m)
}

// pledgedAt reports whether a noun only says where a commitment of others was made: "the
// commitments made during talks at Tollen".
func (f *finder) pledgedAt(c cue, np int) bool {
	return f.at(c.head).Is("talks", "meetings", "negotiations", "discussions") && f.at(np-1).Is("during", "at", "in") && f.at(np-2).Is("made", "reached", "given") && !f.at(np).Is("the", "this", "their", "our")
}
