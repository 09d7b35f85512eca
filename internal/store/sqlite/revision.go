package sqlite

import (
	"context"
	"strconv"
)

// Revision is a word that changes when documents, places or corrections come
// in: as long as it is the same, so is the ledger.
func (s *Store) Revision(ctx context.Context) (string, error) {
	var readings, places, corrections int
	err := s.db.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(rowid), 0) FROM reading), (SELECT count(*) FROM place),
		(SELECT coalesce(max(seq), 0) FROM correction)`).Scan(&readings, &places, &corrections)
	if err != nil {
		return "", s.explain(err)
	}
	return strconv.Itoa(readings) + "." + strconv.Itoa(places) + "." + strconv.Itoa(corrections), nil
}
