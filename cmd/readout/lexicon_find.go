package main

import (
	"fmt"
	"io"
	"strings"

	"readout"
	"readout/internal/export"
	"readout/internal/inspect"
	"readout/internal/terminal"
)

type lexiconFindCmd struct {
	Name []string `arg:"" help:"A name (Merkel, Kyiv), an id (person/angela-merkel, DEU), a title (chancellor) or a role (prime minister of Denmark)."`
	JSON bool     `name:"json" help:"Print a line of JSON for each meaning (JSON Lines)."`
	onFlags
	lexiconFlags
}

// Run lists what a name can mean.
func (c *lexiconFindCmd) Run(env *environment) error {
	day, err := c.day(env)
	if err != nil {
		return err
	}
	lex, err := c.load()
	if err != nil {
		return err
	}
	name := strings.Join(c.Name, " ")
	found := inspect.Find(name, day, lex)
	if len(found) == 0 {
		return fmt.Errorf("%q: %w in the lexicon", name, readout.ErrNotFound)
	}
	return buffered(env.stdout, func(w io.Writer) error {
		if !c.JSON {
			return terminal.Meanings(w, found, day)
		}
		return export.Lines(w, found)
	})
}
