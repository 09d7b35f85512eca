package learn

import (
	"readout/internal/syntax/parser"
)

// sharedRows is a network whose rows are products: the vector of a value times the
// matrix of the place where it stands. So what a word is like is learnt from all places
// where it is looked at, and places differ in few weights; with rows of their own they
// learn the treebank by heart. The rows are multiplied out once for each batch of
// questions in which they are needed, and all of them when training ends.
type sharedRows struct {
	layer
	layout          parser.Layout
	vectors         [parser.Kinds]*weights // values × width
	places          []*weights             // width × Hidden
	bias, out       *weights               // Hidden; classes × Hidden
	rows, rowSlopes []float32              // of the batch in hand: rows × Hidden
	made            []made                 // the rows that the batch has used
	fresh           []bool                 // by row: it is among them
	asked, batch    int                    // questions of the batch so far, and in all
	begun           begun
	rate            float32
	deep            []uint32
}

// made is a row and its place.
type made struct{ place, row int }

// Settings of the networks with shared rows: the rate of learning in the first round,
// which falls from round to round, and how often of 100 times a word is taken for one
// that has no row, so that the other signs are learnt too.
const sharedRate, maskedOf100 = 0.003, 10

// width is how long the vectors of a kind are that has so many values: 4 for 8 values,
// 32 for 1024.
func width(values uint32) int {
	w := -8
	for ; values > 1; values /= 2 {
		w += 4
	}
	return w
}

func newShared(layout parser.Layout, classes, batch int, seed uint64) *sharedRows {
	const h = parser.Hidden
	rows := layout.Rows()
	n := &sharedRows{layer: newLayer(seed), layout: layout, batch: batch, rate: sharedRate,
		rows: make([]float32, rows*h), rowSlopes: make([]float32, rows*h), fresh: make([]bool, rows)}
	for _, p := range layout {
		wide := width(p.Values)
		if n.vectors[p.Kind] == nil {
			n.vectors[p.Kind] = newWeights(int(p.Values)*wide, 0.5, n.rng)
		}
		n.places = append(n.places, newWeights(wide*h, 0.1, n.rng))
	}
	n.bias, n.out = newWeights(h, 0, n.rng), newWeights(classes*h, 0.15, n.rng)
	for i := range n.bias.now {
		n.bias.now[i] = 0.1
	}
	return n
}

// choose answers a question and learns from it.
func (n *sharedRows) choose(q *parser.Question) uint8 {
	n.mask(q.Deep)
	h := n.sum
	copy(h, n.bias.now)
	for place, row := range n.deep {
		r := n.row(place, int(row))[:len(h)]
		for k := range h {
			h[k] += r[k]
		}
	}
	n.weigh(q, n.out.now)
	return n.answer(q, func(good uint8) { n.learn(q, good) })
}

// mask takes over the rows of a question, some words made unknown.
func (n *sharedRows) mask(rows []uint32) {
	n.deep = append(n.deep[:0], rows...)
	for i, p := range n.layout {
		if p.Kind == parser.WordKind && n.rng.Uint32()%100 < maskedOf100 {
			n.deep[i] = p.First + parser.UnknownRow
		}
	}
}

// row gives a row of the batch, which is made when it is first asked for.
func (n *sharedRows) row(place, row int) []float32 {
	r := of(n.rows, row)
	if !n.fresh[row] {
		n.fresh[row] = true
		n.made = append(n.made, made{place, row})
		n.multiply(place, row, r)
		clear(of(n.rowSlopes, row))
	}
	return r
}

// multiply makes a row: its vector times the matrix of its place.
func (n *sharedRows) multiply(place, row int, to []float32) {
	clear(to)
	matrix := n.places[place].now
	for i, x := range n.vector(n.vectors[n.layout[place].Kind].now, place, row) {
		addTimes(to, of(matrix, i), x)
	}
}

// vector is the stretch for a row's value, among those of its kind.
func (n *sharedRows) vector(all []float32, place, row int) []float32 {
	p := n.layout[place]
	wide := width(p.Values)
	return all[(row-int(p.First))*wide:][:wide]
}

// learn adds up the slopes that make good likelier.
func (n *sharedRows) learn(q *parser.Question, good uint8) {
	if n.slopes(q, good) {
		for _, c := range q.Classes {
			addTimes(n.back, of(n.out.now, int(c)), n.slope[c])
			addTimes(of(n.out.slope, int(c)), n.act, n.slope[c])
		}
		n.cutBack()
		addTimes(n.bias.slope, n.back, 1)
		for _, row := range n.deep {
			addTimes(of(n.rowSlopes, int(row)), n.back, 1)
		}
	}
	if n.asked++; n.asked == n.batch {
		n.step()
	}
}

// step ends a batch: the slopes of its rows go on to vectors and matrices, and all
// weights take a step.
func (n *sharedRows) step() {
	for _, m := range n.made {
		vectors, matrix, slope := n.vectors[n.layout[m.place].Kind], n.places[m.place], of(n.rowSlopes, m.row)
		down := n.vector(vectors.slope, m.place, m.row)
		for i, x := range n.vector(vectors.now, m.place, m.row) {
			down[i] += dot(of(matrix.now, i), slope)
			addTimes(of(matrix.slope, i), slope, x)
		}
		n.fresh[m.row] = false
	}
	n.made, n.asked = n.made[:0], 0
	n.begun.next()
	for _, list := range [][]*weights{n.vectors[:], n.places, {n.bias, n.out}} {
		for _, w := range list {
			if w != nil {
				w.step(n.rate, n.begun)
			}
		}
	}
}

// whole gives the weights as they are used, all rows multiplied out; those of values
// that were never seen are nothing.
func (n *sharedRows) whole() (rows, bias, out []float32) {
	rows = make([]float32, len(n.rows))
	for place, p := range n.layout {
		for row := int(p.First); row < int(p.First+p.Values); row++ {
			if !n.learnt(place, row) {
				continue
			}
			n.multiply(place, row, of(rows, row))
		}
	}
	return rows, n.bias.now, n.out.now
}

// learnt reports whether a row's value was ever seen: then its vector had a slope.
func (n *sharedRows) learnt(place, row int) bool {
	for _, s := range n.vector(n.vectors[n.layout[place].Kind].spread, place, row) {
		if s > 0 {
			return true
		}
	}
	return false
}
