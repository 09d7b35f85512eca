package main

import (
	"io"

	"readout/internal/ledger"
	"readout/internal/terminal"
)

type promisesCmd struct{ listFlags }

// Run lists promises and what came of them.
func (c *promisesCmd) Run(env *environment) error {
	choose := func(v *view, f *ledger.Filter) []ledger.PromiseRow { return v.Promises(f) }
	return list(env, c.listFlags, "promise", choose, func(w io.Writer, v *view, rows []ledger.PromiseRow) error {
		return terminal.Promises(w, env.screen, rows, v.names)
	})
}
