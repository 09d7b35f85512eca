package when

import (
	"fmt"
	"time"

	"readout"
)

// dayMonth resolves a day and a month, with or without a year.
func (r *resolver) dayMonth(e *expr) result {
	res := result{rule: "explicit-day"}
	if e.rule != "" {
		res.rule = e.rule
	}
	res.grain, res.bc = day, e.bc
	y := r.yearOf(e)
	if y == 0 {
		return r.yearless(e)
	}
	if !validDay(y, e.month, e.day) {
		return result{rule: "impossible"}
	}
	res.Time, res.ok = civil(y, e.month, e.day), true
	if e.altDay > 0 {
		res.other = append(res.other, readout.Alternative{EDTF: fmt.Sprintf("%04d-%02d-%02d", y, e.altMonth, e.altDay), Reason: "day and month the other way round"})
	}
	r.setEnd(&res, e, y)
	return res
}

// dayOnly resolves "the 28th": in the month told last, else the nearest one.
func (r *resolver) dayOnly(e *expr) result {
	ref, ok := r.reference()
	if !ok {
		return result{rule: "no-anchor"}
	}
	rule := "day-of-month"
	months := []int{0, -1, 1}
	switch {
	case e.deictic == "-1":
		months = []int{-1}
	case e.deictic == "1":
		months = []int{1}
	case e.deictic != "":
		months = []int{0}
	case r.told.grain >= month && r.sentence-r.toldAt < 3 && !r.told.bc:
		ref, months = r.told.Time, []int{0}
	}
	best := time.Time{}
	for _, n := range months {
		m := addMonths(civil(ref.Year(), int(ref.Month()), 1), n)
		t := civil(m.Year(), int(m.Month()), e.day)
		if e.day <= daysIn(m) && (best.IsZero() || absDays(t, ref) < absDays(best, ref)) {
			best = t
		}
	}
	if best.IsZero() {
		return result{rule: "impossible"}
	}
	return result{moment: moment{Time: best, grain: day}, ok: true, rule: rule, anchor: ref}
}

// setEnd sets the last day of a range.
func (r *resolver) setEnd(res *result, e *expr, y int) {
	if e.weekOf {
		res.Time, res.grain = monday(res.Time), week
		return
	}
	if e.toDay == 0 {
		return
	}
	m := e.month
	if e.toMonth > 0 {
		m = e.toMonth
		if m < e.month {
			y++
		}
	}
	if validDay(y, m, e.toDay) {
		res.to = civil(y, m, e.toDay)
	}
}

// yearless chooses the year of a day and month: the nearest to the day of
// writing, unless the verb says otherwise; in history the one told last.
func (r *resolver) yearless(e *expr) result {
	ref, ok := r.reference()
	if !ok {
		if !validDay(2000, e.month, e.day) {
			return result{rule: "impossible"}
		}
		return result{moment: moment{Time: civil(2000, e.month, e.day), grain: day, unknownYear: true}, rule: "no-anchor"}
	}
	if r.narrative {
		return r.inStory(e, ref)
	}
	y, rule := nearestYear(ref, e.month, e.day), "month-day-nearest"
	if e.weekday > 0 {
		if wy, ok := yearOfWeekday(ref, e); ok {
			y, rule = wy, "month-day-weekday"
		}
	} else {
		y, rule = r.cuedYear(e, ref, y, rule)
	}
	if !validDay(y, e.month, e.day) {
		return result{rule: "impossible"}
	}
	res := result{moment: moment{Time: civil(y, e.month, e.day), grain: day}, ok: true, rule: rule, anchor: ref}
	r.setEnd(&res, e, y)
	return res
}

// cuedYear lets "last", "next" and the verb move the nearest year.
func (r *resolver) cuedYear(e *expr, ref time.Time, y int, rule string) (int, string) {
	days := func(y int) int { return int(civil(y, e.month, min(e.day, 28)).Sub(ref).Hours() / 24) }
	switch e.deictic {
	case "-1", "past":
		if days(y) >= 0 {
			y--
		}
		return y, "month-day-last"
	case "1", "coming":
		if days(y) <= 0 {
			y++
		}
		return y, "month-day-next"
	case "0":
		return ref.Year(), "month-day-this"
	}
	switch c := r.cueOf(e); {
	case c == pastCue && days(y) > 120:
		return y - 1, "month-day-past"
	case c == planCue && days(y) < -7:
		return y + 1, "month-day-planned"
	}
	return y, rule
}

// nearestYear is the year that brings the day closest to ref.
func nearestYear(ref time.Time, m, d int) int {
	best := ref.Year()
	for _, y := range []int{best - 1, best + 1} {
		if validDay(y, m, d) && (!validDay(best, m, d) || absDays(civil(y, m, d), ref) < absDays(civil(best, m, d), ref)) {
			best = y
		}
	}
	return best
}

// yearOfWeekday is the year nearest to ref in which the day falls on the weekday
// written beside it.
func yearOfWeekday(ref time.Time, e *expr) (int, bool) {
	for n := range 4 {
		for _, y := range []int{ref.Year() - n, ref.Year() + n} {
			if validDay(y, e.month, e.day) && isoWeekday(civil(y, e.month, e.day)) == e.weekday {
				return y, true
			}
		}
	}
	return 0, false
}

// inStory chooses the year in history: the year told last, or the neighbour that
// is much nearer to the date told last.
func (r *resolver) inStory(e *expr, ref time.Time) result {
	y := ref.Year()
	d := max(e.day, 1)
	if r.told.grain >= month && !r.told.bc {
		gap := (y*12 + e.month) - (ref.Year()*12 + int(ref.Month()))
		switch {
		case gap < -8:
			y++
		case gap > 9:
			y--
		}
	}
	m := moment{Time: civil(y, e.month, 1), grain: month, bc: r.told.bc}
	if e.day > 0 {
		if !validDay(y, e.month, d) {
			return result{rule: "impossible"}
		}
		m.Time, m.grain = civil(y, e.month, d), day
	}
	res := result{moment: m, ok: true, rule: "story-year", anchor: ref}
	r.setEnd(&res, e, y)
	return res
}

// monthYear resolves a month, with or without a year.
func (r *resolver) monthYear(e *expr) result {
	res := result{ok: true, rule: "explicit-month"}
	res.grain, res.bc = month, e.bc
	if y := r.yearOf(e); y > 0 {
		res.Time = civil(y, e.month, 1)
		return res
	}
	ref, ok := r.reference()
	if !ok {
		return result{moment: moment{Time: civil(2000, e.month, 1), grain: month, unknownYear: true}, rule: "no-anchor"}
	}
	if r.narrative && e.deictic == "" {
		return r.inStory(e, ref)
	}
	y, rule := r.monthsYear(e, ref)
	res.Time, res.rule, res.anchor = civil(y, e.month, 1), rule, ref
	return res
}

// monthsYear chooses the year of a month by "last", "this", "next" and the verb.
func (r *resolver) monthsYear(e *expr, ref time.Time) (int, string) {
	if (e.deictic == "after" || e.deictic == "before") && r.told.grain >= month {
		ref = r.told.Time
	}
	y, now := ref.Year(), int(ref.Month())
	switch e.deictic {
	case "0":
		return y, "month-this"
	case "-1", "past", "before":
		if e.month >= now {
			y--
		}
		return y, "month-last"
	case "1", "coming", "after":
		if e.month <= now {
			y++
		}
		return y, "month-next"
	}
	c := r.cueOf(e)
	switch {
	case c == pastCue && e.month > now:
		return y - 1, "month-past"
	case (c == planCue || c == reportedCue) && e.month < now && !(c == reportedCue && now-e.month < 6):
		return y + 1, "month-planned"
	case c == noCue:
		return nearestYear(ref, e.month, min(15, ref.Day())), "month-nearest"
	}
	return y, "month-this-year"
}
