package sqlite

import (
	"testing"

	"readout"
	"readout/internal/ledger"
	"readout/internal/store"
	"readout/internal/store/storetest"
)

// TestRevision: the word changes with a document and with a place, and with
// nothing else.
func TestRevision(t *testing.T) {
	s := newStore(t)
	defer closed(t, s)
	revision := func(entries ...store.Entry) string {
		t.Helper()
		if len(entries) > 0 {
			if _, err := s.Add(t.Context(), entries); err != nil {
				t.Fatal(err)
			}
		}
		word, err := s.Revision(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return word
	}
	e := storetest.Entries()
	empty, one, again := revision(), revision(e[0]), revision(e[0])
	if empty == one || one != again {
		t.Errorf("empty %s, one document %s, the same again %s", empty, one, again)
	}
	moved := e[0]
	moved.Place = "elsewhere.txt"
	if got := revision(moved); got == one {
		t.Errorf("another place: still %s", got)
	}
	if a, b := revision(e[1:]...), revision(); a == one || a != b {
		t.Errorf("more documents: %s, then %s", a, b)
	}
}

// TestDocumentRevision: the word stays the same with a correction, and changes
// with a document and a place.
func TestDocumentRevision(t *testing.T) {
	s := newStore(t)
	defer closed(t, s)
	word := func() string {
		t.Helper()
		word, err := s.DocumentRevision(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return word
	}
	e := storetest.Entries()
	empty := word()
	if _, err := s.Add(t.Context(), e[:1]); err != nil {
		t.Fatal(err)
	}
	one := word()
	note, err := ledger.Seal(readout.Correction{Action: readout.UndoAction, At: "2026-01-01T00:00:00Z", By: "Ada Moss", Undoes: "k0"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Correct(t.Context(), []readout.Correction{note}); err != nil {
		t.Fatal(err)
	}
	if again := word(); empty == one || again != one {
		t.Errorf("empty %s, one document %s, a correction %s", empty, one, again)
	}
	moved := e[0]
	moved.Place = "elsewhere.txt"
	if _, err := s.Add(t.Context(), []store.Entry{moved}); err != nil {
		t.Fatal(err)
	}
	if word() == one {
		t.Error("another place is not seen")
	}
}
