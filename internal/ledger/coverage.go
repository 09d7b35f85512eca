package ledger

import (
	"slices"
	"sort"

	"readout"
)

// coverage answers how many later texts name all parties of a contact: the
// ground without which silence is not claimed.
type coverage struct {
	named map[readout.EntityID][]int // positions in docs, ascending
	docs  []*source
	known map[string]*count
}

// count is the days of publication, ascending, of the texts that name certain
// parties.
type count struct{ days []int }

func newCoverage(w *world) *coverage {
	c := &coverage{named: map[readout.EntityID][]int{}, docs: w.docs, known: map[string]*count{}}
	for i, s := range w.docs {
		for _, e := range s.r.Entities {
			if list := c.named[e.ID]; s.hasDay && (len(list) == 0 || list[len(list)-1] != i) {
				c.named[e.ID] = append(list, i)
			}
		}
	}
	return c
}

// of is the count for these parties; a party without an entity has none.
func (c *coverage) of(parties []readout.Party) *count {
	var ids []readout.EntityID
	key := ""
	for _, p := range parties {
		ids = append(ids, p.Entity)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	for _, id := range ids {
		key += string(id) + "|"
	}
	if n := c.known[key]; n != nil {
		return n
	}
	n := &count{}
	c.known[key] = n
	if len(ids) == 0 {
		return n
	}
	for _, doc := range c.named[ids[0]] {
		if !slices.ContainsFunc(ids[1:], func(id readout.EntityID) bool { return !sortedHas(c.named[id], doc) }) {
			n.days = append(n.days, c.docs[doc].day)
		}
	}
	slices.Sort(n.days)
	return n
}

func sortedHas(list []int, v int) bool {
	_, ok := slices.BinarySearch(list, v)
	return ok
}

// after counts the texts published after the last day of the contact.
func (n *count) after(t chosenTime) readout.Coverage {
	if !t.known {
		return readout.Coverage{}
	}
	return n.since(t.span.hi)
}

func (n *count) since(day int) readout.Coverage {
	later := len(n.days) - sort.SearchInts(n.days, day+1)
	if later == 0 {
		return readout.Coverage{}
	}
	return readout.Coverage{Documents: later, LastPublished: formatDay(n.days[len(n.days)-1])}
}
