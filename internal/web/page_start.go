package web

import (
	"net/http"

	"readout"
	"readout/internal/ledger"
)

// latestContacts is how many contacts the first page lists.
const latestContacts = 12

// startView is the first page.
type startView struct {
	Form     pasteForm
	Example  *comparisonView
	About    string // what the example is
	Href     string // of the whole comparison
	Latest   []contactLine
	Contacts int
}

// startPage offers two boxes for two texts, above a worked comparison and the
// latest of the ledger.
func (s *server) startPage(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	sel, err := s.selectionOf("/timeline", nil)
	if err != nil {
		return err
	}
	all := now.Select(sel.filter)
	page := startView{Form: emptyForm(), Contacts: len(all), Latest: contactLines(firstOf(all, latestContacts))}
	if err := s.example(now, &page); err != nil {
		return err
	}
	return s.show(w, "start", view{Title: "Compare two accounts", Tab: "/", Page: page})
}

// example finds a comparison to show: the newest of the ledger, else the pair
// that came with the program.
func (s *server) example(now *snapshot, page *startView) error {
	for i := range now.Contacts {
		c := &now.Contacts[i]
		if len(c.Comparison) == 0 || len(c.Comparison[0].Points) == 0 {
			continue
		}
		page.Example = s.ledgerComparison(now, c, 0, false)
		page.Href, page.About = contactHref(c.ID), "from this ledger"
		return nil
	}
	if s.Example == nil {
		return nil
	}
	pair, err := s.Example()
	if err != nil {
		return err
	}
	c := ledger.Compare(&pair[0], &pair[1])
	page.Example = s.compareView(&c, account{reading: &pair[0]}, account{reading: &pair[1]}, false)
	page.About = "two texts that ship with the program, of two states that do not exist"
	return nil
}

// ledgerComparison is the view of a comparison of the ledger; nil where there
// is none with that number.
func (s *server) ledgerComparison(now *snapshot, c *readout.Contact, n int, only bool) *comparisonView {
	if n < 0 || n >= len(c.Comparison) {
		return nil
	}
	cmp := &c.Comparison[n]
	a, b := now.account(c, cmp.A), now.account(c, cmp.B)
	if a.reading == nil || b.reading == nil {
		return nil
	}
	return s.compareView(cmp, a, b, only)
}

// account finds the text of a side among a contact's accounts.
func (s *snapshot) account(c *readout.Contact, side readout.Side) account {
	a := account{reading: s.readings[side.Document], kept: true}
	for i := range c.Accounts {
		if c.Accounts[i].Document == side.Document && c.Accounts[i].Issuer == side.Issuer {
			a.spans = c.Accounts[i].From
		}
	}
	return a
}
