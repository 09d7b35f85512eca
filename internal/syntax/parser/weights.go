package parser

import (
	"fmt"
)

// Hidden is how many units the hidden layers have.
const Hidden = 64

// Weights answer questions with whole numbers alone, so that the answers are the
// same on every machine. Several models vote: a linear one over the wide features and
// one or more networks with a hidden layer over the deep rows.
type Weights struct {
	Wide     []int8 // a power of two of them, and WidePad; the square of each, with its sign, counts
	WideUnit int64  // what a point of the linear model is worth
	Nets     []Net
	mask     uint32
}

// Net is a network with one hidden layer.
type Net struct {
	Rows   []int8          // rows × Hidden
	Bias   []int32         // Hidden
	Out    []int16         // classes × Hidden
	Unit   int64           // what a point of it is worth
	packed [][words]uint64 // the rows: eight units, each with 128 added, in a word
}

// WidePad is the room behind the last wide weight for the classes of a feature.
const WidePad = 256

// words is how many words hold a row. They are added up as lanes of 16 bits, the even
// bytes and the odd ones apart: a sum of at most maxSummed values below 256 never
// carries into the next lane.
const words, maxSummed = Hidden / 8, 256

// squares undoes the square roots in which wide weights are kept: small weights are
// many and need to be told apart, large ones do not.
var squares = func() (s [256]int32) {
	for i := range s {
		v := int32(int8(i))
		s[i] = v * v
		if v < 0 {
			s[i] = -v * v
		}
	}
	return s
}()

// prepare checks the sizes and makes what the answers need.
func (w *Weights) prepare(l Layout, classes int) error {
	n := len(w.Wide) - WidePad
	if n <= 0 || n&(n-1) != 0 {
		return fmt.Errorf("%d wide weights, want a power of two and %d", len(w.Wide), WidePad)
	}
	if len(w.Nets) == 0 {
		return fmt.Errorf("no network")
	}
	w.mask = uint32(n - 1)
	for i := range w.Nets {
		if err := w.Nets[i].prepare(l.Rows(), classes); err != nil {
			return err
		}
	}
	return nil
}

func (n *Net) prepare(rows, classes int) error {
	if len(n.Rows) != rows*Hidden || len(n.Bias) != Hidden || len(n.Out) < classes*Hidden {
		return fmt.Errorf("hidden layer of %d, %d and %d weights, want %d, %d and %d", len(n.Rows), len(n.Bias), len(n.Out), rows*Hidden, Hidden, classes*Hidden)
	}
	n.packed = make([][words]uint64, rows)
	for r := range n.packed {
		for k, v := range n.Rows[r*Hidden : (r+1)*Hidden] {
			n.packed[r][k/8] |= uint64(int64(v)+128) << (8 * (k % 8))
		}
	}
	return nil
}

// choose answers a question.
func (w *Weights) choose(q *Question) uint8 {
	var points [256]int32
	if len(q.Classes) <= 3 {
		w.addFew(q, &points)
	} else {
		for _, f := range q.Wide {
			at := (*[WidePad]int8)(w.Wide[f&w.mask:])
			for _, c := range q.Classes {
				points[c] += squares[uint8(at[c])]
			}
		}
	}
	var score [256]int64
	for _, c := range q.Classes {
		score[c] = int64(points[c]) * w.WideUnit
	}
	for i := range w.Nets {
		w.Nets[i].add(q, &score)
	}
	best := q.Classes[0]
	for _, c := range q.Classes[1:] {
		if score[c] > score[best] {
			best = c
		}
	}
	return best
}

// add adds a network's points.
func (n *Net) add(q *Question, score *[256]int64) {
	units := n.units(q.Deep)
	for _, c := range q.Classes {
		out := (*[Hidden]int16)(n.Out[int(c)*Hidden:])
		var deep int64
		for k, u := range units {
			deep += int64(int32(out[k]) * u)
		}
		score[c] += deep * n.Unit
	}
}

// addFew adds up the points of at most three classes, as most questions have them.
func (w *Weights) addFew(q *Question, points *[256]int32) {
	a, b, c := q.Classes[0], q.Classes[min(1, len(q.Classes)-1)], q.Classes[len(q.Classes)-1]
	var x, y, z int32
	for _, f := range q.Wide {
		at := (*[WidePad]int8)(w.Wide[f&w.mask:])
		x += squares[uint8(at[a])]
		y += squares[uint8(at[b])]
		z += squares[uint8(at[c])]
	}
	points[a], points[b], points[c] = x, y, z
}

// units is the hidden layer.
func (n *Net) units(rows []uint32) (out [Hidden]int32) {
	rows = rows[:min(len(rows), maxSummed)]
	const evenBytes = 0x00ff00ff00ff00ff
	var even, odd [words]uint64
	for k := 0; k < words; k += 4 { // the sums of four words stay in registers
		var a, b, c, d, e, f, g, h uint64
		for _, r := range rows {
			x := (*[4]uint64)(n.packed[r][k : k+4])
			a, b = a+x[0]&evenBytes, b+x[0]>>8&evenBytes
			c, d = c+x[1]&evenBytes, d+x[1]>>8&evenBytes
			e, f = e+x[2]&evenBytes, f+x[2]>>8&evenBytes
			g, h = g+x[3]&evenBytes, h+x[3]>>8&evenBytes
		}
		even[k], even[k+1], even[k+2], even[k+3] = a, c, e, g
		odd[k], odd[k+1], odd[k+2], odd[k+3] = b, d, f, h
	}
	shift := int32(128 * len(rows))
	for k := range out {
		sum := even[k/8]
		if k%2 == 1 {
			sum = odd[k/8]
		}
		out[k] = max(0, int32(sum>>(16*(k%8/2))&0xffff)-shift+n.Bias[k])
	}
	return out
}
