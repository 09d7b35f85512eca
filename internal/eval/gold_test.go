package eval

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestGold reads every gold document and fails where the share of found facts
// of a kind falls below its floor in gold/floors.tsv, which also sets that no
// trap is walked into. With -v it prints the table and every miss.
func TestGold(t *testing.T) {
	rep, err := Run(os.DirFS("../.."), "gold/en")
	if err != nil {
		t.Fatal(err)
	}
	floors := readFloors(t, "../../gold/floors.tsv")
	var table strings.Builder
	for _, kind := range Kinds {
		s := rep.Scores[kind]
		floor, ok := floors[kind]
		if !ok {
			t.Errorf("floors.tsv has no line for %s", kind)
		}
		fmt.Fprintf(&table, "%-14s %3d of %3d  %.3f  floor %.2f\n", kind, s.Found, s.Wanted, s.Share(), floor)
		if s.Share() < floor {
			t.Errorf("%s: %.3f is below the floor of %.2f", kind, s.Share(), floor)
		}
		if s.Wanted == 0 {
			t.Errorf("%s: gold wants nothing of this kind", kind)
		}
	}
	t.Logf("found in gold/en\n%s", table.String())
	for _, m := range rep.Misses {
		t.Log(m)
	}
}

// readFloors reads the table kind, floor.
func readFloors(t *testing.T, name string) map[string]float64 {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]float64{}
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		if strings.HasPrefix(line, "#") || line == "kind\tfloor" {
			continue
		}
		kind, value, _ := strings.Cut(line, "\t")
		floor, err := strconv.ParseFloat(value, 64)
		if err != nil || floor < 0 || floor > 1 {
			t.Fatalf("%s:%d: not a kind and a share: %q", name, i+1, line)
		}
		floors[kind] = floor
	}
	return floors
}
