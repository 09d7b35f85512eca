package contact

import (
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
)

// status reads how real the contact is from the words around it, and whose
// step it was, where they say so. "" means that it is no report of a contact: a
// hypothesis, a condition.
func (f *finder) status(c cue, s sides) (readout.Status, []int) {
	if f.hypothetical(c) || f.ofCommitments(c, s) || f.forAnAim(c, s) || f.sinceThen(c) {
		return "", nil
	}
	if f.countsTimes(c, s) {
		if c.verb() && f.timeToCome(c) {
			return readout.Scheduled, nil // "this will be the second time the two have met"
		}
		return "", nil
	}
	if f.inChildhood(c) || f.salutes(c) || f.habit(c, s) || f.standing(c, s) || f.asTheyTalk(c) || f.learnersGo(c) || f.notTheFirst(c) || f.standingTalks(c) || c.verb() && (f.sport(c, s) || f.at(c.first-1).Is("against")) || f.inTalk(c.sentence) && f.oftenTold(c) && !f.dated(c.first) {
		return "", nil
	}
	if c.verb() && c.word.Channel == string(readout.Visit) && f.onlyDates(c) {
		return "", nil
	}
	if c.verb() && c.group.Lemma == "consult" && (f.says(c.first, c.last+1, "closely", "regularly", "further", "together") || len(s.object) == 0 && !f.dated(c.first)) {
		if planned(f.verbStatus(c.group, 0)) {
			return "", nil // "their teams would consult closely", "agreed to consult closely": no contact that anybody plans
		}
	}
	if f.inSession(c) || f.onlyProgress(c) || f.givenNotice(c) {
		return "", nil
	}
	if c.verb() && c.group.Lemma == "negotiate" && c.group.To && len(s.object) == 0 && f.dependent(c.head, "obj") > c.head && !f.dated(c.first) {
		return "", nil // "agreed to negotiate a treaty": work to come
	}
	if c.verb() && f.at(c.last).Is("if", "unless", "provided") {
		if s := f.verbStatus(c.group, 0); s == readout.Scheduled {
			return readout.Expected, nil // "are going to meet if"
		}
	}
	if c.verb() && c.group.Modal == "would" && f.conditional(c) {
		return readout.Proposed, nil // "would only meet Holt if"
	}
	if status, ok := f.travelTold(c); ok {
		return status, nil
	}
	if c.verb() && c.word.Frames[0] == "invited" {
		return signed(readout.Proposed, c.group.Negated), nil
	}
	if c.verb() {
		if c.word.Frames[0] == "topic-with" && !f.tellsOfTalk(c, s) {
			return "", nil
		}
		status := f.refuted(c, signed(f.verbStatus(c.group, 0), f.neither(c, s)))
		if f.somedayThere(c, status) || f.atSomePoint(c, status) || f.noFurther(c, status) {
			return "", nil
		}
		if f.unfulfilled(c) && (status == readout.Scheduled || status == readout.Expected || status == readout.Arranging) {
			return readout.Denied, nil
		}
		return status, nil
	}
	if f.readinessFor(c, s) || f.process(c, s) || f.towardsEnd(c) || f.bothWays(c) || f.countsWith(c) {
		return "", nil
	}
	status, begun := f.nounStatus(c, s)
	if f.upkeep(c, s, status) || f.noFurther(c, status) {
		return "", nil
	}
	return f.refuted(c, signed(status, f.neither(c, s))), begun
}

// conditional reports whether a condition follows the contact in its clause.
func (f *finder) conditional(c cue) bool {
	for i := c.last; i < min(c.last+14, f.Sentences[c.sentence].Last); i++ {
		if f.at(i).Is("if", "unless", "provided") {
			return true
		}
		if f.at(i).Is(";", "and", "but") {
			return false
		}
	}
	return false
}

// sport reports whether two states meet on a pitch rather than at a table.
func (f *finder) sport(c cue, s sides) bool {
	if c.group.Lemma != "meet" || f.persons(s.subject) || f.persons(s.object) {
		return false
	}
	return f.says(f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last, "final", "finals", "semi-final", "semifinal", "quarter-final", "quarterfinal", "match", "qualifier", "stadium", "striker", "goalkeeper", "goals", "kick-off", "kickoff", "half-time", "fifa", "uefa", "championship", "playoff", "rugby", "cricket", "football", "soccer", "hockey")
}

// unfulfilled reports whether the clause behind a plan only says that it came to nothing:
// "had been due to meet Holt but did not".
func (f *finder) unfulfilled(c cue) bool {
	for i := c.last; i+2 < f.Sentences[c.sentence].Last; i++ {
		if !f.at(i).Is("but") {
			continue
		}
		j := i + 1
		for f.at(j).Is("he", "she", "they", "in", "the", "end") || f.owner[min(j, len(f.owner)-1)] >= 0 {
			j++
		}
		if f.at(j).Is("did") && f.at(j+1).Is("not", "n't") && f.Tokens[min(j+2, len(f.Tokens)-1)].Kind == token.Mark {
			return true
		}
	}
	return false
}

// countsTimes reports whether the verb only counts: "the first time that the two
// have met", "the third time they have had a conversation".
func (f *finder) countsTimes(c cue, s sides) bool {
	at := c.first
	if !c.verb() {
		if s.light == nil || !s.light.group.Perfect || s.light.group.To {
			return false
		}
		at = s.light.group.First
	}
	if c.verb() && c.group.Perfect && !c.group.AuxPast {
		for i := c.last; i < c.last+6 && i+1 < f.Sentences[c.sentence].Last; i++ {
			if f.at(i).Is("times") && f.at(c.last).Kind != token.Mark { // "have met more than a dozen times"
				return true
			}
		}
	}
	for i, words := at-1, 0; words < 6 && i >= f.Sentences[c.sentence].First; i-- {
		if f.owner[i] < 0 {
			words++
		}
		if f.at(i).Is("time") && (f.at(i-1).Is("first", "second", "third", "only", "last") || f.at(i+1).Is("that")) {
			return true
		}
	}
	return false
}

// timeToCome reports whether what is counted is yet to come: "this will be the second time
// that the two have met".
func (f *finder) timeToCome(c cue) bool {
	for i := c.first - 1; i > f.Sentences[c.sentence].First; i-- {
		if f.at(i).Is("time") {
			time := cue{sentence: c.sentence, first: i, last: i + 1, head: i}
			return f.willBeOne(f.nounPhrase(time, f.Sentences[c.sentence].First), f.mainGroup(time))
		}
	}
	return false
}

// background reports whether the contact is told as past from where the text
// stands: in the past perfect, or as the last one ("they last met in June", "after
// their recent call").
func (f *finder) background(c cue) bool {
	g := c.group
	if !c.verb() {
		g = f.mainGroup(c)
	}
	if g.Perfect && g.AuxPast && !g.To {
		return true
	}
	if !c.verb() && f.toldBack(c) {
		return true
	}
	if c.verb() && (f.at(c.first-1).Is("recently") || f.at(c.last).Is("recently")) {
		return true
	}
	if !c.verb() && (f.at(g.First-1).Is("recently") || f.at(g.Main+1).Is("recently") || f.says(c.last, min(c.last+4, f.Sentences[c.sentence].Last), "recently") && !f.clauseBetween(c.last, c.last+4)) {
		return true // "had a conversation about this recently with Holt"
	}
	for i := c.first - 1; i >= f.Sentences[c.sentence].First && i > c.first-3; i-- {
		if f.at(i).Is("last") && !f.isDate(i) {
			return true
		}
	}
	return f.timeGone(c) || c.verb() && f.doneBefore(c) || f.overYears(c, g) || f.opensYears(c) || !c.verb() && f.at(f.overInsertion(f.nounPhrase(c, f.Sentences[c.sentence].First)-1)).Is("since")
}

// inFormerOffice reports whether the contact is told of the time of an office held once:
// "met Holt when she was a senator".
func (f *finder) inFormerOffice(c cue) bool {
	end := f.Sentences[c.sentence].Last
	for i := f.Sentences[c.sentence].First; i+3 < end; i++ {
		if f.at(i).Is("as") && f.at(i+1).Is("a", "an") && f.says(i+2, min(i+5, end), "senator", "congressman", "congresswoman", "governor", "mayor", "deputy") && !f.says(i+2, i+4, "former") {
			return true // "As a young senator, Reyes met Holt"
		}
		if f.at(i).Is("in") && f.at(i+1).Is("that") && f.at(i+2).Is("capacity") && f.says(f.Sentences[c.sentence].First, i, "former") {
			return true // "was a former minister and had visited Arvenia in that capacity"
		}
		then := f.at(i).Is("when", "while") || f.at(i).Is(",", ";") && f.says(f.Sentences[c.sentence].First, c.first, "when") // "When I hosted Holt, she was a senator"
		if !then || !f.at(i+1).Is("i", "he", "she", "they") || !f.at(i+2).Is("was", "were") {
			continue
		}
		j := i + 3
		for f.at(j).Is("still", "just", "a", "an", "the", "your", "our", "in", "young", "vice", "deputy") && j+1 < end {
			j++
		}
		if _, titled := f.Lex.Titles.Match(f.Tokens, j); titled || f.at(j).Is("senator", "senate", "congressman", "congresswoman", "congress", "parliament", "governor", "mayor", "ambassador", "office") {
			return true
		}
	}
	return false
}

// neither reports whether the subject is "neither A nor B".
func (f *finder) neither(c cue, s sides) bool {
	if len(s.subject) < 2 {
		return false
	}
	first, _ := f.tokensOf(s.subject[0])
	if !f.at(f.skipDeterminers(first) - 1).Is("neither") {
		return false
	}
	for i := first; i < c.first; i++ {
		if f.at(i).Is("when", "after", "before", "since", "that", "as") {
			return false // "neither Reyes nor Holt spoke of it when they met"
		}
	}
	return true
}

// refuted turns a contact that was held into a denied one where the sentence says
// that it is not true: "reports of a call are false", "it was not true that".
func (f *finder) refuted(c cue, status readout.Status) readout.Status {
	if status != readout.Held {
		return status
	}
	if f.dismissed(c) {
		return readout.Denied
	}
	for i := f.Sentences[c.sentence].First; i < f.Sentences[c.sentence].Last; i++ {
		for _, w := range f.Lex.English.StatusWords("predicate", f.Tokens[i].Fold) {
			about := i > c.last || f.at(i+1).Is("that")
			if w.Status == string(readout.Denied) && about && f.predicate(i) != f.negatedBefore(i) || w.Words[0] == "true" && about && f.predicate(i) && f.negatedBefore(i) {
				return readout.Denied
			}
		}
	}
	return status
}

// dismissed reports whether a report of the contact is called untrue before its word:
// "called a claim that the two had met fake", "called "not true" reports of a call".
func (f *finder) dismissed(c cue) bool {
	report := -1
	for i := c.first - 1; i >= f.Sentences[c.sentence].First && i > c.first-24; i-- {
		k := f.at(i)
		if report < 0 && k.Is("claim", "claims", "report", "reports", "rumour", "rumours", "rumor", "rumors", "allegation", "allegations", "suggestion", "suggestions", "story", "stories") {
			report = i
		}
		if report < 0 || f.owner[i] >= 0 {
			continue
		}
		for _, form := range f.Lex.English.VerbForms(k.Fold) {
			switch form.Lemma {
			case "dismiss", "reject", "refute", "rebut":
				return true
			case "call", "brand", "label", "describe":
				for j := i + 1; j < report; j++ {
					for _, w := range f.Lex.English.StatusWords("predicate", f.at(j).Fold) {
						if w.Status == string(readout.Denied) != (w.Words[0] == "true" && f.at(j-1).Is("not")) {
							return true
						}
					}
				}
			}
		}
	}
	return false
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

// mainGroup is the finite verb group of the contact's clause: the last before its
// word, or else the first after.
func (f *finder) mainGroup(c cue) syntax.Group {
	first := c.last
	for i := c.first - 1; i >= f.Sentences[c.sentence].First; i-- {
		if g, ok := f.GroupAt(i, ""); ok && f.owner[i] < 0 && g.Finite() && f.finite(i) {
			return g
		}
	}
	for i := first; i < f.Sentences[c.sentence].Last; i++ {
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

// salutes reports whether who speaks only greets somebody in the words of a speech: "I would
// like to greet President Holt", "let me greet".
func (f *finder) salutes(c cue) bool {
	if !c.verb() || c.group.Lemma != "greet" {
		return false
	}
	if c.group.To && c.group.Governor >= 0 {
		return f.at(c.group.Governor).Is("like", "want", "wish", "pleased", "glad", "happy", "me", "us")
	}
	return f.at(c.first-1).Is("i", "we", "me", "us") && c.group.Time() == syntax.PresentTime
}

// hypothetical reports whether the contact stands under if, whether or unless
// in its clause.
func (f *finder) hypothetical(c cue) bool {
	start := f.Sentences[c.sentence].First
	for i := c.first - 1; i >= start && i > c.first-14; i-- {
		if f.at(i).Is("if", "whether", "unless") || f.invertedCondition(i) || f.leftOpen(i) {
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
	for _, j := range f.dates[f.SentenceOf(i)] {
		d := f.Dates[j]
		if s.Contains(d.From.Hull()) && len(d.EDTF) >= 10 {
			return true
		}
	}
	return false
}

// weekday reports whether a bare weekday that is not the day of writing follows the
// verb at token i: "sees Holt on Tuesday".
func (f *finder) weekday(i int) bool {
	for _, j := range f.dates[f.SentenceOf(i)] {
		d := f.Dates[j]
		if first, _ := f.TokensIn(d.From.Hull()); first > i && first < i+8 && strings.HasPrefix(d.Rule, "weekday") && !f.modified(d) && len(d.EDTF) >= 10 && d.EDTF[:10] != f.today(f.SentenceOf(i)) {
			return true
		}
	}
	return false
}

// futureDate reports whether the sentence of token i gives a day after the
// document's own.
func (f *finder) futureDate(i int) bool {
	s := f.SentenceSpan(f.SentenceOf(i))
	day := f.today(f.SentenceOf(i))
	if day == "" {
		return false
	}
	for _, j := range f.dates[f.SentenceOf(i)] {
		d := f.Dates[j]
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
