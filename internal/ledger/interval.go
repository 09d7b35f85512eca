package ledger

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// interval is a closed range of days, counted from 1970-01-01.
type interval struct{ lo, hi int }

// exactDays is the longest interval, in days, that still counts as an exact
// time: a weekend, or a summit of three days with a day of travel.
const exactDays = 4

// openDays is how far an open end of an EDTF interval reaches.
const openDays = 366

func (v interval) length() int { return v.hi - v.lo + 1 }

func (v interval) exact() bool { return v.length() <= exactDays }

func (v interval) overlaps(o interval) bool { return v.lo <= o.hi && o.lo <= v.hi }

func (v interval) contains(o interval) bool { return v.lo <= o.lo && o.hi <= v.hi }

// distance is the number of days between the two; 0 where they overlap.
func (v interval) distance(o interval) int { return max(0, v.lo-o.hi, o.lo-v.hi) }

// hull is the smallest interval that holds both.
func (v interval) hull(o interval) interval { return interval{min(v.lo, o.lo), max(v.hi, o.hi)} }

func (v interval) edtf() string {
	if v.lo == v.hi {
		return formatDay(v.lo)
	}
	return formatDay(v.lo) + "/" + formatDay(v.hi)
}

func dayNumber(y, m, d int) int {
	return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func formatDay(n int) string {
	return time.Unix(int64(n)*86400, 0).UTC().Format(time.DateOnly)
}

// parseDay reads YYYY-MM-DD.
func parseDay(s string) (int, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, false
	}
	return int(t.Unix() / 86400), true
}

// parseEDTF reads the days that an EDTF value covers: days, months, seasons,
// quarters, years, intervals, with or without a time of day or a qualifier.
func parseEDTF(s string) (interval, bool) {
	from, to, ranged := strings.Cut(s, "/")
	a, okA := parsePart(from)
	if !ranged {
		return a, okA
	}
	b, okB := parsePart(to)
	switch {
	case okA && okB && a.lo <= b.hi:
		return interval{a.lo, b.hi}, true
	case okA && isOpen(to):
		return interval{a.lo, a.hi + openDays}, true
	case okB && isOpen(from):
		return interval{b.lo - openDays, b.hi}, true
	}
	return interval{}, false
}

func isOpen(part string) bool { return part == "" || part == ".." }

// seasons are the EDTF sub-year codes: first month and number of months.
var seasons = map[int][2]int{
	21: {3, 3}, 22: {6, 3}, 23: {9, 3}, 24: {12, 3},
	33: {1, 3}, 34: {4, 3}, 35: {7, 3}, 36: {10, 3},
	37: {1, 4}, 38: {5, 4}, 39: {9, 4}, 40: {1, 6}, 41: {7, 6},
}

func parsePart(s string) (interval, bool) {
	s, _, _ = strings.Cut(strings.Trim(s, "~?% "), "T")
	s = strings.TrimRight(s, "~?%")
	if day, ok := parseDay(s); ok {
		return interval{day, day}, true
	}
	year, month, _ := strings.Cut(s, "-")
	y, err := strconv.Atoi(year)
	if err != nil || len(year) != 4 {
		return interval{}, false
	}
	if month == "" {
		return months(y, 1, 12), true
	}
	m, err := strconv.Atoi(month)
	if err != nil || len(month) != 2 {
		return interval{}, false
	}
	if season, ok := seasons[m]; ok {
		return months(y, season[0], season[1]), true
	}
	if m < 1 || m > 12 {
		return interval{}, false
	}
	return months(y, m, 1), true
}

func months(y, first, n int) interval {
	return interval{dayNumber(y, first, 1), dayNumber(y, first+n, 1) - 1}
}

// clockMinutes is the time of day of an EDTF value in minutes, or -1.
func clockMinutes(s string) int {
	_, clock, ok := strings.Cut(s, "T")
	if !ok || len(clock) < 5 {
		return -1
	}
	var h, m int
	if n, err := fmt.Sscanf(clock[:5], "%2d:%2d", &h, &m); err != nil || n != 2 {
		return -1
	}
	return h*60 + m
}
