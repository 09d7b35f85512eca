package mention

import (
	"readout"
	"readout/internal/token"
)

// maxPaper is how many words the name of a document can have.
const maxPaper = 5

// ownsPaper reports whether a reference to a person, before those that come later, is only to
// one of those whose document the text names: "to implement President Reyes and President Holt's Harbour Declaration". They are not
// whom it goes on to speak of together.
func (s *scan) ownsPaper(r ref, later []ref) bool {
	i := r.last
	for _, o := range later {
		if o.sentence != r.sentence {
			break
		}
		if o.first > i && o.first-i <= 2 && s.is(o.first-1, len(s.tokens), "and") {
			i = o.last
		}
	}
	if s.is(i-1, len(s.tokens), "'s", "'") {
		i--
	}
	if !s.is(i, len(s.tokens), "'s", "'") {
		return false
	}
	named := false
	for j := i + 1; j < min(i+1+maxPaper, len(s.tokens)); j++ {
		t := s.tokens[j]
		if t.Kind != token.Word || !t.Upper {
			break
		}
		named = s.lex.Words.Is("paper", t.Fold)
	}
	return named
}

// onlyOwnsPaper reports whether the text refers to a person in no other way than as one of those
// whose document it names.
func (s *scan) onlyOwnsPaper(id readout.EntityID) bool {
	owns := false
	for i, r := range s.refs {
		if r.id == id {
			if !s.ownsPaper(r, s.refs[i+1:]) {
				return false
			}
			owns = true
		}
	}
	return owns
}
