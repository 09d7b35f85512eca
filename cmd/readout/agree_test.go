package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/internal/phrase"
	"readout/internal/terminal"
)

// runHere carries out a command line in this process.
func runHere(t interface{ Context() context.Context }, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(&environment{
		Context: t.Context(), stdin: strings.NewReader(""), stdout: &out, stderr: &errs,
		getenv: func(string) string { return "" },
		now:    func() time.Time { return time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC) },
		screen: terminal.Screen{Width: 100},
	}, args)
	return code, out.String(), errs.String()
}

// For any filter the list, its count and the export agree.
func TestListCountAndExportAgree(t *testing.T) {
	samples := samplesFolder(t)
	db := filepath.Join(t.TempDir(), "ledger.db")
	words := filepath.Join(samples, "lexicon")
	if code, _, stderr := runHere(t, "add", filepath.Join(samples, "press"), filepath.Join(samples, "official"), "--lexicon", words, "--db", db); code != 0 {
		t.Fatal(stderr)
	}
	flags := map[string][]string{
		"--person": {"Putin", "Trump", "Ana Reyes", "person/jon-holt", "nobody"}, "--country": {"RUS", "Russia", "XAR", "USA"},
		"--pair": {"Putin,Trump", "XAR-XCO", "Biden,Russia"}, "--channel": {"call", "meeting,summit", "letter"},
		"--status": {"held", "scheduled,unreported", "denied"}, "--since": {"2018", "2024-05-02"}, "--until": {"2021-12", "2024-06-20"},
		"--topic": {"ukraine", "energy,border"}, "--outcome": {"open", "kept,lapsed"}, "--limit": {"1", "3"},
		"--source": {"Larkfield Wire", "The Kremlin"}, "--via": {"Interfax", "Harbour Post"}, "--words": {"meeting", `"by telephone" OR call`, "Putin -Trump"},
	}
	matched := 0
	random := rand.New(rand.NewPCG(7, 7))
	for range 25 {
		args := []string{"--db", db, "--as-of", "2026-01-01"}
		for _, flag := range slices.Sorted(maps.Keys(flags)) {
			if random.IntN(4) == 0 {
				args = append(args, flag, flags[flag][random.IntN(len(flags[flag]))])
			}
		}
		if random.IntN(3) == 0 {
			args = append(args, "--passing")
		}
		code, list, stderr := runHere(t, append([]string{"contacts", "--json"}, args...)...)
		_, exported, _ := runHere(t, append([]string{"export"}, args...)...)
		if code != 0 || list != exported {
			t.Fatalf("%v: status %d: %s\nlist %s\nexport %s", args, code, stderr, list, exported)
		}
		n := strings.Count(list, "\n")
		_, table, _ := runHere(t, append([]string{"export", "--format", "csv"}, args...)...)
		if rows, err := csv.NewReader(strings.NewReader(table)).ReadAll(); err != nil || len(rows) != n+1 {
			t.Errorf("%v: %d rows of CSV, %v, %d lines", args, len(rows)-1, err, n)
		}
		if _, _, count := runHere(t, append([]string{"contacts"}, args...)...); !strings.HasPrefix(count, phrase.Count(n, "contact")+"\n") {
			t.Errorf("%v: count %q, %d lines", args, count, n)
		}
		matched += n
	}
	if matched == 0 {
		t.Error("no filter matched anything; the test says nothing")
	}
}
