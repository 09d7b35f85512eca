// Package parser tags the words of English sentences and finds their trees, as
// Universal Dependencies (version 2) would have them. It knows no texts: words come
// in as strings, already cut as the treebanks cut them. The tagger is greedy, the
// parser goes through the transitions of the arc-hybrid system (Kuhlmann, Gómez-
// Rodríguez and Satta 2011); both take time in proportion to the number of words.
// The weights come from package learn; at run time all is whole numbers.
package parser

import (
	"sync"
)

// Model is a tagger, parser and lemmatiser for one language. It does not change,
// and any number of goroutines may use it.
type Model struct {
	Grammar
	Lemmas
	Tagger, Actions, Labels Weights
	pool                    sync.Pool // of *Analysis
}

// Word is a word of a sentence with what the model says of it.
type Word struct {
	UPOS, XPOS string
	Rel        string // its relation to the head
	Head       int    // the index of the word that it hangs on; -1 for the root of the sentence
}

// MaxWords is the longest sentence that is taken as one; of a longer one, each
// stretch of so many words is a sentence.
const MaxWords = 400

// Ready checks a model and makes it fit for use.
func (m *Model) Ready() error {
	for _, x := range []struct {
		w       *Weights
		layout  Layout
		classes int
	}{{&m.Tagger, TaggerLayout, len(m.Tags)}, {&m.Actions, ActionLayout, actions}, {&m.Labels, LabelLayout, len(m.Relations)}} {
		if err := x.w.prepare(x.layout, x.classes); err != nil {
			return err
		}
	}
	m.Number()
	m.pool.New = func() any { return NewAnalysis(&m.Grammar) }
	return nil
}

// Parse appends to out what the model says of the words of a sentence.
func (m *Model) Parse(out []Word, forms []string) []Word {
	a := m.pool.Get().(*Analysis)
	defer m.pool.Put(a)
	for len(forms) > 0 {
		n := min(len(forms), MaxWords)
		out = m.parse(a, out, forms[:n])
		forms = forms[n:]
	}
	return out
}

func (m *Model) parse(a *Analysis, out []Word, forms []string) []Word {
	first := len(out)
	a.Look(forms)
	tags := a.Tag(m.Tagger.choose, nil)
	a.Tree(tags, m.Actions.choose, m.Labels.choose, nil)
	for i, t := range tags {
		head, rel := a.Arc(i + 1)
		w := Word{XPOS: m.xpos[t], UPOS: m.upos[t], Rel: m.Relations[rel], Head: first + int(head) - 1}
		if int(head) > len(forms) {
			w.Head = -1
		}
		out = append(out, w)
	}
	return out
}

// Actions is how many transitions there are.
const Actions = actions

// NewTagger gives a tagger alone, for one goroutine; its answers are valid until the
// next sentence only if they are copied.
func NewTagger(g *Grammar, w Weights) (tag func(forms []string) []uint8, err error) {
	if err := w.prepare(TaggerLayout, len(g.Tags)); err != nil {
		return nil, err
	}
	a := NewAnalysis(g)
	return func(forms []string) []uint8 {
		a.Look(forms)
		return append([]uint8(nil), a.Tag(w.choose, nil)...)
	}, nil
}
