// Package storetest is the suite that every store runs: what a ledger may rely
// on, whatever keeps it.
package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"readout"
	"readout/internal/store"
)

// Run runs the suite. open gives a new, empty store.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, store.Store)
	}{
		{"a new store is empty", empty},
		{"what was added comes back as it was, by id", comesBack},
		{"the same bytes twice change nothing", twice},
		{"the same bytes from another place are noted", otherPlace},
		{"a value without words is refused, and its whole batch", uncited},
		{"words outside the text are refused", outside},
		{"bytes that are not the document's are refused", otherBytes},
		{"a run that was stopped writes nothing", stopped},
		{"several may add at a time", together},
		{"the ledger does not depend on the order of adding", order},
		{"an id finds its contact after it has changed", formerID},
		{"the beginning of an id is enough where it is the only one", prefix},
		{"documents are read again, all or none", rereading},
		{"corrections come back as they were, in their order, each once", corrections},
		{"a correction without its seal is refused, and its whole batch", unsealed},
		{"an id that a correction changed finds its contact", correctedID},
		{"whatever comes in, the ids are those of linking everything", linking},
		{"of two who link at a time, one looks again", twoLinkers},
		{"several may add and link at a time", manyLinkers},
		{"words are found, and where they stand", searching},
		{"whatever is typed is looked for", typedAnyhow},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			})
			test.run(t, s)
		})
	}
}

func add(t *testing.T, s store.Store, entries ...store.Entry) []bool {
	t.Helper()
	added, err := s.Add(t.Context(), entries)
	if err != nil {
		t.Fatal(err)
	}
	return added
}

func all(t *testing.T, s store.Store) []store.Kept {
	t.Helper()
	var out []store.Kept
	for kept, err := range s.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, kept)
	}
	return out
}

// dump is everything a store holds, as text.
func dump(t *testing.T, s store.Store) string {
	t.Helper()
	text, err := json.MarshalIndent(all(t, s), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func empty(t *testing.T, s store.Store) {
	if n := len(all(t, s)); n != 0 {
		t.Errorf("%d documents", n)
	}
	if has, err := s.Has(t.Context(), Entries()[0].Reading.Document.ID); has || err != nil {
		t.Errorf("Has = %v, %v", has, err)
	}
}

func comesBack(t *testing.T, s store.Store) {
	entries := Entries()
	if added := add(t, s, entries...); slices.Contains(added, false) {
		t.Errorf("added = %v", added)
	}
	kept := all(t, s)
	if len(kept) != len(entries) {
		t.Fatalf("%d documents, want %d", len(kept), len(entries))
	}
	for i, k := range kept {
		if i > 0 && k.Reading.Document.ID <= kept[i-1].Reading.Document.ID {
			t.Error("not in the order of ids")
		}
		e := entries[slices.IndexFunc(entries, func(e store.Entry) bool { return e.Reading.Document.ID == k.Reading.Document.ID })]
		want, got := mustJSON(t, e.Reading), mustJSON(t, k.Reading)
		if want != got {
			t.Errorf("got %s\nwant %s", got, want)
		}
		if k.Made != e.Made || !slices.Equal(k.Places, []string{e.Place}) {
			t.Errorf("made by %v, from %v", k.Made, k.Places)
		}
		if has, err := s.Has(t.Context(), e.Reading.Document.ID); !has || err != nil {
			t.Errorf("Has = %v, %v", has, err)
		}
	}
}

func mustJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func twice(t *testing.T, s store.Store) {
	entries := Entries()
	add(t, s, entries...)
	before := dump(t, s)
	if added := add(t, s, append(entries, entries...)...); slices.Contains(added, true) {
		t.Errorf("added = %v", added)
	}
	if after := dump(t, s); after != before {
		t.Errorf("before %s\nafter %s", before, after)
	}
}

func otherPlace(t *testing.T, s store.Store) {
	e := Entries()[0]
	add(t, s, e)
	e.Place = "copy/of.txt"
	e.Reading.Document.Source = e.Place
	if added := add(t, s, e); added[0] {
		t.Error("a copy counts as new")
	}
	if got := all(t, s)[0].Places; !slices.Equal(got, []string{"copy/of.txt", "in/0.txt"}) {
		t.Errorf("places %v", got)
	}
}

func refused(t *testing.T, s store.Store, bad store.Entry, want error) {
	t.Helper()
	_, err := s.Add(t.Context(), []store.Entry{Entries()[0], bad})
	if !errors.Is(err, want) || !strings.Contains(err.Error(), bad.Place) {
		t.Errorf("error %v, want %v and the place", err, want)
	}
	if n := len(all(t, s)); n != 0 {
		t.Errorf("%d documents were written", n)
	}
}

func uncited(t *testing.T, s store.Store) {
	bad := Entries()[1]
	bad.Reading.Contacts[0].When.Words = readout.Words{}
	refused(t, s, bad, readout.ErrUncited)
}

func outside(t *testing.T, s store.Store) {
	bad := Entries()[1]
	end := len(bad.Reading.Document.Text)
	bad.Reading.Contacts[0].Words = readout.WordsAt(readout.Span{Start: end - 2, End: end + 2})
	refused(t, s, bad, readout.ErrInvalid)
}

func otherBytes(t *testing.T, s store.Store) {
	bad := Entries()[1]
	bad.Raw = append([]byte("x"), bad.Raw...)
	refused(t, s, bad, readout.ErrInvalid)
}

func stopped(t *testing.T, s store.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Add(ctx, Entries()); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if n := len(all(t, s)); n != 0 {
		t.Errorf("%d documents were written", n)
	}
}

func together(t *testing.T, s store.Store) {
	entries := Entries()
	var wait sync.WaitGroup
	fresh := make([]int, 4)
	for w := range fresh {
		wait.Go(func() {
			for i := range entries {
				added, err := s.Add(t.Context(), []store.Entry{entries[(i+w)%len(entries)]})
				if err != nil {
					t.Error(err)
					return
				}
				if added[0] {
					fresh[w]++
				}
			}
		})
	}
	wait.Wait()
	if total := fresh[0] + fresh[1] + fresh[2] + fresh[3]; total != len(entries) || len(all(t, s)) != total {
		t.Errorf("%d counted as new, %d there", total, len(all(t, s)))
	}
}

func contacts(t *testing.T, s store.Store) []readout.Contact {
	t.Helper()
	l, err := store.Load(t.Context(), s, "2026-01-01")
	if err != nil {
		t.Fatal(err)
	}
	return l.Contacts
}

// order adds the documents one by one in reverse, and compares with one batch.
func order(t *testing.T, s store.Store) {
	entries := Entries()
	slices.Reverse(entries)
	var seen []string
	for _, e := range entries {
		add(t, s, e)
		seen = append(seen, mustJSON(t, contacts(t, s)))
	}
	if seen[0] == seen[len(seen)-1] {
		t.Fatal("the documents make no difference; the test says nothing")
	}
	list := contacts(t, s)
	if len(list) != 2 || list[0].ID != "2024-06-11-brandt-reyes-call" {
		t.Errorf("contacts: %s", mustJSON(t, list))
	}
	add(t, s, Entries()...)
	if got := mustJSON(t, contacts(t, s)); got != seen[len(seen)-1] {
		t.Errorf("got %s\nwant %s", got, seen[len(seen)-1])
	}
}

func formerID(t *testing.T, s store.Store) {
	add(t, s, Entries()[3])
	if err := store.RememberNames(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	old := contacts(t, s)[0]
	names, err := s.Recall(t.Context(), old.ID)
	if err != nil || len(names) != 1 || names[0].Document != old.Documents[0] {
		t.Fatalf("names %v, %v", names, err)
	}
	renamed := slices.Clone(contacts(t, s))
	renamed[0].ID = "2024-06-12-brandt-reyes-call"
	c, err := store.Find(t.Context(), s, renamed, old.ID)
	if err != nil || c.ID != renamed[0].ID || !slices.Equal(c.FormerIDs, []string{old.ID}) {
		t.Errorf("found %v, %v", c, err)
	}
	if _, err := store.Find(t.Context(), s, renamed, "2024-06-13-nobody-call"); !errors.Is(err, readout.ErrNotFound) {
		t.Errorf("error %v", err)
	}
}

func prefix(t *testing.T, s store.Store) {
	add(t, s, Entries()...)
	list := contacts(t, s)
	c, err := store.Find(t.Context(), s, list, "2024-06")
	if err != nil || c.ID != list[0].ID {
		t.Errorf("found %v, %v", c, err)
	}
	_, err = store.Find(t.Context(), s, list, "2024-")
	if !errors.Is(err, readout.ErrInvalid) || !strings.Contains(fmt.Sprint(err), list[1].ID) {
		t.Errorf("error %v", err)
	}
}
