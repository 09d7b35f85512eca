package contact

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// participants reads a sentence that only lists who took part in what the text has
// begun to tell: "The meeting was attended by …", "Taking part in the session were …",
// "Participants in the summit include …". They are the parties of one contact, with
// the one whom the sentence before says to have taken part. A draft that is not ok only
// adds to one that was told before; it is empty where the sentence lists nobody.
func (f *finder) participants(s int, before []draft) (draft, bool) {
	list, at := f.tookPart(s)
	if len(list) == 0 {
		return draft{}, false
	}
	d := draft{solid: true, explicit: true, sentence: s, field: f.Field, head: at, paragraph: f.Sentences[s].Paragraph}
	d.Channel, d.Status = readout.Meeting, readout.Held
	if f.ahead(s) {
		d.Status = readout.Scheduled
	}
	d.Words = f.Words(f.SentenceSpan(s))
	for n := s; n >= 0 && n >= s-2; n-- {
		if !f.oneVoice(n, s) {
			break
		}
		d.Channel = f.gathering(n, d.Channel)
		if who := f.takesPartIn(n); n < s || len(who) > 0 && !slices.Contains(list, who[0]) {
			list = append(list, who...)
		}
		if d.When == nil {
			d.When = f.dayOf(n)
		}
	}
	d.When = cmp.Or(d.When, f.dayConvened(s))
	d.Parties = f.parties(list)
	chaired := f.at(at).Is("chaired", "convened") // by all who are named
	if !chaired || len(d.Parties) != 2 {
		d.Parties = f.foreign(d.Parties)
	}
	d.Scope = f.scope(d.Parties, s)
	otherSummit := d.Channel == readout.Meeting && s > 0 && f.holdsMeeting(s-1) && len(before) > 0 && before[len(before)-1].Channel == readout.Summit
	if !otherSummit && begun(before, d, chaired) {
		return d, false
	}
	if enough := len(d.Parties) > 2 || chaired && len(d.Parties) == 2; !enough || d.Scope != readout.International {
		return draft{}, false
	}
	return d, true
}

// oneVoice reports whether two sentences stand in passages of one kind and issuer, so
// that one goes on with the other.
func (f *finder) oneVoice(a, b int) bool {
	p, q := f.PassageOf(a), f.PassageOf(b)
	return p.Kind == q.Kind && p.Issuer == q.Issuer
}

// listed reports whether another draft of the sentence reads the list of those who took
// part as a contact of its own, or tells that somebody took part in a body's gathering.
func listed(d, o draft) bool {
	shared := 0
	for _, p := range o.Parties {
		if hasParty(&d, p.Entity) {
			shared++
		}
	}
	gathering := slices.ContainsFunc(o.Parties, ofNoState)
	return o.solid && compatible(d.Channel, o.Channel) && (shared > 1 || shared == 1 && gathering)
}

// ofNoState reports whether a party is a body that belongs to no one state.
func ofNoState(p readout.Party) bool { return p.Entity.Kind() == readout.Org && p.Country == "" }

// begun reports whether d only says who took part in a contact that one of the two
// sentences before tells, and adds them to it: as parties, or where they are of its
// parties' own states as attendees. Two who chaired it are enough.
func begun(before []draft, d draft, chaired bool) bool {
	for i := len(before) - 1; i >= 0; i-- {
		b := &before[i]
		if b.field != d.field || d.sentence-b.sentence > 2 || b.sentence >= d.sentence || !compatible(b.Channel, d.Channel) {
			continue
		}
		if j := convened(before[:i], b); j >= 0 {
			b = &before[j]
		}
		if len(b.Parties) == 0 {
			b.Scope = d.Scope // "The meeting was also attended by" the officers of one state
		}
		if chaired && speakFor(d.Parties, b.Parties) {
			b.Parties, d.Parties = d.Parties, nil
		}
		apart := slices.ContainsFunc(d.Parties, func(p readout.Party) bool { return !hasCountry(b, p.Country) })
		for _, p := range d.Parties {
			switch {
			case hasParty(b, p.Entity):
			case apart:
				b.Parties = append(slices.Clone(b.Parties), p)
			case b.solid && len(b.Parties) > 1:
				b.Attendees = append(b.Attendees, p)
			}
		}
		b.Parties = members(voiced(slices.Clone(b.Parties)))
		b.solid = b.solid || len(b.Parties) > 2 || chaired && len(b.Parties) == 2
		b.From = b.From.Join(d.From)
		return true
	}
	return false
}

// convened is the draft before that tells of the gathering with which the text began, where b
// only goes back to it: "Today, Reyes is holding a summit with the Union. … The summit builds
// on recent actions."; -1 if there is none.
func convened(before []draft, b *draft) int {
	if b.solid || !b.definite {
		return -1
	}
	for j := len(before) - 1; j >= 0; j-- {
		if o := &before[j]; o.solid && o.field == b.field && o.Channel == b.Channel && o.Status == b.Status && b.sentence-o.sentence <= maxConvened {
			return j
		}
	}
	return -1
}

// members leaves out a body whose gathering it is where three of those who took part are
// named.
func members(list []readout.Party) []readout.Party {
	named := func(p readout.Party) bool { return p.Entity.Kind() == readout.Person }
	n := 0
	for _, p := range list {
		if named(p) {
			n++
		}
	}
	if n < 3 {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), ofNoState)
}

// tookPart is the list of those who took part by the sentence's own words, and the
// token of the word that says so.
func (f *finder) tookPart(s int) (list []int, at int) {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	for i := first; i < last; i++ {
		switch {
		case i <= first+3 && i > first && f.telling(i) && f.at(i+1).Is("included", "includes", "gathered"):
			list, _, _ = f.listRight(i+2, last)
			return list, i
		case f.at(i).Is("attended") && f.at(i+1).Is("by"):
			list, _, _ = f.listRight(i+2, last)
			return append(f.chairedBy(first, i), list...), i
		case f.at(i).Is("joined") && f.at(i+1).Is("by") && f.at(i-1).Is("were") && f.chairs(first, i) > 0:
			list, _, _ = f.listRight(max(i+2, f.chairs(i, last)), last)
			return append(f.subject(i-1, first), list...), i
		case f.at(i).Is("chaired", "convened") && f.at(i+1).Is("by") && i-first < 8 && f.meant(first, i):
			if list, _, _ = f.listRight(i+2, last); len(list) > 1 {
				return list, i
			}
		case i == first && f.at(i).Is("joining") && !f.at(i+1).Is("us", "me"):
			for j := i + 1; j < min(last, i+14); j++ {
				if f.at(j).Is("were", "was", "are", "is") {
					list, _, _ = f.listRight(j+1, last)
					with, _, _ := f.listRight(i+1, j)
					return append(with, list...), i
				}
			}
		case i <= first+1 && f.at(i).Is("taking") && f.at(i+1).Is("part"), i <= first+1 && f.at(i).Is("participating", "participants", "attending"):
			for j := i + 1; j < min(last, i+14); j++ {
				if f.at(j).Is("were", "was", "are", "is", "include", "included", "including") {
					beside, next := f.besides(j+1, last)
					list, _, _ = f.listRight(next, last)
					return append(beside, list...), i
				}
			}
		}
	}
	return nil, 0
}

// chairs is the token behind the word for those who chair a gathering together, in tokens
// [first, last): "Arvenian Co-Chairs Reyes and Brell were joined by"; 0 if none stands there.
func (f *finder) chairs(first, last int) int {
	for i := first; i < last; i++ {
		if f.at(i).Is("co-chairs", "cochairs", "chairs", "chair", "co-chair") {
			return i + 1
		}
	}
	return 0
}

// meant reports whether the subject at the head of a sentence, before token i, is the
// gathering told before: "It was co-chaired by", "The meeting was chaired by".
func (f *finder) meant(first, i int) bool {
	for j := first; j < i; j++ {
		if f.owner[j] >= 0 {
			return false
		}
		if f.at(j).Is("was", "were", "is") {
			return f.at(first).Is("it") || f.telling(j-1)
		}
	}
	return false
}

// chairedBy is who chaired what is told before token last to have been attended by
// others: "was chaired by Reyes and attended by Holt".
func (f *finder) chairedBy(first, last int) []int {
	for i := first; i < last; i++ {
		if f.at(i).Is("chaired", "hosted", "led") && f.at(i+1).Is("by") {
			list, _, _ := f.listRight(i+2, last)
			return list
		}
	}
	return nil
}

// besides reads an insertion at token i before a list: "were, in addition to Reyes,
// Holt and Orsi". It gives who is named in it, and the token after it.
func (f *finder) besides(i, end int) (list []int, next int) {
	j := i
	if f.at(j).Is(",") {
		j++
	}
	switch {
	case f.at(j).Is("in") && f.at(j+1).Is("addition") && f.at(j+2).Is("to"), f.at(j).Is("along", "together") && f.at(j+1).Is("with"):
		j += 2
		if f.at(j).Is("to") {
			j++
		}
	case f.at(j).Is("besides", "alongside"):
		j++
	default:
		return nil, i
	}
	m := f.mentionFrom(j, end)
	if !f.eligible(m) {
		return nil, i
	}
	_, j = f.tokensOf(m)
	if f.at(j).Is(",") {
		j++
	}
	return []int{m}, j
}

// takesPartIn is the person whom a sentence says to take part in, hold or host something.
func (f *finder) takesPartIn(s int) []int {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	for i := first; i < last; i++ {
		if m := f.owner[i]; m >= 0 && f.possessive(m) && f.persons([]int{m}) && slices.ContainsFunc(f.Tokens[i+1:min(last, i+5)], func(k token.Token) bool { return k.Is("initiative", "invitation") }) {
			return []int{m}
		}
		for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
			if !slices.Contains([]string{"take", "attend", "participate", "hold", "host", "chair", "address", "convene", "join"}, form.Lemma) || form.Lemma == "take" && !f.at(i+1).Is("part") {
				continue
			}
			if g, ok := f.GroupAt(i, form.Lemma); ok && g.Finite() && g.Form&lexicon.Ing == 0 {
				if subject := f.subject(g.First, first); f.persons(subject) {
					return subject
				}
				if m := f.principal(s); form.Lemma == "host" && m >= 0 && f.ownTown(s, g.First-1) {
					return []int{m}
				}
			}
		}
	}
	return nil
}

// ownTown reports whether the sentence opens with the name of a place of the page's own state
// that ends at token i: "Port Merrin hosted the summit".
func (f *finder) ownTown(s, i int) bool {
	if i < f.Sentences[s].First || f.owner[i] < 0 {
		return false
	}
	first, _ := f.tokensOf(f.owner[i])
	p, ok := f.visited(f.owner[i])
	return ok && f.isPlace(f.owner[i]) && first == f.Sentences[s].First && p.Country == f.home(s)
}

// ahead reports whether a sentence speaks of what is to come.
func (f *finder) ahead(s int) bool {
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if f.at(i).Is("will", "upcoming", "forthcoming") {
			return true
		}
	}
	return false
}

// gathering is the channel that the telling nouns of a sentence give a meeting of
// many: a summit, a video conference; the one so far where they say nothing.
func (f *finder) gathering(s int, so readout.Channel) readout.Channel {
	if so != readout.Meeting {
		return so
	}
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if f.at(i).Is("videoconference", "virtual", "teleconference") || f.manner(i) > 0 && f.at(i+1).Is("video", "videoconference") {
			return readout.Video
		}
		if f.at(i).Is("summit") && !f.holdsMeeting(s) {
			return readout.Summit
		}
		if f.at(i).Is("call") && f.telling(i) {
			return readout.Call
		}
	}
	return so
}

// holdsMeeting reports whether a sentence says by its own verb that a meeting was held, so that
// a summit in it is another: "founded at the summit in May, the council held its first meeting".
func (f *finder) holdsMeeting(s int) bool {
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if f.at(i).Is("held") && f.says(i+1, i+5, "meeting") {
			return true
		}
	}
	return false
}

// dayOf is the one day that a sentence gives; nil where it gives none or several.
func (f *finder) dayOf(s int) *readout.When {
	var found *readout.When
	for _, i := range f.dates[s] {
		if d := f.Dates[i]; len(d.EDTF) >= 10 && d.Timex3.Type != "DURATION" {
			if found != nil {
				return nil
			}
			found = &readout.When{EDTF: d.EDTF, Zone: d.Zone, Words: d.Words}
		}
	}
	return found
}

// maxConvened is within how many sentences a page comes back to the gathering with which it
// began.
const maxConvened = 12

// dayConvened is the day on which an institution's page says that the gathering was held
// whose members sentence s lists: "Today, Reyes convened a call on the border. … Joining
// her on the call were …".
func (f *finder) dayConvened(s int) *readout.When {
	for i := f.Sentences[s].First; i < f.Sentences[s].Last && f.home(s) != ""; i++ {
		if !f.at(i).Is("the", "this") || !f.telling(i+1) {
			continue
		}
		for n := s - 1; n >= 0 && n >= s-maxConvened && f.oneVoice(n, s); n-- {
			for j := f.Sentences[n].First; j < f.Sentences[n].Last; j++ {
				if f.at(j).Is("a", "an") && f.at(j+1).Is(f.at(i+1).Fold) {
					return f.dayOf(n)
				}
			}
		}
	}
	return nil
}

// foreign leaves out parties whose state no words or file give: among many, they may
// be anybody's officials. Those of an organisation of states are its own.
func (f *finder) foreign(list []readout.Party) []readout.Party {
	return slices.DeleteFunc(list, func(p readout.Party) bool {
		return p.Country == "" && p.Entity.Kind() == readout.Person && f.servesOrganisation(p.Entity) == "" && !f.entitledBy(p.Entity)
	})
}

// entitledBy reports whether the title before a person's name names an organisation of
// states: "European Commission Executive Vice President Holt".
func (f *finder) entitledBy(id readout.EntityID) bool {
	for i, m := range f.Mentions {
		if m.Entity != id || m.Form != readout.ByName {
			continue
		}
		first, last := f.tokensOf(i)
		start := f.Sentences[f.SentenceOf(first)].First
		head := i
		if and := f.begins(i, start) - 1; and > start && f.at(and).Is("and") && f.personEnds(and-1) && f.sharesTitle([]int{f.owner[and-1], i}) {
			head = f.owner[and-1]
		}
		for j := f.begins(head, start); j < last; j++ {
			if o := f.owner[j]; o >= 0 && o != i && f.international(o) {
				return true
			}
		}
		if slices.ContainsFunc(f.Mentions[head].Within, func(w readout.Mention) bool { return f.bodyOfStates(w.Entity) }) {
			return true
		}
	}
	return false
}
