package contact

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// lightVerb is the verb whose object a telling noun is.
type lightVerb struct {
	group syntax.Group
	word  *lexicon.StatusWord // nil if status.tsv does not know it
}

// verbSides reads the parties of a telling verb.
func (f *finder) verbSides(c cue, start, end int) (sides, bool) {
	s := sides{begun: -1}
	if c.group.Passive {
		s.object = f.subject(c.group.First, start)
		if by := f.find(c.last, end, "by"); by > 0 {
			s.subject, _, _ = f.listRight(by, end)
		}
		if len(s.subject) == 0 || len(s.object) == 0 || c.word.Frames[0] == "with" {
			return s, false
		}
		return f.begin(c, s), true
	}
	s.subject = f.subject(c.first, start)
	if c.group.To && c.group.Governor >= 0 {
		s.subject = f.governedSubject(c, start, s.subject)
		s.object = f.inviter(c, start)
	}
	after := f.skipInside(c.last, end)
	placed := false
	for c.word.Channel == string(readout.Meeting) && f.placePhrase(after) > 0 { // "received on Monday at the palace"
		placed = placed || f.at(after).Is("to")
		after = f.skipInside(after+f.placePhrase(after), end)
	}
	for _, frame := range c.word.Frames {
		if placed && frame == "arrival" { // "welcomed to her residence President Holt"
			frame = "person"
		}
		if f.frame(c, frame, after, end, &s) {
			break
		}
	}
	if len(s.subject) == 0 {
		s.subject = f.afterComma(c, start, end)
	}
	if len(s.subject) == 0 {
		return s, false
	}
	if len(s.object) == 0 && !s.place && !(f.reciprocal(c) && len(f.parties(s.subject)) > 1) {
		return s, false
	}
	s.object = slices.DeleteFunc(s.object, func(m int) bool { return slices.Contains(s.subject, m) })
	return f.begin(c, s), true
}

// afterComma is the subject of a fronted participle: "After meeting Holt, Reyes
// flew home".
func (f *finder) afterComma(c cue, start, end int) []int {
	if c.group.Form != lexicon.Ing || c.first-start > 3 {
		return nil
	}
	for i := c.last; i < end; i++ {
		if f.at(i).Is(",") {
			list, _, _ := f.listRight(i+1, end)
			return list
		}
	}
	return nil
}

// begin notes who began the contact, where the verb says so.
func (f *finder) begin(c cue, s sides) sides {
	if c.word.Initiator == "subject" && len(s.subject) > 0 {
		s.begun, s.basis = s.subject[0], "verb"
	}
	return s
}

// reciprocal reports whether the verb without a counterpart means that its
// subjects met each other.
func (f *finder) reciprocal(c cue) bool {
	if slices.Contains([]string{"join", "call", "phone", "telephone", "ring", "dial", "see", "receive", "host", "welcome", "visit", "write", "contact"}, c.group.Lemma) {
		return f.at(c.last).Is("each", "one")
	}
	return c.word.Channel != string(readout.Visit)
}

// frame tries one way in which the verb can name its counterpart.
func (f *finder) frame(c cue, frame string, after, end int, s *sides) bool {
	switch frame {
	case "object", "person", "arrival":
		after = f.sharedObject(c, after, end)
		m := f.mentionFrom(after, end)
		if !f.eligible(m) || f.possessive(m) || f.Mentions[m].Entity.Kind() == readout.State && frame != "object" && !f.delegates(m) {
			return false
		}
		list, last, apart := f.listRight(after, end)
		if !f.contactFollows(c, frame, last, end) {
			return false
		}
		if frame == "person" && !f.persons(list) && !f.delegates(m) {
			return false // "hosts APEC"
		}
		s.object, s.apart = append(s.object, list...), apart
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
	case "aside": // "engaged with Holt on the sidelines"
		if f.find(after, end, "sidelines") == 0 && f.find(after, end, "margins") == 0 {
			return false
		}
		if at := f.find(after, end, "with"); at > 0 {
			s.object, _, s.apart = f.listRight(at, end)
		}
	case "delegation": // "led a delegation to Costava"
		s.place = f.leads(after, end)
		return s.place
	case "place":
		m := f.mentionFrom(after, end)
		s.place = m >= 0 && f.isPlace(m)
		return s.place
	default:
		at := f.find(after, end, frame)
		if at == 0 {
			return false
		}
		m := f.mentionFrom(at, end)
		if c.word.Channel == string(readout.Visit) {
			s.place = m >= 0 && f.isPlace(m)
			return s.place
		}
		s.object, _, s.apart = f.listRight(at, end)
	}
	return len(s.object) > 0
}

// forContact reports whether "for" or "in" and a telling noun follow token i within
// a few words: "joined Holt for a meeting".
func (f *finder) forContact(i, end int) bool {
	seen := false
	for j := i; j < min(end, i+14); j++ {
		seen = seen || f.at(j).Is("for", "in", "during", "at")
		for _, stem := range append(singular(f.Tokens[j].Fold), f.Tokens[j].Fold) {
			if seen && len(f.Lex.English.ContactNouns(stem)) > 0 {
				return true
			}
		}
		if f.at(j).Is(".", ";") {
			return false
		}
	}
	return false
}

// sharedObject steps over a second verb that shares the object: "called and
// congratulated Holt".
func (f *finder) sharedObject(c cue, after, end int) int {
	if !f.at(after).Is("and") || after+2 >= end || f.owner[after+1] >= 0 {
		return after
	}
	if g, ok := f.GroupAt(after+1, ""); ok && g.First == after+1 && g.Form&c.group.Form != 0 {
		return after + 2
	}
	return after
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

func (f *finder) isPlace(m int) bool {
	k := f.Mentions[m].Entity.Kind()
	return k == readout.Place || k == readout.State
}

// skipInside steps over what can stand between a verb and its object: adverbs,
// a manner phrase, a date.
func (f *finder) skipInside(i, end int) int {
	for i < end {
		if n := f.manner(i); n > 0 {
			i += n
			continue
		}
		if f.owner[i] >= 0 || !(f.Lex.English.Adverb(f.Tokens[i].Fold) || f.isDate(i) || f.at(i).Is("up", "again", "back", "briefly")) {
			return i
		}
		i++
	}
	return i
}

// manner is the length of a manner phrase at token i, 0 if there is none.
func (f *finder) manner(i int) int {
	for _, w := range f.Lex.English.Manners(f.Tokens[i].Fold) {
		if n := f.mannerAt(i, w); n > 0 {
			return n
		}
	}
	return 0
}

// byManner reads a sentence whose only telling words are a manner phrase: "By video
// link, Reyes briefed Holt". Its subject and the object of its verb, of two
// states, were in contact.
func (f *finder) byManner(s int) (cue, []draft) {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	for i := first; i < last; i++ {
		for _, w := range f.Lex.English.Manners(f.Tokens[i].Fold) {
			n := f.mannerAt(i, w)
			if n == 0 {
				continue
			}
			c := cue{sentence: s, first: i, last: i + n, head: i, word: w}
			for j := first; j < last; j++ {
				if !f.finite(j) {
					continue
				}
				g, _ := f.GroupAt(j, "")
				subject := f.subject(g.First, first)
				object, _, _ := f.listRight(f.skipInside(g.Main+1, last), last)
				if with := f.find(g.Main+1, last, "with"); len(object) == 0 && with > 0 { // "exchanged greetings by telephone with Holt"
					object, _, _ = f.listRight(with, last)
				}
				if len(f.parties(subject)) > 1 { // "Reyes and Holt discussed the border by telephone"
					object = nil
				}
				c.group = g
				d, ok := f.draft(c, sides{begun: -1}, append(subject, object...), f.verbStatus(g, 0))
				if ok && d.solid && d.Scope == readout.International && (f.persons(object) || len(object) == 0) {
					return c, []draft{d}
				}
				return c, nil
			}
		}
	}
	return cue{}, nil
}

// mannerAt is the length of the phrase at token i, one adjective inside it allowed
// ("by secure video link"); 0 if it is not there.
func (f *finder) mannerAt(i int, w *lexicon.ContactWord) int {
	if n := f.matchNoun(i, w.Words); n == len(w.Words) {
		return n
	}
	if len(w.Words) > 1 && i+2 < len(f.Tokens) && f.Tokens[i].Fold == w.Words[0] && f.at(i+1).Is("secure", "secured", "encrypted", "satellite") && f.matchNoun(i+2, w.Words[1:]) == len(w.Words)-1 {
		return len(w.Words) + 1
	}
	return 0
}

// find gives the token after the preposition, looked for from token i over
// adverbs, dates, manner phrases, places and durations, but not over another
// verb or a clause's end; 0 if it is not there.
func (f *finder) find(i, end int, preposition string) int {
	for n := 0; i < end && n < 16; i, n = i+1, n+1 {
		k := f.Tokens[i]
		if k.Fold == preposition {
			return i + 1
		}
		if k.Is(";", ":", ".", "that", "and", "but", "who", "which", "whether", "because") {
			return 0
		}
		if f.owner[i] >= 0 && f.eligible(f.owner[i]) && f.Mentions[f.owner[i]].Entity.Kind() == readout.Person && preposition != "by" {
			return 0
		}
		if len(f.Lex.English.VerbForms(k.Fold)) > 0 && f.owner[i] < 0 && !f.isDate(i) && !k.Is("phone", "telephone", "call", "video", "meeting", "talks", "visit", "link", "time", "length", "over", "last", "end", "long") {
			return 0
		}
	}
	return 0
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
		return next.Is("to", "at", "in", "on", "for", "with")
	}
	if c.group.Lemma != "call" || last >= end {
		return !(next.Is("as") && (frame == "person" || c.group.Lemma == "see"))
	}
	if next.Quote() || next.Is("a", "an", "the", "his", "her", "their", "its", "not", "very", "so", "“") {
		return f.isDate(last)
	}
	if next.Kind == token.Word && f.owner[last] < 0 && !f.isDate(last) && !prepositions[next.Fold] && !f.Lex.English.Adverb(next.Fold) && !next.Is("and", "or", "but", "who", "while", "when", "to", "amid", "because", "ahead", "earlier", "later", "as", "if", "where") {
		return false
	}
	return true
}

// governedSubject is the subject of an infinitive: of what governs it, or the
// object of an inviting verb ("invited Holt to visit Velmora").
func (f *finder) governedSubject(c cue, start int, found []int) []int {
	g := c.group.Governor
	if m := f.owner[g]; m >= 0 && f.eligible(m) {
		first, _ := f.tokensOf(m)
		switch before := f.at(f.skipDeterminers(first) - 1); {
		case before.Is("from", "by"):
			return f.clauseActor(first, start)
		case before.Is("to") && !f.persons([]int{m}): // "was invited to the White House to meet Holt"
			return f.clauseActor(first, start)
		}
		return f.listLeft(m, start)
	}
	if gov, ok := f.GroupAt(g, ""); ok {
		if subject := f.subject(gov.First, start); len(subject) > 0 {
			return subject
		}
	}
	for i := g; i >= start && len(found) == 0; i-- { // "Reyes's trip to Velmora to see Holt"
		if m := f.owner[i]; m >= 0 && f.eligible(m) && f.possessive(m) {
			return []int{m}
		}
	}
	return found
}

// clauseActor is the subject of the last verb before token i.
func (f *finder) clauseActor(i, start int) []int {
	for i--; i >= start; i-- {
		if f.finite(i) {
			g, _ := f.GroupAt(i, "")
			return f.subject(g.First, start)
		}
	}
	return nil
}

// inviter is who invites: "Reyes invited Holt to visit Velmora" plans a contact of
// the two.
func (f *finder) inviter(c cue, start int) []int {
	if m := f.owner[c.group.Governor]; m >= 0 && f.eligible(m) {
		if first, _ := f.tokensOf(m); f.at(f.skipDeterminers(first)-1).Is("from", "by") {
			return []int{m} // "an invitation from Holt to visit"
		}
		if first, _ := f.tokensOf(m); f.at(first-1).Is("to") && f.at(first-2).Is("invitation") {
			return f.clauseActor(first, start) // "renewed the invitation to her to visit"
		}
	}
	for i := c.group.Governor; i >= start && i > c.group.Governor-12; i-- {
		if _, ok := f.Lex.English.IsForm(f.Tokens[i].Fold, "invite"); ok {
			g, _ := f.GroupAt(i, "invite")
			if g.Passive {
				return nil
			}
			return f.subject(g.First, start)
		}
	}
	return nil
}
