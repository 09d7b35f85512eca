package ledger

import (
	"testing"

	"readout"
)

// TestATopicOfFewClausesAligns: what both sides say in other words of a topic
// that hardly any clause has is one matter; an answer of the other side is not
// drawn in, and a topic of many clauses decides nothing.
func TestATopicOfFewClausesAligns(t *testing.T) {
	wordsA := "Reyes called Holt. The two discussed extortion by hackers. Reyes voiced alarm at raids. A levy on yachts was dear to Reyes."
	wordsB := "Holt took a call of Reyes. Both spoke of information security. They are ready to share data. Holt complained of patrols. Wealthy people were a subject."
	accounts := func(levy, wealth []string) (a, b *text) {
		a = doc(t, "Arven Palace", "2024-05-03", wordsA).
			report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt").
			point(readout.Discussed, "Reyes Holt", "discussed extortion by hackers", about("cyber")).
			point(readout.ExpressedConcern, "Reyes", "Reyes voiced alarm at raids", about("border")).
			point(readout.Stated, "Reyes", "A levy on yachts was dear to Reyes", about(levy...))
		b = doc(t, "Costavan Chancery", "2024-05-03", wordsB).
			report(readout.Call, readout.Held, "Holt Reyes", "Holt took a call of Reyes").
			point(readout.Discussed, "Holt Reyes", "Both spoke of information security", about("cyber")).
			point(readout.ExpressedReadiness, "Holt Reyes", "They are ready to share data", about("cyber")).
			point(readout.Raised, "Holt", "Holt complained of patrols").
			point(readout.Discussed, "", "Wealthy people were a subject", about(wealth...))
		return a, b
	}
	for _, c := range []struct {
		name         string
		levy, wealth []string
		want         string
	}{
		{"a topic of two clauses", []string{"taxes"}, []string{"taxes"},
			"differs scope: p1 | p1,p2\nonly-a: p2 | \ndiffers act: p3 | p4\nonly-b:  | p3"},
		{"two topics", []string{"taxes"}, []string{"shipping"},
			"differs scope: p1 | p1,p2\nonly-a: p2 | \nonly-a: p3 | \nonly-b:  | p3\nonly-b:  | p4"},
	} {
		a, b := accounts(c.levy, c.wealth)
		rs := readings(a, b)
		if got := table(Compare(&rs[0], &rs[1])); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestAFullNameIsOnePersonInAnyState: a text that takes a minister for one of
// another state still tells of the same contact.
func TestAFullNameIsOnePersonInAnyState(t *testing.T) {
	a := doc(t, "Mail", "2024-05-03", "Reyes called Holt on 3 May.").
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on 3 May"))
	b := doc(t, "Post", "2024-05-03", "Reyes of Costava called Holt on 3 May.").
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes of Costava called Holt", on("2024-05-03", "on 3 May"))
	b.r.Contacts[0].Parties[0].Country = "COS"
	if got := ids(Build(readings(a, b), asOf)); got != "2024-05-03-holt-reyes-call held 2" {
		t.Error(got)
	}
}
