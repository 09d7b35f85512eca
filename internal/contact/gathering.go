package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
)

// ofBody gives who takes part in a body's gathering that body as the counterpart:
// "Reyes took part in the APEC summit", "addressed a session of the council of CIS
// heads of state". Only an institution's page is read so: there the gathering is what
// the page is about. Elsewhere, and where several attend, it is an occasion, and false
// is returned.
func (f *finder) ofBody(c cue, np, end int, s *sides) bool {
	m := f.bodyOf(c, np, end)
	if m >= 0 && (f.at(np-1).Is("hosting", "chairing", "convening") && (f.at(np-2).Is("in") || f.at(np-2).Is("by") && f.praises(f.Sentences[c.sentence].First, np)) || s.light == nil && f.at(np-1).Is("at", "during") && f.at(c.last).Is("of")) {
		return false // "thanked Holt for his hospitality in hosting the summit", "praised Holt's help by convening a session of the Council", "At the summit of the Nordic Council, we founded"
	}
	if len(s.object) > 0 || s.light == nil || m < 0 {
		return true
	}
	if s.light.word == nil || s.light.word.Status != "tense" || !f.persons(s.subject) {
		return false
	}
	own := f.lightSubject(c, s, f.Sentences[c.sentence].First)
	if f.askedThere(c, own, s) {
		return true
	}
	if f.home(c.sentence) != "" && len(f.parties(own)) > 1 && slices.Contains([]string{"hold", "convene", "host"}, s.light.group.Lemma) { // "Reyes and Holt agreed to hold a summit of the Nordic Council"
		own = slices.DeleteFunc(f.eachOf(own), func(m int) bool { return f.parties([]int{m})[0].Country != f.home(c.sentence) })
	}
	if f.home(c.sentence) == "" || len(f.parties(own)) != 1 {
		return !slices.Contains([]string{"attend", "take", "participate", "address", "speak", "join"}, s.light.group.Lemma)
	}
	s.subject, s.object, s.begun = own, []int{m}, -1
	return !f.ofMember(own, m)
}

// praises reports whether a verb in tokens [from, to) thanks or praises somebody.
func (f *finder) praises(from, to int) bool {
	for i := from; i < to; i++ {
		if g, ok := f.GroupAt(i, ""); ok && f.owner[i] < 0 && (f.commends(g) || f.does(g, readout.Thanked) || f.does(g, readout.Congratulated)) {
			return true
		}
	}
	return false
}

// askedThere makes who invites and who is invited the parties where somebody is asked to a body's
// gathering, which is the occasion: "Reyes has invited Holt to attend the APEC summit".
func (f *finder) askedThere(c cue, guest []int, s *sides) bool {
	if !s.light.group.To || s.light.group.Governor < 0 || len(guest) == 0 {
		return false
	}
	host := f.inviter(cue{group: s.light.group, sentence: c.sentence}, f.Sentences[c.sentence].First)
	if !f.persons(host) || f.parties(host)[0].Country == f.parties(guest)[0].Country {
		return false
	}
	s.subject, s.object, s.begun, s.basis = host, guest, host[0], "verb"
	return true
}

// ofMember reports whether who takes part is of one of the body's own states, and not of the
// page's: "greeted Holt, who is chairing the Nordic Council summit".
func (f *finder) ofMember(own []int, m int) bool {
	p := f.parties(own)[0]
	org := f.Lex.Orgs[strings.TrimPrefix(string(f.Mentions[m].Entity), "org/")]
	first, _ := f.tokensOf(own[0])
	return org != nil && p.Country != f.home(f.SentenceOf(first)) && slices.Contains(org.Members, p.Country)
}

// bodyOf is the international body whose gathering the noun means: in its phrase, or
// behind it ("of the G20 leaders"); -1 if there is none.
func (f *finder) bodyOf(c cue, np, end int) int {
	for i := np; i < c.last; i++ {
		if f.owner[i] >= 0 {
			if m := f.gathers(f.owner[i]); m >= 0 {
				return m
			}
		}
	}
	if !f.at(c.last).Is("of") {
		return -1
	}
	for i := c.last + 1; i < min(end, c.last+12); i++ {
		if f.owner[i] >= 0 {
			return f.gathers(f.owner[i])
		}
		if f.finite(i) || f.at(i).Is(",", "in", "on", "with", "at") {
			return -1
		}
	}
	return -1
}

// international reports whether a mention is of an organisation of states that the files
// know.
func (f *finder) international(m int) bool {
	return f.bodyOfStates(f.Mentions[m].Entity)
}

// bodyOfStates reports whether an entity is an organisation that belongs to no one state.
func (f *finder) bodyOfStates(id readout.EntityID) bool {
	e := f.Lex.EntityOf(id)
	return id.Kind() == readout.Org && e != nil && e.Country == ""
}

// unlisted reports whether a mention is of a body that no file knows and the text names
// once or twice: before a telling noun it only says which ("the Joint Working Group
// meeting").
func (f *finder) unlisted(m int) bool {
	x := f.Mentions[m]
	return x.Form == readout.ByName && x.Entity.Kind() == readout.Org && f.Lex.EntityOf(x.Entity) == nil
}

// gathers is the mention of the body that a mention is of: itself, or where the files
// know the gathering ("the BRICS summit") a new one of the body whose it is; -1 if
// there is none.
func (f *finder) gathers(m int) int {
	if f.international(m) {
		return m
	}
	body := f.convenerOf(m)
	if body == "" {
		return -1
	}
	x := f.Mentions[m]
	x.Entity, x.Candidates = readout.EntityID("org/"+body), nil
	f.Mentions = append(f.Mentions, x)
	return len(f.Mentions) - 1
}

// convenerOf is the body whose gathering a mention is, as the files know it; "" if none.
func (f *finder) convenerOf(m int) string {
	id := f.Mentions[m].Entity
	if id.Kind() != readout.Event {
		return ""
	}
	event := f.Lex.Events[string(id)[len("event/"):]]
	if event == nil {
		return ""
	}
	return f.convener(event.Series)
}

// gathersIn reports whether the noun phrase from token np to its head names the body of
// several states that gathers: it says itself which summit it is.
func (f *finder) gathersIn(np, head int) bool {
	for i := np; i < head; i++ {
		if m := f.owner[i]; m >= 0 && (f.international(m) || f.convenerOf(m) != "") {
			return true
		}
	}
	return false
}

// convener is the body of several states whose the gatherings of a series are: that
// which the series is named after, or the one of the two that it is ("eu-us"); "" if
// there is none.
func (f *finder) convener(series string) string {
	international := func(id string) bool { return f.bodyOfStates(readout.EntityID("org/" + id)) }
	if international(series) {
		return series
	}
	a, b, two := strings.Cut(series, "-")
	switch {
	case !two || international(a) == international(b):
		return ""
	case international(a):
		return a
	}
	return b
}

// namedGathering is the noun at token i that ends the name of a body which is a
// gathering itself: "the East Asia Summit"; or that of a series that two states hold and that
// the text shortens: "the Arvenia-Costava High-Level Port Dialogue (HLPD)".
func (f *finder) namedGathering(s, i int) (cue, bool) {
	m := f.owner[i]
	first, last := f.tokensOf(m)
	if last != i+1 || f.home(s) == "" {
		return cue{}, false
	}
	if first > 2 && f.at(last).Is("(") && f.at(i).Is("dialogue", "talks") && f.owner[first-1] >= 0 && f.isState(f.owner[first-1]) && f.at(first-2).Is("-") {
		return f.noun(s, i)
	}
	if !f.international(m) && !f.isEvent(m) {
		return cue{}, false
	}
	for _, w := range f.Lex.English.ContactNouns(f.Tokens[i].Fold) {
		if len(w.Words) == 1 {
			c := cue{sentence: s, first: i, last: i + 1, head: i, word: w}
			start := f.Sentences[s].First
			l := f.light(f.nounPhrase(c, start), start)
			return c, l != nil && l.word != nil || f.hosted(c) // else it is an occasion: "at the G20 summit"
		}
	}
	return cue{}, false
}

// takesPart is the verb of "took part, via videoconference, in" that ends at token i;
// nil if none does.
func (f *finder) takesPart(i, start int) *lightVerb {
	if !f.at(i).Is("in") || !f.at(i-1).Is(",") {
		return nil
	}
	j := f.asideManner(i-1, start)
	if j == i-1 || j < start+1 {
		return nil
	}
	if f.at(j).Is("part") {
		j--
	}
	for _, form := range f.Lex.English.VerbForms(f.at(j).Fold) {
		for _, w := range f.Lex.English.StatusWords("object", form.Lemma) {
			if n := len(w.Words); n > 1 && w.Words[n-1] == "in" && (n == 2 || w.Words[1] == "part" && f.at(j+1).Is("part")) {
				if g, ok := f.GroupAt(j, form.Lemma); ok {
					return &lightVerb{group: g, word: w}
				}
				return nil
			}
		}
	}
	return nil
}

// asideManner steps to the left over a manner phrase that commas set apart and that
// ends at token i: "addressed, via videoconference, the summit".
func (f *finder) asideManner(i, start int) int {
	for j := i - 1; j > start && j > i-6 && f.at(i).Is(","); j-- {
		if f.at(j).Is(",") {
			if n := f.manner(j + 1); n > 0 && j+1+n == i {
				return j - 1
			}
			return i
		}
	}
	return i
}

// whenThere is the day of the gathering or journey in whose course a contact without a
// day is told: "will visit Tashkent on 11 and 12 November. On the sidelines of the
// summit, he will meet Holt".
func (f *finder) whenThere(c cue) *readout.When {
	if !f.inCourse(c) {
		return nil
	}
	for n := c.sentence - 1; n >= 0 && n >= c.sentence-maxApart && f.oneVoice(n, c.sentence); n-- {
		if when := f.dayOf(n); when != nil && f.convenes(n) {
			return when
		}
	}
	return nil
}

// whenVisiting is the days of the journey that the sentence before announces, to the land of
// one of the parties: "Next week, I will visit Costava. In talks with Holt, I will …".
func (f *finder) whenVisiting(d *draft, c cue) *readout.When {
	n := c.sentence - 1
	if !planned(d.Status) || n < 0 || !f.oneVoice(n, c.sentence) {
		return nil
	}
	if !f.setsOut(n) {
		return nil
	}
	for _, m := range f.mentions[n] {
		if land, ok := f.visited(m); ok && f.isPlace(m) && hasCountry(d, land.Country) && land.Country != f.home(n) {
			if when := f.dayOf(n); when != nil && strings.Contains(when.EDTF, "/") { // a single day is that of the departure, or of another meeting
				return when
			}
			return nil
		}
	}
	return nil
}

// setsOut reports whether the last journey of which a sentence speaks is yet to be made.
func (f *finder) setsOut(s int) bool {
	g, ok := f.movesTo(f.Sentences[s].Last-1, f.Sentences[s].First)
	return ok && g.Time() == syntax.FutureTime
}

// inCourse reports whether a contact is told as part of the gathering or journey that
// the text has begun to tell: "during the visit", "on the margins of the summit",
// "while there".
func (f *finder) inCourse(c cue) bool {
	for i := f.Sentences[c.sentence].First; i < f.Sentences[c.sentence].Last; i++ {
		if f.at(i).Is("while") && f.at(i+1).Is("there") {
			return true
		}
		if !f.at(i).Is("the", "this", "his", "her", "their") || !f.at(i-1).Is("during", "of", "at") || f.at(i-1).Is("of") && !f.onSidelines(i) {
			continue
		}
		for j := i + 1; j < i+5; j++ {
			if f.at(j).Is("summit", "forum", "conference", "visit", "trip", "stay", "assembly") {
				return true
			}
		}
	}
	return false
}

// convenes reports whether a sentence speaks of a gathering or a journey, and its day can
// be that of it: "the visit followed a call on 9 August" gives another.
func (f *finder) convenes(s int) bool {
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if f.at(i).Is("summit", "forum", "conference", "assembly", "visit", "trip") {
			return !f.at(i+1).Is("followed", "follows", "precedes", "preceded")
		}
		if f.moves(i) != "" {
			return true
		}
	}
	return false
}

// takesPartToo reports whether the subject of the light verb is one more party of a
// contact whose sides the noun names: "Reyes convened a meeting of ministers of Arvenia
// and Costava", "will attend the talks with Holt hosted by Orsi"; but not "hosted talks
// between" two.
func (f *finder) takesPartToo(c cue, s sides) bool {
	if s.light.word == nil || s.light.word.Status != "tense" {
		return false
	}
	switch s.light.group.Lemma {
	case "attend", "join", "participate":
		return true
	case "convene", "chair", "lead":
		return s.closed && f.at(c.last).Is("of")
	}
	return false
}

// whenBodyMeets makes a guest's welcome that of the body whose gathering it is for: "will
// welcome him to Velmora on Friday, when the Nordic Council meets".
func (f *finder) whenBodyMeets(c cue, d *draft) {
	if !c.verb() || !d.solid || !planned(d.Status) || d.left != 1 || len(d.Parties) != 2 || d.Channel != readout.Meeting && d.Channel != readout.Visit {
		return
	}
	for i := c.last; i+2 < f.Sentences[c.sentence].Last && !f.at(i).Is(";"); i++ {
		if !f.at(i).Is("when") {
			continue
		}
		at := i + 1
		if f.at(at).Is("the") {
			at++
		}
		m := f.owner[at]
		if m < 0 || !f.international(m) {
			return
		}
		_, last := f.tokensOf(m)
		if g, ok := f.GroupAt(last, ""); ok && g.Finite() && slices.Contains([]string{"meet", "gather", "convene"}, g.Lemma) {
			d.Parties = append(d.Parties[:1:1], f.parties([]int{m})...)
		}
		return
	}
}

// hosted reports whether the words behind a noun say by whom it is or was held: "will be
// co-hosted by".
func (f *finder) hosted(c cue) bool {
	for i := c.last; i < min(f.Sentences[c.sentence].Last, c.last+8); i++ {
		if f.at(i).Is("by") {
			return f.at(i-1).Is("hosted", "chaired", "convened")
		}
	}
	return false
}

// isHeld reports whether a noun with the frame held tells of a contact: it is the object
// of a verb of holding, a dialogue not one that is only opened, a session not one of some
// body's own ("welcomed the first session of the commission").
func (f *finder) isHeld(c cue, s sides) bool {
	if s.light == nil || s.light.word == nil || s.light.group.Lemma == "include" && !s.light.group.Finite() {
		return false // "improving ties, including the dialogue of Arvenia and Costava"
	}
	switch {
	case f.at(c.head).Is("dialogue", "dialogues"):
		return s.light.word.Status == "tense" && !slices.Contains([]string{"open", "launch", "start", "begin", "resume", "continue"}, s.light.group.Lemma)
	case f.at(c.head).Is("interaction", "interactions"):
		return s.light.word.Status == "tense" // what is discussed is no contact to come: "discussed interaction within the council"
	case len(c.word.Words) == 1 && f.at(c.head).Is("session", "sessions"):
		return len(s.object) > 0
	}
	return true
}
