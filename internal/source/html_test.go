package source

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"readout"
)

const page = `<!DOCTYPE html><html lang="en-US"><head><title>Ministers meet in Vienna | The Post</title>
<meta property="og:title" content="Ministers meet in Vienna"><meta property="og:site_name" content="The Post">
<link rel="canonical" href="https://post.example/world/ministers-meet">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2019-06-04T10:00:00+02:00","author":{"name":"Ann Lee"}}]}</script>
<meta property="article:modified_time" content="2019-06-09T10:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>Ministers meet in Vienna</h1><p class="byline">By <a rel="author" href="/ann">Ann Lee</a> | June 4, 2019</p>
<figure><img src="a.jpg"><figcaption>The two ministers at the door <span class="credit">Photo: Jo Ray</span></figcaption></figure>
<p>The foreign ministers of Arvenia and Costava met on Tuesday for two hours, their offices said,
and they <em>agreed</em> to reopen the border, which has been closed since the winter, by the end of the month.</p>
<div class="newsletter-signup"><p>Sign up for our newsletter</p></div>
<h2>What each side says</h2>
<blockquote><p>The ministers discussed trade, energy and the border in a businesslike atmosphere, and agreed to stay in touch.</p></blockquote>
<p>Neither side said who had asked for the meeting, which had been planned for weeks.<br>It was the third this year, after talks in March and in April, both in Geneva.</p>
<ul><li>Trade was discussed, and so was energy, both sides said.</li><li>The border was discussed.</li></ul></article>
<section id="comments"><h3>2 comments</h3><ol class="comment-list"><li class="comment"><b>joe</b> <p>Good for them.</p></li><li class="comment"><b>ann</b><p>About time.</p></li></ol>
<form><button>Post a comment</button></form></section></main>
<footer>Copyright The Post</footer></body></html>`

func marksOf(d readout.Document, kind readout.MarkKind) []string {
	var out []string
	for _, m := range d.Marks {
		if m.Kind == kind {
			out = append(out, d.Text[m.Span.Start:m.Span.End])
		}
	}
	return out
}

func TestHTMLPage(t *testing.T) {
	d := mustRead(t, "page.html", page, Options{})
	if d.URL != "https://post.example/world/ministers-meet" || d.Outlet != "The Post" || d.Language != "en" || d.Title != "" || d.Byline != "" {
		t.Errorf("got %q %q %q %q", d.URL, d.Outlet, d.Language, d.Title)
	}
	if d.Published == nil || d.Published.EDTF != "2019-06-04" || d.Published.In != readout.InText {
		t.Errorf("published %+v", d.Published)
	}
	if len(d.Candidates) != 1 || d.Candidates[0].EDTF != "2019-06-04T10:00:00+02:00" || d.PublishedRaw != "2019-06-04T10:00:00+02:00" {
		t.Errorf("candidates %+v", d.Candidates)
	}
	for kind, want := range map[readout.MarkKind][]string{
		readout.MarkTitle:   {"Ministers meet in Vienna"},
		readout.MarkByline:  {"By Ann Lee | June 4, 2019"},
		readout.MarkHeading: {"What each side says"},
		readout.MarkQuote:   {"The ministers discussed trade, energy and the border in a businesslike atmosphere, and agreed to stay in touch."},
		readout.MarkCredit:  {"Photo: Jo Ray"},
		readout.MarkItem:    {"Trade was discussed, and so was energy, both sides said.", "The border was discussed."},
		readout.MarkComment: {"joe\n\nGood for them.", "ann\n\nAbout time."},
	} {
		if got := marksOf(d, kind); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
	for _, part := range []string{"Ministers meet in Vienna\n\nBy Ann Lee | June 4, 2019\n\n", "the winter, by the end", "for weeks.\nIt was the third", "and they agreed to reopen", "\n\n2 comments\n\njoe"} {
		if !strings.Contains(d.Text, part) {
			t.Errorf("%q is missing in %q", part, d.Text)
		}
	}
	for _, part := range []string{"Home", "Copyright The Post", "datePublished"} {
		if strings.Contains(d.Text, part) {
			t.Errorf("%q is in %q", part, d.Text)
		}
	}
}

func TestTruncatedHTML(t *testing.T) {
	for cut := strings.Index(page, "<h2>"); cut < len(page); cut += 97 {
		d := mustRead(t, "page.html", page[:cut], Options{})
		if !strings.Contains(d.Text, "Ministers meet in Vienna") || !strings.Contains(d.Text, "to reopen the border") {
			t.Fatalf("cut at %d: %q", cut, d.Text)
		}
	}
}

func TestHTMLMetadata(t *testing.T) {
	for name, c := range map[string]struct{ head, want string }{
		"article":      {`<meta property="article:published_time" content="2019-06-04T10:00:00Z">`, "2019-06-04T10:00:00Z"},
		"Dublin Core":  {`<meta name="DC.date.issued" content="2019-06-04">`, "2019-06-04"},
		"year one":     {`<script type="application/ld+json">{"datePublished":"0001-01-01T00:00:00"}</script><meta name="date" content="2019-06-04">`, "2019-06-04"},
		"linked list":  {`<script type="application/ld+json">[{"datePublished":"2019-06-04"}]</script>`, "2019-06-04"},
		"broken JSON":  {`<script type="application/ld+json">{"datePublished":</script>`, ""},
		"nothing said": {``, ""},
	} {
		d := mustRead(t, "a.html", "<html><head>"+c.head+"</head><body><p>The ministers met and talked about trade.</p></body></html>", Options{})
		if got := d.Published; (got == nil) != (c.want == "") || got != nil && got.EDTF != c.want {
			t.Errorf("%s: %+v, want %q", name, got, c.want)
		}
	}
}

func TestHTMLLimits(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"depth": {"<html>" + strings.Repeat("<div>", 600) + "x", "512"},
		"nodes": {"<html>" + strings.Repeat("<p>x", maxNodes/2+10), "limit of 500000"},
		"bare":  {"<html><body><script>x()</script></body></html>", "a page without text"},
	} {
		if item := readOne(t, "a.html", c.content, Options{}); !errors.Is(item.Err, readout.ErrInvalid) || !strings.Contains(item.Err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, item.Err, c.want)
		}
	}
}
