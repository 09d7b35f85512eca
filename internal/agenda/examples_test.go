package agenda_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"readout"
	"readout/internal/extract"
	"readout/lexicon"
	"readout/samples"
)

// fictional is the lexicon with the samples' two invented states.
var fictional = sync.OnceValues(func() (*lexicon.Lexicon, error) {
	overlay, err := fs.Sub(samples.Files, "lexicon")
	if err != nil {
		return nil, err
	}
	return lexicon.Load(overlay)
})

// read reads an account of the Prime Minister of Arvenia's office.
func read(t testing.TB, outlet, text string) readout.Reading {
	t.Helper()
	lex, err := fictional()
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Read(readout.Document{Outlet: outlet, Language: "en", Text: text}, lex)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const frame = "Prime Minister Ana Reyes spoke today with President Jon Holt of Costava. "

// TestExamples runs the examples of acts.tsv and assessments.tsv: each, as the second
// sentence of an account, makes a point with the row's act.
func TestExamples(t *testing.T) {
	for _, table := range []struct{ file, column, act string }{{"acts.tsv", "act", ""}, {"assessments.tsv", "", "assessed"}} {
		header, rows := rowsOf(t, filepath.Join("..", "..", "lexicon", "data", "en", table.file))
		for _, row := range rows {
			example, want := row[header["example"]], table.act
			if table.column != "" {
				want = row[header[table.column]]
			}
			if example == "" {
				t.Errorf("%s: %q has no example", table.file, row[0])
				continue
			}
			r := read(t, "Office of the Prime Minister of Arvenia", frame+example)
			if len(r.Points) != 1 || string(r.Points[0].Act) != want {
				t.Errorf("%s: %q: want one point %s, got %s", table.file, example, want, describe(&r))
			}
		}
	}
}

// rowsOf reads a table of the lexicon: its columns and its rows.
func rowsOf(t *testing.T, file string) (map[string]int, [][]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	header, rows := map[string]int{}, [][]string{}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		switch {
		case strings.HasPrefix(line, "#"), strings.TrimSpace(line) == "":
		case len(header) == 0:
			for i, c := range cells {
				header[c] = i
			}
		default:
			rows = append(rows, append(cells, make([]string, 8)...))
		}
	}
	return header, rows
}

// describe writes the points of a reading, one a line.
func describe(r *readout.Reading) string {
	var b strings.Builder
	for _, p := range r.Points {
		b.WriteString("\n\t" + line(r, p))
	}
	if b.Len() == 0 {
		return "none"
	}
	return b.String()
}

// line writes a point: act, who, topics, flags, words.
func line(r *readout.Reading, p readout.Point) string {
	var by []string
	for _, id := range p.By {
		by = append(by, string(id)[strings.IndexByte(string(id), '/')+1:])
	}
	cells := []string{string(p.Act), strings.Join(by, "+"), strings.Join(p.Topics, "+"), flags(r, p), words(r, p.Words)}
	for i := range cells {
		if cells[i] == "" {
			cells[i] = "-"
		}
	}
	return strings.Join(cells, " | ")
}

func flags(r *readout.Reading, p readout.Point) string {
	var out []string
	for _, f := range []struct {
		name string
		on   bool
	}{{"for-other", p.ForOther}, {"expected", p.Expected}, {string(p.Strength), p.Commitment}, {"next", p.Next != ""}} {
		if f.on {
			out = append(out, f.name)
		}
	}
	if p.Due != nil {
		out = append(out, "due="+p.Due.EDTF)
	}
	if p.Condition != nil {
		out = append(out, "condition="+words(r, p.Condition.Words))
	}
	if p.Emphasis != nil {
		out = append(out, "emphasis="+words(r, p.Emphasis.Words))
	}
	return strings.Join(out, ", ")
}

func words(r *readout.Reading, w readout.Words) string {
	span := w.From.Hull()
	return strings.Join(strings.Fields(r.Document.Text[span.Start:span.End]), " ")
}
