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
	"readout/internal/terminal"
	"readout/lexicon"
)

type compareCmd struct {
	Files     []string `arg:"" optional:"" name:"file" help:"Files that each hold one side's account; one may be -, the standard input. Of three or more, each pair is compared."`
	Contact   string   `placeholder:"ID" help:"Compare the official accounts of a contact of the ledger instead."`
	SinceLast bool     `name:"since-last" help:"With --contact: lay each side's account beside its account of the last contact of the same parties: what is missing now, and what is new."`
	JSON      bool     `name:"json" help:"Print one JSON object; one a line where there are several pairs."`

	APublished publishedDate `name:"a-published" placeholder:"DATE" help:"When the first text was published."`
	AOutlet    string        `name:"a-outlet" placeholder:"NAME" help:"Who published it."`
	AURL       string        `name:"a-url" placeholder:"URL" help:"Where."`
	ASide      string        `name:"a-side" placeholder:"NAME" help:"Whose account it is, where the text does not show it: a country or an institution."`
	BPublished publishedDate `name:"b-published" placeholder:"DATE" help:"When the second text was published."`
	BOutlet    string        `name:"b-outlet" placeholder:"NAME" help:"Who published it."`
	BURL       string        `name:"b-url" placeholder:"URL" help:"Where."`
	BSide      string        `name:"b-side" placeholder:"NAME" help:"Whose account it is."`

	Language string   `placeholder:"CODE" help:"The language of all, such as en."`
	MaxSize  byteSize `placeholder:"SIZE" default:"64MiB" help:"The largest file that is read. Default: ${default}."`
	viewFlags
}

// maxFiles bounds the accounts that are compared, each with each.
const maxFiles = 12

// Run lays accounts side by side.
func (c *compareCmd) Run(env *environment) error {
	stdin := 0
	for _, f := range c.Files {
		if f == source.Stdin {
			stdin++
		}
	}
	switch {
	case c.Contact != "" && len(c.Files) == 0 && c.SinceLast:
		return c.sinceLast(env)
	case c.Contact != "" && len(c.Files) == 0:
		return c.ofContact(env)
	case c.Contact != "" || c.SinceLast || len(c.Files) < 2:
		return usagef("compare takes two files or more, or --contact ID")
	case stdin > 1:
		return usagef("compare: only one of the files can be the standard input")
	case len(c.Files) > maxFiles:
		return usagef("compare takes at most %d files", maxFiles)
	}
	lex, err := c.load()
	if err != nil {
		return err
	}
	var read []readout.Reading
	for i, file := range c.Files {
		options, err := c.options(i, lex)
		if err != nil {
			return err
		}
		r, err := readOne(env, file, options, lex)
		if err != nil {
			return err
		}
		read = append(read, *r)
	}
	var list []readout.Comparison
	for i := range read {
		for j := i + 1; j < len(read); j++ {
			list = append(list, ledger.Compare(&read[i], &read[j]))
		}
	}
	return c.print(env, list, namesOf(read))
}

// options is what the command line says of file i.
func (c *compareCmd) options(i int, lex *lexicon.Lexicon) (source.Options, error) {
	out := source.Options{Language: c.Language, MaxBytes: int64(c.MaxSize)}
	side := ""
	switch i {
	case 0:
		out.Published, out.Outlet, out.URL, side = string(c.APublished), c.AOutlet, c.AURL, c.ASide
	case 1:
		out.Published, out.Outlet, out.URL, side = string(c.BPublished), c.BOutlet, c.BURL, c.BSide
	}
	if side != "" {
		if out.Issuer = lex.SideNamed(side); out.Issuer == "" {
			return out, usagef("no country or institution %q is known; readout lexicon find %q shows what is", side, side)
		}
	}
	return out, nil
}

// readOne reads a file that must hold exactly one document.
func readOne(env *environment, path string, options source.Options, lex *lexicon.Lexicon) (*readout.Reading, error) {
	if info, err := os.Stat(path); path != source.Stdin && err == nil && info.IsDir() {
		return nil, usagef("%s is a folder; compare takes files of one document each", path)
	}
	var found []readout.Reading
	for res := range ingest.Read(env, source.Walk([]string{path}, env.stdin, options), lex, 1) {
		switch {
		case errors.Is(res.Err, readout.ErrInvalid) || errors.Is(res.Err, readout.ErrUnsupported):
			return nil, documentError{res.Source, usagef("%w; compare takes files of one document each", res.Err)}
		case res.Err != nil:
			return nil, documentError{res.Source, res.Err}
		}
		if found = append(found, res.Reading); len(found) > 1 {
			return nil, documentError{path, usagef("%s holds more than one document; compare takes files of one document each", path)}
		}
	}
	if len(found) == 0 {
		return nil, documentError{path, usagef("%s holds no document; compare takes files of one document each", path)}
	}
	return &found[0], nil
}

// ofContact compares the official accounts of a contact of the ledger.
func (c *compareCmd) ofContact(env *environment) error {
	return c.found(env, c.Contact, func(v *view, found *readout.Contact) error {
		if len(found.Comparison) == 0 {
			return fmt.Errorf("contact %s: %w: there are no official accounts of two sides", found.ID, readout.ErrNotFound)
		}
		return c.print(env, found.Comparison, v.names)
	})
}

// sinceLast compares each side's account of a contact with its last one.
func (c *compareCmd) sinceLast(env *environment) error {
	return c.found(env, c.Contact, func(v *view, found *readout.Contact) error {
		list, err := v.SinceLast(found.ID)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return fmt.Errorf("contact %s: %w: no side has an official account of it and of an earlier contact of the same parties", found.ID, readout.ErrNotFound)
		}
		return buffered(env.stdout, func(w io.Writer) error {
			for i := range list {
				err := error(nil)
				if c.JSON {
					err = export.Line(w, &list[i])
				} else {
					err = terminal.Since(w, env.screen, &list[i], v.names)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func (c *compareCmd) print(env *environment, list []readout.Comparison, names phrase.Names) error {
	return buffered(env.stdout, func(w io.Writer) error {
		if !c.JSON && len(list) > 1 {
			if err := terminal.Topics(w, env.screen, list, names); err != nil {
				return err
			}
		}
		for i := range list {
			err := error(nil)
			if c.JSON {
				err = export.Line(w, &list[i])
			} else {
				err = terminal.Comparison(w, env.screen, &list[i], names, i > 0 || len(list) > 1)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
