package contact

import (
	"readout"
)

// voice notes on whose word the contact stands: the innermost statement whose
// content holds its telling word. A denial turns it round; a refusal to say makes
// it no report.
func (f *finder) voice(d *draft, c cue) {
	head := f.Span(c.head, c.head+1)
	best, size := -1, 1<<30
	own := f.ownVerbs(c)
	for _, i := range f.statements[c.sentence] {
		s := f.Statements[i]
		if s.Content.Overlaps(head) && s.Content.Hull().Len() < size && !(!c.verb() && f.ofStatus(s)) && !(!s.Cue.IsZero() && own.Len() > 0 && s.Cue.Overlaps(own)) {
			best, size = i, s.Content.Hull().Len()
		}
	}
	if best < 0 {
		return
	}
	s := f.Statements[best]
	d.AssertedBy = s.ID
	if s.Kind == readout.Asked && !f.askedTo(c, s) {
		d.Status = ""
	}
	if s.Kind == readout.Thought && d.Status == readout.Scheduled && !takesPart(d, s) { // not one's own plan
		d.Status = readout.Expected
	}
	if s.Kind == readout.Thought && d.Status == readout.Scheduled && f.hopes(s) {
		d.Status = readout.Proposed // "hopes that Holt will receive her"
	}
	if !s.Negated {
		return
	}
	switch d.Status {
	case readout.Held, readout.Declined:
		d.Status = readout.Denied
	case readout.Scheduled, readout.Arranging, readout.Proposed, readout.Expected:
		d.Status = readout.Unplanned
	}
	if !f.denies(s) {
		d.Status = ""
	}
}

// hopes reports whether a statement's cue is a verb of hoping.
func (f *finder) hopes(s readout.Statement) bool {
	first, last := f.TokensIn(s.Cue.Hull())
	for i := first; i < last; i++ {
		for _, lemma := range []string{"hope", "wish"} {
			if _, ok := f.Lex.English.IsForm(f.Tokens[i].Fold, lemma); ok {
				return true
			}
		}
	}
	return false
}

// askedTo reports whether what was asked is that somebody come or meet: "has asked Holt
// to come to Velmora" proposes it.
func (f *finder) askedTo(c cue, s readout.Statement) bool {
	if !c.verb() || !c.group.To || c.group.Governor < 0 || s.Cue.IsZero() {
		return false
	}
	m := f.owner[c.group.Governor]
	if m < 0 || !f.persons([]int{m}) {
		return false
	}
	_, after := f.TokensIn(s.Cue.Hull())
	return f.begins(m, f.Sentences[c.sentence].First) == after
}

// takesPart reports whether a statement's speaker is a party of the contact.
func takesPart(d *draft, s readout.Statement) bool {
	return s.Speaker != nil && hasParty(d, *s.Speaker)
}

// ofStatus reports whether a statement's cue is a verb that tells what becomes of
// a contact ("rejected an offer of talks"), so that it is no voice about it.
func (f *finder) ofStatus(s readout.Statement) bool {
	if s.Cue.IsZero() || !s.Negated {
		return false
	}
	first, last := f.TokensIn(s.Cue.Hull())
	for i := first; i < last; i++ {
		for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
			for _, w := range f.Lex.English.StatusWords("object", form.Lemma) {
				if w.Status != "tense" && w.Status != string(readout.Denied) {
					return true
				}
			}
		}
	}
	return false
}

// ownVerbs is the verb that governs the contact's word: what it says is the
// contact's status, not somebody's statement of it ("agreed to meet", "has not
// requested a call").
func (f *finder) ownVerbs(c cue) readout.Span {
	if c.verb() {
		if c.group.Governor >= 0 {
			return f.Span(c.group.Governor, c.group.Governor+1)
		}
		return readout.Span{}
	}
	start := f.Sentences[c.sentence].First
	if l := f.light(f.nounPhrase(c, start), start); l != nil && l.word != nil && l.word.Status != string(readout.Denied) {
		return f.Span(l.group.Main, l.group.Main+1)
	}
	return readout.Span{}
}

// denies reports whether a negated cue denies what is said, rather than declines
// to say it.
func (f *finder) denies(s readout.Statement) bool {
	first, last := f.TokensIn(s.Cue.Hull())
	for i := first; i < last; i++ {
		if f.at(i-1).Is("nor", "or") {
			return false // "would neither confirm nor deny"
		}
		for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
			switch form.Lemma {
			case "deny", "reject", "refute", "dismiss", "rebut":
				return true
			}
		}
	}
	return false
}

// spokesperson reports whether somebody's only office on the document's day is to
// speak for others.
func (f *finder) spokesperson(id readout.EntityID) bool {
	held := f.Lex.OfficesOn(string(id)[len("person/"):], f.doc.Published.Day())
	for _, t := range held {
		if o := f.Lex.Offices[t.Office]; o == nil || o.Kind != "spokesperson" {
			return false
		}
	}
	return len(held) > 0
}
