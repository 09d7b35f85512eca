package source

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout"
)

// renderer writes nodes as text: a blank line between blocks, one line break
// for <br> and between list items and table rows, white space joined elsewhere.
type renderer struct {
	out     strings.Builder
	marks   []readout.Mark
	pending string // the break or space that comes before the next word
	pre     int    // depth of <pre>
}

// finish gives the text, ended by a line break, and its marks in order.
func (r *renderer) finish() (string, []readout.Mark) {
	if r.out.Len() == 0 {
		return "", nil
	}
	return r.out.String() + "\n", r.marks
}

// marked renders a block and marks what it wrote.
func (r *renderer) marked(kind readout.MarkKind, write func()) {
	r.paragraph()
	r.markedInline(kind, write)
	r.paragraph()
}

// markedInline marks what write wrote, without the break before it. Inside
// furniture and comments no other mark counts.
func (r *renderer) markedInline(kind readout.MarkKind, write func()) {
	start, at := r.out.Len(), len(r.marks)
	write()
	span := readout.Span{Start: start, End: r.out.Len()}.Trim(r.out.String())
	if kind == readout.MarkChrome || kind == readout.MarkComment {
		r.marks = r.marks[:at]
	}
	if !span.Empty() {
		r.marks = slices.Insert(r.marks, at, readout.Mark{Kind: kind, Span: span})
	}
}

func (r *renderer) paragraph() { r.pending = "\n\n" }

func (r *renderer) lineBreak() {
	if r.pending != "\n\n" {
		r.pending = "\n"
	}
}

func (r *renderer) words(text string) {
	for i, word := range strings.FieldsFunc(text, unicode.IsSpace) {
		if i > 0 || startsWithSpace(text) {
			r.space()
		}
		r.write(word)
	}
	if text != "" && unicode.IsSpace(lastRune(text)) {
		r.space()
	}
}

func (r *renderer) space() {
	if r.pending == "" {
		r.pending = " "
	}
}

func (r *renderer) write(s string) {
	if r.out.Len() > 0 {
		r.out.WriteString(r.pending)
	}
	r.pending = ""
	r.out.WriteString(s)
}

func startsWithSpace(s string) bool {
	for _, c := range s {
		return unicode.IsSpace(c)
	}
	return false
}

func lastRune(s string) rune {
	var last rune
	for _, c := range s[max(0, len(s)-4):] {
		last = c
	}
	return last
}

// inline renders all under n as one run of text.
func (r *renderer) inline(n *html.Node) {
	each(n, func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode:
			r.words(n.Data)
		case n.DataAtom == atom.Br || isBlock(n):
			r.space()
		}
		return !skipped(n)
	})
}

// block renders n and all under it.
func (r *renderer) block(n *html.Node) {
	if n == nil || skipped(n) {
		return
	}
	switch {
	case n.Type == html.TextNode && r.pre > 0:
		r.preformatted(n.Data)
	case n.Type == html.TextNode:
		r.words(n.Data)
	case n.DataAtom == atom.Br:
		r.breakLine()
	case n.DataAtom == atom.Pre:
		r.paragraph()
		r.pre++
		r.children(n)
		r.pre--
		r.paragraph()
	case markOf(n) != "" && (isBlock(n) || markOf(n) != readout.MarkChrome):
		r.element(markOf(n), n)
	case isBlock(n):
		r.paragraph()
		r.children(n)
		r.paragraph()
	default:
		r.children(n)
		if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
			r.space()
		}
	}
}

// element renders an element that its mark-up names.
func (r *renderer) element(kind readout.MarkKind, n *html.Node) {
	switch kind {
	case readout.MarkItem:
		r.lineBreak()
		r.markedInline(kind, func() { r.children(n) })
		r.lineBreak()
	case readout.MarkCredit:
		r.lineBreak()
		r.markedInline(kind, func() { r.children(n) })
	default:
		r.marked(kind, func() { r.children(n) })
	}
}

// breakLine is one <br>; a second one in a row ends the paragraph.
func (r *renderer) breakLine() {
	if strings.HasPrefix(r.pending, "\n") {
		r.paragraph()
		return
	}
	r.pending = "\n"
}

func (r *renderer) preformatted(text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			r.breakLine()
		}
		if line = strings.TrimRight(line, " \t\r"); line != "" {
			r.write(line)
		}
	}
}

func (r *renderer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.block(c)
	}
}

// comments renders a box of readers' comments: each comment marked as one, and
// what stands around them as furniture.
func (r *renderer) comments(n *html.Node) {
	if skipped(n) {
		return
	}
	switch {
	case isComment(n) && !holdsComments(n):
		r.marked(readout.MarkComment, func() { r.children(n) })
	case holdsComments(n):
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			r.comments(c)
		}
	default:
		r.marked(readout.MarkChrome, func() { r.block(n) })
	}
}

// holdsComments reports whether single comments stand under n.
func holdsComments(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if firstWhere(c, isComment) != nil {
			return true
		}
	}
	return false
}

// skipped reports whether nothing of n is text that a reader sees.
func skipped(n *html.Node) bool {
	if n.Type == html.CommentNode {
		return true
	}
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Head, atom.Select, atom.Textarea, atom.Input,
		atom.Object, atom.Video, atom.Audio, atom.Canvas:
		return true
	}
	return hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" || hiddenStyle.MatchString(attr(n, "style"))
}

func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Dd, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
		atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Main, atom.Nav,
		atom.Ol, atom.P, atom.Section, atom.Table, atom.Tr, atom.Ul, atom.Details, atom.Summary, atom.Center, atom.Button:
		return true
	}
	return false
}

// markOf is what an element's tag or names say of it.
func markOf(n *html.Node) readout.MarkKind {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return readout.MarkHeading
	case atom.Blockquote:
		return readout.MarkQuote
	case atom.Nav, atom.Aside, atom.Form, atom.Button:
		return readout.MarkChrome
	case atom.Li:
		return readout.MarkItem
	case atom.Body, atom.Article, atom.Main:
		return ""
	}
	switch class := attr(n, "class") + " " + attr(n, "id"); {
	case len(class) == 1:
	case creditName.MatchString(class):
		return readout.MarkCredit
	case n.DataAtom == atom.Figcaption || captionName.MatchString(class):
		return readout.MarkCaption
	case chromeName.MatchString(class):
		return readout.MarkChrome
	}
	if n.DataAtom == atom.Figcaption {
		return readout.MarkCaption
	}
	return ""
}
