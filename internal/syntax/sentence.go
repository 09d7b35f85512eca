package syntax

import (
	"readout/internal/token"
)

// split finds the sentences: inside each passage, at paragraph breaks, list
// bullets and sentence-ending marks.
func (t *Text) split() {
	paragraph := 0
	first := 0
	for p := range t.Passages {
		end := t.Passages[p].From.Hull().End
		last := first
		for last < len(t.Tokens) && t.Tokens[last].Start < end {
			last++
		}
		start := first
		for i := first; i < last; i++ {
			if i > first && t.paragraphBreak(i) {
				t.add(start, i, p, paragraph)
				start = i
				paragraph++
			}
			if e := t.sentenceEnd(i, last); e > 0 && e < last {
				t.add(start, e, p, paragraph)
				start = e
				i = e - 1
			}
		}
		t.add(start, last, p, paragraph)
		paragraph++
		first = last
	}
}

func (t *Text) add(first, last, passage, paragraph int) {
	if first < last {
		t.Sentences = append(t.Sentences, Sentence{First: first, Last: last, Passage: passage, Paragraph: paragraph})
	}
}

// paragraphBreak reports whether token i begins a paragraph, a heading or a list
// item: a blank line stands before it, or a line break and a sign.
func (t *Text) paragraphBreak(i int) bool { return t.Tokens[i].Breaks >= paragraphBreaks }

// sentenceEnd gives the token after the sentence that mark i ends, or 0 if it
// ends none. Closing quotation marks and brackets belong to the sentence.
func (t *Text) sentenceEnd(i, last int) int {
	k := t.Tokens[i]
	abbreviated := k.Kind == token.Word && k.Fold[len(k.Fold)-1] == '.'
	if !abbreviated && !(k.Kind == token.Mark && k.Is(".", "!", "?", "…", "。")) {
		return 0
	}
	e := i + 1
	for e < last && t.Tokens[e].Kind == token.Mark && !t.Tokens[e].Space && (t.Tokens[e].Is(".", "!", "?", "…", ")", "]", "'") || t.Tokens[e].Quote()) {
		e++
	}
	e = t.afterNotes(e, last)
	if e >= last {
		return e
	}
	next := t.Tokens[e]
	if !next.Space && !next.Quote() {
		return 0
	}
	if i > 0 && next.Kind == token.Number && t.Tokens[i-1].Is("no") && t.Tokens[i-1].Upper {
		return 0 // No. 10
	}
	if abbreviated {
		return t.afterAbbreviation(i, e)
	}
	if next.Kind == token.Word && !next.Upper && next.Start < len(t.Raw) && next.Fold[0] >= 'a' && next.Fold[0] <= 'z' {
		return 0
	}
	if (k.Is("…") || e-i >= ellipsis && t.Tokens[i+1].Is(".")) && next.Kind == token.Mark && !next.Quote() {
		return 0
	}
	if next.Kind == token.Mark && next.Is(",", ";", ":", ".", "-") {
		return 0
	}
	return e
}

// ellipsis is how many periods in a row are one.
const ellipsis = 3

// afterNotes gives the token after the marks of footnotes ("[17]", "[a]") that stand
// at token e: they belong to the sentence that they follow.
func (t *Text) afterNotes(e, last int) int {
	for e+2 < last && t.Tokens[e].Is("[") && t.Tokens[e].Breaks < paragraphBreaks && t.Tokens[e+2].Is("]") &&
		(t.Tokens[e+1].Kind == token.Number || t.Tokens[e+1].Kind == token.Word && len(t.Tokens[e+1].Fold) == 1) {
		e += 3
	}
	return e
}

// afterAbbreviation decides whether an abbreviation's period also ends the
// sentence: only a word that commonly begins one follows, and the abbreviation
// is not a title or initial that a name follows.
func (t *Text) afterAbbreviation(i, e int) int {
	next := t.Tokens[e]
	if next.Quote() && e+1 < len(t.Tokens) {
		next = t.Tokens[e+1]
	}
	if next.Upper && starters[next.Fold] && !titles[t.Tokens[i].Fold] {
		return e
	}
	return 0
}

// starters begin sentences far more often than they follow an abbreviation
// inside one.
var starters = map[string]bool{"the": true, "he": true, "she": true, "it": true, "they": true, "we": true, "i": true, "in": true, "on": true, "but": true, "and": true, "a": true, "an": true,
	"this": true, "that": true, "these": true, "those": true, "at": true, "after": true, "before": true, "both": true, "as": true, "while": true, "when": true, "his": true, "her": true, "their": true, "for": true, "if": true, "however": true, "earlier": true, "later": true, "neither": true, "asked": true, "no": true, "there": true, "with": true, "by": true, "from": true, "according": true, "meanwhile": true}

// titles are abbreviations that a name follows.
var titles = map[string]bool{"mr.": true, "mrs.": true, "ms.": true, "dr.": true, "gen.": true, "sen.": true, "rep.": true, "lt.": true, "col.": true, "prof.": true, "st.": true, "gov.": true, "hon.": true, "rev.": true, "sec.": true, "pres.": true}

// Paragraphs groups sentence indices by paragraph, in order.
func (t *Text) Paragraphs() [][]int {
	var out [][]int
	for i, s := range t.Sentences {
		if i == 0 || s.Paragraph != t.Sentences[i-1].Paragraph {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], i)
	}
	return out
}

// Quoted reports for each token whether it stands inside double quotation
// marks. Marks pair up inside a paragraph; an opening mark that is not closed
// runs to the paragraph's end, and an odd one never reaches further.
func (t *Text) Quoted() []bool {
	in := make([]bool, len(t.Tokens))
	paragraph, open := -1, false
	for i, k := range t.Tokens {
		if p := t.Sentences[t.sentence[i]].Paragraph; p != paragraph {
			paragraph, open = p, false
		}
		if k.Quote() {
			open = t.opens(i, open)
			continue
		}
		in[i] = open
	}
	return in
}

// opens decides what a quotation mark does: typographic ones say it themselves,
// straight ones alternate.
func (t *Text) opens(i int, open bool) bool {
	switch t.Raw[t.Tokens[i].Start:t.Tokens[i].End] {
	case "“", "«", "„", "‟":
		return true
	case "”", "»":
		return false
	}
	return !open
}
