package ingest

import (
	"reflect"
	"testing"

	"readout"
	"readout/internal/ledger"
)

// An outline has all of a reading that linking looks at: documents are linked by
// their outlines as by their readings. Where this fails, a rule of linking has come to
// look at more: ledger.OutlineOf must keep it.
func TestOutlinesAreLinkedAsReadings(t *testing.T) {
	lex, items := loaded(t)
	readings := readAll(t, lex, items)
	var bare []readout.Reading
	for i := range readings {
		outline := ledger.OutlineOf(&readings[i])
		bare = append(bare, outline.Reading())
	}
	want, got := ledger.LinkAll(readings, nil), ledger.LinkAll(bare, nil)
	if len(want.Links) < 50 {
		t.Fatalf("only %d reports are linked", len(want.Links))
	}
	for i := range want.Links {
		if got.Links[i] != want.Links[i] {
			t.Fatalf("%+v\nwant %+v", got.Links[i], want.Links[i])
		}
	}
	if !reflect.DeepEqual(got.Contacts, want.Contacts) || !reflect.DeepEqual(got.Asked, want.Asked) || !reflect.DeepEqual(got.Names, want.Names) {
		t.Errorf("contacts %+v\nwant %+v", got.Contacts, want.Contacts)
	}
}
