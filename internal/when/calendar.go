package when

import (
	"strings"

	"readout/internal/token"
	"readout/lexicon"
)

// monthAt reads the name of a month at token i; next is the token after it.
// Abbreviations without a period need a number beside them, "May" and "March" must
// not be a name or a verb.
func (s *scanner) monthAt(i int) (m, next int) {
	x, ok := s.sense(i, lexicon.TimeMonth)
	if !ok || !s.capital(i) {
		return 0, i
	}
	next = i + 1
	w := s.Tokens[i].Fold
	if len(w) <= 4 && w != "may" && w != "june" && w != "july" && w[len(w)-1] != '.' {
		if s.is(next, ".") && s.tight(next) {
			next++
		}
		if !s.besideNumber(i, next) {
			return 0, i
		}
	}
	if (w == "may" || w == "march" || w == "august") && !s.besideNumber(i, next) && !s.monthContext(i) {
		return 0, i
	}
	return x.N, next
}

// besideNumber reports whether a day or year stands next to the month.
func (s *scanner) besideNumber(i, next int) bool {
	if _, ok := s.dayNumber(i - 1); ok {
		return true
	}
	if _, ok := s.dayNumber(i - 2); ok && s.dash(i-1) && s.tight(i) {
		return true
	}
	if s.is(i-1, "of") {
		if n, at := s.ordinal(i - 2); n > 0 && n <= 31 && at == i-1 {
			return true
		}
	}
	if n, _ := s.ordinal(next); n > 0 && n <= 31 {
		return true
	}
	if s.is(next, ",", "of") {
		next++
	}
	if _, ok := s.dayNumber(next); ok {
		return true
	}
	y, ok := s.digits(next)
	return ok && (y >= 1000 && y <= 2200 || s.is(next+1, "bc", "b.c.", "bce"))
}

// monthContext reports whether the words before "May" or "March" ask for a month.
func (s *scanner) monthContext(i int) bool {
	if s.Tokens[i].AllCaps && i > s.begin && s.Tokens[i-1].AllCaps {
		return false
	}
	if s.has(i-1, lexicon.TimeDeictic) || s.has(i-1, lexicon.TimeEdge) || s.dash(i-1) && s.has(i-2, lexicon.TimeEdge) {
		return true
	}
	if s.is(i-1, "of") && s.has(i-2, lexicon.TimeEdge) {
		return true
	}
	if s.is(i+1, "this", "last", "next") && s.is(i+2, "year") {
		return true
	}
	if s.is(i-1, "in", "since", "during", "late", "until", "through") {
		return !s.finiteAfter(i)
	}
	if s.is(i-1, "by", "from", "to", "before", "after", "for", "and", "or") {
		month := s.has(i-2, lexicon.TimeMonth) || s.has(i+2, lexicon.TimeMonth) && s.is(i+1, "to", "and", "or", "-", "until", "through")
		return month || s.is(i-1, "by", "from", "before", "after") && !s.mayName && !s.finiteAfter(i)
	}
	return false
}

// finiteAfter reports whether a verb of saying follows: "in May said" is no month.
func (s *scanner) finiteAfter(i int) bool {
	for _, f := range s.Lex.English.VerbForms(s.word(i + 1)) {
		if f.Form&(lexicon.Third|lexicon.Past) != 0 {
			return s.Tokens[i].Fold == "may" && s.mayName
		}
	}
	return false
}

func (s *scanner) word(i int) string {
	if i < s.begin || i >= s.end {
		return ""
	}
	return s.Tokens[i].Fold
}

// mayIsAName reports whether the text speaks of somebody called May.
func (s *scanner) mayIsAName() bool {
	for i := 1; i < len(s.Tokens); i++ {
		if s.Tokens[i].Fold == "may" && s.Tokens[i].Upper && s.has(i-1, lexicon.TimePerson) && s.Tokens[i-1].Upper {
			return true
		}
	}
	return false
}

// yearNumber reads a year in four digits.
func (s *scanner) yearNumber(i int) (int, bool) {
	if !s.kind(i, token.Number) || len(s.Tokens[i].Fold) != 4 {
		return 0, false
	}
	y, ok := s.digits(i)
	return y, ok && y >= 1000 && y <= 2200
}

// yearAfter reads the year that follows a day or month: ", 2017", "2017", "of
// 2017", "of this year", "last year", "480 BC".
func (s *scanner) yearAfter(e *expr, i int, commaToo bool) {
	j := i
	if commaToo && s.is(j, ",") {
		j++
	}
	if s.is(j, "of") {
		j++
	}
	if y, ok := s.yearNumber(j); ok && !s.continues(j+1) {
		e.year, e.last = y, j+1
		s.era(e)
		return
	}
	if y, ok := s.digits(j); ok && y > 0 && y < 1000 && s.is(j+1, "bc", "b.c.", "bce") {
		e.year, e.bc, e.last = y, true, j+2
		return
	}
	if s.is(j, "the") {
		j++
	}
	if x, ok := s.sense(j, lexicon.TimeDeictic); ok && s.is(j+1, "year") && !s.is(j, "past", "coming") {
		e.relYear, e.last = x.Value, j+2
	}
}

// era reads "BC" after a year.
func (s *scanner) era(e *expr) {
	if s.is(e.last, "bc", "b.c.", "bce") {
		e.bc, e.last = true, e.last+1
	}
}

// monthFirst reads "May 3", "May 3-4, 2017", "May 2017", "July of this year", "May".
func (s *scanner) monthFirst(i int) *expr {
	m, j := s.monthAt(i)
	if m == 0 {
		return nil
	}
	e := &expr{first: i, last: j, shape: calendar, month: m}
	k := j
	if s.is(k, "the") {
		k++
	}
	d, ok := s.dayNumber(k)
	next := k + 1
	if !ok {
		if d, next = s.ordinal(k); d < 1 || d > 31 || s.has(next, lexicon.TimeUnit) {
			d = 0
		}
	}
	if d == 0 || k > j && next == k {
		s.yearAfter(e, j, true)
		if e.year == 0 && e.relYear == "" && s.is(j, "'") && s.tight(j+1) {
			s.shortYear(e, j+1)
		}
		return e
	}
	if s.is(next, ":") && s.tight(next) && s.tight(next+1) || s.is(next, "%", "percent") || s.is(next, ".") && s.continues(next) {
		return e
	}
	e.day, e.last = d, next
	s.dayRange(e)
	s.yearAfter(e, e.last, true)
	return e
}

// shortYear reads the two figures of "'17".
func (s *scanner) shortYear(e *expr, i int) {
	if y, ok := s.digits(i); ok && len(s.Tokens[i].Fold) == 2 {
		e.year, e.last = 2000+y, i+1
		if y > 50 {
			e.year -= 100
		}
	}
}

// dayAlone reads "the 28th" where no month follows: after a preposition, at the end
// of its phrase or before "of this month".
func (s *scanner) dayAlone(i int) *expr {
	d, ok := s.dayNumber(i)
	if !ok || len(s.Tokens[i].Fold) < 3 || !s.is(i-1, "the") || !s.is(i-2, "on", "by", "until", "from", "since", "before", "after") {
		return nil
	}
	e := &expr{first: i, last: i + 1, shape: calendar, day: d}
	if x, ok := s.sense(i+2, lexicon.TimeDeictic); ok && s.is(i+1, "of") && s.is(i+3, "month") {
		e.deictic, e.last = x.Value, i+4
		return e
	}
	if s.closes(i+1) || s.is(i+1, "at", "in", "to", "and", "with", "for") {
		return e
	}
	return nil
}

// weekOn reads "a week on Friday".
func (s *scanner) weekOn(i int) *expr {
	if !s.is(i, "a") || !s.is(i+1, "week") || !s.is(i+2, "on") {
		return nil
	}
	wd, ok := s.weekdayAt(i + 3)
	if !ok {
		return nil
	}
	return &expr{first: i, last: i + 4, shape: calendar, weekday: wd, deictic: "coming", n: 7}
}

// dayRange reads the second day of "May 3-4", "May 3 to 5", "May 3 and 4", "May 3 through
// the 5th".
func (s *scanner) dayRange(e *expr) {
	j := e.last
	if s.dash(j) && s.dash(j+1) {
		j++ // "May 3--4"
	}
	if !s.dash(j) && !s.is(j, "to", "and", "through", "until") {
		return
	}
	if s.is(j, "to", "through", "until") && s.is(j+1, "the") && s.kind(j+2, token.Number) && len(s.Tokens[j+2].Fold) > 2 {
		j++
	}
	d, ok := s.dayNumber(j + 1)
	if !ok || d <= e.day || s.has(j+2, lexicon.TimeMonth) || s.continues(j+2) || s.is(j+2, ":") && s.tight(j+2) {
		return
	}
	if s.is(j, "to", "the", "and") && s.kind(j+2, token.Word) && !s.is(j+2, "in", "at", "for", "to", "of", "with", "by", "and", "when", "as", "on", "after", "before", "during", "but", "this", "last", "next") {
		return
	}
	e.toDay, e.last = d, j+2
}

// dayFirst reads "3 May 2017", "the 4th of July", "28-29 January", "7 and 8 July".
func (s *scanner) dayFirst(i int) *expr {
	d, j := 0, i+1
	if n, ok := s.dayNumber(i); ok {
		d = n
	} else if n, next := s.ordinal(i); n > 0 && n <= 31 {
		d, j = n, next
	}
	if d == 0 || s.joined(i) && !s.dash(i-1) {
		return nil
	}
	e := &expr{first: i, shape: calendar, day: d}
	if s.dash(j) || s.is(j, "to", "and", "through", "until", "/") {
		if to, ok := s.dayNumber(j + 1); ok && to > d {
			e.toDay, j = to, j+2
		}
	}
	if s.is(j, "of") {
		j++
	}
	if s.is(j, "-") && s.tight(j) && s.tight(j+1) && s.has(j+1, lexicon.TimeMonth) {
		j++
	}
	m, next := s.monthAt(j)
	if m == 0 || e.day > 31 {
		return nil
	}
	if n, ok := s.dayNumber(next); ok && e.toDay == 0 && n > 0 && !s.dash(i-1) && s.is(i-1, "of") {
		return nil // "one of 3 May 4"
	}
	e.month, e.last = m, next
	if s.dash(e.last) && s.tight(e.last) && s.tight(e.last+1) {
		if y, ok := s.yearNumber(e.last + 1); ok { // 28-Jan-2017
			e.year, e.last = y, e.last+2
			return e
		}
	}
	s.yearAfter(e, e.last, true)
	return e
}

// weekdayAt reads the name of a weekday.
func (s *scanner) weekdayAt(i int) (wd int, ok bool) {
	x, ok := s.sense(i, lexicon.TimeWeekday)
	if !ok || !s.capital(i) {
		return 0, false
	}
	w := s.Tokens[i].Fold
	if strings.HasSuffix(w, "day") {
		return x.N, true
	}
	j := i + 1
	if s.is(j, ".") {
		j++
	}
	if s.is(j, ",") {
		j++
	}
	_, number := s.dayNumber(j)
	m, _ := s.monthAt(j)
	return x.N, number || m > 0
}

// weekdayFirst reads "Friday", "Friday, January 27", "Friday 27 January",
// "Friday morning".
func (s *scanner) weekdayFirst(i int, doc dateReader) *expr {
	wd, ok := s.weekdayAt(i)
	if !ok {
		return nil
	}
	j := i + 1
	if s.is(j, ".") && s.tight(j) {
		j++
	}
	if s.is(j, ",") {
		j++
	}
	if s.is(j, "the") {
		j++
	}
	if e := doc(j); e != nil && e.day > 0 && e.toMonth == 0 && !s.contradicts(e, wd, j) {
		e.first, e.weekday = i, wd
		return e
	}
	e := &expr{first: i, last: i + 1, shape: calendar, weekday: wd}
	if s.is(e.last, "week") && s.capital(i) && !s.is(e.last+1, "of") {
		e.n, e.last = 7, e.last+1
	}
	s.partAfter(e)
	return e
}

// contradicts reports whether a date on the next line, or without a comma, falls
// on another weekday: then it belongs to something else.
func (s *scanner) contradicts(e *expr, wd, j int) bool {
	if e.year == 0 || e.bc || !validDay(e.year, e.month, e.day) || s.is(j-1, ",") && s.Tokens[j].Breaks == 0 {
		return false
	}
	return isoWeekday(civil(e.year, e.month, e.day)) != wd
}

// dateReader reads a calendar date at a token.
type dateReader func(i int) *expr

// writtenWeekday is the weekday that stands right before token i.
func (s *scanner) writtenWeekday(i int) (int, bool) {
	if s.is(i-1, ",") {
		i--
	}
	x, ok := s.sense(i-1, lexicon.TimeWeekday)
	return x.N, ok
}

// partAfter adds "morning", "night" to a day.
func (s *scanner) partAfter(e *expr) {
	if x, ok := s.sense(e.last, lexicon.TimePart); ok && !s.Tokens[e.last].Upper {
		e.part, e.last = x.Value, e.last+1
	}
}
