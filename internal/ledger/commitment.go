package ledger

import (
	"slices"

	"readout"
)

// place of a report in the ledger: which entry it went into.
type reportKey struct {
	doc    readout.DocID
	report string
}

// settleAll adds to every entry the promises made in its accounts, and what
// the rest of the ledger says came of them.
func (w *world) settleAll(drafts []*draft, asOf int) {
	entry := map[reportKey]*draft{}
	for _, d := range drafts {
		for _, it := range d.c.items {
			entry[reportKey{it.src.r.Document.ID, it.rep.ID}] = d
		}
	}
	done := deeds(drafts)
	for _, d := range drafts {
		var list []*commitment
		for _, u := range d.units {
			for i := range u.points {
				p := &u.points[i]
				if !p.Commitment {
					continue
				}
				next := entry[reportKey{u.src.r.Document.ID, nextPlan(u.src.r, *p)}]
				made := newCommitment(w, u, p, d, next)
				if deed := doneBy(u, p, done[bucketKey(d.c.items[0])]); deed != nil && next == nil {
					made.out.Outcome, made.out.Basis, made.out.Evidence = readout.Kept, "claim", []readout.Words{deed.point.Words}
				} else {
					settle(&made.out, next, d, asOf)
				}
				w.review.settled(&made.out, d)
				list = append(list, made)
			}
		}
		d.out.Commitments = oncePromised(list)
	}
}

// nextPlan is the report of the plan that a promise makes: the one it names,
// else a plan of the same text whose words meet the promise's; a plan with a
// day, place or occasion belongs to the clause that has those words.
func nextPlan(r *readout.Reading, p readout.Point) string {
	if p.Next != "" {
		return p.Next
	}
	meets := func(w readout.Words) bool { return w.In == p.In && slices.ContainsFunc(p.From.All(), w.From.Overlaps) }
	for i := range r.Contacts {
		c := &r.Contacts[i]
		if progress[c.Status] == 0 || c.Headline || !meets(c.Words) {
			continue
		}
		bare := c.When == nil && c.Place == nil && c.Occasion == nil
		if bare || c.When != nil && meets(c.When.Words) || c.Place != nil && meets(c.Place.Words) || c.Occasion != nil && meets(c.Occasion.Words) {
			return c.ID
		}
	}
	return ""
}

// settle judges a promise. A promise to meet or talk is kept by the contact
// that followed in time and contradicted by a claim against it; any other stays
// open until its day has passed, and is lapsed only where later texts are there
// to have told of it.
func settle(c *readout.Commitment, next, made *draft, asOf int) {
	if next != nil && next != made && !next.after(c.Due) {
		c.Contact = next.out.ID
		settleByContact(c, next)
		return
	}
	if c.Due == nil {
		return
	}
	due, ok := parseEDTF(c.Due.EDTF)
	if ok && due.hi < asOf && made.counted.since(due.hi).Documents > 0 {
		c.Outcome = readout.Lapsed
	}
}

// after reports whether the contact lies after the last day for it: then it
// does not keep the promise, whatever joined the two.
func (d *draft) after(due *readout.Day) bool {
	if due == nil || !d.when.known {
		return false
	}
	v, ok := parseEDTF(due.EDTF)
	return ok && d.when.span.lo > v.hi
}

func settleByContact(c *readout.Commitment, next *draft) {
	switch next.out.Status {
	case readout.Held:
		c.Outcome, c.Basis = readout.Kept, "contact"
		c.Evidence = evidence(next, readout.Held)
	case readout.Cancelled, readout.Declined:
		c.Outcome, c.Basis = readout.Contradicted, "claim"
		c.Evidence = evidence(next, next.out.Status)
	case readout.Unreported:
		if next.out.Coverage.Documents > 0 {
			c.Outcome = readout.Lapsed
		}
	}
}

// evidence is the words of the claims that give the status.
func evidence(d *draft, s readout.Status) []readout.Words {
	var out []readout.Words
	for _, c := range d.claims {
		if c.Status == s {
			out = append(out, c.Words)
		}
	}
	return out
}
