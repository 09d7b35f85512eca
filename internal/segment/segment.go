// Package segment cuts a document into passages, each in one voice.
package segment

import (
	"readout"
	"readout/lexicon"
)

// Split gives the passages of a document; they tile its text.
func Split(d *readout.Document, lex *lexicon.Lexicon) []readout.Passage {
	if d.Text == "" {
		return nil
	}
	return []readout.Passage{{Kind: readout.Body, Words: readout.WordsAt(readout.Span{Start: 0, End: len(d.Text)})}}
}
