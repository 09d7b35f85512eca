package contact

import (
	"slices"

	"readout"
)

// landsSaid is of how many states the words say a contact to be: 2 for "our bilateral
// meeting", 3 for "the trilateral talks" and for the same noun behind it in the sentence
// ("as we said after our trilateral meeting, the meeting was useful"); 0 where they do not say.
func (f *finder) landsSaid(c cue, np int) int {
	if n := f.landsIn(np, c.last); n > 0 {
		return n
	}
	for i := f.Sentences[c.sentence].First + 1; i < np && f.at(np).Is("the"); i++ {
		if f.at(i).Fold == f.at(c.head).Fold {
			return f.landsIn(i-1, i)
		}
	}
	return 0
}

// landsIn is the number of states that an adjective in tokens [from, to) gives, or 0.
func (f *finder) landsIn(from, to int) int {
	switch {
	case f.says(from, to, "bilateral"):
		return 2
	case f.says(from, to, "trilateral", "three-way"):
		return 3
	}
	return 0
}

// ofOtherFormat reports whether a noun that refers says another number of states than a
// contact has: "your bilateral meeting" is not that of three told before. A plural may tell of
// one with each.
func (d draft) ofOtherFormat(told draft) bool {
	if d.lands == 0 || d.plural || d.several {
		return false
	}
	var lands []string
	for _, p := range told.Parties {
		if land := p.Country; land == "" || !slices.Contains(lands, land) {
			lands = append(lands, land)
		}
	}
	return len(lands) != d.lands && (len(lands) > 2 || !told.withOfficials())
}

// withOfficials reports whether a party of a contact is a body or a state, for which others
// may stand.
func (d draft) withOfficials() bool {
	return slices.ContainsFunc(d.Parties, func(p readout.Party) bool { return p.Entity.Kind() != readout.Person })
}
