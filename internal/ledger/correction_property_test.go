package ledger

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"readout"
)

// randomCorrection draws a correction of what a ledger shows; ok is false where
// it has nothing to correct.
func randomCorrection(t *testing.T, rt *rapid.T, l *Ledger, n int) (readout.Correction, bool) {
	if len(l.Contacts) == 0 {
		return readout.Correction{}, false
	}
	pick := func(name string) *readout.Contact {
		return &l.Contacts[rapid.IntRange(0, len(l.Contacts)-1).Draw(rt, name)]
	}
	c := pick("contact")
	claim := rapid.IntRange(0, len(c.History)-1).Draw(rt, "claim")
	var out readout.Correction
	var err error
	switch rapid.SampledFrom(readout.Actions).Draw(rt, "action") {
	case readout.AcceptAction:
		out, err = l.Accept(c)
	case readout.RejectAction:
		out = l.Reject(c, claim)
	case readout.EditAction:
		out = l.EditContact(c, rapid.SampledFrom([]readout.FieldValue{
			{Field: "when", Value: "2024-05-10"}, {Field: "when"}, {Field: "status", Value: "denied"}, {Field: "parties", Value: "Ana Reyes; Oskar Lind"},
			{Field: "initiator", Value: "person/ana-reyes"}, {Field: "place", Value: "Ostby"}, {Field: "channel", Value: "meeting"},
		}).Draw(rt, "value"))
	case readout.MergeAction:
		out = l.MergeContacts(c, pick("other"))
	case readout.SplitAction:
		if out, err = l.SplitContact(c, claim); err != nil {
			return readout.Correction{}, false // one claim only
		}
	case readout.NoteAction:
		out = l.NoteOn(c, "seen")
	case readout.UndoAction:
		if len(l.Corrections) == 0 {
			return readout.Correction{}, false
		}
		out = Undo(l.Corrections[rapid.IntRange(0, len(l.Corrections)-1).Draw(rt, "undone")].ID)
	}
	if err != nil {
		rt.Fatal(err)
	}
	return signed(t, n, out), true
}

// Corrections are made while documents come in. The ledger is the same whatever
// the order of both, with everything given twice, and every quote is the text.
func TestOrderOfCorrectionsDoesNotShow(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		docs := map[readout.DocID]*readout.Document{}
		var all []readout.Reading
		opt := asOf
		for i := range rapid.IntRange(1, 5).Draw(rt, "documents") {
			x := randomText(t, rt, i)
			all = append(all, x.r)
			docs[x.r.Document.ID] = &x.r.Document
			for range rapid.IntRange(0, 3).Draw(rt, "corrections") {
				if c, ok := randomCorrection(t, rt, New(all, opt), len(opt.Corrections)); ok {
					opt.Corrections = append(opt.Corrections, c)
				}
			}
		}
		l := New(all, opt)
		checkStates(rt, l, len(opt.Corrections))
		for _, c := range l.Contacts {
			checkQuotes(rt, docs, reflect.ValueOf(c), c.ID)
		}
		want := printed(t, l.Contacts)
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "shuffle"), 1))
		for range 3 {
			mixed, list := append(slices.Clone(all), all...), append(slices.Clone(opt.Corrections), opt.Corrections...)
			rng.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
			rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			if got := printed(t, New(mixed, Options{AsOf: asOf.AsOf, Corrections: list}).Contacts); got != want {
				rt.Fatalf("the order shows:\n%s\n%s", got, want)
			}
		}
		if got := printed(t, New(all, withUndone(t, opt)).Contacts); got != printed(t, New(all, asOf).Contacts) {
			rt.Fatalf("all corrections taken back leave a trace:\n%s", got)
		}
	})
}

// checkStates: every correction is there once, and says what became of it.
func checkStates(rt *rapid.T, l *Ledger, made int) {
	if len(l.Corrections) != made {
		rt.Fatalf("%d corrections of %d", len(l.Corrections), made)
	}
	for _, row := range l.Corrections {
		if row.State == "" || row.State == readout.Lost && row.Reason == "" {
			rt.Fatalf("no word of what became of it: %+v", row)
		}
	}
}

// withUndone takes back every correction that is in effect.
func withUndone(t *testing.T, opt Options) Options {
	gone := withdrawn(inOrder(opt.Corrections))
	out := opt
	out.Corrections = slices.Clone(opt.Corrections)
	for _, c := range opt.Corrections {
		if !gone[c.ID] && c.Action != readout.UndoAction {
			out.Corrections = append(out.Corrections, signed(t, len(out.Corrections), Undo(c.ID)))
		}
	}
	return out
}
