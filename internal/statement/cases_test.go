package statement

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout"
	"readout/internal/syntax"
)

// names are who the cases of testdata speak of; the first that fits a place wins.
var names = []string{
	"person/nora-haas=Nora Haas", "person/nora-haas=Haas", "person/ida-lind=Lind", "person/olga-brun=Olga Brun",
	"outlet/coast-herald=Coast Herald", "outlet/reuters=Reuters", "outlet/interfax=Interfax", "outlet/le-nord=Le Nord",
	"org/kremlin=Kremlin", "state/NOR=Norway", "state/NOR=Oslo", "state/SWE=Sweden",
}

// kase is a block of testdata: a text, ¶ for a paragraph break, and the
// statements expected of it, a line each.
type kase struct {
	file string
	line int
	text string
	want []string
}

// readCases reads testdata/*.txt: "> text" opens a case, "- statement" lines
// follow it; # is a comment.
func readCases(t testing.TB) []kase {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var out []kase
	for _, name := range files {
		in, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		sc := bufio.NewScanner(in)
		for n := 1; sc.Scan(); n++ {
			line := sc.Text()
			switch {
			case strings.HasPrefix(line, "> "):
				out = append(out, kase{file: name, line: n, text: strings.ReplaceAll(line[2:], "¶", "\n\n")})
			case strings.HasPrefix(line, "- "):
				out[len(out)-1].want = append(out[len(out)-1].want, line[2:])
			}
		}
		in.Close()
	}
	return out
}

// dates marks the names of days, as the dates of 2024-05-06 to 2024-05-12.
func dates(m *syntax.Marked) {
	for i, t := range m.Tokens {
		for d, day := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
			if t.Fold == day {
				m.Dates = append(m.Dates, readout.Date{EDTF: fmt.Sprintf("2024-05-%02d", 6+d), Timex3: readout.Timex3{Type: "DATE"}, Words: m.Words(m.Span(i, i+1))})
			}
		}
	}
}

// describe prints a statement as the cases write it.
func describe(m syntax.Marked, s readout.Statement) string {
	cut := func(at readout.Spans) string {
		var parts []string
		for _, p := range at.All() {
			parts = append(parts, m.Cut(p))
		}
		return strings.ReplaceAll(strings.Join(parts, " // "), "\n\n", "¶")
	}
	speaker := "-"
	if s.Speaker != nil {
		speaker = string(*s.Speaker)
	}
	out := fmt.Sprintf("%s [%s] | %s | %s: %s", speaker, cut(s.SpeakerFrom), cut(s.Cue), s.Mode, cut(s.Content))
	if s.Kind != readout.Said {
		out += " | " + string(s.Kind)
	}
	if s.Negated {
		out += " | negated"
	}
	for _, v := range s.Via {
		if v.Entity != "" {
			out += " | via " + string(v.Entity)
		} else {
			out += " | via " + v.Name
		}
	}
	if s.Addressee != nil {
		out += " | to " + s.Addressee.Name
	}
	if s.Said != nil {
		out += " | on " + s.Said.EDTF
	}
	return out
}

func TestCases(t *testing.T) {
	for _, c := range readCases(t) {
		m, entities := marked(t, c.text, names...)
		dates(&m)
		var got []string
		for _, s := range Find(m, &readout.Document{Text: c.text, Outlet: "Coast Herald"}, entities) {
			got = append(got, describe(m, s))
		}
		if a, b := strings.Join(got, "\n     "), strings.Join(c.want, "\n     "); a != b {
			t.Errorf("%s:%d: %s\n got %s\nwant %s", c.file, c.line, c.text, a, b)
		}
	}
}
