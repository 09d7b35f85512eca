package store

import (
	"context"
	"errors"
	"fmt"

	"readout"
	"readout/internal/ledger"
)

// ErrLinked is that of a store whose links somebody else has changed meanwhile.
var ErrLinked = fmt.Errorf("%w: the ledger was linked by somebody else", readout.ErrConflict)

// attempts is how often the links are made when others make them at the same time.
const attempts = 10

// linkAllShare is the share of a ledger, as one in so many documents, from which
// new documents are linked by linking everything: that is less work then.
const linkAllShare = 4

// RememberNames links the documents and corrections that came in since it was
// last called, and notes the ids that contacts have by them, so that each finds its
// contact for ever (see Find). It looks only at what they can have to do with; the
// ids are those that linking everything would give.
func RememberNames(ctx context.Context, s Store) error {
	for n := 1; ; n++ {
		err := remember(ctx, s)
		if n == attempts || !errors.Is(err, ErrLinked) {
			return err
		}
	}
}

func remember(ctx context.Context, s Store) error {
	linked, err := s.Linked(ctx)
	if err != nil {
		return err
	}
	corrections, err := s.Corrected(ctx)
	if err != nil {
		return err
	}
	before := linked.Corrections
	linked.Corrections = len(corrections)
	if linked.Rules == ledger.Version && len(linked.Fresh)*linkAllShare < linked.Documents {
		if len(linked.Fresh) == 0 && before == len(corrections) {
			return nil
		}
		update, err := ledger.Relink(s.Index(ctx, linked.Fresh), linked.Fresh, corrections, before)
		if err == nil {
			return s.Link(ctx, linked, update)
		}
		if !errors.Is(err, ledger.ErrRelinkAll) {
			return err
		}
	}
	kept, err := Everything(ctx, s)
	if err != nil {
		return err
	}
	linked.Rules, linked.Fresh = ledger.Version, nil
	readings := make([]readout.Reading, len(kept))
	for i := range kept {
		readings[i] = kept[i].Reading
		linked.Fresh = append(linked.Fresh, readings[i].Document.ID)
	}
	return s.Link(ctx, linked, ledger.LinkAll(readings, corrections))
}
