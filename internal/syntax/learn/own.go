package learn

import (
	"math"

	"readout/internal/syntax/parser"
)

// ownRows is a network whose places have rows of their own. It learns by AdaGrad, one
// rate a row, at each question.
type ownRows struct {
	layer
	rows, rowsSq []float32 // rows × Hidden; a row
	bias         []float32
	biasSq       float32
	out, outSq   []float32 // classes × Hidden; a class
}

// ownRate is the rate of learning, which does not fall; ownFrom the round from which
// the weights are averaged.
const ownRate, ownFrom = 0.05, 1

func newOwn(layout parser.Layout, classes int, seed uint64) *ownRows {
	const h = parser.Hidden
	n := &ownRows{layer: newLayer(seed), rows: make([]float32, layout.Rows()*h), rowsSq: make([]float32, layout.Rows()), bias: make([]float32, h),
		out: make([]float32, classes*h), outSq: make([]float32, classes)}
	for i := range n.rows {
		n.rows[i] = (n.rng.Float32() - 0.5) * 0.1
	}
	for i := range n.out {
		n.out[i] = (n.rng.Float32() - 0.5) * 0.3
	}
	for i := range n.bias {
		n.bias[i] = 0.1
	}
	return n
}

// choose answers a question and learns from it.
func (n *ownRows) choose(q *parser.Question) uint8 {
	h := n.sum
	copy(h, n.bias)
	for _, row := range q.Deep {
		e := of(n.rows, int(row))[:len(h)]
		for k := range h {
			h[k] += e[k]
		}
	}
	n.weigh(q, n.out)
	return n.answer(q, func(good uint8) { n.learn(q, good) })
}

// learn moves the weights so that good gets likelier.
func (n *ownRows) learn(q *parser.Question, good uint8) {
	if !n.slopes(q, good) {
		return
	}
	var actSq float32
	for _, v := range n.act {
		actSq += float32(v * v)
	}
	actSq /= parser.Hidden
	for _, c := range q.Classes {
		n.moveClass(int(c), n.slope[c], actSq)
	}
	n.cutBack()
	n.moveRows(q.Deep)
}

// moveClass takes a class's weights a step down the slope g, and hands on its share
// of the slope to the hidden layer.
func (n *ownRows) moveClass(c int, g, actSq float32) {
	o := of(n.out, c)
	n.outSq[c] += float32(float32(g*g) * actSq)
	step := ownRate * g / float32(math.Sqrt(float64(n.outSq[c])+0.1))
	for k := range o {
		n.back[k] += float32(g * o[k])
		o[k] -= float32(step * n.act[k])
	}
}

// moveRows takes the rows of the question a step down the slope.
func (n *ownRows) moveRows(rows []uint32) {
	var sq float32
	for _, b := range n.back {
		sq += float32(b * b)
	}
	sq /= parser.Hidden
	move := func(to []float32, sum *float32) {
		*sum += sq
		step := ownRate / float32(math.Sqrt(float64(*sum)+1e-4))
		to = to[:len(n.back)]
		for k, b := range n.back {
			to[k] -= float32(step * b)
		}
	}
	for _, row := range rows {
		move(of(n.rows, int(row)), &n.rowsSq[row])
	}
	move(n.bias, &n.biasSq)
}

// whole gives the weights as they are used.
func (n *ownRows) whole() (rows, bias, out []float32) { return n.rows, n.bias, n.out }
