package web

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/phrase"
)

// facet is one way to narrow a list, with how many entries each value leaves.
type facet struct {
	Name   string
	Values []facetValue
	More   int // values that are not shown
}

// facetValue is a value of a facet. Count is exactly what its address lists.
type facetValue struct {
	Text, Href string
	Count      int
	Chosen     bool // its address takes it away again
}

// facetValues is how many values of a facet are shown.
const facetValues = 8

// facets gives the ways to narrow a selection of contacts. Persons and
// countries narrow it further; of the others a value takes the place of the one
// that is set, so those are counted without it.
func (s *server) facets(now *snapshot, sel *selection, chosen []readout.Contact) ([]facet, error) {
	narrowing := []struct {
		title, name string
		of          func(*readout.Contact) []string
		text        func(string) string
	}{
		{"Person", byPerson, personsOf, func(v string) string { return now.names.Of(readout.EntityID(v)) }},
		{"Country", byCountry, countriesOf, s.countryName},
	}
	var out []facet
	for _, n := range narrowing {
		out = append(out, sel.facet(n.title, n.name, count(chosen, n.of), n.text, true))
	}
	replacing := []struct {
		title, name string
		of          func(*readout.Contact) []string
		text        func(string) string
	}{
		{"Pair", byPair, pairsOf, func(v string) string { return pairName(now.names, v) }},
		{"How", byChannel, func(c *readout.Contact) []string { return []string{string(c.Channel)} }, func(v string) string { return phrase.Channel(readout.Channel(v)) }},
		{"Status", byStatus, func(c *readout.Contact) []string { return []string{string(c.Status)} }, func(v string) string { return statusTag(readout.Status(v)).Text }},
		{"Topic", byTopic, topicsOf, s.topic},
		{"Source", bySource, now.sourcesOf, func(v string) string { return v }},
	}
	for _, n := range replacing {
		list := chosen
		if sel.values.Has(n.name) {
			wider := sel.copy()
			wider.Del(n.name)
			w, err := s.selectionOf(sel.path, wider)
			if err != nil {
				return nil, err
			}
			list = now.Select(w.filter)
		}
		out = append(out, sel.facet(n.title, n.name, count(list, n.of), n.text, false))
	}
	return slices.DeleteFunc(out, func(f facet) bool { return len(f.Values) == 0 }), nil
}

// count counts the contacts with each value.
func count(contacts []readout.Contact, of func(*readout.Contact) []string) map[string]int {
	counts := map[string]int{}
	for i := range contacts {
		values := of(&contacts[i])
		slices.Sort(values)
		for _, v := range slices.Compact(values) {
			if v != "" {
				counts[v]++
			}
		}
	}
	return counts
}

// facet lists the most frequent values, and those that are set.
func (sel *selection) facet(title, name string, counts map[string]int, text func(string) string, add bool) facet {
	var values []string
	for v := range counts {
		values = append(values, v)
	}
	set := commas(sel.values[name])
	if name == byPair {
		set = sel.values[name]
	}
	chosen := func(v string) bool { return slices.Contains(set, v) }
	slices.SortFunc(values, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(chosen(b)), rank(chosen(a))), cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	f := facet{Name: title, More: max(0, len(values)-facetValues)}
	for _, v := range values[:min(len(values), facetValues)] {
		fv := facetValue{Text: text(v), Count: counts[v], Chosen: chosen(v)}
		if fv.Href = sel.with(name, v, add); fv.Chosen {
			fv.Href = sel.without(name, v)
		}
		f.Values = append(f.Values, fv)
	}
	return f
}

func rank(b bool) int {
	if b {
		return 1
	}
	return 0
}

func everybody(c *readout.Contact) []readout.Party {
	return append(slices.Clone(c.Parties), c.Attendees...)
}

func personsOf(c *readout.Contact) []string {
	var out []string
	for _, p := range everybody(c) {
		if p.Entity.Kind() == readout.Person {
			out = append(out, string(p.Entity))
		}
	}
	return out
}

func countriesOf(c *readout.Contact) []string {
	var out []string
	for _, p := range everybody(c) {
		switch {
		case p.Country != "":
			out = append(out, p.Country)
		case p.Entity.Kind() == readout.State:
			out = append(out, string(p.Entity)[len("state/"):])
		}
	}
	return out
}

// pairsOf are the pairs of a contact's parties, as ?pair= takes them.
func pairsOf(c *readout.Contact) []string {
	var out []string
	for i, p := range c.Parties {
		for _, q := range c.Parties[i+1:] {
			if p.Entity != "" && q.Entity != "" && p.Entity != q.Entity {
				out = append(out, pairKey(p.Entity, q.Entity))
			}
		}
	}
	return out
}

func pairKey(a, b readout.EntityID) string {
	if b < a {
		a, b = b, a
	}
	return string(a) + "," + string(b)
}

func pairName(names phrase.Names, key string) string {
	var out []string
	for _, id := range commas([]string{key}) {
		out = append(out, names.Of(readout.EntityID(id)))
	}
	return phrase.List(out)
}

func topicsOf(c *readout.Contact) []string {
	var out []string
	for i := range c.Accounts {
		for j := range c.Accounts[i].Points {
			out = append(out, c.Accounts[i].Points[j].Topics...)
		}
	}
	return out
}

// sourcesOf are the outlets that tell of a contact.
func (s *snapshot) sourcesOf(c *readout.Contact) []string {
	var out []string
	for _, id := range c.Documents {
		out = append(out, s.outlets[id])
	}
	return out
}

// countryName is the name of a country by its code.
func (s *server) countryName(code string) string {
	if st := s.Lexicon.States[code]; st != nil {
		return st.Name
	}
	return code
}

// ofWhom names the state of a participant, or the organisation that he or she takes
// part for; "" for others.
func (s *server) ofWhom(p *readout.Party) string {
	if p.Country == "" {
		if e := s.Lexicon.EntityOf(p.Organisation); e != nil {
			return e.Name
		}
	}
	return s.countryName(p.Country)
}
