package ledger

import (
	"testing"

	"readout"
)

// What is told without a day belongs to the contact that its words can mean, and no further.
func TestRemembered(t *testing.T) {
	page := func(day, words string, more ...func(*text, *readout.Report)) *text {
		return doc(t, "Arven Palace", day, "Reyes met Holt in Tollen "+words+".").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes met Holt in Tollen "+words+".").
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", append([]func(*text, *readout.Report){on(day, words), at("place/tollen", "Tollen"), placed("place/tollen", "ARV")}, more...)...)
	}
	talk := func(day string, ch readout.Channel, more ...func(*text, *readout.Report)) *text {
		words := "As you know, Reyes had spoken to Holt, in Tollen or in Port Brack."
		return doc(t, "Inland Post", day, words).formed(readout.Briefing).issued("palace", readout.Body, words).report(ch, readout.Held, "Reyes Holt", "had spoken to Holt", append([]func(*text, *readout.Report){background}, more...)...)
	}
	eve := doc(t, "Arven Palace", "2024-05-02", "Reyes met Holt at once.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes met Holt at once.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt")
	journey := doc(t, "Arven Palace", "2024-05-01", "Reyes travels to Holt on 2 to 4 May.").issued("palace", readout.Body, "Reyes travels to Holt on 2 to 4 May.").
		report(readout.Visit, readout.Scheduled, "Reyes Holt", "Reyes travels to Holt", on("2024-05-02/2024-05-04", "2 to 4 May"))
	arrived := doc(t, "Inland Post", "2024-05-03", "Reyes came to Holt last night.").formed(readout.Briefing).issued("palace", readout.Body, "Reyes came to Holt last night.").
		report(readout.Visit, readout.Held, "Reyes Holt", "Reyes came to Holt", on("2024-05-02", "last night"))
	today := doc(t, "Harbour Mail", "2024-05-03", "Reyes met Holt this morning.").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "this morning"))
	honoured := doc(t, "Arven Palace", "2024-05-03", "Reyes is honoured to receive Holt in Tollen.").formed(readout.JointStatement).issued("palace", readout.Body, "Reyes is honoured to receive Holt in Tollen.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "honoured to receive Holt", at("place/tollen", "Tollen"), placed("place/tollen", "ARV"))
	readOut := func(day string, ch readout.Channel) *text {
		return doc(t, "Arven Palace", day, "Reyes spoke with Holt.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes spoke with Holt.").
			report(ch, readout.Held, "Reyes Holt", "Reyes spoke with Holt")
	}
	visited := func(day, time string) *text {
		return doc(t, "Inland Post", day, "Reyes was with Holt some years ago.").formed(readout.Briefing).issued("palace", readout.Body, "Reyes was with Holt some years ago.").
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes was with Holt", on(time, "some years ago"))
	}
	another := func(words, when string) *text {
		return doc(t, "Arven Palace", "2024-05-03", "Reyes spoke with Holt today. They will speak again "+words+".").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes spoke with Holt today. They will speak again "+words+".").
			report(readout.Call, readout.Held, "Reyes Holt", "Reyes spoke with Holt", on("2024-05-03", "today")).
			report(readout.Call, readout.Scheduled, "Reyes Holt", "They will speak again", on(when, words))
	}
	aside := doc(t, "Arven Palace", "2024-05-02", "Reyes met Tamm. Reyes praised what came of meeting Holt.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes met Tamm. Reyes praised what came of meeting Holt.").
		report(readout.Meeting, readout.Held, "Reyes Tamm", "Reyes met Tamm").
		report(readout.Meeting, readout.Held, "Reyes Holt", "meeting Holt")
	linkEach(t, []linking{
		{"the readout nearest before, which gives no day", []*text{page("2024-05-03", "today"), readOut("2024-05-08", readout.Meeting), talk("2024-05-14", readout.Meeting)},
			"2024-05-08-holt-reyes-meeting held 2\n2024-05-03-holt-reyes-meeting held 1"},
		{"the one of two years", []*text{page("2024-05-03", "today"), visited("2026-01-10", "2023-06/2025-06")},
			"2024-05-03-holt-reyes-meeting held 1\n2023-06-01-holt-reyes-meeting held 1"},
		{"the one of half a year", []*text{page("2024-05-03", "today"), visited("2024-07-10", "2024-01/2024-06")}, "2024-05-03-holt-reyes-meeting held 2"},
		{"agreed to speak again in the coming days", []*text{another("in the coming days", "2024-05-03/2024-05-10"), readOut("2024-05-06", readout.Call)},
			"2024-05-06-holt-reyes-call held 2\n2024-05-03-holt-reyes-call held 1"},
		{"told behind other news, before the day", []*text{aside, today},
			"2024-05-03-holt-reyes-meeting held 1\n2024-05-02-holt-reyes-meeting held 1\n2024-05-02-reyes-tamm-meeting held 1"},
		{"a statement of the day, in the town of one that a talk remembers", []*text{talk("2024-05-02", readout.Meeting, at("place/tollen", "Tollen")), today, honoured},
			"2024-05-03-holt-reyes-meeting held 2\nundated-holt-reyes-meeting held 1"},
		{"remembered within a month", []*text{page("2024-05-03", "today"), talk("2024-05-30", readout.Meeting)}, "2024-05-03-holt-reyes-meeting held 2"},
		{"remembered two months later", []*text{page("2024-05-03", "today"), talk("2024-07-08", readout.Meeting)},
			"2024-05-03-holt-reyes-meeting held 1\nundated-holt-reyes-meeting held 1"},
		{"two months later, with its town", []*text{page("2024-05-03", "today"), talk("2024-07-08", readout.Meeting, at("place/tollen", "Tollen"))},
			"2024-05-03-holt-reyes-meeting held 2"},
		{"a conversation in another country", []*text{page("2024-05-03", "today"), talk("2024-05-09", readout.Conversation, at("place/port-brack", "Port Brack"), placed("place/port-brack", "NOR"))},
			"2024-05-03-holt-reyes-meeting held 1\nundated-holt-reyes-conversation held 1"},
		{"looked forward to for that month, when they had met", []*text{doc(t, "Arven Palace", "2024-05-03", "Reyes met Holt today. She looks forward to seeing Holt in May.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes met Holt today. She looks forward to seeing Holt in May.").
			report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "today")).
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "looks forward to seeing Holt", on("2024-05", "in May"))},
			"2024-05-03-holt-reyes-meeting held 1\n2024-05-01-holt-reyes-meeting unreported 1"},
		{"told on the eve by the same side", []*text{eve, page("2024-05-03", "today")},
			"2024-05-03-holt-reyes-meeting held 1\n2024-05-02-holt-reyes-meeting held 1"},
		{"a journey, its arrival and its meeting", []*text{journey, arrived, page("2024-05-03", "today")}, "2024-05-03-holt-reyes-meeting held 3"},
		{"an arrival and a meeting, of no journey of several days", []*text{arrived, page("2024-05-04", "today"), page("2024-05-06", "today")},
			"2024-05-06-holt-reyes-meeting held 1\n2024-05-04-holt-reyes-meeting held 1\n2024-05-02-holt-reyes-visit held 1"},
	})
}

// placed makes sure that the reading knows in which country a place lies.
func placed(id readout.EntityID, code string) func(*text, *readout.Report) {
	return func(x *text, _ *readout.Report) {
		x.r.Entities = append(x.r.Entities, readout.Entity{ID: id, Kind: readout.Place, Name: string(id), Country: code})
	}
}

// A journey that somebody is invited to, or that is put off, is no meeting elsewhere.
func TestJourneysToCome(t *testing.T) {
	met := doc(t, "Arven Palace", "2024-05-20", "Reyes met Holt today.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes met Holt today.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-20", "today"))
	inTollen := doc(t, "Arven Palace", "2024-05-20", "Reyes met Holt in Tollen today.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes met Holt in Tollen today.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-20", "today"), at("place/tollen", "Tollen"), placed("place/tollen", "NOR"))
	invited := func(day string) *text {
		return doc(t, "Harbour Mail", day, "Reyes invited Holt for a state visit.").report(readout.Visit, readout.Proposed, "Reyes Holt", "invited Holt")
	}
	putOff := doc(t, "Inland Post", "2024-05-20", "Reyes has put off a journey to Holt.").report(readout.Visit, readout.Postponed, "Reyes Holt", "put off a journey")
	called := doc(t, "Inland Post", "2024-05-10", "Reyes has put off her journey to Costava.").
		report(readout.Visit, readout.Postponed, "Reyes Costava", "put off her journey", at("state/COS", "Costava"), placed("state/COS", "COS"))
	toReyes := doc(t, "Harbour Mail", "2024-05-10", "Reyes invited Holt for a state visit.").report(readout.Visit, readout.Proposed, "Reyes Holt", "invited Holt", begunBy(0))
	wish := func(id readout.EntityID, name string) *text {
		return doc(t, "Arven Palace", "2023-01-20", "Reyes hopes to see "+name+" in the near future.").report(readout.Visit, readout.Scheduled, "Reyes Costava", "Reyes hopes to see", at(id, name), placed(id, "COS"))
	}
	received := doc(t, "Arven Palace", "2024-05-20", "Reyes met Holt in Costava today.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes met Holt in Costava today.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-20", "today"), at("state/COS", "Costava"), placed("state/COS", "COS"))
	linkEach(t, []linking{
		{"a land hoped to be seen, sixteen months before", []*text{wish("state/COS", "Costava"), received}, "2024-05-20-holt-reyes-meeting held 2"},
		{"a town hoped to be seen", []*text{wish("place/inlet", "Inlet Costava"), received}, "2024-05-20-holt-reyes-meeting held 1\nundated-cos-reyes-visit scheduled 1"},
		{"invited, when a journey the other way is put off", []*text{called, toReyes}, "undated-cos-reyes-visit postponed 1\nundated-holt-reyes-visit proposed 1"},
		{"invited four days before they met", []*text{invited("2024-05-16"), met}, "2024-05-20-holt-reyes-meeting held 1\nundated-holt-reyes-visit proposed 1"},
		{"invited three weeks before they met", []*text{invited("2024-04-29"), met}, "2024-05-20-holt-reyes-meeting held 2"},
		{"invited home, and met in a third country", []*text{invited("2024-04-29"), inTollen}, "2024-05-20-holt-reyes-meeting held 1\nundated-holt-reyes-visit proposed 1"},
		{"put off, told on the day on which they met", []*text{putOff, met}, "2024-05-20-holt-reyes-meeting held 1\nundated-holt-reyes-visit postponed 1"},
	})
}

// A journey told of by its states alone is with the first whom its traveller met there.
func TestJourneyOfSeveralStops(t *testing.T) {
	stops := doc(t, "Arven Palace", "2024-05-04", "This week Reyes travelled to Costava. Reyes met Holt. Reyes met officials of Costava.").formed(readout.ReadoutAccount).
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-04-29/2024-05-05", "This week")).
		report(readout.Meeting, readout.Held, "Reyes Costava", "Reyes met officials", on("2024-04-29/2024-05-05", "This week"))
	told := doc(t, "Inland Post", "2024-06-20", "In May Reyes led a delegation to Costava.").
		report(readout.Visit, readout.Held, "Reyes Costava", "Reyes led a delegation", on("2024-05", "In May"))
	called := func(day, words string) *text {
		return doc(t, "Arven Palace", day, "Reyes met Holt "+words+".").formed(readout.ReadoutAccount).report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on(day, words))
	}
	linkEach(t, []linking{
		{"a journey with two stops", []*text{stops, told}, "2024-04-29-cos-reyes-meeting held 1\n2024-04-29-holt-reyes-meeting held 2"},
		{"two journeys in that month", []*text{called("2024-05-03", "today"), called("2024-05-20", "today"), told},
			"2024-05-20-holt-reyes-meeting held 1\n2024-05-03-holt-reyes-meeting held 1\n2024-05-01-cos-reyes-visit held 1"},
	})
}
