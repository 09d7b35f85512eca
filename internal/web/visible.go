package web

import (
	"fmt"
	"html"
	"html/template"
	"strings"
	"unicode"
)

// sourceText writes a source's words: escaped, and with every character that is
// not seen, or that turns the direction of others, shown by its code.
func sourceText(text string) template.HTML {
	var b strings.Builder
	writeText(&b, text)
	return template.HTML(b.String()) //nolint:gosec // writeText escapes
}

func writeText(b *strings.Builder, text string) {
	start := 0
	for i, r := range text {
		if !unseen(r) {
			continue
		}
		b.WriteString(html.EscapeString(text[start:i]))
		fmt.Fprintf(b, `<abbr class="unseen" title="a character that is not seen: %s">U+%04X</abbr>`, unseenKind(r), r)
		start = i + len(string(r))
	}
	b.WriteString(html.EscapeString(text[start:]))
}

// unseen reports whether a character takes no room of its own or changes how
// others stand.
func unseen(r rune) bool {
	switch r {
	case '\t', '\n', '\r':
		return false
	case '\u00ad', '\u034f', '\u115f', '\u1160', '\u3164', '\uffa0':
		return true
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) || r == '\u2028' || r == '\u2029'
}

func unseenKind(r rune) string {
	switch {
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
		return "it sets the direction of writing"
	case unicode.Is(unicode.Cc, r):
		return "a control character"
	}
	return "it has no width"
}
