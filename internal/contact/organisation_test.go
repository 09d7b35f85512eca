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
