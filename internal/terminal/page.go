package terminal

import (
	"bufio"
	"io"
	"strings"
)

// style is a way to set text off.
type style string

// The styles, as SGR parameters (ECMA-48). Words always say what a colour says.
const (
	plain  style = ""
	bold   style = "1"
	dim    style = "2"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
	blue   style = "34"
	violet style = "35"
	cyan   style = "36"
)

// page is a drawing in the making. Errors are kept until the end.
type page struct {
	Screen
	w *bufio.Writer
}

func newPage(w io.Writer, s Screen) *page {
	return &page{Screen: s, w: bufio.NewWriter(w)}
}

func (p *page) end() error { return p.w.Flush() }

// paint sets text off where there is colour.
func (p *page) paint(s style, text string) string {
	if !p.Color || s == plain || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// line writes a line that has been drawn.
func (p *page) line(parts ...string) {
	for _, part := range parts {
		p.w.WriteString(part) //nolint:errcheck // bufio keeps the error for Flush
	}
	p.w.WriteByte('\n') //nolint:errcheck // as above
}

// rule draws a line across the page with a title in it.
func (p *page) rule(title string) {
	title = shorten(clean(title), p.Width-6)
	p.line(p.paint(dim, "── "), p.paint(bold, title), p.paint(dim, " "+strings.Repeat("─", max(p.Width-4-columns(title), 1))))
}

// heading writes the name of a section.
func (p *page) heading(title string) {
	p.line()
	for _, l := range wrap(title, p.Width) {
		p.line(p.paint(bold, l))
	}
}

// paragraph writes wrapped text after an indent.
func (p *page) paragraph(indent int, s style, text string) {
	for _, l := range wrap(clean(text), p.Width-indent) {
		p.line(strings.Repeat(" ", indent), p.paint(s, l))
	}
}

// item writes wrapped text with a label before its first line; the others hang
// under it.
func (p *page) item(indent, labelWidth int, labelStyle style, label, text string) {
	gap := strings.Repeat(" ", indent)
	lines := wrap(clean(text), p.Width-indent-labelWidth-1)
	if len(lines) == 0 {
		lines = []string{""}
	}
	label = clean(label)
	if columns(label) > labelWidth {
		p.line(gap, p.paint(labelStyle, label))
		label = ""
	}
	for i, l := range lines {
		if i > 0 {
			label = ""
		}
		p.line(strings.TrimRight(gap+p.paint(labelStyle, pad(label, labelWidth))+" "+l, " "))
	}
}

// cell is a piece of a column: text in one style.
type cell struct {
	style style
	text  string
}

// beside draws two columns of cells next to each other after an indent, each
// wrapped to its width.
func (p *page) beside(indent, leftWidth, rightWidth int, mark string, left, right []cell) {
	a, b := p.column(left, leftWidth), p.column(right, rightWidth)
	for i := range max(len(a), len(b)) {
		l, r := strings.Repeat(" ", leftWidth), ""
		if i < len(a) {
			l = a[i]
		}
		if i < len(b) {
			r = b[i]
		}
		p.line(strings.TrimRight(strings.Repeat(" ", indent)+l+p.paint(dim, mark)+r, " "))
	}
}

// column wraps cells to a width and fills each line up to it.
func (p *page) column(cells []cell, n int) []string {
	var out []string
	for _, c := range cells {
		for _, l := range wrap(clean(c.text), n) {
			out = append(out, p.paint(c.style, l)+strings.Repeat(" ", max(n-columns(l), 0)))
		}
		if c.text == "" {
			out = append(out, strings.Repeat(" ", n))
		}
	}
	return out
}
