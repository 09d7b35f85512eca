package web

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// pickView offers texts of the ledger to be compared.
type pickView struct {
	Find     string // the words that are looked for
	Contacts []contactLine
	Texts    []pickText
	More     int
}

// pickText is a text that can be chosen.
type pickText struct {
	documentLine
	Hash string // as ?a= and ?b= take it
}

// What the page offers.
const (
	pickContacts = 6
	pickTexts    = 20
)

// pick finds the texts whose title, outlet, source or people have the words, the
// newest first, and the newest contacts of which both sides published an account.
func (s *snapshot) pick(find string) *pickView {
	v := &pickView{Find: find}
	words := strings.Fields(strings.ToLower(find))
	var found []*readout.Reading
	for i := range s.Readings {
		if r := &s.Readings[i]; hasWords(r, words) {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b *readout.Reading) int {
		return cmp.Or(cmp.Compare(b.Document.Published.Day(), a.Document.Published.Day()), cmp.Compare(a.Document.Source, b.Document.Source))
	})
	v.More = max(0, len(found)-pickTexts)
	for _, r := range found[:len(found)-v.More] {
		v.Texts = append(v.Texts, pickText{newDocumentLine(r), strings.TrimPrefix(docHref(r.Document.ID), "/doc/")})
	}
	for i := range s.Contacts {
		if c := &s.Contacts[i]; len(c.Comparison) > 0 && len(v.Contacts) < pickContacts && find == "" {
			line := newContactLine(c)
			line.Href = href("/compare", map[string][]string{"contact": {c.ID}})
			v.Contacts = append(v.Contacts, line)
		}
	}
	return v
}

// hasWords reports whether every word stands in what a text is known by.
func hasWords(r *readout.Reading, words []string) bool {
	if len(words) == 0 {
		return true
	}
	known := []string{documentName(r), r.Document.Outlet, r.Document.Source}
	for i := range r.Entities {
		known = append(known, r.Entities[i].Name)
	}
	text := strings.ToLower(strings.Join(known, "\n"))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}
