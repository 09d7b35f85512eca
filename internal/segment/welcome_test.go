package segment

import "testing"

// TestWelcomeDay tells on which day a briefing was given, by its first words.
func TestWelcomeDay(t *testing.T) {
	lex := load(t)
	const briefing, remarks = "Press Briefing by Spokeswoman Anna Testova", "Remarks by Prime Minister Anna Testova"
	const turns = "\n\nSENIOR ADMINISTRATION OFFICIAL: The two will talk tomorrow.\n\nQ\u00a0\u00a0\u00a0 When?\n\nSENIOR ADMINISTRATION OFFICIAL: Soon.\n"
	const monday = "2021-03-08T05:00:00-05:00"
	for name, c := range map[string]struct {
		words, published, title, want string
	}{
		"thanked on a Friday":       {"Thanks for joining me here on a Friday, late in the day.", monday, briefing, "2021-03-05"},
		"thanked this Sunday":       {"Thank you all so much for joining us this Sunday.", "2021-03-08T08:12:10-05:00", briefing, "2021-03-07"},
		"thanked on that day":       {"Thanks, everyone, for taking the time on a Monday.", monday, briefing, ""},
		"until tomorrow":            {"The call is embargoed until 5:00 a.m. Eastern, tomorrow, Monday.", monday, briefing, "2021-03-07"},
		"until tomorrow, let go":    {"The call is embargoed until tomorrow at 5:00 a.m.", "2021-03-07T18:00:00-05:00", briefing, ""},
		"until a day":               {"The call is embargoed until Monday, March 8th, at 5:00 a.m.", monday, briefing, ""},
		"until the afternoon":       {"The call is embargoed until Monday, March 8th, at 3:00 p.m.", monday, briefing, ""},
		"until this morning":        {"The call is embargoed until 5:00 a.m. Eastern, this morning.", monday, briefing, ""},
		"thanked for something":     {"Thank you for the paper that came out on Friday.", monday, briefing, ""},
		"what is to come on Friday": {"Thank you for joining us. On Friday, the two will talk.", monday, briefing, ""},
		"remarks":                   {"Thanks for joining me here on a Friday.", monday, remarks, ""},
	} {
		heldOn(t, lex, name, "5:02 P.M. EST\n\nMODERATOR: "+c.words+turns, c.title, c.published, c.want)
	}
	for words, want := range map[string]string{
		"It is under embargo until 5:00 a.m. Eastern on Monday.": "2021-03-07",
		"It is embargoed until 5:00 a.m. this morning.":          "",
		"It is embargoed until 5:00 a.m. tomorrow.":              "2021-03-07",
		"It is embargoed until the end of the call.":             "",
	} {
		heldOn(t, lex, words, "Via Teleconference\n\nMODERATOR: "+words+turns, briefing, monday, want)
	}
}
