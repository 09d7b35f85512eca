package phrase

import "readout"

// verbs are what a speaker does, and does where the statement is negated.
var verbs = map[readout.StatementKind][2]string{
	readout.Said:    {"said", "denied or would not say"},
	readout.Thought: {"thought", "did not think"},
	readout.Asked:   {"asked", "did not ask"},
}

// Verb says what the speaker of a statement does: "said to reporters".
func Verb(s *readout.Statement) string {
	text := verbs[s.Kind][0]
	if s.Negated {
		text = verbs[s.Kind][1]
	}
	if s.Addressee != nil {
		text += " to " + s.Addressee.Name
	}
	return text
}
