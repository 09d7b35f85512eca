// Package store says what a ledger needs of the place that keeps it. The
// contacts themselves are not kept: they are a function of the readings and a
// day (package ledger), so they cannot disagree with them.
package store

import (
	"context"
	"iter"

	"readout"
	"readout/internal/ledger"
)

// Entry is one document on its way into a store.
type Entry struct {
	Reading readout.Reading
	Raw     []byte   // the source's bytes, unchanged
	Place   string   // where it was read from, for people: a path, FILE#id
	Made    Versions // what made the reading
	Given   Given    // what a person said of the document
}

// Given is what a person said of a document that its source does not say.
type Given struct {
	Published string `json:"published,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	URL       string `json:"url,omitempty"`
	Language  string `json:"language,omitempty"`
}

// Versions name what made a reading.
type Versions struct {
	Rules   string // version of the extractor
	Lexicon string // version of the lexicon
}

// Kept is one document as a store holds it.
type Kept struct {
	Reading readout.Reading
	Places  []string // every place that the same bytes were read from, sorted
	Made    Versions
	Given   *Given // nil where it was not kept
}

// Name ties the id of a contact to the words of its first claim.
type Name = ledger.Name

// Store keeps documents with their readings, what persons said of the ledger,
// and the ids that contacts have had. Every implementation runs the suite in
// package storetest.
type Store interface {
	Documents
	Corrections
	Names
	Links
	// Close frees the store.
	Close() error
}

// Documents keeps documents and their readings.
type Documents interface {
	// Has reports whether the bytes are there.
	Has(ctx context.Context, id readout.DocID) (bool, error)
	// Add writes entries, all or none. For each it reports whether it was new;
	// of a document that is there, only a new place is noted. A reading with a
	// value without words gives readout.ErrUncited or readout.ErrInvalid.
	Add(ctx context.Context, entries []Entry) ([]bool, error)
	// All gives every document, by id, as of one moment.
	All(ctx context.Context) iter.Seq2[Kept, error]
	// Extent says which documents there are.
	Extent(ctx context.Context) (Extent, error)
	// After gives every document that came in after an extent, by id.
	After(ctx context.Context, before Extent) iter.Seq2[Kept, error]
	// Raw gives the bytes of a document; one that is not there is
	// readout.ErrNotFound.
	Raw(ctx context.Context, id readout.DocID) ([]byte, error)
	// Reread puts the readings of entries in place of those that were made
	// before, all or none. A document that is not there is readout.ErrNotFound.
	Reread(ctx context.Context, entries []Entry) error
}

// Extent is which documents a store has: while it is the same, so are they.
type Extent struct {
	Last       int // number of the document that came in last; those that come in have higher ones
	Places     int // that documents were read from
	Rereadings int // times that documents were read again
}

// Corrections keeps what persons said of the ledger, for ever.
type Corrections interface {
	// Correct adds sealed corrections (ledger.Seal), all or none, and reports of
	// each whether it was new.
	Correct(ctx context.Context, list []readout.Correction) ([]bool, error)
	// Corrected gives all corrections in the order in which they came.
	Corrected(ctx context.Context) ([]readout.Correction, error)
}

// Names keeps the ids that contacts have had.
type Names interface {
	// Remember notes ids that contacts have had.
	Remember(ctx context.Context, names []Name) error
	// Recall gives the words that an id has ever stood for, sorted.
	Recall(ctx context.Context, id string) ([]Name, error)
	// Remembered gives all that were noted, sorted.
	Remembered(ctx context.Context) ([]Name, error)
}

// Links keeps where every report stands in the ledger, so that a document is
// linked without looking at all others (ledger.Relink). It holds nothing that does
// not follow from the readings and the corrections.
type Links interface {
	// Linked says how far the links are.
	Linked(ctx context.Context) (Linked, error)
	// Index gives the links for the time of one call, with the readings of the
	// fresh documents that are to be linked.
	Index(ctx context.Context, fresh []readout.DocID) ledger.Index
	// Link writes an update, and remembers its names, all or nothing. The links are
	// as l says then, and its Fresh documents are linked. Where somebody has
	// linked since l.Generation nothing is written: ErrLinked.
	Link(ctx context.Context, l Linked, u *ledger.Update) error
}

// Linked is how far the links of a store are.
type Linked struct {
	Generation  int             // of the links; it grows with every change
	Rules       string          // version of the rules that they are made with; "" where they must be made anew
	Corrections int             // so many, in the order in which they came, are in them
	Documents   int             // that the store has, in and out of them; at least
	Fresh       []readout.DocID // documents that are not in them
}
