package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"

	"readout"
	"readout/internal/ingest"
	"readout/internal/store/sqlite"
	"readout/internal/web"
	"readout/lexicon"
	"readout/samples"
)

// addrFlags say where the pages are served.
type addrFlags struct {
	Addr         string `placeholder:"HOST:PORT" default:"127.0.0.1:8080" help:"Where to serve: a loopback address, unless something guards the pages; port 0 takes a free one. Default: ${default}."`
	BehindProxy  bool   `help:"A proxy stands before the pages that asks who somebody is: any address, and any name, is served."`
	PasswordFile string `placeholder:"FILE" help:"Ask for the password that is the first line of this file (READOUT_PASSWORD does the same); any address, and any name, is served. The password is not encrypted on its way: let a proxy do that."`
}

// password is what the pages ask for; "" for nothing.
func (f addrFlags) password(env *environment) (string, error) {
	if f.PasswordFile == "" {
		return env.getenv("READOUT_PASSWORD"), nil
	}
	text, err := os.ReadFile(f.PasswordFile)
	if err != nil {
		return "", fmt.Errorf("the password: %w", err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	if line = strings.TrimSpace(line); line == "" {
		return "", usagef("--password-file: the first line of %s is empty", f.PasswordFile)
	}
	return line, nil
}

type serveCmd struct {
	addrFlags
	viewFlags
}

// Run serves the pages of the ledger until it is stopped. The ledger may grow
// meanwhile.
func (c *serveCmd) Run(env *environment) (err error) {
	if c.AsOf != "" {
		if _, err := c.day(env); err != nil {
			return err
		}
	}
	lex, err := c.load()
	if err != nil {
		return err
	}
	s, readOnly, err := openToServe(env, c.path(env))
	if errors.Is(err, readout.ErrNotFound) {
		return fmt.Errorf("%w; readout demo serves one made of samples", err)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return c.serve(env, web.Options{Store: s, Lexicon: lex, AsOf: c.AsOf, ReadOnly: readOnly})
}

// openToServe opens a ledger so that it can be corrected; one that cannot be
// written, for reading only.
func openToServe(ctx context.Context, path string) (s *sqlite.Store, readOnly bool, err error) {
	if s, err = sqlite.Update(ctx, path); err == nil || errors.Is(err, readout.ErrNotFound) {
		return s, false, err
	}
	s, err = sqlite.Open(ctx, path)
	return s, true, err
}

// serve serves the pages of a ledger until the program is told to stop, which is
// no error.
func (f addrFlags) serve(env *environment, opt web.Options) error {
	opt.Now, opt.By = env.now, env.getenv("READOUT_BY")
	opt.Example = sync.OnceValues(func() ([2]readout.Reading, error) { return samplePair(env) })
	opt.Failed = func(err error) { printError(env.stderr, err, "", false) }
	var err error
	if opt.Password, err = f.password(env); err != nil {
		return err
	}
	opt.BehindProxy = f.BehindProxy
	handler, err := web.New(opt)
	if err != nil {
		return err
	}
	listener, err := web.Listen(env, f.Addr, opt.BehindProxy || opt.Password != "")
	if errors.Is(err, readout.ErrInvalid) || errors.Is(err, readout.ErrUnsupported) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(env.stderr, "readout: the pages are at http://%s (Ctrl-C stops)\n", listener.Addr())
	return web.Serve(env, listener, handler)
}

// samplePair reads the two accounts of one contact that ship with the program.
func samplePair(ctx context.Context) (pair [2]readout.Reading, err error) {
	lex, err := sampleLexicon()
	if err != nil {
		return pair, err
	}
	n := 0
	for res := range ingest.Read(ctx, sampleItems("official"), lex, 1) {
		if res.Err != nil {
			return pair, res.Err
		}
		if pair[n] = res.Reading; n == 1 {
			return pair, nil
		}
		n++
	}
	return pair, fmt.Errorf("the samples: %w: no two official accounts", readout.ErrNotFound)
}

// sampleLexicon is what the program knows, with what the samples add to it.
func sampleLexicon() (*lexicon.Lexicon, error) {
	words, err := fs.Sub(samples.Files, "lexicon")
	if err != nil {
		return nil, err
	}
	return lexicon.Load(words)
}
