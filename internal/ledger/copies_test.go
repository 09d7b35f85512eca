package ledger

import (
	"slices"
	"strings"
	"testing"

	"readout"
)

// wire is a news story in our own words; the test prints it again and again.
const wire = "President Ana Reyes called Chancellor Jon Holt on 3 May to speak of the northern border, the palace said on Friday. " +
	"The two agreed that the crossing at Lisk would open again before the summer, and that their ministers of transport would meet in Tollen. " +
	"Reyes had asked for the talk after a week in which lorries stood for days on both banks of the river. " +
	"Holt told her that the repairs of the bridge had cost more than his government had planned, the palace said. " +
	"Fishermen on the coast have asked both governments for a new agreement on quotas since the spring. " +
	"Neither side said when the leaders would speak again."

func TestCopies(t *testing.T) {
	reprint := "BY OUR OWN STAFF. " + wire
	trimmed := wire[:strings.Index(wire, "Holt told her")]
	another := "President Reyes called Chancellor Holt on 3 May, officials in Port Merrin said. The Chancellor thanked her for the help after the flood and promised to send engineers to the bridge at Lisk. " +
		"He also spoke of the fish quotas, on which the two countries have not agreed since the spring, and of a visit to Velmora."
	quoting := "President Reyes called Chancellor Holt on 3 May. What does it mean for the towns on the river? We asked four mayors. " + strings.Repeat("The mayor of Ostby wants the crossing open at once and does not care who pays for it, he says over a map of his town. ", 9) +
		wire[:strings.Index(wire, "Reyes had asked")]
	for _, c := range []struct {
		name        string
		texts       []string
		independent int
		copies      int // in the first group
	}{
		{"a reprint under another headline, with a by-line in front", []string{wire, reprint}, 1, 2},
		{"a trimmed reprint", []string{wire, trimmed}, 1, 2},
		{"a reprint of the trimmed one too", []string{wire, trimmed, reprint}, 1, 3},
		{"two accounts of one call", []string{wire, another}, 2, 0},
		{"an article that quotes the story's beginning", []string{wire, quoting}, 2, 0},
		{"two of each", []string{wire, another, reprint}, 2, 2},
		{"short texts that differ in a word", []string{"President Reyes called Chancellor Holt on 3 May.", "President Reyes called Chancellor Holt again on 3 May."}, 2, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var texts []*text
			for i, words := range c.texts {
				told := words[strings.Index(words, "President"):]
				told = told[:strings.Index(told, "on 3 May")+len("on 3 May")]
				texts = append(texts, doc(t, "Outlet "+string(rune('A'+i)), []string{"2024-05-04", "2024-05-05", "2024-05-06"}[i], words).
					report(readout.Call, readout.Held, "Reyes Holt", told, on("2024-05-03", "on 3 May")))
			}
			backwards := slices.Clone(texts)
			slices.Reverse(backwards)
			for _, order := range [][]*text{texts, backwards} {
				got := Build(readings(order...), asOf)
				if len(got) != 1 {
					t.Fatalf("%d contacts", len(got))
				}
				if got[0].Independent != c.independent || len(got[0].Copies) != min(c.copies, 1) || c.copies > 0 && len(got[0].Copies[0]) != c.copies {
					t.Errorf("independent %d, copies %v; want %d and a group of %d", got[0].Independent, got[0].Copies, c.independent, c.copies)
				}
				if c.copies > 0 && got[0].Copies[0][0] != texts[0].r.Document.ID {
					t.Errorf("the first published is not the first of its copies")
				}
			}
		})
	}
}

// TestCopiedAccountsCompareOnce: an official's readout on a second page is no second
// account to compare, and its promises are not made twice.
func TestCopiedAccountsCompareOnce(t *testing.T) {
	a, b := theTwo(t)
	again := doc(t, "Arven Palace Archive", "2024-05-04", a.r.Document.Text+" ")
	again.issued("palace", readout.Body, a.r.Document.Text)
	again.r.Contacts, again.r.Points, again.r.Entities = a.r.Contacts, a.r.Points, append(again.r.Entities, a.r.Entities...)
	got := Build(readings(a, b, again), asOf)
	if len(got) != 1 || got[0].Independent != 2 || len(got[0].Comparison) != 1 {
		t.Fatalf("%d contacts; independent %d, %d comparisons", len(got), got[0].Independent, len(got[0].Comparison))
	}
	copies := 0
	for _, acc := range got[0].Accounts {
		if acc.CopyOf != "" {
			copies++
		}
	}
	if copies != 1 || len(got[0].Accounts) != 3 {
		t.Errorf("%d of %d accounts are copies, want 1 of 3", copies, len(got[0].Accounts))
	}
	if len(got[0].Commitments) != 2 {
		t.Errorf("%d promises, want 2", len(got[0].Commitments))
	}
}
