package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"readout"
	"readout/internal/export"
	"readout/internal/ledger"
	"readout/internal/source"
	"readout/internal/store"
	"readout/internal/store/sqlite"
	"readout/lexicon"
	"readout/samples"
)

// sampleLexicon is the lexicon with that of the samples over it.
var sampleLexicon = sync.OnceValues(func() (*lexicon.Lexicon, error) {
	words, err := fs.Sub(samples.Files, "lexicon")
	if err != nil {
		return nil, err
	}
	return lexicon.Load(words)
})

// sampleItems are the samples, each document one item.
var sampleItems = sync.OnceValues(func() ([]source.Item, error) {
	var items []source.Item
	err := fs.WalkDir(samples.Files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(path, "lexicon") {
			return err
		}
		f, err := samples.Files.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		for item := range source.Read(path, f, source.Options{}) {
			if item.Err != nil {
				return item.Err
			}
			items = append(items, item)
		}
		return nil
	})
	return items, err
})

func loaded(t *testing.T) (*lexicon.Lexicon, []source.Item) {
	t.Helper()
	lex, err := sampleLexicon()
	if err != nil {
		t.Fatal(err)
	}
	items, err := sampleItems()
	if err != nil {
		t.Fatal(err)
	}
	return lex, items
}

// fataler is a test, or one draw of a property.
type fataler interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// ledgerOf adds items to a new store, in batches, and gives the store.
func ledgerOf(t fataler, dir, name string, lex *lexicon.Lexicon, workers int, batches ...[]source.Item) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Create(context.Background(), filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	for _, items := range batches {
		addAll(t, s, lex, workers, items)
	}
	return s
}

func addAll(t fataler, s store.Store, lex *lexicon.Lexicon, workers int, items []source.Item) Counts {
	t.Helper()
	adder := &Adder{Store: s, Lexicon: lex, Workers: workers, Done: func(Counts) {},
		Failed: func(source string, err error) { t.Fatalf("%s: %v", source, err) }}
	counts, err := adder.Add(context.Background(), slices.Values(items))
	if err != nil {
		t.Fatal(err)
	}
	return counts
}

// lines is the export of a store.
func lines(t fataler, s store.Store) string {
	t.Helper()
	l, err := store.Load(context.Background(), s, "2026-01-01")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := export.JSONL(&b, slices.Values(l.Contacts)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The export is the same bytes whatever the order of the documents, the batches
// they come in and the number of workers; adding everything again changes
// nothing and says so.
func TestLedgerIsAFunctionOfItsDocuments(t *testing.T) {
	lex, items := loaded(t)
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		chosen := rapid.SampledFrom(windows(items)).Draw(t, "documents")
		order := rapid.Permutation(chosen).Draw(t, "order")
		cut := rapid.IntRange(0, len(order)).Draw(t, "cut")
		workers := rapid.IntRange(1, 6).Draw(t, "workers")
		n++
		one := ledgerOf(t, dir, fmt.Sprintf("a%d.db", n), lex, 1, chosen)
		defer one.Close()
		other := ledgerOf(t, dir, fmt.Sprintf("b%d.db", n), lex, workers, order[:cut], order[cut:])
		defer other.Close()
		want := lines(t, one)
		if got := lines(t, other); got != want {
			t.Fatalf("got %s\nwant %s", got, want)
		}
		if counts := addAll(t, other, lex, workers, chosen); counts != (Counts{Known: len(chosen)}) {
			t.Fatalf("the second time: %+v", counts)
		}
		if got := lines(t, other); got != want {
			t.Fatal("adding again changed the ledger")
		}
	})
}

// windows are runs of neighbouring samples, which tell of the same contacts.
func windows(items []source.Item) [][]source.Item {
	const size = 8
	var out [][]source.Item
	for i := 0; i+size <= len(items); i++ {
		out = append(out, items[i:i+size])
	}
	return out
}

// Every quote of the ledger is the words of its span in its document.
func TestQuotesAreTheWordsOfTheirSpans(t *testing.T) {
	lex, items := loaded(t)
	s := ledgerOf(t, t.TempDir(), "all.db", lex, 0, items)
	defer s.Close()
	l, err := store.Load(t.Context(), s, "2026-01-01")
	if err != nil {
		t.Fatal(err)
	}
	docs := map[readout.DocID]*readout.Document{}
	for i := range l.Readings {
		docs[l.Readings[i].Document.ID] = &l.Readings[i].Document
	}
	checked := 0
	for i := range l.Contacts {
		checkQuotes(t, docs, reflect.ValueOf(&l.Contacts[i]).Elem(), l.Contacts[i].ID, &checked)
	}
	for _, row := range l.Statements(&ledger.Filter{}) {
		if quote, err := row.Content.Cut(docs[row.Document].Field(row.In)); err != nil || quote != row.Quote {
			t.Errorf("statement %s: %q, %v, want %q", row.ID, row.Quote, err, quote)
		}
		checked++
	}
	if checked < 200 {
		t.Errorf("only %d quotes were seen", checked)
	}
}

var wordsType = reflect.TypeFor[readout.Words]()

func checkQuotes(t *testing.T, docs map[readout.DocID]*readout.Document, v reflect.Value, path string, checked *int) {
	switch {
	case v.Type() == wordsType:
		w := v.Interface().(readout.Words)
		doc := docs[w.Document]
		if doc == nil {
			t.Errorf("%s: words of no document of the ledger: %q", path, w.Document)
			return
		}
		if quote, err := w.From.Cut(doc.Field(w.In)); err != nil || quote != w.Quote {
			t.Errorf("%s: %q, %v, want %q", path, w.Quote, err, quote)
		}
		*checked++
	case v.Kind() == reflect.Pointer && !v.IsNil():
		checkQuotes(t, docs, v.Elem(), path, checked)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			checkQuotes(t, docs, v.Index(i), fmt.Sprintf("%s[%d]", path, i), checked)
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.IsExported() && !(v.Type() == reflect.TypeFor[readout.Statement]() && f.Type == wordsType) {
				checkQuotes(t, docs, v.Field(i), path+"."+f.Name, checked)
			}
		}
	}
}

// Results come in the order of the items, whatever the number of workers, and a
// failure stays in its place.
func TestResultsKeepTheOrderOfTheItems(t *testing.T) {
	lex, items := loaded(t)
	bad := source.Item{Source: "bad", Err: errors.New("bad: for the test")}
	list := slices.Insert(slices.Clone(items), 3, bad)
	for _, workers := range []int{1, 2, 9} {
		var got []string
		for res := range Read(t.Context(), slices.Values(list), lex, workers) {
			got = append(got, res.Source)
			if (res.Err != nil) != (res.Source == "bad") {
				t.Errorf("%s: %v", res.Source, res.Err)
			}
		}
		if want := sources(list); !slices.Equal(got, want) {
			t.Errorf("%d workers: %v, want %v", workers, got, want)
		}
	}
}

func sources(items []source.Item) []string {
	var out []string
	for _, i := range items {
		out = append(out, i.Source)
	}
	return out
}

// A run that is stopped hands out no more, and keeps what it has added.
func TestStoppedRunKeepsWhatWasAdded(t *testing.T) {
	lex, items := loaded(t)
	s, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "s.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx, cancel := context.WithCancel(t.Context())
	seen := 0
	stopping := func(yield func(source.Item) bool) {
		for _, item := range items {
			if seen++; seen == 6 {
				cancel()
			}
			if !yield(item) {
				return
			}
		}
	}
	adder := &Adder{Store: s, Lexicon: lex, Workers: 1, Failed: func(string, error) {}, Done: func(Counts) {}}
	counts, err := adder.Add(ctx, stopping)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	list, err := store.Readings(t.Context(), s)
	if err != nil || len(list) != counts.Added || counts.Added >= len(items) {
		t.Errorf("%d there, %+v counted, %v", len(list), counts, err)
	}
}
