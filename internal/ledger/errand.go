package ledger

import (
	"slices"

	"readout"
)

// What a text names as the purpose, the name or the people of a contact keeps it from others of
// the same states.

// namedApart reports whether a says of itself that it is not b.
func namedApart(a, b *item) bool {
	return abroad(a, b) || opposite(a, b) || otherErrand(a, b) || otherForum(a, b) || ofHosts(a, b)
}

// toState reports whether the item is a journey of which it does not say by name who is visited.
func (it *item) toState() bool { return it.rep.Channel == readout.Visit && !it.personsOnly() }

// abroad reports whether a is a journey that is to be made, and b a meeting held in the country
// of none of those who take part: who was invited to Costava has not been there by meeting his
// host at a summit elsewhere.
func abroad(a, b *item) bool {
	return a.rep.Channel == readout.Visit && !a.held() && b.held() && groupOf(b.rep.Channel) == inPerson && b.rep.Channel != readout.Visit && b.place.country != "" && len(a.sides) == 2 && !slices.Contains(a.sides, b.place.country)
}

// opposite reports whether the two are journeys to two of those who take part: the one's
// visit is not the other's.
func opposite(a, b *item) bool {
	return a.rep.Channel == readout.Visit && b.rep.Channel == readout.Visit && a.place.country != b.place.country &&
		slices.Contains(a.sides, a.place.country) && slices.Contains(a.sides, b.place.country)
}

// otherErrand reports whether b is a meeting with somebody of the state to which a is a journey,
// and the journey is for more: for several people of it, or for a gathering that its text
// names, and no text says of the meeting that it was there.
func otherErrand(a, b *item) bool {
	if !a.toState() || b.rep.Channel == readout.Visit || !b.personsOnly() && !(a.tour && b.rep.Channel == readout.Talks) {
		return false
	}
	return a.tour || a.event.known() && a.event.agreement(b.event) <= 0
}

// ofHosts reports whether a is the gathering of which only its two hosts are told ("The Sound
// Leaders Meeting will be co-hosted by Reyes and Holt"), and b what a side's own page tells that
// the two had with each other, or what they plan, without that name.
func ofHosts(a, b *item) bool {
	return a.plan() && a.rep.Channel != readout.Visit && a.opensWithName() && len(a.sides) == 2 && a.personsOnly() && b.rep.Channel == readout.Meeting && (b.readsOut() || b.plan()) && !b.event.known()
}

// opensWithName reports whether the item's words begin with the name of the gathering, behind an
// article.
func (it *item) opensWithName() bool {
	name := it.rep.Occasion
	if !it.event.known() || name == nil || name.In != it.rep.In {
		return false
	}
	before := name.From.First().Start - it.rep.From.First().Start
	return before >= 0 && before <= len("The ")
}

// otherForum reports whether the document of b has another report of what a has the name of, and
// b has no name: "will also take part in the Harbour Dialogue" beside "met Holt".
func otherForum(a, b *item) bool {
	return a.src != b.src && a.event.known() && !b.event.known() && slices.ContainsFunc(b.forums, func(o *item) bool { return o != b && a.event.agreement(o.event) > 0 })
}

// noteForums tells each item which of one document's items have a name of their own.
func noteForums(items []*item) {
	forums := slices.DeleteFunc(slices.Clone(items), func(it *item) bool { return it.event.id != "" || !it.event.known() })
	for _, it := range items {
		it.forums = forums
	}
}

// lasts reports whether the item is a journey whose days were not over when it was told of: what
// is told of it as past can be of its first days, what is planned of the next.
func (it *item) lasts() bool { return it.dated && it.hasSaid && it.time.hi >= it.said }

// noteTours marks the journeys of one document's items to a state of which the document tells
// that the traveller meets, or met, several people on them.
func noteTours(items []*item) {
	for _, it := range items {
		if !it.toState() || it.rep.Headline || len(it.sides) != 2 {
			continue
		}
		guest := it.who[0].side
		var hosts []participant
		for _, o := range items {
			if o == it || o.held() != it.held() && !(it.held() && it.lasts()) || groupOf(o.rep.Channel) != inPerson || it.dated && o.dated && it.time.distance(o.time) > journeyDays || !sharePerson(it, o, guest) {
				continue
			}
			for _, p := range o.who {
				if p.side != guest && p.level == personLevel && !slices.ContainsFunc(hosts, func(q participant) bool { return samePerson(p, q) }) {
					hosts = append(hosts, p)
				}
			}
		}
		it.tour = len(hosts) > 1
	}
}

// spreadTours marks the journeys that other documents tell of the days of such a one.
func spreadTours(all [][]*item) {
	var journeys, tours []*item
	for _, t := range all {
		for _, it := range t {
			if it.toState() && it.dated && it.time.length() <= tourDays {
				journeys = append(journeys, it)
				if it.tour {
					tours = append(tours, it)
				}
			}
		}
	}
	for _, t := range tours {
		for _, it := range journeys {
			it.tour = it.tour || it.time.overlaps(t.time) && sharePerson(it, t, t.who[0].side)
		}
	}
}
