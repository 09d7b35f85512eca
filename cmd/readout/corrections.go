package main

import (
	"fmt"
	"io"

	"readout/internal/export"
	"readout/internal/phrase"
	"readout/internal/terminal"
)

type correctionsCmd struct {
	JSON bool `name:"json" help:"Print a line of JSON for each (JSON Lines), as readout apply reads them."`
	viewFlags
}

// Run lists the corrections of a ledger.
func (c *correctionsCmd) Run(env *environment) error {
	v, err := c.open(env)
	if err != nil {
		return err
	}
	defer v.store.Close()
	if !c.JSON {
		fmt.Fprintln(env.stderr, phrase.Count(len(v.Corrections), "correction"))
	}
	return buffered(env.stdout, func(w io.Writer) error {
		if c.JSON {
			return export.Lines(w, v.Corrections)
		}
		return terminal.Corrections(w, env.screen, v.Corrections)
	})
}
