package phrase

import (
	"testing"

	"readout"
)

func TestDate(t *testing.T) {
	for edtf, want := range map[string]string{
		"2024-05-02":                "Thursday 2 May 2024",
		"2024-05-02~":               "about Thursday 2 May 2024",
		"2017-01-28T12:00~":         "Saturday 28 January 2017, about 12:00",
		"2017-01-28T12:00":          "Saturday 28 January 2017, 12:00",
		"2023-11-10T16:00:00Z":      "Friday 10 November 2023, 16:00 UTC",
		"2024-08-09T11:20:00+03:00": "Friday 9 August 2024, 11:20 (UTC+03:00)",
		"2017-07":                   "July 2017",
		"2017":                      "2017",
		"2017-23":                   "autumn 2017",
		"2017-07-07/2017-07-08":     "7–8 July 2017",
		"2017-07-30/2017-08-02":     "30 July – 2 August 2017",
		"2017-12-30/2018-01-02":     "30 December 2017 – 2 January 2018",
		"2017-07-07~/2017-07-08":    "about 7–8 July 2017",
		"2017-07/2017-09":           "July 2017 – September 2017",
		"2017-07-07/..":             "from 7 July 2017",
		"../2017-07-07":             "until 7 July 2017",
		"some day":                  "some day",
		"":                          "",
		"~":                         "about ",
	} {
		if got := Date(edtf); got != want {
			t.Errorf("Date(%q) = %q, want %q", edtf, got, want)
		}
	}
	for edtf, want := range map[string]string{
		"2017-09-07": "7 Sep 2017", "2017-09-07~": "about 7 Sep 2017", "2023-11-10T16:00:00Z": "10 Nov 2023", "2017-09": "Sep 2017",
	} {
		if got := ShortDate(edtf); got != want {
			t.Errorf("ShortDate(%q) = %q, want %q", edtf, got, want)
		}
	}
}

func TestDuration(t *testing.T) {
	for iso, want := range map[string]string{
		"PT1H30M": "1 hour 30 minutes", "PT90M": "90 minutes", "P1M": "1 month", "P2D": "2 days", "PT1.5H": "1.5 hours",
		"an hour": "an hour", "PX": "PX", "P5": "P5", "PT5": "PT5",
	} {
		if got := Duration(iso); got != want {
			t.Errorf("Duration(%q) = %q, want %q", iso, got, want)
		}
	}
}

func FuzzDateAndDuration(f *testing.F) {
	for _, s := range []string{"2024-05-02T12:00~", "2017-07-07/..", "PT1H30M", "/", "~?%"} {
		f.Add(s)
	}
	f.Fuzz(func(_ *testing.T, s string) { _, _, _ = Date(s), ShortDate(s), Duration(s) })
}

func TestHeading(t *testing.T) {
	c := &readout.Contact{
		Parties: []readout.Party{{Name: "Ana Reyes"}, {Name: "Jon Holt"}}, Channel: readout.Call, Status: readout.Held,
		When: &readout.ContactWhen{EDTF: "2024-05-02", Basis: "text"},
	}
	if got, want := Heading(c), "Ana Reyes and Jon Holt, phone call, Thursday 2 May 2024: held"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	c.Status = readout.Unreported
	for n, want := range map[int]string{
		0: "planned; its day has passed, and no later text here names both",
		1: "planned; its day has passed, and the 1 later text here that names both does not say",
		3: "planned; its day has passed, and the 3 later texts here that name both do not say",
	} {
		c.Coverage.Documents = n
		if got := Standing(c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Every channel and status has words; a new one must be given some.
func TestWordsForAll(t *testing.T) {
	for _, c := range readout.Channels {
		if channels[c] == "" {
			t.Errorf("no words for the channel %s", c)
		}
	}
	for _, s := range readout.Statuses {
		if statuses[s] == "" {
			t.Errorf("no words for the status %s", s)
		}
	}
}

func TestNames(t *testing.T) {
	n := Names{}
	n.Note(&readout.Reading{Entities: []readout.Entity{{ID: "person/a-b", Name: "Bee"}, {ID: "person/a-b", Name: "Ay Bee"}, {ID: "person/a-b", Name: "Ax Bee"}}})
	if got := n.Of("person/a-b"); got != "Ax Bee" {
		t.Errorf("%q", got)
	}
	if got := n.Voice("outlet/harbour-post", []readout.ClaimLink{{Name: "Larkfield Wire"}}); got != "Harbour Post, through Larkfield Wire" {
		t.Errorf("%q", got)
	}
	if got := n.Voice("", nil); got != "no voice named" {
		t.Errorf("%q", got)
	}
	if got := n.Of("outlet/office-of-the-president"); got != "Office of the President" {
		t.Errorf("%q", got)
	}
	if got := List([]string{"A", "B", "C"}); got != "A, B and C" {
		t.Errorf("%q", got)
	}
	if got := Either([]string{"A", "B", "C"}); got != "A, B or C" {
		t.Errorf("%q", got)
	}
}
