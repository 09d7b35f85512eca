package terminal

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// clean makes text safe to draw: control characters and those that turn the
// direction of writing or have no width are shown as their code, so that a
// document can neither move the cursor nor hide words. Line ends and tabs become
// spaces.
func clean(s string) string {
	if strings.IndexFunc(s, unsafe) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteByte(' ')
		case unsafe(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unsafe(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u00ad' || r == '\u2028' || r == '\u2029' || r == utf8.RuneError
}

// columns is the number of columns that text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// wrap breaks text into lines of at most n columns, at white space where there
// is some and inside a word where it is longer than a line. Text without words
// gives no line.
func wrap(s string, n int) []string {
	n = max(n, 1)
	var lines []string
	var line strings.Builder
	used := 0
	flush := func() {
		if used > 0 {
			lines = append(lines, line.String())
		}
		line.Reset()
		used = 0
	}
	for word := range strings.FieldsSeq(s) {
		size := columns(word)
		if used > 0 && used+1+size > n {
			flush()
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		for size > n {
			head, rest := cut(word, n)
			line.WriteString(head)
			used = n
			flush()
			word, size = rest, size-columns(head)
		}
		line.WriteString(word)
		used += size
	}
	flush()
	return lines
}

// cut parts a word after at most n columns, and after one character at least.
func cut(word string, n int) (head, rest string) {
	used := 0
	for i, r := range word {
		used += runeColumns(r)
		if used > n && i > 0 {
			return word[:i], word[i:]
		}
	}
	return word, ""
}

// pad fills text with spaces up to n columns.
func pad(s string, n int) string {
	if missing := n - columns(s); missing > 0 {
		return s + strings.Repeat(" ", missing)
	}
	return s
}

// shorten keeps the beginning of text in n columns, with "…" where some is
// left out.
func shorten(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	head, _ := cut(s, max(n-1, 1))
	return strings.TrimRight(head, " ") + "…"
}

// quote is the text in quotation marks, on one line; its own are enough where it
// has them around all of it.
func quote(s string) string {
	s = strings.Join(strings.Fields(clean(s)), " ")
	for _, marks := range [][2]string{{"“", "”"}, {`"`, `"`}} {
		if inner, ok := strings.CutPrefix(s, marks[0]); ok {
			if inner, ok = strings.CutSuffix(inner, marks[1]); ok && !strings.ContainsAny(inner, marks[0]+marks[1]) {
				return "“" + inner + "”"
			}
		}
	}
	return "“" + s + "”"
}
