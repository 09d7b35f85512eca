package ledger

import (
	"cmp"
	"slices"

	"readout"
)

// candidate is a cluster that a thread may belong to.
type candidate struct {
	c *cluster
	m match
}

// ofJourney are the candidates of the journey of which the best is one.
func ofJourney(list []candidate, best candidate) []candidate {
	return slices.DeleteFunc(slices.Clone(list), func(k candidate) bool {
		return k.m.named != best.m.named || k.c.span.distance(best.c.span) > movedDays || k.c.dated != best.c.dated
	})
}

// firstHost is the stop with which a journey goes that is told of without its hosts: the first
// of somebody with a name, whom the guest came to see, before a ministry or an agency.
func firstHost(stops []candidate) candidate {
	hosts := slices.DeleteFunc(slices.Clone(stops), func(k candidate) bool { return !slices.ContainsFunc(k.c.kinds, (*item).personsOnly) })
	if len(hosts) == 0 {
		hosts = stops
	}
	return slices.MinFunc(hosts, earlier)
}

// isJourney reports whether the contact is a journey to a state, in which nobody is told to
// have received the traveller.
func (c *cluster) isJourney() bool {
	return !slices.ContainsFunc(c.kinds, func(it *item) bool { return !it.toState() })
}

// calledOff are the items that say of a plan that nothing comes of it.
func calledOff(all [][]*item) []*item {
	var out []*item
	for _, thread := range all {
		for _, it := range thread {
			if it.rep.Status == readout.Cancelled || it.rep.Status == readout.Declined {
				out = append(out, it)
			}
		}
	}
	return out
}

// cameToNothing reports whether the plan is of somebody who was said to have called it off,
// before the day of a contact in which his state takes part without him: that one was
// somebody else's.
func (b *bucket) cameToNothing(it *item, c *cluster) bool {
	if !it.plan() || it.dated || !c.isHeld || !c.dated {
		return false
	}
	return slices.ContainsFunc(b.off, func(o *item) bool {
		return o.days.overlaps(it.days) && o.hasSaid && it.said <= o.said && o.said < c.span.lo && slices.ContainsFunc(it.sides, func(side string) bool {
			return sharePerson(it, o, side) && !slices.ContainsFunc(c.kinds, func(k *item) bool { return sharePerson(it, k, side) })
		})
	})
}

// withPeople are the candidates in which those take part by name who do in the item; all
// where there is none: the talks of two states are not the journey of their president,
// where another contact is.
func withPeople(list []candidate, it *item) []candidate {
	named := slices.DeleteFunc(slices.Clone(list), func(k candidate) bool {
		return slices.ContainsFunc(it.sides, func(side string) bool {
			return levelOf(it, side) == personLevel && !slices.ContainsFunc(k.c.kinds, func(o *item) bool { return levelOf(o, side) == personLevel })
		})
	})
	if len(named) == 0 {
		return list
	}
	return named
}

// exactFirst are the candidates that a text dates exactly, or a readout by coming out; all
// where there is none, or where place, occasion or count lead to another of which there is
// a page.
func exactFirst(list []candidate) []candidate {
	dated := slices.DeleteFunc(slices.Clone(list), func(k candidate) bool { return !k.c.dated && !k.c.isReadOut() })
	other := slices.ContainsFunc(list, func(k candidate) bool { return !k.c.dated && k.m.named && !k.c.talked() })
	if len(dated) == 0 || other && !slices.ContainsFunc(dated, func(k candidate) bool { return k.m.named }) {
		return list
	}
	return dated
}

// paged are the candidates but for those that talks alone tell of, without a day, where
// a text dates another exactly that lies within a month.
func paged(list []candidate) []candidate {
	if !slices.ContainsFunc(list, func(k candidate) bool { return k.c.dated && k.m.near <= remotePlanDays }) {
		return list
	}
	return slices.DeleteFunc(list, func(k candidate) bool { return !k.c.dated && k.c.talked() })
}

// isReadOut reports whether the contact is what a side's own readout is about.
func (c *cluster) isReadOut() bool { return slices.ContainsFunc(c.items, (*item).leads) }

// timed reports whether some text says when the contact was. What is told in passing,
// or as past, is not joined to what no text dates: each may be any of years.
func (c *cluster) timed() bool {
	return c.dated || c.isReadOut() || slices.ContainsFunc(c.items, func(it *item) bool { return it.held() && it.dated })
}

// meant are the candidates inside the time that a report gives; where there are none
// ("two weeks ago" is seldom exact), the nearest beside it that were held, of which
// there is a page before others.
func meant(list []candidate, it *item) []candidate {
	inside := slices.DeleteFunc(slices.Clone(list), func(k candidate) bool { return !k.c.span.overlaps(it.time) })
	if len(inside) > 0 {
		return inside
	}
	summit := it.rep.Channel == readout.Summit && it.body != "" // of which a body has few
	exact := it.lastMonth() && !summit
	list = slices.DeleteFunc(list, func(k candidate) bool { return !k.c.isHeld && !(summit && k.c.dated) || exact && !k.m.named })
	if paged := slices.DeleteFunc(slices.Clone(list), func(k candidate) bool { return k.c.talked() }); len(paged) > 0 {
		list = paged
	}
	if len(list) == 0 {
		return nil
	}
	far := func(k candidate) int { return k.c.span.distance(it.time) }
	near := far(slices.MinFunc(list, func(a, b candidate) int { return cmp.Compare(far(a), far(b)) }))
	return slices.DeleteFunc(list, func(k candidate) bool { return far(k) > near })
}

// lastMonth reports whether the item's time is last month, or last year: exact, unless
// place, occasion or count lead elsewhere.
func (it *item) lastMonth() bool {
	return it.time.length() > week && slices.ContainsFunc(it.src.r.Dates, func(d readout.Date) bool { return d.Rule == lastUnit && isTimeOf(d, it.rep.When) })
}

// oneOfEach leaves out candidates that will be joined to another of them.
func oneOfEach(list []candidate) []candidate {
	return slices.DeleteFunc(slices.Clone(list), func(k candidate) bool {
		return slices.ContainsFunc(list, func(o candidate) bool { return k.c.near(o.c) && !o.c.near(k.c) })
	})
}

// nearer orders candidates: a shared place, occasion or count first, then the
// nearest day, then the better fit.
func nearer(a, b candidate) int {
	if a.m.named != b.m.named {
		if a.m.named {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.m.near, b.m.near), cmp.Compare(b.m.score, a.m.score), cmp.Compare(a.c.span.lo, b.c.span.lo), a.c.first.position(b.c.first))
}

// earlier orders candidates by their days.
func earlier(a, b candidate) int {
	return cmp.Or(cmp.Compare(a.c.span.lo, b.c.span.lo), nearer(a, b))
}
