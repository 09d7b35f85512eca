package ledger

import (
	"cmp"
	"slices"

	"readout"
)

// commitment is a promise on its way into an entry, with what tells whether two
// accounts speak of one.
type commitment struct {
	out   readout.Commitment
	unit  *unit
	next  *draft          // the entry of the plan that it makes
	makes map[string]bool // sides of those who commit themselves
	stems map[string]bool // of its words, without names and dates
}

func newCommitment(w *world, u *unit, p *readout.Point, d, next *draft) *commitment {
	out := &commitment{unit: u, next: next, makes: map[string]bool{}, stems: u.deedWords(p)}
	for _, by := range p.By {
		out.makes[w.sideOf(by)] = true
	}
	out.out = readout.Commitment{
		Text: p.Quote, Point: p.ID, Issuer: cmp.Or(p.Issuer, u.issuer), By: p.By, Strength: p.Strength,
		Condition: p.Condition, Due: p.Due, AcknowledgedBy: u.acknowledged[p.ID], Outcome: readout.Open, Words: p.Words,
	}
	if len(p.By) > 0 {
		for _, party := range d.out.Parties {
			if party.Entity != "" && !out.makes[cmp.Or(party.Country, w.sideOf(party.Entity))] {
				out.out.To = append(out.out.To, party.Entity)
			}
		}
	}
	return out
}

// The likeness from which clauses of two accounts are one promise, where not
// both lead to one plan.
const (
	promiseShared = 3   // words in common, at least
	promiseOfLess = 0.6 // the share of the shorter clause's words that the longer has
)

// is reports whether a promise in the account of another side is the same one.
func (p *commitment) is(q *commitment) bool {
	if p.unit.side == q.unit.side || !p.unit.official || !q.unit.official || !sameMakers(p.makes, q.makes) || !sameDue(p.out.Due, q.out.Due) {
		return false
	}
	if p.next != nil || q.next != nil {
		return p.next == q.next
	}
	shared := 0
	for s := range p.stems {
		if q.stems[s] {
			shared++
		}
	}
	return shared >= promiseShared && float64(shared) >= promiseOfLess*float64(min(len(p.stems), len(q.stems)))
}

// sameMakers reports whether those who commit themselves can be the same: a text
// may leave them out.
func sameMakers(a, b map[string]bool) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for side := range a {
		if b[side] {
			return true
		}
	}
	return false
}

func sameDue(a, b *readout.Day) bool {
	if a == nil || b == nil {
		return true
	}
	x, okX := parseEDTF(a.EDTF)
	y, okY := parseEDTF(b.EDTF)
	return okX && okY && x.overlaps(y)
}

// rank orders outcomes by how much is known.
var rank = map[readout.Outcome]int{readout.Open: 0, readout.Lapsed: 1, readout.Contradicted: 2, readout.Kept: 3}

// join takes in the same promise of another account.
func (p *commitment) join(q *commitment) {
	c, o := &p.out, &q.out
	c.Also = append(c.Also, readout.Telling{Issuer: o.Issuer, Words: o.Words})
	for _, side := range append([]string{q.unit.side}, o.AcknowledgedBy...) {
		if side != p.unit.side && !slices.Contains(c.AcknowledgedBy, side) {
			c.AcknowledgedBy = append(slices.Clone(c.AcknowledgedBy), side)
		}
	}
	slices.Sort(c.AcknowledgedBy)
	if len(c.By) == 0 {
		c.By, c.To, p.makes = o.By, o.To, q.makes
	}
	if c.Due == nil {
		c.Due = o.Due
	}
	if c.Condition == nil {
		c.Condition = o.Condition
	}
	if rank[o.Outcome] > rank[c.Outcome] || o.Review != nil && c.Review == nil {
		c.Outcome, c.Basis, c.Contact, c.Evidence, c.Review = o.Outcome, o.Basis, o.Contact, o.Evidence, o.Review
	}
}

// oncePromised are the commitments of an entry, each once: what both sides' accounts
// have is one promise. Of one account each stays by itself.
func oncePromised(list []*commitment) []readout.Commitment {
	var kept []*commitment
	taken := map[*commitment][]*unit{}
	for _, q := range list {
		i := slices.IndexFunc(kept, func(p *commitment) bool { return p.is(q) && !slices.Contains(taken[p], q.unit) })
		if i < 0 {
			kept = append(kept, q)
			continue
		}
		kept[i].join(q)
		taken[kept[i]] = append(taken[kept[i]], q.unit)
	}
	var out []readout.Commitment
	for _, p := range kept {
		out = append(out, p.out)
	}
	return out
}
