package ledger

import (
	"fmt"

	"readout"
)

// Why gives the reasons for which the reports of the entry with this id were
// joined, a line for each report after the first. An id that is not there gives
// readout.ErrNotFound.
func (l *Ledger) Why(id string) ([]string, error) {
	list, ok := l.why[id]
	if !ok {
		return nil, fmt.Errorf("contact %s: %w", id, readout.ErrNotFound)
	}
	out := []string{}
	for _, j := range list {
		out = append(out, j.String())
	}
	return out, nil
}
