package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"readout"
	"readout/internal/store"
	"readout/internal/store/storetest"
)

func newStore(t *testing.T) *Store {
	t.Helper()
	s, err := Create(t.Context(), filepath.Join(t.TempDir(), "odd name?#%.db"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return newStore(t) })
}

func closed(t testing.TB, s *Store) *Store {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s
}

// refuse opens a file both ways and wants the error and words in each.
func refuse(t *testing.T, path string, want error, words string) {
	t.Helper()
	for name, open := range map[string]func(context.Context, string) (*Store, error){"Open": Open, "Create": Create} {
		s, err := open(t.Context(), path)
		if err == nil {
			closed(t, s)
		}
		if !errors.Is(err, want) || !strings.Contains(err.Error(), words) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v; want %v and %q", name, err, want, words)
		}
	}
}

func TestFileThatIsNoLedger(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("no ledger at all\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	refuse(t, text, readout.ErrInvalid, "no ledger")

	other := filepath.Join(dir, "other.db")
	exec(t, other, `CREATE TABLE contact (id TEXT)`)
	refuse(t, other, readout.ErrInvalid, "not a ledger")

	if got, err := os.ReadFile(text); err != nil || !strings.HasPrefix(string(got), "no ledger") {
		t.Error("the file was changed")
	}
}

// exec runs SQL on a file behind the store's back.
func exec(t *testing.T, path, text string) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(text); err != nil {
		t.Fatal(err)
	}
}

func TestNewerLedgerIsRefused(t *testing.T) {
	s := closed(t, newStore(t))
	exec(t, s.path, `PRAGMA user_version = 99`)
	refuse(t, s.path, readout.ErrUnsupported, "newer version")
}

func TestMissingLedger(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "none.db")
	if _, err := Open(t.Context(), missing); !errors.Is(err, readout.ErrNotFound) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(missing); err == nil {
		t.Error("looking made a file")
	}
	if _, err := Create(t.Context(), filepath.Join(missing, "x.db")); !errors.Is(err, readout.ErrNotFound) {
		t.Errorf("error %v", err)
	}
}

func TestDamagedLedger(t *testing.T) {
	s := newStore(t)
	if _, err := s.Add(t.Context(), storetest.Entries()); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	raw, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(raw); i++ {
		raw[i] ^= 0x5a
	}
	if err := os.WriteFile(s.path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err = Open(t.Context(), s.path)
	if err == nil {
		defer s.Close()
		_, err = store.Readings(t.Context(), s)
	}
	if !errors.Is(err, readout.ErrInvalid) || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("error %v", err)
	}
}

func TestFullDiskLosesNothing(t *testing.T) {
	s := newStore(t)
	defer s.Close()
	entries := storetest.Entries()
	if _, err := s.Add(t.Context(), entries[:2]); err != nil {
		t.Fatal(err)
	}
	s.db.SetMaxOpenConns(1) // the limit below holds for one connection
	if _, err := s.db.Exec(`PRAGMA max_page_count = 1`); err != nil {
		t.Fatal(err)
	}
	big := entries[2]
	big.Reading.Document.Text += strings.Repeat(" ", 1<<20)
	_, err := s.Add(t.Context(), []store.Entry{entries[3], big})
	if err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("error %v", err)
	}
	if list, err := store.Readings(t.Context(), s); err != nil || len(list) != 2 {
		t.Errorf("%d readings, %v", len(list), err)
	}
}

func TestSecondWriterWaitsThenSaysWhoHoldsTheLock(t *testing.T) {
	s := newStore(t)
	defer s.Close()
	tx, err := s.db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	second, err := create(t.Context(), s.path, 50*time.Millisecond)
	if err == nil {
		_, err = second.Add(t.Context(), storetest.Entries())
		defer second.Close()
	}
	if !errors.Is(err, readout.ErrConflict) || !strings.Contains(err.Error(), "is writing to it") {
		t.Errorf("error %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
}

func TestDatabaseRefusesValuesWithoutWords(t *testing.T) {
	s := newStore(t)
	defer s.Close()
	e := storetest.Entries()[0]
	id := e.Reading.Document.ID
	if _, err := s.db.Exec(`INSERT INTO document (id, raw) VALUES (?, ?)`, id, e.Raw); err != nil {
		t.Fatal(err)
	}
	for _, from := range []string{`[]`, `null`} {
		_, err := s.db.Exec(`INSERT INTO reading (document, rules, lexicon, reading) VALUES (?, '1', '1', ?)`,
			id, `{"document":{"id":"`+string(id)+`"},"contacts":[{"from":`+from+`}]}`)
		if err == nil {
			t.Errorf("from %s was written", from)
		}
	}
}

func TestReaderCannotWrite(t *testing.T) {
	s := closed(t, newStore(t))
	reader, err := Open(t.Context(), s.path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if _, err := reader.Add(t.Context(), storetest.Entries()); err == nil {
		t.Error("a store opened for reading was written")
	}
}

func TestMigrationsAreNumberedWithoutAGap(t *testing.T) {
	if _, err := loadMigrations(migrations); err != nil {
		t.Error(err)
	}
	gap := fstest.MapFS{"migrations/0001_a.sql": {}, "migrations/0003_b.sql": {}}
	if _, err := loadMigrations(gap); !errors.Is(err, readout.ErrInvalid) {
		t.Errorf("error %v", err)
	}
}

// A step that fails leaves the schema as it was before the step.
func TestMigrationIsAllOrNothing(t *testing.T) {
	s := newStore(t)
	defer s.Close()
	steps, err := loadMigrations(migrations)
	if err != nil {
		t.Fatal(err)
	}
	bad := migration{number: len(steps) + 1, name: "bad", sql: `CREATE TABLE extra (x INTEGER); INSERT INTO nowhere VALUES (1)`}
	if err := migrate(t.Context(), s.db, append(steps, bad)); err == nil {
		t.Fatal("no error")
	}
	id, err := identify(t.Context(), s.db)
	if err != nil || id.version != len(steps) {
		t.Errorf("version %d, %v", id.version, err)
	}
	var extra int
	if err := s.db.QueryRow(`SELECT count(*) FROM sqlite_schema WHERE name = 'extra'`).Scan(&extra); err != nil || extra != 0 {
		t.Errorf("the table of the failed step is there: %d, %v", extra, err)
	}
}

// Corrections are only ever added: the file itself refuses anything else.
func TestCorrectionsAreNeverChanged(t *testing.T) {
	s := newStore(t)
	defer s.Close()
	if _, err := s.Add(t.Context(), storetest.Entries()); err != nil {
		t.Fatal(err)
	}
	before, err := s.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	l, err := store.Load(t.Context(), s, "")
	if err != nil {
		t.Fatal(err)
	}
	note := store.Signed(l.NoteOn(&l.Contacts[0], "seen"), "Ada Moss", time.Unix(0, 0), "")
	if _, _, err := store.Correct(t.Context(), s, note); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{`DELETE FROM correction`, `UPDATE correction SET correction = replace(correction, 'Ada', 'Eve')`} {
		if _, err := s.db.Exec(text); err == nil || !strings.Contains(err.Error(), "later one takes it back") {
			t.Errorf("%s: %v", text, err)
		}
	}
	if after, err := s.Revision(t.Context()); err != nil || after == before {
		t.Errorf("a correction does not show in the revision: %s, %v", after, err)
	}
}

// A ledger of an older schema is brought up to date, with what it holds: the next
// document links what was there before.
func TestOlderLedgerIsBroughtUpToDate(t *testing.T) {
	steps, err := loadMigrations(migrations)
	if err != nil {
		t.Fatal(err)
	}
	entries := storetest.Entries()
	for version := 1; version < len(steps); version++ {
		path := filepath.Join(t.TempDir(), "old.db")
		for i, step := range steps[:version] {
			exec(t, path, step.sql+fmt.Sprintf("; PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, i+1))
		}
		for _, e := range entries[:3] {
			text, err := encode(&e)
			if err != nil {
				t.Fatal(err)
			}
			id := e.Reading.Document.ID
			exec(t, path, fmt.Sprintf(`INSERT INTO document (id, raw) VALUES ('%s', CAST('%s' AS BLOB)); INSERT INTO place VALUES ('%s', '%s');
				INSERT INTO reading VALUES ('%s', 'test', 'none', '%s')`, id, e.Raw, id, e.Place, id, text))
		}
		exec(t, path, fmt.Sprintf(`INSERT INTO contact_name VALUES ('1999-old-name', '%s', '', 7)`, entries[0].Reading.Document.ID))
		if _, err := Open(t.Context(), path); !errors.Is(err, readout.ErrUnsupported) {
			t.Errorf("version %d opened for reading: %v", version, err)
		}
		s, err := Update(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		addAndLink(t, s, entries[3])
		l, err := store.Load(t.Context(), s, "2026-01-01")
		if err != nil || len(l.Contacts) != 2 || len(l.Readings) != len(entries) {
			t.Fatalf("version %d: %+v, %v", version, l, err)
		}
		for _, id := range []string{"1999-old-name", l.Contacts[0].ID, l.Contacts[1].ID} {
			if names, err := s.Recall(t.Context(), id); err != nil || len(names) != 1 {
				t.Errorf("version %d: %s stands for %v, %v", version, id, names, err)
			}
		}
		if linked, err := s.Linked(t.Context()); err != nil || len(linked.Fresh) > 0 || linked.Rules == "" {
			t.Errorf("version %d: %+v, %v", version, linked, err)
		}
		if err := s.Verify(t.Context()); err != nil {
			t.Errorf("version %d: %v", version, err)
		}
	}
	if _, err := Update(t.Context(), filepath.Join(t.TempDir(), "none.db")); !errors.Is(err, readout.ErrNotFound) {
		t.Errorf("where there is none: %v", err)
	}
}
