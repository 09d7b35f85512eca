package contact

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// detail reads when, where, how long, on what occasion and in whose company.
func (f *finder) detail(d *draft, c cue, cues []cue, n int) {
	first, last := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	from, to := first, last
	if n > 0 {
		from = cues[n-1].last
	}
	if n+1 < len(cues) {
		to = cues[n+1].first
		if np := f.nounPhrase(cues[n+1], first); !cues[n+1].verb() && np > c.last {
			to = np
		}
	}
	if end := f.recallEnd(c); end > 0 {
		to = min(to, end)
	}
	d.When = f.when(d, c, from, to, n == 0)
	if w := f.whenBeside(d.before, d.after, c); w != nil {
		d.When = w
	}
	if d.oneOf {
		d.When = f.whenIn(d.after, c)
	}
	f.dayAfterEve(d, c)
	f.planned(d, c)
	if d.When == nil {
		if d.When = cmp.Or(f.whenThere(c), f.whenVisiting(d, c), f.yearGone(d, c), f.sinceDeparture(d, c), f.openingDay(c, cues[:n])); d.When != nil && d.Status == readout.Held && d.When.EDTF > f.today(c.sentence)+"T24" {
			d.When = nil // what was held has not the day of a plan told before
		}
	}
	if d.When == nil && d.Status == readout.Held {
		d.When = f.earlierToday(c)
	}
	if d.When == nil && c.verb() && c.group.Passive && c.group.Lemma == "join" && c.sentence > 0 { // "Today Reyes convened the forum. She was joined by Holt"
		d.When = f.dayOf(c.sentence - 1)
	}
	if d.Status == readout.Proposed && f.dayOfAsking(d) {
		d.When = nil // nobody is bidden for the weekday on which it is told
	}
	d.Ordinal, d.summits, d.sequel = f.ordinal(c), f.at(c.head).Is("summit"), f.sequel(c)
	d.again, d.also = f.oneMore(c), f.says(f.Sentences[c.sentence].First, c.first, "also", "separately") && !f.theOne(c)
	if d.Status == readout.Held && d.When != nil && f.toCome(d.When.EDTF) {
		d.When = nil // what took place has no day to come
	}
	if !d.solid && f.at(f.nounPhrase(c, first)-1).Is("of") {
		d.When = nil // "the outcome of the talks last week" dates none that is told here
	}
	if d.Status == readout.Arranging && d.When != nil && len(d.When.EDTF) >= 10 && d.agreed {
		d.Status = readout.Scheduled // agreed to meet on a day: the time is set
	}
	d.Duration = f.duration(c, from, to)
	d.Place = f.place(d, c, from, to, n == 0)
	if d.stop != nil {
		d.Place = d.stop
	} else if l := f.placeOf(d.after, c); l != nil {
		d.Place = l
	} else if l := f.openingPlace(c, cues[:n]); l != nil && d.Place == nil && !placeless(d.Channel) {
		d.Place = l
	}
	if d.Place != nil && d.Channel == readout.Conversation && d.Status == readout.Held && c.verb() && (c.topical() || slices.Contains(c.word.Frames, "person-with")) {
		d.Channel = readout.Meeting // "raised it with Holt in Tollen": they met
	}
	d.When = cmp.Or(d.When, f.whenAtStop(d, c), f.whenNext(d, c), f.whenOfProgramme(d, c), f.whenBefore(d, c))
	f.partOfMonth(d)
	f.facing(d, c)
	d.Occasion = f.occasion(d, c, from, to)
	f.attendees(d, first, last)
	f.request(d, first, last)
}

// dayOfAsking reports whether a plan's day is a bare weekday that is the day of
// publication: "invited Holt to Velmora on Monday", told on that Monday.
func (f *finder) dayOfAsking(d *draft) bool {
	if d.When == nil || d.When.EDTF != f.today(d.sentence) {
		return false
	}
	return slices.ContainsFunc(f.Dates, func(x readout.Date) bool {
		return x.From.First() == d.When.From.First() && strings.HasPrefix(x.Rule, "weekday")
	})
}

// duration is a length that the sentence gives beside the contact.
func (f *finder) duration(c cue, from, to int) *readout.Value {
	for _, i := range f.dates[c.sentence] {
		date := f.Dates[i]
		if date.Timex3.Type != "DURATION" || !strings.Contains(date.Timex3.Value, "T") && !strings.HasSuffix(date.Timex3.Value, "D") || strings.Contains(date.Timex3.Value, "X") {
			continue
		}
		first, last := f.TokensIn(date.From.Hull())
		if first >= last || f.SentenceOf(first) != c.sentence || first < from-1 || first > to {
			continue
		}
		near := f.at(first-1).Is("for", "lasted", "lasting", "about", "nearly", "almost", "over", "than", "some", "around", "a", "an", "spent", "took", "after", "just", "the", "'s") || f.at(last).Is("of") || last >= c.first-2 && last <= c.last
		if !near || f.at(first-1).Is("after") && !f.at(last).Is("of") || f.at(last).Is("ago", "later", "after", "before", "truce", "pause") {
			continue
		}
		return &readout.Value{Value: date.Timex3.Value, Words: date.Words}
	}
	return nil
}

// lasting reads a sentence that only says how long the contact told last was, in
// words that are no contact by themselves: "The exchange lasted 40 minutes."
func (f *finder) lasting(s int, drafts []draft) {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	if len(drafts) == 0 || f.Sentences[s].Paragraph-drafts[len(drafts)-1].paragraph > 1 {
		return
	}
	d := &drafts[len(drafts)-1]
	for i := first + 1; i < last; i++ {
		if !f.at(i).Is("lasted") || d.Duration != nil || d.Status != readout.Held || !f.at(i-1).Is("exchange", "discussion", "it", "dialogue", "session", "which") {
			continue
		}
		d.Duration = f.duration(cue{first: i, last: i + 1, sentence: s}, i, last)
	}
}
