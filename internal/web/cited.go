package web

import "readout"

// found is a stretch of words that a reading cites.
type found struct {
	in    readout.Field
	spans readout.Spans
}

// cited lists every stretch of words that a reading cites, so that each has a
// place on the document's page that links can lead to.
func cited(r *readout.Reading) []found {
	c := &citations{}
	if p := r.Document.Published; p != nil {
		c.add(p.Words)
	}
	for i := range r.Document.Candidates {
		c.add(r.Document.Candidates[i].Words)
	}
	for i := range r.Passages {
		if day := r.Passages[i].Day; day != nil {
			c.add(day.Words)
		}
	}
	for i := range r.Dates {
		c.add(r.Dates[i].Words)
	}
	for i := range r.Statements {
		c.statement(&r.Statements[i])
	}
	for i := range r.Contacts {
		c.report(&r.Contacts[i])
	}
	for i := range r.Points {
		c.point(&r.Points[i])
	}
	return c.list
}

// citations collects what is cited.
type citations struct{ list []found }

func (c *citations) add(w readout.Words) { c.at(w.In, w.From) }

func (c *citations) at(in readout.Field, spans readout.Spans) {
	if !spans.IsZero() {
		c.list = append(c.list, found{in, spans})
	}
}

func (c *citations) statement(s *readout.Statement) {
	for _, spans := range []readout.Spans{s.Content, s.SpeakerFrom, s.Cue} {
		c.at(s.In, spans)
	}
	if s.Addressee != nil {
		c.add(s.Addressee.Words)
	}
	if s.Said != nil {
		c.add(s.Said.Words)
	}
	for i := range s.Via {
		c.add(s.Via[i].Words)
	}
}

func (c *citations) report(r *readout.Report) {
	c.add(r.Words)
	for _, list := range [][]readout.Party{r.Parties, r.Attendees} {
		for i := range list {
			c.add(list[i].Words)
		}
	}
	for _, l := range []*readout.Locus{r.Place, r.Occasion} {
		if l != nil {
			c.add(l.Words)
		}
	}
	if r.When != nil {
		c.add(r.When.Words)
	}
	if r.Duration != nil {
		c.add(r.Duration.Words)
	}
	if r.Ordinal != nil {
		c.add(r.Ordinal.Words)
	}
	for i := range r.Also {
		c.add(r.Also[i].Words)
	}
}

func (c *citations) point(p *readout.Point) {
	c.add(p.Words)
	for _, v := range []*readout.Value{p.Condition, p.Emphasis} {
		if v != nil {
			c.add(v.Words)
		}
	}
	if p.Due != nil {
		c.add(p.Due.Words)
	}
}
