package terminal

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"readout"
	"readout/internal/phrase"
)

// Nothing that a document says can move the cursor, turn the writing or hide.
func TestCleanLeavesNoControl(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text") + rapid.SampledFrom([]string{"", "\x1b[2J", "\u202e", "\u200b", "\x9b31m", "\x07"}).Draw(t, "trick")
		for _, r := range clean(s) {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%q is left of %q", r, s)
			}
		}
	})
	if got := clean("a\x1b[31mb\n"); got != "a<U+001B>[31mb " {
		t.Errorf("%q", got)
	}
	if got := clean("naïve – “words”"); got != "naïve – “words”" {
		t.Errorf("%q", got)
	}
}

// Wrapped text keeps every word and no line is wider than asked.
func TestWrapKeepsTheWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "word", "Präsident", "会談", "e\u0301te\u0301", strings.Repeat("x", 90)})).Draw(t, "words"), " ")
		n := rapid.IntRange(2, 80).Draw(t, "width")
		lines := wrap(s, n)
		if got, want := strings.Join(lines, ""), s; strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Fatalf("%q became %q", want, lines)
		}
		for _, l := range lines {
			if columns(l) > n {
				t.Fatalf("%q has %d columns, not %d", l, columns(l), n)
			}
		}
	})
}

func TestShorten(t *testing.T) {
	if got := shorten("one two three", 8); got != "one two…" {
		t.Errorf("%q", got)
	}
	if got := shorten("会談会談", 5); columns(got) > 5 {
		t.Errorf("%q has %d columns", got, columns(got))
	}
}

func TestScreen(t *testing.T) {
	var none io.Writer = &bytes.Buffer{}
	p := newPage(none, Screen{Width: 80})
	if got := p.paint(red, "x"); got != "x" {
		t.Errorf("colour without a terminal: %q", got)
	}
	p.Color = true
	if got := p.paint(red, "x"); got != "\x1b[31mx\x1b[0m" {
		t.Errorf("%q", got)
	}
}

// sides is a comparison with something under every heading.
func sides(complete readout.Completeness) *readout.Comparison {
	point := func(quote string) []readout.Point {
		w := readout.WordsAt(readout.Span{Start: 0, End: len(quote)})
		w.Quote = quote
		return []readout.Point{{Act: readout.Agreed, Words: w}}
	}
	return &readout.Comparison{
		A: readout.Side{Issuer: "org/arvenia-government", Words: 100, Complete: readout.Complete},
		B: readout.Side{Issuer: "org/costava-presidency", Words: 90, Complete: complete},
		Points: []readout.PointRow{
			{A: point("same"), B: point("the same"), Relation: readout.Same},
			{A: point("twelve"), B: point("nine"), Relation: readout.Differs, What: []string{"number"}},
			{A: point("the bridge"), Relation: readout.OnlyA, Topics: []string{"border"}},
			{B: point("the debt"), Relation: readout.OnlyB},
			{A: point("the other promised"), Relation: readout.OnlyA, ForOther: true},
		},
		Neither: []string{"duration"},
	}
}

func drawn(t *testing.T, width int, c *readout.Comparison) string {
	t.Helper()
	var b bytes.Buffer
	if err := Comparison(&b, Screen{Width: width}, c, phrase.Names{}, false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What one side says of the other comes first, then what only one says, what
// differs, what both say, what neither says.
func TestComparisonOrder(t *testing.T) {
	text := drawn(t, 110, sides(readout.Complete))
	at := -1
	for _, words := range []string{"says of the other side, and the other does not\n", "the other promised", "\nOnly Arvenia", "the bridge", "\nOnly Costava", "the debt",
		"\nBoth, but not the same", "differs: number", "twelve", "\nBoth\n", "“the same”", "\nNeither says", "how long"} {
		i := strings.Index(text, words)
		if i < 0 {
			t.Fatalf("%q is missing in\n%s", words, text)
		}
		if i < at {
			t.Errorf("%q stands too early in\n%s", words, text)
		}
		at = i
	}
	for line := range strings.Lines(text) {
		if columns(strings.TrimSuffix(line, "\n")) > 110 {
			t.Errorf("too wide: %q", line)
		}
	}
}

// Against a text that may not be whole nothing is said to be left out.
func TestSilenceNeedsACompleteText(t *testing.T) {
	for _, complete := range []readout.Completeness{readout.Incomplete, readout.Undetermined} {
		text := drawn(t, 110, sides(complete))
		bridge := text[strings.Index(text, "Only Arvenia"):strings.Index(text, "Only Costava")]
		if strings.Contains(bridge, "left out") || !strings.Contains(bridge, "not in the part we have") {
			t.Errorf("%s: %s", complete, bridge)
		}
		if !strings.Contains(text, "and the other does not in the part we have") {
			t.Errorf("%s: %s", complete, text)
		}
	}
}

func TestComparisonIsStackedWhereNarrow(t *testing.T) {
	text := drawn(t, 60, sides(readout.Complete))
	if strings.Contains(text, "│") || !strings.Contains(text, "    A  ") || !strings.Contains(text, "    B  ") {
		t.Error(text)
	}
}

func TestQuoteOnce(t *testing.T) {
	for in, want := range map[string]string{
		`so it was`:           `“so it was”`,
		`“We are close,”`:     `“We are close,”`,
		`"We are close,"`:     `“We are close,”`,
		`“One” and “another”`: `““One” and “another””`,
	} {
		if got := quote(in); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
}
