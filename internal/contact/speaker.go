package contact

import "readout"

// quotedSpeaker is who speaks of a contact of their own in a direct quotation that
// leaves out "I": "Had a very good conversation with Holt".
func (f *finder) quotedSpeaker(c cue, other readout.Party) []readout.Party {
	if c.first > f.Sentences[c.sentence].First+10 || f.at(c.first-1).Is("those", "these") { // "in those meetings" are those told before
		return nil
	}
	head := f.Span(c.head, c.head+1)
	for _, i := range f.statements[c.sentence] {
		s := f.Statements[i]
		if s.Mode != readout.Direct || s.Speaker == nil || s.SpeakerFrom.IsZero() || !s.Content.Overlaps(head) || s.Speaker.Kind() != readout.Person {
			continue
		}
		for _, m := range f.mentionsIn(s.SpeakerFrom.Hull()) {
			x := f.Mentions[m]
			if x.Entity == *s.Speaker && s.SpeakerFrom.Overlaps(x.Span) {
				if p := f.parties([]int{m}); p[0].Country != other.Country && p[0].Entity != other.Entity {
					return p
				}
			}
		}
	}
	return nil
}

// announcer is who tells of a contact whose words name the counterpart alone: "A meeting
// with Holt is planned, Reyes announced". It is the speaker, a person of another state.
func (f *finder) announcer(c cue, other readout.Party) []readout.Party {
	if !f.at(c.last).Is("with") || f.at(c.first-1).Is("the", "this", "that") {
		return nil
	}
	head := f.Span(c.head, c.head+1)
	for _, i := range f.statements[c.sentence] {
		s := f.Statements[i]
		if s.Speaker == nil || s.SpeakerFrom.IsZero() || !s.Content.Overlaps(head) || s.Speaker.Kind() != readout.Person || s.Mode == readout.Direct {
			continue
		}
		for _, m := range f.mentionsIn(s.SpeakerFrom.Hull()) {
			if x := f.Mentions[m]; x.Entity == *s.Speaker && s.SpeakerFrom.Overlaps(x.Span) && f.heads(x.Entity) {
				if p := f.parties([]int{m}); p[0].Country != "" && p[0].Country != other.Country {
					return p
				}
			}
		}
	}
	return nil
}

// heads reports whether a person leads a state or government, or a ministry of foreign
// affairs or defence, on the document's day: a spokesman speaks of others' contacts.
func (f *finder) heads(id readout.EntityID) bool {
	for _, t := range f.Lex.OfficesOn(string(id)[len("person/"):], f.doc.Published.Day()) {
		if o := f.Lex.Offices[t.Office]; o != nil {
			switch o.Kind {
			case "head-of-state", "head-of-government", "deputy-head", "foreign-minister", "defence-minister", "head-of-organisation", "crown-prince":
				return true
			}
		}
	}
	return false
}
