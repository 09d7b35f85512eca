package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"readout"
	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/source"
	"readout/internal/store"
	"readout/internal/store/sqlite"
	"readout/internal/terminal"
	"readout/internal/web"
	"readout/lexicon"
	"readout/samples"
)

type demoCmd struct {
	Once bool `help:"Only print, and stop."`
	addrFlags
}

// demoDay is the day from which the samples are judged, so that the demo shows
// the same on any day: the first of the year after the last sample.
const demoDay = "2026-01-01"

// demoContact begins the id of the contact whose accounts the demo compares.
const demoContact = "2024-05-02"

// Run reads the samples into a ledger that is thrown away, prints it, and
// serves its pages until it is stopped.
func (c *demoCmd) Run(env *environment) (err error) {
	lex, err := sampleLexicon()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "readout-demo-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	s, err := sqlite.Create(env, filepath.Join(dir, defaultLedger))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if err := addSamples(env, s, lex); err != nil {
		return err
	}
	l, err := store.Load(env, s, demoDay)
	if err != nil {
		return err
	}
	err = buffered(env.stdout, func(w io.Writer) error { return printDemo(env, w, l) })
	if err != nil || c.Once {
		return err
	}
	return c.serve(env, web.Options{Store: s, Lexicon: lex, AsOf: demoDay})
}

// addSamples reads the samples with their own lexicon.
func addSamples(ctx context.Context, s store.Store, lex *lexicon.Lexicon) error {
	adder := &ingest.Adder{Store: s, Lexicon: lex, Failed: func(string, error) {}, Done: func(ingest.Counts) {}}
	counts, err := adder.Add(ctx, sampleItems("official", "press"))
	if err == nil && counts.Failed > 0 {
		err = fmt.Errorf("%d samples could not be read", counts.Failed)
	}
	return err
}

// sampleItems are the documents in folders of the samples.
func sampleItems(folders ...string) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for _, folder := range folders {
			entries, err := samples.Files.ReadDir(folder)
			if err != nil {
				yield(source.Item{Source: folder, Err: err})
				return
			}
			for _, e := range entries {
				if !readSample(folder+"/"+e.Name(), yield) {
					return
				}
			}
		}
	}
}

func readSample(name string, yield func(source.Item) bool) bool {
	f, err := samples.Files.Open(name)
	if err != nil {
		return yield(source.Item{Source: name, Err: err})
	}
	defer f.Close()
	for item := range source.Read(name, f, source.Options{}) {
		if !yield(item) {
			return false
		}
	}
	return true
}

func printDemo(env *environment, w io.Writer, l *ledger.Ledger) error {
	fmt.Fprintf(w, "The ledger of the %d samples that ship with this program:\n\n", len(l.Readings))
	if err := terminal.Contacts(w, env.screen, l.Contacts); err != nil {
		return err
	}
	shown := compared(l.Contacts)
	if shown == nil {
		return nil
	}
	fmt.Fprintf(w, "\nThe two sides' accounts of one of them, %s (of two states that do not exist):\n\n", shown.ID)
	if err := terminal.Comparison(w, env.screen, &shown.Comparison[0], namesOf(l.Readings), false); err != nil {
		return err
	}
	fmt.Fprint(w, "\nNow your own texts: readout compare FILE FILE, or readout add FILE... and readout contacts.\n")
	return nil
}

// compared is the contact whose accounts the demo compares: the one meant, else
// the first that has accounts of two sides.
func compared(contacts []readout.Contact) *readout.Contact {
	var first *readout.Contact
	for i := range contacts {
		c := &contacts[i]
		if len(c.Comparison) == 0 {
			continue
		}
		if c.When != nil && c.When.EDTF == demoContact {
			return c
		}
		if first == nil {
			first = c
		}
	}
	return first
}
