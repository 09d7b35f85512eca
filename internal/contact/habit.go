package contact

import (
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// manyTimes count a plural, or "times", without a number; oftenTimes say that contacts come
// again and again, or that there were some.
var (
	manyTimes  = []string{"several", "multiple", "many", "numerous", "countless", "various"}
	oftenTimes = []string{"frequent", "regular", "constant", "daily", "weekly", "monthly", "annual", "yearly", "nightly", "recent"}
)

// general reports whether a plural noun tells of contacts in general: who usually leads them,
// what they stay the focus of, how many more there will be.
func (f *finder) general(c cue, s sides) bool {
	return f.usuallyLed(c) || f.staysFocus(c) || f.stillOn(c) || f.amongOthers(c) || !f.dated(c.first) && s.light != nil && f.increases(s.light.group)
}

// habit reports whether the words only count contacts or tell of a habit, and no day is
// given for one: "have met a number of times", "the nine calls from Holt to Reyes".
func (f *finder) habit(c cue, s sides) bool {
	if f.recurs(c) {
		return true
	}
	if c.verb() {
		return f.habitualVerb(c)
	}
	np := f.nounPhrase(c, f.Sentences[c.sentence].First)
	plural := strings.HasSuffix(f.at(c.head).Fold, "s") && c.word.Channel != string(readout.Talks)
	if plural && f.general(c, s) || f.askedOften(c, s, np) {
		return true
	}
	if !plural || c.word.Channel == string(readout.Letter) || f.datedBeside(c, np) {
		return false
	}
	first := np
	for start := f.Sentences[c.sentence].First; first > start && (f.owner[first-1] >= 0 || f.at(first-1).Is("-", ",", "and")); { // "the recent Arvenian, Costavan and Norwegian meetings"
		first--
	}
	if f.qualified(np, c, oftenTimes...) || f.at(first-1).Is(oftenTimes...) {
		return true
	}
	if f.several(c, s) || s.apart || len(f.parties(s.subject))+len(f.parties(s.object)) < 2 {
		return false // of one contact each, or of those that are told
	}
	return f.qualified(np, c, manyTimes...) || f.numbered(np, c.first) || f.at(np-1).Is("of") && f.at(np-2).Is("number", "series", "dozens")
}

// askedOften reports whether somebody is only said to have asked for contacts, without their
// number or day: "over the past year, Holt has requested calls with Reyes".
func (f *finder) askedOften(c cue, s sides, np int) bool {
	return s.light != nil && s.light.word != nil && s.light.word.Status == string(readout.Proposed) && s.light.group.Perfect && np == c.first && f.at(c.head).Is("calls", "meetings", "conversations") && !f.datedBehind(c)
}

// recurs reports whether the words around say that a contact without a day comes again and
// again: "called him every evening", "at least annually, the ministers will meet", "there
// were periods when she called Holt".
func (f *finder) recurs(c cue) bool {
	start, end := f.opening(c.sentence), f.Sentences[c.sentence].Last
	if f.dated(c.first) {
		return false
	}
	for i := start; i < c.first; i++ {
		if f.at(i).Is(":") { // the label of a turn or of an item
			start = i + 1
		}
	}
	if f.at(start).Is("there") && f.at(start+1).Is("were", "are") && f.at(start+2).Is("periods", "times", "days", "weeks", "moments", "nights") && f.at(start+3).Is("when", "where") {
		return true
	}
	if g := f.mainGroup(c); f.at(start).Is("when", "whenever") && g.Main < c.last && g.Perfect && !g.AuxPast && g.Modal == "" && !f.says(c.last, end, "will", "'ll") {
		return true // "When Reyes has asked to speak with Holt, he has said yes"
	}
	if f.inThePast(start) {
		return true
	}
	for i := start; i < min(c.first, start+5) && f.owner[i] < 0 && !f.at(i).Is(","); i++ {
		if f.eachTime(i) {
			return true
		}
	}
	for i := c.last; i < min(end, c.last+12) && !f.at(i).Is(";", ",", "that", "and", "but", "as", "to") && !f.finite(i); i++ {
		if f.eachTime(i) || f.inThePast(i) {
			return true
		}
	}
	return false
}

// inThePast reports whether the words at token i put something to the past as a whole, on no
// day of it: "raised it with Holt in the past", not "as in the past".
func (f *finder) inThePast(i int) bool {
	next := f.at(i + 3)
	return f.at(i).Is("in") && f.at(i+1).Is("the") && f.at(i+2).Is("past") && !f.at(i-1).Is("as", "than", "like") &&
		(next.Kind == token.Mark || prepositions[next.Fold] || next.Is("and", "but"))
}

// eachTime reports whether "every evening", "each year" or "annually" begins at token i.
func (f *finder) eachTime(i int) bool {
	if f.at(i).Is("annually", "yearly", "monthly", "weekly", "biweekly", "nightly", "periodically", "regularly") {
		return len(f.Lex.English.ContactNouns(f.at(i+1).Fold)) == 0 && !f.at(i+1).Is("trilateral", "bilateral")
	}
	if !f.at(i).Is("every", "each") {
		return false
	}
	if f.at(i+1).Is("single", "other", "few") {
		i++
	}
	return f.at(i+1).Is("day", "days", "night", "evening", "morning", "week", "weeks", "month", "months", "year", "years")
}

// numbered reports whether a number of three or more counts the noun whose phrase is
// tokens [np, head).
func (f *finder) numbered(np, head int) bool {
	for i := np; i < head; i++ {
		if f.owner[i] < 0 && (f.at(i).Kind == token.Number && !f.at(i).Is("1", "2") || f.at(i).Is("three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "dozen")) {
			return !f.at(i + 1).Is("-") // not "a three-day visit"
		}
	}
	return false
}

// earlierOnes reports whether a plural noun only speaks of contacts that there were before,
// without a day: "to build on previous meetings", "not just our own meetings but the others",
// "will continue to raise it in her conversations with Holt".
func (f *finder) earlierOnes(np int, c cue, end int) bool {
	if !strings.HasSuffix(f.at(c.head).Fold, "s") || c.word.Channel == string(readout.Talks) {
		return false
	}
	for i := c.last; i < end && !f.finite(i); i++ {
		if f.isDate(i) {
			return false
		}
	}
	if just := f.at(np-1).Is("not") && f.at(np).Is("just", "only", "merely"); just || f.at(np-1).Is("just", "only", "merely") && f.at(np-2).Is("not") || f.at(c.last).Is(",") && f.at(c.last+1).Is("among") && f.at(c.last+2).Is("others") {
		return true
	}
	if g := f.mainGroup(c); f.at(np-1).Is("in", "during", "throughout") && g.Main < np && f.goesOnTo(g, np) {
		return true
	}
	if f.at(np-1).Is("in", "during") && f.says(f.Sentences[c.sentence].First, np, "always", "regularly", "often", "usually", "constantly", "repeatedly") {
		return true // "I always say so in my conversations with colleagues"
	}
	return f.qualified(np, c, "previous", "earlier", "past", "numerous")
}

// goesOnTo reports whether a finite verb before token np only says that something else goes
// on: "will continue to raise it in".
func (f *finder) goesOnTo(g syntax.Group, np int) bool {
	if g.Lemma != "continue" && g.Lemma != "keep" {
		return false
	}
	for i := g.Main + 1; i < np-1; i++ {
		if v, ok := f.GroupAt(i, ""); ok && v.Main == i && (v.To || v.Form&lexicon.Ing != 0) {
			return true
		}
	}
	return false
}

// heralds reports whether a plural noun tells of contacts with the heads of a body's
// members, whom the next sentences name: "had several calls with heads of the Union's
// states".
func (f *finder) heralds(c cue, s sides, np int) bool {
	if c.verb() || !f.at(c.head).Is("calls", "conversations", "meetings", "bilaterals") || len(f.parties(s.subject)) != 1 || len(s.object) != 1 {
		return false
	}
	m := f.Mentions[s.object[0]]
	return m.Entity.Kind() == readout.Org && (f.qualified(np, c, "several", "multiple", "numerous") || f.at(np-1).Is("of") && f.at(np-2).Is("number", "series"))
}

// datedBeside reports whether a date opens the sentence, or stands in a noun's phrase or
// behind it, before another telling word.
func (f *finder) datedBeside(c cue, np int) bool {
	for i := np - 1; i >= f.Sentences[c.sentence].First && !f.telling(i) && !f.at(i).Is(";", "that"); i-- {
		if f.isDate(i) && !f.at(i).Is(oftenTimes...) {
			return true
		}
	}
	for i := np; i < f.Sentences[c.sentence].Last; i++ {
		if i >= c.last && (f.telling(i) || f.at(i).Is(";") || f.at(i).Is(",") && !f.isDate(i+1) && !f.isDate(i+2)) {
			return false
		}
		if f.isDate(i) && !f.at(i).Is(oftenTimes...) {
			return true
		}
	}
	return false
}

// habitualVerb reports whether a verb only says how often or for how long two have seen
// each other: "met many times", "has been meeting Holt since both were ministers", "spent
// more time with Holt than", "has spent some time with him".
func (f *finder) habitualVerb(c cue) bool {
	end := f.Sentences[c.sentence].Last
	if f.says(c.last, min(end, c.last+9), "twice") && (c.group.Perfect || f.overDays(c.sentence)) {
		return true // "has spoken twice with Holt", "to speak with Holt twice this weekend": of two, on no day of their own
	}
	if f.summedUp(c) {
		return true
	}
	if f.dated(c.first) {
		return false
	}
	if c.word.Channel == string(readout.Visit) && f.counts(c.last) > 0 {
		return true
	}
	for i := c.last; i < min(end, c.last+9); i++ {
		switch k, prev := f.at(i), f.at(i-1); {
		case k.Is("times") && (prev.Is(manyTimes...) && (c.group.Perfect || !prev.Is("several")) || prev.Is("of") && f.at(i-2).Is("number", "dozens", "lot", "lots")):
			return true
		case k.Is("time") && c.group.Lemma == "spend" && (f.hasSince(c.group) || f.says(c.last, i, "more", "most", "much", "lot", "lots", "considerable", "countless")):
			return true
		case k.Is("since") && c.group.Perfect && c.group.Form&lexicon.Ing != 0 && !f.isDate(i+1):
			return true
		}
	}
	return false
}

// hasSince reports whether a verb is in the perfect, or what gave the chance to it is: "has
// spent some time with Holt", "has had a chance to spend some time with him".
func (f *finder) hasSince(g syntax.Group) bool {
	if g.Perfect || !g.To || g.Governor < 0 {
		return g.Perfect
	}
	l := f.hasChance(g.Governor)
	return l != nil && l.group.Perfect
}

// overDays reports whether a sentence gives a stretch of days, and no single one.
func (f *finder) overDays(s int) bool {
	stretch := false
	for _, i := range f.dates[s] {
		day := strings.IndexByte(f.Dates[i].EDTF, '/') < 0
		if len(f.Dates[i].EDTF) >= len(time.DateOnly) && day {
			return false
		}
		stretch = stretch || !day
	}
	return stretch
}

// counts is the token behind a count of lands that begins at token i: "26 countries", "more
// than a dozen states"; 0 if none does.
func (f *finder) counts(i int) int {
	for low := i; i < low+6; i++ {
		if f.at(i).Is("countries", "nations", "states", "capitals", "continents") && i > low && f.numbered(low, i) {
			return i + 1
		}
		if f.at(i).Kind != token.Number && !f.plainWord(i) {
			return 0
		}
	}
	return 0
}

// upkeep reports whether a contact without a day is only one that two keep up or mean to:
// "agreed to maintain personal contact", "are planning direct contacts". It closes an
// account and plans no contact of its own.
func (f *finder) upkeep(c cue, s sides, status readout.Status) bool {
	if c.verb() || !f.at(c.head).Is("contact", "contacts") || c.last-c.first > 1 && c.word.Channel == string(readout.Call) || f.dated(c.first) {
		return false
	}
	if planned(status) {
		return true
	}
	if np := f.nounPhrase(c, f.Sentences[c.sentence].First); f.at(np-1).Is("to", "for", "in") && f.at(np-2).Is("commitment", "readiness", "willingness", "openness", "interest") {
		return true // "reaffirmed her commitment to further contacts"
	}
	if s.light == nil || f.named(s.subject) {
		return false // "Reyes and Holt agreed to continue contacts": they spoke
	}
	switch s.light.group.Lemma {
	case "maintain", "keep", "continue", "develop", "expand", "intensify", "strengthen", "deepen", "step", "broaden":
		return true
	}
	return false
}

// process reports whether states have only begun to negotiate a treaty, on no day or in the words
// of somebody who speaks: "have launched negotiations for a supply agreement".
func (f *finder) process(c cue, s sides) bool {
	if !f.at(c.head).Is("negotiations") || f.persons(s.subject) || f.persons(s.object) || s.light == nil {
		return false
	}
	aim := c.last
	if f.at(aim).Is("between") && f.inTalk(c.sentence) { // "today we are launching negotiations between Arvenia and Costava on a treaty"
		_, aim, _ = f.listRight(aim+1, f.Sentences[c.sentence].Last)
	} else if f.dated(c.first) {
		return false
	}
	if !f.at(aim).Is("for", "on", "toward", "towards", "about") {
		return false
	}
	return slices.Contains([]string{"begin", "start", "commence", "launch", "open", "initiate", "conclude", "continue"}, s.light.group.Lemma)
}

// readinessFor reports whether somebody is only said to be ready for a process of talks:
// "discussed Arvenia's readiness to begin negotiations with Costava".
func (f *finder) readinessFor(c cue, s sides) bool {
	return f.at(c.head).Is("negotiations", "consultations") && s.light != nil && s.light.group.To && f.at(s.light.group.Governor).Is("readiness", "willingness", "preparedness")
}

// stalled reports whether a verb brings the talks somewhere: "has led the talks into a
// dead end" speaks of a process.
func (f *finder) stalled(c cue) bool {
	into := slices.IndexFunc(f.Tokens[c.last:min(c.last+10, f.Sentences[c.sentence].Last)], func(k token.Token) bool { return k.Is("into", "to") })
	return into >= 0 && f.says(c.last+into+1, c.last+into+4, "dead", "deadlock", "impasse", "stalemate", "standstill")
}

// topic reports whether a noun phrase only says of what others' gathering the words are:
// "discussed the outcome of the meeting of the council".
func (f *finder) topic(np int, c cue) bool {
	return f.at(np-1).Is("of") && f.at(c.last).Is("of", "in", "held") && f.at(np-2).Is("outcome", "outcomes", "result", "results", "decisions", "conclusions", "agreements", "agenda")
}
