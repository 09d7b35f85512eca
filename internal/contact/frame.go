package contact

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// onTheSide reports whether the words say that something was on the sidelines of something.
func (f *finder) onTheSide(i, end int) bool {
	return f.find(i, end, "sidelines") > 0 || f.find(i, end, "margins") > 0
}

// frame tries one way in which the verb can name its counterpart.
func (f *finder) frame(c cue, frame string, after, end int, s *sides) bool {
	if frame == "object" || frame == "with" || frame == "to" {
		if list := f.amongThem(c, frame, after, end); list != nil {
			s.object, s.apart = list, len(list) > 1 || f.Mentions[list[0]].Form != readout.ByGroup
			return true
		}
	}
	switch frame {
	case "object", "person", "arrival":
		if !f.objectOf(c, frame, after, end, s) {
			return false
		}
	case "gathered": // "brought Reyes and Holt together"
		return f.gathered(c, after, end, s)
	case "joined":
		list, last, _ := f.listRight(after, end)
		if !f.forContact(last, end) && !(f.at(last).Is("at", "in") && f.mentionFrom(last+1, end) >= 0 && f.isPlace(f.mentionFrom(last+1, end))) {
			return false
		}
		s.object = list
	case "invited": // "invited Holt to Costava"
		list, last, _ := f.listRight(after, end)
		if len(list) == 0 || !f.persons(list) && !f.delegates(list[0]) || !f.at(last).Is("to") || !f.journeyEnd(last+1) {
			return false
		}
		s.object = list
	case "addressed": // "told Holt in Geneva": where somebody was spoken to, those met
		list, last, _ := f.listRight(after, end)
		if !f.persons(list) || f.possessive(list[0]) || !f.spokenToThere(last, end) {
			return false
		}
		s.object = list
	case "topic-with", "person-with": // "discussed the border with Holt"
		at := f.topicWith(after, end)
		if at == 0 {
			return false
		}
		list, _, apart := f.listRight(at, end)
		if len(list) == 0 || f.possessive(list[0]) || !f.persons(list) && (frame == "person-with" || f.persons(s.subject) && !f.delegates(list[0])) {
			return false
		}
		s.object, s.apart = list, apart
	case "aside": // "engaged with Holt on the sidelines"
		if !f.onTheSide(after, end) {
			return false
		}
		if at := f.find(after, end, "with"); at > 0 {
			s.object, _, s.apart = f.listRight(at, end)
		}
	case "delegation": // "led a delegation to Costava"
		s.place = f.leads(after, end)
		return s.place
	case "alone":
		return false
	case "place":
		m := f.mentionFrom(after, end)
		s.place = m >= 0 && f.isPlace(m)
		return s.place
	default:
		return f.behindPreposition(c, frame, after, end, s)
	}
	return len(s.object) > 0
}

// objectOf reads the object of a verb of contacts: whom it names, not what they have or are.
func (f *finder) objectOf(c cue, frame string, after, end int, s *sides) bool {
	after = f.delegationLeader(f.sharedObject(c, after, end), end)
	m := f.mentionFrom(after, end)
	if !f.eligible(m) || f.possessive(m) || f.Mentions[m].Entity.Kind() == readout.State && frame != "object" && !f.delegates(m) {
		return false
	}
	list, last, apart := f.listRight(after, end)
	if !f.contactFollows(c, frame, last, end) {
		return false
	}
	if first, _ := f.tokensOf(m); frame == "person" && c.group.Lemma == "receive" && f.at(first-1).Is("a", "an") {
		return false // "received a BA from the college"
	}
	convened := c.group.Lemma == "convene" && f.international(m) // "convened the Council of the Sound"
	if frame == "person" && !f.persons(list) && !f.delegates(m) && !convened {
		return false // "hosts APEC"
	}
	s.object, s.apart = append(s.object, list...), apart
	return true
}

// behindPreposition reads whom, or of a journey where to, the words behind the preposition
// that a verb takes name.
func (f *finder) behindPreposition(c cue, preposition string, after, end int, s *sides) bool {
	at := f.find(after, end, preposition)
	if at == 0 || f.hasObject(after, at) {
		return false
	}
	if c.word.Channel == string(readout.Visit) {
		m := f.mentionFrom(at, end)
		s.place = m >= 0 && f.isPlace(m)
		return s.place
	}
	s.object, _, s.apart = f.listRight(at, end)
	return len(s.object) > 0
}

// hasObject reports whether a telling noun that an article opens at token i stands before
// token end: in "convened a call with Holt", the noun tells of it.
func (f *finder) hasObject(i, end int) bool {
	for j := i + 1; f.at(i).Is("a", "an", "the", "another") && j < end; j++ {
		if f.telling(j) {
			return true
		}
	}
	return false
}

// forContact reports whether "for" or "in" and a telling noun follow token i within
// a few words: "joined Holt for a meeting".
func (f *finder) forContact(i, end int) bool {
	seen := false
	for j := i; j < min(end, i+14); j++ {
		seen = seen || f.at(j).Is("for", "in", "during", "at")
		if seen && f.telling(j) {
			return true
		}
		if f.at(j).Is(".", ";") {
			return false
		}
	}
	return false
}

// journeyEnd reports whether a mention at token i, over an article, names a place,
// state or seat of government.
func (f *finder) journeyEnd(i int) bool {
	if f.at(i).Is("the") {
		i++
	}
	if i >= len(f.owner) || f.owner[i] < 0 {
		return false
	}
	m := f.owner[i]
	return !f.persons([]int{m}) && !f.possessive(m)
}

// contactFollows reports whether what follows the object leaves the verb a
// contact: "called him a friend", "called Putin's move reckless", "met
// Merkel's demands" and "received him as" are none.
func (f *finder) contactFollows(c cue, frame string, last, end int) bool {
	next := f.at(last)
	if len(c.word.Words) == 2 && c.word.Words[0] == "call" { // "called on Holt to resign" asks for something
		for last < end && (f.isDate(last) || f.at(last).Is("on", ",") || f.Lex.English.Adverb(f.at(last).Fold)) {
			last++
		}
		return last >= end || f.at(last).Is("in", "at", "during", "after", "before", ".")
	}
	if frame == "arrival" {
		if next.Is("here", "back") {
			next = f.at(last + 1) // "welcomed Holt back to Merrin House"
		}
		return next.Is("to", "at", "in", "on", "for", "with")
	}
	if c.group.Lemma != "call" || last >= end {
		return !(next.Is("as") && (frame == "person" || c.group.Lemma == "see"))
	}
	if next.Is("a", "the") && f.at(last+2).Is("time") {
		return true // "called Holt a second time"
	}
	if next.Quote() && f.isDate(last+1) {
		return true // might call Holt "tomorrow"
	}
	if next.Quote() || next.Is("a", "an", "the", "his", "her", "their", "its", "not", "very", "so", "“") {
		return f.isDate(last)
	}
	if next.Kind == token.Word && f.owner[last] < 0 && !f.isDate(last) && !prepositions[next.Fold] && !f.Lex.English.Adverb(next.Fold) && !next.Is("and", "or", "but", "who", "while", "when", "to", "amid", "because", "ahead", "earlier", "later", "as", "if", "where") {
		return false
	}
	return true
}

// topicWith is the token after the "with" that names to whom a topic was put, looked
// for over the topic, which may name people of its own; 0 if there is none.
func (f *finder) topicWith(i, end int) int {
	for n := 0; i < end && n < 16; i, n = i+1, n+1 {
		k := f.Tokens[i]
		switch {
		case k.Is("with"):
			return i + 1
		case k.Is(";", ":", ".", "that", "who", "which", "whether", "because", "when", "while") || k.Quote() || f.acts(i):
			return 0
		}
	}
	return 0
}

// acts reports whether token i is the verb of a clause: by the sentence's tree where
// there is a model, or else by its form.
func (f *finder) acts(i int) bool {
	if len(f.Lex.English.VerbForms(f.Tokens[i].Fold)) == 0 || f.owner[i] >= 0 {
		return false
	}
	if w, ok := f.Word(i); ok {
		return w.UPOS == "VERB" && w.Rel != "amod" || w.UPOS == "AUX"
	}
	return f.finite(i)
}

// spokenToThere reports whether a place, an event's sidelines or a manner of meeting
// follows token i: where somebody was spoken to.
func (f *finder) spokenToThere(i, end int) bool {
	for i < end && (f.isDate(i) || f.manner(i) > 0) {
		if n := f.manner(i); n > 0 {
			return true
		}
		i++
	}
	if f.at(i).Is("on") && (f.at(i+2).Is("sidelines", "margins", "fringes") || f.isDate(i+1)) {
		return f.at(i+2).Is("sidelines", "margins", "fringes") || f.spokenToThere(i+1, end)
	}
	return f.placePhrase(i) > 1
}

// plans reports whether what is discussed is a contact that could be: "discussed a
// meeting", "discussed preparations for the summit".
func (f *finder) plans(c cue) bool {
	for i := c.last; i < c.last+7 && i < f.Sentences[c.sentence].Last && !f.at(i).Is(",", ";", "on", "in", "at"); i++ {
		if f.telling(i) {
			return !f.at(c.last).Is("the", "this", "their")
		}
	}
	return false
}

// tellsOfTalk reports whether a verb of what was discussed tells of a contact by itself:
// it is no plan, and it names whom with or, where both sides are its subject, says so by
// name. "The leaders also discussed" only goes on with what was told.
func (f *finder) tellsOfTalk(c cue, s sides) bool {
	g := c.group
	if len(s.object) > 0 {
		return g.Modal == "" && (g.Time() == syntax.PastTime || g.Time() == syntax.PresentTime) || g.Form == lexicon.Ing && f.verbStatus(g, 0) == readout.Held || g.To && f.verbStatus(g, 0) == readout.Held
	}
	if g.Time() != syntax.PastTime && g.Time() != syntax.PresentTime || g.Modal != "" || f.at(c.first-1).Is("also") || f.at(c.head-1).Is("also") {
		return false
	}
	return f.named(s.subject)
}

// named reports whether one of the mentions is of a person by name.
func (f *finder) named(list []int) bool {
	return slices.ContainsFunc(list, func(m int) bool {
		return f.Mentions[m].Form == readout.ByName && f.persons([]int{m})
	})
}

// ofTalk leaves out what the verbs of talking tell where other words of the sentence tell
// of contacts of all whom they name: "in separate calls, Reyes discussed the border with
// Holt and Brell".
func ofTalk(cues []cue, told [][]draft) [][]draft {
	talks := func(c cue) bool {
		return c.verb() && slices.Contains([]string{"topic-with", "person-with", "addressed"}, c.word.Frames[0])
	}
	out := make([][]draft, len(told))
	for i, c := range cues {
		out[i] = told[i]
		if !talks(c) {
			continue
		}
		out[i] = slices.DeleteFunc(slices.Clone(told[i]), func(d draft) bool {
			return !slices.ContainsFunc(d.Parties, func(p readout.Party) bool {
				for j := range cues {
					if !talks(cues[j]) && slices.ContainsFunc(told[j], func(o draft) bool { return o.solid && hasParty(&o, p.Entity) }) {
						return false
					}
				}
				return true
			})
		})
	}
	return out
}

// amongThem are those whom a list names of the many with whom each there was a contact:
// "spoke to five leaders, among them Reyes and Holt"; nil if there is no such list. Those
// whom one word names ("including the leaders of Arvenia and Costava") stay together.
func (f *finder) amongThem(c cue, frame string, after, end int) []int {
	if frame != "object" {
		if after = f.find(after, end, frame); after == 0 {
			return nil
		}
	}
	for i := after; i < min(end, after+5) && f.owner[i] < 0; i++ {
		if !f.at(i).Is("leaders", "counterparts", "presidents", "ministers", "colleagues", "others", "allies") {
			continue
		}
		for j := i + 1; j+1 < min(end, i+8); j++ {
			if f.at(j).Is("including", "notably") || f.at(j).Is("among") && f.at(j+1).Is("them") {
				if f.at(j).Is("among") {
					j++
				}
				list, _, _ := f.listRight(j+1, end)
				if f.persons(list) {
					return list
				}
				return nil
			}
		}
	}
	return nil
}
