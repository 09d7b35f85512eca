package ledger

import (
	"slices"
	"testing"

	"readout"
)

// Voices can differ on any field; the words of each stand side by side.
func TestDisputesOfEveryField(t *testing.T) {
	told := func(outlet, words string, ch readout.Channel, st readout.Status, more ...func(*text, *readout.Report)) *text {
		return doc(t, outlet, "2024-05-04", words).report(ch, st, "Reyes Holt", words[:len(words)-1], append(more, on("2024-05-03", "Friday"))...)
	}
	ostby := func(words string) func(*text, *readout.Report) { return at("state/ARV", words) }
	tests := []struct {
		field string
		a, b  *text
	}{
		{"status", told("Mail", "Reyes met Holt on Friday.", readout.Meeting, readout.Held), told("Post", "Reyes did not meet Holt on Friday.", readout.Meeting, readout.Denied)},
		{"channel", told("Mail", "Reyes met Holt on Friday.", readout.Meeting, readout.Held), told("Post", "Reyes and Holt met by video on Friday.", readout.Video, readout.Held)},
		{"when", told("Mail", "Reyes met Holt on Friday.", readout.Meeting, readout.Held),
			doc(t, "Post", "2024-05-09", "Reyes met Holt from Friday to Monday.").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03/2024-05-06", "from Friday to Monday"))},
		{"place", told("Mail", "Reyes met Holt in Arvenia on Friday.", readout.Meeting, readout.Held, ostby("Arvenia")),
			told("Post", "Reyes met Holt in Costava on Friday.", readout.Meeting, readout.Held, at("state/COS", "Costava"))},
		{"initiator", told("Mail", "Reyes called Holt on Friday.", readout.Call, readout.Held, begunBy(0)), told("Post", "Holt called Reyes on Friday.", readout.Call, readout.Held, begunBy(1))},
		{"duration", told("Mail", "Reyes met Holt for an hour on Friday.", readout.Meeting, readout.Held, lasting("PT1H", "an hour")),
			told("Post", "Reyes met Holt for two hours on Friday.", readout.Meeting, readout.Held, lasting("PT2H", "two hours"))},
	}
	for _, tt := range tests {
		got := Build(readings(tt.a, tt.b), asOf)
		if len(got) != 1 {
			t.Errorf("%s: %s", tt.field, ids(got))
			continue
		}
		i := slices.IndexFunc(got[0].Disputes, func(d readout.Dispute) bool { return d.Field == tt.field })
		if tt.field == "when" { // a span that holds the day does not contradict it
			if i >= 0 {
				t.Errorf("when: %+v", got[0].Disputes[i])
			}
			continue
		}
		if i < 0 || len(got[0].Disputes) != 1 {
			t.Errorf("%s: %+v", tt.field, got[0].Disputes)
			continue
		}
		for _, c := range got[0].Disputes[i].Claims {
			if c.Quote == "" || c.Speaker == "" || c.Value == "" {
				t.Errorf("%s: a claim without voice, value or words: %+v", tt.field, c)
			}
		}
	}
}

// The two sides' own accounts name different sums: that is a dispute on what was
// said, and nothing else of their accounts is.
func TestADisputeOnTheContent(t *testing.T) {
	a, b := theTwo(t)
	got := Build(readings(a, b), asOf)[0].Disputes
	if len(got) != 1 || got[0].Field != "content" || len(got[0].Claims) != 2 ||
		got[0].Claims[0].Speaker != "org/arven-palace" || got[0].Claims[1].Value != "The Chancellor offered 30 million euros for the bridge at Ostby" {
		t.Errorf("%+v", got)
	}
}
