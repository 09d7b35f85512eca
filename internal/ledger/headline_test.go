package ledger

import (
	"testing"

	"readout"
)

// A headline goes with the contact that its text begins with, whatever word it uses
// and whoever it names for them.
func TestHeadlineStandsOverTheTextsContact(t *testing.T) {
	called := func(t *testing.T, title string, more ...string) *text {
		words := "Reyes spoke with Holt by telephone today."
		for _, w := range more {
			words += " " + w
		}
		return doc(t, "Arven Palace", "2024-05-03", words).titled(title).
			report(readout.Call, readout.Held, "Reyes Holt", "Reyes spoke with Holt by telephone", on("2024-05-03", "today"))
	}
	tests := []struct {
		name string
		text *text
		want string
	}{
		{"another word for it", called(t, "Meeting of Reyes and Holt").heads(readout.Meeting, readout.Held), "2024-05-03-holt-reyes-call held 1"},
		{"a state for its president", called(t, "Reyes's talks with Costava").heads(readout.Talks, readout.Held), "2024-05-03-holt-reyes-call held 1"},
		{"an adviser, and whom she advises", called(t, "Call of Reyes and Holt, adviser to Sande").heads(readout.Call, readout.Held), "2024-05-03-holt-reyes-call held 1"},
		{"an office that somebody else was thought to hold", called(t, "Reyes's meeting with the Chancellor").heads(readout.Meeting, readout.Held, func(x *text, r *readout.Report) {
			r.Parties = append(r.Parties, readout.Party{Entity: x.known("Sande"), Name: "Mira Sande", Country: "COS", Words: readout.WordsIn(readout.InTitle, x.inTitle("the Chancellor"))})
		}), "2024-05-03-holt-reyes-call held 1"},
		{"a body of which one has no country", doc(t, "Arven Palace", "2024-05-03", "Reyes spoke today by video with Holt and Ida Moss of the Council.").titled("Reyes meets Costava's Council").
			heads(readout.Meeting, readout.Held).
			report(readout.Video, readout.Held, "Reyes Holt", "Reyes spoke today by video", joined("Ida Moss"), on("2024-05-03", "today")), "2024-05-03-holt-moss-reyes-video held 1"},
		{"a compatriot whom the headline leaves out", doc(t, "Arven Palace", "2024-05-03", "Reyes, Holt and Sande spoke by telephone today.").titled("Call of Reyes and Holt").heads(readout.Meeting, readout.Held).
			report(readout.Call, readout.Held, "Reyes Holt Sande", "Reyes, Holt and Sande spoke", on("2024-05-03", "today")), "2024-05-03-holt-reyes-sande-call held 1"},
		{"somebody whom the text does not name", called(t, "Meeting of Reyes and Sande").heads(readout.Meeting, readout.Held),
			"2024-05-03-holt-reyes-call held 1\n2024-05-03-reyes-sande-meeting held 1"},
		{"a talk, in which they speak of something else", called(t, "Remarks by Reyes and Holt before their meeting").formed(readout.Remarks).heads(readout.Meeting, readout.Held),
			"2024-05-03-holt-reyes-call held 1\n2024-05-03-holt-reyes-meeting held 1"},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			if got := ids(Build(readings(c.text), asOf)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// What the same words, or looser words further down, tell again is one contact.
func TestOneTextTellsItTwice(t *testing.T) {
	spoke := "Reyes held a call of three with Holt today to offer her congratulations."
	tests := []struct {
		name string
		text *text
		want string
	}{
		{"a call and a letter in one sentence", doc(t, "Arven Palace", "2024-05-03", spoke).
			report(readout.Call, readout.Held, "Reyes Holt", spoke, on("2024-05-03", "today")).
			report(readout.Letter, readout.Held, "Reyes Holt", spoke), "2024-05-03-holt-reyes-call held 1"},
		{"a meeting and a call in one sentence, without a day", doc(t, "Arven Palace", "2024-05-03", spoke).
			report(readout.Meeting, readout.Held, "Reyes Holt", spoke).
			report(readout.Call, readout.Held, "Reyes Holt", spoke), "2024-05-03-holt-reyes-call held 1"},
		{"a plan for two days", doc(t, "Harbour Mail", "2024-05-01", "Reyes will meet Holt on Thursday and Friday.").
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes will meet Holt on Thursday and Friday", on("2024-05-02", "Thursday")).
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes will meet Holt on Thursday and Friday", on("2024-05-03", "Friday")), "2024-05-03-holt-reyes-meeting unreported 1"},
		{"what they spoke of, and where that is", doc(t, "Arven Palace", "2024-05-03", "Reyes met Holt in Ostby today. Reyes and Holt discussed the floods in Costava.").
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt in Ostby today", on("2024-05-03", "today"), at("place/ostby", "Ostby")).
			report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes and Holt discussed the floods", at("state/COS", "Costava")), "2024-05-03-holt-reyes-meeting held 1"},
		{"a call of the morning and a meeting of the evening", doc(t, "Arven Palace", "2024-05-03", "Reyes called Holt this morning. Reyes met Holt this evening.").
			report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03T08:00", "this morning")).
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03T19:00", "this evening")), "2024-05-03-holt-reyes-call held 1\n2024-05-03-holt-reyes-meeting held 1"},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			if got := ids(Build(readings(c.text), asOf)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// An echo in a later paragraph of a page that opens with its contact is that contact;
// of a talk it is not.
func TestEchoInALaterParagraph(t *testing.T) {
	for _, form := range []readout.AccountKind{readout.ReadoutAccount, readout.Remarks} {
		first, second := "Reyes met Holt today.", "Reyes and Holt discussed fish."
		x := doc(t, "Arven Palace", "2024-05-08", first+second).formed(form).issued("palace", readout.Body, first).
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-08", "today")).
			report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes and Holt discussed", begunBy(1))
		x.issued("palace", readout.Body, second)
		got := Build(readings(x), asOf)
		if len(got) != 1 {
			t.Errorf("%s: %s", form, ids(got))
		}
	}
}
