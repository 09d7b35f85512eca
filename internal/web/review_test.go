package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout/internal/ledger"
	"readout/internal/store"
)

// press sends the form that signs with a button's value, and gives the answer.
func (s *site) press(value string, more ...string) *http.Response {
	s.t.Helper()
	form := url.Values{"by": {"Ada Moss"}, "act": {value}, "back": {"/review"}}
	for i := 0; i+1 < len(more); i += 2 {
		form.Set(more[i], more[i+1])
	}
	res, _ := s.post("/review", form)
	return res
}

// button is the value of the first button that has a class, within an element.
func button(root *html.Node, class string) string {
	for n := range within(root, "button") {
		if hasClass(n, class) {
			return attr(n, "value")
		}
	}
	return ""
}

// questions counts the questions of a kind, as the page says.
func questions(t *testing.T, s *site, kind ledger.DoubtKind) (int, *page) {
	t.Helper()
	path := "/review?kind=" + string(kind)
	p := parsePage(t, path, s.get(path))
	for _, a := range p.withClass("chip") {
		if attr(a, "aria-current") == "page" {
			words := strings.Fields(words(a))
			n, err := strconv.Atoi(words[len(words)-1])
			if err != nil {
				t.Fatal(err)
			}
			return n, p
		}
	}
	t.Fatalf("%s: no kind is chosen", path)
	return 0, nil
}

// TestReviewEveryKind answers a question of every kind and takes it back: the
// question goes and comes again.
func TestReviewEveryKind(t *testing.T) {
	s := newSampleSite(t)
	for _, kind := range ledger.DoubtKinds {
		before, p := questions(t, s, kind)
		if before == 0 {
			t.Errorf("the samples have no doubt %q", kind)
			continue
		}
		entry := p.withClass("entry")[0]
		res := s.press(button(entry, "do-accept"))
		to := res.Header.Get("Location")
		if res.StatusCode != http.StatusSeeOther || !strings.Contains(to, "did=k") || !strings.HasSuffix(to, "#entry-1") {
			t.Errorf("%s: %s to %s", kind, res.Status, to)
			continue
		}
		to, _, _ = strings.Cut(to, "#")
		done := parsePage(t, to, s.get(to))
		if len(done.withClass("done")) != 1 {
			t.Errorf("%s: nothing says that it is done", kind)
		}
		if after, _ := questions(t, s, kind); after != before-1 {
			t.Errorf("%s: %d questions, then %d", kind, before, after)
		}
		if res := s.press(button(done.root, "do-undo")); res.StatusCode != http.StatusSeeOther {
			t.Errorf("%s: undo: %s", kind, res.Status)
		}
		if again, _ := questions(t, s, kind); again != before {
			t.Errorf("%s: %d questions, after undo %d", kind, before, again)
		}
	}
	if p := parsePage(t, "/corrections", s.get("/corrections")); len(p.withClass("corrections")) != 1 || !strings.Contains(allWords(p.root), "withdrawn") {
		t.Error("the list of corrections does not say that they were taken back")
	}
}

// TestCorrectADate: a wrong date is corrected on the page of one contact; the
// contact's page says who did it, and its old id leads to it.
func TestCorrectADate(t *testing.T) {
	s := newSampleSite(t)
	const path = "/review/2024-05-02-holt-reyes-call"
	p := parsePage(t, path, s.get(path))
	form := url.Values{"by": {"Ada Moss"}, "why": {"the palace diary"}, "back": {path}}
	for n := range p.elements("button") {
		if words(n) == "Save what was changed" {
			form.Set("act", attr(n, "value"))
		}
	}
	for n := range p.elements("input") {
		if name := attr(n, "name"); strings.HasPrefix(name, "field-") {
			form.Set(name, attr(n, "value"))
		}
	}
	if form.Get("field-when") != "2024-05-02" {
		t.Fatalf("the day is %q", form.Get("field-when"))
	}
	form.Set("field-when", "2024-05-01")
	res, body := s.post("/review", form)
	if res.StatusCode != http.StatusSeeOther {
		t.Fatalf("%s\n%s", res.Status, body)
	}
	if c := res.Cookies(); len(c) != 1 || !c[0].HttpOnly || c[0].SameSite != http.SameSiteStrictMode {
		t.Errorf("the name is kept in %v", c)
	}
	old := s.ask(request("GET", "/contact/2024-05-02-holt-reyes-call", nil))
	if to := old.Header.Get("Location"); to != "/contact/2024-05-01-holt-reyes-call" {
		t.Fatalf("the old address: %s to %q", old.Status, to)
	}
	said := allWords(parsePage(t, "contact", s.get("/contact/2024-05-01-holt-reyes-call")).root)
	for _, want := range []string{"Ada Moss gave when: Wednesday 1 May 2024", "read as Thursday 2 May 2024", "the palace diary"} {
		if !strings.Contains(said, want) {
			t.Errorf("the contact does not say %q", want)
		}
	}
	if res, body := s.post("/review", form); res.StatusCode != http.StatusConflict || !strings.Contains(body, "changed since") {
		t.Errorf("the same form again: %s", res.Status)
	}
	same := parsePage(t, path, s.get("/review/2024-05-01-holt-reyes-call"))
	if res := s.press(button(same.root, "vh")); res.StatusCode != http.StatusSeeOther || strings.Contains(res.Header.Get("Location"), "did=") {
		t.Errorf("nothing changed: %s to %s", res.Status, res.Header.Get("Location"))
	}
}

// TestClaimsAndMerges: claims are split off and left out, entries are merged,
// a note is put, all on the page of one contact.
func TestClaimsAndMerges(t *testing.T) {
	s := newSampleSite(t)
	count := func() int {
		l, err := store.Load(t.Context(), s.store, asOf)
		if err != nil {
			t.Fatal(err)
		}
		return len(l.Contacts)
	}
	const id = "2021-06-16-biden-putin-meeting"
	all := count()
	act := func(class, field, value string, want int) {
		t.Helper()
		p := parsePage(t, id, s.get("/review/"+id))
		if res := s.press(button(p.root, class), field, value, "back", "/review/"+id); res.StatusCode != http.StatusSeeOther {
			t.Errorf("%s: %s", class, res.Status)
		}
		if got := count(); got != all+want {
			t.Errorf("%s: %d contacts, want %d", class, got, all+want)
		}
		all += want
	}
	act("do-merge", "other", "http://127.0.0.1:8080/contact/2021-04-13-biden-putin-call", -1)
	p := parsePage(t, "/corrections", s.get("/corrections"))
	if res := s.press(button(p.root, "do-undo")); res.StatusCode != http.StatusSeeOther || count() != all+1 {
		t.Errorf("undo: %s, %d contacts", res.Status, count())
	}
	all++
	claims := func() (n int) {
		for e := range parsePage(t, id, s.get("/review/"+id)).elements("input") {
			if attr(e, "name") == "claim" {
				n++
			}
		}
		return n
	}
	before := claims()
	act("do-reject", "claim", "1", 0)
	if after := claims(); after >= before {
		t.Errorf("%d claims, then %d", before, after)
	}
}

// TestReviewRefuses: corrections come from these pages alone, signed, of what
// was shown.
func TestReviewRefuses(t *testing.T) {
	s := newSampleSite(t)
	_, p := questions(t, s, ledger.UnsureDay)
	value := button(p.withClass("entry")[0], "do-accept")
	post := func(form url.Values, header ...string) (*http.Response, string) {
		r := request("POST", "/review", strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		for i := 0; i+1 < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		res := s.ask(r)
		return res, readAll(t, res)
	}
	signed := url.Values{"by": {"Ada Moss"}, "act": {value}}
	for _, test := range []struct {
		name   string
		form   url.Values
		header []string
		status int
	}{
		{"from another site", signed, []string{"Sec-Fetch-Site", "cross-site"}, http.StatusForbidden},
		{"from another origin", signed, []string{"Origin", "http://evil.example"}, http.StatusForbidden},
		{"without a name", url.Values{"act": {value}}, nil, http.StatusBadRequest},
		{"no action", url.Values{"by": {"Ada Moss"}}, nil, http.StatusConflict},
		{"an action that is none", url.Values{"by": {"Ada Moss"}, "act": {strings.Replace(value, "do=accept", "do=burn", 1)}}, nil, http.StatusBadRequest},
		{"another entry than was shown", url.Values{"by": {"Ada Moss"}, "act": {strings.Replace(value, "seen=", "seen=0", 1)}}, nil, http.StatusConflict},
		{"a button that is none", url.Values{"by": {"Ada Moss"}, "act": {"%zz"}}, nil, http.StatusBadRequest},
		{"a correction that is none", url.Values{"by": {"Ada Moss"}, "act": {"do=undo&correction=k0"}}, nil, http.StatusNotFound},
	} {
		if res, body := post(test.form, test.header...); res.StatusCode != test.status {
			t.Errorf("%s: %s\n%s", test.name, res.Status, body[strings.Index(body, "<h1>")+1:])
		}
	}
	if list, err := s.store.Corrected(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("%d corrections were kept, %v", len(list), err)
	}
	for _, back := range []string{"http://evil.example/", "//evil.example/review", "/review/../../x", "javascript:alert(1)", "/\\evil.example"} {
		res := s.press(url.Values{"do": {"name"}}.Encode(), "back", back)
		if to := res.Header.Get("Location"); !strings.HasPrefix(to, "/review") || strings.Contains(to, "evil") {
			t.Errorf("%q leads to %q", back, to)
		}
	}
}

// TestReadOnly: a ledger that cannot be written offers nothing, and takes nothing.
func TestReadOnly(t *testing.T) {
	s := newSampleSite(t)
	lex, err := lex()
	if err != nil {
		t.Fatal(err)
	}
	_, p := questions(t, s, ledger.UnsureDay)
	value := button(p.withClass("entry")[0], "do-accept")
	if s.handler, err = New(Options{Store: s.store, Lexicon: lex, AsOf: asOf, ReadOnly: true, Failed: func(err error) { t.Error(err) }, Now: s.now}); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/review", "/review/2024-05-02-holt-reyes-call", "/corrections"} {
		p := parsePage(t, path, s.get(path))
		if slices.ContainsFunc(p.withClass("quiet-button"), func(n *html.Node) bool { return attr(n, "form") == "sign" }) || !strings.Contains(allWords(p.root), "reading only") {
			t.Errorf("%s offers a correction", path)
		}
	}
	if res := s.press(value); res.StatusCode != http.StatusConflict {
		t.Errorf("a correction: %s", res.Status)
	}
}
