package web

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// active is what an expression says of the element that has the keyboard.
func active(expression string, value any) chromedp.Action {
	return chromedp.Evaluate(`((e) => `+expression+`)(document.activeElement)`, value)
}

// TestBrowserLinkedHighlighting goes through two accounts by keyboard: the words
// of both light up together, and Enter leads from one to the other.
func TestBrowserLinkedHighlighting(t *testing.T) {
	b := newBrowser(t)
	var lit, others int
	var number, at string
	b.do("numbers", b.open("/compare?contact=2024-05-02-holt-reyes-call"), chromedp.KeyEvent("j"),
		active(`e.matches(".texts .side-a mark a.n") ? e.textContent : e.outerHTML`, &number))
	if len(number) > 6 {
		t.Fatalf("j leads to %s", number)
	}
	b.do("to one that both have", chromedp.Evaluate(`document.querySelector("mark.differs a.n").focus(); document.querySelectorAll(".side-b mark.lit").length`, &others),
		chromedp.Evaluate(`document.querySelectorAll(".side-a mark.lit").length`, &lit), chromedp.KeyEvent(kb.Enter), chromedp.Location(&at))
	if lit == 0 || others == 0 || !strings.Contains(at, "#b-") {
		t.Errorf("%d words light up, %d in the other text, Enter leads to %s", lit, others, at)
	}
	var same, again string
	b.do("only the differences", chromedp.KeyEvent("d"), chromedp.WaitReady(`.only-differences[href*="compare"]:not([href*="only="])`, chromedp.ByQuery), chromedp.Location(&same),
		chromedp.KeyEvent("d"), chromedp.WaitReady(`.only-differences[href*="only="]`, chromedp.ByQuery), chromedp.Location(&again))
	if !strings.Contains(same, "only=differences") || strings.Contains(again, "only=") {
		t.Errorf("d leads to %s, then to %s", same, again)
	}
}

// TestBrowserHelp opens the list of keys, closes it, and switches the keys off.
func TestBrowserHelp(t *testing.T) {
	b := newBrowser(t)
	var open, closed, off, kept bool
	const isOpen = `document.getElementById("keys").open`
	b.do("help", b.open("/timeline"), chromedp.KeyEvent("?"), chromedp.Evaluate(isOpen, &open), chromedp.KeyEvent(kb.Escape), chromedp.Evaluate(`!`+isOpen, &closed),
		chromedp.Click(".keys-link", chromedp.ByQuery), chromedp.Click("#keys-on", chromedp.ByQuery), chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent("?"), chromedp.Evaluate(`!`+isOpen, &off),
		b.open("/promises"), chromedp.KeyEvent("?"), chromedp.Evaluate(`!`+isOpen, &kept))
	if !open || !closed || !off || !kept {
		t.Errorf("open %t, closed %t, switched off %t, still off on the next page %t", open, closed, off, kept)
	}
}

// TestBrowserReview answers a question by keyboard alone and takes it back.
func TestBrowserReview(t *testing.T) {
	b := newBrowser(t)
	var before, after, again, done, at string
	const left = `document.querySelector(".chip[aria-current]").textContent`
	b.do("the name", b.open("/review?kind=day"), chromedp.Evaluate(left, &before), chromedp.Focus("#by", chromedp.ByQuery), chromedp.KeyEvent("Ada Moss"), chromedp.KeyEvent(kb.Enter),
		chromedp.WaitReady(`#by[value="Ada Moss"]`, chromedp.ByQuery))
	b.do("an answer", chromedp.KeyEvent("j"), active(`e.id`, &at), chromedp.KeyEvent("y"), chromedp.WaitReady(".last.done", chromedp.ByQuery), chromedp.Text(".last.done", &done, chromedp.ByQuery), chromedp.Evaluate(left, &after))
	if at != "entry-1" || !strings.Contains(done, "Ada Moss confirmed") || before == after {
		t.Fatalf("at %q: %q; %s, then %s", at, done, before, after)
	}
	b.do("undo", active(`e.id`, &at), chromedp.KeyEvent("u"), chromedp.WaitNotPresent(".last.done", chromedp.ByQuery), chromedp.WaitReady("footer"), chromedp.Evaluate(left, &again))
	if at != "entry-1" || again != before {
		t.Errorf("the keyboard is at %q; undone: %s, before %s", at, again, before)
	}
	b.do("a day is given", chromedp.Focus("#entry-1 input", chromedp.ByQuery), chromedp.KeyEvent("2021-12-05"), chromedp.KeyEvent(kb.Enter), chromedp.WaitReady(".last.done", chromedp.ByQuery), chromedp.Text(".last.done", &done, chromedp.ByQuery))
	if !strings.Contains(done, "gave when: Sunday 5 December 2021") {
		t.Errorf("a day that is given: %q", done)
	}
}

// TestBrowserReviewWithoutScript does the same with scripts off, by the buttons.
func TestBrowserReviewWithoutScript(t *testing.T) {
	b := newBrowser(t)
	var done, state string
	b.do("an answer", emulation.SetScriptExecutionDisabled(true), b.open("/review?kind=unreported"), chromedp.SetValue("#by", "Ada Moss", chromedp.ByQuery),
		chromedp.Click(".entry .do-accept", chromedp.ByQuery), chromedp.WaitReady(".last.done", chromedp.ByQuery), chromedp.Text(".last.done", &done, chromedp.ByQuery))
	b.do("undo", chromedp.Click(".do-undo", chromedp.ByQuery), chromedp.WaitNotPresent(".last.done", chromedp.ByQuery), b.open("/corrections"), chromedp.Text(".corrections li:last-child .tag", &state, chromedp.ByQuery))
	if !strings.Contains(done, "Ada Moss confirmed status") || state != "withdrawn" {
		t.Errorf("%q, then %q", done, state)
	}
}

// TestBrowserSearchToWords goes by keyboard alone from the search to the words
// that it found, marked in their text.
func TestBrowserSearchToWords(t *testing.T) {
	b := newBrowser(t)
	var field, words, at string
	b.do("search", b.open("/today"), chromedp.KeyEvent("/"), active(`e.name`, &field), chromedp.KeyEvent(`"border crossing"`), chromedp.KeyEvent(kb.Enter), chromedp.WaitReady(".found", chromedp.ByQuery))
	for range 20 { // past the contacts that were found
		b.do("to a place", chromedp.KeyEvent("j"), active(`e.matches(".found a.words") ? e.textContent : ""`, &words))
		if words != "" {
			break
		}
	}
	if field != "q" || !strings.Contains(words, "border crossing") {
		t.Fatalf("field %q, then %q", field, words)
	}
	b.do("the words", chromedp.KeyEvent(kb.Enter), chromedp.WaitReady(".document", chromedp.ByQuery), chromedp.Text("mark:target", &words, chromedp.ByQuery), chromedp.Location(&at))
	if !strings.Contains(words, "border crossing") || !strings.Contains(at, "/doc/") {
		t.Errorf("words %q at %s", words, at)
	}
}
