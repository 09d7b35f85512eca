package ledger

import (
	"slices"

	"readout"
)

// Ledger is a set of documents and of corrections, and the contacts that follow
// from them, to look things up in.
type Ledger struct {
	Readings    []readout.Reading // a document once, by id
	Contacts    []readout.Contact
	Corrections []CorrectionRow // by moment

	why map[string][]joining // by id of contact
}

// StatementRow is a statement with what a list of statements says of it.
type StatementRow struct {
	readout.Statement
	Outlet    string   `json:"outlet,omitempty"`    // the document's
	Published string   `json:"published,omitempty"` // EDTF, the document's
	Contacts  []string `json:"contacts,omitempty"`  // ids of the contacts that it is about
}

// PromiseRow is a commitment with the contact in whose accounts it was made.
type PromiseRow struct {
	MadeIn string `json:"made_in"`
	readout.Commitment
}

// DocumentRow is a document without its text.
type DocumentRow struct {
	ID        readout.DocID      `json:"id"`
	Source    string             `json:"source"`
	URL       string             `json:"url,omitempty"`
	Outlet    string             `json:"outlet,omitempty"`
	Title     string             `json:"title,omitempty"`
	Byline    string             `json:"byline,omitempty"`
	Published *readout.Published `json:"published,omitempty"`
	Language  string             `json:"language,omitempty"`
	Words     int                `json:"words"`
	Contacts  []string           `json:"contacts"`         // ids of the contacts that it tells of
	Unread    string             `json:"unread,omitempty"` // the language for which it was kept and not read
}

// Statements lists the statements that are asked for, by document and place in
// it. Persons and countries are looked for in the speaker, days in the day on
// which it was said or published; everything else in the contacts that it is about.
func (l *Ledger) Statements(f *Filter) []StatementRow {
	type key struct {
		doc readout.DocID
		id  string
	}
	about := map[key][]*readout.Contact{}
	for i := range l.Contacts {
		c := &l.Contacts[i]
		for _, s := range c.Statements {
			about[key{s.Document, s.ID}] = append(about[key{s.Document, s.ID}], c)
		}
	}
	var out []StatementRow
	for i := range l.Readings {
		r := &l.Readings[i]
		for _, s := range r.Statements {
			row, ok := statementRow(r, s)
			contacts := about[key{r.Document.ID, s.ID}]
			if !ok || !f.matchStatement(r, &row, contacts) {
				continue
			}
			for _, c := range contacts {
				row.Contacts = append(row.Contacts, c.ID)
			}
			if out = append(out, row); f.limit > 0 && len(out) == f.limit {
				return out
			}
		}
	}
	return out
}

func statementRow(r *readout.Reading, s readout.Statement) (StatementRow, bool) {
	s, ok := quotedStatement(s, &r.Document)
	if !ok {
		return StatementRow{}, false
	}
	row := StatementRow{Statement: s, Outlet: r.Document.Outlet}
	if r.Document.Published != nil {
		row.Published = r.Document.Published.EDTF
	}
	return row, true
}

func (f *Filter) matchStatement(r *readout.Reading, row *StatementRow, about []*readout.Contact) bool {
	day := row.Published
	if row.Said != nil {
		day = row.Said.EDTF
	}
	if !f.MatchDay(day) {
		return false
	}
	if len(f.all) > 0 {
		if row.Speaker == nil {
			return false
		}
		speaker := entityParty(r, *row.Speaker)
		if slices.ContainsFunc(f.all, func(t term) bool { return !t.matches(speaker) }) {
			return false
		}
	}
	return !f.asksOfContacts() || slices.ContainsFunc(about, f.matchApartFromPeople)
}

// entityParty is an entity of a reading as a participant.
func entityParty(r *readout.Reading, id readout.EntityID) readout.Party {
	p := readout.Party{Entity: id}
	if e := r.Entity(id); e != nil {
		p.Name, p.Country = e.Name, e.Country
	}
	return p
}

// asksOfContacts reports whether the filter asks what only a contact has.
func (f *Filter) asksOfContacts() bool {
	return len(f.pairs)+len(f.channels)+len(f.statuses)+len(f.scopes)+len(f.topics)+len(f.outcomes) > 0 || f.disputed
}

// matchApartFromPeople leaves out persons, countries and days.
func (f *Filter) matchApartFromPeople(c *readout.Contact) bool {
	g := *f
	g.all, g.since, g.until = nil, nil, nil
	return g.Match(c)
}

// Promises lists the commitments made in the contacts that are asked for, of
// which came what is asked for, in the order of the ledger. The limit counts
// promises.
func (l *Ledger) Promises(f *Filter) []PromiseRow {
	var out []PromiseRow
	for i := range l.Contacts {
		c := &l.Contacts[i]
		if !f.Match(c) {
			continue
		}
		for _, p := range c.Commitments {
			if !f.matchPromise(p) {
				continue
			}
			if out = append(out, PromiseRow{MadeIn: c.ID, Commitment: p}); f.limit > 0 && len(out) == f.limit {
				return out
			}
		}
	}
	return out
}

// Documents lists the documents that are asked for, by id. Persons and countries
// are looked for among those whom the text names, days in the day of
// publication; everything else in the contacts that it tells of.
func (l *Ledger) Documents(f *Filter) []DocumentRow {
	about := map[readout.DocID][]*readout.Contact{}
	for i := range l.Contacts {
		for _, id := range l.Contacts[i].Documents {
			about[id] = append(about[id], &l.Contacts[i])
		}
	}
	var out []DocumentRow
	for i := range l.Readings {
		r := &l.Readings[i]
		contacts := about[r.Document.ID]
		if !f.matchDocument(r, contacts) {
			continue
		}
		d := &r.Document
		row := DocumentRow{ID: d.ID, Source: d.Source, URL: d.URL, Outlet: d.Outlet, Title: d.Title, Byline: d.Byline,
			Published: d.Published, Language: d.Language, Words: d.Words, Contacts: []string{}, Unread: r.Unread}
		for _, c := range contacts {
			row.Contacts = append(row.Contacts, c.ID)
		}
		if out = append(out, row); f.limit > 0 && len(out) == f.limit {
			break
		}
	}
	return out
}

func (f *Filter) matchDocument(r *readout.Reading, about []*readout.Contact) bool {
	day := ""
	if r.Document.Published != nil {
		day = r.Document.Published.EDTF
	}
	if !f.MatchDay(day) {
		return false
	}
	for _, t := range f.all {
		if !slices.ContainsFunc(r.Entities, func(e readout.Entity) bool {
			return t.matches(readout.Party{Entity: e.ID, Name: e.Name, Country: e.Country})
		}) {
			return false
		}
	}
	return !f.asksOfContacts() || slices.ContainsFunc(about, f.matchApartFromPeople)
}
