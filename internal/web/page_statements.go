package web

import (
	"cmp"
	"net/http"
	"slices"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// statementView is who said what, through whom.
type statementView struct {
	Who, Verb, Said string
	Thought         bool
	Chain           []string
	Mode            string
	Quote           quote
	Document        link
	Contacts        []link
}

// listView is the page of a list with filters.
type listView[T any] struct {
	Sel   *selection
	Rows  []T
	Pager pager
	Empty bool // the ledger has nothing at all
}

func newStatement(now *snapshot, st *readout.Statement, contacts []string) statementView {
	v := statementView{Who: capital(cmp.Or(shorten(st.SpeakerQuote, headRunes), "somebody not named")), Verb: phrase.Verb(st), Mode: string(st.Mode)}
	v.Quote = now.quote(readout.Words{Document: st.Document, In: st.In, From: st.Content, Quote: st.Quote})
	if st.Speaker != nil && *st.Speaker != "" {
		v.Who = now.names.Of(*st.Speaker)
	}
	for _, l := range st.Via {
		v.Chain = append(v.Chain, l.Name)
	}
	if r := now.readings[st.Document]; r != nil {
		d := &r.Document
		v.Document = link{Text: documentName(r), Href: docHref(d.ID)}
		if d.Published != nil {
			v.Said = "published " + phrase.ShortDate(d.Published.EDTF)
		}
	}
	if st.Said != nil {
		v.Said = phrase.ShortDate(st.Said.EDTF)
	}
	for _, id := range contacts {
		v.Contacts = append(v.Contacts, link{Text: id, Href: contactHref(id)})
	}
	return v
}

// statementsPage lists who said what.
func (s *server) statementsPage(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/statements")
	if err != nil {
		return err
	}
	rows := now.allStatements()
	if sel.Any() {
		rows = newestFirst(now.Statements(sel.filter))
	}
	page := statementsView{listView: listView[statementView]{Sel: sel, Empty: !sel.Any() && len(rows) == 0}}
	page.Speakers, page.Chains = s.voices(now, sel, rows)
	rows, page.Pager = cut(sel, rows)
	for i := range rows {
		page.Rows = append(page.Rows, newStatement(now, &rows[i].Statement, rows[i].Contacts))
	}
	return s.show(w, "statements", view{Title: "Statements", Tab: "/statements", Page: page})
}

// statementsView is the list of statements, and the ways to narrow it.
type statementsView struct {
	listView[statementView]
	Speakers, Chains []facetValue
}

// voices count the speakers of statements, and those through whom they came; each
// further narrows them.
func (s *server) voices(now *snapshot, sel *selection, rows []ledger.StatementRow) (speakers, chains []facetValue) {
	who, through := map[string]int{}, map[string]int{}
	for i := range rows {
		if id := rows[i].Speaker; id != nil && *id != "" {
			who[string(*id)]++
		}
		var steps []readout.EntityID
		for _, l := range rows[i].Via {
			if l.Entity != "" && !slices.Contains(steps, l.Entity) {
				steps = append(steps, l.Entity)
				through[string(l.Entity)]++
			}
		}
	}
	speakers = sel.facet("", byPerson, who, func(v string) string { return now.names.Of(readout.EntityID(v)) }, true).Values
	return speakers, sel.facet("", byVia, through, func(v string) string { return now.names.Of(readout.EntityID(v)) }, true).Values
}

// newestFirst sorts statements by the day on which they were published.
func newestFirst(rows []ledger.StatementRow) []ledger.StatementRow {
	slices.SortStableFunc(rows, func(a, b ledger.StatementRow) int { return cmp.Compare(b.Published, a.Published) })
	return rows
}
