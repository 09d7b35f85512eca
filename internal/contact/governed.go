package contact

import (
	"cmp"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// ofNoun is the status of an -ing form that hangs on the noun at token i: "no
// intention of meeting"; "" if the noun says none.
func (f *finder) ofNoun(i int) readout.Status {
	if w := f.statusNoun("of", i); w != nil {
		return signed(readout.Status(w.Status), f.no(i) || f.negatedBefore(i))
	}
	return ""
}

// statusNoun is the row of status.tsv, in the role, for the noun at token i, in the
// singular or plural; nil if there is none.
func (f *finder) statusNoun(role string, i int) *lexicon.StatusWord {
	for _, stem := range append(singular(f.at(i).Fold), f.at(i).Fold) {
		if rows := f.Lex.English.StatusWords(role, stem); len(rows) > 0 {
			return rows[0]
		}
	}
	return nil
}

// subjunctive is the status of a bare verb under a verb that proposes: "proposed
// that the two meet"; "" if it is none.
func (f *finder) subjunctive(g syntax.Group) readout.Status {
	if g.Form&lexicon.Base == 0 || g.First != g.Main {
		return ""
	}
	start := f.Sentences[f.SentenceOf(g.Main)].First
	that := false
	for i := g.Main - 1; i >= start; i-- {
		if f.at(i).Is("that") {
			that = true
			for j := i - 1; j >= start && j > i-6; j-- { // "a proposal from Holt that the two meet"
				if w := f.statusNoun("of", j); w != nil && w.Status == string(readout.Proposed) {
					return cmp.Or(f.ofOffer(j, start), readout.Proposed)
				}
			}
		}
		group, ok := f.GroupAt(i, "")
		if !that || !ok || f.owner[i] >= 0 {
			continue
		}
		for _, w := range f.Lex.English.StatusWords("object", group.Lemma) {
			if w.Status == string(readout.Proposed) {
				return signed(readout.Proposed, group.Negated || g.Negated)
			}
		}
		return ""
	}
	return ""
}

// governed is the status of an infinitive: what the word that governs it says
// ("agreed to meet"), or, where it is only the purpose of something done, the
// status of that ("flew to Geneva to meet Holt").
func (f *finder) governed(g syntax.Group, depth int) readout.Status {
	gov := g.Governor
	if f.at(gov).Is(",", "and", "-") || f.Tokens[gov].Kind != token.Word {
		return readout.Scheduled
	}
	if _, ok := f.Lex.English.IsForm(f.at(gov-1).Fold, "go"); ok && f.at(gov).Is("on") { // "goes on to meet Holt on Saturday"
		group, _ := f.GroupAt(gov-1, "go")
		if s := f.verbStatus(group, depth+1); s != readout.Held || group.Time() != syntax.PresentTime || !f.futureDate(g.Main) {
			return s
		}
		return readout.Scheduled
	}
	if s := f.forWhom(g); s != "" {
		return s
	}
	if f.thanksOfGuest(gov) {
		return ""
	}
	if s := f.invitation(gov); s != "" {
		return s
	}
	group, verb := f.GroupAt(gov, "")
	lemma := f.Tokens[gov].Fold
	if verb {
		lemma = group.Lemma
	}
	if s := f.privilege(gov, depth); s != "" {
		return s
	}
	for _, key := range []string{f.Tokens[gov].Fold, lemma} {
		for _, w := range f.Lex.English.StatusWords("to", key) {
			return f.byGovernor(w, group, verb, g, gov, depth)
		}
	}
	if s := f.firstTo(gov, depth); s != "" {
		return s
	}
	if f.nominalGovernor(gov, verb) {
		return ""
	}
	if s := f.ofJourney(gov); s != "" {
		return s
	}
	for i := gov; i > gov-24 && i >= f.Sentences[f.SentenceOf(gov)].First; i-- { // the governing verb stands before its object: "invited Holt to visit"
		if w := f.Lex.English.StatusWords("to", f.Tokens[i].Fold); f.at(i).Is("due", "way") && len(w) > 0 { // "is due in Velmora to see Holt"
			return f.byGovernor(w[0], group, false, g, i, depth)
		}
		if group, ok := f.GroupAt(i, ""); ok && f.owner[i] < 0 && !f.isDate(i) {
			for _, w := range f.Lex.English.StatusWords("to", group.Lemma) {
				return f.byGovernor(w, group, true, g, i, depth)
			}
			return f.verbStatus(group, depth+1)
		}
	}
	if f.infinitiveHeadline(g) {
		return readout.Scheduled
	}
	return ""
}

// ofJourney is the status of what a journey is for where a verb says that of the journey:
// "discussed Reyes's trip to Costava to meet Holt"; "" where none does.
func (f *finder) ofJourney(gov int) readout.Status {
	start := f.Sentences[f.SentenceOf(gov)].First
	owner := f.journeyOf(gov, start)
	if len(owner) == 0 {
		return ""
	}
	l := f.light(f.begins(owner[0], start), start)
	if l == nil || l.word == nil || l.word.Status == "tense" {
		return ""
	}
	return signed(readout.Status(l.word.Status), l.group.Negated)
}

// privilege is the status of "had the opportunity to meet", "will have the honour to
// host", "is pleased to have the chance to meet": that of have; "" where no such noun is
// token gov, and where the chance is only looked for.
func (f *finder) privilege(gov, depth int) readout.Status {
	l := f.hasChance(gov)
	if l == nil || l.group.Lemma != "have" && l.group.Lemma != "get" || l.group.Negated {
		return ""
	}
	switch g := l.group; {
	case g.To && g.Governor >= 0 && f.at(g.Governor).Is("pleased", "glad", "happy", "honored", "honoured", "delighted", "privileged", "grateful"):
		return readout.Held
	case g.To || g.Time() == syntax.PresentTime && !g.Perfect:
		return ""
	default:
		return f.verbStatus(g, depth+1)
	}
}

// hasChance is the verb whose object the opportunity at token gov is: "had the opportunity to
// meet"; nil where no such noun is there, or it is not an object.
func (f *finder) hasChance(gov int) *lightVerb {
	if !f.at(gov).Is("opportunity", "chance", "honour", "honor", "pleasure", "privilege", "occasion") {
		return nil
	}
	start := f.Sentences[f.SentenceOf(gov)].First
	l := f.light(f.skipDeterminers(gov), start)
	for i := gov - 1; l == nil && f.at(i).Is("great", "brief", "good", "rare"); i-- {
		l = f.light(f.skipDeterminers(i), start)
	}
	return l
}

// firstTo is the status of "was the first foreign leader to meet": that of the
// verb before it; "" where the noun at gov has no such word.
func (f *finder) firstTo(gov, depth int) readout.Status {
	start := f.Sentences[f.SentenceOf(gov)].First
	for i := gov - 1; i >= start && i > gov-4 && f.owner[i] < 0; i-- {
		if f.at(i).Is("first", "second", "third", "latest", "only") && f.at(i-1).Is("the") && i-2 >= start {
			group, ok := f.GroupAt(i-2, "")
			if !ok {
				return ""
			}
			return f.verbStatus(group, depth+1)
		}
	}
	return ""
}

// invitation is the status of "an invitation from Holt to visit": what became of
// the invitation, or that it stands; "" where there is none.
func (f *finder) invitation(gov int) readout.Status {
	m := f.owner[gov]
	if m < 0 {
		return ""
	}
	first, _ := f.tokensOf(m)
	first = f.skipDeterminers(first)
	if !f.at(first-1).Is("from", "by") && !(f.at(first-1).Is("to") && f.at(first-2).Is("invitation")) {
		return ""
	}
	for _, w := range f.Lex.English.StatusWords("to", f.at(first-2).Fold) {
		if s := f.ofOffer(first-2, f.Sentences[f.SentenceOf(gov)].First); s != "" {
			return s
		}
		return readout.Status(w.Status)
	}
	return ""
}

// nominalGovernor reports whether a noun that says nothing of status governs the
// infinitive: "a good time to have the meeting" tells of no contact.
func (f *finder) nominalGovernor(gov int, verb bool) bool {
	if verb || f.owner[gov] >= 0 || f.isDate(gov) || f.Tokens[gov].Kind != token.Word {
		return false
	}
	if f.predicate(gov) {
		return true // "it would be wrong to hold"
	}
	for i := gov - 1; i > gov-4 && i >= 0; i-- {
		if f.at(i).Is("a", "an", "the", "no", "this", "any") {
			return true
		}
		if f.owner[i] >= 0 || prepositions[f.at(i).Fold] {
			return false
		}
	}
	return false
}

// forWhom is the status of "for Reyes to meet Holt": what the verb before says of
// the plan ("is being set up for"), or else that it is proposed; "" where the
// infinitive has no such subject.
func (f *finder) forWhom(g syntax.Group) readout.Status {
	m := f.owner[g.Governor]
	if m < 0 {
		return ""
	}
	first, _ := f.tokensOf(f.listLeft(m, f.Sentences[f.SentenceOf(g.Governor)].First)[0])
	first = f.skipDeterminers(first)
	if !f.at(first-1).Is("for") || f.isPlace(m) && f.travels(first-1, f.Sentences[f.SentenceOf(first)].First) { // "heads for Velmora to meet"
		return ""
	}
	for _, role := range []string{"of", "to"} {
		if w := f.statusNoun(role, first-2); w != nil {
			return signed(readout.Status(w.Status), f.no(first-2) || f.negatedBefore(first-2))
		}
	}
	for i := first - 2; i >= f.Sentences[f.SentenceOf(first)].First && i > first-6; i-- {
		group, ok := f.GroupAt(i, "")
		if !ok {
			continue
		}
		for _, w := range f.Lex.English.StatusWords("subject", group.Lemma) {
			if _, ok := f.particles(i, w.Words); ok && w.Status != "tense" {
				return signed(readout.Status(w.Status), group.Negated)
			}
		}
	}
	return readout.Proposed
}

// purpose reports whether a verb is an infinitive of purpose, or was due in the
// past ("had been due to meet"): a journey told beside it decides its status.
func (f *finder) purpose(c cue) bool {
	if !c.verb() || !c.group.To || c.group.Governor < 0 {
		return false
	}
	group, verb := f.GroupAt(c.group.Governor, "")
	lemma := f.Tokens[c.group.Governor].Fold
	if verb {
		lemma = group.Lemma
	}
	if len(f.Lex.English.StatusWords("to", lemma)) == 0 && len(f.Lex.English.StatusWords("to", f.Tokens[c.group.Governor].Fold)) == 0 {
		return true
	}
	return f.at(c.group.Governor-1).Is("been") && f.at(c.group.Governor-2).Is("had")
}

// byGovernor applies a row of status.tsv to an infinitive.
func (f *finder) byGovernor(w *lexicon.StatusWord, group syntax.Group, verb bool, g syntax.Group, gov, depth int) readout.Status {
	negated := g.Negated || verb && group.Negated || f.no(gov)
	if !verb {
		if s := f.ofOffer(gov, f.Sentences[f.SentenceOf(gov)].First); s != "" {
			return s
		}
		negated = negated || f.negatedBefore(gov)
	}
	if w.Words[0] == "able" && negated && f.at(gov-1).Is("being") {
		return "" // "apologized for not being able to visit Costava": some time, and no denial
	}
	if w.Status == "tense" {
		if verb {
			return signed(f.verbStatus(group, depth+1), g.Negated)
		}
		if be, ok := f.copula(gov); ok && !negated && depth < 3 {
			return f.verbStatus(be, depth+1) // "will be able to meet", "the desire to be able to meet"
		}
		return signed(readout.Held, negated)
	}
	if w.Status == string(readout.Declined) && (w.Words[0] == "try" || w.Words[0] == "attempt") && (group.Progressive || group.Time() != syntax.PastTime) {
		return readout.Proposed // still being tried
	}
	if w.Status == string(readout.Proposed) && f.at(gov).Is("glad", "pleased", "delighted", "happy") && !f.wouldBe(gov) {
		return signed(readout.Held, negated) // "is pleased to meet Holt"
	}
	if verb && group.Modal == "would" && w.Status == string(readout.Arranging) && negated {
		return readout.Declined
	}
	if negated && (w.Words[0] == "agree" || w.Words[0] == "ready" || w.Words[0] == "want" || w.Words[0] == "willing" || w.Words[0] == "decide") {
		return readout.Declined
	}
	return signed(readout.Status(w.Status), negated)
}

// wouldBe reports whether "would" or "will" stands shortly before token i.
func (f *finder) wouldBe(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if f.at(j).Is("would", "will", "'d", "'ll") {
			return true
		}
	}
	return false
}

// copula is the form of be before the adjective at token i, over adverbs.
func (f *finder) copula(i int) (syntax.Group, bool) {
	for j := i - 1; j > i-4 && j >= 0; j-- {
		if f.at(j).Is("be", "is", "are", "was", "were", "been", "'ll", "'s", "'re") {
			g, ok := f.GroupAt(j, "be")
			return g, ok && (g.Finite() || g.To && g.Governor >= 0 && f.statusNoun("to", g.Governor) != nil)
		}
		if !f.Lex.English.Adverb(f.at(j).Fold) {
			break
		}
	}
	return syntax.Group{}, false
}

// negatedBefore reports a negation in the few words before token i of its clause.
func (f *finder) negatedBefore(i int) bool {
	start := f.Sentences[f.SentenceOf(i)].First
	for j := i - 1; j >= start && j > i-5; j-- {
		if f.at(j).Is("not", "n't", "no", "never", "without", "neither", "nor") {
			return true
		}
		if f.at(j).Is(",", ";", "and", "but") {
			return false
		}
	}
	return false
}

// no reports whether "no" stands before a noun, an adjective between them or not:
// "no concrete plans to meet".
func (f *finder) no(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		switch {
		case f.at(j).Is("no"):
			return true
		case f.at(j).Is("any"):
			return f.negatedBefore(j)
		case f.Tokens[j].Kind != token.Word || f.owner[j] >= 0 || prepositions[f.at(j).Fold] || f.at(j).Is("the", "a", "an"):
			return false
		}
	}
	return false
}

// shares is the verb group whose modal or "to" a bare verb behind "and" shares: "will
// fly to Velmora and meet Holt".
func (f *finder) shares(g syntax.Group) (syntax.Group, bool) {
	i := g.First - 1
	for f.at(i).Is("then", "also", "later") {
		i--
	}
	if g.First != g.Main || g.Form&lexicon.Base == 0 || g.Form&lexicon.Past != 0 || !f.at(i).Is("and", "or") {
		return g, false
	}
	start := f.Sentences[f.SentenceOf(g.Main)].First
	for i--; i >= start && i > g.First-24 && !f.at(i).Is(";", ":"); i-- {
		if v, ok := f.GroupAt(i, ""); ok && f.owner[i] < 0 && v.Main == i {
			if v.Modal != "" || v.To && v.Governor >= 0 {
				return v, v.Main < g.First
			}
			if f.finite(i) {
				return g, false
			}
		}
	}
	return g, false
}
