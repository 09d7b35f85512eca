package ledger

import "readout"

// quoted is a copy of v with its words quoted; nil where they do not fit.
func quoted[T any](v T, words *readout.Words, doc *readout.Document, set func(*T, readout.Words)) *T {
	q, err := words.Quoted(doc)
	if err != nil {
		return nil
	}
	set(&v, q)
	return &v
}

// quotedPoint is the point with the words of all its parts quoted.
func quotedPoint(p readout.Point, words readout.Words, doc *readout.Document) readout.Point {
	p.Words = words
	p.Condition = quotedValue(p.Condition, doc)
	p.Emphasis = quotedValue(p.Emphasis, doc)
	if p.Due != nil {
		p.Due = quoted(*p.Due, &p.Due.Words, doc, func(d *readout.Day, q readout.Words) { d.Words = q })
	}
	return p
}

func quotedValue(v *readout.Value, doc *readout.Document) *readout.Value {
	if v == nil {
		return nil
	}
	return quoted(*v, &v.Words, doc, func(v *readout.Value, q readout.Words) { v.Words = q })
}

// quotedReport is the report with the words of all its parts quoted; what does
// not fit the document is left out.
func quotedReport(r *readout.Report, doc *readout.Document) *readout.Report {
	words, err := r.Words.Quoted(doc)
	if err != nil {
		return nil
	}
	out := *r
	out.Words = words
	out.Parties, out.Attendees = quotedParties(r.Parties, doc), quotedParties(r.Attendees, doc)
	out.Duration = quotedValue(r.Duration, doc)
	out.Place, out.Occasion = quotedLocus(r.Place, doc), quotedLocus(r.Occasion, doc)
	if r.When != nil {
		out.When = quoted(*r.When, &r.When.Words, doc, func(w *readout.When, q readout.Words) { w.Words = q })
	}
	if r.Ordinal != nil {
		out.Ordinal = quoted(*r.Ordinal, &r.Ordinal.Words, doc, func(o *readout.Ordinal, q readout.Words) { o.Words = q })
	}
	out.Also = nil
	for _, a := range r.Also {
		if q, err := a.Words.Quoted(doc); err == nil {
			out.Also = append(out.Also, readout.Assertion{AssertedBy: a.AssertedBy, Words: q})
		}
	}
	return &out
}

func quotedParties(list []readout.Party, doc *readout.Document) []readout.Party {
	var out []readout.Party
	for _, p := range list {
		if q, err := p.Words.Quoted(doc); err == nil {
			p.Words = q
			out = append(out, p)
		}
	}
	return out
}

func quotedLocus(l *readout.Locus, doc *readout.Document) *readout.Locus {
	if l == nil {
		return nil
	}
	return quoted(*l, &l.Words, doc, func(l *readout.Locus, q readout.Words) { l.Words = q })
}

// quotedStatement is the statement with the words of all its parts quoted; false
// where its content does not fit the document.
func quotedStatement(s readout.Statement, doc *readout.Document) (readout.Statement, bool) {
	quote, err := s.Content.Cut(doc.Field(s.In))
	if err != nil {
		return s, false
	}
	s.Document, s.Quote = doc.ID, quote
	if words, err := s.SpeakerFrom.Cut(doc.Field(s.In)); err == nil {
		s.SpeakerQuote = words
	}
	if s.Addressee != nil {
		s.Addressee = quoted(*s.Addressee, &s.Addressee.Words, doc, func(n *readout.Named, q readout.Words) { n.Words = q })
	}
	if s.Said != nil {
		s.Said = quoted(*s.Said, &s.Said.Words, doc, func(d *readout.Day, q readout.Words) { d.Words = q })
	}
	var via []readout.Link
	for _, l := range s.Via {
		if q, err := l.Words.Quoted(doc); err == nil {
			l.Words = q
			via = append(via, l)
		}
	}
	s.Via = via
	return s, true
}
