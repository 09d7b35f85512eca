package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
)

// Words that look like those for a contact told before, and are for another one or for none.

// determined is the word that makes the noun of a cue definite, "the" or "this", or else the
// word before it.
func (f *finder) determined(c cue) token.Token {
	low := max(f.Sentences[c.sentence].First, c.first-4)
	for i := c.first - 1; i >= low && !f.at(i).Is("of"); i-- { // not "the start of talks"
		if f.at(i).Is("that") && strings.HasSuffix(f.at(c.head).Fold, "s") {
			break // "hope that serious talks will follow": a clause begins
		}
		if f.at(i).Is("for") && !f.at(i+1).Is("-") || f.at(i).Is("not") && f.at(i-1).Is("is", "are", "was", "were") {
			break // "required in the region for visits", "this is not idle talk"
		}
		if f.at(i).Is("the", "this", "that", "their", "these", "those", "both", "each", "no", "such", "any") {
			return f.at(i)
		}
	}
	return f.at(c.first - 1)
}

// anotherOne reports whether the noun phrase at token np says itself that it is of another
// contact than the one told: "by the next meeting", "at this year's meeting", "support for the
// meeting next week of the council", "visitors that call us".
func (f *finder) anotherOne(c cue, np int, status readout.Status) bool {
	if f.at(c.first-1).Is("that", "who") && f.at(c.last).Is("me", "us", "you", "him", "them", "it") {
		return true
	}
	if f.at(np-1).Is("of") && f.at(np-2).Is("readout", "summary", "account") && f.at(np-3).Is("a", "an") {
		return true // "phoned her partners to give them a readout of the call": of one before
	}
	if f.at(np-1).Is("at", "by", "until", "in", "during") && f.qualified(np, c, "next", "previous") && !f.isDate(c.first-1) {
		return true
	}
	return f.qualified(np, c, "year") || status == readout.Held && (f.laterBeside(c) || f.ofNextTime(c, np))
}

// onlyTopic reports whether the noun phrase at token np is only what somebody is to speak about
// or does not speak about yet ("I'll turn it over to Brell to talk about the trip", "won't get
// ahead of the visit"), what nobody knows of or appeals for, or a journey that only says when
// or since when others are met ("During her trip to Tollen, she will meet students").
func (f *finder) onlyTopic(c cue, np int) bool {
	if f.at(np-1).Is("of") && f.at(np-2).Is("ahead") {
		if _, ok := f.GroupAt(np-3, "get"); ok {
			return true
		}
	}
	if f.notKnown(c, np) || f.sinceIt(c, np) || f.appealed(c) {
		return true
	}
	for i := f.Sentences[c.sentence].First; i+3 < np; i++ {
		if f.at(i).Is("it", "things") && f.at(i+1).Is("over") && f.at(i+2).Is("to") {
			return true
		}
	}
	end := f.stayEnd(c)
	return end > 0 && !f.dated(c.first) && f.mainGroup(c).Time() == syntax.FutureTime && f.says(end, f.Sentences[c.sentence].Last, "meet", "meeting")
}

// sinceIt reports whether a journey only says since when somebody else has gone: "since my trip to
// Tollen, President Reyes has travelled twice to your country".
func (f *finder) sinceIt(c cue, np int) bool {
	if c.word.Channel != string(readout.Visit) || f.dated(c.first) || !f.at(f.overInsertion(np-1)).Is("since") {
		return false
	}
	for i := c.last; i < f.Sentences[c.sentence].Last; i++ {
		if g, ok := f.GroupAt(i, ""); ok && g.Main == i && g.Perfect && slices.Contains([]string{"travel", "visit", "go", "come", "return"}, g.Lemma) {
			return true
		}
	}
	return false
}

// appealed reports whether a call is an appeal: "applauded the call by Reyes to set up a fund".
func (f *finder) appealed(c cue) bool {
	if !f.at(c.head).Is("call", "calls") || !f.at(c.last).Is("by", "from") {
		return false
	}
	for i := c.last + 1; i+1 < min(f.Sentences[c.sentence].Last, c.last+maxTitle); i++ {
		if g, ok := f.GroupAt(i+1, ""); ok && f.at(i).Is("to") && g.To && f.owner[i-1] >= 0 {
			return true
		}
		if f.at(i).Is(",", "with", "and") || f.finite(i) {
			return false
		}
	}
	return false
}

// notKnown reports whether somebody says not to know of the contacts of a plural: "I'm not sure
// what you have heard about meetings between Reyes and Holt".
func (f *finder) notKnown(c cue, np int) bool {
	if !f.at(np-1).Is("regarding", "about", "on", "of") || !strings.HasSuffix(f.at(c.head).Fold, "s") {
		return false
	}
	for i := np - 2; i > f.Sentences[c.sentence].First; i-- {
		if f.at(i).Is("sure", "aware", "certain") && f.says(i-3, i, "not", "n't") {
			return true
		}
	}
	return false
}

// ofStaff reports whether words before a verb say that only staff are in contact: "both sides
// are going to be at the staff level talking about it".
func (f *finder) ofStaff(c cue) bool {
	if !c.verb() {
		return false
	}
	for i := max(f.Sentences[c.sentence].First, c.first-maxPreview); i+1 < c.first; i++ {
		if f.at(i).Is("staff", "working", "expert", "technical") && f.at(i+1).Is("level", "levels") {
			return true
		}
	}
	return false
}

// ofNextTime reports whether the noun phrase at token np is of a time to come: "goals for next
// week's meeting".
func (f *finder) ofNextTime(c cue, np int) bool {
	for i := np; i < c.first; i++ {
		if f.at(i).Is("next") && f.isDate(i) {
			return true
		}
	}
	return false
}

// ownSummit reports whether the name of a summit has a word that neither states nor their
// leaders give: "the Harbour Summit", "the Summit of the Isles". What the text has told of in
// other words is another one.
func (f *finder) ownSummit(c cue, np int) bool {
	if c.word.Channel != string(readout.Summit) || f.at(np).Is("this", "that", "these", "today") {
		return false
	}
	if f.at(c.head).Upper && f.at(c.last).Is("of", "on", "for") && f.at(c.last+1).Is("the") && f.at(c.last+2).Upper {
		return true
	}
	for i := max(np, f.Sentences[c.sentence].First+1); i < c.first; i++ {
		if f.at(i).Upper && f.owner[i] < 0 && !f.at(i).Is("leaders", "leaders'", "leader's", "trilateral", "bilateral", "virtual", "presidential", "official", "the") {
			return true
		}
	}
	return false
}

// stillAhead reports whether a contact of two who were told to have had one is only what they
// will go on to: "spoke in May. The leaders will then move on to a conversation of the two".
func stillAhead(list []draft, d draft) bool {
	return d.ahead && d.Status == readout.Held && d.When == nil && d.Place == nil && slices.ContainsFunc(list, func(r draft) bool {
		return r.Status == readout.Held && r.field == d.field && sameParties(r.Parties, d.Parties) && compatible(r.Channel, d.Channel)
	})
}

// returned reports whether of two journeys one goes to the state from which the other came:
// "a visit by Reyes to Costava", "Holt had visited Arvenia".
func returned(a, b draft) bool {
	if a.Channel != readout.Visit || b.Channel != readout.Visit || a.hosts || b.hosts || a.field != b.field || len(a.Parties) != 2 || len(b.Parties) != 2 {
		return false
	}
	return a.left == 1 && b.left == 1 && sameParty(a.Parties[0], b.Parties[1]) && sameParty(a.Parties[1], b.Parties[0]) && !sameParty(a.Parties[0], b.Parties[0])
}

// namedElse reports whether a noun that could go back to what is told names another gathering by
// what stands beside it: who organised it or whose it is, what it is on, between whom, of what
// body.
func (f *finder) namedElse(c cue, np int, d draft) bool {
	summit, next := c.word.Channel == string(readout.Summit), f.at(c.last)
	if f.at(np - 1).Is("that") {
		np--
	}
	switch {
	case summit && next.Is("organised", "organized", "hosted", "convened", "held") && f.at(c.last+1).Is("in", "by"):
		return true // "starting with the summit organised in Oslo"
	case summit && f.at(c.head).Upper && next.Is("on", "for") && !f.isDate(c.last+1):
		return true // "following the Summit on Grain"
	case f.at(c.head).Is("negotiations") && next.Is("of") && prepositions[f.at(np-1).Fold]:
		return true // "keep up the pace on the negotiations of the amendments"
	case next.Is("between") && len(d.Parties) == 0 && f.at(c.head).Is("discussions", "talks", "negotiations"):
		return true // "welcome the discussions between the parties to the treaty"
	case next.Is("of") && f.says(c.last+1, c.last+4, "conference", "parties", "assembly", "board"):
		return true // "the 28th meeting of the Conference of the Parties"
	case f.at(np-1).Is("during", "at") && np-1 == f.opening(c.sentence) && f.joinedBehind(c):
		return true // "During the summit, the members were joined by Holt" tells by itself of what was at it
	case next.Is("held") && f.says(c.last+1, c.last+4, "earlier", "previously"):
		return true // "during meetings held earlier this year"
	case f.at(c.head).Is("visits") && f.qualified(np, c, "forthcoming", "upcoming", "future"):
		return true // "welcomed the forthcoming visits and exercises"
	case f.says(max(0, np-9), np, "outcome", "outcomes", "results") && f.heldBefore(c):
		return true // "about the outcomes of the troika consultations and the format meeting that were held last week"
	case f.informedOf(np, f.Sentences[c.sentence].First):
		return true // "is in Oslo to brief the allies on that conversation": others are told of it
	case f.at(np-1).Is("through") && f.at(np).Is("these", "such"):
		return true // "Through these consultations we mean to": in general
	}
	common := f.at(c.first-1).Is("'") && f.at(c.first-2).Kind == token.Word && f.owner[c.first-2] < 0
	return common && !f.at(c.first-2).Is("leaders", "presidents", "ministers") // "the start of the creditors' meeting"
}

// joinedBehind reports whether a noun's sentence goes on to say who joined whom.
func (f *finder) joinedBehind(c cue) bool {
	for i := c.last; i+2 < f.Sentences[c.sentence].Last; i++ {
		if g, ok := f.GroupAt(i, "join"); ok && g.Passive && f.at(i+1).Is("by") {
			return true
		}
	}
	return false
}

// heldBefore reports whether a clause behind a noun, or behind the next of its list, says that it
// was held: "the troika consultations and the format meeting that were held last week".
func (f *finder) heldBefore(c cue) bool {
	for i := c.last; i+2 < f.Sentences[c.sentence].Last && i < c.last+9 && !f.at(i).Is(",", ";"); i++ {
		if f.at(i).Is("that", "which") && f.at(i+1).Is("was", "were") {
			return f.at(i + 2).Is("held")
		}
	}
	return false
}
