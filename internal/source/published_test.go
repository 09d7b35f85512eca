package source

import (
	"strings"
	"testing"
	"time"

	"readout"
)

func TestPublished(t *testing.T) {
	const body = "\n\nThe ministers met and talked at length about the border, and they will meet again.\n"
	for name, c := range map[string]struct {
		text, url, given, want, words string
		in                            readout.Field
		others                        string // further candidates
	}{
		"opening":                 {text: " date 2019-06-04 READ MORE" + body, want: "2019-06-04", words: "2019-06-04"},
		"opening with label":      {text: "Date: 4 June 2019" + body, want: "2019-06-04", words: "4 June 2019"},
		"by-line, field over 12":  {text: "By Ann Lee | 06-24-2019 | World" + body, want: "2019-06-24", words: "06-24-2019"},
		"by-line, day first":      {text: "By Ann Lee | 24-06-2019 | World" + body, want: "2019-06-24", words: "24-06-2019"},
		"by-line, default":        {text: "By: Ann Lee | 06-05-2019 | World" + body, want: "2019-06-05", words: "06-05-2019", others: "2019-05-06"},
		"by-line, comment stamp":  {text: "By: Ann Lee | 06-05-2019 | World" + body + "Guest 2019-05-07 : 10:12\n", want: "2019-05-06", words: "06-05-2019", others: "2019-06-05"},
		"by-line, weekday":        {text: "Published: Monday, 06/05/2019" + body, want: "2019-05-06", words: "Monday, 06/05/2019", others: "2019-06-05"},
		"by-line, other date":     {text: "Published 06/05/2019" + body + "The next round is on 26/05/2019.\n", want: "2019-05-06", words: "06/05/2019", others: "2019-06-05"},
		"full stops":              {text: "Published 06.05.2019" + body, want: "2019-05-06", words: "06.05.2019"},
		"British address":         {text: "Published 06/05/2019" + body, url: "https://news.example.co.uk/a", want: "2019-05-06", words: "06/05/2019", others: "2019-06-05"},
		"date on its own line":    {text: "Ministers meet\n\nJune 4, 2019, 3:15 p.m." + body, want: "2019-06-04", words: "June 4, 2019"},
		"emphasised date":         {text: "# Ministers meet\n\n*4 June 2019*" + body, want: "2019-06-04", words: "4 June 2019"},
		"paper and date":          {text: "The Evening Post, 4 June 2019" + body, want: "2019-06-04", words: "4 June 2019"},
		"long line after opening": {text: "Ministers meet\n date 2019-06-04 " + strings.Repeat("They met again. ", 20) + body, want: "2019-06-04", words: "2019-06-04"},
		"title under opening":     {text: "Ministers meet\n date 2019-06-04 Vienna:" + body, want: "2019-06-04", words: "2019-06-04"},
		"dateline with year":      {text: "VIENNA, June 4, 2019 (Press Desk) — The ministers met.", want: "2019-06-04", words: "June 4, 2019"},
		"dateline without year":   {text: "VIENNA, Dec 31 (Press Desk) — The ministers met.", url: "https://x.example/2020/01/01/a", want: "2019-12-31", words: "Dec 31", others: "2020-01-01 (conflict)"},
		"dateline of two cities":  {text: "VIENNA/OSLO, June 4, 2019 (Press Desk) — The ministers met.", want: "2019-06-04", words: "June 4, 2019"},
		"dateline after a note":   {text: "Sample written for this program. VIENNA, June 4, 2019 (Press Desk) — The ministers met.", want: "2019-06-04", words: "June 4, 2019"},
		"dateline after brackets": {text: "(Adds quotes) OSLO, Norway, June 4, 2019 (Press Desk) — The ministers met.", want: "2019-06-04", words: "June 4, 2019"},
		"a sentence is no note":   {text: "The ministers met. Then in Vienna, June 4, 2019 (they say), it rained."},
		"dateline, no year":       {text: "VIENNA, June 4 (Press Desk) — The ministers met."},
		"URL":                     {text: "The ministers met." + body, url: "https://x.example/2019/06/04/met", want: "2019-06-04", words: "2019/06/04", in: readout.InURL},
		"given wins":              {text: " date 2019-06-04 X" + body, given: "2019-06-05T09:00:00Z", want: "2019-06-05T09:00:00Z", words: "2019-06-05T09:00:00Z", in: readout.InPublished, others: "2019-06-04 (conflict)"},
		"given month":             {text: "The ministers met.", given: "2019-06", want: "2019-06", words: "2019-06", in: readout.InPublished},
		"updated is weaker":       {text: "Updated: 6 June 2019\nPublished: 4 June 2019" + body, want: "2019-06-04", words: "4 June 2019", others: "2019-06-06"},
		"event day is not it":     {text: "The ministers met in Vienna on 4 June 2019 and agreed to meet again."},
		"place then clause":       {text: "In Vienna, June 4, 2019 was a quiet day for the ministers, who met."},
		"no such day":             {text: "By Ann Lee | 31-31-2019 | World" + body},
		"too early":               {text: "By Ann Lee | 1 January 1970 | World" + body},
	} {
		d := mustRead(t, "a.txt", c.text, Options{URL: c.url, Published: c.given})
		if c.want == "" {
			if d.Published != nil {
				t.Errorf("%s: %+v, want none", name, d.Published)
			}
			continue
		}
		if d.Published == nil || d.Published.EDTF != c.want || d.Published.In != c.in {
			t.Errorf("%s: %+v, want %s in %q", name, d.Published, c.want, c.in)
			continue
		}
		if words, err := d.Published.From.Cut(d.Field(c.in)); words != c.words {
			t.Errorf("%s: words %q, %v; want %q", name, words, err, c.words)
		}
		var others []string
		for _, o := range d.Candidates {
			if o.Conflict {
				o.EDTF += " (conflict)"
			}
			others = append(others, o.EDTF)
		}
		if strings.Join(others, " ") != c.others {
			t.Errorf("%s: other candidates %q, want %q", name, others, c.others)
		}
	}
}

func TestReadMoment(t *testing.T) {
	for raw, want := range map[string]string{
		"2017-05-02T18:04:00-04:00":       "2017-05-02T18:04:00-04:00",
		"2017-05-02T18:04:00+0300":        "2017-05-02T18:04:00+03:00",
		"2017-05-02":                      "2017-05-02",
		"2017":                            "2017",
		"2017-05-02/2017-05-03":           "2017-05-02/2017-05-03",
		"2017-05~":                        "2017-05~",
		"Tue, 02 May 2017 18:04:00 +0000": "2017-05-02T18:04:00Z",
		"May 2, 2017":                     "2017-05-02",
		"20170502":                        "2017-05-02",
		"0001-01-01T00:00:00Z":            "",
		"2017-13":                         "",
		"2017-02-30":                      "",
		"yesterday":                       "",
	} {
		if got, _ := readMoment(raw, evidence{monthFirst: true}); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
		if (CheckPublished(raw) == nil) != (want != "") {
			t.Errorf("CheckPublished(%q) = %v", raw, CheckPublished(raw))
		}
	}
}

func TestURLDay(t *testing.T) {
	for url, want := range map[string]string{
		"https://a.example/press/2017/05/02/call":     "2017-05-02",
		"https://a.example/2017/5/2":                  "2017-05-02",
		"https://a.example/news-2017-05-02-call.html": "2017-05-02",
		"https://a.example/20170502/call":             "2017-05-02",
		"https://a.example/news/54441":                "",
		"https://a.example/2017/15/42/call":           "",
	} {
		if _, got, _ := urlDay(url); got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
	}
}

func FuzzFindDays(f *testing.F) {
	f.Add("Thursday, 11-09-2017; 3rd of May 2024; May 3, 2024; 2017/5/2")
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range findDays(s) {
			if d.span.Start < 0 || d.span.End > len(s) || d.span.Empty() {
				t.Fatalf("%q: span %v", s, d.span)
			}
			d.settle(evidence{})
			d.withYear(time.Date(2020, 2, 29, 0, 0, 0, 0, time.UTC))
		}
	})
}
