package when

import (
	"strings"

	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// cue says whether the words around a date speak of what was or of what is to be.
type cue uint8

const (
	noCue cue = iota
	pastCue
	planCue
	reportedCue // a plan told in the past: "said that he would"
)

// reach is how many tokens a governing verb is looked for on either side.
const reach = 45

// cueOf finds the verb that governs an expression and says what time it speaks of.
func (s *scanner) cueOf(e *expr) cue {
	i := e.first - 1
	if s.precedes(e) {
		return noCue
	}
	if s.is(i, "since") || s.is(i, "of") && s.is(i-1, "as") {
		return pastCue
	}
	if s.is(i, "on", "in", "at", "of", "for", "to", "from") {
		i--
	}
	if s.is(i, "will", "shall", "would", "is", "are") {
		return planCue
	}
	if s.is(e.last, "'s") {
		if s.before(e.first - 1) {
			return planCue
		}
		if c := s.rightCue(e.last); c != noCue {
			return c
		}
	}
	c := s.leftCue(i, e)
	if s.before(e.first-1) && c != reportedCue {
		if c == noCue && s.is(e.first-1, "until", "till", "by") && s.rightCue(e.last) == pastCue {
			return pastCue
		}
		return s.deadline(i, c)
	}
	if c == noCue {
		c = s.rightCue(e.last)
	}
	return c
}

// precedes reports whether a date is of what comes before the rest: "Following their 9
// September call, the two will meet", "will follow up on the call of 9 September".
func (s *scanner) precedes(e *expr) bool {
	if e.day == 0 {
		return false
	}
	for j := e.first - 1; j >= s.begin && j > e.first-reach/3 && !s.is(j, ",", ";", "and"); j-- {
		opens := j == s.begin && s.is(e.first-1, "their", "his", "her", "our", "'s")
		if s.is(j, "following") || opens && s.is(j, "after") || s.is(j, "up", "builds", "build", "building") && s.is(j+1, "on") {
			return true
		}
	}
	return false
}

// before reports whether the words that end at token i look ahead: "ahead of",
// "by", "until".
func (s *scanner) before(i int) bool {
	if s.has(i, lexicon.TimeBefore) {
		return true
	}
	for n := 2; n <= 4; n++ {
		if x, got := s.phrase(i - n + 1); got == n && x.Class == lexicon.TimeBefore {
			return true
		}
	}
	return false
}

// deadline decides "until Friday", "by Friday": past only where the verb is
// perfect or denied in the past ("until Thursday they had not").
func (s *scanner) deadline(i int, c cue) cue {
	if c != pastCue {
		return planCue
	}
	for j := i; j >= s.begin && j > i-reach; j-- {
		if g, ok := s.GroupAt(j, ""); ok && (g.Perfect && g.AuxPast || g.Negated && g.AuxPast) {
			return pastCue
		}
	}
	return planCue
}

// leftCue walks left from token i to the governing verb.
func (s *scanner) leftCue(i int, e *expr) cue {
	purpose := false
	for j := i; j >= s.begin && j > i-reach; j-- {
		if s.is(j, ";") {
			break
		}
		if x, ok := s.sense(j, lexicon.TimePlan); ok && x.Value == "adjective" {
			return planCue
		}
		g, ok := s.verbAt(j)
		if !ok {
			if c := s.strange(j); c != noCue {
				return c
			}
			continue
		}
		if g.To && !g.BeTo && !g.Going {
			switch s.governs(g) {
			case planCue:
				return planCue
			case pastCue:
				return pastCue
			}
			purpose = true
			j = g.First
			continue
		}
		if c := s.read(g, e); c != noCue {
			if purpose && c == pastCue && s.plans(g.Lemma) {
				return planCue
			}
			return c
		}
	}
	if purpose {
		return planCue
	}
	return noCue
}

// strange reads a verb that verbs.tsv does not know by its -ed, and the gerund of
// one that looks ahead after a preposition ("in favour of arranging").
func (s *scanner) strange(j int) cue {
	w := s.word(j)
	switch {
	case len(w) > 5 && strings.HasSuffix(w, "ing") && s.is(j-1, "of", "on", "about", "for", "towards"):
		if s.lemmaIs(w, lexicon.TimePlan) || s.lemmaIs(w, lexicon.TimeOpening) {
			return planCue
		}
	case len(w) > 4 && strings.HasSuffix(w, "ed") && s.Lex.English.VerbForms(w) == nil && !s.Tokens[j].Upper && !s.is(j-1, "the", "a", "an", "-"):
		for k := j - 1; k >= s.begin && k > j-4; k-- {
			if s.is(k, "will", "would", "may", "might", "could", "should", "to") {
				return planCue
			}
		}
		return pastCue
	}
	return noCue
}

// rightCue finds the first verb to the right: "On Friday, the minister will".
func (s *scanner) rightCue(i int) cue {
	for j := i; j < s.end && j < i+reach; j++ {
		if s.is(j, ";") {
			break
		}
		g, ok := s.verbAt(j)
		if !ok || s.auxiliary(j) {
			continue
		}
		if g.To && !g.BeTo && !g.Going {
			if s.governs(g) == planCue || g.First-1 > s.begin && s.capital(g.First-1) {
				return planCue
			}
			continue
		}
		if c := s.read(g, nil); c != noCue {
			return c
		}
	}
	return noCue
}

// auxiliary reports whether the verb at token j only helps the one after it.
func (s *scanner) auxiliary(j int) bool {
	for k := j + 1; k < s.end && k < j+5; k++ {
		if g, ok := s.GroupAt(k, ""); ok && g.First <= j && g.Main > j {
			return true
		}
		w := s.word(k)
		if w != "not" && w != "n't" && w != "to" && w != "been" && w != "be" && !s.Lex.English.Adverb(w) {
			return false
		}
	}
	return false
}

// verbAt reads the verb group at token j; words that are nouns there are none.
func (s *scanner) verbAt(j int) (syntax.Group, bool) {
	if !s.kind(j, token.Word) {
		return syntax.Group{}, false
	}
	g, ok := s.GroupAt(j, "")
	if !ok || g.First < j {
		return g, ok
	}
	if s.Tokens[j].Upper && j > s.begin && !s.Tokens[j].AllCaps {
		return g, false
	}
	if g.Form&(lexicon.Past|lexicon.Participle) != 0 && g.Form&lexicon.Base == 0 {
		return g, true
	}
	if g.Form == lexicon.Ing {
		return g, false
	}
	return g, g.Form&(lexicon.Third|lexicon.Base) != 0 && s.subjectBefore(j, g)
}

// subjectBefore reports whether the word before a bare present form can be its
// subject, not the article or adjective of a noun.
func (s *scanner) subjectBefore(j int, g syntax.Group) bool {
	prev := s.word(j - 1)
	if prev == "" || s.is(j-1, "the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "no", "any", "some", "'s", "of", "in", "on", "for", "with", "-", "first", "new", "more", "and", "or", "at", "by", "from", "after", "before") && g.Lemma != "be" {
		return s.is(j-1, "that") && g.Form&lexicon.Third != 0
	}
	if g.Lemma == "be" || g.Lemma == "have" {
		return true
	}
	if s.is(j-1, "he", "she", "it", "they", "we", "who", "which", "you", "i") {
		return true
	}
	if g.Form&lexicon.Third != 0 {
		return !nounToo[g.Lemma] || s.capital(j-1) && s.is(j+1, "to")
	}
	w := prev
	return len(w) > 2 && w[len(w)-1] == 's' && s.opens(g.Lemma)
}

// nounToo are verbs whose third person is far more often a plural noun in news.
var nounToo = map[string]bool{"talk": true, "call": true, "visit": true, "plan": true, "report": true, "vote": true, "move": true, "comment": true, "claim": true, "face": true, "head": true,
	"hope": true, "attack": true, "target": true, "force": true, "state": true, "attempt": true, "offer": true, "demand": true, "order": true, "strike": true, "protest": true, "win": true, "fight": true,
	"result": true, "trade": true, "market": true, "deal": true, "issue": true, "concern": true, "effort": true, "link": true, "tie": true, "supply": true, "share": true, "tank": true, "run": true, "charge": true}

// governs says what the word before "to" makes of an infinitive.
func (s *scanner) governs(g syntax.Group) cue {
	if g.Governor < 0 {
		return noCue
	}
	w := s.word(g.Governor)
	if s.lemmaIs(w, lexicon.TimeFact) && !s.lemmaIs(w, lexicon.TimePlan) {
		h, ok := s.GroupAt(g.Governor, "")
		if ok && h.Time() == syntax.PastTime {
			return pastCue
		}
		return noCue
	}
	if s.lemmaIs(w, lexicon.TimePlan) {
		return planCue
	}
	return noCue
}

// lemmaIs reports whether the word, or a verb that it is a form of, has the class.
func (s *scanner) lemmaIs(w string, c lexicon.TimeClass) bool {
	if classed(s.words.Senses(w), c) {
		return true
	}
	for _, f := range s.Lex.English.VerbForms(w) {
		if classed(s.words.Senses(f.Lemma), c) {
			return true
		}
	}
	return false
}

func classed(list []lexicon.TimeSense, c lexicon.TimeClass) bool {
	for _, x := range list {
		if x.Class == c {
			return true
		}
	}
	return false
}

func (s *scanner) plans(lemma string) bool { return classed(s.words.Senses(lemma), lexicon.TimePlan) }
func (s *scanner) opens(lemma string) bool {
	return classed(s.words.Senses(lemma), lexicon.TimeOpening)
}

// read says what time a finite group gives to the date; e is nil for a verb that
// stands after it.
func (s *scanner) read(g syntax.Group, e *expr) cue {
	switch {
	case g.Modal != "" && g.Perfect:
		return pastCue
	case g.Modal == "would" || g.BeTo && g.AuxPast || g.Going && g.AuxPast:
		return reportedCue
	case g.Modal != "" || g.BeTo || g.Going:
		return planCue
	case s.plans(g.Lemma) && g.Form&(lexicon.Past|lexicon.Participle) != 0:
		return s.planned(g, e)
	case g.Perfect || g.AuxPast:
		return pastCue
	case g.Progressive:
		return planCue
	case g.Lemma == "be":
		if s.is(g.Main, "was", "were") {
			return pastCue
		}
		return noCue
	case g.Passive || g.Form&lexicon.Third != 0 || g.Form&lexicon.Past == 0:
		if s.opens(g.Lemma) {
			return planCue
		}
		return noCue
	}
	return pastCue
}

// planned decides a past form of a verb that looks ahead: "was moved to Saturday"
// is a plan, "was moved on Saturday" a thing done.
func (s *scanner) planned(g syntax.Group, e *expr) cue {
	adjacent := e != nil && e.first-g.Main <= 2
	toward := e != nil && s.is(e.first-1, "for", "until", "till", "by", "to", "from")
	invited := valued(s.words.Senses(g.Lemma), "invitation") && !adjacent
	if toward || invited || valued(s.words.Senses(g.Lemma), "schedule") && (e != nil || !g.AuxPast) {
		return planCue
	}
	return pastCue
}

func valued(list []lexicon.TimeSense, value string) bool {
	for _, x := range list {
		if x.Class == lexicon.TimePlan && x.Value == value {
			return true
		}
	}
	return false
}
