// Package export writes a ledger in the forms that other programs read: JSON
// Lines and CSV. The same ledger gives the same bytes.
package export

import (
	"encoding/json"
	"io"

	"readout"
)

// Line writes v as one line of JSON. A value without its words gives
// readout.ErrUncited, and nothing is written.
func Line(w io.Writer, v any) error {
	enc := json.NewEncoder(w) // writes a whole line or nothing
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// Lines writes each value as Line does.
func Lines[T any](w io.Writer, values []T) error {
	for i := range values {
		if err := Line(w, &values[i]); err != nil {
			return err
		}
	}
	return nil
}

// Reading writes a reading as one line. Lists without entries are printed empty.
func Reading(w io.Writer, r *readout.Reading) error {
	line := *r
	line.Passages = list(r.Passages)
	line.Entities = list(r.Entities)
	line.Dates = list(r.Dates)
	line.Statements = list(r.Statements)
	line.Contacts = list(r.Contacts)
	line.Points = list(r.Points)
	return Line(w, &line)
}

func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}
