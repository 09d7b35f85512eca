package web

import (
	"fmt"
	"strconv"
	"time"

	"readout/internal/ledger"
)

// zoom leads from a stretch of time to the one before, the one after, and the
// month, year and decade that hold it.
type zoom struct {
	Earlier, Later *link
	Wider          []link
}

// zoomOf is the zoom of a selection; nil where it is not limited at both ends.
func zoomOf(sel *selection) *zoom {
	first, _, ok := ledger.Days(sel.Get(bySince))
	_, last, okLast := ledger.Days(sel.Get(byUntil))
	if !ok || !okLast || last.Before(first) {
		return nil
	}
	z := &zoom{}
	z.Earlier, z.Later = beside(sel, first, last, -1), beside(sel, first, last, 1)
	year := first.Year()
	for _, wide := range []struct {
		from, to time.Time
		text     string
	}{
		{day(year, first.Month(), 1), day(year, first.Month()+1, 0), first.Format("January 2006")},
		{day(year, 1, 1), day(year, 12, 31), strconv.Itoa(year)},
		{day(year/10*10, 1, 1), day(year/10*10+9, 12, 31), fmt.Sprintf("%ds", year/10*10)},
	} {
		if !first.Before(wide.from) && !last.After(wide.to) && last.Sub(first) < wide.to.Sub(wide.from) {
			z.Wider = append(z.Wider, link{Text: wide.text, Href: sel.between(wide.from.Format(time.DateOnly), wide.to.Format(time.DateOnly))})
		}
	}
	all := sel.copy()
	all.Del(bySince)
	all.Del(byUntil)
	z.Wider = append(z.Wider, link{Text: "all of the time", Href: href(sel.path, all)})
	return z
}

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

// beside is the stretch of the same length that lies before or after: the month
// next to a month, the year next to a year, else as many days.
func beside(sel *selection, first, last time.Time, by int) *link {
	next := last.AddDate(0, 0, 1)
	months := (next.Year()-first.Year())*12 + int(next.Month()-first.Month())
	from, to := first, last
	if first.Day() == 1 && next.Day() == 1 {
		from = first.AddDate(0, by*months, 0)
		to = from.AddDate(0, months, -1)
	} else {
		days := int(next.Sub(first).Hours() / 24)
		from, to = first.AddDate(0, 0, by*days), last.AddDate(0, 0, by*days)
	}
	if from.Year() < 1 || to.Year() > 9999 {
		return nil
	}
	return &link{Href: sel.between(from.Format(time.DateOnly), to.Format(time.DateOnly))}
}
