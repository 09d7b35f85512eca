// Package eval measures the program against documents with answers: it reads
// the gold folder, runs the reader on each document and says of every wanted
// fact whether it was found. Only tests use it.
package eval

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"readout"
	"readout/internal/extract"
	"readout/lexicon"
)

// The kinds of wanted line. NoContact is a trap: words in which no contact
// between states may be found.
const (
	Date      = "date"
	Contact   = "contact"
	Statement = "statement"
	Passage   = "passage"
	Point     = "point"
	NoContact = "no-contact"
	// exactChannel is a row of the table only: contacts found whose channel is
	// the wanted one, and not merely close to it.
	exactChannel = "exact-channel"
)

// Kinds lists the rows of the table, in its order.
var Kinds = []string{Passage, Date, Contact, exactChannel, Statement, Point, NoContact}

// Score counts the wanted lines of a kind and those that were found. For
// NoContact, Found counts the traps that held.
type Score struct{ Found, Wanted int }

// Share is Found of Wanted, between 0 and 1; 1 where nothing is wanted.
func (s Score) Share() float64 {
	if s.Wanted == 0 {
		return 1
	}
	return float64(s.Found) / float64(s.Wanted)
}

// Miss is a wanted line that was not found, or a trap that was walked into.
type Miss struct {
	Place   string // file:line
	Kind    string
	Want    string // the line
	Instead string // the nearest fact that was found; empty where there is none
	Differs []string
}

// String tells a miss in two lines.
func (m Miss) String() string {
	instead := m.Instead
	if instead == "" {
		instead = "nothing"
	}
	return fmt.Sprintf("%s: %s\n    found %s; differs: %v", m.Place, m.Want, instead, m.Differs)
}

// Report is the outcome of a run.
type Report struct {
	Scores map[string]Score
	Misses []Miss
}

// Run reads every gold document of a folder (txtar files, by name), with the
// lexicon folders that they ask for, which root holds too. A file that breaks
// the form ends the run; the error wraps readout.ErrInvalid.
func Run(root fs.FS, folder string) (*Report, error) {
	names, err := fs.Glob(root, path.Join(folder, "*.txtar"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: %w: no gold documents", folder, readout.ErrNotFound)
	}
	rep := &Report{Scores: map[string]Score{}}
	lexicons := map[string]*lexicon.Lexicon{}
	for _, name := range names {
		raw, err := fs.ReadFile(root, name)
		if err != nil {
			return nil, err
		}
		if err := rep.add(root, lexicons, name, raw); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(rep.Misses, func(a, b Miss) int {
		return cmp.Compare(slices.Index(Kinds, a.Kind), slices.Index(Kinds, b.Kind))
	})
	return rep, nil
}

// add scores one gold document.
func (rep *Report) add(root fs.FS, lexicons map[string]*lexicon.Lexicon, name string, raw []byte) error {
	g, err := Parse(name, raw)
	if err != nil {
		return err
	}
	lex, ok := lexicons[g.Lexicon]
	if !ok {
		if lex, err = load(root, g.Lexicon); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		lexicons[g.Lexicon] = lex
	}
	reading, err := extract.Read(g.Doc, lex)
	if err != nil {
		return err
	}
	rep.score(g, factsOf(&reading, lex))
	return nil
}

// load is the embedded lexicon, with a folder over it if one is named.
func load(root fs.FS, folder string) (*lexicon.Lexicon, error) {
	if folder == "" {
		return lexicon.Default()
	}
	over, err := fs.Sub(root, folder)
	if err != nil {
		return nil, err
	}
	return lexicon.Load(over)
}
