package storetest

import (
	"errors"
	"slices"
	"testing"

	"readout"
	"readout/internal/store"
)

func rereading(t *testing.T, s store.Store) {
	entries := Entries()
	entries[0].Given = store.Given{Outlet: "Larkfield Wire", Published: "2024-05-01"}
	add(t, s, entries...)
	again, other := entries[0], Entries()[1]
	again.Reading.Contacts = slices.Clone(again.Reading.Contacts)
	again.Reading.Contacts[0].Channel = readout.Video
	again.Made = store.Versions{Rules: "next", Lexicon: "more"}
	before := dump(t, s)
	unknown := entry("in/new.txt", call{"2024-07-01", "2024-07-01", "Brandt", "Holt", readout.Held, "rang"})
	if err := s.Reread(t.Context(), []store.Entry{again, unknown}); !errors.Is(err, readout.ErrNotFound) {
		t.Errorf("a document that is not there: %v", err)
	}
	if dump(t, s) != before {
		t.Error("half of a batch was written")
	}
	if err := s.Reread(t.Context(), []store.Entry{again}); err != nil {
		t.Fatal(err)
	}
	for _, k := range all(t, s) {
		switch k.Reading.Document.ID {
		case again.Reading.Document.ID:
			if k.Made != again.Made || k.Reading.Contacts[0].Channel != readout.Video || k.Given == nil || *k.Given != entries[0].Given {
				t.Errorf("read again: %+v, %+v, %s", k.Made, k.Given, k.Reading.Contacts[0].Channel)
			}
		case other.Reading.Document.ID:
			if k.Made != other.Made || mustJSON(t, k.Reading) != mustJSON(t, other.Reading) {
				t.Error("another document was touched")
			}
		}
	}
	if raw, err := s.Raw(t.Context(), again.Reading.Document.ID); err != nil || string(raw) != string(again.Raw) {
		t.Errorf("raw %q, %v", raw, err)
	}
	if _, err := s.Raw(t.Context(), unknown.Reading.Document.ID); !errors.Is(err, readout.ErrNotFound) {
		t.Errorf("raw of nothing: %v", err)
	}
}
