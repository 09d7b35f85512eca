package contact_test

import (
	"testing"

	"readout"
)

// Who holds office in an organisation of states alone takes part for it, on the days of
// that office.
func TestOrganisationOfAParty(t *testing.T) {
	l := lex(t)
	for _, c := range []struct {
		day  string
		want readout.EntityID
	}{{"2022-05-03", "org/nato"}, {"2012-05-03", ""}} {
		r := read(t, l, c.day, "Olaf Scholz met Jens Stoltenberg in Berlin on Tuesday.")
		if len(r.Contacts) != 1 || len(r.Contacts[0].Parties) != 2 {
			t.Fatalf("on %s: %s", c.day, told(r.Contacts))
		}
		p := r.Contacts[0].Parties[1]
		if p.Organisation != c.want || (p.Country == "") != (c.want != "") {
			t.Errorf("on %s Stoltenberg is of %q, of the country %q", c.day, p.Organisation, p.Country)
		}
	}
}

// On the pages of the state that holds a disputed place, the place is no foreign one; on those
// of others it is.
func TestPlacesThatAnotherStateHolds(t *testing.T) {
	l := lex(t)
	const trip = "On Friday, Vladimir Putin will make a working trip to Yalta."
	const talk = "Vladimir Putin met on Friday with Governor of Sevastopol Nils Varo."
	if r := readFrom(t, l, "Kremlin", "2022-05-03", trip); len(r.Contacts) > 0 {
		t.Errorf("a journey at home: %s", told(r.Contacts))
	}
	if r := readFrom(t, l, "Kremlin", "2022-05-03", talk); len(r.Contacts) != 1 || r.Contacts[0].Scope != readout.Domestic {
		t.Errorf("with an own governor: %s", told(r.Contacts))
	}
	if r := readFrom(t, l, "", "2022-05-03", trip); len(r.Contacts) != 1 || r.Contacts[0].Scope != readout.International {
		t.Errorf("as others tell it: %s", told(r.Contacts))
	}
}
