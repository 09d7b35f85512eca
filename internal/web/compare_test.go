package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestPickTwoTexts finds texts of the ledger by words and compares two.
func TestPickTwoTexts(t *testing.T) {
	s := newSampleSite(t)
	p := parsePage(t, "/compare", s.get("/compare?find=holt+TOLLEN+costava"))
	hashes := map[string][]string{}
	for n := range p.elements("input") {
		if attr(n, "type") == "radio" {
			hashes[attr(n, "name")] = append(hashes[attr(n, "name")], attr(n, "value"))
		}
	}
	if len(hashes["a"]) < 2 || len(hashes["a"]) != len(hashes["b"]) {
		t.Fatalf("texts to choose: %v", hashes)
	}
	q := url.Values{"a": {hashes["a"][0]}, "b": {hashes["b"][1]}}
	if body := s.get("/compare?" + q.Encode()); len(parsePage(t, "compared", body).withClass("account")) != 2 {
		t.Error("no two texts side by side")
	}
	if body := s.get("/compare?find=nobodysname"); !strings.Contains(body, "No text here names") {
		t.Error("nothing says that there is none")
	}
	for _, query := range []string{"a=" + hashes["a"][0], "a=" + hashes["a"][0] + "&b=" + hashes["a"][0]} {
		res := s.ask(request("GET", "/compare?"+query, nil))
		if body := readAll(t, res); res.StatusCode != http.StatusBadRequest || !strings.Contains(strings.ToLower(body), "choose") {
			t.Errorf("%s: %s", query, res.Status)
		}
	}
	empty := newSite(t)
	if body := empty.get("/compare"); !strings.Contains(body, "readout add") {
		t.Error("an empty ledger does not say what to do")
	}
}

// TestWordsOfADocument: words that are written into the field of a document's
// page are found there wherever they stand, over line ends too.
func TestWordsOfADocument(t *testing.T) {
	s := newSite(t)
	s.addText("a.txt", "2024-05-03\n\nAna Reyes telephoned\nJon Holt. Later Ana   Reyes (a.k.a. «Ана») wrote.\n\nAna Reyes slept.")
	var doc string
	for a := range parsePage(t, "/documents", s.get("/documents")).elements("a") {
		if strings.HasPrefix(attr(a, "href"), "/doc/") {
			doc = attr(a, "href")
		}
	}
	for words, want := range map[string]int{"Ana Reyes": 3, "telephoned Jon": 1, "(a.k.a. «Ана»)": 1} {
		res := s.ask(request("GET", doc+"?"+url.Values{"words": {words}}.Encode(), nil))
		to, place, _ := strings.Cut(res.Header.Get("Location"), "#")
		if res.StatusCode != http.StatusFound {
			t.Fatalf("%q: %s", words, res.Status)
		}
		p := parsePage(t, to, s.get(to))
		if got := len(p.withClass("asked")); got != want || p.ids[place] == nil {
			t.Errorf("%q: %d places, want %d; at %s", words, got, want, place)
		}
	}
	if body := s.get(doc + "?words=nobody"); !strings.Contains(body, "does not stand in the text") {
		t.Error("nothing says that the words are not there")
	}
}
