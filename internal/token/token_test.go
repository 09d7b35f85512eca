package token

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func folds(text string) string {
	var out []string
	for _, t := range Cut(text, func(w string) bool { return w == "gen" || w == "mr" }) {
		out = append(out, t.Fold)
	}
	return strings.Join(out, " ")
}

func TestCut(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Trump-Putin call’s end", "trump - putin call 's end"},
		{"The U.S. didn’t call Gen. Smith.", "the u.s. did n't call gen. smith ."},
		{"“We won't,” Mr. K. Łukasz said…", `" we wo n't , " mr. k. lukasz said …`},
		{"on July 7–8, at 7:30 p.m.", "on july 7 - 8 , at 7 : 30 p.m."},
		{"3,000 troops; 2.5%", "3,000 troops ; 2.5 %"},
		{"Erdoğan and Macron’s", "erdogan and macron 's"},
		{"Sauli Lehtinist ö met Jos é Varo", "sauli lehtinisto met jose varo"},
		{"dinner à la carte; A é b, Oslo  ö", "dinner a la carte ; a e b , oslo o"},
	} {
		if got := folds(c.in); got != c.want {
			t.Errorf("Cut(%q)\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// A text of letters, spaces and hyphens is cut as any other is.
func TestPlainTexts(t *testing.T) {
	for _, text := range []string{"Jean-Yves Le Drian", "  a  b ", "A", "", "USA-based--firms", "De la  Cruz-"} {
		plain, ok := appendPlain(nil, text)
		if !ok {
			t.Fatalf("%q is plain", text)
		}
		whole := Cut(text+" .", nil)
		if whole = whole[:len(whole)-1]; !slices.Equal(plain, whole) {
			t.Errorf("%q:\n got %+v\nwant %+v", text, plain, whole)
		}
	}
}

func FuzzCut(f *testing.F) {
	f.Add("“We won't,” Mr. K. said…\n\n U.S.")
	f.Add("\xff\xfe a'")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, k := range Cut(text, nil) {
			if k.Start < at || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %+v after %d in %q", k, at, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[k.Start:k.End]) {
				t.Fatalf("token %+v splits a character of %q", k, text)
			}
			if strings.TrimSpace(text[at:k.Start]) != "" && strings.Trim(text[at:k.Start], " \t\r\n\u00a0\u200b\ufeff\u0085\u1680\u2000\u2028\u2029\u202f\u205f\u3000\v\f") != "" {
				for _, r := range text[at:k.Start] {
					if r > ' ' && r != '\u200b' && r != '\ufeff' && r < 0x80 {
						t.Fatalf("%q lost between tokens", text[at:k.Start])
					}
				}
			}
			at = k.End
		}
	})
}
