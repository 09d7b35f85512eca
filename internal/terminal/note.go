package terminal

import (
	"cmp"
	"slices"
	"strings"

	"readout"
	"readout/internal/phrase"
)

// note is something found, beside the words that it was found in.
type note struct {
	in    readout.Field
	at    int // where its words begin
	label string
	style style
	text  string
}

// notes are the notes of a reading, by field and place.
type notes struct{ list []note }

func newNotes(r *readout.Reading) *notes {
	n := &notes{}
	names := phrase.Names{}
	names.Note(r)
	n.entities(r)
	n.dates(r)
	n.statements(r, names)
	n.contacts(r, names)
	n.points(r, names)
	slices.SortStableFunc(n.list, note.compare)
	return n
}

func (n note) compare(o note) int { return cmp.Or(cmp.Compare(n.in, o.in), cmp.Compare(n.at, o.at)) }

// in gives the notes whose words begin in the span.
func (n *notes) in(f readout.Field, span readout.Span) []note {
	from, _ := slices.BinarySearchFunc(n.list, note{in: f, at: span.Start}, note.compare)
	to, _ := slices.BinarySearchFunc(n.list, note{in: f, at: span.End}, note.compare)
	return n.list[from:to]
}

// elsewhere gives the notes whose words stand in neither text nor title.
func (n *notes) elsewhere() []note {
	var out []note
	for _, note := range n.list {
		if note.in != readout.InText && note.in != readout.InTitle {
			out = append(out, note)
		}
	}
	return out
}

func (n *notes) add(in readout.Field, at int, label string, s style, parts ...string) {
	n.list = append(n.list, note{in, at, label, s, strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")})
}

// entities are noted where they are first named.
func (n *notes) entities(r *readout.Reading) {
	for _, e := range r.Entities {
		in, spans := readout.InText, e.Mentions
		if len(spans) == 0 {
			in, spans = readout.InTitle, e.InTitle
		}
		if len(spans) > 0 {
			n.add(in, spans[0].Start, string(e.Kind), dim, e.Name, e.Role, e.Country)
		}
	}
}

func (n *notes) dates(r *readout.Reading) {
	for _, d := range r.Dates {
		value := cmp.Or(phrase.Date(d.EDTF), d.Timex3.Value)
		if strings.HasPrefix(d.Timex3.Value, "XXXX") && value == d.Timex3.Value {
			value = "which one is not known"
		}
		n.add(d.In, d.From.First().Start, "date", dim, quoted(r, d.Words), value, d.Zone)
	}
}

func (n *notes) statements(r *readout.Reading, names phrase.Names) {
	for _, s := range r.Statements {
		n.add(s.In, s.Content.First().Start, cmp.Or(string(s.Kind), "said"), blue, speaker(r, &s, names), via(s.Via), string(s.Mode), negated(&s), said(&s),
			opening(r, s.In, s.Content))
	}
}

// speaker says whose words a statement gives, to whom.
func speaker(r *readout.Reading, s *readout.Statement, names phrase.Names) string {
	text := "nobody named"
	switch {
	case s.Speaker != nil && *s.Speaker != "":
		text = names.Of(*s.Speaker)
	case !s.SpeakerFrom.IsZero():
		if words, err := s.SpeakerFrom.Cut(r.Document.Field(s.In)); err == nil {
			text = words
		}
	}
	if s.Addressee != nil {
		text += " to " + s.Addressee.Name
	}
	return text
}

func via(links []readout.Link) string {
	names := make([]string, len(links))
	for i, l := range links {
		names[i] = l.Name
	}
	if len(names) == 0 {
		return ""
	}
	return "through " + strings.Join(names, ", through ")
}

func negated(s *readout.Statement) string {
	if s.Negated {
		return "negated"
	}
	return ""
}

func said(s *readout.Statement) string {
	if s.Said == nil {
		return ""
	}
	return phrase.ShortDate(s.Said.EDTF)
}

func (n *notes) contacts(r *readout.Reading, names phrase.Names) {
	for _, c := range r.Contacts {
		var when, place, by, voice, scope string
		if c.When != nil {
			when = phrase.Date(c.When.EDTF)
		}
		if c.Place != nil {
			place = c.Place.Name
		}
		if c.Initiator != nil && *c.Initiator < len(c.Parties) {
			by = "by " + c.Parties[*c.Initiator].Name
		}
		if s := r.Statement(c.AssertedBy); s != nil {
			voice = "says " + speaker(r, s, names)
		}
		if c.Scope != "" {
			scope = string(c.Scope)
		}
		n.add(c.In, c.From.First().Start, "contact "+c.ID, green, phrase.Channel(c.Channel)+" "+strings.ToUpper(phrase.Status(c.Status)), phrase.Parties(c.Parties),
			when, place, by, voice, scope)
	}
}

func (n *notes) points(r *readout.Reading, names phrase.Names) {
	for _, pt := range r.Points {
		n.add(pt.In, pt.From.First().Start, "point", violet, phrase.Act(pt.Act), by(pt.By, names), topicWords(pt.Topics), promise(&pt), forOther(&pt), opening(r, pt.In, pt.From))
	}
}

func by(ids []readout.EntityID, names phrase.Names) string {
	if len(ids) == 0 {
		return ""
	}
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = names.Of(id)
	}
	return "by " + phrase.List(list)
}

func topicWords(topics []string) string {
	list := make([]string, len(topics))
	for i, t := range topics {
		list[i] = phrase.Topic(t)
	}
	return strings.Join(list, ", ")
}

// promise says that a point is one, how firm, and until when.
func promise(p *readout.Point) string {
	if !p.Commitment {
		return ""
	}
	text := "PROMISE"
	if words := phrase.Strength(p.Strength); words != "" {
		text += " (" + words + ")"
	}
	if p.Due != nil {
		text += " due " + phrase.ShortDate(p.Due.EDTF)
	}
	return text
}

func forOther(p *readout.Point) string {
	if p.ForOther {
		return "said of the other side"
	}
	return ""
}

// quoted is the words in quotation marks.
func quoted(r *readout.Reading, w readout.Words) string {
	text, err := w.From.Cut(r.Document.Field(w.In))
	if err != nil {
		return ""
	}
	return quote(text)
}

// openingColumns is how much of a quotation shows where it begins.
const openingColumns = 40

// opening is the first words of spans, to find them in the text.
func opening(r *readout.Reading, in readout.Field, spans readout.Spans) string {
	text, err := spans.Cut(r.Document.Field(in))
	if err != nil {
		return ""
	}
	return quote(shorten(strings.Join(strings.Fields(text), " "), openingColumns))
}
