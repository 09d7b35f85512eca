package main

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A text of one line, 60 MiB long, is read, and nothing of it is left out.
func TestLineOf60MiB(t *testing.T) {
	if testing.Short() {
		t.Skip("a large file")
	}
	line := strings.Repeat("The two delegations went on with their consultations on questions of mutual interest. ", 60<<20/86+1)
	path := filepath.Join(t.TempDir(), "long.txt")
	if err := os.WriteFile(path, []byte(line), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := command(t, "read", path, "--json")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, out)
	if err := errors.Join(err, cmd.Wait()); err != nil {
		t.Fatal(err)
	}
	if n < int64(len(line)) {
		t.Errorf("%d bytes out for %d bytes in", n, len(line))
	}
}

// status is the exit status of a finished command.
func status(err error) int {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	return 0
}

// A disk that fills up: a clear message, status 1, and what was added before
// stays.
func TestFullDisk(t *testing.T) {
	dir := mountSmall(t)
	db := filepath.Join(dir, "ledger.db")
	few, many := manyDocuments(t, t.TempDir(), 5), manyDocuments(t, t.TempDir(), 3000)
	if out, err := command(t, "add", few, "--db", db).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	out, err := command(t, "add", many, "--db", db).CombinedOutput()
	if status(err) != exitFailed || !bytes.Contains(out, []byte("the disk is full; what was added before is kept")) {
		t.Errorf("status %d: %s", status(err), out)
	}
	if lines := exported(t, db); !bytes.Contains(lines, []byte("d0")) {
		t.Errorf("the first documents are lost: %s", lines)
	}
}

// A folder and a ledger without permission, as a user who is not root.
func TestWithoutPermission(t *testing.T) {
	dir := worldReadable(t)
	docs := filepath.Join(dir, "docs")
	locked := filepath.Join(docs, "locked")
	if err := os.MkdirAll(locked, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(docs, "a.txt"), "They met on 1 May 2024.\n")
	write(t, filepath.Join(locked, "b.txt"), "They met on 2 May 2024.\n")
	db := filepath.Join(dir, "ledger.db")
	if out, err := command(t, "add", docs, "--db", db).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for path, mode := range map[string]os.FileMode{locked: 0, db: 0o444, dir: 0o555} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o755); _ = os.Chmod(locked, 0o755) }) // so that they can be taken away

	out, err := unprivileged(t, dir, "read", docs).CombinedOutput()
	if status(err) != exitPartial || !bytes.Contains(out, []byte("locked: permission denied")) || !bytes.Contains(out, []byte("1 May 2024")) {
		t.Errorf("a locked folder: status %d: %s", status(err), out)
	}
	out, err = unprivileged(t, dir, "documents", "--db", db).CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("a.txt")) {
		t.Errorf("reading a ledger that may not be written: status %d: %s", status(err), out)
	}
	out, err = unprivileged(t, dir, "add", filepath.Join(docs, "a.txt"), "--db", db).CombinedOutput()
	if status(err) != exitFailed || !bytes.Contains(out, []byte("must be readable and writable")) {
		t.Errorf("writing a ledger that may not be written: status %d: %s", status(err), out)
	}
}

// A second writer waits, then says which process holds the ledger.
func TestSecondWriter(t *testing.T) {
	if testing.Short() {
		t.Skip("waits as long as the program does")
	}
	dir := t.TempDir()
	db := filepath.Join(dir, "ledger.db")
	docs := manyDocuments(t, dir, 3)
	if out, err := command(t, "add", docs, "--db", db).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	holder, err := sql.Open("sqlite", "file:"+db+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer holder.Close()
	tx, err := holder.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	out, err := command(t, "add", docs, "--db", db, "--json").CombinedOutput()
	if status(err) != exitFailed || !bytes.Contains(out, []byte(`"code":"conflict"`)) || !bytes.Contains(out, []byte("is writing to it")) {
		t.Errorf("status %d: %s", status(err), out)
	}
	if runtime.GOOS == "linux" && !bytes.Contains(out, fmt.Appendf(nil, "(process %d)", os.Getpid())) {
		t.Errorf("the holder is not named: %s", out)
	}
	if _, err := command(t, "export", "--db", db).Output(); err != nil {
		t.Errorf("reading while another writes: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if out, err := command(t, "add", docs, "--db", db).CombinedOutput(); err != nil {
		t.Errorf("after the first has finished: %v: %s", err, out)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// worldReadable is a folder that every user can reach.
func worldReadable(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "readout-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) }) // best effort
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}
