package ledger

import (
	"testing"

	"readout"
)

// TestPromisesKeptByAClaim: only a later official account of the same sides that
// welcomes the deed in the promise's words, with its day, settles a promise.
func TestPromisesKeptByAClaim(t *testing.T) {
	told := func(outlet, by string, act readout.Act, day, iso, claim string) *text {
		words := "Reyes met Holt on 20 June. " + claim
		x := doc(t, outlet, "2024-06-20", words)
		if by != "" {
			x.issued(by, readout.Body, words)
		}
		x.report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-06-20", "on 20 June")).point(act, "Reyes", claim)
		if day != "" {
			x.r.Dates = append(x.r.Dates, readout.Date{EDTF: iso, Timex3: readout.Timex3{Type: "DATE", Value: iso}, Words: x.words(day), Rule: "test"})
		}
		return x
	}
	made := "They agreed to reopen the northern bridge to lorries by 1 June."
	tests := []struct {
		name  string
		later *text
		want  readout.Outcome
	}{
		{"welcomed with its day", told("Arven Palace", "palace", readout.Welcomed, "on 30 May", "2024-05-30", "She welcomed the reopening of the northern bridge to lorries on 30 May."), readout.Kept},
		{"by the other side", told("Costavan Chancery", "chancery", readout.Thanked, "on 1 June", "2024-06-01", "She gave thanks for the reopening of the northern bridge on 1 June."), readout.Kept},
		{"by the press", told("Mail", "", readout.Welcomed, "on 1 June", "2024-06-01", "She welcomed the reopening of the northern bridge on 1 June."), readout.Lapsed},
		{"without a day", told("Arven Palace", "palace", readout.Welcomed, "", "", "She welcomed the reopening of the northern bridge to lorries."), readout.Lapsed},
		{"weeks before the last day: an agreement, say", told("Arven Palace", "palace", readout.Welcomed, "of 10 May", "2024-05-10", "She welcomed the decision of 10 May to reopen the northern bridge to lorries."), readout.Lapsed},
		{"after the last day", told("Arven Palace", "palace", readout.Welcomed, "on 12 June", "2024-06-12", "She welcomed the reopening of the northern bridge to lorries on 12 June."), readout.Lapsed},
		{"urged, not welcomed", told("Arven Palace", "palace", readout.Urged, "by 1 June", "2024-06-01", "She urged the reopening of the northern bridge to lorries, promised by 1 June."), readout.Lapsed},
		{"only noted", told("Arven Palace", "palace", readout.Stated, "by 1 June", "2024-06-01", "She said that the northern bridge, to be reopened to lorries by 1 June, was closed."), readout.Lapsed},
		{"something else of the bridge", told("Arven Palace", "palace", readout.Welcomed, "on 30 May", "2024-05-30", "She welcomed the concert of the police orchestra at the northern bridge on 30 May."), readout.Lapsed},
		{"two days in one clause", told("Arven Palace", "palace", readout.Welcomed, "30 May", "2024-05-30", "She welcomed the reopening of the northern bridge to lorries on 30 May."), readout.Lapsed},
	}
	two := &tests[len(tests)-1].later.r
	two.Dates = append(two.Dates, readout.Date{EDTF: "2024-05-31", Timex3: readout.Timex3{Type: "DATE", Value: "2024-05-31"}, Words: two.Dates[0].Words, Rule: "test"})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := promiseOf(t, made, []func(*text, *readout.Point){due("2024-06-01", "by 1 June")}, nil, tt.later)
			if got.Outcome != tt.want || (tt.want == readout.Kept) != (got.Basis == "claim" && len(got.Evidence) == 1) {
				t.Errorf("%+v, want %s", got, tt.want)
			}
		})
	}
}

// TestAMeetingTooLateKeepsNothing: what was promised by a day is not kept by
// what came after it.
func TestAMeetingTooLateKeepsNothing(t *testing.T) {
	words := "They agreed to meet by 31 May"
	plan := func(x *text) {
		x.report(readout.Meeting, readout.Arranging, "Reyes Holt", words)
	}
	met := doc(t, "Mail", "2024-06-20", "Reyes and Holt met on 20 June.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes and Holt met", on("2024-06-20", "on 20 June"))
	got := promiseOf(t, words, []func(*text, *readout.Point){due("2024-05-31", "by 31 May")}, plan, met)
	if got.Outcome != readout.Lapsed || got.Basis != "" {
		t.Errorf("%+v, want lapsed", got)
	}
	got = promiseOf(t, words+" or June", []func(*text, *readout.Point){due("2024-06-30", "by 31 May")}, plan, met)
	if got.Outcome != readout.Kept || got.Basis != "contact" {
		t.Errorf("%+v, want kept", got)
	}
}
