// Package contact finds what a text says of contacts between leaders and
// ministers: who, by what channel, when, in what status.
package contact

import (
	"readout"
	"readout/internal/syntax"
)

// Find gives the contact reports of a document: those of the body, and those of a
// title that stands apart where its status differs.
func Find(title, body syntax.Marked, doc *readout.Document, entities []readout.Entity) []readout.Report {
	return nil
}
