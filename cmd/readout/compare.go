package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"readout"
	"readout/internal/export"
	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/phrase"
	"readout/internal/source"
	"readout/internal/store"
	"readout/internal/terminal"
	"readout/lexicon"
)

type compareCmd struct {
	A       string `arg:"" optional:"" help:"A file that holds one side's account, or -."`
	B       string `arg:"" optional:"" help:"A file that holds the other side's."`
	Contact string `placeholder:"ID" help:"Compare the official accounts of a contact of the ledger instead."`
	JSON    bool   `name:"json" help:"Print one JSON object; for a contact, one a line for each pair of accounts."`

	APublished publishedDate `name:"a-published" placeholder:"DATE" help:"When the first text was published."`
	AOutlet    string        `name:"a-outlet" placeholder:"NAME" help:"Who published it."`
	AURL       string        `name:"a-url" placeholder:"URL" help:"Where."`
	BPublished publishedDate `name:"b-published" placeholder:"DATE" help:"When the second text was published."`
	BOutlet    string        `name:"b-outlet" placeholder:"NAME" help:"Who published it."`
	BURL       string        `name:"b-url" placeholder:"URL" help:"Where."`

	Language string   `placeholder:"CODE" help:"The language of both, such as en."`
	MaxSize  byteSize `placeholder:"SIZE" default:"64MiB" help:"The largest file that is read. Default: ${default}."`
	viewFlags
}

// Run lays two accounts side by side.
func (c *compareCmd) Run(env *environment) error {
	switch {
	case c.Contact != "" && c.A == "":
		return c.ofContact(env)
	case c.Contact != "" || c.A == "" || c.B == "":
		return usagef("compare takes two files, or --contact ID")
	case c.A == source.Stdin && c.B == source.Stdin:
		return usagef("compare: only one of the two can be the standard input")
	}
	lex, err := c.load()
	if err != nil {
		return err
	}
	options := source.Options{Published: string(c.APublished), Outlet: c.AOutlet, URL: c.AURL, Language: c.Language, MaxBytes: int64(c.MaxSize)}
	a, err := readOne(env, c.A, options, lex)
	if err != nil {
		return err
	}
	options.Published, options.Outlet, options.URL = string(c.BPublished), c.BOutlet, c.BURL
	b, err := readOne(env, c.B, options, lex)
	if err != nil {
		return err
	}
	return c.print(env, []readout.Comparison{ledger.Compare(a, b)}, namesOf([]readout.Reading{*a, *b}))
}

// readOne reads a file that must hold exactly one document.
func readOne(env *environment, path string, options source.Options, lex *lexicon.Lexicon) (*readout.Reading, error) {
	if info, err := os.Stat(path); path != source.Stdin && err == nil && info.IsDir() {
		return nil, usagef("%s is a folder; compare takes two files of one document each", path)
	}
	var found []readout.Reading
	for res := range ingest.Read(env, source.Walk([]string{path}, env.stdin, options), lex, 1) {
		switch {
		case errors.Is(res.Err, readout.ErrInvalid) || errors.Is(res.Err, readout.ErrUnsupported):
			return nil, documentError{res.Source, usagef("%w; compare takes two files of one document each", res.Err)}
		case res.Err != nil:
			return nil, documentError{res.Source, res.Err}
		}
		if found = append(found, res.Reading); len(found) > 1 {
			return nil, documentError{path, usagef("%s holds more than one document; compare takes two files of one document each", path)}
		}
	}
	if len(found) == 0 {
		return nil, documentError{path, usagef("%s holds no document; compare takes two files of one document each", path)}
	}
	return &found[0], nil
}

// ofContact compares the official accounts of a contact of the ledger.
func (c *compareCmd) ofContact(env *environment) error {
	v, err := c.open(env)
	if err != nil {
		return err
	}
	defer v.store.Close()
	found, err := store.Find(env, v.store, v.Contacts, c.Contact)
	if err != nil {
		return err
	}
	if len(found.Comparison) == 0 {
		return fmt.Errorf("contact %s: %w: there are no official accounts of two sides", found.ID, readout.ErrNotFound)
	}
	return c.print(env, found.Comparison, v.names)
}

func (c *compareCmd) print(env *environment, list []readout.Comparison, names phrase.Names) error {
	return buffered(env.stdout, func(w io.Writer) error {
		for i := range list {
			err := error(nil)
			if c.JSON {
				err = export.Line(w, &list[i])
			} else {
				err = terminal.Comparison(w, env.screen, &list[i], names)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
