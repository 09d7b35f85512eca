package contact

import (
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
		return planned(d.Status) && f.thatBetween(last, c) || f.ofVerbBefore(c, last)
	}
	return len(date.EDTF) < 10 && f.sinceEvent(c, first)
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
