package ledger

import (
	"strings"
	"testing"

	"readout"
)

// promiseOf is a call of 3 May with one promise, and further texts.
func promiseOf(t *testing.T, words string, made []func(*text, *readout.Point), plan func(*text), later ...*text) readout.Commitment {
	t.Helper()
	all := "Reyes called Holt on 3 May. " + words
	x := doc(t, "Arven Palace", "2024-05-03", all).issued("palace", readout.Body, all).
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on 3 May")).
		point(readout.Agreed, "Reyes Holt", words, append(made, promise)...)
	if plan != nil {
		plan(x)
	}
	for _, c := range Build(readings(append(later, x)...), asOf) {
		if len(c.Commitments) == 1 {
			return c.Commitments[0]
		}
	}
	t.Fatal("no entry with one promise")
	return readout.Commitment{}
}

func TestCommitments(t *testing.T) {
	meet := "They agreed to meet at the Lakes Forum on 7 July"
	plan := func(x *text) {
		x.report(readout.Meeting, readout.Arranging, "Reyes Holt", meet, on("2024-07-07", "on 7 July"), during("event/lakes-forum", "Lakes Forum"))
	}
	met := doc(t, "Mail", "2024-07-08", "Reyes and Holt met on Sunday at the Lakes Forum.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes and Holt met", on("2024-07-07", "on Sunday"), during("event/lakes-forum", "Lakes Forum"))
	off := doc(t, "Mail", "2024-07-01", "Holt called off his meeting with Reyes on 7 July.").
		report(readout.Meeting, readout.Cancelled, "Holt Reyes", "Holt called off his meeting with Reyes", on("2024-07-07", "on 7 July"))
	otherwise := doc(t, "Mail", "2024-07-20", "Reyes and Holt differ on fish.")
	release := "They agreed to release the boats by 1 June"
	by := []func(*text, *readout.Point){due("2024-06-01", "by 1 June")}
	tests := []struct {
		name  string
		words string
		made  []func(*text, *readout.Point)
		plan  func(*text)
		later []*text
		want  readout.Outcome
		basis string
	}{
		{"a meeting that followed", meet, nil, plan, []*text{met}, readout.Kept, "contact"},
		{"a meeting named by the point itself", meet, []func(*text, *readout.Point){planned("c2")}, plan, []*text{met}, readout.Kept, "contact"},
		{"a meeting called off", meet, nil, plan, []*text{off}, readout.Contradicted, "claim"},
		{"a meeting of which later texts do not tell", meet, nil, plan, []*text{otherwise}, readout.Lapsed, ""},
		{"a meeting and no later text", meet, nil, plan, nil, readout.Open, ""},
		{"another clause of the sentence that makes the plan", "They agreed to keep in touch and to meet at the Lakes Forum on 7 July", nil, func(x *text) {
			x.report(readout.Meeting, readout.Arranging, "Reyes Holt", "They agreed to keep in touch and to meet at the Lakes Forum on 7 July", on("2024-07-07", "on 7 July"))
			x.r.Points[0].Words = x.words("They agreed to keep in touch")
		}, []*text{met}, readout.Open, ""},
		{"contacts without a day", "They agreed to keep in touch", nil, nil, []*text{met}, readout.Open, ""},
		{"a deed with a day, and later texts", release, by, nil, []*text{otherwise}, readout.Lapsed, ""},
		{"a deed with a day, and no later text", release, by, nil, nil, readout.Open, ""},
		{"a deed without a day", "They agreed to release the boats", nil, nil, []*text{otherwise}, readout.Open, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := promiseOf(t, tt.words, tt.made, tt.plan, tt.later...)
			if got.Outcome != tt.want || got.Basis != tt.basis || got.Text != got.Quote || !strings.HasPrefix(tt.words, got.Text) {
				t.Errorf("%+v\nwant %s on the ground of %q", got, tt.want, tt.basis)
			}
			if got.Basis != "" && (got.Contact == "" || len(got.Evidence) == 0 || got.Evidence[0].Quote == "") {
				t.Errorf("a settled promise shows its ground: %+v", got)
			}
		})
	}
}

func TestADuePromiseIsOpenUntilItsDay(t *testing.T) {
	words := "Reyes called Holt on 3 May. They agreed to release the boats by 1 June."
	x := doc(t, "Arven Palace", "2024-05-03", words).issued("palace", readout.Body, words).
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on 3 May")).
		point(readout.Agreed, "Reyes Holt", "agreed to release the boats by 1 June", promise, due("2024-06-01", "by 1 June"))
	later := doc(t, "Mail", "2024-06-20", "Reyes and Holt differ on fish.")
	for day, want := range map[string]readout.Outcome{"2024-06-01": readout.Open, "2024-06-02": readout.Lapsed} {
		if got := Build(readings(x, later), Options{AsOf: day})[0].Commitments[0].Outcome; got != want {
			t.Errorf("as of %s: %s, want %s", day, got, want)
		}
	}
}

func TestAPromiseThatTheOtherSideHasToo(t *testing.T) {
	a, b := theTwo(t)
	for _, c := range Build(readings(a, b), asOf)[0].Commitments {
		if len(c.AcknowledgedBy) != 1 || c.AcknowledgedBy[0] != "COS" {
			t.Errorf("%q is in the account of COS too: %v", c.Text, c.AcknowledgedBy)
		}
	}
}

func TestExplain(t *testing.T) {
	x := doc(t, "Mail", "2024-05-01", "Reyes is to call Holt on Friday.").
		report(readout.Call, readout.Scheduled, "Reyes Holt", "Reyes is to call Holt", on("2024-05-03", "on Friday"))
	y := doc(t, "Post", "2024-05-05", "Since Reyes called Holt prices have fallen.").report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt")
	l := New(readings(x, y), asOf)
	why, err := l.Why(l.Contacts[0].ID)
	if err != nil || len(why) != 1 || why[0] != "Post-2024-05-05.txt: held (no day): same parties and channel, just before this text was published" {
		t.Errorf("%q, %v", why, err)
	}
	if _, err := l.Why("nothing"); err == nil {
		t.Error("an id that is not there is not found")
	}
}
