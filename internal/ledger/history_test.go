package ledger

import (
	"testing"

	"readout"
)

// What one voice says once is one claim, however many parts of it a report names; what somebody
// else says in the same words is a claim of its own.
func TestClaimsOfOneVoice(t *testing.T) {
	words := "Reyes met Holt. The two spoke of ports. Holt said that it was long."
	also := func(part string) func(*text, *readout.Report) {
		return func(x *text, r *readout.Report) {
			r.Also = append(r.Also, readout.Assertion{Words: x.words(part)})
		}
	}
	whole := func(x *text, r *readout.Report) {
		r.From = r.From.Join(x.words("The two spoke of ports.").From).Join(x.words("it was long").From)
	}
	paged := func() *text {
		return doc(t, "Arven Palace", "2024-05-03", words).issued("palace", readout.Body, words)
	}
	said := func(x *text, r *readout.Report) {
		who := x.known("Holt")
		x.r.Statements = append(x.r.Statements, readout.Statement{ID: "s1", Mode: readout.Indirect, Speaker: &who, Content: x.words("it was long").From})
		r.Also = append(r.Also, readout.Assertion{AssertedBy: "s1", Words: x.words("it was long")})
	}
	tests := []struct {
		name string
		text *text
		want int
	}{
		{"a part of its own words", paged().report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", whole, also("The two spoke of ports.")), 1},
		{"other words, twice", paged().report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", also("The two spoke of ports."), also("The two spoke of ports.")), 2},
		{"somebody else", paged().report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", whole, said), 2},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			list := Build(readings(c.text), asOf)
			if len(list) != 1 || len(list[0].History) != c.want {
				t.Fatalf("%d contacts, %d claims; want one with %d", len(list), len(list[0].History), c.want)
			}
		})
	}
}
