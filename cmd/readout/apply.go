package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"readout"
	"readout/internal/export"
	"readout/internal/ledger"
	"readout/internal/phrase"
	"readout/internal/source"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

type applyCmd struct {
	Files []string `arg:"" name:"file" help:"JSON Lines, a correction a line; or - for the standard input."`
	JSON  bool     `name:"json" help:"Print the counts as one JSON object, and errors as objects."`
	viewFlags
}

// applied says what became of the corrections of a run.
type applied struct {
	Added int `json:"added"`
	Known int `json:"known"` // there already
	Lost  int `json:"lost"`  // what they are about is not in this ledger; they are kept
}

// Run replays corrections. All lines of all files are checked before any is
// added.
func (c *applyCmd) Run(env *environment) (err error) {
	day, err := c.day(env)
	if err != nil {
		return err
	}
	var list []readout.Correction
	for _, file := range c.Files {
		more, err := readCorrections(env, file)
		if err != nil {
			return err
		}
		list = append(list, more...)
	}
	s, err := sqlite.Update(env, c.path(env))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	sealed, added, err := store.Correct(env, s, list...)
	if err != nil {
		return err
	}
	l, err := store.Load(env, s, day)
	if err != nil {
		return err
	}
	counts := applied{Added: added, Known: len(sealed) - added}
	for _, row := range lostAmong(l, sealed) {
		counts.Lost++
		printError(env.stderr, fmt.Errorf("correction %s (%s by %s): kept, but %s", row.ID, row.Action, row.By, row.Reason), "", c.JSON)
	}
	if c.JSON {
		return export.Line(env.stdout, counts)
	}
	fmt.Fprintf(env.stderr, "%s: %s added, %d already there\n", c.path(env), phrase.Count(counts.Added, "correction"), counts.Known)
	return nil
}

// lostAmong are those of the corrections whose target is not in the ledger.
func lostAmong(l *ledger.Ledger, list []readout.Correction) []ledger.CorrectionRow {
	given := map[string]bool{}
	for _, c := range list {
		given[c.ID] = true
	}
	var out []ledger.CorrectionRow
	for _, row := range l.Corrections {
		if given[row.ID] && row.State == readout.Lost {
			out = append(out, row)
		}
	}
	return out
}

// maxCorrection is the longest line that is read, in bytes.
const maxCorrection = 16 << 20

// readCorrections reads a file of corrections; a bad line is named with its number.
func readCorrections(env *environment, file string) ([]readout.Correction, error) {
	in := env.stdin
	if file != source.Stdin {
		f, err := os.Open(file)
		if err != nil {
			return nil, fmt.Errorf("corrections: %w", err)
		}
		defer f.Close()
		in = f
	}
	return parseCorrections(env, file, in)
}

func parseCorrections(ctx context.Context, name string, in io.Reader) ([]readout.Correction, error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, 64<<10), maxCorrection)
	var out []readout.Correction
	n := 0
	for lines.Scan() && ctx.Err() == nil {
		n++
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		var c readout.Correction
		if err := json.Unmarshal(line, &c); err != nil {
			return nil, fmt.Errorf("%s:%d: %w: no correction: %w", name, n, readout.ErrInvalid, err)
		}
		c, err := ledger.Seal(c)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		out = append(out, c)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w: %w", name, n+1, readout.ErrInvalid, err)
	}
	return out, ctx.Err()
}
