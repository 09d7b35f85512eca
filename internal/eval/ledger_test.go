package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout"
	"readout/internal/extract"
	"readout/internal/ledger"
	"readout/internal/source"
)

// sampleDay is the day from which the samples' ledger is judged.
const sampleDay = "2026-01-01"

// maxSurplus is how many entries the samples' ledger may have that no row
// speaks of. Lower it when the ledger gets cleaner.
const maxSurplus = 8

// TestSampleLedger reads all samples, builds their ledger and lays it beside
// the one of a careful reader. What is known to be wrong must be wrong in that
// way and in no other: the test fails when a fault is mended, so that the list
// of faults stays true, and when one is added.
func TestSampleLedger(t *testing.T) {
	entries := sampleLedger(t)
	rows := readRows(t, "testdata/sample-ledger.tsv")
	found := align(rows, entries)
	reached, wanted := 0, 0
	for i := range rows {
		r := &rows[i]
		if r.known == may {
			continue
		}
		wanted++
		faults, told := missing, "nothing"
		if c := found[i]; c != nil {
			faults, told = strings.Join(r.faults(c), "; "), tell(c)
		}
		if faults == "" {
			reached++
		}
		switch {
		case faults != r.known:
			t.Errorf("line %d: %s\nfound %s\nthe column known says %q; true now: %q", r.line, r.text, told, r.known, faults)
		case faults != "":
			t.Logf("known fault: %s: %s (%s)\nfound %s", r.text, faults, r.why, told)
		}
	}
	surplus := 0
	for i := range entries {
		if !slices.Contains(found, &entries[i]) {
			surplus++
			t.Logf("surplus: %s", tell(&entries[i]))
		}
	}
	t.Logf("%d of %d rows without fault; %d entries, %d of them surplus", reached, wanted, len(entries), surplus)
	if surplus > maxSurplus {
		t.Errorf("%d entries that no row speaks of; at most %d are allowed", surplus, maxSurplus)
	}
}

// align gives each row its entry, or nil; an entry serves one row. Rows that
// are met in full choose first, those told in passing last.
func align(rows []row, entries []readout.Contact) []*readout.Contact {
	found := make([]*readout.Contact, len(rows))
	for _, most := range []int{0, 1, 2, 3, 4} {
		for i := range rows {
			r := &rows[i]
			if found[i] != nil || r.known == may && most > 0 {
				continue
			}
			for j := range entries {
				c := &entries[j]
				if !slices.Contains(found, c) && r.isAbout(c) && len(r.faults(c)) <= most {
					found[i] = c
					break
				}
			}
		}
	}
	return found
}

// isAbout reports whether an entry may be the row's: the parties are the same,
// and two of day, channel and status.
func (r *row) isAbout(c *readout.Contact) bool {
	right := 0
	for _, ok := range []bool{r.onDay(c), slices.Contains(r.channels, string(c.Channel)), r.hasStatus(c)} {
		if ok {
			right++
		}
	}
	return r.hasParties(c) && right >= 2
}

// TestCommentsAreInNoLedger: what readers write under a page is no report.
func TestCommentsAreInNoLedger(t *testing.T) {
	for _, c := range sampleLedger(t) {
		for _, h := range c.History {
			for _, words := range []string{"will call Biden next week", "They should have met", "in secret last month"} {
				if strings.Contains(h.Quote, words) {
					t.Errorf("a comment in the ledger: %s", tell(&c))
				}
			}
		}
	}
}

// sampleLedger is the ledger of all samples.
func sampleLedger(t *testing.T) []readout.Contact {
	t.Helper()
	root := os.DirFS("../..")
	lex, err := load(root, "samples/lexicon")
	if err != nil {
		t.Fatal(err)
	}
	var readings []readout.Reading
	for item := range source.Walk([]string{"../../samples/official", "../../samples/press"}, nil, source.Options{}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		r, err := extract.Read(item.Doc, lex)
		if err != nil {
			t.Fatal(err)
		}
		readings = append(readings, r)
	}
	return ledger.Build(readings, ledger.Options{AsOf: sampleDay})
}

// row is one contact that a careful reader enters.
type row struct {
	line     int
	text     string
	day      string
	parties  [][]string // any of these
	channels []string   // any of these
	statuses []string   // any of these
	history  []string   // all of these
	docs     []string
	known    string // the faults of today, joined by "; "
	why      string
}

// The values of the column known that are no faults.
const (
	missing = "missing"
	may     = "may"
)

func readRows(t *testing.T, name string) []row {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for i, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "day\t") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 8 || (f[6] == "" || f[6] == may) != (f[7] == "") {
			t.Fatalf("%s:%d: not eight columns, or a fault without its reason", name, i+1)
		}
		r := row{
			line: i + 1, text: strings.Join(f[:6], " | "), day: f[0], channels: strings.Split(f[2], ","),
			statuses: strings.Split(f[3], ","), docs: strings.Fields(f[5]), known: f[6], why: f[7],
		}
		for parties := range strings.SplitSeq(f[1], " | ") {
			r.parties = append(r.parties, folded(strings.Split(parties, " + "), true))
		}
		if f[4] != "" {
			r.history = strings.Split(f[4], ",")
		}
		rows = append(rows, r)
	}
	return rows
}

func (r *row) hasParties(c *readout.Contact) bool {
	var names []string
	for _, p := range c.Parties {
		names = append(names, p.Name)
	}
	got := folded(names, true)
	return slices.ContainsFunc(r.parties, func(want []string) bool { return slices.Equal(want, got) })
}

// faults lists what an entry has otherwise than the row.
func (r *row) faults(c *readout.Contact) []string {
	var out []string
	if !r.onDay(c) {
		out = append(out, "day")
	}
	if !slices.Contains(r.channels, string(c.Channel)) {
		out = append(out, "channel")
	}
	if !r.hasStatus(c) {
		out = append(out, "status")
	}
	for _, s := range r.history {
		if !slices.ContainsFunc(c.History, func(h readout.Claim) bool { return string(h.Status) == s }) {
			out = append(out, "history: no "+s)
		}
	}
	for _, d := range r.docs {
		if !hasDocument(c, d) {
			out = append(out, "documents: no "+d)
		}
	}
	return out
}

func (r *row) onDay(c *readout.Contact) bool {
	if c.When == nil || c.When.Basis == "published" {
		return r.day == "-" || strings.HasSuffix(r.day, "~") && (c.When == nil || c.When.EDTF == r.day)
	}
	day, _, _ := strings.Cut(c.When.EDTF, "T")
	return day == strings.TrimSuffix(r.day, "~")
}

// hasStatus reports whether the entry stands as the row says; "disputed" is an
// entry with a dispute of its status.
func (r *row) hasStatus(c *readout.Contact) bool {
	if r.statuses[0] == "disputed" {
		return slices.ContainsFunc(c.Disputes, func(d readout.Dispute) bool { return d.Field == "status" })
	}
	return slices.Contains(r.statuses, string(c.Status))
}

// hasDocument understands p17 (press/17-…) and o01*2 (two of official/01-…).
func hasDocument(c *readout.Contact, code string) bool {
	code, times, many := strings.Cut(code, "*")
	want := 1
	if many {
		want, _ = strconv.Atoi(times)
	}
	folder := map[string]string{"p": "press", "o": "official"}[code[:1]]
	n := 0
	for _, s := range c.Sources {
		if filepath.Base(filepath.Dir(s)) == folder && strings.HasPrefix(filepath.Base(s), code[1:]+"-") {
			n++
		}
	}
	return n >= want
}

// tell writes an entry in one line.
func tell(c *readout.Contact) string {
	var names, docs []string
	for _, p := range c.Parties {
		names = append(names, p.Name)
	}
	for _, s := range c.Sources {
		docs = append(docs, filepath.Base(s))
	}
	day := "-"
	if c.When != nil {
		day = c.When.EDTF
	}
	return fmt.Sprintf("%s %s %s %s %v", day, strings.Join(names, " + "), c.Channel, c.Status, docs)
}
