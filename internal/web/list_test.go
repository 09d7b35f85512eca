package web

import (
	"encoding/csv"
	"encoding/json"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout"
)

// TestCountsAgree: for every facet, and every facet of the most frequent ones,
// the number beside it, the number on its page, the entries over its pages, the
// CSV, the lines and the array are the same.
func TestCountsAgree(t *testing.T) {
	s := newSampleSite(t)
	seen := map[string]bool{}
	var check func(path, want string, depth int)
	check = func(path, want string, depth int) {
		if seen[path] {
			return
		}
		seen[path] = true
		p := parsePage(t, path, s.get(path))
		if got := strings.Fields(words(p.withClass("count")[0]))[0]; want != "" && got != want {
			t.Errorf("%s: the facet says %s, the page %s", path, want, got)
		} else {
			want = got
		}
		checkCounts(t, s, path, p, want)
		if depth == 0 {
			return
		}
		for _, facet := range p.withClass("facet") {
			for n := range within(facet, "li") {
				if depth == 1 && len(seen) > 60 {
					return
				}
				if a, count := facetLink(n); a != nil && attr(a, "aria-current") == "" {
					check(attr(a, "href"), count, depth-1)
				}
			}
		}
	}
	check("/timeline", "", 2)
	check("/timeline?since=2021&until=2021", "", 1)
	t.Logf("%d selections", len(seen))
}

func facetLink(li *html.Node) (a *html.Node, count string) {
	for n := range within(li, "") {
		if n.Data == "a" {
			a = n
		} else if hasClass(n, "meta") {
			count = words(n)
		}
	}
	return a, count
}

func checkCounts(t *testing.T, s *site, path string, p *page, want string) {
	t.Helper()
	entries := 0
	for next := p; next != nil; {
		for _, list := range next.withClass("contacts") {
			for range within(list, "li") {
				entries++
			}
		}
		following := ""
		for n := range next.elements("a") {
			if attr(n, "rel") == "next" {
				following = attr(n, "href")
			}
		}
		if next = nil; following != "" {
			next = parsePage(t, following, s.get(following))
		}
	}
	query := ""
	if i := strings.IndexByte(path, '?'); i >= 0 {
		query = path[i:]
	}
	rows, err := csv.NewReader(strings.NewReader(s.get("/timeline.csv" + query))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var array []readout.Contact
	if err := json.Unmarshal([]byte(s.get("/timeline.json"+query)), &array); err != nil {
		t.Fatal(err)
	}
	lines := strings.Count(s.get("/timeline.jsonl"+query), "\n")
	for what, n := range map[string]int{"entries": entries, "rows of CSV": len(rows) - 1, "lines": lines, "objects": len(array)} {
		if strconv.Itoa(n) != want {
			t.Errorf("%s: %d %s, want %s", path, n, what, want)
		}
	}
}

// TestLists: the other lists say how many there are, and their files hold as many.
func TestLists(t *testing.T) {
	s := newSampleSite(t)
	for _, path := range []string{"/statements", "/statements?person=Putin", "/promises", "/promises?country=XAR&since=2024-06", "/documents", "/documents?person=Holt&until=2024-06", "/documents?person=nobody",
		"/statements?via=Interfax", "/statements?q=border&since=2024", "/promises?q=speak", "/documents?source=Larkfield+Wire", "/people", "/people?person=Putin", "/people?country=XAR&since=2024-06", "/people?person=nobody",
		"/states", "/states?since=2024", "/topics", "/topics?country=XCO", "/topics?person=nobody", "/pairs", "/pairs?of=states", "/pairs?person=Putin", "/pairs?since=1900&until=1901",
		"/left-out", "/left-out?side=XCO", "/left-out?side=Costava&channel=call", "/left-out?side=XAR&topic=energy", "/left-out?side=RUS", "/search?q=border", "/search?q=Reyes+-Holt&since=2024", "/search?q=nowhere-found"} {
		u, err := url.Parse(path)
		if err != nil {
			t.Fatal(err)
		}
		p := parsePage(t, path, s.get(path))
		count := strings.Fields(words(p.withClass("count")[0]))[0]
		var array []json.RawMessage
		if err := json.Unmarshal([]byte(s.get(u.Path+".json?"+u.RawQuery)), &array); err != nil {
			t.Fatal(err)
		}
		lines := strings.Count(s.get(u.Path+".jsonl?"+u.RawQuery), "\n")
		rows, err := csv.NewReader(strings.NewReader(s.get(u.Path + ".csv?" + u.RawQuery))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if strconv.Itoa(len(array)) != count || lines != len(array) || len(rows)-1 != len(array) {
			t.Errorf("%s: the page says %s, the array has %d, the file %d, the table %d", path, count, len(array), lines, len(rows)-1)
		}
		if count == "0" && len(p.withClass("empty")) == 0 {
			t.Errorf("%s: nothing says what to do", path)
		}
	}
}

// TestOutcomes: the number beside each outcome is how many promises its page lists.
func TestOutcomes(t *testing.T) {
	s := newSampleSite(t)
	p := parsePage(t, "/promises", s.get("/promises"))
	total, checked := 0, 0
	for a := range p.elements("a") {
		path := attr(a, "href")
		if !strings.HasPrefix(path, "/promises?outcome=") {
			continue
		}
		want := strings.Fields(a.NextSibling.Data)[0]
		narrowed := parsePage(t, path, s.get(path))
		if got := strings.Fields(words(narrowed.withClass("count")[0]))[0]; got != want {
			t.Errorf("%s: %s promises, want %s", path, got, want)
		}
		n, _ := strconv.Atoi(want)
		total, checked = total+n, checked+1
	}
	if all := strings.Fields(words(p.withClass("count")[0]))[0]; checked < 2 || strconv.Itoa(total) != all {
		t.Errorf("%d outcomes with %d promises, of %s", checked, total, all)
	}
}

// TestDrawing: days that are not exact are bars, and many contacts are columns
// whose stretches hold them all.
func TestDrawing(t *testing.T) {
	s := newSampleSite(t)
	p := parsePage(t, "/timeline", s.get("/timeline"))
	svg := 0
	for n := range p.elements("rect") {
		w, err := strconv.Atoi(attr(n, "width"))
		if svg++; err != nil || w < minMark {
			t.Errorf("a mark %q wide", attr(n, "width"))
		}
	}
	if len(p.withClass("unsure")) == 0 || svg < 20 {
		t.Errorf("%d marks, %d of them unsure", svg, len(p.withClass("unsure")))
	}
	sel := &selection{path: "/timeline", values: url.Values{}}
	var many []readout.Contact
	for year := 1990; year < 2020; year++ {
		for month := 1; month <= 12; month++ {
			many = append(many, readout.Contact{ID: "x", When: &readout.ContactWhen{EDTF: strconv.Itoa(year) + "-" + strconv.Itoa(100 + month)[1:] + "-05"}})
		}
	}
	d := draw(sel, many)
	if len(d.Bars) == 0 || len(d.Marks) > 0 || len(d.Ticks) > maxTicks {
		t.Errorf("%d bars, %d marks, %d ticks", len(d.Bars), len(d.Marks), len(d.Ticks))
	}
	total := 0
	for _, b := range d.Bars {
		n, err := strconv.Atoi(strings.Fields(b.Title)[0])
		if err != nil {
			t.Fatal(err)
		}
		total += n
	}
	if total != len(many) {
		t.Errorf("the columns hold %d of %d", total, len(many))
	}
	if draw(sel, []readout.Contact{{ID: "x"}}) != nil {
		t.Error("a drawing of contacts without a day")
	}
}

// TestAside: the timeline says how many it leaves out since they are told only in
// passing, and leads to the list with them.
func TestAside(t *testing.T) {
	s := newSampleSite(t)
	counted := func(path string) (int, *page) {
		p := parsePage(t, path, s.get(path))
		n, err := strconv.Atoi(strings.Fields(words(p.withClass("count")[0]))[0])
		if err != nil {
			t.Fatal(err)
		}
		return n, p
	}
	n, p := counted("/timeline")
	for a := range p.elements("a") {
		if text := words(a); strings.Contains(text, "told only in passing") {
			aside, _ := strconv.Atoi(strings.Fields(text)[0])
			if all, _ := counted(attr(a, "href")); aside == 0 || all != n+aside {
				t.Errorf("%q beside %d; its list has %d", text, n, all)
			}
			return
		}
	}
	t.Error("the samples have contacts that are told only in passing, and the timeline does not say so")
}
