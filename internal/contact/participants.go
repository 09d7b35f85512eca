package contact

import (
	"slices"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// participants reads a sentence that only lists who took part in what the text has
// begun to tell: "The meeting was attended by …", "Taking part in the session were …",
// "Participants in the summit include …". They are the parties of one contact, with
// the one whom the sentence before says to have taken part.
func (f *finder) participants(s int, before []draft) (draft, bool) {
	list, at := f.tookPart(s)
	if len(list) == 0 {
		return draft{}, false
	}
	d := draft{solid: true, explicit: true, sentence: s, field: f.Field, head: at, paragraph: f.Sentences[s].Paragraph}
	d.Channel, d.Status = readout.Meeting, readout.Held
	if f.ahead(s) {
		d.Status = readout.Scheduled
	}
	d.Words = f.Words(f.SentenceSpan(s))
	for n := s; n >= 0 && n >= s-2; n-- {
		if p, q := f.PassageOf(n), f.PassageOf(s); p.Kind != q.Kind || p.Issuer != q.Issuer {
			break
		}
		d.Channel = f.gathering(n, d.Channel)
		if n < s {
			list = append(list, f.takesPartIn(n)...)
		}
		if d.When == nil {
			d.When = f.dayOf(n)
		}
	}
	d.Parties = foreign(f.parties(list))
	if begun(before, d) {
		return draft{}, false
	}
	return d, len(d.Parties) > 2 && f.scope(d.Parties, s) == readout.International
}

// begun reports whether d only says who took part in a contact that one of the two
// sentences before tells, and adds them to it: as parties, or where they are of its
// parties' own states as attendees.
func begun(before []draft, d draft) bool {
	for i := len(before) - 1; i >= 0; i-- {
		b := &before[i]
		if b.field != d.field || d.sentence-b.sentence > 2 || b.sentence >= d.sentence || !compatible(b.Channel, d.Channel) {
			continue
		}
		apart := slices.ContainsFunc(d.Parties, func(p readout.Party) bool { return !hasCountry(b, p.Country) })
		for _, p := range d.Parties {
			switch {
			case hasParty(b, p.Entity):
			case apart:
				b.Parties = append(slices.Clone(b.Parties), p)
			case b.solid && len(b.Parties) > 1:
				b.Attendees = append(b.Attendees, p)
			}
		}
		b.solid = b.solid || len(b.Parties) > 2
		b.From = b.From.Join(d.From)
		return true
	}
	return false
}

// tookPart is the list of those who took part by the sentence's own words, and the
// token of the word that says so.
func (f *finder) tookPart(s int) (list []int, at int) {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	for i := first; i < last; i++ {
		switch {
		case f.at(i).Is("attended") && f.at(i+1).Is("by"):
			list, _, _ = f.listRight(i+2, last)
			return list, i
		case i <= first+1 && f.at(i).Is("taking") && f.at(i+1).Is("part"), i <= first+1 && f.at(i).Is("participating", "participants", "attending"):
			for j := i + 1; j < min(last, i+14); j++ {
				if f.at(j).Is("were", "was", "are", "is", "include", "included", "including") {
					list, _, _ = f.listRight(j+1, last)
					return list, i
				}
			}
		}
	}
	return nil, 0
}

// takesPartIn is the person whom a sentence says to take part in, hold or host something.
func (f *finder) takesPartIn(s int) []int {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	for i := first; i < last; i++ {
		if m := f.owner[i]; m >= 0 && f.possessive(m) && f.persons([]int{m}) && slices.ContainsFunc(f.Tokens[i+1:min(last, i+5)], func(k token.Token) bool { return k.Is("initiative", "invitation") }) {
			return []int{m}
		}
		for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
			if !slices.Contains([]string{"take", "attend", "participate", "hold", "host", "chair", "address", "convene", "join"}, form.Lemma) || form.Lemma == "take" && !f.at(i+1).Is("part") {
				continue
			}
			if g, ok := f.GroupAt(i, form.Lemma); ok && g.Finite() && g.Form&lexicon.Ing == 0 {
				if subject := f.subject(g.First, first); f.persons(subject) {
					return subject
				}
			}
		}
	}
	return nil
}

// ahead reports whether a sentence speaks of what is to come.
func (f *finder) ahead(s int) bool {
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if f.at(i).Is("will", "upcoming", "forthcoming") {
			return true
		}
	}
	return false
}

// gathering is the channel that the telling nouns of a sentence give a meeting of
// many: a summit, a video conference; the one so far where they say nothing.
func (f *finder) gathering(s int, so readout.Channel) readout.Channel {
	if so != readout.Meeting {
		return so
	}
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if f.at(i).Is("videoconference", "virtual", "teleconference") || f.manner(i) > 0 && f.at(i+1).Is("video", "videoconference") {
			return readout.Video
		}
		if f.at(i).Is("summit") {
			return readout.Summit
		}
	}
	return so
}

// dayOf is the one day that a sentence gives; nil where it gives none or several.
func (f *finder) dayOf(s int) *readout.When {
	var found *readout.When
	for _, i := range f.dates[s] {
		if d := f.Dates[i]; len(d.EDTF) >= 10 && d.Timex3.Type != "DURATION" {
			if found != nil {
				return nil
			}
			found = &readout.When{EDTF: d.EDTF, Zone: d.Zone, Words: d.Words}
		}
	}
	return found
}

// foreign leaves out parties whose state no words or file give: among many, they may
// be anybody's officials.
func foreign(list []readout.Party) []readout.Party {
	return slices.DeleteFunc(list, func(p readout.Party) bool { return p.Country == "" && p.Entity.Kind() == readout.Person })
}
