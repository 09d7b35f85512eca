package contact

import (
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/syntax"
)

// maxItinerary is within how many sentences of the journey a plan tells of its stops.
const maxItinerary = 12

// whenAtStop is the days of the journey that the text has announced, for what is planned at
// one of its places: "This week, Brell will travel to Velmora and Tollen. … In Tollen, he will
// meet Holt".
func (f *finder) whenAtStop(d *draft, c cue) *readout.When {
	if d.When != nil || d.Place == nil || !planned(d.Status) || d.Status == readout.Proposed {
		return nil
	}
	for n := c.sentence - 1; n >= 0 && n >= c.sentence-maxItinerary && f.oneVoice(n, c.sentence); n-- {
		if !f.setsOut(n) || !f.speaksOf(n, d.Place) {
			continue
		}
		if when := f.dayOf(n); when != nil && strings.Contains(when.EDTF, "/") { // a single day is that of the departure
			return when
		}
		return nil
	}
	return nil
}

// speaksOf reports whether a sentence names a place, if only by the word that stands for a
// body there.
func (f *finder) speaksOf(s int, place *readout.Locus) bool {
	return slices.ContainsFunc(f.mentions[s], func(m int) bool {
		return f.Mentions[m].Entity == place.Entity || f.Cut(f.Mentions[m].Span) == f.Cut(place.From.First())
	})
}

// whenNext is the day of the stop before, or the one after it, for what is planned where the
// traveller will then go: "will visit Norway on 5 May. She will then travel to Tollen, where
// she will meet Holt".
func (f *finder) whenNext(d *draft, c cue) *readout.When {
	n := c.sentence - 1
	if d.When != nil || !planned(d.Status) || n < 0 || !f.oneVoice(n, c.sentence) || len(f.dates[c.sentence]) > 0 || !f.goesOnThen(c) {
		return nil
	}
	when := f.dayOf(n)
	if when == nil || !f.setsOut(n) {
		return nil
	}
	day, err := time.Parse(time.DateOnly, when.EDTF)
	if err != nil {
		return nil
	}
	w := *when
	w.EDTF += "/" + day.AddDate(0, 0, 1).Format(time.DateOnly)
	return &w
}

// goesOnThen reports whether a contact's sentence says that somebody will then travel on, at
// its verb or before it.
func (f *finder) goesOnThen(c cue) bool {
	for i := f.Sentences[c.sentence].First; i < c.last; i++ {
		g, ok := f.GroupAt(i, "")
		if ok && g.Main == i && f.owner[i] < 0 && g.Time() == syntax.FutureTime && f.moves(i) != "" && (f.says(g.First, i, "then") || f.says(f.opening(c.sentence), g.First, "then")) {
			return true
		}
	}
	return false
}

// whenOfProgramme is the day with which the text opened what is planned for it, where the
// sentences of the paragraph go on with no other day: "On Thursday, Brell will be in Tollen.
// He will start by meeting Holt. Then he will meet Lorne".
func (f *finder) whenOfProgramme(d *draft, c cue) *readout.When {
	if w := f.whenOfOrder(d, c); w != nil {
		return w
	}
	if d.When != nil || d.Status != readout.Scheduled || d.toState() || f.home(c.sentence) == "" || f.clauseVerb(f.Sentences[c.sentence].First, c.last).Time() != syntax.FutureTime {
		return nil
	}
	for n := c.sentence - 1; n >= 0 && f.Sentences[n].Paragraph == f.Sentences[c.sentence].Paragraph && f.oneVoice(n, c.sentence); n-- {
		if len(f.dates[n]) == 0 {
			continue
		}
		when := f.dayOf(n)
		if when == nil || len(when.EDTF) != len(time.DateOnly) || !f.opensWithDay(n) {
			return nil
		}
		return when
	}
	return nil
}

// whenOfOrder is the day of an order of events that one of the sentences before announces, of
// which a plan without a day is one: "The order will be: Tomorrow, the president comes to
// Velmora. … We plan to have a dinner of the two".
func (f *finder) whenOfOrder(d *draft, c cue) *readout.When {
	if d.When != nil || !planned(d.Status) || d.toState() {
		return nil
	}
	for n := c.sentence - 1; n >= 0 && n >= c.sentence-maxApart && f.oneVoice(n, c.sentence); n-- {
		if f.announcesOrder(n) {
			return f.dayOf(n)
		}
		if len(f.dates[n]) > 0 {
			return nil
		}
	}
	return nil
}

// announcesOrder reports whether a colon parts words for an order of events from the day with
// which it begins: "The order will be: Tomorrow, …".
func (f *finder) announcesOrder(s int) bool {
	start, end := f.Sentences[s].First, f.Sentences[s].Last
	for i := start; i+2 < min(start+2*maxLabel, end); i++ {
		day := i + 1
		if f.at(day).Is("on") {
			day++
		}
		if f.at(i).Is(":") && f.inDate[day] {
			return f.says(start, i, "order", "schedule", "sequence", "programme", "program", "agenda")
		}
	}
	return false
}

// opensWithDay reports whether a sentence opens with a day on which something will be done,
// other than setting out.
func (f *finder) opensWithDay(s int) bool {
	i := f.opening(s)
	for f.at(i).Is("and", "so", "then", "on", ",") {
		i++
	}
	if !f.inDate[i] {
		return false
	}
	g := f.clauseVerb(i, f.Sentences[s].Last)
	return g.Time() == syntax.FutureTime && f.moves(g.Main) == ""
}

// clauseVerb is the first finite verb, with its auxiliaries, in tokens [from, to).
func (f *finder) clauseVerb(from, to int) syntax.Group {
	for i := from; i < to; i++ {
		if g, ok := f.GroupAt(i, ""); ok && g.Main == i && f.owner[i] < 0 && !f.at(i).Upper && g.Finite() {
			return g
		}
	}
	return syntax.Group{Governor: -1}
}

// finer reports whether m gives the contact of d a nearer day, of the same first day.
func (d draft) finer(m draft) bool {
	if d.When == nil || m.When == nil {
		return false
	}
	own, day := d.When.EDTF, m.When.EDTF
	return d.ofOneDay(m) || len(day) > len(own) && (len(own) < len(time.DateOnly) || day[:len(time.DateOnly)] == own[:len(time.DateOnly)])
}

// ofOneDay reports whether d is a planned journey of several days and m the meeting with the
// host, which has a day of its own among them.
func (d draft) ofOneDay(m draft) bool {
	if d.Channel != readout.Visit || m.Channel != readout.Meeting || d.When == nil || m.When == nil || d.Status != readout.Scheduled {
		return false
	}
	first, last := bounds(d.When.EDTF)
	day, end := bounds(m.When.EDTF)
	return first < last && day == end && first <= day && day <= last
}

// wordsBefore is the words that put a plan before an event whose noun phrase follows: "in
// advance of the call", "ahead of her trip".
func (f *finder) wordsBefore(c cue) int {
	for i := c.last; i+1 < f.Sentences[c.sentence].Last && !f.at(i).Is(";"); i++ {
		if f.at(i).Is("advance", "ahead") && f.at(i+1).Is("of") {
			return i + 2
		}
	}
	return -1
}

// whenBefore is the time until the day of the event, named behind the contact, in advance of
// which a plan is: "will be meeting Holt in advance of her trip here next week".
func (f *finder) whenBefore(d *draft, c cue) *readout.When {
	np, today := f.wordsBefore(c), f.today(c.sentence)
	if d.When != nil || d.Status != readout.Scheduled || np < 0 || today == "" {
		return nil
	}
	for _, n := range f.dates[c.sentence] {
		x := f.Dates[n]
		if first, _ := f.TokensIn(x.From.Hull()); first >= np && len(x.EDTF) >= len(time.DateOnly) && x.Timex3.Type == "DATE" {
			if _, last := bounds(x.EDTF); last > today {
				return &readout.When{EDTF: today + "/" + last, Words: x.Words}
			}
		}
	}
	return nil
}

// beforeTheCall gives the plans without a day that are in advance of "the call" the time
// until that, where the text has told its day: "will hold a call tomorrow. … Lorne will speak
// with Holt in advance of the call".
func (f *finder) beforeTheCall(list []draft) {
	for i := range list {
		d := &list[i]
		if d.When != nil || d.Status != readout.Scheduled || d.eve == "" || f.today(d.sentence) == "" {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			o := list[j]
			if o.solid && o.Status == readout.Scheduled && o.field == d.field && (compatible(o.Channel, d.eve) || placeless(o.Channel) && placeless(d.eve)) && o.When != nil && len(o.When.EDTF) >= len(time.DateOnly) && !sameParties(o.Parties, d.Parties) {
				if _, last := bounds(o.When.EDTF); last > f.today(d.sentence) {
					d.When = &readout.When{EDTF: f.today(d.sentence) + "/" + last, Words: o.When.Words}
				}
				break
			}
		}
	}
}

// eveOf is the channel of the contact in advance of which a plan is, where its words speak of
// one told before: "in advance of the secure video call"; "" if there is none.
func (f *finder) eveOf(c cue) readout.Channel {
	np := f.wordsBefore(c)
	if np < 0 || !f.at(np).Is("the", "that", "this") {
		return ""
	}
	for i := np + 1; i < min(np+maxNounPhrase, f.Sentences[c.sentence].Last) && f.owner[i] < 0 && !f.endsPhrase(i); i++ {
		if words := f.Lex.English.ContactNouns(f.at(i).Fold); len(words) > 0 && f.endsPhraseOrSentence(i+1, c.sentence) {
			return readout.Channel(words[0].Channel)
		}
	}
	return ""
}

// endsPhraseOrSentence reports whether a noun's phrase ends before token i.
func (f *finder) endsPhraseOrSentence(i, s int) bool {
	return i >= f.Sentences[s].Last || f.endsPhrase(i)
}
