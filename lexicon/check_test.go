package lexicon

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestOwnFiles: our own files keep every rule.
func TestOwnFiles(t *testing.T) {
	faults, err := Check()
	if err != nil {
		t.Fatal(err)
	}
	warnings := 0
	for _, f := range faults {
		if f.Warning {
			warnings++
			continue
		}
		t.Error(f)
	}
	if warnings > 150 {
		t.Errorf("%d warnings: nobody reads so many", warnings)
	}
}

// faulty is a user's folder with a mistake of every kind.
var faulty = fstest.MapFS{
	"world/states.tsv": {Data: []byte("id\tname\taliases\tzone\twikidata\nxar\tArvenia\t\t\t\nXAR\tArvenia\t\tEurope/Nowhere\tR12\nXCO\t\tFrance\tEurope/Paris\t\n")},
	"world/people.tsv": {Data: []byte("id\tname\tfamily\tgender\tcountry\nAna Reyes\tAna Reyes\tReyes\tx\tXAR\njon-holt\tJon Holt\tHolt\tm\tXXX\nmia\tMia\tMia\tf\tXAR\n")},
	"world/offices.tsv": {Data: []byte("id\tcountry\torg\tkind\tname\ttitles\tseats\n" +
		"XCO/chair\tXAR\t\tchair\tChair of Arvenia\tChair\t2\nXAR/president\tXAR\t\thead-of-state\tPresident of Arvenia\tpresident\t\nXAR/clerk\tXAR\tno-org\tenvoy\tClerk\tclerk\t\n")},
	"world/holders.tsv": {Data: []byte("person\toffice\tfrom\tto\tsource\tchecked\tnote\n" +
		"jon-holt\tXAR/president\t2001-02-30\t2003\town\tyes\t\n" +
		"jon-holt\tXAR/president\t2010-05-01\t2010-05-01\town\tyes\t\n" +
		"mia\tXAR/president\t2011-05-01\t2014-01-01\t\tmaybe\t\n" +
		"jon-holt\tXAR/president\t2013-05-01\t2015-01-01\town\tyes\t\n" +
		"mia\tXAR/clerk\t2011\t2014\town\tyes\t\n" +
		"jon-holt\tXAR/clerk\t2012\t2015\town\tyes\tbeside her\n")},
	"world/leaders.tsv": {Data: []byte("state\toffice\tfrom\tto\nXAR\tFRA/president\t2001-05\t\n")},
	"world/events.tsv":  {Data: []byte("id\tname\tseries\tfrom\tto\tplace\tcountry\nfair-2001\tFish Fair\tfair\t2001-05-04\t2001-05-03\tno-place\tXAR\nfair-2002\tFish Fair\tfair\tsoon\t\t\tXAR\n")},
	"world/orgs.tsv":    {Data: []byte("id\tname\tcountry\tkind\taliases\tmembers\nport\tPort of Tollen\tXAR\tharbour\tNATO\tXAR|ZZZ\n")},
	"topics/ferry.txt":  {Data: []byte("name: Ferries\nparent: boats\nterm: ferry\n> The boat runs.\n! The ferry runs.\n")},
	"topics/boats.txt":  {Data: []byte("parent: ferry\nterm: boat\n> A boat came.\n> Two boats came.\n! A car came.\n")},
	"en/acts.tsv":       {Data: []byte("verb\tobject\tact\tcommitment\tstrength\texample\ndiscuss\t\tdiscussed\t\t\tThey sang.\n")},
}

// TestCheck: each mistake is found, with its file and line, and nothing of ours is listed.
func TestCheck(t *testing.T) {
	faults, err := Check(faulty)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range faults {
		line := f.Where.String() + ": " + f.Message
		if f.Warning {
			line = "warning: " + line
		}
		got = append(got, line)
	}
	for _, want := range []string{
		`world/states.tsv:2: id "xar" is not of the form`, `world/states.tsv:3: no time zone "Europe/Nowhere"`, `world/states.tsv:3: "R12" is no Wikidata id`, `world/states.tsv:4: no name`,
		`warning: world/states.tsv:4: "France" also names state/FRA (data/world/states.tsv:`,
		`world/people.tsv:2: id "Ana Reyes" is not of the form`, `world/people.tsv:2: gender "x"`, `world/people.tsv:3: country: there is no "XXX"`,
		`world/offices.tsv:2: no kind "chair"`, `world/offices.tsv:2: the id begins with "XCO"`, `world/offices.tsv:2: title "Chair" is not in lower case`, `world/offices.tsv:2: seats "2"`,
		`world/offices.tsv:4: org: there is no "no-org"`,
		`world/holders.tsv:2: from "2001-02-30" is no day`, `world/holders.tsv:3: from 2010-05-01 does not lie before to 2010-05-01`,
		`world/holders.tsv:4: checked "maybe"`, `world/holders.tsv:4: no source`, `world/holders.tsv:5: mia held XAR/president at the same time (world/holders.tsv:4)`,
		`warning: world/holders.tsv:3: XAR/president has no holder in the`,
		`world/leaders.tsv:2: FRA/president is no office of XAR`, `world/leaders.tsv:2: from "2001-05" is no day`,
		`world/events.tsv:2: it ends on 2001-05-03`, `world/events.tsv:2: place: there is no "no-place"`, `world/events.tsv:3: from "soon"`,
		`world/orgs.tsv:2: no kind "harbour"`, `world/orgs.tsv:2: members: there is no "ZZZ"`, `warning: world/orgs.tsv:2: "NATO" also names org/nato`,
		`topics/ferry.txt:1: more than three levels`, `topics/ferry.txt:1: 1 examples and 1 counter-examples`, `topics/ferry.txt:1: the example lacks the topic`, `topics/ferry.txt:1: the counter-example has the topic`,
		`en/acts.tsv:2: the example has no form of "discuss"`,
	} {
		if !slices.ContainsFunc(got, func(line string) bool { return strings.HasPrefix(line, want) }) {
			t.Errorf("not found: %s", want)
		}
	}
	for _, line := range got {
		if strings.Contains(line, "beside her") || strings.HasPrefix(line, "data/") || strings.Contains(line, "world/holders.tsv:7") {
			t.Errorf("should not be listed: %s", line)
		}
	}
	if t.Failed() {
		t.Log(strings.Join(got, "\n"))
	}
}

// TestBareTitles: an office that takes a title which named one office alone is warned
// of; not so where states share the title of a kind of office, or many have it.
func TestBareTitles(t *testing.T) {
	faults, err := Check(fstest.MapFS{
		"world/states.tsv": {Data: []byte("id\tname\nXAR\tArvenia\n")},
		"world/offices.tsv": {Data: []byte("id\tcountry\torg\tkind\tname\ttitles\n" +
			"XAR/envoy\tXAR\t\tenvoy\tHigh Representative in Arvenia\thigh representative\n" +
			"XAR/emir\tXAR\t\thead-of-state\tPrince of Arvenia\tdeputy president\n" +
			"XAR/president\tXAR\t\thead-of-state\tPresident of Arvenia\tpresident\n" +
			"XAR/deputy\tXAR\t\tdeputy-head\tCrown Prince of Arvenia\temperor\n" +
			"XAR/chief\tXAR\t\thead-of-state\tEmperor of Arvenia\tsultan\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range faults {
		if strings.Contains(f.Message, "alone also means") {
			got = append(got, f.Where.String()+" "+f.Message)
		}
	}
	want := []string{
		`world/offices.tsv:2 the title "high representative" alone also means eu/high-representative (data/world/offices.tsv:`,
		`world/offices.tsv:5 the title "emperor" alone also means JPN/emperor (data/world/offices.tsv:`,
	}
	if len(got) != len(want) || !strings.HasPrefix(got[0], want[0]) || !strings.HasPrefix(got[1], want[1]) {
		t.Errorf("got %q, want %q", got, want)
	}
}
