package agenda

import (
	"slices"

	"readout"
	"readout/internal/syntax"
)

// sayings are the verbs whose complement, and not whose saying, can be a point of a
// press report.
var sayings = []string{"say", "tell", "announce", "report", "add", "write", "state", "confirm", "note", "believe", "recall", "mention", "describe", "declare", "explain"}

// unwrap takes a press report's clause out of its attribution: of "The White House
// said that Reyes had urged Holt to …" the clause is what Reyes did.
func (f *finder) unwrap(c clause, a account) clause {
	if c.act == nil || !slices.Contains(sayings, c.verb.Lemma) || f.addressed(c, a) {
		return c
	}
	start := max(c.at+1, c.first)
	for i := start; i < min(c.last, start+reach); i++ {
		if f.quoted[i] {
			return c
		}
		h, ok := f.head(i, c.last)
		if !ok {
			continue
		}
		h = f.forecastOf(h, c.last)
		for f.at(start).Is("that", ",") || f.at(start).Is("in", "on") && start < i {
			start = f.afterAdjunct(start, h.verb.First)
		}
		if h.act == nil || h.ing() || !f.ownSubject(start, h.verb.First) {
			return c
		}
		c.head, c.first, c.front, c.subjectAt, c.inherited = h, start, start, start, false
		c.subject, c.reported = f.subjects(start, h.verb.First), true
		return c
	}
	return c
}

// forecastOf is the infinitive that a head of planning governs ("intend to discuss"),
// or the head itself.
func (f *finder) forecastOf(h head, last int) head {
	for i := h.at + 1; i < min(last, h.at+nearby); i++ {
		if next, ok := f.head(i, last); ok && next.forecast && next.verb.Governor == h.at {
			return next
		}
	}
	return h
}

// afterAdjunct steps over "that", or over an adjunct such as "in a statement" or "on
// Tuesday", between a saying and what was said.
func (f *finder) afterAdjunct(i, verb int) int {
	if !f.at(i).Is("in", "on") {
		return i + 1
	}
	for j := i + 1; j < min(verb, i+nearby); j++ {
		if f.at(j).Is("that", ",") {
			return j + 1
		}
	}
	return i + 2
}

// ours reports whether a press report's clause is a point of the contact: its
// parties act in it, and the words say or its place shows that they did it there.
func (f *finder) ours(p readout.Point, c clause, a account) bool {
	if c.act == nil && p.Act != readout.Assessed || f.quotes(c) {
		return false
	}
	if a.report.Status != readout.Held {
		return p.Expected && f.allParties(p, a)
	}
	if p.Act == readout.Assessed {
		return f.near(c, a, 2)
	}
	if c.verb.Time() != syntax.PastTime && !(c.ing() && c.inherited) || !f.allParties(p, a) || !f.explicit(c) || f.elsewhere(c) {
		return false
	}
	if slices.Contains(sayings, c.verb.Lemma) {
		return f.addressed(c, a) || f.inContact(c, a) && p.Act != readout.Stated
	}
	return len(p.By) > 1 || f.addressed(c, a) || f.near(c, a, 2) || f.atTalk(c)
}

// allParties reports whether the agents are parties of the contact, one at least.
func (f *finder) allParties(p readout.Point, a account) bool {
	return len(p.By) > 0 && !slices.ContainsFunc(p.By, func(id readout.EntityID) bool { return !a.party(id) })
}

// explicit reports whether the clause names its agents, or has none because it is
// passive; "leaders in Moscow" are nobody known.
func (f *finder) explicit(c clause) bool {
	if c.inherited || c.item || len(c.subject) > 0 || c.verb.Passive && c.act != nil && (c.act.Act == readout.Discussed || f.at(c.first).Is("it")) {
		return true
	}
	j := f.before(c.verb.First, c.first)
	return j >= c.first && f.at(j).Is("they", "both", "sides", "leaders", "presidents", "ministers", "parties", "two", "side", "he", "she")
}

// elsewhere reports whether the clause's words were said to others than the
// counterpart: to journalists, in an interview, in a post.
func (f *finder) elsewhere(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if f.at(i).Is("reporters", "journalists", "interview", "newspaper", "television", "tweet", "tweeted", "post", "parliament", "lawmakers", "briefing") || f.at(i).Is("news", "press") && f.at(i+1).Is("conference", "briefing") {
			return true
		}
	}
	return false
}

// addressed reports whether another party is the object of the clause's verb: "told
// him that", "assured the Prime Minister".
func (f *finder) addressed(c clause, a account) bool {
	if slices.Contains([]string{"say", "announce", "report", "add"}, c.verb.Lemma) {
		return false
	}
	for i := c.at + 1; i < min(c.last, c.at+nearby); i++ {
		m := f.owner[i]
		if m >= 0 {
			return !slices.Contains(c.subject, m) && a.party(f.Mentions[m].Entity)
		}
		if !f.at(i).Is("the", "both", "on", "upon", "to", "for", "with") && !f.Lex.English.Adverb(f.at(i).Fold) {
			return false
		}
	}
	return false
}

// inContact reports whether the clause stands in the sentence that tells of the
// contact.
func (f *finder) inContact(c clause, a account) bool {
	return f.near(c, a, 0) || f.atTalk(c)
}

// atTalk reports whether the words say that it was done there: "in the call", "at
// the meeting", "in the joint statement".
func (f *finder) atTalk(c clause) bool {
	first := f.Sentences[c.sentence].First
	return f.talkIn(first, min(c.front, first+reach)) || f.talkIn(c.front, c.last)
}

func (f *finder) talkIn(first, last int) bool {
	for i := first; i+2 < last; i++ {
		if f.at(i).Is("in", "during", "at") && f.at(i+1).Is("the", "that", "their", "a") && (f.talkNoun(i+2) || f.at(i+2).Is("joint") && f.at(i+3).Is("statement", "declaration", "communique")) {
			return true
		}
	}
	return false
}

// near reports whether the clause stands in a sentence that tells of the contact,
// or at most n sentences after it.
func (f *finder) near(c clause, a account, n int) bool {
	for s := c.sentence; s >= max(0, c.sentence-n); s-- {
		if f.Sentences[s].Passage != f.Sentences[c.sentence].Passage {
			return false
		}
		for _, i := range f.byReport[s] {
			if f.reports[i].ID == a.report.ID {
				return true
			}
		}
	}
	return false
}

// quotes reports whether the clause's verb stands inside somebody's direct speech.
func (f *finder) quotes(c clause) bool {
	verb := f.Span(c.at, c.at+1)
	return slices.ContainsFunc(f.Statements, func(s readout.Statement) bool {
		return s.Mode == readout.Direct && s.Content.Overlaps(verb)
	})
}
