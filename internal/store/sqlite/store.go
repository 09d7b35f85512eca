package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"

	"readout"
	"readout/internal/store"
)

// Has reports whether the bytes are there.
func (s *Store) Has(ctx context.Context, id readout.DocID) (bool, error) {
	var one int
	err := s.db.QueryRowContext(ctx, `SELECT 1 FROM document WHERE id = ?`, id).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, s.explain(err)
	}
	return true, nil
}

// Add writes entries in one transaction.
func (s *Store) Add(ctx context.Context, entries []store.Entry) ([]bool, error) {
	texts := make([][]byte, len(entries)) // made before the file is locked
	for i, e := range entries {
		text, err := encode(&e)
		if err != nil {
			return nil, err
		}
		texts[i] = text
	}
	added := make([]bool, len(entries))
	err := s.write(ctx, func(tx *sql.Tx) (err error) {
		for i, e := range entries {
			if added[i], err = addOne(ctx, tx, &e, texts[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

// encode makes the JSON of a reading that has its words.
func encode(e *store.Entry) ([]byte, error) {
	if err := e.Reading.Check(); err != nil {
		return nil, fmt.Errorf("%s: %w", e.Place, err)
	}
	if got := readout.NewDocID(e.Raw); got != e.Reading.Document.ID {
		return nil, fmt.Errorf("%s: %w: the bytes are %s, the reading is of %s", e.Place, readout.ErrInvalid, got, e.Reading.Document.ID)
	}
	text, err := json.Marshal(&e.Reading)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", e.Place, err)
	}
	return text, nil
}

func addOne(ctx context.Context, tx *sql.Tx, e *store.Entry, text []byte) (added bool, err error) {
	id := e.Reading.Document.ID
	given, err := json.Marshal(e.Given)
	if err != nil {
		return false, err
	}
	res, err := tx.ExecContext(ctx, `INSERT INTO document (id, raw, given) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, id, e.Raw, string(given))
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	if err != nil {
		return false, err
	}
	if n > 0 {
		_, err = tx.ExecContext(ctx, `INSERT INTO reading (document, rules, lexicon, reading) VALUES (?, ?, ?, ?)`,
			id, e.Made.Rules, e.Made.Lexicon, string(text))
		if err != nil {
			return false, err
		}
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO place (document, place) VALUES (?, ?) ON CONFLICT DO NOTHING`, id, e.Place)
	return n > 0, err
}

// write runs f in a transaction; everything of it is written, or nothing.
func (s *Store) write(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit it does nothing
	if err := f(tx); err != nil {
		return s.explain(err)
	}
	if err := tx.Commit(); err != nil {
		return s.explain(err)
	}
	return nil
}

// All gives every document, by id, from one snapshot.
func (s *Store) All(ctx context.Context) iter.Seq2[store.Kept, error] {
	return s.After(ctx, store.Extent{})
}

// After gives every document that came in after an extent, by id, from one snapshot.
func (s *Store) After(ctx context.Context, before store.Extent) iter.Seq2[store.Kept, error] {
	return func(yield func(store.Kept, error) bool) {
		rows, err := s.db.QueryContext(ctx, `SELECT r.rules, r.lexicon, r.reading, d.given,
			(SELECT json_group_array(p.place) FROM place p WHERE p.document = r.document)
			FROM reading r JOIN document d ON d.id = r.document WHERE r.rowid > ? ORDER BY r.document`, before.Last)
		if err != nil {
			yield(store.Kept{}, s.explain(err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			kept, err := scan(rows)
			if err != nil {
				yield(store.Kept{}, s.explain(err))
				return
			}
			if !yield(kept, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(store.Kept{}, s.explain(err))
		}
	}
}

func scan(rows *sql.Rows) (store.Kept, error) {
	var k store.Kept
	var text, given, places sql.RawBytes
	if err := rows.Scan(&k.Made.Rules, &k.Made.Lexicon, &text, &given, &places); err != nil {
		return k, err
	}
	if err := json.Unmarshal(text, &k.Reading); err != nil {
		return k, fmt.Errorf("%w: a reading that cannot be read: %w", readout.ErrInvalid, err)
	}
	if err := json.Unmarshal(places, &k.Places); err != nil {
		return k, err
	}
	if given != nil {
		k.Given = &store.Given{}
		if err := json.Unmarshal(given, k.Given); err != nil {
			return k, fmt.Errorf("%w: what was given with a document cannot be read: %w", readout.ErrInvalid, err)
		}
	}
	slices.Sort(k.Places)
	return k, nil
}
