package when

import (
	"strconv"
	"strings"

	"readout/internal/token"
	"readout/lexicon"
)

// quantity reads how many: "two", "a", "several", "a couple of", "two and a
// half". known is false for an unknown number; next is i if there is none.
func (s *scanner) quantity(i int) (v float64, next int, known bool) {
	if x, n := s.phrase(i); n > 0 && x.Class == lexicon.TimeVague {
		return float64(x.N), i + n, x.N > 0
	}
	if v, next = s.count(i); next > i {
		switch {
		case s.is(next, "and") && s.is(next+1, "a") && s.is(next+2, "half"):
			return v + 0.5, next + 3, true
		case s.is(next, "and") && s.is(next+1, "one") && s.is(next+2, "-") && s.is(next+3, "half"):
			return v + 0.5, next + 4, true
		}
		return v, next, v < 1e6
	}
	if x, ok := s.sense(i, lexicon.TimeVague); ok {
		next = i + 1
		if s.is(next, "of") {
			next++
		}
		return float64(x.N), next, x.N > 0
	}
	if s.is(i, "a", "an") {
		if s.has(i+1, lexicon.TimeUnit) || s.has(s.fillers(i+1), lexicon.TimeUnit) {
			return 1, i + 1, true
		}
	}
	return 0, i, false
}

// fillers skips the words that can stand between a number and its unit.
func (s *scanner) fillers(i int) int {
	for s.has(i, lexicon.TimeFiller) {
		i++
	}
	return i
}

// isoDuration writes v units as an ISO 8601 duration.
func isoDuration(v float64, unit string) string {
	n := strconv.FormatFloat(v, 'f', -1, 64)
	switch unit {
	case "S":
		return "PT" + n + "S"
	case "M":
		return "PT" + n + "M"
	case "H":
		if v != float64(int(v)) && v < 1000 {
			whole := int(v)
			s := "PT"
			if whole > 0 {
				s += strconv.Itoa(whole) + "H"
			}
			return s + strconv.Itoa(int((v-float64(whole))*60+0.5)) + "M"
		}
		return "PT" + n + "H"
	case "D", "W", "Y":
		return "P" + n + unit
	case "MO":
		return "P" + n + "M"
	case "F":
		return "P" + strconv.FormatFloat(2*v, 'f', -1, 64) + "W"
	case "Q", "DE", "CE", "WE":
		return "P" + n + unit
	case "N":
		return "P" + n + "N"
	}
	return ""
}

// vagueDuration is "PXD" for days, "PTXH" for hours.
func vagueDuration(unit string) string {
	switch unit {
	case "S", "H", "M":
		return "PTX" + unit
	case "MO":
		return "PXM"
	case "F":
		return "PXW"
	case "ML":
		return "PXML"
	}
	return "PX" + unit
}

// durationAt reads "two hours", "an hour and a half", "90-minute", "half an
// hour", "several years", "56-year-old".
func (s *scanner) durationAt(i int) *expr {
	if e := s.halfAt(i); e != nil {
		return e
	}
	v, j, known := s.quantity(i)
	if j == i {
		return s.bareUnits(i)
	}
	single := s.is(i, "a", "an")
	if s.dash(j) && s.tight(j) {
		j++
	} else {
		j = s.fillers(j)
	}
	u, plural := s.sense(j, lexicon.TimeUnits)
	if !plural {
		var ok bool
		if u, ok = s.sense(j, lexicon.TimeUnit); !ok || !single && !s.dash(j-1) && v != 1 && v >= 2 && !s.dash(j+1) && !s.is(j+1, "period", "long", "old", "war") {
			return nil
		}
	}
	if u.Value == "N" && !plural || single && (u.Value == "S" || u.Value == "M" && s.is(j+1, "of") || u.Value == "Q" || u.Value == "WE" || u.Value == "N") || u.Value == "Q" && s.is(j+1, "of") && s.has(j-1, lexicon.TimeNumber) {
		return nil
	}
	if single && s.isRate(i) {
		return &expr{first: i, last: j + 1, shape: set, kind: "SET", value: eachUnit(u.Value)}
	}
	if single && s.dash(j+1) && s.is(j+2, "long") {
		i++
	}
	e := &expr{first: i, last: j + 1, shape: duration, kind: "DURATION", unit: u.Value, n: int(v)}
	e.value = vagueDuration(u.Value)
	if known {
		e.value = isoDuration(v, u.Value)
		s.andMore(e, v)
	}
	if e.value == "" {
		return nil
	}
	if s.is(i, "recent") && plural {
		e.shape, e.kind, e.value = reference, "DATE", "PAST_REF"
		return e
	}
	s.longOld(e)
	e.ahead = known && s.is(i-1, "in") && (plural || single) && (s.closes(e.last) || !s.is(e.last, "of"))
	return e
}

// andMore adds the smaller part: "and a half", "and 15 minutes".
func (s *scanner) andMore(e *expr, v float64) {
	j := e.last
	if s.dash(j) && s.is(j+1, "and") { // month-and-a-half
		j++
	}
	if s.is(j, "and") && (s.is(j+1, "a") || s.dash(j+1)) {
		k := j + 2
		if s.dash(j + 1) {
			k++
		}
		if s.dash(k) {
			k++
		}
		if s.is(k, "half") && !s.has(k+1, lexicon.TimeUnit) {
			if e.value == isoDuration(v, e.unit) {
				e.value, e.last = isoDuration(v+0.5, e.unit), k+1
			}
			return
		}
	}
	if s.is(j, "and", ",") {
		j++
	}
	w, k := s.count(j)
	u, ok := s.sense(k, lexicon.TimeUnits)
	if k == j || !ok || !smaller(u.Value, e.unit) {
		return
	}
	if tail := isoDuration(w, u.Value); tail != "" {
		e.value, e.last, e.unit = joinDurations(e.value, tail), k+1, u.Value
		s.andMore(e, w)
	}
}

// smaller reports whether unit a is the next part of b that one names with it.
func smaller(a, b string) bool {
	return strings.Contains("S<M M<H H<D D<W D<MO MO<Y D<Y", a+"<"+b) && a != "" && b != ""
}

func joinDurations(a, b string) string {
	if strings.HasPrefix(b, "PT") && strings.Contains(a, "T") {
		return a + b[2:]
	}
	return a + b[1:]
}

// longOld takes in "-old", "-long", "-year-old".
func (s *scanner) longOld(e *expr) {
	j := e.last
	if s.dash(j) && s.tight(j) && s.is(j+1, "old", "long") {
		e.last = j + 2
	}
}

// halfAt reads "half an hour", "half-hour", "half a century".
func (s *scanner) halfAt(i int) *expr {
	j := i
	if s.is(j, "a") {
		j++
	}
	if !s.is(j, "half") {
		return nil
	}
	j++
	if s.is(j, "a", "an", "-") {
		j++
	}
	u, ok := s.sense(j, lexicon.TimeUnit)
	if !ok || j == i+1 && !s.is(i, "half") {
		return nil
	}
	value := isoDuration(0.5, u.Value)
	switch u.Value {
	case "CE":
		value = "P50Y"
	case "DE":
		value = "P5Y"
	case "Y":
		value = "P6M"
	case "S", "M", "N", "WE", "Q", "ML":
		return nil
	}
	e := &expr{first: i, last: j + 1, shape: duration, kind: "DURATION", value: value}
	s.longOld(e)
	return e
}

// bareUnits reads "for years", "weeks of talks", "decades-long", "month-long".
func (s *scanner) bareUnits(i int) *expr {
	u, plural := s.sense(i, lexicon.TimeUnits)
	long := s.dash(i+1) && s.tight(i+1) && s.is(i+2, "long")
	if !plural {
		var ok bool
		if u, ok = s.sense(i, lexicon.TimeUnit); !ok {
			return nil
		}
		if long && !s.dash(i-1) {
			return &expr{first: i, last: i + 3, shape: duration, kind: "DURATION", value: isoDuration(1, u.Value)}
		}
		return nil
	}
	if u.Value == "S" || u.Value == "WE" || u.Value == "Q" || u.Value == "N" || s.has(i-1, lexicon.TimePart) {
		return nil
	}
	e := &expr{first: i, last: i + 1, shape: duration, kind: "DURATION", value: vagueDuration(u.Value)}
	if long {
		e.last = i + 3
		return e
	}
	if s.is(i-1, "for", "in", "within", "after", "of", "over", "took", "take", "takes", "last", "lasted", "and", "or", "by") && (s.is(i-1, "for", "in", "within", "after", "took", "take", "lasted") || s.is(i+1, "of", "to")) || s.is(i+1, "of") && !s.is(i-1, "the") {
		return e
	}
	return nil
}

// isRate reports whether "a day" at i says how often: "15 a year", "twice a week".
func (s *scanner) isRate(i int) bool {
	if s.is(i-1, "once", "twice", "times", "thrice") {
		return true
	}
	return s.kind(i-1, token.Number) || s.plural(i-1) && s.countBefore(i-2) || s.has(i-1, lexicon.TimeCounted)
}

// countBefore reports whether a number stands at i or just before an adjective there.
func (s *scanner) countBefore(i int) bool {
	if _, next := s.count(i); next > i {
		return true
	}
	_, next := s.count(i - 1)
	return next == i
}

func eachUnit(unit string) string {
	switch unit {
	case "D":
		return "XXXX-XX-XX"
	case "W":
		return "XXXX-WXX"
	case "MO":
		return "XXXX-XX"
	case "Y":
		return "XXXX"
	case "Q":
		return "XXXX-QX"
	case "N":
		return "XXXX-XX-XXTNI"
	case "WE":
		return "XXXX-WXX-WE"
	}
	return isoDuration(1, unit)
}

// setAt reads "daily", "every year", "each Friday", "per month", "twice a week",
// "Mondays".
func (s *scanner) setAt(i int) *expr {
	e := &expr{first: i, last: i + 1, shape: set, kind: "SET"}
	x, ok := s.sense(i, lexicon.TimeSet)
	if !ok {
		return s.weekdays(i)
	}
	if x.Value != "every" && x.Value != "per" {
		e.value = x.Value
		if s.Tokens[i].Upper && i > s.begin || s.dash(i-1) {
			return nil
		}
		return e
	}
	j := i + 1
	if s.is(j, "single", "other") {
		j++
	}
	if wd, ok := s.weekdayAt(j); ok {
		e.value, e.last = "XXXX-WXX-"+strconv.Itoa(wd), j+1
		return e
	}
	if p, ok := s.sense(j, lexicon.TimePart); ok {
		e.value, e.last = "XXXX-XX-XXT"+p.Value, j+1
		return e
	}
	if m, next := s.monthAt(j); m > 0 {
		e.value, e.last = "XXXX-"+strconv.Itoa(100 + m)[1:], next
		return e
	}
	if p, ok := s.sense(j, lexicon.TimeSeason); ok {
		e.value, e.last = "XXXX-"+p.Value, j+1
		return e
	}
	return s.everyUnit(e, j)
}

func (s *scanner) everyUnit(e *expr, j int) *expr {
	if u, ok := s.sense(j, lexicon.TimeUnit); ok && u.Value != "S" {
		e.value, e.last = eachUnit(u.Value), j+1
		if s.is(j-1, "other") {
			e.value = isoDuration(2, u.Value)
		}
		return e
	}
	v, k, known := s.quantity(j)
	u, ok := s.sense(k, lexicon.TimeUnits)
	if k == j || !ok {
		return nil
	}
	e.value, e.last = vagueDuration(u.Value), k+1
	if known {
		e.value = isoDuration(v, u.Value)
	}
	return e
}

// weekdays reads "Mondays".
func (s *scanner) weekdays(i int) *expr {
	w := s.word(i)
	if !strings.HasSuffix(w, "days") || !s.capital(i) {
		return nil
	}
	for _, x := range s.words.Senses(w[:len(w)-1]) {
		if x.Class == lexicon.TimeWeekday {
			return &expr{first: i, last: i + 1, shape: set, kind: "SET", value: "XXXX-WXX-" + x.Value}
		}
	}
	return nil
}
