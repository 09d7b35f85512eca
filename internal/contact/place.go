package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// place is where the contact was or will be: a place after in, at, near or to
// beside its word.
func (f *finder) place(d *draft, c cue, from, to int, opens bool) *readout.Locus {
	if placeless(d.Channel) {
		return nil
	}
	lo := from
	if opens {
		lo = f.Sentences[c.sentence].First
	}
	var best *readout.Locus
	for _, m := range f.mentions[c.sentence] {
		x := f.Mentions[m]
		kind := x.Entity.Kind()
		if kind == readout.Event {
			x, kind = f.venue(x)
		}
		if kind != readout.Place && kind != readout.State {
			continue
		}
		first, last := f.TokensIn(x.Span)
		if first >= last || f.SentenceOf(first) != c.sentence || first < lo || first >= to || first < c.first && !opens && !f.parted(from, first) || f.elsewhere(c, first) || d.outing != nil && f.thenTo(c.last, first) {
			continue
		}
		prev := f.at(f.skipDeterminers(first) - 1)
		if !prev.Is("in", "at", "near", "outside") && !(prev.Is("to", "for") && c.word.Channel == string(readout.Visit)) && !(kind == readout.Place && f.at(last).Is("summit", "meeting", "talks", "visit", "'s") && last <= c.first && last >= c.first-2) {
			if !(prev.Is("into") && kind == readout.Place) && !(prev.Is("to") && (f.travels(first, lo) || f.at(first-2).Is("invited", "invite", "invitation", "visit", "trip") || kind == readout.Place && f.bidsTo(first-1, f.Sentences[c.sentence].First) || c.verb() && slices.Contains(c.word.Frames, "arrival"))) && !(f.at(c.head).Is("visit", "visited", "visits", "visiting") && first == c.last) {
				continue
			}
		}
		if f.foreignPlace(d, c, first, last, kind) || f.ofQualifier(c, last-1) || f.inLongerName(last) {
			continue
		}
		locus := &readout.Locus{Entity: x.Entity, Name: f.Cut(x.Span), Words: f.Words(x.Span)}
		if e := f.known[x.Entity]; e != nil {
			locus.Name = e.Name
		}
		if best == nil || best.Entity.Kind() == readout.State && kind == readout.Place || first >= c.last && best.From.First().Start < f.Tokens[c.first].Start {
			best = locus
		}
	}
	return best
}

// venue is the place whose name an event bears: "in Davos" is where they met, too.
func (f *finder) venue(x readout.Mention) (readout.Mention, readout.EntityKind) {
	first, last := f.TokensIn(x.Span)
	for _, hit := range f.Lex.Names.Match(f.Tokens, first) {
		if hit.Len != last-first {
			continue
		}
		for _, e := range hit.Entries {
			if e.Entity.Kind() == readout.Place {
				x.Entity = e.Entity
				return x, readout.Place
			}
		}
	}
	return x, readout.Event
}

// foreignPlace reports whether a place at tokens [first, last) belongs to something
// else: to another noun ("the war in Ukraine"), or to the clause of somebody who is
// no party ("In Velmora, her spokesman said").
func (f *finder) foreignPlace(d *draft, c cue, first, last int, kind readout.EntityKind) bool {
	if c.verb() && d.Channel == readout.Conversation && first >= c.last && f.purposeBetween(c.last, first) {
		return true // "spoke with Holt to thank him for the conference in Tollen"
	}
	if first >= c.last && f.ofClauseBehind(d, c, first) {
		return true // "will meet Holt, whom she hosted in Tollen"
	}
	if f.ofDiscussed(c, first) {
		return true
	}
	if last <= c.first && f.notGoing(first) {
		return true // "the decision not to go to Tollen was made when they spoke"
	}
	i := f.skipDeterminers(first) - 2
	if first >= c.last && len(f.Lex.English.ContactNouns(f.at(i).Fold)) > 0 && f.says(c.last, i, "discuss", "prepare", "review", "plan") && f.purposeBetween(c.last, i) {
		return true // "will meet Holt to discuss the summit in Tollen"
	}
	if i >= f.Sentences[c.sentence].First && (first < c.first || i >= c.last) {
		k := f.at(i)
		if k.Is("including", "especially", "notably") {
			return true // "work with partners, including in Costava"
		}
		if f.hasPlace(d, c, i, last, kind) {
			return true
		}
		if f.ofPraised(c, i) {
			return true
		}
	}
	if last <= c.first && (f.saidThere(c, first) || f.ofSpeech(i, c)) {
		return true // "as he said in his remarks in Tollen, they spoke"
	}
	if last <= c.first && f.at(last).Is(",") {
		if m := f.mentionFrom(last+1, f.Sentences[c.sentence].Last); f.eligible(m) {
			for _, p := range f.parties([]int{m}) {
				if !hasParty(d, p.Entity) {
					return true
				}
			}
		}
	}
	return false
}

// venueNouns are nouns behind which a place is where the contact was: "at the hotel in Tollen".
var venueNouns = []string{
	"conference", "forum", "talks", "palace", "hotel", "city", "capital", "house", "here", "there", "and", "ceremony",
	"negotiations", "days", "hours", "minutes", "assembly", "event", "session", "congress", "festival", "anniversary", "commemorations", "funeral",
	"inauguration", "summits", "leaders", "ministers", "counterparts", "colleagues", "due", "airport", "ranch", "castle", "villa", "residence",
	"museum", "hall", "embassy", "base", "estate", "resort", "restaurant", "church", "cathedral", "headquarters", "centre", "center",
	"station", "garden", "gardens", "lunch", "dinner", "breakfast", "banquet", "other", "gathering", "week", "tarmac", "line",
	"lobby", "stop", "stay", "retreat",
}

// hasPlace reports whether token i is a noun of something else, whose place stands behind it
// and ends at token last: "the war in Costava".
func (f *finder) hasPlace(d *draft, c cue, i, last int, kind readout.EntityKind) bool {
	k := f.at(i)
	if k.Kind != token.Word || f.owner[i] >= 0 || f.isDate(i) || prepositions[k.Fold] || f.Lex.English.Adverb(k.Fold) || len(f.Lex.English.ContactNouns(k.Fold)) > 0 || k.Is(venueNouns...) {
		return false
	}
	verb := len(f.Lex.English.VerbForms(k.Fold)) > 0 && !f.aNoun(i) && !(d.Channel == readout.Conversation && f.nounByTree(i))
	return !verb && (!f.ofVerb(c, last-1, kind) || f.spokenOf(c.last, i))
}

// ofDiscussed reports whether token i stands in a clause of its own behind what was discussed:
// "discussed the fund that Reyes launched at the summit in Tollen".
func (f *finder) ofDiscussed(c cue, i int) bool {
	return c.topical() && i >= c.last && f.clauseBetween(c.last, i)
}

// spokenOf reports whether tokens [from, to) begin to say what somebody is to speak about: "to
// talk about the whole range of issues in Asia".
func (f *finder) spokenOf(from, to int) bool {
	for i := from; i+2 < to; i++ {
		if f.at(i).Is("to") && f.at(i+1).Is("talk", "speak") && f.at(i+2).Is("about") {
			return true
		}
	}
	return false
}

// aNoun reports whether "of", or an article and an adjective, make a noun of the word at token i
// that could be a verb: "a humanitarian pause in Costava".
func (f *finder) aNoun(i int) bool {
	if f.at(i-1).Is("of") && len(f.Lex.English.ContactNouns(f.at(i).Fold)) == 0 && !strings.HasSuffix(f.at(i).Fold, "ing") {
		return true // "the whole range of issues in Asia"
	}
	return f.at(i-2).Is("a", "an", "the") && f.plainWord(i-1) && len(f.Lex.English.VerbForms(f.at(i-1).Fold)) == 0
}

// nounByTree reports whether the tree makes a noun of the word at token i that could be a verb:
// "those in need in Costava".
func (f *finder) nounByTree(i int) bool {
	w, ok := f.Word(i)
	return ok && w.UPOS == "NOUN"
}

// purposeBetween reports whether an infinitive stands in tokens [from, to).
func (f *finder) purposeBetween(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if g, ok := f.GroupAt(i+1, ""); ok && f.at(i).Is("to") && g.To && f.owner[i+1] < 0 {
			return true
		}
	}
	return false
}

// clauseBetween reports whether a verb with a subject of its own stands in tokens [from,
// to).
func (f *finder) clauseBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if f.finite(i) {
			return true
		}
	}
	return false
}

// ofVerb reports whether the tree hangs the place at token i on a verb, not on the noun
// before it: "signed a declaration in Velmora". What was discussed has places of its own
// ("discussed the crisis in Costava", "efforts to keep peace in Port Merrin"): there the
// verb must be the contact's, and the place no whole state.
func (f *finder) ofVerb(c cue, i int, kind readout.EntityKind) bool {
	w, ok := f.Word(i)
	if !ok || w.Rel != "obl" || w.Head < 0 {
		return false
	}
	if c.topical() && i >= c.last {
		return w.Head == c.head && kind == readout.Place
	}
	if g, ok := f.GroupAt(w.Head, ""); ok && w.Head >= c.last && (g.To || g.Form == lexicon.Ing && g.First == g.Main) {
		return false // "a meeting focused on deepening ties in Costava"
	}
	head, _ := f.Word(w.Head)
	return head.UPOS == "VERB"
}

// saidThere reports whether a place stands outside the statement that tells of the
// contact: where it was said, not where they met.
func (f *finder) saidThere(c cue, first int) bool {
	head, at := f.Span(c.head, c.head+1), f.Span(first, first+1)
	for _, i := range f.statements[c.sentence] {
		if s := f.Statements[i]; s.Mode != readout.Direct && s.Content.Overlaps(head) && !s.Content.Overlaps(at) {
			return true
		}
	}
	return false
}

// elsewhere reports whether a phrase of time parts the contact's word from token i:
// "the meeting comes after a summit in Cornwall".
func (f *finder) elsewhere(c cue, i int) bool {
	for j := c.last; j < i; j++ {
		if f.at(j).Is("after", "before", "since", "following", "until", "ahead") || f.at(j).Is("advance") && f.at(j+1).Is("of") || f.at(j).Is("follow") && f.at(j+1).Is("up") {
			return true
		}
	}
	return false
}

// travels reports whether a verb of travel stands shortly before token i.
func (f *finder) travels(i, from int) bool {
	_, ok := f.movesTo(i-1, max(from, i-5))
	return ok
}

// occasion is the event on whose sidelines or during which the contact was: a
// known event, or the words after "on the sidelines of".
func (f *finder) occasion(d *draft, c cue, from, to int) *readout.Locus {
	if placeless(d.Channel) {
		return nil
	}
	if l := f.duringItsSummit(d, c); l != nil {
		return l
	}
	first, last := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	for _, m := range f.mentions[c.sentence] {
		x := f.Mentions[m]
		if x.Entity.Kind() != readout.Event {
			continue
		}
		i, j := f.TokensIn(x.Span)
		if i < first || i >= last || i >= c.first && j <= c.last || i >= to || f.says(j, c.first, ";") || f.says(c.last, i, ";") || f.generic(i, j) ||
			f.ofOtherSummit(c, j) || f.ofClauseBefore(c, from, i) || f.ofPrelude(i, c) || f.ofDiscussed(c, i) || f.ofThatClause(c, i) || f.thenTo(c.last, i) {
			continue
		}
		before := f.skipDeterminers(i) - 1
		prev := f.at(before)
		if prev.Is("of") && (!f.partOf(before-1) || f.at(before-1).Is("advance", "ahead")) {
			continue // "met in advance of the summit", "thanked Holt for his leadership of the summit"
		}
		if prev.Is("after", "before") && f.timeApart(before) {
			continue // "spoke not long after her inauguration"
		}
		if prev.Is("of", "during", "at", "in", "after", "before", "for", "around", "within") {
			return f.locus(x)
		}
	}
	for i := first; i+3 < last && i < to; i++ {
		if !f.at(i).Is("sidelines", "margins") || !f.at(i+1).Is("of") || f.at(i+2).Is("his", "her", "their") && f.telling(i+3) || f.says(i, c.first, ";") || f.says(c.last, i, ";") || f.ofClauseBefore(c, from, i) {
			continue
		}
		end := i + 2
		for end < last && !f.at(end).Is(",", ".", ";", "on", "in", "next", "this", "to", "and", "with", "between") && !f.isDate(end) {
			end++
		}
		if end > i+2 {
			return f.resolveOccasion(d, f.locusAt(i+2, end), end, last)
		}
	}
	return nil
}

// duringItsSummit is the gathering of a body that the text named before, for what the body's
// members do with others "during the summit" that opens the sentence: a part of it, and not the
// summit itself. nil if there is none.
func (f *finder) duringItsSummit(d *draft, c cue) *readout.Locus {
	i := f.opening(c.sentence)
	if !f.at(i).Is("during", "at") || !f.at(i+1).Is("the", "this") || !f.at(i+2).Is("summit") || !f.at(i+3).Is(",") {
		return nil
	}
	for m := len(f.Mentions) - 1; m >= 0; m-- {
		if first, _ := f.tokensOf(m); first >= i || !f.isEvent(m) {
			continue
		}
		if body := f.convenerOf(m); body != "" && hasParty(d, readout.EntityID("org/"+body)) {
			return f.locus(f.Mentions[m])
		}
	}
	return nil
}

// partOf reports whether the noun at token i stands for the course or the side of an
// event: "on the margins of", "on the second day of".
func (f *finder) partOf(i int) bool {
	return f.telling(i) || f.at(i).Is("margins", "margin", "sidelines", "sideline", "fringes", "side", "part", "framework", "course", "day", "eve", "occasion", "end", "close", "conclusion", "start", "opening", "beginning", "backdrop", "session", "outside", "fringe", "edges", "corridors", "format")
}

// locusAt is what tokens [first, last) name, which no file knows.
func (f *finder) locusAt(first, last int) *readout.Locus {
	span := f.Span(first, last)
	return &readout.Locus{Name: f.Cut(span), Words: f.Words(span)}
}

func (f *finder) locus(x readout.Mention) *readout.Locus {
	l := &readout.Locus{Entity: x.Entity, Name: f.Cut(x.Span), Words: f.Words(x.Span)}
	if e := f.known[x.Entity]; e != nil {
		l.Name = e.Name
	}
	return l
}

// resolveOccasion names a generic event ("an economic summit in Vietnam") where
// the lexicon has one event in that country about that day.
func (f *finder) resolveOccasion(d *draft, l *readout.Locus, at, end int) *readout.Locus {
	day := f.doc.Published.Day()
	if d.When != nil && len(d.When.EDTF) >= 10 {
		day = d.When.EDTF[:10]
	}
	if day == "" {
		return l
	}
	for i := at; i < min(end, at+5); i++ {
		m := f.owner[i]
		if m < 0 || !f.isPlace(m) {
			continue
		}
		country := ""
		if e := f.known[f.Mentions[m].Entity]; e != nil {
			country = e.Country
		}
		if v := f.Lex.EventAbout(country, day, 10); v != nil {
			l.Entity, l.Name = readout.EntityID("event/"+v.ID), v.Name
			l.Words = f.Words(l.From.First(), f.Mentions[m].Span)
		}
		return l
	}
	return l
}

// placePhrase is the length of "at" or "in" with a place or seat at token i, or of
// "on" before a date; 0 if there is none.
func (f *finder) placePhrase(i int) int {
	if f.at(i).Is("on") && f.isDate(i+1) {
		return 1
	}
	if f.at(i).Is("to", "at", "in") && f.at(i+1).Is("his", "her", "their") && f.at(i+2).Is("residence", "office", "home", "palace") {
		return 3
	}
	if !f.at(i).Is("at", "in") {
		return 0
	}
	at := i + 1
	if f.at(at).Is("the") {
		at++
	}
	if at >= len(f.owner) || f.owner[at] < 0 {
		return 0
	}
	if k := f.Mentions[f.owner[at]].Entity.Kind(); k != readout.Place && !(k == readout.Org && f.at(i).Is("at")) {
		return 0
	}
	_, last := f.TokensIn(f.Mentions[f.owner[at]].Span)
	return last - i
}

// leads reports whether a delegation and "to" a place or state follow token i: "a
// high-level delegation to Costava".
func (f *finder) leads(i, end int) bool {
	to := f.find(i, end, "to")
	for ; i < to; i++ {
		if f.at(i).Is("delegation", "mission") {
			m := f.mentionFrom(to, end)
			return m >= 0 && f.isPlace(m)
		}
	}
	return false
}
