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
	facts   *facts
	country map[readout.EntityID]string   // answers that were given
	sharing map[string][]readout.EntityID // the same, of namesakes
	guessed map[string]string             // countries found through fuller names, by words
	review  *review                       // what persons have made of the ledger; nil without one

	asked  map[readout.DocID]map[Question]bool // by document: what the rules asked for its sake; nil: not noted
	reader []readout.DocID                     // for whose sake they ask now
}

func newWorld(readings []readout.Reading) *world {
	w := worldOf(readings, newFacts())
	for _, s := range w.docs {
		factsOf(s.r, w.facts.add)
	}
	return w
}

// worldOf is the world of some readings, with what others say of everybody.
func worldOf(readings []readout.Reading, f *facts) *world {
	return &world{docs: uniqueDocs(readings), facts: f, country: map[readout.EntityID]string{}, sharing: map[string][]readout.EntityID{}, guessed: map[string]string{}}
}

// askFor says for the sake of which documents the rules ask from now on.
func (w *world) askFor(ids ...readout.DocID) { w.reader = ids }

// ask notes that the rules ask a question.
func (w *world) ask(q Question) {
	if w.asked == nil {
		return
	}
	for _, id := range w.reader {
		if w.asked[id] == nil {
			w.asked[id] = map[Question]bool{}
		}
		w.asked[id][q] = true
	}
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

// told is the country that most documents give an entity.
func (w *world) told(id readout.EntityID) string {
	w.ask(Question{CountryOf, string(id)})
	return w.countryGiven(id)
}

// countryGiven is told where the question follows from another.
func (w *world) countryGiven(id readout.EntityID) string {
	code, ok := w.country[id]
	if !ok {
		code = most(w.facts.of(Question{CountryOf, string(id)}))
		w.country[id] = code
	}
	return code
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
	if c := w.told(id); c != "" || id.Kind() != readout.Person {
		return c
	}
	return w.countryByName(words)
}

// countryByName is the country of all persons whose names hold these words.
func (w *world) countryByName(words []string) string {
	list, key := w.namesakes(words)
	if found, ok := w.guessed[key]; ok {
		return found
	}
	found := ""
	for _, id := range list {
		c := w.countryGiven(id)
		if c != "" && found != "" && c != found {
			found = ""
			break
		}
		found = cmp.Or(c, found)
	}
	w.guessed[key] = found
	return found
}

// namesakes are the persons whose names hold all these words, with the words as
// a question puts them.
func (w *world) namesakes(words []string) (list []readout.EntityID, key string) {
	if len(words) == 0 {
		return nil, ""
	}
	key = strings.Join(sortedWords(words), " ")
	w.ask(Question{Namesakes, key})
	if list, ok := w.sharing[key]; ok {
		return list, key
	}
	rarest := w.facts.of(Question{PersonWith, words[0]})
	for _, word := range words[1:] {
		if with := w.facts.of(Question{PersonWith, word}); len(with) < len(rarest) {
			rarest = with
		}
	}
	for id := range rarest {
		if id := readout.EntityID(id); subset(words, idWords(id)) {
			list = append(list, id)
		}
	}
	slices.Sort(list)
	w.sharing[key] = list
	return list, key
}

// fullest are the words of the one fullest name that holds these words and
// every other name that does; else the words themselves. "Bonetti" is Carla
// Bonetti where no other Bonetti is known.
func (w *world) fullest(words []string) []string {
	list, _ := w.namesakes(words)
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
