package when

import (
	"fmt"
	"strings"

	"readout/internal/token"
	"readout/lexicon"
)

// yearAt reads a year that stands alone, with its era: "2016", "480 BC", "AD 70".
func (s *scanner) yearAt(i int) *expr {
	if s.is(i, "ad", "a.d.") && s.Tokens[i].AllCaps {
		if y, ok := s.digits(i + 1); ok && y > 0 && y <= 2200 {
			return &expr{first: i, last: i + 2, shape: calendar, year: y}
		}
	}
	y, ok := s.digits(i)
	if !ok || y == 0 || s.joined(i) && !s.dash(i-1) {
		return nil
	}
	e := &expr{first: i, last: i + 1, shape: calendar, year: y}
	if s.era(e); e.bc {
		return e
	}
	if s.dash(i+1) && s.is(i+3, "bc", "b.c.", "bce") {
		if _, ok := s.digits(i + 2); ok {
			e.bc = true
			return e
		}
	}
	if len(s.Tokens[i].Fold) == 2 && s.secondOfRange(i) {
		prev, _ := s.yearNumber(i - 2)
		e.year = prev/100*100 + y
		return e
	}
	if y, ok = s.yearNumber(i); !ok || !s.yearContext(i) {
		return nil
	}
	return e
}

// secondOfRange reports whether two figures at i end a range of years: 1958-59.
func (s *scanner) secondOfRange(i int) bool {
	prev, ok := s.yearNumber(i - 2)
	if !ok || !s.is(i-1, "-", "/") || !s.tight(i) || s.continues(i+1) {
		return false
	}
	y, _ := s.digits(i)
	return y > prev%100 && s.yearContext(i-2)
}

// yearContext reports whether four figures can be a year: they are no price,
// label, count or part of a longer number.
func (s *scanner) yearContext(i int) bool {
	y, _ := s.digits(i)
	strong := s.is(i-1, "in", "since", "until", "till", "during", "from", "between", "by", "of", "before", "after", "early", "late", "mid", "circa", "through", "to") || s.has(i-1, lexicon.TimeSeason)
	switch {
	case s.is(i-1, "$", "#", "€", "£", "+", "no", "no.", "'", "~") || s.is(i+1, "%", "°", "/", ":") && s.tight(i+1) && !s.yearsApart(i+1):
		return false
	case s.is(i-1, ".") && s.is(i-2, "no", "nos"):
		return false
	case s.has(i-1, lexicon.TimeLabel) || s.is(i-1, ":") && s.tight(i):
		return false
	case s.has(i+1, lexicon.TimeCounted), s.has(i+1, lexicon.TimeUnits), s.dash(i+1) && (s.has(i+2, lexicon.TimeUnit) || s.has(i+2, lexicon.TimeCounted)):
		return false
	case s.dash(i-1) && s.tight(i) && !s.yearsApart(i-1), s.dash(i+1) && s.tight(i+1) && s.tight(i+2) && s.kind(i+2, token.Number) && !s.yearsApart(i+1):
		return false
	case s.kind(i-1, token.Number) && !s.has(i-2, lexicon.TimeMonth), s.inAddress(i):
		return false
	case y < 1500 || y > 2100:
		return strong && !s.plural(i+1)
	case s.plural(i + 1):
		return strong || s.is(i-1, "the", "a", "an", "their", "its", "his", "her", "that", "this")
	}
	return true
}

// yearsApart reports whether mark i joins two years.
func (s *scanner) yearsApart(i int) bool {
	if _, ok := s.yearNumber(i - 1); !ok {
		return s.has(i-1, lexicon.TimeMonth) || s.has(i-1, lexicon.TimeSeason) || s.has(i-1, lexicon.TimeEdge)
	}
	w := s.word(i + 1)
	_, ok := plain(w)
	return ok && (len(w) == 4 || len(w) == 2) || s.has(i+1, lexicon.TimeMonth) || s.kind(i+1, token.Word)
}

// plural reports whether token i looks like a plural noun in lower case.
func (s *scanner) plural(i int) bool {
	w := s.word(i)
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && s.kind(i, token.Word) && !s.Tokens[i].Upper && s.Tokens[i].Space && !s.is(i, "was", "this", "his", "its", "has", "as")
}

// decadeAt reads "1980s", "the '80s", "1980's".
func (s *scanner) decadeAt(i int) *expr {
	if !s.kind(i, token.Number) {
		return nil
	}
	w := s.Tokens[i].Fold
	last := i + 1
	if s.is(last, "'s") && s.tight(last) && len(w) == 4 && w[3] == '0' && s.is(i-1, "the") {
		w, last = w+"s", last+1
	}
	n, ok := plain(strings.TrimSuffix(w, "s"))
	if !ok || !strings.HasSuffix(w, "s") || n%10 != 0 {
		return nil
	}
	e := &expr{first: i, last: last, shape: calendar, decade: n / 10}
	switch {
	case len(w) == 5 && n%100 == 0 && n < 1900: // the 1800s
		e.decade, e.century = 0, n/100
	case len(w) == 5:
	case len(w) == 4 && s.is(last, "bc", "b.c.", "bce"):
		e.bc, e.last = true, last+1
	case len(w) == 3 && (s.is(i-1, "the", "'") || s.dash(i-1) || s.is(i-1, "and", "or") || s.has(i-1, lexicon.TimeEdge)):
		e.decade = 190 + n/10
		if s.is(i-1, "'") {
			e.first--
		}
	default:
		return nil
	}
	return e
}

// centuryAt reads "19th century", "twenty-first-century", "4th century BC".
func (s *scanner) centuryAt(i int) *expr {
	n, j := s.ordinal(i)
	if n == 0 || n > 30 {
		return nil
	}
	if s.dash(j) {
		j++
	}
	if !s.is(j, "century", "centuries") {
		return nil
	}
	e := &expr{first: i, last: j + 1, shape: calendar, century: n - 1}
	s.era(e)
	return e
}

// quarterAt reads "third quarter of 2009", "Q3 2009", "first half of this year".
func (s *scanner) quarterAt(i int) *expr {
	e := &expr{first: i, shape: calendar}
	if w := s.word(i); len(w) == 2 && w[0] == 'q' && w[1] >= '1' && w[1] <= '4' && s.capital(i) {
		e.sub, e.last = "Q"+w[1:], i+1
		s.yearAfter(e, e.last, true)
		return e
	}
	n, j := s.ordinal(i)
	if n == 0 || n > 4 {
		return nil
	}
	hyphen := s.dash(j)
	if hyphen {
		j++
	}
	switch {
	case s.is(j, "quarter"):
		e.sub = fmt.Sprintf("Q%d", n)
	case s.is(j, "half") && n <= 2:
		e.sub = fmt.Sprintf("H%d", n)
	default:
		return nil
	}
	e.last = j + 1
	s.fiscalAfter(e)
	if e.year == 0 && e.relYear == "" && (e.sub[0] == 'H' || s.is(e.last, "of")) {
		return nil
	}
	return e
}

func (s *scanner) fiscalAfter(e *expr) {
	j := e.last
	if s.is(j, "of") {
		j++
	}
	if f := s.fiscalAt(j); f != nil {
		e.year, e.relYear, e.last = f.year, f.relYear, f.last
		return
	}
	s.yearAfter(e, e.last, true)
}

// fiscalAt reads "fiscal 2009", "fiscal year 2009", "FY2009".
func (s *scanner) fiscalAt(i int) *expr {
	if w := s.word(i); len(w) >= 4 && w[:2] == "fy" && s.capital(i) {
		if y, ok := plain(w[2:]); ok && (y > 1900 && y < 2200 || y < 100) {
			if y < 100 {
				y += 2000
			}
			return &expr{first: i, last: i + 1, shape: calendar, year: y, fiscal: true}
		}
	}
	if !s.is(i, "fiscal", "financial") {
		return nil
	}
	j := i + 1
	if s.is(j, "year") {
		j++
	}
	if y, ok := s.yearNumber(j); ok {
		return &expr{first: i, last: j + 1, shape: calendar, year: y, fiscal: true}
	}
	return nil
}

// seasonAt reads "summer of 1943", "the summer", "spring 2017"; fall and spring
// alone need an article or a preposition.
func (s *scanner) seasonAt(i int) *expr {
	x, ok := s.sense(i, lexicon.TimeSeason)
	if !ok || s.Tokens[i].Upper && i > s.begin && s.Tokens[i-1].Upper {
		return nil
	}
	e := &expr{first: i, last: i + 1, shape: calendar, sub: x.Value}
	s.yearAfter(e, e.last, true)
	if e.year > 0 || e.relYear != "" {
		return e
	}
	if !s.is(i-1, "the", "in", "this", "during", "since", "until", "by", "early", "late", "mid", "-", "that") {
		return nil
	}
	if s.is(i+1, "of") || s.is(i, "fall") && !s.is(i-1, "this", "early", "late") && !s.is(i-2, "in", "by", "during", "until") {
		return nil
	}
	return e
}

// unitAt reads the unit of "the end of the year", "later in the day", "over the
// weekend", "year-end": the one that is running.
func (s *scanner) unitAt(i int) *expr {
	u, ok := s.sense(i, lexicon.TimeUnit)
	if !ok || u.Value == "S" || u.Value == "M" || u.Value == "H" || u.Value == "N" {
		return nil
	}
	e := &expr{first: i, last: i + 1, shape: offset, unit: u.Value, deictic: "0"}
	if s.dash(i+1) && s.tight(i+2) && s.is(i+2, "end") && (u.Value == "Y" || u.Value == "MO") {
		e.last, e.mod = i+3, "END"
		return e
	}
	if !s.is(i-1, "the") {
		return nil
	}
	if u.Value == "WE" && s.is(i-2, "over", "at", "during", "on", "for", "through", "before", "after") {
		e.deictic = ""
		return e
	}
	if !s.is(i-2, "of", "in") || !s.has(i-3, lexicon.TimeEdge) && !s.is(i-3, "rest", "remainder") || s.closes(i+1) == false && s.is(i+1, "of") {
		return nil
	}
	return e
}

// weekOfAt reads "week of January 23", "week ending May 5".
func (s *scanner) weekOfAt(i int, read dateReader) *expr {
	if !s.is(i, "week", "weekend") || !s.is(i+1, "of", "beginning", "starting", "ending") {
		return nil
	}
	e := read(i + 2)
	if e == nil || e.day == 0 && e.weekday == 0 {
		return nil
	}
	e.first, e.weekOf = i, true
	return e
}
