package when

import (
	"time"

	"readout"
)

// offset resolves units counted from the day of writing or from the story.
func (r *resolver) offset(e *expr) result {
	ref, rule, ok := r.now, "offset", !r.now.IsZero() && !(r.narrative && r.told.grain != noGrain)
	if r.narrative && r.told.grain != noGrain {
		ref, ok = r.told.Time, true
	}
	if e.base == fromStory {
		if r.told.grain != noGrain && (r.narrative || r.sentence-r.toldAt < 12) {
			ref, ok = r.told.Time, true
			rule = "story-offset"
			if e.unit == "D" && r.told.grain < day {
				return result{moment: moment{grain: day}, rule: "no-day-told"}
			}
		}
	}
	if !ok {
		return result{rule: "no-anchor"}
	}
	if e.edge != "" || e.deictic == "0" {
		rule = "unit-this"
	} else if e.deictic == "-1" {
		rule = "unit-last"
	} else if e.deictic == "1" {
		rule = "unit-next"
	}
	if e.rule != "" {
		rule = e.rule
	}
	if e.unit == "WE" && e.deictic == "" && e.base == fromNow {
		e.n = r.weekendShift(e, ref)
	}
	n := e.n
	if e.unit == "W" && e.deictic == "0" && e.edge == "" && isoWeekday(ref) == 7 && r.plans(e) {
		n++ // "will meet this week", said on a Sunday
	}
	if e.unit == "W" && e.deictic == "-1" && e.edge == "" && isoWeekday(ref) == 7 && !r.narrative {
		n++ // "met last week", said on a Sunday: the week that ends
	}
	bc := r.told.bc && ref.Equal(r.told.Time)
	if bc && (e.unit == "Y" || e.unit == "DE" || e.unit == "CE") {
		n = -n
	}
	m, known := shift(ref.AddDate(-e.years, 0, 0), n, e.unit)
	if !known || bc && n == e.n && n != 0 {
		return result{rule: rule}
	}
	m.bc = bc
	res := result{moment: m, ok: true, rule: rule, anchor: ref}
	r.cutWeek(&res, e, ref)
	if e.years > 0 && e.unit == "W" {
		res.moment, res.since, res.to = weekYearsAgo(ref.AddDate(0, 0, 7*n), e.years)
	}
	if from, ok := shift(ref, 2*n, e.unit); ok && e.loose && !bc && (e.unit == "W" || e.unit == "MO") {
		res.since, res.to = from.Time, m.end() // "a couple of months ago": two to four
	}
	if e.loose && !bc && e.unit == "Y" && n < -1 { // "a couple of years ago": one to three
		from, _ := shift(ref, n-1, e.unit)
		to, _ := shift(ref, n+1, e.unit)
		res.since, res.to = from.Time, to.end()
	}
	if from, ok := shift(ref, e.from, e.unit); ok && e.ranged && !bc {
		res.since, res.to = from.Time, m.end() // "two or three months ago", "in the next few days"
	}
	return res
}

// weekYearsAgo is the week of a day put back by years: the same days of the calendar, "one
// year ago this week". Its moment is the week in which most of them lie.
func weekYearsAgo(day time.Time, years int) (m moment, since, to time.Time) {
	first := monday(day)
	since = first.AddDate(-years, 0, 0)
	m, _ = shift(first.AddDate(-years, 0, 3), 0, "W")
	return m, since, first.AddDate(-years, 0, 6)
}

// weekendShift chooses the week of "the weekend": the coming one for a plan, else
// the one that is or was last.
func (r *resolver) weekendShift(e *expr, ref time.Time) int {
	if isoWeekday(ref) >= 6 {
		return 0
	}
	if r.plans(e) {
		return 0
	}
	return -1
}

// plans reports whether the words round a time tell a plan, told now or as told before.
func (r *resolver) plans(e *expr) bool {
	c := r.cueOf(e)
	return c == planCue || c == reportedCue
}

// cutWeek narrows "later this week" to what is left of it, "earlier this month"
// to what is gone.
func (r *resolver) cutWeek(res *result, e *expr, ref time.Time) {
	switch {
	case e.edge == "LATER" && res.grain < day && !ref.Before(res.Time):
		res.to = res.end()
		res.since = ref
	case e.edge == "EARLIER" && res.grain < day && !ref.After(res.end()):
		res.since, res.to = res.Time, ref
	}
}

// daypart resolves "this morning", "last night", "that evening", "the next morning".
func (r *resolver) daypart(e *expr) result {
	ref, ok, n := r.now, !r.now.IsZero(), 0
	rule := "part-of-day"
	switch e.deictic {
	case "-1":
		n = -1
	case "same", "that", "after", "before", "1":
		if r.told.grain >= day && (r.narrative || r.sentence-r.toldAt < 12) {
			ref, ok, rule = r.told.Time, true, "story-offset"
		}
		switch e.deictic {
		case "after", "1":
			n = 1
		case "before":
			n = -1
		}
	}
	if r.narrative && rule != "story-offset" {
		ok = r.told.grain >= day
		ref = r.told.Time
	}
	if !ok {
		return result{rule: "no-anchor"}
	}
	return result{moment: moment{Time: ref.AddDate(0, 0, n), grain: day}, ok: true, rule: rule, anchor: ref}
}

// clockOnly puts a time of day on the day told last in the sentence or just
// before it, else on the day of writing.
func (r *resolver) clockOnly(e *expr) result {
	switch {
	case r.told.grain >= day && r.sentence-r.toldAt <= 2:
		return result{moment: moment{Time: r.told.Time, grain: day}, ok: true, rule: "clock-story", anchor: r.told.Time}
	case !r.now.IsZero() && !r.narrative:
		return result{moment: moment{Time: r.now, grain: day}, ok: true, rule: "clock-today", anchor: r.now}
	}
	return result{rule: "no-anchor"}
}

// aside reports whether a year that stands alone is only mentioned, and leaves
// the story where it is: it is far from the date told last, or does not open its
// sentence.
func (r *resolver) aside(e *expr, res result) bool {
	if !r.narrative || r.told.grain == noGrain || res.grain != year || e.month > 0 {
		return false
	}
	gap := res.Year() - r.told.Year()
	if r.told.bc {
		gap = -gap
	}
	return gap < -1 || gap > 6 || e.first-r.Sentences[r.sentence].First > 3
}

// narrates reports whether a text tells of the past by its own dates: it names
// years long before its day of writing, and hardly a day near it.
func narrates(list []*expr, now time.Time) bool {
	old, days, fresh := 0, 0, 0
	for _, e := range list {
		switch {
		case e.shape == calendar && e.year > 0 && (e.bc || now.IsZero() || e.year < now.Year()-1):
			old++
			if e.day > 0 {
				days++
			}
		case e.shape == offset && e.base == fromNow && e.deictic != "0" && e.kind == "" || e.weekday > 0 && e.year == 0 || e.year > 0 && !now.IsZero() && e.year >= now.Year()-1:
			fresh++
		}
	}
	return old >= 4 && old > 3*fresh || days >= 2 && fresh == 0 || now.IsZero() && old > 0
}

// publishedDay is the day of publication; zero if it is not known to the day.
func publishedDay(doc *readout.Document) time.Time { return dayOf(doc.Published) }

func dayOf(p *readout.Published) time.Time {
	t, err := time.Parse(time.DateOnly, p.Day())
	if err != nil {
		return time.Time{}
	}
	return t
}
