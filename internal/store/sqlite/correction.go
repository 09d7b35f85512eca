package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"readout"
	"readout/internal/ledger"
)

// Correct adds corrections in one transaction.
func (s *Store) Correct(ctx context.Context, list []readout.Correction) ([]bool, error) {
	texts := make([][]byte, len(list))
	for i, c := range list {
		sealed, err := ledger.Seal(c)
		if err != nil {
			return nil, err
		}
		if c.ID != sealed.ID {
			return nil, fmt.Errorf("%w: a correction without its id", readout.ErrInvalid)
		}
		if texts[i], err = json.Marshal(sealed); err != nil {
			return nil, err
		}
	}
	added := make([]bool, len(list))
	err := s.write(ctx, func(tx *sql.Tx) error {
		for i, c := range list {
			res, err := tx.ExecContext(ctx, `INSERT INTO correction (id, correction) VALUES (?, ?) ON CONFLICT DO NOTHING`, c.ID, string(texts[i]))
			if err != nil {
				return err
			}
			n, err := res.RowsAffected()
			if err != nil {
				return err
			}
			added[i] = n > 0
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

// Corrected gives all corrections in the order in which they came.
func (s *Store) Corrected(ctx context.Context) ([]readout.Correction, error) {
	return query(ctx, s, `SELECT correction FROM correction ORDER BY seq`, unmarshalled[readout.Correction]("a correction"))
}
