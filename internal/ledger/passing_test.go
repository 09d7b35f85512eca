package ledger

import (
	"strings"
	"testing"

	"readout"
)

// What is told only in talks about something else, without a day, is kept in passing.
func TestToldInPassing(t *testing.T) {
	briefing := func(words string, more ...func(*text, *readout.Report)) *text {
		return doc(t, "Harbour Mail", "2024-05-06", "Reyes spoke with Holt "+words+".").formed(readout.Briefing).
			report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes spoke with Holt", more...)
	}
	remarks := func(title string) *text {
		return doc(t, "Arven Palace", "2024-05-06", "Reyes and Holt had a good talk.").titled(title).formed(readout.Remarks).
			issued("palace", readout.Answer, "Reyes and Holt had a good talk.").report(readout.Talks, readout.Held, "Reyes Holt", "Reyes and Holt had a good talk")
	}
	statement := func(second string, report func(x *text) *text) *text {
		first := "Reyes and Holt met today. "
		x := doc(t, "Arven Palace", "2024-05-06", first+second).formed(readout.JointStatement).issued("palace", readout.Body, first)
		return report(x.issued("palace", readout.Body, second).report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes and Holt met", on("2024-05-06", "today")))
	}
	with := func(name string) func(*text, *readout.Report) {
		return func(x *text, r *readout.Report) {
			e := cast[name]
			r.Parties = append(r.Parties, readout.Party{Entity: e.ID, Name: e.Name, Country: e.Country, Words: x.words(name)})
		}
	}
	state := func(x *text, r *readout.Report) {
		r.Parties = append(r.Parties, readout.Party{Entity: "state/DEL", Name: "Deluna", Country: "DEL", Words: x.words("Deluna")})
	}
	spoke := func(second, words, who string, more ...func(*text, *readout.Report)) *text {
		whole := "Reyes called Holt today. " + second
		return doc(t, "Arven Palace", "2024-05-06", whole).formed(readout.ReadoutAccount).issued("palace", readout.Body, whole).
			report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-06", "today")).report(readout.Talks, readout.Held, who, words, more...)
	}
	account := func(second, words string, more ...func(*text, *readout.Report)) *text {
		whole := "Reyes and Holt met today. " + second
		if strings.Contains(second, "Moss") {
			more = append(more, joined("Ida Moss"))
		}
		return doc(t, "Arven Palace", "2024-05-06", whole).formed(readout.ReadoutAccount).issued("palace", readout.Body, whole).
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes and Holt met", on("2024-05-06", "today")).report(readout.Meeting, readout.Held, "Sande", words, more...)
	}
	tests := []struct {
		name  string
		texts []*text
		want  string // ids of the entries told in passing
	}{
		{"in a briefing", []*text{briefing("often")}, "undated-holt-reyes-conversation held 1"},
		{"of a year", []*text{briefing("last year", on("2023", "last year"))}, "2023-01-01-holt-reyes-conversation held 1"},
		{"with a day", []*text{briefing("on Friday", on("2024-05-03", "on Friday"))}, ""},
		{"with a month", []*text{briefing("in April", on("2024-04", "in April"))}, ""},
		{"with an occasion", []*text{briefing("at the fair", during("event/tollen-fair-2024", "the fair"))}, ""},
		{"with a page of it", []*text{briefing("often"), doc(t, "Arven Palace", "2024-05-02", "Reyes called Holt today.").
			report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-02", "today"))}, ""},
		{"in an answer about others", []*text{remarks("Remarks by Sande to reporters")}, "undated-holt-reyes-talks held 1"},
		{"by both, as their title says", []*text{remarks("Remarks by Reyes and Holt")}, ""},
		{"of others, in a joint statement", []*text{statement("They welcomed that Sande had met Ida Moss.", func(x *text) *text {
			return x.report(readout.Meeting, readout.Held, "Sande", "Sande had met Ida Moss", joined("Ida Moss"))
		})}, "undated-moss-sande-meeting held 1"},
		{"of nobody by name, in a statement", []*text{statement("Arvenia and Costava will hold a dialogue on cyber.", func(x *text) *text {
			x.r.Document.Form = ""
			return x.report(readout.Talks, readout.Scheduled, "Arvenia Costava", "Arvenia and Costava will hold a dialogue")
		})}, "undated-arv-cos-talks scheduled 1"},
		{"of others, in a readout", []*text{account("Reyes welcomed that Sande had met Ida Moss.", "Sande had met Ida Moss")}, "undated-moss-sande-meeting held 1"},
		{"of others, in a readout, with a day", []*text{account("Reyes welcomed that Sande had met Ida Moss in April.", "Sande had met Ida Moss", on("2024-04", "in April"))}, ""},
		{"of a compatriot of theirs with one of them, in a readout", []*text{account("Sande had met Tamm before.", "Sande had met", with("Tamm"))}, "undated-sande-tamm-meeting held 1"},
		{"of one of them with another, in a readout", []*text{account("Sande then met Reyes.", "Sande then met", with("Reyes"))}, ""},
		{"of one of them with a state, in the account of a call", []*text{spoke("Holt has had talks with Deluna.", "talks with Deluna", "Holt", state)}, "undated-del-holt-talks held 1"},
		{"of one of them with a person, in the account of a call", []*text{spoke("Holt has had talks with Tamm.", "talks with Tamm", "Holt Tamm")}, ""},
		{"of themselves, in a joint statement", []*text{statement("Reyes will visit Holt.", func(x *text) *text {
			return x.report(readout.Visit, readout.Scheduled, "Reyes Holt", "Reyes will visit Holt")
		})}, ""},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			l := New(readings(c.texts...), asOf)
			var passing []readout.Contact
			for _, c := range l.Contacts {
				if c.Passing {
					passing = append(passing, c)
				}
			}
			if got := ids(passing); got != c.want {
				t.Errorf("got\n%s\nwant\n%s\nof\n%s", got, c.want, ids(l.Contacts))
			}
			selects(t, l, Query{}, len(l.Contacts)-len(passing), len(passing))
			selects(t, l, Query{Passing: true}, len(l.Contacts), 0)
		})
	}
}

// selects checks how many entries a query gives, and how many it leaves aside.
func selects(t *testing.T, l *Ledger, q Query, want, aside int) {
	t.Helper()
	f, err := q.Filter()
	if err != nil {
		t.Fatal(err)
	}
	if got := len(l.Select(f)); got != want || l.LeftAside(f) != aside {
		t.Errorf("%+v: %d entries, %d aside; want %d and %d", q, got, l.LeftAside(f), want, aside)
	}
}

// Words find it, lists of people and promises leave it out, and what a person has
// looked at is an entry like any other.
func TestPassingIsFound(t *testing.T) {
	texts := []*text{doc(t, "Harbour Mail", "2024-05-06", "Reyes spoke with Holt often, about herring.").formed(readout.Briefing).
		report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes spoke with Holt often, about herring")}
	l := corrected(t, texts)
	selects(t, l, Query{}, 0, 1)
	selects(t, l, Query{Words: "herring"}, 1, 0)
	selects(t, l, Query{Words: "cod"}, 0, 0)
	selects(t, l, Query{Persons: []string{"Holt"}}, 0, 1)
	f, _ := Query{}.Filter()
	if rows := l.PersonPairs(f); len(rows) > 0 || len(l.Today("2024-05-06").New) > 0 || len(l.Doubts()) > 0 {
		t.Errorf("lists have it: %v, %v, %v", rows, l.Today("2024-05-06").New, l.Doubts())
	}
	for name, by := range map[string]func(*Ledger) readout.Correction{"confirmed": accept("status"), "edited": edit("channel=call")} {
		if l := corrected(t, texts, by); l.Contacts[0].Passing {
			t.Errorf("%s by a person, and still passing", name)
		}
	}
}
