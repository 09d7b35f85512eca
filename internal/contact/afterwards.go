package contact

import (
	"strings"
	"time"

	"readout"
	"readout/internal/syntax"
)

// anchor is a contact told before, upon which by its words another followed at once.
type anchor struct {
	channel readout.Channel
	with    readout.EntityID // whom it was with; "" for "that call", the one told last
}

// followsOn is the contact behind which the words before a verb of the past put it without
// delay: "immediately after that call, she called Holt", "right after the call with Brell, she
// spoke with Holt again"; nil where there is none.
func (f *finder) followsOn(c cue) *anchor {
	start := f.Sentences[c.sentence].First
	if !c.verb() || c.group.Time() != syntax.PastTime {
		return nil
	}
	for i := c.group.First - 2; i > start; i-- {
		if f.at(i).Is("after", "following") && f.at(i-1).Is("immediately", "right", "directly", "shortly", "straight", "just") {
			return f.anchorAt(i+1, c.group.First)
		}
	}
	return nil
}

// anchorAt reads the contact that a phrase between token i and a verb names as told before.
func (f *finder) anchorAt(i, end int) *anchor {
	that := f.at(i).Is("that", "this")
	if !that && !f.at(i).Is("the") {
		return nil
	}
	for j := i + 1; j < min(i+maxNounPhrase, end) && !f.endsPhrase(j); j++ {
		words := f.Lex.English.ContactNouns(f.at(j).Fold)
		if len(words) == 0 {
			continue
		}
		a := &anchor{channel: readout.Channel(words[0].Channel)}
		if m := f.mentionFrom(j+2, end); f.at(j+1).Is("with") && m >= 0 && f.eligible(m) {
			a.with = f.parties([]int{m})[0].Entity
		} else if !that || f.at(j+1).Is("with") {
			return nil
		}
		return a
	}
	return nil
}

// daysAfterwards gives a contact without a day that followed at once upon another the day of
// that one, or of the hour that its sentence gives.
func (f *finder) daysAfterwards(list []draft) {
	for i := range list {
		d := &list[i]
		if d.follows == nil || d.When != nil || d.Status != readout.Held {
			continue
		}
		for j := i - 1; j >= 0 && d.When == nil; j-- {
			if list[j].precedes(*d) {
				d.When = f.itsDay(list[j])
			}
		}
	}
}

// precedes reports whether a draft can be the contact upon which d followed at once.
func (o draft) precedes(d draft) bool {
	a := d.follows
	if !o.solid || o.Status != readout.Held || o.Background || o.field != d.field || o.sentence >= d.sentence || !compatible(o.Channel, a.channel) && !(placeless(o.Channel) && placeless(a.channel)) {
		return false
	}
	if a.with == "" {
		return d.sentence-o.sentence <= maxApart
	}
	return hasParty(&o, a.with)
}

// itsDay is the day of a draft, or that of the hour which alone its sentence gives.
func (f *finder) itsDay(o draft) *readout.When {
	when := o.When
	if hour := f.dayOf(o.sentence); when == nil && hour != nil && len(hour.EDTF) > len(time.DateOnly) {
		when = hour
	}
	if when == nil || len(when.EDTF) < len(time.DateOnly) || strings.Contains(when.EDTF, "/") {
		return nil
	}
	w := *when
	w.EDTF = w.EDTF[:len(time.DateOnly)]
	return &w
}
