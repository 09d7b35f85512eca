package web

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// The measures of the line of claims, in its own units; the page scales it.
const (
	lineWidth  = 960
	lineLabels = 150 // room for the names of the statuses, on the left
	lineRow    = 28  // height of a status
	lineTop    = 24
	claimRoom  = 15 // between two claims of one status
	endRoom    = 30 // on the right
	maxClaims  = 120
)

// claimLine is the history of a contact as a line from claim to claim: days from
// left to right, a row for each status. It says nothing that the list below it
// does not.
type claimLine struct {
	Width, Height  int
	Label          string // the alternative in words
	Rows           []claimRow
	Points         []claimPoint
	Path           string
	First, Last    string // the days at the ends
	EndX, AxisY    int
	Day            *claimDay // the contact's own day
	Undated        int
	Labels, TextUp int
}

type claimRow struct {
	Y, TextY int
	Name     string
}

type claimPoint struct {
	X, Y        int
	Href, Class string
	Title       string
	Row         string // what it lights up with
	Headline    bool
	status      readout.Status
	day         time.Time
}

type claimDay struct {
	X, W, TextX int
	Text        string
	Anchor      string // of the text: start, middle or end
}

// drawClaims draws the history of a contact; nil where fewer than two of its
// claims have a day.
func drawClaims(c *readout.Contact, claims []claimView) *claimLine {
	l := &claimLine{Width: lineWidth, Labels: lineLabels - 12, EndX: lineWidth - endRoom}
	counts := map[readout.Status]int{}
	for i := range c.History {
		h := &c.History[i]
		first, _, ok := ledger.Days(h.Said)
		if !ok || len(l.Points) == maxClaims {
			l.Undated++
			continue
		}
		counts[h.Status]++
		v := &claims[i]
		l.Points = append(l.Points, claimPoint{Href: "#" + v.ID, Row: v.ID, Class: v.Status.Class, Headline: v.Headline, status: h.Status, day: first,
			Title: v.Said + ": " + v.Status.Text + ", says " + v.Voice})
	}
	if len(l.Points) < 2 {
		return nil
	}
	slices.SortStableFunc(l.Points, func(a, b claimPoint) int { return a.day.Compare(b.day) })
	l.rows(counts)
	l.place(c)
	return l
}

// rows gives every status that was claimed its row, held at the top.
func (l *claimLine) rows(counts map[readout.Status]int) {
	var said []string
	for _, s := range readout.Statuses {
		if counts[s] > 0 {
			y := lineTop + len(l.Rows)*lineRow + lineRow/2
			l.Rows = append(l.Rows, claimRow{Y: y, TextY: y + 4, Name: phrase.Status(s)})
			said = append(said, fmt.Sprintf("%s %d", phrase.Status(s), counts[s]))
			for i := range l.Points {
				if l.Points[i].status == s {
					l.Points[i].Y = y
				}
			}
		}
	}
	l.AxisY = lineTop + len(l.Rows)*lineRow + 4
	l.Height = l.AxisY + 22
	l.TextUp = l.AxisY + 16
	first, last := l.Points[0].day, l.Points[len(l.Points)-1].day
	l.First, l.Last = phrase.ShortDate(first.Format(time.DateOnly)), phrase.ShortDate(last.Format(time.DateOnly))
	l.Label = fmt.Sprintf("%s, from %s to %s: %s", phrase.Count(len(l.Points), "claim"), l.First, l.Last, strings.Join(said, ", "))
	if first.Equal(last) {
		l.Label = fmt.Sprintf("%s of %s: %s", phrase.Count(len(l.Points), "claim"), l.First, strings.Join(said, ", "))
	}
}

// place puts the claims and the contact's own day on the axis. Claims of one
// status that would lie on each other move apart.
func (l *claimLine) place(c *readout.Contact) {
	first, last := l.Points[0].day, l.Points[len(l.Points)-1].day
	lo, hi, known := first, last, false
	if c.When != nil {
		lo, hi, known = ledger.Days(c.When.EDTF)
	}
	room := l.EndX - lineLabels
	total := last.Sub(first).Hours()
	x := func(day time.Time) int {
		if total == 0 {
			return lineLabels + room/2
		}
		return lineLabels + int(float64(room)*day.Sub(first).Hours()/total)
	}
	ends := map[int]int{}
	for i := range l.Points {
		p := &l.Points[i]
		p.X = x(p.day)
		if end, taken := ends[p.Y]; taken && p.X < end+claimRoom {
			p.X = end + claimRoom
		}
		ends[p.Y] = p.X
	}
	l.squeeze(ends)
	var path strings.Builder
	for i, p := range l.Points {
		fmt.Fprintf(&path, "%s%d %d", map[bool]string{true: "M", false: "L"}[i == 0], p.X, p.Y)
	}
	l.Path = path.String()
	if known && !hi.Before(first) && !lo.After(last) {
		from, to := max(lineLabels, x(lo)), min(l.EndX, x(hi))
		l.Day = &claimDay{X: from, W: max(2, to-from), TextX: from + max(2, to-from)/2, Text: "the day: " + phrase.ShortDate(c.When.EDTF), Anchor: "middle"}
		switch {
		case l.Day.TextX < lineLabels+80:
			l.Day.Anchor = "start"
		case l.Day.TextX > l.EndX-80:
			l.Day.Anchor = "end"
		}
	}
}

// squeeze draws the line together where claims that moved apart leave it.
func (l *claimLine) squeeze(ends map[int]int) {
	widest := 0
	for _, end := range ends {
		widest = max(widest, end)
	}
	if widest <= l.EndX {
		return
	}
	for i := range l.Points {
		p := &l.Points[i]
		p.X = lineLabels + (p.X-lineLabels)*(l.EndX-lineLabels)/(widest-lineLabels)
	}
}
