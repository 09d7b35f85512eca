package when

import (
	"readout/lexicon"
)

// dayWord reads "today", "tomorrow night", "the day before yesterday".
func (s *scanner) dayWord(i int) *expr {
	x, n := s.phrase(i)
	if n == 0 || x.Class != lexicon.TimeDay {
		y, ok := s.sense(i, lexicon.TimeDay)
		if !ok {
			return nil
		}
		x, n = y, 1
	}
	e := &expr{first: i, last: i + n, shape: offset, unit: "D", n: x.N}
	switch x.Value {
	case "NI":
		e.part = "NI"
	case "ON":
		e.part = "NI"
		e.rule = "overnight"
		if s.dash(i+1) || s.is(i-1, "an", "the") {
			return nil
		}
	}
	s.partAfter(e)
	return e
}

// phrase is the longest phrase at token i that ends inside the sentence.
func (s *scanner) phrase(i int) (lexicon.TimeSense, int) {
	if i < s.begin || i >= s.end {
		return lexicon.TimeSense{}, 0
	}
	return s.words.Phrase(s.Tokens[:s.end], i)
}

// deicticAt reads "last week", "next Friday", "this morning", "the past nine
// days", "that day", "the same month".
func (s *scanner) deicticAt(i int, read dateReader) *expr {
	x, ok := s.sense(i, lexicon.TimeDeictic)
	if !ok || s.Tokens[i].Upper && s.Tokens[i].AllCaps && s.is(i, "us") {
		return nil
	}
	if s.is(i, "last") && s.is(i-1, "will", "would", "to", "may", "might", "could", "can", "should", "must", "not", "n't") {
		return nil // the verb
	}
	j := i + 1
	if s.is(i, "this", "that") && s.is(j, "same", "past", "coming") {
		y, _ := s.sense(j, lexicon.TimeDeictic)
		x, j = y, j+1
	}
	if e := s.deicticSpan(i, j, x.Value); e != nil {
		return e
	}
	if x.Value == "these" || x.Value == "those" {
		return nil
	}
	if wd, ok := s.weekdayAt(j); ok {
		e := &expr{first: i, last: j + 1, shape: calendar, weekday: wd, deictic: x.Value}
		s.partAfter(e)
		return e
	}
	if m, next := s.monthAt(j); m > 0 && x.Value != "that" {
		if e := read(j); e != nil && (e.day > 0 || e.year > 0) {
			e.first, e.deictic = i, x.Value
			return e
		}
		return &expr{first: i, last: next, shape: calendar, month: m, deictic: x.Value}
	}
	if y, ok := s.sense(j, lexicon.TimeSeason); ok && x.Value != "that" {
		return &expr{first: i, last: j + 1, shape: calendar, sub: y.Value, deictic: x.Value}
	}
	return s.deicticUnit(i, j, x.Value)
}

// deicticUnit reads the rest of "last week", "this evening", "the following day".
func (s *scanner) deicticUnit(i, j int, value string) *expr {
	if y, ok := s.sense(j, lexicon.TimePart); ok {
		e := &expr{first: i, last: j + 1, shape: daypart, part: y.Value, deictic: value}
		return e
	}
	early := s.is(j, "fiscal", "financial", "calendar", "school")
	if early {
		j++
	}
	u, ok := s.sense(j, lexicon.TimeUnit)
	if !ok || u.Value == "S" || u.Value == "M" || u.Value == "ML" {
		return nil
	}
	e := &expr{first: i, last: j + 1, shape: offset, unit: u.Value, deictic: value}
	switch value {
	case "past":
		return s.length(e, u.Value)
	case "-1":
		if s.is(i-1, "the", "its", "his", "their") && (u.Value == "Y" || u.Value == "DE" || u.Value == "H" || u.Value == "CE") {
			return s.length(e, u.Value)
		}
		e.n = -1
	case "1":
		e.n = 1
		if s.is(i-1, "the") {
			e.base = fromStory
		}
		if u.Value == "D" {
			e.base = fromStory
		}
	case "coming":
		e.n = 1
	case "before":
		e.n, e.base = -1, fromStory
	case "after":
		e.n, e.base = 1, fromStory
	case "same", "that":
		e.base = fromStory
	case "0":
		if u.Value == "D" {
			e.shape, e.value, e.kind = reference, "PRESENT_REF", "DATE"
		}
	}
	if u.Value == "H" || early && value != "0" && value != "-1" && value != "1" {
		return nil
	}
	if u.Value == "D" {
		s.partAfter(e)
	}
	return e
}

// length makes a duration of one unit: "the past year".
func (s *scanner) length(e *expr, unit string) *expr {
	e.shape, e.kind = duration, "DURATION"
	e.value = isoDuration(1, unit)
	if e.value == "" {
		return nil
	}
	return e
}

// deicticSpan reads "last two weeks", "next few days", "coming months".
func (s *scanner) deicticSpan(i, j int, value string) *expr {
	if value == "same" || value == "that" {
		return nil
	}
	v, k, known := s.quantity(j)
	if k == j && value == "0" {
		return nil
	}
	k = s.fillers(k)
	u, ok := s.sense(k, lexicon.TimeUnits)
	if !ok || k == j && !s.is(i, "coming", "past", "following", "recent", "preceding", "previous", "ensuing", "succeeding", "subsequent") {
		return nil
	}
	e := &expr{first: i, last: k + 1, shape: duration, kind: "DURATION"}
	e.value = vagueDuration(u.Value)
	if known {
		e.value = isoDuration(v, u.Value)
	}
	if e.value == "" {
		return nil
	}
	if at := i - 1; k > j && value == "1" && u.Value == "D" && (s.is(at, "in", "within", "over") || s.is(at, "the") && s.is(at-1, "in", "within", "over")) {
		e.ahead, e.ranged, e.unit, e.n = true, true, "D", fewDays
		if known {
			e.n = int(v)
		}
	}
	return e
}

// fewDays is how many days "the next few days" are, for a plan.
const fewDays = 7

// offsetAt reads "two days ago", "a week later", "hours earlier", "the day before".
func (s *scanner) offsetAt(i int) *expr {
	v, j, known := s.quantity(i)
	var u lexicon.TimeSense
	var ok bool
	from := 0
	switch {
	case j > i:
		from, j = s.orMore(v, j)
		j = s.fillers(j)
		if u, ok = s.sense(j, lexicon.TimeUnits); !ok {
			u, ok = s.sense(j, lexicon.TimeUnit)
		}
	case s.is(i, "the") && s.is(i+1, "day", "night", "week", "month", "year", "evening", "morning"):
		return s.dayBefore(i)
	default:
		u, ok = s.sense(j, lexicon.TimeUnits)
		known = false
	}
	if !ok {
		return nil
	}
	j++
	half := 0.0
	if s.is(j, "and") && s.is(j+1, "a") && s.is(j+2, "half") {
		half, j = 0.5, j+3
	}
	e := &expr{first: i, shape: offset, unit: u.Value}
	sign := 0
	switch {
	case s.is(j, "ago"):
		sign = -1
	case s.is(j, "earlier", "previously", "beforehand", "prior") && !s.is(j+1, "than", "to"), s.is(j, "before") && s.closes(j+1):
		sign, e.base = -1, fromStory
	case s.is(j, "later", "afterwards", "afterward", "hence") && !s.is(j+1, "than"), s.is(j, "after") && s.closes(j+1):
		sign, e.base = 1, fromStory
	case s.is(j, "from") && s.is(j+1, "now", "today"):
		sign = 1
		j++
	default:
		return nil
	}
	e.last = j + 1
	e.n = sign * int(v)
	if !known || u.Value == "ML" {
		return e.vagueOffset(sign)
	}
	e.from, e.ranged = sign*from, from > 0 && sign < 0
	e.loose = !e.ranged && sign < 0 && (s.has(i, lexicon.TimeVague) || s.has(i+1, lexicon.TimeVague))
	if half > 0 || v != float64(int(v)) {
		e.unit, e.n = finer(u.Value, (v+half)*float64(sign))
	}
	return e
}

// orMore reads the larger count behind v, which ends at token j: "two or three months ago";
// 0 where there is none.
func (s *scanner) orMore(v float64, j int) (int, int) {
	if !s.is(j, "or", "to", "-") {
		return 0, j
	}
	if more, next, known := s.quantity(j + 1); known && next == j+2 && more > v && more == float64(int(more)) {
		return int(more), next
	}
	return 0, j
}

// vagueOffset makes a reference of "years ago", "a few days later".
func (e *expr) vagueOffset(sign int) *expr {
	e.shape, e.kind, e.value = reference, "DATE", "PAST_REF"
	if sign > 0 {
		e.value = "FUTURE_REF"
	}
	return e
}

// finer writes a broken count of years or weeks in the next finer unit.
func finer(unit string, v float64) (string, int) {
	switch unit {
	case "Y":
		return "MO", int(v * 12)
	case "W":
		return "D", int(v * 7)
	case "DE":
		return "Y", int(v * 10)
	case "CE":
		return "Y", int(v * 100)
	}
	return unit, int(v)
}

// closes reports whether nothing that "before" or "after" could govern follows.
func (s *scanner) closes(i int) bool {
	return i >= s.end || s.is(i, ".", ",", ";", ")", "!", "?", ":") || s.Tokens[i].Quote() || s.is(i, "that") && s.closes(i+1)
}

// dayBefore reads "the day before", "the night before", "the year after" where
// the words end there.
func (s *scanner) dayBefore(i int) *expr {
	if !s.is(i+2, "before", "after") || !s.closes(i+3) {
		return nil
	}
	e := &expr{first: i, last: i + 3, shape: offset, base: fromStory, n: 1}
	if s.is(i+2, "before") {
		e.n = -1
	}
	if u, ok := s.sense(i+1, lexicon.TimeUnit); ok && u.Value != "N" {
		e.unit = u.Value
		return e
	}
	p, _ := s.sense(i+1, lexicon.TimePart)
	e.unit, e.part = "D", p.Value
	return e
}
