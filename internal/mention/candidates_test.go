package mention

import (
	"slices"
	"testing"
	"testing/fstest"

	"readout"
	"readout/lexicon"
)

// Near an edge that nobody checked an office alone stays the office; those who may
// hold it are listed.
func TestNobodyIsGuessed(t *testing.T) {
	lex, err := lexicon.Load(fstest.MapFS{
		"world/states.tsv":  {Data: []byte("id\tname\tadjectives\nXAR\tArvenia\tArvenian\n")},
		"world/people.tsv":  {Data: []byte("id\tname\tfamily\tcountry\nada-ash\tAda Ash\tAsh\tXAR\nbo-birch\tBo Birch\tBirch\tXAR\n")},
		"world/offices.tsv": {Data: []byte("id\tcountry\tkind\tname\ttitles\nXAR/president\tXAR\thead-of-state\tPresident of Arvenia\tpresident\n")},
		"world/holders.tsv": {Data: []byte("person\toffice\tfrom\tto\tsource\tchecked\nada-ash\tXAR/president\t2010-03-05\t2014-06\town\tfrom\nbo-birch\tXAR/president\t2014-06\t\town\tno\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string][]readout.EntityID{
		"2014-05-01": {"person/ada-ash"},
		"2014-06-20": {"office/XAR/president", "person/ada-ash", "person/bo-birch"},
		"2014-08-01": {"person/bo-birch"},
	} {
		_, found, entities := read(lex, day, "", "The Arvenian president telephoned the port.")
		if len(found) == 0 {
			t.Errorf("%s: nobody is found", day)
			continue
		}
		got := append([]readout.EntityID{found[0].Entity}, found[0].Candidates...)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", day, got, want)
		}
		if e := entities[0]; !slices.Equal(e.Candidates, want[1:]) {
			t.Errorf("%s: the entity's candidates are %v", day, e.Candidates)
		}
	}
}
