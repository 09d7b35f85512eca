package web

import (
	"cmp"
	"strings"

	"readout"
	"readout/internal/phrase"
)

// The kinds of thing found in a document, as classes of marks.
const (
	kindContact   = "contact"
	kindPoint     = "point"
	kindStatement = "statement"
	kindDate      = "date"
	kindName      = "name"
)

// docMarks are the marks of a document, by the field that they stand in: what
// was asked for, everything found, and a place for every other stretch of words
// that is cited. Of marks of the same words the first has the id.
func docMarks(r *readout.Reading, names phrase.Names, asked readout.Spans) map[readout.Field][]mark {
	m := &docMarker{r: r, marks: map[readout.Field][]mark{}, taken: map[string]bool{}}
	m.add(readout.InText, asked, "asked", "the words that were asked for")
	for i := range r.Contacts {
		c := &r.Contacts[i]
		m.add(c.In, c.From, kindContact, phrase.Report(c))
	}
	for i := range r.Points {
		p := &r.Points[i]
		m.add(p.In, p.From, kindPoint, phrase.Act(p.Act))
	}
	for i := range r.Statements {
		st := &r.Statements[i]
		m.add(st.In, st.Content, kindStatement, speakerName(r, st, names)+" "+phrase.Verb(st))
	}
	for i := range r.Dates {
		d := &r.Dates[i]
		m.add(d.In, d.From, kindDate, cmp.Or(phrase.Date(d.EDTF), d.Timex3.Value))
	}
	for i := range r.Entities {
		e := &r.Entities[i]
		for _, span := range e.Mentions {
			m.add(readout.InText, readout.At(span), kindName, e.Name)
		}
		for _, span := range e.InTitle {
			m.add(readout.InTitle, readout.At(span), kindName, e.Name)
		}
	}
	for _, f := range cited(r) {
		m.place(f)
	}
	return m.marks
}

// docMarker collects marks.
type docMarker struct {
	r     *readout.Reading
	marks map[readout.Field][]mark
	taken map[string]bool // ids
}

func (m *docMarker) add(in readout.Field, spans readout.Spans, class, title string) {
	if _, err := spans.Cut(m.r.Document.Field(in)); err != nil {
		return
	}
	for _, span := range spans.All() {
		k := mark{span: span, class: class, title: title, id: anchor(in, span)}
		if m.taken[k.id] {
			k.id = ""
		}
		m.taken[anchor(in, span)] = true
		m.marks[in] = append(m.marks[in], k)
	}
}

// place makes an invisible mark for words that are cited and not marked yet.
func (m *docMarker) place(f found) {
	for _, span := range f.spans.All() {
		if !m.taken[anchor(f.in, span)] {
			m.add(f.in, readout.At(span), "cited", "")
		}
	}
}

// speakerName is who speaks in a statement of a reading.
func speakerName(r *readout.Reading, st *readout.Statement, names phrase.Names) string {
	if st.Speaker != nil && *st.Speaker != "" {
		return names.Of(*st.Speaker)
	}
	if words, err := st.SpeakerFrom.Cut(r.Document.Field(st.In)); err == nil {
		return words
	}
	return "somebody not named"
}

// notes lists what was found, kind by kind; of a text in parts, in the part
// that is shown.
func (v *docView) notes(s *server, r *readout.Reading, names phrase.Names) {
	v.list(kindContact, "Contacts", len(r.Contacts), func(i int) noteView { return v.contactNote(r, &r.Contacts[i], names) })
	v.list(kindPoint, "Points", len(r.Points), func(i int) noteView { return v.pointNote(s, &r.Points[i]) })
	v.list(kindStatement, "Statements", len(r.Statements), func(i int) noteView { return v.statementNote(r, &r.Statements[i], names) })
	v.list(kindDate, "Dates", len(r.Dates), func(i int) noteView { return v.dateNote(r, &r.Dates[i]) })
	v.list(kindName, "Names", len(r.Entities), func(i int) noteView { return v.nameNote(s, &r.Entities[i]) })
}

// list adds the list of one kind, and its line in the legend. Notes without a
// place on this page are left out.
func (v *docView) list(kind, title string, n int, note func(int) noteView) {
	l := notesView{Kind: kind, Title: title}
	for i := range n {
		if note := note(i); note.Href != "" {
			l.Notes = append(l.Notes, note)
		}
	}
	v.Kinds = append(v.Kinds, kindView{kind, title, len(l.Notes)})
	if len(l.Notes) > 0 {
		v.Lists = append(v.Lists, l)
	}
}

// href is the link to words on this page; "" where they stand on another part.
func (v *docView) href(in readout.Field, spans readout.Spans) string {
	first := spans.First()
	if spans.IsZero() || in == readout.InText && !v.shown.Overlaps(first) {
		return ""
	}
	return "#" + anchor(in, first)
}

func (v *docView) contactNote(r *readout.Reading, c *readout.Report, names phrase.Names) noteView {
	detail := ""
	if st := r.Statement(c.AssertedBy); c.AssertedBy != "" && st != nil {
		detail = "says " + speakerName(r, st, names)
	}
	return noteView{capital(phrase.Report(c)), detail, v.href(c.In, c.From)}
}

func (v *docView) pointNote(s *server, p *readout.Point) noteView {
	var detail []string
	for _, t := range pointTags(p) {
		detail = append(detail, t.Text)
	}
	text := phrase.Act(p.Act)
	if topics := s.topics(p.Topics); topics != "" {
		text += ": " + topics
	}
	return noteView{capital(text), strings.Join(detail, ", "), v.href(p.In, p.From)}
}

func (v *docView) statementNote(r *readout.Reading, st *readout.Statement, names phrase.Names) noteView {
	var chain []string
	for _, l := range st.Via {
		chain = append(chain, "through "+l.Name)
	}
	return noteView{capital(speakerName(r, st, names)) + " " + phrase.Verb(st), strings.Join(chain, ", "), v.href(st.In, st.Content)}
}

func (v *docView) dateNote(r *readout.Reading, d *readout.Date) noteView {
	words, _ := d.From.Cut(r.Document.Field(d.In)) // checked when the document was read
	return noteView{cmp.Or(phrase.Date(d.EDTF), d.Timex3.Value), "“" + shorten(words, headRunes) + "”", v.href(d.In, d.From)}
}

func (v *docView) nameNote(s *server, e *readout.Entity) noteView {
	n := noteView{Text: e.Name, Detail: strings.Trim(e.Role+", "+s.countryName(e.Country), ", ")}
	for _, span := range e.InTitle {
		n.Href = cmp.Or(n.Href, v.href(readout.InTitle, readout.At(span)))
	}
	for _, span := range e.Mentions {
		n.Href = cmp.Or(n.Href, v.href(readout.InText, readout.At(span)))
	}
	return n
}
