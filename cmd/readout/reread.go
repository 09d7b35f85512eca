package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"readout/internal/export"
	"readout/internal/ingest"
	"readout/internal/phrase"
	"readout/internal/store/sqlite"
	"readout/internal/terminal"
)

type rereadCmd struct {
	DryRun bool `help:"Say what would change, and write nothing."`
	All    bool `help:"Read those documents too that this version of the rules and of the lexicon has read already."`
	JSON   bool `name:"json" help:"Print what changes as one JSON object, and errors as objects."`
	viewFlags
	workerFlags
}

// Run reads the documents of a ledger again.
func (c *rereadCmd) Run(env *environment) (err error) {
	day, err := c.day(env)
	if err != nil {
		return err
	}
	lex, err := c.load()
	if err != nil {
		return err
	}
	open := map[bool]func(context.Context, string) (*sqlite.Store, error){true: sqlite.Open, false: sqlite.Update}[c.DryRun]
	s, err := open(env, c.path(env))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	line := newProgress(env, !c.JSON)
	rereader := &ingest.Rereader{
		Store: s, Lexicon: lex, Workers: c.Workers, All: c.All, DryRun: c.DryRun, AsOf: day,
		Failed: func(source string, err error) { line.clear(); printError(env.stderr, err, source, c.JSON) },
		Done:   func(n ingest.Rereading) { line.show(fmt.Sprintf("%d read again", n.Reread)) },
	}
	out, err := rereader.Run(env)
	line.clear()
	if err != nil {
		return err
	}
	if c.JSON {
		return errors.Join(export.Line(env.stdout, out), partial(out.Failed))
	}
	err = buffered(env.stdout, func(w io.Writer) error { return terminal.Changes(w, env.screen, out.Ledger) })
	fmt.Fprintf(env.stderr, "%s: %s\n", c.path(env), c.words(out))
	return errors.Join(err, partial(out.Failed))
}

// words sum the run up.
func (c *rereadCmd) words(out ingest.Rereading) string {
	text := phrase.Count(out.Reread, "document") + " read again, " + fmt.Sprintf("%d of them otherwise than before; ", out.Changed) +
		phrase.Count(len(out.Ledger), "contact") + " changed"
	switch {
	case out.Reread+out.Failed == 0:
		return "this version has read all documents already; --all reads them again"
	case c.DryRun:
		text += "; nothing was written (--dry-run)"
	}
	return text
}
