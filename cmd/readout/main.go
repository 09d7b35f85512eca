// Command readout reads news reports and official accounts of diplomacy and
// keeps a sourced ledger of contacts between leaders and ministers.
//
// Standard output carries data only; progress, counts and warnings go to
// standard error. Exit status: 0 done; 1 failed; 2 wrong usage; 3 some documents
// could not be read (each is named with the reason, the others are done).
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"readout/internal/terminal"
)

// commands are the verbs; one file each.
type commands struct {
	Read       readCmd         `cmd:"" help:"Read documents and print what was found; nothing is stored."`
	Add        addCmd          `cmd:"" help:"Read documents and add them to the ledger."`
	Merge      mergeLedgersCmd `cmd:"" help:"Take everything over from other ledgers: documents, corrections, and the ids of contacts."`
	Reread     rereadCmd       `cmd:"" help:"Read the documents of the ledger again with this version of the program, and say what changes."`
	Contacts   contactsCmd     `cmd:"" help:"List the contacts of the ledger, newest first."`
	Show       showCmd         `cmd:"" help:"Show one contact: its history, its accounts, where they differ, its promises."`
	Compare    compareCmd      `cmd:"" help:"Lay two sides' accounts of a contact side by side; no ledger is needed."`
	Statements statementsCmd   `cmd:"" help:"List who said what, through whom."`
	Promises   promisesCmd     `cmd:"" help:"List what was promised, and what came of it."`
	Documents  documentsCmd    `cmd:"" help:"List the documents of the ledger."`
	Correct    correctCmd      `cmd:"" help:"Correct the ledger: accept, reject, edit, merge, split, note, settle a promise, undo. Nothing is overwritten."`
	Apply      applyCmd        `cmd:"" help:"Replay corrections from files, as readout correct list --json prints them."`
	Export     exportCmd       `cmd:"" help:"Write the ledger for other programs."`
	Serve      serveCmd        `cmd:"" help:"Serve the ledger as pages for a browser on this machine, until stopped."`
	Demo       demoCmd         `cmd:"" help:"Read the samples that ship with the program, show the ledger and a comparison, and serve the pages."`
	Lexicon    lexiconCmd      `cmd:"" help:"Check, search and try what the program knows: people, offices, states, places, outlets, events, topics, words."`
	Version    versionCmd      `cmd:"" help:"Print the versions of the program, of its rules and of its lexicon."`
}

const description = `Reads news reports and official accounts of diplomacy and keeps a sourced ledger of contacts between leaders and ministers.

Exit status: 0 done; 1 failed; 2 wrong usage; 3 some documents could not be read (each is named with the reason, the others are done).`

// environment is the world outside: what a verb reads, writes and asks.
type environment struct {
	context.Context
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
	screen         terminal.Screen // of the standard output
	live           bool            // standard error is a terminal: a progress line may be redrawn
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := run(&environment{
		Context: ctx,
		stdin:   os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		getenv: os.Getenv,
		now:    time.Now,
		screen: terminal.ScreenOf(os.Stdout, os.Getenv),
		live:   terminal.IsTerminal(os.Stderr),
	}, os.Args[1:])
	stop()
	os.Exit(code)
}

// newParser makes the parser of the command line; docs/cli.md is checked
// against its model.
func newParser(cli *commands, env *environment) (*kong.Kong, error) {
	return kong.New(cli,
		kong.Name("readout"),
		kong.Description(description),
		kong.Writers(env.stdout, env.stderr),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
	)
}

// run carries out one command line and gives the exit status.
func run(env *environment, args []string) int {
	asJSON := slices.Contains(args, "--json")
	cli := &commands{}
	parser, err := newParser(cli, env)
	if err != nil {
		return report(env, err, "", asJSON)
	}
	verb, err := parser.Parse(usual(args))
	if err != nil {
		name := ""
		if e := (*kong.ParseError)(nil); errors.As(err, &e) && e.Context.Selected() != nil {
			name = e.Context.Selected().Name
		} else if known := verbs(parser); len(args) > 0 && !strings.HasPrefix(args[0], "-") && !slices.Contains(known, args[0]) {
			err = fmt.Errorf("no verb %q; there are %s", args[0], strings.Join(known, ", "))
		}
		return report(env, usageError{err}, name, asJSON)
	}
	return report(env, verb.Run(env), verb.Selected().Name, asJSON)
}

// usual are the arguments, where they ask for help or the version in another
// usual way too.
func usual(args []string) []string {
	switch {
	case len(args) == 0:
		return []string{"--help"}
	case args[0] == "help":
		return append(slices.Clone(args[1:]), "--help")
	case args[0] == "--version":
		return append([]string{"version"}, args[1:]...)
	}
	return args
}

// verbs are the names of the verbs.
func verbs(parser *kong.Kong) []string {
	var names []string
	for _, node := range parser.Model.Children {
		names = append(names, node.Name)
	}
	return names
}

// report prints an error and gives its exit status. A partial error has been
// reported document by document. verb is the verb that was asked for, if any.
func report(env *environment, err error, verb string, asJSON bool) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, context.Canceled) && env.Err() != nil {
		err = errors.New("stopped; what was finished before is kept")
	}
	if !errors.As(err, new(partialError)) {
		var about documentError
		_ = errors.As(err, &about)
		printError(env.stderr, err, about.source, asJSON)
	}
	if !asJSON && errors.As(err, new(usageError)) {
		fmt.Fprintln(env.stderr, "Try: readout "+strings.TrimLeft(verb+" --help", " "))
	}
	return exitStatus(err)
}
