package contact

import (
	"strings"

	"readout"
	"readout/internal/token"
)

// placeless reports whether a channel has no place: nobody meets anywhere on a call.
func placeless(c readout.Channel) bool {
	return c == readout.Call || c == readout.Video || c == readout.Letter
}

// ofQualifier reports whether the tree hangs the place at token i on words that only say
// which thing or person is meant, other than the contact: "criminals based in Costava", "the
// summit that will be held in Tollen".
func (f *finder) ofQualifier(c cue, i int) bool {
	for steps := 0; steps < 6 && i >= c.last; steps++ {
		w, ok := f.Word(i)
		if !ok || w.Head < 0 || w.Head == c.head {
			return false
		}
		if strings.HasPrefix(w.Rel, "acl") && w.UPOS == "VERB" && !f.at(i).Upper {
			return w.Head >= c.last && !f.at(w.Head-1).Is("with") && // not "posed with hands clasped in Tollen"
				(c.verb() || f.telling(w.Head) || f.finiteBefore(c, f.Sentences[c.sentence].First)) // not "talks on the dam resumed in Tollen"
		}
		i = w.Head
	}
	return false
}

// inLongerName reports whether the words of a place begin a longer name: "the Lorne River
// Economic Cooperation".
func (f *finder) inLongerName(last int) bool {
	k := f.at(last)
	if f.PassageOf(f.SentenceOf(last-1)).Kind == readout.Headline {
		return false // all its words have capitals
	}
	return k.Kind == token.Word && k.Upper && !prepositions[k.Fold] && f.owner[last] < 0 && !f.inDate[last] && f.at(last+1).Kind == token.Word && f.at(last+1).Upper && f.owner[last+1] < 0
}

// ofOtherSummit reports whether the event that ends at token last is told beside the
// contact, as another member of one list: "in the NATO summit and the talks at Tollen".
func (f *finder) ofOtherSummit(c cue, last int) bool {
	if c.verb() || last > c.first {
		return false
	}
	start := f.Sentences[c.sentence].First
	np := f.nounPhrase(c, start)
	if f.at(last).Is("and") && np == last+1 {
		return true
	}
	joined := f.at(np-1).Is(",", "and") || f.owner[np-1] >= 0 && f.at(f.begins(f.owner[np-1], start)-1).Is(",", "and")
	return joined && f.finiteIn(start, last) > 0 && f.finiteIn(last, np) < 0 && f.says(last, np, ",")
}

// notGoing reports whether the place at token first is one to which somebody does not go.
func (f *finder) notGoing(first int) bool {
	start := f.Sentences[f.SentenceOf(first)].First
	g, ok := f.movesTo(first-2, max(start, first-maxPreview/2))
	return ok && f.at(first-1).Is("to") && (g.Negated || f.negatedBefore(g.Main))
}

// generic reports whether a common noun in tokens [i, end) that could stand for an event goes
// on to say what it is of: "in commemoration of the 70th anniversary of the accord".
func (f *finder) generic(i, end int) bool {
	return end == i+1 && f.at(i).Is("commemoration") && f.at(end).Is("of")
}

// ofClauseBefore reports whether the phrase at token i goes with the contact told before in
// a clause of its own: "saw Holt on the margins of the fair, and before she met Brell".
func (f *finder) ofClauseBefore(c cue, from, i int) bool {
	return c.verb() && i >= from && i < c.first && f.boundary(i, c.first) > 0 && f.boundary(from, i) == 0
}

// ofPraised reports whether the event at token i is what somebody's leadership or hosting is
// of: "thanked Holt for his leadership of the summit in Tollen".
func (f *finder) ofPraised(c cue, i int) bool {
	if f.owner[i] < 0 && !f.telling(i) {
		return false
	}
	for i > c.last && f.at(i).Kind == token.Word && (f.owner[i] >= 0 || !prepositions[f.at(i).Fold]) {
		i--
	}
	return i > c.last && (f.leadershipOf(i) || f.at(i).Is("in", "for") && f.at(i+1).Is("hosting", "chairing", "convening"))
}

// leadershipOf reports whether the "of" at token i says what somebody leads or hosts, or what
// went well.
func (f *finder) leadershipOf(i int) bool {
	return f.at(i).Is("of") && f.at(i-1).Is("leadership", "chairmanship", "stewardship", "presidency", "hosting", "chairing", "success")
}

// bidsTo reports whether those whom a verb of inviting names stand before the "to" at token
// i: "invited Holt and other leaders to Tollen for a second summit".
func (f *finder) bidsTo(i, start int) bool {
	for j := i - 1; j >= start && !f.at(j).Is(",", ";", "to", "for", "in"); j-- {
		if _, ok := f.GroupAt(j, "invite"); ok && f.owner[j] < 0 {
			return true
		}
		if f.finite(j) {
			return false
		}
	}
	return false
}

// timeApart reports whether words of time before the "after" or "before" at token i only put a
// contact so far from an event: "not long after", "days before".
func (f *finder) timeApart(i int) bool {
	return f.at(i-1).Is("long", "shortly", "soon", "just", "days", "weeks", "months", "years")
}

// ofThatClause reports whether the event at token i stands in a clause about another noun behind
// the contact: "the meeting follows up on the pledge that the leaders made during the summit".
func (f *finder) ofThatClause(c cue, i int) bool {
	for j := c.last + 1; j < i; j++ {
		if f.at(j).Is("that", "which") && f.nounByTree(j-1) {
			return f.clauseBetween(j+1, i) && !f.says(j, i, ",")
		}
	}
	return false
}

// thenTo reports whether a journey goes on in tokens [from, to): "to Tollen for the G20 and then
// to Velmora for the fair".
func (f *finder) thenTo(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if f.at(i).Is("then") && f.at(i+1).Is("to") || f.at(i).Is("on", "onward", "onwards") && f.at(i+1).Is("to") {
			return true
		}
	}
	return false
}
