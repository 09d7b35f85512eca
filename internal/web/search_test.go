package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestSearch: words are found in the texts, and a result's link leads to them.
func TestSearch(t *testing.T) {
	s := newSampleSite(t)
	for _, test := range []struct {
		query, words, page string
	}{
		{`"border crossing"`, "border crossing", ""},
		{"Interfax", "Interfax", ""},
		{"HELSINKI until:2018", "Helsinki", ""},
		{"person:Reyes fisher*", "fishermen", ""},
		{"Putin-Trump", "", "/pair/person/donald-trump/person/vladimir-putin"},
		{"Peskov", "Peskov", "/person/dmitry-peskov"},
		{"costava", "Costava", "/state/XCO"},
	} {
		path := "/search?q=" + url.QueryEscape(test.query)
		p := parsePage(t, path, s.get(path))
		named := false
		for a := range p.elements("a") {
			named = named || attr(a, "href") == test.page
		}
		if test.page != "" && !named {
			t.Errorf("%s: no link to %s", test.query, test.page)
		}
		if test.words == "" {
			continue
		}
		found := p.withClass("asked")
		if len(found) == 0 || !strings.EqualFold(words(found[0]), test.words) {
			t.Errorf("%s: %d places", test.query, len(found))
			continue
		}
		link := found[0]
		for link.Data != "a" {
			link = link.Parent
		}
		href, fragment, _ := strings.Cut(attr(link, "href"), "#")
		doc := parsePage(t, href, s.get(href))
		if at := doc.ids[fragment]; fragment != "" && (at == nil || !strings.EqualFold(words(at), test.words)) {
			t.Errorf("%s: the link %s#%s does not lead to the words", test.query, href, fragment)
		}
	}
}

// TestSearchNeverFails: whatever is typed, a page comes back, and data.
func TestSearchNeverFails(t *testing.T) {
	s := newSampleSite(t)
	for _, typed := range []string{
		"", " ", "U.S.", "Trump-Putin", `"unclosed`, "🙂", "🙂 Reyes", "AND", "c:d", "person:", "person:nobody", "since:soon", "country:Atlantis", "pair:one status:done", `source:"Larkfield Wire`,
		"'; --", "a*", "*", "(", ")", "\x00", "\u202eReyes", "<script>alert(1)</script>", strings.Repeat("x ", 300), "-x", "NOT x", "%", "since:2017 until:2018",
	} {
		for _, path := range []string{"/search", "/search.json", "/search.jsonl", "/search.csv", "/timeline", "/statements", "/promises"} {
			path += "?q=" + url.QueryEscape(typed)
			res := s.ask(request("GET", path, nil))
			body := readAll(t, res)
			if res.StatusCode != http.StatusOK {
				t.Errorf("GET %s: %s", path, res.Status)
			}
			if strings.HasPrefix(body, "<!doctype") {
				checkHarmless(t, path, parsePage(t, path, body))
			}
		}
	}
	if len(s.failed) > 0 {
		t.Errorf("taken for errors of ours: %v", s.failed)
	}
}

// TestSearchNarrowed: filters among the words are filters, and what is none stays
// a word.
func TestSearchNarrowed(t *testing.T) {
	s := newSampleSite(t)
	count := func(query string) int {
		var rows []SearchRow
		if err := json.Unmarshal([]byte(s.get("/search.json?q="+url.QueryEscape(query))), &rows); err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if len(r.Found) == 0 {
				t.Errorf("%s: %s without its words", query, r.Source)
			}
		}
		return len(rows)
	}
	all, since, until := count("Reyes"), count("Reyes since:2024-06"), count("Reyes until:2024-05-31")
	if since == 0 || until == 0 || since+until != all {
		t.Errorf("%d texts, %d since and %d until", all, since, until)
	}
	if n := count("Reyes country:Atlantis"); n != 0 {
		t.Errorf("a country that is none stays a word, and no text has it: %d", n)
	}
}
