package web

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/store"
)

// find gives the contact that an id means, as package store understands it.
func (s *snapshot) find(ctx context.Context, st store.Store, id string) (*readout.Contact, error) {
	return store.Find(ctx, st, s.Contacts, id)
}

// minHash is the shortest beginning of a document's hash that is looked up.
const minHash = 8

// document gives the reading of the document with an id: sha256:…, the hash
// alone, or a beginning of it that no other document has.
func (s *snapshot) document(id string) (*readout.Reading, error) {
	hash := strings.ToLower(strings.TrimPrefix(id, "sha256:"))
	if r := s.readings[readout.DocID("sha256:"+hash)]; r != nil {
		return r, nil
	}
	var found *readout.Reading
	for i := range s.Readings {
		if len(hash) < minHash || !strings.HasPrefix(string(s.Readings[i].Document.ID), "sha256:"+hash) {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("document %s: %w: more than one document begins like this", id, readout.ErrInvalid)
		}
		found = &s.Readings[i]
	}
	if found == nil {
		return nil, fmt.Errorf("document %s: %w", id, readout.ErrNotFound)
	}
	return found, nil
}

// contact is the contact that has an id now; nil where there is none.
func (s *snapshot) contact(id string) *readout.Contact {
	i := slices.IndexFunc(s.Contacts, func(c readout.Contact) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return &s.Contacts[i]
}
