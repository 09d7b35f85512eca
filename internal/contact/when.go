package contact

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/token"
)

// when is the day of the contact: a date beside its word, after it, or before it
// where no other contact stands between; never the day of the saying.
func (f *finder) when(d *draft, c cue, from, to int, opens bool) *readout.When {
	best, distance := -1, 1<<30
	for _, i := range f.dates[c.sentence] {
		date := f.Dates[i]
		t := date.Timex3.Type
		if t != "DATE" && t != "TIME" || len(date.EDTF) < 7 && yearAhead(d, date) == "" && f.yearBack(d, c, date) == "" && !f.yearNamed(d, c, date) {
			continue
		}
		first, last := f.TokensIn(date.From.Hull())
		if first >= last || f.SentenceOf(first) != c.sentence || !f.dayOfPlan(first, c) && (f.ofSaying(first, last, c) || f.ofAct(first, last, c)) || f.ofOtherPhrase(date, first, last, c) {
			continue
		}
		gap, near := f.gap(c, first, last, from, to, opens)
		if !near || f.ofOther(d, c, date, first, last) || f.ofOtherClause(d, c, date, first, last) {
			continue
		}
		if g := c.group.Governor; c.verb() && c.group.To && g >= 0 && first > g-1 && last <= c.first || c.verb() && c.group.To && last == c.first && d.Status != readout.Held {
			gap += 40 // "agreed on Friday to meet in June"
		}
		if len(date.EDTF) < 10 || date.Rule == "unit-this" && strings.Contains(date.EDTF, "/") {
			gap += 20 // a day beats a month and "this week"
		}
		if len(date.EDTF) == len("2006") && d.Status == readout.Held {
			gap += 20 // a month beats a year
		}
		if gap < distance {
			best, distance = i, gap
		}
	}
	if best < 0 {
		return nil
	}
	date := f.corrected(best)
	if w := f.through(best); w != nil {
		return w
	}
	return &readout.When{EDTF: cmp.Or(yearAhead(d, date), date.EDTF), Zone: date.Zone, Words: date.Words}
}

// corrected is date i, or the day of as many parts that stands in square brackets behind it:
// who took the words down puts them right, "on Wednesday [Thursday]".
func (f *finder) corrected(i int) readout.Date {
	_, last := f.TokensIn(f.Dates[i].From.Hull())
	if !f.at(last).Is("[") {
		return f.Dates[i]
	}
	for _, j := range f.dates[f.SentenceOf(last)] {
		x := f.Dates[j]
		if first, end := f.TokensIn(x.From.Hull()); first == last+1 && f.at(end).Is("]") && len(x.EDTF) == len(f.Dates[i].EDTF) {
			return x
		}
	}
	return f.Dates[i]
}

// gap is how far a date at tokens [first, last) stands from the contact's words; false
// where it stands beyond another contact or clause.
func (f *finder) gap(c cue, first, last, from, to int, opens bool) (int, bool) {
	switch {
	case !c.verb() && last < c.first && last >= c.first-3 && f.at(last).Is("'s", "'"), !c.verb() && last == c.first && f.at(first-1).Is("the", "a", "an", "their", "his", "her"):
		return 0, true // "Friday's meeting", "the 5 May meeting"
	case first >= c.last && first < to:
		return first - c.last, true
	case last <= c.first && f.boundary(last, c.first) > 0 && c.verb():
		return 0, false // "moved the visit to June, and rang Holt"
	case last <= c.first && first >= from && (opens || f.parted(from, first)):
		return c.first - last + 6, true
	case last <= c.first && opens:
		return c.first - last + 8, true
	}
	return 0, first >= c.first && last <= c.last
}

// ofOther reports whether a date that stands near the contact's words is that of something
// else: of what is discussed, of what it followed, of a letter's feast, of a length of time.
func (f *finder) ofOther(d *draft, c cue, date readout.Date, first, last int) bool {
	if c.topical() && first >= c.last && (d.left == len(d.Parties) && f.told && f.home(c.sentence) != "" || !f.endsThere(last, c.sentence)) {
		return true // a day of what was discussed
	}
	if last <= c.first && (f.ofPrelude(first, c) || c.verb() && f.clauseOfTime(last, c.first)) || first >= c.last && (f.partedFrom(c.last, first) || !c.verb() && f.relativeBetween(c.last, first)) {
		return true
	}
	if first >= c.last && d.Status != readout.Held && f.elsewhere(c, first) || f.ofGathering(first, c) || f.ofCount(c, first) {
		return true
	}
	if d.Channel == readout.Letter && (date.Rule == "holiday" || strings.HasPrefix(date.Rule, "season")) {
		return true // "greetings on Christmas": what they are for
	}
	if !c.verb() && last < c.first {
		if i := f.departs(c); i >= 0 && first > i {
			return true // "left last night for talks"
		}
	}
	if d.later && last <= c.first {
		return true // "will meet Brell today before flying to Costava"
	}
	if f.at(first-1).Is("ago") || f.at(last).Is("that") && f.at(last-1).Is("before", "after") || f.ofNext(first, last, c) {
		return true // "a year ago this week", "two months before that"
	}
	if first >= c.last && f.behindDash(c.last, first) {
		return true // "raised it with Holt — and he is welcome to do so today"
	}
	if f.besideAct(c, last) {
		return true // "Yesterday, they held a call in response to Holt's meeting"
	}
	if f.at(f.skipDeterminers(first)-1).Is("since", "until", "before", "after") && (c.verb() || last != c.first) || f.at(first-1).Is("-") && !f.at(first).Space || f.vague(date) || f.sinceClause(c, first) {
		return true
	}
	return len(date.EDTF) < 10 && first >= c.last && f.says(c.last, first, "about", "regarding", "concerning", "how") // "spoke about the summit in November", "discussed how to build on next year's summit"
}

// parted reports whether a new clause begins between tokens from and first, so that
// a date after it belongs to what follows rather than to the contact before.
func (f *finder) parted(from, first int) bool {
	for i := from; i < first; i++ {
		if f.at(i).Is(",", ";", "and", "but", "then") && !(i > from && i+1 < first && f.owner[i-1] >= 0 && f.owner[i+1] >= 0) { // not in a list of names
			return true
		}
	}
	return false
}

// vague reports whether a time expression only speaks of a day that is not told
// here: "later in the day".
func (f *finder) vague(d readout.Date) bool {
	words := strings.ToLower(f.Cut(d.From.Hull()))
	if _, last := f.TokensIn(d.From.Hull()); d.Rule == "holiday" && f.at(last).Is("greetings", "wishes", "message", "messages", "address", "card", "tree", "party") {
		return true // "New Year's greetings"
	}
	if first, _ := f.TokensIn(d.From.Hull()); f.at(first-1).Is("second", "third", "fourth", "fifth", "sixth") && f.at(first).Is("this", "in") {
		return true // "their second this week"
	}
	return strings.HasSuffix(words, " the day") || strings.HasPrefix(words, "later ") && !strings.Contains(words, "today") && !strings.HasPrefix(words, "later this ")
}

// whenBeside is the date that stands before "with" and the counterpart at tokens [before,
// i), or follows it over a place: each counterpart's own, "on Wednesday with Holt and on
// Thursday with Macron", "Holt on Wednesday and Macron in Paris on Thursday".
func (f *finder) whenBeside(before, i int, c cue) *readout.When {
	if i == 0 {
		return nil
	}
	end := f.ownPlaceAndDay(i, f.Sentences[c.sentence].Last)
	if before = f.skipDeterminers(before); f.at(before-1).Is("with", "to") && f.isDate(before-2) {
		i, end = before-2, before
		for f.isDate(i - 1) {
			i--
		}
	}
	for _, j := range f.dates[c.sentence] {
		date := f.Dates[j]
		first, _ := f.TokensIn(date.From.Hull())
		if date.EDTF != "" && len(date.EDTF) >= 10 && first >= i && first < end && f.SentenceOf(first) == c.sentence {
			return &readout.When{EDTF: date.EDTF, Zone: date.Zone, Words: date.Words}
		}
	}
	return nil
}

// dayAfterEve moves the day of "on the eve of the talks", which is told before them, to
// the day of the talks.
func (f *finder) dayAfterEve(d *draft, c cue) {
	np := f.nounPhrase(c, f.Sentences[c.sentence].First)
	if c.verb() || d.When == nil || len(d.When.EDTF) < 10 || !f.at(np-1).Is("of") || !f.at(np-2).Is("eve") {
		return
	}
	if first, _ := f.TokensIn(d.When.From.Hull()); first >= np {
		return
	}
	if day, err := time.Parse(time.DateOnly, d.When.EDTF[:10]); err == nil {
		w := *d.When
		w.EDTF = day.AddDate(0, 0, 1).Format(time.DateOnly)
		d.When = &w
	}
}

// placeOf is the place that follows token i, over a day: each counterpart's own.
func (f *finder) placeOf(i int, c cue) *readout.Locus {
	if i == 0 {
		return nil
	}
	end := f.ownPlaceAndDay(i, f.Sentences[c.sentence].Last)
	for ; i < end; i++ {
		if m := f.owner[i]; m >= 0 && f.isPlace(m) {
			return f.locus(f.Mentions[m])
		}
	}
	return nil
}

// planned moves a bare weekday or month to the week or year that the status means: what is
// planned, put off or cancelled lies ahead; what "was to have" been may lie on
// either side, and the nearest such day is meant.
func (f *finder) planned(d *draft, c cue) {
	i := f.dateOf(d)
	if i >= 0 && d.Status == readout.Scheduled {
		f.weekendAhead(d, f.Dates[i])
	}
	if d.When == nil || i >= 0 && (strings.HasPrefix(f.Dates[i].Rule, "explicit") || f.weekGone(d, f.Dates[i])) || strings.Contains(d.When.EDTF, "/") {
		return
	}
	if i >= 0 && f.lookedFor(d, c, f.Dates[i]) {
		d.Status = readout.Scheduled
	}
	if i >= 0 && f.countedAhead(d, f.Dates[i]) {
		if d.Status = readout.Scheduled; f.background(c) {
			d.Status, d.When = readout.Held, nil // "was clear in her earlier calls, and will be tomorrow"
			return
		}
	}
	if i >= 0 && f.Dates[i].Rule == "month-past" && (d.Status == readout.Cancelled || d.Status == readout.Postponed || d.Status == readout.Declined || planned(d.Status) && d.Status != readout.Expected) {
		if month, err := time.Parse("2006-01", d.When.EDTF); err == nil { // "called off a visit in June"
			d.When.EDTF = month.AddDate(1, 0, 0).Format("2006-01")
		}
	}
	if today := f.today(c.sentence); len(d.When.EDTF) == 7 && d.Status == readout.Held && today != "" && d.When.EDTF > today {
		if month, err := time.Parse("2006-01", d.When.EDTF); err == nil { // "follows a visit in September", told in March
			d.When.EDTF = month.AddDate(-1, 0, 0).Format("2006-01")
		}
	}
	if len(d.When.EDTF) < 10 {
		return
	}
	clock := d.When.EDTF[10:]
	day, err := time.Parse(time.DateOnly, d.When.EDTF[:10])
	if i < 0 || err != nil || !strings.HasPrefix(f.Dates[i].Rule, "weekday") || f.modified(f.Dates[i]) {
		return
	}
	published, err := time.Parse(time.DateOnly, f.today(c.sentence))
	if err != nil {
		return
	}
	ahead := int(day.Sub(published).Hours() / 24)
	unable := d.Status == readout.Cancelled && c.verb() && c.group.To && f.at(c.group.Governor).Is("unable") && f.at(c.group.Governor-1).Is("was", "were")
	switch {
	case unable: // told of as past
		if ahead > 0 {
			day = day.AddDate(0, 0, -7)
		}
	case c.verb() && c.group.Perfect && c.group.To: // the nearest such day
		if ahead > 3 {
			day = day.AddDate(0, 0, -7)
		} else if ahead < -3 {
			day = day.AddDate(0, 0, 7)
		}
	case ahead == 0 && d.Status == readout.Scheduled && f.inTalk(c.sentence) && !f.saysToday(c.sentence) && f.PassageOf(c.sentence).Issuer.Kind() == readout.Person:
		// who speaks on a Friday of "Friday" does not mean today; what officials without a name say is often held back for days
		day = day.AddDate(0, 0, 7)
	case ahead > 0 && d.Status == readout.Denied: // "had been expected on Thursday, did not take place"
		day = day.AddDate(0, 0, -7)
	case ahead < 0 && (d.Status == readout.Cancelled || d.Status == readout.Postponed || d.Status == readout.Scheduled):
		day = day.AddDate(0, 0, 7)
	}
	d.When.EDTF = day.Format(time.DateOnly) + clock
}

// today is the day on which sentence s was written or spoken: that of its passage, else
// the document's; "" where neither is known.
func (f *finder) today(s int) string {
	if day := f.PassageOf(s).Day.Day(); day != "" {
		return day
	}
	return f.doc.Published.Day()
}

// saysToday reports whether a sentence names the day of writing in another way than
// as a weekday.
func (f *finder) saysToday(s int) bool {
	return slices.ContainsFunc(f.dates[s], func(i int) bool {
		d := f.Dates[i]
		return len(d.EDTF) >= 10 && d.EDTF[:10] == f.today(s) && !strings.HasPrefix(d.Rule, "weekday")
	})
}

// modified reports whether a weekday's words already say which week is meant.
func (f *finder) modified(d readout.Date) bool {
	first, last := f.TokensIn(d.From.Hull())
	for i := first; i < last; i++ {
		if f.at(i).Is("last", "next", "this", "past", "coming", "previous", "following", "of", ",") || f.Tokens[i].Kind == token.Number && f.at(i+1).Kind != token.Word {
			return true
		}
	}
	return false
}

// past reports whether the date at token first is the day of publication or before:
// what was cancelled then was not to be held then.
func (f *finder) past(first int) bool {
	for _, i := range f.dates[f.SentenceOf(first)] {
		d := f.Dates[i]
		if begin, _ := f.TokensIn(d.From.Hull()); begin == first && len(d.EDTF) >= 10 {
			return d.EDTF[:10] <= f.today(f.SentenceOf(first))
		}
	}
	return false
}

// toCome reports whether a day is later than the one after publication, when it can
// have begun anywhere.
func (f *finder) toCome(edtf string) bool {
	day, err := time.Parse(time.DateOnly, f.doc.Published.Day())
	return err == nil && len(edtf) >= 10 && edtf[:10] > day.AddDate(0, 0, 1).Format(time.DateOnly)
}

// longAgo is how many days before its publication an institution's text tells of what
// is not its own subject.
const longAgo = 14

// longPast reports whether a day lies long before the publication: what an institution
// tells of then is not what its text is about.
func (f *finder) longPast(w *readout.When) bool {
	published, err := time.Parse(time.DateOnly, f.doc.Published.Day())
	if w == nil || err != nil {
		return false
	}
	_, last := bounds(w.EDTF)
	return last < published.AddDate(0, 0, -longAgo).Format(time.DateOnly)
}

// distance is the number of tokens between two ranges.
func distance(a1, a2, b1, b2 int) int { return max(b1-a2, a1-b2, 0) }
