// Package sqlite keeps a ledger in one SQLite file.
//
// Durability: write-ahead log with synchronous=FULL, one transaction a batch of
// whole documents. A process killed at any moment leaves whole documents or
// none. SQLite cannot promise that on network file systems.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"readout"
	"readout/internal/store"
)

// busyTimeout is how long a write waits for another writer.
const busyTimeout = 5 * time.Second

// Store is a ledger in one SQLite file. Several goroutines may use it.
type Store struct {
	db   *sql.DB
	path string
	wait time.Duration
}

var _ store.Store = (*Store)(nil)

// Create opens the ledger at path for reading and writing, and makes it where
// there is none.
func Create(ctx context.Context, path string) (*Store, error) {
	return create(ctx, path, busyTimeout)
}

func create(ctx context.Context, path string, wait time.Duration) (*Store, error) {
	if dir := filepath.Dir(path); !isDir(dir) {
		return nil, fmt.Errorf("ledger %s: %w: no folder %s", path, readout.ErrNotFound, dir)
	}
	s, err := open(path, "rwc", wait, "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)")
	if err != nil {
		return nil, err
	}
	return s.ready(ctx, s.prepare)
}

// Open opens the ledger at path for reading. A path without one gives
// readout.ErrNotFound. Where the folder or the file cannot be written, the file
// is read as it stands.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := isThere(path); err != nil {
		return nil, err
	}
	s, err := open(path, "rw", busyTimeout, "query_only(1)")
	if err != nil {
		return nil, err
	}
	s, err = s.ready(ctx, s.recognise)
	if !unwritable(err) || logged(path) {
		return s, err
	}
	if s, err = open(path, "ro&immutable=1", busyTimeout); err != nil {
		return nil, err
	}
	return s.ready(ctx, s.recognise)
}

// Update opens the ledger at path for reading and writing; unlike Create it
// makes none: a path without one gives readout.ErrNotFound.
func Update(ctx context.Context, path string) (*Store, error) {
	if err := isThere(path); err != nil {
		return nil, err
	}
	return create(ctx, path, busyTimeout)
}

// isThere refuses a path where no ledger can be.
func isThere(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return fmt.Errorf("%w: no ledger at %s; readout add FILE makes one, --db says where", readout.ErrNotFound, path)
	case info.IsDir():
		return fmt.Errorf("ledger %s: %w: a folder", path, readout.ErrInvalid)
	}
	return nil
}

// logged reports whether the write-ahead log holds what the file does not; then
// the file alone is not the ledger.
func logged(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// open prepares the connections. The pragmas stand in the name, since every
// connection of the pool needs them.
func open(path, mode string, wait time.Duration, pragmas ...string) (*Store, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	name := (&url.URL{Scheme: "file", Path: filepath.ToSlash(abs)}).String() + "?mode=" + mode + "&_txlock=immediate" +
		"&_pragma=busy_timeout(" + strconv.FormatInt(wait.Milliseconds(), 10) + ")"
	for _, p := range pragmas {
		name += "&_pragma=" + p
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, fmt.Errorf("ledger %s: %w", path, err)
	}
	return &Store{db: db, path: path, wait: wait}, nil
}

// ready runs the last step of opening and closes the store where it fails.
func (s *Store) ready(ctx context.Context, step func(context.Context) error) (*Store, error) {
	if err := step(ctx); err != nil {
		return nil, errors.Join(s.explain(err), s.db.Close())
	}
	return s, nil
}

// prepare brings the schema up to date and makes sure that the settings hold.
func (s *Store) prepare(ctx context.Context) error {
	steps, err := loadMigrations(migrations)
	if err != nil {
		return err
	}
	if err := migrate(ctx, s.db, steps); err != nil {
		return err
	}
	return s.checkPragmas(ctx)
}

// checkPragmas reads the settings back: a driver that passes over one would
// lose durability without a word.
func (s *Store) checkPragmas(ctx context.Context) error {
	wanted := []struct{ pragma, value string }{
		{"journal_mode", "wal"},
		{"synchronous", "2"}, // FULL
		{"foreign_keys", "1"},
		{"busy_timeout", strconv.FormatInt(s.wait.Milliseconds(), 10)},
	}
	for _, w := range wanted {
		var got string
		if err := s.db.QueryRowContext(ctx, "PRAGMA "+w.pragma).Scan(&got); err != nil {
			return err
		}
		if !strings.EqualFold(got, w.value) {
			return fmt.Errorf("%w: SQLite's %s is %s here, not %s (a network folder?)", readout.ErrUnsupported, w.pragma, got, w.value)
		}
	}
	return nil
}

// recognise checks that the file is a ledger of a version that is known.
func (s *Store) recognise(ctx context.Context) error {
	steps, err := loadMigrations(migrations)
	if err != nil {
		return err
	}
	id, err := identify(ctx, s.db)
	if err != nil {
		return err
	}
	if id.blank() {
		return fmt.Errorf("%w: the file is empty; readout add FILE makes a ledger", readout.ErrNotFound)
	}
	if err := id.check(len(steps)); err != nil {
		return err
	}
	if id.version < len(steps) {
		return fmt.Errorf("%w: written by an older version of this program; any readout add brings it up to date", readout.ErrUnsupported)
	}
	return nil
}

// Close closes the file.
func (s *Store) Close() error { return s.db.Close() }
