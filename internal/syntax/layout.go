package syntax

import (
	"readout/internal/token"
)

// words drops the marks that lay a text out and are none of its words: the signs
// of quotation, headings and lists at the start of a line, and asterisks around
// emphasised words. What follows a heading's or a list's sign begins a paragraph.
func words(tokens []token.Token) []token.Token {
	out := make([]token.Token, 0, len(tokens))
	breaks, space, fresh := 0, false, true
	for i, t := range tokens {
		t.Breaks += breaks
		t.Space = t.Space || space
		fresh = fresh || t.Breaks > 0
		switch {
		case fresh && t.Kind == token.Mark && t.Is(">"):
			breaks, space = t.Breaks, true
			continue
		case fresh && t.Kind == token.Mark && lineSign(tokens, i):
			breaks, space = max(t.Breaks, paragraphBreaks), true
			continue
		case t.Kind == token.Mark && t.Is("*") && emphasises(tokens, i):
			breaks, space = t.Breaks, t.Space
			continue
		}
		out = append(out, t)
		breaks, space, fresh = 0, false, false
	}
	return out
}

// paragraphBreaks is how many line breaks part two paragraphs; maxSigns is how many
// signs of one kind stand together at most (headings go six deep).
const paragraphBreaks, maxSigns = 2, 6

// lineSign reports whether the mark at the start of a line is a bullet or the sign
// of a heading ("##"), with a space behind it.
func lineSign(tokens []token.Token, i int) bool {
	if !tokens[i].Is("•", "*", "-", "+", "·", "‣", "◦", "#") {
		return false
	}
	next := i + 1
	for tokens[i].Is("#") && next-i < maxSigns && next < len(tokens) && tokens[next].Is("#") && !tokens[next].Space {
		next++
	}
	return next < len(tokens) && tokens[next].Space && tokens[next].Breaks == 0
}

// emphasises reports whether an asterisk stands at the edge of words: not between
// two ("5*3"), and not alone ("E-mail *").
func emphasises(tokens []token.Token, i int) bool {
	first, last := i, i
	for first > 0 && i-first < maxSigns && tokens[first-1].Is("*") && !tokens[first].Space {
		first--
	}
	for last-i < maxSigns && last+1 < len(tokens) && tokens[last+1].Is("*") && !tokens[last+1].Space {
		last++
	}
	left := first > 0 && !tokens[first].Space
	right := last+1 < len(tokens) && !tokens[last+1].Space
	between := left && right && tokens[first-1].Kind != token.Mark && tokens[last+1].Kind != token.Mark
	return (left || right) && !between
}
