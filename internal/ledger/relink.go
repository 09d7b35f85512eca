package ledger

import (
	"errors"
	"maps"
	"slices"

	"readout"
)

// Index is where the links of a ledger are kept.
type Index interface {
	// Readings gives the readings of documents, as far as they are linked or new.
	Readings(ids []readout.DocID) ([]readout.Reading, error)
	// Outlines gives the outlines of documents, as far as they are linked.
	Outlines(ids []readout.DocID) ([]Outline, error)
	// Links gives where the reports of documents stand.
	Links(ids []readout.DocID) ([]Link, error)
	// Near gives the links of a bucket that have a say on one of the days, with
	// all of the same clusters.
	Near(bucket string, first, last int) ([]Link, error)
	// Answers gives the answers of the linked documents to a question, and how many give each.
	Answers(q Question) (map[string]int, error)
	// Asking gives the documents that have asked one of the questions.
	Asking(list []Question) ([]readout.DocID, error)
	// Contacts gives the contacts with these keys.
	Contacts(keys []string) ([]NamedContact, error)
	// Sharing gives the contacts whose ids have one of these bases.
	Sharing(bases []string) ([]NamedContact, error)
}

// ErrRelinkAll says that no part of the ledger can be linked by itself.
var ErrRelinkAll = errors.New("all documents must be linked again")

// Relink links documents that are new, and those that corrections speak of, with
// the reports that they can have to do with, and no others. The corrections are all
// that there are, in the order in which they came; the first so many are in
// the links already. The update makes the links those that LinkAll would give.
//
// It links what lies around the new reports by itself, and looks where the outcome
// is not what is kept. As long as that is felt at the rim of what was looked at,
// the rim is moved out: a report beyond it cannot be felt, since none of the
// clusters that it is compared with is another than before.
func Relink(ix Index, fresh []readout.DocID, corrections []readout.Correction, linked int) (*Update, error) {
	r := &region{
		ix: ix, corrections: corrections, gained: map[Question]map[string]int{}, ties: map[readout.DocID][]int{},
		fresh: map[readout.DocID]bool{}, touched: map[readout.DocID]bool{}, loaded: map[readout.DocID]*readout.Reading{}, facts: newFacts(),
		sought: map[readout.DocID]bool{}, windows: map[string]*window{},
	}
	if err := r.begin(fresh, linked); err != nil {
		return nil, err
	}
	for {
		more, err := r.round()
		if err == nil {
			err = r.failed
		}
		if err != nil {
			return nil, err
		}
		if !more {
			return r.update()
		}
	}
}

// region is the part of a ledger that is linked again.
type region struct {
	ix          Index
	failed      error // of the index, where it answers a question of the rules
	corrections []readout.Correction
	tied        [][]readout.DocID           // by correction: the documents that it ties together
	ties        map[readout.DocID][]int     // by document: the corrections that tie it to others
	gained      map[Question]map[string]int // the answers of new documents
	facts       *facts
	fresh       map[readout.DocID]bool             // documents that were not linked before
	touched     map[readout.DocID]bool             // documents that may be read or corrected otherwise than before
	loaded      map[readout.DocID]*readout.Reading // nil where there is none; an outline where no words are needed
	sought      map[readout.DocID]bool             // touched documents whose links have been asked for
	windows     map[string]*window

	w        *world
	clusters []*cluster // of the last round, by bucket
}

// window is the part of a bucket that is looked at.
type window struct {
	rows  map[string]Link // what is kept, as far as it was asked for, by report
	days  stretches
	asked stretches             // of which the links have been fetched
	felt  map[string]*placement // whose cluster is another now, or may be, by report
	wide  stretches             // the days of those, and of all that they are compared with
}

// begin finds the documents from which the work starts.
func (r *region) begin(fresh []readout.DocID, linked int) error {
	for i := range r.corrections {
		r.tied = append(r.tied, documentsOf(&r.corrections[i]))
		for _, id := range r.tied[i] {
			r.ties[id] = append(r.ties[id], i)
		}
	}
	for _, id := range fresh {
		r.fresh[id], r.touched[id] = true, true
	}
	if err := r.load(fresh); err != nil {
		return err
	}
	for _, id := range fresh {
		if reading := r.loaded[id]; reading != nil {
			factsOf(reading, func(f Fact) { gain(r.gained, f) })
		}
	}
	list, ok := changed(r.kept, r.gained)
	if !ok {
		return ErrRelinkAll
	}
	r.facts.look = r.answers
	asking, err := r.ix.Asking(slices.Collect(maps.Keys(list)))
	if err != nil {
		return err
	}
	for _, id := range slices.Concat(asking, spokenOf(r.corrections, linked)) {
		r.touched[id] = true
	}
	return r.failed
}

// spokenOf are the documents of the corrections from the place on, and of those
// that they take back.
func spokenOf(corrections []readout.Correction, from int) []readout.DocID {
	byID := map[string]*readout.Correction{}
	for i := range corrections {
		byID[corrections[i].ID] = &corrections[i]
	}
	var out []readout.DocID
	for i := range corrections[from:] {
		c := &corrections[from+i]
		for c != nil && c.Action == readout.UndoAction {
			c = byID[c.Undoes]
		}
		if c != nil {
			out = append(out, documentsOf(c)...)
		}
	}
	return out
}

// kept gives the answers of the documents that are linked already.
func (r *region) kept(q Question) map[string]int {
	answers, err := r.ix.Answers(q)
	r.failed = errors.Join(r.failed, err)
	return answers
}

// answers gives the answers of all documents.
func (r *region) answers(q Question) map[string]int { return sum(r.kept(q), r.gained[q]) }

// load loads documents, and those that corrections tie to them. What is new, and
// what corrections hold on to, is needed with its words.
func (r *region) load(ids []readout.DocID) error {
	var whole, outlined []readout.DocID
	followed := map[int]bool{}
	for len(ids) > 0 {
		id := ids[len(ids)-1]
		ids = ids[:len(ids)-1]
		if _, ok := r.loaded[id]; ok {
			continue
		}
		r.loaded[id] = nil
		if r.fresh[id] || len(r.ties[id]) > 0 {
			whole = append(whole, id)
		} else {
			outlined = append(outlined, id)
		}
		for _, i := range r.ties[id] {
			if !followed[i] {
				followed[i] = true
				ids = append(ids, r.tied[i]...)
			}
		}
	}
	if len(whole) > 0 {
		list, err := r.ix.Readings(whole)
		if err != nil {
			return err
		}
		for i := range list {
			r.loaded[list[i].Document.ID] = &list[i]
		}
	}
	if len(outlined) > 0 {
		list, err := r.ix.Outlines(outlined)
		if err != nil {
			return err
		}
		for i := range list {
			reading := list[i].Reading()
			r.loaded[reading.Document.ID] = &reading
		}
	}
	return nil
}

// take notes what is kept of reports.
func (r *region) take(links []Link) {
	for _, l := range links {
		r.window(l.Bucket).rows[l.Report] = l
	}
}

func (r *region) window(bucket string) *window {
	if r.windows[bucket] == nil {
		r.windows[bucket] = &window{rows: map[string]Link{}}
	}
	return r.windows[bucket]
}

// round links what is loaded, and reports whether more is to be looked at.
func (r *region) round() (more bool, err error) {
	if err := r.fetch(); err != nil {
		return false, err
	}
	var readings []readout.Reading
	for _, reading := range r.loaded {
		if reading != nil {
			readings = append(readings, *reading)
		}
	}
	r.w = worldOf(readings, r.facts)
	r.w.asked = map[readout.DocID]map[Question]bool{}
	r.w.review = r.w.readReview(r.corrections)
	byBucket := map[string][]*item{}
	for it := range r.w.items() {
		bucket := bucketKey(it)
		byBucket[bucket] = append(byBucket[bucket], it)
		if r.touched[it.src.r.Document.ID] {
			r.window(bucket)
		}
	}
	r.clusters = nil
	for _, bucket := range slices.Sorted(maps.Keys(r.windows)) {
		win := r.windows[bucket]
		near := slices.DeleteFunc(threads(byBucket[bucket]), func(t []*item) bool {
			_, kept := win.rows[t[0].key()] // of all its reports, or of none
			return !kept && !r.touched[t[0].src.r.Document.ID]
		})
		r.clusters = append(r.clusters, linkThreads(near)...)
		win.felt, win.wide = r.placements(win.rows, slices.Concat(near...)).felt()
		for _, v := range win.wide {
			if !win.asked.covers(v) {
				win.days.add(v)
				more = true
			}
		}
		more = r.tie(win.felt) || more
	}
	return more, nil
}

// tie touches the documents that corrections tie to those of reports which are
// felt, and reports whether that is more than before.
func (r *region) tie(felt map[string]*placement) (more bool) {
	followed := map[int]bool{}
	for _, s := range felt {
		for _, i := range r.ties[s.doc] {
			if followed[i] {
				continue
			}
			followed[i] = true
			for _, id := range r.tied[i] {
				more = more || !r.touched[id]
				r.touched[id] = true
			}
		}
	}
	return more
}

// fetch loads what the round is to look at.
func (r *region) fetch() error {
	var docs []readout.DocID
	for id := range r.touched {
		if !r.sought[id] {
			r.sought[id] = true
			docs = append(docs, id)
		}
	}
	links, err := r.ix.Links(docs)
	if err != nil {
		return err
	}
	r.take(links)
	for _, l := range links {
		r.windows[l.Bucket].days.add(interval{l.First, l.Last})
	}
	for bucket, win := range r.windows {
		for _, v := range win.days {
			if win.asked.covers(v) {
				continue
			}
			links, err := r.ix.Near(bucket, v.lo, v.hi)
			if err != nil {
				return err
			}
			r.take(links)
			win.asked.add(v)
		}
		for _, l := range win.rows {
			docs = append(docs, l.Document)
		}
	}
	return r.load(docs)
}
