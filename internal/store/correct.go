package store

import (
	"context"
	"time"

	"readout"
	"readout/internal/ledger"
)

// Signed is a correction with who makes it, when and why; a note keeps its words.
func Signed(c readout.Correction, by string, at time.Time, why string) readout.Correction {
	c.By, c.At = by, ledger.Stamp(at)
	if why != "" {
		c.Why = why
	}
	return c
}

// Correct seals corrections and adds them, all or none; it gives them as they
// are kept, and how many were new. The ids that contacts get by them are
// remembered, like those that they had.
func Correct(ctx context.Context, s Store, list ...readout.Correction) (sealed []readout.Correction, added int, err error) {
	for _, c := range list {
		c, err := ledger.Seal(c)
		if err != nil {
			return nil, 0, err
		}
		sealed = append(sealed, c)
	}
	fresh, err := s.Correct(ctx, sealed)
	if err != nil {
		return nil, 0, err
	}
	for _, is := range fresh {
		if is {
			added++
		}
	}
	if added == 0 {
		return sealed, 0, nil
	}
	return sealed, added, RememberNames(context.WithoutCancel(ctx), s)
}
