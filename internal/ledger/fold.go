package ledger

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// foldWord is a word without case and accents: "Lourenço" and "LOURENCO" meet.
func foldWord(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// foldedWords are the letters-and-digits words of s, folded.
func foldedWords(s string) []string {
	return strings.FieldsFunc(foldWord(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// slug joins the folded words with hyphens, as entity ids do.
func slug(s string) string { return strings.Join(foldedWords(s), "-") }

// subset reports whether every word of a is in b.
func subset(a, b []string) bool {
	for _, w := range a {
		found := false
		for _, v := range b {
			if v == w {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return len(a) > 0
}
