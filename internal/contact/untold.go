package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// Words that have the form of a contact's and tell of none: what it is about, who only gave
// the occasion for something, whom no name names.

// subjectMatter reports whether the verb before the noun phrase at token np says that its
// subject is what a contact will be about: "Brevia will be high on the agenda for Reyes's
// visit to Costava", "grain will be raised in the talks".
func (f *finder) subjectMatter(c cue, np, start int) bool {
	g := f.mainGroup(c)
	if g.Main >= np || g.First < start {
		return false
	}
	if g.Passive {
		return slices.Contains([]string{"discuss", "raise", "address", "cover", "debate"}, g.Lemma)
	}
	return g.Lemma == "be" && f.says(g.Main, np, "agenda", "topic", "topics", "focus")
}

// onlyAgent reports whether a contact whose parties no words beside it name only does
// something to something else: "the chances offered by the summit".
func (f *finder) onlyAgent(np int, s sides) bool {
	if m := f.owner[max(np-1, 0)]; m >= 0 && f.at(np-1).Upper && f.Mentions[m].Form == readout.ByGroup {
		np, _ = f.tokensOf(m) // "the Leaders Summit"
		s.owners = nil
	}
	if !f.at(np-1).Is("by") || len(s.owners) > 0 || len(s.object) > 0 || s.closed {
		return false
	}
	return slices.ContainsFunc(f.Lex.English.VerbForms(f.at(np-2).Fold), func(v lexicon.VerbForm) bool {
		return v.Form&lexicon.Participle != 0 && !slices.Contains([]string{"follow", "precede"}, v.Lemma)
	})
}

// goingOn says of exchanges that there are such.
var goingOn = []string{"ongoing", "continuing", "intensified", "enhanced", "deepened", "increased"}

// onTheWay reports whether a noun only names exchanges that go on, as others note: "noted the
// ongoing negotiations on a treaty", "welcomed the pace of enhanced consultations"; or
// consultations upon which somebody made something known: "Following consultations with
// Costava, Arvenia announces the end of the ban".
func (f *finder) onTheWay(c cue, np int) bool {
	if f.at(c.head).Is("negotiations", "discussions", "discussion", "talks", "consultations", "dialogue", "exchanges") && f.says(max(np-1, 0), c.first, goingOn...) {
		g := f.mainGroup(c)
		if f.at(g.Main).Is(goingOn...) { // "welcomed intensified consultations", taken for two verbs
			g, _ = f.GroupAt(max(np-2, 0), "")
		}
		return !f.dated(c.first) && (f.commends(g) || slices.Contains([]string{"note", "acknowledge", "recognise", "recognize", "support"}, g.Lemma))
	}
	return f.at(c.head).Is("consultations") && np == c.first && f.at(np-1).Is("following", "after") && np-1 == f.opening(c.sentence) && !f.dated(c.first)
}

// meansOfPlan reports whether a noun only names by what a plan is to be carried out, which
// others welcome: "welcome their plan to widen it, including by convening a Harbour Dialogue".
func (f *finder) meansOfPlan(c cue, np int) bool {
	l := f.light(np, f.Sentences[c.sentence].First)
	if l == nil || l.group.Form&lexicon.Ing == 0 || !f.at(l.group.First-1).Is("by", "through") {
		return false
	}
	return f.says(f.Sentences[c.sentence].First, l.group.First, "plan", "plans", "intention", "commitment", "resolve")
}

// hostsOfMany reports whether a plural noun only names the hosts of gatherings that each of
// them holds: "the next grain meetings, to be hosted by Arvenia and Costava".
func (f *finder) hostsOfMany(c cue, s sides) bool {
	if !f.at(c.head).Is("meetings", "summits", "conferences", "dialogues") || len(s.owners) > 0 || len(s.object) > 0 {
		return false
	}
	by := f.byHost(c.last, f.Sentences[c.sentence].Last)
	return by > 0 && !f.telling(by-2) && len(f.parties(s.subject)) > 1 && f.onlyStates(s.subject)
}

// byHost is the "by" behind a form of host within a few words from token i; 0 if there is none.
func (f *finder) byHost(i, end int) int {
	for j := i; j < min(end, i+8); j++ {
		if f.at(j).Is("by") && f.at(j-1).Is("hosted", "organised", "organized", "convened") {
			return j
		}
	}
	return 0
}

// onlyStates reports whether all mentions of a list are of states.
func (f *finder) onlyStates(list []int) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(m int) bool { return f.Mentions[m].Entity.Kind() != readout.State })
}

// verbBetween reports whether a verb that "and" joins to one before stands in tokens [from, to):
// "welcomed the summit and look forward to".
func (f *finder) verbBetween(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if f.at(i).Is("and", "but") && f.owner[i+1] < 0 && !f.telling(i+1) && len(f.Lex.English.VerbForms(f.at(i+1).Fold)) > 0 {
			return true
		}
	}
	return f.clauseBetween(from, to)
}

// withOthers reports whether two only mean to begin contacts with others whom no name names, so
// that they need not meet one another: "Arvenia and Costava committed to initiating a dialogue
// with other coastal nations".
func (f *finder) withOthers(c cue, s sides) bool {
	if len(s.object) > 0 || s.closed || s.light == nil || !f.at(c.last).Is("with") || !slices.Contains([]string{"initiate", "begin", "start", "open", "launch", "pursue", "seek"}, s.light.group.Lemma) {
		return false
	}
	i := c.last + 1
	for i < c.last+5 && (f.at(i).Is("other", "all", "the", "their", "many", "several") || f.adjectival(i)) {
		i++
	}
	return f.at(i).Is("nations", "countries", "states", "governments", "leaders", "partners", "allies", "peoples", "communities", "stakeholders", "institutions", "officials", "companies")
}

// adjectival reports whether a word that is neither a name nor the plural of a noun stands at
// token i before another word.
func (f *finder) adjectival(i int) bool {
	w, ok := f.Word(i)
	return ok && w.UPOS == "ADJ" && f.owner[i] < 0
}

// increases reports whether a verb only says that there are to be more or fewer of what its
// object names: "will increase visits to Costava".
func (f *finder) increases(g syntax.Group) bool {
	return slices.Contains([]string{"increase", "expand", "boost", "multiply", "intensify", "reduce", "limit", "facilitate", "encourage", "promote"}, g.Lemma)
}

// staysFocus reports whether contacts are only said to go on being what somebody is busy with:
// "those conversations will continue to be the focus of her work over the next week", where the
// noun has no day of its own.
func (f *finder) staysFocus(c cue) bool {
	for i := c.last; i < min(f.Sentences[c.sentence].Last, c.last+12) && !f.isDate(i); i++ {
		if f.at(i).Is("continue", "continues", "remain", "remains") && (f.at(i+1).Is("to") && f.at(i+2).Is("be") || f.at(i+1).Is("a", "the")) {
			return f.says(i, i+6, "focus", "priority")
		}
	}
	return false
}

// founded reports whether a forum with a name of its own is only set up, or set up again, on no
// day: "agreed to relaunch the Arvenia-Costava High-Level Harbour Dialogue".
func (f *finder) founded(c cue, s sides) bool {
	if s.light == nil || f.forumName(c) == "" || f.dated(c.first) {
		return false
	}
	return slices.Contains([]string{"relaunch", "launch", "establish", "create", "found", "institute", "form", "revive"}, s.light.group.Lemma)
}

// wantedBack reports whether others only say that two states should talk again: "stressed the
// need for resuming Arvenian-Costavan talks".
func (f *finder) wantedBack(c cue, np int, s sides) bool {
	if s.light == nil || s.light.group.Form != lexicon.Ing || c.word.Channel != string(readout.Talks) || !f.onlyStates(append(slices.Clone(s.subject), s.object...)) {
		return false
	}
	g := s.light.group
	return f.at(g.First-1).Is("for", "of") && f.at(g.First-2).Is("need", "necessity", "importance", "urgency")
}

// guestsFrom reports whether a plural only says where guests come from: "our guests from
// Norway, Denmark and other countries".
func (f *finder) guestsFrom(c cue, s sides) bool {
	return f.at(c.head).Is("guests") && f.at(c.last).Is("from") && f.onlyStates(s.subject) && len(s.object) == 0
}

// ofCommitments reports whether the contact is one of several things to which somebody is bound:
// "its commitments to cut its forces and to engage in talks with Costava".
func (f *finder) ofCommitments(c cue, s sides) bool {
	g := c.group
	if np := f.nounPhrase(c, f.Sentences[c.sentence].First); s.light != nil {
		g = s.light.group
	} else if !c.verb() {
		g, _ = f.GroupAt(max(np-2, 0), "") // "to engage in talks"
	}
	if !g.To || f.dated(c.first) {
		return false
	}
	for i := g.First - 1; i > f.Sentences[c.sentence].First && !f.at(i).Is(";", ":", "that", "who", "which"); i-- {
		if f.at(i).Is("commitments", "obligations") && f.at(i+1).Is("to") {
			return i+1 == g.First || f.at(g.First-1).Is("and", ",", "or")
		}
	}
	return false
}

// moneyMoves reports whether the subject of a verb of travel is a sum or what is paid
// for: "over $2 million in aid is going to Costava", "glad to see these funds come home to it".
func (f *finder) moneyMoves(c cue) bool {
	if f.at(c.first-1).Is("funds", "funding", "dollars", "money", "grants", "investments", "jobs") && f.owner[c.first-1] < 0 {
		return true
	}
	for i := c.first - 1; i >= f.Sentences[c.sentence].First && !f.finite(i) && !f.at(i).Is(":", ";", "that"); i-- {
		if m := f.owner[i]; m >= 0 && f.persons([]int{m}) {
			return false
		}
		if f.at(i).Is("$", "€", "£", "billion", "million") {
			for f.at(i-1).Kind == token.Number || f.at(i-1).Is("$", "€", "£", "over", "than", "about") {
				i--
			}
			return !prepositions[f.at(i-1).Fold]
		}
	}
	return false
}

// acronym reports whether the word at token i is one in capitals among others that are not:
// "the TRIPS waiver".
func (f *finder) acronym(i int) bool {
	return f.capitals(i) && !f.capitals(i-1) && !f.capitals(i+1)
}

// capitals reports whether token i has several letters and all are capitals.
func (f *finder) capitals(i int) bool {
	if i < 0 || i >= len(f.Tokens) || f.Tokens[i].Kind != token.Word {
		return false
	}
	text := f.Cut(f.Span(i, i+1))
	return len(text) > 1 && text == strings.ToUpper(text)
}

// kin reports whether a name only says whose relatives, employer or friends are meant, whom no
// name names: "spoke with Holt's mother" and "with the Holt family" tell of no contact with Holt.
func (f *finder) kin(m int) bool {
	if first, last := f.tokensOf(m); f.at(last).Is("family", "parents", "children") && f.at(f.skipDeterminers(first)).Is("the") && f.persons([]int{m}) {
		return true
	}
	if !f.possessive(m) {
		return false
	}
	_, i := f.tokensOf(m)
	if f.at(i).Is("'s", "'") {
		i++
	}
	for low := i; i < low+2 && f.plainWord(i) && !f.Lex.Words.Is("kin", f.at(i).Fold); i++ { // "Holt's late father"
	}
	return f.Lex.Words.Is("kin", f.at(i).Fold) && !f.personAt(i+1)
}

// forAnAim reports whether states or bodies have only set up something that is to serve a
// contact among other things, on no day: "announced a set of measures to cut emissions, protect the
// harbours, and consult on trade".
func (f *finder) forAnAim(c cue, s sides) bool {
	g := c.group
	if s.light != nil {
		g = s.light.group
	}
	if g.First != g.Main || g.Form&lexicon.Base == 0 || g.To || !f.at(g.First-1).Is("and", ",", "or") || f.dated(c.first) || f.persons(s.subject) {
		return false
	}
	for i := g.First - 2; i > f.opening(c.sentence) && !f.at(i).Is(";", ":", "that", "who", "which"); i-- {
		v, ok := f.GroupAt(i, "")
		if !ok || f.owner[i] >= 0 || v.Main != i {
			continue
		}
		if v.To && v.Governor >= 0 && f.plainThing(v.Governor) {
			return true
		}
		if f.finite(i) && !f.at(i-2).Is(",", "and", "to") { // not ", fight forced labour"
			return false
		}
	}
	return false
}

// plainThing reports whether token i is a noun that is nobody and tells of no contact.
func (f *finder) plainThing(i int) bool {
	w, ok := f.Word(i)
	return ok && w.UPOS == "NOUN" && f.owner[i] < 0 && !f.isDate(i) && !f.telling(i) && f.statusNoun("to", i) == nil
}
