package ledger

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"readout"
)

// buckets files the items under the sides that take part. Only items of one
// bucket are ever compared, so that a new document touches its own buckets.
func buckets(w *world) [][]*item {
	byKey := map[string][]*item{}
	for it := range w.items() {
		key := bucketKey(it)
		byKey[key] = append(byKey[key], it)
	}
	out := make([][]*item, 0, len(byKey))
	for _, k := range slices.Sorted(maps.Keys(byKey)) {
		out = append(out, byKey[k])
	}
	return out
}

// items are the reports of all documents that can be filed, by document.
func (w *world) items() iter.Seq[*item] {
	return func(yield func(*item) bool) {
		defer w.askFor()
		for _, s := range w.docs {
			w.askFor(s.r.Document.ID)
			for _, it := range w.itemsOf(s) {
				if !yield(it) {
					return
				}
			}
		}
	}
}

func bucketKey(it *item) string {
	scope := ""
	if it.rep.Scope == readout.Press {
		scope = string(readout.Press)
	}
	if len(it.sides) >= manySides {
		return scope + "|many" // texts name them more or less fully
	}
	return scope + "|" + strings.Join(it.sides, "|")
}

// bucket links the threads of one set of sides.
type bucket struct {
	clusters []*cluster // sorted by span.lo once the exact ones are in
	longest  int        // days of the longest span in clusters
	off      []*item    // what was called off or declined
}

// link joins the items of one bucket into clusters: first what has an exact
// day, then what is held without one, then the plans, then denials and
// cancellations (of each first what a month or season is given for), then what
// was moved; states on their own come last.
func link(items []*item) []*cluster { return linkThreads(threads(items)) }

func linkThreads(all [][]*item) []*cluster {
	b := &bucket{off: calledOff(all)}
	noteReach(all)
	spreadTours(all)
	b.sweepExact(all)
	for _, pass := range []func(*item) bool{(*item).held, (*item).plan, (*item).breaks} {
		b.attachLoose(all, func(it *item) bool { return pass(it) && it.dated })
		b.attachLoose(all, func(it *item) bool { return pass(it) && !it.dated })
	}
	noteFirst(b.clusters, func(it *item) **item { return &it.strand })
	b.joinMoved()
	b.joinNear()
	b.joinStates()
	out := slices.DeleteFunc(b.clusters, func(c *cluster) bool { return c.merged })
	noteFirst(out, func(it *item) **item { return &it.cluster })
	return out
}

// exactItem is the item that gives a thread its first exact time, or nil.
func exactItem(thread []*item) *item {
	var first *item
	for _, it := range thread {
		if it.onDay() && (first == nil || it.before(first) < 0) {
			first = it
		}
	}
	return first
}

// sweepExact goes through the threads with an exact time in order of time and
// joins each to the best open cluster. Of one day, those that a person put apart
// come first, so that the others find their side.
func (b *bucket) sweepExact(all [][]*item) {
	type dated struct {
		first  *item
		thread []*item
	}
	var list []dated
	for _, t := range all {
		if first := exactItem(t); first != nil {
			list = append(list, dated{first, t})
		}
	}
	slices.SortFunc(list, func(x, y dated) int {
		a, o := x.first, y.first
		return cmp.Or(cmp.Compare(a.time.lo, o.time.lo), cmp.Compare(a.time.hi, o.time.hi), boolFirst(len(a.apart) > 0, len(o.apart) > 0), a.before(o))
	})
	var open []*cluster
	for _, d := range list {
		open = slices.DeleteFunc(open, func(c *cluster) bool { return c.span.hi < d.first.time.lo-1 })
		best, why := bestExact(open, d.thread)
		if best == nil {
			best = newCluster(d.thread)
			b.clusters, open = append(b.clusters, best), append(open, best)
			continue
		}
		best.add(d.thread, why)
	}
	b.sort()
}

func (b *bucket) sort() {
	slices.SortStableFunc(b.clusters, func(x, y *cluster) int { return cmp.Compare(x.span.lo, y.span.lo) })
	b.longest = 0
	for _, c := range b.clusters {
		b.longest = max(b.longest, c.span.length())
	}
}

func bestExact(open []*cluster, thread []*item) (*cluster, string) {
	var best *cluster
	top, why := -1, ""
	for _, c := range open {
		score, reason := exactScore(c, thread)
		if score > top {
			best, top, why = c, score, reason
		}
	}
	return best, why
}

// exactScore says how well a thread with an exact time fits a cluster; -1
// where it does not.
func exactScore(c *cluster, thread []*item) (int, string) {
	total, sameDay, zones, session := 0, false, false, false
	for _, it := range thread {
		if it.echo {
			continue
		}
		m, crossed, ok := c.fits(it)
		if !ok {
			return -1, ""
		}
		if it.onDay() {
			session = session || it.body != "" && c.span.distance(it.time) == 1
			if otherDayOfSide(c, it) && !session {
				return -1, ""
			}
			day := slices.ContainsFunc(c.exact, it.time.overlaps)
			sameDay = sameDay || day
			zones = zones || !day && twoZones(c, it)
			total += clockScore(c, it) + countScore(c, it)
		}
		if crossed && !sameDay {
			return -1, ""
		}
		total += m.score
	}
	switch {
	case sameDay:
		return total + 10, "same parties and channel, same day"
	case session:
		return total, "the same gathering, a day apart"
	case zones:
		return total, "same parties and channel; one day in two time zones"
	}
	return -1, ""
}

// twoZones reports whether a contact on neighbouring days can be one across
// midnight: both say that it was held, and the voices belong to different
// sides of it, or name different zones.
func twoZones(c *cluster, it *item) bool {
	if !it.held() || c.shares(it) || groupOf(it.rep.Channel) != remote {
		return false
	}
	return slices.ContainsFunc(c.edges, func(o *item) bool {
		if o.time.distance(it.time) != 1 {
			return false
		}
		zone := o.rep.When.Zone != "" && it.rep.When.Zone != "" && o.rep.When.Zone != it.rep.When.Zone
		return zone || o.own && it.own && o.side != it.side
	})
}

// otherDayOfSide reports whether the side that speaks already gave another day
// for this contact: then it tells of another contact. A journey has several days: its
// arrival and the meeting that it was made for may each be on one of them.
func otherDayOfSide(c *cluster, it *item) bool {
	return it.held() && it.own && slices.ContainsFunc(c.edges, func(o *item) bool {
		return o.own && o.side == it.side && !o.time.overlaps(it.time) && !(journeys(o, it) && c.lasts(o.time, it.time))
	})
}

// lasts reports whether some text gives the contact an interval that contains both days.
func (c *cluster) lasts(a, b interval) bool {
	return slices.ContainsFunc(c.exact, func(v interval) bool { return v.contains(a) && v.contains(b) })
}

// sameHour is how far apart, in minutes, two times of day may be to speak for
// one contact.
const sameHour = 90

func clockScore(c *cluster, it *item) int {
	if it.clock < 0 {
		return 0
	}
	near, known := 0, false
	for _, o := range c.clocks {
		if o.time == it.time {
			d := max(it.clock-o.clock, o.clock-it.clock)
			if !known || d < near {
				near, known = d, true
			}
		}
	}
	switch {
	case !known:
		return 0
	case near <= sameHour:
		return 5
	}
	return -5
}

// countScore says whether two documents that tell apart the contacts of a day mean the
// same one of them: the first is the first.
func countScore(c *cluster, it *item) int {
	score := 0
	for _, o := range c.nths {
		if it.nth > 0 && o.time == it.time && o.src != it.src {
			if o.nth == it.nth {
				return 4
			}
			score = -4
		}
	}
	return score
}
