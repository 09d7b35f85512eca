package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"readout/internal/store"
	"readout/internal/store/sqlite"
)

const kills = 20

// A process killed at any moment while it adds leaves whole documents or none,
// and adding them again gives the ledger that an undisturbed run gives.
func TestKillWhileAdding(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many processes")
	}
	dir := t.TempDir()
	docs := manyDocuments(t, dir, 300)
	whole := filepath.Join(dir, "whole.db")
	began := time.Now()
	if out, err := command(t, "add", docs, "--db", whole).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	takes := time.Since(began)
	want := exported(t, whole)

	broken := filepath.Join(dir, "broken.db")
	random := rand.New(rand.NewPCG(1, 2))
	for i := range kills {
		cmd := command(t, "add", docs, "--db", broken, "--workers", "2")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(takes))))
		_ = cmd.Process.Kill() // it may have ended by itself
		_ = cmd.Wait()         // so may this
		checkWhole(t, broken, fmt.Sprintf("after kill %d", i+1))
		if i%7 == 6 { // begin again with nothing
			for _, end := range []string{"", "-wal", "-shm"} {
				_ = os.Remove(broken + end) // what is not there need not go
			}
		}
	}
	if out, err := command(t, "add", docs, "--db", broken).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if got := exported(t, broken); !bytes.Equal(got, want) {
		t.Errorf("the export differs: %d bytes, want %d", len(got), len(want))
	}
}

// manyDocuments writes a file of documents that differ.
func manyDocuments(t *testing.T, dir string, n int) string {
	t.Helper()
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, `{"id":"d%d","published":"2024-05-%02d","text":"President Emmanuel Macron telephoned Chancellor Olaf Scholz on %d May 2024. It was call number %d."}`+"\n", i, i%28+1, i%28+1, i)
	}
	path := filepath.Join(dir, "many.jsonl")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func exported(t *testing.T, db string) []byte {
	t.Helper()
	out, err := command(t, "export", "--db", db, "--as-of", "2026-01-01").Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// checkWhole opens the ledger as the program does and reads all of it.
func checkWhole(t *testing.T, db, when string) {
	t.Helper()
	if _, err := os.Stat(db); err != nil {
		return // killed before there was a file
	}
	s, err := sqlite.Create(context.Background(), db)
	if err != nil {
		t.Fatalf("%s: %v", when, err)
	}
	defer s.Close()
	if err := s.Verify(context.Background()); err != nil {
		t.Errorf("%s: %v", when, err)
	}
	if _, err := store.Readings(context.Background(), s); err != nil {
		t.Errorf("%s: %v", when, err)
	}
}
