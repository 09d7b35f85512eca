package main

import (
	"io"

	"readout/internal/ledger"
	"readout/internal/terminal"
)

type statementsCmd struct{ listFlags }

// Run lists who said what.
func (c *statementsCmd) Run(env *environment) error {
	choose := func(v *view, f *ledger.Filter) []ledger.StatementRow { return v.Statements(f) }
	return list(env, c.listFlags, "statement", choose, func(w io.Writer, v *view, rows []ledger.StatementRow) error {
		return terminal.Statements(w, env.screen, rows, v.names)
	})
}
