package eval

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"readout"
)

// plain is a document whose facts the reader finds without doubt.
const plain = `-- meta --
published: 2023-03-10
-- doc.txt --
French President Emmanuel Macron met British Prime Minister Rishi Sunak in Paris on Friday.
-- want --
%s
`

func run(t *testing.T, want ...string) *Report {
	t.Helper()
	file := &fstest.MapFile{Data: fmt.Appendf(nil, plain, strings.Join(want, "\n"))}
	rep, err := Run(fstest.MapFS{"gold/a.txtar": file}, "gold")
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

func TestRunTellsFoundFromMissed(t *testing.T) {
	cases := []struct {
		line, kind, differs string // differs: empty where the line is found
	}{
		{`date 2023-03-10 "Friday"`, Date, ""},
		{`date 2023-03-17 "Friday"`, Date, "value"},
		{`passage body "met British"`, Passage, ""},
		{`passage comment "met British"`, Passage, "value"},
		{`contact channel=meeting status=held when=2023-03-10 parties="rishi sunak" + "Emmanuel Macron" words="met British Prime Minister Rishi Sunak"`, Contact, ""},
		{`contact channel=summit status=held words="met British"`, Contact, ""},
		{`contact channel=call status=held words="met British"`, Contact, "channel"},
		{`contact channel=meeting status=scheduled words="met British"`, Contact, "status"},
		{`contact parties="Emmanuel Macron" words="met British"`, Contact, "parties"},
		{`no-contact "in Paris on Friday"`, NoContact, "none"},
	}
	for _, c := range cases {
		rep := run(t, c.line)
		if found := rep.Scores[c.kind].Found == 1; found != (c.differs == "") {
			t.Errorf("%s: found is %v", c.line, found)
			continue
		}
		if c.differs == "" {
			continue
		}
		if len(rep.Misses) != 1 {
			t.Errorf("%s: %d misses", c.line, len(rep.Misses))
		} else if m := rep.Misses[0]; m.Place != "gold/a.txtar:6" || m.Instead == "" || c.differs != "none" && !slices.Contains(m.Differs, c.differs) {
			t.Errorf("%s: told as\n%v", c.line, m)
		}
	}
}

func TestACloseChannelIsNotTheExactOne(t *testing.T) {
	rep := run(t, `contact channel=summit words="met British"`)
	if got := rep.Scores[exactChannel]; got != (Score{Found: 0, Wanted: 1}) {
		t.Errorf("exact channel: %+v", got)
	}
}

func TestOneThingFoundAnswersOneLine(t *testing.T) {
	rep := run(t, `contact channel=meeting words="Macron met British"`, `contact channel=meeting words="met British Prime Minister"`)
	if got := rep.Scores[Contact]; got != (Score{Found: 1, Wanted: 2}) {
		t.Errorf("contacts: %+v", got)
	}
}

func TestFits(t *testing.T) {
	span := func(start, end int) fact { return fact{spans: []readout.Span{{Start: start, End: end}}} }
	cases := []struct {
		kind        string
		want, found fact
		fits        bool
	}{
		{Contact, span(10, 50), span(12, 15), true},
		{Contact, span(10, 20), span(0, 90), true},
		{Contact, span(10, 20), span(18, 40), false},
		{Statement, span(0, 40), span(0, 100), true},
		{Statement, span(0, 40), span(0, 140), false},
		{Point, span(0, 40), span(0, 15), false},
		{Passage, span(10, 20), span(10, 19), false},
		{Passage, span(10, 20), span(0, 20), true},
	}
	for _, c := range cases {
		c.want.kind = c.kind
		if got := fits(&c.want, &c.found); got != c.fits {
			t.Errorf("%s %v in %v: %v", c.kind, c.found.spans, c.want.spans, got)
		}
	}
}

func TestEqual(t *testing.T) {
	cases := []struct {
		key       string
		want, got string // values joined by a stroke
		equal     bool
	}{
		{"speaker", "The Kremlin", "Kremlin", true},
		{"place", "Orbán", "Orban", true},
		{"via", "A|B", "B|A", false},
		{"by", "A|B", "B|A", true},
		{"by", "A", "A|B", false},
		{"topics", "energy", "debt|energy", true},
		{"topics", "energy|debt", "energy", false},
		{"when", "2023-03-10", "2023-03-10T14:00", true},
		{"when", "2023-03-10", "2023-03-1", false},
		{"channel", "call", "video", true},
		{"channel", "letter", "call", false},
	}
	for _, c := range cases {
		if got := equal(c.key, strings.Split(c.want, "|"), strings.Split(c.got, "|")); got != c.equal {
			t.Errorf("%s: %s and %s: %v", c.key, c.want, c.got, got)
		}
	}
}

func TestQuotation(t *testing.T) {
	const text = "On Monday, not on Monday week."
	f, err := parseLine(`date 2023-03-13 "Monday"#2`, text)
	if err != nil || f.spans[0] != (readout.Span{Start: 18, End: 24}) {
		t.Errorf("second Monday: %v %v", f.spans, err)
	}
	for _, line := range []string{
		`date 2023-03-13 "Monday"`, `date 2023-03-13 "Monday"#3`, `date 2023-03-13 "Tuesday"`, `date 2023-03-13`, `date "week"x`, `date "week`,
		`date 1 2 "week"`, `day 2023 "week"`, `contact chanel=call words="week"`, `contact channel= words="week"`, `contact "week" "not"`, ``,
	} {
		if f, err := parseLine(line, text); !errors.Is(err, readout.ErrInvalid) {
			t.Errorf("%s: %v %v", line, f, err)
		}
	}
}

func TestParseFaults(t *testing.T) {
	for _, raw := range []string{
		"", "-- doc.txt --\nA.\n", "-- meta --\ncolour: red\n-- doc.txt --\nA text.\n-- want --\ndate 1 \"A\"\n",
		"-- doc.txt --\nA text.\n-- want --\npassage body \"A\"\n-- want --\n", "-- doc.txt --\nA text.\n-- want --\npassage body \"B\"\n",
		"-- want --\npassage body \"A\"\n-- doc.txt --\nA text.\n",
	} {
		if _, err := Parse("a.txtar", []byte(raw)); !errors.Is(err, readout.ErrInvalid) {
			t.Errorf("%q: %v", raw, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(fmt.Sprintf(plain, `contact channel=call parties="A" + "B" words="met"`))
	f.Add(fmt.Sprintf(plain, `date 2023-03-10 "Friday"#1`))
	f.Add("-- want --\n")
	f.Fuzz(func(t *testing.T, raw string) {
		g, err := Parse("a.txtar", []byte(raw))
		if err != nil {
			return
		}
		for _, w := range g.Wants {
			s := w.spans[0]
			if !strings.Contains(w.line, g.Doc.Text[s.Start:s.End]) {
				t.Errorf("%s: quotes %q", w.line, g.Doc.Text[s.Start:s.End])
			}
		}
	})
}
