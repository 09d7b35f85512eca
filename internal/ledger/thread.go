package ledger

import (
	"cmp"
	"slices"

	"readout"
)

// threads joins the items of each document that speak of one contact in
// different statuses: a headline and its body, a plan and its postponement.
// items are those of one bucket; the threads come in a fixed order.
func threads(items []*item) [][]*item {
	sorted := slices.Clone(items)
	slices.SortFunc(sorted, (*item).position)
	var out [][]*item
	for start := 0; start < len(sorted); {
		end := start
		for end < len(sorted) && sorted[end].src == sorted[start].src {
			end++
		}
		out = append(out, threadsOf(sorted[start:end])...)
		start = end
	}
	return out
}

// maxReports bounds the reports of one bucket in one document that are
// compared with each other; a longer list is left as it stands.
const maxReports = 64

func threadsOf(items []*item) [][]*item {
	var out [][]*item
	if len(items) <= maxReports {
		noteForums(items)
		noteTours(items)
	}
	for _, it := range items {
		best := -1
		switch {
		case it.over != nil:
			best = slices.IndexFunc(out, func(o []*item) bool { return slices.Contains(o, it.over) })
			it.echo = it.over.rep.Channel != readout.Conversation && channelFit(it.rep.Channel, it.over.rep.Channel) < 2
		case len(items) <= maxReports:
			best = bestThread(out, it)
		}
		if best < 0 {
			out = append(out, []*item{it})
			continue
		}
		for _, o := range out[best] {
			if again(o, it) && o.held() {
				firm, loose := o, it
				if moreTelling(it, o) {
					firm, loose = it, o
				}
				firm.echo, loose.echo = false, true
				if loose.rep.Channel != readout.Conversation {
					continue // two ways of meeting: one of them counts
				}
			}
			it.echo = it.echo || echoes(o, it)
		}
		out[best] = append(out[best], it)
	}
	countOfDay(out)
	return underHeadline(out)
}

// countOfDay numbers the contacts of one day that a document tells apart, in the
// order of their hours, of its own count ("the first call"), else of its telling.
func countOfDay(threads [][]*item) {
	var list []*item
	for _, t := range threads {
		if it := exactItem(t); it != nil && it.held() && !it.rep.Headline && it.time.length() == 1 {
			list = append(list, it)
		}
	}
	slices.SortStableFunc(list, func(a, b *item) int {
		switch x, y := a.rep.Ordinal, b.rep.Ordinal; {
		case a.time != b.time:
			return cmp.Compare(a.time.lo, b.time.lo)
		case a.clock >= 0 && b.clock >= 0 && a.clock != b.clock:
			return cmp.Compare(a.clock, b.clock)
		case x != nil && y != nil:
			return cmp.Compare(x.N, y.N)
		}
		return a.position(b)
	})
	for i, it := range list {
		same := func(j int) bool {
			return j >= 0 && j < len(list) && list[j].time == it.time && groupOf(list[j].rep.Channel) == groupOf(it.rep.Channel)
		}
		if it.nth = 1; same(i - 1) {
			it.nth = list[i-1].nth + 1
		} else if !same(i + 1) {
			it.nth = 0
		}
	}
}

// bestThread is the thread that the item belongs to: the one of nearest time,
// the latest of equals; -1 for none.
func bestThread(threads [][]*item, it *item) int {
	best, near := -1, 0
	for i, t := range threads {
		if slices.ContainsFunc(t, func(o *item) bool { return !sameThread(it, o) }) {
			continue
		}
		d := 0
		for _, o := range t {
			if it.dated && o.dated {
				d = max(d, it.time.distance(o.time))
			}
		}
		if best < 0 || d <= near {
			best, near = i, d
		}
	}
	return best
}

// sameThread reports whether two reports of one document are one contact.
func sameThread(a, b *item) bool {
	if putApart(a, b) || otherErrand(a, b) || otherErrand(b, a) || a.aside != b.aside && !(a.dated && b.dated) {
		return false
	}
	if echoes(a, b) || echoes(b, a) || again(a, b) || rollCall(a, b) {
		return true
	}
	if tells(a, b) || tells(b, a) || plannedAgain(a, b) {
		return true
	}
	if a.rep.Status == b.rep.Status && a.issuer == b.issuer && !journey(a, b) || channelFit(a.rep.Channel, b.rep.Channel) < 2 {
		return false
	}
	_, weak, ok := partyFit(a, b)
	if !ok || weak > 0 && weak >= len(a.sides) || a.place.agreement(b.place) < 0 || a.event.agreement(b.event) < 0 ||
		ordinalFit(a.rep.Ordinal, b.rep.Ordinal) < 0 {
		return false
	}
	apart := a.dated && b.dated && !a.time.overlaps(b.time)
	switch {
	case deniesOther(a, b) || deniesOther(b, a):
		return false
	case a.rep.Headline && datedOver(a, b), b.rep.Headline && datedOver(b, a):
		return false
	case a.rep.Headline || b.rep.Headline:
		return !apart && !longPast(a, b) && !longPast(b, a) && !(a.held() && b.ahead()) && !(b.held() && a.ahead())
	case a.held() && b.held():
		return !apart
	case a.held() || b.held():
		return heldThread(a, b)
	case a.rep.Status != b.rep.Status && (a.putsOff() || b.putsOff()):
		return true // a plan that was put off has an old day and a new one
	}
	return !apart
}

// deniesOther reports whether one says that a contact never was, without a day, and the
// other is a plan, or a headline that tells of one: "the two have not met; they will".
func deniesOther(a, b *item) bool {
	return a.rep.Status == readout.Denied && !a.dated && (b.plan() || b.rep.Headline && b.held())
}

// datedOver reports whether a headline tells of what was held on a day, over a plan
// without one for a journey elsewhere: "I invite the President to come to us". Where
// nothing tells whose headline it is, a visit to one of the two is one elsewhere.
func datedOver(head, it *item) bool {
	if !head.held() || !head.dated || !it.plan() || it.dated || it.place.country == "" {
		return false
	}
	if head.side == "" {
		return it.rep.Channel == readout.Visit && head.rep.Channel != readout.Visit
	}
	return it.place.country != head.side
}

// longPast reports whether a headline stands over something held before its text ("when I
// met her as a senator"), or, without a day of its own, long before it: "when I visited
// Arvenia in 2015".
func longPast(head, it *item) bool {
	return head.rep.Headline && head.hasSaid && it.held() && (it.rep.Background && !it.dated || !head.dated && (it.rep.Background || it.dated && it.time.hi < head.said-pressReportDays))
}

// tells reports whether a headline tells how those spoke of whom its text says
// that they did: "Readout of the meeting with Holt" over "Reyes spoke today with
// Holt".
func tells(head, it *item) bool {
	if !head.rep.Headline || it.rep.Headline || it.rep.Channel != readout.Conversation || !head.held() || !it.held() || groupOf(head.rep.Channel) == written {
		return false
	}
	_, weak, ok := partyFit(head, it)
	return ok && weak == 0 && (!head.dated || !it.dated || head.time.overlaps(it.time))
}

// ahead reports whether the text speaks of a time after its own: what its
// headline tells as held is something else.
func (it *item) ahead() bool { return it.dated && it.hasSaid && it.time.lo > it.said+1 }

// putsOff reports whether the status undoes a plan that there was, so that the
// text may name its old day and a new one.
func (it *item) putsOff() bool {
	return it.rep.Status == readout.Postponed || it.rep.Status == readout.Cancelled || it.rep.Status == readout.Declined
}

// echoes reports whether b says again, in looser words and in the same passage (or
// later in a text that opens with it), that the contact a was held ("They talked about fish"): the same persons, no
// day, place or count of its own, and a channel that is another word for the
// same or not said at all. What a text gives days, counts or the same word
// twice, it tells apart.
func echoes(a, b *item) bool {
	if !a.held() || !b.held() || a.rep.Headline || b.rep.Headline || a.issuer != b.issuer || a.rep.Channel == b.rep.Channel ||
		b.dated || a.position(b) > 0 || a.rep.Ordinal != nil || b.rep.Ordinal != nil {
		return false
	}
	loose := a.rep.Channel == readout.Conversation || b.rep.Channel == readout.Conversation
	account := a.leads() && !b.past && a.rep.Channel != readout.Conversation // of one contact, whatever word it uses for it
	if !loose && !account && !(groupOf(a.rep.Channel) == inPerson && groupOf(b.rep.Channel) == inPerson) || groupOf(a.rep.Channel) == written || groupOf(b.rep.Channel) == written {
		return false
	}
	if a.dated && (b.rep.Channel != readout.Conversation && !account || !a.recent()) || a.event.agreement(b.event) < 0 {
		return false
	}
	if elsewhere := b.place.known() && a.place.agreement(b.place) <= 0; elsewhere && (b.rep.Channel != readout.Conversation || b.past) {
		return false // the place of a conversation is as often what they talked of ("discussed the fighting in Arvenia")
	}
	_, weak, ok := partyFit(a, b)
	return ok && weak == 0 && (samePassage(a, b) || account || a.opens && loose && !b.past)
}

// rollCall reports whether one of two held contacts names a body and the other those of
// its states: "took part in the session of the council", "the session was attended by".
func rollCall(a, b *item) bool {
	if !a.held() || !b.held() || a.issuer != b.issuer || a.past || b.past || groupOf(a.rep.Channel) != groupOf(b.rep.Channel) ||
		a.dated && b.dated && !a.time.overlaps(b.time) || a.event.agreement(b.event) < 0 {
		return false
	}
	_, weak, ok := partyFit(a, b)
	return ok && weak > 1 && weak < len(a.sides)
}

// plannedAgain reports whether two plans for contacts of one kind are one, of which only
// one sentence gives the day: "agreed to hold their summit in Tollen. Tomorrow they will
// meet in Tollen".
func plannedAgain(a, b *item) bool {
	if !a.plan() || !b.plan() || a.dated == b.dated || a.issuer != b.issuer || !samePassage(a, b) || channelFit(a.rep.Channel, b.rep.Channel) < 2 ||
		a.place.agreement(b.place) <= 0 && a.event.agreement(b.event) <= 0 && !sameBody(a, b) || a.event.agreement(b.event) < 0 || ordinalFit(a.rep.Ordinal, b.rep.Ordinal) < 0 {
		return false
	}
	_, weak, ok := partyFit(a, b)
	return ok && weak < len(a.sides)
}

// sameBody reports whether one body takes part in both.
func sameBody(a, b *item) bool {
	return slices.ContainsFunc(a.who, func(p participant) bool {
		return p.id.Kind() == readout.Org && slices.ContainsFunc(b.who, func(q participant) bool { return p.id == q.id })
	})
}

// samePassage reports whether the words of two reports begin in one passage.
func samePassage(a, b *item) bool {
	i := passageIndex(a.src.r, a.rep.Words)
	return i >= 0 && i == passageIndex(b.src.r, b.rep.Words)
}

// again reports whether two reports rest on the same words, of the same persons: as
// held, and only one of them, or neither, gives a day (one sentence that was understood
// in two ways: "spoke to congratulate", "held a call of three"); or as planned, for two
// days in a row ("will meet him on Thursday and Friday").
func again(a, b *item) bool {
	if a.rep.Headline || b.rep.Headline || a.issuer != b.issuer || a.rep.Ordinal != nil || b.rep.Ordinal != nil ||
		a.rep.Background != b.rep.Background || !slices.Equal(a.rep.From.All(), b.rep.From.All()) {
		return false
	}
	heldOnce := a.held() && b.held() && !(a.dated && b.dated) && a.rep.Channel != b.rep.Channel
	daysOfOne := a.plan() && a.rep.Status == b.rep.Status && a.rep.Channel == b.rep.Channel && a.dated && b.dated && a.time.exact() && b.time.exact() &&
		a.time.distance(b.time) <= 1 && groupOf(a.rep.Channel) == inPerson
	_, weak, ok := partyFit(a, b)
	return (heldOnce || daysOfOne) && ok && weak == 0
}

// moreTelling orders two ways of understanding the same words: the one that gives
// a day, then the channel that says more.
func moreTelling(a, b *item) bool {
	if a.dated != b.dated {
		return a.dated
	}
	return slices.Index(readout.Channels, a.rep.Channel) < slices.Index(readout.Channels, b.rep.Channel)
}

// recent reports whether the contact is the news of its text: it lies in the
// days before it was told.
func (it *item) recent() bool {
	return it.hasSaid && it.time.hi >= it.said-pressReportDays && it.time.lo <= it.said+1
}

// heldThread tells whether a held contact and another status are one contact:
// a plan of the same day, a postponement before it, a denial of it.
func heldThread(a, b *item) bool {
	if b.held() {
		a, b = b, a
	}
	if b.plan() && !b.dated && a.rep.Channel == readout.Visit && journey(a, b) {
		return !a.past && a.position(b) < 0 && (!a.dated || a.recent()) // "arrived today. As part of his visit, he will have talks"
	}
	if b.plan() && !b.dated && b.toState() && a.position(b) > 0 && a.place.agreement(b.place) > 0 {
		return !a.past && (!a.dated || a.recent()) // "was sent to Tollen. He travelled there and met Holt"
	}
	if b.plan() && b.dated && !a.dated {
		return !a.past && a.position(b) < 0 && b.hasSaid && b.time == interval{b.said, b.said} // "today's meeting will show"
	}
	if !b.dated || !a.dated {
		return b.breaks() && !b.dated
	}
	if b.plan() && b.time.length() >= shortMonth && a.firm() {
		return false // "met today. She looks forward to seeing him later in the month"
	}
	if b.plan() && b.time.length() > 1 && a.firm() && groupOf(a.rep.Channel) == remote && a.position(b) < 0 {
		return false // "spoke today. They agreed to speak again in the coming days"
	}
	return a.time.overlaps(b.time) || b.rep.Status == readout.Postponed && b.time.lo <= a.time.lo
}

// journey reports whether one is a journey and the other the meeting that it is
// made for, which the text does not date apart: they are one contact. A journey
// of long ago that a text looks back on is not that of its news.
func journey(a, b *item) bool {
	if (a.rep.Channel == readout.Visit) == (b.rep.Channel == readout.Visit) || groupOf(a.rep.Channel) != groupOf(b.rep.Channel) {
		return false
	}
	switch {
	case a.dated && b.dated:
		return a.time.overlaps(b.time)
	case a.held() && b.held() && a.dated:
		return a.recent()
	case a.held() && b.held() && b.dated:
		return b.recent()
	}
	return true
}

// talkAt reports whether one is a conversation that is planned for the very day, or the week
// of the day, for which the text plans the other: what they will speak of when they meet.
func talkAt(a, b *item) bool {
	if a.rep.Channel == readout.Conversation {
		a, b = b, a
	}
	if b.rep.Channel != readout.Conversation || !a.plan() || !b.plan() || !a.dated || a.time.length() > 1 {
		return false
	}
	if !b.dated {
		return a.rep.Channel != readout.Conversation && a.time.distance(interval{b.said, b.said}) <= spokenAtDays
	}
	return b.time.contains(a.time)
}
