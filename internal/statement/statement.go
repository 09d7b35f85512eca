// Package statement finds who said what, in which words, and through whom.
//
// It works on units: sentences, joined where a quotation runs from one into the
// next. In each unit it reads the quotation marks (quote.go), looks for cues,
// that is reporting verbs with their subjects (cue.go, phrase.go) and phrases such
// as "according to" (accord.go), gives each cue its content (content.go), settles
// which cue stands for which words and what is only a link of the chain (chain.go),
// and gives bare quotations to the last speaker (floating.go).
package statement

import (
	"readout"
	"readout/internal/syntax"
)

// Find gives the statements of a text in order. text.Statements is not read.
func Find(text syntax.Marked, doc *readout.Document, entities []readout.Entity) []readout.Statement {
	if len(text.Tokens) == 0 {
		return nil
	}
	f := newFinder(text, doc, entities)
	for p := 0; p < len(text.Passages); {
		end := p + 1
		for end < len(text.Passages) && text.Passages[end].Kind == text.Passages[p].Kind && text.Passages[end].Issuer == text.Passages[p].Issuer {
			end++
		}
		f.voice(p, end)
		p = end
	}
	return f.statements()
}

// finder holds what is known of one text while its statements are found.
type finder struct {
	syntax.Marked
	doc      *readout.Document
	entities map[readout.EntityID]*readout.Entity
	class    []class
	mention  []int // token → the longest mention over it, or -1
	date     []int // token → the date over it, or -1
	quotes   []quote
	inQuote  []int // token → quotation that it stands in (marks included), or -1
	drafts   []*draft
	waiting  []tokens // quoted paragraphs that nobody speaks yet: they go on in the next one
	outlet   []string // folded words of the document's own outlet
}

// tokens is a range [first, last) of tokens.
type tokens struct{ first, last int }

func (r tokens) len() int             { return r.last - r.first }
func (r tokens) empty() bool          { return r.last <= r.first }
func (r tokens) has(i int) bool       { return r.first <= i && i < r.last }
func (r tokens) covers(o tokens) bool { return r.first <= o.first && o.last <= r.last }

// draft is a statement while it is being put together.
type draft struct {
	kind      readout.StatementKind
	form      form
	negated   bool
	source    tokens
	speaker   readout.EntityID
	cue       []tokens
	content   []tokens
	addressee tokens
	via       []readout.Link
	said      int // date, or -1
	unit      tokens
	paragraph int
	answer    bool // a transcript's answer: direct without marks
	medium    bool // the source only carries words: an outlet
	aside     bool // the cue stands after or inside its content, or before it as a phrase
	accord    bool // the cue is a phrase: according to
}

func newFinder(text syntax.Marked, doc *readout.Document, entities []readout.Entity) *finder {
	f := &finder{Marked: text, doc: doc, entities: make(map[readout.EntityID]*readout.Entity, len(entities))}
	for i := range entities {
		f.entities[entities[i].ID] = &entities[i]
	}
	f.mention = fill(len(f.Tokens))
	f.date = fill(len(f.Tokens))
	for m := range f.Mentions {
		a, b := f.TokensIn(f.Mentions[m].Span)
		for i := a; i < b; i++ {
			if o := f.mention[i]; o < 0 || f.Mentions[o].Span.Len() < f.Mentions[m].Span.Len() {
				f.mention[i] = m
			}
		}
	}
	for d := range f.Dates {
		a, b := f.TokensIn(f.Dates[d].From.Hull())
		for i := a; i < b; i++ {
			f.date[i] = d
		}
	}
	f.classify()
	f.findQuotes()
	f.outlet = f.ownOutlet()
	return f
}

func fill(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// voice finds the statements of the passages [p, end), which are of one voice.
func (f *finder) voice(p, end int) {
	kind := f.Passages[p].Kind
	if !kind.Reports() {
		return
	}
	units := f.units(p, end)
	if kind == readout.Answer && f.answer(p, units) {
		return
	}
	for _, u := range units {
		f.unit(u)
	}
}

// unit finds the statements of one unit and adds them to the drafts.
func (f *finder) unit(u tokens) {
	cues := f.findCues(u)
	found := f.contents(u, cues)
	found = f.chains(u, found)
	found = append(found, f.bare(u, found)...)
	f.goOn(found)
	f.drafts = append(f.drafts, found...)
	f.carried(u)
}

// longestUnit is the most tokens of a unit: what is longer is cut, so that the
// time stays linear on texts that never end a sentence.
const longestUnit = 1000

// units joins the sentences of passages where a quotation runs on inside a
// paragraph, or a colon at the end of one paragraph opens it in the next.
func (f *finder) units(p, end int) []tokens {
	var out []tokens
	paragraph := -1
	for _, s := range f.passageSentences(p, end) {
		n := len(out)
		if n > 0 && s.Last-out[n-1].first <= longestUnit && (s.Paragraph == paragraph && f.joined(out[n-1], s.First) || f.announced(out[n-1], s.First)) {
			out[n-1].last = s.Last
			continue
		}
		paragraph = s.Paragraph
		for at := s.First; at < s.Last; at += longestUnit {
			out = append(out, tokens{at, min(at+longestUnit, s.Last)})
		}
	}
	return out
}

// announced reports whether unit u ends with a colon and a quotation begins a
// paragraph at token next.
func (f *finder) announced(u tokens, next int) bool {
	return f.Tokens[u.last-1].Is(":") && f.speech(next) >= 0 && f.quotes[f.inQuote[next]].first == next
}

func (f *finder) passageSentences(p, end int) []syntax.Sentence {
	first := f.SentenceAt(f.Passages[p].From.Hull().Start)
	last := first
	for last < len(f.Sentences) && f.Sentences[last].Passage < end {
		last++
	}
	return f.Sentences[first:last]
}

// joined reports whether the sentence that begins at token next belongs to unit
// u: a quotation is open between them, or u is a question or exclamation in marks
// that a cue follows ("“Why?” Haas asked").
func (f *finder) joined(u tokens, next int) bool {
	if q := f.inQuote[u.last-1]; q >= 0 && q == f.inQuote[next] {
		return true
	}
	q := f.inQuote[u.last-1]
	if q >= 0 && f.quotes[q].last == u.last && f.dash(next) {
		return true
	}
	if q < 0 || f.quotes[q].last != u.last || u.last-2 < u.first || !f.Tokens[u.last-2].Is("?", "!", "…") || f.inQuote[next] >= 0 {
		return false
	}
	for i := next; i < min(next+8, len(f.Tokens)) && f.SentenceOf(i) == f.SentenceOf(next); i++ {
		if f.class[i] == verb {
			return f.reporting(i) != nil && !f.complemented(i)
		}
	}
	return false
}

// complemented reports whether words that can be a content follow a verb.
func (f *finder) complemented(i int) bool {
	next := i + 1
	return next < len(f.Tokens) && f.Tokens[next].Is("that", ":", `"`, "whether", "if")
}
