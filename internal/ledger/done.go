package ledger

import (
	"cmp"
	"slices"

	"readout"
)

// A promise counts as kept on a claim only where a later official account of
// the same sides welcomes the deed, or gives thanks for it, in the promise's own
// words and with the day on which it was done. The bounds are strict, because a
// wrong "kept" costs more than a promise left open.
const (
	doneShared   = 3    // words that promise and claim have in common, at least
	doneOfClaim  = 0.6  // the share of the claim's words that are the promise's
	doneOfMade   = 0.4  // the share of the promise's words that the claim repeats
	doneBefore   = 7    // days between the deed and the last day for it, at most
	doneToldDays = 400  // days after the last day in which the claim must come
	maxDeeds     = 2000 // claims of one pair that are looked at
)

// deed is a clause that welcomes something done on a day.
type deed struct {
	day   int // on which it was done
	told  int // on which the account came out
	stems map[string]bool
	point *readout.Point
}

// deeds are the clauses of all accounts that welcome something done, by the
// sides of the contact, in the order in which they were told.
func deeds(drafts []*draft) map[string][]deed {
	out := map[string][]deed{}
	for _, d := range drafts {
		key := bucketKey(d.c.items[0])
		for _, u := range d.units {
			if len(out[key]) < maxDeeds && u.official {
				out[key] = append(out[key], u.deeds()...)
			}
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b deed) int {
			return cmp.Or(cmp.Compare(a.told, b.told), cmp.Compare(a.point.Document, b.point.Document), cmp.Compare(a.point.From.First().Start, b.point.From.First().Start))
		})
	}
	return out
}

func (u *unit) deeds() []deed {
	told, ok := parseEDTF(u.published())
	if !ok {
		return nil
	}
	var out []deed
	for i := range u.points {
		p := &u.points[i]
		if p.Act != readout.Welcomed && p.Act != readout.Thanked || p.Commitment || p.Expected || p.Condition != nil {
			continue
		}
		if day, ok := u.onlyDay(p); ok && day <= told.lo {
			out = append(out, deed{day: day, told: told.lo, stems: u.deedWords(p), point: p})
		}
	}
	return out
}

// onlyDay is the one day that the clause names; where it names two, nothing
// tells which of them is the deed's.
func (u *unit) onlyDay(p *readout.Point) (int, bool) {
	day, found := 0, false
	for _, d := range u.src.datesIn(p.Words) {
		v, ok := parseEDTF(d.EDTF)
		if !ok || v.length() > 1 || found {
			return 0, false
		}
		day, found = v.lo, true
	}
	return day, found
}

// datesIn are the days and months that the words name.
func (s *source) datesIn(w readout.Words) []*readout.Date {
	var out []*readout.Date
	for i := range s.r.Dates {
		if d := &s.r.Dates[i]; d.EDTF != "" && d.In == w.In && w.From.Overlaps(d.From.Hull()) {
			out = append(out, d)
		}
	}
	return out
}

// deedWords are the stems of a clause without those of its dates and of the
// names of the parties.
func (u *unit) deedWords(p *readout.Point) map[string]bool {
	lex := &lexis{skip: map[string]bool{}}
	lex.skipParties(u)
	for _, d := range u.src.datesIn(p.Words) {
		if words, err := d.From.Cut(u.src.r.Document.Field(d.In)); err == nil {
			for _, t := range tokensOf(words) {
				lex.skip[t.stem] = true
			}
		}
	}
	out := map[string]bool{}
	for _, t := range tokensOf(p.Quote) {
		if !t.number && !lex.skip[t.stem] {
			out[t.stem] = true
		}
	}
	return out
}

// doneBy is the first claim by which the promise was kept, or nil.
func doneBy(u *unit, p *readout.Point, list []deed) *deed {
	if p.Due == nil || p.ForOther && p.Condition != nil {
		return nil
	}
	due, okDue := parseEDTF(p.Due.EDTF)
	made, okMade := parseEDTF(u.published())
	if !okDue || !okMade {
		return nil
	}
	words := u.deedWords(p)
	for i := range list {
		d := &list[i]
		if d.told > due.hi+doneToldDays {
			break
		}
		if d.day > made.hi && d.day <= due.hi && d.day >= due.hi-doneBefore && d.tells(words) {
			return d
		}
	}
	return nil
}

// tells reports whether the deed's words are those of the promise.
func (d *deed) tells(promise map[string]bool) bool {
	shared := 0
	for s := range d.stems {
		if promise[s] {
			shared++
		}
	}
	n := float64(shared)
	return shared >= doneShared && n >= doneOfClaim*float64(len(d.stems)) && n >= doneOfMade*float64(len(promise))
}
