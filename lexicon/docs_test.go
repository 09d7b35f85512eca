package lexicon

import (
	"io/fs"
	"os"
	"strings"
	"testing"
)

// TestEveryColumnIsDocumented: docs/lexicon.md has a section for each table, and in it
// a row for each column.
func TestEveryColumnIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../docs/lexicon.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	for _, s := range strings.Split(string(page), "\n### ")[1:] {
		name, body, _ := strings.Cut(s, "\n")
		body, _, _ = strings.Cut(body, "\n# ")
		sections[name] = body
	}
	err = fs.WalkDir(embedded, "data", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".tsv") {
			return err
		}
		name := strings.TrimPrefix(path, "data/")
		body, ok := sections[name]
		if !ok {
			t.Errorf("docs/lexicon.md has no section %q", name)
			return nil
		}
		delete(sections, name)
		data, err := fs.ReadFile(embedded, path)
		if err != nil {
			return err
		}
		for _, column := range header(string(data)) {
			if !strings.Contains(body, "\n| `"+column+"` | ") {
				t.Errorf("docs/lexicon.md, %s: no column %q", name, column)
			}
		}
		if n := strings.Count(body, "\n| `"); n != len(header(string(data))) {
			t.Errorf("docs/lexicon.md, %s: %d columns, the file has %d", name, n, len(header(string(data))))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range sections {
		t.Errorf("docs/lexicon.md describes %s, which is not there", name)
	}
}

func header(data string) []string {
	for line := range strings.SplitSeq(data, "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			return strings.Split(line, "\t")
		}
	}
	return nil
}
