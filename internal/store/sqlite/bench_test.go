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
// ledgers of so many documents: what it takes does not grow with them. READOUT_BEHIND
// gives other sizes ("100000 1000000").
func BenchmarkAddBehind(b *testing.B) {
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
				e, _ := next()
				addAndLink(b, s, e)
			}
		})
		b.Run(size+"/all", func(b *testing.B) { // linking everything, for comparison
			for b.Loop() {
				if _, err := s.db.Exec(`UPDATE linking SET rules = ''`); err != nil {
					b.Fatal(err)
				}
				e, _ := next()
				addAndLink(b, s, e)
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
