package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout"
)

// signed seals a correction of Ada Moss, n minutes after noon.
func signed(t *testing.T, n int, c readout.Correction) readout.Correction {
	t.Helper()
	c.By, c.At = "Ada Moss", fmt.Sprintf("2024-08-01T12:%02d:00Z", n)
	sealed, err := Seal(c)
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

// corrected builds the ledger of texts with each correction made of the ledger
// as it stood before it.
func corrected(t *testing.T, texts []*text, make ...func(*Ledger) readout.Correction) *Ledger {
	t.Helper()
	opt := asOf
	l := New(readings(texts...), opt)
	for i, f := range make {
		opt.Corrections = append(opt.Corrections, signed(t, i, f(l)))
		l = New(readings(texts...), opt)
	}
	return l
}

// twoCalls are a plan, the call held on it, and another side's text of a call
// that day.
func twoCalls(t *testing.T) []*text {
	t.Helper()
	return []*text{
		doc(t, "Harbour Mail", "2024-05-01", "Reyes is to speak with Holt by phone on Friday.").
			report(readout.Call, readout.Scheduled, "Reyes Holt", "is to speak with Holt by phone", on("2024-05-03", "on Friday")),
		doc(t, "Inland Post", "2024-05-03", "Holt and Reyes spoke on Friday.").
			report(readout.Call, readout.Held, "Holt Reyes", "Holt and Reyes spoke", on("2024-05-03", "on Friday")),
		doc(t, "Coast Wire", "2024-05-04", "Holt rang Reyes on Friday night.").
			report(readout.Call, readout.Held, "Holt Reyes", "Holt rang Reyes", on("2024-05-03", "on Friday"), begunBy(0)),
	}
}

func edit(values ...string) func(*Ledger) readout.Correction {
	return func(l *Ledger) readout.Correction {
		var list []readout.FieldValue
		for _, v := range values {
			field, value, _ := strings.Cut(v, "=")
			list = append(list, readout.FieldValue{Field: field, Value: value})
		}
		return l.EditContact(&l.Contacts[0], list...)
	}
}

func accept(names ...string) func(*Ledger) readout.Correction {
	return func(l *Ledger) readout.Correction {
		c, err := l.Accept(&l.Contacts[0], names...)
		if err != nil {
			panic(err)
		}
		return c
	}
}

func undo(n int) func(*Ledger) readout.Correction {
	return func(l *Ledger) readout.Correction { return Undo(l.Corrections[n].ID) }
}

func splitOff(claims ...int) func(*Ledger) readout.Correction {
	return func(l *Ledger) readout.Correction {
		c, err := l.SplitContact(&l.Contacts[0], claims...)
		if err != nil {
			panic(err)
		}
		return c
	}
}

func reject(claims ...int) func(*Ledger) readout.Correction {
	return func(l *Ledger) readout.Correction { return l.Reject(&l.Contacts[0], claims...) }
}

func TestCorrections(t *testing.T) {
	merge := func(l *Ledger) readout.Correction { return l.MergeContacts(&l.Contacts[0], &l.Contacts[1]) }
	tests := []struct {
		name string
		make []func(*Ledger) readout.Correction
		want string // of the contacts, then of the corrections
	}{
		{"none", nil, "2024-05-03-holt-reyes-call held 3"},
		{"another day and status", []func(*Ledger) readout.Correction{edit("when=2024-05-05", "status=denied")},
			"2024-05-05-holt-reyes-call denied 3 | applied"},
		{"no day", []func(*Ledger) readout.Correction{edit("when=")}, "undated-holt-reyes-call held 3 | applied"},
		{"another party, by name", []func(*Ledger) readout.Correction{edit("parties=Ana Reyes; Mira Sande")},
			"2024-05-03-reyes-sande-call held 3 | applied"},
		{"a plan that a person gives passes like any other", []func(*Ledger) readout.Correction{edit("status=scheduled")},
			"2024-05-03-holt-reyes-call unreported 3 | applied"},
		{"the later of two values", []func(*Ledger) readout.Correction{edit("when=2024-05-05"), edit("when=2024-05-06")},
			"2024-05-06-holt-reyes-call held 3 | superseded applied"},
		{"taken back", []func(*Ledger) readout.Correction{edit("when=2024-05-05"), undo(0)},
			"2024-05-03-holt-reyes-call held 3 | withdrawn applied"},
		{"taken back, and that too", []func(*Ledger) readout.Correction{edit("when=2024-05-05"), undo(0), undo(1)},
			"2024-05-05-holt-reyes-call held 3 | applied withdrawn applied"},
		{"a claim that is rejected", []func(*Ledger) readout.Correction{reject(1)}, "2024-05-03-holt-reyes-call held 2 | applied"},
		{"a contact that is rejected", []func(*Ledger) readout.Correction{reject()}, " | applied"},
		{"two calls on one day", []func(*Ledger) readout.Correction{splitOff(2)},
			"2024-05-03-holt-reyes-call held 1\n2024-05-03-holt-reyes-call-2 held 2 | applied"},
		{"and one again", []func(*Ledger) readout.Correction{splitOff(2), merge}, "2024-05-03-holt-reyes-call held 3 | applied applied"},
		{"what is rejected bears no value", []func(*Ledger) readout.Correction{edit("when=2024-05-05"), reject()}, " | lost applied"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := corrected(t, twoCalls(t), tt.make...)
			var states []string
			for _, row := range l.Corrections {
				states = append(states, string(row.State))
			}
			got := ids(l.Contacts)
			if states != nil {
				got += " | " + strings.Join(states, " ")
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			for i := range l.Contacts {
				if printed(t, l.Contacts[i:i+1]) == "" {
					t.Error("a contact that cannot be printed")
				}
			}
		})
	}
}

func TestAnEntrySaysWhatAPersonHasConfirmed(t *testing.T) {
	l := corrected(t, twoCalls(t), accept("channel", "initiator"), edit("place=Ostby"))
	c := l.Contacts[0]
	if c.Review != "machine" || len(c.Reviews) != 3 {
		t.Errorf("review %s, %+v", c.Review, c.Reviews)
	}
	for i, want := range []readout.Review{
		{Action: readout.AcceptAction, Field: "channel", Value: "call"}, {Action: readout.AcceptAction, Field: "initiator", Value: "person/jon-holt"},
		{Action: readout.EditAction, Field: "place", Value: "Ostby"},
	} {
		got := c.Reviews[i]
		if got.Action != want.Action || got.Field != want.Field || got.Value != want.Value || got.By != "Ada Moss" || got.Correction == "" {
			t.Errorf("review %d: %+v, want %+v", i, got, want)
		}
	}
	if c.Place == nil || c.Place.Name != "Ostby" || c.Place.Quote == "" {
		t.Errorf("a value of a person stands on the words of the claim: %+v", c.Place)
	}
	if whole := corrected(t, twoCalls(t), accept()).Contacts[0]; whole.Review != "checked" {
		t.Errorf("all values confirmed: %s", whole.Review)
	}
}

// A confirmed status gives way where further documents tell otherwise, and says
// so; a confirmed channel stays.
func TestAConfirmedValueAndFurtherDocuments(t *testing.T) {
	texts := twoCalls(t)
	before := New(readings(texts[0]), Options{AsOf: "2024-05-02"})
	c, err := before.Accept(&before.Contacts[0])
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{AsOf: "2024-06-01", Corrections: []readout.Correction{signed(t, 0, c)}}
	if got := New(readings(texts[0]), Options{AsOf: "2024-05-02", Corrections: opt.Corrections}).Contacts[0]; got.Status != readout.Scheduled || got.Review != "checked" {
		t.Errorf("as confirmed: %s, %s", got.Status, got.Review)
	}
	if got := New(readings(texts[0]), opt).Contacts[0]; got.Status != readout.Unreported {
		t.Errorf("a plan that was confirmed passes: %s", got.Status)
	}
	got := New(readings(texts[0], texts[2]), opt).Contacts[0]
	i := slices.IndexFunc(got.Reviews, func(r readout.Review) bool { return r.Field == "status" })
	if got.Status != readout.Held || i < 0 || !got.Reviews[i].Outdated || got.Reviews[i].Machine != "held" || got.Review != "machine" {
		t.Errorf("%s, %+v", got.Status, got.Reviews)
	}
}

// Corrections hold on to words: texts that come in later, and ids that change
// by them, leave them where they were.
func TestACorrectionStaysWithItsWords(t *testing.T) {
	texts := twoCalls(t)
	l := New(readings(texts[1]), asOf)
	opt := asOf
	opt.Corrections = []readout.Correction{signed(t, 0, l.EditContact(&l.Contacts[0], readout.FieldValue{Field: "duration", Value: "PT20M"}))}
	early := doc(t, "Early Mail", "2024-05-02", "Holt and Reyes will talk on Friday and Sande met Reyes on Friday.").
		report(readout.Call, readout.Scheduled, "Holt Reyes", "Holt and Reyes will talk", on("2024-05-03", "on Friday")).
		report(readout.Meeting, readout.Held, "Sande Reyes", "Sande met Reyes", on("2024-05-03", "on Friday"))
	for _, c := range New(readings(append(texts, early)...), opt).Contacts {
		if has := c.Duration != nil; has != (c.Channel == readout.Call) {
			t.Errorf("%s: duration %v", c.ID, c.Duration)
		}
	}
	row := New(readings(early), opt).Corrections[0]
	if row.State != readout.Lost || row.Reason == "" {
		t.Errorf("without its text it is lost, and says so: %+v", row)
	}
}

// A text that is read otherwise now: the same words with another status still
// bear an edit; a rejection was of what was read then.
func TestACorrectionAfterAnotherReading(t *testing.T) {
	old := twoCalls(t)[2]
	l := New(readings(old), asOf)
	changed := *twoCalls(t)[2]
	changed.r.Contacts[0].Status = readout.Denied
	for _, tt := range []struct {
		name string
		make func(*Ledger) readout.Correction
		want readout.CorrectionState
	}{
		{"edit", edit("duration=PT5M"), readout.Applied}, {"reject", reject(), readout.Lost},
	} {
		opt := asOf
		opt.Corrections = []readout.Correction{signed(t, 0, tt.make(l))}
		if got := New(readings(&changed), opt); got.Corrections[0].State != tt.want || len(got.Contacts) != 1 {
			t.Errorf("%s: %+v", tt.name, got.Corrections[0])
		}
	}
	other := *twoCalls(t)[2]
	other.r.Contacts[0].Parties = other.r.Contacts[0].Parties[:1]
	opt := asOf
	opt.Corrections = []readout.Correction{signed(t, 0, edit("duration=PT5M")(l))}
	if got := New(readings(&other), opt).Corrections[0].State; got != readout.Lost {
		t.Errorf("other parties on the words: %s", got)
	}
}

// A later text joins the side of a split that it fits.
func TestASplitHoldsForLaterTexts(t *testing.T) {
	morning := doc(t, "Harbour Mail", "2024-05-03", "Reyes called Holt at dawn on Friday.").
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03T05:30", "at dawn"))
	evening := doc(t, "Coast Wire", "2024-05-04", "Holt rang Reyes late on Friday.").
		report(readout.Call, readout.Held, "Holt Reyes", "Holt rang Reyes", on("2024-05-03T21:00", "late on Friday"))
	later := doc(t, "Inland Post", "2024-05-05", "At 20:50 on Friday Holt spoke to Reyes by phone.").
		report(readout.Call, readout.Held, "Holt Reyes", "Holt spoke to Reyes by phone", on("2024-05-03T20:50", "At 20:50 on Friday"))
	l := New(readings(morning, evening), asOf)
	if len(l.Contacts) != 1 {
		t.Fatalf("the test says nothing: %s", ids(l.Contacts))
	}
	opt := asOf
	opt.Corrections = []readout.Correction{signed(t, 0, splitOff(1)(l))}
	got := New(readings(morning, evening, later), opt)
	if len(got.Contacts) != 2 {
		t.Errorf("got %s", ids(got.Contacts))
	}
	for _, c := range got.Contacts {
		if len(c.Documents) == 2 && slices.Contains(c.Documents, morning.r.Document.ID) {
			t.Errorf("the text of the evening joined the morning: %s", c.Documents)
		}
	}
}

func TestAPromiseThatAPersonSettles(t *testing.T) {
	words := "Reyes called Holt on 3 May. They agreed to release the boats."
	x := doc(t, "Arven Palace", "2024-05-03", words).issued("palace", readout.Body, words).
		report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on 3 May")).
		point(readout.Agreed, "Reyes Holt", "agreed to release the boats", promise)
	later := doc(t, "Mail", "2024-06-20", "The boats of Arvenia sailed home.")
	ground := readout.Words{Document: later.r.Document.ID, From: readout.At(later.span("The boats of Arvenia sailed home")), Quote: "The boats of Arvenia sailed home"}
	l := corrected(t, []*text{x, later}, func(l *Ledger) readout.Correction {
		return Settle(&l.Contacts[0].Commitments[0], readout.Kept, ground)
	})
	got := l.Contacts[0].Commitments[0]
	if got.Outcome != readout.Kept || got.Basis != "person" || len(got.Evidence) != 1 || got.Review == nil || got.Review.Machine != "open" {
		t.Errorf("%+v", got)
	}
	if l.Corrections[0].Contact != l.Contacts[0].ID {
		t.Errorf("%+v", l.Corrections[0])
	}
}

func TestSeal(t *testing.T) {
	l := New(readings(twoCalls(t)...), asOf)
	good := l.EditContact(&l.Contacts[0], readout.FieldValue{Field: "when", Value: "2024-05-05"})
	good.By, good.At = "Ada Moss", "2024-08-01T14:00:00+02:00"
	sealed, err := Seal(good)
	if err != nil || sealed.At != "2024-08-01T12:00:00.000Z" || !strings.HasPrefix(sealed.ID, "k") {
		t.Errorf("%+v, %v", sealed, err)
	}
	if again, err := Seal(sealed); err != nil || again.ID != sealed.ID {
		t.Errorf("sealed twice: %s, %v", again.ID, err)
	}
	for name, spoil := range map[string]func(*readout.Correction){
		"nobody":             func(c *readout.Correction) { c.By = " " },
		"no moment":          func(c *readout.Correction) { c.At = "yesterday" },
		"no such action":     func(c *readout.Correction) { c.Action = "improve" },
		"no target":          func(c *readout.Correction) { c.Target = nil },
		"no value":           func(c *readout.Correction) { c.Values = nil },
		"no such field":      func(c *readout.Correction) { c.Values[0].Field = "mood" },
		"no such status":     func(c *readout.Correction) { c.Values[0] = readout.FieldValue{Field: "status", Value: "done"} },
		"no day":             func(c *readout.Correction) { c.Values[0].Value = "soon" },
		"two of one field":   func(c *readout.Correction) { c.Values = append(c.Values, c.Values[0]) },
		"another's id":       func(c *readout.Correction) { c.ID = "k0123456789abcdef" },
		"a target for undo":  func(c *readout.Correction) { c.Action, c.Values, c.Undoes = readout.UndoAction, nil, "k1" },
		"a merge with none":  func(c *readout.Correction) { c.Action, c.Values = readout.MergeAction, nil },
		"a note of no words": func(c *readout.Correction) { c.Action, c.Values = readout.NoteAction, nil },
		"no quote":           func(c *readout.Correction) { c.Target[0].Quote = "" },
	} {
		c := good
		c.Values, c.Target = slices.Clone(good.Values), slices.Clone(good.Target)
		spoil(&c)
		if _, err := Seal(c); !errors.Is(err, readout.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
