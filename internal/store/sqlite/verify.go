package sqlite

import (
	"context"
	"fmt"

	"readout"
)

// Verify checks the file: SQLite's own check, that every document has a reading
// and a place, that the bytes are those that the id names, and that every
// reading has its words. What is wrong gives readout.ErrInvalid.
func (s *Store) Verify(ctx context.Context) error {
	var report string
	if err := s.db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&report); err != nil {
		return s.explain(err)
	}
	if report != "ok" {
		return fmt.Errorf("ledger %s: %w: %s", s.path, readout.ErrInvalid, report)
	}
	var loose int
	err := s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM pragma_foreign_key_check) + (SELECT count(*) FROM document d
		WHERE NOT EXISTS (SELECT 1 FROM reading r WHERE r.document = d.id) OR NOT EXISTS (SELECT 1 FROM place p WHERE p.document = d.id)
		OR NOT EXISTS (SELECT 1 FROM searched s WHERE s.document = d.id))`).Scan(&loose)
	if err != nil {
		return s.explain(err)
	}
	if loose > 0 {
		return fmt.Errorf("ledger %s: %w: %d rows belong to no whole document", s.path, readout.ErrInvalid, loose)
	}
	if err := s.verifyBytes(ctx); err != nil {
		return err
	}
	for kept, err := range s.All(ctx) {
		if err != nil {
			return err
		}
		if err := kept.Reading.Check(); err != nil {
			return fmt.Errorf("ledger %s: document %s: %w", s.path, kept.Reading.Document.ID, err)
		}
	}
	return nil
}

// verifyBytes hashes the bytes of every document again.
func (s *Store) verifyBytes(ctx context.Context) error {
	rows, err := s.db.QueryContext(ctx, `SELECT id, raw FROM document`)
	if err != nil {
		return s.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id readout.DocID
		var raw []byte
		if err := rows.Scan(&id, &raw); err != nil {
			return s.explain(err)
		}
		if readout.NewDocID(raw) != id {
			return fmt.Errorf("ledger %s: %w: the bytes of document %s have changed", s.path, readout.ErrInvalid, id)
		}
	}
	if err := rows.Err(); err != nil {
		return s.explain(err)
	}
	return nil
}
