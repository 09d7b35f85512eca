package contact_test

import (
	"strings"
	"testing"

	"readout"
)

// The words of a journey that only says when something else is done end at the comma; those of
// what is done in its course go on.
func TestWordsOfJourney(t *testing.T) {
	l := lex(t)
	for text, want := range map[string]string{
		"Foreign Minister Tomas Brell opened the fair. During his visit to Norway, he will see the port and praise it.":                    "During his visit to Norway",
		"Foreign Minister Tomas Brell is glad. On his visit to Oslo, Norway, he will speak at the fair of ports.":                          "On his visit to Oslo, Norway",
		"Prime Minister Ana Reyes will travel to Norway on 8 May, and open the fair.":                                                      "Prime Minister Ana Reyes will travel to Norway on 8 May, and open the fair.",
		"Foreign Minister Tomas Brell spoke of the visit of Prime Minister Ana Reyes to Norway, which was on 2 May, with members of both.": "Foreign Minister Tomas Brell spoke of the visit of Prime Minister Ana Reyes to Norway, which was on 2 May, with members of both.",
	} {
		r := readFrom(t, l, "Office of the Prime Minister of Arvenia", "2024-05-03", text)
		var got []string
		for _, c := range r.Contacts {
			if c.Channel == readout.Visit {
				got = append(got, r.Document.Text[c.From.First().Start:c.From.First().End])
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: words %q, want %q", text, got, want)
		}
	}
}
