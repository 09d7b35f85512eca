package main

import (
	"errors"
	"fmt"

	"readout/internal/export"
	"readout/internal/ingest"
	"readout/internal/phrase"
	"readout/internal/store/sqlite"
	"readout/lexicon"
)

type mergeLedgersCmd struct {
	Files []string `arg:"" name:"ledger" help:"Ledgers to take over from; they stay as they are."`
	JSON  bool     `name:"json" help:"Print the counts of each as a JSON object, and errors as objects."`
	ledgerFlags
	lexiconFlags
}

// Run takes ledgers over into another, which is made where there is none.
func (c *mergeLedgersCmd) Run(env *environment) (err error) {
	lex, err := c.load()
	if err != nil {
		return err
	}
	var others []*sqlite.Store
	defer func() {
		for _, s := range others {
			err = errors.Join(err, s.Close())
		}
	}()
	for _, file := range c.Files { // all are there before anything is written
		s, err := sqlite.Open(env, file)
		if err != nil {
			return err
		}
		others = append(others, s)
	}
	into, err := sqlite.Create(env, c.path(env))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, into.Close()) }()
	failed := 0
	for i, from := range others {
		n, err := c.merge(env, into, from, lex, c.Files[i])
		if err != nil {
			return err
		}
		failed += n
	}
	return partial(failed)
}

// merge takes one ledger over, and gives how many of its documents could not be read.
func (c *mergeLedgersCmd) merge(env *environment, into, from *sqlite.Store, lex *lexicon.Lexicon, name string) (int, error) {
	line := newProgress(env, !c.JSON)
	adder := &ingest.Adder{
		Store: into, Lexicon: lex,
		Failed: func(source string, err error) { line.clear(); printError(env.stderr, err, source, c.JSON) },
		Done:   func(n ingest.Counts) { line.show(countWords(n)) },
	}
	merged, err := adder.Merge(env, from)
	line.clear()
	if err != nil {
		return 0, err
	}
	if c.JSON {
		return merged.Failed, export.Line(env.stdout, merged)
	}
	fmt.Fprintf(env.stderr, "%s: %s, %s\n", name, countWords(merged.Counts), phrase.Count(merged.Corrections, "new correction"))
	return merged.Failed, nil
}
