package inspect

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"readout"
	"readout/lexicon"
)

// arvenia is a state with an office that nobody is certain to hold in June 2014.
func arvenia(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := lexicon.Load(fstest.MapFS{
		"world/states.tsv":  {Data: []byte("id\tname\tadjectives\nXAR\tArvenia\tArvenian\nXCO\tCostava\tCostavan\n")},
		"world/people.tsv":  {Data: []byte("id\tname\tfamily\tcountry\nada-ash\tAda Ash\tAsh\tXAR\nbo-birch\tBo Birch\tBirch\tXAR\ncy-cedar\tCy Cedar\tCedar\tXCO\n")},
		"world/offices.tsv": {Data: []byte("id\tcountry\tkind\tname\ttitles\nXAR/president\tXAR\thead-of-state\tPresident of Arvenia\tpresident\nXCO/president\tXCO\thead-of-state\tPresident of Costava\tpresident\n")},
		"world/holders.tsv": {Data: []byte("person\toffice\tfrom\tto\tsource\tchecked\nada-ash\tXAR/president\t2010-03-05\t2014-06\town\tfrom\nbo-birch\tXAR/president\t2014-06\t\town\tno\n" +
			"cy-cedar\tXCO/president\t2015-01-10\t\town\tyes\n")},
		"world/outlets.tsv": {Data: []byte("id\tname\tcountry\tkind\ncostava-post\tCostava Post\tXCO\tdaily\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

func TestFind(t *testing.T) {
	lex := arvenia(t)
	for _, c := range []struct{ name, day, want string }{
		{"president of Arvenia", "2012-01-01", "office/XAR/president person/ada-ash"},
		{"the Arvenian president", "2012-01-01", "office/XAR/president person/ada-ash"},
		{"president of Arvenia", "2014-06-20", "office/XAR/president person/ada-ash person/bo-birch"},
		{"Birch", "2020", "person/bo-birch"},
		{"Ash Ada", "2020", "person/ada-ash"},
		{"person/ada-ash", "2020", "person/ada-ash"},
		{"XCO", "2020", "state/XCO"},
		{"office/XCO/president", "2020", "office/XCO/president"},
		{"Dora Dogwood", "2020", ""},
		{"", "2020", ""},
	} {
		var got []string
		for _, m := range Find(c.name, c.day, lex) {
			got = append(got, string(m.Entity))
			if m.Topic == "" && !strings.Contains(m.Where, ".tsv:") {
				t.Errorf("%s: %s has no line: %q", c.name, m.Entity, m.Where)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q on %s: %v, want %s", c.name, c.day, got, c.want)
		}
	}
}

func TestTrace(t *testing.T) {
	trace, err := Of("On Friday the Arvenian president phoned President Cy Cedar of Costava about the ceasefire, the Costava Post said.", "", "Costava Post", "2016-05-04", arvenia(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(trace.Sentences) != 1 || !slices.Contains(trace.Sentences[0].Tokens, "phoned") {
		t.Errorf("sentences: %+v", trace.Sentences)
	}
	if len(trace.Dates) != 1 || trace.Dates[0].EDTF != "2016-04-29" || trace.Dates[0].Rule == "" {
		t.Errorf("dates: %+v", trace.Dates)
	}
	i := slices.IndexFunc(trace.Mentions, func(m Mention) bool { return m.Entity == "person/bo-birch" })
	if i < 0 || trace.Mentions[i].Form != readout.ByOffice || trace.Mentions[i].Where != "world/people.tsv:3" || trace.Mentions[i].Country != "XAR" {
		t.Errorf("mentions: %+v", trace.Mentions)
	}
	if len(trace.Contacts) != 1 || trace.Contacts[0].Status != readout.Held {
		t.Errorf("contacts: %+v", trace.Contacts)
	}
	if len(trace.Statements) != 1 {
		t.Errorf("statements: %+v", trace.Statements)
	}
	if !slices.ContainsFunc(trace.Topics, func(h Topic) bool { return h.Words == "ceasefire" && h.Where != "" }) {
		t.Errorf("topics: %+v", trace.Topics)
	}
}

func TestCoverage(t *testing.T) {
	c := NewCoverage(arvenia(t))
	doc := func(day, title string) *readout.Document {
		d := document("", day)
		d.Title, d.Outlet, d.Source = title, "Costava Post", title
		return &d
	}
	for _, d := range []*readout.Document{
		doc("2012-05-04", "Call with President Ada Ash of Arvenia"),               // placed
		doc("2014-08-01", "Call with the Arvenian president"),                     // placed
		doc("2014-06-20", "Call with the Arvenian president"),                     // two may hold it
		doc("2020-05-04", "Call with President Dora Dogwood of Arvenia"),          // a stranger
		doc("2020-05-05", "Meeting with President Dora Dogwood of Arvenia"),       // the same
		doc("2020-05-04", "Call with former President Ada Ash of Arvenia"),        // no leader
		doc("2014-12-01", "Call with President-elect Cy Cedar of Costava"),        // takes office soon; of the outlet's own country
		doc("2005-12-01", "Call with Cy Cedar"),                                   // no office that day
		doc("2020-05-04", "President Cy Cedar of Costava Opens a Bridge in June"), // placed, own country
	} {
		c.Add(d, true)
	}
	if c.Documents != 9 || c.Roles != (Share{1, 2}) || c.Leaders != (Share{2, 5}) || c.Persons != (Share{4, 7}) {
		t.Errorf("%d documents, roles %v, leaders %v, persons %v\n%+v", c.Documents, c.Roles, c.Leaders, c.Persons, c.Missing(0))
	}
	missing := c.Missing(0)
	if len(missing) != 3 || missing[0].Words != "Dora Dogwood" || missing[0].Count != 2 || missing[0].Why != "in no file" || !missing[0].Leader {
		t.Fatalf("%+v", missing)
	}
	if got := []string{missing[1].Why, missing[2].Why}; !slices.Equal(got, []string{"no office on the day", "several may hold it"}) {
		t.Errorf("%v", got)
	}
	if len(c.Missing(1)) != 1 {
		t.Error("the limit is not kept")
	}
}

// Text of any kind is shown, never refused.
func FuzzOf(f *testing.F) {
	lex := arvenia(f)
	f.Add("The Arvenian president phoned Cy Cedar on Friday.")
	f.Add("\xff“\n\n- ")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		for _, day := range []string{"2016-05-04", "2014-06", ""} {
			if _, err := Of(text, "", "Costava Post", day, lex); err != nil {
				t.Fatal(err)
			}
			Find(text, day, lex)
		}
	})
}
