package mention

import (
	"cmp"
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// entities gathers the entities of a document: those of the body in order of first
// mention, then those that only the title names.
func (f *finder) entities(body, title *scan) []readout.Entity {
	g := &gatherer{finder: f, out: []readout.Entity{}, at: map[readout.EntityID]int{}}
	for _, s := range []*scan{body, title} {
		for _, it := range s.items {
			switch it.form {
			case readout.ByName, readout.ByOffice, readout.ByMetonym:
				if it.entity != "" {
					g.add(it.entity, s, s.t.Span(it.nameFirst, it.nameLast), it)
				}
			case readout.ByGroup:
				for i, id := range it.members {
					if i < len(it.memberAt) {
						g.add(id, s, s.t.Span(it.memberAt[i].first, it.memberAt[i].last), it)
					}
				}
			}
		}
	}
	for i := range g.out {
		e := &g.out[i]
		e.Mentions = sortSpans(e.Mentions)
		e.InTitle = sortSpans(e.InTitle)
	}
	return g.out
}

// sortSpans sorts spans and takes doubles out.
func sortSpans(list []readout.Span) []readout.Span {
	slices.SortFunc(list, func(a, b readout.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return slices.Compact(list)
}

type gatherer struct {
	*finder
	out []readout.Entity
	at  map[readout.EntityID]int
}

func (g *gatherer) add(id readout.EntityID, s *scan, span readout.Span, it *item) {
	n, ok := g.at[id]
	if !ok {
		n = len(g.out)
		g.at[id] = n
		g.out = append(g.out, g.entity(id, it))
	}
	e := &g.out[n]
	if s.t.Field == readout.InTitle {
		e.InTitle = append(e.InTitle, span)
		return
	}
	e.Mentions = append(e.Mentions, span)
}

// entity makes the entity of an id: as the lexicon has it, or from the document's
// own words.
func (g *gatherer) entity(id readout.EntityID, it *item) readout.Entity {
	if known := g.lex.EntityOf(id); known != nil {
		known.Candidates = it.candidates
		known.Mentions = []readout.Span{}
		return *known
	}
	e := readout.Entity{ID: id, Kind: id.Kind(), Mentions: []readout.Span{}}
	if p := g.byID[id]; p != nil {
		e.Name, e.Country = p.name, p.country
		for _, h := range p.roles {
			if h.head != nil && h.head.Kind != lexicon.Honorific && h.head.Kind != lexicon.Relation {
				e.Role = h.words
				break
			}
		}
		return e
	}
	if o, ok := g.things[id]; ok {
		e.Name, e.Country = o.name, o.country
		return e
	}
	if it.role != nil { // an office that no file lists
		e.Country = it.role.country
		e.Name = it.role.words
		if st := g.lex.States[e.Country]; st != nil {
			e.Name = strings.ToUpper(e.Name[:1]) + e.Name[1:] + " of " + st.Name
		}
	}
	return e
}
