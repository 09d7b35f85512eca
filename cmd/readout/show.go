package main

import (
	"io"

	"readout"
	"readout/internal/export"
	"readout/internal/terminal"
)

type showCmd struct {
	ID   string `arg:"" help:"The id of a contact, an id that it had before, or the beginning of one."`
	Why  bool   `help:"Say also why its reports were taken for one contact."`
	JSON bool   `name:"json" help:"Print the contact as one line of JSON, as the export does."`
	viewFlags
}

// Run shows one contact.
func (c *showCmd) Run(env *environment) error {
	return c.found(env, c.ID, func(v *view, found *readout.Contact) error {
		if c.JSON {
			return export.Line(env.stdout, found)
		}
		var why []string
		if c.Why {
			var err error
			if why, err = v.Why(found.ID); err != nil {
				return err
			}
		}
		return buffered(env.stdout, func(w io.Writer) error { return terminal.Contact(w, env.screen, found, v.names, why) })
	})
}
