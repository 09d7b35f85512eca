package mention

import "readout/internal/token"

// acts are the relations of those who do something or are called what they are.
var acts = map[string]bool{"nsubj": true, "nsubj:pass": true, "appos": true, "obl:agent": true, "iobj": true, "vocative": true}

// flat reports whether the parser takes the words [first, last) for the name of a
// person: proper nouns of which the first bears the others as equals, where the names
// of things bear theirs as compounds. Without a model no words are.
func (s *scan) flat(first, last int) bool {
	head, ok := s.t.Word(first)
	if !ok || head.UPOS != "PROPN" || !acts[head.Rel] {
		return false
	}
	for i := first + 1; i < last; i++ {
		if s.tokens[i].Kind != token.Word {
			continue
		}
		w, _ := s.t.Word(i)
		if w.UPOS != "PROPN" || w.Head != first || w.Rel != "flat" {
			return false
		}
	}
	return last == len(s.tokens) || !s.tokens[last].Upper || s.tokens[last].Breaks > 0
}
