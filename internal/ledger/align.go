package ledger

import (
	"cmp"
	"slices"

	"readout"
)

// The weights of alignment, set on pairs of accounts that were aligned by hand.
const (
	topicWeight  = 0.15  // a shared topic
	otherTopics  = -0.03 // topics on both sides, none shared
	toneWeight   = 0.5   // two clauses that both describe the talk itself
	threshold    = 0.10  // two clauses below it do not speak of one matter
	joinFactor   = 2.0   // a further clause joins a group at this multiple of the threshold
	orderPenalty = 0.04  // for clauses at opposite ends of their texts
)

// alikeness is how likely two clauses of two accounts speak of one matter.
func alikeness(a, b *matter, lenA, lenB int) float64 {
	tone := a.point.Act == readout.Assessed && b.point.Act == readout.Assessed
	if (a.point.Act == readout.Assessed) != (b.point.Act == readout.Assessed) {
		return 0 // what is said of the talk and what is said in it
	}
	s := a.cosine(b)
	if tone {
		s += toneWeight
	}
	shared := 0
	for _, t := range a.point.Topics {
		if slices.Contains(b.point.Topics, t) {
			shared++
		}
	}
	switch {
	case shared > 0:
		s += topicWeight * (2 * float64(shared) / float64(len(a.point.Topics)+len(b.point.Topics)))
	case len(a.point.Topics) > 0 && len(b.point.Topics) > 0:
		s += otherTopics
	}
	apart := float64(a.at)/float64(max(lenA, 1)) - float64(b.at)/float64(max(lenB, 1))
	return s - orderPenalty*max(apart, -apart)
}

// group is one matter: the clauses of both accounts that speak of it.
type group struct{ a, b []*matter }

// pairing is a pair of clauses with their likeness.
type pairing struct {
	a, b  *matter
	score float64
}

// align groups the clauses of two accounts: the best pairs first, one to one;
// then a clause left over joins the neighbour's group where it is much like
// the other side's clause.
func align(left, right []*matter) []*group {
	var pairs []pairing
	for _, a := range left {
		for _, b := range right {
			if s := alikeness(a, b, len(left), len(right)); s >= threshold {
				pairs = append(pairs, pairing{a, b, s})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pairing) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a.at, y.a.at), cmp.Compare(x.b.at, y.b.at))
	})
	inA, inB := map[*matter]*group{}, map[*matter]*group{}
	var groups []*group
	for _, p := range pairs {
		if inA[p.a] == nil && inB[p.b] == nil {
			g := &group{a: []*matter{p.a}, b: []*matter{p.b}}
			inA[p.a], inB[p.b], groups = g, g, append(groups, g)
		}
	}
	for _, p := range pairs {
		if p.score < threshold*joinFactor {
			break
		}
		if g := inB[p.b]; inA[p.a] == nil && g != nil && beside(p.a, g.a) {
			g.a, inA[p.a] = append(g.a, p.a), g
		} else if g := inA[p.a]; inB[p.b] == nil && g != nil && beside(p.b, g.b) {
			g.b, inB[p.b] = append(g.b, p.b), g
		}
	}
	for _, a := range left {
		if inA[a] == nil {
			groups = append(groups, &group{a: []*matter{a}})
		}
	}
	for _, b := range right {
		if inB[b] == nil {
			groups = append(groups, &group{b: []*matter{b}})
		}
	}
	return groups
}

// beside reports whether the clause stands next to one of the others.
func beside(m *matter, others []*matter) bool {
	return slices.ContainsFunc(others, func(o *matter) bool { return max(m.at-o.at, o.at-m.at) <= 1 })
}
