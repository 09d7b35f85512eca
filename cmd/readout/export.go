package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"readout"
	"readout/internal/export"
	"readout/internal/source"
)

type exportCmd struct {
	Format string `enum:"jsonl,csv" default:"jsonl" placeholder:"FORMAT" help:"jsonl (a contact a line, complete) or csv (a contact a row). Default: ${default}."`
	Output string `short:"o" placeholder:"FILE" help:"Write to a file, which is replaced only when all is written. Default: the standard output."`
	JSON   bool   `name:"json" help:"Print errors as JSON objects."`
	viewFlags
	filterFlags
}

// Run writes the contacts that are asked for.
func (c *exportCmd) Run(env *environment) error {
	format, err := export.FormatNamed(c.Format)
	if err != nil {
		return err
	}
	v, err := c.open(env)
	if err != nil {
		return err
	}
	defer v.store.Close()
	filter, err := c.filter(c.lexiconFlags)
	if err != nil {
		return err
	}
	chosen := v.Select(filter)
	return writeTo(env, c.Output, func(w io.Writer) error { return format.Write(w, slices.Values(chosen)) })
}

// writeTo writes to a file, or to the standard output where path is empty or -.
// A plain file appears whole or not at all.
func writeTo(env *environment, path string, write func(io.Writer) error) error {
	if path == "" || path == source.Stdin {
		return buffered(env.stdout, write)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		return errors.Join(buffered(f, write), f.Close())
	}
	dir := filepath.Dir(path)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("export to %s: %w: no folder %s", path, readout.ErrNotFound, dir)
	}
	f, err := os.CreateTemp(dir, "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	err = errors.Join(buffered(f, write), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("export: %w", err), os.Remove(f.Name()))
	}
	return nil
}

func buffered(w io.Writer, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(w, 1<<16)
	return errors.Join(write(out), out.Flush())
}
