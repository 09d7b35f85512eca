package lexicon

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"readout/internal/syntax/parser"
)

// ModelFile is the name of the file with a language's tagger and parser, in its
// folder model; internal/syntax/parser reads it. A language without one is read by
// rules and dictionaries alone.
const ModelFile = "model.zip"

// model finds the model of a language, in the last layer that has one, and gives a
// function that reads it when it is first asked for. Ours is known to be good; a
// user's is read at once, so that a fault is told with the others.
func (l *loader) model(language string) func() *parser.Model {
	name := language + "/model/" + ModelFile
	for i := len(l.layers) - 1; i >= 0; i-- {
		layer := l.layers[i]
		switch err := l.note(layer, name); {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			l.fault(err)
			return nil
		}
		read := sync.OnceValues(func() (*parser.Model, error) {
			data, err := fs.ReadFile(layer, name)
			if err != nil {
				return nil, err
			}
			return parser.Read(data)
		})
		if i > 0 {
			if _, err := read(); err != nil {
				l.fault(fmt.Errorf("%s: %w", name, err))
			}
		}
		return func() *parser.Model {
			m, _ := read()
			return m
		}
	}
	return nil
}

// note adds a large file's name and bytes to the version without keeping them.
func (l *loader) note(layer fs.FS, name string) error {
	f, err := layer.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	fmt.Fprintf(l.hash, "%s\x00%d\x00", name, info.Size())
	_, err = io.Copy(l.hash, f)
	return err
}

// Parser is the tagger and parser of the language, nil if there is none. It is read
// when it is first asked for, which takes about a tenth of a second.
func (e *English) Parser() *parser.Model {
	if e.model == nil {
		return nil
	}
	return e.model()
}

// WithoutModel is the lexicon without its tagger and parser: texts are read by rules
// and dictionaries alone. Its version says so.
func (lex *Lexicon) WithoutModel() *Lexicon {
	rules, english := *lex, *lex.English
	english.model = nil
	rules.English = &english
	rules.Version += "-rules"
	return &rules
}
