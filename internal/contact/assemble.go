package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
)

// sides are the mentions on the two sides of a contact.
type sides struct {
	subject, object []int
	begun           int // mention that began the contact, -1
	basis           string
	apart           bool  // the object's mentions are contacts of their own
	place           bool  // the object is a place or state that is visited
	open            bool  // "between A and" somebody whom no name names: no contact can be told
	owners          []int // "A's visit", "the visit of A": whose the noun says it is
	closed          bool  // "between A and B", "of A and B": nobody else takes part
	light           *lightVerb
}

// contacts makes the contacts that a cue tells of: usually one, several where
// the text sets the counterparts apart, none where it is a false friend.
func (f *finder) contacts(c cue) []draft {
	start, end := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	s, ok, np := sides{begun: -1}, true, c.first
	if f.imperative(c) {
		return nil
	}
	if c.verb() {
		s, ok = f.verbSides(c, start, end)
	} else {
		np = f.nounPhrase(c, start)
		if f.at(np-1).Is("was", "is") && f.at(np-2).Is("which") {
			return nil // "the summit, which was a meeting with Holt": told by that noun
		}
		if f.among(np, c) || f.onSidelines(np) || f.metAt(c, np) || f.guestsJourney(c, np) || f.withFellows(c, np) || f.pledgedAt(c, np) || f.appositive(c, np) && f.finiteBefore(c, start) {
			return nil
		}
		if f.onTheWay(c, np) || f.meansOfPlan(c, np) {
			return nil
		}
		if c.word != goneBy {
			s, ok = f.nounSides(c, start, end)
		}
		ok = ok && f.tellsByNoun(c, np, s)
	}
	if !ok {
		return nil
	}
	if f.heralds(c, s, np) {
		s.object = nil
	}
	status, begun := f.status(c, s)
	if status == "" || status == readout.Held && !c.verb() && f.ofNextTime(c, np) {
		return nil
	}
	if s.begun < 0 && begun != nil {
		s.begun, s.basis = begun[0], "stated"
	}
	if !c.verb() && len(s.object) == 0 && len(s.subject) > 2 && prepositions[f.at(np-1).Fold] {
		s.subject, s.object = s.subject[:1], s.subject[1:] // "In separate calls, Reyes thanked Holt and Orsi"
	}
	if many := len(f.parties(s.subject)) > 1 || len(f.parties(s.object)) > 1; many && (f.distributive(c, start, end) || s.apart || f.several(c, s) || f.stopByStop(c, s, status) || f.bothHeads(c, s)) {
		return f.separate(c, s, status)
	}
	if s.place && len(s.subject) > 0 && len(s.object) == 0 {
		if stops := f.stops(c); len(stops) > 1 {
			return f.journeysTo(c, s, stops, status)
		}
	}
	if d, ok := f.draft(c, s, append(slices.Clone(s.subject), s.object...), status); ok {
		f.whenBodyMeets(c, &d)
		if list := f.meetingsIn(c, d); len(list) > 1 {
			return list
		}
		return append([]draft{d}, f.followers(c, s, status)...)
	}
	return nil
}

// tellsByNoun reports whether a noun with these sides tells of a contact at all: it is
// held where it must be, is no hour of the day, and leaves out a side only where the
// words before say whose it is.
func (f *finder) tellsByNoun(c cue, np int, s sides) bool {
	if slices.Contains(c.word.Frames, "held") && !f.isHeld(c, s) {
		return false
	}
	if f.meal(c) && len(s.object) == 0 && np == c.first && f.at(c.first-1).Is("before", "after", "until", "since") {
		return false // "talked for an hour before lunch"
	}
	if s.light != nil && c.word.Channel == string(readout.Talks) && f.stalled(c) {
		return false
	}
	if f.withBusiness(c, s) || f.onlyTopic(c, np) || f.onlyAgent(np, s) || f.hostsOfMany(c, s) || f.withOthers(c, s) || f.guestsFrom(c, s) || f.founded(c, s) || f.wantedBack(c, np, s) {
		return false
	}
	return !f.unnamedSide(c, s) || len(f.announcer(c, f.parties(s.object)[0])) > 0
}

// separate makes one contact for each pair that the words set apart.
func (f *finder) separate(c cue, s sides, status readout.Status) []draft {
	many, one := s.object, s.subject
	if len(f.parties(many)) < 2 {
		many, one = s.subject, s.object
	}
	var out []draft
	for _, group := range f.grouped(c, many) {
		list := append(slices.Clone(one), group...)
		if slices.Contains(s.subject, group[0]) {
			list = append(slices.Clone(group), one...)
		}
		if d, ok := f.draft(c, s, list, status); ok {
			if s.apart {
				d.before, _ = f.tokensOf(group[0])
				_, d.after = f.tokensOf(group[len(group)-1])
			}
			out = append(out, d)
		}
	}
	return out
}

// eachOf gives a mention of each member for a group that names its members one by one:
// "the leaders of Arvenia and Costava".
func (f *finder) eachOf(list []int) []int {
	var out []int
	for _, m := range list {
		x := f.Mentions[m]
		if x.Form != readout.ByGroup {
			out = append(out, m)
			continue
		}
		for _, id := range x.Members {
			one := x
			one.Entity, one.Members, one.Form = id, nil, readout.ByOffice
			out = append(out, len(f.Mentions))
			f.Mentions = append(f.Mentions, one)
		}
	}
	return out
}

// distributive reports whether the sentence says that each counterpart had a
// contact of their own.
func (f *finder) distributive(c cue, start, end int) bool {
	for i := max(start, c.first-6); i < min(end, c.last+8); i++ {
		if f.at(i).Is("one") && f.at(i+1).Is("after") && f.at(i+2).Is("the", "another") && f.aside(i) > 0 || f.at(i).Is("separate", "separately", "each", "respectively", "individually", "individual") && !f.at(i+1).Is("other", "other's") {
			return true
		}
	}
	if both := f.at(c.last).Is("both") || f.at(c.last).Is("with", "to") && f.at(c.last+1).Is("both"); both && c.verb() && !f.jointly(c) {
		return true // "spoke with both Holt and Lorne", "called both"
	}
	for i := c.last; i < end; i++ {
		if f.at(i).Is("respectively") || f.at(i).Is("each") && f.at(i-1).Is(",") || f.at(i).Is("in") && f.oneByOne(i+1) {
			return true
		}
	}
	return false
}

// oneByOne reports whether contacts apart from each other begin at token i: "separate
// calls", "one-on-one meetings".
func (f *finder) oneByOne(i int) bool {
	at := i
	for f.at(i).Is("separate", "individual", "bilateral", "one", "on", "-", "phone", "telephone", "video", "face", "to", "brief", "pull", "aside") {
		i++
	}
	return i > at && f.at(i).Is("calls", "meetings", "conversations", "talks", "bilaterals", "sessions")
}

// several reports whether a plural noun tells of one contact each: "his calls
// with A and B".
func (f *finder) several(c cue, s sides) bool {
	return !c.verb() && f.at(c.head).Is("calls", "conversations", "meetings", "bilaterals", "letters", "telegrams", "messages", "contacts", "asides") && len(f.parties(s.subject)) == 1 && len(f.parties(s.object)) > 1 && !s.closed
}

// draft makes one contact of the mentions.
func (f *finder) draft(c cue, s sides, list []int, status readout.Status) (draft, bool) {
	g := f.mainGroup(c)
	d := draft{solid: true, explicit: s.light != nil && s.light.word != nil || f.subjectOf(c) || f.willBeOne(f.nounPhrase(c, f.Sentences[c.sentence].First), g), purpose: f.purpose(c), departure: c.verb() && slices.Contains([]string{"leave", "depart", "set"}, c.group.Lemma), agreed: f.agreed(c, s)}
	if g.Time() == syntax.PastTime || g.Perfect {
		d.past = true
	}
	d.ahead = !c.verb() && g.Time() == syntax.FutureTime
	d.later = c.verb() && f.at(c.first-1).Is("before")
	d.hosts = c.word.Channel == string(readout.Visit) && (!c.verb() || c.group.Lemma == "invite") && g.Lemma == "invite" && !g.Passive
	d.further = !c.verb() && strings.HasSuffix(f.at(c.head).Fold, "s") && c.word.Channel == string(readout.Meeting) && f.furtherVerb(s) > 0
	d.ofOfficials = f.onlyOfficials(c, list)
	d.anew, d.joined = c.verb() && f.anew(c), c.verb() && c.group.Passive && c.group.Lemma == "join"
	d.recalled = !c.verb() && f.recalls(c)
	if !c.verb() {
		d.lands = f.landsSaid(c, f.nounPhrase(c, f.Sentences[c.sentence].First))
	}
	d.Parties = f.ofLand(c, f.parties(f.ledDelegation(list)))
	d.Channel = f.channel(c)
	d.Status = status
	d.Parties, d.Attendees = f.company(d.Parties)
	d.left = len(f.parties(s.subject))
	if s.place {
		if p, ok := f.visited(f.placeAfter(c)); ok && !slices.ContainsFunc(d.Parties, func(q readout.Party) bool { return q.Country == p.Country }) {
			if m := f.errand(c, p.Country); m >= 0 && c.verb() {
				d.Channel, p = readout.Meeting, f.parties([]int{m})[0]
			} else if m := max(f.host(c, p.Country), f.notified(c, p.Country)); m >= 0 {
				p = f.parties([]int{m})[0]
			}
			d.Parties = append(d.Parties, p)
		}
	}
	if len(d.Parties) == 1 {
		d.Parties = append(d.Parties, f.quotedSpeaker(c, d.Parties[0])...)
	}
	if !c.verb() && len(s.subject) == 0 && (len(d.Parties) == 1 || f.unnamedSide(c, s)) {
		d.Parties = append(d.Parties, f.announcer(c, d.Parties[0])...)
	}
	if !c.verb() && len(d.Parties) > 1 {
		d.Parties = f.thirdSide(c, f.ofRank(c, s, d.Parties))
		f.represent(c, s, d.Parties)
	}
	if f.briefed(c.sentence, d.Parties) || f.ofStaff(c) {
		return d, false
	}
	if len(d.Parties) < 2 || c.word.Channel == string(readout.Visit) && !c.verb() && oneState(d.Parties) {
		return f.referring(c, d)
	}
	d.Scope = f.scope(d.Parties, c.sentence)
	if d.hosts && s.begun < 0 && status == readout.Proposed {
		s.begun, s.basis = list[0], "stated"
	}
	if s.begun >= 0 {
		who := f.parties([]int{s.begun})
		for i, p := range d.Parties {
			if len(who) > 0 && p.Entity == who[0].Entity {
				d.Initiator, d.InitiatorBasis = &i, s.basis
			}
		}
	}
	return d, true
}

// oneState reports whether all parties are of one state: "the visit of President Reyes
// and Minister Orsi" does not say to whom.
func oneState(list []readout.Party) bool {
	return list[0].Country != "" && !slices.ContainsFunc(list, func(p readout.Party) bool { return p.Country != list[0].Country })
}

// agreed reports whether the contact is what was agreed on.
func (f *finder) agreed(c cue, s sides) bool {
	gov := -1
	switch {
	case c.verb() && c.group.To:
		gov = c.group.Governor
	case s.light != nil && s.light.group.To:
		gov = s.light.group.Governor
	case s.light != nil:
		gov = s.light.group.Main
	}
	if gov < 0 {
		return false
	}
	_, ok := f.Lex.English.IsForm(f.Tokens[gov].Fold, "agree")
	return ok
}

// referring makes a draft that speaks of a contact told before: "the meeting",
// "the call with Holt". It is only good for joining.
func (f *finder) referring(c cue, d draft) (draft, bool) {
	if c.verb() || len(c.word.Frames) > 0 && c.word.Frames[0] != string(readout.Held) {
		return d, false
	}
	if c.word == goneBy {
		d.definite, d.solid, d.explicit = true, false, true
		return d, true
	}
	np := f.nounPhrase(c, f.Sentences[c.sentence].First)
	if f.at(np-1).Is("that") && f.at(c.last).Is("on", "over") {
		return d, false // "hope that the talks on the dam will go on": others than those that are told
	}
	if f.at(c.last).Is("that", "which") && f.mentionFrom(c.last+1, c.last+3) >= 0 && f.eligible(f.mentionFrom(c.last+1, c.last+3)) {
		return d, false // "the summit that Holt hosted" says itself which
	}
	if f.lastElsewhere(c, np) || f.anotherOne(c, np, d.Status) {
		return d, false
	}
	if f.leadershipOf(np - 1) {
		return d, false // "lauded Holt for his hosting of the fisheries summit"
	}
	if f.namedElse(c, np, d) {
		return d, false
	}
	if f.ofOfficials(c, np) || f.onSidelines(np) || f.ofItsOwnDay(c) || f.aheadOf(np) || f.at(np-1).Is("after", "since") {
		return d, false
	}
	if c.word.Channel == string(readout.Summit) && prepositions[f.at(np-1).Fold] && (f.gathersIn(np, c.head) || f.at(c.last).Is("of") && f.gathersIn(c.last+1, c.last+3)) {
		return d, false // "the principles endorsed at the G20 Health Summit", "at the summit of the Quad"
	}
	if f.at(c.last).Is("of") && f.commended(np, f.Sentences[c.sentence].First) {
		return d, false // "welcomed the first meeting of the grain forum"
	}
	prev := f.determined(c)
	if d.Channel == readout.Letter && len(d.Parties) == 0 && f.at(c.last).Is("reads", "read", "says", "said") {
		return f.quotedLetter(c, d)
	}
	each := prev.Is("each", "both") || f.at(c.last).Is("with") && f.at(c.last+1).Is("each", "both")
	calls := f.at(c.head).Is("calls", "conversations", "meetings", "bilaterals")
	letters := d.Channel == readout.Letter && f.at(c.head).Is("messages", "letters") && f.at(np-1).Is("in") && prev.Is("his", "her") // "noted in his messages": one to each
	d.several = calls || letters || each && c.word.Channel != string(readout.Visit)
	d.definite = each || letters || calls && f.at(np-1).Is("in") && f.qualified(np, c, "separate", "individual") || prev.Is("the", "this", "that", "their", "these", "those", "no", "such", "any") || c.first == f.Sentences[c.sentence].First
	d.solid = false
	if prev.Is("no", "any") && !f.exists(c) {
		return d, false
	}
	d.ownName = f.ownSummit(c, np)
	d.plural = strings.HasSuffix(f.at(c.head).Fold, "s") && c.word.Channel != string(readout.Talks)
	l := f.light(np, f.Sentences[c.sentence].First)
	if l != nil && l.group.To && f.at(np).Is("these", "those") && f.at(c.head).Is("conversations", "discussions") {
		return d, false // "gave us room to have these conversations": in general
	}
	d.here = f.atIt(c, np, d.Status)
	d.besides = d.several && l != nil && l.word != nil && f.inAddition(c)
	if d.definite && d.Channel != readout.Visit && !(l != nil && l.group.To && f.planOf(l.group.Governor) >= 0) && (l == nil || l.word == nil || l.word.Status == "tense" || !l.group.To) && !(d.Channel == readout.Summit && prepositions[f.at(np-1).Fold]) && !f.topic(np, c) { // not "met to prepare the summit"
		d.context = f.together(c)
	}
	d.herald = !d.definite && calls && d.Status == readout.Held
	return d, d.definite || d.herald
}

// onSidelines reports whether the noun phrase at token np is only the occasion: "on the
// margins of the summit".
func (f *finder) onSidelines(np int) bool {
	return f.at(np-1).Is("of") && f.at(np-2).Is("margins", "margin", "sidelines", "sideline", "fringes")
}

// exists reports whether the sentence says of the noun that there is, was or took
// place such a thing: only then does "no call" speak of one told before.
func (f *finder) exists(c cue) bool {
	start := f.Sentences[c.sentence].First
	if l := f.light(f.nounPhrase(c, start), start); l != nil && l.group.Lemma == "be" {
		return true
	}
	return f.subjectOf(c)
}

// together are the leaders of two states or more who are one subject before the
// cue in its sentence: whom "the dinner" can only be of.
func (f *finder) together(c cue) []readout.Party {
	start := f.Sentences[c.sentence].First
	for i := c.first - 1; i >= start; i-- {
		m := f.owner[i]
		if m < 0 || !f.persons([]int{m}) {
			continue
		}
		list := f.parties(f.listLeft(m, start))
		if len(list) > 1 && f.scope(list, c.sentence) == readout.International && !f.prepositional(m, start) {
			return list
		}
	}
	return nil
}

// quotedLetter reads who wrote to whom from the sentence before "The message
// reads": its subject and the first person of another state in it.
func (f *finder) quotedLetter(c cue, d draft) (draft, bool) {
	if c.sentence == 0 {
		return d, false
	}
	s := f.Sentences[c.sentence-1]
	for i := s.First; i < s.Last; i++ {
		m := f.owner[i]
		if m < 0 || !f.persons([]int{m}) || f.possessive(m) || f.Mentions[m].Form == readout.ByGroup {
			continue
		}
		p := f.parties([]int{m})[0]
		if len(d.Parties) == 0 {
			d.Parties = append(d.Parties, p)
			continue
		}
		if p.Country != d.Parties[0].Country && (p.Country != "" || f.servesOrganisation(p.Entity) != "") && !f.mourned(m, s.First) {
			list, _, _ := f.listRight(i, s.Last)
			d.Parties = append(d.Parties, f.parties(list)...)
			break
		}
	}
	if len(d.Parties) < 2 {
		return d, false
	}
	first := 0
	d.Initiator, d.InitiatorBasis, d.Status = &first, "verb", readout.Held
	return d, true
}
