package lexicon

import (
	"slices"
	"testing"

	"readout"
	"readout/internal/token"
)

func loadDefault(t testing.TB) *Lexicon {
	t.Helper()
	lex, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

func TestTitlesMatchTheLongest(t *testing.T) {
	lex := loadDefault(t)
	for _, c := range []struct {
		text, title string
		plural      bool
	}{
		{"Deputy Prime Ministers of both states", "deputy prime minister", true},
		{"secretaries of state", "secretary of state", true},
		{"heads of state", "head of state", true},
		{"Vice-President", "vice president", false},
		{"ministers of foreign affairs", "minister of foreign affairs", true},
		{"Secretary-General", "secretary general", false},
		{"Mr. Smith", "mr.", false},
		{"table", "", false},
	} {
		hit, ok := lex.Titles.Match(token.Cut(c.text, lex.English.Abbreviation), 0)
		if ok != (c.title != "") || ok && (hit.Words != c.title || hit.Plural != c.plural) {
			t.Errorf("%q: %v %+v, want %q plural=%v", c.text, ok, hit.Title, c.title, c.plural)
		}
	}
}

func TestOfficesTitled(t *testing.T) {
	lex := loadDefault(t)
	for _, c := range []struct{ owner, title, want string }{
		{"RUS", "foreign minister", "RUS/foreign-minister"},
		{"USA", "secretary of state", "USA/secretary-of-state"},
		{"DEU", "chancellor", "DEU/chancellor"},
	} {
		list := lex.OfficesTitled(c.owner, c.title)
		if len(list) == 0 || list[0].ID != c.want {
			t.Errorf("%s of %s: %v, want %s", c.title, c.owner, list, c.want)
		}
	}
	if list := lex.OfficesTitled("FRA", "chancellor"); len(list) != 0 {
		t.Errorf("France has a chancellor: %v", list[0])
	}
}

// A constitution may change who leads a state.
func TestLeaderOfficeByDay(t *testing.T) {
	lex := loadDefault(t)
	for _, c := range []struct{ state, day, want string }{
		{"TUR", "2010-05-01", "TUR/prime-minister"},
		{"TUR", "2019-05-01", "TUR/president"},
		{"ARM", "2010-05-01", "ARM/president"},
		{"ARM", "2021-05-01", "ARM/prime-minister"},
		{"FRA", "2021-05-01", "FRA/president"},
		{"GBR", "", "GBR/prime-minister"},
	} {
		if o := lex.LeaderOffice(c.state, c.day); o == nil || o.ID != c.want {
			t.Errorf("leader of %s on %q: %+v, want %s", c.state, c.day, o, c.want)
		}
	}
	if o := lex.LeaderOffice("QQQ", "2021-05-01"); o != nil {
		t.Errorf("leader of no state: %+v", o)
	}
}

func TestPersonsByName(t *testing.T) {
	lex := loadDefault(t)
	has := func(list []readout.EntityID, id readout.EntityID) bool { return slices.Contains(list, id) }
	if !has(lex.Persons.Full([]string{"fumio", "kishida"}), "person/fumio-kishida") || !has(lex.Persons.Full([]string{"kishida", "fumio"}), "person/fumio-kishida") {
		t.Error("a full name is found in either order")
	}
	if !has(lex.Persons.Family([]string{"von", "der", "leyen"}), "person/ursula-von-der-leyen") {
		t.Error("a family name of several words is found")
	}
	if !lex.Persons.Given("angela") || lex.Persons.Given("treaty") {
		t.Error("given names are told from other words")
	}
	if lex.Words.Given("sergei") != lex.Words.Given("sergey") || lex.Words.Given("joseph") != lex.Words.Given("joe") {
		t.Error("variants of a given name share a form")
	}
}
