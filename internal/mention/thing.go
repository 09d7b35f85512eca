package mention

import (
	"slices"
	"strings"
	"unicode"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// thing reads the longest name of a state, organisation, outlet, place or event
// at token i; nil if there is none.
func (s *scan) thing(i, last int) *item {
	for _, hit := range s.hitsAt(i, last) {
		if i+hit.Len > last {
			continue
		}
		var entries []lexicon.Entry
		for _, e := range hit.Entries {
			if e.Entity.Kind() != readout.Person && s.fits(i, hit.Len, e) && s.meant(i, i+hit.Len, last) {
				entries = append(entries, e)
			}
		}
		if len(entries) > 0 {
			if it := s.choose(i, i+hit.Len, last, entries); it != nil {
				return it
			}
		}
	}
	return nil
}

// fits reports whether the words are written as the name is: single words with
// its capitals, longer names with a capital somewhere.
func (s *scan) fits(i, n int, e lexicon.Entry) bool {
	written := s.tokens[i]
	if n == 1 {
		return written.AllCaps && len(written.Fold) > 3 && startsUpper(e.Text) || sameCase(written.Spelling(s.t.Raw), e.Text)
	}
	if i > 0 && s.tokens[i-1].Is("-") && s.is(i+n-1, len(s.tokens), "leaders") {
		return false // "the Arvenia-EU Leaders Summit" is of the EU, not of its council
	}
	upper, all := false, true
	for _, k := range s.tokens[i : i+n] {
		if k.Kind != token.Word || k.Is("the") {
			continue
		}
		upper = upper || k.Upper
		all = all && (k.Upper || s.lex.Words.Is("stop", k.Fold))
	}
	if e.Entity.Kind() == readout.Outlet && startsUpper(e.Text) {
		return upper && all
	}
	return upper || !startsUpper(e.Text)
}

// sameCase reports whether two spellings of a word have their capitals at the same
// letters.
func sameCase(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return startsUpper(a) == startsUpper(b)
	}
	for i := range x {
		if unicode.IsUpper(x[i]) != unicode.IsUpper(y[i]) {
			return false
		}
	}
	return true
}

func startsUpper(w string) bool {
	for _, r := range w {
		return unicode.IsUpper(r)
	}
	return false
}

// senses are what one name can be the name of, each entity once.
type senses struct {
	states, orgs, outlets, places, events []lexicon.Entry
	metonym, adjective                    lexicon.Entry
}

func (s *scan) senses(entries []lexicon.Entry) *senses {
	m := &senses{}
	for _, e := range entries {
		switch e.Form {
		case lexicon.Metonym:
			m.metonym = e
			continue
		case lexicon.Adjective, lexicon.People:
			m.adjective = e
			continue
		}
		e = s.institutionOf(e)
		list := m.list(e.Entity.Kind())
		if list != nil && !slices.ContainsFunc(*list, func(o lexicon.Entry) bool { return o.Entity == e.Entity }) {
			*list = append(*list, e)
		}
	}
	return m
}

func (m *senses) list(kind readout.EntityKind) *[]lexicon.Entry {
	switch kind {
	case readout.State:
		return &m.states
	case readout.Org:
		return &m.orgs
	case readout.Outlet:
		return &m.outlets
	case readout.Place:
		return &m.places
	case readout.Event:
		return &m.events
	}
	return nil
}

// narrowed takes away senses that the words around the name at [i, j) exclude.
func (m *senses) narrowed(s *scan, i, j, last int) {
	if m.metonym.Entity != "" && len(m.places) > 0 && !s.acts(i, j, last) {
		m.orgs = nil
	}
	if s.insideName(j, last) {
		m.places, m.metonym = nil, lexicon.Entry{}
	}
	if s.insideLonger(i, j, last) {
		m.orgs, m.outlets = nil, nil
	}
}

// choose picks what the name at [i, j) means here.
func (s *scan) choose(i, j, last int, entries []lexicon.Entry) *item {
	m := s.senses(entries)
	m.narrowed(s, i, j, last)
	it := &item{first: i, last: j, nameFirst: i, nameLast: j, what: aThing, form: readout.ByName}
	var part readout.EntityID
	if len(m.states) > 0 {
		part = s.partAtHome(m.states[0].Entity, m.places, i, j, last)
	}
	switch {
	case len(m.states) > 0 && len(m.places) > 0 && s.locates(i) && s.cityState(m.states[0].Entity, m.places):
		it.entity = m.places[0].Entity
	case part != "":
		it.entity = part
	case len(m.states) > 0 && !(m.adjective.Entity != "" && s.modifies(i, j, last)) && len(m.orgs) == 0:
		it.entity = m.states[0].Entity
	case m.metonym.Entity != "" && len(m.orgs) == 0 && s.acts(i, j, last):
		it.entity, it.form = m.metonym.Entity, readout.ByMetonym
	case len(m.orgs) == 1 && (len(m.places) == 0 || !s.locates(i)):
		it.entity = m.orgs[0].Entity
	case len(m.outlets) == 1 && len(m.orgs) == 0 && len(m.places) == 0:
		it.entity = m.outlets[0].Entity
	case len(m.events) > 0:
		it.entity = s.event(m.events, i)
	case len(m.places) > 0:
		it.entity = s.place(m.places, j, last)
	case len(m.outlets) == 1:
		it.entity = m.outlets[0].Entity
	case len(m.orgs) > 1:
		it.entity = s.institution(m.orgs, i)
	case m.adjective.Entity != "":
		it.what, it.country = aHint, s.bearer(bearers(entries), j)
		return it
	}
	if it.entity == "" {
		return nil
	}
	if it.entity.Kind() == readout.Event {
		s.leavePlace(it)
	}
	if e := s.lex.EntityOf(it.entity); e != nil {
		it.country = e.Country
	}
	return it
}

// institutionOf takes the name of an official site for its institution's.
func (s *scan) institutionOf(e lexicon.Entry) lexicon.Entry {
	if o := s.lex.Outlets[strings.TrimPrefix(string(e.Entity), "outlet/")]; e.Entity.Kind() == readout.Outlet && o != nil && o.Institution != "" {
		e.Entity = readout.EntityID("org/" + o.Institution)
	}
	return e
}

// leavePlace takes the place off the end of an event's name, so that both are
// mentions: "the summit in Hamburg".
func (s *scan) leavePlace(it *item) {
	for k := it.first + 1; k+1 < it.last; k++ {
		if !s.tokens[k].Is("in", "at") {
			continue
		}
		if at := s.thing(k+1, it.last); at != nil && at.last == it.last && at.entity.Kind() != readout.Event {
			it.last, it.nameLast = k, k
			return
		}
	}
}

// cityState reports whether a state's name is that of its capital too, so that "in
// Singapore" is a place.
func (s *scan) cityState(state readout.EntityID, places []lexicon.Entry) bool {
	st := s.lex.States[strings.TrimPrefix(string(state), "state/")]
	if st == nil || len(places) != 1 {
		return false
	}
	e := s.lex.EntityOf(places[0].Entity)
	return e != nil && slices.Contains(st.Capitals, st.Name) && e.Country == st.ID
}

// insideName reports whether a place is the first word of the name of something
// else: "the Minsk Agreement".
func (s *scan) insideName(j, last int) bool {
	if j >= last || !s.tokens[j].Upper || s.tokens[j].Breaks > 0 || s.styled[s.t.SentenceOf(j)] {
		return false
	}
	return s.lex.Words.Is("orghead", s.tokens[j].Fold)
}

// insideLonger reports whether a single word that names an institution or outlet is
// part of a longer name that no file has: "the 9th National Congress of …", "the National
// Academies". An all-capitals name stands for itself.
func (s *scan) insideLonger(i, j, last int) bool {
	if s.tokens[i].Is("the") {
		i++
	}
	if j != i+1 || s.tokens[i].AllCaps || s.styled[s.t.SentenceOf(i)] {
		return false
	}
	if j < last && s.tokens[j].Upper && s.tokens[j].Breaks == 0 && !s.tokens[j].Is("news", "agency", "newspaper") && s.titles[j].Title == nil && s.familyName(j, last)+s.fullName(j, last) == 0 && !s.given(j) && !s.lex.Words.Is("stop", s.tokens[j].Fold) {
		return true
	}
	p := i - 1
	return p > 0 && s.tokens[p].Upper && s.tokens[i].Breaks == 0 && !s.initial(p) && !s.lex.Words.Is("stop", s.tokens[p].Fold) && s.ownerAt(p, i) == nil && s.familyName(p, i) == 0 && !s.personEnds(i) && !s.tokens[i].Is("kremlin")
}

// modifies reports whether a word that is a state's name and its adjective stands
// before a noun: "US sanctions", not "the US said".
func (s *scan) modifies(i, j, last int) bool {
	if j >= last || s.tokens[j].Kind != token.Word || s.tokens[j].Is("and", "or", "to", "in", "on", "at", "of", "for", "with", "by", "from", "'s", "as", "but", "that", "who", "which") {
		return j < last && s.tokens[j].Is("-") && !s.tokens[j].Space
	}
	return !s.goesOnWithTime(j, last) && !s.verbNotNoun(j, last)
}

// goesOnWithTime reports whether what follows at token j says when or about what, and so
// is no noun: "met with the UK last week", "spoke to the UAE again".
func (s *scan) goesOnWithTime(j, last int) bool {
	if s.tokens[j].Is("last", "next", "this") {
		return j+1 < last && !s.tokens[j+1].Is("-", "-minute")
	}
	return s.tokens[j].Is("today", "yesterday", "tomorrow", "earlier", "again", "during", "after", "before", "since", "until", "while", "when", "because", "about", "over", "through", "between")
}

// verbNotNoun reports whether token j is a verb where it could also be a plural
// noun: "the US backs the plan", not "US sanctions against".
func (s *scan) verbNotNoun(j, last int) bool {
	if !s.verb(j, last) {
		return false
	}
	for _, f := range s.lex.English.VerbForms(s.tokens[j].Fold) {
		if f.Form&lexicon.Past != 0 || f.Form&(lexicon.Third|lexicon.Base) == 0 {
			return true
		}
		return j+1 < last && (s.tokens[j+1].Is("the", "a", "an", "that", "it", "to", "its", "no", "not", "this", "all", "both") || s.tokens[j+1].Upper)
	}
	return true
}

func (s *scan) hitsAt(i, last int) []lexicon.Hit {
	if i >= last {
		return nil
	}
	return s.hits[i]
}
