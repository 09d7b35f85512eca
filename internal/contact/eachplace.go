package contact

import (
	"slices"

	"readout"
	"readout/internal/token"
)

// meetingsIn makes a contact of each place with which one verb tells of several meetings:
// "they met in Tollen at the fair, in Velmora in April, and in Port Merrin in March".
func (f *finder) meetingsIn(c cue, d draft) []draft {
	if !c.verb() || d.Channel != readout.Meeting {
		return nil
	}
	var out []draft
	dated := false
	end := f.Sentences[c.sentence].Last
	for m := f.meetingPlace(c.last, end); m >= 0; {
		one := d
		one.Parties = slices.Clone(d.Parties)
		one.oneOf, one.stop = true, f.locus(f.Mentions[m])
		_, one.after = f.tokensOf(m)
		dated = dated || f.whenIn(one.after, c) != nil
		out = append(out, one)
		m = f.nextPlace(one.after, end)
	}
	if !dated {
		return nil
	}
	return out
}

// meetingPlace is the first place behind "in" at or after token i, before the clause ends;
// -1 if there is none.
func (f *finder) meetingPlace(i, end int) int {
	for ; i+1 < end && !f.at(i).Is(";", ",", "that", "who", "which") && !f.finite(i); i++ {
		if m := f.owner[i+1]; f.at(i).Is("in") && m >= 0 && f.isPlace(m) {
			return m
		}
	}
	return -1
}

// maxOccasion is within how many words of a place, its day and its occasion the next
// place of a list stands.
const maxOccasion = 8

// nextPlace is the next place of a list of meetings, behind the day and the occasion of the
// one that ends at token i: ", in Velmora", "and in Port Merrin"; -1 if the list ends.
func (f *finder) nextPlace(i, end int) int {
	i = f.ownPlaceAndDay(i, end)
	for limit := i + maxOccasion; i < min(end, limit) && f.at(i).Kind != token.Mark && !f.at(i).Is("and", "to", "that", "who", "which"); i++ {
		if f.finite(i) {
			return -1
		}
	}
	from := i
	for i < end && f.at(i).Is(",", "and", "then", "again") {
		i++
	}
	if i == from || i+1 >= end || !f.at(i).Is("in") || f.owner[i+1] < 0 || !f.isPlace(f.owner[i+1]) {
		return -1
	}
	return f.owner[i+1]
}

// whenIn is the time that follows the place before token i.
func (f *finder) whenIn(i int, c cue) *readout.When {
	end := f.ownPlaceAndDay(i, f.Sentences[c.sentence].Last)
	for _, j := range f.dates[c.sentence] {
		date := f.Dates[j]
		first, _ := f.TokensIn(date.From.Hull())
		if len(date.EDTF) >= len("2006-01") && first >= i && first < end {
			return &readout.When{EDTF: date.EDTF, Zone: date.Zone, Words: date.Words}
		}
	}
	return nil
}
