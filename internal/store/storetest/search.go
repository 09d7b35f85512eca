package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout/internal/ledger"
	"readout/internal/store"
)

// hits are the places of the entries that have what is looked for.
func hits(t *testing.T, s store.Store, query string) []string {
	t.Helper()
	searcher, ok := s.(store.Searcher)
	if !ok {
		t.Fatal("the store cannot search")
	}
	terms := ledger.ParseTerms(query)
	ids, err := searcher.Search(t.Context(), terms)
	if err != nil {
		t.Fatalf("%q: %v", query, err)
	}
	if !slices.IsSorted(ids) {
		t.Errorf("%q: not by id", query)
	}
	var out []string
	for _, e := range Entries() {
		d := &e.Reading.Document
		if !slices.Contains(ids, d.ID) {
			continue
		}
		places, err := searcher.Places(t.Context(), terms, d.ID)
		if err != nil {
			t.Fatalf("%q: %v", query, err)
		}
		var words []string
		for _, p := range places {
			words = append(words, d.Field(p.In)[p.Span.Start:p.Span.End])
		}
		out = append(out, e.Place+": "+strings.Join(words, ", "))
	}
	return out
}

// searching: words, phrases and what joins them find the documents, and where in
// them the words stand.
func searching(t *testing.T, s store.Store) {
	add(t, s, Entries()...)
	for _, test := range []struct {
		query string
		want  []string
	}{
		{"telephoned", []string{"in/1.txt: telephoned"}},
		{"NAIVE brandt", []string{"in/3.txt: Naïve, Brandt"}},
		{`"Reyes telephoned Holt"`, []string{"in/1.txt: Reyes telephoned Holt"}},
		{`"telephoned Reyes"`, nil},
		{"telephone*", []string{"in/0.txt: telephone", "in/1.txt: telephoned", "in/2.txt: telephone"}},
		{"telephone -spoke", []string{"in/0.txt: telephone"}},
		{"called OR spoke", []string{"in/2.txt: spoke", "in/3.txt: called"}},
		{"2024-05-04", []string{"in/2.txt: 2024-05-04"}},
		{"нет", nil},
		{"", nil},
	} {
		if got := hits(t, s, test.query); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.query, got, test.want)
		}
	}
	if found := hits(t, s, "-spoke"); len(found) > 0 {
		t.Errorf("what is only excluded finds %v", found)
	}
}

// anything that is typed is looked for without an error.
func typedAnyhow(t *testing.T, s store.Store) {
	add(t, s, Entries()...)
	for _, query := range []string{
		"U.S.", "Trump-Putin", `"unclosed`, "AND", "OR NOT", "c:d", "title:x", "NEAR(a b)", "a + b", "^a", "{a b}: c", `""`, `"""`, "a\x00b", "🙂", "🙂 Reyes", "*", "a* b*",
		"'; DROP TABLE reading; --", "\\", "\u202eReyes", "\xff\xfe", "ʼ", "١٢٣", "世界", "e\u0301", "½", strings.Repeat("x", 5000), strings.Repeat(`"a b" OR `, 400), fmt.Sprintf("%c", 0x10FFFF),
	} {
		hits(t, s, query)
	}
}
