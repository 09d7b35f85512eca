package syntax

import (
	"fmt"
	"strings"
	"testing"

	"readout"
	"readout/lexicon"
)

func parse(t testing.TB, raw string) *Text {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	p := []readout.Passage{{Kind: readout.Body, Words: readout.WordsAt(readout.Span{Start: 0, End: len(raw)})}}
	return Parse(readout.InText, raw, p, lex)
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		raw  string
		want []string
	}{
		{"Gen. Smith met Mr. K. Ito in the U.S. on Monday. He left.", []string{"Gen. Smith met Mr. K. Ito in the U.S. on Monday.", "He left."}},
		{"He flew to the U.S. The visit was short.", []string{"He flew to the U.S.", "The visit was short."}},
		{"“We wait… Let us see,” she said. “Fine.” The end", []string{"“We wait…", "Let us see,” she said.", "“Fine.”", "The end"}},
		{"One line\nbroken by hand. Two.\n\n- first\n- second", []string{"One line\nbroken by hand.", "Two.", "first", "second"}},
		{"> They met\n> in Oslo.\n>\n> > Then they ate", []string{"They met\n> in Oslo.", "Then they ate"}},
		{"Before it.\n> It was agreed\n>\n> to meet", []string{"Before it.", "It was agreed", "to meet"}},
		{"**They met.** *Then* they “**ate**”, and (*so it goes*) 5*3 left *", []string{"They met.", "Then* they “**ate**”, and (*so it goes*) 5*3 left *"}},
		{"## Talks in Oslo\n* **Gas:** nothing\n• Trade", []string{"Talks in Oslo", "Gas:** nothing", "Trade"}},
		{"He ruled alone. [3] She left.[4][b] They met. [ 5 ships ] sailed.", []string{"He ruled alone. [3]", "She left.[4][b]", "They met.", "[ 5 ships ] sailed."}},
		{"It was built c. 1620 by Holt. It fell.", []string{"It was built c. 1620 by Holt.", "It fell."}},
		{"They met at 5 p.m. in Oslo, at No. 10. Then they ate 2.5 cakes.", []string{"They met at 5 p.m. in Oslo, at No. 10.", "Then they ate 2.5 cakes."}},
	} {
		text := parse(t, c.raw)
		var got []string
		for i := range text.Sentences {
			got = append(got, text.Cut(text.SentenceSpan(i)))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q\n got %q\nwant %q", c.raw, got, c.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	text := parse(t, "One. Two.\n\nThree.\n\nFour\n\n- five\n- six")
	if got := fmt.Sprint(text.Paragraphs()); got != "[[0 1] [2] [3] [4] [5]]" {
		t.Errorf("got %s", got)
	}
}

func TestGroups(t *testing.T) {
	for _, c := range []struct{ raw, verb, lemma, want string }{
		{"Reyes called Holt.", "called", "call", "past"},
		{"Reyes will not call Holt.", "call", "call", "future neg modal=will"},
		{"Holt was telephoned by Reyes.", "telephoned", "telephone", "past passive"},
		{"They have not yet spoken.", "spoken", "speak", "past neg perfect"},
		{"She is to meet him.", "meet", "meet", "future to"},
		{"She has agreed to meet him.", "meet", "meet", "none to gov=agreed"},
		{"He didn't meet her.", "meet", "meet", "past neg"},
		{"They may meet soon.", "meet", "meet", "none modal=may"},
		{"A meeting is being arranged.", "arranged", "arrange", "present prog passive"},
		{"He is not expected to call.", "call", "call", "none to gov=expected"},
		{"The visit has been postponed.", "postponed", "postpone", "past perfect passive"},
		{"He’s going to visit.", "visit", "visit", "future to gov=going"},
	} {
		text := parse(t, c.raw)
		at := text.TokenAt(strings.Index(c.raw, c.verb))
		g, ok := text.GroupAt(at, c.lemma)
		if !ok {
			t.Errorf("%q: no group at %q", c.raw, c.verb)
			continue
		}
		if got := describe(text, g); got != c.want {
			t.Errorf("%q: got %q, want %q", c.raw, got, c.want)
		}
	}
}

func describe(text *Text, g Group) string {
	out := []string{[]string{"none", "past", "present", "future"}[g.Time()]}
	add := func(on bool, word string) {
		if on {
			out = append(out, word)
		}
	}
	add(g.Negated, "neg")
	add(g.Perfect, "perfect")
	add(g.Progressive, "prog")
	add(g.Passive, "passive")
	add(g.To, "to")
	add(g.Modal != "", "modal="+g.Modal)
	if g.Governor >= 0 {
		out = append(out, fmt.Sprintf("gov=%s", text.Tokens[g.Governor].Fold))
	}
	return strings.Join(out, " ")
}

func FuzzParse(f *testing.F) {
	f.Add("“We wait… Let us see,” she said.\n\n• item")
	f.Fuzz(func(t *testing.T, raw string) {
		if raw == "" {
			return
		}
		text := parse(t, raw)
		at := 0
		for i, s := range text.Sentences {
			if s.First != at || s.Last <= s.First {
				t.Fatalf("sentence %d is [%d,%d) after token %d", i, s.First, s.Last, at)
			}
			at = s.Last
		}
		if at != len(text.Tokens) {
			t.Fatalf("sentences end at token %d of %d", at, len(text.Tokens))
		}
		for i := range text.Tokens {
			text.GroupAt(i, "")
		}
		text.Quoted()
	})
}
