package ledger

import (
	"slices"
	"sync"

	"readout"
)

// Ledger is a set of documents and of corrections, and the contacts that follow
// from them, to look things up in.
type Ledger struct {
	once  sync.Once
	index index

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
	var out []StatementRow
	l.eachStatement(f, func(r *readout.Reading, s *readout.Statement, about []*readout.Contact) bool {
		row, ok := statementRow(r, *s)
		if !ok {
			return true
		}
		for _, c := range about {
			row.Contacts = append(row.Contacts, c.ID)
		}
		out = append(out, row)
		return f.limit == 0 || len(out) < f.limit
	})
	return out
}

// LatestStatements gives at most n of the statements that are asked for, those of
// the newest documents first, and how many there are.
func (l *Ledger) LatestStatements(f *Filter, n int) (rows []StatementRow, total int) {
	type found struct {
		r     *readout.Reading
		s     *readout.Statement
		about []*readout.Contact
	}
	var all []found
	l.eachStatement(f, func(r *readout.Reading, s *readout.Statement, about []*readout.Contact) bool {
		all = append(all, found{r, s, about})
		return true
	})
	for _, v := range newestOf(all, n, func(v found) string { return published(v.r) }) {
		if row, ok := statementRow(v.r, *v.s); ok {
			for _, c := range v.about {
				row.Contacts = append(row.Contacts, c.ID)
			}
			rows = append(rows, row)
		}
	}
	return rows, len(all)
}

// newestOf are the n of a list with the latest days, the latest first; of equals
// the first.
func newestOf[T any](list []T, n int, day func(T) string) []T {
	out := make([]T, 0, n+1)
	for _, v := range list {
		if len(out) == n && (n == 0 || day(v) <= day(out[n-1])) {
			continue
		}
		at := len(out)
		for at > 0 && day(out[at-1]) < day(v) {
			at--
		}
		if out = slices.Insert(out, at, v); len(out) > n {
			out = out[:n]
		}
	}
	return out
}

// eachStatement calls do with the statements that are asked for, and the
// contacts that each is about, until it returns false. The limit is not looked at.
func (l *Ledger) eachStatement(f *Filter, do func(r *readout.Reading, s *readout.Statement, about []*readout.Contact) bool) {
	about := l.indexes().about()
	var folded [][]string
	if !f.words.asksNothing() {
		folded = l.indexes().statements()
	}
	speaks := f.speakers()
	for i := range l.Readings {
		r := &l.Readings[i]
		if !f.matchOutlet(r.Document.Outlet) {
			continue
		}
		for j := range r.Statements {
			s := &r.Statements[j]
			if !speaks(r, s.Speaker) || !f.matchStatement(r, s, about[i][j]) || folded != nil && !f.words.inFolded(folded[i][j]) {
				continue
			}
			if !do(r, s, about[i][j]) {
				return
			}
		}
	}
}

func statementRow(r *readout.Reading, s readout.Statement) (StatementRow, bool) {
	s, ok := quotedStatement(s, &r.Document)
	if !ok {
		return StatementRow{}, false
	}
	return StatementRow{Statement: s, Outlet: r.Document.Outlet, Published: published(r)}, true
}

// published is the day or moment of a document's publication, EDTF; "" where
// none is known.
func published(r *readout.Reading) string {
	if r.Document.Published == nil {
		return ""
	}
	return r.Document.Published.EDTF
}

// matchStatement looks at everything but the outlet, the speaker and the words.
func (f *Filter) matchStatement(r *readout.Reading, s *readout.Statement, about []*readout.Contact) bool {
	day := published(r)
	if s.Said != nil {
		day = s.Said.EDTF
	}
	return f.MatchDay(day) && (len(f.via) == 0 || f.matchVia(statementSteps(r, s))) &&
		(!f.asksOfContacts() || slices.ContainsFunc(about, f.matchApartFromPeople))
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

// matchApartFromPeople leaves out persons, countries and days, and what is asked
// of the statement's or the document's own words and way.
func (f *Filter) matchApartFromPeople(c *readout.Contact) bool {
	g := *f
	g.all, g.since, g.until = nil, nil, nil
	g.sources, g.via, g.words = nil, nil, Terms{}
	return g.Match(c)
}

// Promises lists the commitments made in the contacts that are asked for, of
// which came what is asked for, in the order of the ledger. The limit counts
// promises.
func (l *Ledger) Promises(f *Filter) []PromiseRow {
	var out []PromiseRow
	made := *f
	made.words = Terms{} // the promise itself must have them
	for c := range l.matching(&made) {
		for _, p := range c.Commitments {
			if !f.matchPromise(p) || !f.words.In(p.Text) {
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
	if !f.MatchDay(published(r)) || !f.matchOutlet(r.Document.Outlet) || !f.matchVia(documentSteps(r)) {
		return false
	}
	if !f.words.In(r.Document.Title, r.Document.Text) {
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
