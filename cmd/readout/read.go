package main

import (
	"bufio"
	"errors"
	"fmt"

	"readout/internal/export"
	"readout/internal/ingest"
	"readout/internal/source"
	"readout/internal/terminal"
)

type readCmd struct {
	Files []string `arg:"" name:"file" help:"Files, folders, or - for the standard input."`
	JSON  bool     `name:"json" help:"Print a reading a line (JSON Lines)."`
	documentFlags
	lexiconFlags
	workerFlags
}

// Run reads documents and prints what was found.
func (c *readCmd) Run(env *environment) (err error) {
	lex, err := c.load()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(env.stdout, 1<<16)
	defer func() { err = errors.Join(err, out.Flush()) }()
	failed, done := 0, 0
	items := source.Walk(c.Files, env.stdin, c.options())
	for res := range ingest.Read(env, items, lex, c.Workers) {
		if res.Err != nil {
			failed++
			if err := out.Flush(); err != nil {
				return err
			}
			printError(env.stderr, res.Err, res.Source, c.JSON)
			continue
		}
		if c.JSON {
			err = export.Reading(out, &res.Reading)
		} else {
			err = terminal.Reading(out, env.screen, &res.Reading, done > 0)
		}
		if err != nil {
			return err
		}
		done++
	}
	if env.Err() != nil {
		return env.Err()
	}
	if done+failed == 0 && !c.JSON {
		fmt.Fprintln(env.stderr, "readout: no document was found")
	}
	return partial(failed)
}
