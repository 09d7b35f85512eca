package store

import (
	"context"

	"readout"
	"readout/internal/ledger"
)

// Searcher looks for words in the titles and texts of a store. Capitals and
// accents make no difference.
type Searcher interface {
	// Search gives the documents that have what is looked for, by id; none for
	// terms that ask for nothing.
	Search(ctx context.Context, t ledger.Terms) ([]readout.DocID, error)
	// Places gives where the words that are looked for stand in a document, its
	// title first. Words that stand together are one place.
	Places(ctx context.Context, t ledger.Terms, id readout.DocID) ([]Place, error)
}

// Place is a stretch of a document's title or text.
type Place struct {
	In   readout.Field
	Span readout.Span
}
