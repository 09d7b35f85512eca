package main

import (
	"errors"
	"fmt"

	"readout/internal/export"
	"readout/internal/ingest"
	"readout/internal/source"
	"readout/internal/store/sqlite"
)

type addCmd struct {
	Files []string `arg:"" name:"file" help:"Files, folders, or - for the standard input."`
	JSON  bool     `name:"json" help:"Print the counts as one JSON object, and errors as objects."`
	ledgerFlags
	documentFlags
	lexiconFlags
	workerFlags
}

// Run reads documents and adds them to the ledger.
func (c *addCmd) Run(env *environment) (err error) {
	lex, err := c.load()
	if err != nil {
		return err
	}
	s, err := sqlite.Create(env, c.path(env))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	line := newProgress(env, !c.JSON)
	adder := &ingest.Adder{
		Store: s, Lexicon: lex, Workers: c.Workers,
		Failed: func(source string, err error) { line.clear(); printError(env.stderr, err, source, c.JSON) },
		Done:   func(n ingest.Counts) { line.show(countWords(n)) },
	}
	counts, err := adder.Add(env, source.Walk(c.Files, env.stdin, c.options()))
	line.clear()
	if c.JSON {
		err = errors.Join(err, export.Line(env.stdout, counts))
	} else {
		fmt.Fprintf(env.stderr, "%s: %s\n", c.path(env), countWords(counts))
	}
	if err != nil {
		return err
	}
	return partial(counts.Failed)
}

// countWords says what became of the documents.
func countWords(n ingest.Counts) string {
	if n == (ingest.Counts{}) {
		return "0 added, no document was found"
	}
	text := fmt.Sprintf("%d added", n.Added)
	if n.Unread > 0 {
		text += fmt.Sprintf(" (%d of them kept, but not read: the lexicon has no folder for their language)", n.Unread)
	}
	if n.Known > 0 {
		text += fmt.Sprintf(", %d already there", n.Known)
	}
	if n.Failed > 0 {
		text += fmt.Sprintf(", %d could not be read", n.Failed)
	}
	return text
}
