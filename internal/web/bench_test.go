package web

import (
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/internal/source"
	"readout/internal/store/sqlite"
)

// benchLedger names the file of a ledger over which the pages are measured;
// without it they are measured over generated documents.
const benchLedger = "READOUT_BENCH_LEDGER"

// generated is how many documents are generated.
const generated = 400

// benchSite is a site over the ledger that is named, or over generated documents.
func benchSite(b *testing.B) *site {
	b.Helper()
	path := os.Getenv(benchLedger)
	if path == "" {
		s := newSampleSite(b)
		s.add(generatedItems(generated))
		return s
	}
	lex, err := lex()
	if err != nil {
		b.Fatal(err)
	}
	s := &site{t: b}
	if s.store, err = sqlite.Open(b.Context(), path); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.store.Close() })
	s.handler, err = New(Options{Store: s.store, Lexicon: lex, Now: time.Now, Failed: func(err error) { b.Error(err) }})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// generatedItems are readouts of our own, of the two states of the samples.
func generatedItems(n int) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		topics := []string{"grain", "the border", "energy", "a ceasefire", "trade", "fishing", "prisoners", "the railway"}
		for i := range n {
			day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*7)
			verb := []string{"telephoned", "met", "wrote to", "spoke by video with"}[i%4]
			text := fmt.Sprintf("%s\n\nPrime Minister Ana Reyes of Arvenia %s President Jon Holt of Costava on %s. They discussed %s and %s. They agreed to speak again by %s. \"We need time\", Reyes told Harbour Post. ",
				day.Format(time.DateOnly), verb, day.AddDate(0, 0, -1).Format("2 January 2006"), topics[i%8], topics[(i/3+1)%8], day.AddDate(0, 0, 20).Format("2 January"))
			for item := range source.Read(fmt.Sprintf("generated-%d.txt", i), strings.NewReader(text+strings.Repeat("The two states have had dealings for a long time. ", 40)), source.Options{Outlet: "Larkfield Wire"}) {
				if !yield(item) {
					return
				}
			}
		}
	}
}

// benchPages are one of each kind of page, and the lists narrowed.
var benchPages = []string{
	"/", "/today", "/timeline", "/timeline?country=RUS&since=2017&until=2022", "/timeline?q=ceasefire", "/pairs", "/pairs?of=states", "/people", "/people?person=Putin", "/states", "/topics",
	"/left-out", "/promises", "/statements", "/statements?person=Putin", "/statements?q=ceasefire&since=2017", "/documents", "/documents?person=Putin",
	"/search?q=Putin", "/search?q=president+call", "/search?q=%22phone+call%22+-Xi", "/state/RUS", "/state/USA", "/pair/state/RUS/state/USA",
}

// BenchmarkPages measures how long each page takes once the ledger is loaded:
// p95-ms is the 95th percentile. A page may take 100 ms.
func BenchmarkPages(b *testing.B) {
	s := benchSite(b)
	paths := slices.Clone(benchPages)
	for _, list := range []string{"/people", "/pairs", "/topics", "/timeline", "/documents"} {
		for a := range parsePage(b, list, s.get(list)).elements("a") {
			if href := attr(a, "href"); strings.HasPrefix(href, "/person/") || strings.HasPrefix(href, "/pair/") || strings.HasPrefix(href, "/topic/") || strings.HasPrefix(href, "/contact/") || strings.HasPrefix(href, "/doc/") {
				paths = append(paths, href)
				break
			}
		}
	}
	for _, path := range paths {
		s.get(path) // what is kept between requests is made once
		b.Run(strings.Trim(path, "/"), func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				w := httptest.NewRecorder()
				s.handler.ServeHTTP(w, request("GET", path, nil))
				if took = append(took, time.Since(start)); w.Code != http.StatusOK {
					b.Fatalf("%s: %d", path, w.Code)
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[(len(took)-1)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}
