package contact

import (
	"strings"
	"time"

	"readout"
)

// dateOf is the date whose words give a draft its day; -1 where there is none.
func (f *finder) dateOf(d *draft) int {
	if d.When == nil {
		return -1
	}
	for i, x := range f.Dates {
		if x.From.First() == d.When.From.First() {
			return i
		}
	}
	return -1
}

// weekGone moves "this week" of what is told as past on a Sunday, where it was read of the
// week that follows for a plan in its sentence, to the week that ends that day: "The summit
// will build on her calls this week with Holt".
func (f *finder) weekGone(d *draft, x readout.Date) bool {
	first, last := bounds(d.When.EDTF)
	today := f.today(d.sentence)
	if d.Status != readout.Held || x.Rule != "unit-this" || first <= today || first == last {
		return false
	}
	from, err := time.Parse(time.DateOnly, first)
	if err != nil || from.AddDate(0, 0, -1).Format(time.DateOnly) != today {
		return false
	}
	d.When.EDTF = from.AddDate(0, 0, -7).Format(time.DateOnly) + "/" + today
	return true
}

// countedAhead reports whether what is told as held has a day that its words themselves count
// ahead: "announces nothing coming out of the leaders' meeting tomorrow".
func (f *finder) countedAhead(d *draft, x readout.Date) bool {
	today := f.today(d.sentence)
	return d.Status == readout.Held && x.Rule == "offset" && today != "" && len(d.When.EDTF) >= len(today) && d.When.EDTF[:len(today)] > today
}

// maxMonthsAhead is within how many months a bare month that words of expectation stand
// beside is the coming one.
const maxMonthsAhead = 3

// lookedFor reports whether a noun told without a verb of its own is expected in a month
// about to come, which was read of the past for the verb that speaks of it: "noted Brell's
// November visit as a key opportunity", said in October.
func (f *finder) lookedFor(d *draft, c cue, x readout.Date) bool {
	if c.verb() || d.Status != readout.Held || d.explicit || x.Rule != "month-past" {
		return false
	}
	month, err := time.Parse("2006-01", d.When.EDTF)
	today, wrong := time.Parse(time.DateOnly, f.today(c.sentence))
	if err != nil || wrong != nil {
		return false
	}
	month = month.AddDate(1, 0, 0)
	return !month.After(today.AddDate(0, maxMonthsAhead, 0)) && f.expects(c)
}

// expects reports whether words of expectation stand beside a noun: "looked ahead to the
// November visit", "the November visit as an opportunity to".
func (f *finder) expects(c cue) bool {
	s := f.Sentences[c.sentence]
	for i := s.First; i < s.Last; i++ {
		switch {
		case i >= c.last:
			if f.at(i).Is("opportunity", "chance") && f.says(i-maxNounPhrase/2, i, "as") {
				return true
			}
		case f.at(i).Is("preparations", "plans") && f.at(i+1).Is("for"), f.at(i).Is("look", "looks", "looked", "looking") && f.at(i+1).Is("forward", "ahead"):
			return true
		}
	}
	return false
}

// partOfMonth narrows the month of a draft to the part of it that its words mean, which none
// counts to the day: "in late September" may be the 19th, "in early May" the 12th.
func (f *finder) partOfMonth(d *draft) {
	i := f.dateOf(d)
	if i < 0 {
		return
	}
	month, err := time.Parse("2006-01", d.When.EDTF)
	if first, last := f.TokensIn(f.Dates[i].From.Hull()); err != nil || f.at(last).Is("/", "or") || f.at(first-1).Is("/", "or") {
		return // "at the end of January/beginning of February"
	}
	w := *d.When
	switch f.Dates[i].Mod {
	case "START":
		w.EDTF += "-01/" + w.EDTF + "-12"
	case "MID":
		w.EDTF += "-09/" + w.EDTF + "-22"
	case "END":
		w.EDTF += "-19/" + month.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	d.When = &w
}

// weekendAhead moves "the weekend" of a plan, read as the one before the day of writing, to the
// one that comes: "announced travel over the weekend".
func (f *finder) weekendAhead(d *draft, x readout.Date) {
	words := strings.Fields(strings.ToLower(f.Cut(x.From.Hull())))
	from, last := bounds(d.When.EDTF)
	if len(words) != 2 || words[0] != "the" && words[0] != "this" || words[1] != "weekend" || last >= f.today(d.sentence) {
		return
	}
	day, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return
	}
	w := *d.When
	w.EDTF = day.AddDate(0, 0, 7).Format(time.DateOnly) + "/" + day.AddDate(0, 0, 8).Format(time.DateOnly)
	d.When = &w
}

// yearAhead is the year, or its part, to which a plan is put without a nearer day: "next
// year", "early next year"; "" for other dates, and for what was held.
func yearAhead(d *draft, x readout.Date) string {
	if !planned(d.Status) || len(x.EDTF) != len("2006") || x.Rule != "unit-next" && (x.Rule != "unit-this" || x.Mod == "") {
		return ""
	}
	switch x.Mod {
	case "START":
		return x.EDTF + "-01-01/" + x.EDTF + "-04-30"
	case "MID":
		return x.EDTF + "-05-01/" + x.EDTF + "-08-31"
	case "END":
		return x.EDTF + "-09-01/" + x.EDTF + "-12-31"
	}
	return x.EDTF
}

// yearNamed reports whether a year to come is that of a plan, which no other verb parts from it
// than that of holding: "looks forward to welcoming Holt to the summit to be hosted in 2025", and
// not "will meet Holt to discuss the plan to end the levy in 2030".
func (f *finder) yearNamed(d *draft, c cue, x readout.Date) bool {
	first, _ := f.TokensIn(x.From.Hull())
	if !planned(d.Status) || x.Rule != "explicit-year" || x.EDTF <= f.today(c.sentence) || first < c.last || !f.at(first-1).Is("in", "during") {
		return false
	}
	for i := c.last; i < first; i++ {
		if g, ok := f.GroupAt(i, ""); f.owner[i] < 0 && ok && (f.finite(i) || g.To) && !f.at(i).Is("be", "held", "hosted", "convened") {
			return false
		}
	}
	return true
}
