package contact

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// lightVerb is the verb whose object a telling noun is.
type lightVerb struct {
	group syntax.Group
	word  *lexicon.StatusWord // nil if status.tsv does not know it
}

// verbSides reads the parties of a telling verb.
func (f *finder) verbSides(c cue, start, end int) (sides, bool) {
	if c.group.Passive {
		return f.passiveSides(c, start, end)
	}
	s := sides{begun: -1}
	if c.group.Lemma == "join" && f.at(c.last).Is("the", "this", "that") && f.telling(c.last+1) {
		return s, false // "invited him to join the call": told by that noun
	}
	s.subject = f.subject(c.first, start)
	if f.listItem(c, s.subject) {
		return s, false
	}
	if shared, ok := f.shares(c.group); ok && shared.To {
		both := c
		both.group = shared
		s.subject = f.governedSubject(both, start, s.subject) // "her trip to attend the summit and meet Holt"
	}
	if c.group.To && c.group.Governor >= 0 {
		s.subject = f.governedSubject(c, start, s.subject)
		s.object = f.inviter(c, start)
	}
	if g := c.group.Governor; c.group.To && g > 0 && f.at(g).Is("us", "me", "them") && f.sends(g-1) {
		return s, false // "Brell, who instructed us to go to Costava"
	}
	if f.ofTheirTeams(c) {
		return s, false
	}
	if c.word.Channel == string(readout.Visit) && (c.group.To && f.thing(c.group.Governor) || f.backToPost(c, s.subject) || f.moneyMoves(c)) {
		return s, false // "arms to go to Costava"
	}
	after := f.skipInside(c.last, end)
	placed := false
	for c.word.Channel == string(readout.Meeting) && f.placePhrase(after) > 0 { // "received on Monday at the palace"
		placed = placed || f.at(after).Is("to")
		after = f.skipInside(after+f.placePhrase(after), end)
	}
	for _, frame := range c.word.Frames {
		if placed && frame == "arrival" { // "welcomed to her residence President Holt"
			frame = "person"
		}
		if f.frame(c, frame, after, end, &s) {
			break
		}
	}
	if len(s.subject) == 0 {
		s.subject = f.afterComma(c, start, end)
	}
	if main := f.mainActor(c, start); len(main) > 0 {
		s.subject = main
	}
	if body, ok := f.whichBody(c, start); ok {
		if s.subject = body; len(body) == 0 {
			return s, false
		}
	}
	if len(s.subject) == 0 && (len(s.object) > 0 || s.place) {
		s.subject = f.subjectByTree(c.head)
	}
	if len(s.subject) == 0 {
		return s, false
	}
	if len(s.object) == 0 && !s.place {
		s.object = f.whom(s.subject[0], start)
	}
	if len(s.object) == 0 && !s.place && (!f.reciprocal(c) || len(f.parties(s.subject)) < 2 || f.meetsThing(c)) {
		return s, false
	}
	s.object = slices.DeleteFunc(s.object, func(m int) bool { return slices.Contains(s.subject, m) })
	return f.begin(c, s), true
}

// passiveSides finds the sides of a contact that a passive tells: "Holt was received by
// Reyes", "was invited to Velmora".
func (f *finder) passiveSides(c cue, start, end int) (sides, bool) {
	s := sides{begun: -1}
	if c.group.To && f.telling(c.group.First-1) {
		return s, false // "the summit to be hosted by Holt": told by its noun
	}
	s.object = f.subject(c.group.First, start)
	if c.word.Frames[0] == "joined" && len(f.parties(s.object)) > 0 && f.at(c.group.First-1).Is("who", "they") {
		return s, false // "will meet Holt, who will be joined by Lorne": she attends
	}
	if by := f.find(c.last, end, "by"); by > 0 {
		var last int
		if s.subject, last, _ = f.listRight(by, end); c.word.Frames[0] == "addressed" && !f.spokenToThere(last, end) {
			return s, false
		}
	}
	if c.word.Frames[0] == "invited" && len(s.subject) == 0 && f.persons(s.object) && f.at(c.last).Is("to") && f.journeyEnd(c.last+1) {
		s.subject, s.object, s.place = s.object, nil, true // "Holt was invited to Velmora"
		return s, true
	}
	if c.word.Frames[0] == "joined" && !f.foreignGuest(s, c.sentence) {
		return s, false
	}
	if len(s.subject) == 0 || len(s.object) == 0 || slices.Contains([]string{"with", "delegation"}, c.word.Frames[0]) {
		return s, false
	}
	return f.begin(c, s), true
}

// foreignGuest reports whether somebody of another state is among those who join: "Holt
// was joined by Reyes", but not "Reyes was joined by special envoy Brell" on a page of their
// own state. Where no page says whose it is, a stranger may be foreign.
func (f *finder) foreignGuest(s sides, sentence int) bool {
	home := f.home(sentence)
	state := func(p readout.Party) string { return cmp.Or(p.Country, home) }
	own := f.parties(s.object)
	return slices.ContainsFunc(f.parties(s.subject), func(p readout.Party) bool {
		return home == "" && p.Country == "" || !slices.ContainsFunc(own, func(q readout.Party) bool { return state(p) == state(q) })
	})
}

// thing reports whether token i is a plain noun that says nothing of a plan.
func (f *finder) thing(i int) bool {
	if i < 0 {
		return false
	}
	w, ok := f.Word(i)
	return ok && w.UPOS == "NOUN" && f.owner[i] < 0 && !f.isDate(i) && f.statusNoun("to", i) == nil && f.statusNoun("of", i) == nil && !f.telling(i) &&
		(w.Rel == "obj" || w.Rel == "nsubj" || w.Rel == "conj" || w.Rel == "obl")
}

// meetsThing reports whether the tree gives the verb an object that is nobody: "what is
// needed to meet the demand".
func (f *finder) meetsThing(c cue) bool {
	o := f.dependent(c.head, "obj")
	return c.group.Lemma == "meet" && o > c.head && f.owner[o] < 0 && !f.at(o).Is("other", "another")
}

// afterComma is the subject of a fronted participle: "After meeting Holt, Reyes
// flew home".
func (f *finder) afterComma(c cue, start, end int) []int {
	if c.group.Form != lexicon.Ing || c.first-start > 3 {
		return nil
	}
	for i := c.last; i < end; i++ {
		if f.at(i).Is(",") {
			list, _, _ := f.listRight(i+1, end)
			return list
		}
	}
	return nil
}

// whom is the person to whom a relative clause with the subject m goes back: "Holt,
// whom Reyes received", "with whom Reyes spoke"; nil if it is no such clause.
func (f *finder) whom(m, start int) []int {
	i := f.begins(m, start) - 1
	if i < start || !f.at(i).Is("whom") {
		return nil
	}
	if i--; f.at(i).Is("with", "to") {
		i--
	}
	for low := max(start, i-12); i >= low; i-- {
		if o := f.owner[i]; o >= 0 && f.persons([]int{o}) && !f.possessive(o) {
			return f.listLeft(o, start)
		}
	}
	return nil
}

// begin notes who began the contact, where the verb says so.
func (f *finder) begin(c cue, s sides) sides {
	if c.word.Initiator == "subject" && len(s.subject) > 0 {
		s.begun, s.basis = s.subject[0], "verb"
	}
	return s
}

// reciprocal reports whether the verb without a counterpart means that its
// subjects met each other.
func (f *finder) reciprocal(c cue) bool {
	if slices.Contains([]string{"join", "call", "phone", "telephone", "ring", "dial", "see", "receive", "host", "welcome", "visit", "write", "contact"}, c.group.Lemma) {
		return f.at(c.last).Is("each", "one")
	}
	if next := f.at(c.last); f.toStrangers(c) || c.group.Lemma == "embrace" && !prepositions[next.Fold] && !next.Is("each", "one", ".", ",", "and", "before", "as", "when") {
		return false // "reaffirm and embrace their shared values"
	}
	switch c.word.Frames[0] {
	case "topic-with":
		return !f.plans(c)
	case "person": // "the leaders of Arvenia and Costava convened at Merrin House", with nobody as its object
		return c.group.Lemma == "convene" && f.at(c.last).Is("at", "in", "for", "to")
	case "person-with", "addressed", "alone", "gathered":
		return false
	case "aside": // "will engage with others" does not say that they meet
		return f.onTheSide(c.last, f.Sentences[c.sentence].Last) || f.at(c.last).Is("each", "one")
	}
	return c.word.Channel != string(readout.Visit)
}

// toStrangers reports whether the verb is followed by with whom it was, whom no name names:
// "Reyes and Holt spoke to reporters".
func (f *finder) toStrangers(c cue) bool {
	i := c.last
	if !f.at(i).Is("to", "with") || !slices.Contains(c.word.Frames, f.at(i).Fold) {
		return false
	}
	return f.mentionFrom(i+1, f.Sentences[c.sentence].Last) < 0 && !f.at(i+1).Is("each", "one", "both", "their", "his", "her")
}

// sharedObject steps over a second verb that shares the object: "called and
// congratulated Holt".
func (f *finder) sharedObject(c cue, after, end int) int {
	if !f.at(after).Is("and") || after+2 >= end || f.owner[after+1] >= 0 {
		return after
	}
	if g, ok := f.GroupAt(after+1, ""); ok && g.First == after+1 && g.Form&c.group.Form != 0 {
		return after + 2
	}
	return after
}

func (f *finder) isPlace(m int) bool {
	k := f.Mentions[m].Entity.Kind()
	return k == readout.Place || k == readout.State
}

// skipInside steps over what can stand between a verb and its object: adverbs,
// a manner phrase, a date.
func (f *finder) skipInside(i, end int) int {
	for i < end {
		if n := max(f.manner(i), f.aside(i)); n > 0 {
			i += n
			continue
		}
		if f.owner[i] >= 0 || !(f.Lex.English.Adverb(f.Tokens[i].Fold) || f.isDate(i) || f.at(i).Is("up", "again", "back", "briefly")) {
			return i
		}
		i++
	}
	return i
}

// find gives the token after the preposition, looked for from token i over
// adverbs, dates, manner phrases, places and durations, but not over another
// verb or a clause's end; 0 if it is not there.
func (f *finder) find(i, end int, preposition string) int {
	for n := 0; i < end && n < 16; i, n = i+1, n+1 {
		k := f.Tokens[i]
		if k.Fold == preposition {
			return i + 1
		}
		if k.Is(";", ":", ".", "that", "and", "but", "who", "which", "whether", "because") || k.Is("after", "before", "following") && !f.isDate(i) {
			return 0
		}
		if f.owner[i] >= 0 && f.eligible(f.owner[i]) && f.Mentions[f.owner[i]].Entity.Kind() == readout.Person && preposition != "by" {
			return 0
		}
		if len(f.Lex.English.VerbForms(k.Fold)) > 0 && f.owner[i] < 0 && !f.isDate(i) && (preposition != "by" || f.acts(i) && !f.telling(i) && !f.at(i).Is("gathering")) && !k.Is("phone", "telephone", "call", "video", "meeting", "talks", "visit", "link", "time", "length", "over", "last", "end", "long") {
			return 0
		}
	}
	return 0
}

// governedSubject is the subject of an infinitive: of what governs it, or the
// object of an inviting verb ("invited Holt to visit Velmora").
func (f *finder) governedSubject(c cue, start int, found []int) []int {
	g := f.townBeforeDate(c.group.Governor, start)
	if f.at(g).Is(",") && g > start && f.owner[g-1] >= 0 && f.ofTown(f.owner[g-1]) {
		g-- // "Velmora, Arvenia, to meet"
	}
	if owner := f.journeyOf(g, start); len(owner) > 0 {
		return owner
	}
	if m := f.owner[g]; m >= 0 && f.eligible(m) {
		first, _ := f.tokensOf(m)
		switch before := f.at(f.skipDeterminers(first) - 1); {
		case f.ledOfficials(m, start): // "led a delegation of Arvenian officials to meet Holt"
			return f.clauseActor(first, start)
		case f.Mentions[m].Form == readout.ByGroup && before.Is("only", "first", "last", "latest"), before.Is("the") && f.at(f.skipDeterminers(first)).Is("only"): // "were the only leaders to meet Holt"
			return f.clauseActor(first, start)
		case f.ofTown(m): // "will travel to Velmora, Arvenia, to meet Reyes"
			return f.clauseActor(first, start)
		case before.Is("from", "by", "with"): // "a trip with Holt to meet Brell"
			return f.clauseActor(first, start)
		case before.Is("to", "in", "at") && !f.persons([]int{m}): // "was invited to the White House to meet Holt", "was in Costava to meet Holt"
			return f.clauseActor(first, start)
		}
		if sent := f.sent(g, start); len(sent) > 0 {
			return sent
		}
		return f.listLeft(m, start)
	}
	if moves, ok := f.movesTo(g, start); ok && moves.Main < g && moves.To && moves.Governor >= 0 && f.owner[moves.Governor] >= 0 && f.eligible(f.owner[moves.Governor]) {
		if sent := f.sent(moves.Governor, start); len(sent) > 0 {
			return sent
		}
		return f.listLeft(f.owner[moves.Governor], start) // "asked Holt to travel to Velmora next week to meet Reyes"
	}
	if m := f.planOf(g); m >= 0 {
		return []int{m} // "reaffirmed Costava's decision to host the summit"
	}
	if sent := f.sent(g, start); len(sent) > 0 {
		return sent
	}
	if gov, ok := f.GroupAt(g, ""); ok {
		if subject := f.subject(gov.First, start); len(subject) > 0 {
			return subject
		}
	}
	for i := g; i >= start && len(found) == 0; i-- { // "Reyes's trip to Velmora to see Holt"
		if m := f.owner[i]; m >= 0 && f.eligible(m) && f.possessive(m) {
			return []int{m}
		}
	}
	return found
}

// journeyOf is whose journey an infinitive of purpose goes with: "discussed Reyes's trip
// to Costava to attend the summit and meet Holt".
func (f *finder) journeyOf(i, start int) []int {
	for ; i >= start; i-- {
		if f.at(i).Is("trip", "visit", "journey", "travel") {
			for j := i - 1; j >= start && j > i-5; j-- {
				if m := f.owner[j]; m >= 0 && f.persons([]int{m}) && f.possessive(m) {
					return []int{m}
				}
			}
			return nil
		}
		if f.finite(i) {
			return nil
		}
	}
	return nil
}

// clauseActor is the subject of the last verb before token i.
func (f *finder) clauseActor(i, start int) []int {
	for i--; i >= start; i-- {
		if f.finite(i) {
			g, _ := f.GroupAt(i, "")
			return f.subject(g.First, start)
		}
	}
	return nil
}

// inviter is who invites: "Reyes invited Holt to visit Velmora" plans a contact of
// the two.
func (f *finder) inviter(c cue, start int) []int {
	if m := f.owner[c.group.Governor]; m >= 0 && f.eligible(m) {
		if first, _ := f.tokensOf(m); f.at(f.skipDeterminers(first)-1).Is("from", "by") {
			return []int{m} // "an invitation from Holt to visit"
		}
		if first, _ := f.tokensOf(m); f.at(first-1).Is("to") && f.at(first-2).Is("invitation") {
			return f.clauseActor(first, start) // "renewed the invitation to her to visit"
		}
	}
	for i := c.group.Governor; i >= start && i > c.group.Governor-12; i-- {
		g, ok := f.invites(i, c)
		if ok {
			if g.Passive {
				return nil
			}
			return f.subject(g.First, start)
		}
	}
	return nil
}

// invites is the verb group at token i that bids somebody come: "invited", "has asked".
func (f *finder) invites(i int, c cue) (syntax.Group, bool) {
	for _, lemma := range []string{"invite", "challenge", "dare", "ask"} {
		if lemma == "ask" && c.group.Lemma != "come" { // who asks somebody to travel stays at home
			break
		}
		if _, ok := f.Lex.English.IsForm(f.Tokens[i].Fold, lemma); ok {
			return f.GroupAt(i, lemma)
		}
	}
	return syntax.Group{}, false
}
