package readout_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers says which of our packages a folder may import. It is the picture of
// ARCHITECTURE.md; a folder without a line, or a line without a folder, fails.
var layers = map[string][]string{
	".":                      {},
	"samples":                {},
	"internal/token":         {},
	"internal/syntax/parser": {},
	"internal/syntax/conllu": {},
	"internal/syntax/learn":  {"internal/syntax/conllu", "internal/syntax/parser"},
	"lexicon":                {".", "internal/token", "internal/syntax/parser"},
	"internal/syntax":        {".", "internal/syntax/parser", "internal/token", "lexicon"},
	"internal/source":        {"."},
	"internal/segment":       {".", "internal/token", "lexicon"},
	"internal/when":          {".", "internal/token", "internal/syntax", "lexicon"},
	"internal/mention":       {".", "internal/token", "internal/syntax", "lexicon"},
	"internal/statement":     {".", "internal/token", "internal/syntax", "lexicon"},
	"internal/contact":       {".", "internal/token", "internal/syntax", "lexicon"},
	"internal/agenda":        {".", "internal/token", "internal/syntax", "lexicon"},
	"internal/extract":       {".", "internal/segment", "internal/syntax", "internal/when", "internal/mention", "internal/statement", "internal/contact", "internal/agenda", "lexicon"},
	"internal/inspect":       {".", "internal/extract", "internal/segment", "internal/syntax", "internal/token", "internal/when", "internal/mention", "lexicon"},
	"internal/ledger":        {"."},
	"internal/store":         {".", "internal/ledger"},
	"internal/store/sqlite":  {".", "internal/ledger", "internal/store"},
	"internal/ingest":        {".", "internal/extract", "internal/ledger", "internal/source", "internal/store", "lexicon"},
	"internal/export":        {".", "internal/ledger"},
	"internal/phrase":        {"."},
	"internal/terminal":      {".", "internal/inspect", "internal/ledger", "internal/phrase", "lexicon"},
	"internal/eval":          {".", "internal/extract", "internal/source", "internal/token", "lexicon"},
	"internal/web":           {".", "internal/export", "internal/extract", "internal/ingest", "internal/ledger", "internal/phrase", "internal/source", "internal/store", "lexicon"},
	"cmd/train":              {".", "internal/mention", "internal/segment", "internal/syntax", "internal/syntax/conllu", "internal/syntax/learn", "internal/syntax/parser", "lexicon"},
	"cmd/readout":            {".", "internal/export", "internal/extract", "internal/ingest", "internal/inspect", "internal/ledger", "internal/phrase", "internal/source", "internal/store", "internal/store/sqlite", "internal/terminal", "internal/web", "lexicon", "samples"},
}

// testOnly are folders that only tests import.
var testOnly = []string{"internal/store/storetest", "internal/eval"}

// TestLayers reads every Go file of the tree, in this process so that the test
// cache sees changes, and fails on an import that the table does not allow.
func TestLayers(t *testing.T) {
	seen := map[string]bool{}
	for _, file := range goFiles(t) {
		dir := filepath.ToSlash(filepath.Dir(file))
		seen[dir] = true
		if strings.HasSuffix(file, "_test.go") || slices.Contains(testOnly, dir) {
			continue
		}
		allowed, ok := layers[dir]
		if !ok {
			t.Errorf("%s: the folder has no line in the table of layers", file)
			continue
		}
		for _, imported := range imports(t, file) {
			if !slices.Contains(allowed, imported) {
				t.Errorf("%s imports %s, which its layer may not", file, imported)
			}
		}
	}
	for dir := range layers {
		if !seen[dir] {
			t.Errorf("the table of layers lists %s, where there is no code", dir)
		}
	}
}

// TestPackageDocs demands that every package says what it is.
func TestPackageDocs(t *testing.T) {
	documented := map[string]bool{}
	for _, file := range goFiles(t) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		dir := filepath.Dir(file)
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		documented[dir] = documented[dir] || f.Doc != nil
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("%s: no package comment", dir)
		}
	}
}

// TestFileSizes keeps files readable in one sitting.
func TestFileSizes(t *testing.T) {
	const limit = 420
	for _, file := range goFiles(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(data), "\n"); n > limit {
			t.Errorf("%s has %d lines; cut it where its subjects part (limit %d)", file, n, limit)
		}
	}
}

func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "dist") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") {
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// imports lists the folders of this module that a file imports.
func imports(t *testing.T, file string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, spec := range f.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case path == "readout":
			out = append(out, ".")
		case strings.HasPrefix(path, "readout/"):
			out = append(out, strings.TrimPrefix(path, "readout/"))
		}
	}
	return out
}
