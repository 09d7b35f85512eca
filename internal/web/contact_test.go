package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"readout"
)

// TestClaimLine: every claim of the history with a day is a point of the line,
// leads to its words, and lies in the row of its status.
func TestClaimLine(t *testing.T) {
	s := newSampleSite(t)
	const path = "/contact/2024-06-20-holt-reyes-meeting"
	p := parsePage(t, path, s.get(path))
	rows := map[string]string{} // height → status
	points := 0
	for n := range p.elements("circle") {
		a := n.Parent
		li := p.ids[strings.TrimPrefix(attr(a, "href"), "#")]
		if li == nil {
			t.Fatalf("a point leads to %q", attr(a, "href"))
		}
		status := ""
		for _, tag := range p.withClass("tag") {
			if tag.Parent.Parent == li {
				status = words(tag)
			}
		}
		if old := rows[attr(n, "cy")]; status == "" || old != "" && old != status || !strings.Contains(attr(a, "aria-label"), status) {
			t.Errorf("%s: status %q in the row of %q", attr(a, "aria-label"), status, old)
		}
		rows[attr(n, "cy")] = status
		points++
	}
	history := 0
	for n := range p.elements("li") {
		if strings.HasPrefix(attr(n, "id"), "claim-") {
			history++
		}
	}
	if points != history || points < 8 || len(rows) < 3 {
		t.Errorf("%d points, %d claims, rows %v", points, history, rows)
	}
}

// TestClaimLineKeepsInside: however many claims one day has, the points stay on
// the picture, apart from each other, in the order of the days.
func TestClaimLineKeepsInside(t *testing.T) {
	for _, day := range []string{"2024-05-02", "2030-05-02"} {
		c := &readout.Contact{When: &readout.ContactWhen{EDTF: "2024-05-02"}}
		var views []claimView
		for range 80 {
			c.History = append(c.History, readout.Claim{Status: readout.Held, Said: day})
		}
		c.History = append(c.History, readout.Claim{Status: readout.Scheduled, Said: "2024-05-01"}, readout.Claim{Status: readout.Held})
		for range c.History {
			views = append(views, claimView{ID: "claim-1"})
		}
		l := drawClaims(c, views)
		if l.Undated != 1 || len(l.Points) != 81 || len(l.Rows) != 2 {
			t.Fatalf("%d undated, %d points, %d rows", l.Undated, len(l.Points), len(l.Rows))
		}
		for i, p := range l.Points {
			if p.X < lineLabels || p.X > l.EndX || p.Y <= 0 || p.Y > l.AxisY || i > 1 && p.X <= l.Points[i-1].X {
				t.Fatalf("point %d at %d,%d after %d", i, p.X, p.Y, l.Points[max(0, i-1)].X)
			}
		}
	}
	if drawClaims(&readout.Contact{History: make([]readout.Claim, 3)}, make([]claimView, 3)) != nil {
		t.Error("a line of claims without a day")
	}
}

// TestOnlyDifferences: the view without what both say alike lacks these rows
// and nothing else, and each view leads to the other.
func TestOnlyDifferences(t *testing.T) {
	s := newSampleSite(t)
	for _, path := range []string{"/contact/2024-05-02-holt-reyes-call", "/compare?contact=2024-05-02-holt-reyes-call&n=1"} {
		all := parsePage(t, path, s.get(path))
		other := ""
		for a := range all.elements("a") {
			if strings.Contains(attr(a, "href"), "only=differences") {
				other, _, _ = strings.Cut(attr(a, "href"), "#")
			}
		}
		if other == "" {
			t.Fatalf("%s: no link to the differences", path)
		}
		fewer := parsePage(t, other, s.get(other))
		if len(all.withClass("same")) == 0 {
			t.Errorf("%s: nothing is the same", path)
		}
		for _, n := range fewer.withClass("same") {
			if n.Parent.Data != "p" || !hasClass(n.Parent, "legend") {
				t.Errorf("%s: %q is there", other, words(n))
			}
		}
		for _, class := range []string{"only-a", "only-b", "differs"} {
			if a, b := len(all.withClass(class)), len(fewer.withClass(class)); a != b || a == 0 {
				t.Errorf("%s: %d of %s, else %d", other, b, class, a)
			}
		}
		back := false
		for a := range fewer.elements("a") {
			to, _, _ := strings.Cut(attr(a, "href"), "#")
			u, _ := url.Parse(to)
			back = back || words(a) == "Show what both say too" && !u.Query().Has("only")
		}
		if !back {
			t.Errorf("%s: no way back", other)
		}
	}
}

// TestCitations: a contact and a document give a note and files of references.
func TestCitations(t *testing.T) {
	s := newSampleSite(t)
	const path = "/contact/2024-05-02-holt-reyes-call"
	p := parsePage(t, path, s.get(path))
	note := words(p.withClass("footnote")[0])
	for _, want := range []string{"On the phone call of Ana Reyes and Jon Holt (2 May 2024), see Office of the Prime Minister of Arvenia, “Readout of Prime Minister Reyes's Call", "; Presidency of Costava, “", "3 May 2024"} {
		if !strings.Contains(note, want) {
			t.Errorf("no %q in %q", want, note)
		}
	}
	meeting := parsePage(t, "meeting", s.get("/contact/2021-06-16-biden-putin-meeting"))
	if note := words(meeting.withClass("footnote")[0]); !strings.Contains(note, "Nora Whitlock, “Biden and Putin agree to send ambassadors back after Geneva talks,” Harbour Post, 16 June 2021, https://harbourpost.example/") {
		t.Errorf("the note is %q", note)
	}
	for ext, want := range map[string]string{".bib": "date = {2024-05-02}", ".ris": "TY  - RPRT\r\n", ".csl": `"type": "report"`} {
		res := s.ask(request("GET", path+ext, nil))
		if body := readAll(t, res); strings.Count(body, want) != 2 || !strings.Contains(res.Header.Get("Content-Disposition"), "2024-05-02-holt-reyes-call"+ext) {
			t.Errorf("%s: %s\n%s", ext, res.Header.Get("Content-Disposition"), body)
		}
	}
	if res := s.ask(request("GET", path+".doc", nil)); res.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown form: %s", res.Status)
	}
}
