package segment

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// A line of furniture is short; a longer one is somebody's prose, whatever it
// begins with. Bytes.
const maxFurniture = 200

// A line of a list of other articles is shorter still, and has no full stop.
const maxListed = 120

// markKinds are the passages that the source's markup names.
var markKinds = []struct {
	mark readout.MarkKind
	kind readout.PassageKind
}{
	{readout.MarkComment, readout.Comment}, {readout.MarkCredit, readout.Credit}, {readout.MarkCaption, readout.Caption},
	{readout.MarkTitle, readout.Headline}, {readout.MarkByline, readout.Byline}, {readout.MarkChrome, readout.Chrome},
}

// section is what part of a page the lines are in.
type section int

const (
	article section = iota
	comments
	listing // headlines of other articles
)

// furniture cuts the text into lines and gives a kind to those that are not the
// article's own. Lines of one paragraph that stay open are one piece.
func (s *splitter) furniture() {
	paragraph, at, in, blank := 0, 0, article, true
	for line := range strings.SplitAfterSeq(s.text, "\n") {
		span := readout.Span{Start: at, End: at + len(line)}.Trim(s.text)
		at += len(line)
		if span.Empty() || emptyQuote(s.text[span.Start:span.End]) {
			blank = true
			continue
		}
		if blank {
			paragraph++
			blank = false
		}
		s.line(piece{span: span, paragraph: paragraph}, &in)
	}
}

// What a saved page begins with stands in its first lines: under a title at most.
const maxOpening = 3

// openings are what a first line can begin with that is not yet the text.
var openings = []struct {
	pattern string
	kind    readout.PassageKind
}{{"lead-note", readout.Note}, {"opening", readout.Dateline}}

// line adds a line, its opening apart.
func (s *splitter) line(p piece, in *section) {
	for _, o := range openings {
		if len(s.pieces) >= maxOpening {
			break
		}
		at := s.lex.Boilerplate.Find(o.pattern, s.cut(p))
		if at == nil {
			continue
		}
		opening := p
		opening.kind, opening.span = o.kind, readout.Span{Start: p.span.Start, End: p.span.Start + at[1]}.Trim(s.text)
		s.pieces = append(s.pieces, opening)
		p.span = readout.Span{Start: opening.span.End, End: p.span.End}.Trim(s.text)
		if p.span.Empty() {
			return
		}
	}
	s.describe(&p, in)
	s.titleLine(&p)
	last := len(s.pieces) - 1
	if last >= 0 && p.kind == "" && s.continues(s.pieces[last], p) {
		s.pieces[last].span.End = p.span.End
		return
	}
	s.pieces = append(s.pieces, p)
}

// isWrapped reports whether q is the rest of a sentence that a hard line break
// cut, whatever it looks like.
func (s *splitter) isWrapped(p, q piece) bool {
	first, _ := utf8.DecodeRuneInString(s.cut(q))
	return p.kind == "" && p.paragraph == q.paragraph && unicode.IsLower(first)
}

// continues reports whether q is a further line of the open paragraph p: not
// after a line that announces an account.
func (s *splitter) continues(p, q piece) bool {
	if p.kind != "" || p.paragraph != q.paragraph || p.quote != q.quote || p.heading || q.heading {
		return false
	}
	line := s.cut(p)
	if len(line) > maxFurniture || !strings.HasSuffix(line, ":") || strings.Contains(line, "\n") {
		return true
	}
	heading, _ := s.heading(line)
	return heading == silent && (!s.lex.Boilerplate.Match("announce", line) || s.institutionIn(line) == "")
}

// describe gives the line a kind if markup or its words show one.
func (s *splitter) describe(p *piece, in *section) {
	p.quote = within(p.span, s.marks[readout.MarkQuote])
	p.heading = within(p.span, s.marks[readout.MarkHeading]) > 0 || hashMark.MatchString(s.cut(*p))
	for _, m := range markKinds {
		if within(p.span, s.marks[m.mark]) > 0 {
			p.kind = m.kind
			return
		}
	}
	if last := len(s.pieces) - 1; last >= 0 && s.isWrapped(s.pieces[last], *p) {
		return
	}
	line := bare(s.cut(*p))
	p.kind = s.looks(line, in)
	p.url = p.kind == readout.Credit && urlLine.MatchString(line)
	p.dated = p.kind == readout.Byline && headingDay.MatchString(line)
}

// maxNested is how many marks of one kind may stand inside each other.
const maxNested = 8

// within is 1 + the index of the mark that span stands in, 0 if there is none.
// The marks are sorted by their start.
func within(span readout.Span, list []readout.Span) int {
	i := sort.Search(len(list), func(i int) bool { return list[i].Start > span.Start })
	for n := 0; i > 0 && n < maxNested; n++ {
		if i--; list[i].Contains(span) {
			return i + 1
		}
	}
	return 0
}

// looks is the kind of a line by its words and by the section that it is in; ""
// for the article's own.
func (s *splitter) looks(line string, in *section) readout.PassageKind {
	b := s.lex.Boilerplate
	short := len(line) <= maxFurniture
	switch {
	case short && b.Match("comments", line):
		*in = comments
		return readout.Chrome
	case short && b.Match("tail", line):
		*in = listing
		return readout.Chrome
	case short && b.Match("comments-end", line):
		*in = listing
		return readout.Chrome
	case *in == comments && short && b.Match("chrome", line):
		return readout.Chrome
	case *in == comments:
		return readout.Comment
	case *in == listing && len(line) <= maxListed && !endsSentence(line):
		return readout.Chrome
	}
	if kind := s.lineKind(line); kind != "" || !short {
		return kind
	}
	if s.openPieces() >= minArticle && b.Match("comment-header", line) {
		*in = comments
		return readout.Comment
	}
	if *in == listing && len(line) > maxListed {
		*in = article
	}
	return ""
}

// Comments without a heading of their own are looked for under so many
// paragraphs of an article.
const minArticle = 2

// openPieces counts the article's paragraphs so far, up to minArticle.
func (s *splitter) openPieces() int {
	n := 0
	for i := 0; i < len(s.pieces) && n < minArticle; i++ {
		if s.pieces[i].kind == "" {
			n++
		}
	}
	return n
}

var urlLine = regexp.MustCompile(`^<?https?://\S+$`)

// lineKind is the kind of a line by its words alone.
func (s *splitter) lineKind(line string) readout.PassageKind {
	if urlLine.MatchString(line) {
		return readout.Credit
	}
	if len(line) > maxFurniture {
		return ""
	}
	b := s.lex.Boilerplate
	switch {
	case !strings.HasSuffix(line, ".") && b.Match("byline", line):
		return readout.Byline
	case b.Match("caption", line) && len(s.pieces) > 0 && !b.Match("credit", line):
		return readout.Caption
	case b.Match("credit", line) && !endsSentence(line) && wordCount(line) <= maxCreditWords:
		return readout.Credit
	case b.Match("caption", line):
		return readout.Caption
	case b.Match("chrome", line) || isMenu(line) && len(s.pieces) > 0:
		return readout.Chrome
	case b.Match("note", line):
		return readout.Note
	case b.Match("clock", line) && s.inTitleBlock():
		return readout.Dateline
	case b.Match("clock", line):
		return readout.Note
	}
	return ""
}

// A credit names a photographer; a caption says more.
const maxCreditWords = 6

var menuSeparator = regexp.MustCompile(`\s+[|•·›»→]\s+`)

// Limits of a menu: words in an entry, bytes in the line.
const maxMenuWords, maxMenu = 6, 160

// isMenu reports whether a line is a row of links: entries of a few words with
// bars, bullets or arrows between them.
func isMenu(line string) bool {
	entries := menuSeparator.Split(line, -1)
	if len(entries) < 2 || len(line) > maxMenu || endsSentence(line) {
		return false
	}
	for _, e := range entries {
		if len(strings.Fields(e)) > maxMenuWords {
			return false
		}
	}
	return true
}

// endsSentence reports whether a line ends as a sentence does.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, `"”’')]»`)
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") || strings.HasSuffix(line, "…")
}

func wordCount(s string) int { return len(strings.Fields(s)) }
