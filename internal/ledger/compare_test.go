package ledger

import (
	"slices"
	"strings"
	"testing"

	"readout"
)

// theTwo are both sides' own accounts of one call, in our own words.
func theTwo(t *testing.T) (a, b *text) {
	wordsA := "President Reyes telephoned Chancellor Holt on 3 May. The call lasted 25 minutes. The two agreed to reopen the northern border crossing by 1 June. " +
		"They discussed the drought in the river basin. Holt promised to release 40 million euros for the Ostby bridge. Reyes raised the case of the detained fishermen. The call was frank."
	a = doc(t, "Arven Palace", "2024-05-03", wordsA).issued("palace", readout.Body, wordsA).
		report(readout.Call, readout.Held, "Reyes Holt", "President Reyes telephoned Chancellor Holt on 3 May", on("2024-05-03", "on 3 May"), begunBy(0), lasting("PT25M", "25 minutes")).
		point(readout.Agreed, "Reyes Holt", "agreed to reopen the northern border crossing by 1 June", about("border"), promise, due("2024-06-01", "by 1 June")).
		point(readout.Discussed, "Reyes Holt", "discussed the drought in the river basin", about("climate")).
		point(readout.Assured, "Holt", "Holt promised to release 40 million euros for the Ostby bridge", about("economy"), promise, forOther).
		point(readout.Raised, "Reyes", "Reyes raised the case of the detained fishermen", about("prisoners")).
		point(readout.Assessed, "", "The call was frank")
	wordsB := "Chancellor Holt spoke with President Reyes on 3 May. They discussed the reopening of the northern border crossing. " +
		"The drought in the river basin was discussed. The Chancellor offered 30 million euros for the bridge at Ostby. Holt also spoke of fish quotas. The conversation was warm."
	b = doc(t, "Costavan Chancery", "2024-05-03", wordsB).issued("chancery", readout.Body, wordsB).
		report(readout.Conversation, readout.Held, "Holt Reyes", "Chancellor Holt spoke with President Reyes on 3 May", on("2024-05-03", "on 3 May")).
		point(readout.Discussed, "Holt Reyes", "discussed the reopening of the northern border crossing", about("border")).
		point(readout.Discussed, "Holt Reyes", "The drought in the river basin was discussed", about("climate")).
		point(readout.Offered, "Holt", "The Chancellor offered 30 million euros for the bridge at Ostby", about("economy")).
		point(readout.Raised, "Holt", "Holt also spoke of fish quotas", about("trade")).
		point(readout.Assessed, "", "The conversation was warm")
	return a, b
}

func lasting(value, words string) func(*text, *readout.Report) {
	return func(x *text, r *readout.Report) { r.Duration = &readout.Value{Value: value, Words: x.words(words)} }
}

// table is the rows of a comparison as "relation what: a | b", points by id.
func table(c readout.Comparison) string {
	var rows []string
	for _, r := range c.Points {
		ids := func(list []readout.Point) string {
			var out []string
			for _, p := range list {
				out = append(out, p.ID)
			}
			return strings.Join(out, ",")
		}
		rows = append(rows, strings.TrimSpace(string(r.Relation)+" "+strings.Join(r.What, ","))+": "+ids(r.A)+" | "+ids(r.B))
	}
	return strings.Join(rows, "\n")
}

func TestCompare(t *testing.T) {
	a, b := theTwo(t)
	rs := readings(a, b)
	got := Compare(&rs[0], &rs[1])
	if got.Contact == nil || got.Contact.When.EDTF != "2024-05-03" || got.A.Complete != readout.Complete || got.A.Issuer != "org/arven-palace" {
		t.Fatalf("%+v", got)
	}
	want := "differs act: p1 | p1\nsame: p2 | p2\ndiffers act,number: p3 | p3\nonly-a: p4 | \ndiffers tone: p5 | p5\nonly-b:  | p4"
	if table(got) != want {
		t.Errorf("got\n%s\nwant\n%s", table(got), want)
	}
	var fields []string
	for _, f := range got.Fields {
		fields = append(fields, f.Name+" "+string(f.Relation))
	}
	if want := []string{"when same", "channel only-a", "initiator only-a", "duration only-a"}; !slices.Equal(fields, want) {
		t.Errorf("fields %q, want %q", fields, want)
	}
	if want := []string{"place", "attendees"}; !slices.Equal(got.Neither, want) {
		t.Errorf("neither %q, want %q", got.Neither, want)
	}
}

func TestWhatOneTellsForTheOtherComesFirst(t *testing.T) {
	a, b := theTwo(t)
	b.r.Points = b.r.Points[:2]
	rs := readings(a, b)
	got := Compare(&rs[0], &rs[1])
	if first := got.Points[0]; !first.ForOther || first.Relation != readout.OnlyA || first.A[0].ID != "p3" {
		t.Errorf("first row %+v", first)
	}
}

func TestCompareRefuses(t *testing.T) {
	call := func(outlet, day, words string, ch readout.Channel, people string, more ...func(*text, *readout.Report)) *text {
		return doc(t, outlet, day, words).report(ch, readout.Held, people, words, more...)
	}
	base := call("Mail", "2024-05-03", "Reyes called Holt on 3 May", readout.Call, "Reyes Holt", on("2024-05-03", "on 3 May"))
	tests := []struct {
		name   string
		other  *text
		reason string // "" where the two are one contact
	}{
		{"the day after", call("Post", "2024-05-04", "Holt and Reyes spoke on 4 May", readout.Conversation, "Holt Reyes", on("2024-05-04", "on 4 May")), ""},
		{"without a day, published with it", call("Post", "2024-05-04", "Holt spoke with Reyes", readout.Conversation, "Holt Reyes"), ""},
		{"without a day, published much later", call("Post", "2024-07-04", "Holt spoke with Reyes", readout.Conversation, "Holt Reyes"), "different days"},
		{"another day", call("Post", "2024-05-09", "Holt called Reyes on 9 May", readout.Call, "Holt Reyes", on("2024-05-09", "on 9 May")), "different days"},
		{"a meeting", call("Post", "2024-05-03", "Holt met Reyes on 3 May", readout.Meeting, "Holt Reyes", on("2024-05-03", "on 3 May")), "a call, the other of a meeting"},
		{"somebody else", call("Post", "2024-05-03", "Sande called Reyes on 3 May", readout.Call, "Sande Reyes", on("2024-05-03", "on 3 May")), "different parties"},
		{"no contact at all", doc(t, "Post", "2024-05-03", "Fish is dear."), "no contact"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rs := readings(base, tt.other)
			for _, pair := range [][2]int{{0, 1}, {1, 0}} {
				got := Compare(&rs[pair[0]], &rs[pair[1]])
				if (got.Contact != nil) != (tt.reason == "") || !strings.Contains(got.Reason, strings.Split(tt.reason, ",")[0]) && pair[0] == 0 {
					t.Errorf("contact %v, reason %q; want %q", got.Contact, got.Reason, tt.reason)
				}
				if got.Fields == nil || got.Points == nil {
					t.Error("fields and points must print as lists")
				}
			}
		})
	}
}

func TestNamesOfThePartiesDoNotAlign(t *testing.T) {
	a := doc(t, "Arven Palace", "2024-05-03", "Reyes called Holt. Reyes thanked Holt and Costava for the firefighters.").
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt").
		point(readout.Thanked, "Reyes", "Reyes thanked Holt and Costava for the firefighters")
	b := doc(t, "Costavan Chancery", "2024-05-03", "Holt took a call of Reyes. Reyes told Holt that Costava must lower tariffs.").
		report(readout.Call, readout.Held, "Holt Reyes", "Holt took a call of Reyes").
		point(readout.Urged, "Reyes", "Reyes told Holt that Costava must lower tariffs")
	rs := readings(a, b)
	if got := table(Compare(&rs[0], &rs[1])); got != "only-a: p1 | \nonly-b:  | p1" {
		t.Error(got)
	}
}

func TestAccountsOfAContact(t *testing.T) {
	a, b := theTwo(t)
	press := doc(t, "Mail", "2024-05-04", "Reyes called Holt on Friday. They are said to have spoken of the border.").
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on Friday")).
		point(readout.Discussed, "Reyes Holt", "spoken of the border", about("border"))
	got := Build(readings(press, b, a), asOf)
	if len(got) != 1 || len(got[0].Accounts) != 3 || len(got[0].Comparison) != 1 {
		t.Fatalf("%s: %d accounts", ids(got), len(got[0].Accounts))
	}
	acc := got[0].Accounts
	if acc[0].Side != "ARV" || !acc[0].Official || acc[0].Complete != readout.Complete || acc[2].Official || acc[2].Kind != readout.PressAccount || acc[2].Complete != readout.Undetermined {
		t.Errorf("accounts %+v", acc)
	}
	if c := got[0].Comparison[0]; c.A.Issuer != "org/arven-palace" || c.Points[0].A[0].Quote == "" {
		t.Errorf("comparison %+v", c.A)
	}
}

func TestQuotedReadoutIsAnAccountOfItsIssuer(t *testing.T) {
	readoutA := "Reyes and Holt spoke today about the bridge. They agreed to open it in June."
	readoutB := "A conversation of Holt and Reyes took place. The bridge was discussed …"
	x := doc(t, "River Blog", "2024-05-04", "Two capitals, one call:\n"+readoutA+"\nAnd the other side:\n"+readoutB+"\nWho is right?").
		issued("palace", readout.Readout, readoutA).issued("chancery", readout.Readout, readoutB).
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes and Holt spoke today", on("2024-05-03", "today")).
		report(readout.Conversation, readout.Held, "Holt Reyes", "A conversation of Holt and Reyes took place").
		point(readout.Agreed, "Reyes Holt", "agreed to open it in June").
		point(readout.Discussed, "Holt Reyes", "The bridge was discussed", func(_ *text, p *readout.Point) { p.Contact = "c2" })
	x.r.Passages[3].Excerpt = true // the chancery's
	got := Build(readings(x), asOf)
	if len(got) != 1 || len(got[0].Accounts) != 2 || len(got[0].Comparison) != 1 {
		t.Fatalf("%s: %+v", ids(got), got)
	}
	c := got[0].Comparison[0]
	if c.A.Complete != readout.Complete || c.B.Complete != readout.Incomplete || c.A.Words != 15 {
		t.Errorf("%+v and %+v: a text that is cut is not complete", c.A, c.B)
	}
}

func TestKindsOfAccount(t *testing.T) {
	words := "Reyes called Holt on 3 May. They spoke of fish."
	for _, c := range []struct {
		name     string
		official bool
		form     readout.AccountKind
		kind     readout.AccountKind
		complete readout.Completeness
	}{
		{"an institution's page that does not say", true, "", readout.ReadoutAccount, readout.Complete},
		{"its remarks", true, readout.Remarks, readout.Remarks, readout.Undetermined},
		{"its joint statement", true, readout.JointStatement, readout.JointStatement, readout.Complete},
		{"the press, of a readout", false, readout.ReadoutAccount, readout.PressAccount, readout.Undetermined},
		{"a post", false, readout.Post, readout.Post, readout.Undetermined},
	} {
		x := doc(t, "Arven Palace", "2024-05-03", words)
		x.r.Document.Form = c.form
		if c.official {
			x.issued("palace", readout.Body, words)
		}
		x.report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on 3 May"))
		got := Build(readings(x), asOf)[0].Accounts
		if len(got) != 1 || got[0].Kind != c.kind || got[0].Complete != c.complete {
			t.Errorf("%s: %+v, want %s, complete %s", c.name, got, c.kind, c.complete)
		}
	}
}
