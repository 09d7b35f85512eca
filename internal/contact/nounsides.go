package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// nounSides reads the parties of a telling noun: who owns it, whom its
// prepositions name, and who is the subject of the verb that it is the object of.
func (f *finder) nounSides(c cue, start, end int) (sides, bool) {
	s := sides{begun: -1}
	np := f.nounPhrase(c, start)
	if s.subject = f.ofAgents(np, start); s.subject == nil {
		s.subject = f.owners(c, np, start)
	}
	f.prepositionSides(c, end, &s)
	s.owners = slices.Clone(s.subject)
	if s.open {
		return s, false
	}
	if len(s.subject) == 0 && f.byOthers(c) || f.byStaff(c, end) {
		return s, false
	}
	s.light = f.light(np, start)
	f.relativeSides(c, end, &s)
	f.asked(np, start, &s)
	f.hadTo(c, np, start, &s)
	f.invited(np, start, &s)
	f.offered(np, start, end, &s)
	f.split(c, np, start, &s)
	with := f.byAgent(c, end, &s)
	if m := f.indirect(np, start); s.light == nil && m >= 0 { // "sent Holt a letter"
		first, _ := f.tokensOf(m)
		if s.light = f.light(f.skipDeterminers(first), start); s.light != nil && s.light.word != nil {
			s.object = append(s.object, m)
		} else {
			s.light = nil
		}
	}
	if s.light != nil && (!f.whole(s) || f.takesPartToo(c, s)) {
		s.subject = append(s.subject, f.lightSubject(c, &s, start)...)
	}
	if !f.whole(s) {
		s.subject = append(s.subject, f.clauseSubject(c, s, np, start, end)...)
	}
	if len(s.subject) == 0 && s.light == nil {
		s.subject = f.ofListHead(c, np)
	}
	if len(s.subject) == 0 && !s.closed && f.at(np).Is("a", "an") && f.persons(s.object) { // "A telephone conversation took place with Holt"
		if m := f.principal(c.sentence); m >= 0 && len(f.parties(s.object)) == 1 {
			s.subject = []int{m}
		}
	}
	s.object = append(s.object, with...)
	f.missingSide(c, np, start, end, &s)
	f.travellers(c, &s)
	s.object = slices.DeleteFunc(s.object, func(m int) bool { return slices.Contains(s.subject, m) })
	if s.light != nil && s.light.word != nil && s.light.word.Status == "tense" {
		f.lightInitiator(c, &s)
	}
	if f.withCounterparts(append(slices.Clone(s.subject), s.object...)) {
		return s, false
	}
	if c.word.Channel == string(readout.Letter) {
		return f.letterSides(c, s, end)
	}
	if !f.ofBody(c, np, end, &s) {
		return s, false
	}
	if c.word.Channel == string(readout.Visit) && len(s.object) == 0 {
		s.place = true
	}
	if c.word.Channel == "press" && len(s.object) == 0 && len(f.parties(s.subject)) < 2 {
		return s, false
	}
	return s, true
}

// whole reports whether both sides of a contact are known: its owner and a
// counterpart, or two whom "between" or "of" names.
func (f *finder) whole(s sides) bool {
	n := len(f.parties(append(slices.Clone(s.subject), s.object...)))
	return n >= 2 && (s.closed || len(s.subject) > 0)
}

// nounPhrase is the first token of the noun's phrase: its determiner,
// possessive or first adjective.
func (f *finder) nounPhrase(c cue, start int) int {
	i := c.first
	if m := f.owner[i]; m >= 0 { // the noun ends a name
		i, _ = f.tokensOf(m)
	}
	for i-1 >= start {
		k := f.Tokens[i-1]
		if i < c.first && (f.at(i).Is("a", "an", "the", "no", "any", "this", "that") || k.Is("following") && f.owner[i] >= 0) {
			break
		}
		if k.Is("'s", "'") || k.Kind == token.Word && f.inPhrase(i-1) || k.Kind == token.Number || k.Is("-") || f.at(i).Is("-") && f.owner[i-1] < 0 {
			i--
			continue
		}
		if k.Is(")") && f.at(i-3).Is("(") && i-4 >= start && f.owner[i-4] >= 0 { // "the Economic Cooperation (APEC) summit"
			i -= 3
			continue
		}
		if k.Is("and") && f.at(i).Upper && f.owner[i] < 0 && i-2 >= start && f.at(i-2).Upper && f.owner[i-2] < 0 { // "Christmas and New Year greetings"
			i -= 2
			continue
		}
		if k.Quote() && i-2 >= start && f.at(i-2).Is("a", "an", "the", "his", "her", "their") {
			i -= 2 // had a "very useful call" with Holt
			continue
		}
		if open := f.quoteBefore(i-1, start); k.Quote() && open > start && f.at(open-1).Is("a", "an", "the", "his", "her", "their") {
			i = open - 1 // had a "very useful" first call
			continue
		}
		if k.Is("and") && i-3 >= start && f.plainWord(i) && f.plainWord(i-2) && (f.at(i-3).Is("a", "an", "the", "his", "her", "their", "this") || f.Lex.English.Adverb(f.at(i-3).Fold)) {
			i -= 2 // "a long and useful talk"
			continue
		}
		break
	}
	return i
}

// quoteBefore is the opening quotation mark of the few quoted words that the mark at
// token i closes; -1 if there is none.
func (f *finder) quoteBefore(i, start int) int {
	for j := i - 2; j >= start && j > i-6; j-- {
		if f.Tokens[j].Quote() {
			return j
		}
	}
	return -1
}

// among reports whether the noun phrase says that the contact is one within a state, whose
// parties no name names: "intra-Costavan talks".
func (f *finder) among(np int, c cue) bool {
	for i := max(np-2, f.Sentences[c.sentence].First); i < c.first; i++ {
		if f.at(i).Is("intra") && f.at(i+1).Is("-") {
			return true
		}
	}
	return false
}

// plainWord reports whether token i is a lower-case word that is no verb, name,
// preposition or telling noun.
func (f *finder) plainWord(i int) bool {
	k := f.Tokens[i]
	return k.Kind == token.Word && !k.Upper && f.owner[i] < 0 && !prepositions[k.Fold] && !f.telling(i) && (len(f.Lex.English.VerbForms(k.Fold)) == 0 || f.Lex.English.Adverb(k.Fold) || k.Is("long", "open", "frank", "warm"))
}

// inPhrase reports whether a word before a noun belongs to its phrase.
func (f *finder) inPhrase(i int) bool {
	k := f.Tokens[i]
	if m := f.owner[i]; m >= 0 {
		x := f.Mentions[m]
		if k.Is("our") {
			return true
		}
		if x.Form == readout.ByPronoun {
			return k.Is("his", "her", "their", "its")
		}
		first, last := f.tokensOf(m)
		return f.at(last).Is("'s", "'", "-") || f.at(first-1).Is("-") || f.at(last-1).Is("'s") || (last == i+1 || last <= i+2 && f.isPlace(m)) && !f.eligible(m) || last > i && (f.international(m) || f.unlisted(m))
	}
	if prepositions[k.Fold] || k.Is("and", "or", "but", "that", "which", "who", "not", "n't", "to", "be", "will", "would") {
		return false
	}
	forms := f.Lex.English.VerbForms(k.Fold)
	if len(forms) == 0 {
		return true
	}
	if k.Is("open", "welcome", "last", "face") && i > 0 && f.owner[i-1] >= 0 && f.eligible(f.owner[i-1]) && !f.possessive(f.owner[i-1]) {
		return false // "Reyes and Holt open talks"
	}
	if strings.HasSuffix(k.Fold, "ed") && f.at(i-1).Is("a", "an", "another") { // "will hold an expanded meeting"
		return true
	}
	if f.adjunct(i) || f.at(i-1).Is("-") && strings.HasSuffix(k.Fold, "ed") { // "a long-awaited call"
		return true
	}
	if k.Is("extended") && i > 0 && f.owner[i-1] >= 0 && f.eligible(f.owner[i-1]) && !f.possessive(f.owner[i-1]) {
		return false // "Reyes extended condolences"
	}
	return len(f.Lex.English.StatusWords("adjective", k.Fold)) > 0 || k.Is("closing", "working", "opening", "following", "extended", "detailed", "long", "close", "secure", "state", "phone", "telephone", "telephoned", "face", "open", "meeting", "welcome", "contact", "dedicated", "televised", "separate", "second", "last", "direct", "brief")
}

// adjunct reports whether a word that could be a verb only describes the noun behind it,
// for a determiner opens the phrase: "the third trade meeting".
func (f *finder) adjunct(i int) bool {
	if strings.HasSuffix(f.Tokens[i].Fold, "ing") || strings.HasSuffix(f.Tokens[i].Fold, "ed") {
		return false
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		k := f.Tokens[j]
		if k.Is("a", "an", "the", "their", "his", "her", "its", "this", "another", "'s") {
			return true
		}
		if k.Kind != token.Word || f.owner[j] >= 0 || prepositions[k.Fold] || len(f.Lex.English.VerbForms(k.Fold)) > 0 && !f.Lex.English.Adverb(k.Fold) {
			return false
		}
	}
	return false
}

func (f *finder) persons(list []int) bool {
	return slices.ContainsFunc(list, func(m int) bool {
		k := f.Mentions[m].Entity.Kind()
		return k == readout.Person || k == readout.Office || f.Mentions[m].Form == readout.ByGroup
	})
}

// finite reports whether a finite verb stands at token i.
func (f *finder) finite(i int) bool {
	k := f.Tokens[i]
	if k.Kind != token.Word || f.owner[i] >= 0 || k.Upper && i > 0 {
		return false
	}
	g, ok := f.GroupAt(i, "")
	if !ok || !g.Finite() || f.at(i-1).Is("the", "a", "an", "his", "her", "their", "its", "these", "those", "such", "of", "with", "in", "on", "for") {
		return false
	}
	bare := g.First == g.Main && g.Form&(lexicon.Past|lexicon.Third) == 0
	return !bare || i > 0 && (f.owner[i-1] >= 0 || f.at(i-1).Is("they", "we", "i", "you", "who", "sides", "leaders", "presidents", "ministers"))
}

// light is the verb that the noun phrase beginning at token np is the object
// of; nil if it is not an object.
func (f *finder) light(np, start int) *lightVerb {
	if f.at(np-1).Is("including") && f.at(np).Is("the", "this", "that") {
		return nil // "to use every event, including the summit": only named
	}
	if np > start && f.Tokens[np-1].Quote() { // had "a very useful call"
		np--
	}
	i := f.beforeAside(f.beforeDate(f.asideManner(np-1, start), start), start)
	for i >= start && (f.Lex.English.Adverb(f.Tokens[i].Fold) && f.owner[i] < 0 || f.isDate(i)) {
		i--
	}
	if l := f.phrasal(i, start); l != nil {
		return l
	}
	if l := f.takesPart(i, start); l != nil {
		return l
	}
	if f.at(i).Is("with") {
		if k := f.overDate(i-1, start); k < i-1 {
			return f.withParticle(k, "with") // "start on Friday with"
		}
	}
	for i >= start && f.at(i).Is("off", "up", "out", "down") {
		i--
	}
	if i < start || f.owner[i] >= 0 && f.Tokens[i].Upper || f.at(i).Is("including") && f.at(i-1).Is(",") {
		return nil
	}
	for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
		g, ok := f.GroupAt(i, form.Lemma)
		if !ok {
			continue
		}
		for _, w := range f.Lex.English.StatusWords("object", form.Lemma) {
			if _, ok := f.particles(i, w.Words); ok {
				return &lightVerb{group: g, word: w}
			}
		}
	}
	if f.at(np - 1).Is("for") {
		return nil
	}
	if g, ok := f.GroupAt(i, ""); ok && !f.at(i).Is("said", "told", "says") {
		return &lightVerb{group: g}
	}
	return nil
}

// beforeDate steps to the left over a date that commas set apart and that ends at token
// i: "received, this evening, a call".
func (f *finder) beforeDate(i, start int) int {
	if i < start || !f.at(i).Is(",") {
		return i
	}
	j, dated := i-1, false
	for j >= start && (f.isDate(j) || f.at(j).Is("on", "in", "the")) {
		dated = dated || f.isDate(j)
		j--
	}
	if !dated || j <= start || !f.at(j).Is(",") {
		return i
	}
	return j - 1
}

// overDate steps to the left over a date with its preposition that ends at token i.
func (f *finder) overDate(i, start int) int {
	k := i
	for k > start && f.isDate(k) {
		k--
	}
	if k < i && k > start && f.at(k).Is("on", "in", "at") {
		k--
	}
	return k
}

// phrasal is a verb of several words that ends at token i: "pulled out of", "asked
// for".
func (f *finder) phrasal(i, start int) *lightVerb {
	for n := 1; n < 5 && i-n >= start; n++ {
		for _, form := range f.Lex.English.VerbForms(f.Tokens[i-n].Fold) {
			for _, w := range f.Lex.English.StatusWords("object", form.Lemma) {
				if last, ok := f.particles(i-n, w.Words); ok && len(w.Words) > 1 && last == i+1 && !(f.at(i-n).Is("starting", "beginning") && f.at(i).Is("with")) {
					g, _ := f.GroupAt(i-n, form.Lemma)
					return &lightVerb{group: g, word: w}
				}
			}
		}
	}
	return nil
}

// indirect is the person who stands directly before the noun phrase, -1 if
// nobody does.
func (f *finder) indirect(np, start int) int {
	if np-1 < start || f.owner[np-1] < 0 || !f.at(np).Is("a", "an", "the", "another", "his", "her") {
		return -1
	}
	if m := f.owner[np-1]; f.eligible(m) && f.Mentions[m].Entity.Kind() != readout.State {
		return m
	}
	return -1
}

// lightSubject is the subject of the light verb; in the passive its agent.
func (f *finder) lightSubject(c cue, s *sides, start int) []int {
	g := s.light.group
	if f.at(c.last).Is("of") && len(s.object) == 0 && f.commends(g) && (c.word.Channel != string(readout.Summit) || f.ofOthers(c)) {
		return nil // "Reyes and Holt welcomed the first meeting of the grain forum"
	}
	if m := f.owner[max(g.First-1, 0)]; g.Form == lexicon.Ing && g.First == g.Main && m >= 0 && f.eligible(m) {
		if first, _ := f.tokensOf(m); f.at(f.begins(m, start)-1).Is("from") || f.at(first-1).Is("from") {
			return []int{m} // "a letter from Holt asking for a meeting"
		}
	}
	if g.To && g.Governor >= 0 {
		return f.governedSubject(cue{group: g, sentence: c.sentence}, start, f.subject(g.First, start))
	}
	return f.subject(g.First, start)
}

// lightInitiator notes who began a call or letter, from its light verb.
func (f *finder) lightInitiator(c cue, s *sides) {
	switch s.light.word.Initiator {
	case "subject":
		if len(s.subject) > 0 && (s.light.group.Lemma != "address" || c.word.Channel == string(readout.Letter)) {
			s.begun, s.basis = s.subject[0], "verb"
		}
	case "object":
		if s.begun < 0 && len(s.object) > 0 && f.at(c.last).Is("from") {
			s.begun, s.basis = s.object[0], "verb"
		}
	}
}
