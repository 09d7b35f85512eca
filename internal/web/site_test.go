package web

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"

	"readout"
	"readout/internal/ingest"
	"readout/internal/source"
	"readout/internal/store/sqlite"
	"readout/lexicon"
	"readout/samples"
)

// asOf is the day from which the tests judge the ledger.
const asOf = "2026-01-01"

// lex is the lexicon of the samples.
var lex = sync.OnceValues(func() (*lexicon.Lexicon, error) {
	words, err := fs.Sub(samples.Files, "lexicon")
	if err != nil {
		return nil, err
	}
	return lexicon.Load(words)
})

// site is a server over a ledger, to ask pages of.
type site struct {
	t       testing.TB
	store   *sqlite.Store
	handler http.Handler
	failed  []error
	seconds int // told by the clock
}

// newSite makes a site over an empty ledger.
func newSite(t testing.TB) *site {
	t.Helper()
	lex, err := lex()
	if err != nil {
		t.Fatal(err)
	}
	s := &site{t: t}
	if s.store, err = sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "readout.db")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.store.Close(); err != nil {
			t.Error(err)
		}
	})
	s.handler, err = New(Options{
		Store: s.store, Lexicon: lex, Now: s.now, AsOf: asOf,
		Example: func() ([2]readout.Reading, error) { return samplePair(t.Context(), lex) },
		Failed:  func(err error) { s.failed = append(s.failed, err) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// now is a moment of the tests, a second later each time.
func (s *site) now() time.Time {
	s.seconds++
	return time.Date(2026, 1, 1, 12, 0, s.seconds, 0, time.UTC)
}

// newSampleSite makes a site over the ledger of the samples.
func newSampleSite(t testing.TB) *site {
	t.Helper()
	s := newSite(t)
	s.add(sampleItems("official", "press"))
	return s
}

func samplePair(ctx context.Context, lex *lexicon.Lexicon) (pair [2]readout.Reading, err error) {
	n := 0
	for res := range ingest.Read(ctx, sampleItems("official"), lex, 1) {
		if res.Err != nil || n == 2 {
			return pair, res.Err
		}
		pair[n] = res.Reading
		n++
	}
	return pair, nil
}

func sampleItems(folders ...string) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for _, folder := range folders {
			entries, err := samples.Files.ReadDir(folder)
			if err != nil {
				yield(source.Item{Err: err})
				return
			}
			for _, e := range entries {
				data, err := samples.Files.ReadFile(folder + "/" + e.Name())
				if err != nil {
					yield(source.Item{Err: err})
					return
				}
				for item := range source.Read(e.Name(), strings.NewReader(string(data)), source.Options{}) {
					if !yield(item) {
						return
					}
				}
			}
		}
	}
}

// add reads documents into the ledger; each must be read.
func (s *site) add(items iter.Seq[source.Item]) {
	s.t.Helper()
	lex, err := lex()
	if err != nil {
		s.t.Fatal(err)
	}
	adder := &ingest.Adder{Store: s.store, Lexicon: lex, Done: func(ingest.Counts) {},
		Failed: func(source string, err error) { s.t.Errorf("%s: %v", source, err) }}
	if _, err := adder.Add(s.t.Context(), items); err != nil {
		s.t.Fatal(err)
	}
}

// addText adds one document.
func (s *site) addText(name, text string) {
	s.t.Helper()
	s.add(source.Read(name, strings.NewReader(text), source.Options{}))
}

// ask sends a request and gives the answer.
func (s *site) ask(r *http.Request) *http.Response {
	s.t.Helper()
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w.Result()
}

func request(method, path string, body io.Reader) *http.Request {
	r := httptest.NewRequest(method, path, body)
	r.Host = "127.0.0.1:8080"
	return r
}

// get asks for a page and wants status 200.
func (s *site) get(path string) string {
	s.t.Helper()
	res := s.ask(request("GET", path, nil))
	body := readAll(s.t, res)
	if res.StatusCode != http.StatusOK {
		s.t.Fatalf("GET %s: %s\n%s", path, res.Status, body)
	}
	return body
}

func readAll(t testing.TB, res *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// post sends a form.
func (s *site) post(path string, form url.Values) (*http.Response, string) {
	s.t.Helper()
	r := request("POST", path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	res := s.ask(r)
	return res, readAll(s.t, res)
}

// page is a parsed page.
type page struct {
	root *html.Node
	ids  map[string]*html.Node
}

func parsePage(t testing.TB, path, body string) *page {
	t.Helper()
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	p := &page{root: root, ids: map[string]*html.Node{}}
	for n := range p.elements("") {
		if id := attr(n, "id"); id != "" {
			if p.ids[id] != nil {
				t.Errorf("%s: two elements have the id %s", path, id)
			}
			p.ids[id] = n
		}
	}
	return p
}

// elements are those with a tag, in order; all where it is "".
func (p *page) elements(tag string) iter.Seq[*html.Node] { return within(p.root, tag) }

func within(root *html.Node, tag string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && (tag == "" || n.Data == tag) && !yield(n) {
				return
			}
		}
	}
}

// withClass are the elements that have a class.
func (p *page) withClass(class string) (out []*html.Node) {
	for n := range p.elements("") {
		if hasClass(n, class) {
			out = append(out, n)
		}
	}
	return out
}

func hasClass(n *html.Node, class string) bool {
	for c := range strings.FieldsSeq(attr(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// words is the text of an element, without the numbers that follow marks.
func words(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && n.Data == "a" && hasClass(n, "n") {
			return
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// allWords is the text of an element.
func allWords(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// shown is how a text stands on a page: with characters that are not seen
// written out.
func shown(text string) string {
	var b strings.Builder
	for _, r := range text {
		if unseen(r) {
			fmt.Fprintf(&b, "U+%04X", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
