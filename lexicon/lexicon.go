// Package lexicon is what the program knows, as text files that anyone can
// edit: people, offices and their holders by date, states, organisations,
// places, outlets, events and topics (data/world, data/topics), and the words of
// a language (data/en; data/fr and others through glosses). The files are embedded; a folder of a user's own, laid
// out the same way, adds to them and overrides them row by row.
//
// All files are UTF-8. A .tsv file has comment lines that begin with #, one
// header line, and cells parted by tabs; | parts several values in one cell; an
// empty cell is unknown.
package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"sync"
)

//go:embed data
var embedded embed.FS

// Lexicon is everything that was loaded. It is not changed after Load, so any
// number of goroutines may read it.
type Lexicon struct {
	World
	Names   *Names
	Titles  *Titles
	Words   *NameWords // of persons' names
	Persons *PersonNames
	Topics  *Topics
	English *English
	// Language is the language that texts are read in through glosses; nil for English.
	Language *Language
	// Boilerplate is how lines show whose voice they are.
	Boilerplate *Boilerplate
	// Forms is what a page's title and address say of its form.
	Forms *Forms
	// Reporting is the words that attribute speech and thought.
	Reporting *Reporting
	// Version is a hash of every file that was read: the same version and the
	// same document give the same reading.
	Version   string
	languages map[string]*Language
}

// Load reads the embedded files and then the overlays, in order. An overlay is
// a folder with the same layout as data: its rows replace ours with the same
// key and add to the rest. All faults are reported at once, each with its file
// and line; the error wraps readout.ErrInvalid.
func Load(overlays ...fs.FS) (*Lexicon, error) {
	base, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, err
	}
	l := &loader{layers: append([]fs.FS{base}, overlays...), hash: sha256.New()}
	lex := l.load()
	if len(l.faults) > 0 {
		return nil, fmt.Errorf("lexicon: %w", errors.Join(l.faults...))
	}
	return lex, nil
}

// load reads every file, in the order in which they need each other.
func (l *loader) load() *Lexicon {
	lex := &Lexicon{}
	lex.English = l.english()
	lex.Boilerplate = l.boilerplate()
	lex.Forms = l.forms()
	lex.Reporting = l.reporting(lex.English)
	lex.World = l.world()
	lex.Topics = l.topics()
	lex.Titles = l.titles(&lex.World, lex.English)
	lex.Words = l.nameWords()
	lex.Names, lex.Persons = l.names(lex)
	lex.languages = l.languages(lex)
	lex.Version = hex.EncodeToString(l.hash.Sum(nil))[:12]
	return lex
}

// Default is the embedded lexicon alone, loaded once.
var Default = sync.OnceValues(func() (*Lexicon, error) { return Load() })
