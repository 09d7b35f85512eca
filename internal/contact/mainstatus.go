package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
)

// beforeIt is the status of what something else was done before.
func (f *finder) beforeIt(c cue, s sides, np int) (readout.Status, bool) {
	g := f.mainGroup(c)
	if f.at(np-1).Is("before") && g.Time() == syntax.PastTime {
		if f.at(np).Is("the") && len(s.object) == 0 {
			return readout.Held, true // "Before the talks, Reyes welcomed Holt"
		}
		if slices.Contains([]string{"sign", "adopt", "initial"}, g.Lemma) && !f.futureDate(c.head) {
			return readout.Held, true // "The papers were signed before Reyes's talks with Holt"
		}
	}
	return readout.Scheduled, f.aheadOf(np)
}

// forIt is the status of what somebody is invited to, comes for or waits for.
func (f *finder) forIt(c cue, np, start int) (readout.Status, bool) {
	g := f.mainGroup(c)
	if f.at(np-1).Is("for", "to", "on") {
		for _, w := range f.Lex.English.StatusWords("to", g.Lemma) {
			if w.Words[0] == "invite" { // "invited Holt for a visit"
				return signed(readout.Proposed, g.Negated), true
			}
		}
	}
	if !f.at(np - 1).Is("for") {
		return "", false
	}
	for _, w := range f.Lex.English.StatusWords("object", g.Lemma) {
		if len(w.Words) == 2 && w.Words[1] == "for" {
			return signed(readout.Status(w.Status), g.Negated), true
		}
	}
	for i := start; i < np-2; i++ {
		if f.at(i).Is("way") && f.at(i+1).Is("to") && f.at(i-1).Is("his", "her", "their") {
			return readout.Scheduled, true // "on her way to Geneva for talks"
		}
	}
	if f.departs(c) >= 0 {
		return readout.Scheduled, true // "left last night for talks with Holt"
	}
	if moves, ok := f.movesTo(np-2, start); ok {
		if (moves.Perfect && !moves.AuxPast || moves.Progressive && !moves.AuxPast) && !moves.Negated {
			return readout.Scheduled, true // "has arrived for talks"
		}
		return f.verbStatus(moves, 0), true
	}
	if s := f.awaited(g, start, np); s != "" {
		return s, true
	}
	if g.Time() == syntax.FutureTime || g.Modal == "would" {
		return f.verbStatus(g, 0), true
	}
	return "", false
}

// departs is the token of the verb that says that somebody has set out for the contact,
// or -1: it lies ahead, and the day before it is that of setting out.
func (f *finder) departs(c cue) int {
	start := f.Sentences[c.sentence].First
	np := f.nounPhrase(c, start)
	for i := np - 2; i >= max(start, np-8) && f.at(np-1).Is("for") && f.at(i).Kind != token.Mark; i-- {
		if f.at(i).Is("departed", "departs", "left", "leaves") || f.at(i).Is("set", "sets") && f.at(i+1).Is("off", "out") {
			return i
		}
	}
	return -1
}

// mainStatus is the status that the sentence's main verb gives.
func (f *finder) mainStatus(c cue, s sides, np int) readout.Status {
	g := f.mainGroup(c)
	switch {
	case f.at(np-1).Is("at", "during") && f.intends(g):
		return readout.Scheduled // "intend to sign it at their meeting this autumn"
	case f.at(c.last).Is("will", "'ll") && f.at(c.last+1).Kind == token.Mark:
		return readout.Scheduled // "the focus of their conversation will — to be"
	case g.Modal == "would" && !g.Perfect && !g.Negated && g.Main < np && f.at(np-1).Is("at", "during"):
		return readout.Scheduled // "said that Brell would stand in for her at the meeting with Holt"
	case f.at(np-1).Is("following", "after") && g.Main < np && !f.datedBehind(c) && c.word.Channel == string(readout.Visit) && f.sends(g.Main):
		return "" // "directed her adviser to travel to Norway following his visit to Costava"
	case c.word.Channel == string(readout.Visit) && f.topicOfBriefing(c, np):
		return "" // "Press Briefing by Vera Maddis on Reyes's Trip to Norway"
	case f.stopAhead(c, g, np), f.partAhead(c, g, np):
		return readout.Scheduled
	case f.PassageOf(c.sentence).Kind == readout.Headline || g.Time() != syntax.FutureTime:
		return readout.Held
	case f.at(np-1).Is("following", "after") && g.Main < np && !f.datedBehind(c) && c.word.Channel == string(readout.Visit):
		return "" // "will visit Norway following her visit to Costava": it need not have been held yet
	case f.willBeOne(np, g):
		return signed(readout.Scheduled, g.Negated)
	case f.topicOf(np, g):
		return readout.Scheduled
	case f.at(np-1).Is("including") && g.Main < np:
		return readout.Scheduled // "the work that we will do, including my visit to Costava"
	case f.at(np-1).Is("with") && slices.Contains([]string{"start", "begin", "open", "end", "close", "conclude", "finish"}, g.Lemma):
		return readout.Scheduled // "will start on Friday with a meeting with Holt"
	case f.subjectIs(c, g) || f.at(np-1).Is("in", "during", "at") || f.at(np-1).Is("of") && f.at(np-2).Is("course") || f.at(np-1).Is("on") && c.word.Channel == string(readout.Visit) || s.light != nil && s.light.group.Lemma == "be":
		return readout.Scheduled
	}
	return readout.Held
}

// partAhead reports whether a sentence in the future speaks of a part of somebody's own journey
// or meeting: "we expect that Brell will transit Norway on the way back from his trip to Costava".
func (f *finder) partAhead(c cue, g syntax.Group, np int) bool {
	if g.Time() != syntax.FutureTime || g.Negated || g.Main >= np || !f.at(np).Is("his", "her", "their", "our", "my") {
		return false
	}
	part := f.at(np-1).Is("of") && f.at(np-2).Is("leg", "legs", "part", "stop", "stops", "start", "beginning", "end", "outset", "day", "days", "half", "course")
	back := f.at(np-1).Is("from") && f.says(max(np-4, g.Main), np-1, "back", "home", "return")
	return part || back
}

// stopAhead reports whether a sentence in the present tense gives the day to come of one of the
// stops of a journey: "Costava is later this week as part of her journey".
func (f *finder) stopAhead(c cue, g syntax.Group, np int) bool {
	i := g.Main + 1
	if g.Lemma != "be" || g.Time() != syntax.PresentTime || g.Negated || !f.at(np-1).Is("of") || !f.at(np-2).Is("part") || i >= np {
		return false
	}
	for f.at(i).Is("also", "then", "next", "up", "on") {
		i++
	}
	for _, j := range f.dates[c.sentence] {
		x := f.Dates[j]
		if first, _ := f.TokensIn(x.From.Hull()); first == i && len(x.EDTF) >= len("2006-01-02") {
			_, last := bounds(x.EDTF)
			return last > f.today(c.sentence) || strings.HasPrefix(x.Rule, "weekday")
		}
	}
	return false
}

// topicOfBriefing reports whether a title only says of a journey that a talk with the press is
// about it: it may be past, go on or be yet to come.
func (f *finder) topicOfBriefing(c cue, np int) bool {
	if f.PassageOf(c.sentence).Kind != readout.Headline || !f.at(np-1).Is("on", "about", "regarding") {
		return false
	}
	for i := f.Sentences[c.sentence].First; i+1 < np; i++ {
		if f.at(i).Is("briefing", "gaggle") || f.at(i).Is("press") && f.at(i+1).Is("call", "conference") {
			return true
		}
	}
	return false
}

// goesOnPlan is the status of a noun that goes on a plan without a verb of its own that says it:
// where somebody is then to be joined ("they will talk alone, and then be joined in a larger
// meeting"), or the same said again behind a dash ("will have a long session — a meeting of the
// two"); "" elsewhere.
func (f *finder) goesOnPlan(np, start int) readout.Status {
	if g, ok := f.GroupAt(np-2, "join"); ok && f.at(np-1).Is("in", "by", "for") && f.at(g.First).Is("be") && f.at(g.First-1).Is("then", "and") {
		return readout.Scheduled
	}
	if np-2 <= start || !f.dash(np-1) || !f.at(np).Is("a", "an") || !f.telling(np-2) {
		return ""
	}
	before := cue{sentence: f.SentenceOf(np), first: np - 2, last: np - 1, head: np - 2}
	if l := f.light(f.nounPhrase(before, start), start); l != nil && l.word != nil && l.word.Status == "tense" {
		if status := f.verbStatus(l.group, 0); planned(status) {
			return status
		}
	}
	return ""
}
