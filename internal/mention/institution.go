package mention

import (
	"strings"

	"readout"
	"readout/internal/token"
)

// unlisted is an institution, place or event that no file knows, from the
// document's own words.
type unlisted struct{ name, country string }

// maxInstitution is how many tokens the name of an unknown institution can have.
const maxInstitution = 10

// institutionAt reads the name of an institution, place or event that no file knows
// at token i: capitalised words that end in its head ("the Syrian Negotiation
// Commission", "the Dubrovka River"), or its head and what it is for ("Ministry of
// Economic Development"). nil if there is none.
func (s *scan) institutionAt(i, last int) *item {
	t := s.tokens[i]
	if s.styled[s.t.SentenceOf(i)] || !t.Upper && !s.ordinal(i) || s.lex.Words.Is("stop", t.Fold) && !s.directs(i, last) {
		return nil
	}
	if i > 0 && s.tokens[i-1].Is("-") && !t.Space {
		return nil
	}
	if office := s.titles[i]; office.Title != nil && office.Plural && s.is(i+office.Len, last, "of") { // "Ministers of Energy and Transport"
		return nil
	}
	kind, end := s.byHead(i, last)
	if own := s.ofNames(max(i, end-1), last); own > end && (end == i || s.is(end, last, "of") || s.serves(end-1)) {
		kind, end = readout.Org, own
	}
	if first := s.afterFirst(i, last); first > end {
		kind, end = readout.Place, first
	}
	if end < i+2 {
		return nil
	}
	if s.is(end, last, "(") && s.is(end+2, last, ")") { // "the Asia-Pacific Economic Forum (APEC)"
		if short := s.thing(end+1, last); short != nil && short.entity.Kind() == readout.Org && short.last == end+2 {
			return &item{first: i, last: end, nameFirst: i, nameLast: end, what: aThing, form: readout.ByName, entity: short.entity, country: short.country}
		}
	}
	return s.newThing(kind, i, end)
}

// serves reports whether the head at j is often followed by "for" and what the
// institution is for: "Federal Agency for Tourism", but no "League for".
func (s *scan) serves(j int) bool {
	return s.tokens[j].Is("agency", "council", "committee", "commission", "department", "office", "institute", "centre", "center", "fund", "bureau", "authority", "organization", "organisation", "association", "directorate", "bank", "foundation", "federation", "administration", "secretariat", "tribunal", "court", "ministry", "board", "society")
}

// newThing makes an item of the words [i, end), whose entity the document itself
// names.
func (s *scan) newThing(kind readout.EntityKind, i, end int) *item {
	id := readout.EntityID(string(kind) + "/" + slugOf(s.tokens[i:end]))
	it := &item{first: i, last: end, nameFirst: i, nameLast: end, what: aThing, form: readout.ByName, entity: id}
	if own := s.ownerAt(i, end); own != nil {
		it.country = own.country
	}
	s.noteThing(id, squeeze(s.t.Cut(s.t.Span(i, end))), it.country)
	return it
}

// noteThing keeps the name and country of an entity that no file knows.
func (f *finder) noteThing(id readout.EntityID, name, country string) {
	if _, ok := f.things[id]; !ok && f.lex.EntityOf(id) == nil {
		f.things[id] = unlisted{name, country}
	}
}

// slugOf joins the folded words of a name with hyphens.
func slugOf(tokens []token.Token) string {
	parts := make([]string, 0, maxInstitution)
	for _, k := range tokens {
		if k.Kind != token.Mark {
			parts = append(parts, strings.ReplaceAll(strings.ReplaceAll(k.Fold, ".", ""), "'", ""))
		}
	}
	return strings.Join(parts, "-")
}
