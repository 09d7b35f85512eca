package learn

import (
	"math"
	"math/rand/v2"

	"readout/internal/syntax/parser"
)

// net is a network with one hidden layer over the deep rows: the rows of a question
// are added up, what is below zero is cut, and each class weighs the rest. It learns
// by AdaGrad on the logarithm of the right class's probability, one rate a row. All its sums are in a fixed order and every product is
// rounded on its own (float32(x*y)), so that no machine fuses them.
type net struct {
	hidden         int
	emb, embSq     []float32 // rows × hidden; a row
	bias           []float32
	biasSq         float32
	out, outSq     []float32 // classes × hidden; a class
	sum, act, back []float32 // of the question in hand
	keep           []bool
	score, prob    [256]float32
	rng            *rand.Rand
	explore        exploration
}

// Settings of the networks: the rate of learning, the share of hidden units that is
// left out of each step, and how sure the right class must be to learn no more.
const (
	rate    = 0.05
	dropped = 0.25
	enough  = 0.995
)

func newNet(rows, hidden, classes int, seed uint64) *net {
	n := &net{hidden: hidden, emb: make([]float32, rows*hidden), embSq: make([]float32, rows), bias: make([]float32, hidden),
		out: make([]float32, classes*hidden), outSq: make([]float32, classes), sum: make([]float32, hidden), act: make([]float32, hidden),
		back: make([]float32, hidden), keep: make([]bool, hidden), rng: rand.New(rand.NewPCG(seed, 2))}
	n.explore = exploration{rand.New(rand.NewPCG(seed, 3)), true}
	for i := range n.emb {
		n.emb[i] = (n.rng.Float32() - 0.5) * 0.1
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
func (n *net) choose(q *parser.Question) uint8 {
	n.forward(q)
	v := judge(q, func(c uint8) float64 { return float64(n.score[c]) })
	if v.bad >= 0 {
		n.learn(q, uint8(v.good))
	}
	return n.explore.next(v)
}

func (n *net) forward(q *parser.Question) {
	h := n.sum
	copy(h, n.bias)
	for _, row := range q.Deep {
		e := n.emb[int(row)*n.hidden:][:len(h)]
		for k := range h {
			h[k] += e[k]
		}
	}
	for k, v := range h {
		n.keep[k] = n.rng.Float32() >= dropped
		if v < 0 || !n.keep[k] {
			v = 0
		}
		n.act[k] = v / (1 - dropped)
	}
	for _, c := range q.Classes {
		o := n.out[int(c)*n.hidden:][:len(h)]
		var s float32
		for k, v := range n.act {
			s += float32(o[k] * v)
		}
		n.score[c] = s
	}
}

// learn moves the weights so that good gets likelier.
func (n *net) learn(q *parser.Question, good uint8) {
	top := n.score[good]
	for _, c := range q.Classes {
		top = max(top, n.score[c])
	}
	var all float32
	for _, c := range q.Classes {
		n.prob[c] = float32(math.Exp(float64(n.score[c] - top)))
		all += n.prob[c]
	}
	if n.prob[good] > float32(enough*all) {
		return
	}
	clear(n.back)
	var actSq float32
	for _, v := range n.act {
		actSq += float32(v * v)
	}
	actSq /= float32(n.hidden)
	for _, c := range q.Classes {
		g := n.prob[c] / all
		if c == good {
			g--
		}
		n.moveClass(int(c), g, actSq)
	}
	n.moveRows(q.Deep)
}

// moveClass takes a class's weights a step down the slope g, and hands on its share
// of the slope to the hidden layer.
func (n *net) moveClass(c int, g, actSq float32) {
	o := n.out[c*n.hidden:][:n.hidden]
	n.outSq[c] += float32(float32(g*g) * actSq)
	step := rate * g / float32(math.Sqrt(float64(n.outSq[c])+0.1))
	for k := range o {
		n.back[k] += float32(g * o[k])
		o[k] -= float32(step * n.act[k])
	}
}

// moveRows takes the rows of the question a step down the slope.
func (n *net) moveRows(rows []uint32) {
	var sq float32
	for k := range n.back {
		if n.sum[k] <= 0 || !n.keep[k] {
			n.back[k] = 0
		}
		sq += float32(n.back[k] * n.back[k])
	}
	sq /= float32(n.hidden)
	move := func(to []float32, sum *float32) {
		*sum += sq
		step := rate / float32(math.Sqrt(float64(*sum)+1e-4))
		to = to[:len(n.back)]
		for k, b := range n.back {
			to[k] -= float32(step * b)
		}
	}
	for _, row := range rows {
		move(n.emb[int(row)*n.hidden:], &n.embSq[row])
	}
	move(n.bias, &n.biasSq)
}

// mean is the average of a network's weights at several moments.
type mean struct {
	emb, bias, out []float32
	moments        float32
}

func (m *mean) take(n *net) {
	if m.moments == 0 {
		m.emb, m.bias, m.out = make([]float32, len(n.emb)), make([]float32, len(n.bias)), make([]float32, len(n.out))
	}
	m.moments++
	for _, x := range [...][2][]float32{{m.emb, n.emb}, {m.bias, n.bias}, {m.out, n.out}} {
		for i, v := range x[1] {
			x[0][i] += (v - x[0][i]) / m.moments
		}
	}
}
