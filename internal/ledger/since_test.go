package ledger

import (
	"errors"
	"testing"

	"readout"
)

// TestSinceLast: two calls of the same two, each with the palace's account; what the
// second account no longer has and what is new in it.
func TestSinceLast(t *testing.T) {
	first, _ := theTwo(t)
	words := "President Reyes telephoned Chancellor Holt on 20 June. They discussed the drought in the river basin. Reyes raised the building of a railway to Ostby. The call was frank."
	second := doc(t, "Arven Palace", "2024-06-20", words).issued("palace", readout.Body, words).
		report(readout.Call, readout.Held, "Reyes Holt", "President Reyes telephoned Chancellor Holt on 20 June", on("2024-06-20", "on 20 June")).
		point(readout.Discussed, "Reyes Holt", "discussed the drought in the river basin", about("climate")).
		point(readout.Raised, "Reyes", "Reyes raised the building of a railway to Ostby", about("infrastructure")).
		point(readout.Assessed, "", "The call was frank")
	other := doc(t, "Arven Palace", "2024-06-10", "President Reyes met Prime Minister Sande on 10 June. They discussed fish.").issued("palace", readout.Body, "President Reyes met Prime Minister Sande on 10 June. They discussed fish.").
		report(readout.Meeting, readout.Held, "Reyes Sande", "President Reyes met Prime Minister Sande on 10 June", on("2024-06-10", "on 10 June")).
		point(readout.Discussed, "Reyes Sande", "discussed fish", about("trade"))
	l := New(readings(first, second, other), asOf)
	var now, last string
	for _, c := range l.Contacts {
		switch c.When.EDTF {
		case "2024-06-20":
			now = c.ID
		case "2024-05-03":
			last = c.ID
		}
	}
	got, err := l.SinceLast(now)
	if err != nil || len(got) != 1 || got[0].Last != last || got[0].Now != now {
		t.Fatalf("%+v, %v; want one side, last %s", got, err, last)
	}
	want := "only-a: p1 | \nsame: p2 | p1\nonly-a: p3 | \nonly-a: p4 | \nsame: p5 | p3\nonly-b:  | p2"
	if table(got[0].Comparison) != want {
		t.Errorf("got\n%s\nwant\n%s", table(got[0].Comparison), want)
	}
	if none, err := l.SinceLast(last); err != nil || len(none) != 0 {
		t.Errorf("nothing lies before the first: %v, %v", none, err)
	}
	if _, err := l.SinceLast("nothing"); !errors.Is(err, readout.ErrNotFound) {
		t.Errorf("no contact: %v", err)
	}
}

func TestTopicShares(t *testing.T) {
	a, b := theTwo(t)
	rs := readings(a, b)
	got := Compare(&rs[0], &rs[1]).A.Topics
	want := []readout.TopicShare{{Topic: "border", Points: 1, Words: 10}, {Topic: "climate", Points: 1, Words: 7}, {Topic: "economy", Points: 1, Words: 11}, {Topic: "prisoners", Points: 1, Words: 8}}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
}
