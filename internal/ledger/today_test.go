package ledger

import (
	"slices"
	"testing"

	"readout"
)

func idsOf(contacts []readout.Contact) []string {
	var out []string
	for _, c := range contacts {
		out = append(out, c.ID)
	}
	return out
}

// What a reader sees on a day: told of in its week, ahead of it, unsettled.
func TestToday(t *testing.T) {
	l := &Ledger{Readings: readings(
		doc(t, "Mail", "2024-05-01", "Reyes and Holt will talk on Friday.").
			report(readout.Call, readout.Scheduled, "Reyes Holt", "will talk", on("2024-05-03", "on Friday")),
		doc(t, "Mail", "2024-04-02", "Reyes and Sande will meet on 4 April. Reyes and Sande met on 1 April.").
			report(readout.Meeting, readout.Scheduled, "Reyes Sande", "will meet", on("2024-04-04", "on 4 April")).
			report(readout.Visit, readout.Held, "Reyes Sande", "met", on("2024-04-01", "on 1 April")),
		doc(t, "Post", "2024-05-04", "Reyes and Holt talked on Friday. Reyes and Sande have been silent.").
			report(readout.Call, readout.Held, "Reyes Holt", "talked", on("2024-05-03", "on Friday")),
		doc(t, "Post", "2024-05-20", "Holt and Sande will meet on 2 June.").
			report(readout.Meeting, readout.Scheduled, "Holt Sande", "will meet", on("2024-06-02", "on 2 June")),
	)}
	l.Contacts = Build(l.Readings, Options{AsOf: "2024-05-25"})
	const call, meeting, visit, june = "2024-05-03-holt-reyes-call", "2024-04-04-reyes-sande-meeting", "2024-04-01-reyes-sande-visit", "2024-06-02-holt-sande-meeting"
	for _, tt := range []struct {
		day, latest               string
		fresh, coming, unreported []string
	}{
		{"2024-05-02", "2024-05-01", []string{call}, []string{call}, []string{meeting}},
		{"2024-05-05", "2024-05-04", []string{call}, nil, []string{meeting}},
		{"2024-05-25", "2024-05-20", []string{june}, []string{june}, []string{meeting}},
		{"2024-04-02", "2024-04-02", []string{meeting, visit}, []string{meeting}, nil},
		{"2020-01-01", "", nil, nil, nil},
		{"soon", "", nil, nil, nil},
	} {
		got := l.Today(tt.day)
		for what, lists := range map[string][2][]string{
			"new": {idsOf(got.New), tt.fresh}, "coming": {idsOf(got.Coming), tt.coming},
			"unreported": {idsOf(got.Unreported), tt.unreported},
		} {
			if !slices.Equal(lists[0], lists[1]) {
				t.Errorf("%s, %s: %v, want %v", tt.day, what, lists[0], lists[1])
			}
		}
		if got.Latest != tt.latest {
			t.Errorf("%s: the latest text is of %q, want %q", tt.day, got.Latest, tt.latest)
		}
	}
}

// What is narrowed to disputed contacts has a dispute, and every dispute is found.
func TestDisputedFilter(t *testing.T) {
	f, err := Query{Disputed: true}.Filter()
	if err != nil {
		t.Fatal(err)
	}
	contacts := []readout.Contact{{ID: "a"}, {ID: "b", Disputes: []readout.Dispute{{Field: "when"}}}}
	if got := idsOf(f.Select(contacts)); !slices.Equal(got, []string{"b"}) {
		t.Errorf("disputed: %v", got)
	}
}
