// Package mention finds the people, offices, states, organisations, outlets,
// places and events that a text names.
package mention

import (
	"readout"
	"readout/internal/syntax"
)

// Find gives the mentions of a document's title and text, each in order of
// position, and the entities that they are mentions of.
func Find(title, body *syntax.Text, doc *readout.Document) (inTitle, inBody []readout.Mention, entities []readout.Entity) {
	return nil, nil, nil
}
