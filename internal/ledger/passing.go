package ledger

import (
	"slices"

	"readout"
)

// LeftAside counts the contacts that the filter would give, were they not told only in
// passing. The limit is not looked at.
func (l *Ledger) LeftAside(f *Filter) int {
	if f.passing {
		return 0
	}
	g, n := *f, 0
	g.passing = true
	for c := range l.matching(&g) {
		if c.Passing {
			n++
		}
	}
	return n
}

// dayedWithin is the longest time, in days, that still dates what is told in passing:
// a month.
const dayedWithin = 31

// toldInPassing reports whether every report of the contact is told in a talk about
// something else, or as an aside of a statement, and none gives a day, a month or an
// occasion: such an entry is as often a misunderstanding, or told elsewhere with its day.
func (c *cluster) toldInPassing() bool {
	return !slices.ContainsFunc(c.items, func(it *item) bool {
		return it.dated && it.time.length() <= dayedWithin || it.event.id != "" || !it.talkedOf() && !it.aside && !it.topic
	})
}

// talkedOf reports whether the item is told in a talk: in a briefing, or in remarks,
// questions and answers whose title does not name all of those who meet.
func (it *item) talkedOf() bool {
	if it.rep.Headline {
		return false
	}
	if it.src.r.Document.Form == readout.Briefing {
		return true
	}
	p := passageAt(it.src.r, it.rep.Words)
	answer := p != nil && (p.Kind == readout.Question || p.Kind == readout.Answer)
	return (answer || it.src.talk()) && slices.ContainsFunc(it.rep.Parties, func(q readout.Party) bool {
		e := it.src.r.Entity(q.Entity)
		return e == nil || len(e.InTitle) == 0
	})
}

// noteAsides marks what an official's account tells behind the contact with which it
// begins: what was held without a day by nobody of those it is about; and behind the
// paragraph of it, in a joint statement what is of others than those who make it, in any
// statement but a readout (a list of programmes, say) what is of nobody by name.
func noteAsides(items []*item) {
	if len(items) == 0 {
		return
	}
	form := items[0].src.r.Document.Form
	if form != readout.ReadoutAccount && form != readout.JointStatement && form != "" {
		return
	}
	var first *item
	for _, it := range items {
		if !it.rep.Headline && it.rep.In == readout.InText && (first == nil || it.position(first) < 0) {
			first = it
		}
	}
	for _, it := range items {
		if first == nil || it.issuer == "" || it.rep.Headline || it.position(first) <= 0 {
			continue
		}
		behind := passageIndex(it.src.r, it.rep.Words) > passageIndex(first.src.r, first.rep.Words)
		others := form == readout.JointStatement && !slices.Equal(it.sides, first.sides)
		nobody := form != readout.ReadoutAccount && !it.namesPeople()
		news := it.held() && !it.dated
		it.aside = behind && (others || nobody) || news && it.ofOthers(first)
		if news && groupOf(first.rep.Channel) == remote && !it.personsOnly() && !slices.Equal(it.sides, first.sides) {
			it.topic, it.past = true, true // "appreciated the support for talks with Arvenia"
		}
	}
}

// namesPeople reports whether somebody takes part by name.
func (it *item) namesPeople() bool {
	return slices.ContainsFunc(it.who, func(p participant) bool { return p.level == personLevel })
}

// ofOthers reports whether nobody takes part in the item by name who takes part in the
// contact that its text begins with, or is named by its title; of states alone, whether
// they are others than there.
func (it *item) ofOthers(first *item) bool {
	if slices.Equal(it.sides, first.sides) && !it.namesPeople() {
		return false
	}
	return !slices.ContainsFunc(it.who, func(p participant) bool {
		if p.level != personLevel {
			return false
		}
		if e := it.src.r.Entity(p.id); e != nil && len(e.InTitle) > 0 {
			return true
		}
		return slices.ContainsFunc(first.who, func(q participant) bool { return q.level == personLevel && samePerson(p, q) })
	})
}
