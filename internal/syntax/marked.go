package syntax

import "readout"

// Marked is a text with what the earlier stages found in it. Mentions, dates and
// statements are in order of position.
type Marked struct {
	*Text
	Mentions   []readout.Mention
	Dates      []readout.Date
	Statements []readout.Statement
}
