package contact

import (
	"slices"

	"readout"
	"readout/lexicon"
)

// relativeSides reads the parties of a noun from a relative clause with a subject of
// its own: "the call that Reyes had with Holt", "the talks Reyes held with Holt".
func (f *finder) relativeSides(c cue, end int, s *sides) {
	i := c.last
	if f.at(i).Is(",") && f.at(i+1).Is("which") {
		i++
	}
	start := f.Sentences[c.sentence].First
	switch np := f.nounPhrase(c, start); {
	case f.at(i).Is("that", "which"):
		i++
	case f.at(i).Is(",") || prepositions[f.at(i).Fold], prepositions[f.at(np-1).Fold] && f.frontedAt(np, start):
		return // "In the call Reyes thanked Holt"
	}
	m := f.mentionFrom(i, end)
	if !f.eligible(m) || f.possessive(m) || len(s.subject) > 0 && f.whole(*s) {
		return
	}
	list, after, _ := f.listRight(i, end)
	if s.light != nil && s.light.word != nil && s.light.word.Status != "tense" && f.offers(after) { // "declined the meeting that Holt proposed"
		s.object = append(s.object, list...)
		return
	}
	for j := after; j < min(end, after+4); j++ {
		for _, form := range f.Lex.English.VerbForms(f.Tokens[j].Fold) {
			g, ok := f.GroupAt(j, form.Lemma)
			if next, more := f.GroupAt(j+1, ""); more && next.First <= j {
				continue // an auxiliary: "had planned"
			}
			if !ok || g.First < after || f.owner[j] >= 0 || !g.Finite() || g.Passive {
				continue
			}
			for _, w := range f.Lex.English.StatusWords("object", form.Lemma) {
				if last, ok := f.particles(j, w.Words); ok {
					if f.Lex.Reporting.Verb(form.Lemma) != nil && f.find(last, end, "with") == 0 {
						return // "the meeting that the palace announced": who announces it need not be there
					}
					s.subject = list
					s.light = &lightVerb{group: g, word: w}
					for _, p := range []string{"with", "to", "between"} {
						if at := f.find(last, end, p); at > 0 && len(s.object) == 0 {
							s.object, _, s.apart = f.listRight(at, end)
						}
					}
					return
				}
			}
		}
	}
}

// offers reports whether a verb that offers or asks for a contact stands at token i,
// over its auxiliaries.
func (f *finder) offers(i int) bool {
	for j := i; j < i+3; j++ {
		for _, form := range f.Lex.English.VerbForms(f.at(j).Fold) {
			for _, w := range f.Lex.English.StatusWords("object", form.Lemma) {
				if w.Status == string(readout.Proposed) {
					return true
				}
			}
		}
	}
	return false
}

// asked reads "asked Holt for a meeting": the verb's own object is the counterpart.
func (f *finder) asked(np, start int, s *sides) {
	if s.light != nil && s.light.word != nil || !f.at(np-1).Is("for") || np-2 < start || f.owner[np-2] < 0 || !f.eligible(f.owner[np-2]) {
		return
	}
	m := f.owner[np-2]
	i := f.begins(m, start) - 1
	if l := f.withParticle(i, "for"); l != nil {
		s.light = l
		if len(s.object) > 0 && l.word.Words[0] != "ask" { // "pressed Holt for talks with Brell": those two are to talk
			s.subject = []int{m}
			return
		}
		s.object = append(s.object, m)
	}
}

// hadTo reads "had Holt to dinner": who has whom.
func (f *finder) hadTo(c cue, np, start int, s *sides) {
	if !f.meal(c) || !f.at(np-1).Is("to", "for") || np-2 < start || f.owner[np-2] < 0 || !f.persons([]int{f.owner[np-2]}) {
		return
	}
	m := f.owner[np-2]
	if g, ok := f.GroupAt(f.begins(m, start)-1, "have"); ok {
		s.light = &lightVerb{group: g}
		if words := f.Lex.English.StatusWords("object", "have"); len(words) > 0 {
			s.light.word = words[0]
		}
		s.subject, s.object = f.subject(g.First, start), []int{m}
	}
}

// addressedIn is who spoke to whom in "asked Holt during the call", where no contact was
// told before: the subject and the person whom a verb of address has as its object.
func (f *finder) addressedIn(np, start int) []int {
	if f.told || !f.at(np-1).Is("during", "in") || !f.at(np).Is("the") {
		return nil
	}
	for i := np - 2; i > start; i-- {
		if f.owner[i] >= 0 {
			continue
		}
		for _, form := range f.Lex.English.VerbForms(f.at(i).Fold) {
			for _, w := range f.Lex.English.ContactVerbs(form.Lemma) {
				if len(w.Words) > 1 || w.Frames[0] != "addressed" {
					continue
				}
				g, _ := f.GroupAt(i, form.Lemma)
				subject, object := f.subject(g.First, start), f.mentionFrom(i+1, np)
				if object < 0 || !f.persons(subject) || !f.persons([]int{object}) || f.possessive(object) || !g.Finite() {
					return nil
				}
				return append(slices.Clone(subject), object)
			}
		}
	}
	return nil
}

// withParticle is the verb at token i with a particle that does not stand beside it;
// nil if status.tsv has none.
func (f *finder) withParticle(i int, particle string) *lightVerb {
	for _, form := range f.Lex.English.VerbForms(f.at(i).Fold) {
		for _, w := range f.Lex.English.StatusWords("object", form.Lemma) {
			if g, ok := f.GroupAt(i, form.Lemma); ok && len(w.Words) == 2 && w.Words[1] == particle {
				return &lightVerb{group: g, word: w}
			}
		}
	}
	return nil
}

// invitationTo reads "an invitation from Holt to a summit" before the noun phrase at
// token np: who invites, -1 if nobody is named, and the token of the invitation, 0 if
// there is none.
func (f *finder) invitationTo(np, start int) (host, at int) {
	if np-2 < start || !f.at(np-1).Is("to") {
		return -1, 0
	}
	host, at = -1, np-2
	if m := f.owner[at]; m >= 0 && f.eligible(m) {
		first := f.begins(m, start)
		if !f.at(first-1).Is("from", "by") {
			return -1, 0
		}
		host, at = m, first-2
	}
	if !f.at(at).Is("invitation", "invitations") {
		return -1, 0
	}
	return host, at
}

// invited takes in who was invited to the contact, and by whom.
func (f *finder) invited(np, start int, s *sides) {
	host, at := f.invitationTo(np, start)
	if at == 0 {
		return
	}
	if host >= 0 {
		s.object = append(s.object, host)
	}
	first := at
	for first > start && (f.at(first-1).Is("a", "an", "the", "his", "her", "their") || f.possessed(first-1)) {
		first--
	}
	if l := f.light(first, start); l != nil {
		s.subject = append(s.subject, f.subject(l.group.First, start)...)
	}
}

// offered takes in who offers the contact and who answers: "declined Holt's offer of a
// meeting", "Holt's offer of a meeting was declined by Reyes".
func (f *finder) offered(np, start, end int, s *sides) {
	if s.closed || !f.at(np-1).Is("of", "for") || np-2 < start {
		return
	}
	w := f.statusNoun("of", np-2)
	if w == nil || w.Status != string(readout.Proposed) {
		return
	}
	first := np - 2
	for first > start && (f.at(first-1).Is("a", "an", "the", "his", "her", "their") || f.possessed(first-1)) {
		if m := f.owner[first-1]; m >= 0 && f.possessive(m) && f.eligible(m) && !slices.Contains(s.object, m) && !slices.Contains(s.subject, m) {
			s.object = append(s.object, m)
		}
		first--
	}
	if l := f.light(first, start); l != nil && l.word != nil {
		for _, m := range f.subject(l.group.First, start) {
			if !slices.Contains(s.object, m) && !slices.Contains(s.subject, m) {
				s.subject = append(s.subject, m)
			}
		}
	}
}

// split reads a verb whose particle stands behind the noun: "called the meeting off".
func (f *finder) split(c cue, np, start int, s *sides) {
	at := c.last
	for at < c.last+8 && !f.at(at).Is("off", ",", ".", ";", "and", "but") {
		at++
	}
	if s.light != nil && s.light.word != nil && s.light.word.Status != "tense" || !f.at(at).Is("off") {
		return
	}
	if np-1 < start {
		return
	}
	if l := f.withParticle(np-1, "off"); l != nil {
		s.light = l
	}
}

// byAgent takes in who did what became of the contact: "the meeting with Holt was
// called off by Reyes", "the summit was hosted by Reyes and Holt".
// With whom the agent did so is returned.
func (f *finder) byAgent(c cue, end int, s *sides) (with []int) {
	if s.closed {
		return nil
	}
	if at := f.eventEnd(c.sentence); c.last < at {
		end = at
	}
	for i := c.last; i < min(end, c.last+24); i++ {
		if f.telling(i) && f.verbBetween(c.last, i) {
			return nil // "welcomed the summit and look forward to the meetings to be hosted by Reyes"
		}
		if !f.at(i).Is("by") || f.owner[i] >= 0 {
			continue
		}
		list, last, _ := f.listRight(i+1, end)
		if len(list) == 0 || !f.doneBy(i, c.last) && !(f.at(i-1).Is("led", "headed") && f.persons(list) && len(f.parties(list)) > 1) {
			continue
		}
		if at := f.find(last, end, "with"); at > 0 && len(s.object) == 0 { // "hosted by Holt with the leaders of Arvenia and Brevia"
			with, _, _ = f.listRight(at, end)
		}
		for _, m := range list {
			if !slices.Contains(s.subject, m) && !slices.Contains(s.object, m) && !f.possessive(m) {
				s.subject = append(s.subject, m)
			}
		}
		return with
	}
	return nil
}

// doneBy reports whether the verb before "by" at token i is passive and says that the
// contact was held, called off, put off or turned down, so that its agent takes part.
func (f *finder) doneBy(i, from int) bool {
	for j := i - 1; j >= max(from, i-3); j-- {
		for _, form := range f.Lex.English.VerbForms(f.Tokens[j].Fold) {
			if slices.Contains([]string{"host", "cohost", "chair"}, form.Lemma) && form.Form&lexicon.Participle != 0 {
				return true
			}
			for _, w := range f.Lex.English.StatusWords("subject", form.Lemma) {
				g, ok := f.GroupAt(j, form.Lemma)
				if _, all := f.particles(j, w.Words); ok && all && g.Passive {
					switch readout.Status(w.Status) {
					case readout.Cancelled, readout.Postponed, readout.Declined:
						return true
					}
				}
			}
		}
	}
	return false
}

// finiteBefore reports whether a finite verb stands before the noun in its sentence.
func (f *finder) finiteBefore(c cue, start int) bool {
	return f.finiteIn(start, c.first) >= 0
}

// gathered reads whom somebody brings together: two or more, and a person who does so.
func (f *finder) gathered(c cue, after, end int, s *sides) bool {
	if f.at(after).Is("together") {
		after++
	}
	list, last, _ := f.listRight(after, end)
	if len(f.parties(list)) < 2 || !f.at(after-1).Is("together") && !f.at(last).Is("together") {
		return false
	}
	s.object = list
	if !f.persons(s.subject) { // a state or body that mediates
		s.subject, s.object = list[:1], list[1:]
	}
	return true
}

// accompanied is the mention behind "with" that ends at token i: "discussed the border
// with Holt in a call"; -1 if there is none after token from.
func (f *finder) accompanied(i, from int) int {
	if i-1 <= from || f.owner[i-1] < 0 {
		return -1
	}
	m := f.owner[i-1]
	if first := f.begins(m, from); !f.at(first - 1).Is("with") {
		return -1
	}
	return m
}

// appositive reports whether the noun only says once more what contact another word of
// the sentence tells: "spoke on Monday, their third call this year".
func (f *finder) appositive(c cue, np int) bool {
	if !f.at(np-1).Is(",") || !f.at(np).Is("their", "his", "her", "its", "the", "a") {
		return false
	}
	for i := np + 1; i < c.first; i++ {
		if f.at(i).Is("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest", "only", "last") {
			return true
		}
	}
	return false
}
