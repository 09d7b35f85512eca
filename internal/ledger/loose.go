package ledger

import (
	"cmp"
	"math"
	"slices"

	"readout"
)

// How far, in days, a report without an exact day reaches for the contact that
// it speaks of.
const (
	ownAccountDays  = 2   // a side's own account comes out on the day or the day after
	backgroundDays  = 120 // "they last met", "after he had called": the contact before this one
	rememberedDays  = 31  // the same in a talk, where neither place, occasion nor count says which
	pressReportDays = 7   // the press still speaks of a contact a week later
	remotePlanDays  = 31  // "will speak again soon"
	planDays        = 92  // a meeting that is planned, proposed or being arranged: a quarter
	invitationDays  = 365 // the same, where the place, occasion or count says that it is this one
	landDays        = 730 // a journey to a land, which somebody hopes for and then makes
	denialDays      = 30  // a denial of something that was reported
	postponedDays   = 120 // a meeting that was put off
	postponedRemote = 14  // a call that was put off
	movedDays       = 3   // a meeting that moved without a word
	movedRemoteDays = 1   // a call that moved without a word
	leaveDays       = 7   // from an invitation to the journey that it is for, at least
	spokenAtDays    = 1   // "they discussed", of the meeting of that day
	journeyDays     = 1   // a journey and the meeting that it was made for
	tourDays        = 8   // a journey to several people: "this week", and its first or last day
)

// A week, the shortest month and the longest year, in days.
const (
	week       = 7
	shortMonth = 28
	aYear      = 366
)

// lead is the item of a thread that says most of when it was: held, then plan.
func lead(thread []*item) *item {
	for _, kind := range []func(*item) bool{(*item).held, (*item).plan} {
		if i := slices.IndexFunc(thread, kind); i >= 0 {
			return thread[i]
		}
	}
	return thread[0]
}

// attachLoose joins the threads without an exact time whose lead passes, in the
// order in which they were said, of one day those that name a place or occasion
// first, to the contact that they most likely mean, or
// makes a contact of them.
func (b *bucket) attachLoose(all [][]*item, pass func(*item) bool) {
	var list [][]*item
	for _, t := range all {
		if exactItem(t) == nil && pass(lead(t)) {
			list = append(list, t)
		}
	}
	slices.SortFunc(list, func(x, y []*item) int {
		a, o := lead(x), lead(y)
		return cmp.Or(boolFirst(a.tour, o.tour), cmp.Compare(a.said, o.said), boolFirst(a.place.known() || a.event.known(), o.place.known() || o.event.known()), a.before(o))
	})
	for _, t := range list {
		if c, why := b.choose(t); c != nil {
			c.add(t, why)
			continue
		}
		c := newCluster(t)
		c.span = looseSpan(lead(t))
		b.insert(c)
	}
}

// looseSpan stands in for the time of a contact that no text dates exactly.
func looseSpan(it *item) interval {
	if it.dated {
		return it.time
	}
	return interval{it.said, it.said}
}

func (b *bucket) insert(c *cluster) {
	i, _ := slices.BinarySearchFunc(b.clusters, c.span.lo+1, func(x *cluster, lo int) int { return cmp.Compare(x.span.lo, lo) })
	b.clusters = slices.Insert(b.clusters, i, c)
	b.longest = max(b.longest, c.span.length())
}

// within is every cluster whose span meets the window.
func (b *bucket) within(w interval) []*cluster {
	from, _ := slices.BinarySearchFunc(b.clusters, w.lo-b.longest, func(x *cluster, lo int) int { return cmp.Compare(x.span.lo, lo) })
	var out []*cluster
	for _, c := range b.clusters[from:] {
		if c.span.lo > w.hi {
			break
		}
		if c.span.hi >= w.lo && !c.merged {
			out = append(out, c)
		}
	}
	return out
}

func (b *bucket) choose(thread []*item) (*cluster, string) {
	it := lead(thread)
	journey := it.rep.Channel == readout.Visit && it.rep.Background
	if !it.dated && (!it.hasSaid || it.aside && !journey) {
		return nil, "" // an aside without a day need not be about what the ledger has, but for "her recent trip"
	}
	list := withPeople(b.candidates(thread, it), it)
	switch {
	case it.held() && it.dated:
		list = oneOfEach(exactFirst(meant(list, it)))
	case it.held():
		list = exactFirst(list)
		if it.past {
			list = slices.DeleteFunc(list, func(k candidate) bool { return !k.c.timed() })
		}
	case it.plan():
		list = paged(slices.DeleteFunc(list, func(k candidate) bool { return k.c.isHeld && k.c.toldInPassing() }))
	}
	if len(list) == 0 {
		return nil, ""
	}
	best := slices.MinFunc(list, nearer)
	if it.held() && !it.dated && it.isFirst() {
		best = slices.MinFunc(list, earlier)
	}
	one := len(list) == 1
	if it.toState() {
		if it.held() {
			stops := ofJourney(list, best)
			best, one = firstHost(stops), len(stops) == len(list)
		}
		if i := slices.IndexFunc(list, func(k candidate) bool { return k.c.isJourney() && k.c.span.distance(best.c.span) <= movedDays }); i >= 0 {
			best = list[i]
		}
	}
	switch {
	case it.held() && it.dated:
		if !best.m.named && (!one || it.time.length() > aYear) {
			return nil, "" // several contacts in that time, or there may be others that no text here has, and nothing says which
		}
		return best.c, "same parties and channel, inside the time that the text gives"
	case it.held() && it.past:
		return best.c, lastBefore
	case it.held():
		return best.c, justBefore
	case it.plan():
		return best.c, nextAfter
	}
	return best.c, answersPlan
}

// candidates are the clusters that the thread may belong to. An undated plan
// does not reach beyond another contact of its kind that it cannot be, unless
// place, occasion or count lead there.
func (b *bucket) candidates(thread []*item, it *item) []candidate {
	var list []candidate
	barrier := math.MaxInt
	for _, c := range b.within(reach(it)) {
		if !rightTime(c, it) || c.readOut(it) || c.toldBy(it) || c.toldApart(it) || b.cameToNothing(it, c) {
			continue
		}
		near := c.span.distance(interval{it.said, it.said})
		m, ok := fitsAll(c, thread)
		switch {
		case ok && !tooFar(c, it, m):
			m.near = near
			list = append(list, candidate{c, m})
		case !ok && c.dated && c.span.lo > it.said && c.rivals(it):
			barrier = min(barrier, near)
		}
	}
	return slices.DeleteFunc(list, func(k candidate) bool { return it.plan() && !it.dated && !k.m.named && k.m.near > barrier })
}

// readOut reports whether the side whose readout the item is has put out another
// readout of the contact, on another day: of each contact a side puts out one. On a day
// before, it may also have told of it further down.
func (c *cluster) readOut(it *item) bool {
	day := interval{it.said, it.said}
	headline := it.rep.Headline && it.newsOfReadout() // which its outlet alone tells
	return (it.leads() || headline) && !it.dated && slices.ContainsFunc(c.items, func(o *item) bool {
		if it.chief && o.chief && o.src != it.src && o.side == it.side && otherScreen(o.rep.Channel, it.rep.Channel) {
			return true
		}
		return o.readsOut() && (o.leads() || o.said < it.said) && o.src != it.src && o.voiceOf(it) && o.said != it.said && (!o.dated || o.time.exact() && !o.time.contains(day))
	})
}

// voiceOf reports whether two items are of one side or outlet.
func (it *item) voiceOf(o *item) bool {
	return it.side == o.side || it.src.r.Document.Outlet == o.src.r.Document.Outlet
}

// otherScreen reports whether one of two channels is a call and the other a video call: a
// side's two pages tell of two contacts, and the rest of the world may use either word.
func otherScreen(a, b readout.Channel) bool {
	return a == readout.Call && b == readout.Video || a == readout.Video && b == readout.Call
}

// toldApart reports whether the item's own document tells it apart from the contact: what it
// still plans for that day or later has not been held, and what it hopes for in some month is
// not what it tells as held by then.
func (c *cluster) toldApart(it *item) bool {
	switch {
	case !it.hasSaid:
		return false
	case it.plan() && it.dated && !it.time.exact():
		return slices.ContainsFunc(c.docs[it.src], func(o *item) bool { return o.firm() && o.time.hi <= it.said })
	case it.held() && it.past:
		return slices.ContainsFunc(c.docs[it.src], func(o *item) bool { return o.plan() && o.dated && o.time.hi >= it.said })
	}
	return false
}

// toldBy reports whether the side that denies a contact, without a day, has itself put out
// that this one was held: then it denies another ("has not had another since").
func (c *cluster) toldBy(it *item) bool {
	return it.rep.Status == readout.Denied && !it.dated && slices.ContainsFunc(c.items, func(o *item) bool {
		return o.held() && o.own && o.side == it.side && !o.src.talk() && o.src != it.src
	})
}

// news reports whether the item is what its text begins with, or its headline.
func (it *item) news() bool { return it.rep.Headline || it.opens }

// newsOfReadout reports whether the item is told as held, as news, in a readout.
func (it *item) newsOfReadout() bool {
	return it.src.r.Document.Form == readout.ReadoutAccount && it.held() && !it.past
}

// readsOut reports whether the item is told as held, as news, in a side's own readout.
func (it *item) readsOut() bool { return it.newsOfReadout() && it.own }

// leads reports whether the item is what the readout is about.
func (it *item) leads() bool { return it.readsOut() && it.news() }

// rivals reports whether the cluster is of the item's parties and kind.
func (c *cluster) rivals(it *item) bool {
	return slices.ContainsFunc(c.kinds, func(o *item) bool {
		_, _, ok := partyFit(it, o)
		return ok && channelFit(it.rep.Channel, o.rep.Channel) > 1
	})
}

func fitsAll(c *cluster, thread []*item) (match, bool) {
	var best match
	for _, it := range thread {
		if it.echo {
			if it.past && c.liesElsewhere(it) {
				return match{}, false
			}
			continue
		}
		m, crossed, ok := c.fits(it)
		spoken := spokenAt(c, it) && (c.spokenThere(it) || c.channel() == readout.Conversation)
		if !ok || crossed && !spoken || c.shares(it) && !it.rep.Headline && !it.passing && !spoken {
			return match{}, false
		}
		if m.score > best.score {
			best.score = m.score
		}
		best.named = best.named || m.named
	}
	return best, true
}

// liesElsewhere reports whether the item names a place in another country than a meeting of
// the cluster does.
func (c *cluster) liesElsewhere(it *item) bool {
	return slices.ContainsFunc(c.kinds, func(o *item) bool {
		return groupOf(o.rep.Channel) == inPerson && it.place.agreement(o.place) < 0
	})
}

// spokenAt reports whether a conversation without a day, told of on the day of a
// meeting or beside it, or in the week of one, can be what was spoken of there; or one
// that is planned for the week of a meeting of which its document tells; or what a page
// tells of its day the conversation that talks alone give to that day.
func spokenAt(c *cluster, it *item) bool {
	if !c.dated || it.held() && !c.isFirm {
		return false
	}
	if it.rep.Channel != readout.Conversation {
		return it.held() && it.own && !it.past && !it.src.talk() && !it.dated && c.talked() && c.span == interval{it.said, it.said}
	}
	if it.dated {
		return (it.held() || it.plan() && c.shares(it)) && it.time.contains(c.span)
	}
	return c.span.distance(interval{it.said, it.said}) <= spokenAtDays
}

// isFirst reports whether the text counts the contact as the first, of whatever.
func (it *item) isFirst() bool { return it.rep.Ordinal != nil && it.rep.Ordinal.N == 1 }

// reach is the window of days in which the contact of a loose item is sought.
func reach(it *item) interval {
	switch {
	case it.held() && it.dated:
		return interval{it.time.lo - it.slack(), min(it.time.hi+it.slack(), max(it.time.hi, it.said))}
	case it.held() && it.past:
		return interval{it.said - backgroundDays, it.said}
	case it.held():
		days := pressReportDays
		if it.own {
			days = ownAccountDays
		}
		return interval{it.said - days, it.said + 1}
	case it.dated:
		return it.time
	}
	if it.toLand() {
		return interval{it.said - invitationDays, it.said + landDays}
	}
	return interval{it.said - invitationDays, it.said + invitationDays}
}

// toLand reports whether the item is a journey to a state, to no town of it.
func (it *item) toLand() bool {
	return it.rep.Channel == readout.Visit && it.place.id.Kind() == readout.State
}

// slack is how many days beside its time a contact may lie that is told of as so many
// weeks or months ago: half as many, and one.
func (it *item) slack() int {
	if !it.ago || !it.hasSaid || it.time.exact() {
		return 0
	}
	unit := week
	if it.time.length() >= shortMonth { // "a couple of weeks ago" is three weeks long
		unit = 30
	}
	n := (it.said - (it.time.lo+it.time.hi)/2 + unit/2) / unit
	return (n/2 + 1) * unit
}

// tooFar reports whether an undated report lies too far from the contact to be about it. Of
// plans, the next call within a month, the next meeting within a quarter; within a year where
// place, occasion or count say that it is that one. Who is invited leaves no sooner than in a
// week. What a talk tells as past is of the last month, unless they say so.
func tooFar(c *cluster, it *item, m match) bool {
	far, away := planDays, c.span.distance(interval{it.said, it.said})
	switch {
	case it.rep.Channel == readout.Visit && it.rep.Status == readout.Proposed && !it.dated && !m.named && away < leaveDays:
		return true
	case it.held() && it.past && !it.dated && !m.named && !it.isFirst() && it.body == "" && it.src.talk():
		far = rememberedDays
	case it.dated || !it.plan():
		return false
	case m.named && it.toLand():
		far = landDays
	case m.named:
		far = invitationDays
	case groupOf(it.rep.Channel) == remote:
		far = remotePlanDays
	}
	return away > far
}

// over reports whether a text gives the contact a time that lies before a day.
func (c *cluster) over(day int) bool {
	return slices.ContainsFunc(c.items, func(it *item) bool { return it.dated && it.time.hi < day })
}

// alreadyOut reports whether, on the day on which the item was said, its side had put out that
// the contact was held, by the clock of a place where it was the next day.
func (c *cluster) alreadyOut(it *item) bool {
	return slices.ContainsFunc(c.items, func(o *item) bool {
		return o.held() && o.own && !o.src.talk() && o.hasSaid && o.said == it.said && o.voiceOf(it)
	})
}

// rightTime tells whether a cluster lies on the side of the day said where the
// item's contact must lie.
func rightTime(c *cluster, it *item) bool {
	switch {
	case it.held():
		return !it.hasSaid || c.span.lo <= it.said || c.span.lo == it.said+1 && (it.dated || it.news() && !c.datedBy(it) || c.alreadyOut(it))
	case it.plan():
		if !it.hasSaid || c.span.hi >= it.said || it.dated && it.said > it.time.hi {
			return true // after the plan was spoken of, or in the month that it was for
		}
		return !c.dated && !c.isHeld && !c.over(it.said) // an earlier plan of the same, also without a day
	case it.rep.Status == readout.Denied:
		if c.dated && c.span.lo > it.said {
			return false // what has not happened yet cannot be denied
		}
		return !c.said || c.firstSaid <= it.said && c.span.hi >= it.said-max(denialDays, it.time.length())
	}
	if c.said && c.firstSaid > it.said || c.isHeld && (c.span.hi < it.said || c.span.hi == it.said && it.rep.Status == readout.Postponed && it.rep.Channel == readout.Visit) {
		return false
	}
	if c.isBroken && !c.isHeld && c.span.hi >= it.said-planDays {
		return true // told again, as one looks back
	}
	return !c.dated || c.span.hi >= it.said-pressReportDays || c.isPostponed
}
