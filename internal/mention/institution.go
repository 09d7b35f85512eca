package mention

import (
	"strings"

	"readout"
	"readout/internal/token"
)

// organisation is an institution that no file knows, from the document's own words.
type organisation struct{ name, country string }

// maxInstitution is how many tokens the name of an unknown institution can have.
const maxInstitution = 10

// institutionAt reads the name of an institution that no file knows at token i:
// capitalised words that end in its head ("the Syrian Negotiation Commission"), or its
// head and what it is for ("Ministry of Economic Development"). nil if there is none.
func (s *scan) institutionAt(i, last int) *item {
	if s.styled[s.t.SentenceOf(i)] || !s.tokens[i].Upper || s.lex.Words.Is("stop", s.tokens[i].Fold) || s.familyName(i, last) > 0 {
		return nil
	}
	end := i
	if head := s.beforeHeadNoun(i, last); head > i {
		end = max(head, s.ofNames(head-1, last))
	} else if own := s.ofNames(i, last); own > i {
		end = own
	}
	if end < i+2 {
		return nil
	}
	if s.is(end, last, "(") && s.is(end+2, last, ")") { // "the Asia-Pacific Economic Forum (APEC)"
		if short := s.thing(end+1, last); short != nil && short.entity.Kind() == readout.Org && short.last == end+2 {
			return &item{first: i, last: end, nameFirst: i, nameLast: end, what: aThing, form: readout.ByName, entity: short.entity, country: short.country}
		}
	}
	parts := make([]string, 0, maxInstitution)
	for _, k := range s.tokens[i:end] {
		if k.Kind == token.Word {
			parts = append(parts, strings.ReplaceAll(strings.ReplaceAll(k.Fold, ".", ""), "'", ""))
		}
	}
	id := readout.EntityID("org/" + strings.Join(parts, "-"))
	it := &item{first: i, last: end, nameFirst: i, nameLast: end, what: aThing, form: readout.ByName, entity: id}
	if own := s.ownerAt(i, end); own != nil {
		it.country = own.country
	}
	if s.lex.EntityOf(id) == nil {
		if _, ok := s.orgs[id]; !ok {
			s.orgs[id] = organisation{squeeze(s.t.Cut(s.t.Span(i, end))), it.country}
		}
	}
	return it
}

// ofNames reads "Ministry of Economic Development" at i and gives its end; i or
// less if it is none.
func (s *scan) ofNames(i, last int) int {
	if !s.lex.Words.Is("institution", s.tokens[i].Fold) || !s.is(i+1, last, "of", "for") {
		return i
	}
	end := i
	for j := i + 2; j < min(last, i+maxInstitution); j++ {
		k := s.tokens[j]
		switch {
		case k.Kind == token.Word && k.Upper && !s.lex.Words.Is("stop", k.Fold) && s.familyName(j, last) == 0 && !s.given(j) && s.noTitle(j):
			end = j + 1
		case k.Is("and", "of", "the", "for"):
		default:
			return end
		}
	}
	return end
}

// beforeHeadNoun reads "Syrian Negotiation Commission" at i and gives its end, or i.
func (s *scan) beforeHeadNoun(i, last int) int {
	end := i
	for j := i; j < min(last, i+maxInstitution); j++ {
		k := s.tokens[j]
		switch {
		case k.Kind == token.Word && k.Upper && k.Breaks < 2 && (!s.lex.Words.Is("stop", k.Fold) || j > i && !s.is(j, last, "the", "and")) && s.familyName(j, last) == 0 && s.noTitle(j):
			if j > i && s.lex.Words.Is("institution", k.Fold) {
				end = j + 1
			}
			if s.given(j) && j > i && s.tokens[j-1].Is("and") {
				return end
			}
		case k.Is("-") && !k.Space && j > i && s.tokens[j-1].Upper && j+1 < last && s.tokens[j+1].Upper && !s.tokens[j+1].Space:
		case k.Is("and", "of", "for", "on", "&") && j > i && s.tokens[j-1].Upper && j+1 < last && s.tokens[j+1].Upper && end == i:
		default:
			return end
		}
	}
	return end
}

// noTitle reports whether the word at j is no title of a person, or also the head
// of the name of a thing.
func (s *scan) noTitle(j int) bool {
	t := s.titles[j]
	return t.Title == nil || t.Kind.Modifies() || t.Plural || s.lex.Words.Is("orghead", s.tokens[j].Fold)
}
