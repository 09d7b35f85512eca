package readout

import "errors"

// The kinds of error that callers tell apart. Wrap them with %w; the command
// line maps them to exit codes, the pages to HTTP status.
var (
	// ErrNotFound: what was asked for is not there.
	ErrNotFound = errors.New("not found")
	// ErrInvalid: the input breaks a rule that its message names.
	ErrInvalid = errors.New("invalid")
	// ErrConflict: somebody else holds or changed what is to be written.
	ErrConflict = errors.New("conflict")
	// ErrUnsupported: a kind of input that this program does not read.
	ErrUnsupported = errors.New("not supported")
	// ErrUncited: a value without the words that it was read from.
	ErrUncited = errors.New("a value without its words")
)
