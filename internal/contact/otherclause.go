package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// ofOtherClause reports whether a date at tokens [first, last) is that of another clause
// than the contact's: of the one above it, of the verb with which it is coordinated, of
// an event behind "since".
func (f *finder) ofOtherClause(d *draft, c cue, date readout.Date, first, last int) bool {
	if (last <= c.first || date.Rule == "holiday") && f.contradicted(c, date, last) {
		return true
	}
	if last <= c.first {
		return planned(d.Status) && f.thatBetween(last, c) || f.ofVerbBefore(c, last) || f.endsRelative(first, last, c)
	}
	return len(date.EDTF) < 10 && f.sinceEvent(c, first) || f.ofRelative(c.last, first) || f.ofClauseBehind(d, c, first)
}

// ofClauseBehind reports whether the day or place at token first stands in a clause of its
// own behind the contact's words: of somebody else ("Reyes was in Tollen two months ago, and
// Brell was there last week"), or, in the past, about the counterpart of a plan ("will meet
// Holt, whom she hosted last month").
func (f *finder) ofClauseBehind(d *draft, c cue, first int) bool {
	for i := c.last; i < first; i++ {
		switch {
		case f.at(i).Is("and", "but", "while") && (f.isDate(i-1) || f.at(i-1).Is(",") && !f.listGoesOn(i-1)):
			m := f.mentionFrom(i+1, first)
			if f.actsElsewhere(d, m, first) {
				return true
			}
		case planned(d.Status) && f.at(i).Is("who", "whom", "which", "when"):
			if past, ok := f.clauseInPast(i+1, first); ok {
				return past
			}
		}
	}
	return false
}

// ofRelative reports whether a date at token first is that of what a person named in tokens
// [from, first) has done: "spoke with Holt, who left office on 3 May".
func (f *finder) ofRelative(from, first int) bool {
	for i := from; i < first; i++ {
		if f.at(i).Is("who") {
			past, _ := f.clauseInPast(i+1, first)
			return past
		}
	}
	return false
}

// clauseInPast reports whether a clause that begins at token from and goes on to token to, over
// no comma, is told in the past; ok is false where there is no such clause.
func (f *finder) clauseInPast(from, to int) (past, ok bool) {
	k := f.finiteIn(from, to)
	if k < 0 || f.says(k, to, ",", ";") {
		return false, false
	}
	g, _ := f.GroupAt(k, "")
	return g.Time() == syntax.PastTime, true
}

// actsElsewhere reports whether mention m is the subject of a verb before token end, and
// somebody who has no part in the contact.
func (f *finder) actsElsewhere(d *draft, m, end int) bool {
	if m < 0 || !f.eligible(m) || slices.ContainsFunc(f.parties([]int{m}), func(p readout.Party) bool { return hasParty(d, p.Entity) }) {
		return false
	}
	_, verb := f.tokensOf(m)
	return f.personAt(verb-1) && verb < end && f.finite(verb)
}

// finiteIn is the first finite verb in tokens [from, to); -1 where there is none.
func (f *finder) finiteIn(from, to int) int {
	for i := from; i < to; i++ {
		if f.finite(i) {
			return i
		}
	}
	return -1
}

// endsRelative reports whether a date before a contact's words ends a relative clause: "the
// port, which was shelled last night, and Reyes has yet to meet Holt".
func (f *finder) endsRelative(first, last int, c cue) bool {
	if f.at(last).Kind != token.Mark {
		return false
	}
	for i := first - 1; i >= f.Sentences[c.sentence].First; i-- {
		if f.at(i).Is("which", "who") {
			return f.finiteIn(i+1, first) >= 0
		}
	}
	return false
}

// thatBetween reports whether a date stands in the clause above that of a contact's verb,
// with its verb behind it: "the statement we put out today confirming that Reyes will meet
// Holt on 16 June".
func (f *finder) thatBetween(last int, c cue) bool {
	for i := c.first - 1; i > last && !f.at(i).Is(";"); i-- {
		if g, ok := f.GroupAt(i-1, ""); f.at(i).Is("that") && ok && f.owner[i-1] < 0 && (g.Finite() || g.Form == lexicon.Ing) {
			return true
		}
	}
	return false
}

// ofVerbBefore reports whether a date belongs to a verb of the past with which a planned
// contact's verb is coordinated: "Today, Reyes opened the fair and will visit Costava".
func (f *finder) ofVerbBefore(c cue, last int) bool {
	if !c.verb() || c.group.Time() != syntax.FutureTime || !f.at(c.group.First-1).Is("and", "then") {
		return false
	}
	for i := last; i < c.group.First-1; i++ {
		if g, ok := f.GroupAt(i, ""); ok && f.owner[i] < 0 && f.finite(i) && g.Time() == syntax.PastTime && !f.at(g.First-1).Is("who", "that", "which") {
			return true
		}
	}
	return false
}

// contradicted reports whether another year is named behind a contact's words than that of
// a day told before them, or of a feast: "will make tomorrow's event like those that Holt
// hosts", "hosting Holt and celebrating Christmas here next year".
func (f *finder) contradicted(c cue, date readout.Date, last int) bool {
	for _, i := range f.dates[c.sentence] {
		x := f.Dates[i]
		begin, _ := f.TokensIn(x.From.Hull())
		if begin >= max(c.last, last) && len(x.EDTF) == 4 && (x.Rule == "unit-next" || x.Rule == "unit-last") && !strings.HasPrefix(date.EDTF, x.EDTF) && !f.clauseBetween(c.last, begin) {
			return true
		}
	}
	return false
}

// sinceEvent reports whether a month or year behind the contact is that of an event with
// which a term began: "goes on with the work since Holt's election in May 2023".
func (f *finder) sinceEvent(c cue, first int) bool {
	for i := first - 1; i >= c.last && (f.at(i).Kind == token.Word || f.at(i).Is("'s")); i-- {
		if f.at(i).Is("since") {
			return true
		}
	}
	return false
}

// listItem reports whether what could be a verb is a noun at the end of a list: behind "and",
// with a state before it that would need another form, "including the talks with the summit's
// host, Costava, and travel to Norway".
func (f *finder) listItem(c cue, subject []int) bool {
	if c.group.First != c.group.Main || c.group.To || c.group.Form&lexicon.Base == 0 || !f.at(c.first-1).Is("and") || len(subject) != 1 || !f.isState(subject[0]) || f.Mentions[subject[0]].Form != readout.ByName {
		return false
	}
	_, last := f.tokensOf(subject[0])
	return last == c.first-1 || last == c.first-2 && f.at(last).Is(",")
}
