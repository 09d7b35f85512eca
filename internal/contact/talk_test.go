package contact_test

import (
	"slices"
	"testing"

	"readout"
)

// In a talk nobody is a party who only speaks, is addressed, or is not named: the
// turn is that of the adviser of Arvenia.
func TestTalksNameTheirParties(t *testing.T) {
	l := lex(t)
	for text, want := range map[string][]readout.EntityID{
		"I expect he will meet President Holt in Tollen.":             nil,
		"I’m going to let her team speak to President Holt.":          nil,
		"We have spoken with President Holt many times.":              nil,
		"Well, Simon, Prime Minister Reyes met President Holt today.": {"person/ana-reyes", "person/jon-holt"},
		"I met President Holt today.":                                 {"person/tomas-brell", "person/jon-holt"},
	} {
		r := readFrom(t, l, "Office of the Prime Minister of Arvenia", "2024-05-03",
			"Briefing Room\n\n2:05 P.M.\n\nFOREIGN MINISTER BRELL: Good afternoon. Let us begin.\n\nQ Is there news?\n\nFOREIGN MINISTER BRELL: "+text+"\n\nQ Thank you.\n\nFOREIGN MINISTER BRELL: Thank you.")
		var got []readout.EntityID
		for i := range r.Contacts {
			for _, p := range r.Contacts[i].Parties {
				got = append(got, p.Entity)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: parties %v, want %v", text, got, want)
		}
	}
}

// Who says before a meeting that this is his first visit tells of his journey, and not of what
// he has with the one beside him.
func TestFirstVisitBeforeMeeting(t *testing.T) {
	l := lex(t)
	for _, words := range []string{"This is my first visit to Velmora as president.", "This is our second trip to Arvenia."} {
		r := readFrom(t, l, "Office of the Prime Minister of Arvenia", "2024-05-03", "Remarks by Foreign Minister Brell and President Holt of Costava Before Bilateral Meeting ‖ "+
			"Linden Palace\n\n2:05 P.M.\n\nFOREIGN MINISTER BRELL: Welcome to Velmora.\n\nPRESIDENT HOLT: Thank you. "+words+"\n\nFOREIGN MINISTER BRELL: Thank you all.")
		for i := range r.Contacts {
			if c := &r.Contacts[i]; !c.Headline {
				t.Errorf("%q: read as %s", words, c.Channel)
			}
		}
	}
}
