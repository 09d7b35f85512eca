package when

import (
	"fmt"
	"strings"
	"time"
)

// grain is how fine a moment is.
type grain uint8

const (
	noGrain grain = iota
	millennial
	century
	decade
	year
	half
	quarter
	season
	month
	week
	weekend
	day
	partOfDay
	minute
)

// moment is a stretch of the calendar: the day that it begins on, and how long it
// is. For BC years Year is positive and BC set.
type moment struct {
	time.Time        // midnight UTC of the first day; only the calendar fields count
	grain     grain  // how fine
	sub       string // SP, SU, FA, WI; Q1 …; H1, H2; MO, AF, EV, NI …
	hour, min int
	utc       bool // the words name UTC or GMT
	bc        bool
	fiscal    bool
	unknownYear,
	unknownMonth bool // XXXX and XX in the value
}

// civil is a day of the calendar.
func civil(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// validDay reports whether the day is on the calendar.
func validDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	return civil(y, m, d).Day() == d
}

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

func monday(t time.Time) time.Time { return t.AddDate(0, 0, 1-isoWeekday(t)) }

// addMonths moves by whole months and keeps the day inside the month.
func addMonths(t time.Time, n int) time.Time {
	first := civil(t.Year(), int(t.Month()), 1).AddDate(0, n, 0)
	return first.AddDate(0, 0, min(t.Day(), daysIn(first))-1)
}

func daysIn(t time.Time) int { return civil(t.Year(), int(t.Month())+1, 0).Day() }

// shift moves t by n units and cuts it to the unit's grain.
func shift(t time.Time, n int, unit string) (moment, bool) {
	if n > 1e6 || n < -1e6 {
		return moment{}, false
	}
	var m moment
	switch unit {
	case "D":
		m = moment{Time: t.AddDate(0, 0, n), grain: day}
	case "N":
		m = moment{Time: t.AddDate(0, 0, n), grain: partOfDay, sub: "NI"}
	case "W":
		m = moment{Time: monday(t.AddDate(0, 0, 7*n)), grain: week}
	case "F":
		m = moment{Time: monday(t.AddDate(0, 0, 14*n)), grain: week}
	case "WE":
		m = moment{Time: monday(t.AddDate(0, 0, 7*n)).AddDate(0, 0, 5), grain: weekend}
	case "MO":
		m = moment{Time: civil(t.Year(), int(t.Month())+n, 1), grain: month}
	case "Q":
		q := (int(t.Month())-1)/3 + n
		s := civil(t.Year(), q*3+1, 1)
		m = moment{Time: s, grain: quarter, sub: fmt.Sprintf("Q%d", (int(s.Month())-1)/3+1)}
	case "Y":
		m = moment{Time: civil(t.Year()+n, 1, 1), grain: year}
	case "DE":
		m = moment{Time: civil((t.Year()/10+n)*10, 1, 1), grain: decade}
	case "CE":
		m = moment{Time: civil((t.Year()/100+n)*100, 1, 1), grain: century}
	default:
		return moment{}, false
	}
	return m, m.Year() > 0 && m.Year() < 10000
}

// end is the last day of the moment.
func (m moment) end() time.Time {
	switch m.grain {
	case century:
		return civil(m.Year()+99, 12, 31)
	case decade:
		return civil(m.Year()+9, 12, 31)
	case year:
		return civil(m.Year(), 12, 31)
	case half:
		return civil(m.Year(), int(m.Month())+6, 0)
	case quarter:
		return civil(m.Year(), int(m.Month())+3, 0)
	case season:
		return addMonths(m.Time, 3).AddDate(0, 0, -1)
	case month:
		return civil(m.Year(), int(m.Month())+1, 0)
	case week:
		return m.AddDate(0, 0, 6)
	case weekend:
		return m.AddDate(0, 0, 1)
	}
	return m.Time
}

// timex is the value in TIMEX3's notation.
func (m moment) timex() string {
	y := m.timexYear()
	switch m.grain {
	case century, decade:
		cut := 2
		if m.grain == decade {
			cut = 3
		}
		return y[:len(y)-4+cut]
	case year:
		if m.fiscal {
			return "FY" + y
		}
		return y
	case half, quarter, season:
		return y + "-" + m.sub
	case week, weekend:
		return m.timexWeek()
	case month:
		return y + fmt.Sprintf("-%02d", m.Month())
	}
	s := y + m.Format("-01-02")
	if m.unknownMonth {
		s = y + m.Format("-XX-02")
	}
	switch {
	case m.grain == partOfDay:
		s += "T" + m.sub
	case m.grain == minute:
		s += fmt.Sprintf("T%02d:%02d", m.hour, m.min)
		if m.utc {
			s += "Z"
		}
	}
	return s
}

func (m moment) timexYear() string {
	switch {
	case m.unknownYear:
		return "XXXX"
	case m.bc:
		return fmt.Sprintf("BC%04d", m.Year())
	}
	return fmt.Sprintf("%04d", m.Year())
}

func (m moment) timexWeek() string {
	y, w := m.ISOWeek()
	s := fmt.Sprintf("%04d-W%02d", y, w)
	if m.grain == weekend {
		s += "-WE"
	}
	return s
}

// seasonCodes and the quarter codes after them are EDTF's.
var seasonCodes = map[string]string{"SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41"}

// edtf is the value in EDTF; "" where it has none.
func (m moment) edtf() string {
	if m.unknownYear || m.unknownMonth || m.fiscal {
		return ""
	}
	y := fmt.Sprintf("%04d", m.Year())
	if m.bc {
		y = fmt.Sprintf("-%04d", m.Year()-1)
	}
	switch m.grain {
	case century, decade:
		if m.bc {
			return ""
		}
		return strings.TrimSuffix(y, "00"[:1+int(decade-m.grain)]) + "XX"[:1+int(decade-m.grain)]
	case year:
		return y
	case half, quarter, season:
		return y + "-" + seasonCodes[m.sub]
	case month:
		return y + fmt.Sprintf("-%02d", m.Month())
	case week, weekend:
		return m.Format(time.DateOnly) + "/" + m.end().Format(time.DateOnly)
	case minute:
		return y + m.Format("-01-02") + fmt.Sprintf("T%02d:%02d", m.hour, m.min)
	}
	return y + m.Format("-01-02")
}

// easter is Easter Sunday of the western churches (Butcher's computus).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civil(y, n/31, n%31+1)
}

// orthodoxEaster is Easter Sunday of the eastern churches as a day of the
// Gregorian calendar (Meeus's Julian computus).
func orthodoxEaster(y int) time.Time {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return civil(y, n/31, n%31+1).AddDate(0, 0, y/100-y/400-2)
}

// holiday resolves a rule of holidays.tsv in a year.
func holiday(rule string, y int) (time.Time, bool) {
	var n, m, d int
	if _, err := fmt.Sscanf(rule, "easter%d", &n); err == nil {
		return easter(y).AddDate(0, 0, n), true
	}
	if _, err := fmt.Sscanf(rule, "orthodox%d", &n); err == nil {
		return orthodoxEaster(y).AddDate(0, 0, n), true
	}
	if _, err := fmt.Sscanf(rule, "%d-%d", &m, &d); err == nil && validDay(y, m, d) {
		return civil(y, m, d), true
	}
	parts := strings.Split(rule, "/")
	if len(parts) != 3 {
		return time.Time{}, false
	}
	plus := 0
	nth, extra, _ := strings.Cut(parts[2], "+")
	fmt.Sscanf(parts[0], "%d", &m)
	fmt.Sscanf(nth, "%d", &n)
	fmt.Sscanf(extra, "%d", &plus)
	wd := strings.Index("montuewedthufrisatsun", parts[1])/3 + 1
	if n < 0 {
		t := civil(y, m+1, 0)
		return t.AddDate(0, 0, -((isoWeekday(t)-wd+7)%7)+plus), true
	}
	t := civil(y, m, 1)
	return t.AddDate(0, 0, (wd-isoWeekday(t)+7)%7+7*(n-1)+plus), true
}
