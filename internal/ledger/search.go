package ledger

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Terms are the words that somebody looks for.
type Terms struct {
	All  [][]Phrase // of each group one phrase must be there
	None []Phrase   // none of these may be
	Cut  bool       // there were more than MaxPhrases; the others are not looked for
}

// Phrase is words that stand one after the other.
type Phrase struct {
	Words  string
	Prefix bool // the last word may go on

	folded string
}

// MaxPhrases is how many phrases are looked for at a time.
const MaxPhrases = 32

// Empty reports whether nothing is asked for that a text could have.
func (t Terms) Empty() bool { return len(t.All) == 0 }

// ParseTerms understands what somebody types. Words must all be there; "words in
// quotation marks" stand together, as do the parts of U.S. and of Trump-Putin;
// OR lets one of two be enough; -word and NOT word exclude; word* is a
// beginning. Whatever else is typed is passed over: there is no wrong input.
func ParseTerms(text string) Terms {
	var t Terms
	count, either, not := 0, false, false
	for _, p := range pieces(text) {
		switch {
		case p.operator == "OR":
			either = len(t.All) > 0
			continue
		case p.operator == "NOT":
			not = true
			continue
		case p.operator == "AND" || !hasWord(p.Words):
			continue
		}
		if count++; count > MaxPhrases {
			t.Cut = true
			break
		}
		p.fold()
		switch {
		case not || p.minus:
			t.None = append(t.None, p.Phrase)
		case either:
			last := len(t.All) - 1
			t.All[last] = append(t.All[last], p.Phrase)
		default:
			t.All = append(t.All, []Phrase{p.Phrase})
		}
		either, not = false, false
	}
	return t
}

// piece is one thing that was typed.
type piece struct {
	Phrase
	minus    bool
	operator string // AND, OR or NOT
}

// quotes are the marks that a phrase can stand in, each with those that close it.
var quotes = map[rune]string{'"': `"`, '“': "”“\"", '”': "”\"", '„': "“”\"", '«': "»", '»': "«"}

// pieces cuts a text at white space, and keeps what stands in quotation marks
// together; one that is not closed reaches to the end.
func pieces(text string) []piece {
	var out []piece
	for {
		text = strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' })
		if text == "" {
			return out
		}
		var p piece
		if rest, ok := strings.CutPrefix(text, "-"); ok {
			p.minus, text = true, rest
		}
		first, size := utf8.DecodeRuneInString(text)
		closing, quoted := quotes[first]
		if quoted {
			text = text[size:]
			end := strings.IndexAny(text, closing)
			if end < 0 {
				end, size = len(text), 0
			} else {
				_, size = utf8.DecodeRuneInString(text[end:])
			}
			p.Words, text = text[:end], text[end+size:]
		} else {
			end := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' || quotes[r] != "" })
			if end < 0 {
				end = len(text)
			}
			p.Words, text = text[:end], text[end:]
			if !p.minus && (p.Words == "AND" || p.Words == "OR" || p.Words == "NOT") {
				p.operator = p.Words
			}
		}
		if strings.HasPrefix(text, "*") {
			p.Prefix, text = true, text[1:]
		} else if trimmed := strings.TrimRight(p.Words, "*"); !quoted && trimmed != p.Words {
			p.Words, p.Prefix = trimmed, true
		}
		out = append(out, p)
	}
}

// hasWord reports whether a text has a letter or a digit.
func hasWord(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// In reports whether texts, taken together, have what is looked for; a phrase
// stands in one of them. Every text has what asks for nothing.
func (t Terms) In(texts ...string) bool {
	return t.asksNothing() || t.inFolded(foldedText(texts...))
}

// asksNothing reports whether every text has what is asked for.
func (t Terms) asksNothing() bool { return len(t.All)+len(t.None) == 0 }

// inFolded is In of a text that is folded.
func (t Terms) inFolded(folded string) bool {
	has := func(p Phrase) bool { return strings.Contains(folded, p.folded) }
	for _, group := range t.All {
		if !slices.ContainsFunc(group, has) {
			return false
		}
	}
	return !slices.ContainsFunc(t.None, has)
}

// fold makes what is looked for in folded texts.
func (p *Phrase) fold() {
	p.folded = strings.TrimSuffix(foldedText(p.Words), "|")
	if p.Prefix {
		p.folded = strings.TrimSuffix(p.folded, " ")
	}
}

// foldedText is the folded words of texts with a blank before, between and after
// them, so that whole words are found by looking for them with their blanks; a
// bar after each text keeps phrases inside it. It folds as foldedWords does.
func foldedText(texts ...string) string {
	var b strings.Builder
	for _, text := range texts {
		b.WriteByte(' ')
		inWord := false
		for _, r := range text {
			folded := r
			if r >= utf8.RuneSelf {
				inWord = foldRune(&b, r, inWord)
				continue
			}
			switch {
			case 'A' <= r && r <= 'Z':
				folded += 'a' - 'A'
			case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			default:
				folded = ' '
			}
			if folded != ' ' {
				b.WriteByte(byte(folded))
				inWord = true
			} else if inWord {
				b.WriteByte(' ')
				inWord = false
			}
		}
		if inWord {
			b.WriteByte(' ')
		}
		b.WriteByte('|')
	}
	return b.String()
}

// foldRune writes a rune that is no ASCII, folded.
func foldRune(b *strings.Builder, r rune, inWord bool) bool {
	for _, f := range foldWord(string(r)) {
		switch {
		case unicode.IsLetter(f) || unicode.IsDigit(f):
			b.WriteRune(f)
			inWord = true
		case inWord:
			b.WriteByte(' ')
			inWord = false
		}
	}
	return inWord
}
