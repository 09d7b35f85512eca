package main

import (
	"fmt"
	"io"
	"slices"

	"readout"
	"readout/internal/ledger"
	"readout/internal/terminal"
)

// outcomes are what can come of a promise.
var outcomes = []string{string(readout.Open), string(readout.Kept), string(readout.Lapsed), string(readout.Contradicted)}

type promisesCmd struct {
	JSON bool `name:"json" help:"Print a line of JSON for each (JSON Lines)."`
	viewFlags
	aboutFlags
	Status []string `placeholder:"STATUS" help:"What came of it: open, kept, lapsed, contradicted; several with commas."`
}

// Run lists promises and what came of them.
func (c *promisesCmd) Run(env *environment) error {
	if c.Limit < 0 {
		return usagef("--limit: %d is less than nothing", c.Limit)
	}
	for _, s := range c.Status {
		if !slices.Contains(outcomes, s) {
			return usageError{fmt.Errorf("%w: no status %q of a promise; there are open, kept, lapsed, contradicted", readout.ErrInvalid, s)}
		}
	}
	about := c.aboutFlags
	about.Limit = 0 // promises are counted, when their status is known
	flags := listFlags{JSON: c.JSON, viewFlags: c.viewFlags, filterFlags: filterFlags{aboutFlags: about}}
	choose := func(v *view, f *ledger.Filter) []ledger.PromiseRow {
		rows := v.Promises(f)
		if len(c.Status) > 0 {
			rows = slices.DeleteFunc(rows, func(r ledger.PromiseRow) bool { return !slices.Contains(c.Status, string(r.Outcome)) })
		}
		if c.Limit > 0 && len(rows) > c.Limit {
			rows = rows[:c.Limit]
		}
		return rows
	}
	return list(env, flags, "promise", choose, func(w io.Writer, v *view, rows []ledger.PromiseRow) error {
		return terminal.Promises(w, env.screen, rows, v.names)
	})
}
