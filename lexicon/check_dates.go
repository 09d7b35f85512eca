package lexicon

import "slices"

// longGap is for how many days an office that always has a holder may have none
// before somebody should look.
const longGap = 45

// OfficeKinds are the kinds that an office can have.
var OfficeKinds = []string{"head-of-state", "head-of-government", "deputy-head", "crown-prince", "first-lady", "foreign-minister", "defence-minister", "finance-minister",
	"other-minister", "security-adviser", "chief-of-staff", "spokesperson", "envoy", "ambassador", "intelligence", "military", "parliament", "head-of-organisation"}

// filled are the kinds of office that have a holder on every day.
var filled = []string{"head-of-state", "head-of-government", "foreign-minister", "head-of-organisation"}

// tenures: dates are days, months or years, from lies before to, it is said how they
// were checked, one office has one holder at a time unless its seats or a note say
// otherwise, and the great offices are not long without one.
func (c *checker) tenures() {
	for _, r := range c.rows("holders") {
		from, okFrom := edgeOf(r.Get("from"), true)
		if !okFrom {
			c.fault(r.Where, "from %q is no day, month or year", r.Get("from"))
		}
		if s := r.Get("checked"); !slices.Contains([]string{"yes", "from", "to", "no"}, s) {
			c.fault(r.Where, "checked %q is none of yes, from, to, no", s)
		}
		if r.Get("source") == "" {
			c.fault(r.Where, "no source")
		}
		if r.Get("to") == "" {
			continue
		}
		to, ok := edgeOf(r.Get("to"), true)
		switch {
		case !ok:
			c.fault(r.Where, "to %q is no day, month or year", r.Get("to"))
		case okFrom && (to.last < from.first || to == from && from.first == from.last):
			c.fault(r.Where, "from %s does not lie before to %s", r.Get("from"), r.Get("to"))
		}
	}
	for _, office := range sortedKeys(c.lex.byOffice) {
		if o := c.lex.Offices[office]; o != nil {
			c.overlaps(o, c.lex.byOffice[office])
			c.gaps(o, c.lex.byOffice[office])
		}
	}
	c.leaders()
}

// overlaps lists tenures of one seat that certainly overlap by more than the days of
// a transition.
func (c *checker) overlaps(o *Office, list []*Tenure) {
	const transition = 31
	if o.Seats != "" {
		return
	}
	for i, a := range list {
		for _, b := range list[i+1:] {
			if a.Note != "" || b.Note != "" || a.Person == b.Person && a.From == b.From {
				continue
			}
			if both := min(a.end.first, b.end.first) - max(a.start.last, b.start.last); both > transition {
				c.fault(b.Where, "%s held %s at the same time (%s); give the office seats, or the row a note", a.Person, o.ID, a.Where)
			}
		}
	}
}

// gaps lists the times in which a great office had no holder.
func (c *checker) gaps(o *Office, list []*Tenure) {
	if !slices.Contains(filled, o.Kind) {
		return
	}
	end := int32(0)
	for i, t := range list {
		if gap := t.start.first - end; i > 0 && gap > longGap {
			c.warn(t.Where, "%s has no holder in the %d days before %s", o.ID, gap, t.From)
		}
		end = max(end, t.end.last)
	}
}

// leaders: the offices that lead a state are its own, on days that are days.
func (c *checker) leaders() {
	for _, r := range c.rows("leaders") {
		for _, col := range []string{"office", "with"} {
			if o := c.lex.Offices[r.Get(col)]; o != nil && o.Country != r.Get("state") {
				c.fault(r.Where, "%s is no office of %s", o.ID, r.Get("state"))
			}
		}
		for _, col := range []string{"from", "to"} {
			if d := r.Get(col); d != "" && len(d) != len("2006-01-02") || d != "" && !isDate(d) {
				c.fault(r.Where, "%s %q is no day", col, d)
			}
		}
	}
}

// events: their days are days, months or years, and they do not end before they begin.
func (c *checker) events() {
	for _, r := range c.rows("events") {
		from, okFrom := edgeOf(r.Get("from"), true)
		to, okTo := edgeOf(r.Get("to"), true)
		switch {
		case r.Get("from") != "" && !okFrom:
			c.fault(r.Where, "from %q is no day, month or year", r.Get("from"))
		case r.Get("to") != "" && !okTo:
			c.fault(r.Where, "to %q is no day, month or year", r.Get("to"))
		case okFrom && okTo && to.last < from.first:
			c.fault(r.Where, "it ends on %s, before it begins on %s", r.Get("to"), r.Get("from"))
		}
	}
}

func isDate(edtf string) bool {
	_, _, _, ok := date(edtf)
	return ok
}
