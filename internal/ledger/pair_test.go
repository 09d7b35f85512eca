package ledger

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout"
)

// twoLedger is the ledger of both sides' accounts of one call, a plan, and a
// meeting of one of them with another.
func twoLedger(t *testing.T) *Ledger {
	a, b := theTwo(t)
	l := &Ledger{Readings: readings(a, b,
		doc(t, "Mail", "2024-08-01", "Reyes and Holt met on 20 July. Sande and Reyes will talk on 9 August.").
			report(readout.Meeting, readout.Held, "Reyes Holt", "met", on("2024-07-20", "on 20 July"), begunBy(1)).
			report(readout.Call, readout.Scheduled, "Reyes Sande", "will talk", on("2024-08-09", "on 9 August")))}
	l.Contacts = Build(l.Readings, asOf)
	return l
}

// What is left out is told by one side and in none of the other's points; who
// begins, and how long the silence lasts, is counted over what was held.
func TestPair(t *testing.T) {
	l := twoLedger(t)
	a := PartyName{ID: "person/ana-reyes", Name: "Ana Reyes", Country: "ARV"}
	b := PartyName{ID: "person/jon-holt", Name: "Jon Holt", Country: "COS"}
	f, err := Query{Pair: "person/ana-reyes,person/jon-holt"}.Filter()
	if err != nil {
		t.Fatal(err)
	}
	p := PairOf(a, b, l.Select(f))
	if len(p.Contacts) != 2 || p.Held != 2 || p.Began != (Initiators{A: 1, B: 1}) || p.Silence == nil || p.Silence.Days != 78 {
		t.Errorf("%d contacts, %d held, begun %+v, silence %+v", len(p.Contacts), p.Held, p.Began, p.Silence)
	}
	var left []string
	for _, o := range p.LeftOut {
		for _, q := range o.Points {
			left = append(left, o.Side+" lacks "+q.Quote)
		}
	}
	for _, want := range []string{"COS lacks Reyes raised the case of the detained fishermen", "ARV lacks Holt also spoke of fish quotas"} {
		if !slices.Contains(left, want) {
			t.Errorf("not among what is left out: %s\n%s", want, strings.Join(left, "\n"))
		}
	}
	for _, got := range left {
		if strings.Contains(got, "drought") {
			t.Errorf("both have it: %s", got)
		}
	}
	told := map[string]string{}
	for _, topic := range p.Topics {
		told[topic.ID] = fmt.Sprint(topic.Told[0].A, topic.Told[0].B)
	}
	if told["climate"] != "true true" || told["prisoners"] != "true false" || told["trade"] != "false true" {
		t.Errorf("topics %v", told)
	}
	if got := PairOf(a, b, nil); len(got.Contacts) != 0 || got.Silence != nil || got.LeftOut == nil {
		t.Errorf("of no contact: %+v", got)
	}
}

// Every number of a list of persons, states, pairs and topics is how many the
// list that it leads to has.
func TestRowsCount(t *testing.T) {
	l := twoLedger(t)
	chosen := func(q Query) int {
		t.Helper()
		f, err := q.Filter()
		if err != nil {
			t.Fatal(err)
		}
		return len(l.Select(f))
	}
	all := &Filter{}
	for _, p := range l.Persons(all) {
		if n := chosen(Query{Persons: []string{string(p.ID)}}); n != p.Contacts {
			t.Errorf("%s: %d, list %d", p.ID, p.Contacts, n)
		}
	}
	states := l.States(all, func(id readout.EntityID) string { return "State of " + string(id) })
	for _, p := range states {
		if n := chosen(Query{Countries: []string{strings.TrimPrefix(string(p.ID), "state/")}}); n != p.Contacts || !strings.HasPrefix(p.Name, "State of") {
			t.Errorf("%s %s: %d, list %d", p.ID, p.Name, p.Contacts, n)
		}
	}
	for _, rows := range [][]PairRow{l.PersonPairs(all), l.StatePairs(all)} {
		for _, p := range rows {
			if n := chosen(Query{Pair: string(p.A.ID) + "," + string(p.B.ID)}); n != p.Contacts {
				t.Errorf("%s – %s: %d, list %d", p.A.ID, p.B.ID, p.Contacts, n)
			}
		}
	}
	for _, topic := range l.Topics(all) {
		if n := chosen(Query{Topics: []string{topic.ID}}); n != topic.Contacts {
			t.Errorf("%s: %d, list %d", topic.ID, topic.Contacts, n)
		}
	}
	if len(states) != 2 || len(l.Persons(all)) != 3 || len(l.PersonPairs(all)) != 2 || len(l.Topics(all)) < 4 {
		t.Errorf("%d states, %d persons, %d pairs, %d topics", len(states), len(l.Persons(all)), len(l.PersonPairs(all)), len(l.Topics(all)))
	}
}

// Statements are found by their words, and by those through whom they came.
func TestWordsAndChains(t *testing.T) {
	x := doc(t, "Mail", "2024-05-01", "Reyes told Harbour Wire that the border stays shut. Holt said that grain will be sold.")
	for i, words := range []string{"the border stays shut", "grain will be sold"} {
		st := readout.Statement{ID: fmt.Sprintf("s%d", i+1), Content: readout.At(x.span(words)), Mode: readout.Indirect}
		if i == 0 {
			st.Via = []readout.Link{{Entity: "outlet/harbour-wire", Name: "Harbour Wire", Words: x.words("Harbour Wire")}}
		}
		x.r.Statements = append(x.r.Statements, st)
	}
	l := &Ledger{Readings: readings(x)}
	for _, tt := range []struct {
		q    Query
		want string
	}{
		{Query{}, "s1 s2"}, {Query{Words: "BORDER"}, "s1"}, {Query{Words: `"grain will" -border`}, "s2"}, {Query{Words: "gra*"}, "s2"}, {Query{Words: `"shut grain"`}, ""},
		{Query{Via: []string{"harbour"}}, "s1"}, {Query{Via: []string{"outlet/harbour-wire"}}, "s1"}, {Query{Via: []string{"Mail"}}, "s1 s2"}, {Query{Via: []string{"Mail", "Harbour Wire"}}, "s1"},
		{Query{Sources: []string{"mail"}}, "s1 s2"}, {Query{Sources: []string{"Post"}}, ""},
	} {
		f, err := tt.q.Filter()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range l.Statements(f) {
			got = append(got, s.ID)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%+v: %v, want %s", tt.q, got, tt.want)
		}
		if rows, total := l.LatestStatements(f, 1); total != len(got) || len(rows) != min(1, len(got)) {
			t.Errorf("%+v: the latest are %d of %d", tt.q, len(rows), total)
		}
	}
}
