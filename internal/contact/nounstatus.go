package contact

import (
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
	none := false
	if status, begun, ok := f.subjectStatus(c, end, false); ok && (status == readout.Cancelled || status == readout.Postponed || status == readout.Declined || status == readout.Denied) {
		return status, begun // what became of it beats "planned"
	} else if ok && status == readout.Held && !f.negatedPhrase(np, c.first) && (s.light == nil || s.light.word == nil) {
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
			if s.light == nil || s.light.word == nil || s.light.word.Status == "tense" {
				return signed(readout.Status(w.Status), none), nil
			}
		}
	}
	if s.light != nil && s.light.word != nil {
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
	if f.at(np-1).Is("before", "until") || f.at(np-1).Is("to") && f.at(np-2).Is("forward") || f.at(np-1).Is("of") && f.at(np-2).Is("ahead") {
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
	if f.PassageOf(c.sentence).Kind == readout.Headline || g.Time() != syntax.FutureTime {
		return readout.Held, nil
	}
	if f.at(np-1).Is("in", "during", "at") || f.at(np-1).Is("on") && c.word.Channel == string(readout.Visit) || s.light != nil && s.light.group.Lemma == "be" {
		return readout.Scheduled, nil
	}
	return readout.Held, nil
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
	if s.light != nil && s.light.word != nil && s.light.word.Status != "tense" {
		return "", nil, false
	}
	if status, begun, ok := f.subjectStatus(c, end, false); ok && status != readout.Held {
		return status, begun, true
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
		for _, form := range f.Lex.English.VerbForms(f.Tokens[j].Fold) {
			for _, w := range f.Lex.English.ContactVerbs(form.Lemma) {
				if w.Channel == string(readout.Visit) {
					return f.GroupAt(j, form.Lemma)
				}
			}
		}
	}
	return syntax.Group{}, false
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
	if w.Words[0] == "discuss" && f.at(f.nounPhrase(c, f.Sentences[c.sentence].First)).Is("the", "this", "these", "ongoing") {
		return "", nil // "discussed the peace talks": they are no plan
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

// ofOffer is the status that a verb gives the offer, invitation or plan whose noun
// is token at: "rejected an offer of talks"; "" if none does.
func (f *finder) ofOffer(at, start int) readout.Status {
	np := at
	for np > start && (f.at(np-1).Is("a", "an", "the", "his", "her", "their", "its", "any") || f.possessed(np-1)) {
		np--
	}
	l := f.light(np, start)
	if l == nil || l.word == nil || l.word.Status == "tense" {
		return ""
	}
	switch s := readout.Status(l.word.Status); s {
	case readout.Declined, readout.Cancelled, readout.Postponed, readout.Denied:
		return signed(s, l.group.Negated)
	}
	if l.word.Words[0] == "accept" {
		return signed(readout.Arranging, l.group.Negated)
	}
	return ""
}

// possessed reports whether token i belongs to a possessive.
func (f *finder) possessed(i int) bool {
	return f.at(i).Is("'s", "'") || f.owner[i] >= 0 && f.possessive(f.owner[i])
}

// subjectStatus is the status from the verb whose subject the noun is: "the
// meeting was postponed", "a call took place".
func (f *finder) subjectStatus(c cue, end int, none bool) (readout.Status, []int, bool) {
	var reduced readout.Status
	hangs := prepositions[f.at(f.nounPhrase(c, f.Sentences[c.sentence].First)-1).Fold]
	for i := c.last; i < min(end, c.last+30); i++ {
		k := f.Tokens[i]
		if k.Is(";") || hangs && i > c.last+8 || k.Is("but", "while", "although") && f.at(i+1).Is("one", "it", "he", "she", "they", "the", "a", "no", "there", "this", "that") {
			break
		}
		if m := f.owner[i]; m >= 0 && f.eligible(m) && !f.prepositional(m, c.last) && !f.at(i-1).Is("and", "that", "which") && i > c.last {
			break // another subject
		}
		if k.Kind != token.Word || f.owner[i] >= 0 || f.isDate(i) {
			continue
		}
		if f.predicate(i) {
			for _, w := range f.Lex.English.StatusWords("predicate", k.Fold) {
				if _, ok := f.particles(i, w.Words); !ok {
					continue
				}
				return signed(readout.Status(w.Status), none || f.negatedBefore(i)), nil, true
			}
		}
		for _, form := range f.Lex.English.VerbForms(k.Fold) {
			for _, w := range f.Lex.English.StatusWords("subject", form.Lemma) {
				if _, ok := f.particles(i, w.Words); !ok {
					continue
				}
				g, _ := f.GroupAt(i, form.Lemma)
				if hangs && !f.relative(c, g) {
					continue
				}
				status, ok := f.bySubject(c, w, g)
				if ok && (f.inClause(c, g) || g.First == g.Main && g.Form&lexicon.Participle != 0 && g.Lemma != "take" && g.Lemma != "last") && reduced == "" {
					reduced = signed(status, none) // a finite verb that follows decides
					continue
				}
				if ok {
					begun := f.requester(w, i, end)
					return signed(status, none), begun, true
				}
			}
		}
	}
	if reduced == "" && !hangs {
		reduced = f.willBe(c, end)
	}
	return reduced, nil, reduced != ""
}

// willBe is scheduled for the subject of a plain "will be": "the first call will be
// with Holt"; "" otherwise.
func (f *finder) willBe(c cue, end int) readout.Status {
	for i := c.last; i < min(end, c.last+12) && !f.at(i).Is(";", "that", "which", "and", "but"); i++ {
		if g, ok := f.GroupAt(i, "be"); ok && g.Modal == "will" && (prepositions[f.at(i+1).Fold] || f.isDate(i+1)) {
			return signed(readout.Scheduled, g.Negated)
		}
	}
	return ""
}

// inClause reports whether the group is the verb of a relative clause that directly
// follows the noun.
func (f *finder) inClause(c cue, g syntax.Group) bool {
	for i := g.First - 1; i >= c.last && i > g.First-3; i-- {
		if f.at(i).Is("which", "that") {
			return true
		}
	}
	return false
}

// relative reports whether the group is the verb of a relative clause of the
// noun, or a participle that follows it.
func (f *finder) relative(c cue, g syntax.Group) bool {
	for i := g.First - 1; i >= c.last && i > g.First-4; i-- {
		if f.at(i).Is("which", "that") {
			return true
		}
	}
	for i := g.First - 1; i >= c.last; i-- {
		if f.at(i).Is(",") && !f.Lex.English.Adverb(f.at(i+1).Fold) && i+1 < g.First {
			return false // "During the meeting, the two sides discussed": a subject of its own
		}
	}
	return g.First == g.Main && g.Form&lexicon.Participle != 0
}

// bySubject applies a row of status.tsv to a noun that is the verb's subject.
func (f *finder) bySubject(c cue, w *lexicon.StatusWord, g syntax.Group) (readout.Status, bool) {
	reduced := g.Form&lexicon.Participle != 0 && g.First == g.Main && f.reduced(g.Main) // "a meeting scheduled for Friday"
	if w.Status != "tense" && w.Words[0] != "last" && w.Words[0] != "end" && w.Words[0] != "conclude" && w.Words[0] != "fall" && !g.Passive && !reduced {
		return "", false
	}
	if !g.Finite() && !g.Passive && !reduced {
		return "", false
	}
	if w.Status == "tense" || w.Status == string(readout.Held) && w.Words[0] != "initiate" {
		if w.Words[0] == "hold" && !g.Passive {
			return "", false
		}
		return f.verbStatus(g, 0), true
	}
	if w.Words[0] == "move" && f.at(g.Main+1).Is("to") {
		if m := f.owner[min(g.Main+2, len(f.owner)-1)]; m >= 0 && f.isPlace(m) {
			return readout.Scheduled, true // to another place, not another day
		}
	}
	if w.Words[0] == "request" && g.Passive && !g.Negated && g.Perfect && g.AuxPast {
		return readout.Held, true // "the call had been requested by": it took place
	}
	return signed(readout.Status(w.Status), g.Negated), true
}

// reduced reports whether a participle follows its noun: a comma, noun or name
// stands before it.
func (f *finder) reduced(i int) bool {
	return f.at(i-1).Is(",") || f.owner[i-1] >= 0 || len(f.Lex.English.VerbForms(f.at(i-1).Fold)) == 0 || len(f.Lex.English.ContactNouns(f.at(i-1).Fold)) > 0
}

// requester is whose request a contact was: the agent of "was requested by", "was
// initiated by".
func (f *finder) requester(w *lexicon.StatusWord, i, end int) []int {
	if (w.Words[0] == "request" || w.Words[0] == "initiate") && f.at(i+1).Is("by") {
		list, _, _ := f.listRight(i+2, end)
		return list
	}
	return nil
}
