package ledger

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// DoubtKind is a kind of thing that the rules are not sure of.
type DoubtKind string

// The kinds of doubt, in the order in which a person is asked.
const (
	Twins        DoubtKind = "twins"      // two entries that may be one contact
	Joined       DoubtKind = "joined"     // a report that was joined to the others on weak ground
	Differing    DoubtKind = "disputed"   // voices differ on a field
	UnsureDay    DoubtKind = "day"        // the day is that of publication, or about so, or not known at all
	Silent       DoubtKind = "unreported" // planned, and no text tells what came of it
	UnmetPromise DoubtKind = "overdue"    // a promise is overdue, and no text tells of it
)

// DoubtKinds lists every kind.
var DoubtKinds = []DoubtKind{Twins, Joined, Differing, UnsureDay, Silent, UnmetPromise}

// Doubt is something that the rules are not sure of and no person has settled.
type Doubt struct {
	Kind    DoubtKind `json:"kind"`
	Contact string    `json:"contact"`
	Other   string    `json:"other,omitempty"`   // of twins: the other entry
	Field   string    `json:"field,omitempty"`   // the field that a person can settle
	Claim   int       `json:"claim,omitempty"`   // of joined: the place of the report's claim in the history, from 1
	Promise int       `json:"promise,omitempty"` // of overdue: the place of the promise, from 1
	Reason  string    `json:"reason,omitempty"`  // of joined: the ground on which it was joined
}

// The grounds on which reports are joined without an exact day, or without a
// name.
const (
	lastBefore   = "same parties and channel, the last before this text, which tells of it as past"
	justBefore   = "same parties and channel, just before this text was published"
	nextAfter    = "same parties and channel, the next contact after this plan"
	answersPlan  = "same parties and channel, the plan or report that this one answers"
	movedClose   = "planned for another day close by"
	journeyTo    = "a journey, and the meeting that it was made for"
	toldADayOff  = "told in a talk, a day beside the one contact of which there is a page"
	onlyOfStates = "the only contact of these states in that way on that day, and the text names these persons"
)

// weakGrounds are those of them that a person should look at.
var weakGrounds = []string{lastBefore, justBefore, nextAfter, answersPlan, movedClose, journeyTo, toldADayOff, onlyOfStates}

// twinDays is the longest time, in days, of which an entry can be a twin: of two
// in one month nothing says that they are one.
const twinDays = 7

// Doubts lists what the rules are least sure of: by kind, then in the order of
// the ledger.
func (l *Ledger) Doubts() []Doubt {
	out := l.twins()
	for i := range l.Contacts {
		if !l.Contacts[i].Passing {
			out = append(out, l.doubtsOf(&l.Contacts[i])...)
		}
	}
	slices.SortStableFunc(out, func(a, b Doubt) int {
		return cmp.Compare(slices.Index(DoubtKinds, a.Kind), slices.Index(DoubtKinds, b.Kind))
	})
	return out
}

// doubtsOf are the doubts about one entry.
func (l *Ledger) doubtsOf(c *readout.Contact) []Doubt {
	var out []Doubt
	for _, j := range l.why[c.ID] {
		if n := claimOf(c, j.item); n > 0 && len(c.History) > 1 && weak(c, j) && !l.keptJoined(c, c.History[n-1].Words) {
			out = append(out, Doubt{Kind: Joined, Contact: c.ID, Claim: n, Reason: j.why})
		}
	}
	for i := range c.Disputes {
		if f := c.Disputes[i].Field; fieldNamed(f) != nil && !settled(c, f) {
			out = append(out, Doubt{Kind: Differing, Contact: c.ID, Field: f})
		}
	}
	if unsureDay(c) && !settled(c, "when") {
		out = append(out, Doubt{Kind: UnsureDay, Contact: c.ID, Field: "when"})
	}
	if c.Status == readout.Unreported && !settled(c, "status") {
		out = append(out, Doubt{Kind: Silent, Contact: c.ID, Field: "status"})
	}
	for i := range c.Commitments {
		if p := &c.Commitments[i]; p.Outcome == readout.Lapsed && p.Review == nil {
			out = append(out, Doubt{Kind: UnmetPromise, Contact: c.ID, Field: OutcomeField, Promise: i + 1})
		}
	}
	return out
}

// weak reports whether a report was joined on weak ground. Of a text published
// on the day of the contact, "just before" is as good as the day.
func weak(c *readout.Contact, j joining) bool {
	when, dated := whenOf(c)
	if j.why == justBefore && dated && j.item.hasSaid && when.lo <= j.item.said && j.item.said <= when.hi {
		return false
	}
	return slices.Contains(weakGrounds, j.why)
}

// unsureDay reports whether a contact that was held has a day that no text
// gives exactly.
func unsureDay(c *readout.Contact) bool {
	if c.When == nil {
		return c.Status == readout.Held
	}
	return c.When.Basis == "published" || strings.ContainsAny(c.When.EDTF, "~?%")
}

// settled reports whether a person's word on a field stands.
func settled(c *readout.Contact, field string) bool {
	return slices.ContainsFunc(c.Reviews, func(r readout.Review) bool { return r.Field == field && !r.Outdated })
}

// claimOf is the place of a report's own claim in the history, from 1; 0 where
// it has none.
func claimOf(c *readout.Contact, it *item) int {
	return 1 + slices.IndexFunc(c.History, func(claim readout.Claim) bool {
		return sameStretch(claim.Words, readout.Words{Document: it.src.r.Document.ID, In: it.rep.In, From: it.rep.From})
	})
}

func sameStretch(a, b readout.Words) bool {
	return a.Document == b.Document && a.In == b.In && slices.Equal(a.From.All(), b.From.All())
}

// keptJoined reports whether a person has said of this claim alone that it
// belongs to the entry.
func (l *Ledger) keptJoined(c *readout.Contact, claim readout.Words) bool {
	return slices.ContainsFunc(l.Corrections, func(row CorrectionRow) bool {
		return row.Action == readout.MergeAction && row.State == readout.Applied && row.Contact == c.ID && len(row.Target) == 1 && holds(row.Target, claim)
	})
}

func holds(list []readout.Anchor, claim readout.Words) bool {
	return slices.ContainsFunc(list, func(a readout.Anchor) bool { return sameStretch(a.Words, claim) })
}

// twins are pairs of entries of the same parties whose days touch.
func (l *Ledger) twins() []Doubt {
	type dated struct {
		c    *readout.Contact
		time interval
	}
	groups := map[string][]dated{}
	var keys []string
	for i := range l.Contacts {
		c := &l.Contacts[i]
		if time, ok := whenOf(c); ok && !c.Passing && time.length() <= twinDays {
			key := sidesOf(c)
			if groups[key] == nil {
				keys = append(keys, key)
			}
			groups[key] = append(groups[key], dated{c, time})
		}
	}
	var out []Doubt
	for _, key := range keys { // each in the order of the ledger: newest first
		list := groups[key]
		for i, a := range list {
			for _, b := range list[i+1:] {
				if a.time.lo-b.time.lo > twinDays+1 {
					break
				}
				if a.time.distance(b.time) <= 1 && sameSides(a.c, b.c) && channelFit(a.c.Channel, b.c.Channel) > 0 && !l.apart(a.c, b.c) {
					out = append(out, Doubt{Kind: Twins, Contact: a.c.ID, Other: b.c.ID})
				}
			}
		}
	}
	return out
}

// sidesOf names the states and organisations of a contact, whatever their order.
func sidesOf(c *readout.Contact) string {
	var sides []string
	for _, p := range c.Parties {
		sides = append(sides, cmp.Or(p.Country, string(p.Entity), p.Name))
	}
	slices.Sort(sides)
	return strings.Join(sides, "|")
}

// sameSides reports whether no side has different persons in the two.
func sameSides(a, b *readout.Contact) bool {
	for _, p := range a.Parties {
		same, other := false, false
		for _, q := range b.Parties {
			if p.Country != q.Country || p.Entity.Kind() != readout.Person || q.Entity.Kind() != readout.Person {
				continue
			}
			if p.Entity == q.Entity {
				same = true
			} else {
				other = true
			}
		}
		if other && !same {
			return false
		}
	}
	return true
}

// apart reports whether a person has said that two entries are two.
func (l *Ledger) apart(a, b *readout.Contact) bool {
	has := func(c *readout.Contact, list []readout.Anchor) bool {
		return slices.ContainsFunc(c.History, func(claim readout.Claim) bool { return holds(list, claim.Words) })
	}
	return slices.ContainsFunc(l.Corrections, func(row CorrectionRow) bool {
		return row.Action == readout.SplitAction && row.State == readout.Applied &&
			(has(a, row.Target) && has(b, row.With) || has(b, row.Target) && has(a, row.With))
	})
}

// KeepApart says that two entries are two contacts.
func (l *Ledger) KeepApart(a, b *readout.Contact) readout.Correction {
	return readout.Correction{Action: readout.SplitAction, Target: l.Anchors(a), With: l.Anchors(b)}
}

// KeepJoined says that a claim of a contact, by its place in the history from 0,
// belongs to it.
func (l *Ledger) KeepJoined(c *readout.Contact, claim int) readout.Correction {
	var rest []int
	for i := range c.History {
		if i != claim {
			rest = append(rest, i)
		}
	}
	return readout.Correction{Action: readout.MergeAction, Target: l.Anchors(c, claim), With: l.Anchors(c, rest...)}
}
