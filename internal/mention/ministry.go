package mention

import (
	"strings"

	"readout"
	"readout/internal/token"
)

// ministry reads an institution that does not say of which state it is, at token
// i: "the Foreign Ministry", "Ministry of Defence". refer finds the state.
func (s *scan) ministry(i, last int) *item {
	j := i
	switch {
	case s.is(i+1, last, "ministry") && s.is(i, last, "foreign", "defence", "defense", "interior", "finance", "energy", "trade"):
		j = i + 2
	case s.is(i, last, "ministry") && s.is(i+1, last, "of") && s.is(i+2, last, "foreign") && s.is(i+3, last, "affairs"):
		j = i + 4
	case s.is(i, last, "ministry") && s.is(i+1, last, "of") && s.is(i+2, last, "defence", "defense"):
		j = i + 3
	default:
		return nil
	}
	return &item{first: i, last: j, nameFirst: i, nameLast: j, what: aThing, form: readout.ByName, generic: true}
}

// stateOf gives a ministry its state: that of the passage's own voice, the
// only one that its sentence names, or that of the outlet.
func (s *scan) stateOf(it *item) {
	country := s.only(it, s.home(it.first), true)
	if country == "" {
		country = s.country
	}
	st := s.lex.States[country]
	if st == nil {
		return
	}
	words := make([]string, 0, 4)
	for _, k := range s.tokens[it.first:it.last] {
		if k.Kind == token.Word {
			words = append(words, k.Fold)
		}
	}
	for _, adjective := range append([]string{st.Name + "'s"}, st.Adjectives...) {
		for _, e := range s.lex.Names.Find(adjective+" "+strings.Join(words, " "), s.lex.English.Abbreviation) {
			if e.Entity.Kind() == readout.Org {
				it.entity, it.country = e.Entity, country
				return
			}
		}
	}
}
