package learn

import (
	"math"
	"math/rand/v2"

	"readout/internal/syntax/parser"
)

// layer is the hidden layer of a network, as a question fills it: the question's deep
// rows are added up, what is below zero is cut, and each class weighs the rest. A
// network learns the logarithm of the right class's probability. It has its rows from
// one of two kinds of table: ownRows and sharedRows.
//
// All sums are in a fixed order and every product is rounded on its own
// (float32(x*y)), so that no machine fuses them.
type layer struct {
	sum, act, back []float32 // the sum, what is left of it, the slope of that
	keep           []bool
	score, slope   [256]float32 // by class
	rng            *rand.Rand
	explore        exploration
}

// Settings of the networks: the share of hidden units that is left out of each step,
// and how sure the right class must be to learn no more.
const (
	dropped = 0.25
	enough  = 0.995
)

func newLayer(seed uint64) layer {
	const h = parser.Hidden
	return layer{sum: make([]float32, h), act: make([]float32, h), back: make([]float32, h), keep: make([]bool, h),
		rng: rand.New(rand.NewPCG(seed, 2)), explore: exploration{rand.New(rand.NewPCG(seed, 3)), true}}
}

// of is the i-th stretch of Hidden weights.
func of(w []float32, i int) []float32 {
	return w[i*parser.Hidden:][:parser.Hidden:parser.Hidden]
}

// weigh cuts the sum and gives the classes their scores.
func (l *layer) weigh(q *parser.Question, out []float32) {
	for k, v := range l.sum {
		l.keep[k] = l.rng.Float32() >= dropped
		if v < 0 || !l.keep[k] {
			v = 0
		}
		l.act[k] = v / (1 - dropped)
	}
	for _, c := range q.Classes {
		o := of(out, int(c))
		var s float32
		for k, v := range l.act {
			s += float32(o[k] * v)
		}
		l.score[c] = s
	}
}

// answer judges the scores: learn is told of the right class, if there is one.
func (l *layer) answer(q *parser.Question, learn func(good uint8)) uint8 {
	v := judge(q, func(c uint8) float64 { return float64(l.score[c]) })
	if v.bad >= 0 {
		learn(uint8(v.good))
	}
	return l.explore.next(v)
}

// slopes finds the slope of each class's score that makes good likelier; false if it is
// likely enough.
func (l *layer) slopes(q *parser.Question, good uint8) bool {
	top := l.score[good]
	for _, c := range q.Classes {
		top = max(top, l.score[c])
	}
	var all float32
	for _, c := range q.Classes {
		l.slope[c] = exp(l.score[c] - top)
		all += l.slope[c]
	}
	if l.slope[good] > float32(enough*all) {
		return false
	}
	for _, c := range q.Classes {
		l.slope[c] /= all
	}
	l.slope[good]--
	clear(l.back)
	return true
}

// cutBack leaves out of the slope what was cut from the sum.
func (l *layer) cutBack() {
	for k := range l.back {
		if l.sum[k] <= 0 || !l.keep[k] {
			l.back[k] = 0
		}
	}
}

// exp is e to the power of x, at most 0: that of package math is not the same on all
// machines.
func exp(x float32) float32 {
	halves := math.Floor(float64(float64(x)*math.Log2E) + 0.5)
	rest := float64(x) - float64(halves*math.Ln2)
	sum, term := 1.0, 1.0
	for i := 1.0; i < 14; i++ {
		term = float64(term*rest) / i
		sum += term
	}
	return float32(math.Ldexp(sum, int(halves)))
}

// falling is a rate of learning in one of n rounds.
func falling(rate float32, round, n int) float32 { return rate * float32(n-round) / float32(n) }

// mean is the average of a network's weights at several moments.
type mean struct {
	rows, bias, out []float32
	moments         float32
}

func (m *mean) take(rows, bias, out []float32) {
	if m.moments == 0 {
		m.rows, m.bias, m.out = make([]float32, len(rows)), make([]float32, len(bias)), make([]float32, len(out))
	}
	m.moments++
	for _, x := range [...][2][]float32{{m.rows, rows}, {m.bias, bias}, {m.out, out}} {
		for i, v := range x[1] {
			x[0][i] += (v - x[0][i]) / m.moments
		}
	}
}
