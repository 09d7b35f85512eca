package contact

import (
	"slices"

	"readout"
	"readout/internal/syntax"
)

// author is the one person whose words a title announces: "Statement by …",
// "Statement from …", "Remarks by …"; "" if it announces nobody's or several people's.
func author(title syntax.Marked, known map[readout.EntityID]*readout.Entity) readout.EntityID {
	list := announced(title)
	if len(list) != 1 || known[title.Mentions[list[0]].Entity] == nil {
		return ""
	}
	return title.Mentions[list[0]].Entity
}

// announced are the mentions of the people whose words a title announces.
func announced(title syntax.Marked) []int {
	if len(title.Sentences) == 0 || len(title.Tokens) < 3 || !title.Tokens[0].Is("remarks", "statement", "statements", "joint", "transcript", "speech", "op-ed", "press") {
		return nil
	}
	by := 1
	for by < min(len(title.Tokens), 5) && !title.Tokens[by].Is("by", "from") {
		by++
	}
	if by >= len(title.Tokens) || !title.Tokens[by].Is("by", "from") {
		return nil
	}
	f := newFinder(title, &readout.Document{}, nil)
	list, _, _ := f.listRight(by+1, title.Sentences[0].Last)
	var people []int
	for _, m := range list {
		if title.Mentions[m].Entity.Kind() == readout.Person {
			people = append(people, m)
		}
	}
	return people
}

// firstPerson lets "I" speak of who says it: the speaker of a transcript's answer
// or of a direct quotation, or else the author that the title announces.
func (f *finder) firstPerson(author readout.EntityID) {
	for i, k := range f.Tokens {
		if k.Is("our") && f.owner[i] < 0 {
			f.ours(i)
		}
		if !k.Is("i") || !k.Upper || f.owner[i] >= 0 {
			continue
		}
		id := author
		if p := f.PassageOf(f.SentenceOf(i)); p.Kind == readout.Answer {
			id = p.Issuer
		}
		span := f.Span(i, i+1)
		for _, j := range f.statements[f.SentenceOf(i)] {
			s := f.Statements[j]
			if s.Mode == readout.Direct && s.Speaker != nil && s.Content.Overlaps(span) {
				id = *s.Speaker
			}
		}
		if id.Kind() == readout.Person && f.known[id] != nil {
			f.owner[i] = len(f.Mentions)
			f.Mentions = append(f.Mentions, readout.Mention{Entity: id, Span: span, Name: span, Form: readout.ByPronoun})
		}
	}
}

// ours lets "our" at token i speak of both who says a direct quotation and to whom it
// is said: "I am cancelling our meeting," he wrote to Holt.
func (f *finder) ours(i int) {
	span := f.Span(i, i+1)
	for _, j := range f.statements[f.SentenceOf(i)] {
		s := f.Statements[j]
		if s.Mode == readout.Indirect || s.Speaker == nil || s.Speaker.Kind() != readout.Person || s.Cue.IsZero() || !s.Content.Overlaps(span) {
			continue
		}
		_, after := f.TokensIn(s.Cue.Hull())
		if f.at(after).Is("to") {
			after++
		}
		list, _, _ := f.listRight(after, f.Sentences[f.SentenceOf(i)].Last)
		if len(list) != 1 || f.Mentions[list[0]].Entity.Kind() != readout.Person || f.Mentions[list[0]].Entity == *s.Speaker {
			continue
		}
		members := []readout.EntityID{*s.Speaker, f.Mentions[list[0]].Entity}
		f.owner[i] = len(f.Mentions)
		f.Mentions = append(f.Mentions, readout.Mention{Entity: members[0], Span: span, Name: span, Form: readout.ByGroup, Members: members})
		return
	}
}

// joint reads a headline that announces the joint words of leaders of two states,
// "Remarks by Prime Minister Reyes and President Holt Before Bilateral Meeting":
// they spoke side by side, so they met.
func (f *finder) joint(s int) []draft {
	if s != 0 {
		return nil
	}
	d := draft{solid: true, explicit: true}
	d.Parties = f.withBody(f.parties(announced(f.Marked)), s)
	if len(d.Parties) < 2 || f.scope(d.Parties, s) != readout.International {
		return nil
	}
	d.Channel, d.Status = readout.Meeting, readout.Held
	statement := false
	for _, k := range f.Tokens[f.Sentences[s].First:f.Sentences[s].Last] {
		switch {
		case k.Is("virtual", "video", "videoconference", "teleconference"):
			d.Channel = readout.Video
		case k.Is("call") && d.Channel == readout.Meeting:
			d.Channel = readout.Call
		case k.Is("statement", "declaration", "communique"):
			statement = true
		case k.Is("on", "about", "regarding", "concerning"):
			d.written = statement
		}
	}
	d.field, d.Headline, d.sentence = f.Field, true, s
	d.Words = f.Words(f.SentenceSpan(s))
	return []draft{d}
}

// bilateral are the two of different states whose words before or after their bilateral meeting
// a headline announces; nil for other titles.
func (f *finder) bilateral() []readout.Party {
	if len(f.Sentences) == 0 || !f.says(0, f.Sentences[0].Last, "bilateral") {
		return nil
	}
	if pair := f.parties(announced(f.Marked)); len(pair) == 2 && f.scope(pair, 0) == readout.International {
		return pair
	}
	return nil
}

// withoutOthers leaves out of the pair's own meeting of that day who is only named beside one
// of them: "The President and I look forward to our talk with you".
func (f *finder) withoutOthers(found []draft, pair []readout.Party) {
	for i := range found {
		d := &found[i]
		here := d.When == nil || d.When.EDTF == f.today(d.sentence)
		if len(pair) < 2 || !here || d.Status != readout.Held || d.Background || len(d.Parties) < 3 || !hasParty(d, pair[0].Entity) || !hasParty(d, pair[1].Entity) {
			continue
		}
		if third := slices.ContainsFunc(d.Parties, func(p readout.Party) bool { return p.Country != pair[0].Country && p.Country != pair[1].Country }); !third {
			d.Parties, d.Initiator = slices.DeleteFunc(slices.Clone(d.Parties), func(p readout.Party) bool { return p.Entity != pair[0].Entity && p.Entity != pair[1].Entity }), nil
		}
	}
}

// withBody is the body whose leaders those who spoke together are said to meet: "Remarks by
// Prime Minister Reyes and President Holt Before Meeting with Nordic Council Leaders" is a
// contact of the page's own leader with the council, for which the other speaks. "" where
// the title names none.
func (f *finder) withBody(list []readout.Party, s int) []readout.Party {
	for i := f.Sentences[s].First; i+2 < f.Sentences[s].Last; i++ {
		if !f.at(i).Is("meeting", "session", "lunch", "dinner", "summit") || !f.at(i+1).Is("with", "of") {
			continue
		}
		m := f.mentionFrom(i+2, f.Sentences[s].Last)
		if m < 0 || !f.international(m) {
			continue
		}
		own := slices.DeleteFunc(slices.Clone(list), func(p readout.Party) bool { return p.Country != f.pageOf() })
		if len(own) > 0 && len(own) < len(list) {
			return append(own, f.party(f.Mentions[m].Entity, m))
		}
	}
	return list
}
