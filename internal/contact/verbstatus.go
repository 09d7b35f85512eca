package contact

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// verbStatus is the status that a verb group gives its contact, through what
// governs it.
func (f *finder) verbStatus(g syntax.Group, depth int) readout.Status {
	if g.To && g.Governor >= 0 && !g.Going && depth < 3 {
		return f.governed(g, depth)
	}
	if shared, ok := f.shares(g); ok && depth < 3 {
		return f.verbStatus(shared, depth+1)
	}
	if f.at(g.First - 1).Is("without") {
		return readout.Denied // "without having met"
	}
	if g.BeTo && g.AuxPast && g.Perfect {
		return readout.Cancelled // "was to have met"
	}
	if g.Form == lexicon.Ing && g.First == g.Main {
		return f.gerundStatus(g, depth)
	}
	if s, ok := modalStatus(g); ok {
		return s
	}
	return f.tenseStatus(g)
}

// gerundStatus is the status that a verb in -ing has by the word before it: "looks forward
// to welcoming", "without meeting".
func (f *finder) gerundStatus(g syntax.Group, depth int) readout.Status {
	if before, ok := f.aspect(g.Main); ok && depth < 3 {
		return f.verbStatus(before, depth+1)
	}
	p := g.Main - 1
	for f.Lex.English.Adverb(f.at(p).Fold) { // "the importance of quickly holding talks"
		p--
	}
	if first, ok := f.gerundBefore(p); ok && depth < 3 {
		return f.gerundStatus(first, depth+1)
	}
	switch {
	case f.at(p).Is("to") && f.lookedForward(p-1):
		return readout.Scheduled // "looks forward to welcoming"
	case f.at(p).Is("before"), f.at(p).Is("to") && f.at(p-1).Is("commit", "commits", "committed", "committing"):
		return readout.Scheduled // "committed to holding a dialogue"
	case f.at(p).Is("without"):
		return readout.Denied
	case f.at(p).Is("of", "on", "for", "in") && (!f.at(p).Is("in") || f.ofNoun(p-1) != ""):
		return f.ofNoun(p - 1)
	case f.at(p).Is("from", "avoid"):
		return ""
	}
	if l := f.light(g.Main, f.Sentences[f.SentenceOf(g.Main)].First); l != nil && l.word != nil && l.word.Status != "tense" {
		return signed(readout.Status(l.word.Status), l.group.Negated) // "ruled out meeting"
	}
	return readout.Held
}

// gerundBefore is the verb in -ing to which the "and" at token i joins another: "looks forward to
// hosting and meeting with".
func (f *finder) gerundBefore(i int) (syntax.Group, bool) {
	if !f.at(i).Is("and", "or") {
		return syntax.Group{}, false
	}
	g, ok := f.GroupAt(i-1, "")
	return g, ok && f.owner[i-1] < 0 && g.Form == lexicon.Ing && g.First == g.Main
}

// modalStatus is the status that a modal verb gives; false where there is none of those that
// do.
func modalStatus(g syntax.Group) (readout.Status, bool) {
	switch g.Modal {
	case "may", "might", "could", "can":
		if g.Negated {
			return readout.Unplanned, true
		}
		if g.Modal == "could" || g.Modal == "can" {
			return readout.Proposed, true
		}
		return readout.Expected, true
	case "should", "must":
		return readout.Proposed, true
	case "would":
		if g.Perfect {
			return "", true
		}
		return signed(readout.Scheduled, g.Negated), true
	}
	return "", false
}

// tenseStatus is the status that the tense of a verb gives.
func (f *finder) tenseStatus(g syntax.Group) readout.Status {
	switch g.Time() {
	case syntax.FutureTime:
		if g.Negated && f.noLonger(g) {
			return readout.Cancelled // "will no longer travel"
		}
		return signed(readout.Scheduled, g.Negated)
	case syntax.PresentTime:
		if s := f.subjunctive(g); s != "" {
			return s
		}
		if g.Progressive && !g.Negated {
			return f.present(g)
		}
		if g.Progressive && g.Negated && slices.Contains([]string{"go", "travel", "fly", "head"}, g.Lemma) {
			return readout.Unplanned // "is not going to Velmora"
		}
		if g.Do && g.Negated {
			return readout.Unplanned
		}
		if f.yetToCome(g) {
			return readout.Scheduled
		}
		if (g.Form&lexicon.Third != 0 || g.Do || f.plural(g)) && !g.Negated && (f.futureDate(g.Main) || f.weekday(g.Main)) {
			return readout.Scheduled
		}
		return signed(readout.Held, g.Negated)
	}
	if f.infinitiveHeadline(g) {
		return readout.Scheduled
	}
	return signed(readout.Held, g.Negated)
}

// plural reports whether the group is the present tense of a verb with several as its
// subject: "Reyes and Holt meet on Friday". A headline tells the past in it.
func (f *finder) plural(g syntax.Group) bool {
	s := f.SentenceOf(g.Main)
	if g.First != g.Main || g.Form&lexicon.Base == 0 || g.Form&lexicon.Past != 0 || f.PassageOf(s).Kind == readout.Headline {
		return false
	}
	subject := f.subject(g.First, f.Sentences[s].First)
	return len(f.parties(subject)) > 1 && f.finite(g.Main)
}

// interrupted gives a bare verb the modal that words put in parted from it: "will also, I
// think, discuss it with Holt".
func (f *finder) interrupted(g syntax.Group) syntax.Group {
	if g.First != g.Main || g.Form&lexicon.Base == 0 || g.Form&lexicon.Past != 0 {
		return g
	}
	start, parted := f.Sentences[f.SentenceOf(g.Main)].First, false
	for i := g.Main - 1; i > start && i > g.Main-10; i-- {
		switch k := f.at(i); {
		case k.Is(","), f.dash(i):
			parted = true
		case k.Is("will", "'ll", "would"):
			if parted {
				g.Modal, g.First = "will", i
			}
			return g
		case k.Is("i", "we", "you") && f.at(i+1).Is("think", "believe", "know", "guess", "expect", "suspect", "hope"), k.Is("think", "believe", "know", "guess", "expect", "suspect", "hope"), k.Is("of", "course", "again"), f.Lex.English.Adverb(k.Fold):
		default:
			return g
		}
	}
	return g
}

// yetToCome reports whether the present tense of a verb stands in a clause of time that
// looks ahead, or says how what will be is done: "looks forward to it when she visits
// Velmora", "that will be the spirit with which she conducts the talks".
func (f *finder) yetToCome(g syntax.Group) bool {
	s := f.SentenceOf(g.Main)
	if f.PassageOf(s).Kind == readout.Headline {
		return false
	}
	for i := g.First - 1; i >= f.Sentences[s].First && i > g.First-8; i-- {
		switch k := f.at(i); {
		case k.Is("when", "once", "until", "before"):
			return true
		case k.Is("which") && f.at(i-1).Is("with", "in", "by", "through"):
			return f.tellsAhead(f.Sentences[s].First, i)
		case k.Is(",", ";", "and", "but", "that", "who", "which") || f.finite(i):
			return false
		}
	}
	return false
}

// tellsAhead reports whether something is said to be in the future in tokens [from, to): "that
// is going to be the spirit".
func (f *finder) tellsAhead(from, to int) bool {
	for i := from; i < to; i++ {
		if g, ok := f.GroupAt(i, "be"); ok && g.Main == i && (g.Going || g.Time() == syntax.FutureTime) {
			return true
		}
	}
	return false
}

// aspect is the verb before an -ing form at token i that only says that the act begins,
// goes on or ends: "went on talking", "kept meeting".
func (f *finder) aspect(i int) (syntax.Group, bool) {
	if g, ok := f.GroupAt(i-2, "go"); ok && f.at(i-1).Is("on") {
		return g, true
	}
	if f.at(i - 1).Is("by") { // "will start by meeting Holt"
		for _, lemma := range []string{"start", "begin", "open", "finish", "end", "close", "conclude"} {
			if g, ok := f.GroupAt(i-2, lemma); ok {
				return g, true
			}
		}
	}
	for _, lemma := range []string{"keep", "start", "begin", "continue", "finish", "resume", "stop"} {
		if g, ok := f.GroupAt(i-1, lemma); ok {
			return g, true
		}
	}
	return syntax.Group{}, false
}

// infinitiveHeadline reports whether "to meet" is a headline's plan: "Reyes, Holt
// to meet in Geneva".
func (f *finder) infinitiveHeadline(g syntax.Group) bool {
	return g.To && (g.Governor < 0 || f.owner[g.Governor] >= 0 || f.at(g.Governor).Is(","))
}

// present is the status of a present progressive: a plan with a day to come,
// else going on.
func (f *finder) present(g syntax.Group) readout.Status {
	if f.futureDate(g.Main) || f.Tokens[g.Main].Is("departing", "leaving") || f.Tokens[g.Main].Is("meeting", "visiting", "travelling", "traveling", "flying", "seeing", "hosting", "receiving", "heading", "arriving") && f.dated(g.Main) || f.arranged(g) {
		return readout.Scheduled
	}
	return readout.Held
}
