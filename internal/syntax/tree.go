package syntax

import "readout/internal/syntax/parser"

// Word is what the parser says of token i: its part of speech, and the token that
// it hangs on (-1 for the root of its sentence) with the relation. ok is false where
// no model is at hand; whoever asks has a pattern over tokens to fall back on. A
// sentence is parsed when the first of its tokens is asked for.
func (t *Text) Word(i int) (w parser.Word, ok bool) {
	model := t.Lex.English.Parser()
	if model == nil || t.Lex.Language != nil {
		return w, false
	}
	s := t.Sentences[t.sentence[i]]
	if t.words == nil {
		t.words = make([]parser.Word, len(t.Tokens))
	}
	if t.words[s.First].Rel == "" {
		t.parse(model, s)
	}
	return t.words[i], true
}

func (t *Text) parse(model *parser.Model, s Sentence) {
	forms := make([]string, 0, s.Last-s.First)
	for _, k := range t.Tokens[s.First:s.Last] {
		forms = append(forms, t.Raw[k.Start:k.End])
	}
	words := model.Parse(nil, forms)
	for i := range words {
		if words[i].Head >= 0 {
			words[i].Head += s.First
		}
	}
	copy(t.words[s.First:s.Last], words)
}
