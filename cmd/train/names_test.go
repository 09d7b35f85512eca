package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The labels of our own texts are those that the finder gives, and come back on
// the same lines, whatever the columns of the file.
func TestNames(t *testing.T) {
	for _, file := range []string{"words.bio", "columns.bio"} {
		path := filepath.Join("testdata", file)
		gold, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := run([]string{"names", path}, &out); err != nil {
			t.Fatal(err)
		}
		if out.String() != string(gold) {
			t.Errorf("%s: got\n%s", file, out.String())
		}
	}
}

// The two halves of a file are its documents, each once.
func TestNamesHalves(t *testing.T) {
	var all bytes.Buffer
	for _, half := range []string{"1", "2"} {
		if err := run([]string{"names", "-gold", "-half", half, "testdata/words.bio", "testdata/columns.bio"}, &all); err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range []string{"own-1", "own-2"} {
		if n := strings.Count(all.String(), id); n != 1 {
			t.Errorf("%s stands %d times in the halves", id, n)
		}
	}
}

func TestNamesFaults(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.bio")
	if err := os.WriteFile(broken, []byte("Oslo B-LOC\nBergen\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		"broken.bio:2: a token without a label": {"names", broken},
		"which file":                            {"names"},
		"no such file":                          {"names", "testdata/none.bio"},
		"no verb":                               {"weigh"},
	} {
		if err := run(args, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: error %v, want %q", args, err, want)
		}
	}
}
