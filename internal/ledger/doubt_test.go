package ledger

import (
	"slices"
	"testing"

	"readout"
)

// doubtful are texts with a doubt of every kind: two meetings of one pair on
// days that touch, a report joined by "last met", a day that only publication
// gives, a plan that nothing is told of, and two lengths.
func doubtful(t *testing.T) []*text {
	t.Helper()
	return []*text{
		doc(t, "Harbour Mail", "2024-05-03", "Reyes met Holt on Thursday. They had met in spring.").
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-02", "on Thursday")),
		doc(t, "Inland Post", "2024-05-04", "Holt met Reyes on Friday.").
			report(readout.Meeting, readout.Held, "Holt Reyes", "Holt met Reyes", on("2024-05-03", "on Friday")),
		doc(t, "Coast Wire", "2024-06-09", "Reyes and Holt last met weeks ago.").
			report(readout.Meeting, readout.Held, "Holt Reyes", "Reyes and Holt last met", background),
		doc(t, "Coast Wire", "2024-06-11", "Sande rang Reyes.").
			report(readout.Call, readout.Held, "Sande Reyes", "Sande rang Reyes"),
		doc(t, "Harbour Mail", "2024-06-12", "Reyes will visit Costava on 1 July.").
			report(readout.Visit, readout.Scheduled, "Reyes Costava", "will visit Costava", on("2024-07-01", "on 1 July")),
	}
}

func kinds(l *Ledger) []DoubtKind {
	var out []DoubtKind
	for _, d := range l.Doubts() {
		out = append(out, d.Kind)
	}
	return out
}

func TestDoubts(t *testing.T) {
	l := New(readings(doubtful(t)...), asOf)
	want := []DoubtKind{Twins, Joined, UnsureDay, Silent}
	if got := kinds(l); !slices.Equal(got, want) {
		t.Fatalf("doubts %v, want %v: %+v", got, want, l.Doubts())
	}
	for _, d := range l.Doubts() {
		if d.Kind == Joined && d.Reason != lastBefore {
			t.Errorf("joined: %+v", d)
		}
	}
}

// TestDoubtsAreSettled: each doubt goes when a person settles it, whichever way,
// comes back when that is undone, and no other goes with it.
func TestDoubtsAreSettled(t *testing.T) {
	texts := doubtful(t)
	contact := func(l *Ledger, id string) *readout.Contact {
		i := slices.IndexFunc(l.Contacts, func(c readout.Contact) bool { return c.ID == id })
		if i < 0 {
			t.Fatalf("no contact %s", id)
		}
		return &l.Contacts[i]
	}
	acts := map[string]struct {
		kind DoubtKind
		make func(*Ledger, Doubt) readout.Correction
	}{
		"apart": {Twins, func(l *Ledger, d Doubt) readout.Correction {
			return l.KeepApart(contact(l, d.Contact), contact(l, d.Other))
		}},
		"one": {Twins, func(l *Ledger, d Doubt) readout.Correction {
			return l.MergeContacts(contact(l, d.Contact), contact(l, d.Other))
		}},
		"together": {Joined, func(l *Ledger, d Doubt) readout.Correction { return l.KeepJoined(contact(l, d.Contact), d.Claim-1) }},
		"split off": {Joined, func(l *Ledger, d Doubt) readout.Correction {
			c, err := l.SplitContact(contact(l, d.Contact), d.Claim-1)
			if err != nil {
				t.Fatal(err)
			}
			return c
		}},
		"day": {UnsureDay, func(l *Ledger, d Doubt) readout.Correction {
			return l.EditContact(contact(l, d.Contact), readout.FieldValue{Field: "when", Value: "2024-06-10"})
		}},
		"as it stands": {Silent, func(l *Ledger, d Doubt) readout.Correction {
			c, err := l.Accept(contact(l, d.Contact), "status")
			if err != nil {
				t.Fatal(err)
			}
			return c
		}},
	}
	for name, act := range acts {
		before := New(readings(texts...), asOf)
		all := kinds(before)
		i := slices.Index(all, act.kind)
		settle := func(l *Ledger) readout.Correction { return act.make(l, l.Doubts()[i]) }
		after := corrected(t, texts, settle)
		if got, want := kinds(after), slices.Delete(slices.Clone(all), i, i+1); !slices.Equal(got, want) && name != "split off" {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		if slices.Contains(after.Doubts(), before.Doubts()[i]) { // one that is split off may join another, as doubtfully
			t.Errorf("%s: still in doubt: %+v", name, after.Doubts())
		}
		if got := kinds(corrected(t, texts, settle, undo(0))); !slices.Equal(got, all) {
			t.Errorf("%s, undone: %v, want %v", name, got, all)
		}
	}
}
