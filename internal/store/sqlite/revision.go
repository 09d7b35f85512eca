package sqlite

import (
	"context"
	"fmt"

	"readout/internal/store"
)

// Revision is a word that changes when documents, places or corrections come
// in, or are read again: as long as it is the same, so is the ledger.
func (s *Store) Revision(ctx context.Context) (string, error) {
	var readings, places, corrections, rereadings int
	err := s.db.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(rowid), 0) FROM reading), (SELECT count(*) FROM place),
		(SELECT coalesce(max(seq), 0) FROM correction), (SELECT coalesce(max(seq), 0) FROM rereading)`).Scan(&readings, &places, &corrections, &rereadings)
	if err != nil {
		return "", s.explain(err)
	}
	return fmt.Sprintf("%d.%d.%d.%d", readings, places, corrections, rereadings), nil
}

// Extent says which documents there are: as long as it is the same, so are the
// readings.
func (s *Store) Extent(ctx context.Context) (store.Extent, error) {
	var e store.Extent
	err := s.db.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(rowid), 0) FROM reading), (SELECT count(*) FROM place),
		(SELECT coalesce(max(seq), 0) FROM rereading)`).Scan(&e.Last, &e.Places, &e.Rereadings)
	if err != nil {
		return e, s.explain(err)
	}
	return e, nil
}
