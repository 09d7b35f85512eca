package web

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// TestSavedPictures: a picture that is saved is whole XML with its own style,
// titles for what it draws, and no link that leads nowhere; the policy of the
// pages stays strict.
func TestSavedPictures(t *testing.T) {
	s := newSampleSite(t)
	for _, path := range []string{"/timeline.svg", "/timeline.svg?person=Putin", "/pairs.svg", "/pairs.svg?of=states", "/topics.svg",
		"/pair/person/ana-reyes/person/jon-holt.svg", "/pair/person/ana-reyes/person/jon-holt.svg?picture=rhythm", "/pair/state/RUS/state/USA.svg?picture=rhythm"} {
		res := s.ask(request("GET", path, nil))
		body := readAll(t, res)
		if res.StatusCode != 200 || !strings.HasPrefix(res.Header.Get("Content-Type"), "image/svg+xml") || !strings.Contains(res.Header.Get("Content-Disposition"), ".svg") || res.Header.Get("Content-Security-Policy") != policy {
			t.Fatalf("%s: %s, %v", path, res.Status, res.Header)
		}
		count := map[string]int{}
		dec := xml.NewDecoder(strings.NewReader(body))
		for {
			token, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if e, ok := token.(xml.StartElement); ok {
				count[e.Name.Local]++
			}
		}
		if count["svg"] != 1 || count["style"] != 1 || count["a"] != 0 || count["rect"] < 3 || count["title"] < count["rect"] || count["text"] == 0 {
			t.Errorf("%s: %v", path, count)
		}
		if !strings.Contains(body, "prefers-color-scheme") || !strings.Contains(body, ".drawn") {
			t.Errorf("%s does not carry its style", path)
		}
	}
	for _, path := range []string{"/timeline.svg?person=nobody", "/pairs.svg?person=nobody", "/topics.svg?person=nobody"} {
		if res := s.ask(request("GET", path, nil)); res.StatusCode != 404 {
			t.Errorf("%s: %s", path, res.Status)
		}
	}
}

// TestZoom: each stretch of time leads to its neighbours, and out to the month,
// the year, the decade and all of it.
func TestZoom(t *testing.T) {
	for _, test := range []struct{ since, until, earlier, later, wider string }{
		{"2017-05-02", "2017-05-02", "since=2017-05-01&until=2017-05-01", "since=2017-05-03&until=2017-05-03", "May 2017, 2017, 2010s, all of the time"},
		{"2017-05", "2017-05", "since=2017-04-01&until=2017-04-30", "since=2017-06-01&until=2017-06-30", "2017, 2010s, all of the time"},
		{"2017", "2017", "since=2016-01-01&until=2016-12-31", "since=2018-01-01&until=2018-12-31", "2010s, all of the time"},
		{"2010", "2019", "since=2000-01-01&until=2009-12-31", "since=2020-01-01&until=2029-12-31", "all of the time"},
	} {
		sel := &selection{path: "/timeline", values: map[string][]string{bySince: {test.since}, byUntil: {test.until}}}
		z := zoomOf(sel)
		var wider []string
		for _, l := range z.Wider {
			wider = append(wider, l.Text)
		}
		if z.Earlier.Href != "/timeline?"+test.earlier || z.Later.Href != "/timeline?"+test.later || strings.Join(wider, ", ") != test.wider {
			t.Errorf("%s to %s: %s, %s, %v", test.since, test.until, z.Earlier.Href, z.Later.Href, wider)
		}
	}
	if zoomOf(&selection{path: "/timeline"}) != nil {
		t.Error("all of the time has a zoom")
	}
}
