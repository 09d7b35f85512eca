package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"readout"
)

// contact is a contact with something in most columns.
func contact() readout.Contact {
	at := func(quote string) readout.Words {
		w := readout.WordsAt(readout.Span{Start: 10, End: 10 + len(quote)})
		w.Document, w.Quote = "sha256:aa", quote
		return w
	}
	first := 0
	return readout.Contact{
		ID: "2024-05-02-holt-reyes-call", Channel: readout.Call, Status: readout.Held, Review: "machine", Initiator: &first,
		Parties: []readout.Party{
			{Entity: "person/ana-reyes", Name: "Ana Reyes", Country: "XAR", Words: at("Ana Reyes")},
			{Name: "=HYPERLINK(1)", Words: at("=HYPERLINK(1)")},
		},
		When:      &readout.ContactWhen{EDTF: "2024-05-02T12:00~/2024-05-03", Basis: "text", Words: at("2 May")},
		Documents: []readout.DocID{"sha256:aa"}, Sources: []string{"a.txt"},
		History: []readout.Claim{
			{Status: readout.Scheduled, Words: at("will call")},
			{Status: readout.Held, Words: at("-called, \"at\"\nlast")},
		},
	}
}

func table(t *testing.T, contacts ...readout.Contact) []map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := CSV(&b, slices.Values(contacts)); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll() // a reader of its own reads it back
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, cell := range row {
			m[rows[0][i]] = cell
		}
		out = append(out, m)
	}
	return out
}

func TestCSV(t *testing.T) {
	row := table(t, contact())[0]
	for column, want := range map[string]string{
		"id": "2024-05-02-holt-reyes-call", "first_day": "2024-05-02", "when": "2024-05-02T12:00~/2024-05-03",
		"parties": "Ana Reyes; =HYPERLINK(1)", "party_ids": "person/ana-reyes; ", "party_countries": "XAR; ",
		"initiator": "Ana Reyes", "status": "held", "status_start": "10", "status_quote": "'-called, \"at\"\nlast",
		"status_document": "sha256:aa", "sources": "a.txt", "place": "",
	} {
		if row[column] != want {
			t.Errorf("%s = %q, want %q", column, row[column], want)
		}
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	for _, cell := range []string{"=1+1", "+1", "-1", "@x", "\t=1", "\r=1"} {
		if got := guard(cell); got != "'"+cell {
			t.Errorf("%q became %q", cell, got)
		}
	}
	for _, cell := range []string{"", "a=b", "2024-05-02", "é"} {
		if got := guard(cell); got != cell {
			t.Errorf("%q became %q", cell, got)
		}
	}
}

func TestEveryColumnIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/export.md")
	if err != nil {
		t.Fatal(err)
	}
	described(t, string(page), "csv", columns)
	described(t, string(page), "statements", Statements)
	described(t, string(page), "promises", Promises)
	described(t, string(page), "documents", Documents)
	described(t, string(page), "people, states", Parties)
	described(t, string(page), "pairs", Pairs)
	described(t, string(page), "topics", Topics)
	described(t, string(page), "left out", Omissions)
	for _, f := range Formats {
		if !strings.Contains(string(page), "\n## "+f.Name+"\n") {
			t.Errorf("docs/export.md does not speak of the format %s", f.Name)
		}
	}
}

// described wants every column of a table in the section of the page about it.
func described[T any](t *testing.T, page, section string, columns []Column[T]) {
	t.Helper()
	_, text, found := strings.Cut(page, "\n## "+section+"\n")
	text, _, _ = strings.Cut(text, "\n## ")
	if !found {
		t.Errorf("docs/export.md has no section %q", section)
	}
	for _, col := range columns {
		if !strings.Contains(text, "`"+col.Name+"`") {
			t.Errorf("docs/export.md, %s: nothing of %s", section, col.Name)
		}
	}
}

func TestJSONLReadsBack(t *testing.T) {
	var b bytes.Buffer
	want := contact()
	if err := JSONL(&b, slices.Values([]readout.Contact{want, want})); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != 2 || strings.Contains(lines[0], `\u003d`) {
		t.Fatalf("lines: %q", lines)
	}
	var got readout.Contact
	if err := json.Unmarshal([]byte(lines[0]), &got); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(got)
	if err != nil || string(again) == "" || got.History[1].Quote != want.History[1].Quote {
		t.Errorf("read back %s, %v", again, err)
	}
}

// A value without its words cannot be written, and leaves no half of a line.
func TestUncitedIsNotWritten(t *testing.T) {
	bad := contact()
	bad.History[0].Words = readout.Words{}
	var b bytes.Buffer
	if err := JSONL(&b, slices.Values([]readout.Contact{bad})); !errors.Is(err, readout.ErrUncited) || b.Len() != 0 {
		t.Errorf("error %v, written %q", err, b.String())
	}
}

func TestEmptyListsOfAReadingArePrinted(t *testing.T) {
	var b bytes.Buffer
	if err := Reading(&b, &readout.Reading{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") {
		t.Error(b.String())
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := FormatNamed("xml"); !errors.Is(err, readout.ErrUnsupported) {
		t.Errorf("error %v", err)
	}
}
