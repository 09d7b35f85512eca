package main

import (
	"io"
	"strings"

	"readout/internal/export"
	"readout/internal/inspect"
	"readout/internal/terminal"
)

type lexiconTryCmd struct {
	Sentence []string `arg:"" help:"The words to read; a sentence or more."`
	Outlet   string   `placeholder:"NAME" help:"Who published it."`
	Language string   `placeholder:"CODE" help:"The language of the words: en, or one with a folder of its own, such as fr."`
	JSON     bool     `name:"json" help:"Print one JSON object."`
	onFlags
	lexiconFlags
}

// Run shows what each rule makes of a sentence.
func (c *lexiconTryCmd) Run(env *environment) error {
	day, err := c.day(env)
	if err != nil {
		return err
	}
	lex, err := c.load()
	if err != nil {
		return err
	}
	trace, err := inspect.Of(strings.Join(c.Sentence, " "), c.Language, c.Outlet, day, lex)
	if err != nil {
		return err
	}
	return buffered(env.stdout, func(w io.Writer) error {
		if c.JSON {
			return export.Line(w, trace)
		}
		return terminal.Trace(w, trace)
	})
}
