package ledger

import (
	"fmt"
	"slices"

	"readout"
)

// Compare lays two documents side by side, without a ledger: it finds the
// contact that both speak of and compares their accounts of it. Where there is
// none, Contact is nil and Reason says what stands in the way.
func Compare(a, b *readout.Reading) readout.Comparison {
	w := newWorld([]readout.Reading{*a, *b})
	left, right := w.pick(a), w.pick(b)
	x, y, reason := w.common(left, right)
	for _, r := range []*readout.Reading{a, b} {
		if r.Unread != "" {
			reason = "a text is in a language that is not read: " + r.Unread
		}
	}
	if x == nil {
		return readout.Comparison{A: wholeText(left).head(), B: wholeText(right).head(), Reason: reason, Fields: []readout.FieldRow{}, Points: []readout.PointRow{}}
	}
	return w.compareTwo(w.accountOf(left, x), w.accountOf(right, y))
}

// pick is the source of a reading in this world.
func (w *world) pick(r *readout.Reading) *source {
	i := slices.IndexFunc(w.docs, func(s *source) bool { return s.r.Document.ID == r.Document.ID })
	return w.docs[i]
}

// wholeText is a document as one account of nothing in particular.
func wholeText(s *source) *unit {
	u := &unit{src: s, issuer: s.outlet}
	for i := range s.r.Passages {
		p := &s.r.Passages[i]
		if p.In == readout.InText && p.Kind.Reports() {
			u.spans = append(u.spans, p.From.All()...)
		}
	}
	return u
}

// maxCompared bounds the reports of one document that Compare looks at.
const maxCompared = 200

// The reasons for which two documents do not compare, from the furthest off to
// the nearest miss.
const (
	noReport = iota
	otherParties
	otherChannel
	otherDay
)

// common is the contact that two documents both speak of: the pair of reports
// that fits best, contacts that were held before plans.
func (w *world) common(a, b *source) (x, y *item, reason string) {
	best, miss := 0, noReport
	reason = "one of the texts tells of no contact"
	for _, p := range w.comparable(a) {
		for _, q := range w.comparable(b) {
			score, stage, why := pairScore(p, q)
			if score > best {
				best, x, y = score, p, q
			}
			if x == nil && stage > miss {
				miss, reason = stage, why
			}
		}
	}
	if x != nil {
		reason = ""
	}
	return x, y, reason
}

// comparable are the reports of a document that Compare looks at.
func (w *world) comparable(s *source) []*item {
	list := w.itemsOf(s)
	return list[:min(len(list), maxCompared)]
}

// pairScore says how well two reports are one contact; 0 where they are not,
// with how near they came and why not.
func pairScore(p, q *item) (score, stage int, why string) {
	party, weak, ok := 0, 0, slices.Equal(p.sides, q.sides)
	if ok {
		party, weak, ok = partyFit(p, q)
	}
	if !ok || p.event.agreement(q.event) < 0 || ordinalFit(p.rep.Ordinal, q.rep.Ordinal) < 0 {
		return 0, otherParties, "the two texts tell of contacts of different parties"
	}
	channel := channelFit(p.rep.Channel, q.rep.Channel)
	if channel == 0 {
		return 0, otherChannel, fmt.Sprintf("one text tells of a %s, the other of a %s", p.rep.Channel, q.rep.Channel)
	}
	near, known := nearDays(p, q)
	if p.held() != q.held() && !known {
		return 0, otherDay, "one text tells of a contact that was held, the other of a plan"
	}
	if !near {
		return 0, otherDay, fmt.Sprintf("the texts tell of different days: %s and %s", dayOf(p), dayOf(q))
	}
	score = 100 + 4*party + 8*channel - 6*weak
	for _, it := range []*item{p, q} {
		if it.held() {
			score += 30
		}
		if it.rep.Headline {
			score -= 20
		}
		score -= min(it.index(), 10) // the main contact stands first
	}
	if known {
		score += 15
	}
	return score, 0, ""
}

// index is the position of the report among those of its document.
func (it *item) index() int {
	for i := range it.src.r.Contacts {
		if &it.src.r.Contacts[i] == it.rep {
			return i
		}
	}
	return 0
}

// nearDays reports whether two reports can be of one day; known is true where
// both texts give one. Days next to each other can be one moment in two zones.
// A contact without a day lies shortly before its text.
func nearDays(p, q *item) (near, known bool) {
	a, okA := p.likely()
	b, okB := q.likely()
	if !okA || !okB {
		return true, false
	}
	if p.dated && q.dated {
		return a.distance(b) <= 1, true
	}
	return a.overlaps(b), false
}

// likely is the time of an item as far as its text and publication tell.
func (it *item) likely() (interval, bool) {
	switch {
	case it.dated:
		return it.time, true
	case it.held() && it.hasSaid:
		return interval{it.said - pressReportDays, it.said + 1}, true
	}
	return interval{}, false
}

func dayOf(it *item) string {
	if it.dated {
		return it.time.edtf()
	}
	return "shortly before " + formatDay(it.said)
}

// accountOf is the document's account of the contact that the item tells of:
// an official's text in it before the document's own voice, the one with more
// points before the others.
func (w *world) accountOf(s *source, chosen *item) *unit {
	items := []*item{chosen}
	for _, it := range w.comparable(s) {
		if it.rep != chosen.rep && !it.rep.Headline && sameAccount(chosen, it) {
			items = append(items, it)
		}
	}
	var best *unit
	for _, u := range w.unitsOf(items) {
		if best == nil || u.weight() > best.weight() {
			best = u
		}
	}
	if best == nil {
		best = wholeText(s)
		best.who, best.reports = chosen.who, []*readout.Report{chosen.rep}
	}
	for _, it := range items {
		if !slices.Contains(best.reports, it.rep) {
			best.reports = append(best.reports, it.rep) // a title, say, that names the channel
		}
	}
	return best
}

// weight prefers official texts, then those with more points.
func (u *unit) weight() int {
	n := len(u.points)
	if u.official {
		n += 1000
	}
	return n
}

// sameAccount reports whether another report of the document tells of the
// chosen contact in other words or status.
func sameAccount(a, b *item) bool {
	if !slices.Equal(a.sides, b.sides) || channelFit(a.rep.Channel, b.rep.Channel) == 0 || a.rep.Status != b.rep.Status || a.issuer == b.issuer {
		return false
	}
	_, _, ok := partyFit(a, b)
	near, _ := nearDays(a, b)
	return ok && near
}
