package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger"
	"readout/internal/store"
)

// Linked says how far the links are.
func (s *Store) Linked(ctx context.Context) (store.Linked, error) {
	var out store.Linked
	err := s.db.QueryRowContext(ctx, `SELECT generation, rules, corrections, (SELECT coalesce(max(rowid), 0) FROM reading) FROM linking`).
		Scan(&out.Generation, &out.Rules, &out.Corrections, &out.Documents)
	if err != nil {
		return out, s.explain(err)
	}
	out.Fresh, err = query(ctx, s, `SELECT document FROM unlinked`, scanID)
	return out, err
}

// query collects the rows of a query.
func query[T any](ctx context.Context, s *Store, text string, scan func(*sql.Rows) (T, error), args ...any) ([]T, error) {
	rows, err := s.db.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, s.explain(err)
		}
		out = append(out, v)
	}
	if err := rows.Err(); err != nil {
		return nil, s.explain(err)
	}
	return out, nil
}

func scanID(rows *sql.Rows) (id readout.DocID, err error) {
	err = rows.Scan(&id)
	return id, err
}

// index is the links of a store, with documents that are to be linked.
type index struct {
	*Store
	ctx   context.Context // of the one call that it is made for
	fresh []readout.DocID
}

// Index gives the links of the documents that are linked.
func (s *Store) Index(ctx context.Context, fresh []readout.DocID) ledger.Index {
	return &index{s, ctx, fresh}
}

// array writes strings as one parameter, for json_each.
func array[T ~string](values []T) string {
	b, err := json.Marshal(values)
	if err != nil || values == nil {
		return "[]" // strings cannot fail
	}
	return string(b)
}

func (x *index) Readings(ids []readout.DocID) ([]readout.Reading, error) {
	return query(x.ctx, x.Store, `SELECT reading FROM reading WHERE document IN (SELECT value FROM json_each(?1)) AND (
		document NOT IN (SELECT document FROM unlinked) OR document IN (SELECT value FROM json_each(?2)))`,
		unmarshalled[readout.Reading]("a reading"), array(ids), array(x.fresh))
}

func (x *index) Outlines(ids []readout.DocID) ([]ledger.Outline, error) {
	return query(x.ctx, x.Store, `SELECT outline FROM outline WHERE document IN (SELECT value FROM json_each(?))`, unmarshalled[ledger.Outline]("a reading"), array(ids))
}

// unmarshalled reads the JSON of a row; an error says what it should have been.
func unmarshalled[T any](what string) func(*sql.Rows) (T, error) {
	return func(rows *sql.Rows) (v T, err error) {
		var text sql.RawBytes
		if err := rows.Scan(&text); err != nil {
			return v, err
		}
		if err := json.Unmarshal(text, &v); err != nil {
			return v, fmt.Errorf("%w: %s that cannot be read: %w", readout.ErrInvalid, what, err)
		}
		return v, nil
	}
}

const linkColumns = `report, document, bucket, first, last, strand, cluster, contact`

func scanLink(rows *sql.Rows) (l ledger.Link, err error) {
	err = rows.Scan(&l.Report, &l.Document, &l.Bucket, &l.First, &l.Last, &l.Strand, &l.Cluster, &l.Contact)
	return l, err
}

func (x *index) Links(ids []readout.DocID) ([]ledger.Link, error) {
	return query(x.ctx, x.Store, `SELECT `+linkColumns+` FROM json_each(?1) CROSS JOIN link WHERE report > value || ' ' AND report < value || '!'`, scanLink, array(ids))
}

// scales bound the days of links: what lies near is sought among the short ones
// close by, and among the long ones further off.
var scales = []int{8, 64, 512, 4096, 1 << 40}

func scaleOf(l ledger.Link) int {
	for _, n := range scales {
		if l.Last-l.First <= n {
			return n
		}
	}
	return scales[len(scales)-1]
}

// near is the clusters of a bucket that have a say between two days.
var near = func() string {
	var parts []string
	for _, n := range scales {
		parts = append(parts, fmt.Sprintf(`SELECT cluster FROM link WHERE bucket = ?1 AND scale = %d AND first BETWEEN ?2 - %d AND ?3 AND last >= ?2`, n, n))
	}
	return strings.Join(parts, " UNION ")
}()

func (x *index) Near(bucket string, first, last int) ([]ledger.Link, error) {
	return query(x.ctx, x.Store, `SELECT `+linkColumns+` FROM link WHERE cluster IN (`+near+`)`, scanLink, bucket, first, last)
}

func (x *index) Answers(q ledger.Question) (map[string]int, error) {
	type answer struct {
		value string
		count int
	}
	rows, err := query(x.ctx, x.Store, `SELECT value, count FROM fact WHERE kind = ? AND key = ?`,
		func(rows *sql.Rows) (a answer, err error) {
			err = rows.Scan(&a.value, &a.count)
			return a, err
		}, q.Kind, q.Key)
	out := make(map[string]int, len(rows))
	for _, a := range rows {
		out[a.value] = a.count
	}
	return out, err
}

func (x *index) Asking(questions []ledger.Question) ([]readout.DocID, error) {
	keys := map[ledger.QuestionKind][]string{}
	for _, q := range questions {
		keys[q.Kind] = append(keys[q.Kind], q.Key)
	}
	var out []readout.DocID
	for kind, list := range keys {
		ids, err := query(x.ctx, x.Store, `SELECT document FROM asked WHERE kind = ?1 AND key IN (SELECT value FROM json_each(?2))`, scanID, kind, array(list))
		if err != nil {
			return nil, err
		}
		out = append(out, ids...)
	}
	return out, nil
}

const contactColumns = `contact, base, document, field, start`

func scanContact(rows *sql.Rows) (c ledger.NamedContact, err error) {
	err = rows.Scan(&c.Contact, &c.Base, &c.Document, &c.In, &c.Start)
	return c, err
}

func (x *index) Contacts(keys []string) ([]ledger.NamedContact, error) {
	return query(x.ctx, x.Store, `SELECT `+contactColumns+` FROM linked_contact WHERE contact IN (SELECT value FROM json_each(?))`, scanContact, array(keys))
}

func (x *index) Sharing(bases []string) ([]ledger.NamedContact, error) {
	return query(x.ctx, x.Store, `SELECT `+contactColumns+` FROM linked_contact WHERE base IN (SELECT value FROM json_each(?))`, scanContact, array(bases))
}

// Link writes what changes in the links, and remembers the names, if nobody has
// linked since.
func (s *Store) Link(ctx context.Context, l store.Linked, u *ledger.Update) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `UPDATE linking SET generation = generation + 1, rules = ?, corrections = ? WHERE generation = ?`, l.Rules, l.Corrections, l.Generation)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, store.ErrLinked)
		}
		if u.Whole {
			if _, err := tx.ExecContext(ctx, `DELETE FROM outline; DELETE FROM link; DELETE FROM linked_contact; DELETE FROM asked; DELETE FROM fact`); err != nil {
				return err
			}
		}
		return writeLinks(ctx, tx, l.Fresh, u)
	})
}

func writeLinks(ctx context.Context, tx *sql.Tx, linked []readout.DocID, u *ledger.Update) error {
	w := &rowWriter{ctx: ctx, tx: tx}
	each(w, `INSERT INTO outline (document, outline) VALUES (?, ?)`, u.Outlines, func(o ledger.Outline) []any {
		text, err := json.Marshal(o)
		w.err = errors.Join(w.err, err)
		return []any{o.Bare.Document.ID, string(text)}
	})
	each(w, `DELETE FROM unlinked WHERE document = ?`, linked, func(id readout.DocID) []any { return []any{id} })
	each(w, `DELETE FROM link WHERE report = ?`, u.Gone, func(key string) []any { return []any{key} })
	each(w, `DELETE FROM linked_contact WHERE contact = ?`, u.Dissolved, func(key string) []any { return []any{key} })
	each(w, `INSERT INTO link (`+linkColumns+`, scale) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, u.Links, func(l ledger.Link) []any {
		return []any{l.Report, l.Document, l.Bucket, l.First, l.Last, l.Strand, l.Cluster, l.Contact, scaleOf(l)}
	})
	each(w, `INSERT INTO linked_contact (`+contactColumns+`) VALUES (?, ?, ?, ?, ?)`, u.Contacts, func(c ledger.NamedContact) []any {
		return []any{c.Contact, c.Base, c.Document, c.In, c.Start}
	})
	each(w, `DELETE FROM asked WHERE document = ?`, slices.Collect(maps.Keys(u.Asked)), func(id readout.DocID) []any { return []any{id} })
	for id, asked := range u.Asked {
		each(w, `INSERT INTO asked (kind, key, document) VALUES (?, ?, ?)`, asked, func(q ledger.Question) []any { return []any{q.Kind, q.Key, id} })
	}
	each(w, `INSERT INTO fact (kind, key, value, count) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count`, u.Answers(), func(a ledger.Answer) []any {
		return []any{a.Kind, a.Key, a.Value, a.Times}
	})
	each(w, rememberName, u.Names, nameRow)
	return w.err
}

// rowWriter runs statements for many rows; the first error stops it.
type rowWriter struct {
	ctx   context.Context
	tx    *sql.Tx
	err   error
	stmts map[string]*sql.Stmt // closed with the transaction
}

func each[T any](w *rowWriter, text string, rows []T, args func(T) []any) {
	if w.err != nil || len(rows) == 0 {
		return
	}
	stmt := w.stmts[text]
	if stmt == nil {
		if stmt, w.err = w.tx.PrepareContext(w.ctx, text); w.err != nil {
			return
		}
		if w.stmts == nil {
			w.stmts = map[string]*sql.Stmt{}
		}
		w.stmts[text] = stmt
	}
	for _, row := range rows {
		values := args(row)
		if w.err == nil {
			_, w.err = stmt.ExecContext(w.ctx, values...)
		}
	}
}
