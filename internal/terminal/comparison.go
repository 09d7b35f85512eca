package terminal

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/phrase"
)

// Comparison draws two accounts side by side: first what one side says that the
// other said or promised, then what only one says, what differs, what both say
// and what neither says. another is true where something stands above it.
func Comparison(w io.Writer, s Screen, c *readout.Comparison, names phrase.Names, another bool) error {
	p := newPage(w, s)
	if another {
		p.line()
	}
	if c.Contact != nil {
		p.paragraph(0, bold, phrase.Report(c.Contact))
	} else {
		p.paragraph(0, bold, "No contact that both texts tell of")
		if c.Reason != "" {
			p.paragraph(0, plain, c.Reason)
		}
	}
	p.comparison(c, names)
	return p.end()
}

// section is one heading of a comparison with the rows under it.
type section struct {
	title string
	style style
	rows  []readout.PointRow
}

func (p *page) comparison(c *readout.Comparison, names phrase.Names) {
	a, b := sideName(&c.A, names, "the first text"), sideName(&c.B, names, "the second text")
	p.line()
	p.columns([]cell{{bold, sentence(a)}, {dim, sideExtent(&c.A)}, {dim, topicOrder(&c.A)}}, []cell{{bold, sentence(b)}, {dim, sideExtent(&c.B)}, {dim, topicOrder(&c.B)}})
	p.sections(c, sections(c, a, b))
	p.fieldRows(c)
	if len(c.Neither) > 0 {
		p.heading("Neither says")
		p.paragraph(2, plain, phrase.Either(phrase.Fields(c.Neither)))
	}
	if len(c.Points) == 0 && c.Contact != nil {
		p.heading("No point of either account was found")
	}
}

// sections draws the points under their headings.
func (p *page) sections(c *readout.Comparison, list []section) {
	for _, s := range list {
		if len(s.rows) == 0 {
			continue
		}
		p.heading(s.title)
		for _, row := range s.rows {
			p.pointRow(s.style, &row, c)
		}
	}
}

// maxTopics bounds the topics that head an account.
const maxTopics = 12

// topicOrder lists what an account speaks of, in its order, with the words that it
// gives to each.
func topicOrder(s *readout.Side) string {
	var out []string
	for i, t := range s.Topics {
		if i == maxTopics {
			out = append(out, phrase.Count(len(s.Topics)-i, "more topic"))
			break
		}
		out = append(out, topicWords([]string{t.Topic})+" "+strconv.Itoa(t.Words))
	}
	if len(out) == 0 {
		return ""
	}
	return "in this order, with words on each: " + strings.Join(out, ", ")
}

// sections sorts the points under their headings; what one says of the other
// stands first and not again below.
func sections(c *readout.Comparison, a, b string) []section {
	pick := func(forOther bool, relations ...readout.Relation) []readout.PointRow {
		var out []readout.PointRow
		for _, row := range c.Points {
			if row.ForOther == forOther && slices.Contains(relations, row.Relation) {
				out = append(out, row)
			}
		}
		return out
	}
	return []section{
		{"What " + a + " says of the other side, and the other " + phrase.Lacks(c.B.Complete), red, pick(true, readout.OnlyA)},
		{"What " + b + " says of the other side, and the other " + phrase.Lacks(c.A.Complete), red, pick(true, readout.OnlyB)},
		{"Only " + a, blue, pick(false, readout.OnlyA)},
		{"Only " + b, violet, pick(false, readout.OnlyB)},
		{"Both, but not the same", yellow, append(pick(true, readout.Differs), pick(false, readout.Differs)...)},
		{"Both", green, append(pick(true, readout.Same), pick(false, readout.Same)...)},
	}
}

// pointRow draws what the two say on one matter.
func (p *page) pointRow(s style, row *readout.PointRow, c *readout.Comparison) {
	head := topicWords(row.Topics)
	if head == "" {
		head = "no topic"
	}
	if len(row.What) > 0 {
		head += " (differs: " + strings.Join(row.What, ", ") + ")"
	}
	p.paragraph(2, s, head)
	p.columns(pointCells(row.A, c.A.Complete), pointCells(row.B, c.B.Complete))
}

func pointCells(points []readout.Point, complete readout.Completeness) []cell {
	if len(points) == 0 {
		return []cell{{dim, "– " + phrase.LeftOut(complete)}}
	}
	var out []cell
	for i := range points {
		pt := &points[i]
		text := phrase.Act(pt.Act) + ": " + quote(pt.Quote)
		for _, mark := range []string{promise(pt), forOther(pt)} {
			if mark != "" {
				text += " [" + mark + "]"
			}
		}
		out = append(out, cell{plain, text})
	}
	return out
}

// columns draws the two sides beside each other, or under each other where the
// screen is narrow.
func (p *page) columns(a, b []cell) {
	if p.Width < twoColumns {
		for _, c := range a {
			p.item(4, 2, bold, "A", c.text)
		}
		for _, c := range b {
			p.item(4, 2, bold, "B", c.text)
		}
		return
	}
	half := (p.Width - 7) / 2
	p.beside(4, half, half, " │ ", a, b)
}

// fieldRows draws the fields of the contact in both accounts.
func (p *page) fieldRows(c *readout.Comparison) {
	if len(c.Fields) == 0 {
		return
	}
	p.heading("The contact itself")
	for _, f := range c.Fields {
		head := phrase.Field(f.Name)
		if f.Relation == readout.Differs {
			head += " (differs)"
		}
		p.paragraph(2, fieldStyle(f.Relation), head)
		p.columns(fieldCells(f.Name, f.A, c.A.Complete), fieldCells(f.Name, f.B, c.B.Complete))
	}
}

func fieldStyle(r readout.Relation) style {
	switch r {
	case readout.Differs:
		return yellow
	case readout.Same:
		return green
	}
	return blue
}

func fieldCells(name string, v *readout.Value, complete readout.Completeness) []cell {
	if v == nil {
		return pointCells(nil, complete)
	}
	value := phrase.FieldValue(name, v.Value)
	if v.Quote != "" {
		value += "  " + quote(v.Quote)
	}
	return []cell{{plain, value}}
}

// sideName is who speaks in an account; where nobody is known to, it is called
// by its place.
func sideName(s *readout.Side, names phrase.Names, place string) string {
	if s.Issuer == "" {
		return place
	}
	return names.Of(s.Issuer)
}

// sentence makes the first letter a capital, as at the beginning of a sentence.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// sideExtent says how much of an account there is.
func sideExtent(s *readout.Side) string {
	return phrase.Count(s.Words, "word") + ", " + phrase.Completeness(s.Complete)
}

// comparisonSummary draws a comparison in a few lines.
func (p *page) comparisonSummary(c *readout.Comparison, names phrase.Names) {
	for _, s := range sections(c, sideName(&c.A, names, "the first text"), sideName(&c.B, names, "the second text")) {
		if len(s.rows) == 0 {
			continue
		}
		p.paragraph(2, s.style, s.title)
		for _, row := range s.rows {
			points := row.A
			if len(points) == 0 {
				points = row.B
			}
			for i := range points {
				p.item(4, 20, dim, phrase.Act(points[i].Act), pointText(&points[i]))
			}
		}
	}
	for _, f := range c.Fields {
		if f.Relation == readout.Differs && f.A != nil && f.B != nil {
			p.paragraph(2, yellow, "They differ on "+phrase.Field(f.Name)+": "+f.A.Value+" and "+f.B.Value)
		}
	}
}
