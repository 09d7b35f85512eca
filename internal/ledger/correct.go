package ledger

import (
	"cmp"
	"fmt"
	"slices"

	"readout"
)

// The functions below make corrections of what a ledger shows. Who makes them,
// when and why is left to the caller, who then seals them (Seal).

// Accept confirms the values of a contact as they stand: those of the fields
// named, else of all that have one.
func (l *Ledger) Accept(c *readout.Contact, names ...string) (readout.Correction, error) {
	out := readout.Correction{Action: readout.AcceptAction, Target: l.Anchors(c)}
	for _, name := range names {
		if fieldNamed(name) == nil {
			return out, fmt.Errorf("%w: there is no field %q", readout.ErrInvalid, name)
		}
	}
	for i := range fields {
		f := &fields[i]
		value := f.get(c)
		if slices.Contains(names, f.name) || len(names) == 0 && value != "" {
			out.Values = append(out.Values, readout.FieldValue{Field: f.name, Value: value})
		}
	}
	return out, nil
}

// EditContact gives values of a contact.
func (l *Ledger) EditContact(c *readout.Contact, values ...readout.FieldValue) readout.Correction {
	return readout.Correction{Action: readout.EditAction, Target: l.Anchors(c), Values: values}
}

// Reject leaves out claims of a contact, by their place in its history from 0;
// without one all of them.
func (l *Ledger) Reject(c *readout.Contact, claims ...int) readout.Correction {
	return readout.Correction{Action: readout.RejectAction, Target: l.Anchors(c, claims...)}
}

// MergeContacts says that two entries are one contact.
func (l *Ledger) MergeContacts(a, b *readout.Contact) readout.Correction {
	return readout.Correction{Action: readout.MergeAction, Target: l.Anchors(a), With: l.Anchors(b)}
}

// SplitContact says that claims of a contact, by their place in its history
// from 0, are a contact of their own.
func (l *Ledger) SplitContact(c *readout.Contact, claims ...int) (readout.Correction, error) {
	var rest []int
	for i := range c.History {
		if !slices.Contains(claims, i) {
			rest = append(rest, i)
		}
	}
	if len(claims) == 0 || len(rest) == 0 {
		return readout.Correction{}, fmt.Errorf("%w: a contact is split where some of its claims go and others stay", readout.ErrInvalid)
	}
	return readout.Correction{Action: readout.SplitAction, Target: l.Anchors(c, claims...), With: l.Anchors(c, rest...)}, nil
}

// NoteOn puts a note to a contact.
func (l *Ledger) NoteOn(c *readout.Contact, text string) readout.Correction {
	return readout.Correction{Action: readout.NoteAction, Target: l.Anchors(c), Why: text}
}

// Settle says what came of a promise; ground are the words that the person
// rests on, if any.
func Settle(p *readout.Commitment, outcome readout.Outcome, ground ...readout.Words) readout.Correction {
	return readout.Correction{
		Action: readout.EditAction, Target: []readout.Anchor{{Words: p.Words, Promise: true}},
		Values: []readout.FieldValue{{Field: OutcomeField, Value: string(outcome)}}, Ground: ground,
	}
}

// Undo takes a correction back.
func Undo(id string) readout.Correction {
	return readout.Correction{Action: readout.UndoAction, Undoes: id}
}

// Anchors are the claims of a contact as corrections hold on to them: those at
// the places named in its history, else all.
func (l *Ledger) Anchors(c *readout.Contact, claims ...int) []readout.Anchor {
	var out []readout.Anchor
	for i := range c.History {
		if len(claims) == 0 || slices.Contains(claims, i) {
			out = append(out, l.anchor(c, &c.History[i]))
		}
	}
	return out
}

// anchor describes a claim by what its own text was read to say.
func (l *Ledger) anchor(c *readout.Contact, claim *readout.Claim) readout.Anchor {
	a := readout.Anchor{Words: claim.Words, Status: claim.Status}
	r := l.reading(claim.Document)
	if r == nil {
		return a
	}
	top := -1
	for i := range r.Contacts {
		rep := &r.Contacts[i]
		told := slices.ContainsFunc(voices(rep), func(w readout.Words) bool { return w.In == claim.In && slices.Equal(w.From.All(), claim.From.All()) })
		if shared := sharedEntities(c.Parties, rep.Parties); told && rep.Status == claim.Status && shared > top {
			top, a.Channel, a.Parties = shared, rep.Channel, entities(rep.Parties)
		}
	}
	return a
}

// reading is that of a document, or nil.
func (l *Ledger) reading(id readout.DocID) *readout.Reading {
	i, ok := slices.BinarySearchFunc(l.Readings, id, func(r readout.Reading, id readout.DocID) int { return cmp.Compare(r.Document.ID, id) })
	if !ok {
		return nil
	}
	return &l.Readings[i]
}

func entities(parties []readout.Party) []readout.EntityID {
	var out []readout.EntityID
	for _, p := range parties {
		if p.Entity != "" {
			out = append(out, p.Entity)
		}
	}
	return out
}

func sharedEntities(a, b []readout.Party) int {
	ids := entities(a)
	return len(slices.DeleteFunc(entities(b), func(id readout.EntityID) bool { return !slices.Contains(ids, id) }))
}
