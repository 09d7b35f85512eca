package when

import (
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// clockAt reads a time of day: "7:30 p.m.", "7pm", "15:00 GMT", "1500 hrs",
// "noon", "12 noon", "seven o'clock", with the zone that follows.
func (s *scanner) clockAt(i int) *expr {
	e := &expr{first: i, last: i, shape: clock, hasClock: true}
	switch {
	case s.clockWord(e, i):
	case s.kind(i, token.Number) && (!s.joined(i) || s.dash(i-1) && (s.kind(i-2, token.Number) || s.meridiem(i-2)) && !s.dash(i-3)):
		if !s.clockFigures(e, i) {
			return nil
		}
	case s.hourWord(e, i):
	default:
		return nil
	}
	s.zoneAfter(e)
	return e
}

// clockWord reads noon and midnight.
func (s *scanner) clockWord(e *expr, i int) bool {
	x, ok := s.sense(i, lexicon.TimeClock)
	if !ok || s.Tokens[i].Upper && i > s.begin || s.is(i, "midday") && s.dash(i-1) {
		return false
	}
	e.hour, e.last = 12, i+1
	if x.Value == "24:00" {
		e.hour = 24
	}
	return true
}

// hourWord reads "seven o'clock", "half past seven" is left alone.
func (s *scanner) hourWord(e *expr, i int) bool {
	x, ok := s.sense(i, lexicon.TimeNumber)
	if !ok || x.N > 12 || !s.is(i+1, "o'clock") && !s.meridiem(i+1) {
		return false
	}
	e.hour, e.last = x.N, i+1
	s.meridiemAfter(e)
	return true
}

func (s *scanner) meridiem(i int) bool { return s.is(i, "a.m.", "am", "p.m.", "pm", "a.m", "p.m") }

// meridiemAfter reads "p.m." or "o'clock"; without one the hour is as written.
func (s *scanner) meridiemAfter(e *expr) bool {
	if s.is(e.last, "o'clock") {
		e.last++
		return true
	}
	if !s.meridiem(e.last) || e.hour > 12 || s.is(e.last, "am") && s.kind(e.last-1, token.Word) {
		return false
	}
	e.set(s.word(e.last)[0])
	e.last++
	return true
}

// set makes twenty-four hours of twelve; letter is a or p.
func (e *expr) set(letter byte) {
	e.meridiem = true
	switch {
	case letter == 'p' && e.hour < 12:
		e.hour += 12
	case letter == 'a' && e.hour == 12:
		e.hour = 0
	}
}

// clockFigures reads a time in figures.
func (s *scanner) clockFigures(e *expr, i int) bool {
	w := s.Tokens[i].Fold
	if h, letter, ok := hourSuffix(w); ok { // 7pm
		e.hour, e.last = h, i+1
		e.set(letter)
		return true
	}
	if cut := len(w) - 2; cut > 3 && (w[cut:] == "am" || w[cut:] == "pm") { // 7.30pm
		if h, m, ok := dotted(w[:cut]); ok && h <= 12 {
			e.hour, e.min, e.last = h, m, i+1
			e.set(w[cut])
			return true
		}
	}
	if h, m, ok := dotted(w); ok { // 19.30
		e.hour, e.min, e.last = h, m, i+1
		return s.meridiemAfter(e) || s.hoursWord(e) || (s.is(i-1, "at") || s.is(i-2, "at")) && s.zoneFollows(e.last)
	}
	h, ok := s.digits(i)
	if !ok {
		return false
	}
	if s.is(i+1, ":") && s.tight(i+1) && s.tight(i+2) && s.kind(i+2, token.Number) {
		return s.colon(e, h, i+2)
	}
	if len(w) == 4 && h/100 < 24 && h%100 < 60 && (s.zoneFollows(i+1) || s.is(i+1, "hrs", "hours") && w[0] != '1' || s.is(i+1, "hrs")) {
		e.hour, e.min, e.last = h/100, h%100, i+1
		s.hoursWord(e)
		return true
	}
	if h < 1 || h > 12 {
		return false
	}
	e.hour, e.last = h, i+1
	if s.is(e.last, "noon", "midnight") {
		e.last++
		if s.is(e.last-1, "midnight") {
			e.hour = 24
		}
		return h == 12
	}
	return s.meridiemAfter(e)
}

// colon reads the minutes of "7:30" at token i, seconds, and a.m. or p.m.
func (s *scanner) colon(e *expr, h, i int) bool {
	w := s.Tokens[i].Fold
	if m, letter, ok := hourSuffix(w); ok && len(w) == 4 { // 7:30pm
		e.hour, e.min, e.last = h, m, i+1
		e.set(letter)
		return h <= 12 && m < 60
	}
	m, ok := s.digits(i)
	if !ok || len(w) != 2 || m > 59 || h > 24 {
		return false
	}
	e.hour, e.min, e.last = h, m, i+1
	if sec, ok := s.digits(i + 2); ok && s.is(i+1, ":") && s.tight(i+2) && sec < 60 {
		e.last = i + 3
	}
	if s.is(e.last, ":", "-") && s.tight(e.last) && s.is(e.last, ":") {
		return false
	}
	s.meridiemAfter(e)
	s.hoursWord(e)
	return true
}

func (s *scanner) hoursWord(e *expr) bool {
	if s.is(e.last, "hrs", "hr", "hours", "h") {
		e.last++
		return true
	}
	return false
}

// hourSuffix reads "7pm" and "30am".
func hourSuffix(w string) (n int, letter byte, ok bool) {
	if len(w) < 3 || len(w) > 4 || w[len(w)-1] != 'm' {
		return 0, 0, false
	}
	letter = w[len(w)-2]
	n, ok = plain(w[:len(w)-2])
	return n, letter, ok && (letter == 'a' || letter == 'p') && n < 60
}

// dotted reads "19.30".
func dotted(w string) (h, m int, ok bool) {
	a, b, found := strings.Cut(w, ".")
	if !found || len(b) != 2 || len(a) > 2 {
		return 0, 0, false
	}
	h, ok1 := plain(a)
	m, ok2 := plain(b)
	return h, m, ok1 && ok2 && h < 25 && m < 60
}

// zoneFollows reports whether a zone stands at token i.
func (s *scanner) zoneFollows(i int) bool {
	e := &expr{last: i}
	s.zoneAfter(e)
	return e.last > i
}

// zoneAfter reads the zone after a clock time: a name or abbreviation of
// zones.tsv, or a place or state and "time".
func (s *scanner) zoneAfter(e *expr) {
	j := e.last
	if s.is(j, "(") {
		j++
	}
	if j >= s.end {
		return
	}
	last := j
	if x, n := s.phrase(j); n > 0 && x.Class == lexicon.TimeZoneName {
		s.setZone(e, x.Value)
		last = j + n
	} else if x, ok := s.sense(j, lexicon.TimeZoneName); ok && (s.Tokens[j].AllCaps || s.is(j, "eastern") && s.capital(j) && !s.capital(j+1) || s.is(j, "z") && s.tight(j)) {
		s.setZone(e, x.Value)
		last = j + 1
	} else if zone, n := s.placeZone(j); n > 0 {
		e.zone, last = zone, j+n
	}
	if last == j {
		return
	}
	if j > e.last {
		if !s.is(last, ")") {
			return
		}
		last++
	}
	e.last = last
}

// setZone sets the zone, or picks among several by the places in the sentence.
func (s *scanner) setZone(e *expr, zones string) {
	e.utc = zones == "UTC"
	if !strings.Contains(zones, "|") {
		e.zone = zones
		return
	}
	options := strings.Split(zones, "|")
	for i := max(s.begin, e.last-60); i < min(s.end, e.last+60); i++ {
		for _, z := range s.zonesOf(i) {
			for _, o := range options {
				if z == o {
					e.zone = z
					return
				}
			}
		}
	}
}

// placeZone reads "Moscow time", "Kyiv time", "Japanese time".
func (s *scanner) placeZone(i int) (zone string, n int) {
	if !s.capital(i) {
		return "", 0
	}
	for _, h := range s.Lex.Names.Match(s.Tokens[:s.end], i) {
		if !s.is(i+h.Len, "time") {
			continue
		}
		for _, e := range h.Entries {
			if z := s.zoneOf(e.Entity); z != "" {
				return z, h.Len + 1
			}
		}
	}
	return "", 0
}

// zonesOf lists the zones of the places whose name begins at token i.
func (s *scanner) zonesOf(i int) []string {
	var out []string
	if !s.capital(i) {
		return nil
	}
	for _, h := range s.Lex.Names.Match(s.Tokens[:s.end], i) {
		for _, e := range h.Entries {
			if z := s.zoneOf(e.Entity); z != "" {
				out = append(out, z)
			}
		}
	}
	return out
}

func (s *scanner) zoneOf(id readout.EntityID) string {
	_, key, _ := strings.Cut(string(id), "/")
	switch id.Kind() {
	case readout.Place:
		if p := s.Lex.Places[key]; p != nil {
			return p.Zone
		}
	case readout.State:
		if st := s.Lex.States[key]; st != nil {
			return st.Zone
		}
	}
	return ""
}
