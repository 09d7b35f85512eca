package storetest

import (
	"errors"
	"maps"
	"slices"
	"sync"
	"testing"

	"readout"
	"readout/internal/ledger"
	"readout/internal/store"
)

// spread are documents of an archive of months.
func spread(n int) []store.Entry {
	var out []store.Entry
	i := 0
	for e := range Archive(3) {
		if i++; i%30 == 0 {
			out = append(out, e)
		}
		if len(out) == n {
			break
		}
	}
	return out
}

// linking adds documents in batches of any size, with corrections in between: the
// ids that are remembered are those that contacts have had when everything is linked
// each time.
func linking(t *testing.T, s store.Store) {
	want := map[store.Name]bool{}
	rest := spread(150)
	for step := range 25 {
		n := min(len(rest), 1+step*7%11)
		add(t, s, rest[:n]...)
		rest = rest[n:]
		if step%5 == 4 {
			correctOne(t, s, step)
		}
		if err := store.RememberNames(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		noteAll(t, s, want)
		got, err := s.Remembered(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != len(want) || slices.ContainsFunc(got, func(n store.Name) bool { return !want[n] }) {
			t.Fatalf("step %d: %v are remembered, want %v", step, got, slices.Collect(maps.Keys(want)))
		}
	}
	linked, err := s.Linked(t.Context())
	if err != nil || linked.Rules != ledger.Version || len(linked.Fresh) > 0 {
		t.Errorf("%+v, %v", linked, err)
	}
	if again := linked.Generation; store.RememberNames(t.Context(), s) != nil {
		t.Error("nothing to link")
	} else if linked, err = s.Linked(t.Context()); err != nil || linked.Generation != again {
		t.Errorf("links were written where nothing had come in: %+v, %v", linked, err)
	}
}

// correctOne makes a correction of some contact.
func correctOne(t *testing.T, s store.Store, n int) {
	t.Helper()
	l, err := store.Load(t.Context(), s, "2026-01-01")
	if err != nil {
		t.Fatal(err)
	}
	c, other := &l.Contacts[n%len(l.Contacts)], &l.Contacts[(3*n+1)%len(l.Contacts)]
	list := []readout.Correction{
		l.EditContact(c, readout.FieldValue{Field: "when", Value: "2001-01-01"}), l.Reject(c, 0), l.MergeContacts(c, other),
		l.EditContact(c, readout.FieldValue{Field: "parties", Value: "Ana Reyes; Mira Acqstrand"}),
	}
	if len(l.Corrections) > 0 {
		list = append(list, ledger.Undo(l.Corrections[0].ID))
	}
	k := store.Signed(list[n/5%len(list)], "Ada Moss", noon.AddDate(0, 0, n), "")
	if _, added, err := store.Correct(t.Context(), s, k); err != nil || added != 1 {
		t.Fatalf("%d added, %v", added, err)
	}
}

// noteAll notes the ids that contacts have when everything is linked.
func noteAll(t *testing.T, s store.Store, names map[store.Name]bool) {
	t.Helper()
	var readings []readout.Reading
	for _, k := range all(t, s) {
		readings = append(readings, k.Reading)
	}
	corrections, err := s.Corrected(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, n := range ledger.LinkAll(readings, corrections).Names {
		names[n], ids[n.ID] = true, true
	}
	for _, c := range ledger.Build(readings, ledger.Options{Corrections: corrections}) {
		if !ids[c.ID] {
			t.Fatalf("%s is an entry of the ledger and no name", c.ID)
		}
	}
}

// twoLinkers link at the same time: one of them has to look again.
func twoLinkers(t *testing.T, s store.Store) {
	add(t, s, Entries()[:3]...)
	before, err := s.Linked(t.Context())
	if err != nil || len(before.Fresh) != 3 {
		t.Fatalf("%+v, %v", before, err)
	}
	if err := store.RememberNames(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	names, err := s.Remembered(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	late := &ledger.Update{Whole: true, Names: []store.Name{{ID: "late", Document: before.Fresh[0]}}}
	if err := s.Link(t.Context(), before, late); !errors.Is(err, store.ErrLinked) {
		t.Errorf("error %v", err)
	}
	if after, err := s.Remembered(t.Context()); err != nil || !slices.Equal(after, names) {
		t.Errorf("half of it was written: %v, %v", after, err)
	}
	again := Entries()[0]
	if err := s.Reread(t.Context(), []store.Entry{again}); err != nil {
		t.Fatal(err)
	}
	if linked, err := s.Linked(t.Context()); err != nil || linked.Rules != "" {
		t.Errorf("read again, the links stand: %+v, %v", linked, err)
	}
}

// manyLinkers add and link at the same time: in the end everything is linked once.
func manyLinkers(t *testing.T, s store.Store) {
	list := spread(60)
	add(t, s, list[:20]...)
	if err := store.RememberNames(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for w := range 4 {
		wait.Go(func() {
			for i := 20 + w; i < len(list); i += 4 {
				_, err := s.Add(t.Context(), list[i:i+1])
				if err = errors.Join(err, store.RememberNames(t.Context(), s)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	linked, err := s.Linked(t.Context())
	if err != nil || len(linked.Fresh) > 0 {
		t.Errorf("%+v, %v", linked, err)
	}
	want := map[store.Name]bool{}
	noteAll(t, s, want)
	got, err := s.Remembered(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name := range want {
		if !slices.Contains(got, name) {
			t.Errorf("%+v is not remembered", name)
		}
	}
}
