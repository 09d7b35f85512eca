package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// bearers lists the states whose adjective or people a name is ("Congolese" has two).
func bearers(entries []lexicon.Entry) []string {
	var out []string
	for _, e := range entries {
		state := strings.TrimPrefix(string(e.Entity), "state/")
		if (e.Form == lexicon.Adjective || e.Form == lexicon.People) && !slices.Contains(out, state) {
			out = append(out, state)
		}
	}
	return out
}

// bearer is the one of several states with the same adjective that is meant before
// token j: the only one that the text names, or that has an office so titled as the
// words that follow, or whose voice the passage is; "" where nothing says.
func (s *scan) bearer(states []string, j int) string {
	if len(states) == 1 {
		return states[0]
	}
	home := ""
	if j < len(s.tokens) {
		home = s.home(j)
	}
	for _, is := range []func(state string) bool{
		s.namesState,
		func(state string) bool {
			return j < len(s.titles) && s.titles[j].Title != nil && len(s.lex.OfficesTitled(state, s.titles[j].Words)) > 0
		},
		func(state string) bool { return state == home },
	} {
		fit := slices.DeleteFunc(slices.Clone(states), func(state string) bool { return !is(state) })
		if len(fit) == 1 {
			return fit[0]
		}
	}
	return ""
}

// namesState reports whether the text has the name of a state itself.
func (s *scan) namesState(state string) bool {
	if s.states == nil {
		s.states = map[string]bool{}
		for i := 0; i < len(s.hits); i++ {
			if state, n := s.stateName(i); n > 0 {
				s.states[state] = true
				i += n - 1 // no "Republic of the Congo" inside a longer name
			}
		}
	}
	return s.states[state]
}

// stateName is the state that the longest name of one at token i is of, and how many
// tokens that has; 0 where there is none.
func (s *scan) stateName(i int) (state string, n int) {
	for _, h := range s.hits[i] {
		for _, e := range h.Entries {
			if e.Form == lexicon.ProperName && e.Entity.Kind() == readout.State && h.Len > n {
				state, n = strings.TrimPrefix(string(e.Entity), "state/"), h.Len
			}
		}
	}
	return state, n
}
