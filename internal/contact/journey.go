package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// visited is the state that a journey to the mention m goes to, as a party.
func (f *finder) visited(m int) (readout.Party, bool) {
	if m < 0 {
		return readout.Party{}, false
	}
	x := f.Mentions[m]
	country := ""
	if e := f.known[x.Entity]; e != nil {
		country = e.Country
	}
	if home := f.pageOf(); f.holds(home, x.Entity) {
		country = home
	}
	if country == "" {
		return readout.Party{}, false
	}
	p := readout.Party{Entity: readout.EntityID("state/" + country), Name: country, Country: country, Words: f.Words(x.Span)}
	if s := f.Lex.States[country]; s != nil {
		p.Name = s.Name
	}
	return p, true
}

// placeAfter is the place or state that follows a journey's word, -1 if none.
func (f *finder) placeAfter(c cue) int {
	end := f.Sentences[c.sentence].Last
	for i := c.last; i < min(end, c.last+8); i++ {
		m := f.owner[i]
		if m >= 0 && f.isPlace(m) && !f.delegates(m) && !f.possessive(m) {
			first, _ := f.tokensOf(m)
			before := f.at(f.skipDeterminers(first) - 1)
			if leaves := c.verb() && c.word.Frames[0] == "for" && !before.Is("for", "to"); !before.Is("from") && !leaves { // "left Velmora for Tollen"
				return m
			}
		}
		if f.at(i).Is(";", "that", "who", "which") {
			return -1
		}
	}
	return -1
}

// stops are the places that a journey goes to, one of each state: "a trip to Arvenia
// and Costava", "visited Velmora on Monday and Port Merrin a day later".
func (f *finder) stops(c cue) []int {
	end := f.Sentences[c.sentence].Last
	m := f.placeAfter(c)
	var out []int
	var seen []readout.EntityID
	for m >= 0 && f.isPlace(m) {
		p, ok := f.visited(m)
		if !ok || slices.Contains(seen, p.Entity) {
			break
		}
		out, seen = append(out, m), append(seen, p.Entity)
		_, last := f.tokensOf(m)
		if last+1 < end && f.at(last).Is(",") && f.owner[last+1] >= 0 && f.ofTown(f.owner[last+1]) { // "Velmora, Arvenia; and"
			_, last = f.tokensOf(f.owner[last+1])
		}
		i := f.ownPlaceAndDay(last, end)
		if f.at(i).Is(",", ";") {
			i++
		}
		if f.at(i).Is("and") {
			i++
		}
		if f.at(i).Is("to") {
			i++
		}
		if i == last || i >= end || f.owner[i] < 0 {
			break
		}
		m = f.owner[i]
		if _, after := f.tokensOf(m); f.possessive(m) || after < end && (f.finite(after) || f.owner[after] >= 0) {
			break // "flew to Velmora, and Costava replied"
		}
	}
	return out
}

// backToPost reports whether an ambassador only goes back to where he is posted, or comes home:
// "Ambassador Holt will go back to Velmora".
func (f *finder) backToPost(c cue, subject []int) bool {
	back := f.at(c.head+1).Is("back") || f.at(c.last).Is("his", "her", "their") && f.at(c.last+1).Is("post", "posts", "station", "embassy")
	return back && len(subject) > 0 && !slices.ContainsFunc(subject, func(m int) bool {
		return !strings.Contains(f.Mentions[m].Role, "ambassador")
	})
}

// errand is the person of the visited state whom a journey was made to see, where an
// infinitive of purpose that tells of no contact by itself has that person as its
// object: "flew to Velmora to persuade Holt", "to hear Holt's plea"; -1 if there is none.
func (f *finder) errand(c cue, country string) int {
	end := f.Sentences[c.sentence].Last
	for i := c.last; i+2 < min(end, c.last+14); i++ {
		if f.at(i).Is(";", "and", "but", "that", "who", "which", "where") {
			return -1
		}
		if !f.at(i).Is("to") || f.owner[i+1] >= 0 {
			continue
		}
		if f.meets(i + 1) {
			return -1 // "flew to Velmora to meet Holt" tells of it by itself
		}
		if g, ok := f.GroupAt(i+1, ""); !ok || g.Form&lexicon.Base == 0 || f.at(i+1).Is("attend", "address", "mark", "discuss", "criticise", "criticize", "denounce") {
			continue
		}
		m := f.mentionFrom(f.skipInside(i+2, end), end)
		if m < 0 || !f.persons([]int{m}) || f.Mentions[m].Form == readout.ByGroup {
			return -1
		}
		if p := f.parties([]int{m}); len(p) == 1 && p[0].Country == country {
			return m
		}
		return -1
	}
	return -1
}

// movesBetween reports whether somebody moves somewhere by a verb in tokens [i, end).
func (f *finder) movesBetween(i, end int) bool {
	for ; i < end; i++ {
		for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
			for _, w := range f.Lex.English.ContactVerbs(form.Lemma) {
				if w.Channel == string(readout.Visit) && w.Frames[0] != "invited" && (form.Form == lexicon.Ing || f.finite(i)) {
					return true
				}
			}
		}
	}
	return false
}

// meets reports whether a verb whose object is the counterpart stands at token i.
func (f *finder) meets(i int) bool {
	for _, form := range f.Lex.English.VerbForms(f.at(i).Fold) {
		for _, w := range f.Lex.English.ContactVerbs(form.Lemma) {
			if slices.Contains(w.Frames, "object") || slices.Contains(w.Frames, "person") {
				return true
			}
		}
	}
	return false
}

// notified is the person of the visited state whom the traveller tells of the journey in
// the same sentence: "put off her trip to Costava and told Holt why"; -1 if none is.
func (f *finder) notified(c cue, country string) int {
	end := f.Sentences[c.sentence].Last
	for i := c.last; i+1 < end; i++ {
		if f.owner[i] >= 0 {
			continue
		}
		for _, lemma := range []string{"tell", "inform", "notify", "ask", "assure"} {
			if _, ok := f.Lex.English.IsForm(f.at(i).Fold, lemma); !ok {
				continue
			}
			m := f.mentionFrom(i+1, end)
			if m < 0 || f.Mentions[m].Entity.Kind() != readout.Person || f.Mentions[m].Form == readout.ByGroup {
				continue
			}
			if p := f.parties([]int{m}); p[0].Country == country {
				return m
			}
		}
	}
	return -1
}

// host is the person of the visited state at whose invitation a journey is, "at the
// invitation of Holt", "at Holt's invitation"; -1 if none is named.
func (f *finder) host(c cue, country string) int {
	first, last := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	for i := first; i < last; i++ {
		if !f.at(i).Is("invitation") {
			continue
		}
		m := -1
		if f.at(i+1).Is("of", "from") {
			m = f.mentionFrom(i+2, last)
		} else if i > first+1 && f.at(i-1).Is("'s", "'") {
			m = f.owner[i-2]
		}
		if m < 0 || f.Mentions[m].Entity.Kind() != readout.Person || f.Mentions[m].Form == readout.ByGroup {
			continue
		}
		if p := f.parties([]int{m}); p[0].Country == country {
			return m
		}
	}
	return -1
}

// journeysTo makes a contact for each state that one word of a journey goes to.
func (f *finder) journeysTo(c cue, s sides, stops []int, status readout.Status) []draft {
	var out []draft
	for i, m := range stops {
		d, ok := f.draft(c, s, append(slices.Clone(s.subject), s.object...), status)
		p, named := f.visited(m)
		n := len(d.Parties) - 1 // the last is the land
		if !ok || !named || n < 1 || d.Parties[0].Country == p.Country {
			continue
		}
		d.Parties = append(slices.Clone(d.Parties[:n]), p)
		_, d.after = f.tokensOf(m)
		if x := f.Mentions[m]; x.Entity.Kind() == readout.Place || i > 0 {
			d.stop = f.locus(x)
		}
		out = append(out, d)
	}
	return out
}

// invitedBy puts in who invites to a land, where the text tells of a contact with
// somebody of it: "spoke with Holt. … Reyes was invited to visit Costava."
func invitedBy(list []draft, v draft) draft {
	if v.Status != readout.Proposed || len(v.Parties) != 2 {
		return v
	}
	for i := range list {
		m := &list[i]
		if m.Status != readout.Held || m.field != v.field || !hasParty(m, v.Parties[0].Entity) {
			continue
		}
		host := slices.IndexFunc(m.Parties, func(p readout.Party) bool {
			return p.Country == v.Parties[1].Country && p.Entity.Kind() == readout.Person
		})
		if host >= 0 {
			v.Parties, v.Initiator, v.InitiatorBasis = []readout.Party{v.Parties[0], m.Parties[host]}, nil, ""
			return v
		}
	}
	return v
}

// travellers leaves out who only speaks of somebody's journey: "Brell welcomed Reyes's
// visit to Costava" tells of no contact of Brell's, unless he is of Costava and, where it is
// a state visit, leads it. Where several
// speak of it, or it is discussed, nobody is its host for that: "Brell and Holt praised the
// visit of Reyes to Costava".
func (f *finder) travellers(c cue, s *sides) {
	land := f.placeAfter(c)
	if c.word.Channel != string(readout.Visit) || len(s.owners) == 0 || land < 0 || !f.at(c.last).Is("to", "of", "by") || f.at(c.head).Is("invitation", "invitations") {
		return
	}
	there := f.known[f.Mentions[land].Entity]
	if f.lookedBack(c) || s.light != nil && f.deliberates(s.light.group) {
		there = nil
	}
	owners := f.parties(s.owners)
	ofState := f.says(f.nounPhrase(c, f.Sentences[c.sentence].First), c.last, "state")
	abroad := func(m int) bool {
		return !slices.Contains(s.owners, m) && slices.ContainsFunc(f.parties([]int{m}), func(p readout.Party) bool {
			guestOnly := there == nil || p.Country != there.Country || ofState && !f.topLeader(p.Entity)
			return guestOnly && !slices.ContainsFunc(owners, func(q readout.Party) bool { return q.Entity == p.Entity })
		})
	}
	if slices.ContainsFunc(s.subject, abroad) {
		s.subject = slices.DeleteFunc(s.subject, func(m int) bool { return !slices.Contains(s.owners, m) })
	}
}

// deliberates reports whether the verb is one of those of acts.tsv that say what was
// spoken about.
func (f *finder) deliberates(g syntax.Group) bool {
	return f.does(g, readout.Discussed)
}

// lookedBack reports whether a journey only says since or before when something else is:
// "took steps following Reyes's visit to Costava". Who did so need not be the host.
func (f *finder) lookedBack(c cue) bool {
	before := f.nounPhrase(c, f.Sentences[c.sentence].First) - 1
	return c.word.Channel == string(readout.Visit) && f.at(before).Is("following", "after", "since", "before")
}

// journeys leaves out a visit that is the journey of a meeting told beside it: the
// same traveller, and a counterpart of the land that is visited.
func journeys(list []draft) []draft {
	var out []draft
	for i, v := range list {
		if !v.toState() && !v.journeyStill() {
			out = append(out, v)
			continue
		}
		land := v.Parties[len(v.Parties)-1].Country
		var made []*draft
		hosts := map[readout.EntityID]bool{}
		for j := range list {
			m := &list[j]
			if m.Place == nil && m.solid && m.paragraph == v.paragraph && m.Status == readout.Scheduled && v.Status == readout.Held && m.Channel == readout.Meeting && hasParty(m, v.Parties[0].Entity) && hasCountry(m, land) && m.field == v.field {
				m.Place = v.Place // "arrived in Velmora on Monday and will be received by Holt today"
			}
			if i == j || m.toState() || !m.solid || apart(v, *m) && !v.departure || m.paragraph != v.paragraph && m.Status != v.Status {
				continue
			}
			if v.later && m.field == v.field && m.sentence == v.sentence && m.head < v.head || m.hosts && m.Parties[0].Entity == v.Parties[0].Entity {
				continue // "will meet Brell before flying to Costava"; "called off her visit to Costava and invited Holt to hers"
			}
			if placeless(m.Channel) || m.Status == readout.Held && (planned(v.Status) && !m.purpose || m.Channel == readout.Conversation && v.Status != readout.Held) {
				continue // nobody travels to call; "spoke with Holt, who was invited to visit Arvenia", "to tell him that she put off her visit to Costava" tell of two
			}
			there := m.field == v.field && m.sentence == v.sentence && m.head > v.head && m.Status == v.Status && (m.Place == nil || v.Place != nil && m.Place.Entity == v.Place.Entity)
			there = there || v.onlyVenue(*m)
			if hasParty(m, v.Parties[0].Entity) && (hasCountry(m, land) || there) { // "flew to Geneva, where she met Holt"
				if !slices.ContainsFunc(made, func(o *draft) bool { return o.Status != m.Status && sameParties(o.Parties, m.Parties) }) {
					made = append(made, m) // planned and then held, it is one
				}
				for _, id := range m.hostsOf(land) {
					hosts[id] = true
				}
				undone := m.field == v.field && m.sentence == v.sentence && planned(m.Status) && v.Status != readout.Held && !planned(v.Status)
				if (m.purpose || undone) && m.Status != v.Status { // "decided not to go to Velmora, where she was to meet Holt"
					m.Status = v.Status
				}
				if m.Place == nil && m.field == v.field {
					m.Place = v.Place
				}
				if m.When == nil && m.Status == v.Status && m.field == v.field && (m.turn == v.turn || m.sentence > v.sentence) { // not that of a later answer
					m.When = v.When
				}
				for k := range out {
					if out[k].head == m.head && out[k].field == m.field && sameParties(out[k].Parties, m.Parties) {
						out[k] = *m
					}
				}
			}
		}
		round := slices.ContainsFunc(made, func(m *draft) bool { return m.Status == v.Status && len(m.hostsOf(land)) > 1 })
		switch {
		case len(made) == 0:
			out = append(out, invitedBy(list, v))
		case round && v.Status == readout.Held: // those whom a journey was made to are told in one list
		case len(made) > 1 && (v.Status == readout.Held || planned(v.Status) && len(hosts) > 1): // a journey for several meetings is told beside them
			out = append(out, v)
		}
	}
	return out
}

// journeyStill reports whether a draft of a meeting began as the journey to a state, and names
// nobody there: "In his meetings with officials" behind "travelled to Costava".
func (d draft) journeyStill() bool {
	n := len(d.Parties)
	return d.wasVisit && d.Status == readout.Held && d.Channel == readout.Meeting && n == 2 && d.Parties[n-1].Entity.Kind() == readout.State
}

// hostsOf are the persons of a land who take part.
func (d draft) hostsOf(land string) []readout.EntityID {
	var out []readout.EntityID
	for _, p := range d.Parties {
		if p.Country == land && p.Entity.Kind() == readout.Person {
			out = append(out, p.Entity)
		}
	}
	return out
}

// onlyVenue reports whether the town to which a planned journey goes first is only where the
// next sentence says that somebody will be met: "will travel to Tollen, Costava, and Oslo,
// Norway. In Tollen, she will meet the Danish minister".
func (d draft) onlyVenue(m draft) bool {
	return d.field == m.field && m.sentence == d.sentence+1 && d.Status == readout.Scheduled && m.Status == d.Status && m.Channel == readout.Meeting && d.Place != nil && m.Place != nil && d.Place.Entity == m.Place.Entity && d.Place.Entity.Kind() == readout.Place && hasParty(&m, d.Parties[0].Entity)
}

// toState reports whether a draft tells of a journey to a state.
func (d draft) toState() bool {
	n := len(d.Parties)
	return d.Channel == readout.Visit && n > 1 && d.Parties[n-1].Entity.Kind() == readout.State
}

func hasParty(d *draft, id readout.EntityID) bool {
	return slices.ContainsFunc(d.Parties, func(p readout.Party) bool { return p.Entity == id })
}

func hasCountry(d *draft, country string) bool {
	return slices.ContainsFunc(d.Parties, func(p readout.Party) bool { return p.Country == country })
}
