package learn

import (
	"math/rand/v2"

	"readout/internal/syntax/parser"
)

// perceptron is an averaged perceptron with a margin over the wide features. Its
// weights are whole numbers, so that training gives the same on every machine.
type perceptron struct {
	now     []int32
	lag     []int64 // Σ change × the step at which it came
	step    int64
	mask    uint32
	kept    []uint32 // the features of the question in hand that are not left out
	omit    uint32   // how many of 100 are
	rng     *rand.Rand
	scores  [256]int32
	explore exploration
}

// margin is how much the right class has to lead by.
const margin = 60

// newPerceptron makes a table of 2^bits weights and room behind it for the classes
// of the last feature. Of a question, omit of 100 features are left out, at random, so
// that rare ones do not stand in for all others.
func newPerceptron(bits int, omit uint32, seed uint64) *perceptron {
	n := 1<<bits + 256
	return &perceptron{now: make([]int32, n), lag: make([]int64, n), step: 1, mask: 1<<bits - 1, omit: omit, rng: rand.New(rand.NewPCG(seed, 5)), explore: exploration{rand.New(rand.NewPCG(seed, 1)), true}}
}

// choose answers a question and learns from it.
func (p *perceptron) choose(q *parser.Question) uint8 {
	for _, c := range q.Classes {
		p.scores[c] = 0
	}
	p.kept = p.kept[:0]
	for _, f := range q.Wide {
		if p.rng.Uint32()%100 < p.omit {
			continue
		}
		p.kept = append(p.kept, f)
		i := f & p.mask
		for _, c := range q.Classes {
			p.scores[c] += p.now[i+uint32(c)]
		}
	}
	v := judge(q, func(c uint8) float64 { return float64(p.scores[c]) })
	p.step++
	if v.bad >= 0 && p.scores[v.good] < p.scores[v.bad]+margin {
		for _, f := range p.kept {
			p.add(f&p.mask+uint32(v.good), 1)
			p.add(f&p.mask+uint32(v.bad), -1)
		}
	}
	return p.explore.next(v)
}

func (p *perceptron) add(i uint32, change int32) {
	p.now[i] += change
	p.lag[i] += int64(change) * p.step
}

// mean gives the average of each weight over all steps.
func (p *perceptron) mean() []float64 {
	out := make([]float64, len(p.now))
	for i, now := range p.now {
		if now != 0 || p.lag[i] != 0 {
			out[i] = float64(int64(now)*p.step-p.lag[i]) / float64(p.step)
		}
	}
	return out
}

// verdict is the best class of a question, the best of those that cost least, and
// the best of the others; -1 if there is none, or nothing is known.
type verdict struct{ best, good, bad int }

func judge(q *parser.Question, score func(uint8) float64) verdict {
	v := verdict{-1, -1, -1}
	least := 1 << 30
	for _, c := range q.Costs {
		least = min(least, c)
	}
	for k, c := range q.Classes {
		if v.best < 0 || score(c) > score(uint8(v.best)) {
			v.best = int(c)
		}
		if q.Costs == nil {
			continue
		}
		if to := &v.good; q.Costs[k] == least {
			if *to < 0 || score(c) > score(uint8(*to)) {
				*to = int(c)
			}
		} else if v.bad < 0 || score(c) > score(uint8(v.bad)) {
			v.bad = int(c)
		}
	}
	return v
}

// exploration decides how training goes on from a choice: as the model would have
// it, so that it learns what to do after its own mistakes; at first, and now and
// then later, as is right.
type exploration struct {
	rng   *rand.Rand
	first bool // the first round
}

// rightOf100 is how often of 100 times training goes on as is right.
const rightOf100 = 10

func (e *exploration) next(v verdict) uint8 {
	if v.good >= 0 && (e.first || e.rng.Uint32()%100 < rightOf100) {
		return uint8(v.good)
	}
	return uint8(v.best)
}
