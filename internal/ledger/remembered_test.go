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
	linkEach(t, []linking{
		{"remembered within a month", []*text{page("2024-05-03", "today"), talk("2024-05-30", readout.Meeting)}, "2024-05-03-holt-reyes-meeting held 2"},
		{"remembered two months later", []*text{page("2024-05-03", "today"), talk("2024-07-08", readout.Meeting)},
			"2024-05-03-holt-reyes-meeting held 1\nundated-holt-reyes-meeting held 1"},
		{"two months later, with its town", []*text{page("2024-05-03", "today"), talk("2024-07-08", readout.Meeting, at("place/tollen", "Tollen"))},
			"2024-05-03-holt-reyes-meeting held 2"},
		{"a conversation in another country", []*text{page("2024-05-03", "today"), talk("2024-05-09", readout.Conversation, at("place/port-brack", "Port Brack"), placed("place/port-brack", "NOR"))},
			"2024-05-03-holt-reyes-meeting held 1\nundated-holt-reyes-conversation held 1"},
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
