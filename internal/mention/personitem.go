package mention

import (
	"cmp"
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// roleItem reads a role at token i with the name behind it, or the office or group
// that it is by itself, and gives the token after it, or i.
func (s *scan) roleItem(i, last int) int {
	r := s.readRole(i, last, 0)
	if r == nil {
		return i
	}
	if r.plural {
		if end := s.respective(r, i, last); end > i {
			return end
		}
		if s.apposedTo(r) {
			return r.last
		}
	}
	if at, ok := s.nameBehind(r, last); ok {
		name := s.name(at, last, true)
		if s.foreign(r, name, last) {
			return i // what stands before the title is no owner; it is read by itself
		}
		if r.plural {
			return s.listed(r, name, last)
		}
		return s.person(r, i, name, last)
	}
	switch {
	case r.plural:
		return s.groupItem(r, i, last)
	case s.standsAlone(r, last):
		s.items = append(s.items, &item{first: i, last: r.last, nameFirst: i, nameLast: r.last, what: anOffice, form: readout.ByOffice, role: r, country: r.country})
		return r.last
	}
	return s.nestedOnly(r, i, last)
}

// foreign reports whether the owner before a title is another than the one behind
// the name: "welcomed to the White House Prime Minister Ardern of New Zealand".
func (s *scan) foreign(r *role, n run, last int) bool {
	if len(r.owners) != 1 || r.owners[0].at.first >= r.headAt || !s.is(n.last, last, "of") || r.plural {
		return false
	}
	k := n.last + 1
	if s.is(k, last, "the") {
		k++
	}
	own := s.ownerAt(k, last)
	return own != nil && own.what == aThing && own.country != "" && own.country != r.country
}

// nestedOnly keeps the institutions and states that stand before a role that is no
// mention, and gives the token behind its title: what follows is read by itself.
func (s *scan) nestedOnly(r *role, i, last int) int {
	end := r.headAt + r.titles[0].Len
	if len(r.owners) == 0 || r.owners[0].at.first >= r.headAt {
		thing := s.thing(i, last)
		if r.det != "" || r.head.Kind == lexicon.Honorific || thing != nil && thing.last > end || s.institutionAt(i, last) != nil {
			return i
		}
		return end
	}
	for _, o := range r.owners {
		if o.at.last > r.headAt {
			break
		}
		if o.item.what == aHint {
			s.items = append(s.items, &item{first: o.at.first, last: o.at.last, what: aHint, country: o.item.country})
			continue
		}
		s.items = append(s.items, o.item)
	}
	return end
}

// standsAlone reports whether a role without a name speaks of its holder: an
// office with the article, or with its owner.
func (s *scan) standsAlone(r *role, last int) bool {
	if r.head.Kind == lexicon.Relation {
		return !r.plural && r.det != "a" && r.det != "an" && (r.det != "" || r.first > 0 && s.possessive(r.first-1, r.first) == r.first)
	}
	if r.head.Kind != lexicon.OfficeOf && r.head.Kind != lexicon.RoleOf || r.det == "a" || r.det == "an" || r.det == "another" {
		return false
	}
	if r.head.Kind == lexicon.RoleOf && len(r.owners) == 0 && r.country == "" && r.org == "" {
		return false
	}
	if s.is(r.last, last, "-") && !s.tokens[r.last].Space || s.predicate(r, last) {
		return false
	}
	if r.last < last && s.tokens[r.last].Upper && s.lex.Words.Is("orghead", s.tokens[r.last].Fold) && s.tokens[r.last].Breaks < 2 {
		return false
	}
	return r.det != "" || len(r.owners) > 0
}

// predicate reports whether a role says what somebody is or was and speaks of
// nobody: "her years as the chancellor of Germany", "he was the prime minister".
func (s *scan) predicate(r *role, last int) bool {
	if r.first == 0 {
		return false
	}
	p := s.tokens[r.first-1]
	return p.Is("as") && !s.verb(r.last, last) || p.Is("became", "become", "becomes", "becoming", "been", "being")
}

// nameBehind finds the name that a role stands before: at once, or behind a comma
// ("presidential aide, Mr Yuri Ushakov,").
func (s *scan) nameBehind(r *role, last int) (int, bool) {
	if n := s.name(r.last, last, true); n.last > r.last && s.plausible(r, n) && (n.strong || len(n.parts) > 1 || !r.field) {
		return r.last, s.tokens[r.last].Breaks < 2
	}
	if !s.is(r.last, last, ",") || r.head.Kind == lexicon.Honorific || r.plural {
		return 0, false
	}
	at := r.last + 1
	if more := s.readRole(at, last, 2); more != nil && more.det == "" && !more.plural && more.head.Kind != lexicon.Honorific && s.is(more.last, last, ",") && len(r.owners) > 0 {
		at = more.last + 1 // "Polish Secretary of State, Head of the Bureau, Jan Kowalski,"
	}
	for at < last && s.titles[at].Title != nil && s.titles[at].Kind == lexicon.Honorific && s.tokens[at].Upper {
		r.take(s.titles[at])
		at += s.titles[at].Len
	}
	n := s.name(at, last, true)
	if n.last == at || len(n.parts) < 2 && at == r.last+1 || !n.strong && at == r.last+1 && len(n.parts) < 2 {
		return 0, false
	}
	if n.last < last && !s.is(n.last, last, ",", ".", ";", ":", ")", `"`) && !s.verb(n.last, last) {
		return 0, false
	}
	if !s.agrees(&item{parts: n.parts}, r) {
		return 0, false
	}
	// "the president, Angela Merkel and …" is a list.
	return at, !(s.is(n.last, last, ",") && s.is(n.last+1, last, "and"))
}

// plausible keeps a word that is no name from following a title: "President
// Administration", "Foreign Minister Level".
func (s *scan) plausible(r *role, n run) bool {
	if n.strong || len(n.parts) > 1 {
		return r.upper || n.strong || s.given(n.first) || r.head.Kind != lexicon.Rank
	}
	t := s.tokens[n.first]
	if t.AllCaps && len(t.Fold) < 4 && len(s.lex.Persons.Family(n.parts)) == 0 { // "AM ET"
		return false
	}
	if n.last < len(s.tokens) && s.titles[n.last].Title != nil && !s.titles[n.last].Kind.Modifies() && s.tokens[n.last].Upper && s.tokens[n.last].Breaks == 0 {
		return false
	}
	if s.lex.Words.Is("orghead", t.Fold) || s.lower[t.Fold] && !n.ambiguous {
		return false
	}
	if s.thing(n.first, len(s.tokens)) != nil && !n.ambiguous {
		return false
	}
	if r.head.Kind == lexicon.RoleOf && strings.HasSuffix(t.Fold, "ing") { // "Official Previewing the Summit"
		return false
	}
	return r.upper || r.head.Kind == lexicon.Honorific || n.ambiguous || len(s.lex.Persons.Family(n.parts)) > 0
}

// person adds a person by name, with what stands behind it: its state ("of
// Israel") and a role in apposition. It gives the token after all of that.
func (s *scan) person(r *role, i int, n run, last int) int {
	it := &item{first: i, last: n.last, nameFirst: n.first, nameLast: n.last, what: aPerson, form: readout.ByName, role: r, parts: n.parts, weak: r == nil && !n.strong}
	if r != nil {
		it.country = r.country
	}
	s.shareFamily(it, n, last)
	s.items = append(s.items, it)
	if it.weak && len(n.parts) == 1 {
		return it.last
	}
	s.ofState(it, last)
	s.apposed(it, last)
	if it.role != nil && it.role.country != "" && it.country == "" {
		it.country = it.role.country
	}
	return it.last
}

// ofState takes in "of Israel", "of the European Commission" behind a name.
func (s *scan) ofState(it *item, last int) {
	if !s.is(it.last, last, "of") {
		return
	}
	k := it.last + 1
	if s.is(k, last, "the") {
		k++
	}
	own := s.ownerAt(k, last)
	if own == nil {
		if own = s.thing(k, last); own != nil && own.entity.Kind() != readout.Place {
			own = nil
		}
	}
	if own == nil || own.what != aThing || it.role == nil {
		return
	}
	if it.role.country == "" {
		it.role.own(own)
		it.country = it.role.country
	} else {
		it.role.nested = append(it.role.nested, own)
	}
	it.last = own.last
}

// apposed takes in a role behind a name and comma: ", the head of the Russian
// Security Council,".
func (s *scan) apposed(it *item, last int) {
	if !s.is(it.last, last, ",", "(") || it.last+1 >= last {
		return
	}
	r := s.readRole(it.last+1, last, 0)
	if r == nil || r.plural || it.role != nil && it.role.words != "" && r.det == "" || r.head.Kind == lexicon.Honorific || r.head.Kind == lexicon.Rank || s.tokens[r.first].Is("his", "her") && r.head.Kind == lexicon.OfficeOf {
		return
	}
	if s.nameAfter(r.last, last) {
		return
	}
	s.secondRole(r, last)
	if !s.closes(r, last) {
		return
	}
	if it.country != "" && r.country != "" && r.country != it.country {
		return
	}
	if !s.agrees(it, r) {
		return
	}
	it.last = r.last
	if it.role == nil || it.role.words == "" {
		if it.role != nil && r.gender == "" {
			r.gender = it.role.gender
		}
		if it.role != nil {
			r.nested = append(r.nested, it.role.nested...)
		}
		it.role = r
	} else {
		it.role.nested = append(it.role.nested, r.nested...)
		it.role.country = cmp.Or(it.role.country, r.country)
	}
	it.weak = false
	if s.is(it.last, last, ")") {
		it.last++
	}
}

// closes reports whether an apposition ends behind the role: at a mark or verb, or
// because it is an office with its owner.
func (s *scan) closes(r *role, last int) bool {
	if r.last >= last || s.tokens[r.last].Kind == token.Mark && !s.is(r.last, last, "-") {
		return true
	}
	if s.is(r.last, last, "and") && r.det == "the" {
		return false
	}
	return r.country != "" || r.org != "" || s.is(r.last, last, "and") && r.head.Kind == lexicon.RoleOf
}

// secondRole takes in "and National Security Advisor to the President" behind an
// apposed role.
func (s *scan) secondRole(r *role, last int) {
	if !s.is(r.last, last, "and") {
		return
	}
	if more := s.readRole(r.last+1, last, 0); more != nil && !more.plural && more.det == "" && !s.nameAfter(more.last, last) && s.tokens[more.first].Upper == s.tokens[r.headAt].Upper {
		r.last = more.last
	}
}

// agrees reports whether a known full name can have the role behind it.
func (s *scan) agrees(it *item, r *role) bool {
	if r.country == "" {
		return true
	}
	known := append(s.lex.Persons.Full(it.parts), s.lex.Persons.Family(it.parts)...)
	if len(known) == 0 || r.org != "" {
		return true
	}
	return slices.ContainsFunc(known, func(id readout.EntityID) bool {
		e := s.lex.EntityOf(id)
		return e != nil && e.Country == r.country
	})
}

// listed adds the persons behind a plural title: "Presidents Trump and Putin".
func (s *scan) listed(r *role, n run, last int) int {
	single := *r
	single.plural = false
	first := r.first
	for {
		own := single
		s.items = append(s.items, &item{first: first, last: n.last, nameFirst: n.first, nameLast: n.last, what: aPerson, form: readout.ByName, role: &own, parts: n.parts, country: r.country})
		it := s.items[len(s.items)-1]
		s.ofState(it, last)
		k := it.last
		for s.is(k, last, ",", "and") {
			k++
		}
		if k == it.last {
			return it.last
		}
		if n = s.name(k, last, true); n.last == k || !s.plausible(r, n) {
			return it.last
		}
		first = k
	}
}
