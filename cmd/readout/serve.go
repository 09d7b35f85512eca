package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
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
	Addr string `placeholder:"HOST:PORT" default:"127.0.0.1:8080" help:"Where to serve: a loopback address, since the pages ask nobody for a password; port 0 takes a free one. Default: ${default}."`
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
	handler, err := web.New(opt)
	if err != nil {
		return err
	}
	listener, err := web.Listen(env, f.Addr)
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
