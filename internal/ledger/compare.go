package ledger

import (
	"cmp"
	"slices"

	"readout"
)

// maxAccounts bounds the official accounts of one contact that are compared.
const maxAccounts = 12

// compareUnits lays every pair of official accounts of different sides side by
// side, in the order of the sides.
func (w *world) compareUnits(units []*unit) []readout.Comparison {
	var official []*unit
	for _, u := range units {
		if u.official && len(official) < maxAccounts {
			official = append(official, u)
		}
	}
	var out []readout.Comparison
	for i, a := range official {
		for _, b := range official[i+1:] {
			if a.side != b.side {
				out = append(out, w.compareTwo(a, b))
			}
		}
	}
	return out
}

// compareTwo lays two accounts of one contact side by side: the fields, then
// the points. What one side tells for the other and the other's text does not
// have comes first; then the order of text A, then of text B.
func (w *world) compareTwo(a, b *unit) readout.Comparison {
	out := readout.Comparison{A: a.head(), B: b.head(), Points: []readout.PointRow{}}
	if len(a.reports) > 0 {
		out.Contact = quotedReport(a.reports[0], &a.src.r.Document)
	} else if len(b.reports) > 0 {
		out.Contact = quotedReport(b.reports[0], &b.src.r.Document)
	}
	out.Fields, out.Neither = w.fields(a, b)
	groups := align(w.matters(a, b))
	acknowledge(a, b, groups)
	out.Points = append(out.Points, rows(groups)...)
	slices.SortStableFunc(out.Points, func(x, y readout.PointRow) int { return boolFirst(x.ForOther, y.ForOther) })
	return out
}

// rows are the groups as lines, in the order of text A, then of text B.
func rows(groups []*group) []readout.PointRow {
	slices.SortStableFunc(groups, func(x, y *group) int {
		return cmp.Or(boolFirst(len(x.a) > 0, len(y.a) > 0), cmp.Compare(first(x.a), first(y.a)), cmp.Compare(first(x.b), first(y.b)))
	})
	var out []readout.PointRow
	for _, g := range groups {
		out = append(out, g.row())
	}
	return out
}

// first is the position of a group's first clause in its text.
func first(list []*matter) int {
	at := -1
	for _, m := range list {
		if at < 0 || m.at < at {
			at = m.at
		}
	}
	return at
}

func (u *unit) head() readout.Side {
	return readout.Side{Document: u.src.r.Document.ID, Issuer: u.issuer, Words: u.words(), Complete: u.complete(), Topics: topicShares(u.points)}
}

// topicShares is how much of the points each topic has, in their order.
func topicShares(points []readout.Point) []readout.TopicShare {
	var out []readout.TopicShare
	for _, p := range points {
		for _, t := range p.Topics {
			i := slices.IndexFunc(out, func(s readout.TopicShare) bool { return s.Topic == t })
			if i < 0 {
				i, out = len(out), append(out, readout.TopicShare{Topic: t})
			}
			out[i].Points++
			out[i].Words += readout.CountWords(p.Quote)
		}
	}
	return out
}

// acknowledgedWords is the likeness from which a clause that only says that a
// matter was discussed has what the other account promises in it.
const acknowledgedWords = 0.3

// acknowledge notes for the points of a that the side of b has them too, and
// the other way round. That a topic came up acknowledges nothing of what was
// promised on it.
func acknowledge(a, b *unit, groups []*group) {
	has := func(m *matter, others []*matter) bool {
		return slices.ContainsFunc(others, func(o *matter) bool {
			bare := o.point.Act == readout.Discussed || o.point.Act == readout.Raised || o.point.Act == readout.Assessed
			return !bare || m.cosine(o) >= acknowledgedWords
		})
	}
	for _, g := range groups {
		for _, m := range g.a {
			if has(m, g.b) {
				a.acknowledge(m.point.ID, b.side)
			}
		}
		for _, m := range g.b {
			if has(m, g.a) {
				b.acknowledge(m.point.ID, a.side)
			}
		}
	}
}

func (u *unit) acknowledge(point, side string) {
	if u.acknowledged == nil {
		u.acknowledged = map[string][]string{}
	}
	if sides := u.acknowledged[point]; !slices.Contains(sides, side) {
		u.acknowledged[point] = append(sides, side)
		slices.Sort(u.acknowledged[point])
	}
}
