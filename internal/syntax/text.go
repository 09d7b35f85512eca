// Package syntax gives the stages the shape of a text: tokens and sentences
// with their byte offsets, and the verb groups in them (tense, modality,
// negation, voice). It works with rules and dictionaries alone.
package syntax

import (
	"sort"

	"readout"
	"readout/internal/syntax/parser"
	"readout/internal/token"
	"readout/lexicon"
)

// Text is one text of a document, cut up. Tokens and sentences are in order;
// no sentence crosses a passage. It is not changed after Parse, but for the trees
// that Word finds; so it is not for several goroutines.
type Text struct {
	Field     readout.Field
	Raw       string
	Passages  []readout.Passage
	Tokens    []token.Token
	Sentences []Sentence
	Lex       *lexicon.Lexicon
	sentence  []int         // token → sentence
	words     []parser.Word // what the parser says of the tokens, of the sentences that were asked for
}

// Sentence is the tokens [First, Last) of one passage.
type Sentence struct {
	First, Last int
	Passage     int
	Paragraph   int // counts paragraphs of the text from 0
}

// Parse cuts a text. raw is the text of the field, and passages tile it; a
// title that stands apart is one headline passage.
func Parse(field readout.Field, raw string, passages []readout.Passage, lex *lexicon.Lexicon) *Text {
	t := &Text{Field: field, Raw: raw, Passages: passages, Lex: lex}
	if g := lex.Language; g != nil {
		t.Tokens = g.Gloss(raw, words(token.Cut(raw, g.Abbreviation)))
	} else {
		t.Tokens = words(token.Cut(raw, lex.English.Abbreviation))
	}
	t.split()
	t.sentence = make([]int, len(t.Tokens))
	for i, s := range t.Sentences {
		for j := s.First; j < s.Last; j++ {
			t.sentence[j] = i
		}
	}
	return t
}

// ParseTitle cuts a title that stands apart from its document's text.
func ParseTitle(title string, lex *lexicon.Lexicon) *Text {
	var passages []readout.Passage
	if title != "" {
		passages = []readout.Passage{{Kind: readout.Headline, Words: readout.WordsIn(readout.InTitle, readout.Span{Start: 0, End: len(title)})}}
	}
	return Parse(readout.InTitle, title, passages, lex)
}

// Words cites spans of this text.
func (t *Text) Words(first readout.Span, more ...readout.Span) readout.Words {
	return readout.WordsIn(t.Field, first, more...)
}

// Span is the bytes from the start of token first to the end of token last-1.
func (t *Text) Span(first, last int) readout.Span {
	if first >= last || first < 0 || last > len(t.Tokens) {
		return readout.Span{}
	}
	return readout.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
}

// Cut is the words of a span.
func (t *Text) Cut(s readout.Span) string { return t.Raw[s.Start:s.End] }

// SentenceSpan is the bytes of sentence i.
func (t *Text) SentenceSpan(i int) readout.Span {
	return t.Span(t.Sentences[i].First, t.Sentences[i].Last)
}

// SentenceOf is the index of the sentence that token i stands in.
func (t *Text) SentenceOf(i int) int { return t.sentence[i] }

// SentenceAt is the index of the sentence that byte offset at stands in, or of
// the next one; len(Sentences) after the last.
func (t *Text) SentenceAt(at int) int {
	return sort.Search(len(t.Sentences), func(i int) bool { return t.SentenceSpan(i).End > at })
}

// TokenAt is the first token that ends after byte offset at.
func (t *Text) TokenAt(at int) int {
	return sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].End > at })
}

// TokensIn is the token range [first, last) of a span.
func (t *Text) TokensIn(s readout.Span) (first, last int) {
	return t.TokenAt(s.Start), sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].Start >= s.End })
}

// PassageOf is the passage of sentence i.
func (t *Text) PassageOf(i int) *readout.Passage { return &t.Passages[t.Sentences[i].Passage] }
