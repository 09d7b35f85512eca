package source

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"readout"
)

// foundDay is a calendar day that a text writes out. Only what a publisher's
// own date needs is read here: whole days, no "yesterday".
type foundDay struct {
	span    readout.Span
	day     time.Time     // zero where the order of a numeric day is open, or the year is missing
	numeric *numericDay   // where the order of day and month is not given by the form
	month   time.Month    // with dayNum, where the year is missing
	dayNum  int           //
	weekday *time.Weekday // where one is written beside it
}

// numericDay is A-B-YEAR, with the character between them.
type numericDay struct {
	a, b, year int
	separator  byte
}

const (
	monthPattern   = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
	weekdayPattern = `(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?[ \t]+)?`
	earliestYear   = 1990 // pages carry 0001-01-01 and 1970-01-01 as "no date"
	latestYear     = 2199
)

var (
	writtenDay = regexp.MustCompile(`(?i)\b` + weekdayPattern + `(?:` +
		`(?P<iy>\d{4})[-/](?P<im>\d{1,2})[-/](?P<id>\d{1,2})\b|` +
		`(?P<na>\d{1,2})(?P<sep>[-/.])(?P<nb>\d{1,2})[-/.](?P<ny>\d{4})\b|` +
		`(?P<dd>\d{1,2})(?:st|nd|rd|th)?(?:[ \t]+of)?[ \t-]+(?P<dm>` + monthPattern + `)(?:,?[ \t-]+(?P<dy>\d{4})\b)?|` +
		`(?P<mm>` + monthPattern + `)[ \t]+(?P<md>\d{1,2})(?:st|nd|rd|th)?\b(?:,?[ \t]+(?P<my>\d{4})\b)?)`)
	writtenGroup = groupIndex(writtenDay)
)

func groupIndex(re *regexp.Regexp) map[string]int {
	out := map[string]int{}
	for i, name := range re.SubexpNames() {
		if name != "" {
			out[name] = i
		}
	}
	return out
}

// findDays finds the days that text writes out, in order.
func findDays(text string) []foundDay {
	var out []foundDay
	for _, m := range writtenDay.FindAllStringSubmatchIndex(text, -1) {
		if f, ok := readDay(text, m); ok {
			out = append(out, f)
		}
	}
	return out
}

// readDay reads one match; ok is false for days that no calendar has.
func readDay(text string, m []int) (foundDay, bool) {
	group := func(name string) string {
		i := 2 * writtenGroup[name]
		if m[i] < 0 {
			return ""
		}
		return text[m[i]:m[i+1]]
	}
	f := foundDay{span: readout.Span{Start: m[0], End: m[1]}.Trim(text), weekday: weekdayNamed(group("weekday"))}
	switch {
	case group("iy") != "":
		return f.on(number(group("iy")), time.Month(number(group("im"))), number(group("id")))
	case group("na") != "":
		n := numericDay{number(group("na")), number(group("nb")), number(group("ny")), group("sep")[0]}
		f.numeric = &n
		_, monthFirst := n.monthFirst()
		_, dayFirst := n.dayFirst()
		return f, monthFirst || dayFirst
	case group("dd") != "":
		return f.named(group("dy"), group("dm"), group("dd"))
	}
	return f.named(group("my"), group("mm"), group("md"))
}

// named sets a day with a month's name; without a year it stays open.
func (f foundDay) named(year, month, day string) (foundDay, bool) {
	f.month, f.dayNum = monthNamed(month), number(day)
	if year == "" {
		return f, f.dayNum >= 1 && f.dayNum <= 31
	}
	return f.on(number(year), f.month, f.dayNum)
}

func (f foundDay) on(year int, month time.Month, day int) (foundDay, bool) {
	var ok bool
	f.day, ok = calendarDay(year, month, day)
	return f, ok
}

func (n numericDay) monthFirst() (time.Time, bool) {
	return calendarDay(n.year, time.Month(n.a), n.b)
}

func (n numericDay) dayFirst() (time.Time, bool) {
	return calendarDay(n.year, time.Month(n.b), n.a)
}

// calendarDay is a day that exists, in a year in which pages are published.
func calendarDay(year int, month time.Month, day int) (time.Time, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == day && t.Month() == month && t.Year() == year && year >= earliestYear && year <= latestYear
}

// withYear is the day in the year that puts it nearest to near.
func (f foundDay) withYear(near time.Time) (time.Time, bool) {
	var best time.Time
	found := false
	for year := near.Year() - 1; year <= near.Year()+1; year++ {
		if t, ok := calendarDay(year, f.month, f.dayNum); ok && (!found || near.Sub(t).Abs() < near.Sub(best).Abs()) {
			best, found = t, true
		}
	}
	return best, found
}

func monthNamed(s string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if len(s) >= 3 && strings.EqualFold(s[:3], m.String()[:3]) {
			return m
		}
	}
	return 0
}

func weekdayNamed(s string) *time.Weekday {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(s) >= 3 && strings.EqualFold(s[:3], d.String()[:3]) {
			return &d
		}
	}
	return nil
}

// number reads digits that a pattern has checked.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
