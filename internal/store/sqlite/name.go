package sqlite

import (
	"context"
	"database/sql"

	"readout/internal/store"
)

const rememberName = `INSERT INTO contact_name (id, document, field, start) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`

// Remember notes ids that contacts have had.
func (s *Store) Remember(ctx context.Context, names []store.Name) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		w := &rowWriter{ctx: ctx, tx: tx}
		each(w, rememberName, names, nameRow)
		return w.err
	})
}

func nameRow(n store.Name) []any { return []any{n.ID, n.Document, n.In, n.Start} }

// Recall gives the words that an id has ever stood for.
func (s *Store) Recall(ctx context.Context, id string) ([]store.Name, error) {
	return query(ctx, s, `SELECT id, document, field, start FROM contact_name WHERE id = ? ORDER BY document, field, start`, scanName, id)
}

// Remembered gives all ids that contacts have had.
func (s *Store) Remembered(ctx context.Context) ([]store.Name, error) {
	return query(ctx, s, `SELECT id, document, field, start FROM contact_name ORDER BY id, document, field, start`, scanName)
}

func scanName(rows *sql.Rows) (n store.Name, err error) {
	err = rows.Scan(&n.ID, &n.Document, &n.In, &n.Start)
	return n, err
}
