package terminal

import (
	"io"
	"slices"
	"strconv"

	"readout"
	"readout/internal/phrase"
)

// Since draws a side's account beside its last one of the same parties: what is no
// longer there, what is new, and what has changed.
func Since(w io.Writer, s Screen, c *readout.Since, names phrase.Names) error {
	p := newPage(w, s)
	who := sideName(&c.Comparison.B, names, c.Side)
	p.paragraph(0, bold, sentence(who)+", since the last time")
	p.line()
	p.columns([]cell{{bold, "Last: " + c.Last}, {dim, sideExtent(&c.Comparison.A)}, {dim, topicOrder(&c.Comparison.A)}},
		[]cell{{bold, "Now: " + c.Now}, {dim, sideExtent(&c.Comparison.B)}, {dim, topicOrder(&c.Comparison.B)}})
	pick := func(relations ...readout.Relation) []readout.PointRow {
		return slices.DeleteFunc(slices.Clone(c.Comparison.Points), func(r readout.PointRow) bool { return !slices.Contains(relations, r.Relation) })
	}
	p.sections(&c.Comparison, []section{
		{"In the last account, and " + phrase.NoLonger(c.Comparison.B.Complete), red, pick(readout.OnlyA)},
		{"New", blue, pick(readout.OnlyB)},
		{"In both, but not the same", yellow, pick(readout.Differs)},
		{"In both", green, pick(readout.Same)},
	})
	return p.end()
}

// Topics draws what several accounts speak of: a line a topic, with the number of
// clauses that each account, numbered, has on it.
func Topics(w io.Writer, s Screen, list []readout.Comparison, names phrase.Names) error {
	p := newPage(w, s)
	var sides []*readout.Side
	for i := range list {
		for _, side := range []*readout.Side{&list[i].A, &list[i].B} {
			at := slices.IndexFunc(sides, func(o *readout.Side) bool { return o.Document == side.Document && o.Issuer == side.Issuer })
			switch {
			case at < 0:
				sides = append(sides, side)
			case len(sides[at].Topics) == 0:
				sides[at] = side // compared with another text it is no account of the contact
			}
		}
	}
	p.paragraph(0, bold, phrase.Count(len(sides), "account")+", by topic")
	var topics []string
	for i, side := range sides {
		p.item(2, numberColumn, bold, strconv.Itoa(i+1), sentence(sideName(side, names, "text "+strconv.Itoa(i+1)))+", "+sideExtent(side))
		for _, t := range side.Topics {
			if !slices.Contains(topics, t.Topic) {
				topics = append(topics, t.Topic)
			}
		}
	}
	p.line()
	for _, t := range topics {
		row := ""
		for i, side := range sides {
			if j := slices.IndexFunc(side.Topics, func(s readout.TopicShare) bool { return s.Topic == t }); j >= 0 {
				row += strconv.Itoa(i+1) + ": " + phrase.Count(side.Topics[j].Points, "clause") + "   "
			}
		}
		p.item(2, topicColumn, plain, topicWords([]string{t}), row)
	}
	return p.end()
}

// The widths of the columns of Topics.
const numberColumn, topicColumn = 2, 24
