// Package when finds time expressions and resolves them against the document's
// own dates. A scanner reads expressions off the tokens (dates, clock times,
// durations, repeated times, vague references), a resolver turns them into
// calendar dates by the rules of docs/dates.md, each of which has a name.
package when

import (
	"fmt"
	"strings"
	"time"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// Find gives the time expressions of a text, in order. Each is read against the
// day of its passage, else the document's day of publication; without either,
// relative words stay unresolved (no EDTF).
func Find(text *syntax.Text, doc *readout.Document) []readout.Date {
	s := newScanner(text)
	var all []*expr
	var at []int // sentence of each
	for i, sentence := range text.Sentences {
		s.begin, s.end = sentence.First, sentence.Last
		for _, e := range s.scan(doc) {
			all = append(all, e)
			at = append(at, i)
		}
	}
	page := publishedDay(doc)
	r := &resolver{scanner: s, now: page, narrative: narrates(all, page)}
	var out []readout.Date
	passage := -1
	for k, e := range all {
		sentence := text.Sentences[at[k]]
		s.begin, s.end = sentence.First, sentence.Last
		if at[k] != r.sentence || k == 0 {
			r.reported = time.Time{}
		}
		r.sentence = at[k]
		if sentence.Passage != passage {
			passage = sentence.Passage
			r.enter(&text.Passages[passage], page)
		}
		if d, ok := r.date(e); ok {
			out = append(out, d)
		}
	}
	return out
}

// enter takes a passage's own day as the day of writing.
func (r *resolver) enter(p *readout.Passage, page time.Time) {
	now := page
	if t := dayOf(p.Day); !t.IsZero() {
		now = t
	}
	if !now.Equal(r.now) {
		r.now, r.told, r.listed = now, moment{}, time.Time{}
	}
}

// scan reads the expressions of the current sentence.
func (s *scanner) scan(doc *readout.Document) []*expr {
	var list []*expr
	for i := s.begin; i < s.end; {
		e, skip := s.at(i, doc)
		if e == nil {
			i += skip
			continue
		}
		s.widen(e)
		for len(list) > 0 && e.first <= list[len(list)-1].first {
			list = list[:len(list)-1]
		}
		if n := len(list); n > 0 && e.first < list[n-1].last {
			e.first = list[n-1].last
		}
		list = append(list, e)
		i = max(e.last, i+1)
	}
	return s.join(list)
}

// at reads the longest expression that begins at token i; without one, skip says
// how many tokens to pass.
func (s *scanner) at(i int, doc *readout.Document) (e *expr, skip int) {
	if s.Tokens[i].Kind == token.Mark {
		return nil, 1
	}
	x, n := s.phrase(i)
	if n > 0 && x.Class == lexicon.TimeRefused {
		if s.has(i+n-1, lexicon.TimeMonth) && s.besideNumber(i+n-1, i+n) {
			return nil, 1 // "the march", but not "the March 18 meeting"
		}
		return nil, n
	}
	if n == 0 && s.senses[i] == nil && s.Tokens[i].Kind != token.Number && !s.opener(i) {
		return nil, 1
	}
	read := func(j int) *expr {
		return longest(s.monthFirst(j), s.dayFirst(j), s.numericDate(j, doc))
	}
	if n > 0 && x.Class == lexicon.TimeRef && s.is(i, "the") && s.longerNext(i, n) {
		return nil, 1
	}
	e = longest(s.fixed(i, x, n), s.dayWord(i), s.deicticAt(i, read), s.offsetAt(i), s.setAt(i), s.weekdayFirst(i, read), read(i), s.dayAlone(i), s.weekOn(i), s.clockAt(i),
		s.fiscalAt(i), s.quarterAt(i), s.centuryAt(i), s.decadeAt(i), s.seasonAt(i), s.weekOfAt(i, read), s.unitAt(i), s.durationAt(i), s.yearAt(i))
	if e == nil {
		return nil, 1
	}
	return e, 0
}

// longerNext reports whether "the past" of n tokens is only the beginning of
// "the past nine days".
func (s *scanner) longerNext(i, n int) bool {
	d := s.deicticAt(i+1, func(int) *expr { return nil })
	return d != nil && d.last > i+n
}

// opener reports whether a word that time.tsv need not know can begin an expression.
func (s *scanner) opener(i int) bool {
	w := s.Tokens[i].Fold
	switch w {
	case "a", "an", "the", "half", "fiscal", "financial", "ad", "a.d.":
		return true
	}
	return (w[0] == 'q' || w[0] == 'f') && len(w) <= 6 && w[len(w)-1] <= '9' || strings.HasSuffix(w, "days") && s.Tokens[i].Upper
}

func longest(list ...*expr) *expr {
	var best *expr
	for _, e := range list {
		if e != nil && (best == nil || e.last > best.last) {
			best = e
		}
	}
	return best
}

// fixed makes an expression of a holiday or a vague reference; x is the phrase of
// n tokens that begins at i.
func (s *scanner) fixed(i int, x lexicon.TimeSense, n int) *expr {
	if n == 0 {
		var ok bool
		if x, ok = s.sense(i, lexicon.TimeHoliday); !ok {
			if x, ok = s.sense(i, lexicon.TimeRef); !ok {
				return nil
			}
		}
		n = 1
	}
	e := &expr{first: i, last: i + n, value: x.Value}
	switch x.Class {
	case lexicon.TimeHoliday:
		if !s.capital(i) || s.is(e.last, "island", "carol", "tree", "agreement", "accord", "accords") {
			return nil
		}
		e.shape = feast
		if y, ok := s.sense(i-1, lexicon.TimeDeictic); ok {
			e.deictic = y.Value
		}
		s.yearAfter(e, e.last, true)
	case lexicon.TimeRef:
		e.shape, e.kind = reference, "DATE"
	default:
		return nil
	}
	return e
}

// date makes the output of an expression; ok is false for what turns out to be
// no date.
func (r *resolver) date(e *expr) (readout.Date, bool) {
	span := r.Span(e.first, e.last)
	d := readout.Date{Words: r.Words(span), Mod: e.mod, Zone: e.zone}
	if e.shape == duration && e.ahead {
		e = r.ahead(e)
	}
	if r.narrative && e.value == "FUTURE_REF" && r.is(e.first, "soon") && e.first+1 == e.last {
		return d, false // a storyteller's "soon" is before his day of writing
	}
	if r.narrative && e.shape == offset && e.unit == "D" && e.n == 0 && e.base == fromNow && e.part == "" && e.edge == "" {
		e = &expr{first: e.first, last: e.last, shape: reference, kind: "DATE", value: "PRESENT_REF"}
	}
	if e.kind != "" && e.shape != feast && e.shape != offset {
		d.Timex3 = readout.Timex3{Type: e.kind, Value: e.value}
		d.Rule = ruleOf(e)
		return d, true
	}
	res := r.resolve(e)
	if res.rule == "impossible" {
		return d, false
	}
	d.Rule, d.Alternatives = res.rule, res.other
	if !res.anchor.IsZero() {
		d.Anchor = res.anchor.Format(time.DateOnly)
	}
	r.tell(e, res)
	r.list(e, res)
	r.addClock(e, &res)
	r.write(&d, e, res)
	return d, true
}

// ahead makes a date of "in three weeks" where a plan is told.
func (r *resolver) ahead(e *expr) *expr {
	if r.now.IsZero() || r.narrative || r.cueOf(e) != planCue {
		return e
	}
	c := *e
	c.shape, c.kind, c.value, c.rule = offset, "", "", "offset-ahead"
	return &c
}

func ruleOf(e *expr) string {
	switch e.shape {
	case duration:
		return "duration"
	case set:
		return "set"
	}
	return "vague"
}

// tell remembers a date for what the story says next.
func (r *resolver) tell(e *expr, res result) {
	if !res.ok || res.grain < year {
		return
	}
	if e.shape == clock || r.narrative && e.shape == offset && e.base == fromNow && res.grain < day || r.aside(e, res) {
		return
	}
	r.told, r.toldAt = res.moment, r.sentence
	if !res.to.IsZero() {
		r.told.Time = res.to
	}
	if res.rule == "weekday-past" || res.rule == "weekday-recent" {
		r.reported = res.Time
	}
}

// addClock sets the time or part of the day.
func (r *resolver) addClock(e *expr, res *result) {
	if e.part != "" && res.grain == day {
		res.grain, res.sub = partOfDay, e.part
		if e.rule == "overnight" {
			res.Time = res.AddDate(0, 0, -1)
		}
	}
	if e.hasClock && res.ok {
		res.grain, res.hour, res.min, res.utc = minute, e.hour, e.min, e.utc
	}
}

// write fills the values of the output.
func (r *resolver) write(d *readout.Date, e *expr, res result) {
	d.Timex3.Type = "DATE"
	if res.grain >= partOfDay || e.shape == clock || e.shape == daypart || e.part != "" {
		d.Timex3.Type = "TIME"
	}
	if !res.ok {
		d.Timex3.Value = r.unknown(e, res)
		return
	}
	d.Timex3.Value, d.EDTF = res.timex(), res.edtf()
	switch {
	case !res.since.IsZero():
		d.EDTF = interval(res.since, res.to)
	case !res.to.IsZero():
		d.EDTF = interval(res.Time, res.to)
		d.Timex3.Value = d.EDTF
	case res.grain == minute && res.hour == 24:
		next := res.moment
		next.Time, next.hour = res.AddDate(0, 0, 1), 0
		d.EDTF = next.edtf()
	}
	if (e.mod == "APPROX" || e.mod == "BEFORE" || e.mod == "AFTER") && d.EDTF != "" && !strings.Contains(d.EDTF, "/") {
		d.EDTF += "~"
	}
}

func interval(from, to time.Time) string {
	return from.Format(time.DateOnly) + "/" + to.Format(time.DateOnly)
}

// unknown is the value of an expression whose anchor is not known.
func (r *resolver) unknown(e *expr, res result) string {
	switch {
	case res.unknownYear:
		return res.timex()
	case e.weekday > 0:
		return fmt.Sprintf("XXXX-WXX-%d", e.weekday)
	case e.hasClock:
		z := ""
		if e.utc {
			z = "Z"
		}
		return fmt.Sprintf("XXXX-XX-XXT%02d:%02d%s", e.hour, e.min, z)
	case e.part != "":
		return "XXXX-XX-XXT" + e.part
	case e.shape == offset && e.unit != "":
		return eachUnit(e.unit)
	}
	return ""
}
