package web

import (
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// maxPage is the size in bytes that no page of the samples exceeds.
const maxPage = 150 << 10

// TestEveryPage follows every link from the first page, through the samples'
// ledger, and looks at every page that it comes to.
func TestEveryPage(t *testing.T) {
	s := newSampleSite(t)
	pages := map[string]*page{}
	fragments := map[string][]string{} // page → the places that links lead to
	queue := []string{"/", "/today?day=2021-06-10", "/search", "/search?q=border", "/search?q=Reyes+Holt", "/search?q=%F0%9F%99%82", "/pairs?of=states", "/left-out?side=XCO", "/compare", "/timeline?person=Putin&page=2", "/timeline?status=held&topic=no-such-topic", "/contact/2024-05-02-holt-reyes-call?why=1"}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		if pages[path] != nil {
			continue
		}
		body := s.get(path)
		if len(body) > maxPage {
			t.Errorf("%s: %d bytes", path, len(body))
		}
		p := parsePage(t, path, body)
		pages[path] = p
		checkStructure(t, path, p)
		for n := range p.elements("a") {
			to, fragment, ok := follow(t, path, attr(n, "href"))
			if !ok {
				continue
			}
			if fragment != "" {
				fragments[to] = append(fragments[to], fragment)
			}
			queue = append(queue, to)
		}
	}
	for to, list := range fragments {
		for _, f := range list {
			if pages[to].ids[f] == nil {
				t.Errorf("%s has no place #%s, to which a link leads", to, f)
			}
		}
	}
	t.Logf("%d pages", len(pages))
	if len(pages) < 80 {
		t.Errorf("only %d pages were found", len(pages))
	}
}

// follow is where a link leads, if it is a page of ours that the crawl looks
// at: of filtered lists only those with one filter, and no chain of days.
func follow(t *testing.T, from, href string) (to, fragment string, ok bool) {
	t.Helper()
	base, err := url.Parse("http://127.0.0.1:8080" + from)
	if err != nil {
		t.Fatal(err)
	}
	u, err := base.Parse(href)
	if err != nil || href == "" {
		t.Errorf("%s: a link to %q", from, href)
		return "", "", false
	}
	if u.Host != base.Host {
		if u.Scheme != "http" && u.Scheme != "https" {
			t.Errorf("%s: a link to %q", from, href)
		}
		return "", "", false
	}
	if path.Ext(u.Path) != "" || len(u.Query()) > 1 && u.Path != "/compare" || u.Query().Has("day") {
		return "", "", false
	}
	fragment, u.Fragment = u.Fragment, ""
	return u.RequestURI(), fragment, true
}

// checkStructure looks for what every page has, and what none may have.
func checkStructure(t *testing.T, path string, p *page) {
	t.Helper()
	count := map[string]int{}
	level := 0
	for n := range p.elements("") {
		count[n.Data]++
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s: <%s %s=%q>, which the content policy forbids", path, n.Data, a.Key, a.Val)
			}
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			if next := int(n.Data[1] - '0'); next > level+1 {
				t.Errorf("%s: heading %q skips a level", path, words(n))
			} else {
				level = next
			}
		}
		checkNamed(t, path, p, n)
	}
	for tag, want := range map[string]int{"h1": 1, "main": 1, "title": 1, "script": 1, "link": 2} {
		if n := count[tag]; tag != "title" && n != want || n == 0 {
			t.Errorf("%s: %d <%s>", path, n, tag)
		}
	}
	if count["nav"] == 0 || count["footer"] == 0 || count["iframe"]+count["object"]+count["embed"]+count["base"]+count["style"] > 0 {
		t.Errorf("%s: %v", path, count)
	}
	for n := range p.elements("script") {
		if n.FirstChild != nil || !strings.HasPrefix(attr(n, "src"), "/static/") {
			t.Errorf("%s: a script that is not ours", path)
		}
	}
}

// checkNamed wants a name for everything that a reader operates or is led to.
func checkNamed(t *testing.T, path string, p *page, n *html.Node) {
	t.Helper()
	switch n.Data {
	case "a", "button", "summary", "legend", "h1", "h2", "h3":
		if strings.TrimSpace(allWords(n)+attr(n, "aria-label")) == "" {
			t.Errorf("%s: a <%s> without words, to %q", path, n.Data, attr(n, "href"))
		}
	case "input", "select", "textarea":
		if attr(n, "type") != "hidden" && !labelled(p, n) {
			t.Errorf("%s: the field %q has no label", path, attr(n, "name"))
		}
	case "section", "aside":
		if id := attr(n, "aria-labelledby"); id != "" && p.ids[id] == nil {
			t.Errorf("%s: a section is named by #%s, which is not there", path, id)
		}
	}
}

func labelled(p *page, field *html.Node) bool {
	for n := field.Parent; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && n.Data == "label" {
			return true
		}
	}
	for n := range p.elements("label") {
		if attr(n, "for") == attr(field, "id") {
			return true
		}
	}
	return false
}
