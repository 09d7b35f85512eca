package ledger

import (
	"cmp"
	"slices"

	"readout"
)

// newsDays is how many days, up to the day itself, count as new: a week.
const newsDays = 7

// Today is what somebody looks at first on a day: what the texts of the week up
// to it tell, what they expect after it, and what is unsettled.
type Today struct {
	Day        string            // YYYY-MM-DD
	Since      string            // the first day of its week
	Latest     string            // day of the last text up to the day; "" where there is none
	New        []readout.Contact // a claim was made in the week, the last first
	Coming     []readout.Contact // told of by the day, to fall on it or later, the next first
	Unreported []readout.Contact // planned, and nothing tells what came of it, the last first
	Overdue    []PromiseRow      // promises that are overdue, the last due first
	Disputed   []readout.Contact // voices differ on a field, told of last first
}

// Today gives the ledger as one sees it on a day (YYYY-MM-DD); what was said
// after the day is not looked at, though how a contact stands is told as it is
// known now. A day that is none gives nothing.
func (l *Ledger) Today(day string) Today {
	t := Today{Day: day}
	d, ok := parseDay(day)
	if !ok {
		return t
	}
	t.Since = formatDay(d - newsDays + 1)
	t.Latest = l.latestText(d)
	told := map[string]int{} // the last day on which each contact was told of
	for i := range l.Contacts {
		c := &l.Contacts[i]
		last, ok := lastTold(c, d)
		if !ok || c.Passing {
			continue
		}
		told[c.ID] = last
		if last > d-newsDays {
			t.New = append(t.New, *c)
		}
		if len(c.Disputes) > 0 {
			t.Disputed = append(t.Disputed, *c)
		}
		when, dated := whenOf(c)
		switch {
		case dated && when.hi >= d && c.When.Basis == "text" && c.Status != readout.Held || dated && when.lo > d:
			t.Coming = append(t.Coming, *c)
		case dated && c.Status == readout.Unreported && when.hi < d:
			t.Unreported = append(t.Unreported, *c)
		}
		for _, p := range c.Commitments {
			if due, dated := dueOf(&p); p.Outcome == readout.Lapsed && (!dated || due < d) {
				t.Overdue = append(t.Overdue, PromiseRow{MadeIn: c.ID, Commitment: p})
			}
		}
	}
	lastFirst := func(a, b readout.Contact) int { return cmp.Compare(told[b.ID], told[a.ID]) }
	slices.SortStableFunc(t.New, lastFirst)
	slices.SortStableFunc(t.Disputed, lastFirst)
	slices.SortStableFunc(t.Coming, func(a, b readout.Contact) int {
		x, _ := whenOf(&a)
		y, _ := whenOf(&b)
		return cmp.Or(cmp.Compare(x.lo, y.lo), cmp.Compare(x.hi, y.hi))
	})
	slices.SortStableFunc(t.Overdue, func(a, b PromiseRow) int {
		x, _ := dueOf(&a.Commitment)
		y, _ := dueOf(&b.Commitment)
		return cmp.Compare(y, x)
	})
	return t
}

// latestText is the day of the last text up to a day.
func (l *Ledger) latestText(day int) string {
	last, found := 0, false
	for i := range l.Readings {
		if d, ok := parseDay(l.Readings[i].Document.Published.Day()); ok && d <= day && (!found || d > last) {
			last, found = d, true
		}
	}
	if !found {
		return ""
	}
	return formatDay(last)
}

// lastTold is the last day up to a day on which a voice spoke of a contact; not
// ok where none had. A claim without a day counts as said before all others.
func lastTold(c *readout.Contact, day int) (last int, ok bool) {
	for i := range c.History {
		v, dated := parseEDTF(c.History[i].Said)
		switch {
		case !dated:
			ok = true
		case v.lo <= day:
			last, ok = max(last, v.lo), true
		}
	}
	return last, ok
}

func whenOf(c *readout.Contact) (interval, bool) {
	if c.When == nil {
		return interval{}, false
	}
	return parseEDTF(c.When.EDTF)
}

// dueOf is the last day on which a promise was due.
func dueOf(p *readout.Commitment) (int, bool) {
	if p.Due == nil {
		return 0, false
	}
	v, ok := parseEDTF(p.Due.EDTF)
	return v.hi, ok
}
