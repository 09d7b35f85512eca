package learn

import (
	"math"
	"sort"

	"readout/internal/syntax/parser"
)

// tuning is how a linear model goes into a vote, chosen on the development sets.
type tuning struct {
	temperature float64 // how many of its points weigh as much as one unit of the networks' logarithm of a probability
	negligible  float64 // what an average weight must reach to be kept
}

var taggerTuning, actionTuning, labelTuning = tuning{20, 1.25}, tuning{40, 2}, tuning{20, 2}

// unit is how many points of a score one unit of a probability's logarithm is.
const unit = 1 << 32

// weigh makes the weights of the run time from those of training. Of several
// networks, the mean counts.
func weigh(p *perceptron, t tuning, nets ...*mean) parser.Weights {
	wide := p.mean()
	largest := 0.0
	for _, v := range wide {
		largest = max(largest, math.Abs(v))
	}
	w := parser.Weights{Wide: make([]int8, len(p.now)-256+parser.WidePad)}
	for i, v := range wide {
		if math.Abs(v) >= t.negligible {
			w.Wide[i] = int8(math.Copysign(math.Round(most*math.Sqrt(math.Abs(v)/largest)), v))
		}
	}
	w.WideUnit = int64(unit * largest / (most * most) / t.temperature)
	for _, n := range nets {
		w.Nets = append(w.Nets, n.net(len(nets)))
	}
	return w
}

// most and mostOut are the largest rows and outputs.
const most, mostOut = 127, 2047

// net makes the network of the run time, one of several that vote.
func (m *mean) net(several int) (n parser.Net) {
	row := most / clip(m.rows)
	n.Rows = make([]int8, len(m.rows))
	for i, v := range m.rows {
		n.Rows[i] = int8(max(-most, min(most, math.Round(float64(v)*row))))
	}
	n.Bias = make([]int32, len(m.bias))
	for i, v := range m.bias {
		n.Bias[i] = int32(math.Round(float64(v) * row))
	}
	top := 0.0
	for _, v := range m.out {
		top = max(top, math.Abs(float64(v)))
	}
	out := mostOut / top
	n.Out = make([]int16, len(m.out))
	for i, v := range m.out {
		n.Out[i] = int16(math.Round(float64(v) * out))
	}
	n.Unit = int64(unit / (row * out) / float64(several))
	return n
}

// clip is the size that all but one of a thousand weights stay below.
func clip(weights []float32) float64 {
	sizes := make([]float64, 0, len(weights))
	for _, v := range weights {
		sizes = append(sizes, math.Abs(float64(v)))
	}
	sort.Float64s(sizes)
	return max(1e-6, sizes[len(sizes)*999/1000])
}
