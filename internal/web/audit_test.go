package web

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// samplePaths give every page one address or more in the samples' ledger.
var samplePaths = map[string][]string{
	"/{$}":                          {"/"},
	"/compare":                      {"/compare", "/compare?contact=2024-05-02-holt-reyes-call", "/compare?contact=2024-05-02-holt-reyes-call&only=differences", "/compare?find=nobodysname"},
	"/today":                        {"/today", "/today?day=2024-06-18"},
	"/timeline":                     {"/timeline", "/timeline?person=Putin&status=held&since=2018", "/timeline?person=nobody"},
	"/contact/{id}":                 {"/contact/2024-05-02-holt-reyes-call", "/contact/2024-06-20-holt-reyes-meeting", "/contact/2018-12-01-putin-trump-meeting"},
	"/doc/{id}":                     {"DOC", "DOC?mark=0-6", "DOC?words=nobody"},
	"/statements":                   {"/statements", "/statements?person=Ushakov"},
	"/promises":                     {"/promises"},
	"/documents":                    {"/documents"},
	"/pairs":                        {"/pairs"},
	"/pair/{akind}/{a}/{bkind}/{b}": {"/pair/person/ana-reyes/person/jon-holt", "/pair/state/RUS/state/USA"},
	"/people":                       {"/people"},
	"/states":                       {"/states"},
	"/person/{id}":                  {"/person/vladimir-putin"},
	"/state/{id}":                   {"/state/RUS"},
	"/org/{id}":                     {"/org/kremlin"},
	"/topics":                       {"/topics"},
	"/topic/{id}":                   {"/topic/energy"},
	"/left-out":                     {"/left-out"},
	"/search":                       {"/search", "/search?q=border+crossing", "/search?q=%22unclosed+U.S.", "/search?q=nobodysname"},
	"/review":                       {"/review", "/review?kind=day"},
	"/review/{id}":                  {"/review/2024-06-20-holt-reyes-meeting"},
	"/corrections":                  {"/corrections"},
	"/help":                         {"/help"},
	"an unknown one":                {"/no-such-page"},
}

// everyPage lists an address of every page that there is; a page without one is
// an error.
func everyPage(t *testing.T, s *site) []string {
	t.Helper()
	doc := ""
	for a := range parsePage(t, "/documents", s.get("/documents?person=Ushakov")).elements("a") {
		if doc == "" && strings.HasPrefix(attr(a, "href"), "/doc/") {
			doc = attr(a, "href")
		}
	}
	out := append([]string{}, samplePaths["an unknown one"]...)
	for _, r := range (&server{}).routes() {
		path, isGet := strings.CutPrefix(r.pattern, "GET ")
		last := path[strings.LastIndex(path, "/"):]
		if !isGet || strings.Contains(last, ".") || strings.HasPrefix(path, "/static/") || path == "/healthz" || path == "/pair" { // which leads to the page of a pair
			continue
		}
		if len(samplePaths[path]) == 0 {
			t.Errorf("no sample of the page %s: the tests in a browser do not look at it", path)
		}
		for _, sample := range samplePaths[path] {
			out = append(out, strings.Replace(sample, "DOC", doc, 1))
		}
	}
	return out
}

// audit looks for what WCAG 2.2 AA asks of a page, besides contrast (see there):
// names of what can be used, landmarks, headings in order, references that lead
// somewhere, targets of 24 pixels (2.5.8, with its exceptions for links in a
// text, for targets with room around them, and for pictures beside which a list
// stands), and a focus that is seen. It gives one line for each fault.
const audit = `(() => {
  const faults = [], $ = (s, r = document) => [...r.querySelectorAll(s)];
  const say = (what, e) => faults.push(what + (e ? ": " + e.outerHTML.slice(0, 120) : ""));
  const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest("dialog:not([open])");
  if (document.documentElement.lang !== "en") say("no language");
  if (!document.title.includes("readout")) say("no title");
  for (const [what, n] of [["main", $("main").length], ["h1", $("h1").length], ["header", $("body > header").length], ["footer", $("body > footer").length]]) if (n !== 1) say(n + " of " + what);
  const labels = $("nav, aside, section[aria-label], [role=region], [role=search]").filter(seen).map((e) => e.tagName + (e.getAttribute("aria-label") ?? e.getAttribute("aria-labelledby") ?? ""));
  for (const nav of $("nav, aside").filter(seen)) if (!nav.getAttribute("aria-label") && !nav.getAttribute("aria-labelledby")) say("a landmark without a name", nav);
  labels.forEach((l, i) => { if (l.startsWith("NAV") && labels.indexOf(l) !== i) say("two navigations of one name " + l); });
  let level = 0;
  for (const h of $("h1, h2, h3, h4, h5, h6").filter(seen)) {
    const n = Number(h.tagName[1]);
    if (n > level + 1) say("a heading after level " + level, h);
    if (!h.textContent.trim()) say("an empty heading", h);
    level = n;
  }
  const name = (e) => {
    const by = e.getAttribute("aria-labelledby");
    const text = by ? by.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ") : e.getAttribute("aria-label") ?? "";
    if (text.trim()) return text;
    if (e.labels?.length) return [...e.labels].map((l) => l.textContent).join(" ");
    return e.matches("input, select, textarea") ? "" : e.textContent || e.getAttribute("title") || "";
  };
  const usable = $("a[href], button, input:not([type=hidden]), select, textarea, summary").filter(seen);
  for (const e of usable) if (!name(e).trim()) say("nothing says what it is", e);
  for (const e of $("svg").filter(seen)) if (!e.getAttribute("aria-label") && e.getAttribute("aria-hidden") !== "true") say("a picture without words", e);
  for (const e of $("img")) if (!e.hasAttribute("alt")) say("a picture without words", e);
  for (const a of ["aria-labelledby", "aria-describedby", "aria-controls", "for", "list", "form"]) for (const e of $("[" + a + "]")) for (const id of e.getAttribute(a).split(" ")) if (!document.getElementById(id)) say(a + " leads nowhere", e);
  for (const e of $("[tabindex]")) if (e.tabIndex > 0) say("a place of its own in the order of the Tab key", e);
  for (const e of $("ul > :not(li, script, template), ol > :not(li, script, template)")) say("a list with something that is no item", e);
  for (const e of $("th")) if (!e.scope) say("a table head that heads nothing", e);
  for (const e of $("[role=region][tabindex], .scroll[tabindex]")) if (!name(e).trim()) say("a region to scroll without a name", e);
  const small = usable.filter((e) => !e.closest("svg") && !e.matches(".vh, .skip")).map((e) => [e, (e.labels?.length && e.type === "checkbox" ? e.labels[0] : e).getBoundingClientRect()]).filter(([, r]) => r.width && r.height);
  const middle = (r) => [r.x + r.width / 2, r.y + r.height / 2];
  for (const [e, r] of small) {
    if (r.width >= 23.5 && r.height >= 23.5) continue;
    const inText = e.matches("a, summary") && getComputedStyle(e).display.startsWith("inline") && e.parentElement.textContent.trim().length > e.textContent.trim().length;
    if (inText) continue;
    const [x, y] = middle(r);
    const near = small.find(([o, q]) => o !== e && !o.contains(e) && !e.contains(o) && Math.hypot(Math.max(q.left - x, 0, x - q.right), Math.max(q.top - y, 0, y - q.bottom)) < 12);
    if (near) say("a target of " + Math.round(r.width) + " by " + Math.round(r.height) + " pixels beside another", e);
  }
  const kinds = new Set();
  for (const e of usable) {
    const kind = e.tagName + "." + (e.className.baseVal ?? e.className);
    if (kinds.has(kind) || e.matches(".vh")) continue;
    kinds.add(kind);
    e.focus();
    if (document.activeElement !== e) continue;
    const style = getComputedStyle(e.matches("svg a") ? e.querySelector("rect, circle, text, path") ?? e : e);
    if (!e.matches("svg a") && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)) say("a focus that is not seen", e);
  }
  document.activeElement.blur();
  return [...new Set(faults)].slice(0, 8).join("\n");
})()`

// TestBrowserEveryPage looks at every page in every form: wide, at 360 pixels,
// light and dark.
func TestBrowserEveryPage(t *testing.T) {
	b := newBrowser(t)
	paths := everyPage(t, b.site)
	for _, form := range []struct {
		name, scheme string
		width        int64
	}{{"light", "light", 1280}, {"narrow and dark", "dark", 360}} {
		b.do(form.name, chromedp.EmulateViewport(form.width, 800), emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: form.scheme}}))
		for _, path := range paths {
			var wide, faint, faults string
			what := path + ", " + form.name
			b.expect("status of 404", path == "/no-such-page")
			b.do(what, b.open(path), chromedp.Evaluate(overflow, &wide), chromedp.Evaluate(contrast, &faint), chromedp.KeyEvent("\t"), chromedp.Evaluate(audit, &faults), b.shoot(strings.NewReplacer("/", "-", "?", "_").Replace(path)+" "+form.name))
			if wide != "0 " {
				t.Errorf("%s: wider than the window: %s", what, wide)
			}
			if faint != "" {
				t.Errorf("%s: hard to read: %s", what, faint)
			}
			if faults != "" {
				t.Errorf("%s:\n%s", what, faults)
			}
		}
	}
}

// expect lets the browser complain that a page is not there.
func (b *browser) expect(fault string, yes bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.expected = ""
	if yes {
		b.expected = fault
	}
}

// TestAuditFinds: the audit finds what it is there to find.
func TestAuditFinds(t *testing.T) {
	b := newBrowser(t)
	for _, test := range []struct{ spoil, want string }{
		{`document.querySelector("nav").removeAttribute("aria-label")`, "landmark without a name"},
		{`document.querySelector("main").insertAdjacentHTML("beforeend", "<h5>x</h5>")`, "a heading after level"},
		{`document.querySelector("main").insertAdjacentHTML("beforeend", "<button></button>")`, "nothing says what it is"},
		{`document.querySelector("main").insertAdjacentHTML("beforeend", "<input placeholder=x>")`, "nothing says what it is"},
		{`document.querySelector("main").insertAdjacentHTML("beforeend", "<svg width=9 height=9></svg>")`, "a picture without words"},
		{`document.querySelector("main").insertAdjacentHTML("beforeend", "<table><tr><th>x</th></tr></table>")`, "heads nothing"},
		{`document.querySelector("main").insertAdjacentHTML("beforeend", "<button class=t>x</button><button class=t>y</button>"); for (const e of document.querySelectorAll(".t")) Object.assign(e.style, {padding: 0, width: "9px", height: "9px"})`, "pixels beside another"},
		{`document.querySelector("main").insertAdjacentHTML("beforeend", "<button class=unlit>x</button>"); document.querySelector(".unlit").style.outline = "none"`, "a focus that is not seen"},
	} {
		var faults string
		b.do(test.spoil, b.open("/promises"), chromedp.KeyEvent("\t"), chromedp.Evaluate(test.spoil+`; ""`, &faults), chromedp.Evaluate(audit, &faults))
		if !strings.Contains(faults, test.want) {
			t.Errorf("%s: the audit says %q, want %q", test.spoil, faults, test.want)
		}
	}
}

// TestBrowserWithoutScriptEveryPage: without script every page says what it says
// with it.
func TestBrowserWithoutScriptEveryPage(t *testing.T) {
	b := newBrowser(t)
	with := map[string]string{}
	paths := everyPage(t, b.site)
	for _, off := range []bool{false, true} {
		b.do("scripts", emulation.SetScriptExecutionDisabled(off))
		for _, path := range paths {
			var body string
			b.expect("status of 404", path == "/no-such-page")
			b.do(path, b.open(path), outer(&body))
			p := parsePage(t, path, body)
			main := mainWords(p)
			if !off {
				with[path] = main
			} else if main != with[path] || len(main) < 40 {
				t.Errorf("%s: without script it says something else:\n%.300s\n%.300s", path, main, with[path])
			}
		}
	}
}

// outer reads the page as it stands, without script in it.
func outer(body *string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		root, err := dom.GetDocument().Do(ctx)
		if err != nil {
			return err
		}
		*body, err = dom.GetOuterHTML().WithNodeID(root.NodeID).Do(ctx)
		return err
	})
}

// mainWords is what a page says, without what only stands there while words are
// chosen.
func mainWords(p *page) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && hasClass(n, "chosen") {
			return
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	for n := range p.elements("main") {
		walk(n)
	}
	return strings.TrimSpace(b.String())
}

// TestEveryPageAnswers: the addresses that the browser tests open are there, on a
// machine without a browser too.
func TestEveryPageAnswers(t *testing.T) {
	s := newSampleSite(t)
	for _, path := range everyPage(t, s) {
		want := http.StatusOK
		if path == "/no-such-page" {
			want = http.StatusNotFound
		}
		if res := s.ask(request("GET", path, nil)); res.StatusCode != want {
			t.Error(fmt.Sprint(path, ": ", res.Status))
		}
	}
}
