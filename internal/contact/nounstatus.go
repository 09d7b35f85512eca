package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
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
	if f.at(np-1).Is("about", "on") && f.at(np-2).Is("asked", "questioned", "announce", "say", "comment") {
		return "", nil // "asked about a call", "nothing to announce on a call"
	}
	if f.earlierOnes(np, c, end) || f.continuedLater(c, np) {
		return "", nil
	}
	if f.at(np-1).Is("towards", "toward") && f.at(np).Is("a", "an", "another") {
		return readout.Arranging, nil // "working towards a meeting"
	}
	if f.at(np-1).Is("against", "without") {
		return "", nil // "advised against travel to Arvenia", "without talks with Holt"
	}
	if f.at(np-1).Is("of") && f.at(np-2).Is("importance", "value", "merits") && !f.at(np).Is("the", "this", "these", "his", "her", "their", "its") {
		return "", nil // "the importance of talks with Holt" does not say that there are any
	}
	if i := f.inSeries(np, start); i > 0 {
		return f.verbStatus(f.mainGroup(cue{sentence: c.sentence, first: i, last: i}), 0), nil // "will start with a call, followed by a meeting"
	}
	none := false
	if status, begun, ok := f.subjectStatus(c, end, false); ok && (status == readout.Cancelled || status == readout.Postponed || status == readout.Declined || status == readout.Denied) {
		return status, begun // what became of it beats "planned"
	} else if ok && status == readout.Held && !f.impending(np, c) && !f.negatedPhrase(np, c.first) && (s.light == nil || s.light.word == nil) {
		return status, begun // "the planned meeting went ahead"
	}
	if s.light != nil && s.light.group.To && s.light.word != nil && s.light.word.Status == "tense" && f.verbStatus(s.light.group, 0) == "" {
		return "", nil
	}
	if s.light != nil && s.light.word != nil && s.light.word.Status == "tense" && s.light.group.To {
		if status := f.verbStatus(s.light.group, 0); status == readout.Cancelled || status == readout.Declined {
			return status, nil // "inappropriate to hold the planned meeting"
		}
	}
	for i := np; i < c.first; i++ {
		if f.at(i).Is("no", "any") {
			none = f.at(i).Is("no") || f.negatedBefore(i)
		}
		for _, w := range f.Lex.English.StatusWords("adjective", f.Tokens[i].Fold) {
			if s.light == nil || s.light.word == nil || s.light.word.Status == "tense" || s.light.word.Status == string(readout.Held) && !strings.HasSuffix(f.at(c.head).Fold, "s") {
				return signed(readout.Status(w.Status), none), nil
			}
		}
	}
	if s.light != nil && s.light.word != nil {
		if status, _, ok := f.subjectStatus(c, end, none); ok && s.light.word.Status == string(readout.Held) && planned(status) {
			return status, nil // "welcomed the summit to be held in June"
		}
		return f.objectStatus(c, s, none)
	}
	if w, at := f.hangsOn(np, start); w != nil {
		if s := f.ofOffer(at, start); s != "" {
			return s, nil
		}
		if s, _, ok := f.subjectStatus(cue{sentence: c.sentence, first: at, last: c.last, head: at, word: c.word}, end, false); ok && (s == readout.Declined || s == readout.Cancelled) {
			return s, nil // "an offer of talks was declined"
		}
		if w.Status == string(readout.Arranging) && f.at(at).Is("date", "dates", "time", "venue", "place") {
			return readout.Arranging, nil // "no date has been set": still open
		}
		return signed(readout.Status(w.Status), f.no(at) || f.negatedBefore(at)), nil
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
	if g := f.mainGroup(c); f.at(np-1).Is("before") && f.at(np).Is("the") && len(s.object) == 0 && g.Time() == syntax.PastTime {
		return readout.Held, nil // "Before the talks, Reyes welcomed Holt"
	}
	if g := f.mainGroup(c); f.at(np-1).Is("before") && g.Time() == syntax.PastTime && slices.Contains([]string{"sign", "adopt", "initial"}, g.Lemma) && !f.futureDate(c.head) {
		return readout.Held, nil // "The papers were signed before Reyes's talks with Holt"
	}
	if f.aheadOf(np) {
		return readout.Scheduled, nil
	}
	g := f.mainGroup(c)
	if f.at(np-1).Is("for", "to", "on") {
		for _, w := range f.Lex.English.StatusWords("to", g.Lemma) {
			if w.Words[0] == "invite" { // "invited Holt for a visit"
				return signed(readout.Proposed, g.Negated), nil
			}
		}
	}
	if f.at(np - 1).Is("for") {
		for _, w := range f.Lex.English.StatusWords("object", g.Lemma) {
			if len(w.Words) == 2 && w.Words[1] == "for" {
				return signed(readout.Status(w.Status), g.Negated), nil
			}
		}
		for i := start; i < np-2; i++ {
			if f.at(i).Is("way") && f.at(i+1).Is("to") && f.at(i-1).Is("his", "her", "their") {
				return readout.Scheduled, nil // "on her way to Geneva for talks"
			}
		}
		if moves, ok := f.movesTo(np-2, start); ok {
			if (moves.Perfect && !moves.AuxPast || moves.Progressive && !moves.AuxPast) && !moves.Negated {
				return readout.Scheduled, nil // "has arrived for talks"
			}
			return f.verbStatus(moves, 0), nil
		}
		if s := f.awaited(g, start, np); s != "" {
			return s, nil
		}
		if g.Time() == syntax.FutureTime || g.Modal == "would" {
			return f.verbStatus(g, 0), nil
		}
	}
	if f.at(np-1).Is("at", "during") && f.intends(g) {
		return readout.Scheduled, nil // "intend to sign it at their meeting this autumn"
	}
	if f.at(c.last).Is("will", "'ll") && f.at(c.last+1).Kind == token.Mark {
		return readout.Scheduled, nil // "the focus of their conversation will — to be"
	}
	if g.Modal == "would" && !g.Perfect && !g.Negated && g.Main < np && f.at(np-1).Is("at", "during") {
		return readout.Scheduled, nil // "said that Brell would stand in for her at the meeting with Holt"
	}
	if f.PassageOf(c.sentence).Kind == readout.Headline || g.Time() != syntax.FutureTime {
		return readout.Held, nil
	}
	if f.willBeOne(np, g) {
		return signed(readout.Scheduled, g.Negated), nil
	}
	if f.at(np-1).Is("with") && slices.Contains([]string{"start", "begin", "open", "end", "close", "conclude", "finish"}, g.Lemma) {
		return readout.Scheduled, nil // "will start on Friday with a meeting with Holt"
	}
	if f.subjectIs(c, g) || f.at(np-1).Is("in", "during", "at") || f.at(np-1).Is("on") && c.word.Channel == string(readout.Visit) || s.light != nil && s.light.group.Lemma == "be" {
		return readout.Scheduled, nil
	}
	return readout.Held, nil
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
		if lemma := f.moves(j); lemma != "" {
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
