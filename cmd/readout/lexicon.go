package main

import (
	"fmt"
	"io"
	"io/fs"
	"time"

	"readout/internal/export"
	"readout/internal/phrase"
	"readout/internal/terminal"
	"readout/lexicon"
)

// lexiconCmd is for the people who keep the lexicon; one file a verb.
type lexiconCmd struct {
	Check    lexiconCheckCmd    `cmd:"" help:"Examine every rule of the files: ours, or those of a folder of your own. Warnings are no mistakes; with an error the exit status is 1."`
	Find     lexiconFindCmd     `cmd:"" help:"List what a name, a title or a role can mean on a day, with the lines that say so."`
	Try      lexiconTryCmd      `cmd:"" help:"Show what each rule makes of a sentence."`
	Coverage lexiconCoverageCmd `cmd:"" help:"Count the names and roles of documents that the lexicon can place, and list those that it cannot, the most frequent first."`
}

type lexiconCheckCmd struct {
	Dir  string `arg:"" optional:"" placeholder:"DIR" help:"A folder of your own, laid out like lexicon/data. Default: the files that ship with the program."`
	JSON bool   `name:"json" help:"Print a line of JSON for each fault (JSON Lines)."`
}

// faultLine is a fault in JSON.
type faultLine struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Level   string `json:"level"` // error or warning
	Message string `json:"message"`
}

// Run examines the files.
func (c *lexiconCheckCmd) Run(env *environment) error {
	overlays, err := folders(c.Dir)
	if err != nil {
		return err
	}
	faults, err := lexicon.Check(overlays...)
	if err != nil {
		return err
	}
	errors := 0
	for _, f := range faults {
		if !f.Warning {
			errors++
		}
	}
	err = buffered(env.stdout, func(w io.Writer) error { return c.write(w, faults) })
	if err != nil {
		return err
	}
	if !c.JSON {
		fmt.Fprintf(env.stderr, "%s, %s\n", phrase.Count(errors, "error"), phrase.Count(len(faults)-errors, "warning"))
	}
	if errors > 0 {
		return fmt.Errorf("the lexicon has %s", phrase.Count(errors, "error"))
	}
	return nil
}

func (c *lexiconCheckCmd) write(w io.Writer, faults []*lexicon.Fault) error {
	if !c.JSON {
		return terminal.Faults(w, faults)
	}
	for _, f := range faults {
		line := faultLine{f.File, f.Line, "error", f.Message}
		if f.Warning {
			line.Level = "warning"
		}
		if err := export.Line(w, line); err != nil {
			return err
		}
	}
	return nil
}

// folders opens a folder as an overlay; none for "".
func folders(dir string) ([]fs.FS, error) {
	if dir == "" {
		return nil, nil
	}
	return lexiconFlags{Lexicon: []string{dir}}.overlays()
}

// onFlags say the day on which names are read.
type onFlags struct {
	On string `placeholder:"DATE" help:"The day, month or year on which names are read, such as 2017-01-28. Default: today."`
}

func (f onFlags) day(env *environment) (string, error) {
	if f.On == "" {
		return env.now().Format(time.DateOnly), nil
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, f.On); err == nil {
			return f.On, nil
		}
	}
	return "", usagef("--on: %q is no day, month or year; write it as 2017-01-28", f.On)
}
