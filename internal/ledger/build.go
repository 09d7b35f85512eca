package ledger

import (
	"cmp"
	"math"
	"slices"

	"readout"
)

// Options are what the ledger depends on besides the readings.
type Options struct {
	// AsOf is the day (YYYY-MM-DD) from which "unreported" and "lapsed" are
	// judged. Empty: no day has passed.
	AsOf string
}

func (o Options) day() int {
	if n, ok := parseDay(o.AsOf); ok {
		return n
	}
	return math.MinInt
}

// Build makes the ledger of the readings: contacts sorted by first day
// descending, undated last, then by id. The result is the same whatever the
// order of the readings; readings of the same document count once.
func Build(readings []readout.Reading, opt Options) []readout.Contact {
	drafts := assemble(readings, opt)
	out := make([]readout.Contact, len(drafts))
	for i, d := range drafts {
		out[i] = d.out
	}
	return out
}

// draft is a contact on its way from a cluster to an entry.
type draft struct {
	c       *cluster
	claims  []claim
	when    chosenTime
	out     readout.Contact
	counted *count // coverage of its parties
	units   []*unit
}

func assemble(readings []readout.Reading, opt Options) []*draft {
	w := newWorld(readings)
	cover := newCoverage(w)
	var drafts []*draft
	for _, items := range buckets(w) {
		for _, c := range link(items) {
			if d := w.draft(c, cover, opt.day()); d != nil {
				drafts = append(drafts, d)
			}
		}
	}
	nameAll(drafts)
	settleAll(drafts, opt.day())
	slices.SortFunc(drafts, func(a, b *draft) int {
		return cmp.Or(cmp.Compare(b.when.firstDay(), a.when.firstDay()), cmp.Compare(a.out.ID, b.out.ID))
	})
	return drafts
}

// draft fills everything of an entry that does not need the other entries; nil
// where no claim has words that fit its document.
func (w *world) draft(c *cluster, cover *coverage, asOf int) *draft {
	d := &draft{c: c, claims: w.history(c)}
	if len(d.claims) == 0 {
		return nil
	}
	d.when = w.chooseTime(c)
	out := &d.out
	out.Channel = c.channel()
	out.Status = statusOf(d.claims, d.when.span, d.when.known, asOf)
	out.Review = "machine"
	for _, cl := range d.claims {
		out.History = append(out.History, cl.Claim)
	}
	out.When = d.when.out
	out.Scope = c.scope()
	out.Parties = c.parties()
	w.details(d)
	out.Disputes = disputes(d)
	d.counted = cover.of(out.Parties)
	out.Coverage = d.counted.after(d.when)
	w.accounts(d)
	out.Statements = statementsAbout(c)
	out.Documents, out.Sources = c.documents()
	return d
}

// scope is the scope that most items give; of equals, the first by name.
func (c *cluster) scope() readout.Scope {
	count := map[readout.Scope]int{}
	for _, it := range c.items {
		count[it.rep.Scope]++
	}
	best := readout.International
	for _, s := range []readout.Scope{readout.Domestic, readout.Press, readout.Private} {
		if count[s] > count[best] {
			best = s
		}
	}
	return best
}

func (c *cluster) documents() (ids []readout.DocID, places []string) {
	for _, it := range c.items {
		ids = append(ids, it.src.r.Document.ID)
		places = append(places, it.src.sources...)
	}
	slices.Sort(ids)
	slices.Sort(places)
	return slices.Compact(ids), slices.Compact(places)
}
