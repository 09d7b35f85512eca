package contact

import (
	"slices"

	"readout"
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
