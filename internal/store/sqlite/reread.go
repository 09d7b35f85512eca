package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"readout"
	"readout/internal/store"
)

// Raw gives the bytes of a document.
func (s *Store) Raw(ctx context.Context, id readout.DocID) ([]byte, error) {
	var raw []byte
	err := s.db.QueryRowContext(ctx, `SELECT raw FROM document WHERE id = ?`, id).Scan(&raw)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("document %s: %w", id, readout.ErrNotFound)
	}
	if err != nil {
		return nil, s.explain(err)
	}
	return raw, nil
}

// Reread puts readings in place of older ones, in one transaction.
func (s *Store) Reread(ctx context.Context, entries []store.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	texts := make([][]byte, len(entries))
	for i, e := range entries {
		text, err := encode(&e)
		if err != nil {
			return err
		}
		texts[i] = text
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		for i, e := range entries {
			res, err := tx.ExecContext(ctx, `UPDATE reading SET rules = ?, lexicon = ?, reading = ? WHERE document = ?`,
				e.Made.Rules, e.Made.Lexicon, string(texts[i]), e.Reading.Document.ID)
			if err != nil {
				return err
			}
			if n, err := res.RowsAffected(); err != nil || n == 0 {
				return errors.Join(err, fmt.Errorf("document %s: %w", e.Reading.Document.ID, readout.ErrNotFound))
			}
		}
		made := entries[0].Made
		_, err := tx.ExecContext(ctx, `INSERT INTO rereading (rules, lexicon, readings) VALUES (?, ?, ?)`, made.Rules, made.Lexicon, len(entries))
		return err
	})
}
