package when

import (
	"os"
	"strings"
	"testing"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// find reads a text that was published on a day.
func find(t testing.TB, raw, published string) []readout.Date {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	doc := &readout.Document{Text: raw}
	if published != "" {
		doc.Published = &readout.Published{EDTF: published}
	}
	p := []readout.Passage{{Kind: readout.Body, Words: readout.WordsAt(readout.Span{Start: 0, End: len(raw)})}}
	return Find(syntax.Parse(readout.InText, raw, p, lex), doc)
}

// example is a line of testdata/examples.tsv.
type example struct{ sentence, anchor, words, value, kind string }

func examples(t testing.TB) []example {
	t.Helper()
	data, err := os.ReadFile("testdata/examples.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "sentence\t") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 {
			t.Fatalf("testdata/examples.tsv:%d: %d cells", i+1, len(f))
		}
		out = append(out, example{f[0], f[1], f[2], f[3], f[4]})
	}
	return out
}

// got is what was found at the words of an example: the value of the TIMEX3 with
// exactly these words, or "-" if nothing overlaps them.
func (x example) got(t testing.TB) string {
	raw := strings.ReplaceAll(x.sentence, `\n`, "\n")
	at := strings.Index(raw, x.words)
	if at < 0 {
		t.Fatalf("%q is not in %q", x.words, raw)
	}
	var near []string
	for _, d := range find(t, raw, x.anchor) {
		span := d.From.Hull()
		words := raw[span.Start:span.End]
		switch {
		case words == x.words && d.Timex3.Value != "":
			return d.Timex3.Value
		case span.Overlaps(readout.Span{Start: at, End: at + len(x.words)}):
			near = append(near, words+" = "+d.Timex3.Value+" ("+d.Rule+")")
		}
	}
	if near == nil {
		return "-"
	}
	return strings.Join(near, "; ")
}

func TestExamples(t *testing.T) {
	planned, right := 0, 0
	list := examples(t)
	for _, x := range list {
		got := x.got(t)
		if x.kind == "planned" {
			planned++
		}
		switch {
		case got == x.value && x.kind == "planned":
			right++
		case got != x.value:
			t.Errorf("%s (%s)\n %q: got %s, want %s", x.sentence, x.anchor, x.words, got, x.value)
		}
	}
	t.Logf("%d examples; planned weekdays %d of %d", len(list), right, planned)
	if planned < 60 || right*10 < planned*9 {
		t.Errorf("planned weekdays: %d of %d right", right, planned)
	}
}
