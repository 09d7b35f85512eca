package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// Change is how an entry of one ledger stands in another.
type Change struct {
	Change ChangeKind   `json:"change"`
	ID     string       `json:"id"`            // in the new ledger; of a contact that is gone, in the old
	Was    string       `json:"was,omitempty"` // its id in the old ledger, where that was another
	Fields []FieldDelta `json:"fields,omitempty"`
}

// ChangeKind is a kind of Change.
type ChangeKind string

// The kinds of change.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Changed ChangeKind = "changed"
)

// FieldDelta is a value that is another than it was; empty where there is none.
type FieldDelta struct {
	Field string `json:"field"`
	Was   string `json:"was"`
	Now   string `json:"now"`
}

// Diff says what is other in a ledger than it was, in the order of the new one,
// what is gone last. Entries are the same contact where they share claims: most
// of them; of equals, by id.
func Diff(before, after []readout.Contact) []Change {
	was := partners(before, after)
	var out []Change
	taken := map[int]bool{}
	for i := range after {
		j, ok := was[i]
		if !ok {
			out = append(out, Change{Change: Added, ID: after[i].ID})
			continue
		}
		taken[j] = true
		c := Change{Change: Changed, ID: after[i].ID, Fields: deltas(&before[j], &after[i])}
		if before[j].ID != c.ID {
			c.Was = before[j].ID
		}
		if c.Was != "" || len(c.Fields) > 0 {
			out = append(out, c)
		}
	}
	for j := range before {
		if !taken[j] {
			out = append(out, Change{Change: Removed, ID: before[j].ID})
		}
	}
	return out
}

// claimKey is where a claim begins.
type claimKey struct {
	doc   readout.DocID
	in    readout.Field
	start int
}

// partners pairs the entries of two ledgers one to one, those that share most
// claims first.
func partners(before, after []readout.Contact) map[int]int {
	at := map[claimKey][]int{}
	for j := range before {
		for _, c := range before[j].History {
			k := claimKey{c.Document, c.In, c.From.First().Start}
			if list := at[k]; len(list) == 0 || list[len(list)-1] != j {
				at[k] = append(list, j)
			}
		}
	}
	type pair struct{ i, j, shared, same int }
	var pairs []pair
	for i := range after {
		count := map[int]int{}
		for _, c := range after[i].History {
			for _, j := range at[claimKey{c.Document, c.In, c.From.First().Start}] {
				count[j]++
			}
		}
		for j, n := range count {
			p := pair{i, j, n, 0}
			if before[j].ID == after[i].ID {
				p.same = 1
			}
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(b.same, a.same), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	out, used := map[int]int{}, map[int]bool{}
	for _, p := range pairs {
		if _, ok := out[p.i]; !ok && !used[p.j] {
			out[p.i], used[p.j] = p.j, true
		}
	}
	return out
}

// deltas are the values on which two states of an entry differ.
func deltas(a, b *readout.Contact) []FieldDelta {
	var out []FieldDelta
	add := func(field, was, now string) {
		if was != now {
			out = append(out, FieldDelta{field, was, now})
		}
	}
	for i := range fields {
		add(fields[i].name, fields[i].get(a), fields[i].get(b))
	}
	add("claims", fmt.Sprint(len(a.History)), fmt.Sprint(len(b.History)))
	add("points", fmt.Sprint(pointCount(a)), fmt.Sprint(pointCount(b)))
	add("promises", promises(a), promises(b))
	add("disputes", disputed(a), disputed(b))
	return out
}

func pointCount(c *readout.Contact) int {
	n := 0
	for i := range c.Accounts {
		n += len(c.Accounts[i].Points)
	}
	return n
}

// promises counts the promises of an entry by what came of them.
func promises(c *readout.Contact) string {
	count := map[readout.Outcome]int{}
	for _, p := range c.Commitments {
		count[p.Outcome]++
	}
	var out []string
	for _, o := range readout.Outcomes {
		if count[o] > 0 {
			out = append(out, fmt.Sprintf("%d %s", count[o], o))
		}
	}
	return strings.Join(out, ", ")
}

func disputed(c *readout.Contact) string {
	var out []string
	for _, d := range c.Disputes {
		out = append(out, d.Field)
	}
	return strings.Join(out, ", ")
}
