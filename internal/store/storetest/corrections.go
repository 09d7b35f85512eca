package storetest

import (
	"errors"
	"testing"
	"time"

	"readout"
	"readout/internal/ledger"
	"readout/internal/store"
)

// noon is when the corrections of the suite are made.
var noon = time.Date(2024, 8, 1, 12, 0, 0, 0, time.UTC)

// moved gives the first contact of a store another day.
func moved(t *testing.T, s store.Store, day string, minute int) readout.Correction {
	t.Helper()
	l, err := store.Load(t.Context(), s, "2026-01-01")
	if err != nil {
		t.Fatal(err)
	}
	c := l.EditContact(&l.Contacts[0], readout.FieldValue{Field: "when", Value: day})
	return store.Signed(c, "Ada Moss", noon.Add(time.Duration(minute)*time.Minute), "the palace diary")
}

func corrections(t *testing.T, s store.Store) {
	add(t, s, Entries()...)
	one, two := moved(t, s, "2024-06-13", 5), moved(t, s, "2024-06-12", 0)
	sealed, added, err := store.Correct(t.Context(), s, one)
	if err != nil || added != 1 || len(sealed) != 1 {
		t.Fatalf("%+v, %d added, %v", sealed, added, err)
	}
	if _, added, err = store.Correct(t.Context(), s, one, two); err != nil || added != 1 {
		t.Errorf("one of them again: %d added, %v", added, err)
	}
	list, err := s.Corrected(t.Context())
	if err != nil || len(list) != 2 || mustJSON(t, list[0]) != mustJSON(t, sealed[0]) {
		t.Errorf("%s, %v", mustJSON(t, list), err)
	}
	if got := contacts(t, s)[0].ID; got != "2024-06-13-brandt-reyes-call" {
		t.Errorf("the later moment holds, whichever came first: %s", got)
	}
}

func unsealed(t *testing.T, s store.Store) {
	add(t, s, Entries()...)
	good, err := ledger.Seal(moved(t, s, "2024-06-13", 0))
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string]readout.Correction{"no id": moved(t, s, "2024-06-14", 0), "changed": {ID: good.ID, Action: good.Action, At: good.At, By: "Somebody Else", Target: good.Target, Values: good.Values}} {
		if _, err := s.Correct(t.Context(), []readout.Correction{good, bad}); !errors.Is(err, readout.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if list, err := s.Corrected(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("%d were written, %v", len(list), err)
	}
}

func correctedID(t *testing.T, s store.Store) {
	add(t, s, Entries()...)
	if err := store.RememberNames(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	old := contacts(t, s)[0].ID
	if _, _, err := store.Correct(t.Context(), s, moved(t, s, "2024-06-13", 0)); err != nil {
		t.Fatal(err)
	}
	list := contacts(t, s)
	for _, id := range []string{old, "2024-06-13-brandt-reyes-call"} {
		if c, err := store.Find(t.Context(), s, list, id); err != nil || c.ID != "2024-06-13-brandt-reyes-call" {
			t.Errorf("%s finds %v, %v", id, c, err)
		}
	}
}
