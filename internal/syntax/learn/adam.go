package learn

import (
	"math"
	"math/rand/v2"
)

// weights are learnt together, a batch of questions at a time, by Adam (Kingma and Ba
// 2015): each goes down its own slope, the less far the more its slopes differ.
type weights struct {
	now, slope    []float32
	drift, spread []float32 // running means of the slope and of its square
}

// fade is what a running mean takes over of a batch: of the slope, and of its square.
const fadeDrift, fadeSpread = 0.1, 0.01

// newWeights makes n weights between -size and size.
func newWeights(n int, size float32, rng *rand.Rand) *weights {
	w := &weights{make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n)}
	for i := range w.now {
		w.now[i] = float32((2*rng.Float32() - 1) * size)
	}
	return w
}

// begun is how much of the running means is there, of 1: little after a few batches.
type begun struct{ drift, spread float32 }

func (b *begun) next() {
	b.drift += float32(fadeDrift * (1 - b.drift))
	b.spread += float32(fadeSpread * (1 - b.spread))
}

// step takes the weights a step down, and forgets the slope.
func (w *weights) step(rate float32, b begun) {
	rate /= b.drift
	for i, s := range w.slope {
		if s == 0 && w.drift[i] == 0 {
			continue
		}
		w.drift[i] += float32(fadeDrift * (s - w.drift[i]))
		w.spread[i] += float32(fadeSpread * (float32(s*s) - w.spread[i]))
		w.now[i] -= float32(rate*w.drift[i]) / (float32(math.Sqrt(float64(w.spread[i]/b.spread))) + 1e-6)
	}
	clear(w.slope)
}

// dot is the sum of the products, in four rows that are added up last: a fixed order.
func dot(a, b []float32) float32 {
	var s, t, u, v float32
	for len(a) >= 4 && len(b) >= 4 {
		s += float32(a[0] * b[0])
		t += float32(a[1] * b[1])
		u += float32(a[2] * b[2])
		v += float32(a[3] * b[3])
		a, b = a[4:], b[4:]
	}
	return s + t + (u + v)
}

// addTimes adds x times from to to.
func addTimes(to, from []float32, x float32) {
	from = from[:len(to)]
	for k := range to {
		to[k] += float32(x * from[k])
	}
}
