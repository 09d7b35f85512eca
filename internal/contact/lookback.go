package contact

import (
	"strings"
	"time"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
)

// besideAct reports whether a noun only says what something else was done for or in answer
// to, and a date before it, which ends at token last, is that of this: "Yesterday, ministers
// held a call in response to Holt's meeting with Lorne".
func (f *finder) besideAct(c cue, last int) bool {
	if c.verb() {
		return false
	}
	np := f.nounPhrase(c, f.Sentences[c.sentence].First)
	at := np
	switch {
	case f.at(np-1).Is("to", "of", "for") && f.at(np-2).Is("response", "reaction", "advance", "anticipation", "preparation", "view", "light") && f.at(np-3).Is("in"):
		at = np - 3
	case f.at(np-1).Is("of", "to", "by") && f.at(np-2).Is("ahead", "prior", "because", "prompted"):
		at = np - 2
	}
	return at < np && last <= at
}

// yearBack is the year in which a contact was held that its clause puts to a year gone by,
// or by its number to the one that runs, without a nearer day: "when I visited Velmora in
// 2016", "met Holt two years ago"; "" for other dates, and for what is not told as held.
func (f *finder) yearBack(d *draft, c cue, x readout.Date) string {
	rule := x.Rule == "offset" || x.Rule == "explicit-year" || x.Rule == "unit-last"
	if today := f.today(c.sentence); d.Status != readout.Held || len(x.EDTF) != len("2006") || !rule || today == "" || x.EDTF > today[:len("2006")] || x.EDTF == today[:len("2006")] && x.Rule != "explicit-year" {
		return ""
	}
	first, last := f.TokensIn(x.From.Hull())
	if x.Rule == "explicit-year" && !f.at(first-1).Is("in", "during") || first >= c.last && !f.plainBetween(c.last, first) || last <= c.first && !f.opensClause(first) {
		return ""
	}
	return x.EDTF
}

// plainBetween reports whether neither a verb nor another telling noun stands in tokens
// [from, to), but that of the gathering at which it was: "met at the G20 meeting last year".
func (f *finder) plainBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if _, ok := f.GroupAt(i, ""); f.owner[i] < 0 && (ok || f.telling(i)) && !f.gathersAt(i) {
			return false
		}
	}
	return true
}

// behindDash reports whether a clause of its own begins behind a dash in tokens [from, to) and
// goes on to the end of them.
func (f *finder) behindDash(from, to int) bool {
	for i := to - 1; i > from; i-- {
		if f.dash(i) {
			return f.at(i+1).Is("and", "but", "so") && (f.clauseBetween(i+1, to) || f.at(i+3).Is("'s", "'re", "'m", "'ll"))
		}
	}
	return false
}

// datedBehind reports whether a date stands behind a contact's noun, in its own clause.
func (f *finder) datedBehind(c cue) bool {
	for i := c.last; i < f.Sentences[c.sentence].Last && !f.at(i).Is(";", "where", "which", "who", "that"); i++ {
		if f.isDate(i) {
			return true
		}
	}
	return false
}

// dash reports whether token i is a dash between two clauses, and no hyphen.
func (f *finder) dash(i int) bool { return f.at(i).Is("-") && f.at(i+1).Space }

// opensClause reports whether only words that join stand before token i in its sentence.
func (f *finder) opensClause(i int) bool {
	for j := f.opening(f.SentenceOf(i)); j < i; j++ {
		if !f.at(j).Is("in", "during", "back", "and", "but", "then", "so", "about", ",") && !f.Lex.English.Adverb(f.at(j).Fold) {
			return false
		}
	}
	return true
}

// ofYear reports whether a day is only known to the year.
func ofYear(w *readout.When) bool { return w != nil && len(w.EDTF) == len("2006") }

// yearsAgo reports whether the words behind a contact put it far back without a number:
// "met Holt some years ago".
func (f *finder) yearsAgo(c cue) bool {
	for _, i := range f.dates[c.sentence] {
		x := f.Dates[i]
		if first, last := f.TokensIn(x.From.Hull()); x.EDTF == "" && first >= c.last && f.at(last-1).Is("ago") && strings.HasPrefix(x.Rule, "vague") && f.plainBetween(c.last, first) {
			return true
		}
	}
	return false
}

// timeGone reports whether the contact is told of the time of an office held once, or of
// years ago.
func (f *finder) timeGone(c cue) bool {
	return f.inFormerOffice(c) || f.yearsAgo(c) || f.sinceTermBegan(c)
}

// onlyRemembered reports whether an answer of a talk tells of a contact of the time of another
// office or of years ago, without a day: it is of none that can be told from others.
func (f *finder) onlyRemembered(d *draft, c cue) bool {
	if !d.longAgo || !f.inTalk(c.sentence) {
		return false
	}
	return f.inFormerOffice(c) || f.sinceTermBegan(c) || f.says(c.last, f.Sentences[c.sentence].Last, "years", "decades")
}

// sinceTermBegan reports whether an answer of a talk puts a contact without a day to the time
// when somebody's term of office began: "spoke with him after he formed his government".
func (f *finder) sinceTermBegan(c cue) bool {
	if !f.inTalk(c.sentence) || f.dated(c.first) {
		return false
	}
	for i := c.last; i+3 < f.Sentences[c.sentence].Last; i++ {
		if !f.at(i).Is("after", "when") || !f.at(i+1).Is("he", "she", "they") {
			continue
		}
		if f.at(i+2).Is("formed") && f.says(i+3, i+7, "government", "coalition", "cabinet") || f.at(i+2).Is("took", "assumed", "entered") && f.at(i+3).Is("office", "power") {
			return true
		}
	}
	return false
}

// inChildhood reports whether a journey was somebody's as a child, which is private: "I visited
// Costava as a young girl".
func (f *finder) inChildhood(c cue) bool {
	for i := c.last; i+2 < f.Sentences[c.sentence].Last && !f.at(i).Is(";"); i++ {
		as := f.at(i).Is("as") || f.at(i).Is("when") && f.at(i+1).Is("i", "he", "she") && f.at(i+2).Is("was")
		j := i + 1
		for as && f.at(j).Is("i", "he", "she", "was", "a", "still", "just", "young", "little", "small") {
			j++
		}
		if as && f.at(j).Is("girl", "boy", "child", "kid", "teenager", "student") && !f.at(j+1).Is("of") {
			return true
		}
	}
	return false
}

// overYears reports whether the words behind the main verb of a contact, told in the perfect,
// spread it over years or months gone by: "have come to know each other in talks over the last
// year".
func (f *finder) overYears(c cue, g syntax.Group) bool {
	if !g.Perfect {
		return false
	}
	for i := g.Main + 1; i < min(max(g.Main, c.last)+8, f.Sentences[c.sentence].Last-3) && (i < c.last || !f.finite(i)); i++ {
		if f.at(i).Is("over", "during", "throughout", "across") && f.at(i+1).Is("the") && f.at(i+2).Is("last", "past") {
			return f.yearsAt(i+3, "year", "years", "months", "decade", "decades")
		}
	}
	return false
}

// yearsAt reports whether one of the units stands at token i, over a number.
func (f *finder) yearsAt(i int, units ...string) bool {
	for f.at(i).Kind == token.Number || f.at(i).Is("several", "few", "two", "three", "four", "five", "six", "twelve") {
		i++
	}
	return f.at(i).Is(units...)
}

// opensYears reports whether the sentence of a contact begins as a look back over a year or
// more, in which the contact has no day: "In the last year, ministers have travelled to 20
// states, including a visit to Costava by Reyes".
func (f *finder) opensYears(c cue) bool {
	i := f.opening(c.sentence)
	if !f.at(i).Is("in", "over", "during", "throughout", "across", "within") || !f.at(i+1).Is("the") || !f.at(i+2).Is("last", "past") || f.dated(c.first) {
		return false
	}
	return f.yearsAt(i+3, "year", "years", "months", "decade", "decades")
}

// summedUp reports whether somebody only counts up with whom there were contacts in weeks or
// months gone by, on no day: "In the past few weeks, Reyes has spoken with leaders of the
// region, including Holt and Lorne".
func (f *finder) summedUp(c cue) bool {
	if !c.verb() || !c.group.Perfect {
		return false
	}
	start, end := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	over := false
	for i := start; i+2 < c.last && !over; i++ {
		over = f.at(i).Is("in", "over", "during", "throughout") && f.at(i+1).Is("the") && f.at(i+2).Is("last", "past", "recent") && f.yearsAt(i+3, "weeks", "months", "year", "years")
	}
	leaders := false
	for i := c.last; over && i < end && !f.at(i).Is(";") && !f.finite(i); i++ {
		if leaders = leaders || f.at(i).Is("leaders", "counterparts", "partners", "allies"); leaders && f.at(i).Is("including", "notably") {
			return true
		}
	}
	return false
}

// doneBefore reports whether an aside behind a verb puts what it tells before: "raised it with
// Holt — has previously — and".
func (f *finder) doneBefore(c cue) bool {
	for i := c.last; i+2 < f.Sentences[c.sentence].Last && !f.at(i).Is(";"); i++ {
		if (f.dash(i) || f.at(i).Is(",")) && f.at(i+1).Is("has", "have", "had") && f.at(i+2).Is("previously", "before") {
			return true
		}
	}
	return false
}

// yearGone is the stretch of time over which a sentence looks back, for a contact that has no
// day in it; nil where it does not begin so, or looks back over more than a year.
func (f *finder) yearGone(d *draft, c cue) *readout.When {
	today, err := time.Parse(time.DateOnly, f.today(c.sentence))
	if i := f.opening(c.sentence); err == nil && d.Status == readout.Held && d.When == nil && f.opensYears(c) && f.at(i+3).Is("year") {
		return &readout.When{EDTF: today.AddDate(-1, 0, 0).Format(time.DateOnly) + "/" + today.Format(time.DateOnly), Words: f.Words(f.Span(i, i+4))}
	}
	return nil
}

// toldBack reports whether the words before a noun say that the contact was before:
// "her recent visit to Costava", "discussed their last meeting".
func (f *finder) toldBack(c cue) bool {
	np := f.nounPhrase(c, f.Sentences[c.sentence].First)
	if f.qualified(np, c, "recent", "previous", "earlier") {
		return true
	}
	_, discussed := f.GroupAt(np-1, "discuss")
	return discussed && f.qualified(np, c, "latest", "last", "past")
}

// passedOn reports whether a noun names what somebody was told of, so that it was before that:
// "informed Holt of his contacts with Lorne", "briefed her about their talks with Holt".
func (f *finder) passedOn(c cue) bool {
	start := f.Sentences[c.sentence].First
	np := f.nounPhrase(c, start)
	return f.at(np).Is("his", "her", "their", "the") && f.informedOf(np, start, "told", "telling") && f.mainGroup(c).Time() != syntax.FutureTime
}

// onlyDates reports whether a past journey only says when another contact of its sentence was:
// "they had a call not long before she went to Norway".
func (f *finder) onlyDates(c cue) bool {
	start := f.Sentences[c.sentence].First
	for i := c.group.First - 1; i > start && !f.at(i).Is(",", ";") && !f.finite(i); i-- {
		if !f.at(i).Is("before", "after") {
			continue
		}
		if c.group.Time() != syntax.PastTime || !f.at(i-1).Is("long", "shortly", "just", "soon", "immediately", "right") {
			return false
		}
		for j := start; j < i; j++ {
			if f.telling(j) {
				return true
			}
		}
		return false
	}
	return false
}

// lastElsewhere reports whether a noun speaks of the last contact before the one in hand, with
// a place or day of its own: "the last meeting in Tollen confirmed it". Of which it was the
// last, the words do not say.
func (f *finder) lastElsewhere(c cue, np int) bool {
	return f.qualified(np, c, "last", "previous") && !f.isDate(c.first-1) && f.at(c.last).Is("in", "on") && (f.isDate(c.last+1) || f.owner[min(c.last+1, len(f.owner)-1)] >= 0)
}

// recalls reports whether a noun only names an earlier contact that another is compared with:
// "the meeting was a continuation of the recent talks between Brell and Lorne".
func (f *finder) recalls(c cue) bool {
	np := f.nounPhrase(c, f.Sentences[c.sentence].First)
	return f.at(np-1).Is("of", "on", "from", "to") && f.says(np, c.first, "recent", "previous", "earlier", "last")
}

// recalledIn reports whether an earlier contact is named in tokens [from, to), so that the
// parties behind them are its own: "was a continuation of the recent talks held in Tollen
// between".
func (f *finder) recalledIn(from, to int) bool {
	for i := from; i < to; i++ {
		if f.at(i).Is("recent", "previous", "earlier") && (f.telling(i+1) || f.telling(i+2)) {
			return true
		}
	}
	return false
}
