package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// partAtHome is the part of the voice's own country that bears the name of a foreign
// state ("Georgia" on a page of the United States), where the text speaks neither of that
// state's people nor of its capital, and names it beside no other state; "" if it is not
// meant.
func (s *scan) partAtHome(state readout.EntityID, places []lexicon.Entry, i, j, last int) readout.EntityID {
	if len(places) == 0 || s.besideState(i, j, last) {
		return ""
	}
	for _, p := range places {
		if e := s.lex.EntityOf(p.Entity); e != nil && e.Country != "" && e.Country == s.home(i) && readout.EntityID("state/"+e.Country) != state && !s.speaksOf(state) {
			return p.Entity
		}
	}
	return ""
}

// besideState reports whether the name at [i, j) stands in a list with the name of another
// state.
func (s *scan) besideState(i, j, last int) bool {
	if n := len(s.items); n > 0 && s.items[n-1].entity.Kind() == readout.State {
		if gap := i - s.items[n-1].last; gap <= 2 && gap > 0 && s.tokens[i-1].Is("and", ",", "or") {
			return true
		}
	}
	for j < last && s.tokens[j].Is("and", ",", "or", "the") {
		j++
		for _, h := range s.hitsAt(j, last) {
			for _, e := range h.Entries {
				if e.Entity.Kind() == readout.State && e.Form == lexicon.ProperName {
					return true
				}
			}
		}
	}
	return false
}

// speaksOf reports whether the text names the people, the adjective or the capital of a
// state.
func (s *scan) speaksOf(state readout.EntityID) (spoken bool) {
	if spoken, known := s.spoken[state]; known {
		return spoken
	}
	defer func() { s.spoken[state] = spoken }()
	st := s.lex.States[strings.TrimPrefix(string(state), "state/")]
	for _, hits := range s.hits {
		for _, h := range hits {
			for _, e := range h.Entries {
				if e.Entity == state && (e.Form == lexicon.Adjective || e.Form == lexicon.People || e.Form == lexicon.Metonym) {
					return true
				}
				if x := s.lex.EntityOf(e.Entity); st != nil && x != nil && x.Country == st.ID && (e.Entity.Kind() == readout.Org || slices.Contains(st.Capitals, x.Name)) {
					return true
				}
			}
		}
	}
	return false
}
