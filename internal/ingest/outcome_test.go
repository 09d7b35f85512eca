package ingest

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger"
	"readout/internal/source"
	"readout/lexicon"
)

// storyCase is one case of a file in testdata: texts, and what must be found in them.
type storyCase struct {
	name string
	docs []source.Item
	want []string // lines behind ">"
}

// storyCases reads a file of cases: "= name", texts of two lines each
// ("published | outlet" and the words), then "> " and what is wanted.
func storyCases(t *testing.T, path string) []storyCase {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []storyCase
	var head []string // published, outlet
	for n, line := range strings.Split(string(data), "\n") {
		rest, wanted := strings.CutPrefix(line, "> ")
		name, begins := strings.CutPrefix(line, "= ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case begins:
			out = append(out, storyCase{name: name})
		case len(out) == 0:
			t.Fatalf("%s:%d stands in no case", path, n+1)
		case wanted:
			c := &out[len(out)-1]
			c.want = append(c.want, rest)
		case head == nil:
			if head = strings.Split(line, " | "); len(head) != 2 {
				t.Fatalf("%s:%d: want published | outlet", path, n+1)
			}
		default:
			c := &out[len(out)-1]
			opt := source.Options{Published: head[0], Outlet: head[1]}
			text := strings.ReplaceAll(line, `\n`, "\n")
			c.docs = slices.AppendSeq(c.docs, source.Read(strings.Repeat("x", len(c.docs)+1)+".txt", strings.NewReader(text), opt))
			head = nil
		}
	}
	return out
}

// storyLedger is the ledger of the texts of a case, judged on 2026-01-01.
func storyLedger(t *testing.T, lex *lexicon.Lexicon, docs []source.Item) []readout.Contact {
	t.Helper()
	return ledger.Build(readAll(t, lex, docs), ledger.Options{AsOf: "2026-01-01"})
}

// readAll reads texts, all of which can be read.
func readAll(t *testing.T, lex *lexicon.Lexicon, docs []source.Item) []readout.Reading {
	t.Helper()
	var readings []readout.Reading
	for _, item := range docs {
		res := readItem(item, lex)
		if res.Err != nil {
			t.Fatal(res.Err)
		}
		readings = append(readings, res.Reading)
	}
	return readings
}

// What was announced, in the words of news agencies, and what became of it: one
// entry each, of all the texts that tell of it, in the right status.
func TestAnnouncedAndWhatBecameOfIt(t *testing.T) {
	lex, _ := loaded(t)
	for _, c := range storyCases(t, "testdata/outcomes.txt") {
		t.Run(c.name, func(t *testing.T) {
			found := storyLedger(t, lex, c.docs)
			left := slices.Clone(found)
			for _, want := range c.want {
				i := slices.IndexFunc(left, func(c readout.Contact) bool { return isEntry(&c, strings.Split(want, " | ")) })
				if i < 0 {
					t.Errorf("no entry %q among %s", want, entries(found))
					continue
				}
				left = slices.Delete(left, i, i+1)
			}
			if len(found) != len(c.want) {
				t.Errorf("%d entries, want %d: %s", len(found), len(c.want), entries(found))
			}
		})
	}
}

// isEntry compares an entry with "statuses | channels | days | texts".
func isEntry(c *readout.Contact, want []string) bool {
	day := "-"
	if c.When != nil {
		day, _, _ = strings.Cut(c.When.EDTF, "T")
	}
	has := func(list, value string) bool { return slices.Contains(strings.Fields(list), value) }
	return has(want[0], string(c.Status)) && has(want[1], string(c.Channel)) && has(want[2], strings.Trim(day, "~")) && want[3] == fmt.Sprint(len(c.Documents))
}

func entries(list []readout.Contact) string {
	var out []string
	for _, c := range list {
		var claims []string
		for _, h := range c.History {
			claims = append(claims, string(h.Status)+" "+h.Quote)
		}
		out = append(out, fmt.Sprintf("%s %s (%d texts: %s)", c.Status, c.ID, len(c.Documents), strings.Join(claims, " | ")))
	}
	return "\n  " + strings.Join(out, "\n  ")
}
