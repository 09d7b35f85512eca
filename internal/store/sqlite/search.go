package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"readout"
	"readout/internal/ledger"
	"readout/internal/store"
)

var _ store.Searcher = (*Store)(nil)

// Search gives the documents that have what is looked for, by id.
func (s *Store) Search(ctx context.Context, t ledger.Terms) ([]readout.DocID, error) {
	if t.Empty() {
		return nil, nil
	}
	return query(ctx, s, `SELECT document FROM searched WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?) ORDER BY document`, scanID, match(t))
}

// The marks that the index puts around what it found. A text that has them
// itself has no places.
const (
	foundStart = "\x02"
	foundEnd   = "\x03"
)

// Places gives where in a document the words stand.
func (s *Store) Places(ctx context.Context, t ledger.Terms, id readout.DocID) ([]store.Place, error) {
	if t.Empty() {
		return nil, nil
	}
	var title, text string
	err := s.db.QueryRowContext(ctx, `SELECT highlight(search, 0, ?2, ?3), highlight(search, 1, ?2, ?3) FROM search
		WHERE search MATCH ?1 AND rowid = (SELECT id FROM searched WHERE document = ?4)`, match(t), foundStart, foundEnd, id).Scan(&title, &text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, s.explain(err)
	}
	return append(places(readout.InTitle, title), places(readout.InText, text)...), nil
}

// places reads the marks out of a text.
func places(in readout.Field, text string) []store.Place {
	var out []store.Place
	at := 0
	for text != "" {
		before, rest, found := strings.Cut(text, foundStart)
		if !found {
			break
		}
		words, after, closed := strings.Cut(rest, foundEnd)
		if !closed || strings.Contains(before, foundEnd) || strings.Contains(words, foundStart) {
			return nil
		}
		at += len(before)
		out = append(out, store.Place{In: in, Span: readout.Span{Start: at, End: at + len(words)}})
		at += len(words)
		text = after
	}
	return out
}

// match writes what is looked for as FTS5 takes it. Every phrase stands in
// quotation marks, so that nothing in it is an operator.
func match(t ledger.Terms) string {
	var b strings.Builder
	for i, group := range t.All {
		if i > 0 {
			b.WriteString(" AND ")
		}
		writeGroup(&b, group)
	}
	if len(t.None) > 0 {
		b.WriteString(" NOT ")
		writeGroup(&b, t.None)
	}
	return b.String()
}

func writeGroup(b *strings.Builder, group []ledger.Phrase) {
	b.WriteByte('(')
	for i, p := range group {
		if i > 0 {
			b.WriteString(" OR ")
		}
		b.WriteString(`"` + strings.NewReplacer(`"`, `""`, "\x00", " ").Replace(p.Words) + `"`)
		if p.Prefix {
			b.WriteString(" *")
		}
	}
	b.WriteByte(')')
}
