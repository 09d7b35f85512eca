package ledger

import (
	"maps"
	"slices"

	"readout"
)

// soleClauses is the number of clauses of both accounts together up to which a
// topic tells that they speak of one matter.
const soleClauses = 4

// soleTopics are the topics, sorted, that at most soleClauses clauses of the two
// accounts have, and one account in a single clause: the clauses of such a topic
// speak of one matter whatever words they choose ("ransomware", "information
// security").
func soleTopics(left, right []*matter) []string {
	a, b := byTopic(left), byTopic(right)
	var out []string
	for _, t := range slices.Sorted(maps.Keys(a)) {
		if n, m := len(a[t]), len(b[t]); m > 0 && min(n, m) == 1 && n+m <= soleClauses {
			out = append(out, t)
		}
	}
	return out
}

func byTopic(list []*matter) map[string][]*matter {
	out := map[string][]*matter{}
	for _, m := range list[:min(len(list), maxAligned)] {
		if m.point.Act == readout.Assessed {
			continue // what is said of the talk itself
		}
		for _, t := range m.point.Topics {
			out[t] = append(out[t], m)
		}
	}
	return out
}

// pairTopics pairs the first clauses left over of each sole topic, where they
// have hardly any other.
func (g *grouping) pairTopics(left, right []*matter) {
	a, b := byTopic(left), byTopic(right)
	for _, t := range soleTopics(left, right) {
		for _, m := range a[t] {
			j := slices.IndexFunc(b[t], func(o *matter) bool { return g.inB[o] == nil && m.sameTopics(o) })
			if g.inA[m] == nil && j >= 0 {
				g.pair(m, b[t][j])
			}
		}
	}
}

// sameTopics reports whether the two clauses begin with one topic ("On migration,
// …"), or have more topics in common than not.
func (m *matter) sameTopics(o *matter) bool {
	if m.point.Topics[0] == o.point.Topics[0] {
		return true
	}
	shared := 0
	for _, t := range m.point.Topics {
		if slices.Contains(o.point.Topics, t) {
			shared++
		}
	}
	return 2*shared > len(m.point.Topics)+len(o.point.Topics)-shared
}

// joinTopics adds what is left over of a sole topic to the group of the one
// clause that the other account has on it, where it stands beside that group's
// clauses.
func (g *grouping) joinTopics(left, right []*matter) {
	a, b := byTopic(left), byTopic(right)
	for _, t := range soleTopics(left, right) {
		if len(a[t]) == 1 {
			if n := g.inA[a[t][0]]; n != nil {
				n.b = takeBeside(n, n.b, answers(a[t][0], b[t]), g.inB)
			}
		} else if n := g.inB[b[t][0]]; n != nil {
			n.a = takeBeside(n, n.a, answers(b[t][0], a[t]), g.inA)
		}
	}
}

// takeBeside is the members of n and those of more that are in no group and
// stand beside a member, or beside one so taken.
func takeBeside(n *group, members, more []*matter, in map[*matter]*group) []*matter {
	for range more {
		for _, m := range more {
			if in[m] == nil && beside(m, members) {
				members, in[m] = append(members, m), n
			}
		}
	}
	return members
}

// answers are those of list that have the clause's topics and that somebody else
// than its agent does not say alone.
func answers(m *matter, list []*matter) []*matter {
	return slices.DeleteFunc(slices.Clone(list), func(o *matter) bool { return opposedAgents(m, o) || !m.sameTopics(o) })
}
