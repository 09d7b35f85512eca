package when

import (
	"strings"
	"time"

	"readout"
	"readout/internal/token"
)

// numeric is a date in figures: its fields in the order of the text.
type numeric struct {
	first, last int // tokens
	a, b, c     int
	yearFirst   bool
	separator   byte
	hour        int // of "28T12", else -1
}

// order is what the document shows of how it writes numeric dates.
type order struct {
	monthFirst map[byte]bool // by separator, from dates that can be read one way only
	published  time.Time
	british    bool // the language or site writes the day first
}

// numericAt reads a date in figures at token i: three fields without spaces, two
// separators of one kind.
func (s *scanner) numericAt(i int) (numeric, bool) {
	n := numeric{first: i, hour: -1}
	if !s.kind(i, token.Number) || s.joined(i) {
		return n, false
	}
	if w := s.Tokens[i].Fold; strings.Count(w, ".") == 2 {
		f := strings.Split(w, ".")
		n.last, n.separator = i+1, '.'
		return n, n.fields(f[0], f[1], f[2]) && !s.continues(n.last)
	}
	if !(s.is(i+1, "-", "/") && s.tight(i+1) && s.tight(i+2) && s.is(i+3, s.Tokens[i+1].Fold) && s.tight(i+3) && s.kind(i+4, token.Number) && s.tight(i+4)) {
		return n, false
	}
	n.last, n.separator = i+5, s.Tokens[i+1].Fold[0]
	third := s.Tokens[i+4].Fold
	if d, h, ok := strings.Cut(third, "t"); ok && len(h) == 2 {
		third = d
		n.hour, _ = plain(h)
	}
	return n, n.fields(s.Tokens[i].Fold, s.Tokens[i+2].Fold, third) && !s.continues(n.last)
}

// fields sets the three fields; the widths must be those of a date.
func (n *numeric) fields(a, b, c string) bool {
	var ok [3]bool
	n.a, ok[0] = plain(a)
	n.b, ok[1] = plain(b)
	n.c, ok[2] = plain(c)
	if !ok[0] || !ok[1] || !ok[2] || len(b) > 2 {
		return false
	}
	if len(a) == 4 && len(c) <= 2 {
		n.yearFirst = true
		return n.a >= 1000 && n.a <= 2200 && validDay(n.a, n.b, n.c)
	}
	if len(a) > 2 || len(c) != 4 && len(c) != 2 || len(c) == 2 && (len(b) == 1 || n.separator == '.' && len(a) == 1) && n.separator != '/' {
		return false
	}
	if len(c) == 2 {
		n.c += 2000
		if n.c > 2050 {
			n.c -= 100
		}
	}
	return n.c >= 1000 && n.c <= 2200 && (validDay(n.c, n.a, n.b) || validDay(n.c, n.b, n.a))
}

// joined reports whether something that is no date runs into token i from the
// left: a longer number, a path, an address.
func (s *scanner) joined(i int) bool {
	at := s.Tokens[i].Start
	if at > 0 && strings.IndexByte("-/.:#$€£+_=@&", s.Raw[at-1]) >= 0 {
		return true
	}
	return s.inAddress(i)
}

// inAddress reports whether token i stands inside a URL or path.
func (s *scanner) inAddress(i int) bool {
	at := s.Tokens[i].Start
	from := max(0, at-200)
	if cut := strings.LastIndexAny(s.Raw[from:at], " \t\n\r(<\""); cut >= 0 {
		from += cut + 1
	}
	head := s.Raw[from:at]
	return strings.Contains(head, "://") || strings.HasPrefix(head, "www.") || strings.Contains(head, "/") && strings.Contains(head, ".")
}

// continues reports whether figures run on after a date without a space.
func (s *scanner) continues(i int) bool {
	return i+1 < s.end && s.is(i, "-", "/", ".") && s.tight(i) && s.tight(i+1) && s.kind(i+1, token.Number)
}

// numericDate reads a numeric date and decides the order of its fields.
func (s *scanner) numericDate(i int, doc *readout.Document) *expr {
	n, ok := s.numericAt(i)
	if !ok {
		return nil
	}
	e := &expr{first: i, last: n.last, shape: calendar, year: n.c}
	if n.hour >= 0 && n.hour < 24 {
		e.hasClock, e.hour = true, n.hour
		s.isoMinutes(e)
	}
	if n.yearFirst {
		e.year, e.month, e.day, e.rule = n.a, n.b, n.c, "numeric-iso"
		return e
	}
	mdy, dmy := validDay(n.c, n.a, n.b), validDay(n.c, n.b, n.a)
	first, rule := true, "numeric-only"
	switch {
	case mdy && dmy && n.a != n.b:
		first, rule = s.orderOf(n, doc)
	case dmy:
		first = false
	}
	e.rule = rule
	e.month, e.day = n.a, n.b
	if !first {
		e.month, e.day = n.b, n.a
	}
	if rule == "numeric-default" {
		e.altMonth, e.altDay = e.day, e.month
	}
	return e
}

// isoMinutes reads ":15", ":15:30" and "Z" after the hour of an ISO time.
func (s *scanner) isoMinutes(e *expr) {
	for n := range 2 {
		w := s.word(e.last + 1)
		m, ok := plain(strings.TrimSuffix(w, "z"))
		if !ok || m > 59 || !s.is(e.last, ":") || !s.tight(e.last+1) {
			return
		}
		if n == 0 {
			e.min = m
		}
		e.utc = strings.HasSuffix(w, "z")
		e.last += 2
	}
}

// orderOf decides whether the month stands first in an ambiguous date, by the
// strongest evidence that there is.
func (s *scanner) orderOf(n numeric, doc *readout.Document) (monthFirst bool, rule string) {
	if s.numbers == nil {
		s.numbers = s.gatherOrder(doc)
	}
	o := s.numbers
	if n.separator == '.' {
		return false, "numeric-dotted"
	}
	if !o.published.IsZero() {
		mdy, dmy := civil(n.c, n.a, n.b), civil(n.c, n.b, n.a)
		near := func(t time.Time) bool { return absDays(t, o.published) <= 7 }
		if near(mdy) != near(dmy) {
			return near(mdy), "numeric-published"
		}
	}
	if mf, ok := o.monthFirst[n.separator]; ok {
		return mf, "numeric-style"
	}
	if wd, ok := s.writtenWeekday(n.first); ok {
		mdy := isoWeekday(civil(n.c, n.a, n.b)) == wd
		if mdy != (isoWeekday(civil(n.c, n.b, n.a)) == wd) {
			return mdy, "numeric-weekday"
		}
	}
	return !o.british, "numeric-default"
}

func absDays(a, b time.Time) int {
	d := int(a.Sub(b).Hours() / 24)
	return max(d, -d)
}

// gatherOrder looks at every numeric date of the text that has one reading.
func (s *scanner) gatherOrder(doc *readout.Document) *order {
	o := &order{monthFirst: map[byte]bool{}, published: publishedDay(doc), british: dayFirstBy(doc)}
	begin, end := s.begin, s.end
	defer func() { s.begin, s.end = begin, end }()
	s.begin, s.end = 0, len(s.Tokens)
	for i := range s.Tokens {
		n, ok := s.numericAt(i)
		if !ok || n.yearFirst {
			continue
		}
		mdy, dmy := validDay(n.c, n.a, n.b), validDay(n.c, n.b, n.a)
		if _, seen := o.monthFirst[n.separator]; mdy != dmy && !seen {
			o.monthFirst[n.separator] = mdy
		}
	}
	return o
}

// dayFirstBy is the habit of the document's language or site: only English of
// the United States, or English that says no country, writes the month first.
func dayFirstBy(doc *readout.Document) bool {
	tag := strings.ToLower(doc.Language)
	if tag != "" && tag != "en" && tag != "en-us" {
		return true
	}
	host, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(doc.URL, "https://"), "http://"), "/")
	at := strings.LastIndexByte(host, '.')
	return at >= 0 && len(host)-at == 3 && !strings.HasSuffix(host, ".us")
}
