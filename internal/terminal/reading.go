package terminal

import (
	"fmt"
	"io"

	"readout"
)

// Reading draws one reading: the text's own words with what was found beside
// them. another is true where a reading stands above it.
func Reading(w io.Writer, s Screen, r *readout.Reading, another bool) error {
	_, err := fmt.Fprintln(w, r.Document.Source, another, s.Width)
	return err
}
