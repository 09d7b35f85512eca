package sqlite

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"readout/internal/store"
	"readout/internal/store/storetest"
)

// BenchmarkAddBehind adds one document, and notes the ids of contacts by it, behind
// ledgers of so many documents: what it takes does not grow with them.
func BenchmarkAddBehind(b *testing.B) {
	behind(b, func(b *testing.B, s *Store, next func() (store.Entry, bool)) {
		e, _ := next()
		addAndLink(b, s, e)
	})
}

// BenchmarkLinkAll adds one document and links everything, for comparison.
func BenchmarkLinkAll(b *testing.B) {
	behind(b, func(b *testing.B, s *Store, next func() (store.Entry, bool)) {
		if _, err := s.db.Exec(`UPDATE linking SET rules = ''`); err != nil {
			b.Fatal(err)
		}
		e, _ := next()
		addAndLink(b, s, e)
	})
}

// behind runs a benchmark behind ledgers of several sizes. READOUT_BEHIND gives
// others ("100000 1000000").
func behind(b *testing.B, run func(*testing.B, *Store, func() (store.Entry, bool))) {
	sizes := os.Getenv("READOUT_BEHIND")
	if sizes == "" {
		sizes = "1000 10000"
	}
	for _, size := range strings.Fields(sizes) {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		next, stop := iter.Pull(storetest.Archive(1))
		s := archiveOf(b, n, next)
		b.Run(size, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run(b, s, next)
			}
		})
		stop()
		closed(b, s)
	}
}

// archiveOf is a linked store of the first documents of an archive.
func archiveOf(tb testing.TB, n int, next func() (store.Entry, bool)) *Store {
	tb.Helper()
	s, err := Create(tb.Context(), filepath.Join(tb.TempDir(), fmt.Sprintf("%d.db", n)))
	if err != nil {
		tb.Fatal(err)
	}
	var batch []store.Entry
	for range n {
		e, _ := next()
		if batch = append(batch, e); len(batch) == 500 {
			if _, err := s.Add(tb.Context(), batch); err != nil {
				tb.Fatal(err)
			}
			batch = nil
		}
	}
	addAndLink(tb, s, batch...)
	return s
}

func addAndLink(tb testing.TB, s *Store, entries ...store.Entry) {
	tb.Helper()
	if _, err := s.Add(tb.Context(), entries); err != nil {
		tb.Fatal(err)
	}
	if err := store.RememberNames(tb.Context(), s); err != nil {
		tb.Fatal(err)
	}
}
