package ledger

import (
	"slices"

	"readout"
)

// statusOf applies the rules of docs/ledger.md to a history: who counts, what
// replaces what, and what a passed day makes of a plan. asOf is the day from
// which that is judged.
func statusOf(history []claim, span interval, hasDay bool, asOf int) readout.Status {
	told := body(history)
	status := decide(withoutEarly(standing(told)))
	if status == readout.Unplanned && wasSet(told) {
		status = readout.Cancelled
	}
	return passed(status, span, hasDay, asOf)
}

// wasSet reports whether a party itself had told of the plan as set before the first
// word that nothing is planned: what it had set is called off.
func wasSet(history []claim) bool {
	first := slices.IndexFunc(history, func(c claim) bool { return c.counts == readout.Unplanned })
	return first >= 0 && slices.ContainsFunc(history[:first], func(c claim) bool {
		return c.own && c.counts == readout.Scheduled && c.hasSaid && c.said < history[first].said
	})
}

// passed is what a day that has passed makes of a plan.
func passed(status readout.Status, span interval, hasDay bool, asOf int) readout.Status {
	if hasDay && span.hi < asOf {
		switch status {
		case readout.Scheduled, readout.Arranging, readout.Expected:
			return readout.Unreported
		}
	}
	return status
}

// body is the history without the headlines of documents whose text speaks of
// the contact too: a headline never outranks the text under it.
func body(history []claim) []claim {
	told := map[readout.DocID]bool{}
	for _, c := range history {
		told[c.Document] = told[c.Document] || !c.Headline
	}
	return slices.DeleteFunc(slices.Clone(history), func(c claim) bool { return c.Headline && told[c.Document] })
}

// standing keeps of each voice what it said last: a later claim of the same
// voice replaces its earlier ones, but what it told as held stays until it
// denies it. What a voice says in one document stands together.
func standing(history []claim) []claim {
	last := map[string]claim{}
	for _, c := range history {
		last[c.voice] = c
	}
	return slices.DeleteFunc(slices.Clone(history), func(c claim) bool {
		l := last[c.voice]
		return c.Document != l.Document && c.Said != l.Said && !(c.counts == readout.Held && l.counts != readout.Denied)
	})
}

// withoutEarly leaves out the denials that were spoken before anybody said
// that the contact was held: they cannot be about that.
func withoutEarly(claims []claim) []claim {
	first, held := 0, false
	for _, c := range claims {
		if c.counts == readout.Held && c.hasSaid && (!held || c.said < first) {
			first, held = c.said, true
		}
	}
	return slices.DeleteFunc(slices.Clone(claims), func(c claim) bool {
		return held && c.hasSaid && c.said < first && (c.counts == readout.Denied || c.counts == readout.Unplanned)
	})
}

// decide is the status that the standing claims give together.
func decide(claims []claim) readout.Status {
	held, heldOwn := has(claims, readout.Held)
	denied, deniedOwn := has(claims, readout.Denied)
	switch {
	case held && denied && deniedOwn && !heldOwn:
		return readout.Denied
	case held:
		return readout.Held
	}
	return decidePlan(claims, denied)
}

func has(claims []claim, s readout.Status) (found, own bool) {
	for _, c := range claims {
		if c.counts == s {
			found, own = true, own || c.own
		}
	}
	return found, own
}

// progress orders the statuses of a plan from a forecast to a fixed day.
var progress = map[readout.Status]int{
	readout.Expected: 1, readout.Proposed: 2, readout.Arranging: 3, readout.Scheduled: 4,
}

// decidePlan is the status of what nobody says was held: the last word against
// the plan, unless a plan was spoken of after it; a party's word outweighs the
// press.
func decidePlan(claims []claim, denied bool) readout.Status {
	var against *claim
	for i := range claims {
		c := &claims[i]
		if !c.item.breaks() {
			continue
		}
		if against == nil || c.outweighs(*against) {
			against = c
		}
	}
	after := slices.DeleteFunc(slices.Clone(claims), func(c claim) bool {
		return progress[c.counts] == 0 || against != nil && !renews(c, *against)
	})
	switch {
	case len(after) > 0:
		return furthest(after)
	case against != nil:
		return against.counts
	case denied:
		return readout.Denied
	}
	return readout.Expected
}

// outweighs reports whether a word against a plan stands before another one: the later,
// of one day a party's, then what says more than that nothing is planned.
func (c claim) outweighs(o claim) bool {
	switch {
	case c.said != o.said:
		return c.said > o.said
	case c.own != o.own:
		return c.own
	}
	return o.counts == readout.Unplanned && c.counts != readout.Unplanned
}

// renews reports whether a plan outlives a word against it: it was said on a
// later day, and by somebody whose word weighs no less (what a party denied or
// declined only a party takes up again), or it is the new day of what was put off.
func renews(plan, against claim) bool {
	if against.counts == readout.Postponed && plan.said == against.said && plan.item.dated && against.item.dated {
		return plan.item.time.lo > against.item.time.hi
	}
	if plan.said <= against.said {
		return !against.own && plan.own && against.counts == readout.Unplanned
	}
	return plan.own || !against.own || against.counts == readout.Postponed
}

// furthest is the status of the most advanced plan; a forecast of others counts
// only where nobody has a plan, and a party's own word before the press.
func furthest(plans []claim) readout.Status {
	best := readout.Expected
	own := slices.ContainsFunc(plans, func(c claim) bool { return c.own && c.counts != readout.Expected })
	for _, c := range plans {
		if own && !c.own && c.counts != readout.Scheduled {
			continue
		}
		if progress[c.counts] > progress[best] {
			best = c.counts
		}
	}
	return best
}
