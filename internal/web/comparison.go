package web

import (
	"fmt"
	"html/template"
	"maps"
	"net/url"
	"slices"

	"readout"
	"readout/internal/phrase"
)

// account is one of the texts of a comparison: a reading, and which of its
// spans are the account (none: all of it).
type account struct {
	reading *readout.Reading
	spans   readout.Spans
	kept    bool // in the ledger, so that it has a page
}

// comparisonView is a comparison as pages show it.
type comparisonView struct {
	Heading     string // the sentence that heads it
	Reason      string // why the two do not speak of one contact
	Lede        string
	A, B        sideView
	Fields      []fieldView
	OfOther     []group // what one says of the other, who does not
	Only        []group
	Both        []group
	Neither     string
	Rows        int
	Differences bool   // what both say alike is left out
	Toggle      string // the address of the other view; "" where it has none
}

// onlyDifferences reports whether an address asks for what differs alone.
func onlyDifferences(q url.Values) bool { return q.Get("only") == "differences" }

// toggle gives the view its address without what both say alike, or with it.
func (v *comparisonView) toggle(path string, q url.Values) {
	other := url.Values{}
	maps.Copy(other, q)
	other.Set("only", "differences")
	if v.Differences {
		other.Del("only")
	}
	v.Toggle = href(path, other) + "#texts"
}

// sideView is one side of a comparison with its text.
type sideView struct {
	Key, Name, Extent string
	Complete          bool
	Href, URL         string // its page here; where it was published
	About             string
	Lang              string
	Text              []template.HTML // paragraphs
}

// fieldView is a field of the contact in both accounts.
type fieldView struct {
	Name   string
	Class  string
	Tag    tag
	A, B   cellView
	Differ bool
}

// cellView is what one side says in a row; Lack says that it says nothing.
type cellView struct {
	Value, Lack string
	Quote       quote
	Points      []pointView
}

// group is a section of a comparison: rows of one kind.
type group struct {
	ID, Title, Class string
	Rows             []rowView
}

// rowView is one matter in both accounts.
type rowView struct {
	N      int
	Topic  string
	Tags   []tag
	A, B   cellView
	Points []pointView // of the side that has any, where one has none
}

// pointView is one clause of an account.
type pointView struct {
	Act, By string
	Quote   quote
	Tags    []tag
}

// comparer makes the view of one comparison.
type comparer struct {
	s     *server
	c     *readout.Comparison
	a, b  account
	names phrase.Names
	view  comparisonView
	marks [2][]mark
}

// compareView makes the view of a comparison of two accounts; only: of what is
// not the same in both.
func (s *server) compareView(c *readout.Comparison, a, b account, only bool) *comparisonView {
	m := &comparer{s: s, c: c, a: a, b: b, names: phrase.Names{}}
	m.view.Differences = only
	m.names.Note(a.reading)
	m.names.Note(b.reading)
	m.view.A, m.view.B = m.side("a", c.A, a), m.side("b", c.B, b)
	tellApart(&m.view.A, &m.view.B)
	if m.view.Reason = sentence(c.Reason); m.view.Reason != "" && len(c.Points) > 0 {
		m.view.Reason += " They are compared all the same."
	}
	if c.Contact != nil {
		m.view.Heading = phrase.Report(c.Contact)
	}
	m.groups()
	m.view.Lede = m.lede()
	m.fields()
	m.view.Neither = capital(phrase.Either(phrase.Fields(c.Neither)))
	m.view.A.Text, m.view.B.Text = text(a, m.marks[0]), text(b, m.marks[1])
	return &m.view
}

func (m *comparer) side(key string, s readout.Side, a account) sideView {
	d := &a.reading.Document
	v := sideView{Key: key, Name: d.Outlet, Complete: s.Complete == readout.Complete, Lang: d.Language, URL: webAddress(d.URL)}
	v.Extent = phrase.Count(s.Words, "word") + ", " + phrase.Completeness(s.Complete)
	if s.Issuer != "" {
		v.Name = m.names.Of(s.Issuer)
	}
	if v.Name == "" {
		v.Name = map[string]string{"a": "The first text", "b": "The second text"}[key]
	}
	if d.Published != nil {
		v.About = phrase.ShortDate(d.Published.EDTF)
	}
	if a.kept {
		v.Href = docHref(d.ID)
	}
	return v
}

// tellApart numbers two sides of the same name.
func tellApart(a, b *sideView) {
	if a.Name == b.Name {
		a.Name, b.Name = a.Name+" (first text)", b.Name+" (second text)"
	}
}

// groups sorts the rows under their headings: what one says of the other
// first, then what only one says, what differs, what both say.
func (m *comparer) groups() {
	v, a, b := &m.view, m.view.A.Name, m.view.B.Name
	v.OfOther = append(m.group("of-other-a", "What "+a+" says of the other side, and the other "+phrase.Lacks(m.c.B.Complete), readout.OnlyA, true),
		m.group("of-other-b", "What "+b+" says of the other side, and the other "+phrase.Lacks(m.c.A.Complete), readout.OnlyB, true)...)
	v.Only = append(m.group("only-a", "Only "+a, readout.OnlyA, false), m.group("only-b", "Only "+b, readout.OnlyB, false)...)
	v.Both = m.group("differs", "Both, but not the same", readout.Differs, true, false)
	if !v.Differences {
		v.Both = append(v.Both, m.group("same", "Both", readout.Same, true, false)...)
	}
}

// group makes the group of the rows of one relation, if there are any; those in
// which one speaks for the other, those in which nobody does, or first these and
// then those.
func (m *comparer) group(id, title string, relation readout.Relation, forOther ...bool) []group {
	g := group{ID: id, Title: title, Class: string(relation)}
	for _, spoken := range forOther {
		for i := range m.c.Points {
			if row := &m.c.Points[i]; row.ForOther == spoken && row.Relation == relation {
				m.view.Rows++
				g.Rows = append(g.Rows, m.row(row, m.view.Rows, g.Class))
			}
		}
	}
	if len(g.Rows) == 0 {
		return nil
	}
	return []group{g}
}

func (m *comparer) row(row *readout.PointRow, n int, class string) rowView {
	v := rowView{N: n, Topic: m.s.topics(row.Topics)}
	for _, what := range row.What {
		v.Tags = append(v.Tags, tag{"other " + what, "warn"})
	}
	v.A = m.cell(0, row.A, n, class, m.c.A.Complete)
	v.B = m.cell(1, row.B, n, class, m.c.B.Complete)
	v.Points = append(slices.Clone(v.A.Points), v.B.Points...)
	return v
}

// keys begin the anchors of the two texts.
var keys = [2]string{"a", "b"}

// cell makes one side of a row, and the marks of its words.
func (m *comparer) cell(side int, points []readout.Point, n int, class string, complete readout.Completeness) cellView {
	if len(points) == 0 {
		return cellView{Lack: phrase.LeftOut(complete)}
	}
	var v cellView
	for i := range points {
		v.Points = append(v.Points, m.point(side, &points[i], pointAnchor(side, n, i), shared(class)))
	}
	m.mark(side, points, n, class)
	return v
}

// shared reports whether rows of a class have something of both sides.
func shared(class string) bool { return class == "same" || class == "differs" }

// rowNotes stand after the number at a row's marks, where colour alone would
// tell.
var rowNotes = map[string]string{"same": "", "differs": "≠", "only-a": " only", "only-b": " only"}

// pointAnchor is where the i-th point of a side in row n stands in its text.
func pointAnchor(side, n, i int) string {
	if i == 0 {
		return fmt.Sprintf("%s-%d", keys[side], n)
	}
	return fmt.Sprintf("%s-%d-%d", keys[side], n, i+1)
}

// mark marks the words of a side's points of row n. The last word carries the
// number, which links to the other side, or to the row where that has nothing.
func (m *comparer) mark(side int, points []readout.Point, n int, class string) {
	var marks []mark
	for i := range points {
		if points[i].In != readout.InText {
			continue
		}
		for j, span := range points[i].From.All() {
			k := mark{span: span, class: fmt.Sprintf("%s r%d", class, n), row: n}
			if j == 0 {
				k.id = pointAnchor(side, n, i)
			}
			marks = append(marks, k)
		}
	}
	if len(marks) == 0 {
		return
	}
	last := &marks[len(marks)-1]
	last.note, last.href, last.label = fmt.Sprint(n)+rowNotes[class], fmt.Sprintf("#row-%d", n), fmt.Sprintf("point %d, only in this text", n)
	if shared(class) {
		last.href, last.label = "#"+pointAnchor(1-side, n, 0), fmt.Sprintf("point %d, to its words in the other text", n)
	}
	m.marks[side] = append(m.marks[side], marks...)
}

func (m *comparer) point(side int, p *readout.Point, id string, bothHave bool) pointView {
	r := [2]account{m.a, m.b}[side].reading
	v := pointView{Act: phrase.Act(p.Act), By: m.by(p.By)}
	if words, err := p.From.Cut(r.Document.Field(p.In)); err == nil {
		v.Quote = newQuote(words, len(words), "", r.Document.Language)
		if p.In == readout.InText {
			v.Quote.Href = "#" + id
		}
	}
	for _, t := range pointTags(p) {
		if t.Class != "other" || bothHave { // else the heading says it
			v.Tags = append(v.Tags, t)
		}
	}
	return v
}

func (m *comparer) by(ids []readout.EntityID) string {
	var names []string
	for _, id := range ids {
		names = append(names, m.names.Of(id))
	}
	return phrase.List(names)
}

// pointTags says what is special about a point.
func pointTags(p *readout.Point) []tag {
	var tags []tag
	if p.Commitment {
		text := "promise"
		if p.Due != nil {
			text += ", due " + phrase.ShortDate(p.Due.EDTF)
		}
		tags = append(tags, tag{text, "promise"})
	}
	if p.ForOther {
		tags = append(tags, tag{"said of the other side", "other"})
	}
	if p.Expected {
		tags = append(tags, tag{"a forecast", "plan"})
	}
	return tags
}

func (m *comparer) fields() {
	for i := range m.c.Fields {
		f := &m.c.Fields[i]
		if m.view.Differences && f.Relation == readout.Same {
			continue
		}
		v := fieldView{Name: capital(phrase.Field(f.Name)), Class: string(f.Relation), Differ: f.Relation == readout.Differs}
		v.Tag = map[readout.Relation]tag{
			readout.Same: {"both", "good"}, readout.Differs: {"differs", "warn"},
			readout.OnlyA: {"only one", "side-a"}, readout.OnlyB: {"only one", "side-b"},
		}[f.Relation]
		v.A = m.fieldCell(0, f.Name, f.A, m.c.A.Complete)
		v.B = m.fieldCell(1, f.Name, f.B, m.c.B.Complete)
		m.view.Fields = append(m.view.Fields, v)
	}
}

func (m *comparer) fieldCell(side int, name string, value *readout.Value, complete readout.Completeness) cellView {
	if value == nil {
		return cellView{Lack: phrase.LeftOut(complete)}
	}
	v := cellView{Value: phrase.FieldValue(name, value.Value)}
	d := &[2]account{m.a, m.b}[side].reading.Document
	words, err := value.From.Cut(d.Field(value.In))
	if err != nil {
		return v
	}
	v.Quote = newQuote(words, fieldQuote, "", d.Language)
	if value.In == readout.InText {
		id := keys[side] + "-" + name
		v.Quote.Href = "#" + id
		for i, span := range value.From.All() {
			k := mark{span: span, class: "field", title: phrase.Field(name)}
			if i == 0 {
				k.id = id
			}
			m.marks[side] = append(m.marks[side], k)
		}
	}
	return v
}

// fieldQuote is how many characters of a field's words are shown in the table.
const fieldQuote = 120

// text is an account's paragraphs with its marks. Of a long one, paragraphs
// without a mark are left out, and that is said.
func text(a account, marks []mark) []template.HTML {
	d := &a.reading.Document
	spans := a.spans.All()
	if len(spans) == 0 {
		spans = []readout.Span{{Start: 0, End: len(d.Text)}}
	}
	var list []readout.Span
	size := 0
	for _, s := range spans {
		if s.Start >= 0 && s.End <= len(d.Text) {
			list, size = append(list, paragraphs(d.Text, s)...), size+s.Len()
		}
	}
	var out []template.HTML
	left := 0
	for _, p := range list {
		if size > partBytes && !slices.ContainsFunc(marks, func(k mark) bool { return k.span.Overlaps(p) }) {
			left++
			continue
		}
		out, left = append(leftOut(out, left), markup(d.Text, p, marks)), 0
		placed(marks, p)
	}
	return leftOut(out, left)
}

// leftOut says that paragraphs are not shown.
func leftOut(out []template.HTML, n int) []template.HTML {
	if n == 0 {
		return out
	}
	return append(out, template.HTML(`<span class="none">(`+phrase.Count(n, "paragraph")+` without a point)</span>`)) //nolint:gosec // no source's words
}
