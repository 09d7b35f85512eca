package ledger

import (
	"errors"
	"strings"
	"testing"

	"readout"
)

func queried() []readout.Contact {
	point := readout.Point{Topics: []string{"border"}}
	return []readout.Contact{
		{ID: "a", Channel: readout.Call, Status: readout.Held, When: &readout.ContactWhen{EDTF: "2024-05-02"},
			Parties:  []readout.Party{{Entity: "person/ana-reyes", Name: "Ana Reyes", Country: "XAR"}, {Entity: "person/jon-holt", Name: "Jon Holt", Country: "XCO"}},
			Accounts: []readout.Account{{Points: []readout.Point{point}}}},
		{ID: "b", Channel: readout.Meeting, Status: readout.Scheduled, When: &readout.ContactWhen{EDTF: "2024-06"},
			Parties:   []readout.Party{{Entity: "person/kim-jong-un", Name: "Kim Jong Un", Country: "PRK"}, {Entity: "state/XAR", Name: "Arvenia"}},
			Attendees: []readout.Party{{Entity: "person/edda-lorne", Name: "Edda Lorné"}}},
		{ID: "c", Channel: readout.Call, Status: readout.Denied,
			Parties: []readout.Party{{Entity: "person/jon-holt", Name: "Jon Holt", Country: "XCO"}, {Entity: "org/eu", Name: "European Union"}}},
	}
}

func TestQuery(t *testing.T) {
	country := func(name string) string {
		return map[string]string{"Arvenia": "XAR", "North Korea": "PRK"}[name]
	}
	for _, test := range []struct {
		query Query
		want  string
	}{
		{Query{}, "a b c"},
		{Query{Persons: []string{"reyes"}}, "a"},
		{Query{Persons: []string{"person/jon-holt"}}, "a c"},
		{Query{Persons: []string{"Jon Holt", "Ana"}}, "a"},
		{Query{Persons: []string{"lorne"}}, "b"},
		{Query{Persons: []string{"Arvenia"}}, ""}, // a state is no person
		{Query{Persons: []string{"eye"}}, ""},     // words, not parts of them
		{Query{Countries: []string{"Arvenia"}}, "a b"},
		{Query{Countries: []string{"xar", "xco"}}, "a"},
		{Query{Pair: "Holt,Reyes"}, "a"},
		{Query{Pair: "Reyes-Holt"}, "a"},
		{Query{Pair: "Reyes–Holt"}, "a"},
		{Query{Pair: "Kim-Jong-un-Arvenia"}, "b"},
		{Query{Pair: "North Korea,Arvenia"}, "b"},
		{Query{Pair: "Holt,European Union"}, "c"},
		{Query{Pair: "Holt,Holt"}, ""}, // two different parties
		{Query{Channels: []string{"call"}}, "a c"},
		{Query{Channels: []string{"call", "meeting"}, Statuses: []string{"held", "scheduled"}}, "a b"},
		{Query{Since: "2024-05-03"}, "b"},
		{Query{Since: "2024-06-20"}, "b"}, // some time in June
		{Query{Until: "2024-05"}, "a"},
		{Query{Since: "2024", Until: "2024"}, "a b"},
		{Query{Topics: []string{"energy", "border"}}, "a"},
		{Query{Limit: 2}, "a b"},
	} {
		test.query.Country = country
		f, err := test.query.Filter()
		if err != nil {
			t.Errorf("%+v: %v", test.query, err)
			continue
		}
		var ids []string
		for _, c := range f.Select(queried()) {
			ids = append(ids, c.ID)
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("%+v: %q, want %q", test.query, got, test.want)
		}
	}
}

func TestQueryThatMakesNoSense(t *testing.T) {
	for _, q := range []Query{
		{Statuses: []string{"maybe"}}, {Channels: []string{"smoke"}}, {Since: "someday"}, {Until: "2024-13"},
		{Pair: "Putin"}, {Pair: ","}, {Pair: "A,"}, {Countries: []string{"Atlantis"}}, {Countries: []string{""}},
	} {
		if _, err := q.Filter(); !errors.Is(err, readout.ErrInvalid) {
			t.Errorf("%+v: %v", q, err)
		}
	}
}

func FuzzQuery(f *testing.F) {
	f.Add("Holt", "XAR", "A-B-C", "2024~/..", "2024-05")
	f.Fuzz(func(_ *testing.T, person, country, pair, since, until string) {
		filter, err := Query{Persons: []string{person}, Countries: []string{country}, Pair: pair, Since: since, Until: until}.Filter()
		if err == nil {
			filter.Select(queried())
		}
	})
}
