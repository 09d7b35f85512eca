package sqlite

import (
	"slices"
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

// TestExtent: it stays the same with a correction, and changes with a document and
// a place; the readings since are those that came in.
func TestExtent(t *testing.T) {
	s := newStore(t)
	defer closed(t, s)
	var had []readout.Reading
	var before store.Extent
	word := func() store.Extent {
		t.Helper()
		now, err := s.Extent(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if had, err = store.ReadingsSince(t.Context(), s, had, before, now); err != nil {
			t.Fatal(err)
		}
		all, err := store.Readings(t.Context(), s)
		if err != nil || len(had) != len(all) || !slices.Equal(sourcesOf(had), sourcesOf(all)) {
			t.Errorf("readings of %v, want %v; %v", sourcesOf(had), sourcesOf(all), err)
		}
		before = now
		return now
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
		t.Errorf("empty %v, one document %v, a correction %v", empty, one, again)
	}
	moved := e[0]
	moved.Place = "elsewhere.txt"
	if _, err := s.Add(t.Context(), []store.Entry{moved}); err != nil {
		t.Fatal(err)
	}
	if word() == one {
		t.Error("another place is not seen")
	}
	if _, err := s.Add(t.Context(), e[1:]); err != nil {
		t.Fatal(err)
	}
	word()
	e[0].Reading.Contacts = slices.Clone(e[0].Reading.Contacts)
	e[0].Reading.Contacts[0].Channel = readout.Letter
	if err := s.Reread(t.Context(), e[:1]); err != nil {
		t.Fatal(err)
	}
	word()
}

// sourcesOf are the places of readings, sorted, with the channels of their reports.
func sourcesOf(list []readout.Reading) []string {
	var out []string
	for i := range list {
		out = append(out, list[i].Document.Source+" "+string(list[i].Contacts[0].Channel))
	}
	slices.Sort(out)
	return out
}
