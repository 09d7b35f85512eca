package web

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// The measures of the drawing, in its own units; the page scales it.
const (
	drawWidth  = 960
	drawMargin = 14 // left and right
	laneHeight = 15
	markHeight = 9
	minMark    = 9 // width of a single day
	maxLanes   = 14
	maxMarks   = 250
	axisHeight = 26
	barsHeight = 90 // of the columns that stand for many contacts
	maxTicks   = 14
)

// drawing is contacts on an axis of time: a mark each, or columns where there
// are too many. Days that are not exact are bars as long as the doubt.
type drawing struct {
	Width, Height  int
	AxisY          int
	Marks          []drawnMark
	Bars           []drawnBar
	Ticks          []tick
	Label          string // the alternative in words
	Undated        int
	SinceAll       string // the first and last day drawn
	UntilAll       string
	TextY, TickEnd int
}

type drawnMark struct {
	X, Y, W      int
	Class, Title string
	Href         string
}

type drawnBar struct {
	X, Y, W, H  int
	Title, Href string
}

type tick struct {
	X          int
	Text, Href string
}

// span of days of one contact.
type dated struct {
	c           *readout.Contact
	first, last time.Time
}

// picture makes the picture of the drawing.
func (d *drawing) picture() *picture {
	p := &picture{Width: d.Width, Height: d.Height, Label: d.Label, Wide: true, Rules: []rule{{0, d.AxisY, d.Width, d.AxisY, "axis"}}}
	for _, t := range d.Ticks {
		p.Rules = append(p.Rules, rule{t.X, d.AxisY, t.X, d.TickEnd, "axis"})
		p.Labels = append(p.Labels, label{X: t.X, Y: d.TextY, Text: t.Text, Href: t.Href})
	}
	for _, m := range d.Marks {
		p.Shapes = append(p.Shapes, shape{X: m.X, Y: m.Y, W: m.W, H: markHeight, R: 3, Class: m.Class, Title: m.Title, Href: m.Href})
	}
	for _, b := range d.Bars {
		p.Shapes = append(p.Shapes, shape{X: b.X, Y: b.Y, W: b.W, H: b.H, Class: "bar", Title: b.Title, Href: b.Href})
	}
	return p
}

// datedContacts are the contacts with a day that are wanted, the first first.
func datedContacts(contacts []readout.Contact, wanted func(*readout.Contact) bool) []dated {
	var list []dated
	for i := range contacts {
		c := &contacts[i]
		if c.When == nil || !wanted(c) {
			continue
		}
		if first, last, ok := ledger.Days(c.When.EDTF); ok {
			list = append(list, dated{c, first, last})
		}
	}
	slices.SortStableFunc(list, func(a, b dated) int { return cmp.Or(a.first.Compare(b.first), a.last.Compare(b.last)) })
	return list
}

// draw makes the drawing of a selection; nil where no contact has a day.
func draw(sel *selection, contacts []readout.Contact) *drawing {
	list := datedContacts(contacts, func(*readout.Contact) bool { return true })
	if len(list) == 0 {
		return nil
	}
	sc := newScale(list)
	d := &drawing{Width: drawWidth, Undated: len(contacts) - len(list),
		SinceAll: phrase.ShortDate(list[0].first.Format(time.DateOnly)), UntilAll: phrase.ShortDate(sc.lastDay.Format(time.DateOnly))}
	d.Label = fmt.Sprintf("%s on an axis of time, from %s to %s", phrase.Count(len(list), "contact"), d.SinceAll, d.UntilAll)
	lanes, ok := d.marks(sc, list)
	d.AxisY = lanes*laneHeight + 6
	if !ok {
		d.bars(sc, sel, list)
		d.AxisY = barsHeight + 6
	}
	d.TextY, d.TickEnd, d.Height = d.AxisY+18, d.AxisY+5, d.AxisY+axisHeight
	d.ticks(sc, sel)
	return d
}

// marks places a mark a contact in as few lanes as they need; not ok where that
// is too many.
func (d *drawing) marks(sc scale, list []dated) (lanes int, ok bool) {
	if len(list) > maxMarks {
		return 0, false
	}
	var ends []int // of the lanes
	for _, v := range list {
		x := sc.x(v.first)
		w := max(minMark, sc.x(v.last.AddDate(0, 0, 1))-x)
		lane := slices.IndexFunc(ends, func(end int) bool { return end < x })
		if lane < 0 {
			lane, ends = len(ends), append(ends, 0)
		}
		ends[lane] = x + w
		class := statusTag(v.c.Status).Class
		if v.last.After(v.first) {
			class += " unsure"
		}
		d.Marks = append(d.Marks, drawnMark{X: x, Y: 4 + lane*laneHeight, W: w, Class: class, Title: phrase.Heading(v.c), Href: contactHref(v.c.ID)})
	}
	if len(ends) > maxLanes {
		d.Marks = nil
		return 0, false
	}
	return len(ends), true
}

// bars draws how many contacts begin in each stretch between two ticks.
func (d *drawing) bars(sc scale, sel *selection, list []dated) {
	starts := sc.starts(maxTicks * 4)
	counts := make([]int, len(starts))
	for _, v := range list {
		counts[startAt(starts, v.first)]++
	}
	most := slices.Max(counts)
	for i, n := range counts {
		if n == 0 {
			continue
		}
		since, until := stretch(sc, starts, i)
		end := sc.lastDay.AddDate(0, 0, 1)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		x, h := sc.x(starts[i]), max(2, n*barsHeight/most)
		d.Bars = append(d.Bars, drawnBar{X: x, Y: 4 + barsHeight - h, W: max(2, sc.x(end)-x-1), H: h,
			Title: fmt.Sprintf("%s, %s", phrase.Count(n, "contact"), phrase.ShortDate(since+"/"+until)), Href: sel.between(since, until)})
	}
}

// minLabel is the least distance between the words of two ticks.
const minLabel = 58

// ticks marks the axis; each leads to its stretch of time.
func (d *drawing) ticks(sc scale, sel *selection) {
	starts := sc.starts(maxTicks)
	for i, t := range starts {
		since, until := stretch(sc, starts, i)
		if n := len(d.Ticks); n > 0 && sc.x(t)-d.Ticks[n-1].X < minLabel { // a first stretch that is cut short
			d.Ticks = d.Ticks[:n-1]
		}
		d.Ticks = append(d.Ticks, tick{X: sc.x(t), Text: t.Format(sc.format(maxTicks)), Href: sel.between(since, until)})
	}
}

// scale turns days into places.
type scale struct {
	first, lastDay time.Time
	days           float64
}

func newScale(list []dated) scale {
	sc := scale{first: list[0].first, lastDay: list[0].last}
	for _, v := range list {
		if v.last.After(sc.lastDay) {
			sc.lastDay = v.last
		}
	}
	sc.days = sc.lastDay.Sub(sc.first).Hours()/24 + 1
	return sc
}

func (sc scale) x(t time.Time) int {
	room := float64(drawWidth - 2*drawMargin - minMark)
	return drawMargin + int(t.Sub(sc.first).Hours()/24/sc.days*room)
}

// step is a distance between ticks.
type step struct {
	years, months, days int
	format              string
}

var steps = []step{
	{days: 1, format: "2 Jan"}, {days: 7, format: "2 Jan"}, {months: 1, format: "Jan 2006"}, {months: 3, format: "Jan 2006"},
	{months: 6, format: "Jan 2006"}, {years: 1, format: "2006"}, {years: 2, format: "2006"}, {years: 5, format: "2006"}, {years: 10, format: "2006"}, {years: 50, format: "2006"},
}

// step is the finest that makes at most n ticks.
func (sc scale) step(n int) step {
	for _, s := range steps {
		if sc.days/(float64(s.days)+float64(s.months)*30.4+float64(s.years)*365.2) <= float64(n-1) {
			return s
		}
	}
	return steps[len(steps)-1]
}

func (sc scale) format(n int) string { return sc.step(n).format }

// starts are the first days of the stretches, at most n of them.
func (sc scale) starts(n int) []time.Time {
	s := sc.step(n)
	t := sc.first
	switch {
	case s.years > 0:
		t = time.Date(t.Year()-t.Year()%s.years, 1, 1, 0, 0, 0, 0, time.UTC)
	case s.months > 0:
		t = time.Date(t.Year(), t.Month()-(t.Month()-1)%time.Month(s.months), 1, 0, 0, 0, 0, time.UTC)
	}
	var out []time.Time
	for ; !t.After(sc.lastDay); t = t.AddDate(s.years, s.months, s.days) {
		from := t
		if from.Before(sc.first) {
			from = sc.first
		}
		if len(out) == 0 || from.After(out[len(out)-1]) {
			out = append(out, from)
		}
	}
	return out
}
