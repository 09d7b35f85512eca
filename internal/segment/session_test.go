package segment

import (
	"testing"

	"readout"
	"readout/lexicon"
)

// TestSessionDay tells on which day a transcript was taken down, by its head.
func TestSessionDay(t *testing.T) {
	lex := load(t)
	const briefing, remarks = "Press Briefing by Spokeswoman Anna Testova", "Remarks by Prime Minister Anna Testova"
	const turns = "MODERATOR: Hello.\n\nSENIOR ADMINISTRATION OFFICIAL: The two will talk tomorrow.\n\nQ\u00a0\u00a0\u00a0 When?\n\nSENIOR ADMINISTRATION OFFICIAL: Soon.\n"
	for name, c := range map[string]struct {
		head, published string
		title           string
		want            string
	}{
		"a day in brackets":                  {"Via Teleconference\n\n(March 3, 2021)\n\n", "2021-03-04T09:01:53-05:00", briefing, "2021-03-03"},
		"a day in brackets above remarks":    {"(3 March 2021)\n\n9:00 A.M. EST\n\n", "2021-03-05T09:00:00-05:00", remarks, "2021-03-03"},
		"the day of publication":             {"(March 4, 2021)\n\n", "2021-03-04T09:01:53-05:00", briefing, ""},
		"a day long before":                  {"(February 4, 2021)\n\n", "2021-03-04T09:01:53-05:00", briefing, ""},
		"a day after":                        {"(March 8, 2021)\n\n", "2021-03-04T09:01:53-05:00", briefing, ""},
		"an hour later than the publication": {"5:54 P.M. EST\n\n", "2021-03-04T09:01:53-05:00", briefing, "2021-03-03"},
		"a day in the title":                 {"5:54 P.M. EST\n\n", "2021-03-04T09:01:53-05:00", briefing + ", March 4, 2021", ""},
		"held back until an hour":            {"5:54 P.M. EST\n\n", "2021-03-04T05:00:00-05:00", briefing, ""},
		"an hour before it":                  {"8:54 A.M. EST\n\n", "2021-03-04T09:01:53-05:00", briefing, ""},
		"a few minutes later":                {"5:04 P.M. EST\n\n", "2021-03-04T16:56:00-05:00", briefing, ""},
		"remarks are stamped before":         {"5:54 P.M. EST\n\n", "2021-03-04T09:01:53-05:00", remarks, ""},
		"no zone":                            {"5:54 P.M.\n\n", "2021-03-04T09:01:53-05:00", briefing, ""},
		"a zone of several":                  {"5:54 P.M. IST\n\n", "2021-03-04T09:01:53-05:00", briefing, ""},
		"an hour of the evening before":      {"7:11 P.M. CET\n\n", "2021-03-04T02:03:00-05:00", briefing, "2021-03-03"},
		"a few hours off in another zone":    {"3:08 P.M. CET\n\n", "2021-03-04T05:57:00-05:00", briefing, ""},
		"an hour or two off in another zone": {"10:40 A.M. EET\n\n", "2021-03-04T02:22:00-05:00", briefing, ""},
		"the same day further east":          {"9:25 A.M. JST\n\n", "2021-03-04T00:22:00-05:00", briefing, ""},
		"the next day further east":          {"9:25 A.M. JST\n\n", "2021-03-04T20:22:00-05:00", remarks, "2021-03-05"},
		"the day before further west":        {"5:20 P.M. PST\n\n", "2021-03-04T01:02:00-05:00", remarks, "2021-03-03"},
		"a publication without an hour":      {"5:54 P.M. EST\n\n", "2021-03-04", briefing, ""},
		"no head":                            {"", "2021-03-04T09:01:53-05:00", briefing, ""},
	} {
		heldOn(t, lex, name, c.head+turns, c.title, c.published, c.want)
	}
}

// heldOn checks the day that the last passages of a transcript of the White House have of
// their own.
func heldOn(t *testing.T, lex *lexicon.Lexicon, name, text, title, published, want string) {
	t.Helper()
	d := readout.Document{Text: text, Outlet: "The White House", Title: title, PublishedRaw: published,
		Published: &readout.Published{EDTF: published, Words: readout.WordsIn(readout.InPublished, readout.Span{End: len(published)})}}
	passages := Split(&d, lex)
	checkTiling(t, &d, passages)
	for _, p := range passages[len(passages)-4:] {
		if got := p.Day.Day(); got != want {
			t.Errorf("%s: %s, want %s: %s", name, got, want, show(&d, passages))
			break
		}
	}
}
