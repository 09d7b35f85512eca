package main

import (
	"io"

	"readout/internal/ledger"
	"readout/internal/terminal"
)

type documentsCmd struct{ listFlags }

// Run lists the documents of the ledger.
func (c *documentsCmd) Run(env *environment) error {
	choose := func(v *view, f *ledger.Filter) []ledger.DocumentRow { return v.Documents(f) }
	return list(env, c.listFlags, "document", choose, func(w io.Writer, _ *view, rows []ledger.DocumentRow) error {
		return terminal.Documents(w, env.screen, rows)
	})
}
