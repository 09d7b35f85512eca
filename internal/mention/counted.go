package mention

import (
	"slices"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// maxCounted is within how many words of a number the noun stands that it counts.
const maxCounted = 5

// ofMany reports whether a title in the plural is of more states than two, by the words at
// token i: "the presidents of five island nations", "the ministers of member states" are
// nobody named before; nor are "the leaders of our Harbour Allies".
func (s *scan) ofMany(i, last int) bool {
	if !s.is(i, last, "of", "from") {
		return false
	}
	if s.is(i+1, last, "our", "your", "my") && i+2 < last && s.tokens[i+2].Upper && s.ownerAt(i+2, last) == nil {
		return true
	}
	for i++; s.is(i, last, "the", "these", "those", "all", "its"); i++ {
	}
	return s.countedFrom(i, last) > i && !s.is(i, last, "two", "both", "2") || s.is(i, last, "member") && s.is(i+1, last, "states", "countries", "nations")
}

// counted steps from a number at token i over the states that it counts, to the first of
// those whose names follow: "five island nations: Arvenia, Costava and three more". Where no
// list follows it gives i.
func (s *scan) counted(i, last int) int {
	j := s.countedFrom(i, last)
	if j == i || !s.is(j, last, ":", ",", "-") {
		return i
	}
	if j++; s.is(j, last, "the") {
		j++
	}
	if own := s.ownerAt(j, last); own != nil && own.what == aThing && own.entity.Kind() == readout.State {
		return j
	}
	return i
}

// countedFrom is the token behind a number at token i and the states that it counts, i where
// there is no such number.
func (s *scan) countedFrom(i, last int) int {
	number := func(w lexicon.TimeSense) bool { return w.Class == lexicon.TimeNumber }
	if i >= last || s.tokens[i].Kind != token.Number && !slices.ContainsFunc(s.lex.English.Time.Senses(s.tokens[i].Fold), number) {
		return i
	}
	for j := i + 1; j < min(last, i+maxCounted); j++ {
		if s.is(j, last, "nations", "countries", "states", "republics", "members") {
			return j + 1
		}
	}
	return i
}
