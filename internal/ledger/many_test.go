package ledger

import (
	"strings"
	"testing"

	"readout"
)

// The summit of a large body is one, whoever a text tells to have been there; what one
// of its states had with the body below that rank is another.
func TestGatheringOfALargeBody(t *testing.T) {
	summit := func(outlet, day, who string) *text {
		return doc(t, outlet, "2024-05-03", who+" took part in the summit of the Assembly "+day+".").
			report(readout.Summit, readout.Held, who+" Assembly", "took part in the summit", on("2024-05-03", day))
	}
	plan := doc(t, "Harbour Mail", "2024-05-01", "Holt will attend the summit of the Assembly on Friday.").
		report(readout.Summit, readout.Scheduled, "Holt Assembly", "will attend the summit", on("2024-05-03", "on Friday"))
	tests := []linking{
		{"told of two leaders", []*text{summit("Arven Palace", "today", "Reyes"), summit("Costavan Chancery", "today", "Holt"), plan},
			"2024-05-03-assembly-holt-reyes-summit held 3"},
		{"on two days", []*text{summit("Arven Palace", "today", "Reyes"), doc(t, "Costavan Chancery", "2024-05-04", "Holt spoke at the summit of the Assembly on its second day.").
			report(readout.Summit, readout.Held, "Holt Assembly", "spoke at the summit", on("2024-05-04", "on its second day"))}, "2024-05-03-assembly-holt-reyes-summit held 2"},
		{"which one of them called off", []*text{summit("Arven Palace", "today", "Reyes"), doc(t, "Costavan Chancery", "2024-05-02", "Holt will not come to the summit of the Assembly tomorrow.").
			report(readout.Summit, readout.Cancelled, "Holt Assembly", "will not come", on("2024-05-03", "tomorrow"))}, "2024-05-03-assembly-reyes-summit held 2"},
		{"whose members are listed", []*text{doc(t, "Zembran Post", "2024-05-03", "We, of ARV COS DEL EST FAR GOR HAL IST JOR and ZEM, met today at the summit of the Assembly.").
			report(readout.Meeting, readout.Held, "", "met today", on("2024-05-03", "today"), states("ARV COS DEL EST FAR GOR HAL IST JOR ZEM"), during("", "summit of the Assembly")),
			doc(t, "Harbour Mail", "2024-05-01", "Quist will meet the Assembly on Friday.").report(readout.Meeting, readout.Scheduled, "Assembly", "will meet", from("Quist", "ZEM"), on("2024-05-03", "on Friday"))},
			"2024-05-03-arv-assembly-cos-del-est-far-gor-hal-ist-jor-quist-meeting held 2"},
		{"of which a smaller body and other members are told", []*text{doc(t, "Zembran Post", "2024-05-03", "Quist joined the Assembly and LUN MAR NOR OST PAL today, during the Congress.").
			report(readout.Meeting, readout.Held, "Assembly", "joined the Assembly", from("Quist", "KAR"), states("LUN MAR NOR OST PAL"), on("2024-05-03", "today"), naming("Congress")),
			doc(t, "Costavan Chancery", "2024-05-03", "Holt addressed the Congress today.").report(readout.Summit, readout.Held, "Holt Congress", "addressed the Congress", on("2024-05-03", "today"))},
			"2024-05-03-assembly-congress-holt-lun-mar-nor-ost-pal-quist-meeting held 2"},
		{"of two people of one state", []*text{summit("Inland Post", "today", "Sande"), summit("Costavan Chancery", "today", "Holt")},
			"2024-05-03-assembly-holt-summit held 1\n2024-05-03-assembly-sande-summit held 1"},
		{"with somebody from elsewhere", []*text{summit("Arven Palace", "today", "Reyes"),
			doc(t, "Outer Mail", "2024-05-03", "Quist of Zembra met the Assembly today.").
				report(readout.Summit, readout.Held, "Assembly", "met the Assembly", joined("Quist"), on("2024-05-03", "today"))},
			"2024-05-03-assembly-quist-summit held 1\n2024-05-03-assembly-reyes-summit held 1"},
		{"a call with it", []*text{summit("Arven Palace", "today", "Reyes"), doc(t, "Costavan Chancery", "2024-05-03", "Holt called the Assembly today.").
			report(readout.Call, readout.Held, "Holt Assembly", "Holt called", on("2024-05-03", "today"))},
			"2024-05-03-assembly-holt-call held 1\n2024-05-03-assembly-reyes-summit held 1"},
		{"beside one of its members", []*text{
			doc(t, "Zembran Post", "2024-05-03", "Quist met the Assembly today.").report(readout.Meeting, readout.Held, "Assembly", "met the Assembly", from("Quist", "ZEM"), on("2024-05-03", "today")),
			doc(t, "Harbour Mail", "2024-05-02", "Quist will meet the Assembly and Holt tomorrow.").
				report(readout.Meeting, readout.Scheduled, "Assembly Holt", "will meet the Assembly", from("Quist", "ZEM"), on("2024-05-03", "tomorrow"))},
			"2024-05-03-assembly-holt-quist-meeting held 2"},
		{"by video, told as a meeting without a day", []*text{
			doc(t, "Inland Post", "2024-05-01", "Holt is to meet the Assembly soon.").report(readout.Meeting, readout.Scheduled, "Holt Assembly", "meet the Assembly"),
			doc(t, "Costavan Chancery", "2024-05-03", "Holt and the Assembly talked by video today.").report(readout.Video, readout.Held, "Holt Assembly", "talked by video", on("2024-05-03", "today"))},
			"2024-05-03-assembly-holt-video held 2"},
	}
	linkEach(t, tests)
}

// naming makes sure that the reading knows somebody whom the text only names.
func naming(name string) func(*text, *readout.Report) {
	return func(x *text, _ *readout.Report) { x.known(name) }
}

// from adds somebody of a country of his or her own.
func from(name, country string) func(*text, *readout.Report) {
	return func(x *text, r *readout.Report) {
		id := readout.EntityID("person/" + slug(name))
		r.Parties = append(r.Parties, readout.Party{Entity: id, Name: name, Country: country, Words: x.words(name)})
	}
}

// states adds states.
func states(codes string) func(*text, *readout.Report) {
	return func(x *text, r *readout.Report) {
		for _, code := range strings.Fields(codes) {
			r.Parties = append(r.Parties, readout.Party{Entity: readout.EntityID("state/" + code), Name: code, Country: code, Words: x.words(code)})
		}
	}
}

// Of many who spoke together a text may leave one out; whom it has beside a body, no
// other text leaves out.
func TestOfManyOneIsLeftOut(t *testing.T) {
	spoke := func(parties, with, outlet string, names []string) *text {
		x := doc(t, outlet, "2024-05-03", "Reyes spoke today with "+with+strings.Join(names, ", ")+".")
		more := []func(*text, *readout.Report){on("2024-05-03", "today")}
		for _, name := range names {
			more = append(more, from(name, strings.ToUpper(name[:3])))
		}
		return x.report(readout.Call, readout.Held, parties, "Reyes spoke today", more...)
	}
	call := func(outlet string, names ...string) *text { return spoke("Reyes", "", outlet, names) }
	trio := func(outlet string, names ...string) *text { return spoke("Reyes Trio", "the Trio, ", outlet, names) }
	linkEach(t, []linking{
		{"one of six", []*text{call("Arven Palace", "Aldo", "Bern", "Carl", "Dora", "Erik"), call("Inland Post", "Aldo", "Bern", "Carl", "Dora")},
			"2024-05-03-aldo-bern-carl-dora-erik-reyes-call held 2"},
		{"half of them", []*text{call("Arven Palace", "Aldo", "Bern", "Carl", "Dora", "Erik"), call("Inland Post", "Aldo", "Bern", "Carl", "Finn", "Gerd")},
			"2024-05-03-aldo-bern-carl-dora-erik-reyes-call held 1\n2024-05-03-aldo-bern-carl-finn-gerd-reyes-call held 1"},
		{"one of three", []*text{call("Arven Palace", "Aldo", "Bern"), call("Inland Post", "Aldo")},
			"2024-05-03-aldo-bern-reyes-call held 1\n2024-05-03-aldo-reyes-call held 1"},
		{"beside a body", []*text{trio("Arven Palace", "Aldo", "Bern"), trio("Inland Post", "Aldo", "Bern", "Carl")},
			"2024-05-03-aldo-bern-carl-reyes-trio-call held 1\n2024-05-03-aldo-bern-reyes-trio-call held 1"},
	})
}

// A place in one country and an event in another are two contacts, and no plan comes true
// by what a talk tells without a day.
func TestPlanElsewhere(t *testing.T) {
	fair := during("event/fair", "the fair")
	invited := doc(t, "Harbour Mail", "2024-02-10", "Reyes was invited by Holt to Costava.").
		report(readout.Visit, readout.Proposed, "Holt Reyes", "invited by Holt", at("state/COS", "Costava"))
	atFair := doc(t, "Arven Palace", "2024-05-03", "Reyes met Holt today at the fair.").
		report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "today"), fair)
	soon := doc(t, "Inland Post", "2024-04-20", "Reyes and Holt will meet.").report(readout.Meeting, readout.Scheduled, "Reyes Holt", "will meet")
	heard := doc(t, "Inland Post", "2024-04-24", "As Reyes said, Holt was met in Costava.").formed(readout.Briefing).
		report(readout.Meeting, readout.Held, "Reyes Holt", "Holt was met", at("state/COS", "Costava"))
	for _, x := range []*text{atFair} {
		x.r.Entities = append(x.r.Entities, readout.Entity{ID: "event/fair", Kind: readout.Event, Name: "the fair", Country: "ARV"})
	}
	linkEach(t, []linking{
		{"an invitation elsewhere", []*text{invited, atFair}, "2024-05-03-holt-reyes-meeting held 1\nundated-holt-reyes-visit proposed 1"},
		{"before one that a talk tells of", []*text{soon, heard}, "undated-holt-reyes-meeting held 1\nundated-holt-reyes-meeting-2 scheduled 1"},
		{"and one that is dated", []*text{soon, heard, atFair}, "2024-05-03-holt-reyes-meeting held 2\nundated-holt-reyes-meeting held 1"},
	})
}

// What only talks call a conversation is the consultation of which there is a page of
// that day.
func TestPageOfAConversation(t *testing.T) {
	page := doc(t, "Arven Palace", "2024-05-03", "Reyes and Holt held consultations.").formed(readout.ReadoutAccount).issued("palace", readout.Body, "Reyes and Holt held consultations.").
		report(readout.Talks, readout.Held, "Reyes Holt", "held consultations")
	told := func(day string) *text {
		return doc(t, "Inland Post", "2024-05-04", "On "+day+" Reyes spoke with Holt.").formed(readout.Briefing).
			report(readout.Conversation, readout.Held, "Reyes Holt", "Reyes spoke with Holt", on(day, "On "+day))
	}
	linkEach(t, []linking{
		{"on its day", []*text{page, told("2024-05-03")}, "2024-05-03-holt-reyes-talks held 2"},
		{"in a joint statement", []*text{doc(t, "Arven Palace", "2024-05-03", "Reyes and Holt consulted each other.").formed(readout.JointStatement).issued("palace", readout.Body, "Reyes and Holt consulted each other.").
			report(readout.Talks, readout.Held, "Reyes Holt", "consulted each other"), told("2024-05-03")}, "2024-05-03-holt-reyes-talks held 2"},
		{"whose month another text gives", []*text{page, doc(t, "Inland Post", "2024-08-04", "They recalled what Reyes and Holt had said in May.").
			report(readout.Talks, readout.Held, "Reyes Holt", "had said", on("2024-05", "in May"))}, "2024-05-03-holt-reyes-talks held 2"},
		{"on another", []*text{page, told("2024-05-01")}, "2024-05-03-holt-reyes-talks held 1\n2024-05-01-holt-reyes-conversation held 1"},
	})
}

// A page of states alone, without a day, tells of what their people had in the days before,
// where it names them; a plan told again in the next sentence is one.
func TestToldAgain(t *testing.T) {
	met := doc(t, "Costavan Chancery", "2024-05-02", "Holt met Reyes today.").report(readout.Meeting, readout.Held, "Reyes Holt", "Holt met Reyes", on("2024-05-02", "today"))
	sides := func(names string) *text {
		words := "At the meeting, Arvenia and Costava agreed on fish." + names
		return doc(t, "Arven Palace", "2024-05-03", words).formed(readout.ReadoutAccount).issued("palace", readout.Body, words).
			report(readout.Meeting, readout.Held, "Arvenia Costava", "At the meeting")
	}
	plans := func(place string) *text {
		return doc(t, "Arven Palace", "2024-05-03", "The two agreed to meet in Tollen. Tomorrow Reyes and Holt will meet in "+place+".").
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "agreed to meet", at("place/tollen", "Tollen")).
			report(readout.Meeting, readout.Scheduled, "Reyes Holt", "will meet", at(readout.EntityID("place/"+slug(place)), place), on("2024-05-04", "Tomorrow"))
	}
	linkEach(t, []linking{
		{"of states, and their people named", []*text{met, sides(" Reyes and Holt chaired it.")}, "2024-05-02-holt-reyes-meeting held 2"},
		{"of states, nobody named", []*text{met, sides("")}, "2024-05-03-arv-cos-meeting held 1\n2024-05-02-holt-reyes-meeting held 1"},
		{"a plan, and its day", []*text{plans("Tollen")}, "2024-05-04-holt-reyes-meeting unreported 1"},
		{"a plan, and another elsewhere", []*text{plans("Velmora")}, "2024-05-04-holt-reyes-meeting unreported 1\nundated-holt-reyes-meeting scheduled 1"},
	})
}

// What was moved keeps its count; the journey of a president is not the talks of officials,
// where there is a contact of hers.
func TestCountedAndNamed(t *testing.T) {
	third := func(of string) func(*text, *readout.Report) {
		return func(x *text, r *readout.Report) { r.Ordinal = &readout.Ordinal{N: 3, Of: of, Words: x.words("third")} }
	}
	plan := func(of string) *text {
		return doc(t, "Harbour Mail", "2024-04-25", "Reyes and Holt will hold their third summit in Tollen on 24 May.").
			report(readout.Summit, readout.Scheduled, "Reyes Holt", "will hold", on("2024-05-24", "on 24 May"), at("place/tollen", "Tollen"), third(of))
	}
	met := func(of string) *text {
		return doc(t, "Arven Palace", "2024-05-10", "Reyes and Holt met today for the third time.").
			report(readout.Meeting, readout.Held, "Reyes Holt", "met today", on("2024-05-10", "today"), third(of))
	}
	trip := doc(t, "Inland Post", "2024-03-01", "Reyes looks forward to her trip to Costava in May.").
		report(readout.Visit, readout.Scheduled, "Reyes Costava", "her trip", on("2024-05", "in May"))
	dialogue := doc(t, "Arven Palace", "2024-05-03", "Arvenia and Costava held a dialogue today.").report(readout.Talks, readout.Held, "Arvenia Costava", "held a dialogue", on("2024-05-03", "today"))
	host := func(day, who string) *text {
		return doc(t, "Arven Palace", day, "Reyes met "+who+" today in Tollen.").report(readout.Meeting, readout.Held, "Reyes "+who, "Reyes met", on(day, "today"), at("place/tollen", "Tollen"))
	}
	came := doc(t, "Inland Post", "2024-06-03", "On her journey to Costava, said Reyes, she raised it.").formed(readout.Briefing).
		report(readout.Visit, readout.Held, "Reyes Costava", "her journey")
	linkEach(t, []linking{
		{"a journey, and the second of those who were met", []*text{host("2024-05-10", "Holt"), host("2024-05-11", "Sande"), came},
			"2024-05-11-reyes-sande-meeting held 1\n2024-05-10-holt-reyes-meeting held 2"},
		{"moved, and counted", []*text{plan("summit of the coast"), met("summit of the coast")}, "2024-05-10-holt-reyes-meeting held 2"},
		{"another count", []*text{plan("summit of the coast"), met("talk on fish")}, "2024-05-24-holt-reyes-summit unreported 1\n2024-05-10-holt-reyes-meeting held 1"},
		{"the dialogue and the journey", []*text{trip, dialogue, met("")}, "2024-05-10-holt-reyes-meeting held 2\n2024-05-03-arv-cos-talks held 1"},
	})
}

// What a side's own page told as held, that side does not deny later; who was sent and then
// went made one journey; "her recent trip" is one of which the ledger has.
func TestToldBySide(t *testing.T) {
	page := func(words string) *text {
		return doc(t, "Arven Palace", "2024-05-03", words).formed(readout.ReadoutAccount).issued("palace", readout.Body, words)
	}
	met := page("Reyes met Holt in Tollen today.").report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt", on("2024-05-03", "today"), at("place/tollen", "Tollen"))
	denied := func(outlet, by string) *text {
		words := "Reyes has not met Holt since."
		return doc(t, outlet, "2024-05-10", words).issued(by, readout.Body, words).report(readout.Meeting, readout.Denied, "Reyes Holt", "has not met Holt")
	}
	sent := page("Reyes was sent to Tollen, in Costava. Reyes travelled to Tollen today and met Holt.").
		report(readout.Visit, readout.Scheduled, "Reyes Costava", "was sent to Tollen", at("place/tollen", "Tollen")).
		report(readout.Meeting, readout.Held, "Reyes Holt", "met Holt", on("2024-05-03", "today"), at("place/tollen", "Tollen"))
	other := "Sande called Tamm today. The fund builds on the recent trip of Reyes to Costava."
	list := doc(t, "Arven Palace", "2024-05-20", other).formed(readout.ReadoutAccount).issued("palace", readout.Body, other).
		report(readout.Call, readout.Held, "Sande Tamm", "Sande called Tamm", on("2024-05-20", "today")).
		report(readout.Visit, readout.Held, "Reyes Costava", "recent trip", background)
	linkEach(t, []linking{
		{"denied by the side that told of it", []*text{met, denied("Inland Post", "palace")}, "2024-05-03-holt-reyes-meeting held 1\nundated-holt-reyes-meeting denied 1"},
		{"denied by the other", []*text{met, denied("Costavan Chancery", "chancery")}, "2024-05-03-holt-reyes-meeting held 2"},
		{"sent, and gone", []*text{sent}, "2024-05-03-holt-reyes-meeting held 1"},
		{"a recent trip, told in passing", []*text{met, list}, "2024-05-20-sande-tamm-call held 1\n2024-05-03-holt-reyes-meeting held 2"},
	})
}
