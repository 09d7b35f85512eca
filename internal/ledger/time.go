package ledger

import (
	"cmp"
	"math"
	"slices"

	"readout"
)

// chosenTime is the time of an entry and what it rests on.
type chosenTime struct {
	span  interval
	known bool
	out   *readout.ContactWhen
}

// firstDay sorts entries; what has no day comes before every day.
func (t chosenTime) firstDay() int {
	if !t.known {
		return math.MinInt
	}
	return t.span.lo
}

// chooseTime picks the time of an entry. What was held takes the time that
// those say who say so, a party's own text first, the most exact first; where
// they give only a month or nothing, a plan's exact day inside it; where no
// text gives a day, the day of publication. A plan takes the day that was
// given last.
func (w *world) chooseTime(c *cluster) chosenTime {
	items := slices.Clone(c.items)
	slices.SortFunc(items, (*item).position)
	if c.isHeld {
		return heldTime(items)
	}
	slices.SortStableFunc(items, func(a, b *item) int {
		return cmp.Or(boolFirst(!a.rep.Headline, !b.rep.Headline), boolFirst(a.plan(), b.plan()), cmp.Compare(b.said, a.said), boolFirst(a.own, b.own),
			cmp.Compare(a.time.length(), b.time.length()), cmp.Compare(b.time.lo, a.time.lo))
	})
	for _, it := range items {
		if it.dated {
			return textTime(it, it.time)
		}
	}
	return chosenTime{}
}

func boolFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func heldTime(items []*item) chosenTime {
	var held []*item
	for _, it := range items {
		if it.held() && it.dated {
			held = append(held, it)
		}
	}
	slices.SortStableFunc(held, func(a, b *item) int {
		return cmp.Or(boolFirst(!a.rep.Headline, !b.rep.Headline), boolFirst(a.time.exact(), b.time.exact()), boolFirst(a.firm(), b.firm()), boolFirst(a.own, b.own),
			boolFirst(!a.src.talk(), !b.src.talk()),
			cmp.Compare(a.time.length(), b.time.length()), boolFirst(a.rep.Channel != readout.Visit, b.rep.Channel != readout.Visit), boolFirst(a.clock >= 0, b.clock >= 0))
	})
	if len(held) > 0 && held[0].time.exact() {
		span := held[0].time
		for _, it := range held[1:] {
			zones := it.time.length() == 1 && groupOf(it.rep.Channel) == remote && (!it.src.talk() || held[0].src.talk())
			if span.distance(it.time) == 1 && (zones || it.body != "") {
				span = span.hull(it.time) // one day in two zones, or the days of a gathering
			}
		}
		return textTime(held[0], span)
	}
	if t, ok := plannedTime(items, held); ok {
		return t
	}
	out := publishedTime(items)
	if len(held) > 0 && !(out.known && held[0].time.contains(out.span) && slices.ContainsFunc(items, (*item).readsOut)) {
		return textTime(held[0], held[0].time)
	}
	return out // a side's own readout came out in that month
}

// plannedTime is the exact day of a plan that fits what is known of the contact.
func plannedTime(items, held []*item) (chosenTime, bool) {
	var best *item
	for _, it := range items {
		if it.held() || !it.dated || !it.time.exact() || it.rep.Status == readout.Postponed {
			continue
		}
		if len(held) > 0 && held[0].time.distance(it.time) > held[0].slack() { // "last month" may have been the month before
			continue
		}
		if best == nil || it.said > best.said {
			best = it
		}
	}
	if best == nil {
		return chosenTime{}, false
	}
	return textTime(best, best.time), true
}

// textTime keeps the words of the item's time; the value is its own where the
// span is.
func textTime(it *item, span interval) chosenTime {
	words, err := it.rep.When.Quoted(&it.src.r.Document)
	if err != nil {
		return chosenTime{}
	}
	value := it.rep.When.EDTF
	if span != it.time {
		value = span.edtf()
	}
	return chosenTime{span, true, &readout.ContactWhen{EDTF: value, Zone: it.rep.When.Zone, Basis: "text", Words: words}}
}

// publishedTime takes the first day on which the contact was told of as held; what
// was told as past from there has no day.
func publishedTime(items []*item) chosenTime {
	var best *item
	for _, it := range items {
		if it.held() && !it.past && it.src.hasDay && (best == nil || it.publication() < best.publication()) {
			best = it
		}
	}
	if best == nil {
		return chosenTime{}
	}
	day := best.publication()
	from := best.src.r.Document.Published.Words
	if p := passageAt(best.src.r, best.rep.Words); p != nil && p.Day.Day() == formatDay(day) {
		from = p.Day.Words
	}
	words, err := from.Quoted(&best.src.r.Document)
	if err != nil {
		if words, err = best.rep.Words.Quoted(&best.src.r.Document); err != nil {
			return chosenTime{}
		}
	}
	return chosenTime{interval{day, day}, true, &readout.ContactWhen{EDTF: formatDay(day) + "~", Basis: "published", Words: words}}
}

// publication is the day on which the voice's own text came out.
func (it *item) publication() int {
	if p := passageAt(it.src.r, it.rep.Words); p != nil {
		if day, ok := parseDay(p.Day.Day()); ok {
			return day
		}
	}
	return it.src.day
}
