package sqlite

import (
	"slices"
	"testing"

	"readout"
	"readout/internal/ledger"
	"readout/internal/store"
	"readout/internal/store/storetest"
)

// found are the documents that have the words.
func found(t *testing.T, s *Store, words string) []readout.DocID {
	t.Helper()
	ids, err := s.Search(t.Context(), ledger.ParseTerms(words))
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

// The index follows the readings, however they are written, and an older ledger
// is searched after its migration.
func TestIndexFollowsReadings(t *testing.T) {
	s := newStore(t)
	defer closed(t, s)
	e := storetest.Entries()[1]
	if _, err := s.Add(t.Context(), []store.Entry{e}); err != nil {
		t.Fatal(err)
	}
	if got := found(t, s, "telephoned"); !slices.Equal(got, []readout.DocID{e.Reading.Document.ID}) {
		t.Fatalf("found %v", got)
	}
	for _, write := range []string{
		`UPDATE reading SET reading = json_set(reading, '$.document.text', 'Something else was written.')`,
		`INSERT OR REPLACE INTO reading SELECT document, rules, lexicon, json_set(reading, '$.document.text', 'Something else stands here.') FROM reading`,
	} {
		if _, err := s.db.Exec(write); err != nil {
			t.Fatal(err)
		}
		if n, m := len(found(t, s, "telephoned")), len(found(t, s, "something")); n != 0 || m != 1 {
			t.Errorf("after %s: %d old, %d new", write, n, m)
		}
	}
	if _, err := s.db.Exec(`INSERT INTO search (search, rank) VALUES ('integrity-check', 1)`); err != nil {
		t.Errorf("the index and the texts differ: %v", err)
	}
	if _, err := s.db.Exec(`DELETE FROM reading`); err != nil {
		t.Fatal(err)
	}
	if n := len(found(t, s, "something")); n != 0 {
		t.Errorf("%d found after all was removed", n)
	}
}

// A text that has the index's own marks has no places, and is found all the same.
func TestPlacesOfMarkedText(t *testing.T) {
	for text, want := range map[string]int{"plain \x02words\x03 here": 1, "\x03a \x02b\x03": 0, "\x02a": 0, "none": 0} {
		if got := places(readout.InText, text); len(got) != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
