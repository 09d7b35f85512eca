// Package token cuts a text into words and marks, each with its byte offsets,
// and folds words for look-up. The dictionaries and the texts go through the
// same cut, so that a name in one matches the name in the other.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/unicode/norm"
)

// Token is a word or one mark. Start and End are bytes in the text; white space
// belongs to no token, so that tokens and gaps tile the text.
type Token struct {
	Start, End int
	Fold       string // lower case, without accents, typographic marks as plain ones
	Kind       Kind
	Upper      bool   // begins with a capital letter
	AllCaps    bool   // two letters or more, all of them capitals
	Breaks     int    // line breaks between the token before and this one
	Space      bool   // white space stands before it
	Gloss      string // the English word that stands for a word of another language; "" elsewhere
}

// Spelling is the token as the dictionaries compare its capitals: its gloss, or
// else its own letters in the text.
func (t Token) Spelling(text string) string {
	if t.Gloss != "" {
		return t.Gloss
	}
	return text[t.Start:t.End]
}

// Kind is a kind of token.
type Kind uint8

// The kinds of token.
const (
	Mark Kind = iota
	Word
	Number
)

// Is reports whether the folded token is one of the words.
func (t Token) Is(words ...string) bool {
	for _, w := range words {
		if t.Fold == w {
			return true
		}
	}
	return false
}

// Quote reports whether the token is a double quotation mark of any kind.
func (t Token) Quote() bool { return t.Kind == Mark && t.Fold == `"` }

// Cut splits text into tokens. Clitics ('s, n't) are tokens of their own; an
// abbreviation keeps its last period ("U.S.", "Gen.") when abbreviation, given the
// folded word without it, says so.
func Cut(text string, abbreviation func(folded string) bool) []Token {
	return Append(make([]Token, 0, len(text)/5+1), text, abbreviation)
}

// Append is Cut into a slice that there is already.
func Append(out []Token, text string, abbreviation func(folded string) bool) []Token {
	if out, ok := appendPlain(out, text); ok {
		return out
	}
	c := cutter{text: text, abbreviation: abbreviation, out: out, first: len(out)}
	it := words.FromString(text)
	for it.Next() {
		c.segment(it.Start(), it.End())
	}
	return c.out
}

// appendPlain cuts a text of letters, spaces and hyphens, as most names are,
// without the rules of Unicode: they make words of its letters and marks of its
// hyphens too. ok is false for any other text.
func appendPlain(out []Token, text string) (_ []Token, ok bool) {
	for i := range len(text) {
		if c := text[i]; c != ' ' && c != '-' && !letter(c) {
			return out, false
		}
	}
	c := cutter{text: text, out: out}
	for i := 0; i < len(text); {
		start := i
		switch text[i] {
		case ' ':
			c.space = true
			i++
		case '-':
			i++
			c.emit(start, i, Mark)
		default:
			for i < len(text) && letter(text[i]) {
				i++
			}
			c.emit(start, i, Word)
		}
	}
	return c.out, true
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

type cutter struct {
	text         string
	abbreviation func(string) bool
	out          []Token
	first        int // of the tokens of this text in out
	breaks       int
	space        bool
}

func (c *cutter) segment(start, end int) {
	seg := c.text[start:end]
	r, size := utf8.DecodeRuneInString(seg)
	switch {
	case unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b':
		c.breaks += strings.Count(seg, "\n")
		c.space = true
	case seg == "." && c.joinsPeriod(start):
		last := &c.out[len(c.out)-1]
		last.End = end
		last.Fold += "."
	case size == len(seg) && c.joinsLetter(r, start):
		last := &c.out[len(c.out)-1]
		last.End = end
		last.Fold += Fold(seg)
		c.space = false
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		c.word(start, end)
	default:
		for i := start; i < end; i += size {
			_, size = utf8.DecodeRuneInString(c.text[i:end])
			c.emit(i, i+size, Mark)
		}
	}
}

// joinsPeriod reports whether the period at start belongs to the word before it.
func (c *cutter) joinsPeriod(start int) bool {
	if len(c.out) == c.first {
		return false
	}
	last := c.out[len(c.out)-1]
	if last.End != start || last.Kind != Word {
		return false
	}
	w := c.text[last.Start:last.End]
	if strings.ContainsRune(w, '.') || utf8.RuneCountInString(w) == 1 && last.Upper {
		return true
	}
	return c.abbreviation != nil && c.abbreviation(last.Fold)
}

// joinsLetter reports whether a lone small letter with an accent at start is the end of the word
// with a capital before it, from which a fault of the text parts it: "Niinist ö". No English word
// is such a letter but the "à" of "à la carte".
func (c *cutter) joinsLetter(r rune, start int) bool {
	if r < utf8.RuneSelf || r == 'à' || !unicode.IsLower(r) || len(Fold(string(r))) != 1 || len(c.out) == c.first || c.breaks > 0 {
		return false
	}
	last := c.out[len(c.out)-1]
	return last.Kind == Word && last.Upper && !last.AllCaps && last.End-last.Start > 2 && last.End+1 == start && c.text[last.End] == ' '
}

// word emits one word, its clitic apart.
func (c *cutter) word(start, end int) {
	w := c.text[start:end]
	if i := clitic(w); i > 0 {
		c.emit(start, start+i, kindOf(w))
		c.emit(start+i, end, Word)
		return
	}
	c.emit(start, end, kindOf(w))
}

// clitic gives the offset of the clitic that ends w, or 0.
func clitic(w string) int {
	i := strings.LastIndexAny(w, "'’")
	if i <= 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(w[i:])
	switch tail := strings.ToLower(w[i+size:]); tail {
	case "s", "ll", "re", "ve", "d", "m":
		return i
	case "t":
		if i > 1 && (w[i-1] == 'n' || w[i-1] == 'N') {
			return i - 1
		}
	}
	return 0
}

func kindOf(w string) Kind {
	if r, _ := utf8.DecodeRuneInString(w); unicode.IsDigit(r) {
		return Number
	}
	return Word
}

func (c *cutter) emit(start, end int, k Kind) {
	w := c.text[start:end]
	t := Token{Start: start, End: end, Kind: k, Fold: Fold(w), Breaks: c.breaks, Space: c.space}
	if k == Word {
		t.Upper, t.AllCaps = capitals(w)
	}
	c.out = append(c.out, t)
	c.breaks, c.space = 0, false
}

func capitals(w string) (upper, all bool) {
	letters, caps := 0, 0
	for i, r := range w {
		if unicode.IsUpper(r) {
			caps++
			upper = upper || i == 0
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return upper, letters > 1 && caps == letters
}

// Fold lowers a word, takes accents off and makes typographic quotation marks,
// apostrophes and dashes plain.
func Fold(w string) string {
	ascii := true
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(w)
	}
	if len(w) <= 3 {
		switch w {
		case "“", "”", "„", "«", "»", "‟":
			return `"`
		case "‘", "’", "‚", "‹", "›", "ʼ":
			return "'"
		case "–", "—", "‑", "‐", "−":
			return "-"
		case "…":
			return "…"
		}
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(w)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return special.Replace(b.String())
}

// special folds letters that are not a base letter and an accent.
var special = strings.NewReplacer("’", "'", "ʼ", "'", "ı", "i", "ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ", "oe", "ß", "ss", "ə", "a")
