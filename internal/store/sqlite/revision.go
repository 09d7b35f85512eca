package sqlite

import (
	"context"
	"strconv"
)

// Revision is a word that changes when documents or places come in: as long as
// it is the same, so is the ledger.
func (s *Store) Revision(ctx context.Context) (string, error) {
	var readings, places int
	err := s.db.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(rowid), 0) FROM reading), (SELECT count(*) FROM place)`).Scan(&readings, &places)
	if err != nil {
		return "", s.explain(err)
	}
	return strconv.Itoa(readings) + "." + strconv.Itoa(places), nil
}
