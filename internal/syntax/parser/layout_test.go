package parser

import (
	"strings"
	"testing"
)

// TestQuestionsFillTheirLayouts: each question has one row in each place of its layout,
// and the places tile the rows.
func TestQuestionsFillTheirLayouts(t *testing.T) {
	for name, l := range map[string]Layout{"tagger": TaggerLayout, "actions": ActionLayout, "labels": LabelLayout} {
		next := uint32(0)
		for i, p := range l {
			if p.First != next || p.Values == 0 || p.Values&(p.Values-1) != 0 || p.Kind >= Kinds {
				t.Errorf("%s, place %d: %+v, want it from row %d", name, i, p, next)
			}
			next = p.First + p.Values
		}
		if l.Rows() != int(next) {
			t.Errorf("%s: %d rows, want %d", name, l.Rows(), next)
		}
		if len(l) > maxSummed {
			t.Errorf("%s: %d places, at most %d can be added up", name, len(l), maxSummed)
		}
	}
	g := &Grammar{Dictionary: Dictionary{Tags: []string{"NN|NOUN", "VB|VERB"}, Open: []uint8{0, 1}},
		Relations: []string{"", "nsubj", "root"}, Allowed: map[Pair][]uint8{{"VERB", "NOUN"}: {1, 2}, {"NOUN", "NOUN"}: {1, 2}}}
	g.Number()
	a := NewAnalysis(g)
	asked := 0
	fills := func(l Layout) Chooser {
		return func(q *Question) uint8 {
			asked++
			if len(q.Deep) != len(l) {
				t.Fatalf("%d rows for %d places", len(q.Deep), len(l))
			}
			for i, row := range q.Deep {
				if p := l[i]; row < p.First || row >= p.First+p.Values {
					t.Fatalf("place %d: row %d, want one of %d from %d", i, row, p.Values, p.First)
				}
			}
			return q.Classes[len(q.Classes)-1]
		}
	}
	a.Look(strings.Fields("the visit begins 習近平 on Monday the 12th and ends soon"))
	a.Tree(a.Tag(fills(TaggerLayout), nil), fills(ActionLayout), fills(LabelLayout), nil)
	if asked < 20 {
		t.Errorf("asked only %d questions", asked)
	}
}
