package contact

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

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
		if k.Is("as") && f.at(i-1).Is(",") && f.says(i+1, i+4, "they", "leaders", "sides", "ministers", "presidents", "two") && !f.says(i+1, end, ",") {
			break // "The meeting was a success, as the leaders agreed to go on"
		}
		if m := f.owner[i]; m >= 0 && f.eligible(m) && !f.prepositional(m, c.last) && !f.at(i-1).Is("and", "that", "which") && i > c.last {
			break // another subject
		}
		if k.Is("which") && f.at(i-1).Is("of") && !f.plainBetween(c.last, i) {
			break // "the meeting prepared a treaty, the day of which will be announced"
		}
		if k.Kind != token.Word || f.owner[i] >= 0 || f.isDate(i) {
			continue
		}
		if f.predicate(i) || f.bare(c, i) {
			for _, w := range f.Lex.English.StatusWords("predicate", k.Fold) {
				if _, ok := f.particles(i, w.Words); !ok || w.Words[0] == "timed" && !f.at(i-1).Is("is", "are") {
					continue // what was timed was held
				}
				if status := signed(readout.Status(w.Status), none || f.negatedBefore(i)); !f.behindThat(c, i) {
					return status, nil, true
				} else if reduced == "" {
					reduced = status // "a call that was due on Monday has been scrapped"
				}
			}
		}
		for _, form := range f.Lex.English.VerbForms(k.Fold) {
			for _, w := range f.Lex.English.StatusWords("subject", form.Lemma) {
				if _, ok := f.particles(i, w.Words); !ok {
					continue
				}
				g, _ := f.GroupAt(i, form.Lemma)
				if hangs && !f.relative(c, g) || c.word.Channel == string(readout.Letter) && w.Status != "tense" {
					continue // nobody schedules a letter
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
	if reduced && f.at(g.Main+1).Is("the", "a", "an", "his", "her", "their", "its") && !f.isDate(g.Main+1) {
		reduced = false // "the dinner set the tone"
	}
	if next := f.at(g.Main + 1); reduced && w.Words[0] == "set" && next.Kind == token.Word && !prepositions[next.Fold] && !next.Is("to") && !f.isDate(g.Main+1) {
		reduced = false // "participants in the summit set specific goals"
	}
	if reduced && w.Words[0] == "follow" && f.at(g.Main+1).Is("by") {
		return "", false // "a meeting with Holt, followed by Brell": of what comes next
	}
	if w.Status != "tense" && w.Words[0] != "last" && w.Words[0] != "end" && w.Words[0] != "conclude" && w.Words[0] != "fall" && !g.Passive && !reduced {
		return "", false
	}
	if !g.Finite() && !g.Passive && !reduced {
		return "", false
	}
	if g.Time() == syntax.PresentTime && !g.Progressive && slices.Contains([]string{"come", "follow", "mark", "focus"}, w.Words[0]) {
		return "", false // "this visit comes as …": not that it took place
	}
	if g.To && g.Passive && !g.Perfect && w.Words[0] == "hold" && f.at(g.Governor).Kind == token.Word && !f.finite(g.Governor) && f.statusNoun("to", g.Governor) == nil {
		return signed(readout.Scheduled, g.Negated), true // "the summit of Arvenia and Costava to be held in May"
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
// stands before it, and no article ("the first step to a planned summit").
func (f *finder) reduced(i int) bool {
	if f.at(i-1).Is("a", "an", "the") {
		return false
	}
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

// behindThat reports whether token i stands in a relative clause of the noun: only a few
// words part it from "that" or "which".
func (f *finder) behindThat(c cue, i int) bool {
	return f.says(max(c.last, i-3), i, "which", "that")
}
