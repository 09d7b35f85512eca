package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"readout"
)

// The exit statuses.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitPartial = 3
)

// usageError is a command line that makes no sense.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// documentError is an error that is about one document.
type documentError struct {
	source string
	error
}

func (e documentError) Unwrap() error { return e.error }

// partialError: some documents could not be read, and each was reported.
type partialError struct{ failed int }

func (e partialError) Error() string { return fmt.Sprintf("%d documents could not be read", e.failed) }

// partial is the error of a run in which that many documents failed; nil for none.
func partial(failed int) error {
	if failed == 0 {
		return nil
	}
	return partialError{failed}
}

// exitStatus maps an error to the exit status.
func exitStatus(err error) int {
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, new(usageError)):
		return exitUsage
	case errors.As(err, new(partialError)):
		return exitPartial
	}
	return exitFailed
}

// errorCodes names the kinds of error in JSON, first match first.
var errorCodes = []struct {
	is   error
	code string
}{
	{readout.ErrNotFound, "not_found"},
	{readout.ErrUnsupported, "unsupported"},
	{readout.ErrConflict, "conflict"},
	{readout.ErrUncited, "uncited"},
	{readout.ErrInvalid, "invalid"},
}

func errorCode(err error) string {
	if errors.As(err, new(usageError)) {
		return "usage"
	}
	for _, c := range errorCodes {
		if errors.Is(err, c.is) {
			return c.code
		}
	}
	return "failed"
}

// printError prints an error as a line for people or as an object. source is
// the document that it is about, if any.
func printError(w io.Writer, err error, source string, asJSON bool) {
	if !asJSON {
		fmt.Fprintf(w, "readout: %v\n", err)
		return
	}
	type object struct {
		Code    string `json:"code"`
		Message string `json:"message"`
		Source  string `json:"source,omitempty"`
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(map[string]object{"error": {errorCode(err), err.Error(), source}}) // standard error is the last resort
}
