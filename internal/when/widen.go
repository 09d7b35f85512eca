package when

import (
	"readout/lexicon"
)

// widen takes in the words before an expression that belong to it: "early",
// "the end of", "the morning of", "about", "the".
func (s *scanner) widen(e *expr) {
	switch e.shape {
	case duration, clock:
		s.article(e)
		s.near(e)
		return
	case set, reference:
		return
	}
	if s.edgeBefore(e) {
		s.article(e)
		return
	}
	s.article(e)
	if s.is(e.first-1, "of") {
		s.ofBefore(e)
	}
	if s.is(e.first-1, "in") {
		s.edgeIn(e)
	}
	if e.shape == offset && e.deictic == "" && e.n != 0 && e.unit != "D" || e.year > 0 || e.decade > 0 || e.century > 0 || e.day > 0 {
		s.near(e)
	}
}

// edgeIn reads "late in 1957", "later in the day", "early in the morning of".
func (s *scanner) edgeIn(e *expr) {
	x, ok := s.sense(e.first-2, lexicon.TimeEdge)
	if !ok || !s.is(e.first-2, "early", "late", "later", "earlier") {
		return
	}
	if x.Value == "EARLIER" || x.Value == "LATER" {
		if e.shape == calendar && e.sub == "" && e.year == 0 {
			return
		}
		e.edge = x.Value
	} else {
		e.mod = x.Value
	}
	e.first -= 2
}

// edgeBefore reads "early", "late", "mid-", "later" right before.
func (s *scanner) edgeBefore(e *expr) bool {
	j := e.first - 1
	if s.is(j, "the") && e.shape == offset && s.is(j-1, "early", "late") {
		j--
	}
	hyphen := s.dash(j)
	if hyphen {
		j--
	}
	x, ok := s.sense(j, lexicon.TimeEdge)
	if !ok || s.is(j, "beginning", "start", "end", "close", "middle", "midst") {
		return false
	}
	switch x.Value {
	case "EARLIER", "LATER":
		if hyphen || !(e.deictic == "0" || e.deictic == "that" || e.deictic == "same" || e.shape == offset && e.unit == "D" && e.n == 0) {
			return false
		}
		e.edge = x.Value
	default:
		e.mod = x.Value
	}
	e.first = j
	return true
}

// ofBefore reads "the end of", "the morning of", "the month of".
func (s *scanner) ofBefore(e *expr) {
	j := e.first - 2
	if x, ok := s.sense(j, lexicon.TimeEdge); ok && x.Value != "EARLIER" && x.Value != "LATER" {
		e.first, e.mod = j, x.Value
		if s.is(j-1, "very") {
			e.first--
		}
		s.article(e)
		return
	}
	if p, ok := s.sense(j-1, lexicon.TimePart); ok && s.is(j, "hours") && e.dayLike() && e.part == "" {
		e.first, e.part = j-1, p.Value
		s.edgeBefore(e)
		s.article(e)
		return
	}
	if s.is(j, "part", "days", "months", "weeks", "hours", "years") {
		if x, ok := s.sense(j-1, lexicon.TimeEdge); ok && x.Value != "EARLIER" && x.Value != "LATER" {
			e.first, e.mod = j-1, x.Value
			if s.is(j, "hours") && e.dayLike() && e.part == "" {
				e.part = map[string]string{"START": "MO", "END": "NI"}[x.Value]
			}
			s.article(e)
			return
		}
	}
	if x, ok := s.sense(j, lexicon.TimePart); ok && e.part == "" && (e.day > 0 || e.weekday > 0 || e.unit == "D") {
		e.first, e.part = j, x.Value
		if y, ok := s.sense(j-1, lexicon.TimeEdge); ok {
			e.first, e.mod = j-1, y.Value
		}
		s.article(e)
		return
	}
	if s.is(j, "month") && e.month > 0 && e.day == 0 || s.is(j, "year") && e.year > 0 && e.month == 0 {
		e.first = j
		if s.is(j-1, "the") {
			e.first--
		}
	}
}

// article takes in "the" where it belongs to the expression; a bare month, year,
// day or weekday has none.
func (s *scanner) article(e *expr) {
	if !s.is(e.first-1, "the") {
		return
	}
	plainDate := e.shape == calendar && e.deictic == "" && e.sub == "" && e.decade == 0 && e.century == 0 && e.mod == "" && e.part == "" && !e.weekOf
	if plainDate {
		if e.day == 0 || s.has(e.first, lexicon.TimeMonth) || s.has(e.first, lexicon.TimeWeekday) {
			return
		}
	}
	if e.shape == duration && !s.has(e.first, lexicon.TimeDeictic) || e.shape == clock || e.shape == feast {
		return
	}
	e.first--
}

// near reads "about", "nearly", "more than" before a number.
func (s *scanner) near(e *expr) {
	for n := 3; n >= 2; n-- {
		if x, got := s.phrase(e.first - n); got == n && x.Class == lexicon.TimeNear {
			e.first, e.mod = e.first-n, x.Value
			return
		}
	}
	x, ok := s.sense(e.first-1, lexicon.TimeNear)
	if !ok || x.Value == "EXACT" || s.is(e.first-1, "over", "under") && (e.shape != duration || s.is(e.first, "the", "past", "last", "next")) {
		return
	}
	// "over two days" is mostly "during": more than two only after a word that measures.
	if s.is(e.first-1, "over") && !s.is(e.first-2, "for", "of", "after", "in", "just", "lasted", "took", "a", "well", "by") {
		return
	}
	e.first, e.mod = e.first-1, x.Value
}

// join makes one expression of two neighbours where the words do: a clock time
// and a day, a part of a day and a day, two days of a range.
func (s *scanner) join(list []*expr) []*expr {
	out := list[:0]
	for _, e := range list {
		if len(out) > 0 {
			last := out[len(out)-1]
			s.fillYears(last, e)
			if s.joinClock(last, e) || s.joinRange(last, e) || s.joinYears(last, e) {
				continue
			}
		}
		out = append(out, e)
	}
	return out
}

// dayLike reports whether the expression names a day.
func (e *expr) dayLike() bool {
	return e.shape == calendar && (e.day > 0 || e.weekday > 0) && e.toDay == 0 && !e.weekOf || e.shape == offset && e.unit == "D"
}

// joinClock joins "noon on Friday", "12:00 UTC today", "Friday at 3 p.m.".
func (s *scanner) joinClock(a, b *expr) bool {
	gap := b.first - a.last
	if gap < 0 || gap > 2 || s.breaks(a.last, b.first) {
		return false
	}
	switch {
	case a.shape == clock && b.dayLike() && !b.hasClock:
		if gap > 1 || gap == 1 && !s.is(a.last, "on", ",") {
			return false
		}
	case b.shape == clock && a.dayLike() && !a.hasClock:
		if gap == 2 && !(s.is(a.last, ",") && s.is(a.last+1, "at")) || gap == 1 && !s.is(a.last, "at", ",") {
			return false
		}
	case b.shape == daypart && a.dayLike() && a.part == "" && b.deictic == "":
	default:
		return false
	}
	from, to := a, b
	if a.shape == clock {
		from, to = b, a
	}
	c := *from
	c.hasClock, c.hour, c.min, c.meridiem, c.zone, c.utc = true, to.hour, to.min, to.meridiem, to.zone, to.utc
	if to.mod != "" {
		c.mod = to.mod
	}
	c.first, c.last = a.first, b.last
	*a = c
	return true
}

// breaks reports whether a paragraph or line ends between the tokens.
func (s *scanner) breaks(i, j int) bool {
	for k := i; k <= j && k < s.end; k++ {
		if s.Tokens[k].Breaks > 1 {
			return true
		}
	}
	return false
}

// joinRange joins two days: "from 30 June to 2 July", "April 30-May 2".
func (s *scanner) joinRange(a, b *expr) bool {
	twice := b.first-a.last == 2 && s.dash(a.last) && s.dash(a.last+1) // "May 31--June 1"
	if b.first-a.last != 1 && !twice || a.day == 0 || b.day == 0 || a.month == 0 || b.month == 0 || a.shape != calendar || b.shape != calendar || a.toDay > 0 || b.toDay > 0 || a.hasClock || b.hasClock {
		return false
	}
	joins := s.dash(a.last) || s.is(a.last, "to", "through", "until") || s.is(a.last, "and") && s.is(a.first-1, "between")
	months := (b.month - a.month + 12) % 12
	if !joins || months > 1 || months == 0 && b.day <= a.day || a.year > 0 && b.year > 0 && b.year-a.year > 1 {
		return false
	}
	a.toDay, a.toMonth, a.toYear = b.day, b.month, b.year
	if a.year == 0 && b.year > 0 {
		a.year = b.year
		if b.month < a.month {
			a.year--
		}
	}
	a.last = b.last
	return true
}

// joinYears joins "two years ago" and the day, week or month that it is counted from: "two
// years ago today", "one year ago this week".
func (s *scanner) joinYears(a, b *expr) bool {
	if a.shape != offset || a.unit != "Y" || a.n >= 0 || a.loose || a.base != fromNow || b.first != a.last || b.shape != offset || b.base != fromNow || b.edge != "" {
		return false
	}
	if b.n > 0 || b.unit != "D" && (b.unit != "W" && b.unit != "MO" || b.deictic == "") {
		return false
	}
	c := *b
	c.first, c.years, c.rule = a.first, -a.n, "years-ago"
	*a = c
	return true
}

// fillYears lends the year of one end of a range to the other: "between April and
// June 1955", "from May 2016 to July".
func (s *scanner) fillYears(a, b *expr) {
	if a.shape != calendar || b.shape != calendar || b.first-a.last != 1 && !(b.first-a.last == 2 && s.is(a.last, ",")) || !s.is(b.first-1, "-", "to", "and", "until", "through", "/", "or") {
		return
	}
	if a.deictic != "" || b.deictic != "" || a.relYear != "" || b.relYear != "" {
		return
	}
	switch {
	case a.year == 0 && b.year > 0 && (a.month > 0 && b.month > 0 || a.sub != "" && b.sub != ""):
		a.year, a.bc = b.year, b.bc
		if a.month > b.month && !b.bc && !s.is(b.first-1, "and", "or") {
			a.year--
		}
	case b.year == 0 && a.year > 0 && a.month > 0 && b.month > 0 && !a.bc:
		b.year = a.year
		if b.month < a.month {
			b.year++
		}
	}
}
