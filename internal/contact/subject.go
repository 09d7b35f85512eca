package contact

import (
	"slices"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// prepositional reports whether a mention hangs on a preposition, or is a
// possessive or the object of a verb, and so is no subject.
func (f *finder) prepositional(m, start int) bool {
	first, last := f.tokensOf(m)
	if f.at(last).Is("'s", "'") || f.at(last-1).Is("'s") || f.at(last-1).Is("his", "her", "their", "its") {
		return true
	}
	if f.comesAlong(m, start) {
		return true
	}
	if first-2 > start && f.at(first-1).Is("(") && f.at(last).Is(")") && f.owner[first-2] >= 0 && f.Mentions[f.owner[first-2]].Entity == f.Mentions[m].Entity {
		return f.prepositional(f.owner[first-2], start) // "left the Grain Council (GC)": the same once more
	}
	first = f.beforeHost(f.begins(m, start), start)
	for first-1 >= start && f.Tokens[first-1].Kind == token.Word && f.modifier(first-1) && !f.at(first-1).Is("when") && f.owner[first-1] < 0 {
		first--
	}
	first = f.beforeGovernments(first)
	prev := f.at(first - 1)
	if first-1 < start {
		return false
	}
	if prepositions[prev.Fold] {
		return !f.at(first-2).Is("headed", "led") || !prev.Is("by") // "a delegation led by Reyes"
	}
	if f.startsClause(m, first) {
		return false
	}
	if prev.Is("and") && f.behindBetween(first-1, start) {
		return true // "exercises between the Arvenian army and the Costavan Navy"
	}
	if prev.Is("and", ",") {
		before := first - 2
		if prev.Is("and") && f.at(before).Is(",") {
			before--
		}
		if prev.Is("and") && f.at(before).Is("leaders", "officials", "envoys", "negotiators", "representatives", "counterpart", "counterparts") {
			before--
		}
		if prev.Is(",") && f.pairEnds(before, start) {
			return false // "As follow-up to the call between Reyes and Holt, Brell and Orsi met"
		}
		if before >= start && f.owner[before] >= 0 && f.owner[before] != m && f.eligible(f.owner[before]) && (prev.Is("and") || f.inList(m)) {
			return f.prepositional(f.owner[before], start)
		}
	}
	forms := f.Lex.English.VerbForms(prev.Fold)
	if f.thinks(first-1) && f.acted(m) {
		return false // "I think Reyes had a good talk"
	}
	return len(forms) > 0 && !prev.Upper && !prev.Is("'s", "is", "was", "be", "'re", "said", "says", "added", "saying", "announced", "confirmed", "have", "has", "had") && f.owner[first-1] < 0
}

// pairEnds reports whether the second of two whom "between" names ends at token i, before a comma
// that closes the phrase with which its sentence opens.
func (f *finder) pairEnds(i, start int) bool {
	if i < start || f.owner[i] < 0 || !f.eligible(f.owner[i]) {
		return false
	}
	at := f.begins(f.owner[i], start) - 1
	if !f.at(at).Is("and") || f.owner[at-1] < 0 || !f.eligible(f.owner[at-1]) || !f.at(f.begins(f.owner[at-1], start)-1).Is("between") {
		return false
	}
	return f.finiteIn(start, i) < 0
}

// startsClause reports whether a clause begins with a person whose phrase begins at token first: behind ", and"
// and before a verb, where no person ends the clause before: "supports Costava in the Grain
// Council, and President Reyes has invited Holt".
func (f *finder) startsClause(m, first int) bool {
	if !f.persons([]int{m}) || !f.at(first-1).Is("and") || !f.at(first-2).Is(",") || first < 3 {
		return false
	}
	before := f.owner[first-3]
	return before >= 0 && !f.persons([]int{before}) && f.acted(m)
}

// beforeGovernments steps from token i to the left over "the governments of", and over the
// body that those represent: "the Council, represented by the governments of".
func (f *finder) beforeGovernments(i int) int {
	if !f.at(i-1).Is("of") || !f.at(i-2).Is("governments", "delegations") {
		return i
	}
	i = f.skipDeterminers(i - 2)
	for j := i - 1; f.at(i-1).Is("by") && j > i-6; j-- {
		if f.at(j).Is("represented") {
			return j
		}
	}
	return i
}

// thinks reports whether a verb after which a clause can follow without "that" stands at
// token i: "I think Reyes met Holt".
func (f *finder) thinks(i int) bool {
	return i >= 0 && slices.ContainsFunc(f.Lex.English.VerbForms(f.at(i).Fold), func(v lexicon.VerbForm) bool {
		return slices.Contains([]string{"think", "believe", "know", "guess", "suppose", "feel", "hope"}, v.Lemma)
	})
}

// acted reports whether a finite verb stands behind a mention, adverbs or not between them.
func (f *finder) acted(m int) bool {
	first, last := f.tokensOf(m)
	end := f.Sentences[f.SentenceOf(first)].Last
	last = f.skipInside(last, end)
	return last < end && f.finite(last)
}

var prepositions = map[string]bool{"with": true, "to": true, "of": true, "from": true, "by": true, "in": true, "at": true, "on": true, "for": true, "between": true, "about": true, "against": true,
	"under": true, "over": true, "near": true, "into": true, "after": true, "before": true, "towards": true, "toward": true, "including": true, "among": true, "than": true, "via": true, "through": true, "like": true, "as": true, "per": true, "until": true, "since": true, "during": true, "behind": true, "around": true, "alongside": true, "without": true, "following": true}

// subject finds who does what the verb group that begins at token first tells.
func (f *finder) subject(first, start int) []int {
	if at := f.eventEnd(f.SentenceOf(first)); at <= first {
		start = max(start, at) // who led an earlier event is no subject
	}
	i := first - 1
	for i >= start && (f.Lex.English.Adverb(f.Tokens[i].Fold) && f.owner[i] < 0 || f.isDate(i) || f.at(i).Is("both", "each", "all", "himself", "herself", "themselves")) {
		i--
	}
	for j := i - 1; j > i-4 && j > start && f.owner[i] < 0; j-- {
		if f.at(j).Is("/") && f.owner[j-1] >= 0 { // "the High Representative/Vice-President"
			i = j - 1
		}
	}
	if i >= start && f.at(i).Is("who", "which", "that") && f.owner[i] < 0 {
		i--
		if f.at(i).Is(",") {
			i--
		}
	}
	if i > start && f.at(i).Is("and", "or") && f.owner[i-1] < 0 && f.finite(i-1) { // "whoever goes and speaks to Holt"
		if g, ok := f.GroupAt(i-1, ""); ok {
			return f.subject(g.First, start)
		}
	}
	i = f.beforeEntourage(f.beforeParenthesis(i), start)
	if i >= start && f.owner[i] >= 0 && f.eligible(f.owner[i]) && !f.possessive(f.owner[i]) {
		m := f.owner[i]
		if list := f.listLeft(m, start); !f.prepositional(m, start) || f.subordinate(list[0], start) {
			return list
		}
		if head := f.headOf(m, start); head >= 0 {
			return f.listLeft(head, start)
		}
	}
	if i-2 >= start && f.owner[i] < 0 && f.Tokens[i].Upper && f.at(i-1).Is("of", "from") && f.eligible(f.owner[i-2]) {
		i -= 2 // "President Jon Holt of Costava", of a state that no file knows
	}
	if f.otherSubject(i, start) || f.someoneElse(i, start) {
		return nil
	}
	for ; i >= start; i-- {
		m := f.owner[i]
		if m < 0 || !f.eligible(m) {
			continue
		}
		if !f.prepositional(m, start) {
			return f.listLeft(m, start)
		}
		i, _ = f.tokensOf(m)
	}
	return nil
}

// behindBetween reports whether a plain noun stands behind "between" before the "and" at token i.
func (f *finder) behindBetween(i, start int) bool {
	if f.owner[i-1] >= 0 {
		return false
	}
	for j := i - 1; j >= start && j > i-6 && !f.at(j).Is("and", ",") && !f.finite(j); j-- {
		if f.at(j).Is("between") {
			return true
		}
	}
	return false
}

// subordinate reports whether a conjunction of time or "for" stands before the
// mention, so that it is the subject of its clause: "after Reyes had spoken", "for
// Reyes to speak".
func (f *finder) subordinate(m, start int) bool {
	first, _ := f.tokensOf(m)
	first = f.skipDeterminers(first)
	return first-1 >= start && f.at(first-1).Is("after", "before", "since", "until", "as", "while", "when", "once", "for") && !f.possessive(m)
}

// whichBody is the body that "which" means as the subject of a verb: who discussed "the work of
// the fisheries council, which met in Tollen" did not meet there. It is empty for one that no
// name names; ok is false where no body is meant.
func (f *finder) whichBody(c cue, start int) (list []int, ok bool) {
	i := c.group.First - 1
	for i > start && f.Lex.English.Adverb(f.Tokens[i].Fold) {
		i--
	}
	if i-2 < start || !f.at(i).Is("which") || !f.at(i-1).Is(",") {
		return nil, false
	}
	if m := f.owner[i-2]; m >= 0 {
		return []int{m}, f.Mentions[m].Entity.Kind() == readout.Org
	}
	return nil, f.at(i-2).Is("council", "commission", "committee", "forum", "group", "board", "panel", "assembly", "body")
}

// otherSubject reports whether a plain noun stands where the subject does: "the
// admirals met"; whoever was named before is then not meant.
func (f *finder) otherSubject(i, start int) bool {
	if i < start || f.owner[i] >= 0 || f.Tokens[i].Kind != token.Word || f.isDate(i) {
		return false
	}
	k := f.Tokens[i]
	if k.Is("and", "but", "or", "then", "out", "off", "up", "who", "which", "that", "to", "also", "men", "two", "both", "sides", "side", "leaders", "pair", "himself", "herself", "since", "before", "after", "while", "when", "as", "for", "not", "the", "a", "an", "his", "her", "their", "its", "no", "she", "he", "they", "it") || f.Lex.English.Adverb(k.Fold) || prepositions[k.Fold] {
		return false
	}
	if w, ok := f.Word(i); ok && w.UPOS == "NOUN" && w.Rel == "nsubj" && i > start && f.owner[i-1] >= 0 {
		return true // "the NATO forces arrived"
	}
	return len(f.Lex.English.VerbForms(k.Fold)) == 0 && !f.at(i+1).Is("to") && len(f.Lex.English.StatusWords("to", k.Fold)) == 0
}

// possessive reports whether a mention only owns what follows it.
func (f *finder) possessive(m int) bool {
	_, last := f.tokensOf(m)
	return f.at(last).Is("'s") || f.at(last).Is("'") && f.Tokens[last].Start == f.Tokens[last-1].End || f.at(last-1).Is("'s")
}

// headOf is the person whose role the state m completes: "President X of Y".
func (f *finder) headOf(m, start int) int {
	first, _ := f.tokensOf(m)
	first = f.skipDeterminers(first)
	if f.at(first-1).Is("of") && first-2 >= start && f.eligible(f.owner[first-2]) && !f.prepositional(f.owner[first-2], start) {
		return f.owner[first-2]
	}
	return -1
}
