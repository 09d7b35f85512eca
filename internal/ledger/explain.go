package ledger

import (
	"fmt"

	"readout"
)

// Explain gives the reasons for which the reports of the entry with this id
// were joined, a line for each report after the first; readings and opt must be
// those that the ledger was built of. An id that is not there gives ErrNotFound.
func Explain(readings []readout.Reading, opt Options, id string) ([]string, error) {
	for _, d := range assemble(readings, opt) {
		if d.out.ID == id {
			return d.c.why, nil
		}
	}
	return nil, fmt.Errorf("contact %s: %w", id, readout.ErrNotFound)
}
