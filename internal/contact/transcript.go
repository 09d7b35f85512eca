package contact

import (
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
