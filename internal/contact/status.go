package contact

import (
	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// status reads how real the contact is from the words around it, and whose
// step it was, where they say so. "" means that it is no report of a contact: a
// hypothesis, a condition.
func (f *finder) status(c cue, s sides) (readout.Status, []int) {
	if f.hypothetical(c) {
		return "", nil
	}
	if c.verb() {
		return f.verbStatus(c.group, 0), nil
	}
	return f.nounStatus(c, s)
}

// verbStatus is the status that a verb group gives its contact, through what
// governs it.
func (f *finder) verbStatus(g syntax.Group, depth int) readout.Status {
	if g.To && g.Governor >= 0 && !g.Going && depth < 3 {
		return f.governed(g, depth)
	}
	if g.BeTo && g.AuxPast && g.Perfect {
		return readout.Cancelled // "was to have met"
	}
	switch g.Modal {
	case "may", "might", "could", "can":
		if g.Negated {
			return readout.Unplanned
		}
		if g.Modal == "could" || g.Modal == "can" {
			return readout.Proposed
		}
		return readout.Expected
	case "should", "must":
		return readout.Proposed
	case "would":
		if g.Perfect {
			return ""
		}
		return signed(readout.Scheduled, g.Negated)
	}
	switch g.Time() {
	case syntax.FutureTime:
		return signed(readout.Scheduled, g.Negated)
	case syntax.PresentTime:
		if g.Progressive && !g.Negated {
			return f.present(g)
		}
		if g.Do && g.Negated {
			return readout.Unplanned
		}
		if g.Form&lexicon.Third != 0 && f.futureDate(g.Main) {
			return readout.Scheduled
		}
		return signed(readout.Held, g.Negated)
	}
	if f.infinitiveHeadline(g) {
		return readout.Scheduled
	}
	return signed(readout.Held, g.Negated)
}

// infinitiveHeadline reports whether "to meet" is a headline's plan: "Reyes, Holt
// to meet in Geneva".
func (f *finder) infinitiveHeadline(g syntax.Group) bool {
	return g.To && (g.Governor < 0 || f.owner[g.Governor] >= 0 || f.at(g.Governor).Is(","))
}

// present is the status of a present progressive: a plan with a day to come,
// else going on.
func (f *finder) present(g syntax.Group) readout.Status {
	if f.futureDate(g.Main) || f.Tokens[g.Main].Is("meeting", "visiting", "travelling", "traveling", "flying", "seeing", "hosting", "receiving", "heading") && f.dated(g.Main) {
		return readout.Scheduled
	}
	return readout.Held
}

// signed turns a status round under negation.
func signed(s readout.Status, negated bool) readout.Status {
	if !negated {
		return s
	}
	switch s {
	case readout.Held:
		return readout.Denied
	case readout.Scheduled, readout.Arranging, readout.Expected, readout.Proposed:
		return readout.Unplanned
	case readout.Postponed, readout.Cancelled:
		return readout.Scheduled
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
	group, verb := f.GroupAt(gov, "")
	lemma := f.Tokens[gov].Fold
	if verb {
		lemma = group.Lemma
	}
	for _, key := range []string{f.Tokens[gov].Fold, lemma} {
		for _, w := range f.Lex.English.StatusWords("to", key) {
			return f.byGovernor(w, group, verb, g, gov, depth)
		}
	}
	for i := gov; i > gov-8 && i >= f.Sentences[f.SentenceOf(gov)].First; i-- { // the governing verb stands before its object: "invited Holt to visit"
		if group, ok := f.GroupAt(i, ""); ok && f.owner[i] < 0 {
			for _, w := range f.Lex.English.StatusWords("to", group.Lemma) {
				return f.byGovernor(w, group, true, g, i, depth)
			}
			return f.verbStatus(group, depth+1)
		}
	}
	if f.infinitiveHeadline(g) {
		return readout.Scheduled
	}
	return readout.Held
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
		negated = negated || f.negatedBefore(gov)
	}
	if w.Status == "tense" {
		if verb {
			return signed(f.verbStatus(group, depth+1), g.Negated)
		}
		return signed(readout.Held, negated)
	}
	if verb && group.Modal == "would" && w.Status == string(readout.Arranging) && negated {
		return readout.Declined
	}
	if negated && (w.Words[0] == "agree" || w.Words[0] == "ready" || w.Words[0] == "want" || w.Words[0] == "willing") {
		return readout.Declined
	}
	return signed(readout.Status(w.Status), negated)
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

// no reports whether "no" stands before a noun: "no plans to meet".
func (f *finder) no(i int) bool {
	return f.at(i-1).Is("no", "any") && (f.at(i-1).Is("no") || f.negatedBefore(i-1))
}

// nounStatus is the status of a contact that a noun tells.
func (f *finder) nounStatus(c cue, s sides) (readout.Status, []int) {
	start, end := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	np := f.nounPhrase(c, start)
	none := false
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
		return signed(readout.Status(w.Status), f.no(at) || f.negatedBefore(at)), nil
	}
	if status, begun, ok := f.subjectStatus(c, end, none); ok {
		return status, begun
	}
	if none {
		return readout.Denied, nil
	}
	if f.at(np-1).Is("before", "until") || f.at(np-1).Is("of") && f.at(np-2).Is("ahead") {
		if f.mainTime(c) != syntax.PastTime || f.at(np-1).Is("until") {
			return readout.Scheduled, nil
		}
		return readout.Scheduled, nil
	}
	if f.at(np-1).Is("for") && f.movesTo(np-2, start) {
		return f.verbStatus(f.mainGroup(c), 0), nil
	}
	if f.PassageOf(c.sentence).Kind == readout.Headline || f.mainTime(c) != syntax.FutureTime {
		return readout.Held, nil
	}
	if f.at(np-1).Is("in", "during", "at") {
		return readout.Scheduled, nil
	}
	return readout.Held, nil
}

// movesTo reports whether the sentence moves somebody somewhere before token i.
func (f *finder) movesTo(i, start int) bool {
	for j := i; j >= start; j-- {
		for _, form := range f.Lex.English.VerbForms(f.Tokens[j].Fold) {
			for _, w := range f.Lex.English.ContactVerbs(form.Lemma) {
				if w.Channel == string(readout.Visit) {
					return true
				}
			}
		}
	}
	return false
}

// objectStatus is the status from the verb whose object the noun is.
func (f *finder) objectStatus(c cue, s sides, none bool) (readout.Status, []int) {
	w, g := s.light.word, s.light.group
	if w.Status == "tense" {
		if g.Lemma == "have" && none && g.Form&(lexicon.Third|lexicon.Base) != 0 && !g.Perfect {
			return readout.Unplanned, nil
		}
		return signed(f.verbStatus(g, 0), none), nil
	}
	if g.To && g.Governor >= 0 { // "agreed to postpone", "refused to discuss"
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
	if np-2 < start || !f.at(np-1).Is("for", "of", "on", "about") {
		return nil, 0
	}
	for _, stem := range append(singular(f.at(np-2).Fold), f.at(np-2).Fold) {
		for _, w := range f.Lex.English.StatusWords("of", stem) {
			return w, np - 2
		}
	}
	return nil, 0
}

// subjectStatus is the status from the verb whose subject the noun is: "the
// meeting was postponed", "a call took place".
func (f *finder) subjectStatus(c cue, end int, none bool) (readout.Status, []int, bool) {
	var reduced readout.Status
	hangs := prepositions[f.at(f.nounPhrase(c, f.Sentences[c.sentence].First)-1).Fold]
	for i := c.last; i < min(end, c.last+30); i++ {
		k := f.Tokens[i]
		if k.Is(";") || hangs && i > c.last+8 {
			break
		}
		if m := f.owner[i]; m >= 0 && f.eligible(m) && !f.prepositional(m, c.last) && !f.at(i-1).Is("and") {
			break // another subject
		}
		if k.Kind != token.Word || f.owner[i] >= 0 {
			continue
		}
		if k.Is("off", "due", "possible", "likely", "unlikely") && f.at(i-1).Is("is", "are", "was", "were", "be", "remains", "not") {
			for _, w := range f.Lex.English.StatusWords("predicate", k.Fold) {
				return signed(readout.Status(w.Status), none || f.at(i-1).Is("not")), nil, true
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
				if ok && g.First == g.Main && g.Form&lexicon.Participle != 0 && g.Lemma != "take" && g.Lemma != "last" && reduced == "" {
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
	return reduced, nil, reduced != ""
}

// relative reports whether the group is the verb of a relative clause of the
// noun, or a participle that follows it.
func (f *finder) relative(c cue, g syntax.Group) bool {
	for i := g.First - 1; i >= c.last && i > g.First-4; i-- {
		if f.at(i).Is("which", "that") {
			return true
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

// mainGroup is the first finite verb group of the sentence.
func (f *finder) mainGroup(c cue) syntax.Group {
	for i := f.Sentences[c.sentence].First; i < f.Sentences[c.sentence].Last; i++ {
		if f.finite(i) {
			g, _ := f.GroupAt(i, "")
			for j := i + 1; j < i+5 && j < f.Sentences[c.sentence].Last; j++ { // the verb behind its auxiliaries
				if h, ok := f.GroupAt(j, ""); ok && h.First <= i {
					g = h
				}
			}
			return g
		}
	}
	return syntax.Group{Governor: -1}
}

func (f *finder) mainTime(c cue) syntax.Time { return f.mainGroup(c).Time() }

// hypothetical reports whether the contact stands under if, whether or unless
// in its clause.
func (f *finder) hypothetical(c cue) bool {
	start := f.Sentences[c.sentence].First
	for i := c.first - 1; i >= start && i > c.first-14; i-- {
		if f.at(i).Is("if", "whether", "unless", "should") && f.at(i).Fold != "should" {
			return true
		}
		if f.at(i).Is(",", ";") && !f.at(i+1).Is("who") {
			return false
		}
	}
	return false
}

// dated reports whether the sentence of token i gives a day.
func (f *finder) dated(i int) bool {
	s := f.SentenceSpan(f.SentenceOf(i))
	for _, d := range f.Dates {
		if s.Contains(d.From.Hull()) && len(d.EDTF) >= 10 {
			return true
		}
	}
	return false
}

// futureDate reports whether the sentence of token i gives a day after the
// document's own.
func (f *finder) futureDate(i int) bool {
	s := f.SentenceSpan(f.SentenceOf(i))
	day := f.doc.Published.Day()
	if day == "" {
		return false
	}
	for _, d := range f.Dates {
		if s.Contains(d.From.Hull()) && len(d.EDTF) >= 10 && d.EDTF[:10] > day {
			return true
		}
	}
	return false
}

// subjectOf reports whether the noun is the subject of a verb that status.tsv
// knows.
func (f *finder) subjectOf(c cue) bool {
	if c.verb() {
		return true
	}
	_, _, ok := f.subjectStatus(c, f.Sentences[c.sentence].Last, false)
	return ok
}
