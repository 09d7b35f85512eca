package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"readout"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a file as a ledger of this program ("RdOt"), so that no
// other program's SQLite file is taken for one.
const applicationID = 0x52644f74

// migration is one step of the schema; they run once each, in the order of
// their numbers, forward only.
type migration struct {
	number int
	name   string
	sql    string
}

func loadMigrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql") // sorted
	if err != nil {
		return nil, err
	}
	var out []migration
	for i, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		digits, _, _ := strings.Cut(strings.TrimPrefix(name, "migrations/"), "_")
		n, err := strconv.Atoi(digits)
		if err != nil || n != i+1 {
			return nil, fmt.Errorf("%s: %w: migrations are numbered 0001, 0002 … without a gap", name, readout.ErrInvalid)
		}
		out = append(out, migration{number: n, name: name, sql: string(text)})
	}
	return out, nil
}

// identity is what a file says of itself.
type identity struct {
	application, version, tables int
}

func identify(ctx context.Context, q querier) (identity, error) {
	var id identity
	err := q.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`).Scan(&id.application, &id.version, &id.tables)
	return id, err
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// check refuses a file that is no ledger, or a newer program's.
func (id identity) check(newest int) error {
	switch {
	case id.application != applicationID:
		return fmt.Errorf("%w: an SQLite file, but not a ledger of this program", readout.ErrInvalid)
	case id.version > newest:
		return fmt.Errorf("%w: written by a newer version of this program (schema %d, this one knows %d)", readout.ErrUnsupported, id.version, newest)
	}
	return nil
}

func (id identity) blank() bool { return id == identity{} }

// migrate brings the schema to the newest version, each step in a transaction.
func migrate(ctx context.Context, db *sql.DB, steps []migration) error {
	for {
		done, err := migrateOne(ctx, db, steps)
		if done || err != nil {
			return err
		}
	}
}

// migrateOne takes one step. The version is read inside the transaction, since
// another process may have taken the step meanwhile.
func migrateOne(ctx context.Context, db *sql.DB, steps []migration) (done bool, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit it does nothing
	id, err := identify(ctx, tx)
	if err != nil {
		return false, err
	}
	if !id.blank() {
		if err := id.check(len(steps)); err != nil {
			return false, err
		}
	}
	if id.version == len(steps) {
		return true, nil
	}
	step := steps[id.version]
	mark := fmt.Sprintf("; PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, step.number)
	if _, err := tx.ExecContext(ctx, step.sql+mark); err != nil {
		return false, fmt.Errorf("%s: %w", step.name, err)
	}
	return false, tx.Commit()
}
