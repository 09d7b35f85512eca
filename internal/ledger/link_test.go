package ledger

import (
	"testing"

	"readout"
)

// asOf is a day long after everything in the tests.
var asOf = Options{AsOf: "2026-01-01"}

func TestLink(t *testing.T) {
	tests := []struct {
		name  string
		texts func(t *testing.T) []*text
		want  string
	}{
		{"a plan and what was held that day are one", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-01", "Reyes is to speak with Holt by phone on Friday.").
					report(readout.Call, readout.Scheduled, "Reyes Holt", "is to speak with Holt by phone", on("2024-05-03", "on Friday")),
				doc(t, "Inland Post", "2024-05-03", "Holt and Reyes spoke on Friday.").
					report(readout.Conversation, readout.Held, "Holt Reyes", "Holt and Reyes spoke", on("2024-05-03", "on Friday")),
			}
		}, "2024-05-03-holt-reyes-call held 2"},
		{"calls of different days stay apart", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Reyes called Holt on Friday.").
					report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on Friday")),
				doc(t, "Harbour Mail", "2024-05-06", "Reyes called Holt on Monday.").
					report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-06", "on Monday")),
			}
		}, "2024-05-06-holt-reyes-call held 1\n2024-05-03-holt-reyes-call held 1"},
		{"two calls that one text tells apart stay two on one day, told by the hour in another", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Reyes called Holt at dawn. In the evening Holt rang Reyes back.").
					report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03T05:30", "at dawn")).
					report(readout.Call, readout.Held, "Reyes Holt", "Holt rang Reyes", on("2024-05-03T20:00", "evening")),
				doc(t, "Inland Post", "2024-05-04", "Holt telephoned Reyes at 20:15 on Friday.").
					report(readout.Call, readout.Held, "Reyes Holt", "Holt telephoned Reyes", on("2024-05-03T20:15", "at 20:15 on Friday")),
			}
		}, "2024-05-03-holt-reyes-call held 1\n2024-05-03-holt-reyes-call-2 held 2"},
		{"another minister of the same state is another contact", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Reyes met Holt on Friday.").
					report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "on Friday")),
				doc(t, "Inland Post", "2024-05-03", "Reyes met Sande on Friday.").
					report(readout.Meeting, readout.Held, "Reyes Sande", "Reyes met Sande", on("2024-05-03", "on Friday")),
			}
		}, "2024-05-03-holt-reyes-meeting held 1\n2024-05-03-reyes-sande-meeting held 1"},
		{"a call and a meeting of one day are two", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Reyes called Holt on Friday.").
					report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on Friday")),
				doc(t, "Inland Post", "2024-05-03", "Reyes met Holt on Friday.").
					report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "on Friday")),
			}
		}, "2024-05-03-holt-reyes-call held 1\n2024-05-03-holt-reyes-meeting held 1"},
		{"a meeting planned and held by video is one", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-01", "Reyes will receive Holt on Friday.").
					report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes will receive Holt", on("2024-05-03", "on Friday")),
				doc(t, "Inland Post", "2024-05-03", "Reyes and Holt talked by video on Friday.").
					report(readout.Video, readout.Held, "Reyes Holt", "Reyes and Holt talked by video", on("2024-05-03", "on Friday")),
			}
		}, "2024-05-03-holt-reyes-video held 2"},
		{"an undated call is the one just before publication", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Reyes called Holt on Friday.").
					report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on Friday")),
				doc(t, "Inland Post", "2024-05-05", "After the call between Reyes and Holt prices fell.").
					report(readout.Call, readout.Held, "Reyes Holt", "call between Reyes and Holt"),
			}
		}, "2024-05-03-holt-reyes-call held 2"},
		{"an undated call alone takes the day of publication", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Inland Post", "2024-05-05", "Reyes called Holt about fish.").
					report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt"),
			}
		}, "2024-05-05-holt-reyes-call held 1"},
		{"met in a month is the meeting planned for its days at that place", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Reyes and Holt want to meet at the Lakes Forum in Ostby on July 7-8.").
					report(readout.Meeting, readout.Proposed, "Reyes Holt", "Reyes and Holt want to meet", on("2024-07-07/2024-07-08", "on July 7-8"), at("place/ostby", "Ostby")),
				doc(t, "Inland Post", "2024-11-05", "Reyes and Holt met in July in Ostby.").
					report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes and Holt met", on("2024-07", "in July"), at("place/ostby", "Ostby")),
			}
		}, "2024-07-07-holt-reyes-meeting held 2"},
		{"a plan put off is what was held weeks later", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Holt will visit Reyes on 12 June.").
					report(readout.Visit, readout.Scheduled, "Holt Reyes", "Holt will visit Reyes", on("2024-06-12", "on 12 June")),
				doc(t, "Harbour Mail", "2024-06-10", "The visit of Holt to Reyes has been put off.").
					report(readout.Visit, readout.Postponed, "Holt Reyes", "visit of Holt to Reyes has been put off"),
				doc(t, "Inland Post", "2024-06-26", "Holt and Reyes met on Wednesday.").
					report(readout.Meeting, readout.Held, "Holt Reyes", "Holt and Reyes met", on("2024-06-26", "on Wednesday")),
			}
		}, "2024-06-26-holt-reyes-meeting held 3"},
		{"a new day that the text of the postponement names", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-06-03", "Holt will visit Reyes on 12 June.").
					report(readout.Visit, readout.Scheduled, "Holt Reyes", "Holt will visit Reyes", on("2024-06-12", "on 12 June")),
				doc(t, "Harbour Mail", "2024-06-10", "The visit of Holt to Reyes is off for now; 26 June is being looked at.").
					report(readout.Visit, readout.Postponed, "Holt Reyes", "visit of Holt to Reyes is off for now").
					report(readout.Visit, readout.Arranging, "Holt Reyes", "26 June is being looked at", on("2024-06-26", "26 June")),
			}
		}, "2024-06-26-holt-reyes-visit postponed 2"},
		{"an invitation becomes a plan becomes a contact", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-03-03", "Reyes has invited Holt to Arvenia.").
					report(readout.Visit, readout.Proposed, "Reyes Holt", "Reyes has invited Holt"),
				doc(t, "Harbour Mail", "2024-03-11", "Holt will go to see Reyes on April 4.").
					report(readout.Visit, readout.Scheduled, "Holt Reyes", "Holt will go to see Reyes", on("2024-04-04", "on April 4")),
				doc(t, "Inland Post", "2024-04-04", "Reyes and Holt held talks on Thursday.").
					report(readout.Talks, readout.Held, "Reyes Holt", "Reyes and Holt held talks", on("2024-04-04", "on Thursday")),
			}
		}, "2024-04-04-holt-reyes-talks held 3"},
		{"a call today and the next one agreed in it are two", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Reyes called Holt on Friday. They will speak again soon.").
					report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-03", "on Friday")).
					report(readout.Call, readout.Arranging, "Reyes Holt", "They will speak again soon"),
			}
		}, "2024-05-03-holt-reyes-call held 1\nundated-holt-reyes-call arranging 1"},
		{"a headline's claim and the body's are one entry", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "CONFIRMED: Reyes sees Holt tomorrow\nA meeting of Reyes and Holt is being arranged.").
					report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes sees Holt", on("2024-05-04", "tomorrow"), headline).
					report(readout.Meeting, readout.Arranging, "Reyes Holt", "A meeting of Reyes and Holt is being arranged"),
			}
		}, "2024-05-04-holt-reyes-meeting unreported 1"},
		{"a journey to a state and the meeting it was made for are one", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Reyes will receive Holt on 18 May.").
					report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes will receive Holt", on("2024-05-18", "on 18 May")),
				doc(t, "Inland Post", "2024-05-07", "Holt has called off his trip to Arvenia.").
					report(readout.Visit, readout.Cancelled, "Holt Arvenia", "Holt has called off his trip to Arvenia"),
			}
		}, "2024-05-18-holt-reyes-meeting cancelled 2"},
		{"a stranger without a country, by full and by family name", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-01", "Tilda Moor will call Holt on Friday.").
					report(readout.Call, readout.Scheduled, "Holt", "will call Holt", on("2024-05-03", "on Friday"), joined("Tilda Moor")),
				doc(t, "Inland Post", "2024-05-03", "Moor called Holt on Friday.").
					report(readout.Call, readout.Held, "Holt", "Moor called Holt", on("2024-05-03", "on Friday"), joined("Moor")),
			}
		}, "2024-05-03-holt-moor-call held 2"},
		{"a king has his name, not his number; a bare headline its channel", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-01", "Oskar II to talk to Holt on Friday").
					report(readout.Conversation, readout.Scheduled, "Holt", "Oskar II to talk to Holt", on("2024-05-03", "on Friday"), joined("Oskar II"), headline),
			}
		}, "2024-05-03-holt-oskar-conversation unreported 1"},
		{"a journey and its meeting in one text", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-01", "Holt will travel to Arvenia on 18 May. There Reyes will receive Holt.").
					report(readout.Visit, readout.Scheduled, "Holt Arvenia", "Holt will travel to Arvenia", on("2024-05-18", "on 18 May")).
					report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes will receive Holt"),
			}
		}, "2024-05-18-holt-reyes-meeting unreported 1"},
		{"states alone are not taken for their leaders", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Reyes met Holt on Friday.").
					report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "on Friday")),
				doc(t, "Inland Post", "2024-05-03", "Arvenia and Costava held talks on Friday.").
					report(readout.Talks, readout.Held, "Arvenia Costava", "Arvenia and Costava held talks", on("2024-05-03", "on Friday")),
			}
		}, "2024-05-03-arv-cos-talks held 1\n2024-05-03-holt-reyes-meeting held 1"},
		{"states are their leaders where the text names them and nothing else fits", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-03", "Reyes met Holt on Friday.").
					report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "on Friday")),
				doc(t, "Inland Post", "2024-05-03", "Arvenia and Costava held talks on Friday, led by Reyes and Holt.").
					report(readout.Talks, readout.Held, "Arvenia Costava", "Arvenia and Costava held talks", on("2024-05-03", "on Friday")),
			}
		}, "2024-05-03-holt-reyes-meeting held 2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(Build(readings(tt.texts(t)...), asOf)); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
