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
	// Corrections are what persons have said of the ledger, in any order.
	Corrections []readout.Correction
}

func (o Options) day() int {
	if n, ok := parseDay(o.AsOf); ok {
		return n
	}
	return math.MinInt
}

// Build makes the ledger of the readings: contacts sorted by first day
// descending, undated last, then by id. The result is the same whatever the
// order of the readings and of the corrections; readings of the same document,
// and corrections of the same id, count once.
func Build(readings []readout.Reading, opt Options) []readout.Contact {
	return New(readings, opt).Contacts
}

// New makes the ledger of the readings (see Build), with what became of each
// correction.
func New(readings []readout.Reading, opt Options) *Ledger {
	drafts, review := assemble(readings, opt)
	l := &Ledger{Contacts: make([]readout.Contact, len(drafts)), Corrections: make([]CorrectionRow, len(review.rows)), why: make(map[string][]joining, len(drafts))}
	for i, d := range drafts {
		l.Contacts[i] = d.out
		l.why[d.out.ID] = d.c.why
	}
	for i, row := range review.rows {
		l.Corrections[i] = *row
	}
	l.Readings = slices.CompactFunc(slices.SortedStableFunc(slices.Values(readings), byDocument), sameDocument)
	return l
}

func byDocument(a, b readout.Reading) int {
	return cmp.Or(cmp.Compare(a.Document.ID, b.Document.ID), cmp.Compare(a.Document.Source, b.Document.Source))
}

func sameDocument(a, b readout.Reading) bool { return a.Document.ID == b.Document.ID }

// draft is a contact on its way from a cluster to an entry.
type draft struct {
	c       *cluster
	claims  []claim
	when    chosenTime
	out     readout.Contact
	counted *count // coverage of its parties
	units   []*unit
	copyOf  map[readout.DocID]readout.DocID // the text that a document is a copy of
	acts    []*act                          // corrections that land on it, by moment
}

func assemble(readings []readout.Reading, opt Options) ([]*draft, *review) {
	w := newWorld(readings)
	w.review = w.readReview(opt.Corrections)
	var clusters []*cluster
	for _, items := range buckets(w) {
		clusters = append(clusters, link(items)...)
	}
	drafts := w.drafts(clusters, opt.day())
	cover := newCoverage(w)
	for _, d := range drafts {
		w.fill(d, cover, opt.day())
	}
	nameAll(drafts)
	w.settleAll(drafts, opt.day())
	slices.SortFunc(drafts, func(a, b *draft) int {
		return cmp.Or(cmp.Compare(b.when.firstDay(), a.when.firstDay()), cmp.Compare(a.out.ID, b.out.ID))
	})
	w.review.name(drafts)
	return drafts, w.review
}

// drafts makes entries of the clusters, joined and taken apart as persons say, with
// what persons say of each.
func (w *world) drafts(clusters []*cluster, asOf int) []*draft {
	var out []*draft
	for _, c := range w.review.rejoin(clusters) {
		if d := w.draft(c, asOf); d != nil {
			out = append(out, d)
		}
	}
	w.review.place(out)
	return out
}

// draft makes the parties, day, channel and status of an entry; nil where no
// claim has words that fit its document.
func (w *world) draft(c *cluster, asOf int) *draft {
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
	if out.Passing = c.toldInPassing(); out.Passing && out.When != nil && out.When.Basis == "published" {
		d.when, out.When = chosenTime{}, nil // the day of the talk is not its day
	}
	return d
}

// fill puts in what persons say of an entry, then everything else that does not
// need the other entries.
func (w *world) fill(d *draft, cover *coverage, asOf int) {
	out := &d.out
	w.reviewed(d, asOf)
	out.Disputes = disputes(d)
	d.counted = cover.of(out.Parties)
	out.Coverage = d.counted.after(d.when)
	d.copies()
	w.accounts(d)
	out.Disputes = append(out.Disputes, contested(out.Comparison)...)
	out.Statements = statementsAbout(d.c)
	out.Documents, out.Sources = d.c.documents()
}

// scope is the scope that most items give; of equals, the first by name. A headline
// that names others than its text does not tell.
func (c *cluster) scope() readout.Scope {
	count := map[readout.Scope]int{}
	for _, it := range c.items {
		if it.named == nil {
			count[it.rep.Scope]++
		}
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
