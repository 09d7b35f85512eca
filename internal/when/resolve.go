package when

import (
	"time"

	"readout"
	"readout/lexicon"
)

// resolver turns expressions into dates, in the order of the text.
type resolver struct {
	*scanner
	now       time.Time // the day of writing of the passage; zero if unknown
	narrative bool      // history: dates count from the date told last, not from the day of writing
	told      moment    // the date that the text told last
	reported  time.Time // the day of the report in this sentence: "said on Monday"
	toldAt    int       // the sentence of told
	listed    time.Time // the day planned last that opens its sentence: "On Monday, … will"
	listedAt  int       // the sentence of listed
	sentence  int
}

// result is a resolved expression.
type result struct {
	moment
	to     time.Time // last day of a range
	since  time.Time // first day of what is left of a week or month
	ok     bool      // the calendar date is known
	rule   string
	anchor time.Time
	other  []readout.Alternative
}

func (r *resolver) resolve(e *expr) result {
	switch e.shape {
	case calendar:
		return r.calendar(e)
	case offset:
		return r.offset(e)
	case daypart:
		return r.daypart(e)
	case clock:
		return r.clockOnly(e)
	case feast:
		return r.feast(e)
	}
	return result{rule: "reference"}
}

// calendar resolves parts of a calendar date.
func (r *resolver) calendar(e *expr) result {
	switch {
	case e.century > 0 || e.decade > 0:
		return r.decades(e)
	case e.sub != "":
		return r.seasonal(e)
	case e.day > 0 && e.month == 0:
		return r.dayOnly(e)
	case e.day > 0:
		return r.dayMonth(e)
	case e.month > 0:
		return r.monthYear(e)
	case e.weekday > 0:
		return r.weekday(e)
	}
	m := moment{Time: civil(e.year, 1, 1), grain: year, bc: e.bc, fiscal: e.fiscal}
	rule := "explicit-year"
	if e.fiscal {
		rule = "fiscal-year"
	}
	return result{moment: m, ok: true, rule: rule}
}

func (r *resolver) decades(e *expr) result {
	m := moment{Time: civil(e.decade*10, 1, 1), grain: decade, bc: e.bc}
	if e.century > 0 {
		m = moment{Time: civil(e.century*100, 1, 1), grain: century, bc: e.bc}
	}
	return result{moment: m, ok: true, rule: "explicit-decade"}
}

// reference is the day that years are chosen by: the story's in history, else
// the day of writing; ok is false if there is none.
func (r *resolver) reference() (time.Time, bool) {
	if r.narrative && r.told.grain != noGrain {
		return r.told.Time, true
	}
	return r.now, !r.now.IsZero() && !r.narrative
}

// yearOf gives the year that the words name or imply ("of this year"); 0 if
// they say nothing of it.
func (r *resolver) yearOf(e *expr) int {
	if e.year > 0 {
		return e.year
	}
	ref, ok := r.reference()
	if e.relYear == "" || !ok {
		return 0
	}
	switch e.relYear {
	case "-1", "before":
		return ref.Year() - 1
	case "1", "after":
		return ref.Year() + 1
	case "same", "that":
		if r.told.grain != noGrain {
			return r.told.Year()
		}
	}
	return ref.Year()
}

// seasonal resolves seasons, quarters and halves.
func (r *resolver) seasonal(e *expr) result {
	g, first := season, map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}[e.sub]
	switch e.sub[0] {
	case 'Q':
		g = quarter
	case 'H':
		g = half
	}
	m := moment{grain: g, sub: e.sub, bc: e.bc || e.year == 0 && r.narrative && r.told.bc, fiscal: e.fiscal}
	if y := r.yearOf(e); y > 0 {
		m.Time = civil(y, first, 1)
		return result{moment: m, ok: true, rule: "explicit-season"}
	}
	ref, ok := r.reference()
	if !ok {
		m.Time, m.unknownYear = civil(2000, first, 1), true
		return result{moment: m, rule: "no-anchor"}
	}
	m.Time = civil(ref.Year(), first, 1)
	rule := "season-nearest"
	switch {
	case e.deictic == "-1" || e.deictic == "past":
		rule = "season-last"
		if !m.end().Before(ref) {
			m.Time = civil(ref.Year()-1, first, 1)
		}
	case e.deictic == "1":
		rule = "season-next"
		if !m.Time.After(ref) {
			m.Time = civil(ref.Year()+1, first, 1)
		}
	case e.deictic == "" && !r.narrative:
		c := r.cueOf(e)
		if m.Time.After(ref) && c == pastCue {
			m.Time = civil(ref.Year()-1, first, 1)
		} else if m.end().Before(ref) && (c == planCue || c == reportedCue) {
			m.Time = civil(ref.Year()+1, first, 1)
		}
	}
	return result{moment: m, ok: true, rule: rule, anchor: ref}
}

// weekday resolves a weekday that stands alone or with "last", "next", "this".
func (r *resolver) weekday(e *expr) result {
	ref, ok := r.now, !r.now.IsZero()
	if r.narrative && r.told.grain >= day {
		ref, ok = r.told.Time, true
	}
	if e.deictic == "same" || e.deictic == "that" || e.deictic == "after" || e.deictic == "before" {
		if r.told.grain >= day {
			ref, ok = r.told.Time, true
		}
	}
	if !ok {
		return result{moment: moment{grain: day}, rule: "no-anchor"}
	}
	back := (isoWeekday(ref) - e.weekday + 7) % 7
	res := result{ok: true, anchor: ref}
	days, rule := -back, "weekday-past"
	switch e.deictic {
	case "":
		days, rule, res.anchor = r.bareWeekday(e, ref, back)
		ref = res.anchor
	case "-1", "past", "before":
		rule = "weekday-last"
		if days == 0 {
			days = -7
		}
	case "1":
		days, rule = 7-isoWeekday(ref)+e.weekday, "weekday-next"
		if days > 7 {
			res.other = append(res.other, readout.Alternative{EDTF: ref.AddDate(0, 0, days-7).Format(time.DateOnly), Reason: "the coming one"})
		}
	case "coming", "after":
		days, rule = 7-back, "weekday-coming"
	case "0":
		days, rule = e.weekday-isoWeekday(ref), "weekday-this"
		if c := r.cueOf(e); days < 0 && c != pastCue {
			days += 7
		}
	}
	res.Time, res.rule = ref.AddDate(0, 0, days+e.n), rule
	res.grain = day
	return res
}

// bareWeekday chooses the week of a weekday without a modifier by the verb that
// governs it.
func (r *resolver) bareWeekday(e *expr, ref time.Time, back int) (days int, rule string, from time.Time) {
	c := r.cueOf(e)
	ahead := (7 - back) % 7
	switch {
	case c == planCue && r.follows(e):
		n := absDays(r.told.Time, ref)
		return n + (e.weekday-isoWeekday(r.told.Time)+7)%7, "weekday-planned", ref
	case c == planCue && r.afterWeekend(e, ref, ahead):
		return ahead + 7, "weekday-planned", ref
	case c == planCue:
		return ahead, "weekday-planned", ref
	case c == reportedCue && !r.reported.IsZero():
		ahead = (e.weekday - isoWeekday(r.reported) + 7) % 7
		if ahead == 0 {
			ahead = 7
		}
		return ahead, "weekday-reported", r.reported
	case c == reportedCue:
		return ahead, "weekday-planned", ref
	case c == noCue:
		return -back, "weekday-recent", ref
	}
	return -back, "weekday-past", ref
}

// follows reports whether a planned weekday comes after the one just named:
// "from Monday to Wednesday", "on Friday and Saturday".
func (r *resolver) follows(e *expr) bool {
	_, named := r.sense(e.first-2, lexicon.TimeWeekday)
	return named && r.is(e.first-1, "to", "through", "until", "-", "and", "or", ",") && r.told.grain >= day && r.toldAt == r.sentence && !r.told.Before(r.now)
}

// maxListed is within how many sentences a list of planned days goes on.
const maxListed = 12

// afterWeekend reports whether a planned weekday so many days ahead would fall back before
// the coming week, of which the list has already told a day: "On Monday, … . On Friday, …",
// said on a Friday.
func (r *resolver) afterWeekend(e *expr, ref time.Time, ahead int) bool {
	return r.leads(e) && !r.listed.IsZero() && r.sentence-r.listedAt <= maxListed && ref.AddDate(0, 0, ahead).Before(monday(r.listed)) && absDays(r.listed, ref) < 14
}

// list remembers a planned day that opens its sentence.
func (r *resolver) list(e *expr, res result) {
	if res.grain == day && e.weekday > 0 && r.leads(e) && res.After(r.now) {
		r.listed, r.listedAt = res.Time, r.sentence
	}
}

// leads reports whether an expression opens its sentence, or what a label's speaker says:
// "On Monday, ", "SPOKESMAN: And then on Monday".
func (r *resolver) leads(e *expr) bool {
	for i := e.first - 1; i >= r.begin && !r.is(i, ":"); i-- {
		if !r.is(i, "on", "and", "then", "so", "next", "later", ",") {
			return false
		}
	}
	return true
}

// feast resolves a holiday.
func (r *resolver) feast(e *expr) result {
	y := r.yearOf(e)
	ref, ok := r.reference()
	if y == 0 && !ok {
		return result{rule: "no-anchor"}
	}
	if y > 0 {
		t, ok := holiday(e.value, y)
		return result{moment: moment{Time: t, grain: day}, ok: ok, rule: "holiday"}
	}
	c := r.cueOf(e)
	best, _ := holiday(e.value, ref.Year())
	for _, y := range []int{ref.Year() - 1, ref.Year() + 1} {
		t, ok := holiday(e.value, y)
		if !ok {
			return result{rule: "holiday"}
		}
		last, next := e.deictic == "-1", e.deictic == "1"
		switch {
		case (last || c == pastCue && !next) && best.After(ref) && t.Before(ref), (next || (c == planCue || c == reportedCue) && !last) && best.Before(ref) && t.After(ref):
			best = t
		case c == noCue && !last && !next && absDays(t, ref) < absDays(best, ref):
			best = t
		}
	}
	return result{moment: moment{Time: best, grain: day}, ok: true, rule: "holiday", anchor: ref}
}
