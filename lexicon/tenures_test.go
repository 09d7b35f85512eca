package lexicon

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func holders(lex *Lexicon, office, day string) string {
	var got []string
	for _, h := range lex.HoldersOn(office, day) {
		got = append(got, h.Person)
	}
	return strings.Join(got, " ")
}

// TestHoldersTable: testdata/holders.tsv says who held an office on a day; - is
// nobody.
func TestHoldersTable(t *testing.T) {
	lex := load(t)
	file, err := os.Open("testdata/holders.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	n := 0
	for sc, line := bufio.NewScanner(file), 1; sc.Scan(); line++ {
		cells := strings.Split(sc.Text(), "\t")
		if strings.HasPrefix(sc.Text(), "#") || len(cells) != 3 {
			continue
		}
		n++
		office, day, want := cells[0], cells[1], strings.ReplaceAll(cells[2], "-nobody-", "")
		if lex.Offices[office] == nil {
			t.Errorf("holders.tsv:%d: no office %q", line, office)
		}
		if got := holders(lex, office, day); got != want {
			t.Errorf("holders.tsv:%d: %s on %s: %q, want %q", line, office, day, got, want)
		}
		for _, h := range lex.HoldersOn(office, day) {
			if !h.Certain(day) {
				t.Errorf("holders.tsv:%d: %s is not certain", line, h.Person)
			}
		}
	}
	if n < 60 {
		t.Errorf("%d rows, want at least 60", n)
	}
}

// tenured is a state with an office whose edges are given in various ways.
func tenured(t *testing.T, seats string) *Lexicon {
	t.Helper()
	lex, err := Load(fstest.MapFS{
		"world/states.tsv":  {Data: []byte("id\tname\nXAR\tArvenia\n")},
		"world/people.tsv":  {Data: []byte("id\tname\tfamily\tcountry\na\tAda Ash\tAsh\tXAR\nb\tBo Birch\tBirch\tXAR\nc\tCy Cedar\tCedar\tXAR\n")},
		"world/offices.tsv": {Data: []byte("id\tcountry\tkind\tname\ttitles\tseats\nXAR/chair\tXAR\thead-of-state\tChair of Arvenia\tchair\t" + seats + "\n")},
		"world/holders.tsv": {Data: []byte("person\toffice\tfrom\tto\tsource\tchecked\n" +
			"a\tXAR/chair\t2010-03-05\t2014-06\town\tfrom\nb\tXAR/chair\t2014-06\t2016\town\tno\nc\tXAR/chair\t2016-12-01\t\town\tyes\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// An edge that nobody checked does not decide a day near it; a certain holder is
// not put in doubt by it.
func TestUncheckedEdges(t *testing.T) {
	lex := tenured(t, "")
	for _, c := range []struct {
		day, want string
		certain   bool
	}{
		{"2010-03-04", "", false},
		{"2010-03-05", "a", true},
		{"2014-05-16", "a", true},
		{"2014-05-17", "a b", false}, // half a month before June
		{"2014-06-20", "a b", false},
		{"2014-07-14", "a b", false}, // half a month after it
		{"2014-07-15", "b", true},
		{"2015-12-16", "b", true},
		{"2015-12-17", "b", false}, // nobody else may hold it, and yet it is not certain
		{"2016-05-01", "b", false},
		{"2016-12-01", "c", true},
		{"2017-01-10", "c", true},
		{"2014-06", "a b", false},
		{"2015", "b", false},
		{"2013", "a", true},
		{"someday", "", false},
		{"2015-02-30", "", false},
	} {
		if got := holders(lex, "XAR/chair", c.day); got != c.want {
			t.Errorf("%s: %q, want %q", c.day, got, c.want)
		}
		certain := slices.ContainsFunc(lex.HoldersOn("XAR/chair", c.day), func(h *Tenure) bool { return h.Certain(c.day) })
		if certain != c.certain {
			t.Errorf("%s: certain %v", c.day, certain)
		}
	}
}

// Where several hold an office at a time, one who is certain excludes nobody.
func TestSeveralSeats(t *testing.T) {
	if got := holders(tenured(t, "*"), "XAR/chair", "2016-12-05"); got != "b c" {
		t.Errorf("got %q, want both", got)
	}
}
