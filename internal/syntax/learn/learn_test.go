package learn

import (
	"bytes"
	"testing"

	"readout/internal/syntax/conllu"
	"readout/internal/syntax/parser"
)

// small trains on a treebank of a few sentences of our own.
func small(t *testing.T) (*parser.Model, []conllu.Sentence) {
	t.Helper()
	bank, err := conllu.ReadFile("testdata/own.conllu")
	if err != nil {
		t.Fatal(err)
	}
	s := Settings{Tagger: Rounds{8, 8}, Parser: Rounds{20, 40}, Batch: 16}
	s.Bits.Tagger, s.Bits.Actions, s.Bits.Labels = 14, 16, 14
	m, err := Train([]Treebank{{bank, 1}}, s, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	return m, bank
}

// TestWhatIsTaughtIsLearnt: a model knows the sentences that it was made from; of the
// trees only most, for they are learnt from tags by taggers that saw a part of so few.
func TestWhatIsTaughtIsLearnt(t *testing.T) {
	m, bank := small(t)
	words, tags, heads, lemmas := 0, 0, 0, 0
	for _, s := range bank {
		var forms []string
		for _, w := range s.Words {
			forms = append(forms, w.Form)
		}
		for i, w := range m.Parse(nil, forms) {
			g := s.Words[i]
			words++
			if w.UPOS == g.UPOS && w.XPOS == g.XPOS {
				tags++
			}
			if w.Head == g.Head-1 && w.Rel == g.Rel {
				heads++
			}
			if m.Lemma(g.Form, g.UPOS) == g.Lemma {
				lemmas++
			}
		}
	}
	if tags < words*9/10 || heads < words*6/10 || lemmas < words*9/10 {
		t.Errorf("of %d words: %d tags, %d heads with their relation, %d lemmas", words, tags, heads, lemmas)
	}
}

// TestTheSameTreebankGivesTheSameFile is the promise that a model can be made again.
func TestTheSameTreebankGivesTheSameFile(t *testing.T) {
	var files [2]bytes.Buffer
	for i := range files {
		m, _ := small(t)
		if err := m.Write(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two trainings on one treebank gave two files")
	}
}

// TestAnOddTreebank: sentences of one word and trees that cross do not stop a training.
func TestAnOddTreebank(t *testing.T) {
	bank := []conllu.Sentence{
		{Words: []conllu.Word{{Form: "Yes", Lemma: "yes", UPOS: "INTJ", XPOS: "UH", Rel: "root"}}},
		{Words: []conllu.Word{{Form: "a", UPOS: "X", XPOS: "FW", Head: 3, Rel: "dep"}, {Form: "b", UPOS: "X", XPOS: "FW", Head: 4, Rel: "dep"}, {Form: "c", UPOS: "X", XPOS: "FW", Rel: "root"}, {Form: "d", UPOS: "X", XPOS: "FW", Head: 3, Rel: "dep"}}},
	}
	s := Settings{Tagger: Rounds{2, 2}, Parser: Rounds{2, 2}, Batch: 4}
	s.Bits.Tagger, s.Bits.Actions, s.Bits.Labels = 10, 10, 10
	m, err := Train([]Treebank{{bank, 2}}, s, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(m.Parse(nil, []string{"Yes", "c", "z"})); got != 3 {
		t.Errorf("%d words", got)
	}
}
