package agenda_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// testcase is an account of testdata with its points.
type testcase struct {
	source, outlet, text string
	points               []string
}

// TestCases reads the accounts of testdata and compares all their points.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	n := 0
	for _, file := range files {
		cases := parse(t, file)
		n += len(cases)
		for _, c := range cases {
			r := read(t, c.outlet, c.text)
			if got, want := strings.TrimPrefix(describe(&r), "\n\t"), strings.Join(c.points, "\n\t"); got != want {
				t.Errorf("%s: %s\n got\n\t%s\nwant\n\t%s", c.source, c.text, got, want)
			}
		}
	}
	if n < 40 {
		t.Errorf("%d accounts, want 40", n)
	}
}

// parse reads a file of testdata: "outlet: text", then a line a point.
func parse(t testing.TB, file string) []testcase {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []testcase
	open := false
	for l := range strings.Lines(string(data)) {
		l = strings.TrimSuffix(l, "\n")
		switch {
		case strings.HasPrefix(l, "#"):
		case l == "":
			open = false
		case open:
			out[len(out)-1].points = append(out[len(out)-1].points, l)
		default:
			outlet, text, _ := strings.Cut(l, ": ")
			out = append(out, testcase{source: file, outlet: outlet, text: strings.ReplaceAll(text, `\n`, "\n")})
			open = true
		}
	}
	return out
}
