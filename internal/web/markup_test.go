package web

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"readout"
)

// TestMarkup: whatever marks there are, the page shows the text and nothing
// else, and the pieces of each mark together are its words.
func TestMarkup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab <>&\"'éЖ世\u202e\u200b\n")), 1, 60, -1).Draw(t, "text")
		var edges []int
		for i := range text + " " {
			edges = append(edges, i)
		}
		edge := rapid.IntRange(0, len(edges)-1)
		span := func(label string) readout.Span {
			a, b := edges[edge.Draw(t, label)], edges[edge.Draw(t, label)]
			return readout.Span{Start: min(a, b), End: max(a, b)}
		}
		within := readout.Span{End: len(text)}
		if rapid.Bool().Draw(t, "a part") {
			within = span("within")
		}
		var marks []mark
		for i := range rapid.IntRange(0, 6).Draw(t, "n") {
			if s := span("mark"); !s.Empty() {
				marks = append(marks, mark{span: s, class: fmt.Sprintf("k%d", i), id: fmt.Sprintf("id%d", i), row: i, note: "7", href: "#x", title: `"t"`})
			}
		}
		checkMarkup(t, text, within, marks)
	})
}

func checkMarkup(t *rapid.T, text string, within readout.Span, marks []mark) {
	out := string(markup(text, within, marks))
	if !utf8.ValidString(out) {
		t.Fatalf("broken UTF-8: %q", out)
	}
	root, err := html.Parse(strings.NewReader("<div>" + out + "</div>"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := words(root), shown(text[within.Start:within.End]); got != want {
		t.Fatalf("the text is %q, want %q", got, want)
	}
	p := &page{root: root}
	for _, k := range marks {
		pieces, ids := "", 0
		for _, n := range p.withClass(k.class) {
			pieces += words(n)
			if attr(n, "id") == k.id {
				ids++
			}
		}
		want := text[min(max(k.span.Start, within.Start), within.End):max(min(k.span.End, within.End), within.Start)]
		if !k.span.Overlaps(within) {
			want = ""
		}
		if pieces != shown(want) {
			t.Fatalf("the mark %v is %q, want %q", k.span, pieces, shown(want))
		}
		if want != "" && ids != 1 {
			t.Fatalf("the mark %v has its id %d times", k.span, ids)
		}
	}
}

// TestSourceText: nothing of a source is taken for markup, and nothing stays
// unseen.
func TestSourceText(t *testing.T) {
	for text, want := range map[string]string{
		`<script>alert("1")</script> & more`: `&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; more`,
		"a\u202eb":                           `a<abbr class="unseen" title="a character that is not seen: it sets the direction of writing">U+202E</abbr>b`,
		"zero\u200bwidth":                    `zero<abbr class="unseen" title="a character that is not seen: it has no width">U+200B</abbr>width`,
		"bell\a":                             `bell<abbr class="unseen" title="a character that is not seen: a control character">U+0007</abbr>`,
		"two\nlines\tand Привет":             "two\nlines\tand Привет",
	} {
		if got := string(sourceText(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestTextParts: the parts of a long text are the text, cut between characters.
func TestTextParts(t *testing.T) {
	for name, unit := range map[string]string{"words": "words and more ", "paragraphs": "A paragraph.\n\n", "one word": "слово"} {
		r := readout.Reading{Document: readout.Document{Text: strings.Repeat(unit, 3*partBytes/len(unit)+1)}}
		joined := ""
		for _, p := range textParts(&r) {
			piece := r.Document.Text[p.Start:p.End]
			if len(piece) > partBytes || !utf8.ValidString(piece) {
				t.Errorf("%s: a part of %d bytes", name, len(piece))
			}
			joined += piece
		}
		if joined != r.Document.Text {
			t.Errorf("%s: the parts are not the text", name)
		}
	}
	if parts := textParts(&readout.Reading{}); len(parts) != 0 {
		t.Errorf("no text: %v", parts)
	}
}
