package web

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"readout"
	"readout/internal/store"
	"readout/lexicon"
)

// TestErrors: each error has its status, says what happened, and comes in the
// form that was asked for.
func TestErrors(t *testing.T) {
	s := newSampleSite(t)
	long := strings.Repeat("word ", maxBody/5)
	for _, test := range []struct {
		method, path, host, body string
		header                   [2]string
		status                   int
		words                    string
	}{
		{method: "GET", path: "/nowhere", status: 404, words: "There is no page /nowhere"},
		{method: "GET", path: "/contact/nobody", status: 404, words: "Contact nobody"},
		{method: "GET", path: "/contact/2024", status: 400, words: "it may be"},
		{method: "GET", path: "/doc/0000000000", status: 404, words: "Document 0000000000"},
		{method: "GET", path: "/doc/0", status: 404, words: "Document 0"},
		{method: "GET", path: "/static/none.css", status: 404, words: "none.css"},
		{method: "GET", path: "/timeline?status=done", status: 400, words: "no status &#34;done&#34;"},
		{method: "GET", path: "/promises?outcome=done", status: 400, words: "no outcome &#34;done&#34;"},
		{method: "GET", path: "/timeline?since=soon", status: 400, words: "is no date"},
		{method: "GET", path: "/timeline?country=Atlantis", status: 400, words: "no country"},
		{method: "GET", path: "/statements?pair=one", status: 400, words: "no pair"},
		{method: "GET", path: "/compare?contact=2018-05-31-", status: 404, words: "two sides"},
		{method: "GET", path: "/compare?contact=2024-05-02-holt-reyes-call&n=7", status: 404, words: "no number"},
		{method: "GET", path: "/compare?a=12345678&b=12345678", status: 404, words: "Document 12345678"},
		{method: "GET", path: "/timeline.json?status=done", status: 400, words: `{"error":{"code":"invalid"`},
		{method: "GET", path: "/contact/nobody.json", status: 404, words: `"not_found"`},
		{method: "POST", path: "/compare", body: "a=" + long + "&b=x", status: 413, words: "larger than 2 MB"},
		{method: "POST", path: "/compare.json", body: "a=" + long + "&b=x", status: 413, words: `"too_large"`},
		{method: "POST", path: "/compare", body: "a=%zz", status: 400, words: "form cannot be read"},
		{method: "POST", path: "/compare", body: "a=x&b=y", header: [2]string{"Sec-Fetch-Site", "cross-site"}, status: 403, words: "another site"},
		{method: "POST", path: "/compare", body: "a=x&b=y", header: [2]string{"Origin", "http://evil.example"}, status: 403, words: "another site"},
		{method: "GET", path: "/", host: "evil.example", status: 421, words: "evil.example"},
		{method: "GET", path: "/", host: "127.0.0.1.evil.example:8080", status: 421, words: "own name"},
		{method: "DELETE", path: "/timeline", status: 405, words: "not asked for by DELETE"},
	} {
		r := request(test.method, test.path, strings.NewReader(test.body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if test.header[0] != "" {
			r.Header.Set(test.header[0], test.header[1])
		}
		if test.host != "" {
			r.Host = test.host
		}
		res := s.ask(r)
		body := readAll(t, res)
		if res.StatusCode != test.status || !strings.Contains(strings.ToLower(body), strings.ToLower(test.words)) {
			t.Errorf("%s %s: %s, want %d and %q:\n%s", test.method, test.path, res.Status, test.status, test.words, body[strings.Index(body, "<h1>")+1:])
		}
		if res.Header.Get("Content-Security-Policy") != policy || res.Header.Get("X-Content-Type-Options") != "nosniff" || res.Header.Get("Referrer-Policy") == "" {
			t.Errorf("%s %s: without the headers that keep a browser strict", test.method, test.path)
		}
		if strings.HasPrefix(body, "<!doctype") {
			checkStructure(t, test.path, parsePage(t, test.path, body))
		}
	}
	if len(s.failed) > 0 {
		t.Errorf("taken for errors of ours: %v", s.failed)
	}
}

// TestPanic: a page that fails does not stop the server, shows nothing of its
// inside, and is told.
func TestPanic(t *testing.T) {
	s := &server{Options: Options{Failed: func(error) {}}}
	files, err := loadFiles()
	if err != nil {
		t.Fatal(err)
	}
	if s.views, err = loadViews(files); err != nil {
		t.Fatal(err)
	}
	var told error
	s.Failed = func(err error) { told = err }
	site := &site{t: t, handler: s.answer(func(http.ResponseWriter, *http.Request) error { panic("secret") })}
	res := site.ask(request("GET", "/", nil))
	if body := readAll(t, res); res.StatusCode != 500 || strings.Contains(body, "secret") || told == nil || !strings.Contains(told.Error(), "secret") {
		t.Errorf("%s, told %v:\n%s", res.Status, told, body)
	}
}

// TestFormerID: an id that a contact had leads to the id that it has.
func TestFormerID(t *testing.T) {
	s := newSampleSite(t)
	var contacts []readout.Contact
	if err := json.Unmarshal([]byte(s.get("/timeline.json?pair=Reyes,Holt")), &contacts); err != nil || len(contacts) == 0 {
		t.Fatalf("%d contacts, %v", len(contacts), err)
	}
	c := contacts[0]
	at := c.History[0].Words
	if err := s.store.Remember(t.Context(), []store.Name{{ID: "1999-old-name", Document: at.Document, In: at.In, Start: at.From.First().Start}}); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{"/contact/1999-old-name": contactHref(c.ID), "/contact/1999-old-name.json": contactHref(c.ID) + ".json"} {
		if res := s.ask(request("GET", path, nil)); res.StatusCode != http.StatusFound || res.Header.Get("Location") != want {
			t.Errorf("%s: %s to %q, want %q", path, res.Status, res.Header.Get("Location"), want)
		}
	}
	var got readout.Contact
	if err := json.Unmarshal([]byte(s.get(contactHref(c.ID)+".json")), &got); err != nil || got.ID != c.ID {
		t.Errorf("%q, %v", got.ID, err)
	}
}

// TestLedgerGrows: what is added while the server runs is shown.
func TestLedgerGrows(t *testing.T) {
	s := newSite(t)
	if body := s.get("/timeline"); !strings.Contains(body, "readout add") {
		t.Error("an empty ledger does not say what to do")
	}
	s.addText("a.txt", "2024-05-03\n\nPrime Minister Ana Reyes telephoned President Jon Holt on Thursday.")
	for range 50 {
		if strings.Contains(s.get("/timeline"), "Ana Reyes") {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Error("the new contact is not shown")
}

// TestEmptyLedger: a ledger without contacts shows the pair that ships with the
// program, and every list says what to do.
func TestEmptyLedger(t *testing.T) {
	s := newSite(t)
	p := parsePage(t, "/", s.get("/"))
	checkStructure(t, "/", p)
	if text := words(p.root); !strings.Contains(text, "Office of the Prime Minister of Arvenia") || !strings.Contains(text, "readout add") {
		t.Errorf("the first page: %s", text)
	}
	for _, path := range []string{"/timeline", "/statements", "/promises", "/documents"} {
		if p := parsePage(t, path, s.get(path)); len(p.withClass("empty")) == 0 {
			t.Errorf("%s does not say what to do", path)
		}
	}
}

// TestListen: only this machine can reach the pages.
func TestListen(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", ":0", "192.0.2.1:0", "example.org:80", "[::]:0"} {
		if l, err := Listen(t.Context(), addr, false); !errors.Is(err, readout.ErrUnsupported) {
			t.Errorf("%s: %v, %v", addr, l, err)
		}
	}
	if _, err := Listen(t.Context(), "127.0.0.1", true); !errors.Is(err, readout.ErrInvalid) {
		t.Errorf("without a port: %v", err)
	}
	first, err := Listen(t.Context(), "127.0.0.1:0", false)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if _, err := Listen(t.Context(), first.Addr().String(), false); err == nil || !strings.Contains(err.Error(), "--addr") {
		t.Errorf("a port that is taken: %v", err)
	}
}

// TestGuards: a password lets in whoever has it, under any name; a proxy vouches
// for whoever comes through it.
func TestGuards(t *testing.T) {
	open := newSampleSite(t)
	options := Options{Store: open.store, Lexicon: mustLexicon(t), Now: time.Now, AsOf: asOf, Failed: func(err error) { t.Error(err) }}
	for _, test := range []struct {
		proxy          bool
		password, sent string
		status         int
	}{
		{false, "", "", http.StatusMisdirectedRequest}, {true, "", "", http.StatusOK},
		{false, "open sesame", "", http.StatusUnauthorized}, {false, "open sesame", "shut", http.StatusUnauthorized}, {false, "open sesame", "open sesame", http.StatusOK},
		{true, "open sesame", "", http.StatusUnauthorized},
	} {
		options.BehindProxy, options.Password = test.proxy, test.password
		handler, err := New(options)
		if err != nil {
			t.Fatal(err)
		}
		r := request("GET", "/timeline", nil)
		r.Host = "readout.example.org"
		if test.sent != "" {
			r.SetBasicAuth("anybody", test.sent)
		}
		res := (&site{t: t, handler: handler}).ask(r)
		if asks := res.Header.Get("WWW-Authenticate") != ""; res.StatusCode != test.status || asks != (test.status == http.StatusUnauthorized) {
			t.Errorf("%+v: %s, asks for a password: %t", test, res.Status, asks)
		}
	}
	l, err := Listen(t.Context(), "0.0.0.0:0", true)
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
}

func mustLexicon(t *testing.T) *lexicon.Lexicon {
	t.Helper()
	l, err := lex()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestServe: the server answers, and stops when it is told to, letting a
// request that is under way end.
func TestServe(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	l, err := Listen(ctx, "localhost:0", false)
	if err != nil {
		t.Fatal(err)
	}
	begun := make(chan struct{})
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(begun)
		time.Sleep(100 * time.Millisecond)
		io.WriteString(w, "whole") //nolint:errcheck // the test sees it
	})
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, l, handler) }()
	go func() { <-begun; stop() }()
	res, err := http.Get("http://" + l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if body, err := io.ReadAll(res.Body); err != nil || string(body) != "whole" {
		t.Errorf("%q, %v", body, err)
	}
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(5 * time.Second):
		t.Error("it does not stop")
	}
}

// TestComparePasted: two pasted texts are compared, and nothing is stored.
func TestComparePasted(t *testing.T) {
	s := newSite(t)
	before, err := s.store.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	form := url.Values{
		"a": {"Prime Minister Ana Reyes of Arvenia telephoned President Jon Holt of Costava on Thursday.\r\nThey agreed to reopen the border by 1 June."}, "a_date": {"2024-05-03"},
		"b": {"President Holt took a call from Arvenia's prime minister on 2 May. Energy was discussed."}, "b_outlet": {"Presidency of Costava"}, "b_date": {"2024-05-02"},
	}
	res, body := s.post("/compare", form)
	if res.StatusCode != http.StatusOK {
		t.Fatalf("%s\n%s", res.Status, body)
	}
	p := parsePage(t, "/compare", body)
	checkStructure(t, "/compare", p)
	checkComparison(t, p)
	if !strings.Contains(words(p.root), "reopen the border") || strings.Contains(body, "/doc/") {
		t.Error("the words are not there, or link to a document that is not kept")
	}
	res, body = s.post("/compare.json", form)
	var c readout.Comparison
	if err := json.Unmarshal([]byte(body), &c); err != nil || res.StatusCode != http.StatusOK || len(c.Points) == 0 {
		t.Errorf("%s, %v\n%s", res.Status, err, body)
	}
	for name, bad := range map[string]url.Values{
		"This box is empty": {"a": {"Some text."}, "b": {" \n"}},
		"holds 2 documents": {"a": {"{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"}, "b": {"Text."}},
		"is no date":        {"a": {"Text."}, "b": {"Text."}, "b_date": {"some day"}},
		"binary data":       {"a": {"Text."}, "b": {"\x00\x01\x02\x03 bytes"}},
	} {
		res, body := s.post("/compare", bad)
		if res.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, name) {
			t.Errorf("%s: %s\n%s", name, res.Status, body)
		}
		checkStructure(t, "/compare", parsePage(t, "/compare", body))
	}
	if after, err := s.store.Revision(t.Context()); err != nil || after != before {
		t.Errorf("the ledger changed: %s, then %s, %v", before, after, err)
	}
}

// checkComparison: every mark of a row leads to its counterpart, and every link
// of a row to a mark that has its words.
func checkComparison(t *testing.T, p *page) {
	t.Helper()
	for n := range p.elements("a") {
		href := attr(n, "href")
		if strings.HasPrefix(href, "#") && p.ids[href[1:]] == nil {
			t.Errorf("a link to %s, which is not there", href)
		}
		if target := p.ids[strings.TrimPrefix(href, "#")]; hasClass(n, "words") && target != nil && target.Data == "mark" {
			quoted, marked := squeeze(strings.Trim(words(n), "“”")), squeeze(strings.Trim(words(target), "“”"))
			if !strings.HasPrefix(quoted, marked) && !strings.HasPrefix(marked, strings.TrimSuffix(quoted, "…")) && !strings.Contains(quoted, marked) {
				t.Errorf("%q leads to %q", words(n), words(target))
			}
		}
	}
}

// TestCompareLedger: the comparison of a contact, with each mark in the place of
// its words.
func TestCompareLedger(t *testing.T) {
	s := newSampleSite(t)
	for _, path := range []string{"/compare?contact=2024-05-02-holt-reyes-call", "/contact/2024-05-02-holt-reyes-call"} {
		p := parsePage(t, path, s.get(path))
		checkComparison(t, p)
		marks := 0
		for n := range p.elements("mark") {
			if attr(n, "data-row") != "" {
				marks++
			}
		}
		if marks < 10 {
			t.Errorf("%s: %d marks", path, marks)
		}
	}
	var docs []string
	for path, r := range s.readings() {
		if strings.HasPrefix(r.Document.Text, "Readout of Prime Minister Reyes's Call") || strings.HasPrefix(r.Document.Text, "Telephone conversation with Prime Minister of Arvenia") {
			docs = append(docs, strings.TrimPrefix(path, "/doc/"))
		}
	}
	if len(docs) != 2 {
		t.Fatalf("%d documents", len(docs))
	}
	q := url.Values{"a": {docs[0]}, "b": {docs[1]}}.Encode()
	checkComparison(t, parsePage(t, q, s.get("/compare?"+q)))
	var c readout.Comparison
	if err := json.Unmarshal([]byte(s.get("/compare.json?"+q)), &c); err != nil || len(c.Points) == 0 {
		t.Errorf("%d points, %v", len(c.Points), err)
	}
}
