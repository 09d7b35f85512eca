package lexicon

import (
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"readout"
	"readout/internal/token"
)

func load(t testing.TB) *Lexicon {
	t.Helper()
	lex, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// TestTopicExamples: every topic's examples have it, its counter-examples do not.
func TestTopicExamples(t *testing.T) {
	lex := load(t)
	if len(lex.Topics.All) < 80 {
		t.Errorf("%d topics, want at least 80", len(lex.Topics.All))
	}
	has := func(sentence, id string) bool {
		for _, h := range lex.Topics.In(sentence, token.Cut(sentence, lex.English.Abbreviation)) {
			if h.Topic == id {
				return true
			}
		}
		return false
	}
	for _, topic := range lex.Topics.All {
		if len(topic.Examples) < 2 || len(topic.Counter) < 1 {
			t.Errorf("%s: %d examples and %d counter-examples, want 2 and 1", topic.File, len(topic.Examples), len(topic.Counter))
		}
		for _, s := range topic.Examples {
			if !has(s, topic.ID) {
				t.Errorf("%s: %q lacks it", topic.File, s)
			}
		}
		for _, s := range topic.Counter {
			if has(s, topic.ID) {
				t.Errorf("%s: %q has it", topic.File, s)
			}
		}
	}
}

// TestTenures: dates are well formed, and who is asked for is who held the office.
func TestTenures(t *testing.T) {
	lex := load(t)
	for _, h := range lex.tenures {
		for _, d := range []string{h.From, h.To} {
			if d == "" {
				continue
			}
			if _, err := time.Parse("2006-01-02"[:len(d)], d); err != nil {
				t.Errorf("%s, %s: date %q: %v", h.Person, h.Office, d, err)
			}
		}
		if h.To != "" && h.To < h.From[:min(len(h.From), len(h.To))] {
			t.Errorf("%s, %s: from %s to %s", h.Person, h.Office, h.From, h.To)
		}
	}
	for _, c := range []struct{ office, day, want string }{
		{"FRA/president", "2017-01-28", "francois-hollande"},
		{"DEU/chancellor", "2017-01-28", "angela-merkel"},
		{"GBR/prime-minister", "2017-01-27", "theresa-may"},
		{"USA/president", "2017-01-20", "donald-trump"},
		{"USA/president", "2017-01-19", "barack-obama"},
		{"RUS/foreign-minister", "2017-05-03", "sergey-lavrov"},
		{"DNK/prime-minister", "2008-05-01", "anders-fogh-rasmussen"},
	} {
		var got []string
		for _, h := range lex.HoldersOn(c.office, c.day) {
			got = append(got, h.Person)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s on %s: %q, want %s", c.office, c.day, got, c.want)
		}
	}
}

// TestLeaders: "the leader of" a state is the office that leads it.
func TestLeaders(t *testing.T) {
	lex := load(t)
	for state, want := range map[string]string{"FRA": "FRA/president", "DEU": "DEU/chancellor", "GBR": "GBR/prime-minister", "JPN": "JPN/prime-minister", "USA": "USA/president"} {
		if o := lex.LeaderOffice(state, "2017-06-01"); o == nil || o.ID != want {
			t.Errorf("%s: %+v, want %s", state, o, want)
		}
	}
}

// TestOverlay: a folder of a user's own adds rows and overrides ours.
func TestOverlay(t *testing.T) {
	lex, err := Load(fstest.MapFS{
		"world/states.tsv": {Data: []byte("id\tname\taliases\nXAR\tArvenia\t\nFRA\tFrance\tLa Republique\n")},
		"world/people.tsv": {Data: []byte("# ours\nid\tname\tfamily\tcountry\nana-reyes\tAna Reyes\tReyes\tXAR\n")},
		"topics/ferry.txt": {Data: []byte("name: Ferries\nterm: ferry\n> The ferry runs.\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if lex.States["XAR"] == nil || lex.States["FRA"].Aliases[0] != "La Republique" || lex.People["ana-reyes"] == nil || lex.Topics.Get("ferry") == nil {
		t.Errorf("the overlay's rows are missing")
	}
	if base := load(t); lex.Version == base.Version {
		t.Errorf("the version %s does not show the overlay", lex.Version)
	}
}

// TestFaults: every fault is reported, each with its file and line.
func TestFaults(t *testing.T) {
	_, err := Load(fstest.MapFS{
		"world/holders.tsv": {Data: []byte("person\toffice\tfrom\nnobody\tFRA/president\t2001\n")},
		"world/states.tsv":  {Data: []byte("id\tname\nXAR\tArvenia\nXAR\tArvenia\nXCO\tCostava\textra\n")},
		"topics/ferry.txt":  {Data: []byte("terms: ferry\n")},
	})
	if !errors.Is(err, readout.ErrInvalid) {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{`world/holders.tsv:2: no person "nobody"`, "world/states.tsv:3: the same id as line 2", "world/states.tsv:4: 3 cells where the header has 2", "topics/ferry.txt:1: want name:"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in: %v", want, err)
		}
	}
}

func TestVerbForms(t *testing.T) {
	lex := load(t)
	for _, c := range []struct{ word, lemma string }{{"met", "meet"}, {"spoken", "speak"}, {"agreed", "agree"}, {"denies", "deny"}, {"stopped", "stop"}, {"visiting", "visit"}, {"telephoned", "telephone"}, {"postponed", "postpone"}} {
		if _, ok := lex.English.IsForm(c.word, c.lemma); !ok {
			t.Errorf("%s is no form of %s", c.word, c.lemma)
		}
	}
}

// TestLoadIsLight: what is allocated to load everything stays under its limit. How
// long it takes is for BenchmarkLoad to say.
func TestLoadIsLight(t *testing.T) {
	const limit = 60 << 20
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := Load(); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > limit {
		t.Errorf("%d MB were allocated, want at most %d", n>>20, limit>>20)
	}
}

// TestLeadersAreNamed: on any day since 2005, near no edge that is not certain, the
// head of government of every state is one person, or the office was vacant.
func TestLeadersAreNamed(t *testing.T) {
	lex := load(t)
	named, vacant, open := 0, 0, 0
	for day := time.Date(2005, 1, 3, 0, 0, 0, 0, time.UTC); day.Year() < 2026; day = day.AddDate(0, 0, 9) {
		on := day.Format(time.DateOnly)
		for id := range lex.States {
			o := lex.LeaderOffice(id, on)
			if o == nil {
				t.Fatalf("%s has no leader", id)
			}
			switch list := lex.HoldersOn(o.ID, on); {
			case len(list) == 1 && list[0].Certain(on):
				named++
			case len(list) == 0:
				vacant++
			default:
				open++
			}
		}
	}
	if share := float64(named) / float64(named+vacant+open); share < 0.985 || open*200 > named {
		t.Errorf("%.1f %% of leaders are named (%d open, %d vacant), want 98.5 and few open", 100*share, open, vacant)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

// TestEntityOfBody: a body of a few names its states, a large one does not.
func TestEntityOfBody(t *testing.T) {
	lex := load(t)
	if got := lex.EntityOf("org/quad"); got == nil || !slices.Equal(got.Members, []string{"AUS", "IND", "JPN", "USA"}) {
		t.Errorf("the Quad is %+v", got)
	}
	if got := lex.EntityOf("org/nato"); got == nil || !slices.Contains(got.Members, "NOR") {
		t.Errorf("NATO is %+v", got)
	}
}

// A part of a name with a small letter behind its hyphen is also written as one word; a
// capital begins a word of its own.
func TestFullNames(t *testing.T) {
	tests := []struct {
		person Person
		want   []string
	}{
		{Person{Name: "Orsi Tae-lo", Aliases: []string{"T. L. Orsi"}}, []string{"Orsi Tae-lo", "T. L. Orsi", "Orsi Taelo"}},
		{Person{Name: "Lorne Ha-élin"}, []string{"Lorne Ha-élin", "Lorne Haélin"}},
		{Person{Name: "Ana-Élise Reyes"}, []string{"Ana-Élise Reyes"}},
		{Person{Name: "Quan-Ếch Holt-"}, []string{"Quan-Ếch Holt-"}},
	}
	for _, c := range tests {
		if got := c.person.FullNames(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.person.Name, got, c.want)
		}
	}
}
