package terminal

import (
	"io"
	"strings"

	"readout"
	"readout/internal/phrase"
)

// twoColumns is the width from which notes stand beside the text; on narrower
// screens they stand under it.
const twoColumns = 90

// Reading draws one reading: the text's own words with what was found beside
// them. another is true where a reading stands above it.
func Reading(w io.Writer, s Screen, r *readout.Reading, another bool) error {
	p := newPage(w, s)
	if another {
		p.line()
	}
	d := &r.Document
	p.rule(d.Source)
	p.paragraph(0, dim, strings.Join(about(d), " · "))
	if r.Unread != "" {
		p.paragraph(0, yellow, phrase.Unread(r.Unread)+".")
	}
	notes := newNotes(r)
	if d.Title != "" {
		p.line()
		p.stretch("title", bold, d.Title, notes.in(readout.InTitle, readout.Span{End: len(d.Title)}))
	}
	above := ""
	for _, passage := range r.Passages {
		span := passage.From.Hull()
		label := passageLabel(&passage)
		if label == above {
			label = ""
		} else {
			above = label
		}
		for _, para := range paragraphs(d.Field(passage.In), span) {
			p.line()
			p.stretch(label, passageStyle(passage.Kind), d.Field(passage.In)[para.Start:para.End], notes.in(passage.In, para))
			label = ""
		}
	}
	if rest := notes.elsewhere(); len(rest) > 0 {
		p.heading("From the document's other fields")
		p.notes(rest)
	}
	p.line()
	if r.Unread == "" {
		p.paragraph(0, dim, summary(r))
	}
	return p.end()
}

// about says what is known of a document.
func about(d *readout.Document) []string {
	var out []string
	for _, s := range []string{d.Outlet, d.Byline} {
		if s != "" {
			out = append(out, s)
		}
	}
	if d.Published != nil {
		out = append(out, "published "+phrase.ShortDate(d.Published.EDTF))
	} else {
		out = append(out, "day of publication not known")
	}
	for _, other := range phrase.OtherDays(d, phrase.ShortDate) {
		out = append(out, "but "+other)
	}
	if d.Language != "" {
		out = append(out, d.Language)
	}
	out = append(out, phrase.Count(d.Words, "word"))
	if d.URL != "" {
		out = append(out, d.URL)
	}
	return append(out, shortID(d.ID))
}

// shortID is enough of a document's id to tell it from others.
func shortID(id readout.DocID) string {
	_, hex, _ := strings.Cut(string(id), ":")
	return hex[:min(len(hex), 12)]
}

func passageLabel(p *readout.Passage) string {
	label := string(p.Kind)
	if p.Issuer != "" {
		label += " of " + string(p.Issuer)
	}
	if p.Excerpt {
		label += " (cut)"
	}
	return label
}

func passageStyle(k readout.PassageKind) style {
	switch {
	case k == readout.Headline:
		return bold
	case !k.Reports():
		return dim
	}
	return plain
}

// paragraphs are the stretches of a span between blank lines.
func paragraphs(text string, span readout.Span) []readout.Span {
	var out []readout.Span
	for start := span.Start; start < span.End; {
		end, next := span.End, span.End
		if i := strings.Index(text[start:span.End], "\n\n"); i >= 0 {
			end, next = start+i, start+i+2
		}
		if strings.TrimSpace(text[start:end]) != "" {
			out = append(out, readout.Span{Start: start, End: end})
		}
		start = next
	}
	return out
}

// stretch draws a stretch of text with its notes beside or under it.
func (p *page) stretch(label string, s style, text string, notes []note) {
	if label != "" {
		p.line(p.paint(cyan, label))
	}
	if p.Width < twoColumns {
		p.paragraph(0, s, text)
		p.notes(notes)
		return
	}
	left := p.Width * 55 / 100
	right := p.Width - left - 3
	var cells []cell
	for _, n := range notes {
		cells = append(cells, cell{n.style, n.label + ": " + n.text})
	}
	p.beside(0, left, right, " │ ", []cell{{s, text}}, cells)
}

// notes draws notes under the text.
func (p *page) notes(notes []note) {
	for _, n := range notes {
		p.item(2, 9, n.style, n.label, n.text)
	}
}

func summary(r *readout.Reading) string {
	return "Found " + phrase.List([]string{
		phrase.Count(len(r.Contacts), "contact"), phrase.Count(len(r.Points), "point"), phrase.Count(len(r.Statements), "statement"),
		phrase.Count(len(r.Dates), "date"), phrase.Count(len(r.Entities), "name"),
	}) + "."
}
