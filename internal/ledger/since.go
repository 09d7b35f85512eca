package ledger

import (
	"fmt"
	"slices"

	"readout"
)

// SinceLast lays each side's official account of a contact beside that side's
// account of the last contact of the same sides before it: what the side no longer
// says, and what is new. The error wraps readout.ErrNotFound where there is no such
// contact.
func (l *Ledger) SinceLast(id string) ([]readout.Since, error) {
	i := slices.IndexFunc(l.Contacts, func(c readout.Contact) bool { return c.ID == id })
	if i < 0 {
		return nil, fmt.Errorf("contact %s: %w", id, readout.ErrNotFound)
	}
	now := &l.Contacts[i]
	out := []readout.Since{}
	for _, a := range ownAccounts(now) {
		if last, b := l.accountBefore(now, a.Side); last != nil {
			out = append(out, readout.Since{Side: a.Side, Last: last.ID, Now: now.ID, Comparison: l.compareAccounts(last, b, now, a)})
		}
	}
	return out, nil
}

// ownAccounts are the first official account of each side: its fullest, where it
// has several.
func ownAccounts(c *readout.Contact) []*readout.Account {
	var out []*readout.Account
	for i := range c.Accounts {
		a := &c.Accounts[i]
		if !a.Official || a.CopyOf != "" || len(a.Points) == 0 {
			continue
		}
		j := slices.IndexFunc(out, func(o *readout.Account) bool { return o.Side == a.Side })
		switch {
		case j < 0:
			out = append(out, a)
		case len(out[j].Points) < len(a.Points):
			out[j] = a
		}
	}
	return out
}

// accountBefore is the last contact of the same parties before this one of which
// the side has an account, with that account; nil where there is none. The ledger
// has the latest contacts first.
func (l *Ledger) accountBefore(now *readout.Contact, side string) (*readout.Contact, *readout.Account) {
	for i := range l.Contacts {
		c := &l.Contacts[i]
		if c.When == nil || now.When == nil || !before(c.When.EDTF, now.When.EDTF) || !sameParties(c, now) {
			continue
		}
		for _, a := range ownAccounts(c) {
			if a.Side == side {
				return c, a
			}
		}
	}
	return nil, nil
}

// before reports whether the first time ends before the second begins.
func before(a, b string) bool {
	x, okX := parseEDTF(a)
	y, okY := parseEDTF(b)
	return okX && okY && x.hi < y.lo
}

// sameParties reports whether the two contacts are of the same people, or, where
// nobody is named, of the same sides.
func sameParties(a, b *readout.Contact) bool {
	ids := func(c *readout.Contact) []string {
		var out []string
		for _, p := range c.Parties {
			id := string(p.Entity)
			if id == "" {
				id = p.Name + "|" + p.Country
			}
			out = append(out, id)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	return slices.Equal(ids(a), ids(b))
}

// compareAccounts lays two accounts of different contacts side by side.
func (l *Ledger) compareAccounts(cA *readout.Contact, a *readout.Account, cB *readout.Contact, b *readout.Account) readout.Comparison {
	var readings []readout.Reading
	for i := range l.Readings {
		if id := l.Readings[i].Document.ID; id == a.Document || id == b.Document {
			readings = append(readings, l.Readings[i])
		}
	}
	w := newWorld(readings)
	x, y := w.unitOf(cA, a), w.unitOf(cB, b)
	out := readout.Comparison{A: asSide(a), B: asSide(b), Reason: "two contacts: " + cA.ID + " and " + cB.ID, Fields: []readout.FieldRow{}, Points: []readout.PointRow{}}
	if x == nil || y == nil {
		return out
	}
	out.Points = append(out.Points, rows(align(w.matters(x, y)))...)
	return out
}

// unitOf is an account of the ledger as the alignment sees it; nil where its
// document is not there.
func (w *world) unitOf(c *readout.Contact, a *readout.Account) *unit {
	i := slices.IndexFunc(w.docs, func(s *source) bool { return s.r.Document.ID == a.Document })
	if i < 0 {
		return nil
	}
	u := &unit{src: w.docs[i], issuer: a.Issuer, side: a.Side, official: a.Official, points: a.Points}
	for _, p := range c.Parties {
		u.who = append(u.who, w.participant(p))
	}
	return u
}

// asSide is an account as a side of a comparison.
func asSide(a *readout.Account) readout.Side {
	return readout.Side{Document: a.Document, Issuer: a.Issuer, Words: a.Words, Complete: a.Complete, Topics: topicShares(a.Points)}
}
