package contact

import (
	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// ofPrelude reports whether a date belongs to another event that opens the sentence and
// that the contact only followed: "Following the summit on 3 May, Reyes called Holt".
func (f *finder) ofPrelude(first int, c cue) bool {
	start := f.opening(c.sentence)
	if !f.at(start).Is("following", "after", "before", "since") && !(f.at(start).Is("ahead", "building") && f.at(start+1).Is("of", "on")) {
		return false
	}
	if f.says(start+1, first, ",") {
		return false
	}
	end := first
	for end < c.first && (f.isDate(end) || !f.at(end).Is(",")) {
		end++
	}
	return end < c.first
}

// says reports whether one of the words or marks stands in tokens [from, to).
func (f *finder) says(from, to int, words ...string) bool {
	for i := from; i < to; i++ {
		if f.at(i).Is(words...) {
			return true
		}
	}
	return false
}

// endsThere reports whether a clause ends at token i.
func (f *finder) endsThere(i, sentence int) bool {
	return i >= f.Sentences[sentence].Last || f.at(i).Kind == token.Mark || f.at(i).Is("and", "but", "while", "at", "on", "in", "during")
}

// ofGathering reports whether a date stands directly behind another gathering's noun:
// "came for the summit on Friday", told on the day before.
func (f *finder) ofGathering(first int, c cue) bool {
	k := first - 1
	if f.at(k).Is("on", "in", "of") {
		k--
	}
	if k < c.last || !f.at(k).Is("summit", "conference", "forum", "congress", "assembly") || f.at(k-1).Is("video", "telephone", "phone", "audio", "web") {
		return false // no gathering: "spoke by video conference on Friday"
	}
	if f.ownAnnual(k - 2) {
		return false // "met for our annual summit on 3 May": their own
	}
	return !f.says(c.last, k, "margins", "margin", "sidelines", "sideline", "fringes", "fringe") // "will meet on the margins of the conference on Friday"
}

// ofCount reports whether a stretch of time behind a counted contact is that of the
// count: "their sixth meeting in six months".
func (f *finder) ofCount(c cue, first int) bool {
	return !c.verb() && first == c.last+1 && f.at(c.last).Is("in", "within") && f.ordinal(c) != nil
}

// ofSaying reports whether a date belongs to a reporting verb: "said on
// Thursday", "announced Monday".
func (f *finder) ofSaying(first, last int, c cue) bool {
	span := f.Span(first, last)
	for _, i := range f.statements[c.sentence] {
		s := f.Statements[i]
		if s.Cue.IsZero() || s.Content.Overlaps(span) {
			continue
		}
		cue, end := f.TokensIn(s.Cue.Hull())
		tells := s.Content.Overlaps(f.Span(c.head, c.head+1))
		if begins, _ := f.TokensIn(s.Content.Hull()); tells && first >= end && last <= begins {
			return true // "told a station on Wednesday that he would meet Holt"
		}
		if last <= cue && tells {
			return true // "On Wednesday Holt said that …"
		}
		if cue <= c.head && c.head < end {
			continue
		}
		if last < cue && f.at(last).Is(",") && first >= c.last {
			continue // "who was telephoned on Monday, said": a clause of its own
		}
		near := first >= end && first-end <= 2
		if near || s.Said != nil && s.Said.From.Overlaps(span) && s.Said.EDTF <= f.doc.Published.Day()+"~" && distance(first, last, cue, end) < distance(first, last, c.first, c.last) {
			return true
		}
	}
	i := first - 1
	if f.at(i).Is("on", "in", "late", "early") {
		i--
	}
	if f.ofSpeech(i, c) {
		return true
	}
	return f.at(i).Is("said", "told", "announced", "confirmed", "reported", "says", "disclosed", "declared", "wrote", "tweeted", "posted") && i != c.head
}

// ofSpeech reports whether what was said somewhere stands directly before token i, or before
// other dates that end there: "at the top of her press conference last week on Thursday".
func (f *finder) ofSpeech(i int, c cue) bool {
	for i > f.Sentences[c.sentence].First && (f.inDate[i] || f.at(i).Is("on", ",") && f.inDate[i-1]) {
		i--
	}
	if i >= c.first && i < c.last || f.owner[max(i, 0)] >= 0 {
		return false
	}
	return f.at(i).Is("conference") && f.at(i-1).Is("press", "news") || f.at(i).Is("remarks", "speech", "briefing", "interview", "testimony", "gaggle") && f.at(i-1).Is("his", "her", "their", "my", "our", "your", "the", "a", "an", "press", "'s")
}

// ofAct reports whether a date is the day of what was done to a plan rather than
// the plan's own: "on Thursday called off the summit", "was cancelled on Thursday".
// A day after "to", "for", "until" or inside the contact's own phrase is the plan's.
func (f *finder) ofAct(first, last int, c cue) bool {
	if c.word.Kind != "noun" {
		return false
	}
	start, end := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	np := f.nounPhrase(c, start)
	if l := f.light(np, start); l != nil && l.word != nil && l.word.Status != "tense" && l.word.Status != string(readout.Held) {
		return last <= np || first >= c.last && f.past(first) && !f.at(first-1).Is("for", "to", "until", "till")
	}
	for i := c.last; i < min(end, first); i++ {
		g, ok := f.GroupAt(i, "")
		beside := ok && g.First == g.Main && g.Form&lexicon.Participle != 0 && first-i <= 3 && f.reduced(i) // "postponed last week"
		if !ok || f.owner[i] >= 0 || !g.Passive && !beside {
			continue
		}
		for _, w := range f.Lex.English.StatusWords("subject", g.Lemma) {
			switch readout.Status(w.Status) {
			case readout.Cancelled, readout.Postponed, readout.Declined, readout.Proposed:
				return !f.at(first-1).Is("to", "for", "until", "till")
			}
			if w.Words[0] == "announce" || w.Words[0] == "confirm" || w.Words[0] == "agree" {
				return !f.at(first-1).Is("to", "for", "until", "till")
			}
		}
	}
	return false
}

// ofItsOwnDay reports whether a participle gives the noun a day long past: "the talks
// held in Velmora on 3 May" are not those that the text has just told of.
func (f *finder) ofItsOwnDay(c cue) bool {
	if !f.at(c.last).Is("held") && !(f.at(c.last).Is("that", "which") && f.at(c.last+1).Is("took", "were", "was")) {
		return false
	}
	for _, i := range f.dates[c.sentence] {
		if first, _ := f.TokensIn(f.Dates[i].From.Hull()); first > c.last && first < c.last+10 && f.Dates[i].EDTF != "" {
			return f.longPast(&readout.When{EDTF: f.Dates[i].EDTF})
		}
	}
	return false
}

// relativeBetween reports whether a relative clause of another noun begins between the end
// of the contact's and a date: "the visit builds on the summit that Holt hosted in May".
func (f *finder) relativeBetween(from, first int) bool {
	own, that := false, false
	for i := from; i < first; i++ {
		own = own || f.finite(i)
		that = that || own && f.at(i).Is("that", "which", "where") && (f.owner[i-1] >= 0 || f.telling(i-1) || f.at(i-1).Is("forum", "conference", "agreement"))
		if that && f.finite(i) && !f.at(i).Is("that", "which") {
			return true
		}
	}
	return false
}

// ofNext reports whether a date stands before a further counterpart alone: "spoke with
// Holt, with Brell, and just yesterday with Lorne".
func (f *finder) ofNext(first, last int, c cue) bool {
	i := first - 1
	for f.at(i).Is("just", "only", "then") {
		i--
	}
	return c.verb() && first > c.last && f.at(last).Is("with", "to") && f.at(i).Is("and", ",") && f.personAt(f.skipDeterminers(last+1))
}

// clauseOfTime reports whether a clause with "before" or "after" begins between a date and
// the verb: "On Monday, before she spoke with Holt, Reyes met Brell" gives another day.
func (f *finder) clauseOfTime(last, first int) bool {
	for i := last; i < first; i++ {
		if f.at(i).Is("before", "after") && i+1 < first && f.at(i-1).Is(",") && !f.isDate(i+1) {
			return true
		}
	}
	return false
}

// sinceClause reports whether a date stands in a clause with "since" that begins behind
// the cue: "their second call since Reyes took office in January".
func (f *finder) sinceClause(c cue, first int) bool {
	for i := c.last; i < first-1; i++ {
		if f.at(i).Is("since") && f.clauseBetween(i+1, first) {
			return true
		}
	}
	return false
}
