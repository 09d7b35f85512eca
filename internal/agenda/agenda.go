// Package agenda finds the points of an account: what was discussed, agreed,
// promised, urged.
package agenda

import (
	"readout"
	"readout/internal/syntax"
)

// Find gives the points of a document's accounts in order.
func Find(body syntax.Marked, doc *readout.Document, entities []readout.Entity, reports []readout.Report) []readout.Point {
	return nil
}
