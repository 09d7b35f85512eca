package web

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"

	"readout"
)

// mark is a stretch of a text that a page shows marked.
type mark struct {
	span  readout.Span
	id    string // where links to it lead; "" for none
	class string
	title string // said when it is pointed at
	row   int    // number of a row of a comparison; 0 for none
	note  string // a small sign after it, which links to href
	href  string
	label string // what the sign says to those who cannot see it
}

// markup writes text[within] with marks. Marks may nest and cross; one that
// crosses another is written in pieces, and pieces together are its words.
func markup(text string, within readout.Span, marks []mark) template.HTML {
	m := &marker{text: text, at: within.Start}
	var starts []mark
	for _, k := range marks {
		if k.span.Overlaps(within) {
			if k.span.End > within.End { // it goes on elsewhere
				k.note = ""
			}
			k.span = readout.Span{Start: max(k.span.Start, within.Start), End: min(k.span.End, within.End)}
			starts = append(starts, k)
		}
	}
	slices.SortStableFunc(starts, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	for _, k := range starts {
		m.closeUntil(k.span.Start)
		m.writeUntil(k.span.Start)
		m.open(k, true)
	}
	m.closeUntil(within.End)
	m.writeUntil(within.End)
	return template.HTML(m.out.String()) //nolint:gosec // everything written is escaped
}

// marker writes a text from the beginning to the end.
type marker struct {
	text  string
	at    int
	out   strings.Builder
	stack []mark // open, outermost first
}

func (m *marker) writeUntil(end int) {
	if end > m.at {
		writeText(&m.out, m.text[m.at:end])
		m.at = end
	}
}

// closeUntil closes every mark that ends at or before a place, in the order of
// their ends. Marks inside one that ends are closed with it and opened again.
func (m *marker) closeUntil(limit int) {
	for {
		next := -1
		for i, k := range m.stack {
			if k.span.End <= limit && (next < 0 || k.span.End <= m.stack[next].span.End) {
				next = i // of equals the innermost
			}
		}
		if next < 0 {
			return
		}
		m.writeUntil(m.stack[next].span.End)
		inside := slices.Clone(m.stack[next+1:])
		for range inside {
			m.out.WriteString("</mark>")
		}
		m.close(m.stack[next])
		m.stack = m.stack[:next]
		for _, k := range inside {
			m.open(k, false)
		}
	}
}

func (m *marker) close(k mark) {
	if k.note != "" {
		fmt.Fprintf(&m.out, `<a class="n" href="%s" aria-label="%s">%s</a>`, html.EscapeString(k.href), html.EscapeString(k.label), html.EscapeString(k.note))
	}
	m.out.WriteString("</mark>")
}

// open writes the beginning of a mark; only its first piece has the id.
func (m *marker) open(k mark, first bool) {
	m.stack = append(m.stack, k)
	m.out.WriteString(`<mark class="` + html.EscapeString(k.class) + `"`)
	if k.row > 0 {
		fmt.Fprintf(&m.out, ` data-row="%d"`, k.row)
	}
	if first && k.id != "" {
		m.out.WriteString(` id="` + html.EscapeString(k.id) + `"`)
	}
	if k.title != "" {
		m.out.WriteString(` title="` + html.EscapeString(k.title) + `"`)
	}
	m.out.WriteString(">")
}

// placed takes their ids from marks that have been written, so that one that
// goes over several paragraphs has its id in the first of them.
func placed(marks []mark, within readout.Span) {
	for i := range marks {
		if marks[i].span.Overlaps(within) {
			marks[i].id = ""
		}
	}
}

// paragraphs are the stretches of a span between blank lines, without white
// space around them.
func paragraphs(text string, span readout.Span) []readout.Span {
	var out []readout.Span
	for start := span.Start; start < span.End; {
		end, next := span.End, span.End
		if i := strings.Index(text[start:span.End], "\n\n"); i >= 0 {
			end, next = start+i, start+i+2
		}
		if p := trimmed(text, readout.Span{Start: start, End: end}); !p.Empty() {
			out = append(out, p)
		}
		start = next
	}
	return out
}

// trimmed is a span without the white space at its ends.
func trimmed(text string, s readout.Span) readout.Span {
	words := text[s.Start:s.End]
	s.Start += len(words) - len(strings.TrimLeft(words, " \t\r\n"))
	s.End -= len(words) - len(strings.TrimRight(words, " \t\r\n"))
	return s
}
