package ledger

import (
	"cmp"
	"fmt"
	"slices"

	"readout"
)

// rejoin joins and takes apart clusters as persons say, by moment, so that the
// last word holds. The clusters may be of different buckets.
func (r *review) rejoin(clusters []*cluster) []*cluster {
	if len(r.acts) == 0 {
		return clusters
	}
	in := map[*readout.Report]*cluster{}
	note := func(c *cluster) {
		for _, it := range c.items {
			in[it.rep] = c
		}
	}
	for _, c := range clusters {
		note(c)
	}
	for _, a := range r.acts {
		switch a.Action {
		case readout.MergeAction:
			note(joinAll(holding(in, slices.Concat(a.target, a.with)), a.reason("joined")))
		case readout.SplitAction:
			for _, c := range a.takeOut(holding(in, a.target)) {
				clusters = append(clusters, c)
				note(c)
			}
			note(joinAll(holding(in, a.target), a.reason("put together")))
		}
	}
	return slices.DeleteFunc(clusters, func(c *cluster) bool { return c.merged })
}

// reason says who did it, when and why.
func (a *act) reason(done string) string {
	text := fmt.Sprintf("%s by %s on %s (%s)", done, a.By, a.At[:len("2006-01-02")], a.ID)
	if a.Why != "" {
		text += ": " + a.Why
	}
	return text
}

// holding are the clusters that hold the reports, each once, by document and
// position of their first items.
func holding(in map[*readout.Report]*cluster, reports []*readout.Report) []*cluster {
	var out []*cluster
	for _, rep := range reports {
		if c := in[rep]; c != nil && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b *cluster) int { return a.first.position(b.first) })
	return out
}

// joinAll makes one cluster of several.
func joinAll(list []*cluster, why string) *cluster {
	if len(list) == 0 {
		return &cluster{}
	}
	for _, c := range list[1:] {
		list[0].absorb(c, why)
	}
	return list[0]
}

// takeOut takes the reports of a split out of the clusters that also hold some
// that stay, and gives the clusters made of them.
func (a *act) takeOut(from []*cluster) []*cluster {
	var out []*cluster
	for _, c := range from {
		var goes, stays []*item
		for _, it := range c.items {
			if slices.Contains(a.target, it.rep) {
				goes = append(goes, it)
			} else {
				stays = append(stays, it)
			}
		}
		if slices.ContainsFunc(stays, func(it *item) bool { return slices.Contains(a.with, it.rep) }) {
			out = append(out, c.remake(goes))
			*c = *c.remake(stays)
		}
	}
	return out
}

// remake is a cluster of some of the items, with what joined them.
func (c *cluster) remake(items []*item) *cluster {
	out := newCluster(items)
	if !out.dated {
		out.span = looseSpan(lead(items))
	}
	for _, y := range c.why {
		if slices.Contains(items, y.item) {
			out.why = append(out.why, y)
		}
	}
	return out
}

// apartFrom reports whether a person has put the item and the cluster apart.
func (c *cluster) apartFrom(it *item) bool {
	for _, p := range it.apart {
		if slices.ContainsFunc(c.apart, func(q part) bool { return q.split == p.split && q.stays != p.stays }) {
			return true
		}
	}
	return false
}

func putApart(a, b *item) bool {
	return slices.ContainsFunc(a.apart, func(p part) bool {
		return slices.ContainsFunc(b.apart, func(q part) bool { return q.split == p.split && q.stays != p.stays })
	})
}

// place finds for every correction the entry that it lands on: the one that
// holds most of its claims; of equals, the one that holds the first.
func (r *review) place(drafts []*draft) {
	if len(r.acts) == 0 {
		return
	}
	in := map[*readout.Report]*draft{}
	for _, d := range drafts {
		for _, it := range d.c.items {
			in[it.rep] = d
		}
	}
	for _, a := range r.acts {
		if len(a.target) == 0 {
			continue // a promise
		}
		count := map[*draft]int{}
		best := in[a.target[0]]
		for _, rep := range a.target {
			d := in[rep]
			if count[d]++; count[d] > count[best] {
				best = d
			}
		}
		if best == nil {
			a.State, a.Reason = readout.Lost, "its claims are rejected"
			continue
		}
		best.acts = append(best.acts, a)
		if a.Action == readout.SplitAction && len(a.with) > 0 {
			if other := in[a.with[0]]; other != nil && other != best {
				other.acts = append(other.acts, a)
			}
		}
	}
}

// reviewed puts in the values that persons confirmed or gave: of each field
// the last. What the rules make of the documents is kept beside it.
func (w *world) reviewed(d *draft, asOf int) {
	if len(d.acts) == 0 {
		return
	}
	defer w.askFor()
	for i := range fields {
		f := &fields[i]
		a, value := d.last(f.name)
		if a == nil {
			continue
		}
		if w.asked != nil {
			w.askFor(documentsOf(&a.Correction)...)
		}
		machine := f.get(&d.out)
		rev := readout.Review{Action: a.Action, Field: f.name, Value: value, By: a.By, At: a.At, Why: a.Why, Correction: a.ID}
		switch {
		case a.Action == readout.AcceptAction && machine != value && d.movedOn(a, f.name, value):
			rev.Outdated = true
		case machine != value && !f.set(w, d, value, a.words):
			a.Reason = fmt.Sprintf("%s: %q is nobody of this contact", f.name, value)
		}
		if machine != value {
			rev.Machine = machine
		}
		if f.name == "when" {
			d.out.Status = statusOf(d.claims, d.when.span, d.when.known, asOf)
		}
		d.out.Reviews = append(d.out.Reviews, rev)
	}
	d.out.Status = passed(d.out.Status, d.when.span, d.when.known, asOf)
	d.noteOthers()
	d.out.Review = d.reviewState()
	d.out.Passing = false // a person has looked at it
}

// last is the last correction of the entry that gives a value of the field.
func (d *draft) last(field string) (found *act, value string) {
	for _, a := range d.acts {
		i := slices.IndexFunc(a.Values, func(v readout.FieldValue) bool { return v.Field == field })
		if i < 0 {
			continue
		}
		if found != nil {
			found.override()
		}
		found, value = a, a.Values[i].Value
	}
	return found, value
}

// override notes that a later correction gives one of the values anew.
func (a *act) override() {
	if a.overridden++; a.overridden == len(a.Values) {
		a.State = readout.Superseded
	}
}

// movedOn reports whether a value that was confirmed gives way: status and day
// go on when further documents tell of the contact, or its day passes.
func (d *draft) movedOn(a *act, field, value string) bool {
	if field == "status" && (value == string(readout.Unreported) || d.out.Status == readout.Unreported) {
		return true
	}
	if field != "status" && field != "when" {
		return false
	}
	ids, _ := d.c.documents()
	return slices.ContainsFunc(ids, func(id readout.DocID) bool {
		return !slices.ContainsFunc(a.Target, func(t readout.Anchor) bool { return t.Document == id })
	})
}

// noteOthers lists notes, merges and splits among the reviews, all by moment.
func (d *draft) noteOthers() {
	for _, a := range d.acts {
		switch a.Action {
		case readout.NoteAction, readout.MergeAction, readout.SplitAction:
			d.out.Reviews = append(d.out.Reviews, readout.Review{Action: a.Action, By: a.By, At: a.At, Why: a.Why, Correction: a.ID})
		}
	}
	slices.SortStableFunc(d.out.Reviews, func(x, y readout.Review) int {
		return cmp.Or(cmp.Compare(x.At, y.At), cmp.Compare(x.Correction, y.Correction))
	})
}

// reviewState is "checked" where a person has confirmed or given what makes the
// contact: its parties, channel and status, and its day where it has one.
func (d *draft) reviewState() string {
	need := []string{"parties", "channel", "status"}
	if d.out.When != nil {
		need = append(need, "when")
	}
	for _, field := range need {
		if !slices.ContainsFunc(d.out.Reviews, func(r readout.Review) bool { return r.Field == field && !r.Outdated }) {
			return "machine"
		}
	}
	return "checked"
}

// settled puts in what a person says came of a promise.
func (r *review) settled(c *readout.Commitment, d *draft) {
	a := r.outcomes[keyOf(c.Words)]
	if a == nil || len(a.Values) == 0 {
		return
	}
	rev := readout.Review{Action: a.Action, Field: OutcomeField, Value: a.Values[0].Value, By: a.By, At: a.At, Why: a.Why, Correction: a.ID}
	if string(c.Outcome) != rev.Value {
		rev.Machine = string(c.Outcome)
	}
	c.Outcome, c.Basis, c.Contact, c.Evidence, c.Review = readout.Outcome(rev.Value), "person", "", a.ground, &rev
	a.Contact = d.out.ID
}

// name notes for every correction the id of the entry that it touches.
func (r *review) name(drafts []*draft) {
	for _, d := range drafts {
		for _, a := range d.acts {
			if a.Contact == "" {
				a.Contact = d.out.ID
			}
		}
	}
}
