package mention

import (
	"readout"
	"readout/lexicon"
)

// shareFamily gives a given name the family name of the person named with it: "Igor
// and Olga Petrov".
func (s *scan) shareFamily(it *item, n run, last int) {
	if len(n.parts) != 1 || !s.given(n.first) || !s.is(n.last, last, "and") {
		return
	}
	other := s.name(n.last+1, last, false)
	if len(other.parts) != 2 || !s.given(other.first) || s.familyName(n.first, n.last) > 0 && s.familyName(n.last+1, other.last) == other.last-other.first {
		return
	}
	it.parts, it.weak = []string{n.parts[0], other.parts[1]}, false
	it.full = squeeze(s.t.Cut(s.t.Span(n.first, n.last)) + " " + s.t.Cut(s.t.Span(other.first+1, other.last)))
}

// respective reads the persons behind a plural role of several states, each of one
// of them in order: "the presidents of Ghana and Togo, Kwabena Ofori and Edem Kpodar".
// It gives the token after them, or i where there are not as many.
func (s *scan) respective(r *role, i, last int) int {
	if len(r.owners) < 2 || r.head.Kind != lexicon.OfficeOf && r.head.Kind != lexicon.RoleOf {
		return i
	}
	k := r.last
	if s.is(k, last, ",") {
		k++
	}
	var names []run
	for len(names) < len(r.owners) {
		n := s.name(k, last, true)
		if n.last == k || !s.plausible(r, n) || !n.strong && len(n.parts) < 2 {
			return i
		}
		names = append(names, n)
		for k = n.last; s.is(k, last, ",", "and") && len(names) < len(r.owners); k++ {
		}
	}
	for j, n := range names {
		own := s.shareOf(r, j)
		it := &item{first: n.first, last: n.last, nameFirst: n.first, nameLast: n.last, what: aPerson, form: readout.ByName, role: own, parts: n.parts, country: own.country}
		if j == 0 {
			it.first = i
		}
		s.items = append(s.items, it)
	}
	return names[len(names)-1].last
}

// apposedTo gives the persons named right before a plural role of several states
// their share of it: "Kwabena Ofori and Edem Kpodar, the presidents of Ghana and
// Togo,". It reports whether there were as many.
func (s *scan) apposedTo(r *role) bool {
	n := len(r.owners)
	if n < 2 || len(s.items) < n || r.first == 0 || !s.tokens[r.first-1].Is(",") {
		return false
	}
	before := s.items[len(s.items)-n:]
	end := r.first - 1
	for j := n - 1; j >= 0; j-- {
		it := before[j]
		if it.what != aPerson || it.role != nil || it.last != end || len(it.parts) < 2 {
			return false
		}
		for end = it.first; end > 0 && s.tokens[end-1].Is("and", ","); end-- {
		}
	}
	for j, it := range before {
		it.role, it.weak = s.shareOf(r, j), false
		it.country = it.role.country
	}
	before[n-1].last = r.last
	return true
}

// shareOf is the role that the j-th of several owners gives.
func (s *scan) shareOf(r *role, j int) *role {
	one, o := *r, r.owners[j].item
	one.plural, one.country, one.org, one.owners = false, o.country, "", r.owners[j:j+1]
	if o.entity.Kind() == readout.Org {
		one.country, one.org = "", o.entity
	}
	return &one
}
