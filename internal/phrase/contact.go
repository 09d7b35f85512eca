package phrase

import (
	"strings"

	"readout"
)

// channels are the channels in words.
var channels = map[readout.Channel]string{
	readout.Call: "phone call", readout.Video: "video call", readout.Meeting: "meeting", readout.Visit: "visit",
	readout.Summit: "summit", readout.Talks: "talks", readout.Letter: "letter", readout.Conversation: "conversation",
}

// Channel says a channel in words.
func Channel(c readout.Channel) string {
	if words := channels[c]; words != "" {
		return words
	}
	return string(c)
}

// statuses are the statuses in words.
var statuses = map[readout.Status]string{
	readout.Held: "held", readout.Scheduled: "scheduled", readout.Arranging: "being arranged", readout.Proposed: "proposed",
	readout.Expected: "expected", readout.Postponed: "postponed", readout.Cancelled: "cancelled", readout.Declined: "declined",
	readout.Denied: "denied", readout.Unplanned: "not planned", readout.Unreported: "planned, unreported",
}

// Status says a status in words.
func Status(s readout.Status) string {
	if words := statuses[s]; words != "" {
		return words
	}
	return string(s)
}

// Heading is the sentence that heads a contact: "Ana Reyes and Jon Holt, phone
// call, Thursday 2 May 2024: held".
func Heading(c *readout.Contact) string {
	text := Parties(c.Parties) + ", " + Channel(c.Channel)
	if c.Place != nil {
		text += ", " + c.Place.Name
	}
	return text + ", " + When(c.When) + ": " + Standing(c)
}

// When says the day of a contact.
func When(w *readout.ContactWhen) string {
	if w == nil {
		return "day not known"
	}
	text := Date(w.EDTF)
	if w.Zone != "" && strings.Contains(w.EDTF, "T") {
		text += " (" + w.Zone + ")"
	}
	if w.Basis == "published" {
		text += " (the day of publication; no text gives the day)"
	}
	if w.Basis == "person" {
		text += " (given by a person; no text here gives it)"
	}
	return text
}

// Standing says how a contact stands; of silence, with its ground.
func Standing(c *readout.Contact) string {
	if c.Status != readout.Unreported {
		return Status(c.Status)
	}
	switch n := c.Coverage.Documents; n {
	case 0:
		return "planned; its day has passed, and no later text here names both"
	case 1:
		return "planned; its day has passed, and the 1 later text here that names both does not say"
	default:
		return "planned; its day has passed, and the " + Count(n, "later text") + " here that name both do not say"
	}
}

// accountKinds are the kinds of account in words.
var accountKinds = map[readout.AccountKind]string{
	readout.ReadoutAccount: "readout", readout.JointStatement: "joint statement", readout.PressAccount: "press report",
}

// Account says whose text it is, and how much of it there is.
func (n Names) Account(a *readout.Account) string {
	kind := accountKinds[a.Kind]
	if kind == "" {
		kind = string(a.Kind)
	}
	text := kind
	if a.Issuer != "" {
		text = n.Of(a.Issuer) + ", " + kind
	}
	if a.Published != "" {
		text += ", " + ShortDate(a.Published)
	}
	text += ", " + Count(a.Words, "word")
	if words := Completeness(a.Complete); words != "" {
		text += ", " + words
	}
	return text
}

// Completeness says whether a text is the whole of an account.
func Completeness(c readout.Completeness) string {
	switch c {
	case readout.Complete:
		return "complete"
	case readout.Incomplete:
		return "in part"
	}
	return "perhaps not all of it"
}

// strengths are how firmly a promise binds, in words.
var strengths = map[readout.Strength]string{
	readout.Undertakes: "promises", readout.Agrees: "agrees", readout.Ready: "is ready", readout.Favours: "is in favour",
}

// Strength says how firmly a promise binds.
func Strength(s readout.Strength) string { return strengths[s] }

// Act says what a point does: "expressed-concern" is "expressed concern".
func Act(a readout.Act) string { return strings.ReplaceAll(string(a), "-", " ") }

// Topic says a topic's id in words.
func Topic(id string) string { return strings.ReplaceAll(id, "-", " ") }

// Settles says what the contact that a promise names is to it.
func Settles(c *readout.Commitment) string {
	if c.Outcome == readout.Open {
		return "leads to"
	}
	return "settled by"
}

// Outcome says what came of a promise.
func Outcome(c *readout.Commitment) string {
	switch c.Outcome {
	case readout.Kept:
		return "kept (" + c.Basis + ")"
	case readout.Lapsed:
		return "overdue; later texts here do not tell of it"
	case readout.Contradicted:
		return "contradicted (" + c.Basis + ")"
	}
	return string(c.Outcome)
}
