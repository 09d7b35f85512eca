package contact

import "readout"

// quotedSpeaker is who speaks of a contact of their own in a direct quotation that
// leaves out "I": "Had a very good conversation with Holt".
func (f *finder) quotedSpeaker(c cue, other readout.Party) []readout.Party {
	if c.first > f.Sentences[c.sentence].First+10 || f.at(c.first-1).Is("those", "these") { // "in those meetings" are those told before
		return nil
	}
	if f.ofAnother(c) {
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

// ofAnother reports whether a contact has another subject before its word than the speaker who
// leaves out "I", or its noun only describes the one behind it: "you had a visit from Holt",
// "this is a visit to Costava", "a trip announcement"; but not "this is my first visit".
func (f *finder) ofAnother(c cue) bool {
	first := c.first
	if !c.verb() {
		if f.plainNoun(c.last) {
			return true
		}
		if first = f.nounPhrase(c, f.Sentences[c.sentence].First); f.says(first, c.first, "my", "our") {
			return false
		}
	}
	for i := f.opening(c.sentence); i < first; i++ {
		if f.at(i).Is("you", "he", "she", "they", "it", "there", "this", "that") && (f.finite(i+1) || f.at(i+1).Is("'ll", "'d", "'s", "'re", "'ve")) {
			return true
		}
	}
	return false
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
