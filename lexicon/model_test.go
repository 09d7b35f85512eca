package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestTheModelShipsAndCanBeLeftOut(t *testing.T) {
	lex, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	if lex.English.Parser() == nil {
		t.Fatal("no model ships, or it cannot be read")
	}
	rules := lex.WithoutModel()
	if rules.English.Parser() != nil || lex.English.Parser() == nil {
		t.Error("the model is left out of the wrong lexicon")
	}
	if rules.Version == lex.Version {
		t.Error("a lexicon without its model has the version of the whole")
	}
}

// TestABrokenModelOfAUsersIsNamed: it is a fault like any other of a folder's.
func TestABrokenModelOfAUsersIsNamed(t *testing.T) {
	_, err := Load(fstest.MapFS{"en/model/" + ModelFile: {Data: []byte("no zip")}})
	if err == nil || !strings.Contains(err.Error(), "en/model/"+ModelFile+": model: zip") {
		t.Errorf("got %v", err)
	}
}
