// Package terminal draws readings, contacts and comparisons for a person at a
// terminal: plain text at the width that there is. Colour helps the eye and
// never carries meaning alone.
package terminal

import (
	"os"
	"strconv"

	"golang.org/x/term"
)

// Screen is what is drawn on: Width in columns, and whether colour may be used.
type Screen struct {
	Width int
	Color bool
}

const (
	defaultWidth = 100 // where the output is no terminal
	minWidth     = 40
	maxWidth     = 200
)

// ScreenOf is the screen behind a file. Output that goes to no terminal is
// drawn without colour at COLUMNS or 100 columns; NO_COLOR (no-color.org) and
// TERM=dumb switch colour off.
func ScreenOf(f *os.File, getenv func(string) string) Screen {
	s := Screen{Width: defaultWidth}
	if IsTerminal(f) {
		s.Color = getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			s.Width = w
		}
	}
	if w, err := strconv.Atoi(getenv("COLUMNS")); err == nil && w > 0 {
		s.Width = w
	}
	s.Width = min(max(s.Width, minWidth), maxWidth)
	return s
}

// IsTerminal reports whether a file is a terminal.
func IsTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }
