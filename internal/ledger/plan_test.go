package ledger

import (
	"testing"

	"readout"
)

func TestPlansAndWhatBecameOfThem(t *testing.T) {
	met := func(t *testing.T, day, words string, more ...func(*text, *readout.Report)) *text {
		return doc(t, "Inland Post", day, "Reyes and Holt met "+words).
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes and Holt met", append(more, on(day, words))...)
	}
	wish := func(t *testing.T, day, words string, more ...func(*text, *readout.Report)) *text {
		return doc(t, "Harbour Mail", day, words+" was proposed to Reyes by Holt.").
			report(readout.Summit, readout.Proposed, "Reyes Holt", words, more...)
	}
	tests := []struct {
		name  string
		texts func(t *testing.T) []*text
		want  string
	}{
		{"a meeting proposed without a day is the next one within a quarter", func(t *testing.T) []*text {
			return []*text{wish(t, "2024-04-13", "A summit"), met(t, "2024-06-16", "on 16 June")}
		}, "2024-06-16-holt-reyes-meeting held 2"},
		{"but none of half a year later", func(t *testing.T) []*text {
			return []*text{wish(t, "2024-04-13", "A summit"), met(t, "2024-10-16", "on 16 October")}
		}, "2024-10-16-holt-reyes-meeting held 1\nundated-holt-reyes-summit proposed 1"},
		{"unless the place says so", func(t *testing.T) []*text {
			return []*text{wish(t, "2024-04-13", "A summit in Ostby", at("place/ostby", "Ostby")),
				met(t, "2024-10-16", "in Ostby on 16 October", at("place/ostby", "Ostby"))}
		}, "2024-10-16-holt-reyes-meeting held 2"},
		{"and not the one after the next, where the next is elsewhere", func(t *testing.T) []*text {
			elsewhere := met(t, "2024-05-10", "in Costava on 10 May", at("state/COS", "Costava"))
			return []*text{wish(t, "2024-04-13", "A summit in Arvenia", at("state/ARV", "Arvenia")), elsewhere, met(t, "2024-06-16", "on 16 June")}
		}, "2024-06-16-holt-reyes-meeting held 1\n2024-05-10-holt-reyes-meeting held 1\nundated-holt-reyes-summit proposed 1"},
		{"the day of proposing is not the day of the meeting", func(t *testing.T) []*text {
			return []*text{wish(t, "2024-05-03", "A summit last month", on("2024-04", "last month")), met(t, "2024-06-16", "on 16 June")}
		}, "2024-06-16-holt-reyes-meeting held 2"},
		{"a contact told as past is the last one before the text", func(t *testing.T) []*text {
			return []*text{met(t, "2024-04-13", "on 13 April"),
				doc(t, "Harbour Mail", "2024-05-25", "Reyes had met Holt before.").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes had met Holt", background)}
		}, "2024-04-13-holt-reyes-meeting held 2"},
		{"and has no day where there is none", func(t *testing.T) []*text {
			return []*text{doc(t, "Harbour Mail", "2024-05-25", "Reyes had met Holt before.").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes had met Holt", background)}
		}, "undated-holt-reyes-meeting held 1"},
		{"a plan for a month is what was held in it", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-06-20", "Reyes and Holt will speak again in September.").
					report(readout.Conversation, readout.Arranging, "Reyes Holt", "will speak again", on("2024-09", "in September")),
				doc(t, "Inland Post", "2024-09-12", "Reyes called Holt on 12 September.").
					report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-09-12", "on 12 September")),
			}
		}, "2024-09-12-holt-reyes-call held 2"},
		{"also where it is told afterwards", func(t *testing.T) []*text {
			return []*text{
				met(t, "2024-06-20", "on 20 June"),
				doc(t, "Harbour Mail", "2024-09-10", "A meeting of Reyes and Holt had been planned for June.").
					report(readout.Meeting, readout.Scheduled, "Reyes Holt", "meeting of Reyes and Holt had been planned", on("2024-06", "for June")),
			}
		}, "2024-06-20-holt-reyes-meeting held 2"},
		{"but not what was held earlier in the month", func(t *testing.T) []*text {
			return []*text{
				met(t, "2024-06-03", "on 3 June"),
				doc(t, "Harbour Mail", "2024-06-10", "Reyes and Holt will meet in June.").
					report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes and Holt will meet", on("2024-06", "in June")),
			}
		}, "2024-06-03-holt-reyes-meeting held 1\n2024-06-01-holt-reyes-meeting unreported 1"},
		{"a journey to a state is the meeting with its leader there", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-03-11", "Holt will travel to Arvenia on 4 April.").
					report(readout.Visit, readout.Scheduled, "Holt", "Holt will travel to Arvenia", on("2024-04-04", "on 4 April"), at("state/ARV", "Arvenia")),
				met(t, "2024-04-04", "on 4 April"),
			}
		}, "2024-04-04-holt-reyes-meeting held 2"},
		{"a visit in the spring and one without a day are one plan", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Arven Palace", "2024-12-12", "Holt was invited by Reyes to come in the spring.").
					report(readout.Visit, readout.Proposed, "Holt Reyes", "Holt was invited", on("2025-21", "in the spring")),
				doc(t, "Costavan Chancery", "2024-12-12", "Holt was invited to Arvenia.").
					report(readout.Visit, readout.Proposed, "Holt", "Holt was invited to Arvenia", at("state/ARV", "Arvenia")),
			}
		}, "2025-03-01-holt-reyes-visit proposed 2"},
		{"talks and a meeting of one day are one, whatever place one text takes them for", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-05-10", "In Costava a meeting of Reyes and Holt on 15 May was announced.").
					report(readout.Meeting, readout.Scheduled, "Reyes Holt", "meeting of Reyes and Holt", on("2024-05-15", "on 15 May"), at("state/COS", "Costava")),
				doc(t, "Inland Post", "2024-05-15", "Talks of Reyes with Holt were held in Arvenia on 15 May.").
					report(readout.Talks, readout.Held, "Reyes Holt", "Talks of Reyes with Holt", on("2024-05-15", "on 15 May"), at("state/ARV", "Arvenia")),
			}
		}, "2024-05-15-holt-reyes-talks held 2"},
		{"a denial of what was and a plan of what will be are two", func(t *testing.T) []*text {
			return []*text{
				doc(t, "Harbour Mail", "2024-08-09", "Holt denied that he had called Reyes on 7 August. They will speak in September.").
					report(readout.Call, readout.Denied, "Holt Reyes", "Holt denied that he had called Reyes", on("2024-08-07", "on 7 August")).
					report(readout.Call, readout.Arranging, "Holt Reyes", "They will speak", on("2024-09", "in September")),
			}
		}, "2024-09-01-holt-reyes-call unreported 1\n2024-08-07-holt-reyes-call denied 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(Build(readings(tt.texts(t)...), asOf)); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestAHeadlineIsNotThePlanOfLater(t *testing.T) {
	text := doc(t, "Arven Palace", "2024-01-09", "Reyes and Holt after their meeting\nReyes invited Holt for February.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes and Holt after their meeting", headline).
		report(readout.Visit, readout.Proposed, "Reyes Holt", "Reyes invited Holt", on("2024-02", "for February"))
	met := doc(t, "Inland Post", "2024-02-10", "Reyes and Holt met on 10 February.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes and Holt met", on("2024-02-10", "on 10 February"))
	want := "2024-02-10-holt-reyes-meeting held 2\n2024-01-09-holt-reyes-meeting held 1"
	if got := ids(Build(readings(text, met), asOf)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAJourneyOfLongAgoIsNotTheNews(t *testing.T) {
	text := doc(t, "Harbour Mail", "2024-05-03", "Holt had talks with Reyes. Holt last visited Arvenia in January 2023.").
		report(readout.Talks, readout.Held, "Holt Reyes", "Holt had talks with Reyes").
		report(readout.Visit, readout.Held, "Holt", "Holt last visited Arvenia", on("2023-01", "in January 2023"), at("state/ARV", "Arvenia"))
	want := "2024-05-03-holt-reyes-talks held 1\n2023-01-01-holt-visit held 1"
	if got := ids(Build(readings(text), asOf)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestOneTextTellsOneContactInTwoWords(t *testing.T) {
	told := func(first, second readout.Channel, more ...func(*text, *readout.Report)) *text {
		return doc(t, "Harbour Mail", "2024-05-03", "Reyes and Holt had a contact on 3 May. They talked about fish for the second time.").
			report(first, readout.Held, "Reyes Holt", "Reyes and Holt had a contact", more...).
			report(second, readout.Held, "Reyes Holt", "They talked about fish")
	}
	day := on("2024-05-03", "on 3 May")
	long := on("2023-05", "on 3 May") // told as background
	second := func(x *text, r *readout.Report) {
		r.Ordinal = &readout.Ordinal{N: 2, Words: x.words("second")}
	}
	tests := []struct {
		name string
		text *text
		want string
	}{
		{"they talked", told(readout.Meeting, readout.Conversation, day), "2024-05-03-holt-reyes-meeting held 1"},
		{"two words, no days", told(readout.Conversation, readout.Meeting), "2024-05-03-holt-reyes-conversation held 1"},
		{"talks at a meeting", told(readout.Meeting, readout.Talks), "2024-05-03-holt-reyes-meeting held 1"},
		{"a call and a meeting", told(readout.Call, readout.Meeting), "2024-05-03-holt-reyes-call held 1\n2024-05-03-holt-reyes-meeting held 1"},
		{"the same word twice", told(readout.Call, readout.Call), "2024-05-03-holt-reyes-call held 1\n2024-05-03-holt-reyes-call-2 held 1"},
		{"a count", told(readout.Meeting, readout.Conversation, day, second), "2024-05-03-holt-reyes-conversation held 1\n2024-05-03-holt-reyes-meeting held 1"},
		{"another time", told(readout.Meeting, readout.Conversation, long), "2024-05-03-holt-reyes-conversation held 1\n2023-05-01-holt-reyes-meeting held 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(Build(readings(tt.text), asOf)); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// A noun in a headline says nothing of whether it was held: it goes with the one
// contact of its text that has the same word for it, even where it names states.
func TestAHeadlineOfANounGoesWithItsText(t *testing.T) {
	plan := doc(t, "Arven Palace", "2024-05-01", "Statement on the video call of Reyes and Holt\nReyes will speak to Holt by video on 17 May. Arvenia and Costava are neighbours.").
		report(readout.Video, readout.Held, "Reyes Holt", "video call of Reyes and Holt", headline).
		report(readout.Video, readout.Scheduled, "Reyes Holt", "Reyes will speak to Holt by video", on("2024-05-17", "on 17 May"))
	states := doc(t, "Harbour Mail", "2024-05-16", "Call of Arvenia and Costava due\nReyes is to speak to Holt by video tomorrow, on 17 May.").
		report(readout.Video, readout.Held, "Arvenia Costava", "Call of Arvenia and Costava", headline).
		report(readout.Video, readout.Scheduled, "Reyes Holt", "Reyes is to speak to Holt by video", on("2024-05-17", "on 17 May"))
	if got, want := ids(Build(readings(plan, states), Options{AsOf: "2024-05-16"})), "2024-05-17-holt-reyes-video scheduled 2"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// The season of something else is no day of a plan.
func TestAPlanIsNotForASeasonLongPast(t *testing.T) {
	x := doc(t, "Arven Palace", "2024-05-09", "Reyes will meet Holt to follow up on the forum of last autumn.").
		report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes will meet Holt", on("2023-23", "last autumn"))
	if got, want := ids(Build(readings(x), asOf)), "undated-holt-reyes-meeting scheduled 1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A headline that tells of a trip as of something held does not keep a plan from
// the meeting that it was for.
func TestATripThatIsLaterAMeeting(t *testing.T) {
	trip := doc(t, "Arven Palace", "2024-11-08", "Statement by Reyes on the trip to Holt\nTonight I will travel to see Holt.").
		report(readout.Visit, readout.Held, "Reyes Holt", "trip to Holt", headline).
		report(readout.Visit, readout.Scheduled, "Reyes Holt", "I will travel to see Holt", on("2024-11-08", "Tonight"))
	met := doc(t, "Arven Palace", "2024-11-10", "Reyes met Holt today.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-11-10", "today"))
	if got, want := ids(Build(readings(trip, met), asOf)), "2024-11-10-holt-reyes-meeting held 2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// "Spoke" is what the headline of the same text calls it.
func TestAHeadlineTellsHowTheySpoke(t *testing.T) {
	x := doc(t, "Arven Palace", "2024-06-14", "Readout of the meeting of Reyes with Holt\nReyes spoke today on the margins of the Lakes Forum with Holt.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "meeting of Reyes with Holt", headline).
		report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes spoke today", on("2024-06-14", "today"), during("event/lakes-forum", "Lakes Forum"))
	if got, want := ids(Build(readings(x), asOf)), "2024-06-14-holt-reyes-meeting held 1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
