package store

import (
	"context"
	"path"
	"path/filepath"
	"slices"
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

// ReadingsSince gives the readings as Readings does, to whoever has those of an
// earlier extent: only the documents that came in since are loaded, as long as nothing
// else has changed.
func ReadingsSince(ctx context.Context, s Documents, had []readout.Reading, before, now Extent) ([]readout.Reading, error) {
	if before == now {
		return had, nil
	}
	if before.Rereadings == now.Rereadings {
		var fresh []Kept
		places := before.Places
		for kept, err := range s.After(ctx, before) {
			if err != nil {
				return nil, err
			}
			fresh = append(fresh, kept)
			places += len(kept.Places)
		}
		if places == now.Places { // no document that was there has another place now
			return slices.Concat(had, ReadingsOf(fresh)), nil
		}
	}
	kept, err := Everything(ctx, s)
	return ReadingsOf(kept), err
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
