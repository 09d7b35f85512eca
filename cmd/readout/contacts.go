package main

import (
	"fmt"
	"io"

	"readout"
	"readout/internal/export"
	"readout/internal/ledger"
	"readout/internal/phrase"
	"readout/internal/terminal"
)

// listFlags are what every verb that lists takes.
type listFlags struct {
	JSON bool `name:"json" help:"Print a line of JSON for each (JSON Lines)."`
	viewFlags
	filterFlags
}

// list carries out a verb that lists: choose picks the rows, draw shows them to
// a person. thing names one row in the count on standard error.
func list[T any](env *environment, f listFlags, thing string, choose func(*view, *ledger.Filter) []T, draw func(io.Writer, *view, []T) error) error {
	v, err := f.open(env)
	if err != nil {
		return err
	}
	defer v.store.Close()
	filter, err := f.filter(f.lexiconFlags)
	if err != nil {
		return err
	}
	rows := choose(v, filter)
	if !f.JSON {
		fmt.Fprintln(env.stderr, phrase.Count(len(rows), thing))
	}
	return buffered(env.stdout, func(w io.Writer) error {
		if !f.JSON {
			return draw(w, v, rows)
		}
		return export.Lines(w, rows)
	})
}

type contactsCmd struct{ listFlags }

// Run lists contacts.
func (c *contactsCmd) Run(env *environment) error {
	aside := 0
	choose := func(v *view, f *ledger.Filter) []readout.Contact {
		aside = v.LeftAside(f)
		return v.Select(f)
	}
	return list(env, c.listFlags, "contact", choose, func(w io.Writer, _ *view, rows []readout.Contact) error {
		if aside > 0 {
			fmt.Fprintln(env.stderr, phrase.LeftAside(aside)+"; --passing lists them too")
		}
		return terminal.Contacts(w, env.screen, rows)
	})
}
