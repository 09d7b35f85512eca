package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// CorrectionRow is a correction with what became of it in this ledger.
type CorrectionRow struct {
	readout.Correction
	State   readout.CorrectionState `json:"state"`
	Contact string                  `json:"contact,omitempty"` // id of the entry that it touches now
	Reason  string                  `json:"reason,omitempty"`  // why it is lost, or not whole
}

// act is a correction in effect, with the reports that it holds on to.
type act struct {
	*CorrectionRow
	target, with []*readout.Report
	words        readout.Words   // of the first target that is there
	ground       []readout.Words // those of the person's that are here
	overridden   int             // values that later corrections give anew
}

// part marks a report that a split puts on one side: what stands on the two
// sides of one split is never one contact.
type part struct {
	split *act
	stays bool
}

// review is what persons have made of the ledger.
type review struct {
	rows     []*CorrectionRow // all, by moment
	acts     []*act           // those in effect whose target is there, by moment
	rejected map[*readout.Report]bool
	muted    map[*readout.Report][]readout.Spans // further voices that are rejected
	apart    map[*readout.Report][]part
	outcomes map[promiseKey]*act
}

// promiseKey is where the words of a promise stand.
type promiseKey struct {
	doc  readout.DocID
	in   readout.Field
	hull readout.Span
}

func keyOf(w readout.Words) promiseKey { return promiseKey{w.Document, w.In, w.From.Hull()} }

// review finds what the corrections hold on to.
func (w *world) readReview(corrections []readout.Correction) *review {
	r := &review{rejected: map[*readout.Report]bool{}, muted: map[*readout.Report][]readout.Spans{}, apart: map[*readout.Report][]part{}, outcomes: map[promiseKey]*act{}}
	list := inOrder(corrections)
	gone := withdrawn(list)
	there := map[string]bool{}
	for _, c := range list {
		there[c.ID] = true
	}
	for _, c := range list {
		row := &CorrectionRow{Correction: c, State: readout.Applied}
		r.rows = append(r.rows, row)
		switch {
		case gone[c.ID]:
			row.State = readout.Withdrawn
		case c.Action == readout.UndoAction && !there[c.Undoes]:
			row.State, row.Reason = readout.Lost, "the correction that it undoes is not here"
		case c.Action == readout.RejectAction:
			w.reject(r, row)
		case c.Action != readout.UndoAction:
			w.hold(r, row)
		}
	}
	return r
}

// reject leaves out what a person found misread.
func (w *world) reject(r *review, row *CorrectionRow) {
	lost := 0
	for _, a := range row.Target {
		found, ok := w.locate(a)
		switch {
		case !ok || found.rep == nil || a.Status != "" && a.Status != found.rep.Status:
			lost++
		case found.also:
			r.muted[found.rep] = append(r.muted[found.rep], found.words.From)
		default:
			r.rejected[found.rep] = true
		}
	}
	row.miss(lost, len(row.Target))
}

// hold finds the reports of every other correction.
func (w *world) hold(r *review, row *CorrectionRow) {
	a := &act{CorrectionRow: row}
	lost := 0
	for _, anchor := range row.Target {
		found, ok := w.locate(anchor)
		if !ok {
			lost++
			continue
		}
		if a.words.From.IsZero() {
			a.words = found.words
		}
		if anchor.Promise {
			if before := r.outcomes[keyOf(found.words)]; before != nil {
				before.State = readout.Superseded
			}
			r.outcomes[keyOf(found.words)], a.ground = a, w.groundOf(row.Ground)
		} else {
			a.target = append(a.target, found.rep)
		}
	}
	for _, anchor := range row.With {
		if found, ok := w.locate(anchor); ok {
			a.with = append(a.with, found.rep)
		} else {
			lost++
		}
	}
	row.miss(lost, len(row.Target)+len(row.With))
	if a.words.From.IsZero() || len(row.With) > 0 && len(a.with) == 0 {
		row.State = readout.Lost
		return
	}
	r.acts = append(r.acts, a)
	if row.Action == readout.SplitAction {
		for _, rep := range a.target {
			r.apart[rep] = append(r.apart[rep], part{a, false})
		}
		for _, rep := range a.with {
			r.apart[rep] = append(r.apart[rep], part{a, true})
		}
	}
}

// miss notes how many of a correction's claims are gone.
func (row *CorrectionRow) miss(lost, all int) {
	switch {
	case lost == 0:
		return
	case lost == all:
		row.State = readout.Lost
	}
	row.Reason = fmt.Sprintf("%d of %d claims are not in this ledger, or are read otherwise now", lost, all)
}

// located is what an anchor holds on to: a report, in its own or a further
// voice, or the words of a promise (rep is nil).
type located struct {
	rep   *readout.Report
	also  bool
	words readout.Words // quoted
}

// locate finds what an anchor means in its document. Words that a document no
// longer has where they stood are looked for once; they are lost where they
// occur twice, since a lookalike is worse than a loss.
func (w *world) locate(a readout.Anchor) (located, bool) {
	s := w.source(a.Document)
	if s == nil {
		return located{}, false
	}
	w.askFor(a.Document)
	defer w.askFor()
	at, ok := reanchor(a.Words, &s.r.Document)
	if !ok {
		return located{}, false
	}
	if a.Promise {
		return locatePromise(s, at)
	}
	var best located
	top := 0
	for i := range s.r.Contacts {
		rep := &s.r.Contacts[i]
		for n, words := range voices(rep) {
			if score := w.anchorScore(a, at, rep, words); score > top {
				top, best = score, located{rep, n > 0, words}
			}
		}
	}
	if best.rep == nil {
		return located{}, false
	}
	quoted, err := best.words.Quoted(&s.r.Document)
	best.words = quoted
	return best, err == nil
}

func (w *world) source(id readout.DocID) *source {
	i, ok := slices.BinarySearchFunc(w.docs, id, func(s *source, id readout.DocID) int { return cmp.Compare(s.r.Document.ID, id) })
	if !ok {
		return nil
	}
	return w.docs[i]
}

// reanchor gives the place of the quoted words in the document as it is read now.
func reanchor(a readout.Words, d *readout.Document) (readout.Words, bool) {
	text := d.Field(a.In)
	if quote, err := a.From.Cut(text); err == nil && quote == a.Quote {
		return a, true
	}
	i := strings.Index(text, a.Quote)
	if a.Quote == "" || i < 0 || strings.Contains(text[i+1:], a.Quote) {
		return readout.Words{}, false
	}
	a.From = readout.At(readout.Span{Start: i, End: i + len(a.Quote)})
	return a, true
}

// anchorScore says how well a report's words are those of an anchor; 0 where
// they are not: of span, status and channel two must be the same, and the
// parties must be those of then.
func (w *world) anchorScore(a readout.Anchor, at readout.Words, rep *readout.Report, words readout.Words) int {
	if words.In != at.In || !slices.ContainsFunc(at.From.All(), words.From.Overlaps) {
		return 0
	}
	same := 0
	score := 1
	for _, s := range []struct {
		is    bool
		worth int
	}{
		{slices.Equal(words.From.All(), at.From.All()), 40}, {a.Status == "" || a.Status == rep.Status, 20}, {a.Channel == "" || a.Channel == rep.Channel, 10},
	} {
		if s.is {
			same++
			score += s.worth
		}
	}
	shared, fits := w.sharedParties(a.Parties, rep)
	if same < 2 || !fits {
		return 0
	}
	return score + shared
}

// sharedParties counts the parties of an anchor that a report has; they fit
// where two, or all, belong to sides that it has.
func (w *world) sharedParties(ids []readout.EntityID, rep *readout.Report) (shared int, fit bool) {
	var sides []string
	for _, p := range rep.Parties {
		sides = append(sides, w.participant(p).side)
	}
	met := 0
	for _, id := range ids {
		if slices.ContainsFunc(rep.Parties, func(p readout.Party) bool { return p.Entity == id }) {
			shared++
		}
		if slices.Contains(sides, w.participant(readout.Party{Entity: id}).side) {
			met++
		}
	}
	return shared, met >= min(2, len(ids))
}

func locatePromise(s *source, at readout.Words) (located, bool) {
	var best *readout.Point
	for i := range s.r.Points {
		p := &s.r.Points[i]
		if !p.Commitment || p.In != at.In || !slices.ContainsFunc(at.From.All(), p.From.Overlaps) {
			continue
		}
		if best == nil || slices.Equal(p.From.All(), at.From.All()) {
			best = p
		}
	}
	if best == nil {
		return located{}, false
	}
	words, err := best.Words.Quoted(&s.r.Document)
	return located{words: words}, err == nil
}

// voices are the words of a report in its own voice, then in every further one.
func voices(rep *readout.Report) []readout.Words {
	out := []readout.Words{rep.Words}
	for _, a := range rep.Also {
		out = append(out, a.Words)
	}
	return out
}

// groundOf are the words that a person rests on, as far as their documents are
// here and have them.
func (w *world) groundOf(list []readout.Words) []readout.Words {
	var out []readout.Words
	for _, g := range list {
		if s := w.source(g.Document); s != nil {
			if at, ok := reanchor(g, &s.r.Document); ok {
				out = append(out, at)
			}
		}
	}
	return out
}
