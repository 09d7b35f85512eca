package ledger

import (
	"testing"

	"readout"
)

// What stands a day or two beside the one contact that was held is that contact,
// unless a text tells the two apart.
func TestBesideTheContactThatWasHeld(t *testing.T) {
	met := func(t *testing.T, day, words string, more ...func(*text, *readout.Report)) *text {
		return doc(t, "Arven Palace", day, "Reyes met Holt "+words+".").formed(readout.ReadoutAccount).
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", append([]func(*text, *readout.Report){on(day, words)}, more...)...)
	}
	will := func(t *testing.T, published, day, words string) *text {
		return doc(t, "Harbour Mail", published, "Reyes will receive Holt "+words+".").
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes will receive Holt", on(day, words))
	}
	told := func(t *testing.T, ch readout.Channel, published, day, words string, more ...func(*text, *readout.Report)) *text {
		return doc(t, "Inland Post", published, "As you know, Reyes and Holt talked "+words+".").formed(readout.Briefing).
			report(ch, readout.Held, "Reyes Holt", "Reyes and Holt talked", append([]func(*text, *readout.Report){on(day, words)}, more...)...)
	}
	called := func(t *testing.T, day, words string) *text {
		return doc(t, "Arven Palace", day, "Reyes called Holt "+words+".").formed(readout.ReadoutAccount).
			report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on(day, words))
	}
	tests := []linking{
		{"a plan for the day after, of which nobody tells", []*text{will(t, "2024-05-01", "2024-05-04", "on Saturday"), met(t, "2024-05-03", "today")},
			"2024-05-03-holt-reyes-meeting held 2"},
		{"a preview that came out on the day itself", []*text{met(t, "2024-05-03", "today"),
			told(t, readout.Meeting, "2024-05-03", "2024-05-04", "tomorrow")}, "2024-05-03-holt-reyes-meeting held 2"},
		{"told of in passing when its page, of the next day there, was out", []*text{
			doc(t, "Arven Palace", "2024-05-03", "On Saturday Reyes met Holt.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "On Saturday Reyes met Holt.").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-04", "On Saturday")),
			doc(t, "Arven Palace", "2024-05-03", "Reyes met Sande. Reyes now sees Holt.").issued("palace", readout.Body, "Reyes met Sande. Reyes now sees Holt.").report(readout.Meeting, readout.Held, "Reyes Sande", "Reyes met Sande").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes now sees Holt")},
			"2024-05-04-holt-reyes-meeting held 2\n2024-05-03-reyes-sande-meeting held 1"},
		{"told of in passing before its page was out", []*text{
			doc(t, "Arven Palace", "2024-05-04", "Reyes met Holt today.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes met Holt today.").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-04", "today")),
			doc(t, "Arven Palace", "2024-05-03", "Reyes met Sande. Reyes now sees Holt.").issued("palace", readout.Body, "Reyes met Sande. Reyes now sees Holt.").report(readout.Meeting, readout.Held, "Reyes Sande", "Reyes met Sande").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes now sees Holt")},
			"2024-05-04-holt-reyes-meeting held 1\n2024-05-03-holt-reyes-meeting held 1\n2024-05-03-reyes-sande-meeting held 1"},
		{"a plan first spoken of when they had met", []*text{met(t, "2024-05-03", "today"), will(t, "2024-05-04", "2024-05-05", "tomorrow")},
			"2024-05-05-holt-reyes-meeting unreported 1\n2024-05-03-holt-reyes-meeting held 1"},
		{"today's meeting, of which the text tells", []*text{doc(t, "Arven Palace", "2024-05-03", "Reyes received Holt. Today's meeting of the two will show it.").
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes received Holt").
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "meeting of the two will show", on("2024-05-03", "Today"))}, "2024-05-03-holt-reyes-meeting held 1"},
		{"tomorrow's, of which it does not", []*text{doc(t, "Arven Palace", "2024-05-03", "Reyes received Holt. Tomorrow's meeting of the two will show it.").
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes received Holt").
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "meeting of the two will show", on("2024-05-04", "Tomorrow"))},
			"2024-05-04-holt-reyes-meeting unreported 1\n2024-05-03-holt-reyes-meeting held 1"},
		{"officials, and a stranger among those who were met", []*text{doc(t, "Harbour Mail", "2024-05-01", "Reyes will meet officials of Costava on Friday.").
			report(readout.Meeting, readout.Scheduled, "Reyes Costava", "Reyes will meet officials", on("2024-05-03", "on Friday")),
			met(t, "2024-05-03", "and Ida Moss today", joined("Ida Moss"))}, "2024-05-03-holt-moss-reyes-meeting held 2"},
		{"one that was held before, and one after", []*text{told(t, readout.Meeting, "2024-05-03", "2024-05-04", "tomorrow"), met(t, "2024-05-03", "today"), met(t, "2024-05-05", "this morning")},
			"2024-05-05-holt-reyes-meeting held 1\n2024-05-04-holt-reyes-meeting held 1\n2024-05-03-holt-reyes-meeting held 1"},
		{"a journey and the meeting that it was made for", []*text{met(t, "2024-05-03", "today"),
			doc(t, "Harbour Mail", "2024-05-04", "Holt came to Reyes on Thursday.").report(readout.Visit, readout.Held, "Holt Reyes", "Holt came to Reyes", on("2024-05-02", "on Thursday"))},
			"2024-05-03-holt-reyes-meeting held 2"},
		{"a journey that a text dates apart from it", []*text{met(t, "2024-05-03", "today"),
			doc(t, "Harbour Mail", "2024-05-04", "Holt came on Thursday. Reyes received him on Friday. Holt, Reyes.").
				report(readout.Visit, readout.Held, "Holt Reyes", "Holt came", on("2024-05-02", "on Thursday")).
				report(readout.Meeting, readout.Held, "Holt Reyes", "Reyes received him", on("2024-05-03", "on Friday"))},
			"2024-05-03-holt-reyes-meeting held 2\n2024-05-02-holt-reyes-visit held 1"},
		{"yesterday, in a talk that came out a day late", []*text{called(t, "2024-05-03", "today"), told(t, readout.Call, "2024-05-05", "2024-05-04", "yesterday")},
			"2024-05-03-holt-reyes-call held 2"},
		{"two calls of which there are pages", []*text{called(t, "2024-05-03", "today"), called(t, "2024-05-04", "today")},
			"2024-05-04-holt-reyes-call held 1\n2024-05-03-holt-reyes-call held 1"},
		{"some weeks ago, which is seldom exact", []*text{called(t, "2024-05-07", "today"), told(t, readout.Conversation, "2024-05-17", "2024-04-29/2024-05-05", "two weeks ago", backwards)},
			"2024-05-07-holt-reyes-call held 2"},
		{"some weeks ago, and one of that very week", []*text{called(t, "2024-05-07", "today"), called(t, "2024-05-02", "today"), told(t, readout.Call, "2024-05-17", "2024-04-29/2024-05-05", "two weeks ago", backwards)},
			"2024-05-07-holt-reyes-call held 1\n2024-05-02-holt-reyes-call held 2"},
		{"that very week, not counted back", []*text{called(t, "2024-05-07", "today"), told(t, readout.Call, "2024-05-17", "2024-04-29/2024-05-05", "in its first week")},
			"2024-05-07-holt-reyes-call held 1\n2024-04-29-holt-reyes-call held 1"},
		{"last week, said of the week before it", []*text{called(t, "2024-05-09", "today"), told(t, readout.Call, "2024-05-20", "2024-05-13/2024-05-19", "last week", lastWeek)},
			"2024-05-09-holt-reyes-call held 2"},
		{"last week, and one in it", []*text{called(t, "2024-05-09", "today"), called(t, "2024-05-14", "today"), told(t, readout.Call, "2024-05-20", "2024-05-13/2024-05-19", "last week", lastWeek)},
			"2024-05-14-holt-reyes-call held 2\n2024-05-09-holt-reyes-call held 1"},
		{"a month ago", []*text{met(t, "2024-05-28", "today"), told(t, readout.Meeting, "2024-07-10", "2024-06", "a month ago", backwards)},
			"2024-05-28-holt-reyes-meeting held 2"},
	}
	linkEach(t, tests)
}

// What is to be spoken of, or was spoken of, when they meet is no contact of its own.
func TestConversationAtAMeeting(t *testing.T) {
	met := doc(t, "Arven Palace", "2024-05-03", "Reyes met Holt today.").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "today"))
	preview := func() *text {
		return doc(t, "Harbour Mail", "2024-05-03", "Reyes receives Holt this afternoon. That is what Reyes and Holt will speak about today.").formed(readout.Briefing).
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes receives Holt", on("2024-05-03", "this afternoon"))
	}
	tests := []linking{
		{"planned for its day", []*text{met, preview().report(readout.Conversation, readout.Scheduled, "Reyes Holt", "Reyes and Holt will speak about", on("2024-05-03", "today"))},
			"2024-05-03-holt-reyes-meeting held 2"},
		{"twice planned for its day", []*text{met, preview().report(readout.Conversation, readout.Scheduled, "Reyes Holt", "Reyes and Holt will speak about", on("2024-05-03", "today")).
			report(readout.Conversation, readout.Scheduled, "Reyes Holt", "will speak about", on("2024-05-03", "today"))}, "2024-05-03-holt-reyes-meeting held 2"},
		{"planned without a day", []*text{met, preview().report(readout.Conversation, readout.Scheduled, "Reyes Holt", "Reyes and Holt will speak about")},
			"2024-05-03-holt-reyes-meeting held 2"},
		{"planned for the day before, in its preview", []*text{met, doc(t, "Harbour Mail", "2024-05-01", "Reyes receives Holt on Friday. Both will talk about that at length tomorrow.").formed(readout.Briefing).
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes receives Holt", on("2024-05-03", "on Friday")).
			report(readout.Conversation, readout.Scheduled, "Reyes Holt", "Both will talk about that", on("2024-05-02", "tomorrow"))}, "2024-05-03-holt-reyes-meeting held 2"},
		{"planned for the day before, in a text of its own", []*text{met, doc(t, "Harbour Mail", "2024-05-01", "Reyes and Holt will talk tomorrow.").
			report(readout.Conversation, readout.Scheduled, "Reyes Holt", "Reyes and Holt will talk", on("2024-05-02", "tomorrow"))},
			"2024-05-03-holt-reyes-meeting held 1\n2024-05-02-holt-reyes-conversation unreported 1"},
		{"expected for its week, in its preview", []*text{met, doc(t, "Harbour Mail", "2024-04-26", "Reyes receives Holt on 3 May. We expect Reyes to raise it with Holt next week.").formed(readout.Briefing).
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes receives Holt", on("2024-05-03", "on 3 May")).
			report(readout.Conversation, readout.Expected, "Reyes Holt", "expect Reyes to raise it", on("2024-04-29/2024-05-05", "next week"))}, "2024-05-03-holt-reyes-meeting held 2"},
		{"scheduled for its week, in its preview", []*text{met, doc(t, "Harbour Mail", "2024-04-26", "Reyes receives Holt on 3 May. Reyes will talk to Holt again next week.").formed(readout.Briefing).
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes receives Holt", on("2024-05-03", "on 3 May")).
			report(readout.Conversation, readout.Scheduled, "Reyes Holt", "Reyes will talk to Holt", on("2024-04-29/2024-05-05", "next week"))}, "2024-05-03-holt-reyes-meeting held 2"},
		{"told by one of them on its day", []*text{met, doc(t, "Costavan Chancery", "2024-05-03", "Reyes and I discussed fish, Holt said.").
			report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes and I discussed fish")}, "2024-05-03-holt-reyes-meeting held 2"},
		{"told of the week of it", []*text{met, doc(t, "Inland Post", "2024-05-08", "Reyes raised it with Holt last week.").
			report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes raised it with Holt", on("2024-04-29/2024-05-05", "last week"))}, "2024-05-03-holt-reyes-meeting held 2"},
		{"told in a talk at it, which plans spoke of", []*text{doc(t, "Inland Post", "2024-05-02", "Reyes and Holt will talk tomorrow.").report(readout.Conversation, readout.Scheduled, "Reyes Holt", "Reyes and Holt will talk", on("2024-05-03", "tomorrow")),
			doc(t, "Arven Palace", "2024-05-03", "Today I met Holt. Reyes and I discussed fish.").titled("Remarks by Reyes and Holt").formed(readout.Remarks).
				issued("palace", readout.Answer, "Today I met Holt.").issued("chancery", readout.Answer, "Reyes and I discussed fish.").
				report(readout.Meeting, readout.Held, "Reyes Holt", "I met Holt", on("2024-05-03", "Today")).
				report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes and I discussed fish")}, "2024-05-03-holt-reyes-meeting held 2"},
		{"another day", []*text{met, doc(t, "Inland Post", "2024-05-06", "Reyes spoke with Holt.").
			report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes spoke with Holt")}, "2024-05-06-holt-reyes-conversation held 1\n2024-05-03-holt-reyes-meeting held 1"},
	}
	linkEach(t, tests)
}

// Texts name one state or the other, and some text both persons.
func TestStatesForEither(t *testing.T) {
	arrived := doc(t, "Arven Palace", "2024-05-06", "Reyes arrived in Costava. In the course of her visit she will hold talks with Holt. Reyes.").
		report(readout.Visit, readout.Held, "Reyes Costava", "Reyes arrived").report(readout.Talks, readout.Scheduled, "Reyes Holt", "will hold talks with Holt")
	met := doc(t, "Costavan Chancery", "2024-05-06", "Holt and Reyes met today.").report(readout.Talks, readout.Held, "Reyes Holt", "met today", on("2024-05-06", "today"))
	plan := doc(t, "Harbour Mail", "2024-05-02", "Arvenia will have talks with Holt next week.").report(readout.Talks, readout.Scheduled, "Arvenia Holt", "talks with Holt", on("2024-05-06/2024-05-12", "next week"))
	only := doc(t, "Arven Palace", "2024-05-06", "Reyes arrived in Costava today.").report(readout.Visit, readout.Held, "Reyes Costava", "Reyes arrived", on("2024-05-06", "today"))
	tests := []linking{
		{"an arrival, and the talks that it is for", []*text{arrived}, "2024-05-06-holt-reyes-visit held 1"},
		{"a plan of a state with one, told of both", []*text{arrived, met, plan}, "2024-05-06-holt-reyes-talks held 3"},
		{"a plan of a state with one, told of the other with a state", []*text{only, plan},
			"2024-05-06-arv-holt-talks unreported 1\n2024-05-06-cos-reyes-visit held 1"},
	}
	linkEach(t, tests)
}

// How they spoke, pages tell before talks; a call that a page calls a video call is one.
func TestChannelOfPagesFirst(t *testing.T) {
	tell := func(outlet string, form readout.AccountKind, ch readout.Channel) *text {
		return doc(t, outlet, "2024-05-06", "Reyes spoke to Holt today, "+outlet+" tells.").formed(form).report(ch, readout.Held, "Reyes Holt", "Reyes spoke to Holt", on("2024-05-06", "today"))
	}
	tests := []linking{
		{"a page and two talks", []*text{tell("Palace", readout.ReadoutAccount, readout.Meeting), tell("Mail", readout.Briefing, readout.Talks), tell("Post", readout.Briefing, readout.Talks)}, "2024-05-06-holt-reyes-meeting held 3"},
		{"a video call", []*text{tell("Palace", readout.ReadoutAccount, readout.Video), tell("Mail", "", readout.Call), tell("Post", "", readout.Call)}, "2024-05-06-holt-reyes-video held 3"},
		{"a video call in talks alone", []*text{tell("Palace", readout.ReadoutAccount, readout.Call), tell("Mail", readout.Briefing, readout.Video), tell("Post", readout.Briefing, readout.Video)}, "2024-05-06-holt-reyes-call held 3"},
	}
	linkEach(t, tests)
}

// A body of a few states is they.
func TestBodyOfAFew(t *testing.T) {
	plan := doc(t, "Harbour Mail", "2024-05-01", "Reyes will host the Trio on Friday.").report(readout.Summit, readout.Scheduled, "Reyes Trio", "Reyes will host the Trio", on("2024-05-03", "on Friday"))
	names := doc(t, "Arven Palace", "2024-05-03", "Reyes, Holt and Tamm met today.").report(readout.Meeting, readout.Held, "Reyes Holt Tamm", "met", on("2024-05-03", "today"))
	tests := []linking{
		{"a plan that names the body, a report that names those who came", []*text{plan, names}, "2024-05-03-holt-reyes-tamm-trio-meeting held 2"},
		{"another of one of its states", []*text{doc(t, "Inland Post", "2024-05-03", "Sande met the Trio today.").report(readout.Meeting, readout.Held, "Sande Trio", "Sande met the Trio", on("2024-05-03", "today")), names},
			"2024-05-03-holt-reyes-tamm-meeting held 1\n2024-05-03-sande-trio-meeting held 1"},
		{"two of its states", []*text{plan, doc(t, "Arven Palace", "2024-05-03", "Reyes and Holt met today.").report(readout.Meeting, readout.Held, "Reyes Holt", "met", on("2024-05-03", "today"))},
			"2024-05-03-holt-reyes-meeting held 1\n2024-05-03-reyes-trio-summit unreported 1"},
		{"the body, then those who came", []*text{doc(t, "Arven Palace", "2024-05-03", "Reyes took part in a session of the Trio. At the session were Holt and Tamm.").
			report(readout.Meeting, readout.Held, "Reyes Trio", "took part in a session").report(readout.Meeting, readout.Held, "Reyes Holt Tamm", "At the session")},
			"2024-05-03-holt-reyes-tamm-trio-meeting held 1"},
	}
	linkEach(t, tests)
}

// Who speaks for an organisation is of it, not of the country of birth.
func TestForAnOrganisation(t *testing.T) {
	body := func(x *text, r *readout.Report) {
		r.Parties = append(r.Parties, readout.Party{Entity: "org/league", Name: "League", Words: x.words("League")})
	}
	head := func(x *text, r *readout.Report) {
		r.Parties = append(r.Parties, readout.Party{Entity: "person/mira-sande", Name: "Mira Sande", Organisation: "org/league", Words: x.words("Sande")})
	}
	plan := doc(t, "Harbour Mail", "2024-05-01", "Reyes will receive the League on Friday.").report(readout.Meeting, readout.Scheduled, "Reyes", "Reyes will receive the League", on("2024-05-03", "on Friday"), body)
	met := doc(t, "Arven Palace", "2024-05-03", "Reyes met Sande today.").report(readout.Meeting, readout.Held, "Reyes", "Reyes met Sande", on("2024-05-03", "today"), head)
	other := doc(t, "Inland Post", "2024-05-03", "Reyes met Holt today.").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "today"))
	got := Build(readings(plan, met, other), asOf)
	if want := "2024-05-03-holt-reyes-meeting held 1\n2024-05-03-reyes-sande-meeting held 2"; ids(got) != want {
		t.Errorf("got\n%s\nwant\n%s", ids(got), want)
	}
	for _, c := range got {
		for _, p := range c.Parties {
			if p.Name == "Mira Sande" && p.Country != "" {
				t.Errorf("Sande, who speaks for the League, is of %s", p.Country)
			}
		}
	}
}

// The account of one contact says "they met" of it, or "the summit", too.
func TestAccountOfOneContact(t *testing.T) {
	account := func(second, words string, ch readout.Channel, more ...func(*text, *readout.Report)) []*text {
		whole := "Reyes called Holt today. " + second
		return []*text{doc(t, "Arven Palace", "2024-05-06", whole).formed(readout.ReadoutAccount).issued("palace", readout.Body, whole).
			report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-06", "today")).report(ch, readout.Held, "Reyes Holt", words, more...)}
	}
	linkEach(t, []linking{
		{"another word for it", account("They go on with their talk face to face.", "their talk face to face", readout.Meeting), "2024-05-06-holt-reyes-call held 1"},
		{"on a day", account("They met in Tollen on 2 May.", "They met in Tollen", readout.Meeting, on("2024-05-02", "on 2 May")),
			"2024-05-06-holt-reyes-call held 1\n2024-05-02-holt-reyes-meeting held 1"},
		{"the same words, understood in two ways", account("They go on.", "Reyes called Holt", readout.Meeting), "2024-05-06-holt-reyes-call held 1"},
		{"the same words, in the other order", []*text{doc(t, "Arven Palace", "2024-05-06", "Reyes called Holt on fish.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes called Holt on fish.").
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes called Holt").report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt")}, "2024-05-06-holt-reyes-call held 1"},
		{"told as past", account("They had met before.", "had met before", readout.Meeting, background),
			"2024-05-06-holt-reyes-call held 1\nundated-holt-reyes-meeting held 1"},
	})
}

// Contacts that must not be mixed.
func TestNotThatContact(t *testing.T) {
	first := func(x *text, r *readout.Report) { r.Ordinal = &readout.Ordinal{N: 1, Words: x.words("first")} }
	page := func(day, told string, more ...func(*text, *readout.Report)) *text {
		return doc(t, "Arven Palace", day, "Reyes had a call with Holt"+told+".").titled("Readout of the call of Reyes and Holt").formed(readout.ReadoutAccount).
			issued("palace", readout.Body, "Reyes had a call with Holt"+told+".").report(readout.Call, readout.Held, "Reyes Holt", "Reyes had a call with Holt", more...)
	}
	aside := func(day string) *text {
		return doc(t, "Inland Post", day, "Fish, said Reyes on "+day+", came up when I called Holt.").formed(readout.Briefing).report(readout.Call, readout.Held, "Reyes Holt", "I called Holt")
	}
	plan := doc(t, "Harbour Mail", "2024-05-06", "Reyes will call Holt.").report(readout.Call, readout.Scheduled, "Reyes Holt", "Reyes will call Holt")
	domestic := func(day, people string) *text {
		return doc(t, "Mail "+people, day, "Holt received guests: Sande and Lorne.").report(readout.Meeting, readout.Held, people, "Holt received guests", on(day, "guests"), joinedIf(people, "Lorne"))
	}
	tests := []linking{
		{"the first of two, told beside the second", []*text{page("2024-02-01", " today", on("2024-02-01", "today")), page("2024-04-13", " today", on("2024-04-13", "today")),
			doc(t, "Inland Post", "2024-04-19", "In their first talk Reyes warned Holt.").formed(readout.Briefing).report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes warned Holt", first)},
			"2024-04-13-holt-reyes-call held 1\n2024-02-01-holt-reyes-call held 2"},
		{"two readouts of one side, on two days", []*text{page("2024-05-06", " today", on("2024-05-06", "today")), page("2024-05-07", "")},
			"2024-05-07-holt-reyes-call held 1\n2024-05-06-holt-reyes-call held 1"},
		{"two readouts of one side, on two days, neither of which gives it", []*text{page("2024-05-06", ""), page("2024-05-07", " again")},
			"2024-05-07-holt-reyes-call held 1\n2024-05-06-holt-reyes-call held 1"},
		{"a chancellor and two of his own people", []*text{domestic("2024-05-06", "Holt"), domestic("2024-05-06", "Holt Sande")},
			"2024-05-06-holt-lorne-meeting held 1\n2024-05-06-holt-sande-meeting held 1"},
		{"an invitation at a meeting, of which nothing tells whose page it is", []*text{doc(t, "Harbour Mail", "2024-05-06", "10:00. I invite you to Costava, Holt told Reyes.").titled("Remarks by Reyes and Holt before their meeting").formed(readout.Remarks).
			heads(readout.Meeting, readout.Held, func(x *text, r *readout.Report) {
				r.When = &readout.When{EDTF: "2024-05-06T10:00", Words: x.words("10:00")}
			}).report(readout.Visit, readout.Proposed, "Holt Reyes", "I invite you to Costava", at("state/COS", "Costava"))},
			"2024-05-06-holt-reyes-meeting held 1\nundated-holt-reyes-visit proposed 1"},
		{"told in passing, beside what is told in passing", []*text{aside("2024-05-06"), aside("2024-05-09")},
			"undated-holt-reyes-call held 1\nundated-holt-reyes-call-2 held 1"},
		{"told in passing, nearer to what is told in passing", []*text{page("2024-05-02", " today", on("2024-05-02", "today")), aside("2024-05-20"), aside("2024-05-21")},
			"2024-05-02-holt-reyes-call held 3"},
		{"a plan, before what is told without a day and what is dated", []*text{plan, page("2024-05-16", " today", on("2024-05-16", "today")),
			doc(t, "Inland Post", "2024-05-09", "Reyes, it was heard, called Holt on fish.").formed(readout.Remarks).titled("Remarks by Reyes and Holt").report(readout.Call, readout.Held, "Reyes Holt", "called Holt")},
			"2024-05-16-holt-reyes-call held 2\n2024-05-09-holt-reyes-call held 1"},
		{"what was long before the meeting of its title", []*text{doc(t, "Arven Palace", "2024-05-06", "10:00. When I received Reyes she was a senator, said Holt.").by("palace").titled("Remarks by Reyes and Holt before their meeting").formed(readout.Remarks).
			heads(readout.Meeting, readout.Held, func(x *text, r *readout.Report) {
				r.When = &readout.When{EDTF: "2024-05-06T10:00", Words: x.words("10:00")}
			}).report(readout.Meeting, readout.Held, "Holt Reyes", "I received Reyes", background)},
			"2024-05-06-holt-reyes-meeting held 1\nundated-holt-reyes-meeting held 1"},
		{"an invitation at a meeting", []*text{doc(t, "Arven Palace", "2024-05-06", "10:00. I invite you to Costava, Holt told Reyes.").by("palace").titled("Remarks by Reyes and Holt before their meeting").formed(readout.Remarks).
			heads(readout.Meeting, readout.Held, func(x *text, r *readout.Report) {
				r.When = &readout.When{EDTF: "2024-05-06T10:00", Words: x.words("10:00")}
			}).report(readout.Visit, readout.Proposed, "Holt Reyes", "I invite you to Costava", at("state/COS", "Costava"))},
			"2024-05-06-holt-reyes-meeting held 1\nundated-holt-reyes-visit proposed 1"},
		{"an invitation at a meeting, on nobody's page", []*text{doc(t, "Inland Post", "2024-05-06", "10:00. I invite you to Costava, Holt told Reyes.").titled("Remarks by Reyes and Holt before their meeting").formed(readout.Remarks).
			heads(readout.Meeting, readout.Held, func(x *text, r *readout.Report) {
				r.When = &readout.When{EDTF: "2024-05-06T10:00", Words: x.words("10:00")}
			}).report(readout.Visit, readout.Proposed, "Holt Reyes", "I invite you to Costava", at("state/COS", "Costava"))},
			"2024-05-06-holt-reyes-meeting held 1\nundated-holt-reyes-visit proposed 1"},
	}
	linkEach(t, tests)
}

// joinedIf adds a compatriot where nobody else is named.
func joinedIf(people, name string) func(*text, *readout.Report) {
	return func(x *text, r *readout.Report) {
		if people == "Holt" {
			r.Parties = append(r.Parties, readout.Party{Entity: readout.EntityID("person/edda-" + slug(name)), Name: "Edda " + name, Country: "COS", Words: x.words(name)})
		}
	}
}
