package ledger

import (
	"maps"
	"slices"

	"readout"
)

// sameWords is the likeness from which two clauses of one act say the same.
const sameWords = 0.45

// row is the group as a line of the comparison.
func (g *group) row() readout.PointRow {
	r := readout.PointRow{A: points(g.a), B: points(g.b)}
	for _, m := range slices.Concat(g.a, g.b) {
		for _, t := range m.point.Topics {
			if !slices.Contains(r.Topics, t) {
				r.Topics = append(r.Topics, t)
			}
		}
	}
	switch {
	case len(g.b) == 0:
		r.Relation = readout.OnlyA
	case len(g.a) == 0:
		r.Relation = readout.OnlyB
	default:
		r.Relation, r.What = g.difference()
		return r
	}
	r.ForOther = slices.ContainsFunc(slices.Concat(g.a, g.b), func(m *matter) bool { return m.point.ForOther })
	return r
}

func points(list []*matter) []readout.Point {
	out := make([]readout.Point, 0, len(list))
	for _, m := range list {
		out = append(out, *m.point)
	}
	return out
}

// difference says in what two accounts of one matter differ. Two accounts are
// the same only where the act, those who act, and the numbers agree and the
// words are close, or where both only say that a matter was discussed.
func (g *group) difference() (readout.Relation, []string) {
	a, b := g.a[0], g.b[0]
	var what []string
	if a.point.Act == readout.Assessed && b.point.Act == readout.Assessed {
		if a.cosine(b) >= sameWords {
			return readout.Same, nil
		}
		return readout.Differs, []string{"tone"}
	}
	act := a.point.Act == b.point.Act
	if !act {
		what = append(what, "act")
	}
	if len(a.by) > 0 && len(b.by) > 0 && !slices.Equal(a.by, b.by) {
		if act && len(a.by) == 1 && len(b.by) == 1 {
			what = append(what, "stance")
		} else {
			what = append(what, "agent")
		}
	}
	if differ(g, func(m *matter) map[string]bool { return m.numbers }) {
		what = append(what, "number")
	}
	if differ(g, func(m *matter) map[readout.EntityID]bool { return m.places }) {
		what = append(what, "place")
	}
	plain := act && a.point.Act == readout.Discussed && len(g.a) == 1 && len(g.b) == 1
	if len(what) == 0 && (a.cosine(b) >= sameWords || plain) {
		return readout.Same, nil
	}
	if len(what) == 0 {
		what = []string{"scope"}
	}
	return readout.Differs, what
}

// differ reports whether both sides name values of a kind, and not the same.
func differ[K comparable](g *group, of func(*matter) map[K]bool) bool {
	union := func(list []*matter) map[K]bool {
		out := map[K]bool{}
		for _, m := range list {
			maps.Copy(out, of(m))
		}
		return out
	}
	a, b := union(g.a), union(g.b)
	return len(a) > 0 && len(b) > 0 && !maps.Equal(a, b)
}
