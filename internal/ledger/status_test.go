package ledger

import (
	"testing"

	"readout"
)

func TestStatus(t *testing.T) {
	friday := func(st readout.Status, outlet, day, words string, more ...func(*text, *readout.Report)) func(*testing.T) *text {
		return func(t *testing.T) *text {
			return doc(t, outlet, day, "Reyes and Holt on Friday: "+words).
				report(readout.Call, st, "Reyes Holt", words, append(more, on("2024-05-03", "on Friday"))...)
		}
	}
	scheduled := friday(readout.Scheduled, "Mail", "2024-05-01", "will talk")
	tests := []struct {
		name  string
		texts []func(*testing.T) *text
		want  readout.Status
	}{
		{"a plan whose day passed", []func(*testing.T) *text{scheduled}, readout.Unreported},
		{"held after a plan", []func(*testing.T) *text{scheduled, friday(readout.Held, "Mail", "2024-05-03", "talked")}, readout.Held},
		{"a proposal stays a proposal", []func(*testing.T) *text{friday(readout.Proposed, "Mail", "2024-05-01", "offered")}, readout.Proposed},
		{"cancelled after a plan", []func(*testing.T) *text{scheduled, friday(readout.Cancelled, "Post", "2024-05-02", "called off")}, readout.Cancelled},
		{"cancelled, then taken up again", []func(*testing.T) *text{scheduled, friday(readout.Cancelled, "Post", "2024-05-02", "called off"),
			friday(readout.Held, "Post", "2024-05-03", "talked")}, readout.Held},
		{"the same voice replaces what it said", []func(*testing.T) *text{
			friday(readout.Held, "Post", "2024-05-03", "talked"), friday(readout.Denied, "Post", "2024-05-04", "never talked")}, readout.Denied},
		{"a party's denial against the press", []func(*testing.T) *text{
			friday(readout.Held, "Post", "2024-05-03", "talked"),
			friday(readout.Denied, "Mail", "2024-05-04", "never talked", says("palace", "never talked"))}, readout.Denied},
		{"a party's account against the press's denial", []func(*testing.T) *text{
			friday(readout.Held, "Post", "2024-05-03", "talked", says("palace", "talked")),
			friday(readout.Denied, "Mail", "2024-05-04", "never talked")}, readout.Held},
		{"a headline never outranks the text", []func(*testing.T) *text{func(t *testing.T) *text {
			return doc(t, "Mail", "2024-05-01", "SET: Reyes and Holt\nA call of Reyes and Holt was offered.").
				report(readout.Call, readout.Scheduled, "Reyes Holt", "SET: Reyes and Holt", headline).
				report(readout.Call, readout.Proposed, "Reyes Holt", "A call of Reyes and Holt was offered")
		}}, readout.Proposed},
		{"a party's denial of earlier contacts, before the day", []func(*testing.T) *text{
			friday(readout.Denied, "Mail", "2024-05-02", "have had no contact", says("palace", "have had no contact")),
			friday(readout.Held, "Post", "2024-05-03", "talked")}, readout.Held},
		{"told as held before its day", []func(*testing.T) *text{friday(readout.Held, "Post", "2024-04-20", "meet")}, readout.Unreported},
		{"a headline with nothing under it", []func(*testing.T) *text{scheduled, friday(readout.Held, "Post", "2024-05-04", "TALKED", headline)}, readout.Held},
		{"a forecast gives way to a party's plan", []func(*testing.T) *text{
			friday(readout.Expected, "Post", "2024-05-02", "may talk"),
			friday(readout.Proposed, "Mail", "2024-05-01", "offered", says("palace", "offered"))}, readout.Proposed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var texts []*text
			for _, f := range tt.texts {
				texts = append(texts, f(t))
			}
			got := Build(readings(texts...), asOf)
			if len(got) != 1 || got[0].Status != tt.want {
				t.Fatalf("got %s, want one contact, %s", ids(got), tt.want)
			}
			if len(got[0].History) < len(texts) {
				t.Errorf("%d claims of %d texts", len(got[0].History), len(texts))
			}
		})
	}
}

func TestUnreportedOnlyOnceTheDayHasPassed(t *testing.T) {
	x := doc(t, "Mail", "2024-05-01", "Reyes will call Holt on Friday.").
		report(readout.Call, readout.Scheduled, "Reyes Holt", "Reyes will call Holt", on("2024-05-03", "on Friday"))
	later := doc(t, "Post", "2024-05-09", "Reyes and Holt are said to differ on fish.")
	for day, want := range map[string]readout.Status{"2024-05-03": readout.Scheduled, "2024-05-04": readout.Unreported, "": readout.Scheduled} {
		got := Build(readings(x, later), Options{AsOf: day})
		if len(got) != 1 || got[0].Status != want {
			t.Errorf("as of %q: %s, want %s", day, ids(got), want)
		}
		if c := got[0].Coverage; c.Documents != 1 || c.LastPublished != "2024-05-09" {
			t.Errorf("coverage %+v, want the one later text", c)
		}
	}
}

func TestDisputes(t *testing.T) {
	a := doc(t, "Mail", "2024-05-03", "Reyes called Holt on Friday.").issued("palace", readout.Body, "Reyes called Holt on Friday.").
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on Friday"), begunBy(0))
	b := doc(t, "Post", "2024-05-03", "Holt called Reyes on Friday.").issued("chancery", readout.Body, "Holt called Reyes on Friday.").
		report(readout.Call, readout.Held, "Holt Reyes", "Holt called Reyes", on("2024-05-03", "on Friday"), begunBy(0))
	got := Build(readings(a, b), asOf)
	if len(got) != 1 || len(got[0].Disputes) != 1 || got[0].Disputes[0].Field != "initiator" {
		t.Fatalf("want one contact with a dispute on the initiator, got %+v", got)
	}
	if c := got[0].Disputes[0].Claims; len(c) != 2 || c[0].Value == c[1].Value || c[0].Quote == "" {
		t.Errorf("claims %+v", c)
	}
}

func TestPublicationDayIsMarked(t *testing.T) {
	x := doc(t, "Mail", "2024-05-05", "Reyes called Holt about fish.").report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt")
	w := Build(readings(x), asOf)[0].When
	if w == nil || w.EDTF != "2024-05-05~" || w.Basis != "published" || w.Quote != "2024-05-05" {
		t.Errorf("when %+v", w)
	}
}

func TestOneDayInTwoZones(t *testing.T) {
	a := doc(t, "palace", "2024-05-04", "Reyes called Holt on 3 May.").issued("palace", readout.Body, "Reyes called Holt on 3 May.").
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on 3 May"))
	b := doc(t, "chancery", "2024-05-04", "Holt took a call from Reyes on 4 May.").issued("chancery", readout.Body, "Holt took a call from Reyes on 4 May.").
		report(readout.Call, readout.Held, "Holt Reyes", "Holt took a call from Reyes", on("2024-05-04", "on 4 May"))
	got := Build(readings(a, b), asOf)
	if len(got) != 1 || got[0].When.EDTF != "2024-05-03/2024-05-04" {
		t.Errorf("got %s, want one call over two days", ids(got))
	}
}

func TestCallsOnConsecutiveDaysStayApart(t *testing.T) {
	call := func(by, day, words string) *text {
		return doc(t, by, day, "Reyes and Holt spoke "+words).issued(by, readout.Body, "Reyes and Holt spoke "+words).
			report(readout.Call, readout.Held, "Reyes Holt", "Reyes and Holt spoke", on(day, words))
	}
	got := Build(readings(call("palace", "2024-05-03", "on 3 May"), call("chancery", "2024-05-04", "on 4 May"),
		call("palace", "2024-05-04", "on 4 May, again"), call("palace", "2024-05-05", "on 5 May")), asOf)
	if len(got) != 3 {
		t.Errorf("a side's own calls of three days are three: %s", ids(got))
	}
}
