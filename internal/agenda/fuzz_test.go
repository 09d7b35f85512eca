package agenda_test

import (
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/extract"
)

// FuzzPoints reads any text as an official account after a sentence that announces
// a contact: every point has words of the text, an act, and agents and contact of the
// reading.
func FuzzPoints(f *testing.F) {
	files := []string{"testdata/prose.txt", "testdata/kremlin.txt", "testdata/asian.txt", "testdata/joint.txt", "testdata/press.txt"}
	for _, file := range files {
		for _, c := range parse(f, file) {
			f.Add(c.outlet, c.text)
		}
	}
	f.Add("Larkfield Wire", "It is for , that ; and with \" as well as")
	lex, err := fictional()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, outlet, text string) {
		r, err := extract.Read(readout.Document{Outlet: outlet, Text: frame + text}, lex)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range r.Points {
			if !slices.Contains(readout.Acts, p.Act) || p.From.Hull().Empty() {
				t.Fatalf("point %s: act %q, words %v", p.ID, p.Act, p.From)
			}
			if !slices.ContainsFunc(r.Contacts, func(c readout.Report) bool { return c.ID == p.Contact }) {
				t.Fatalf("point %s: no contact %q", p.ID, p.Contact)
			}
			for _, id := range p.By {
				if r.Entity(id) == nil {
					t.Fatalf("point %s: no entity %q", p.ID, id)
				}
			}
		}
	})
}

// TestLinear: a sentence without an end costs no more than its length.
func TestLinear(t *testing.T) {
	for _, part := range []string{"and agreed that trade, ", "Reyes and Holt, ", "to discuss ", "which Holt said ", "with the President noting "} {
		r := read(t, "Office of the Prime Minister of Arvenia", frame+strings.Repeat(part, 4000)+".")
		if len(r.Contacts) == 0 {
			t.Errorf("%q: no contact", part)
		}
	}
}

// BenchmarkFind measures the points alone over the accounts of testdata.
func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	text.WriteString(frame)
	for _, c := range parse(b, "testdata/prose.txt") {
		text.WriteString(c.text + "\n\n")
	}
	benchmark(b, text.String())
}
