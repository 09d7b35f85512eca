package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// maxAcronym is how many letters an acronym has that may stand for many things.
const maxAcronym = 4

// acronyms takes away armed groups of which the document has only a short acronym and
// neither a fuller name nor the country: an IRA without Britain is some other thing.
func (f *finder) acronyms(texts []*scan) {
	meant := map[readout.EntityID]bool{}
	for _, s := range texts {
		for _, it := range s.items {
			if org := f.armedGroup(it); org != nil && s.acronym(it, org) {
				if _, seen := meant[it.entity]; !seen {
					meant[it.entity] = told(texts, it.entity, org)
				}
			}
		}
	}
	for _, s := range texts {
		s.items = slices.DeleteFunc(s.items, func(it *item) bool {
			known, short := meant[it.entity]
			return short && !known && s.acronym(it, f.armedGroup(it))
		})
	}
}

// armedGroup is the armed group that an item names, nil for others.
func (f *finder) armedGroup(it *item) *lexicon.Org {
	if org := f.lex.Orgs[strings.TrimPrefix(string(it.entity), "org/")]; it.what == aThing && it.entity.Kind() == readout.Org && org != nil && org.Kind == "armed-group" {
		return org
	}
	return nil
}

// acronym reports whether an item is a short acronym that is not the group's own name.
func (s *scan) acronym(it *item, org *lexicon.Org) bool {
	k := s.tokens[it.nameFirst]
	return it.nameLast == it.nameFirst+1 && k.AllCaps && len(k.Fold) <= maxAcronym && !strings.EqualFold(org.Name, k.Fold) && org.Country != ""
}

// told reports whether the texts name a group by more than its acronym, or its country.
func told(texts []*scan, id readout.EntityID, org *lexicon.Org) bool {
	return slices.ContainsFunc(texts, func(s *scan) bool {
		return slices.ContainsFunc(s.items, func(it *item) bool {
			if it.entity == id {
				return !s.acronym(it, org)
			}
			return it.country == org.Country || it.role != nil && it.role.country == org.Country
		})
	})
}
