package sqlite

import (
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"readout"
)

// explain says in words what went wrong with the file.
func (s *Store) explain(err error) error {
	code, ok := resultCode(err)
	if !ok {
		return fmt.Errorf("ledger %s: %w", s.path, err)
	}
	switch code {
	case lib.SQLITE_NOTADB:
		return fmt.Errorf("ledger %s: %w: the file is no ledger, nor any SQLite file", s.path, readout.ErrInvalid)
	case lib.SQLITE_CORRUPT:
		return fmt.Errorf("ledger %s: %w: the file is damaged: %w", s.path, readout.ErrInvalid, err)
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return fmt.Errorf("ledger %s: %w: %s is writing to it and did not finish within %s; try again when it has", s.path, readout.ErrConflict, lockHolder(s.path), s.wait)
	case lib.SQLITE_READONLY, lib.SQLITE_PERM, lib.SQLITE_CANTOPEN:
		return fmt.Errorf("ledger %s: %w", s.path, errUnwritable)
	case lib.SQLITE_FULL:
		return fmt.Errorf("ledger %s: the disk is full; what was added before is kept", s.path)
	case lib.SQLITE_IOERR:
		return fmt.Errorf("ledger %s: the disk failed to read or write: %w", s.path, err)
	case lib.SQLITE_CONSTRAINT:
		return fmt.Errorf("ledger %s: %w: %w", s.path, readout.ErrInvalid, err)
	}
	return fmt.Errorf("ledger %s: %w", s.path, err)
}

// resultCode is SQLite's primary result code.
func resultCode(err error) (int, bool) {
	var e *driver.Error
	if !errors.As(err, &e) {
		return 0, false
	}
	return e.Code() & 0xff, true
}

// errUnwritable is a file or folder without the permission that SQLite needs;
// it keeps its log beside the file.
var errUnwritable = errors.New("the file and its folder must be readable and writable")

// unwritable reports whether an error may come from a folder that cannot be written.
func unwritable(err error) bool { return errors.Is(err, errUnwritable) }
