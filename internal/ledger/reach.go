package ledger

import (
	"fmt"
	"slices"
)

// linked is what linking notes of an item, so that a ledger which grows can tell
// how far a new report is felt.
type linked struct {
	days    interval // outside them, linking neither looks for what the item goes with nor finds it
	strand  *item    // the first of those that it was joined with by time
	cluster *item    // the first of those that it is with once plans that moved are joined too
	name    string   // see key
}

// noteReach notes the reach of every thread.
func noteReach(all [][]*item) {
	for _, thread := range all {
		days := threadReach(thread)
		for _, it := range thread {
			it.days = days
		}
	}
}

func noteFirst(clusters []*cluster, of func(*item) **item) {
	for _, c := range clusters {
		if c.merged {
			continue
		}
		for _, it := range c.items {
			*of(it) = c.first
		}
	}
}

// threadReach bounds the days on which linking can bring the thread together
// with another. Two threads whose reaches do not meet are never compared, and
// neither has a say in what the other is joined to, unless through threads between
// them. Every rule that looks further needs this bound moved.
func threadReach(thread []*item) interval {
	first := exactItem(thread)
	if first == nil {
		return looseReach(thread)
	}
	days, earlier, later := first.time, movedDays, postponedDays // a plan may have been put off
	for _, it := range thread {
		if it.plan() && it.rep.Ordinal != nil {
			earlier = planDays // or come sooner, and be told by its count
		}
		if it.onDay() {
			days = days.hull(it.time)
		}
		if it.held() && !it.rep.Headline {
			later = movedDays
		}
	}
	return interval{days.lo - earlier, days.hi + later}
}

// looseReach is that of a thread without an exact time.
func looseReach(thread []*item) interval {
	it := lead(thread)
	days := looseSpan(it)
	if !it.dated && !it.hasSaid {
		return days // it stands by itself
	}
	look := reach(it)
	if it.plan() && !it.dated && !slices.ContainsFunc(thread, (*item).tellsWhich) {
		far := planDays
		if groupOf(it.rep.Channel) == remote {
			far = remotePlanDays
		}
		look = interval{max(look.lo, it.said-far), min(look.hi, it.said+far)}
	}
	return days.hull(look)
}

// tellsWhich reports whether place, occasion or count can single the contact out.
func (it *item) tellsWhich() bool {
	return it.place.known() || it.event.known() || it.rep.Ordinal != nil
}

// key names a report, so that keys sort as positions do.
func (it *item) key() string {
	if it.name == "" {
		it.name = fmt.Sprintf("%s %s %09d %s", it.src.r.Document.ID, it.rep.In, it.rep.From.First().Start, it.rep.ID)
	}
	return it.name
}
