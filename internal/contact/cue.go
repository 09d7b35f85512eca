package contact

import (
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// cue is a word or phrase that tells of a contact.
type cue struct {
	sentence    int
	first, last int // tokens of the phrase, half open
	head        int // the verb, or the last word of the noun
	word        *lexicon.ContactWord
	group       syntax.Group // of a verb
}

func (c cue) verb() bool { return c.word.Kind == "verb" }

// topical reports whether the object of the verb is what was talked about: "discussed".
func (c cue) topical() bool { return c.verb() && c.word.Frames[0] == "topic-with" }

// cues finds the telling words of a sentence, in order.
func (f *finder) cues(s int) []cue {
	var out []cue
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if f.Tokens[i].Kind != token.Word {
			continue
		}
		if c, ok := f.pronoun(s, i); ok && (f.told || len(out) > 0) {
			out = append(out, c)
			continue
		}
		if f.name(i) {
			if c, ok := f.namedGathering(s, i); ok {
				out = append(out, c)
			}
			continue
		}
		if n := f.manner(i); n > 1 {
			i += n - 1
			continue
		}
		if c, ok := f.noun(s, i); ok {
			if c.word.Channel != "none" {
				out = append(out, c)
			}
			i = c.last - 1
			continue
		}
		if c, ok := f.verb(s, i); ok && c.word.Channel != "none" {
			out = append(out, c)
		}
	}
	return out
}

// name reports whether token i is part of a name.
func (f *finder) name(i int) bool {
	m := f.owner[i]
	return m >= 0 && f.Mentions[m].Form == readout.ByName && f.Mentions[m].Span.Contains(f.Span(i, i+1))
}

// noun matches a telling noun that begins at token i.
func (f *finder) noun(s, i int) (cue, bool) {
	for _, w := range f.Lex.English.ContactNouns(f.Tokens[i].Fold) {
		if n := f.matchNoun(i, w.Words); n > 0 {
			c := cue{sentence: s, first: i, last: i + n, head: i + n - 1, word: w}
			return c, f.isNoun(c)
		}
	}
	for _, stem := range singular(f.Tokens[i].Fold) {
		for _, w := range f.Lex.English.ContactNouns(stem) {
			if len(w.Words) == 1 {
				c := cue{sentence: s, first: i, last: i + 1, head: i, word: w}
				return c, f.isNoun(c)
			}
		}
	}
	return cue{}, false
}

func singular(w string) []string {
	if strings.HasSuffix(w, "ies") && len(w) > 4 {
		return []string{strings.TrimSuffix(w, "ies") + "y"}
	}
	if strings.HasSuffix(w, "s") && len(w) > 3 {
		return []string{strings.TrimSuffix(w, "s"), strings.TrimSuffix(w, "es")}
	}
	return nil
}

// matchNoun counts the tokens of the phrase at i, 0 if it is not there. Its last
// word may be a plural.
func (f *finder) matchNoun(i int, words []string) int {
	for j, w := range words {
		if i+j >= len(f.Tokens) {
			return 0
		}
		got := f.Tokens[i+j].Fold
		if got == w || j == len(words)-1 && (got == w+"s" || got == w+"es") {
			continue
		}
		return 0
	}
	return len(words)
}

// isNoun tells a noun from the verb of the same form: "call", "visit", "talks",
// "contact". It is a noun after a determiner, adjective, possessive or preposition,
// and a verb after a subject, "to" or an auxiliary.
func (f *finder) isNoun(c cue) bool {
	if f.falseFriend(c) {
		return false
	}
	forms := f.Lex.English.VerbForms(f.Tokens[c.first].Fold)
	if len(forms) == 0 || c.last-c.first > 1 {
		return true
	}
	if c.first == f.Sentences[c.sentence].First {
		return !f.personAt(c.last)
	}
	if f.personAt(c.last) && f.at(c.first-1).Is("after", "before", "of", "by", "without", "when", "while", "from", "on", "since") || f.personAt(c.last) && f.at(c.first-1).Is("in") && f.statusNoun("of", c.first-2) != nil {
		return false // "after meeting Holt", "interest in meeting Holt"
	}
	g, _ := f.GroupAt(c.first, forms[0].Lemma)
	if g.First < c.first {
		return false // auxiliary, modal or "to" before it
	}
	if f.gerund(c) {
		return false
	}
	prev := f.Tokens[c.first-1]
	if prev.Is(",") && strings.HasSuffix(f.Tokens[c.first].Fold, "ing") && (f.personAt(c.last) || f.staysToMeet(c)) {
		return false // "Reyes, meeting Holt in Geneva, said", "Reyes is in Geneva, meeting with Holt"
	}
	if m := f.owner[c.first-1]; m >= 0 {
		first, _ := f.tokensOf(m)
		return prev.Is("'s", "'", "our") || f.at(first-1).Is("-") || (f.international(m) || f.unlisted(m)) && forms[0].Form&lexicon.Third == 0 && !f.personAt(c.last) || f.Mentions[m].Form == readout.ByPronoun && prev.Is("his", "her", "their", "its")
	}
	if prev.Is("each", "both") && prepositions[f.at(c.first-2).Fold] {
		return true // "in both calls"
	}
	if prev.Is("who", "they", "he", "she", "it", "we", "i", "you", "and", "then", "also", "each", "both", "or") {
		return false
	}
	return true
}

// staysToMeet reports whether a comma and an -ing form with "with" say what somebody does
// where the clause before says that they are: "is in Geneva today, meeting with Holt".
func (f *finder) staysToMeet(c cue) bool {
	if !f.at(c.last).Is("with") {
		return false
	}
	start := f.Sentences[c.sentence].First
	for i := c.first - 2; i > start && f.at(i).Kind == token.Word; i-- {
		if f.at(i).Is("in", "at") && f.at(i-1).Is("is", "are", "was", "were", "been") {
			return true
		}
	}
	return false
}

// gerund reports whether an -ing form with a person as its object is the object of
// a verb that says what becomes of contacts: "ruled out meeting Holt".
func (f *finder) gerund(c cue) bool {
	if !strings.HasSuffix(f.Tokens[c.first].Fold, "ing") || !f.personAt(c.last) {
		return false
	}
	l := f.light(c.first, f.Sentences[c.sentence].First)
	return l != nil && l.word != nil
}

// falseFriend reports whether what follows a noun shows that it is no contact: a
// call for something, a meeting room, talks between nobody.
func (f *finder) falseFriend(c cue) bool {
	next := f.at(c.last)
	switch {
	case next.Is("co") && f.at(c.last+1).Is("-") && f.at(c.last+2).Is("host", "hosts"), next.Is("cohost", "cohosts"):
		return true // "the summit co-hosts"
	case f.acronym(c.head):
		return true // "the TRIPS waiver"
	case f.Tokens[c.head].Is("call", "calls") && c.last-c.first == 1 && next.Is("for", "on", "upon", "center", "centre", "centers", "centres", "sign", "out", "off"):
		return !f.isDate(c.last + 1)
	case f.Tokens[c.head].Is("encounter", "encounters") && f.incident(c):
		return true
	case next.Is("room", "point", "rooms", "place", "book", "writing", "show", "radio", "declaration", "statement", "venue", "table", "host", "communique", "sheet", "log", "list", "documents", "outcomes", "participants"):
		return true
	case f.Tokens[c.head].Is("talks", "talk", "negotiations", "discussions", "consultations") && f.overMeeting(c):
		return true // "talks on a meeting of Reyes and Holt"
	case f.Tokens[c.head].Is("invitation", "invitations") && !c.verb() && f.leadsToContact(c.last):
		return true // "an invitation to visit", "an invitation for talks"
	case f.Tokens[c.head].Is("invitation", "invitations") && f.at(f.nounPhrase(c, f.Sentences[c.sentence].First)-1).Is("at", "on", "upon"):
		return true // "came at the invitation of Holt": a host
	case next.Kind == token.Word && f.otherNoun(c.last):
		return true // "the summit dinner"
	case f.Tokens[c.head].Is("exchange", "exchanges") && next.Is("of") && f.says(c.last+1, c.last+3, "information", "data", "experience", "experiences", "intelligence", "prisoners", "fire", "goods", "students"):
		return true
	case f.Tokens[c.head].Is("exchange", "exchanges") && f.ofLearners(c):
		return true // "an educational exchange initiative"
	case f.Tokens[c.head].Is("consultation", "consultations") && (f.at(c.first-1).Is("in") && !f.predicate(c.first-1) || f.at(c.first-1).Is("technical", "public") || next.Is("group", "body", "mechanism", "process")):
		return true // "in consultation with": how something is done
	case f.Tokens[c.head].Is("message", "messages") && f.predicate(f.nounPhrase(c, f.Sentences[c.sentence].First)):
		return !f.greeting(c) // "that is a message that Reyes sent to Holt": what she said
	case f.Tokens[c.head].Is("message", "messages") && next.Is("that", "of") && !f.Tokens[c.first].Is("personal"):
		return !f.greeting(c)
	}
	if f.at(c.head).Is("bilateral") && next.Is("and", "or", ",") && f.plainWord(c.last+1) && (f.plainWord(c.last+2) || f.at(c.last+2).Is("issues", "matters", "questions", "concerns")) && !f.at(c.last+1).Is("the", "a", "then", "also") {
		return true // "bilateral and regional issues"
	}
	if f.at(c.head).Is("bilateral", "trilateral") && next.Kind == token.Word && !prepositions[next.Fold] && (len(f.Lex.English.VerbForms(next.Fold)) == 0 || next.Is("matters", "issues", "questions", "concerns", "exchanges", "ties") || f.telling(c.last+1)) && !f.Lex.English.Adverb(next.Fold) && !next.Is("and", "or") {
		return true // "bilateral relations", "a trilateral phone call"
	}
	if w, ok := f.Word(c.head); ok && c.last-c.first == 1 && f.at(c.head).Is("bilateral", "trilateral") && w.Rel == "amod" {
		return true // "the bilateral trade relationship"
	}
	if c.last-c.first == 1 && f.at(c.head).Is("meeting") && next.Is("the", "our", "its", "their", "these", "those", "all", "such", "every", "global", "key") && !f.personAt(c.last) && !f.personAt(c.last+1) && prepositions[f.at(c.first-1).Fold] {
		return true // "progress on meeting the requirements"
	}
	prev := f.at(c.first - 1)
	if f.at(c.head).Is("contacts", "exchanges") && prev.Is("humanitarian", "cultural", "business", "economic", "trade", "parliamentary", "interparliamentary", "people-to-people", "people", "scientific", "interregional", "educational", "youth") {
		return true
	}
	return prev.Is("wake-up", "roll", "close", "curtain", "judgment", "judgement", "cabinet", "press", "staff", "party", "board", "committee", "business", "site") && !c.verb()
}

// incident reports whether an encounter is one of ships or planes: "unsafe encounters at
// sea and in the air".
func (f *finder) incident(c cue) bool {
	if f.at(c.last).Is("at", "in") && (f.at(c.last+1).Is("sea") || f.at(c.last+1).Is("the") && f.at(c.last+2).Is("air", "sky", "water")) {
		return true
	}
	return f.at(c.first-1).Is("unsafe", "dangerous", "risky", "naval", "aerial", "maritime", "military")
}

// overMeeting reports whether a contact that could be is what is talked about: "on a
// meeting", "about holding a summit".
func (f *finder) overMeeting(c cue) bool {
	for i := c.last; i < c.last+6 && i+2 < f.Sentences[c.sentence].Last; i++ {
		if f.at(i).Is("on", "about", "over") && f.at(i+1).Is("a", "holding", "arranging", "possible", "another") {
			return f.telling(i+2) || f.telling(i+3)
		}
		if f.at(i).Is(",", ";", "and") {
			return false
		}
	}
	return false
}

// leadsToContact reports whether another telling word follows token i after "to" or
// "for", over the one who is invited.
func (f *finder) leadsToContact(i int) bool {
	for j := i; j < i+12 && j < f.Sentences[f.SentenceOf(i)].Last && !f.at(j).Is(",", ";", "."); j++ {
		if !f.at(j).Is("to", "for") {
			continue
		}
		for k := j + 1; k < j+5; k++ {
			if f.telling(k) || k == j+1 && f.owner[min(k, len(f.owner)-1)] < 0 && f.tellingVerb(min(k, len(f.Tokens)-1)) {
				return true
			}
		}
	}
	return false
}

// otherNoun reports whether a telling noun begins at token i.
func (f *finder) otherNoun(i int) bool {
	for _, w := range f.Lex.English.ContactNouns(f.Tokens[i].Fold) {
		if f.matchNoun(i, w.Words) > 0 {
			g, verb := f.GroupAt(i, "")
			return !verb || g.Form == lexicon.Ing
		}
	}
	return false
}

// greeting reports whether a message is one of congratulation, greeting,
// condolence: those are letters.
func (f *finder) greeting(c cue) bool {
	return f.at(c.last).Is("of") && f.at(c.last+1).Is("congratulation", "congratulations", "greeting", "greetings", "condolence", "condolences", "sympathy", "thanks", "support")
}

// at is token i, or an empty one outside the text.
func (f *finder) at(i int) token.Token {
	if i < 0 || i >= len(f.Tokens) {
		return token.Token{}
	}
	return f.Tokens[i]
}

// verb matches a telling verb at token i, with its particle.
func (f *finder) verb(s, i int) (cue, bool) {
	for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
		for _, w := range f.Lex.English.ContactVerbs(form.Lemma) {
			last, ok := f.particles(i, w.Words)
			if !ok {
				continue
			}
			g, _ := f.GroupAt(i, form.Lemma)
			g = f.interrupted(g)
			if g.Form == lexicon.Ing && !g.Progressive && f.at(i-1).Is("the", "a", "an", "his", "her", "their", "first") {
				continue // a noun: "the calling"
			}
			if g.First == i && g.Form&lexicon.Base != 0 && f.at(i-1).Is("by", "over", "the", "a", "an", "on", "of", "via", "his", "her", "their", "per", "no", "in", "'s", "'") {
				continue // a noun: "by phone", "Reyes's travel"
			}
			return cue{sentence: s, first: g.First, last: last, head: i, word: w, group: g}, true
		}
	}
	return cue{}, false
}

// particles matches the words after a verb that belong to it ("sit down").
func (f *finder) particles(i int, words []string) (last int, ok bool) {
	at := i + 1
	for j, w := range words[1:] {
		if j == len(words)-2 && at < len(f.Tokens) && f.at(at).Fold != w {
			at += max(f.aside(at), f.manner(at)) // "agreed in principle to", "participated virtually in"
		}
		if f.at(at).Fold != w {
			return 0, false
		}
		at++
	}
	return at, true
}

// personAt reports whether a person's or office's mention begins at token i.
func (f *finder) personAt(i int) bool {
	if i >= len(f.owner) || f.owner[i] < 0 {
		return false
	}
	k := f.Mentions[f.owner[i]].Entity.Kind()
	return k == readout.Person || k == readout.Office
}
