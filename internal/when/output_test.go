package when

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// one is the only date of a text; words picks it where there are several.
func one(t *testing.T, list []readout.Date, raw, words string) readout.Date {
	t.Helper()
	for _, d := range list {
		if s := d.From.Hull(); raw[s.Start:s.End] == words {
			return d
		}
	}
	t.Fatalf("%q: no date %q among %v", raw, words, list)
	return readout.Date{}
}

func TestOutput(t *testing.T) {
	for _, c := range []struct{ raw, published, words, edtf, zone, mod, anchor, rule string }{
		{"The call began about noon Eastern time.", "2022-02-14", "about noon Eastern time", "2022-02-14T12:00~", "America/New_York", "APPROX", "2022-02-14", "clock-today"},
		{"They spoke at 7:30 p.m. Moscow time.", "2022-02-14", "7:30 p.m. Moscow time", "2022-02-14T19:30", "Europe/Moscow", "", "2022-02-14", "clock-today"},
		{"The guns fell silent at midnight.", "2022-02-14", "midnight", "2022-02-15T00:00", "", "", "2022-02-14", "clock-today"},
		{"The meeting in Amman is at 3 p.m. local time.", "2022-02-14", "3 p.m. local time", "2022-02-14T15:00", "", "", "2022-02-14", "clock-today"},
		{"In Delhi the session opens at 10:00 IST.", "2022-02-14", "10:00 IST", "2022-02-14T10:00", "Asia/Kolkata", "", "2022-02-14", "clock-today"},
		{"The session opens at 10:00 IST.", "2022-02-14", "10:00 IST", "2022-02-14T10:00", "", "", "2022-02-14", "clock-today"},
		{"They met last week.", "2022-02-14", "last week", "2022-02-07/2022-02-13", "", "", "2022-02-14", "unit-last"},
		{"They met last week.", "2022-02-20", "last week", "2022-02-14/2022-02-20", "", "", "2022-02-20", "unit-last"},
		{"They met last week.", "2022-02-19", "last week", "2022-02-07/2022-02-13", "", "", "2022-02-19", "unit-last"},
		{"They met a couple of years ago.", "2022-02-16", "a couple of years ago", "2019-01-01/2021-12-31", "", "", "2022-02-16", "offset"},
		{"They met two years ago.", "2022-02-16", "two years ago", "2020", "", "", "2022-02-16", "offset"},
		{"One year ago this week, they met.", "2023-02-20", "One year ago this week", "2022-02-20/2022-02-26", "", "", "2023-02-20", "years-ago"},
		{"They met two years ago this week.", "2022-02-16", "two years ago this week", "2020-02-14/2020-02-20", "", "", "2022-02-16", "years-ago"},
		{"They will meet later this week.", "2022-02-16", "later this week", "2022-02-16/2022-02-20", "", "", "2022-02-16", "unit-this"},
		{"They met earlier this month.", "2022-02-16", "earlier this month", "2022-02-01/2022-02-16", "", "", "2022-02-16", "unit-this"},
		{"He died in early 2016.", "2022-02-16", "early 2016", "2016", "", "START", "", "explicit-year"},
		{"It was a custom of the 1980s.", "2022-02-16", "the 1980s", "198X", "", "", "", "explicit-decade"},
		{"It was a custom of the 19th century.", "2022-02-16", "the 19th century", "18XX", "", "", "", "explicit-decade"},
		{"The town was razed in 146 BC.", "2022-02-16", "146 BC", "-0145", "", "", "", "explicit-year"},
		{"They met in the summer of 2013.", "2022-02-16", "the summer of 2013", "2013-22", "", "", "", "explicit-season"},
		{"Trade grew in the third quarter of 2016.", "2022-02-16", "the third quarter of 2016", "2016-35", "", "", "", "explicit-season"},
		{"It will be held on March 3-4.", "2022-02-16", "March 3-4", "2022-03-03/2022-03-04", "", "", "2022-02-16", "month-day-nearest"},
		{"The fair runs from March 3rd through the 5th.", "2022-02-16", "March 3rd through the 5th", "2022-03-03/2022-03-05", "", "", "2022-02-16", "month-day-nearest"},
		{"She will be there from 3 March, and on March 8th to the 10th in Tollen.", "2022-02-16", "March 8th to the 10th", "2022-03-08/2022-03-10", "", "", "2022-02-16", "month-day-nearest"},
		{"She will go on March 8th to the 10th Congress of Teachers.", "2022-02-16", "March 8th", "2022-03-08", "", "", "2022-02-16", "month-day-nearest"},
		{"The fair runs from March 3--4.", "2022-02-16", "March 3--4", "2022-03-03/2022-03-04", "", "", "2022-02-16", "month-day-nearest"},
		{"On February 28–-March 1, they met.", "2022-02-16", "February 28–-March 1", "2022-02-28/2022-03-01", "", "", "2022-02-16", "month-day-nearest"},
		{"They met about two or three months ago.", "2022-05-16", "about two or three months ago", "2022-02-01/2022-03-31", "", "APPROX", "2022-05-16", "offset"},
		{"They met three to four days ago.", "2022-05-16", "three to four days ago", "2022-05-12/2022-05-13", "", "", "2022-05-16", "offset"},
		{"They met two months ago.", "2022-05-16", "two months ago", "2022-03", "", "", "2022-05-16", "offset"},
		{"They will speak again in the next few days.", "2022-05-16", "the next few days", "2022-05-16/2022-05-23", "", "", "2022-05-16", "offset-ahead"},
		{"She will visit Velmora within the next ten days.", "2022-05-16", "the next ten days", "2022-05-16/2022-05-26", "", "", "2022-05-16", "offset-ahead"},
		{"They spoke again in the next few days.", "2022-05-16", "the next few days", "", "", "", "", "duration"},
		{"They spoke for two hours.", "2022-02-16", "two hours", "", "", "", "", "duration"},
		{"They spoke on Friday.", "", "Friday", "", "", "", "", "no-anchor"},
	} {
		d := one(t, find(t, c.raw, c.published), c.raw, c.words)
		got := strings.Join([]string{d.EDTF, d.Zone, d.Mod, d.Anchor, d.Rule}, "|")
		if want := strings.Join([]string{c.edtf, c.zone, c.mod, c.anchor, c.rule}, "|"); got != want {
			t.Errorf("%q\n got %s\nwant %s", c.raw, got, want)
		}
	}
}

func TestNumericOrder(t *testing.T) {
	for _, c := range []struct{ raw, published, words, edtf, rule string }{
		{"Posted 04-03-2019. They met on 25-02-2019.", "", "04-03-2019", "2019-03-04", "numeric-style"},
		{"Posted 04/03/2019.", "2019-03-05", "04/03/2019", "2019-03-04", "numeric-published"},
		{"Posted 04/03/2019.", "2019-04-03", "04/03/2019", "2019-04-03", "numeric-published"},
		{"On Monday, 04/03/2019, they met.", "", "Monday, 04/03/2019", "2019-03-04", "numeric-weekday"},
		{"Posted 04.03.2019.", "", "04.03.2019", "2019-03-04", "numeric-dotted"},
		{"Posted 04/03/2019.", "", "04/03/2019", "2019-04-03", "numeric-default"},
	} {
		d := one(t, find(t, c.raw, c.published), c.raw, c.words)
		if d.EDTF != c.edtf || d.Rule != c.rule {
			t.Errorf("%q: got %s (%s), want %s (%s)", c.raw, d.EDTF, d.Rule, c.edtf, c.rule)
		}
		if open := c.rule == "numeric-default"; open != (len(d.Alternatives) == 1) {
			t.Errorf("%q: alternatives %v", c.raw, d.Alternatives)
		}
	}
}

// A quoted readout is read against its own day, the text around it against the
// page's.
func TestPassageDay(t *testing.T) {
	raw := "The two spoke today, the palace said.\n\nThe page is from today."
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	cut := strings.Index(raw, "The page")
	passages := []readout.Passage{
		{Kind: readout.Readout, Words: readout.WordsAt(readout.Span{Start: 0, End: cut}), Day: &readout.Published{EDTF: "2019-03-04"}},
		{Kind: readout.Body, Words: readout.WordsAt(readout.Span{Start: cut, End: len(raw)})},
	}
	doc := &readout.Document{Text: raw, Published: &readout.Published{EDTF: "2019-03-06T08:00:00+01:00"}}
	dates := Find(syntax.Parse(readout.InText, raw, passages, lex), doc)
	if len(dates) != 2 || dates[0].EDTF != "2019-03-04" || dates[1].EDTF != "2019-03-06" {
		t.Errorf("got %v", dates)
	}
}

func TestHolidays(t *testing.T) {
	for _, c := range []struct {
		rule string
		year int
		want string
	}{
		{"easter+0", 2024, "2024-03-31"}, {"easter-2", 2016, "2016-03-25"}, {"orthodox+0", 2024, "2024-05-05"}, {"orthodox+0", 2017, "2017-04-16"},
		{"11/thu/4", 2018, "2018-11-22"}, {"05/mon/-1", 2021, "2021-05-31"}, {"11/thu/4+1", 2018, "2018-11-23"}, {"12-25", 2000, "2000-12-25"},
	} {
		if got, ok := holiday(c.rule, c.year); !ok || got.Format("2006-01-02") != c.want {
			t.Errorf("%s in %d: got %v, want %s", c.rule, c.year, got, c.want)
		}
	}
}

// FuzzFind checks that whatever the text, the spans are in order, lie on
// characters and inside the text, and every date has a rule and a type.
func FuzzFind(f *testing.F) {
	for _, x := range examples(f) {
		f.Add(x.sentence, x.anchor)
	}
	f.Add("On 31/02/2020 99:99 p.m. \xff the 0th century, 9999-12-31, 0000 BC, 32 May", "9999-12-31")
	f.Fuzz(func(t *testing.T, raw, published string) {
		if raw == "" || !utf8.ValidString(raw) { // sources decode: no stage sees broken UTF-8
			return
		}
		at := 0
		for _, d := range find(t, raw, published) {
			s := d.From.Hull()
			if s.Start < at || s.End <= s.Start || s.End > len(raw) {
				t.Fatalf("span %v after byte %d of %d", s, at, len(raw))
			}
			at = s.End
			if _, err := d.From.Cut(raw); err != nil {
				t.Fatal(err)
			}
			if d.Rule == "" || d.Timex3.Type == "" {
				t.Fatalf("%q: %+v", raw[s.Start:s.End], d)
			}
			if _, err := json.Marshal(d); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// BenchmarkFind measures bytes of text a second on one core, tokens given. The bar is 2 MB/s.
func BenchmarkFind(b *testing.B) {
	var raw strings.Builder
	for raw.Len() < 1<<20 {
		for _, x := range examples(b) {
			raw.WriteString(x.sentence + "\n\n")
		}
	}
	lex, err := lexicon.Default()
	if err != nil {
		b.Fatal(err)
	}
	text := raw.String()
	p := []readout.Passage{{Kind: readout.Body, Words: readout.WordsAt(readout.Span{Start: 0, End: len(text)})}}
	parsed := syntax.Parse(readout.InText, text, p, lex)
	doc := &readout.Document{Text: text, Published: &readout.Published{EDTF: "2019-03-05"}}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(parsed, doc)
	}
}

// Every rule that the examples meet is told in docs/dates.md.
func TestRulesAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/dates.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range examples(t) {
		for _, d := range find(t, x.sentence, x.anchor) {
			if !strings.Contains(string(doc), "`"+d.Rule+"`") {
				t.Errorf("docs/dates.md does not tell of %q", d.Rule)
			}
		}
	}
}
