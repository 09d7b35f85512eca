package eval

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestGold reads every gold document and fails where the share of found facts
// of a kind falls below its floor in gold/floors.tsv, which also sets that no
// trap is walked into. With -v it prints the table and every miss.
func TestGold(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		t.Run(language, func(t *testing.T) { testGold(t, language) })
	}
}

func testGold(t *testing.T, language string) {
	rep, err := Run(os.DirFS("../.."), "gold/"+language)
	if err != nil {
		t.Fatal(err)
	}
	floors := readFloors(t, "../../gold/floors.tsv", language)
	var table strings.Builder
	for _, kind := range Kinds {
		s := rep.Scores[kind]
		floor, ok := floors[kind]
		fmt.Fprintf(&table, "%-14s %3d of %3d  %.3f  floor %.2f\n", kind, s.Found, s.Wanted, s.Share(), floor)
		if s.Share() < floor {
			t.Errorf("%s: %.3f is below the floor of %.2f", kind, s.Share(), floor)
		}
		if ok != (s.Wanted > 0) {
			t.Errorf("%s: gold wants %d, floors.tsv has a floor: %t", kind, s.Wanted, ok)
		}
	}
	t.Logf("found in gold/%s\n%s", language, table.String())
	for _, m := range rep.Misses {
		t.Log(m)
	}
}

// readFloors reads the floors of a language by kind: a column of the table for each
// language, empty where its gold has nothing of the kind.
func readFloors(t *testing.T, name, language string) map[string]float64 {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	floors, column := map[string]float64{}, 0
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if column == 0 {
			if column = slices.Index(cells, language); column < 0 {
				t.Fatalf("%s: no column %s", name, language)
			}
			continue
		}
		if column >= len(cells) || cells[column] == "" {
			continue
		}
		floor, err := strconv.ParseFloat(cells[column], 64)
		if err != nil || floor < 0 || floor > 1 {
			t.Fatalf("%s:%d: not a kind and a share: %q", name, i+1, line)
		}
		floors[cells[0]] = floor
	}
	return floors
}
