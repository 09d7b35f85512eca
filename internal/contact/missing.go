package contact

import (
	"slices"

	"readout"
)

// missingSide looks for the side of a contact that the words beside its noun leave out:
// whose schedule or journey has it, whom a call from somebody reached, who opens the
// sentence before a comma.
func (f *finder) missingSide(c cue, np, start, end int, s *sides) {
	if s.closed || s.open {
		return
	}
	switch {
	case len(s.subject) == 0 && len(s.object) > 0:
		if s.light != nil {
			s.subject = f.ownerOfSubject(s.light.group.First, start)
		}
		if g := f.mainGroup(c); len(s.subject) == 0 && prepositions[f.at(np-1).Fold] && g.First > start && g.First < np {
			s.subject = f.ownerOfSubject(g.First, start)
		}
		if len(s.subject) == 0 {
			s.subject = f.opener(np, start, s.object)
		}
	case len(s.subject) == 1 && len(s.object) == 0 && f.at(c.last).Is("from") && s.light == nil:
		for i := c.last + 1; i < min(end, c.last+10); i++ {
			if !f.finite(i) {
				continue
			}
			if m := f.mentionFrom(i+1, end); m >= 0 && f.persons([]int{m}) && !f.possessive(m) { // "a call from Holt woke Reyes"
				s.object = []int{m}
			}
			return
		}
	}
}

// ownerOfSubject is whose schedule, day or journey is the subject of the verb group that
// begins at token first: "Holt's schedule includes talks with Reyes"; nil if nobody's is.
func (f *finder) ownerOfSubject(first, start int) []int {
	for i := start; i < first; i++ {
		m := f.owner[i]
		if m < 0 {
			if f.finite(i) {
				return nil
			}
			continue
		}
		_, last := f.tokensOf(m)
		if f.eligible(m) && f.possessive(m) {
			for j := last; j < min(first, last+5); j++ {
				if f.schedule(j) || f.telling(j) || f.at(j).Is("day", "stay", "stop", "tour", "programme", "program", "week", "train", "plane", "jet", "motorcade", "convoy", "aircraft", "helicopter") {
					return []int{m}
				}
			}
		}
		i = max(i, last-1)
	}
	return nil
}

// schedule reports whether token i is a word for a list of what somebody will do.
func (f *finder) schedule(i int) bool {
	return f.at(i).Is("schedule", "agenda", "diary", "calendar", "itinerary", "timetable")
}

// opener is the person of another state who opens the sentence, with a comma behind the
// name: "Reyes, fresh from talks with Holt, spoke to the press"; nil if nobody does.
func (f *finder) opener(np, start int, object []int) []int {
	if !prepositions[f.at(np-1).Fold] {
		return nil
	}
	m := f.mentionFrom(start, np)
	if m < 0 || !f.persons([]int{m}) || f.possessive(m) || f.Mentions[m].Form == readout.ByGroup {
		return nil
	}
	if _, last := f.tokensOf(m); !f.at(last).Is(",") {
		return nil
	}
	for i := start; i < np; i++ {
		if f.finite(i) {
			return nil
		}
	}
	p, q := f.parties([]int{m}), f.parties(object)
	if slices.ContainsFunc(q, func(o readout.Party) bool { return o.Country == p[0].Country }) {
		return nil
	}
	return []int{m}
}

// unnamedSide reports whether all parties of a noun stand behind its "with": "calls with
// Reyes and Holt" are calls of somebody else with each.
func (f *finder) unnamedSide(c cue, s sides) bool {
	return !c.verb() && c.word != goneBy && len(s.subject) == 0 && !s.closed && len(f.parties(s.object)) > 1 && f.at(f.withOf(c)).Is("with", "to")
}

// withOf is the first preposition behind a noun that names a party.
func (f *finder) withOf(c cue) int {
	for i := c.last; i < min(f.Sentences[c.sentence].Last, c.last+8); i++ {
		if f.at(i).Is("with", "to", "between", "of", "among", "from", "by", "involving") {
			return i
		}
	}
	return -1
}
