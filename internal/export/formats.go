package export

import (
	"fmt"
	"io"
	"iter"

	"readout"
)

// Format is a form that a ledger is written in.
type Format struct {
	Name  string
	Media string // media type
	Help  string // one line for people
	Write func(io.Writer, iter.Seq[readout.Contact]) error
}

// Formats lists every form.
var Formats = []Format{
	{Name: "jsonl", Media: "application/jsonl; charset=utf-8", Help: "JSON Lines: a contact a line, complete", Write: JSONL},
	{Name: "csv", Media: "text/csv; charset=utf-8", Help: "CSV: a contact a row, for spreadsheets", Write: CSV},
}

// FormatNamed is the form with this name; readout.ErrUnsupported if there is none.
func FormatNamed(name string) (Format, error) {
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("format %q: %w", name, readout.ErrUnsupported)
}

// JSONL writes a contact a line, as the contract describes it.
func JSONL(w io.Writer, contacts iter.Seq[readout.Contact]) error {
	for c := range contacts {
		if err := Line(w, &c); err != nil {
			return fmt.Errorf("contact %s: %w", c.ID, err)
		}
	}
	return nil
}
