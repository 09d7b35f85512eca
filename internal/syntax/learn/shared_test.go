package learn

import (
	"math"
	"testing"

	"readout/internal/syntax/parser"
)

// TestWhatIsLearntAtOnePlaceIsKnownAtAnother: values 0 to 7 are of class 0 or 1; at the
// second place only the first four of them are ever seen with their class, and the
// others are right there too.
func TestWhatIsLearntAtOnePlaceIsKnownAtAnother(t *testing.T) {
	const kind = parser.Kinds - 1
	layout := parser.Layout{{Kind: kind, First: 0, Values: 16}, {Kind: kind, First: 16, Values: 16}}
	n := newShared(layout, 2, 4, 1)
	class := [...]uint8{0, 1, 1, 0, 1, 0, 0, 1}
	const none = 15
	ask := func(first, second uint32, right uint8) uint8 {
		costs := []int{1, 1}
		costs[right] = 0
		return n.choose(&parser.Question{Deep: []uint32{first, 16 + second}, Classes: []uint8{0, 1}, Costs: costs})
	}
	for range 400 {
		for v, c := range class {
			ask(uint32(v), none, c)
			if v < 4 {
				ask(none, uint32(v), c)
			}
		}
	}
	var m mean
	m.take(n.whole())
	for v, c := range class {
		var score [2]float32
		for k := range parser.Hidden {
			h := m.bias[k] + of(m.rows, none)[k] + of(m.rows, 16+v)[k]
			for i := range score {
				score[i] += max(0, h) * of(m.out, i)[k]
			}
		}
		if score[c] <= score[1-c] {
			t.Errorf("value %d at the second place: %v, its class is %d", v, score, c)
		}
	}
	for v := 8; v < none; v++ {
		for _, x := range of(m.rows, v) {
			if x != 0 {
				t.Fatalf("value %d was never seen and has a row", v)
			}
		}
	}
}

// TestWordsAreMasked: some words are taken for words without a row, other values never.
func TestWordsAreMasked(t *testing.T) {
	n := newShared(parser.LabelLayout, 2, 4, 1)
	var rows []uint32
	for _, p := range n.layout {
		rows = append(rows, p.First+7)
	}
	masked, words := 0, 0
	for range 1000 {
		n.mask(rows)
		for i, p := range n.layout {
			switch {
			case p.Kind != parser.WordKind:
				if n.deep[i] != rows[i] {
					t.Fatalf("place %d of kind %d: row %d became %d", i, p.Kind, rows[i], n.deep[i])
				}
			case n.deep[i] == p.First+parser.UnknownRow:
				masked++
				fallthrough
			default:
				words++
			}
		}
	}
	if share := 100 * masked / words; share < maskedOf100-2 || share > maskedOf100+2 {
		t.Errorf("%d of %d words", masked, words)
	}
}

// TestThePerceptronOmitsFeatures: as many as it is told to, none at 0.
func TestThePerceptronOmitsFeatures(t *testing.T) {
	q := &parser.Question{Wide: make([]uint32, 1000), Classes: []uint8{0, 1}, Costs: []int{0, 1}}
	for _, omit := range []uint32{0, 10} {
		p := newPerceptron(10, omit, 1)
		p.choose(q)
		if left := 1000 - len(p.kept); left < 8*int(omit) || left > 12*int(omit) {
			t.Errorf("%d of 100: %d of 1000 left out", omit, left)
		}
	}
}

func TestExp(t *testing.T) {
	for x := float32(0); x > -60; x -= 0.37 {
		if want := float32(math.Exp(float64(x))); math.Abs(float64(exp(x)/want-1)) > 1e-6 {
			t.Errorf("e^%g: got %g, want %g", x, exp(x), want)
		}
	}
}

func TestWidth(t *testing.T) {
	for values, want := range map[uint32]int{8: 4, 16: 8, 128: 20, 1024: 32} {
		if got := width(values); got != want {
			t.Errorf("%d values: %d, want %d", values, got, want)
		}
	}
}
