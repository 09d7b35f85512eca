package ledger

import (
	"slices"

	"readout"
)

// statementsAbout are the statements that assert the contact or whose words
// meet the words that tell of it, in the order of documents and texts.
func statementsAbout(c *cluster) []readout.Statement {
	items := slices.Clone(c.items)
	slices.SortFunc(items, (*item).position)
	var out []readout.Statement
	for start := 0; start < len(items); {
		end := start
		for end < len(items) && items[end].src == items[start].src {
			end++
		}
		out = append(out, statementsIn(items[start:end])...)
		start = end
	}
	return out
}

func statementsIn(items []*item) []readout.Statement {
	r := items[0].src.r
	var out []readout.Statement
	for _, st := range r.Statements {
		if !slices.ContainsFunc(items, func(it *item) bool { return concerns(st, it.rep) }) {
			continue
		}
		if st, ok := quotedStatement(st, &r.Document); ok {
			out = append(out, st)
		}
	}
	return out
}

func concerns(st readout.Statement, rep *readout.Report) bool {
	if st.ID != "" && st.ID == rep.AssertedBy || slices.ContainsFunc(rep.Also, func(a readout.Assertion) bool { return st.ID != "" && a.AssertedBy == st.ID }) {
		return true
	}
	return st.In == rep.In && slices.ContainsFunc(rep.From.All(), st.Content.Overlaps)
}
