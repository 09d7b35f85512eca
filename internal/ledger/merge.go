package ledger

import (
	"slices"

	"readout"
)

// joinMoved joins a plan that was put off, or whose day moved by a few days
// without a word, to the plan or contact that took its place. Clusters are
// sorted by day, so a plan that moved twice ends in the last.
func (b *bucket) joinMoved() {
	for _, p := range slices.Clone(b.clusters) {
		if p.isHeld || !p.dated || p.merged {
			continue
		}
		for _, q := range b.within(interval{p.span.lo - planDays, p.span.hi + postponedDays}) {
			if why := p.movesTo(q); why != "" {
				q.absorb(p, why)
				b.sort()
				break
			}
		}
	}
}

// movesTo says why q is what became of the plan p, or "": it is dated, was
// spoken of later, is of the same parties and kind and in no document beside p,
// and lies where a plan that was put off, or moved without a word, can lie.
func (p *cluster) movesTo(q *cluster) string {
	if q == p || !q.dated || q.merged {
		return ""
	}
	putOff := p.isPostponed || q.isPostponed
	if !p.said || !q.said || q.lastSaid < p.lastSaid || q.lastSaid == p.lastSaid && !p.isPostponed || !putOff && p.isBroken {
		return ""
	}
	far, moved := postponedDays, movedDays
	if groupOf(p.items[0].rep.Channel) == remote {
		far, moved = postponedRemote, movedRemoteDays
	}
	switch apart := p.span.distance(q.span); {
	case apart <= planDays && p.isPlan && p.countedAs(q):
		return "counted as the same of their contacts"
	case putOff && q.span.lo >= p.span.lo && apart <= far && p.canJoin(q):
		return "put off to a later day"
	case apart <= moved && p.isPlan && p.canJoin(q):
		return movedClose
	}
	return ""
}

// countedAs reports whether both are told to be the same in one count ("the third summit of
// the Quad leaders"), of the same parties: the one that was moved, wherever it was to be.
func (p *cluster) countedAs(q *cluster) bool {
	if p.sharesDocument(q) || slices.ContainsFunc(q.items, p.apartFrom) {
		return false
	}
	return slices.ContainsFunc(p.kinds, func(a *item) bool {
		return slices.ContainsFunc(q.kinds, func(b *item) bool {
			_, _, ok := partyFit(a, b)
			return ok && ordinalFit(a.rep.Ordinal, b.rep.Ordinal) > 0 && channelFit(a.rep.Channel, b.rep.Channel) > 1
		})
	})
}

func (p *cluster) sharesDocument(q *cluster) bool {
	for src := range q.docs {
		if len(p.docs[src]) > 0 {
			return true
		}
	}
	return false
}

func (p *cluster) canJoin(q *cluster) bool {
	if p.sharesDocument(q) || slices.ContainsFunc(q.items, p.apartFrom) {
		return false
	}
	return !slices.ContainsFunc(q.kinds, func(it *item) bool {
		_, crossed, ok := p.fits(it)
		return !ok || crossed && !q.spokenThere(it)
	})
}

// spokenThere reports whether the item is a conversation that was joined to what it
// was held at.
func (c *cluster) spokenThere(it *item) bool {
	return it.rep.Channel == readout.Conversation && slices.ContainsFunc(c.kinds, func(o *item) bool { return groupOf(o.rep.Channel) == inPerson })
}

// joinNear joins what no text tells afterwards to have been on its day (a plan for
// Friday, "when they meet tomorrow") to the one contact of the same people and kind
// within some days that a text does tell of so; a journey to the meeting it was made
// for; and what only talks tell, a day beside the one contact of which there is a page
// ("yesterday", in a transcript that came out a day late).
func (b *bucket) joinNear() {
	for _, p := range slices.Clone(b.clusters) {
		if p.merged {
			continue
		}
		var found []*cluster
		for _, q := range b.within(interval{p.span.lo - movedDays, p.span.hi + movedDays}) {
			if p.near(q) {
				found = append(found, q)
			}
		}
		if len(found) == 1 {
			found[0].absorb(p, p.whyNear())
			b.sort()
		}
	}
}

func (p *cluster) whyNear() string {
	switch {
	case p.isFirm && p.channel() == readout.Visit:
		return journeyTo
	case p.isFirm:
		return toldADayOff
	}
	return movedClose
}

// near reports whether the cluster may be told of the held contact q, days apart. What
// is first spoken of after q is something else, unless a talk that came out late
// speaks of its own day; and so is what a document tells beside q, but for a journey,
// which it dates apart only where that is told of as made.
func (p *cluster) near(q *cluster) bool {
	if q == p || !p.dated || p.isBroken || p.isPostponed || !q.isFirm {
		return false
	}
	far := movedDays
	switch {
	case p.isFirm && p.channel() == readout.Visit && q.channel() != readout.Visit:
		far = journeyDays
	case p.isFirm && (!p.talked() || q.talked() || p.said && p.firstSaid < q.span.lo): // who told of it before that day did not mean that day
		return false
	case p.isFirm, groupOf(p.items[0].rep.Channel) == remote:
		far = movedRemoteDays
	}
	if p.span.distance(q.span) > far {
		return false
	}
	if !p.isFirm && p.said && p.firstSaid > q.span.hi && !(p.span.lo <= p.firstSaid && p.span.distance(q.span) <= 1 && p.talked()) {
		return false
	}
	agenda := p.agendaOf(q)
	for src, list := range q.docs {
		for _, o := range p.docs[src] {
			if slices.ContainsFunc(list, func(it *item) bool {
				return !agenda && !journeys(o, it) || p.isFirm && o.dated && it.dated && !o.time.overlaps(it.time)
			}) {
				return false
			}
		}
	}
	return len(p.first.sides) > 1 && !slices.ContainsFunc(q.kinds, func(it *item) bool {
		_, crossed, ok := p.alike(it)
		return !ok || crossed && !agenda && !q.spokenThere(it)
	})
}

// agendaOf reports whether the cluster is only what is to be spoken of at q: a conversation
// planned for a day beside it, in the documents that plan q.
func (p *cluster) agendaOf(q *cluster) bool {
	return !slices.ContainsFunc(p.items, func(it *item) bool {
		return it.rep.Channel != readout.Conversation || !it.plan() || !slices.ContainsFunc(q.docs[it.src], func(o *item) bool {
			return o.plan() && o.rep.Channel != readout.Conversation
		})
	})
}

// talked reports whether the cluster is told of in talks alone.
func (c *cluster) talked() bool {
	return !slices.ContainsFunc(c.items, func(it *item) bool { return !it.src.talk() })
}

// journeys reports whether one is a journey and the other a meeting, whatever their days.
func journeys(a, b *item) bool {
	return (a.rep.Channel == readout.Visit) != (b.rep.Channel == readout.Visit) && groupOf(a.rep.Channel) == groupOf(b.rep.Channel)
}

// absorb takes everything of p into c.
func (c *cluster) absorb(p *cluster, why string) {
	p.merged = true
	c.why = append(c.why, p.why...)
	c.add(p.items, why)
}

// joinStates joins contacts that are told of states alone ("Washington and
// Moscow") to the contact of persons that they must be: the only one of that
// kind on that day, told in a document that names those persons too.
func (b *bucket) joinStates() {
	for _, p := range slices.Clone(b.clusters) {
		days, ok := p.days()
		if !ok || p.merged || !p.statesOnly() {
			continue
		}
		var found []*cluster
		for _, q := range b.within(days) {
			if q != p && q.dated && !q.statesOnly() && p.mayBe(q) {
				found = append(found, q)
			}
		}
		if len(found) == 1 {
			found[0].absorb(p, onlyOfStates)
		}
	}
}

// days are those on which the contact was: of what a side's own page tells without a day,
// the days before it came out.
func (c *cluster) days() (interval, bool) {
	if c.dated {
		return c.span, true
	}
	news := func(it *item) bool { return it.held() && it.own && !it.past && !it.aside && !it.src.talk() }
	return interval{c.span.lo - ownAccountDays, c.span.hi}, c.said && !slices.ContainsFunc(c.items, func(it *item) bool { return !news(it) })
}

func (c *cluster) statesOnly() bool {
	return !slices.ContainsFunc(c.kinds, func(it *item) bool {
		return slices.ContainsFunc(it.who, func(p participant) bool { return p.level != stateLevel })
	})
}

func (p *cluster) mayBe(q *cluster) bool {
	if slices.ContainsFunc(q.items, p.apartFrom) {
		return false
	}
	for _, a := range p.kinds {
		for _, b := range q.kinds {
			if _, same := commonSides(a, b); !same || channelFit(a.rep.Channel, b.rep.Channel) < 2 || a.place.agreement(b.place) < 0 || a.event.agreement(b.event) < 0 {
				return false
			}
		}
	}
	return slices.ContainsFunc(p.items, func(it *item) bool { return !q.shares(it) && namesAll(it.src.r, q.kinds[0].who) })
}

func namesAll(r *readout.Reading, who []participant) bool {
	return !slices.ContainsFunc(who, func(p participant) bool {
		return p.level == personLevel && r.Entity(p.id) == nil
	})
}
