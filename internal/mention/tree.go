package mention

import "readout/internal/token"

// acts are the relations of those who do something or are called what they are.
var acts = map[string]bool{"nsubj": true, "nsubj:pass": true, "appos": true, "obl:agent": true, "iobj": true, "vocative": true}

// flat reports whether the parser takes the words [first, last) for the name of a
// person: proper nouns of which the first bears the others as equals, where the names
// of things bear theirs as compounds. Without a model no words are.
func (s *scan) flat(first, last int) bool {
	head, ok := s.t.Word(first)
	if !ok || head.UPOS != "PROPN" || !acts[head.Rel] && !s.counterpart(first, head.Head) {
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

// counterpart reports whether the name at token i stands behind "with" or "between" and
// hangs on a word that tells of a contact, at token head: "a meeting between".
func (s *scan) counterpart(i, head int) bool {
	if i == 0 || head < 0 || !s.tokens[i-1].Is("between", "with") {
		return false
	}
	w := s.tokens[head].Fold
	if len(s.lex.English.ContactNouns(w)) > 0 {
		return true
	}
	for _, form := range s.lex.English.VerbForms(w) {
		if len(s.lex.English.ContactVerbs(form.Lemma)) > 0 {
			return true
		}
	}
	return false
}
