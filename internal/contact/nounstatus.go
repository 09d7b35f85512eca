package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// nounStatus is the status of a contact that a noun tells.
func (f *finder) nounStatus(c cue, s sides) (readout.Status, []int) {
	start, end := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	np := f.nounPhrase(c, start)
	if len(c.word.Frames) > 0 && c.word.Frames[0] != string(readout.Held) {
		if status, begun, ok := f.ownStatus(c, s, end); ok {
			return status, begun
		}
	}
	if status := f.goesOnPlan(np, start); status != "" {
		return status, nil
	}
	if f.onlyNamed(c, np, end) {
		return "", nil
	}
	if f.at(np-1).Is("towards", "toward") && f.at(np).Is("a", "an", "another") {
		return readout.Arranging, nil // "working towards a meeting"
	}
	if i := f.inSeries(np, start); i > 0 {
		return f.verbStatus(f.mainGroup(cue{sentence: c.sentence, first: i, last: i}), 0), nil // "will start with a call, followed by a meeting"
	}
	if status, begun, ok := f.fate(c, s, np, end); ok {
		return status, begun
	}
	status, none, ok := f.adjectiveStatus(c, s, np)
	if ok {
		return status, nil
	}
	if s.light != nil && s.light.word != nil {
		if status, _, ok := f.subjectStatus(c, end, none); ok && s.light.word.Status == string(readout.Held) && planned(status) {
			return status, nil // "welcomed the summit to be held in June"
		}
		if s.light.word.Status == string(readout.Held) && f.laterBeside(c) {
			return readout.Scheduled, nil // "welcomed Holt's visit later this week"
		}
		return f.objectStatus(c, s, none)
	}
	if w, at := f.hangsOn(np, start); w != nil {
		return f.hangingStatus(c, w, at), nil
	}
	if status, begun, ok := f.subjectStatus(c, end, none); ok {
		return status, begun
	}
	if none {
		if s.light != nil && s.light.group.Lemma == "be" && s.light.group.Time() == syntax.FutureTime {
			return readout.Unplanned, nil // "there will be no meeting"
		}
		return readout.Denied, nil
	}
	if status, ok := f.beforeIt(c, s, np); ok {
		return status, nil
	}
	if status, ok := f.forIt(c, np, start); ok {
		return status, nil
	}
	if g, ok := f.aspect(np); ok && f.at(np-1).Is("by") {
		return f.verbStatus(g, 0), nil // "will start by meeting with Holt"
	}
	return f.mainStatus(c, s, np), nil
}

// onlyNamed reports whether the words before a noun only name such contacts: what was
// asked about, earlier ones, what would be of value.
func (f *finder) onlyNamed(c cue, np, end int) bool {
	switch {
	case f.toTellOf(c): // "I don't have a call to read out"
		return true
	case f.at(np-1).Is("about", "on") && f.at(np-2).Is("asked", "questioned", "announce", "say", "comment"): // "asked about a call", "nothing to announce on a call"
		return true
	case f.at(np-1).Is("in", "during", "for") && f.at(np).Is("future", "subsequent"): // "agreed to take it into account in future negotiations"
		return true
	case f.earlierOnes(np, c, end), f.continuedLater(c, np):
		return true
	case f.at(np-1).Is("against", "without"): // "advised against travel to Arvenia", "without talks with Holt"
		return true
	}
	// "the importance of talks with Holt" does not say that there are any, nor does "the
	// importance, where feasible, of consultations", "raised the issue of peace talks"; "it was
	// a topic of conversation" does
	if !f.at(np-1).Is("of") || f.at(np).Is("the", "this", "these", "his", "her", "their", "its") {
		return false
	}
	i := f.overInsertion(np - 2)
	return f.at(i).Is("importance", "value", "merits", "issue", "question") || f.at(i).Is("topic", "subject") && !f.at(f.skipDeterminers(i)-1).Is("be", "is", "was", "been", "are", "were")
}

// toTellOf reports whether a talk only says that there is nothing to tell of a contact: "I
// don't have a call to read out", "have no meetings to announce".
func (f *finder) toTellOf(c cue) bool {
	g, ok := f.GroupAt(c.last+1, "")
	if !ok || !g.To || f.at(c.last).Fold != "to" || !f.at(c.last+1).Is("read", "announce", "preview", "confirm", "share", "report") {
		return false
	}
	return f.negatedPhrase(f.nounPhrase(c, f.Sentences[c.sentence].First), c.first) || f.mainGroup(c).Negated
}

// maxInsertion is how many words an insertion between two commas has at most.
const maxInsertion = 8

// overInsertion steps to the left over words between commas that end at token i.
func (f *finder) overInsertion(i int) int {
	if !f.at(i).Is(",") {
		return i
	}
	for j := i - 1; j > 0 && j >= i-maxInsertion; j-- {
		if f.at(j).Is(",") {
			return j - 1
		}
	}
	return i
}

// fate is what became of the contact, as the sentence tells it of the noun itself or of
// a verb that its object hangs on.
func (f *finder) fate(c cue, s sides, np, end int) (readout.Status, []int, bool) {
	if status, begun, ok := f.subjectStatus(c, end, false); ok && (status == readout.Cancelled || status == readout.Postponed || status == readout.Declined || status == readout.Denied) {
		return status, begun, true // what became of it beats "planned"
	} else if ok && status == readout.Held && !f.impending(np, c) && !f.negatedPhrase(np, c.first) && (s.light == nil || s.light.word == nil) {
		return status, begun, true // "the planned meeting went ahead"
	}
	if s.light == nil || s.light.word == nil || s.light.word.Status != "tense" || !s.light.group.To {
		return "", nil, false
	}
	switch status := f.verbStatus(s.light.group, 0); status {
	case "":
		return "", nil, true
	case readout.Cancelled, readout.Declined:
		return status, nil, true // "inappropriate to hold the planned meeting"
	}
	return "", nil, false
}

// adjectiveStatus is the status that a word inside the noun's phrase gives ("the planned
// visit"); none reports whether the phrase says that there is no such contact.
func (f *finder) adjectiveStatus(c cue, s sides, np int) (status readout.Status, none, ok bool) {
	for i := np; i < c.first; i++ {
		if f.at(i).Is("no", "any") {
			none = f.at(i).Is("no") || f.negatedBefore(i)
		}
		if f.at(i).Is("scheduled", "planned") && s.tookPart() {
			continue // "took part in a scheduled summit": it was held
		}
		for _, w := range f.Lex.English.StatusWords("adjective", f.Tokens[i].Fold) {
			if s.light == nil || s.light.word == nil || s.light.word.Status == "tense" || s.light.word.Status == string(readout.Held) && !strings.HasSuffix(f.at(c.head).Fold, "s") {
				return signed(readout.Status(w.Status), none), none, true
			}
		}
	}
	return "", none, false
}

// tookPart reports whether the verb tells that somebody took part.
func (s sides) tookPart() bool {
	return s.light != nil && s.light.group.Time() == syntax.PastTime && slices.Contains([]string{"attend", "participate", "take", "join"}, s.light.group.Lemma)
}

// hangingStatus is that of a noun that hangs on the word w at a token: "an invitation to
// talks", "no date for the visit".
func (f *finder) hangingStatus(c cue, w *lexicon.StatusWord, at int) readout.Status {
	start, end := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	if s := f.ofOffer(at, start); s != "" {
		return s
	}
	if s, _, ok := f.subjectStatus(cue{sentence: c.sentence, first: at, last: c.last, head: at, word: c.word}, end, false); ok && (s == readout.Declined || s == readout.Cancelled) {
		return s // "an offer of talks was declined"
	}
	if w.Status == string(readout.Arranging) && f.at(at).Is("date", "dates", "time", "venue", "place") {
		return readout.Arranging // "no date has been set": still open
	}
	return signed(readout.Status(w.Status), f.no(at) || f.negatedBefore(at))
}

// impending reports whether the noun's own phrase says that it lies ahead.
func (f *finder) impending(np int, c cue) bool {
	return f.qualified(np, c, "upcoming", "forthcoming")
}

// qualified reports whether one of the words stands before the noun in its own phrase,
// outside a name.
func (f *finder) qualified(np int, c cue, words ...string) bool {
	for i := np; i < c.first; i++ {
		if f.at(i).Is(words...) && f.owner[i] < 0 {
			return true
		}
	}
	return false
}

// intends reports whether a verb in the present tense says that something is planned.
func (f *finder) intends(g syntax.Group) bool {
	if g.Time() != syntax.PresentTime || g.Negated {
		return false
	}
	for _, w := range f.Lex.English.StatusWords("to", g.Lemma) {
		return w.Status == string(readout.Scheduled) || w.Status == string(readout.Expected)
	}
	return false
}

// subjectIs reports whether the noun is the subject of a verb group: only whom it is
// with, where and when stand between the two.
func (f *finder) subjectIs(c cue, g syntax.Group) bool {
	for i := c.last; i < g.First; i++ {
		if f.owner[i] < 0 && !f.isDate(i) && !prepositions[f.at(i).Fold] && !f.at(i).Is("the", "and") {
			return false
		}
	}
	return g.First >= c.last
}

// ownStatus is the status of a noun that says one by itself: an invitation is a
// proposal unless it is accepted or declined, a guest is one when the verb says.
func (f *finder) ownStatus(c cue, s sides, end int) (readout.Status, []int, bool) {
	if c.word.Frames[0] == "tense" {
		g := f.mainGroup(c)
		if s.light != nil {
			g = s.light.group
		}
		if g.Lemma == "invite" && f.at(f.nounPhrase(c, f.Sentences[c.sentence].First)-1).Is("as") {
			return signed(readout.Proposed, g.Negated), nil, true // "invited Holt to the fair as a guest"
		}
		return f.verbStatus(g, 0), nil, true
	}
	if s.light != nil && s.light.word != nil && s.light.word.Status == string(readout.Cancelled) {
		return readout.Declined, nil, true // "skipped Holt's invitation"
	}
	if s.light != nil && s.light.word != nil && s.light.word.Status != "tense" {
		return "", nil, false
	}
	if status, begun, ok := f.subjectStatus(c, end, false); ok && status != readout.Held {
		return status, begun, true
	}
	if (s.light == nil || s.light.word == nil) && !f.at(c.last).Is("to", "from") && !f.predicate(c.first) {
		return "", nil, true // "thanked Holt for his invitation"
	}
	return readout.Status(c.word.Frames[0]), nil, true
}

// negatedPhrase reports whether "no" or "any" stands in a noun phrase.
func (f *finder) negatedPhrase(np, head int) bool {
	for i := np; i < head; i++ {
		if f.at(i).Is("no", "any", "neither") {
			return true
		}
	}
	return false
}

// awaited is the status of what somebody is expected, scheduled or due somewhere for:
// "is expected in Geneva for talks"; "" where no such word stands before token np.
func (f *finder) awaited(g syntax.Group, start, np int) readout.Status {
	if g.Passive {
		for _, w := range f.Lex.English.StatusWords("to", g.Lemma) {
			if w.Status != "tense" {
				return signed(readout.Status(w.Status), g.Negated)
			}
		}
	}
	for i := start; i < np; i++ {
		if f.at(i).Is("due") && f.predicate(i) {
			return signed(readout.Scheduled, f.negatedBefore(i))
		}
	}
	return ""
}

// movesTo is the last verb that moves somebody somewhere, from token i back to start.
func (f *finder) movesTo(i, start int) (syntax.Group, bool) {
	for j := i; j >= start; j-- {
		if lemma := f.moves(j); lemma != "" && !f.isDate(j) { // not "in the coming days"
			return f.GroupAt(j, lemma)
		}
	}
	return syntax.Group{}, false
}

// moves is the lemma of the verb at token i that moves somebody somewhere, "" if none
// stands there.
func (f *finder) moves(i int) string {
	for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
		for _, w := range f.Lex.English.ContactVerbs(form.Lemma) {
			if w.Channel == string(readout.Visit) {
				return form.Lemma
			}
		}
	}
	return ""
}

// objectStatus is the status from the verb whose object the noun is.
func (f *finder) objectStatus(c cue, s sides, none bool) (readout.Status, []int) {
	w, g := s.light.word, s.light.group
	if g.Negated && c.word.Channel == string(readout.Call) && (w.Words[0] == "take" || w.Words[0] == "answer" || w.Words[0] == "return" || w.Words[0] == "receive") {
		return readout.Declined, nil // the phone rang, and nobody came
	}
	if w.Status == "tense" {
		for i := f.Sentences[c.sentence].First; i < g.First; i++ {
			if f.schedule(i) && (w.Words[0] == "include" || w.Words[0] == "list" || w.Words[0] == "show" || w.Words[0] == "have" || w.Words[0] == "feature") {
				return signed(readout.Scheduled, g.Negated || none), nil
			}
		}
		if g.Lemma == "have" && g.Time() == syntax.PresentTime && !none && !g.Negated && f.dated(g.Main) {
			return readout.Scheduled, nil // "has talks with Holt on Tuesday"
		}
		if g.Lemma == "have" && none && g.Form&(lexicon.Third|lexicon.Base) != 0 && !g.Perfect {
			return readout.Unplanned, nil
		}
		return signed(f.verbStatus(g, 0), none), nil
	}
	if w.Words[0] == "discuss" && f.toldBack(c) {
		return readout.Held, nil // "discussed her recent visit to Costava"
	}
	if np := f.nounPhrase(c, f.Sentences[c.sentence].First); w.Words[0] == "discuss" && (f.at(np).Is("the", "this", "these", "ongoing") || f.qualified(np, c, "ongoing", "current")) {
		return "", nil // "discussed the peace talks", "discussed Arvenia's ongoing talks with the bank": they are no plan
	}
	_, tries := f.Lex.English.IsForm(f.at(g.Governor).Fold, "try")
	if g.To && g.Governor >= 0 && !tries { // "agreed to postpone", "refused to discuss"
		switch f.governed(g, 0) {
		case readout.Declined, readout.Unplanned, readout.Denied:
			return signed(readout.Status(w.Status), true), nil
		}
	}
	var begun []int
	if w.Status == string(readout.Proposed) && w.Words[0] == "request" {
		begun = f.subject(g.First, f.Sentences[c.sentence].First)
	}
	return signed(readout.Status(w.Status), g.Negated || none), begun
}

// hangsOn is the noun that the contact hangs on: "plans for a meeting".
func (f *finder) hangsOn(np, start int) (*lexicon.StatusWord, int) {
	if _, at := f.invitationTo(np, start); at > 0 {
		return f.statusNoun("of", at), at
	}
	if np-2 < start || !f.at(np-1).Is("for", "of", "on", "about") {
		return nil, 0
	}
	if f.at(np-1).Is("for") && f.at(np-2).Is("way", "begun", "started", "underway") { // "preparations are under way for"
		for i := np - 3; i >= start && i > np-8; i-- {
			if w := f.statusNoun("of", i); w != nil {
				return w, i
			}
		}
	}
	if f.at(np-1).Is("for") && f.at(np-2).Is("stage", "moment", "present", "now", "time", "yet") { // "no plans at this stage for"
		for i := np - 3; i >= start && i > np-8; i-- {
			if w := f.statusNoun("of", i); w != nil {
				return w, i
			}
		}
	}
	if f.at(np-1).Is("for") && f.at(np-2).Is("set", "fixed", "agreed", "found", "named", "given") { // "no date has been set for"
		for i := np - 3; i >= start && i > np-9; i-- {
			if w := f.statusNoun("of", i); w != nil && w.Status == string(readout.Arranging) {
				return w, i
			}
		}
	}
	return f.statusNoun("of", np-2), np - 2
}

// predicate reports whether a form of be stands before token i, over adverbs.
func (f *finder) predicate(i int) bool {
	for i--; i >= 0; i-- {
		if f.at(i).Is("is", "are", "was", "were", "be", "been", "remains", "seems") {
			return true
		}
		if !f.Lex.English.Adverb(f.Tokens[i].Fold) && !f.at(i).Is("n't", "not", "simply") && !f.Tokens[i].Quote() {
			return false
		}
	}
	return false
}

// bare reports whether a headline leaves out the "be" between the noun and token i.
func (f *finder) bare(c cue, i int) bool {
	if !f.headlined(c.sentence) {
		return false
	}
	for i--; i >= c.last; i-- {
		if !f.Tokens[i].Quote() && !f.at(i).Is("not") {
			return false
		}
	}
	return true
}
