package ledger

import (
	"slices"

	"readout"
)

// Omission is what the accounts of one side have of a contact and those of
// another side have not. It is said only of contacts of which both sides'
// official accounts are here.
type Omission struct {
	Contact  string               `json:"contact"`
	When     string               `json:"when,omitempty"` // EDTF, of the contact
	Channel  readout.Channel      `json:"channel"`
	Side     string               `json:"side"`             // who does not have it: a country or an organisation
	Issuer   readout.EntityID     `json:"issuer,omitempty"` // whose text does not have it
	Complete readout.Completeness `json:"complete"`         // whether that text is the whole of its account
	Told     string               `json:"told_by"`          // the side that has it
	Topics   []string             `json:"topics,omitempty"`
	ForOther bool                 `json:"for_other,omitempty"` // it is told of the side that does not have it
	Points   []readout.Point      `json:"points"`
}

// Omissions lists what one side's accounts of the contacts that are asked for do
// not have and the other's have, in the order of the ledger; of every side where
// side is "". Topics that are asked for must be its own.
func (l *Ledger) Omissions(f *Filter, side string) []Omission {
	var out []Omission
	for c := range l.matching(f) {
		if len(c.Comparison) == 0 {
			continue
		}
		for _, o := range omissions(c) {
			if (side == "" || o.Side == side) && f.matchTopicList(o.Topics) {
				if out = append(out, o); f.limit > 0 && len(out) == f.limit {
					return out
				}
			}
		}
	}
	return out
}

func (f *Filter) matchTopicList(topics []string) bool {
	return len(f.topics) == 0 || slices.ContainsFunc(topics, func(t string) bool { return slices.Contains(f.topics, t) })
}

// pointKey is a point of a document.
type pointKey struct {
	doc readout.DocID
	id  string
}

// omissions are what each side of a contact leaves out. A side has a point if any
// of its accounts has.
func omissions(c *readout.Contact) []Omission {
	shared, seen := map[pointKey][]string{}, map[pointKey][]string{} // with the sides that have it, and those that were told not to
	each := func(do func(row *readout.PointRow, told, silent *readout.Side)) {
		for i := range c.Comparison {
			cmp := &c.Comparison[i]
			for j := range cmp.Points {
				do(&cmp.Points[j], &cmp.A, &cmp.B)
			}
		}
	}
	each(func(row *readout.PointRow, a, b *readout.Side) {
		if len(row.A) == 0 || len(row.B) == 0 {
			return
		}
		for _, p := range row.A {
			shared[key(a, &p)] = append(shared[key(a, &p)], sideOf(c, b))
		}
		for _, p := range row.B {
			shared[key(b, &p)] = append(shared[key(b, &p)], sideOf(c, a))
		}
	})
	var out []Omission
	each(func(row *readout.PointRow, told, silent *readout.Side) {
		points := row.A
		if row.Relation == readout.OnlyB {
			points, told, silent = row.B, silent, told
		}
		if row.Relation != readout.OnlyA && row.Relation != readout.OnlyB {
			return
		}
		side := sideOf(c, silent)
		points = slices.DeleteFunc(slices.Clone(points), func(p readout.Point) bool {
			k := key(told, &p)
			return slices.Contains(shared[k], side) || slices.Contains(seen[k], side)
		})
		if len(points) == 0 || side == "" {
			return
		}
		for i := range points {
			seen[key(told, &points[i])] = append(seen[key(told, &points[i])], side)
		}
		o := Omission{Contact: c.ID, Channel: c.Channel, Side: side, Issuer: silent.Issuer, Complete: silent.Complete,
			Told: sideOf(c, told), Topics: row.Topics, ForOther: row.ForOther, Points: points}
		if c.When != nil {
			o.When = c.When.EDTF
		}
		out = append(out, o)
	})
	return out
}

func key(s *readout.Side, p *readout.Point) pointKey { return pointKey{s.Document, p.ID} }

// sideOf is the side of an account of a contact.
func sideOf(c *readout.Contact, s *readout.Side) string {
	for i := range c.Accounts {
		if a := &c.Accounts[i]; a.Document == s.Document && a.Issuer == s.Issuer {
			return a.Side
		}
	}
	return ""
}
