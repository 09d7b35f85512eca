// Package segment cuts a document into passages, each in one voice: headline,
// by-line, body, a readout quoted inside another's text, question and answer,
// readers' comments, page furniture.
//
// The text is cut at paragraphs, and inside a paragraph where the voice changes.
// What a line looks like is data (lexicon/data/en/boilerplate.tsv); how passages
// follow each other is here: furniture.go (what stands around a text), title.go and
// head.go (its first lines), transcript.go (question and answer), session.go (on
// which day), speaker.go (who answers), embedded.go (readouts inside another's
// text), issuer.go and site.go (whose they are), plainmarks.go (block quotations in
// plain text).
package segment

import (
	"regexp"
	"sort"
	"unicode/utf8"

	"readout"
	"readout/lexicon"
)

// Split gives the passages of a document; they tile its text without overlap.
// White space belongs to the passage before it.
func Split(d *readout.Document, lex *lexicon.Lexicon) []readout.Passage {
	if d.Text == "" {
		return nil
	}
	s := &splitter{doc: d, text: d.Text, lex: lex, marks: indexMarks(d), voices: map[string]readout.EntityID{}}
	s.site = s.siteOfDocument()
	s.furniture()
	s.head()
	s.transcript()
	s.embedded()
	s.notes()
	s.ownPage()
	return s.tile()
}

// splitter carries a document through the steps; each gives a kind to pieces
// that are still open, or cuts them.
type splitter struct {
	doc       *readout.Document
	text      string
	lex       *lexicon.Lexicon
	marks     map[readout.MarkKind][]readout.Span
	pieces    []piece
	voices    map[string]readout.EntityID // label of a transcript → who speaks
	fullNames map[string]readout.EntityID // family name → whom the text names in full; nil until asked for
	site      readout.EntityID            // the institution whose own page this is, "" for others'
}

// piece is a stretch of one paragraph without white space at its ends.
type piece struct {
	span      readout.Span
	paragraph int
	kind      readout.PassageKind // "" while it is open
	issuer    readout.EntityID
	excerpt   bool
	day       *readout.Published
	url       bool // a line that is a web address and nothing else
	dated     bool // a line that gives a day and says nothing
	quote     int  // 1 + index of the block quotation that it stands in, 0 if none
	heading   bool // the source's markup says that it is a heading
}

func (s *splitter) cut(p piece) string { return s.text[p.span.Start:p.span.End] }

func indexMarks(d *readout.Document) map[readout.MarkKind][]readout.Span {
	out := map[readout.MarkKind][]readout.Span{}
	for _, m := range d.Marks {
		out[m.Kind] = append(out[m.Kind], m.Span)
	}
	if len(d.Marks) == 0 {
		out[readout.MarkQuote] = quotedLines(d.Text)
	}
	for _, list := range out {
		sort.SliceStable(list, func(i, j int) bool { return list[i].Start < list[j].Start })
	}
	return out
}

// notes cuts remarks of whoever quotes off the ends of readouts and bodies.
func (s *splitter) notes() {
	var out []piece
	for _, p := range s.pieces {
		at := s.trailingNote(p)
		if at == nil || (p.kind != "" && p.kind != readout.Readout && p.kind != readout.Answer) {
			out = append(out, p)
			continue
		}
		note := p
		note.span = readout.Span{Start: at[0], End: p.span.End}.Trim(s.text)
		note.kind, note.issuer, note.day = readout.Note, "", nil
		p.span = readout.Span{Start: p.span.Start, End: at[0]}.Trim(s.text)
		out = append(out, p, note)
	}
	s.pieces = out
}

// maxNote is how long a remark at the end of a quotation is in bytes.
const maxNote = 120

// trailingNote gives the bytes of the remark that ends a paragraph of more than
// that, nil if there is none.
func (s *splitter) trailingNote(p piece) []int {
	from := max(p.span.Start, p.span.End-maxNote)
	for from < p.span.End && !utf8.RuneStart(s.text[from]) {
		from++
	}
	at := s.lex.Boilerplate.Find("trailing-note", s.text[from:p.span.End])
	if at == nil || from+at[0] == p.span.Start {
		return nil
	}
	return []int{from + at[0], from + at[1]}
}

var (
	cutInside = regexp.MustCompile(`\[\s?(?:…|\.\.\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\)|(?:^|\n)\s*(?:…|\. ?\. ?\.)\s*(?:\n|$)`)
	cutEdge   = regexp.MustCompile(`^(?:…|\.\.\.)|(?:…|\.\.\.)$`)
)

// tile turns the pieces into passages: each takes the white space behind it, the
// first also what stands before.
func (s *splitter) tile() []readout.Passage {
	if len(s.pieces) == 0 { // nothing but white space
		return []readout.Passage{{Kind: readout.Chrome, Words: readout.WordsAt(readout.Span{End: len(s.text)})}}
	}
	out := make([]readout.Passage, 0, len(s.pieces))
	for i, p := range s.pieces {
		span := readout.Span{Start: p.span.Start, End: len(s.text)}
		if i == 0 {
			span.Start = 0
		}
		if i+1 < len(s.pieces) {
			span.End = s.pieces[i+1].span.Start
		}
		text := s.cut(p)
		quoted := p.kind == readout.Readout || p.kind == readout.Answer
		out = append(out, readout.Passage{
			Kind: kindOr(p.kind, readout.Body), Issuer: p.issuer, Day: p.day, Words: readout.WordsAt(span),
			Excerpt: p.excerpt || cutInside.MatchString(text) || quoted && cutEdge.MatchString(text),
		})
	}
	return out
}

func kindOr(k, otherwise readout.PassageKind) readout.PassageKind {
	if k == "" {
		return otherwise
	}
	return k
}
