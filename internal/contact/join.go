package contact

import (
	"cmp"
	"slices"
	"sort"

	"readout"
)

// join makes reports of drafts: what several places say of one contact in one
// status is one report. A headline joins the body's report, and stands alone
// only where its status differs or the body has no such contact.
func join(drafts []draft) []readout.Report {
	var body, headlines []draft
	for _, d := range drafts {
		switch {
		case d.Headline:
			headlines = append(headlines, d)
		case d.solid:
			body = add(body, heralded(body, beside(body, d)))
		case d.herald:
			body = append(body, d)
		default:
			body = refer(body, headlines, d)
		}
	}
	body = toBodies(body, journeys(body))
	for _, h := range headlines {
		body = headline(body, h)
	}
	sort.SliceStable(body, func(i, j int) bool {
		if body[i].Headline != body[j].Headline {
			return body[i].Headline
		}
		return body[i].From.First().Start < body[j].From.First().Start
	})
	var reports []readout.Report
	for _, d := range body {
		if d.solid {
			if placeless(d.Channel) { // only another sentence or the title says that it was a call
				d.Place, d.Occasion = nil, nil
			}
			reports = append(reports, d.Report)
		}
	}
	return reports
}

// add joins a draft to the report of the same contact and status, or appends it.
func add(list []draft, d draft) []draft {
	if i := slices.IndexFunc(list, func(r draft) bool { return more(r, d) }); i >= 0 {
		d.When = list[i].When
		return append(list, d)
	}
	if stillAhead(list, d) || slices.ContainsFunc(list, d.lesser) {
		return list
	}
	recallFirst(list, d)
	for i := range list {
		if joinedThere(list[i], d) {
			list[i].Parties, list[i].left = d.Parties, d.left
		}
		if planLookedAt(list[i], d) || within(list[i], d) || spokenThere(list[i], d) {
			merge(&list[i], d)
			return list
		}
		if toBeMade(list[i], d) {
			continue
		}
		if (list[i].outing == nil) == (d.outing == nil) && sameParties(list[i].Parties, d.Parties) && compatible(list[i].Channel, d.Channel) && list[i].Status == d.Status && !apart(list[i], d) {
			merge(&list[i], d)
			return list
		}
	}
	d.Background = d.Background || d.passedOn
	return append(list, d)
}

// joinedThere reports whether d says who was at the gathering of a body that r tells of, on its
// day: "convened the council on 3 May. … was joined in the 3 May gathering by leaders from".
func joinedThere(r, d draft) bool {
	body := slices.ContainsFunc(r.Parties, ofNoState)
	host := slices.ContainsFunc(r.Parties, func(p readout.Party) bool { return p.Entity.Kind() == readout.Person && hasParty(&d, p.Entity) })
	sameDay := r.When != nil && d.When != nil && r.When.EDTF == d.When.EDTF
	return d.joined && body && host && sameDay && r.solid && len(r.Parties) == 2 && len(d.Parties) > 2 && r.field == d.field && r.Status == d.Status && compatible(r.Channel, d.Channel)
}

// lesser reports whether d only tells, without a day, what officials of two states had with each
// other, or "also" what one of two persons had with officials of the other's state, beside the
// contact of those persons that r tells of: nobody says with whom.
func (d draft) lesser(r draft) bool {
	if !r.solid || !d.solid || r.field != d.field || r.sentence >= d.sentence || named(r.Parties) < 2 || slices.ContainsFunc(d.Parties, func(p readout.Party) bool { return !hasCountry(&r, p.Country) }) {
		return false
	}
	if d.ofOfficials && d.When == nil {
		return true
	}
	return d.toldBeside(r) && named(d.Parties) < named(r.Parties) && sameParties(r.Parties, d.Parties) && r.Status == d.Status && compatible(r.Channel, d.Channel) && d.forum == ""
}

// toBeMade reports whether r is a journey to a state that is planned, and d the meeting with
// somebody of it that is planned elsewhere in the text: of several such it is none.
func toBeMade(r, d draft) bool {
	return r.toState() && planned(r.Status) && !d.toState() && d.solid && r.field == d.field && r.sentence != d.sentence && d.Channel != readout.Visit
}

// within reports whether d only repeats a contact of its own sentence with fewer of
// its parties: "will join Holt and Macron for talks".
func within(r, d draft) bool {
	if r.field != d.field || r.sentence != d.sentence || r.Status != d.Status || len(d.Parties) >= len(r.Parties) || !compatible(r.Channel, d.Channel) || apart(r, d) || r.after > 0 || d.after > 0 {
		return false
	}
	for _, p := range d.Parties {
		if !hasParty(&r, p.Entity) {
			return false
		}
	}
	return true
}

// spokenThere reports whether d only says, without a day or place, that those spoke
// who were told to have met: "They spoke alone for an hour", "will meet to talk
// about".
func spokenThere(r, d draft) bool {
	sameDay := r.When != nil && d.When != nil && len(r.When.EDTF) >= 10 && d.When.EDTF == r.When.EDTF && !d.sequel
	if d.ofOfficials && named(r.Parties) == len(r.Parties) {
		return false // "Arvenian and Costavan officials spoke about it"
	}
	return d.Channel == readout.Conversation && (d.When == nil || sameDay) && d.Place == nil && d.longAgo == r.longAgo && r.field == d.field && r.Status == d.Status && d.sentence >= r.sentence && d.sentence-r.sentence <= 20 &&
		r.Channel != readout.Letter && r.Channel != readout.Visit && sameParties(r.Parties, d.Parties) && r.after == 0 && d.after == 0
}

// refer joins a draft that speaks of "the meeting" to the last report that it can
// mean. Where its words give that contact another status, they make a report of
// their own with the same parties.
func refer(list, headlines []draft, d draft) []draft {
	i := meant(list, d)
	if i < 0 {
		if h := antecedent(headlines, d); h >= 0 && d.explicit && !d.here {
			return append(list, inherit(headlines[h], d))
		}
		if len(d.context) > 1 {
			d.Parties, d.solid = d.context, true
			return add(list, d)
		}
		if d.herald = d.plural && d.Status == readout.Held && d.When != nil; d.herald {
			return append(list, d)
		}
		return list
	}
	if d.here && d.saidAt(list[i]) {
		d.Status = readout.Held
	}
	if d.setsApart(list[i]) {
		each := setApart(list[i])
		if d.besides {
			return append(list, besideAll(list[i], each, d)...)
		}
		list = slices.Replace(list, i, i+1, each...)
		d.plural = true
	}
	switch {
	case list[i].Status == d.Status && !apart(list[i], d):
		for j := range list { // "The calls took place on Monday"
			if o := &list[j]; d.plural && j != i && o.sentence == list[i].sentence && o.field == d.field && o.Channel == list[i].Channel {
				o.When = cmp.Or(o.When, d.When)
				if o.Channel == readout.Conversation {
					o.Channel = d.Channel
				}
			}
		}
		merge(&list[i], d)
	case d.explicit && !(d.Status == readout.Held && d.When == nil && planned(list[i].Status) && list[i].Status != readout.Held && (d.field != list[i].field || !d.past)):
		if each := toldTogether(list, i); d.several && len(each) > 1 {
			for _, o := range each {
				list = append(list, inherit(o, d))
			}
			return list
		}
		for j := range list {
			if sameParties(list[j].Parties, list[i].Parties) && compatible(list[j].Channel, d.Channel) && list[j].Status == d.Status && !apart(list[j], d) {
				merge(&list[j], d)
				return list
			}
		}
		return append(list, inherit(list[i], d))
	}
	return list
}

// inherit gives a referring draft the parties of what it refers to.
func inherit(from, d draft) draft {
	d.Parties, d.Scope, d.solid = from.Parties, from.Scope, true
	if from.Channel != readout.Conversation && compatible(from.Channel, d.Channel) {
		d.Channel = from.Channel
	}
	if d.When == nil && from.field == d.field {
		d.When = from.When
	}
	if d.Place == nil && from.field == d.field {
		d.Place, d.Occasion = from.Place, from.Occasion
	}
	if from.field != d.field { // what the text adds to them is not the title's
		d.Parties = slices.Clone(d.Parties)
	}
	return d
}

// turnSentences is how many sentences "the meeting" goes back in a turn of a talk, where
// one soon speaks of something else.
const turnSentences = 6

// inTurnOf reports whether the words of a draft can go back to those of another: in a
// talk, a few sentences before in the same turn, or for "in those meetings" in the sentence
// before.
func (d draft) inTurnOf(o draft) bool {
	return d.turn == 0 || d.turn == o.turn && d.sentence-o.sentence <= turnSentences || d.several && d.sentence == o.sentence+1
}

// antecedent is the last report that a definite phrase can mean: its channel fits
// and it has the party that the phrase names, if any.
func antecedent(list []draft, d draft) int {
	low := section(list, d)
	if d.Channel == readout.Summit { // "the summit" is the one that was called so, or else a meeting before a visit
		for _, called := range []readout.Channel{readout.Summit, readout.Meeting} {
			for i := len(list) - 1; i >= low; i-- {
				if list[i].solid && list[i].Channel == called && d.inTurnOf(list[i]) && (called == readout.Summit || !d.ownName || d.sentence == list[i].sentence) {
					return i
				}
			}
		}
		if d.ownName {
			return -1
		}
	}
	recalled := -1
	for i := len(list) - 1; i >= low; i-- {
		if !list[i].solid || !compatible(list[i].Channel, d.Channel) || !d.inTurnOf(list[i]) || d.ofOtherFormat(list[i]) {
			continue
		}
		if d.process && planned(d.Status) && d.When != nil && placeless(list[i].Channel) {
			continue // "The negotiations will be held on Monday" are none by telephone
		}
		if d.process && list[i].Channel != readout.Talks && slices.ContainsFunc(list[i].Parties, func(p readout.Party) bool { return p.Entity.Kind() == readout.Org }) {
			continue // "progress in the negotiation of the convention" is none of the body's meeting
		}
		if d.Channel == readout.Visit && list[i].Channel == readout.Talks && list[i].ofStates() {
			continue // "this visit" is none of the dialogue that two states hold
		}
		if planned(d.Status) && list[i].Background {
			continue // "this discussion", yet to come, is none of the past
		}
		if len(d.Parties) == 1 && !hasParty(&list[i], d.Parties[0].Entity) && !list[i].journeyTo(d.Parties[0]) {
			continue
		}
		if !list[i].recalled {
			return i
		}
		recalled = max(recalled, i)
	}
	return recalled // which only another one was compared with, where there is no other
}

// ofStates reports whether nobody takes part by name or office.
func (d draft) ofStates() bool {
	return !slices.ContainsFunc(d.Parties, func(p readout.Party) bool {
		return p.Entity.Kind() == readout.Person || p.Entity.Kind() == readout.Office || p.Entity == ""
	})
}

// severalLetters is how many letters make a text a list of them.
const severalLetters = 3

// section is the first of the reports that "the meeting" can mean: in a text that tells of
// letters to one after the other, what is told since the last of them.
func section(list []draft, d draft) int {
	letters, last := 0, 0
	for i, r := range list {
		if r.Channel == readout.Letter && r.field == d.field {
			letters, last = letters+1, i
		}
	}
	if letters < severalLetters || d.Channel == readout.Letter {
		return 0
	}
	return last
}

func planned(s readout.Status) bool {
	return s == readout.Scheduled || s == readout.Arranging || s == readout.Proposed || s == readout.Expected
}

// sameParties reports whether two party lists are of the same people, or one is
// of the other's states.
func sameParties(a, b []readout.Party) bool {
	if len(a) != len(b) {
		return false
	}
	used := make([]bool, len(b))
	for _, p := range a {
		found := false
		for j, q := range b {
			if !used[j] && sameParty(p, q) {
				used[j], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

func sameParty(p, q readout.Party) bool {
	if p.Entity == q.Entity {
		return true
	}
	impersonal := func(x readout.Party) bool {
		k := x.Entity.Kind()
		return k == readout.State || k == readout.Office
	}
	return p.Country != "" && p.Country == q.Country && (impersonal(p) || impersonal(q))
}

// compatible reports whether two channels can be of one contact.
func compatible(a, b readout.Channel) bool {
	if a == b {
		return true
	}
	talk := func(c readout.Channel) bool {
		return c == readout.Conversation || c == readout.Call || c == readout.Video
	}
	meet := func(c readout.Channel) bool {
		return c == readout.Meeting || c == readout.Visit || c == readout.Summit || c == readout.Talks
	}
	return talk(a) && talk(b) && (a == readout.Conversation || b == readout.Conversation) || meet(a) && meet(b) ||
		a == readout.Talks && talk(b) || b == readout.Talks && talk(a) || a == readout.Video && meet(b) || b == readout.Video && meet(a)
}

// merge adds what d says to a report.
func merge(r *draft, d draft) {
	if d.field != r.field {
		return
	}
	for i, p := range r.Parties { // a person is more than a state
		for _, q := range d.Parties {
			if q.Entity.Kind() == readout.Person && p.Entity.Kind() != readout.Person && sameParty(p, q) {
				r.Parties[i] = q
			}
		}
	}
	if r.AssertedBy != d.AssertedBy {
		r.Also = append(r.Also, readout.Assertion{AssertedBy: d.AssertedBy, Words: d.Words})
	}
	r.From = r.From.Join(d.From)
	r.wasVisit = r.wasVisit || r.Channel == readout.Visit
	elsewhere := d.Channel == readout.Visit && r.Channel != readout.Visit && d.paragraph != r.paragraph // of a journey told further down, another may be meant
	if r.When == nil && !(elsewhere && planned(r.Status)) || r.finer(d) {
		r.When = d.When
	}
	if r.Channel == readout.Visit && d.Channel == readout.Talks {
		r.Initiator, r.InitiatorBasis = nil, "" // who travels has not begun the talks
	}
	if r.Channel == readout.Conversation && (d.Channel == readout.Call || d.Channel == readout.Video) || r.Channel == readout.Visit && (d.Channel == readout.Meeting || d.Channel == readout.Talks) || d.Channel == readout.Video {
		r.Channel = d.Channel
	}
	if r.Duration == nil {
		r.Duration = d.Duration
	}
	if r.Place == nil && !elsewhere {
		r.Place = d.Place
	}
	if r.Occasion == nil {
		r.Occasion = d.Occasion
	}
	if r.Ordinal == nil {
		r.Ordinal, r.summits = d.Ordinal, d.summits
	}
	if r.Initiator == nil && d.Initiator != nil {
		for i, p := range r.Parties {
			if *d.Initiator < len(d.Parties) && p.Entity == d.Parties[*d.Initiator].Entity {
				r.Initiator, r.InitiatorBasis = &i, d.InitiatorBasis
			}
		}
	}
	for i, p := range r.Parties {
		if r.Initiator == nil && d.begun != "" && p.Country == d.begun {
			r.Initiator, r.InitiatorBasis = &i, "stated"
		}
	}
	for _, p := range d.Attendees {
		if !slices.ContainsFunc(r.Attendees, func(q readout.Party) bool { return q.Entity == p.Entity }) {
			r.Attendees = append(r.Attendees, p)
		}
	}
}
