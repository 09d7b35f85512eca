package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// maxCandidates is how many contacts an ambiguous id names.
const maxCandidates = 8

// Find gives the contact of contacts that an id means: its id, an id that it
// had before (filled in as a former id), or the beginning of an id that is the
// beginning of no other. An id that means none gives readout.ErrNotFound, one
// that means several readout.ErrInvalid.
func Find(ctx context.Context, s Store, contacts []readout.Contact, id string) (*readout.Contact, error) {
	if c := exact(contacts, id); c != nil {
		return c, nil
	}
	names, err := s.Recall(ctx, id)
	if err != nil {
		return nil, err
	}
	if c := holding(contacts, names); c != nil {
		found := *c
		found.FormerIDs = []string{id}
		return &found, nil
	}
	return byPrefix(contacts, id)
}

func exact(contacts []readout.Contact, id string) *readout.Contact {
	i := slices.IndexFunc(contacts, func(c readout.Contact) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return &contacts[i]
}

// holding is the contact with a claim at one of the places.
func holding(contacts []readout.Contact, names []Name) *readout.Contact {
	for _, n := range names {
		for i := range contacts {
			for _, claim := range contacts[i].History {
				if claim.Document == n.Document && claim.In == n.In && claim.From.First().Start == n.Start {
					return &contacts[i]
				}
			}
		}
	}
	return nil
}

func byPrefix(contacts []readout.Contact, prefix string) (*readout.Contact, error) {
	var found []*readout.Contact
	for i := range contacts {
		if prefix != "" && strings.HasPrefix(contacts[i].ID, prefix) {
			found = append(found, &contacts[i])
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("contact %s: %w", prefix, readout.ErrNotFound)
	case 1:
		return found[0], nil
	}
	var ids []string
	for _, c := range found[:min(len(found), maxCandidates)] {
		ids = append(ids, c.ID)
	}
	if more := len(found) - len(ids); more > 0 {
		ids = append(ids, fmt.Sprintf("and %d more", more))
	}
	return nil, fmt.Errorf("contact %s: %w: it may be %s", prefix, readout.ErrInvalid, strings.Join(ids, ", "))
}
