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
