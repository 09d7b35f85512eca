package ledger

import (
	"testing"

	"readout"
)

// What a text names as the purpose, the name or the traveller of a contact keeps it from others
// of the same people.
func TestErrands(t *testing.T) {
	met := doc(t, "Arven Palace", "2024-05-03", "Reyes met Holt in Tollen today.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes met Holt in Tollen today.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "today"))
	goes := func(published, words string, more ...func(*text, *readout.Report)) *text {
		return doc(t, "Arven Palace", published, "Reyes will travel to Costava on 2 to 4 May "+words+".").
			report(readout.Visit, readout.Scheduled, "Reyes Costava", "Reyes will travel", append([]func(*text, *readout.Report){on("2024-05-02/2024-05-04", "2 to 4 May")}, more...)...)
	}
	again := doc(t, "Harbour Mail", "2024-04-29", "Reyes will travel to Costava for the harbours.").report(readout.Visit, readout.Scheduled, "Reyes Costava", "Reyes will travel")
	fair := during("", "World Harbour Fair")
	dialogue := func(day, words, people, name string, status readout.Status) *text {
		return doc(t, "Post of "+people, day, words+". Reyes took up the "+name+" on it.").formed(readout.ReadoutAccount).report(readout.Talks, status, people, "Reyes took up", during("", name))
	}
	tells := func(name string) *text {
		return dialogue("2024-05-03", "Reyes met people of Costava in Tollen", "Reyes Costava", name, readout.Scheduled).
			report(readout.Meeting, readout.Held, "Reyes Costava", "Reyes met people", on("2024-05-03", "in Tollen"))
	}
	linkEach(t, []linking{
		{"a journey and the meeting on it", []*text{goes("2024-04-28", "to see the ports"), met}, "2024-05-03-holt-reyes-meeting held 2"},
		{"a journey to a fair, and a meeting beside it", []*text{goes("2024-04-28", "for the World Harbour Fair", fair), met},
			"2024-05-03-holt-reyes-meeting held 1\n2024-05-02-cos-reyes-visit unreported 1"},
		{"told of twice, once without the fair", []*text{goes("2024-04-28", "for the World Harbour Fair", fair), again, met},
			"2024-05-03-holt-reyes-meeting held 1\n2024-05-02-cos-reyes-visit unreported 2"},
		{"a dialogue that one text announces beside a meeting", []*text{tells("Harbour Technology Dialogue"),
			dialogue("2024-05-03", "Reyes, Holt, Tollen", "Reyes Holt", "Harbour Technologies Dialogue", readout.Held)},
			"2024-05-03-cos-reyes-meeting held 1\n2024-05-03-holt-reyes-talks held 2"},
	})
}

// A plan that was called off is not what somebody else of that state then did.
func TestCalledOff(t *testing.T) {
	plan := doc(t, "Arven Palace", "2024-04-20", "Reyes will meet the leaders of the League.").report(readout.Meeting, readout.Scheduled, "Reyes League", "Reyes will meet")
	off := func(day string) *text {
		return doc(t, "Inland Post", day, "Reyes will not go to meet the League.").report(readout.Meeting, readout.Cancelled, "Reyes League", "Reyes will not go")
	}
	held := doc(t, "Costavan Chancery", "2024-05-03", "Arvenia met the League today.").report(readout.Meeting, readout.Held, "Arvenia League", "Arvenia met", on("2024-05-03", "today"))
	linkEach(t, []linking{
		{"planned, and held by the state", []*text{plan, held}, "2024-05-03-league-reyes-meeting held 2"},
		{"called off before", []*text{plan, off("2024-04-29"), held}, "2024-05-03-arv-league-meeting held 1\nundated-league-reyes-meeting cancelled 2"},
	})
}

// A body has one summit at a time: "last month" said of it early in a month may be the month
// before.
func TestSummitOfLastMonth(t *testing.T) {
	plan := doc(t, "Arven Palace", "2024-08-20", "Reyes will attend the summit of the Assembly on 9 and 10 September.").
		report(readout.Summit, readout.Scheduled, "Reyes Assembly", "Reyes will attend", on("2024-09-09/2024-09-10", "9 and 10 September"))
	told := func(ch readout.Channel, people string) *text {
		return doc(t, "Inland Post", "2024-11-12", "Reyes was there last month, with the Assembly and Holt.").formed(readout.Briefing).
			report(ch, readout.Held, people, "Reyes was there", on("2024-10", "last month"), lastWeek)
	}
	met := doc(t, "Arven Palace", "2024-09-10", "Reyes met Holt today.").formed(readout.ReadoutAccount).report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-09-10", "today"))
	linkEach(t, []linking{
		{"a summit of a body", []*text{plan, told(readout.Summit, "Reyes Assembly")}, "2024-09-09-assembly-reyes-summit held 2"},
		{"a meeting of two", []*text{met, told(readout.Meeting, "Reyes Holt")}, "2024-10-01-holt-reyes-meeting held 1\n2024-09-10-holt-reyes-meeting held 1"},
	})
}

// Nobody calls for days, and who tells of a call on its own day does not mean the next.
func TestDaysOfCalls(t *testing.T) {
	called := func(day string) *text {
		return doc(t, "Arven Palace", day, "Reyes called Holt today.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes called Holt today.").
			report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on(day, "today"))
	}
	weekend := doc(t, "Inland Post", "2024-05-06", "Reyes called Holt over the weekend.").report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-04/2024-05-05", "over the weekend"))
	eve := doc(t, "Inland Post", "2024-05-04", "As you know, Reyes called Holt just now.").formed(readout.Briefing).report(readout.Call, readout.Held, "Reyes Holt", "Reyes called Holt", on("2024-05-04", "just now"))
	linkEach(t, []linking{
		{"two calls of a weekend", []*text{called("2024-05-04"), called("2024-05-05"), weekend},
			"2024-05-05-holt-reyes-call held 1\n2024-05-04-holt-reyes-call held 1\n2024-05-04-holt-reyes-call-2 held 1"},
		{"one call of a weekend", []*text{called("2024-05-05"), weekend}, "2024-05-05-holt-reyes-call held 2"},
		{"told of by a talk on the day before the page's", []*text{called("2024-05-05"), eve}, "2024-05-05-holt-reyes-call held 1\n2024-05-04-holt-reyes-call held 1"},
	})
}

// A journey to several people of one state is the meeting with none of them, in whatever text.
func TestTour(t *testing.T) {
	program := doc(t, "Arven Palace", "2024-04-29", "This week Reyes goes to Costava. There Reyes will meet Holt and Reyes will meet Sande.").
		report(readout.Visit, readout.Scheduled, "Reyes Costava", "Reyes goes", on("2024-04-29/2024-05-05", "This week")).
		report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes will meet Holt", on("2024-04-29/2024-05-05", "This week")).
		report(readout.Meeting, readout.Scheduled, "Reyes Sande", "Reyes will meet Sande", on("2024-04-29/2024-05-05", "This week"))
	short := doc(t, "Harbour Mail", "2024-04-28", "Reyes will be in Costava on 2 and 3 May.").report(readout.Visit, readout.Scheduled, "Reyes Costava", "Reyes will be in Costava", on("2024-05-02/2024-05-03", "2 and 3 May"))
	running := doc(t, "Harbour Mail", "2024-05-02", "Reyes is in Costava this week. On Friday Reyes will meet Holt and Reyes will meet Sande.").
		report(readout.Visit, readout.Held, "Reyes Costava", "Reyes is in Costava", on("2024-04-29/2024-05-05", "this week")).
		report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes will meet Holt", on("2024-05-03", "On Friday")).
		report(readout.Meeting, readout.Scheduled, "Reyes Sande", "Reyes will meet Sande", on("2024-05-03", "On Friday"))
	met := doc(t, "Arven Palace", "2024-05-03", "Reyes met Holt today.").formed(readout.ReadoutAccount).report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "today"))
	linkEach(t, []linking{
		{"a journey and one meeting", []*text{short, met}, "2024-05-03-holt-reyes-meeting held 2"},
		{"a journey that goes on, with a programme", []*text{running, met},
			"2024-05-03-holt-reyes-meeting held 2\n2024-05-03-reyes-sande-meeting unreported 1\n2024-04-29-cos-reyes-visit held 1"},
		{"a journey with a programme", []*text{short, program, met},
			"2024-05-03-holt-reyes-meeting held 2\n2024-04-29-cos-reyes-visit unreported 2\n2024-04-29-reyes-sande-meeting unreported 1"},
	})
}

// Texts of many states are of one contact only where they name the same ones.
func TestStatesBesideABody(t *testing.T) {
	plan := doc(t, "Arven Palace", "2024-05-01", "Reyes will meet the Circle on 3 May.").
		report(readout.Meeting, readout.Scheduled, "Reyes Circle", "Reyes will meet", on("2024-05-03", "3 May"))
	guests := doc(t, "Costavan Chancery", "2024-05-03", "The Circle was joined by Lunia. Reyes spoke.").issued("chancery", readout.Body, "The Circle was joined by Lunia.").
		report(readout.Meeting, readout.Held, "Circle Lunia", "was joined")
	linkEach(t, []linking{
		{"guests at one meeting", []*text{plan, guests}, "2024-05-03-circle-lun-meeting held 1\n2024-05-03-circle-reyes-meeting unreported 1"},
	})
}

// A gathering that two host together is not what the two have with each other before it.
func TestGatheringOfTwoHosts(t *testing.T) {
	day := on("2024-05-03", "3 May")
	hosted := doc(t, "Harbour Mail", "2024-04-20", "The Sound Leaders Meeting will be co-hosted by Reyes and Holt on 3 May.").
		report(readout.Meeting, readout.Scheduled, "Reyes Holt", "The Sound Leaders Meeting will be co-hosted by Reyes and Holt", day, during("event/sound", "Sound Leaders Meeting"))
	beside := doc(t, "Harbour Mail", "2024-04-20", "Reyes and Holt will meet on 3 May at the Sound Leaders Meeting.").
		report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes and Holt will meet on 3 May at the Sound Leaders Meeting", day, during("event/sound", "Sound Leaders Meeting"))
	planned := doc(t, "Inland Post", "2024-05-02", "Reyes will have a meeting with Holt on 3 May.").
		report(readout.Meeting, readout.Scheduled, "Reyes Holt", "Reyes will have a meeting with Holt", day)
	met := doc(t, "Arven Palace", "2024-05-03", "Reyes met Holt on 3 May.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes met Holt on 3 May.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", day)
	linkEach(t, []linking{
		{"two hosts", []*text{hosted, met}, "2024-05-03-holt-reyes-meeting held 1\n2024-05-03-holt-reyes-meeting-2 unreported 1"},
		{"two hosts, who will also meet", []*text{hosted, planned, met}, "2024-05-03-holt-reyes-meeting held 2\n2024-05-03-holt-reyes-meeting-2 unreported 1"},
		{"two guests", []*text{beside, met}, "2024-05-03-holt-reyes-meeting held 2"},
	})
}
