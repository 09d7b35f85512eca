package ledger

import (
	"cmp"
	"maps"
	"slices"

	"readout"
)

// Version names the rules of linking: it changes when the same readings and
// corrections would be linked, or named, in another way. The first use of a ledger
// by other rules links everything again.
const Version = "8"

// Link is where a report stands: what a store keeps of it, so that a further
// document is linked without looking at all others. Reports are named by keys,
// which sort by document and place.
type Link struct {
	Report      string // its key
	Document    readout.DocID
	Bucket      string // the sides that take part; reports of two buckets are never compared
	First, Last int    // days since 1970 beyond which linking neither looks for what it goes with nor finds it
	Strand      string // the first report of those that it was joined with by time
	Cluster     string // the same, once plans that moved are joined too
	Contact     string // the same, once persons have joined and split; "" where no entry came of it
}

// NamedContact is an entry of the ledger with what its id follows from.
type NamedContact struct {
	Contact  string // the key of its first report
	Base     string // its id, but for the number that tells apart those that share one
	Document readout.DocID
	In       readout.Field // with Start: where the first of its claims stands
	Start    int           // offset in bytes
}

// Name ties the id of a contact to words that stay: where the first of its claims
// stands. An id may change when documents come in; the words do not.
type Name struct {
	ID       string
	Document readout.DocID
	In       readout.Field
	Start    int // offset in bytes
}

// Update is what changes in the links that a store keeps, and the ids that
// contacts have by it.
type Update struct {
	Whole     bool     // what was kept before is void
	Gone      []string // keys of reports that stand elsewhere now, or nowhere
	Links     []Link
	Dissolved []string // keys of contacts that are gone, or described anew
	Contacts  []NamedContact
	Asked     map[readout.DocID][]Question // replaces what these documents have asked
	Facts     map[Question]map[string]int  // answers, and how many more documents give each
	Outlines  []Outline                    // of the documents that were not linked before
	Names     []Name
}

// Answer is a fact with how many times documents give it.
type Answer struct {
	Fact
	Times int
}

// Answers are the facts to be added, sorted.
func (u *Update) Answers() []Answer {
	var out []Answer
	for q, answers := range u.Facts {
		for value, n := range answers {
			out = append(out, Answer{Fact{q, value}, n})
		}
	}
	slices.SortFunc(out, func(a, b Answer) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Value, b.Value))
	})
	return out
}

// LinkAll links all documents. The corrections are all that there are.
func LinkAll(readings []readout.Reading, corrections []readout.Correction) *Update {
	w := newWorld(readings)
	u := &Update{Whole: true, Facts: w.facts.known, Outlines: outlines(w.docs, func(readout.DocID) bool { return true })}
	w.asked = map[readout.DocID]map[Question]bool{}
	w.review = w.readReview(corrections)
	var clusters []*cluster
	for _, items := range buckets(w) {
		clusters = append(clusters, link(items)...)
	}
	u.describe(w, clusters)
	u.name(u.Contacts)
	u.Asked = map[readout.DocID][]Question{}
	for _, s := range w.docs {
		u.Asked[s.r.Document.ID] = w.askedBy(s.r.Document.ID)
	}
	return u
}

// askedBy are the questions that were asked for the sake of a document.
func (w *world) askedBy(id readout.DocID) []Question {
	return slices.SortedFunc(maps.Keys(w.asked[id]), func(a, b Question) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key)) })
}

// describe adds the links of the reports in clusters, and the entries made of them.
func (u *Update) describe(w *world, clusters []*cluster) {
	links := map[*item]*Link{}
	for _, c := range clusters {
		for _, it := range c.items {
			links[it] = &Link{Report: it.key(), Document: it.src.r.Document.ID, Bucket: bucketKey(it), First: it.days.lo, Last: it.days.hi, Strand: it.strand.key(), Cluster: it.cluster.key()}
		}
	}
	for _, d := range w.drafts(clusters, Options{}.day()) {
		w.reviewed(d, Options{}.day())
		first := firstClaim(&d.out)
		u.Contacts = append(u.Contacts, NamedContact{Contact: d.c.first.key(), Base: baseID(d), Document: first.Document, In: first.In, Start: first.From.First().Start})
		for _, it := range d.c.items {
			links[it].Contact = d.c.first.key()
		}
	}
	for _, l := range links {
		u.Links = append(u.Links, *l)
	}
	slices.SortFunc(u.Links, func(a, b Link) int { return cmp.Compare(a.Report, b.Report) })
	slices.SortFunc(u.Contacts, func(a, b NamedContact) int { return cmp.Compare(a.Contact, b.Contact) })
}

// name gives the ids of contacts, which are all that share their bases.
func (u *Update) name(contacts []NamedContact) {
	sorted := slices.Clone(contacts)
	slices.SortFunc(sorted, func(a, b NamedContact) int {
		return cmp.Or(cmp.Compare(a.Base, b.Base), cmp.Compare(a.Contact, b.Contact))
	})
	n := 0
	for i, c := range sorted {
		if i > 0 && sorted[i-1].Base == c.Base {
			n++
		} else {
			n = 0
		}
		u.Names = append(u.Names, Name{ID: numbered(c.Base, n), Document: c.Document, In: c.In, Start: c.Start})
	}
}

// firstClaim is the first claim of a contact by document and place.
func firstClaim(c *readout.Contact) *readout.Claim {
	best := &c.History[0]
	for i := range c.History {
		claim := &c.History[i]
		if cmp.Or(cmp.Compare(claim.Document, best.Document), cmp.Compare(claim.In, best.In), cmp.Compare(claim.From.First().Start, best.From.First().Start)) < 0 {
			best = claim
		}
	}
	return best
}

// documentsOf are the documents that a correction holds on to, sorted.
func documentsOf(c *readout.Correction) []readout.DocID {
	ids := map[readout.DocID]bool{}
	for _, a := range slices.Concat(c.Target, c.With) {
		ids[a.Document] = true
	}
	return slices.Sorted(maps.Keys(ids))
}

// rename names the contacts that are new or described anew, and those whose ids
// shift because they share one with these or with those that are gone.
func (u *Update) rename(ix Index, gone map[string]bool) error {
	u.Dissolved = slices.Sorted(maps.Keys(gone))
	before, err := ix.Contacts(u.Dissolved)
	if err != nil {
		return err
	}
	bases := map[string]bool{}
	for _, c := range slices.Concat(before, u.Contacts) {
		bases[c.Base] = true
	}
	sharing, err := ix.Sharing(slices.Sorted(maps.Keys(bases)))
	if err != nil {
		return err
	}
	sharing = slices.DeleteFunc(sharing, func(c NamedContact) bool { return gone[c.Contact] })
	u.name(slices.Concat(sharing, u.Contacts))
	return nil
}
