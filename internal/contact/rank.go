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
	if f.theOne(c) {
		return false
	}
	if len(list) == 1 && f.Mentions[list[0]].Form == readout.ByGroup {
		first, last := f.tokensOf(list[0])
		states := !slices.ContainsFunc(f.Mentions[list[0]].Members, func(id readout.EntityID) bool { return id.Kind() != readout.State })
		return states && (f.says(first, last, officialWords...) || f.at(first).Is("they"))
	}
	if len(list) < 2 || !f.onlyStates(list) {
		return false
	}
	if !c.verb() && f.qualified(f.nounPhrase(c, f.Sentences[c.sentence].First), c, "ministerial", "ministerial-level", "working-level", "expert-level", "deputy-level", "vice-ministerial") {
		return true
	}
	return !slices.ContainsFunc(list, func(m int) bool {
		_, last := f.tokensOf(m)
		return !f.stateOfficials(m) && !(f.at(last).Is("and") && last+1 < len(f.owner) && f.owner[last+1] >= 0 && f.stateOfficials(f.owner[last+1]))
	})
}

// officialWords are whom no name names of those who stand for a state.
var officialWords = []string{"officials", "experts", "teams", "delegations", "negotiators"}

// stateOfficials reports whether a mention of a state is of its officials: "Costavan officials".
func (f *finder) stateOfficials(m int) bool {
	first, last := f.tokensOf(m)
	return f.Mentions[m].Entity.Kind() == readout.State && (f.says(first, last, officialWords...) || f.at(last).Is(officialWords...))
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

// theOne reports whether a noun is only the one told before: "also took part in the meeting".
func (f *finder) theOne(c cue) bool {
	return !c.verb() && f.at(c.first-1).Is("the", "this", "that", "their") && f.forumName(c) == ""
}

// withBusiness reports whether a noun's gathering is one with people of trade: "convened an
// Arvenian-Costavan Investment Summit with industry leaders".
func (f *finder) withBusiness(c cue, s sides) bool {
	if !f.at(c.last).Is("with", "of") || slices.ContainsFunc(s.object, func(m int) bool { return f.Mentions[m].Form == readout.ByName && f.persons([]int{m}) }) {
		return false
	}
	for i := c.last + 1; i < min(c.last+8, f.Sentences[c.sentence].Last) && !f.at(i).Is(",", ";") && !f.dash(i); i++ {
		if f.at(i).Is("industry", "business", "executives", "ceos", "investors", "companies") {
			return true
		}
	}
	return false
}
