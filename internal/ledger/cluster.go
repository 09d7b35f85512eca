package ledger

import (
	"cmp"
	"fmt"
	"slices"

	"readout"
)

// cluster is what becomes one entry: the items that speak of one contact. What
// linking asks of it is kept up to date, so that a question costs the same for
// ten items and for ten thousand.
type cluster struct {
	items  []*item
	docs   map[*source][]*item
	span   interval // of every exact time in it; else of what stands for it
	dated  bool     // some exact time is given by a text
	exact  []interval
	kinds  []*item // one item for each distinct set of parties, channel, place and count
	clocks []*item // one for each distinct time of day
	nths   []*item // one for each distinct place in the count of a day
	edges  []*item // one held item for each distinct day, zone and side
	merged bool    // it went into another

	isHeld, isPlan, isBroken, isPostponed bool // some item says so
	isFirm                                bool // some item tells, afterwards, on what day it was held

	first     *item // by document and position
	said      bool
	firstSaid int // the first and last day on which anybody spoke of it
	lastSaid  int
	why       []joining
	apart     []part // of its items
}

// joining is why an item was joined to the others.
type joining struct {
	item *item
	why  string
}

func (j joining) String() string {
	return fmt.Sprintf("%s: %s (%s): %s", j.item.src.r.Document.Source, j.item.rep.Status, describeTime(j.item), j.why)
}

func newCluster(thread []*item) *cluster {
	c := &cluster{docs: map[*source][]*item{}}
	c.add(thread, "")
	return c
}

// add takes a thread in, with the reason.
func (c *cluster) add(thread []*item, why string) {
	for _, it := range thread {
		c.items = append(c.items, it)
		c.docs[it.src] = append(c.docs[it.src], it)
	}
	for _, it := range thread {
		c.note(it)
		if why != "" {
			c.why = append(c.why, joining{it, why})
		}
	}
}

// note keeps what linking asks of the cluster up to date.
func (c *cluster) note(it *item) {
	if c.first == nil || it.position(c.first) < 0 {
		c.first = it
	}
	if it.hasSaid {
		if !c.said {
			c.said, c.firstSaid, c.lastSaid = true, it.said, it.said
		}
		c.firstSaid, c.lastSaid = min(c.firstSaid, it.said), max(c.lastSaid, it.said)
	}
	c.apart = append(c.apart, it.apart...)
	if !it.rep.Headline || !c.bodied(it.src) {
		c.isHeld, c.isPlan, c.isBroken = c.isHeld || it.held(), c.isPlan || it.plan(), c.isBroken || it.breaks()
		c.isPostponed = c.isPostponed || it.rep.Status == readout.Postponed
		c.isFirm = c.isFirm || it.firm()
	}
	if !it.echo && !slices.ContainsFunc(c.kinds, it.sameKind) {
		c.kinds = append(c.kinds, it)
	}
	if !it.onDay() {
		return
	}
	c.addTime(it.time)
	if it.clock >= 0 && !slices.ContainsFunc(c.clocks, func(o *item) bool { return o.clock == it.clock && o.time == it.time }) {
		c.clocks = append(c.clocks, it)
	}
	if it.nth > 0 && !slices.ContainsFunc(c.nths, func(o *item) bool { return o.nth == it.nth && o.time == it.time }) {
		c.nths = append(c.nths, it)
	}
	if it.held() && !slices.ContainsFunc(c.edges, it.sameEdge) {
		c.edges = append(c.edges, it)
	}
}

// onDay reports whether the item gives the day, or the few days, of its contact. Nobody calls
// for days: "over the weekend" is no day of a call.
func (it *item) onDay() bool {
	return it.dated && it.time.exact() && (it.time.length() == 1 || groupOf(it.rep.Channel) != remote)
}

// firm reports whether the item tells, on its day or later, on what day it was held.
func (it *item) firm() bool {
	return it.held() && it.onDay() && (!it.hasSaid || it.time.lo <= it.said)
}

// datedBy reports whether a side's own page gives the day of the contact, and the item is of
// that side or outlet: what the same told of on the day before was another.
func (c *cluster) datedBy(it *item) bool {
	return slices.ContainsFunc(c.items, func(o *item) bool {
		return o.own && o.firm() && !o.src.talk() && o.voiceOf(it)
	})
}

// bodied reports whether the text under a document's headline speaks of the
// contact too: then its headline does not count.
func (c *cluster) bodied(src *source) bool {
	return slices.ContainsFunc(c.docs[src], func(it *item) bool { return !it.rep.Headline })
}

// sameEdge reports whether two held items cannot be told apart by day, zone and
// the side that speaks.
func (it *item) sameEdge(o *item) bool {
	return it.time == o.time && it.rep.When.Zone == o.rep.When.Zone && it.own == o.own && it.side == o.side
}

func describeTime(it *item) string {
	if it.rep.When != nil {
		return it.rep.When.EDTF
	}
	return "no day"
}

func (c *cluster) addTime(v interval) {
	if !c.dated {
		c.span, c.dated = v, true
	} else {
		c.span = c.span.hull(v)
	}
	if !slices.Contains(c.exact, v) {
		c.exact = append(c.exact, v)
	}
}

// sameKind reports whether two items cannot be told apart by parties, channel,
// place, occasion and ordinal.
func (it *item) sameKind(o *item) bool {
	return it.rep.Channel == o.rep.Channel && it.place.id == o.place.id && it.event.id == o.event.id &&
		slices.Equal(it.place.words, o.place.words) && slices.Equal(it.event.words, o.event.words) &&
		(it.rep.Ordinal == nil) == (o.rep.Ordinal == nil) && ordinalFit(it.rep.Ordinal, o.rep.Ordinal) >= 0 &&
		slices.EqualFunc(it.who, o.who, func(p, q participant) bool {
			return p.id == q.id && p.side == q.side && slices.Equal(p.words, q.words)
		})
}

// match is how well an item fits a cluster; higher is better.
type match struct {
	score int
	near  int // days between the two
	named bool
}

// fits compares an item with everything in the cluster, time apart. crossed is
// true where the channels need one exact day to be one contact.
func (c *cluster) fits(it *item) (m match, crossed, ok bool) {
	m, crossed, ok = c.alike(it)
	return m, crossed, ok && !c.repeats(it)
}

// alike is fits, but for the question whether the item's own document tells it apart.
func (c *cluster) alike(it *item) (m match, crossed, ok bool) {
	if c.apartFrom(it) {
		return match{}, false, false
	}
	best, channels := match{score: -1}, 0
	unlike, full := false, false
	sameDay := it.dated && it.time.length() == 1 && slices.Contains(c.exact, it.time)
	for _, o := range c.kinds {
		party, weak, fits := partyFit(it, o)
		channel := channelFit(it.rep.Channel, o.rep.Channel)
		place, event := it.place.agreement(o.place), it.event.agreement(o.event)
		if !(it.dated && o.dated) && (it.place.elsewhere(o.event) || o.place.elsewhere(it.event)) {
			place = -1
		}
		if placeless(it, o) || placeless(o, it) {
			place = 0 // those who call sit in different places
		}
		ordinal := ordinalFit(it.rep.Ordinal, o.rep.Ordinal)
		if !fits || channel == 0 || ordinal < 0 || event < 0 {
			return match{}, false, false
		}
		if namedApart(it, o) || namedApart(o, it) {
			return match{}, false, false
		}
		if place < 0 && !((it.breaks() || o.breaks()) && !c.isHeld) && !(sameDay && it.personsOnly() && o.personsOnly()) {
			return match{}, false, false // nobody meets the same person in two countries on one day
		}
		there := it.past && place > 0 && it.place.id.Kind() != readout.State
		if weak > 1 && weak >= len(it.sides) && !there {
			unlike = true // no side is named alike: in another report of the cluster all must be, or the town
			continue
		}
		full = full || there || weak == 0 || weak < len(it.sides) && o.personsOnly()
		channels = max(channels, channel)
		s := match{score: party + 2*channel + 4*max(place, 0) + 4*event + 6*ordinal, named: place > 0 || event > 0 || ordinal > 0}
		if s.score > best.score {
			best = match{score: s.score, named: s.named || best.named}
		}
	}
	return best, channels == 1 && len(it.sides) < threeStates && it.body == "", best.score >= 0 && (full || !unlike)
}

// placeless reports whether the place of a says nothing beside b: that of a call; or that of
// a conversation, unless it is told as past, or of some weeks ago, beside a meeting elsewhere
// ("as they said in Tollen").
func placeless(a, b *item) bool {
	spoken := a.rep.Channel == readout.Conversation && (a.past || a.ago) && groupOf(b.rep.Channel) == inPerson
	return groupOf(a.rep.Channel) == remote && !spoken
}

// personsOnly reports whether every side is named by a person.
func (it *item) personsOnly() bool {
	return !slices.ContainsFunc(it.sides, func(side string) bool { return levelOf(it, side) != personLevel })
}

// repeats reports whether the cluster already has what the item's document
// says in the same status: two entries of one reading are two contacts, unless
// two issuers speak in one document, one is a headline, one is mentioned in passing,
// one the journey to the other, or the talk at it that is planned for its day.
func (c *cluster) repeats(it *item) bool {
	return slices.ContainsFunc(c.docs[it.src], func(o *item) bool {
		return o.rep.Status == it.rep.Status && o.issuer == it.issuer && !o.rep.Headline && !it.rep.Headline && !journey(o, it) && !talkAt(o, it) && !o.passing && !it.passing
	})
}

// shares reports whether the two come from one document.
func (c *cluster) shares(it *item) bool { return len(c.docs[it.src]) > 0 }

// channel is the most frequent channel of the items: those that tell of the contact as
// held, where there are such, without headlines, pages before talks. A conversation is a
// call, a video call or a meeting as soon as anybody says so, a call is a video call as
// soon as a page does, and a journey to somebody who is named is a meeting as soon as
// anybody calls it one.
func (c *cluster) channel() readout.Channel {
	best := c.mostToldOf()
	if best == readout.Call && slices.ContainsFunc(c.items, func(it *item) bool {
		return it.rep.Channel == readout.Video && it.held() && !it.rep.Headline && !it.src.talk()
	}) {
		return readout.Video
	}
	if best != readout.Visit {
		return best
	}
	met := func(it *item) bool {
		return it.held() == c.isHeld && !it.rep.Headline && groupOf(it.rep.Channel) == inPerson && it.rep.Channel != readout.Visit && it.personsOnly()
	}
	return cmp.Or(c.mostFrequent(met), best)
}

// mostToldOf is the channel that most items give, see channel.
func (c *cluster) mostToldOf() readout.Channel {
	held := c.isHeld
	told := func(it *item) bool {
		return it.held() == held && !it.rep.Headline && it.rep.Channel != readout.Conversation
	}
	for _, chosen := range []func(*item) bool{
		func(it *item) bool { return told(it) && !it.src.talk() },
		told,
		func(it *item) bool { return it.rep.Channel != readout.Conversation },
		func(*item) bool { return true },
	} {
		if best := c.mostFrequent(chosen); best != "" {
			return best
		}
	}
	return readout.Conversation
}

// mostFrequent is the channel that most of the chosen items give; of equals,
// the first of readout.Channels.
func (c *cluster) mostFrequent(chosen func(*item) bool) readout.Channel {
	count := map[readout.Channel]int{}
	for _, it := range c.items {
		if chosen(it) && !it.echo {
			count[it.rep.Channel]++
		}
	}
	best := readout.Channel("") // counts 0
	for _, ch := range readout.Channels {
		if count[ch] > count[best] {
			best = ch
		}
	}
	return best
}
