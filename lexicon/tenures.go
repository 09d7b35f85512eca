package lexicon

import (
	"cmp"
	"slices"
	"time"
)

// Tenure is a row of holders.tsv: Person held Office from From until To (EDTF; To
// is the day of the successor, empty = still in office).
type Tenure struct {
	Where
	Person, Office, From, To, Source, Checked, Note string

	start, end span // when it may have begun and ended
}

// span is the days, first and last, on which something may have happened; days are
// counted from 1970-01-01.
type span struct{ first, last int32 }

// slack is how many days before and after an unchecked edge it may lie.
const slack = 15

// always is later than any day.
const always = 1 << 30

// edgeOf is when an edge that is given to the day, month or year may lie. ok is
// false where it is no date.
func edgeOf(edtf string, checked bool) (s span, ok bool) {
	y, m, d, ok := date(edtf)
	if !ok {
		return span{}, false
	}
	switch {
	case m == 0:
		s = span{dayNumber(y, 1, 1), dayNumber(y+1, 1, 0)}
	case d == 0:
		s = span{dayNumber(y, m, 1), dayNumber(y, m+1, 0)}
	default:
		s = span{dayNumber(y, m, d), dayNumber(y, m, d)}
	}
	if !checked {
		s.first, s.last = s.first-slack, s.last+slack
	}
	return s, true
}

// date takes a day, month or year apart; what is not said is 0.
func date(edtf string) (y, m, d int, ok bool) {
	if len(edtf) != 4 && len(edtf) != 7 && len(edtf) != 10 {
		return 0, 0, 0, false
	}
	for i, c := range []byte(edtf) {
		switch {
		case (i == 4 || i == 7) && c == '-':
		case i == 4 || i == 7 || c < '0' || c > '9':
			return 0, 0, 0, false
		case i < 4:
			y = y*10 + int(c-'0')
		case i < 7:
			m = m*10 + int(c-'0')
		default:
			d = d*10 + int(c-'0')
		}
	}
	if len(edtf) > 4 && (m < 1 || m > 12) || len(edtf) > 7 && (d < 1 || time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() != d) {
		return 0, 0, 0, false
	}
	return y, m, d, true
}

// dayNumber counts days; month and day may lie outside their ranges as in time.Date.
func dayNumber(y, m, d int) int32 {
	return int32(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// dated sets when the tenure may have begun and ended.
func (t *Tenure) dated() {
	t.start, _ = edgeOf(t.From, t.Checked == "yes" || t.Checked == "from" || t.Checked == "")
	t.end = span{always, always}
	if t.To != "" {
		t.end, _ = edgeOf(t.To, t.Checked == "yes" || t.Checked == "to" || t.Checked == "")
	}
}

// Covers reports whether the office may have been held on a day (YYYY-MM-DD, or
// coarser: some day of it). An edge that is known only to the month or year
// excludes no day of it, an unchecked edge none near it.
func (t *Tenure) Covers(day string) bool {
	d, ok := edgeOf(day, true)
	return ok && t.may(d)
}

func (t *Tenure) may(d span) bool { return d.last >= t.start.first && d.first < t.end.last+t.oneDay() }

// oneDay is 1 where the end is not known to the day: the last of the days on which
// it may lie is a day in office then.
func (t *Tenure) oneDay() int32 {
	if t.end.first == t.end.last {
		return 0
	}
	return 1
}

// Certain reports whether the office was held on all of a day (YYYY-MM-DD, or
// coarser), whatever day of it is meant and wherever its edges lie.
func (t *Tenure) Certain(day string) bool {
	d, ok := edgeOf(day, true)
	return ok && t.must(d)
}

func (t *Tenure) must(d span) bool { return d.first >= t.start.last && d.last < t.end.first }

// tenures reads who held which office.
func (l *loader) tenures(w *World) {
	rows := l.table("world/holders.tsv", "person", "office", "from")
	all := make([]Tenure, len(rows))
	w.tenures = make([]*Tenure, len(rows))
	for i, r := range rows {
		t := &all[i]
		*t = Tenure{Where: r.Where, Person: r.Get("person"), Office: r.Get("office"), From: r.Get("from"), To: r.Get("to"), Source: r.Get("source"), Checked: r.Get("checked"), Note: r.Get("note")}
		if w.People[t.Person] == nil {
			l.fault(r.Err("no person %q", t.Person))
		}
		if w.Offices[t.Office] == nil {
			l.fault(r.Err("no office %q", t.Office))
		}
		t.dated()
		w.tenures[i] = t
	}
	w.byOffice, w.byPerson = make(map[string][]*Tenure, len(w.Offices)), make(map[string][]*Tenure, len(w.People))
	for _, t := range w.tenures {
		w.byOffice[t.Office] = append(w.byOffice[t.Office], t)
		w.byPerson[t.Person] = append(w.byPerson[t.Person], t)
	}
	for _, lists := range []map[string][]*Tenure{w.byOffice, w.byPerson} {
		for _, list := range lists {
			slices.SortStableFunc(list, func(a, b *Tenure) int {
				return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Office, b.Office), cmp.Compare(a.Person, b.Person))
			})
		}
	}
}

// HoldersOn lists who held the office on a day (YYYY-MM-DD, or coarser), earliest
// first. Near an unchecked edge, and in the month or year of one that is known no
// better, everybody who may have held it is listed, unless one office has one
// holder and somebody is certain. Tenure.Certain tells the two apart.
func (w *World) HoldersOn(office, day string) []*Tenure {
	d, ok := edgeOf(day, true)
	if !ok {
		return nil
	}
	var may, must []*Tenure
	for _, t := range w.byOffice[office] {
		if t.may(d) {
			may = append(may, t)
		}
		if t.must(d) {
			must = append(must, t)
		}
	}
	if o := w.Offices[office]; len(must) > 0 && o != nil && o.Seats == "" {
		return must
	}
	return may
}

// OfficesOn lists the offices that the person held, or may have held, on a day.
func (w *World) OfficesOn(person, day string) []*Tenure {
	d, ok := edgeOf(day, true)
	if !ok {
		return nil
	}
	var out []*Tenure
	for _, t := range w.byPerson[person] {
		if t.may(d) {
			out = append(out, t)
		}
	}
	return out
}

// Tenures lists every office that the person ever held, earliest first.
func (w *World) Tenures(person string) []*Tenure { return w.byPerson[person] }

// TenuresOf lists everybody who ever held the office, earliest first.
func (w *World) TenuresOf(office string) []*Tenure { return w.byOffice[office] }
