package sqlite

import (
	"testing"

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
