package contact

import (
	"readout"
	"readout/lexicon"
)

// prepositionSides reads "between A and B", "with B", "of A and B", "to B", "from
// B" after the noun, over other phrases of it.
func (f *finder) prepositionSides(c cue, end int, s *sides) {
	for i := c.last; i < min(end, c.last+24); i++ {
		if i == c.last && f.at(i).Is("that", "which") {
			i = f.afterRelative(i, end)
		}
		if i >= end {
			return
		}
		k := f.Tokens[i]
		if f.isDate(i) || k.Is("and") && f.isDate(i-1) && f.isDate(i+1) {
			continue // "for meetings on Friday, 8 May and Saturday, 9 May with"
		}
		if k.Is(";", "that", "who", "which", "and", "but", "because", "while") || k.Is(",") && !f.parenthetic(i, end) {
			return
		}
		if f.finite(i) && !f.carries(i) || f.participle(i) {
			return
		}
		if k.Is("between", "of", "with") && i > c.last && (ownBetween[f.at(i-1).Fold] || k.Is("between") && f.at(i-1).Is("dialogue", "dialogues", "talks", "discussions")) {
			return // "the anniversary of relations between Arvenia and Costava"
		}
		if k.Is("between", "with") && f.recalledIn(c.last, i) {
			return
		}
		if !k.Is("between", "with", "of", "to", "from", "by", "among", "involving") && !(k.Is("for") && i == c.last && f.meal(c)) || f.owner[i] >= 0 || k.Is("of") && c.word.Channel == string(readout.Letter) { // "condolences on the death of Orsi to Holt"
			continue
		}
		list, last, apart := f.listRight(i+1, end)
		s.open = s.open || k.Is("between") && len(list) == 0 && f.at(i+1).Is("our", "their", "its", "business", "scientists", "experts")
		if len(list) == 0 && k.Is("between") && (f.plainWord(i+1) || f.offices(i+1)) && !f.isDate(i+1) && !f.at(i+1).Is("the", "them", "us", "both", "two", "sides", "leaders", "governments", "countries", "nations", "capitals") {
			s.open = true // "telephone talks between theatre commanders"
			return
		}
		if len(list) == 0 || k.Is("of") && (!f.agents(list) && !f.delegates(list[0]) || f.compounded(list[0])) || k.Is("to") && !f.persons(list) && c.word.Channel != string(readout.Letter) || k.Is("by") && c.word.Channel != string(readout.Visit) && c.word.Channel != string(readout.Call) && c.word.Channel != "press" {
			if k.Is("to") && c.word.Channel == string(readout.Visit) { // "a visit to Arvenia, Brevia and Costava by Holt"
				i = max(i, last-1)
			}
			continue
		}
		s.apart = s.apart || apart
		switch {
		case k.Is("from", "by") || k.Is("of") && c.word.Channel == string(readout.Visit):
			s.subject = append(s.subject, list...)
			if k.Is("from") && s.begun < 0 {
				s.begun, s.basis = list[0], "verb"
			}
		default:
			s.object = append(s.object, list...)
			s.closed = s.closed || k.Is("between", "of", "among", "involving") && len(f.parties(list)) > 1
			s.open = s.open || k.Is("between") && len(f.parties(list)) == 1 || k.Is("of") && c.word.Channel == string(readout.Summit) && len(f.parties(list)) == 1 && !f.delegates(list[0])
		}
		i = max(i, last-1)
	}
}

// compounded reports whether a state is only the first of a name: "the inaugural meeting of the
// Arvenia-Costava-Norway Harbour Dialogue".
func (f *finder) compounded(m int) bool {
	_, i := f.tokensOf(m)
	return f.isState(m) && f.at(i).Is("-", "–", "/") && f.owner[i+1] >= 0 && f.isState(f.owner[i+1])
}

// offices reports whether the plural of a title begins at token i, with nobody's name:
// "finance ministers".
func (f *finder) offices(i int) bool {
	hit, ok := f.Lex.Titles.Match(f.Tokens, i)
	return ok && hit.Plural && hit.Len > 1 && f.owner[i] < 0
}

// ofOfficials reports whether a noun's contact is of holders of some offices whom no name names:
// "the first meeting of foreign ministers", "the defence ministers held their first meeting".
func (f *finder) ofOfficials(c cue, np int) bool {
	if f.at(c.last).Is("of", "between", "among") && f.offices(c.last+1) {
		return true
	}
	start := f.opening(c.sentence)
	for i := start; i < min(np, start+5) && f.at(np).Is("their") && !f.finite(i); i++ {
		if f.offices(i) {
			return true
		}
	}
	return false
}

// meal reports whether the noun is of a meal, which is given for a guest.
func (f *finder) meal(c cue) bool {
	return f.at(c.head).Is("dinner", "lunch", "breakfast", "banquet")
}

// feast reports whether the noun is of a meal for which the evening, or the night, and the house
// are told: no part of the meeting earlier that day.
func (f *finder) feast(c cue) bool {
	if !f.meal(c) {
		return false
	}
	evening, house := false, false
	for i := f.Sentences[c.sentence].First; i < f.Sentences[c.sentence].Last; i++ {
		evening = evening || f.at(i).Is("evening", "night", "tonight") && f.isDate(i)
		house = house || i > c.head && f.at(i-1).Is("at", "in") && f.at(i).Upper && !f.isDate(i)
	}
	return evening && house
}

// ownBetween are nouns whose own parties follow them, not those of a contact before.
var ownBetween = map[string]bool{"relations": true, "ties": true, "relationship": true, "cooperation": true, "ceasefire": true, "truce": true, "border": true, "war": true, "conflict": true, "fighting": true,
	"dispute": true, "treaty": true, "agreement": true, "accord": true, "deal": true, "tensions": true, "differences": true, "friendship": true, "partnership": true, "collaboration": true, "alliance": true, "rivalry": true, "links": true, "hands": true, "allies": true, "aides": true, "advisers": true, "predecessor": true}

// afterRelative is the comma that ends the relative clause of a noun and lets its
// prepositions go on: "the call that prepared the summit, between A and B"; the
// clause's own first token where there is none.
func (f *finder) afterRelative(i, end int) int {
	for j := i + 1; j < min(end, i+14); j++ {
		if f.at(j).Is(",") && f.at(j+1).Is("between", "with") {
			return j
		}
	}
	return i
}

// parenthetic reports whether a comma opens a short insertion after which the
// noun's prepositions can go on: "a call, the first this year, with Holt".
func (f *finder) parenthetic(i, end int) bool {
	if f.at(i+1).Is("with", "between") {
		return !f.inRelative(i)
	}
	if f.at(i+1).Is("the", "their", "a") && f.at(i+2).Is("first", "second", "third", "latest", "last", "fourth", "fifth") { // "the talks, the first between A and B,"
		for j := i + 3; j < min(end, i+7); j++ {
			if f.at(j).Is("between") {
				return true
			}
		}
	}
	for j := i + 1; j < min(end, i+10); j++ {
		if f.at(j).Is(",") {
			return f.at(j+1).Is("with", "between")
		}
		if j > i+1 && f.finite(j) { // a participle may open it: "initiated by the Costavan side"
			return false
		}
	}
	return false
}

// inRelative reports whether token i ends a relative clause of an earlier telling
// noun, whose prepositions then follow.
func (f *finder) inRelative(i int) bool {
	start := f.Sentences[f.SentenceOf(i)].First
	for j := i - 1; j > start && j > i-14; j-- {
		if f.at(j).Is("that", "which") && len(f.Lex.English.ContactNouns(f.Tokens[j-1].Fold)) > 0 {
			return true
		}
	}
	return false
}

func (f *finder) agents(list []int) bool {
	return len(f.parties(list)) > 1 || f.persons(list)
}

// participle reports whether an -ing form that begins a clause stands at token i:
// "a letter from Holt asking for …".
func (f *finder) participle(i int) bool {
	g, ok := f.GroupAt(i, "")
	return ok && f.owner[i] < 0 && g.Form == lexicon.Ing && !g.Progressive && !f.at(i-1).Is("the", "a", "his", "her", "their", "its") && !f.at(i).Is("including", "involving", "lasting", "meeting", "concerning", "regarding", "following")
}

// carries reports whether the verb at token i is one after which the noun's
// prepositions can go on: "a call took place between A and B", "was held with".
func (f *finder) carries(i int) bool {
	return f.at(i).Is("took", "take", "takes", "held", "was", "is", "be", "has", "had", "been", "will", "were", "scheduled", "planned", "being", "occurred", "happened", "set", "due", "place", "have", "sent", "delivered", "handed", "are", "went", "goes", "foreseen", "expected", "envisaged")
}

// aside is the length of an adverbial phrase of several words that begins at token i:
// "at the last minute"; 0 if none does.
func (f *finder) aside(i int) int {
	for _, phrase := range f.Lex.English.AdverbPhrases(f.at(i).Fold) {
		n := 0
		for n < len(phrase) && f.at(i+n).Fold == phrase[n] {
			n++
		}
		if n == len(phrase) {
			return n
		}
	}
	return 0
}

// beforeAside steps to the left over adverbial phrases of several words that end at
// token i.
func (f *finder) beforeAside(i, start int) int {
	for j := i - 1; j > start && j > i-5; j-- {
		if f.aside(j) == i-j+1 {
			return j - 1
		}
	}
	return i
}
