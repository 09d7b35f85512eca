package web

import (
	"context"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// The variables of the browser tests.
const (
	wantBrowser = "READOUT_TEST_BROWSER"     // set: the tests run, and a missing Chromium is a failure
	screenshots = "READOUT_TEST_SCREENSHOTS" // a folder that pictures of the pages are put into
)

// browser is a headless Chromium that looks at a site.
type browser struct {
	t      *testing.T
	ctx    context.Context
	url    string
	site   *site
	mu     sync.Mutex
	faults []string // what the console and the page complain of
	// expected is in the one complaint that is none.
	expected string
}

// newBrowser starts Chromium over the samples' ledger, or skips the test.
func newBrowser(t *testing.T) *browser {
	t.Helper()
	if os.Getenv(wantBrowser) == "" {
		t.Skipf("the pages in a browser: install Chromium and set %s=1", wantBrowser)
	}
	site := newSampleSite(t)
	server := httptest.NewServer(site.handler)
	t.Cleanup(server.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WSURLReadTimeout(patient))
	alloc, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(alloc, chromedp.WithBrowserOption(chromedp.WithDialTimeout(patient)))
	t.Cleanup(cancel)
	b := &browser{t: t, ctx: ctx, url: server.URL, site: site}
	chromedp.ListenTarget(ctx, b.hear)
	if err := chromedp.Run(ctx, log.Enable(), runtime.Enable(), emulation.SetFocusEmulationEnabled(true)); err != nil {
		t.Fatalf("%s is set, and Chromium does not start: %v", wantBrowser, err)
	}
	return b
}

// hear notes what the browser complains of.
func (b *browser) hear(event any) {
	fault := ""
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		fault = e.ExceptionDetails.Error()
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning || e.Type == runtime.APITypeAssert {
			fault = fmt.Sprintf("console: %s", e.Args[0].Value)
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.LevelError || e.Entry.Level == log.LevelWarning {
			fault = e.Entry.Text + " " + e.Entry.URL
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if fault != "" && (b.expected == "" || !strings.Contains(fault, b.expected)) {
		b.faults = append(b.faults, fault)
	}
}

// patient is how long actions may take, on a machine that is busy with other
// things too.
const patient = 2 * time.Minute

// do runs actions; the browser may not complain.
func (b *browser) do(what string, actions ...chromedp.Action) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patient)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		b.t.Fatalf("%s: %v", what, err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, fault := range b.faults {
		b.t.Errorf("%s: the browser complains: %s", what, fault)
	}
	b.faults = nil
}

func (b *browser) open(path string) chromedp.Action {
	return chromedp.Tasks{chromedp.Navigate(b.url + path), chromedp.WaitReady("footer")}
}

// shoot puts a picture of the page into the folder of screenshots, if one is named.
func (b *browser) shoot(name string) chromedp.Action {
	dir := os.Getenv(screenshots)
	return chromedp.ActionFunc(func(ctx context.Context) error {
		if dir == "" {
			return nil
		}
		var png []byte
		if err := chromedp.FullScreenshot(&png, 100).Do(ctx); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600)
	})
}

// overflow is how much wider a page is than the window, and what sticks out.
const overflow = `(() => {
  const room = document.documentElement.clientWidth;
  const inScroll = (e) => e.closest(".scroll") !== null;
  const out = [...document.body.querySelectorAll("*")].filter((e) => !inScroll(e) && !e.closest(".vh, .skip") && e.getBoundingClientRect().right > room + 1);
  return [document.documentElement.scrollWidth - room, out.slice(0, 3).map((e) => e.tagName + "." + e.className).join(" ")].join(" ");
})()`

// contrast lists words whose colour stands too little off their ground
// (WCAG 2.2 AA: 4.5 to 1, large ones 3 to 1).
const contrast = `(() => {
  const parse = (c) => { const m = c.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const lum = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] > .99) return c; } return [255, 255, 255, 1]; };
  const bad = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; (n = walker.nextNode());) {
    const e = n.parentElement;
    if (!n.data.trim() || !e.checkVisibility() || e.closest("svg, .vh, .skip")) continue;
    const style = getComputedStyle(e), a = lum(parse(style.color)), b = lum(ground(e));
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 600);
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < (large ? 3 : 4.5)) bad.add(e.tagName + "." + e.className + " " + ratio.toFixed(2));
  }
  return [...bad].slice(0, 5).join("; ");
})()`

// sampleText is the text of an official sample.
func sampleText(t *testing.T, name string) string {
	t.Helper()
	for item := range sampleItems("official") {
		if item.Source == name {
			return item.Doc.Text
		}
	}
	t.Fatalf("no sample %s", name)
	return ""
}

// paste fills in the first page's boxes and sends them.
func paste(b *browser, a, other string) chromedp.Action {
	return chromedp.Tasks{
		b.open("/"), chromedp.SetValue("#a", a, chromedp.ByQuery), chromedp.SetValue("#b", other, chromedp.ByQuery),
		chromedp.Click("form.paste button", chromedp.ByQuery), chromedp.WaitVisible("details.again", chromedp.ByQuery), // the first page shows an example
	}
}

// TestBrowserPaste pastes two readouts, and points at a passage and a number.
func TestBrowserPaste(t *testing.T) {
	b := newBrowser(t)
	var heading, at string
	var lit, target int
	b.do("paste", chromedp.EmulateViewport(1200, 800), paste(b, sampleText(t, "01-call-2024-05-02-arvenia.txt"), sampleText(t, "01-call-2024-05-02-costava.txt")),
		chromedp.Text("h1", &heading, chromedp.ByQuery),
		chromedp.Focus("#texts ~ .texts .side-a mark.differs a.n", chromedp.ByQuery),
		chromedp.Evaluate(`document.querySelectorAll(".texts .side-b mark.lit").length`, &lit),
		chromedp.Click("#texts ~ .texts .side-a mark.differs a.n", chromedp.ByQuery),
		chromedp.Evaluate(`document.querySelectorAll(".texts .side-b mark:target").length`, &target),
		chromedp.Location(&at), b.shoot("pasted"))
	if !strings.Contains(heading, "Reyes") || !strings.Contains(heading, "Holt") {
		t.Errorf("the heading is %q", heading)
	}
	if lit == 0 || target != 1 || !strings.Contains(at, "#b-") {
		t.Errorf("%d passages light up, %d is led to, at %s", lit, target, at)
	}
}

// TestBrowserWithoutScript does a correspondent's errand with scripts off: from
// two pasted texts to a comparison, from the timeline to marked words.
func TestBrowserWithoutScript(t *testing.T) {
	b := newBrowser(t)
	var texts int
	var at, words, line, none string
	b.do("scripts off", emulation.SetScriptExecutionDisabled(true))
	text := sampleText(t, "01-call-2024-05-02-arvenia.txt")
	b.do("paste", paste(b, text, text), tally(".texts .account", &texts))
	b.do("only the differences", chromedp.WaitVisible("section.same", chromedp.ByQuery), chromedp.Click("#only-diff", chromedp.ByQuery), chromedp.WaitNotVisible("section.same", chromedp.ByQuery))
	b.do("from the timeline to the words", b.open("/timeline?pair=Reyes,Holt"), chromedp.Click(".contacts .what a", chromedp.ByQuery), chromedp.WaitVisible(".history", chromedp.ByQuery),
		chromedp.Click(".history a.words q", chromedp.ByQuery), chromedp.WaitVisible(".document", chromedp.ByQuery), chromedp.Location(&at), chromedp.Text("mark:target", &words, chromedp.ByQuery),
		style(".document mark.date", "border-bottom-style", &line), chromedp.Click("#show-date", chromedp.ByQuery), style(".document mark.date", "border-bottom-style", &none), b.shoot("no-script"))
	if texts != 2 || line != "dotted" || none != "none" {
		t.Errorf("%d texts, dates with a line that is %s, then %s", texts, line, none)
	}
	if u, err := url.Parse(at); err != nil || !strings.HasPrefix(u.Path, "/doc/") || words == "" {
		t.Errorf("at %s, words %q", at, words)
	}
}

// tally counts elements, without script in the page.
func tally(selector string, n *int) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		var nodes []*cdp.Node
		if err := chromedp.Nodes(selector, &nodes, chromedp.ByQueryAll, chromedp.AtLeast(0)).Do(ctx); err != nil {
			return err
		}
		*n = len(nodes)
		return nil
	})
}

// style reads a property of an element's style, without script in the page.
func style(selector, property string, value *string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		var list []*css.ComputedStyleProperty
		if err := chromedp.ComputedStyle(selector, &list, chromedp.ByQuery).Do(ctx); err != nil {
			return err
		}
		for _, p := range list {
			if p.Name == property {
				*value = p.Value
			}
		}
		return nil
	})
}

// TestBrowserKeyboard goes by keyboard alone: past the navigation to the content.
func TestBrowserKeyboard(t *testing.T) {
	b := newBrowser(t)
	var skip, main, field string
	b.do("keyboard", b.open("/timeline"), chromedp.KeyEvent("\t"), chromedp.Evaluate(`document.activeElement.className`, &skip), chromedp.KeyEvent("\r"),
		chromedp.Evaluate(`document.activeElement.id`, &main), chromedp.KeyEvent("/"), chromedp.Evaluate(`document.activeElement.id`, &field))
	if skip != "skip" || main != "main" || field != "find" {
		t.Errorf("first %q, then %q, then %q", skip, main, field)
	}
}

// choose chooses words on a page as a reader does with the mouse.
const choose = `(() => {
  const p = [...document.querySelectorAll("[data-from]")].find((p) => p.textContent.includes(%q));
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  for (let n; (n = walker.nextNode());) {
    const at = n.data.indexOf(%q);
    if (at >= 0) { getSelection().setBaseAndExtent(n, at, n, at + %d); return true; }
  }
  return false;
})()`

// TestBrowserLinkToWords: chosen words have a link, and it leads to these words,
// whatever characters stand before them.
func TestBrowserLinkToWords(t *testing.T) {
	b := newBrowser(t)
	b.site.addText("a.txt", "2024-05-03\n\nПрезидент \u202eи\u202c 世界 telephoned nobody, said Ana Reyes.")
	var doc, words string
	var chosen bool
	b.do("choose words", b.open("/documents?since=2024-05-03&until=2024-05-03"), chromedp.AttributeValue(`//li[contains(., "a.txt")]//a`, "href", &doc, nil),
		chromedp.ActionFunc(func(ctx context.Context) error { return b.open(doc).Do(ctx) }),
		chromedp.Evaluate(fmt.Sprintf(choose, "telephoned nobody", "telephoned", len("telephoned")), &chosen),
		chromedp.Click(".to-words", chromedp.ByQuery), chromedp.WaitVisible("mark.asked", chromedp.ByQuery), chromedp.Text("mark.asked", &words, chromedp.ByQuery))
	if !chosen || words != "telephoned" {
		t.Errorf("chosen: %t; marked: %q", chosen, words)
	}
}
