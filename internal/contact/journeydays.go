package contact

import (
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/syntax"
)

// daysOfJourneys gives the meetings that an institution's page tells of a journey, without
// a day of their own, the days of the journey, and where they give no place its place: "Brell
// travelled to Costava on 3 and 4 May. … In Tollen, he met Holt".
func (f *finder) daysOfJourneys(list []draft) {
	for i := range list {
		v := &list[i]
		if !v.toState() || v.When == nil || len(v.When.EDTF) < 10 || v.departure || v.Background || f.inTalk(v.sentence) || f.home(v.sentence) == "" {
			continue
		}
		if v.Status != readout.Held && (v.Status != readout.Scheduled || len(v.When.EDTF) < len("2006-01-02/2006-01-02")) {
			continue // a plan's single day is that of the departure
		}
		for j := i + 1; j < len(list); j++ {
			if m := &list[j]; m.onJourney(*v) && (m.Status == v.Status || v.begunBy(f.today(m.sentence))) {
				m.When = v.When
				if m.Place == nil {
					m.Place = v.Place
				}
			}
		}
	}
}

// maxOutward is within how many days of a departure what somebody departs for is held.
const maxOutward = 7

// sinceDeparture is the time in which somebody who has set out makes the visits for which he
// did: "departed last night for visits to Costava and Norway".
func (f *finder) sinceDeparture(d *draft, c cue) *readout.When {
	i := f.departs(c)
	if c.verb() || i < 0 || d.Status != readout.Scheduled {
		return nil
	}
	for _, n := range f.dates[c.sentence] {
		x := f.Dates[n]
		first, last := f.TokensIn(x.From.Hull())
		if from, _ := bounds(x.EDTF); last <= c.first && first >= i-2 && len(x.EDTF) >= len(time.DateOnly) && !strings.Contains(x.EDTF, "/") {
			if day, err := time.Parse(time.DateOnly, from); err == nil {
				return &readout.When{EDTF: from + "/" + day.AddDate(0, 0, maxOutward).Format(time.DateOnly), Words: x.Words}
			}
		}
	}
	return nil
}

// onJourney reports whether a draft without a day can have been held on a journey that the
// text told before it: with somebody of the land, of the traveller, not elsewhere.
func (d draft) onJourney(v draft) bool {
	land := v.Parties[len(v.Parties)-1]
	return d.When == nil && d.solid && d.sentence > v.sentence && (d.Status == readout.Held || d.Status == readout.Scheduled) && !d.Background && !d.toState() &&
		slices.Contains([]readout.Channel{readout.Meeting, readout.Talks, readout.Conversation, readout.Summit}, d.Channel) && hasParty(&d, v.Parties[0].Entity) && hasCountry(&d, land.Country)
}

// begunBy reports whether a planned journey had begun on a day, so that what was held by
// then can be of it.
func (d draft) begunBy(day string) bool {
	first, _ := bounds(d.When.EDTF)
	return d.Status == readout.Scheduled && first <= day
}

// fulfilled makes what was foreseen without a day the contact that the text has already told
// as held, at the same place: "Brell met Holt in Velmora … The others were told that he would
// be travelling there".
func fulfilled(list []draft) {
	for i := range list {
		d := &list[i]
		if !d.foreseen || d.When != nil || d.Place == nil || !d.solid {
			continue
		}
		if slices.ContainsFunc(list[:i], func(o draft) bool {
			return o.solid && o.Status == readout.Held && !o.Background && o.field == d.field && o.sentence < d.sentence && o.Place != nil && o.Place.Entity == d.Place.Entity && sameParties(o.Parties, d.Parties) && compatible(o.Channel, d.Channel)
		}) {
			d.Status = readout.Held
		}
	}
}

// stays gives a journey planned without a day the days of a sentence that says once more
// where the traveller will be: "will visit Costava. She will be in Tollen from 3 to 5 May".
func (f *finder) stays(s int, told []draft) {
	start, end := f.Sentences[s].First, f.Sentences[s].Last
	when := f.dayOf(s)
	for i := start; i < end && when != nil; i++ {
		g, ok := f.GroupAt(i, "be")
		if !ok || g.Main != i || g.Time() != syntax.FutureTime || g.Negated || !f.at(i+1).Is("in") {
			continue
		}
		land, ok := f.visited(f.mentionFrom(i+2, min(i+5, end)))
		who := f.parties(f.subject(g.First, start))
		for j := range told {
			if v := &told[j]; ok && v.toState() && v.When == nil && v.Status == readout.Scheduled && s-v.sentence <= 2*maxApart && (len(who) == 0 || hasParty(v, who[0].Entity)) && v.Parties[len(v.Parties)-1].Country == land.Country {
				v.When = when
			}
		}
		return
	}
}
