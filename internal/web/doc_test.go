package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout"
)

// hostile is a document that tries to be more than text.
const hostile = `{"id":"h1","outlet":"<b>Evil</b> Wire","url":"javascript:alert(1)","title":"Reyes <script>alert('title')</script> phones Holt","published":"2024-05-03","language":"en",` +
	`"text":"Prime Minister Ana Reyes <script>alert(1)</script> telephoned President Jon Holt on Thursday.\n\nThey agreed to \u202egnikcatta pots\u202c and \u200bto reopen the border by 1 June, \"><img src=x onerror=alert(2)> said Ana Reyes."}` + "\n"

// readings are the documents of the ledger.
func (s *site) readings() map[string]readout.Reading {
	s.t.Helper()
	out := map[string]readout.Reading{}
	for kept, err := range s.store.All(s.t.Context()) {
		if err != nil {
			s.t.Fatal(err)
		}
		out[docHref(kept.Reading.Document.ID)] = kept.Reading
	}
	return out
}

// TestHostileText: a source's markup is text on every page that shows it.
func TestHostileText(t *testing.T) {
	s := newSite(t)
	s.addText("hostile.jsonl", hostile)
	paths := []string{"/", "/timeline", "/statements", "/promises", "/documents"}
	for path := range s.readings() {
		paths = append(paths, path)
	}
	var contacts []readout.Contact
	if err := json.Unmarshal([]byte(s.get("/timeline.json")), &contacts); err != nil || len(contacts) == 0 {
		t.Fatalf("%d contacts, %v", len(contacts), err)
	}
	for _, c := range contacts {
		paths = append(paths, contactHref(c.ID))
	}
	for _, path := range paths {
		p := parsePage(t, path, s.get(path))
		checkStructure(t, path, p)
		checkHarmless(t, path, p)
	}
	doc := parsePage(t, paths[5], s.get(paths[5]))
	text := words(doc.root)
	for _, want := range []string{"<script>alert(1)</script>", "<script>alert('title')</script>", "onerror=alert(2)", "U+202Egnikcatta potsU+202C", "U+200Bto reopen", "<b>Evil</b>"} {
		if !strings.Contains(text, want) {
			t.Errorf("the document's page does not show %q", want)
		}
	}
	res, body := s.post("/compare", url.Values{"a": {hostile}, "b": {"President Holt took a call.<script>alert(3)</script>"}})
	if res.StatusCode != http.StatusOK {
		t.Fatalf("compare: %s\n%s", res.Status, body)
	}
	compared := parsePage(t, "/compare", body)
	checkStructure(t, "/compare", compared)
	checkHarmless(t, "/compare", compared)
	if !strings.Contains(words(compared.root), "<script>alert(3)</script>") {
		t.Error("the comparison does not show the text")
	}
}

func checkHarmless(t *testing.T, path string, p *page) {
	t.Helper()
	for n := range p.elements("") {
		if n.Data == "img" || n.Data == "b" && strings.Contains(words(n), "Evil") {
			t.Errorf("%s: a source's <%s> became one of ours", path, n.Data)
		}
		if href := attr(n, "href"); strings.HasPrefix(strings.ToLower(href), "javascript:") || strings.ContainsAny(words(n), "\u202e\u200b") && n.Data == "q" {
			t.Errorf("%s: <%s href=%q> %q", path, n.Data, href, words(n))
		}
	}
}

// TestDocumentMarks: a document's page shows its text whole, and at every place
// that a span of the reading names there stand exactly its words.
func TestDocumentMarks(t *testing.T) {
	s := newSampleSite(t)
	s.addText("hostile.jsonl", hostile)
	for path, r := range s.readings() {
		p := parsePage(t, path, s.get(path))
		var got strings.Builder
		for _, passage := range p.withClass("passage") {
			for _, n := range divs(passage) {
				for para := range within(n, "p") {
					got.WriteString(words(para))
				}
			}
		}
		if want := squeeze(shown(r.Document.Text)); squeeze(got.String()) != want {
			t.Errorf("%s: the page's text is not the document's:\n%s\n%s", path, squeeze(got.String()), want)
		}
		for _, f := range cited(&r) {
			for _, span := range f.spans.All() {
				n := p.ids[anchor(f.in, span)]
				want := shown(r.Document.Field(f.in)[span.Start:span.End])
				if n == nil || !strings.HasPrefix(squeeze(want), squeeze(words(n))) {
					t.Errorf("%s: at %s there is not %q", path, anchor(f.in, span), want)
				}
			}
		}
	}
}

// divs are the texts of a passage.
func divs(passage *html.Node) (out []*html.Node) {
	for n := range within(passage, "div") {
		if hasClass(n, "source") {
			out = append(out, n)
		}
	}
	return out
}

// squeeze leaves white space out: a page shows paragraphs for blank lines.
func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

// TestAskedWords: any words can be pointed at without script.
func TestAskedWords(t *testing.T) {
	s := newSite(t)
	s.addText("a.txt", "2024-05-03\n\nAna Reyes telephoned Jon Holt.")
	for path, r := range s.readings() {
		from := strings.Index(r.Document.Text, "telephoned")
		p := parsePage(t, path, s.get(fmt.Sprintf("%s?mark=%d-%d,0-4", path, from, from+10)))
		var got []string
		for _, n := range p.withClass("asked") {
			got = append(got, words(n))
		}
		if strings.Join(got, "|") != "2024|telephoned" {
			t.Errorf("marked: %q", got)
		}
		if p.ids[fmt.Sprintf("b%d-%d", from, from+10)] == nil {
			t.Error("the words have no place to go to")
		}
		for _, bad := range []string{"9-3", "x", "0-99999", "1-2-3", "-", "0-4,"} {
			if res := s.ask(request("GET", path+"?mark="+bad, nil)); res.StatusCode != http.StatusBadRequest {
				t.Errorf("mark=%s: %s", bad, res.Status)
			}
		}
	}
}

// TestLongDocument: a text of many pages is shown in parts, and links to its
// words lead to the right one.
func TestLongDocument(t *testing.T) {
	s := newSite(t)
	s.addText("long.txt", "2024-05-03\n\n"+strings.Repeat("Nothing happened on this day either.\n\n", 2*partBytes/38)+"Prime Minister Ana Reyes telephoned President Jon Holt on Thursday.\n")
	var contacts []readout.Contact
	if err := json.Unmarshal([]byte(s.get("/timeline.json")), &contacts); err != nil || len(contacts) != 1 {
		t.Fatalf("%d contacts, %v", len(contacts), err)
	}
	path := contactHref(contacts[0].ID)
	p := parsePage(t, path, s.get(path))
	for _, n := range p.withClass("words") {
		href := attr(n, "href")
		body := s.get(href[:strings.Index(href, "#")])
		target := parsePage(t, href, body)
		if target.ids[href[strings.Index(href, "#")+1:]] == nil {
			t.Errorf("%s leads nowhere", href)
		}
		if len(body) > maxPage {
			t.Errorf("%s: %d bytes", href, len(body))
		}
	}
	for path := range s.readings() {
		if first := s.get(path); !strings.Contains(first, "Part 1 of 3") {
			t.Error("the first part does not say that there are more")
		}
		if res := s.ask(request("GET", path+"?part=9", nil)); res.StatusCode != http.StatusNotFound {
			t.Errorf("part 9: %s", res.Status)
		}
	}
}
