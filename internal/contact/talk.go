package contact

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
)

// inTalk reports whether a sentence is a question or an answer of a transcript.
func (f *finder) inTalk(s int) bool {
	kind := f.PassageOf(s).Kind
	return kind == readout.Question || kind == readout.Answer
}

// maxLabel is within how many words the label of a turn ends.
const maxLabel = 7

// opening is the first token of a sentence, behind the label of a turn: "MS. ORSI: Yesterday".
func (f *finder) opening(s int) int {
	start, end := f.Sentences[s].First, f.Sentences[s].Last
	for i := start; i < min(start+maxLabel, end-1); i++ {
		if f.at(i).Is(":") {
			return i + 1
		}
	}
	return start
}

// noParty reports whether a mention in a talk is nobody of whom the talk tells: the label of a
// turn ("MR. HOLT:"), the speaker other than by "I", somebody who is only addressed
// ("as I said, Jon, …").
func (f *finder) noParty(m int) bool {
	x := f.Mentions[m]
	first, last := f.TokensIn(x.Span)
	if first >= last {
		return false
	}
	s := f.SentenceOf(first)
	if !f.inTalk(s) || x.Entity.Kind() != readout.Person {
		return false
	}
	start := f.Sentences[s].First
	switch {
	case f.at(last).Is(":") && first-start < 3:
		return true
	case x.Entity == f.PassageOf(s).Issuer && !f.at(first).Is("i") && !f.quoted[first]:
		return true
	}
	before, after := f.at(first-1), f.at(last)
	return last-first == 1 && x.Role == "" && (first == start || before.Is(",") || f.dash(first-1)) && after.Kind == token.Mark && (after.Is(",", ".", "?") || f.dash(last)) && len(f.Lex.Persons.Family([]string{f.at(first).Fold})) == 0
}

// earlierToday is the day of a talk for a contact that a speaker puts "earlier" without more:
// "as Holt and I were discussing earlier, trade has grown"; nil elsewhere.
func (f *finder) earlierToday(c cue) *readout.When {
	today := f.today(c.sentence)
	if !c.verb() || today == "" || !f.inTalk(c.sentence) || c.group.Perfect || c.group.Time() != syntax.PastTime || !f.at(c.last).Is("earlier") || f.at(c.last+1).Kind != token.Mark {
		return nil
	}
	return &readout.When{EDTF: today, Words: f.Words(f.Span(c.last, c.last+1))}
}

// briefed reports whether one of the parties is the spokesperson whose turn of a talk it
// is: "I" and "we" there speak for others, or of the talk itself.
func (f *finder) briefed(s int, parties []readout.Party) bool {
	id := f.PassageOf(s).Issuer
	return f.inTalk(s) && id.Kind() == readout.Person && slices.ContainsFunc(parties, func(p readout.Party) bool { return p.Entity == id }) && f.spokesperson(id)
}

// oftenTold reports whether a talk only counts contacts or speaks of them in general,
// without a day: "have met three times", "had multiple calls", "in regular contact".
func (f *finder) oftenTold(c cue) bool {
	start, end := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	if c.verb() {
		for i := c.last; i < min(end, c.last+12); i++ {
			if f.at(i).Is("times") || f.at(i).Is("before", "regularly", "frequently", "often", "routinely") && f.at(i+1).Is(".", ",", "and") {
				return true
			}
		}
		for i := c.first; i < c.head; i++ {
			if f.at(i).Is("regularly", "frequently", "often", "routinely", "always", "repeatedly", "continually") {
				return true
			}
		}
		return false
	}
	np := f.nounPhrase(c, start)
	if f.at(np-1).Is("in") && f.at(c.head).Is("contact", "touch") || f.counted(np, c) {
		return true
	}
	for i := max(start, np-4); i < c.first; i++ {
		if f.at(i).Is("multiple", "numerous", "several", "many", "countless", "regular", "frequent", "constant", "dozens", "ongoing", "various", "continuous", "all") || f.at(i).Is("number") && f.at(i+1).Is("of") {
			return true
		}
	}
	return slices.Contains([]string{"conversations", "discussions", "contacts", "engagements", "consultations"}, f.at(c.head).Fold) && !f.at(np).Is("the", "his", "her", "their", "these", "two")
}

// counted reports whether a plural noun only counts contacts, or speaks of earlier ones:
// "two calls at the time", "the calls that he had earlier".
func (f *finder) counted(np int, c cue) bool {
	if !f.at(c.head).Is("calls", "meetings", "conversations", "visits", "summits", "trips") {
		return false
	}
	for i := np; i < c.first; i++ {
		if f.at(i).Kind == token.Number || f.at(i).Is("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten") {
			return true
		}
	}
	for i := c.last; i < min(f.Sentences[c.sentence].Last, c.last+8); i++ {
		if f.at(i).Is("earlier", "previously", "before") && !f.isDate(i) {
			return true
		}
	}
	return false
}

// someoneElse reports whether the subject that ends at token i of a talk is somebody whom
// it does not name, or who is only let do something: "I expect he will meet Holt", "I'm
// going to let the President speak to Holt" tell of no contact of who says so.
func (f *finder) someoneElse(i, start int) bool {
	if i < start || !f.inTalk(f.SentenceOf(i)) {
		return false
	}
	m := f.owner[i]
	if m < 0 {
		return f.at(i).Is("he", "she", "it", "you")
	}
	return f.at(f.begins(m, start) - 1).Is("let")
}
