package ledger

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// ranked are the items in order of weight: held before plans, texts before
// headlines, a party's own before the press, later before earlier.
func (c *cluster) ranked() []*item {
	items := slices.Clone(c.items)
	slices.SortFunc(items, func(a, b *item) int {
		return cmp.Or(boolFirst(a.held(), b.held()), boolFirst(!a.rep.Headline, !b.rep.Headline), boolFirst(a.own, b.own),
			cmp.Compare(b.said, a.said), a.position(b))
	})
	return items
}

// parties are those of the contact, each once, at the most precise level that
// any item gives, in the order of the weightiest item.
func (c *cluster) parties() []readout.Party {
	items := c.ranked()
	slices.SortStableFunc(items, func(a, b *item) int { return cmp.Compare(b.precision(), a.precision()) })
	alone := !slices.ContainsFunc(items, func(it *item) bool { return it.named == nil })
	var out []readout.Party
	var who []participant
	for _, it := range items {
		own := it.who
		if it.named != nil {
			if !alone {
				continue // its text names them
			}
			own = it.named
		}
		for i, p := range it.rep.Parties {
			if i >= len(own) || c.stayedAway(own[i]) || slices.ContainsFunc(who, func(q participant) bool { return covers(q, own[i]) }) {
				continue
			}
			words, err := p.Words.Quoted(&it.src.r.Document)
			if err != nil {
				continue
			}
			p.Words = words
			if p.Country == "" && len(own[i].side) == countryCode {
				p.Country = own[i].side
			}
			out, who = append(out, p), append(who, own[i])
		}
	}
	return out
}

// stayedAway reports whether a person called off taking part in a gathering that was held,
// and no text tells that he or she did.
func (c *cluster) stayedAway(p participant) bool {
	if !c.isHeld || !c.isBroken || p.level != personLevel || c.first.body == "" {
		return false
	}
	names := func(it *item) bool {
		return slices.ContainsFunc(it.who, func(q participant) bool { return covers(q, p) && q.level == personLevel })
	}
	return slices.ContainsFunc(c.items, func(it *item) bool { return it.breaks() && names(it) }) &&
		!slices.ContainsFunc(c.items, func(it *item) bool { return it.held() && names(it) })
}

// precision is the sum of the levels at which the item names its sides.
func (it *item) precision() int {
	n := 0
	for _, side := range it.sides {
		n += int(levelOf(it, side))
	}
	return n
}

// covers reports whether q already stands for p: the same person, or somebody
// of the side where p is only an office or a state.
func covers(q, p participant) bool {
	if q.side != p.side {
		return false
	}
	if p.level == personLevel && q.level == personLevel {
		return samePerson(p, q)
	}
	return q.level >= p.level
}

// details fills duration, place, occasion, initiator and attendees from the
// weightiest item that has them.
func (w *world) details(d *draft) {
	held := d.out.Status == readout.Held
	for _, it := range d.c.ranked() {
		doc := &it.src.r.Document
		if d.out.Duration == nil && it.rep.Duration != nil && it.held() {
			d.out.Duration = quoted(*it.rep.Duration, &it.rep.Duration.Words, doc, func(v *readout.Value, q readout.Words) { v.Words = q })
		}
		if d.out.Place == nil && it.rep.Place != nil {
			d.out.Place = quoted(*it.rep.Place, &it.rep.Place.Words, doc, func(v *readout.Locus, q readout.Words) { v.Words = q })
		}
		if d.out.Occasion == nil && it.rep.Occasion != nil {
			d.out.Occasion = quoted(*it.rep.Occasion, &it.rep.Occasion.Words, doc, func(v *readout.Locus, q readout.Words) { v.Words = q })
		}
		if d.out.Initiator == nil && (it.held() || !held) {
			d.out.Initiator = initiatorIndex(it, d.out.Parties)
		}
		d.addAttendees(it)
	}
}

// initiatorOf is the party that the item names as the one who began.
func initiatorOf(it *item) *participant {
	i := it.rep.Initiator
	if i == nil || *i < 0 || *i >= len(it.rep.Parties) || it.named != nil {
		return nil
	}
	return &it.who[*i]
}

func initiatorIndex(it *item, parties []readout.Party) *int {
	who := initiatorOf(it)
	if who == nil {
		return nil
	}
	for i, p := range parties {
		if p.Entity != "" && p.Entity == who.id {
			return &i
		}
	}
	for i, p := range parties {
		if p.Country != "" && p.Country == who.side {
			return &i
		}
	}
	return nil
}

// addAttendees adds those who were there, each once, none who is a party.
func (d *draft) addAttendees(it *item) {
	if !it.held() && d.c.isHeld {
		return
	}
	for _, a := range it.rep.Attendees {
		known := func(p readout.Party) bool {
			return p.Entity != "" && p.Entity == a.Entity || strings.EqualFold(p.Name, a.Name)
		}
		if slices.ContainsFunc(d.out.Parties, known) || slices.ContainsFunc(d.out.Attendees, known) {
			continue
		}
		words, err := a.Words.Quoted(&it.src.r.Document)
		if err != nil {
			continue
		}
		a.Words = words
		d.out.Attendees = append(d.out.Attendees, a)
	}
}
