package ingest

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"readout"
	"readout/internal/source"
	"readout/internal/store"
	"readout/internal/store/sqlite"
	"readout/lexicon"
)

// correctSomething draws a correction of what a store shows, and adds it.
func correctSomething(t *rapid.T, s store.Store, minute int) {
	l, err := store.Load(context.Background(), s, "2026-01-01")
	if err != nil {
		t.Fatal(err)
	}
	c := &l.Contacts[rapid.IntRange(0, len(l.Contacts)-1).Draw(t, "contact")]
	var k readout.Correction
	switch rapid.IntRange(0, 3).Draw(t, "action") {
	case 0:
		k = l.EditContact(c, readout.FieldValue{Field: "when", Value: "2024-07-05"})
	case 1:
		k = l.Reject(c, 0)
	case 2:
		k = l.MergeContacts(c, &l.Contacts[0])
	default:
		if k, err = l.Accept(c); err != nil {
			t.Fatal(err)
		}
	}
	k = store.Signed(k, "Ada Moss", time.Date(2024, 8, 1, 12, minute, 0, 0, time.UTC), "")
	if _, _, err := store.Correct(context.Background(), s, k); err != nil {
		t.Fatal(err)
	}
}

// Two ledgers merged, either into the other, are one ledger of all documents and
// all corrections, in whatever order and batches they came in.
func TestTwoLedgersMergedAreOneLedgerOfAll(t *testing.T) {
	lex, items := loaded(t)
	dir, n := t.TempDir(), 0
	fewer(t, "30") // each draw makes four ledgers on the disk
	rapid.Check(t, func(t *rapid.T) {
		n++
		chosen := rapid.Permutation(rapid.SampledFrom(windows(items)).Draw(t, "documents")).Draw(t, "order")[:4]
		cut := rapid.IntRange(1, len(chosen)-1).Draw(t, "cut")
		common := rapid.IntRange(0, 2).Draw(t, "common") // documents that both have
		a := ledgerOf(t, dir, fmt.Sprintf("a%d.db", n), lex, 2, chosen[:cut])
		defer a.Close()
		b := ledgerOf(t, dir, fmt.Sprintf("b%d.db", n), lex, 1, chosen[max(0, cut-common):])
		defer b.Close()
		for i, s := range []store.Store{a, b, a, b} {
			if l, err := store.Load(context.Background(), s, ""); err == nil && len(l.Contacts) > 0 && rapid.Bool().Draw(t, "corrected") {
				correctSomething(t, s, i)
			}
		}
		all := ledgerOf(t, dir, fmt.Sprintf("c%d.db", n), lex, 1, chosen)
		defer all.Close()
		for _, s := range []store.Store{b, a} {
			list, err := s.Corrected(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := store.Correct(context.Background(), all, list...); err != nil {
				t.Fatal(err)
			}
		}
		want := lines(t, all)
		into := ledgerOf(t, dir, fmt.Sprintf("d%d.db", n), lex, 1)
		defer into.Close()
		merge(t, lex, into, b, a)
		merge(t, lex, a, b)
		for name, s := range map[string]store.Store{"both into a new one": into, "one into the other": a} {
			if got := lines(t, s); got != want {
				t.Fatalf("%s: got %s\nwant %s", name, got, want)
			}
		}
	})
}

// fewer sets how often a property is tried in this test.
func fewer(t *testing.T, checks string) {
	t.Helper()
	f := flag.Lookup("rapid.checks")
	usual := f.Value.String()
	if err := f.Value.Set(checks); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Value.Set(usual) })
}

func merge(t fataler, lex *lexicon.Lexicon, into store.Store, from ...*sqlite.Store) {
	t.Helper()
	adder := &Adder{Store: into, Lexicon: lex, Done: func(Counts) {}, Failed: func(source string, err error) { t.Fatalf("%s: %v", source, err) }}
	for _, s := range from {
		if _, err := adder.Merge(context.Background(), s); err != nil {
			t.Fatal(err)
		}
	}
}

// Reading again with the same rules gives the same readings, whatever was given
// with a document; with others, what changes in the ledger is told, and nothing
// is written in a dry run.
func TestReread(t *testing.T) {
	lex, items := loaded(t)
	s := ledgerOf(t, t.TempDir(), "s.db", lex, 0, append(slices.Clone(items), bare(t)...))
	defer s.Close()
	want := lines(t, s)
	for _, k := range everything(t, s) {
		if k.Given == nil {
			t.Fatal("what was given with a document is not kept")
		}
	}
	rereader := &Rereader{Store: s, Lexicon: lex, AsOf: "2026-01-01", All: true, Failed: func(source string, err error) { t.Errorf("%s: %v", source, err) }, Done: func(Rereading) {}}
	out, err := rereader.Run(t.Context())
	if err != nil || out.Reread != len(items)+1 || out.Changed != 0 || len(out.Ledger) != 0 {
		t.Errorf("the same rules: %+v, %v", out, err)
	}
	ours, err := lexicon.Default() // without the people of the samples
	if err != nil {
		t.Fatal(err)
	}
	rereader.Lexicon, rereader.All, rereader.DryRun = ours, false, true
	if out, err = rereader.Run(t.Context()); err != nil || out.Changed == 0 || len(out.Ledger) == 0 {
		t.Errorf("another lexicon: %+v, %v", out, err)
	}
	if lines(t, s) != want {
		t.Error("a dry run wrote something")
	}
	rereader.DryRun = false
	wet, err := rereader.Run(t.Context())
	if err != nil || fmt.Sprint(wet) != fmt.Sprint(out) {
		t.Errorf("a dry run tells what happens: %+v, %v\nwant %+v", wet, err, out)
	}
	fresh := ledgerOf(t, t.TempDir(), "f.db", ours, 0, append(slices.Clone(items), bare(t)...))
	defer fresh.Close()
	if lines(t, s) != lines(t, fresh) {
		t.Error("read again is not what a new ledger would be")
	}
	if out, err = rereader.Run(t.Context()); err != nil || out.Reread != 0 {
		t.Errorf("nothing is left to read again: %+v, %v", out, err)
	}
}

func everything(t *testing.T, s store.Store) []store.Kept {
	t.Helper()
	kept, err := store.Everything(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// bare is a text that says nothing of itself, with what a person says of it.
func bare(t *testing.T) []source.Item {
	t.Helper()
	text := "Prime Minister Ana Reyes of Arvenia called President Jon Holt of Costava yesterday.\n"
	opt := source.Options{Published: "2024-03-05", Outlet: "Larkfield Wire", URL: "https://larkfield.example/1"}
	return slices.Collect(source.Read("bare#1.txt", strings.NewReader(text), opt))
}
