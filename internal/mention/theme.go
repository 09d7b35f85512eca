package mention

import (
	"slices"

	"readout"
)

// theme lists the two persons of different states whom an account is about: the only ones
// that its first sentence with a name speaks of, where the title has one of them; nil
// where there is no such pair.
func (f *finder) theme(s *scan) []readout.EntityID {
	if s.index() != 0 || len(s.refs) == 0 {
		return nil
	}
	var two []readout.EntityID
	titled := false
	for _, r := range s.refs {
		if r.sentence != s.refs[0].sentence {
			break
		}
		if p := f.byID[r.id]; p != nil && !slices.Contains(two, r.id) {
			two = append(two, r.id)
			titled = titled || len(p.at[1]) > 0
		}
	}
	if len(two) != 2 || !titled || !f.apart(two) {
		return nil
	}
	return two
}

// ofTheme is the pair that an account is about, for a group that what stands before it
// does not explain; nil where the group speaks in another voice, is not of two or cannot
// be the pair.
func (f *finder) ofTheme(s *scan, it *item) []readout.EntityID {
	two := f.theme(s)
	if two == nil || it.number > 2 || s.voice(s.refs[0].sentence) != s.voice(s.t.SentenceOf(it.first)) {
		return nil
	}
	for _, id := range two {
		if !f.eligible(id, it, s) || !f.oneGender(id, s, it) {
			return nil
		}
	}
	return two
}

// aside reports whether the persons found from a sentence on are only told of there: each
// stands behind a preposition, or in a list behind one ("the summit with Holt and Brell").
func (s *scan) aside(found []readout.EntityID, from int) bool {
	for _, r := range s.refs {
		if r.sentence >= from && slices.Contains(found, r.id) && !s.inOblique(r) {
			return false
		}
	}
	return true
}

// inOblique reports whether a name, or the list that it is part of, stands behind a
// preposition.
func (s *scan) inOblique(r ref) bool {
	i := r.first
	for n := len(s.refs) - 1; n >= 0 && s.refs[n].sentence >= r.sentence; n-- {
		if o := s.refs[n]; o.sentence == r.sentence && o.last < i && i-o.last <= 2 && s.tokens[i-1].Is("and", ",") {
			i = o.first
		}
	}
	return s.oblique(i)
}

// kindred reports whether two of the persons have one family name: they are no pair of two
// states, whatever the text leaves unsaid of either.
func (f *finder) kindred(ids []readout.EntityID) bool {
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if p, q := f.byID[a], f.byID[b]; p != nil && q != nil && len(p.parts) > 1 && len(q.parts) > 1 && p.parts[len(p.parts)-1] == q.parts[len(q.parts)-1] {
				return true
			}
		}
	}
	return false
}
