package ledger

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"readout"
)

// source is one document of the ledger with what the rules ask of it.
type source struct {
	r       *readout.Reading
	day     int  // day of publication
	hasDay  bool // day is known
	outlet  readout.EntityID
	sources []string     // every place that the same bytes were read from
	printed *fingerprint // see fingerprint

	statements map[string]*readout.Statement        // by id
	points     map[string][]*readout.Point          // by the report that they belong to, without forecasts
	main       map[readout.EntityID]*readout.Report // by issuer: the first contact that its text tells of
}

// world is what the readings say of everybody, apart from any contact: where
// people belong, and which documents name them.
type world struct {
	docs    []*source // by document id
	country map[readout.EntityID]string
	byWord  map[string][]readout.EntityID // persons by each word of their ids
	guessed map[readout.EntityID]string   // countries of persons found through fuller names
	review  *review                       // what persons have made of the ledger; nil without one
}

func newWorld(readings []readout.Reading) *world {
	w := &world{docs: uniqueDocs(readings), guessed: map[readout.EntityID]string{}, byWord: map[string][]readout.EntityID{}}
	w.country = countries(w.docs)
	persons := map[readout.EntityID]bool{}
	for _, s := range w.docs {
		for _, e := range s.r.Entities {
			persons[e.ID] = e.ID.Kind() == readout.Person
		}
		for _, c := range s.r.Contacts {
			for _, p := range c.Parties {
				persons[p.Entity] = p.Entity.Kind() == readout.Person
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(persons)) {
		if persons[id] {
			for _, word := range idWords(id) {
				w.byWord[word] = append(w.byWord[word], id)
			}
		}
	}
	return w
}

// uniqueDocs sorts the readings by document and joins those of the same bytes.
func uniqueDocs(readings []readout.Reading) []*source {
	byID := map[readout.DocID]*source{}
	for i := range readings {
		r := &readings[i]
		s := byID[r.Document.ID]
		if s == nil {
			s = &source{}
			byID[r.Document.ID] = s
		}
		if s.r == nil || r.Document.Source < s.r.Document.Source {
			s.r = r
		}
		s.sources = append(s.sources, r.Document.Source)
	}
	docs := slices.Collect(maps.Values(byID))
	slices.SortFunc(docs, func(a, b *source) int { return cmp.Compare(a.r.Document.ID, b.r.Document.ID) })
	for _, s := range docs {
		s.day, s.hasDay = parseDay(s.r.Document.Published.Day())
		s.outlet = outletOf(s.r)
		slices.Sort(s.sources)
		s.sources = slices.Compact(s.sources)
		s.index()
	}
	return docs
}

// index makes what is asked again and again of a document cheap to find.
func (s *source) index() {
	s.statements, s.points, s.main = map[string]*readout.Statement{}, map[string][]*readout.Point{}, map[readout.EntityID]*readout.Report{}
	for i := range s.r.Statements {
		st := &s.r.Statements[i]
		if s.statements[st.ID] == nil {
			s.statements[st.ID] = st
		}
	}
	for i := range s.r.Points {
		if p := &s.r.Points[i]; !p.Expected {
			s.points[p.Contact] = append(s.points[p.Contact], p)
		}
	}
	for i := range s.r.Contacts {
		c := &s.r.Contacts[i]
		if issuer := issuerAt(s.r, c.Words); !c.Headline && s.main[issuer] == nil {
			s.main[issuer] = c
		}
	}
}

// statement is the statement with the id, or nil.
func (s *source) statement(id string) *readout.Statement {
	if id == "" {
		return nil
	}
	return s.statements[id]
}

// outletOf is the entity of the document's own voice: the outlet that the
// reading knows under the document's outlet name, else an id made of that name.
func outletOf(r *readout.Reading) readout.EntityID {
	name := r.Document.Outlet
	for i := range r.Entities {
		e := &r.Entities[i]
		if (e.Kind == readout.Outlet || e.Kind == readout.Org) && name != "" && slug(e.Name) == slug(name) {
			return e.ID
		}
	}
	if s := slug(name); s != "" {
		return readout.EntityID("outlet/" + s)
	}
	return ""
}

// countries is the country that most documents give each entity; of equals,
// the first in alphabetical order.
func countries(docs []*source) map[readout.EntityID]string {
	votes := map[readout.EntityID]map[string]int{}
	vote := func(id readout.EntityID, country string) {
		if id == "" || country == "" {
			return
		}
		if votes[id] == nil {
			votes[id] = map[string]int{}
		}
		votes[id][country]++
	}
	for _, s := range docs {
		for _, e := range s.r.Entities {
			vote(e.ID, e.Country)
		}
		for _, c := range s.r.Contacts {
			for _, p := range c.Parties {
				vote(p.Entity, p.Country)
			}
		}
	}
	out := make(map[readout.EntityID]string, len(votes))
	for id, v := range votes {
		best := ""
		for _, c := range slices.Sorted(maps.Keys(v)) {
			if best == "" || v[c] > v[best] {
				best = c
			}
		}
		out[id] = best
	}
	return out
}

// idWords are the words of an entity's name as its id spells it.
func idWords(id readout.EntityID) []string {
	_, name, _ := strings.Cut(string(id), "/")
	return strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '/' })
}

// countryOf is the country of an entity: from its own id, from what documents
// say, or from the persons whose fuller names hold this name, where they all
// belong to one country.
func (w *world) countryOf(id readout.EntityID) string {
	words := idWords(id)
	switch id.Kind() {
	case readout.State, readout.Office:
		if len(words) > 0 && len(words[0]) == 3 {
			return words[0]
		}
	}
	if c := w.country[id]; c != "" || id.Kind() != readout.Person {
		return c
	}
	if c, ok := w.guessed[id]; ok {
		return c
	}
	c := w.countryByName(words)
	w.guessed[id] = c
	return c
}

func (w *world) countryByName(words []string) string {
	found := ""
	for _, id := range w.namesakes(words) {
		c := w.country[id]
		if c == "" {
			continue
		}
		if found != "" && c != found {
			return ""
		}
		found = c
	}
	return found
}

// namesakes are the persons whose names hold all these words.
func (w *world) namesakes(words []string) []readout.EntityID {
	if len(words) == 0 {
		return nil
	}
	rarest := slices.MinFunc(words, func(a, b string) int { return cmp.Compare(len(w.byWord[a]), len(w.byWord[b])) })
	var out []readout.EntityID
	for _, id := range w.byWord[rarest] {
		if subset(words, idWords(id)) {
			out = append(out, id)
		}
	}
	return out
}

// fullest are the words of the one fullest name that holds these words and
// every other name that does; else the words themselves. "Bonetti" is Carla
// Bonetti where no other Bonetti is known.
func (w *world) fullest(words []string) []string {
	list := w.namesakes(words)
	if len(list) == 0 {
		return words
	}
	longest := idWords(slices.MaxFunc(list, func(a, b readout.EntityID) int { return cmp.Compare(len(idWords(a)), len(idWords(b))) }))
	for _, id := range list {
		if !subset(idWords(id), longest) {
			return words
		}
	}
	return longest
}

// sideOf is what a voice or party belongs to: a country, else an organisation's
// own id, else "".
func (w *world) sideOf(id readout.EntityID) string {
	if c := w.countryOf(id); c != "" {
		return c
	}
	if id.Kind() == readout.Org {
		return string(id)
	}
	return ""
}
