package main

import (
	"fmt"
	"io"

	"readout/internal/export"
	"readout/internal/inspect"
	"readout/internal/phrase"
	"readout/internal/source"
	"readout/internal/terminal"
)

type lexiconCoverageCmd struct {
	Files  []string `arg:"" name:"file" help:"Files, folders, or - for the standard input."`
	Titles bool     `help:"Look at the titles of the documents instead of their texts."`
	Limit  int      `placeholder:"N" default:"40" help:"List at most so many; 0 lists all. Default: ${default}."`
	JSON   bool     `name:"json" help:"Print one JSON object."`
	documentFlags
	lexiconFlags
}

// coverageLine is the result in JSON.
type coverageLine struct {
	*inspect.Coverage
	Missing []inspect.Missing `json:"missing"`
}

// Run counts what the lexicon can place.
func (c *lexiconCoverageCmd) Run(env *environment) error {
	if c.Limit < 0 {
		return usagef("--limit: %d is less than nothing", c.Limit)
	}
	lex, err := c.load()
	if err != nil {
		return err
	}
	coverage, failed := inspect.NewCoverage(lex), 0
	for item := range source.Walk(c.Files, env.stdin, c.options()) {
		if env.Err() != nil {
			return env.Err()
		}
		if item.Err != nil {
			failed++
			printError(env.stderr, item.Err, item.Source, c.JSON)
			continue
		}
		coverage.Add(&item.Doc, c.Titles)
	}
	missing := coverage.Missing(c.Limit)
	if !c.JSON {
		fmt.Fprintln(env.stderr, phrase.Count(coverage.Documents, "document"))
	}
	err = buffered(env.stdout, func(w io.Writer) error {
		if c.JSON {
			return export.Line(w, coverageLine{coverage, missing})
		}
		return terminal.Coverage(w, coverage, missing)
	})
	if err != nil {
		return err
	}
	return partial(failed)
}
