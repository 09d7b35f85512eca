package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// What the page of a person, a state or a topic shows of each list; the lists
// themselves have all.
const (
	partyContacts   = 10
	partyStatements = 5
	partyPromises   = 5
	partyOthers     = 10
	partySilent     = 12 // matters that are left out
)

// partyView is the page of a person, a state or an organisation, or of a topic.
type partyView struct {
	Kind, Name string
	About      []string // country, offices
	Lede       string
	Sel        *selection
	Figure     *figure
	Channels   facet
	Contacts   shortList[contactLine]
	Aside      aside
	Others     []countedLink // with whom it was in contact
	People     []countedLink // of a state
	Topics     []countedLink
	LeftOut    shortList[leftOutContact]
	Promises   shortList[promiseView]
	Statements shortList[statementView]
	JSON       string
}

// shortList is the first entries of a list, and where the others are.
type shortList[T any] struct {
	Total int
	Rows  []T
	Href  string
}

// partyData is the page as JSON.
type partyData struct {
	ID         readout.EntityID    `json:"id"`
	Name       string              `json:"name"`
	Country    string              `json:"country,omitempty"`
	Offices    []officeData        `json:"offices,omitempty"`
	Contacts   []string            `json:"contacts"` // ids, in the order of the ledger
	Statements int                 `json:"statements"`
	Pairs      []ledger.PairRow    `json:"pairs"`
	Topics     []ledger.TopicRow   `json:"topics"`
	LeftOut    []ledger.Omission   `json:"left_out"`
	Promises   []ledger.PromiseRow `json:"promises"`
}

// officeData is an office that the lexicon says a person held.
type officeData struct {
	Office string `json:"office"`
	From   string `json:"from,omitempty"`
	To     string `json:"to,omitempty"`
}

// party is a person, a state or an organisation and what is chosen of it.
type party struct {
	id       readout.EntityID
	name     string
	country  string
	offices  []officeData
	sel      *selection     // what the address asks for
	chosen   *ledger.Filter // of it
	values   url.Values     // the filters of its lists
	contacts []readout.Contact
}

// partyOf finds who an address means, and what it asks for.
func (s *server) partyOf(r *http.Request, now *snapshot, id readout.EntityID) (*party, error) {
	p := &party{id: id, name: cmp.Or(s.stateName(id), now.names[id])}
	if e := s.Lexicon.EntityOf(id); e != nil {
		p.name, p.country = cmp.Or(p.name, e.Name), e.Country
	}
	if p.name == "" || id.Kind() == readout.State && p.name == string(id[len("state/"):]) && !now.hasState(id) {
		return nil, fmt.Errorf("%w: nobody here is called %s", readout.ErrNotFound, id)
	}
	if id.Kind() == readout.Person {
		p.offices = s.officesOf(id)
	}
	var err error
	if p.sel, err = s.selectionOf(partyHref(id), r.URL.Query()); err != nil {
		return nil, err
	}
	p.values = p.sel.copy()
	for name, list := range partyValues(id) {
		p.values[name] = append(p.values[name], list...)
	}
	own, err := s.selectionOf(p.sel.path, p.values)
	if err != nil {
		return nil, err
	}
	p.chosen = own.filter
	p.contacts = now.Select(p.chosen)
	return p, nil
}

// hasState reports whether a contact is of the state.
func (s *snapshot) hasState(id readout.EntityID) bool {
	return slices.ContainsFunc(s.Contacts, func(c readout.Contact) bool { return slices.Contains(countriesOf(&c), string(id[len("state/"):])) })
}

// officesOf are the offices of a person by the lexicon, the first first.
func (s *server) officesOf(id readout.EntityID) []officeData {
	var out []officeData
	for _, t := range s.Lexicon.Tenures(string(id[len("person/"):])) {
		if o := s.Lexicon.Offices[t.Office]; o != nil {
			out = append(out, officeData{Office: o.Name, From: t.From, To: t.To})
		}
	}
	slices.SortStableFunc(out, func(a, b officeData) int { return cmp.Compare(a.From, b.From) })
	return out
}

// partyPage shows a person, a state or an organisation, or its JSON.
func (s *server) partyPage(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	kind, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	name, asJSON := strings.CutSuffix(r.PathValue("id"), ".json")
	p, err := s.partyOf(r, now, readout.EntityID(kind+"/"+name))
	if err != nil {
		return err
	}
	if asJSON {
		return writeLinked(w, s.partyData(now, p))
	}
	page, err := s.partyView(r, now, p)
	if err != nil {
		return err
	}
	tab := map[readout.EntityKind]string{readout.Person: "/people"}[p.id.Kind()]
	return s.show(w, "party", view{Title: p.name, Tab: cmp.Or(tab, "/states"), Page: page})
}

// side is whose accounts speak for the party.
func (p *party) side() string {
	if p.id.Kind() == readout.State {
		return string(p.id[len("state/"):])
	}
	return cmp.Or(p.country, string(p.id))
}

// pairs are those that the party is one of, most contacts first.
func (p *party) pairs(s *server, now *snapshot) []ledger.PairRow {
	rows := now.PersonPairs(p.chosen)
	if p.id.Kind() != readout.Person {
		rows = now.StatePairs(p.chosen)
	}
	rows = slices.DeleteFunc(rows, func(r ledger.PairRow) bool { return r.A.ID != p.id && r.B.ID != p.id })
	for i := range rows {
		for _, n := range []*ledger.PartyName{&rows[i].A, &rows[i].B} {
			n.Name = cmp.Or(s.stateName(n.ID), n.Name, now.names.Of(n.ID))
		}
	}
	return rows
}

func (s *server) partyData(now *snapshot, p *party) *partyData {
	_, statements := now.LatestStatements(p.chosen, 0)
	d := &partyData{ID: p.id, Name: p.name, Country: p.country, Offices: p.offices, Contacts: []string{}, Statements: statements,
		Pairs: p.pairs(s, now), Topics: orEmpty(now.Topics(p.chosen)), LeftOut: orEmpty(now.Omissions(p.chosen, p.side())), Promises: orEmpty(now.Promises(p.chosen))}
	for i := range p.contacts {
		d.Contacts = append(d.Contacts, p.contacts[i].ID)
	}
	return d
}

func (s *server) partyView(r *http.Request, now *snapshot, p *party) (*partyView, error) {
	v := &partyView{Name: p.name, Kind: string(p.id.Kind()), Sel: p.sel, JSON: href(p.sel.path+".json", p.sel.values)}
	v.About = s.about(p)
	v.Lede = partyLede(p)
	v.lists(now, p.chosen, p.values, p.contacts)
	v.Channels = s.channels(now, p)
	for _, pair := range firstOf(p.pairs(s, now), partyOthers) {
		other := pair.A
		if other.ID == p.id {
			other = pair.B
		}
		v.Others = append(v.Others, countedLink{link{Text: other.Name, Href: pairHref(pair.A.ID, pair.B.ID)}, pair.Contacts})
	}
	for _, t := range firstOf(now.Topics(p.chosen), partyOthers) {
		v.Topics = append(v.Topics, countedLink{link{Text: s.topic(t.ID), Href: p.sel.narrowed("/timeline", with(p.values, byTopic, t.ID))}, t.Contacts})
	}
	if p.id.Kind() == readout.State {
		v.People = peopleOf(now, p)
	}
	silent := now.Omissions(p.chosen, p.side())
	v.LeftOut = shortList[leftOutContact]{len(silent), s.leftOut(now, firstOf(silent, partySilent)), leftOutHref(p.side(), p.values)}
	return v, s.saidAndPromised(r, now, v, p.chosen, p.values)
}

// peopleOf are the state's people in its contacts, most contacts first.
func peopleOf(now *snapshot, p *party) []countedLink {
	code := p.side()
	counts := count(p.contacts, func(c *readout.Contact) []string {
		var out []string
		for _, q := range everybody(c) {
			if q.Country == code && q.Entity.Kind() == readout.Person {
				out = append(out, string(q.Entity))
			}
		}
		return out
	})
	var out []countedLink
	for id, n := range counts {
		out = append(out, countedLink{link{Text: now.names.Of(readout.EntityID(id)), Href: partyHref(readout.EntityID(id))}, n})
	}
	slices.SortFunc(out, func(a, b countedLink) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Href, b.Href)) })
	return firstOf(out, partyOthers)
}

// saidAndPromised fills in the latest statements and promises.
func (s *server) saidAndPromised(r *http.Request, now *snapshot, v *partyView, f *ledger.Filter, values url.Values) error {
	statements, total := now.LatestStatements(f, partyStatements)
	v.Statements = shortList[statementView]{Total: total, Href: href("/statements", values)}
	for i := range statements {
		v.Statements.Rows = append(v.Statements.Rows, newStatement(now, &statements[i].Statement, statements[i].Contacts))
	}
	promises := now.Promises(f)
	v.Promises = shortList[promiseView]{Total: len(promises), Href: href("/promises", values)}
	for i := range firstOf(promises, partyPromises) {
		p, err := s.promiseOf(r, now, &promises[i])
		if err != nil {
			return err
		}
		v.Promises.Rows = append(v.Promises.Rows, p)
	}
	return nil
}

// lists fills in the contacts and their picture.
func (v *partyView) lists(now *snapshot, f *ledger.Filter, values url.Values, contacts []readout.Contact) {
	v.Aside = now.aside(f, values)
	v.Contacts = shortList[contactLine]{len(contacts), contactLines(firstOf(contacts, partyContacts)), href("/timeline", values)}
	if d := draw(&selection{path: "/timeline", values: values}, contacts); d != nil {
		p := d.picture()
		p.File = href("/timeline.svg", values)
		v.Figure = &figure{Name: "Contacts over time", Picture: p, Caption: p.Label + "."}
	}
}

// channels counts how the contacts went, whichever way is asked for.
func (s *server) channels(now *snapshot, p *party) facet {
	wider := with(p.values, byChannel, "")
	wider.Del(byChannel)
	sel, err := s.selectionOf(p.sel.path, wider)
	if err != nil {
		return facet{}
	}
	counts := count(now.Select(sel.filter), func(c *readout.Contact) []string { return []string{string(c.Channel)} })
	return p.sel.facet("How", byChannel, counts, func(v string) string { return phrase.Channel(readout.Channel(v)) }, false)
}

// with is a copy of filters with one set.
func with(values url.Values, name, value string) url.Values {
	out := url.Values{}
	for k, list := range values {
		out[k] = list
	}
	out.Set(name, value)
	return out
}

// firstOf are the first n entries of a list, or all of a shorter one.
func firstOf[T any](list []T, n int) []T { return list[:min(len(list), n)] }

// about says what the lexicon knows of a party.
func (s *server) about(p *party) []string {
	var out []string
	if p.id.Kind() == readout.Person && p.country != "" {
		out = append(out, s.countryName(p.country))
	}
	for _, o := range p.offices {
		text := o.Office
		switch {
		case o.From != "" && o.To != "":
			text += ", " + phrase.ShortDate(o.From) + " – " + phrase.ShortDate(o.To)
		case o.From != "":
			text += ", since " + phrase.ShortDate(o.From)
		}
		out = append(out, text)
	}
	return out
}

// partyLede says in a sentence how much there is.
func partyLede(p *party) string {
	held, first, last := 0, "", ""
	for i := range p.contacts {
		c := &p.contacts[i]
		if c.Status == readout.Held {
			held++
		}
		if c.When != nil {
			if last == "" {
				last = c.When.EDTF
			}
			first = c.When.EDTF
		}
	}
	if len(p.contacts) == 0 {
		return "No contact here is known of" + map[bool]string{true: " that has all of this", false: ""}[p.sel.Any()] + "."
	}
	text := fmt.Sprintf("%s here, %d of them held", phrase.Count(len(p.contacts), "contact"), held)
	if first != "" {
		text += "; " + days(first, last)
	}
	return text + "."
}
