package web

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"readout/internal/export"
	"readout/internal/store"
)

// TestLinkedJSON: the JSON beside a page is the export's, with a link beside
// every span, and each link leads to a page that has these words.
func TestLinkedJSON(t *testing.T) {
	s := newSampleSite(t)
	l, err := store.Load(t.Context(), s.store, asOf)
	if err != nil {
		t.Fatal(err)
	}
	links := map[string]bool{}
	for i := range l.Contacts {
		c := &l.Contacts[i]
		var plain bytes.Buffer
		if err := export.Line(&plain, c); err != nil {
			t.Fatal(err)
		}
		got, want := decoded(t, s.get(contactHref(c.ID)+".json")), decoded(t, plain.String())
		for _, href := range unlink(t, c.ID, got) {
			links[href] = true
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: besides the links, the JSON is not the export's", c.ID)
		}
	}
	for i := range l.Readings {
		d := &l.Readings[i].Document
		for _, href := range unlink(t, d.Source, decoded(t, s.get(docHref(d.ID)+".json"))) {
			links[href] = true
		}
	}
	for i, href := range slices.Sorted(maps.Keys(links)) {
		if i%9 == 0 { // each is a page of its own
			checkWords(t, s, href)
		}
	}
	t.Logf("%d links", len(links))
	if len(links) < 900 {
		t.Error("hardly any link")
	}
}

func decoded(t *testing.T, line string) (v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(line), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// unlink takes the links out of JSON and lists them; an object with spans that
// has none is an error.
func unlink(t *testing.T, what string, v any) (links []string) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			links = append(links, unlink(t, what, e)...)
		}
	case map[string]any:
		href, _ := v["href"].(string)
		if spans, _ := v["from"].([]any); len(spans) > 0 && href == "" {
			t.Errorf("%s: no link beside %v", what, spans)
		}
		if delete(v, "href"); href != "" {
			links = append(links, href)
		}
		for _, e := range v {
			links = append(links, unlink(t, what, e)...)
		}
	}
	return links
}

// checkWords follows a link to words.
func checkWords(t *testing.T, s *site, href string) {
	t.Helper()
	u, err := url.Parse(href)
	if err != nil {
		t.Fatal(err)
	}
	place := u.Fragment
	u.Fragment = ""
	p := parsePage(t, href, s.get(u.String()))
	if p.ids[place] == nil || strings.TrimSpace(words(p.ids[place])) == "" {
		t.Errorf("%s leads to no words", href)
	}
}

// TestLinkedKeepsValues: adding links changes nothing else, whatever stands in
// the strings and numbers.
func TestLinkedKeepsValues(t *testing.T) {
	const line = `{"a":[1,2.50,-3e7,true,null,"<b>\u202e\"\\"],"in":"title","from":[],"n":{"from":[[3,5]]},"e":{},"l":[]}`
	var out bytes.Buffer
	if err := addLinks(&out, []byte(line), "sha256:00112233445566778899"); err != nil {
		t.Fatal(err)
	}
	want := decoded(t, line).(map[string]any)
	want["n"].(map[string]any)["href"] = "/doc/0011223344556677?mark=3-5#b3-5"
	if got := decoded(t, out.String()); !reflect.DeepEqual(got, any(want)) || !strings.Contains(out.String(), "2.50") {
		t.Errorf("got %s", out.String())
	}
}
