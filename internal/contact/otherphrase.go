package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// ofOtherPhrase reports whether a date at tokens [first, last) stands in a phrase that is
// not the contact's: within a name, beside another noun, in brackets, with another member
// of a list.
func (f *finder) ofOtherPhrase(d readout.Date, first, last int, c cue) bool {
	if m := f.owner[first]; m >= 0 && m != f.owner[c.head] && (f.at(first).Upper || f.at(first).Kind == token.Number) {
		return true // "the 7 May Commission"
	}
	return f.ofOtherNoun(d, first, last, c) || f.behindOtherNoun(first, c) || f.inTitle(first, last) || f.inBrackets(c, first) || f.ofThanks(first) || f.ofOtherMember(c.last, first) || f.ofAnniversary(c, d, first) || f.ofAttendant(c, first, last)
}

// ofAttendant reports whether a date stands in what only attends the contact's clause or
// another: "with Costava as the council's chair next year, this is a chance to meet Holt".
func (f *finder) ofAttendant(c cue, first, last int) bool {
	start := f.Sentences[c.sentence].First
	if first >= c.last {
		start = c.last
	}
	if !f.at(last).Is(",") {
		return false
	}
	as := false
	for i := first - 1; i >= start && !f.at(i).Is(",", ";") && (!f.finite(i) || f.says(i-3, i, "as")); i-- {
		as = as || f.at(i).Is("as")
		if f.at(i).Is("with") {
			return as
		}
	}
	return false
}

// maxNounPhrase is within how many words a date the noun stands whose qualifier it is.
const maxNounPhrase = 6

// ofOtherNoun reports whether a date is the qualifier of a noun that is not the contact's:
// "to discuss the May 3 attacks", "this week's ministry announcement", "following up on
// their May 3 call".
func (f *finder) ofOtherNoun(d readout.Date, first, last int, c cue) bool {
	owns := f.at(last).Is("'s", "'")
	if !owns && (!strings.Contains(d.Rule, "month") && !strings.HasPrefix(d.Rule, "explicit") || !f.at(first-1).Is("the", "a", "an", "their", "his", "her", "its", "our", "'s") || f.endsPhrase(last) || f.Lex.English.Adverb(f.at(last).Fold)) {
		return false
	}
	i := last
	if owns {
		i++
	}
	for end := min(i+maxNounPhrase, f.Sentences[c.sentence].Last); i < end; i++ {
		switch {
		case i >= c.first && i < c.last:
			return false // "the 3 May call"
		case f.telling(i) && (f.owner[i] < 0 || f.isEvent(f.owner[i])): // "the March 2023 Summit for Peace"
			return c.verb() && !f.at(first-1).Is("at", "in", "during") && !f.at(first-2).Is("at", "in", "during") || !c.verb() && i != c.head
		case f.endsPhrase(i) || i > last && f.finite(i):
			return !f.at(i-1).Is("summit", "conference", "forum")
		}
	}
	return false
}

// behindOtherNoun reports whether a date stands behind a noun that is the object of another
// verb than the contact's, as what somebody has, where the contact has a date of its own:
// "will hold talks in May, fulfilling her promise on 3 March".
func (f *finder) behindOtherNoun(first int, c cue) bool {
	i := first - 2
	if !f.at(first-1).Is("on", "of", "from") || i <= c.last || f.at(i).Kind != token.Word || f.owner[i] >= 0 || f.telling(i) {
		return false
	}
	owned := false
	for i--; i > c.last; i-- {
		k := f.at(i)
		if g, ok := f.GroupAt(i, ""); ok && f.owner[i] < 0 {
			return owned && g.Main != c.group.Main && (g.Form == lexicon.Ing || f.finite(i)) && slices.Contains(f.inDate[c.last:i], true)
		}
		owned = owned || k.Is("'s", "'", "his", "her", "their", "its", "our", "your")
		if f.owner[i] < 0 && !k.Is("'s", "'", "and", ",") && k.Kind != token.Word || f.at(i).Is("at", "in", "on", "to") {
			return false
		}
	}
	return false
}

// isEvent reports whether a mention is the name of an event.
func (f *finder) isEvent(m int) bool { return f.Mentions[m].Entity.Kind() == readout.Event }

// endsPhrase reports whether token i can be no part of a noun's phrase.
func (f *finder) endsPhrase(i int) bool {
	k := f.at(i)
	return k.Kind != token.Word || prepositions[k.Fold] || k.Is("and", "or", "but", "that", "who", "which", "when", "where", "he", "she", "they", "it")
}

// inTitle reports whether a date stands in the title of something, between two words with
// capitals: "the Commission on October 7 Crimes".
func (f *finder) inTitle(first, last int) bool {
	before, after := f.at(first-2), f.at(last)
	return f.at(first-1).Is("on", "of", "for") && before.Kind == token.Word && before.Upper && after.Kind == token.Word && after.Upper && f.owner[last] < 0 && f.SentenceOf(last) == f.SentenceOf(first)
}

// ofThanks reports whether a date is that of a talk for which its hearers are thanked:
// "thanks for joining us this afternoon for a look at the meeting".
func (f *finder) ofThanks(first int) bool {
	i := first - 1
	for f.at(i).Is("us", "me", "here", "on", "in") {
		i--
	}
	return f.at(i).Is("joining", "coming", "being") && f.at(i-1).Is("for")
}

// ofAnniversary reports whether a date is that of what a contact falls together with or
// commemorates: "is timed to coincide with the anniversary of the 3 May 2020 accord".
func (f *finder) ofAnniversary(c cue, d readout.Date, first int) bool {
	for i := f.skipDeterminers(first) - 1; i >= c.last && f.at(i).Kind == token.Word; i-- {
		if f.at(i).Is("on") && !f.longPast(&readout.When{EDTF: d.EDTF}) {
			return false // the day of the event itself
		}
		if f.at(i).Is("of") && f.at(i-1).Is("anniversary") || f.at(i).Is("marking", "commemorating") || f.at(i).Is("with") && f.at(i-1).Is("coincide", "coinciding", "coincides", "coincided") {
			return true
		}
	}
	return false
}

// inBrackets reports whether a date stands in brackets that say more than the date and
// were opened behind the contact: "Brell (who spoke on the dam last week)".
func (f *finder) inBrackets(c cue, first int) bool {
	for i := first - 1; i >= c.last; i-- {
		if f.at(i).Is(")") {
			return false
		}
		if f.at(i).Is("(") {
			return i < first-2
		}
	}
	return false
}

// ofOtherMember reports whether another member of a list of deeds begins between the
// contact and a date: "by convening a summit, and by taking in the refugees last August".
func (f *finder) ofOtherMember(from, first int) bool {
	for i := from; i+2 < first; i++ {
		if !f.at(i).Is("and", ",") || !f.at(i+1).Is("by", "in", "for", "through") {
			continue
		}
		for j := i + 2; j < min(i+4, first); j++ {
			if f.owner[j] < 0 && strings.HasSuffix(f.at(j).Fold, "ing") {
				return true
			}
		}
	}
	return false
}

// partedFrom reports whether a semicolon stands in tokens [i, end) that does not only part
// the places of a journey: "will travel to Velmora, Arvenia; and Tollen, Costava".
func (f *finder) partedFrom(i, end int) bool {
	place := func(i int) bool { return i >= 0 && i < end && f.owner[i] >= 0 && f.isPlace(f.owner[i]) }
	for ; i < end; i++ {
		next := i + 1
		if f.at(next).Is("and") {
			next++
		}
		if f.at(i).Is(";") && !(place(i-1) && place(next)) {
			return true
		}
	}
	return false
}
