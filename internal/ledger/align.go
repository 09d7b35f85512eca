package ledger

import (
	"cmp"
	"slices"

	"readout"
)

// The weights of alignment, set on pairs of accounts that were aligned by hand.
const (
	topicWeight  = 0.14  // a shared topic
	otherTopics  = -0.03 // topics on both sides, none shared
	sameAct      = 0.02  // of the same act
	sameAgent    = 0.04  // both are of what one side said or did
	otherAgent   = -0.06 // each is of what its own side said or did
	toneWeight   = 0.5   // two clauses that both describe the talk itself
	threshold    = 0.16  // two clauses below it do not speak of one matter
	orderPenalty = 0.10  // for clauses at opposite ends of their texts
)

// maxAligned bounds the clauses of a side that are aligned; what comes after
// stands by itself.
const maxAligned = 400

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
	shared, all := 0.0, 0.0
	for _, t := range a.point.Topics {
		shared += min(a.topics[t], b.topics[t])
		all += a.topics[t]
	}
	for _, t := range b.point.Topics {
		all += b.topics[t]
	}
	switch {
	case shared > 0:
		s += topicWeight * 2 * shared / all
	case len(a.point.Topics) > 0 && len(b.point.Topics) > 0:
		s += otherTopics
	}
	if a.point.Act == b.point.Act {
		s += sameAct
	}
	switch {
	case opposedAgents(a, b):
		s += otherAgent
	case len(a.by) == 1 && len(b.by) == 1:
		s += sameAgent
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
// then what both add in the same sentence; then what is left over of a topic
// that few clauses have; then a clause left over joins its neighbour's group
// where it is like the other side's clause, or of the topic that only that has,
// and not the answer of somebody else.
func align(left, right []*matter) []*group {
	var pairs []pairing
	for _, a := range left[:min(len(left), maxAligned)] {
		for _, b := range right[:min(len(right), maxAligned)] {
			if s := alikeness(a, b, len(left), len(right)); s >= threshold {
				pairs = append(pairs, pairing{a, b, s})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pairing) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a.at, y.a.at), cmp.Compare(x.b.at, y.b.at))
	})
	g := &grouping{inA: map[*matter]*group{}, inB: map[*matter]*group{}}
	for _, p := range pairs {
		if g.inA[p.a] == nil && g.inB[p.b] == nil {
			g.pair(p.a, p.b)
		}
	}
	g.follow(left, right)
	g.pairTopics(left, right)
	g.follow(left, right)
	g.join(pairs)
	g.joinTopics(left, right)
	return g.withAlone(left, right)
}

// grouping is an alignment in the making.
type grouping struct {
	inA, inB map[*matter]*group
	groups   []*group
}

func (g *grouping) pair(a, b *matter) {
	n := &group{a: []*matter{a}, b: []*matter{b}}
	g.inA[a], g.inB[b], g.groups = n, n, append(g.groups, n)
}

// follow pairs clauses that both go on in the sentence of clauses that are
// paired: what each side adds to one matter.
func (g *grouping) follow(left, right []*matter) {
	for i, a := range left {
		if !a.follows || i == 0 || g.inA[a] != nil || g.inA[left[i-1]] == nil {
			continue
		}
		for _, head := range g.inA[left[i-1]].b {
			j := head.at + 1
			if j < len(right) && right[j].follows && g.inB[right[j]] == nil {
				g.pair(a, right[j])
				break
			}
		}
	}
}

// join adds a clause left over to the group beside it, where it is like the
// other side's clause.
func (g *grouping) join(pairs []pairing) {
	for _, p := range pairs {
		if opposedAgents(p.a, p.b) {
			continue
		}
		if n := g.inB[p.b]; g.inA[p.a] == nil && n != nil && beside(p.a, n.a) {
			n.a, g.inA[p.a] = append(n.a, p.a), n
		} else if n := g.inA[p.a]; g.inB[p.b] == nil && n != nil && beside(p.b, n.b) {
			n.b, g.inB[p.b] = append(n.b, p.b), n
		}
	}
}

// opposedAgents reports whether each clause is of what one side alone said or
// did, and not of the same side.
func opposedAgents(a, b *matter) bool {
	return len(a.by) == 1 && len(b.by) == 1 && a.by[0] != b.by[0]
}

// withAlone is the groups and, each by itself, the clauses of one side only.
func (g *grouping) withAlone(left, right []*matter) []*group {
	groups := g.groups
	for _, a := range left {
		if g.inA[a] == nil {
			groups = append(groups, &group{a: []*matter{a}})
		}
	}
	for _, b := range right {
		if g.inB[b] == nil {
			groups = append(groups, &group{b: []*matter{b}})
		}
	}
	return groups
}

// beside reports whether the clause stands next to one of the others.
func beside(m *matter, others []*matter) bool {
	return slices.ContainsFunc(others, func(o *matter) bool { return max(m.at-o.at, o.at-m.at) <= 1 })
}
