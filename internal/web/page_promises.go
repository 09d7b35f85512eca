package web

import (
	"net/http"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// promiseView is a promise and what came of it.
type promiseView struct {
	Outcome  tag
	Basis    string
	Quote    quote
	Parts    []string // by whom, in whose account, how firm, until when
	Contact  *link    // in whose accounts it was made
	Settled  *link    // what settled it
	Evidence []quote
}

func (s *server) newPromise(now *snapshot, c *readout.Contact, p *readout.Commitment) promiseView {
	v := promiseView{Outcome: outcomeTag(p.Outcome)}
	if p.Outcome != readout.Open {
		v.Basis = phrase.Outcome(p)
	}
	w := p.Words
	w.Quote = p.Text
	v.Quote = now.quote(w)
	var by []string
	for _, id := range p.By {
		by = append(by, now.names.Of(id))
	}
	if len(by) > 0 {
		v.Parts = append(v.Parts, "by "+phrase.List(by))
	}
	if p.Issuer != "" {
		v.Parts = append(v.Parts, "in the account of "+now.names.Of(p.Issuer))
	}
	if words := phrase.Strength(p.Strength); words != "" {
		v.Parts = append(v.Parts, words)
	}
	if p.Condition != nil {
		v.Parts = append(v.Parts, "on condition: "+p.Condition.Value)
	}
	if p.Due != nil {
		v.Parts = append(v.Parts, "due "+phrase.ShortDate(p.Due.EDTF))
	}
	for _, side := range p.AcknowledgedBy {
		v.Parts = append(v.Parts, "also in the account of "+s.countryName(side))
	}
	for i := range p.Evidence {
		v.Evidence = append(v.Evidence, now.quote(p.Evidence[i]))
	}
	if p.Contact != "" && p.Contact != c.ID {
		if p.Outcome == readout.Open {
			v.Basis = phrase.Settles(p)
		}
		v.Settled = &link{Text: p.Contact, Href: contactHref(p.Contact)}
	}
	return v
}

// promisesView is the list of promises, and what came of those that the other
// filters leave.
type promisesView struct {
	listView[promiseView]
	Outcomes facet
}

// outcomes counts what came of the promises, whichever is asked for.
func (s *server) outcomes(now *snapshot, sel *selection) (facet, error) {
	wider := sel.copy()
	wider.Del(byOutcome)
	all, err := s.selectionOf(sel.path, wider)
	if err != nil {
		return facet{}, err
	}
	counts := map[string]int{}
	for _, row := range now.Promises(all.filter) {
		counts[string(row.Outcome)]++
	}
	return sel.facet("What came of them", byOutcome, counts, func(v string) string { return outcomeTag(readout.Outcome(v)).Text }, false), nil
}

// promisesPage lists promises and what came of them.
func (s *server) promisesPage(w http.ResponseWriter, r *http.Request) error {
	now, sel, err := s.asked(r, "/promises")
	if err != nil {
		return err
	}
	rows := now.Promises(sel.filter)
	page := promisesView{listView: listView[promiseView]{Sel: sel, Empty: !sel.Any() && len(rows) == 0}}
	if page.Outcomes, err = s.outcomes(now, sel); err != nil {
		return err
	}
	rows, page.Pager = cut(sel, rows)
	for i := range rows {
		v, err := s.promiseOf(r, now, &rows[i])
		if err != nil {
			return err
		}
		page.Rows = append(page.Rows, v)
	}
	return s.show(w, "promises", view{Title: "Promises", Tab: "/promises", Page: page})
}

// promiseOf is a promise in a list, with the contact in which it was made.
func (s *server) promiseOf(r *http.Request, now *snapshot, row *ledger.PromiseRow) (promiseView, error) {
	c, err := now.find(r.Context(), s.Store, row.MadeIn)
	if err != nil {
		return promiseView{}, err
	}
	v := s.newPromise(now, c, &row.Commitment)
	line := newContactLine(c)
	v.Contact = &link{Text: line.Who + ", " + line.Channel + ", " + line.Day, Href: line.Href}
	return v, nil
}
