package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"readout"
	"readout/internal/export"
	"readout/internal/ledger"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

// correctCmd is for the people who check the ledger; each verb adds one
// correction to it.
type correctCmd struct {
	Accept  acceptCmd      `cmd:"" help:"Confirm the values of a contact as they stand."`
	Reject  rejectCmd      `cmd:"" help:"Leave out a contact, or some of its claims, as misread."`
	Edit    editCmd        `cmd:"" help:"Give the right values of a contact."`
	Merge   mergeCmd       `cmd:"" help:"Say that two entries are one contact."`
	Split   splitCmd       `cmd:"" help:"Say that some claims of an entry are a contact of their own."`
	Note    noteCmd        `cmd:"" help:"Put a note to a contact."`
	Promise promiseCmd     `cmd:"" help:"Say what came of a promise."`
	Undo    undoCmd        `cmd:"" help:"Take a correction back by a later one."`
	List    correctionsCmd `cmd:"" help:"List all corrections, with what became of them; with --json as readout apply reads them."`
}

// signFlags say who makes a correction, and why.
type signFlags struct {
	By   string `placeholder:"NAME" help:"Who says so. Default: READOUT_BY."`
	Why  string `placeholder:"TEXT" help:"The reason."`
	JSON bool   `name:"json" help:"Print the correction as one line of JSON."`
	viewFlags
}

// correct makes one correction of what the ledger shows and adds it.
func (f signFlags) correct(env *environment, make func(*view) (readout.Correction, error)) (err error) {
	by := cmp.Or(f.By, env.getenv("READOUT_BY"))
	if by == "" {
		return usagef("a correction needs a name: --by NAME, or READOUT_BY")
	}
	v, err := f.openBy(env, sqlite.Update)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.store.Close()) }()
	c, err := make(v)
	if err != nil {
		return err
	}
	sealed, _, err := store.Correct(env, v.store, store.Signed(c, by, env.now(), f.Why))
	if err != nil {
		return err
	}
	if f.JSON {
		return export.Line(env.stdout, sealed[0])
	}
	fmt.Fprintf(env.stderr, "%s: %s noted; readout correct undo %s takes it back\n", f.path(env), c.Action, sealed[0].ID)
	return nil
}

// about corrects one contact.
func (f signFlags) about(env *environment, id string, make func(*view, *readout.Contact) (readout.Correction, error)) error {
	return f.correct(env, func(v *view) (readout.Correction, error) {
		c, err := store.Find(env, v.store, v.Contacts, id)
		if err != nil {
			return readout.Correction{}, err
		}
		return make(v, c)
	})
}

// claimFlags choose claims of a contact by their place in its history.
type claimFlags struct {
	Claim []int `placeholder:"N" help:"The place of a claim in the history that readout show prints, from 1; several with commas."`
}

// places are the places from 0.
func (f claimFlags) places(c *readout.Contact) ([]int, error) {
	var out []int
	for _, n := range f.Claim {
		if n < 1 || n > len(c.History) {
			return nil, usagef("--claim %d: %s has %d", n, c.ID, len(c.History))
		}
		out = append(out, n-1)
	}
	return out, nil
}

type acceptCmd struct {
	ID    string   `arg:"" help:"The contact."`
	Field []string `placeholder:"FIELD" help:"Only this field; several with commas. Default: all that have a value."`
	signFlags
}

// Run confirms values.
func (c *acceptCmd) Run(env *environment) error {
	return c.about(env, c.ID, func(v *view, found *readout.Contact) (readout.Correction, error) {
		return v.Accept(found, c.Field...)
	})
}

type rejectCmd struct {
	ID string `arg:"" help:"The contact."`
	claimFlags
	signFlags
}

// Run rejects claims.
func (c *rejectCmd) Run(env *environment) error {
	return c.about(env, c.ID, func(v *view, found *readout.Contact) (readout.Correction, error) {
		places, err := c.places(found)
		return v.Reject(found, places...), err
	})
}

type editCmd struct {
	ID     string   `arg:"" help:"The contact."`
	Values []string `arg:"" name:"field=value" help:"Such as when=2024-05-02 or place=Geneva. Nothing behind the sign says that there is no such value. Parties and attendees: ids or names with semicolons."`
	signFlags
}

// Run gives values.
func (c *editCmd) Run(env *environment) error {
	var values []readout.FieldValue
	for _, v := range c.Values {
		field, value, ok := strings.Cut(v, "=")
		if !ok {
			return usagef("%q: write FIELD=VALUE; the fields are %s", v, strings.Join(ledger.Fields(), ", "))
		}
		values = append(values, readout.FieldValue{Field: field, Value: strings.TrimSpace(value)})
	}
	return c.about(env, c.ID, func(v *view, found *readout.Contact) (readout.Correction, error) {
		return v.EditContact(found, values...), nil
	})
}

type mergeCmd struct {
	ID    string `arg:"" help:"One entry."`
	Other string `arg:"" help:"The other."`
	signFlags
}

// Run joins two entries.
func (c *mergeCmd) Run(env *environment) error {
	return c.about(env, c.ID, func(v *view, found *readout.Contact) (readout.Correction, error) {
		other, err := store.Find(env, v.store, v.Contacts, c.Other)
		if err != nil {
			return readout.Correction{}, err
		}
		if other.ID == found.ID {
			return readout.Correction{}, usagef("both are %s", found.ID)
		}
		return v.MergeContacts(found, other), nil
	})
}

type splitCmd struct {
	ID string `arg:"" help:"The contact."`
	claimFlags
	signFlags
}

// Run takes claims out of an entry.
func (c *splitCmd) Run(env *environment) error {
	return c.about(env, c.ID, func(v *view, found *readout.Contact) (readout.Correction, error) {
		places, err := c.places(found)
		if err != nil {
			return readout.Correction{}, err
		}
		return v.SplitContact(found, places...)
	})
}

type noteCmd struct {
	ID   string `arg:"" help:"The contact."`
	Text string `arg:"" help:"The note."`
	signFlags
}

// Run puts a note to a contact.
func (c *noteCmd) Run(env *environment) error {
	c.Why = ""
	return c.about(env, c.ID, func(v *view, found *readout.Contact) (readout.Correction, error) {
		return v.NoteOn(found, c.Text), nil
	})
}

type promiseCmd struct {
	ID      string          `arg:"" help:"The contact in whose accounts the promise was made."`
	Promise int             `arg:"" help:"Its place among the promises that readout show prints, from 1."`
	Outcome readout.Outcome `arg:"" enum:"open,kept,lapsed,contradicted" help:"open, kept, lapsed or contradicted."`
	signFlags
}

// Run settles a promise.
func (c *promiseCmd) Run(env *environment) error {
	return c.about(env, c.ID, func(_ *view, found *readout.Contact) (readout.Correction, error) {
		if c.Promise < 1 || c.Promise > len(found.Commitments) {
			return readout.Correction{}, usagef("promise %d: %s has %d", c.Promise, found.ID, len(found.Commitments))
		}
		return ledger.Settle(&found.Commitments[c.Promise-1], c.Outcome), nil
	})
}

type undoCmd struct {
	Correction string `arg:"" help:"Its id."`
	signFlags
}

// Run takes a correction back.
func (c *undoCmd) Run(env *environment) error {
	return c.correct(env, func(v *view) (readout.Correction, error) {
		for _, row := range v.Corrections {
			if row.ID == c.Correction {
				return ledger.Undo(row.ID), nil
			}
		}
		return readout.Correction{}, fmt.Errorf("correction %s: %w", c.Correction, readout.ErrNotFound)
	})
}
