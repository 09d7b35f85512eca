package web

import (
	"net/http"
	"net/url"
	"strconv"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// tallyView is the page of a list of persons, states, topics or pairs: a row each,
// with numbers that lead to what they count.
type tallyView struct {
	Title, Lede string
	Sel         *selection
	Who         string // what the first field narrows; "" where there is none
	Heads       []string
	Rows        []tallyRow
	Pager       pager
	Figure      *figure
	Ways        []link // other ways to list
	Empty       bool   // the ledger has nothing to list
	Nothing     string // said where the list is empty
}

// tallyRow is a row: a name, and what is counted.
type tallyRow struct {
	Name, Href, Note string
	Cells            []link
}

// partyHref is the page of a person, a state or an organisation.
func partyHref(id readout.EntityID) string {
	return "/" + string(id.Kind()) + "/" + url.PathEscape(string(id[len(id.Kind())+1:]))
}

// pairHref is the page of a pair.
func pairHref(a, b readout.EntityID) string {
	if b < a {
		a, b = b, a
	}
	return "/pair" + partyHref(a) + partyHref(b)
}

// partyValues are the filters that choose the contacts of a person, a state or
// an organisation.
func partyValues(id readout.EntityID) url.Values {
	if id.Kind() == readout.State {
		return url.Values{byCountry: {string(id[len("state/"):])}}
	}
	return url.Values{byPerson: {string(id)}}
}

// narrowed is the selection's other filters with those of a row.
func (sel *selection) narrowed(path string, row url.Values, without ...string) string {
	values := sel.copy()
	for _, name := range without {
		values.Del(name)
	}
	for name, list := range row {
		values[name] = list
	}
	return href(path, values)
}

func days(first, last string) string {
	switch {
	case first == "":
		return "no day known"
	case first == last:
		return phrase.ShortDate(first)
	}
	return phrase.ShortDate(first) + " – " + phrase.ShortDate(last)
}

// peoplePage lists persons.
func (s *server) peoplePage(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/people")
	if err != nil {
		return err
	}
	page := &tallyView{Title: "People", Lede: "people who took part in a contact or said something", Who: "Name", Nothing: "Nobody here has all of this."}
	page.parties(s, now, sel, now.people(sel))
	return s.show(w, "tally", view{Title: page.Title, Tab: "/people", Page: page})
}

// people are the persons of a selection; of an empty one they are kept.
func (s *snapshot) people(sel *selection) []ledger.PartyRow {
	if sel.Any() {
		return s.Persons(sel.filter)
	}
	return s.allPeople()
}

// statesPage lists states and organisations.
func (s *server) statesPage(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/states")
	if err != nil {
		return err
	}
	page := &tallyView{Title: "States", Lede: "states, and organisations of several states, whose people or organs took part or spoke", Nothing: "No state here has all of this."}
	rows := now.allStates()
	if sel.Any() {
		rows = s.stateRows(now, sel.filter)
	}
	page.parties(s, now, sel, rows)
	return s.show(w, "tally", view{Title: page.Title, Tab: "/states", Page: page})
}

func (s *server) stateRows(now *snapshot, f *ledger.Filter) []ledger.PartyRow {
	return now.States(f, s.stateName)
}

// stateName is the name of a state by its id; "" of what is none.
func (s *server) stateName(id readout.EntityID) string {
	if id.Kind() != readout.State {
		return ""
	}
	return s.countryName(string(id[len("state/"):]))
}

// parties fills in the rows of persons or states.
func (t *tallyView) parties(s *server, now *snapshot, sel *selection, rows []ledger.PartyRow) {
	t.Sel, t.Empty, t.Heads = sel, !sel.Any() && len(rows) == 0, []string{"Contacts", "Statements", "From – to"}
	rows, t.Pager = cut(sel, rows)
	for i := range rows {
		p := &rows[i]
		row := tallyRow{Name: p.Name, Href: partyHref(p.ID)}
		if row.Name == "" {
			row.Name = now.names.Of(p.ID)
		}
		if p.ID.Kind() == readout.Person && p.Country != "" {
			row.Note = s.countryName(p.Country)
		}
		own := partyValues(p.ID)
		row.Cells = []link{
			counted(p.Contacts, sel.narrowed("/timeline", own, byPerson, byCountry)),
			counted(p.Statements, sel.narrowed("/statements", own, byPerson, byCountry)),
			{Text: days(p.First, p.Last)},
		}
		t.Rows = append(t.Rows, row)
	}
}

// counted is a number that leads to what it counts; of none it leads nowhere.
func counted(n int, href string) link {
	if n == 0 {
		return link{Text: "–"}
	}
	return link{Text: strconv.Itoa(n), Href: href}
}

// topicsPage lists topics, with a picture of when they come up.
func (s *server) topicsPage(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/topics")
	if err != nil {
		return err
	}
	rows := now.Topics(sel.filter)
	page := &tallyView{Title: "Topics", Lede: "topics of which accounts of a contact speak", Sel: sel, Who: "Person", Empty: !sel.Any() && len(rows) == 0,
		Heads: []string{"Contacts", "Points", "From – to"}, Nothing: "No account here speaks of a topic of all this."}
	if p := s.topicMatrix(now, sel, rows); p != nil {
		page.Figure = &figure{Name: "Topics over time", Picture: p, Caption: p.Label + ". The number in a square is of contacts; the table below has all of it."}
	}
	rows, page.Pager = cut(sel, rows)
	for _, t := range rows {
		page.Rows = append(page.Rows, tallyRow{Name: s.topic(t.ID), Href: topicHref(t.ID), Cells: []link{
			counted(t.Contacts, sel.narrowed("/timeline", url.Values{byTopic: {t.ID}})), {Text: strconv.Itoa(t.Points)}, {Text: days(t.First, t.Last)},
		}})
	}
	return s.show(w, "tally", view{Title: page.Title, Tab: "/topics", Page: page})
}

func topicHref(id string) string { return "/topic/" + url.PathEscape(id) }

// topicsPicture writes the picture of topics over time.
func (s *server) topicsPicture(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/topics")
	if err != nil {
		return err
	}
	p := s.topicMatrix(now, sel, now.Topics(sel.filter))
	if p == nil {
		return errNothingToDraw
	}
	return s.servePicture(w, p, "topics")
}

// ofStates is the value of ?of= that asks for the pairs of states.
const ofStates = "states"

// pairsOf gives the pairs that an address asks for.
func (s *server) pairsOf(now *snapshot, sel *selection) []ledger.PairRow {
	if sel.Get(askedOf) != ofStates {
		return now.PersonPairs(sel.filter)
	}
	rows := now.StatePairs(sel.filter)
	for i := range rows {
		for _, p := range []*ledger.PartyName{&rows[i].A, &rows[i].B} {
			if name := s.stateName(p.ID); name != "" {
				p.Name = name
			}
		}
	}
	return rows
}

func (s *server) pairRows(r *http.Request) ([]ledger.PairRow, error) {
	now, sel, err := s.asked(r, "/pairs")
	if err != nil {
		return nil, err
	}
	return s.pairsOf(now, sel), nil
}

// pairsPage lists pairs, with a matrix of who met whom.
func (s *server) pairsPage(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/pairs")
	if err != nil {
		return err
	}
	rows := s.pairsOf(now, sel)
	page := &tallyView{Title: "Pairs", Lede: "pairs of people who were in contact", Sel: sel, Who: "Person", Empty: len(now.Contacts) == 0, Heads: []string{"Contacts", "Both sides’ accounts", "Promises", "From – to"},
		Nothing: "No pair here has all of this.", Ways: []link{{Text: "Of people", Href: href("/pairs", without(sel, askedOf))}, {Text: "Of states", Href: sel.with(askedOf, ofStates, false)}}}
	if sel.Get(askedOf) == ofStates {
		page.Lede = "pairs of states whose people or organs were in contact"
	}
	if p := whoMetWhom(now.names, sel, rows); p != nil {
		page.Figure = &figure{Name: "Who met whom", Picture: p, Caption: p.Label + ". The list below has every pair."}
	}
	rows, page.Pager = cut(sel, rows)
	for i := range rows {
		p := &rows[i]
		own := url.Values{byPair: {string(p.A.ID) + "," + string(p.B.ID)}}
		page.Rows = append(page.Rows, tallyRow{Name: partyName(now.names, p.A) + " – " + partyName(now.names, p.B), Href: pairHref(p.A.ID, p.B.ID), Cells: []link{
			counted(p.Contacts, sel.narrowed("/timeline", own, askedOf)), counted(p.Compared, sel.narrowed("/left-out", own, askedOf)),
			counted(p.Promises, sel.narrowed("/promises", own, askedOf)), {Text: days(p.First, p.Last)},
		}})
	}
	return s.show(w, "tally", view{Title: page.Title, Tab: "/pairs", Page: page})
}

func without(sel *selection, name string) url.Values {
	values := sel.copy()
	values.Del(name)
	return values
}

func partyName(names phrase.Names, p ledger.PartyName) string {
	if p.Name != "" {
		return p.Name
	}
	return names.Of(p.ID)
}

// pairsPicture writes the matrix of who met whom.
func (s *server) pairsPicture(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/pairs")
	if err != nil {
		return err
	}
	p := whoMetWhom(now.names, sel, s.pairsOf(now, sel))
	if p == nil {
		return errNothingToDraw
	}
	return s.servePicture(w, p, "who-met-whom")
}
