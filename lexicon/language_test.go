package lexicon

import (
	"strings"
	"testing"

	"readout/internal/token"
)

// reads is how words of a language read to the rules.
func reads(g *Language, words string) string {
	var out []string
	for _, t := range g.Gloss(words, token.Cut(words, g.Abbreviation)) {
		out = append(out, t.Fold)
	}
	return strings.Join(out, " ")
}

// TestGlossExamples runs the example of every row of every language.
func TestGlossExamples(t *testing.T) {
	lex, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range lex.Languages() {
		in, ok := lex.For(code)
		if !ok {
			t.Fatalf("no lexicon for %s", code)
		}
		if in.Language == nil {
			continue
		}
		if len(in.Language.Examples()) == 0 {
			t.Errorf("%s: no example", code)
		}
		for _, e := range in.Language.Examples() {
			var want []string
			for _, k := range token.Cut(e.Reads, glossAbbreviation) {
				want = append(want, k.Fold)
			}
			if got := reads(in.Language, e.Words); got != strings.Join(want, " ") {
				t.Errorf("%s: %q reads as %q, want %q", e.Where, e.Words, got, strings.Join(want, " "))
			}
		}
	}
}
