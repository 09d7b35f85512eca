package mention

import (
	"slices"

	"readout"
)

// withoutDeputy lists whom the text last spoke of together, without a deputy of whom only a
// sentence further back spoke, and whom the title does not name: where the text has gone on to
// another meeting of the guest's, "the two leaders" are the two who lead.
func (f *finder) withoutDeputy(s *scan, it *item, leadersOnly bool) (found []readout.EntityID, from int) {
	found, from = f.lately(s, it, leadersOnly)
	if leadersOnly || it.role == nil || it.number != 2 || len(found) != 2 || s.index() != 0 || !slices.Contains(it.role.head.Offices, "leader") {
		return found, from
	}
	n, day := s.t.SentenceOf(it.first), s.day(it.first)
	deputy := slices.IndexFunc(found, func(id readout.EntityID) bool { return f.kindOf(f.byID[id], day) == "deputy-head" })
	if deputy < 0 || len(f.byID[found[deputy]].at[1]) > 0 || !f.leads(found[1-deputy], day) || s.refersTo(found[deputy], n-1) {
		return found, from
	}
	if two, first := f.lately(s, it, true); len(two) == 2 && slices.Contains(two, found[1-deputy]) && f.apart(two) {
		return two, first
	}
	return found, from
}

// refersTo reports whether the text refers to a person in sentence n or after it.
func (s *scan) refersTo(id readout.EntityID, n int) bool {
	for i := len(s.refs) - 1; i >= 0 && s.refs[i].sentence >= n; i-- {
		if s.refs[i].id == id {
			return true
		}
	}
	return false
}

// besideSpeaker is who bears the office in the title, where one who speaks in remarks of several
// says "the President and I": the one with whom they are made, not the speaker's own.
func (f *finder) besideSpeaker(s *scan, it *item) *person {
	if it.role.det != "the" || !s.is(it.last, len(s.tokens), "and") || !s.is(it.last+1, len(s.tokens), "i") || s.t.Field == readout.InTitle {
		return nil
	}
	var found *person
	for _, p := range f.byID {
		if len(p.at[1]) > 0 && f.titledNow(p, it.role, s.day(it.first)) {
			if found != nil {
				return nil
			}
			found = p
		}
	}
	return found
}
