package contact

import (
	"strings"
	"time"

	"readout"
	"readout/internal/syntax"
)

// movedPlan gives the draft, and where its sentence tells of an old day and a new one
// ("the meeting, originally set for Monday, will now take place on Friday") two: the plan
// for the new day, and the one of the old day that was put off.
func (f *finder) movedPlan(d draft, c cue) []draft {
	if d.Status != readout.Scheduled || c.verb() {
		return []draft{d}
	}
	old, now := -1, -1
	for _, i := range f.dates[c.sentence] {
		first, last := f.TokensIn(f.Dates[i].From.Hull())
		switch {
		case len(f.Dates[i].EDTF) < 10 || first < c.last || f.ofSaying(first, last, c):
		case old < 0 && f.says(c.last, first, "originally", "initially", "previously"):
			old = i
		case old >= 0 && now < 0:
			now = i
		}
	}
	if now < 0 {
		return []draft{d}
	}
	day := func(i int) *readout.When {
		return &readout.When{EDTF: f.Dates[i].EDTF, Zone: f.Dates[i].Zone, Words: f.Dates[i].Words}
	}
	before := d
	before.Status, before.When = readout.Postponed, day(old)
	d.When = day(now)
	return []draft{before, d}
}

// noLonger reports whether the group, or the word behind it, takes back a plan: "will
// no longer meet", "will not meet after all".
func (f *finder) noLonger(g syntax.Group) bool {
	for i := g.First; i <= g.Main; i++ {
		if f.at(i).Is("no") && f.at(i+1).Is("longer") {
			return true
		}
	}
	for i := g.Main; i < min(g.Main+10, f.Sentences[f.SentenceOf(g.Main)].Last); i++ {
		if f.at(i).Is("after") && f.at(i+1).Is("all") {
			return true
		}
	}
	return false
}

// lookedForward reports whether "forward" stands at token i, or before an aside there:
// "looking forward, clearly, to".
func (f *finder) lookedForward(i int) bool {
	for j := i; j > i-8 && j > 0; j-- {
		if f.at(j).Is("forward") {
			return f.at(j-1).Is("look", "looks", "looked", "looking")
		}
	}
	return false
}

// through is the stretch of days from one weekday to another of which date i is one end:
// "On Tuesday through Friday, she will visit Costava"; nil where there is no other.
func (f *finder) through(i int) *readout.When {
	for a := i - 1; a <= i; a++ {
		if a < 0 || a+1 >= len(f.Dates) {
			continue
		}
		from, to := f.Dates[a], f.Dates[a+1]
		_, last := f.TokensIn(from.From.Hull())
		first, _ := f.TokensIn(to.From.Hull())
		weekdays := strings.HasPrefix(from.Rule, "weekday") && strings.HasPrefix(to.Rule, "weekday") && len(from.EDTF) == len(time.DateOnly) && len(to.EDTF) == len(time.DateOnly)
		if weekdays && first == last+1 && f.at(last).Is("through", "thru") && from.EDTF < to.EDTF {
			w := &readout.When{EDTF: from.EDTF + "/" + to.EDTF, Zone: from.Zone, Words: from.Words}
			w.From = w.From.Join(to.From)
			return w
		}
	}
	return nil
}
