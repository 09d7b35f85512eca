package store

import (
	"context"
	"path"
	"path/filepath"
	"strings"

	"readout"
	"readout/internal/ledger"
)

// Readings gives the readings that the ledger is built of: one for each place
// that a document was read from. Places are named without their folder, so that
// the ledger does not show where on a machine a file lay.
func Readings(ctx context.Context, s Store) ([]readout.Reading, error) {
	kept, err := Everything(ctx, s)
	if err != nil {
		return nil, err
	}
	return ReadingsOf(kept), nil
}

// Everything gives all documents of a store at one moment.
func Everything(ctx context.Context, s Documents) ([]Kept, error) {
	var out []Kept
	for kept, err := range s.All(ctx) {
		if err != nil {
			return nil, err
		}
		out = append(out, kept)
	}
	return out, nil
}

// ReadingsOf gives the readings of documents as Readings does.
func ReadingsOf(kept []Kept) []readout.Reading {
	var out []readout.Reading
	for i := range kept {
		for _, place := range kept[i].Places {
			r := kept[i].Reading // shares its lists with the others; nothing writes to them
			r.Document.Source = baseName(place)
			out = append(out, r)
		}
	}
	return out
}

// baseName is a place without its folder: "in/a.jsonl#d1" gives "a.jsonl#d1".
func baseName(place string) string {
	file, id, found := strings.Cut(place, "#")
	base := path.Base(filepath.ToSlash(file))
	if found {
		base += "#" + id
	}
	return base
}

// Load derives the ledger as it stands on a day (YYYY-MM-DD).
func Load(ctx context.Context, s Store, asOf string) (*ledger.Ledger, error) {
	readings, err := Readings(ctx, s)
	if err != nil {
		return nil, err
	}
	corrections, err := s.Corrected(ctx)
	if err != nil {
		return nil, err
	}
	return ledger.New(readings, ledger.Options{AsOf: asOf, Corrections: corrections}), nil
}

// RememberNames notes the ids that the contacts have now, so that each finds
// its contact for ever (see Find).
func RememberNames(ctx context.Context, s Store) error {
	l, err := Load(ctx, s, "")
	if err != nil {
		return err
	}
	return RememberNamesOf(ctx, s, l)
}

// RememberNamesOf is RememberNames for whoever has the ledger at hand.
func RememberNamesOf(ctx context.Context, s Store, l *ledger.Ledger) error {
	var names []Name
	for i := range l.Contacts {
		if n, ok := nameOf(&l.Contacts[i]); ok {
			names = append(names, n)
		}
	}
	return s.Remember(ctx, names)
}

// nameOf ties a contact's id to the first of its claims by document and place.
func nameOf(c *readout.Contact) (Name, bool) {
	var best Name
	for _, claim := range c.History {
		n := Name{ID: c.ID, Document: claim.Document, In: claim.In, Start: claim.From.First().Start}
		if best.ID == "" || n.before(best) {
			best = n
		}
	}
	return best, best.ID != ""
}

func (n Name) before(o Name) bool {
	if n.Document != o.Document {
		return n.Document < o.Document
	}
	if n.In != o.In {
		return n.In < o.In
	}
	return n.Start < o.Start
}
