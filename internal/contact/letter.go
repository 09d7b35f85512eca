package contact

import (
	"slices"

	"readout"
	"readout/lexicon"
)

// letterSides reads sender and addressee of a letter.
func (f *finder) letterSides(c cue, s sides, end int) (sides, bool) {
	if f.at(c.last).Is("reads", "read") {
		return sides{begun: -1}, true
	}
	s = f.sentAndReceived(c, s, end)
	if f.at(c.head).Is("greetings", "condolences", "congratulations") {
		opens := s.light != nil && !s.light.group.To && f.opens(c.sentence) && !f.orally(c) && slices.Contains([]string{"offer", "extend", "express", "convey"}, s.light.group.Lemma)
		if !opens && (s.light == nil || s.light.group.Lemma != "send") || !f.persons(s.object) {
			return s, false // what is expressed need not be written ("called to offer his condolences"), and greets many
		}
		if opens {
			s.light = &lightVerb{group: s.light.group} // "offered": given, not proposed
		}
	}
	if f.at(c.head).Is("message", "messages") && s.light != nil && s.light.word == nil {
		return s, false // "relayed the message to Holt in a call"
	}
	if s.light != nil && s.light.word != nil && slices.Contains([]string{"exchange", "swap"}, s.light.word.Words[0]) && len(s.object) == 0 {
		return s, len(f.parties(s.subject)) > 1 // "Reyes and Holt exchanged letters"
	}
	if start := f.Sentences[c.sentence].First; len(s.object) == 0 && len(s.subject) == 2 && f.at(f.nounPhrase(c, start)-1).Is("in", "by") { // "congratulated Holt in a telegram"
		s.subject, s.object = s.subject[:1], s.subject[1:]
	}
	if len(s.subject) == 0 || len(s.object) == 0 || !f.persons(s.object) && !f.persons(s.subject) {
		return s, false
	}
	if s.begun < 0 {
		s.begun, s.basis = s.subject[0], "verb"
	}
	return s, true
}

// opens reports whether a sentence is the first of an institution's text: what it
// expresses there to somebody is what it wrote.
func (f *finder) opens(s int) bool {
	return s == 0 && f.home(s) != ""
}

// orally reports whether the sentence of a letter's noun names a talk before it, in which it
// was said: "During the telephone conversation, Reyes offered congratulations".
func (f *finder) orally(c cue) bool {
	for i := f.Sentences[c.sentence].First + 1; i < c.first; i++ {
		if nouns := f.Lex.English.ContactNouns(f.at(i).Fold); f.owner[i] < 0 && len(nouns) > 0 && nouns[0].Channel != string(readout.Letter) && f.says(f.Sentences[c.sentence].First, i, "during", "in", "at") {
			return true
		}
	}
	return false
}

// sentAndReceived puts the sender of a letter first, where the verb tells of its
// receiver: "received a letter from Holt", "got Holt's letter", "was sent letters by
// Holt and Macron", each of whom wrote one.
func (f *finder) sentAndReceived(c cue, s sides, end int) sides {
	l := s.light
	if l != nil && l.group.Passive && len(s.subject) > 0 && len(s.object) == 0 {
		if by := f.find(c.last, end, "by"); by > 0 {
			if list, _, _ := f.listRight(by, end); len(list) > 0 {
				s.subject, s.object, s.apart = list, s.subject, len(list) > 1
				return s
			}
		}
	}
	receives := l != nil && l.word != nil && l.word.Initiator == "object"
	switch {
	case receives && len(s.subject) == 2 && len(s.object) == 0 && f.possessive(s.subject[0]):
		s.subject, s.object = s.subject[:1], s.subject[1:]
	case s.begun >= 0 && len(s.object) == 0 && (l == nil || receives):
		s.object = slices.DeleteFunc(slices.Clone(s.subject), func(m int) bool { return m == s.begun })
		s.subject = []int{s.begun}
	}
	return s
}

// congratulated reads an institution's first sentence that says only that its head
// congratulated or thanked somebody abroad: that was written, where nothing says how.
func (f *finder) congratulated(s int) (cue, []draft) {
	if !f.opens(s) {
		return cue{}, nil
	}
	start, end := f.Sentences[s].First, f.Sentences[s].Last
	for i := start; i < end; i++ {
		form, ok := f.Lex.English.IsForm(f.Tokens[i].Fold, "congratulate")
		if !ok || form&lexicon.Past == 0 {
			continue
		}
		g, ok := f.GroupAt(i, "congratulate")
		c := cue{sentence: s, first: i, last: i + 1, head: i, group: g, word: &lexicon.ContactWord{Words: []string{"congratulate"}, Kind: "verb", Channel: string(readout.Letter), Frames: []string{"person"}, Initiator: "subject"}}
		sides, told := f.verbSides(c, start, end)
		if !ok || !told || !f.persons(sides.subject) {
			return c, nil
		}
		if d, whole := f.draft(c, sides, append(slices.Clone(sides.subject), sides.object...), readout.Held); whole && d.solid && d.Scope == readout.International {
			return c, []draft{d}
		}
		return c, nil
	}
	return cue{}, nil
}

// mourned reports whether a mention is of whose death is spoken of: "on the passing of
// the former president Jon Holt".
func (f *finder) mourned(m, start int) bool {
	for i := f.begins(m, start) - 1; i > start && i > f.begins(m, start)-8; i-- {
		if f.at(i).Is("of") && f.at(i-1).Is("passing", "death", "loss", "demise", "memory") {
			return true
		}
		if f.at(i).Is("to", ",") {
			return false
		}
	}
	return false
}
