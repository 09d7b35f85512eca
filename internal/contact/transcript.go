package contact

import (
	"cmp"
	"slices"

	"readout"
)

// speakers are the mentions of those who speak in a transcript: a name, with its
// title, that opens a paragraph and has a colon behind it.
func (f *finder) speakers() []int {
	var out []int
	for s := range f.Sentences {
		if s > 0 && f.Sentences[s].Paragraph == f.Sentences[s-1].Paragraph {
			continue
		}
		first, last := f.Sentences[s].First, f.Sentences[s].Last
		m := f.mentionFrom(first, last)
		if m < 0 || f.Mentions[m].Form != readout.ByName || f.Mentions[m].Entity.Kind() != readout.Person {
			continue
		}
		_, i := f.tokensOf(m)
		if f.at(i).Is("(") && f.at(i+2).Is(")") { // "(in Arvenian)" is one word too many, "(retranslated)" is not
			i += 3
		}
		if f.at(i).Is(":") {
			out = append(out, m)
		}
	}
	return out
}

// guestsJourney reports whether a guest only says which of his journeys it is on which he comes
// to a meeting, where persons of two states speak: "This is my first visit to Velmora".
func (f *finder) guestsJourney(c cue, np int) bool {
	here := false
	for i := np; i+2 < c.first && !here; i++ {
		here = f.at(i).Is("this") && f.at(i+1).Is("is") && f.at(i+2).Is("my", "our")
	}
	if !here || c.word.Channel != string(readout.Visit) || !f.transcribed() {
		return false
	}
	land := ""
	for _, p := range f.parties(f.speakers()) {
		if land != "" && p.Country != "" && p.Country != land {
			return true
		}
		land = cmp.Or(land, p.Country)
	}
	return false
}

// voices puts those who speak in the transcript of a contact in the place of the
// states that its first words name: "Arvenian-Costavan talks took place".
func (f *finder) voices(drafts []draft) {
	impersonal := func(d draft) bool {
		return d.solid && !slices.ContainsFunc(d.Parties, func(p readout.Party) bool { return p.Entity.Kind() != readout.State })
	}
	if !slices.ContainsFunc(drafts, impersonal) {
		return
	}
	people := f.parties(f.speakers())
	for i := range drafts {
		if !impersonal(drafts[i]) {
			continue
		}
		var list []readout.Party
		for _, p := range drafts[i].Parties {
			j := slices.IndexFunc(people, func(q readout.Party) bool { return q.Country == p.Country })
			if j < 0 {
				break
			}
			list = append(list, people[j])
		}
		if len(list) == len(drafts[i].Parties) {
			drafts[i].Parties = list
		}
	}
}

// atIt reports whether somebody in a transcript speaks of "this meeting" as of what was only
// called or made possible, or holds it with the one to whom the words go: "thank you for
// organising this meeting", "to have this meeting with you". It is the one that the transcript
// is of.
func (f *finder) atIt(c cue, np int, status readout.Status) bool {
	withYou := f.at(c.last).Is("with") && f.at(c.last+1).Is("you")
	if f.at(np).Is("the", "our") && f.getsUnderWay(np, status) {
		return f.transcribed()
	}
	return f.at(np).Is("this") && (status == readout.Proposed || status == readout.Arranging || withYou) && f.transcribed()
}

// getsUnderWay reports whether who speaks only proposes to begin or end what the noun phrase at
// token np names: "we could start and complete the meeting quite quickly".
func (f *finder) getsUnderWay(np int, status readout.Status) bool {
	l := f.light(np, f.Sentences[f.SentenceOf(np)].First)
	return l != nil && status == readout.Proposed && slices.Contains([]string{"start", "begin", "open", "complete", "conclude", "finish", "end"}, l.group.Lemma) &&
		f.says(f.Sentences[f.SentenceOf(np)].First, l.group.Main, "we", "us", "i", "me")
}

// hasSpeakers reports whether the text has the words of speakers, each behind a name and a
// colon, also where it has lost its paragraphs: "Prime Minister Jon Holt: Thank you".
func (f *finder) hasSpeakers() bool {
	for _, s := range f.Sentences {
		m := f.mentionFrom(s.First, s.Last)
		if m < 0 || f.Mentions[m].Form != readout.ByName || f.Mentions[m].Entity.Kind() != readout.Person {
			continue
		}
		if _, i := f.tokensOf(m); f.at(i).Is(":") {
			return true
		}
	}
	return false
}

// saidAt reports whether "this meeting" can be a contact that was told before the transcript.
func (d draft) saidAt(o draft) bool {
	return o.solid && o.Status == readout.Held && o.Channel != readout.Visit && !o.Background && o.field == d.field && compatible(o.Channel, d.Channel)
}

// meant is the contact that a definite phrase means: in a transcript "this meeting" is the one
// that it is of, and else the last that fits and is no journey; -1 if there is none.
func meant(list []draft, d draft) int {
	if i := slices.IndexFunc(list, d.saidAt); d.here && i >= 0 {
		return i
	}
	i := antecedent(list, d)
	if d.here && i >= 0 && list[i].Channel == readout.Visit {
		return -1
	}
	return i
}

// openingClock is the time, on the day of the session, at which a transcript begins: a
// line with nothing else, before anybody speaks; nil where there is none.
func (f *finder) openingClock() *readout.When {
	for _, d := range f.Dates {
		first, last := f.TokensIn(d.From.Hull())
		if first > maxDateline {
			return nil
		}
		alone := first < last && (first == 0 || f.Tokens[first].Breaks > 0) && last < len(f.Tokens) && f.Tokens[last].Breaks > 0
		if alone && d.Timex3.Type == "TIME" && len(d.EDTF) > 10 && d.EDTF[:10] == f.today(f.SentenceOf(first)) && len(f.speakers()) > 0 {
			return &readout.When{EDTF: d.EDTF, Zone: d.Zone, Words: d.Words}
		}
	}
	return nil
}

// maxDateline is within how many tokens the time of a transcript stands.
const maxDateline = 40
