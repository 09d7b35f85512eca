package phrase

import (
	"strings"

	"readout"
)

// deeds are the actions of corrections as what somebody did.
var deeds = map[readout.Action]string{
	readout.AcceptAction: "confirmed", readout.RejectAction: "rejected", readout.EditAction: "gave", readout.MergeAction: "joined the reports of two entries",
	readout.SplitAction: "took reports apart", readout.NoteAction: "noted", readout.UndoAction: "took back",
}

// Deed says what a correction does: "confirmed", "gave".
func Deed(a readout.Action) string {
	if d := deeds[a]; d != "" {
		return d
	}
	return string(a)
}

// Review says what a person did to an entry: "Ada Moss confirmed status: held".
func (n Names) Review(r *readout.Review) string {
	text := r.By + " " + Deed(r.Action)
	if r.Field != "" {
		text += " " + Field(r.Field) + ": " + n.reviewed(r.Field, r.Value)
	}
	switch {
	case r.Outdated:
		text += "; further texts say " + n.reviewed(r.Field, r.Machine)
	case r.Machine != "":
		text += "; the texts were read as " + n.reviewed(r.Field, r.Machine)
	}
	if r.Why != "" {
		text += " (" + r.Why + ")"
	}
	return text
}

// reviewed says a value that a person gave: ids of entities by their names.
func (n Names) reviewed(field, value string) string {
	if value == "" {
		return "none"
	}
	switch field {
	case "parties", "attendees", "place", "occasion", "initiator":
		var out []string
		for part := range strings.SplitSeq(value, ";") {
			part = strings.TrimSpace(part)
			if strings.Contains(part, "/") {
				part = n.Of(readout.EntityID(part))
			}
			out = append(out, part)
		}
		return List(out)
	case "status":
		return Status(readout.Status(value))
	}
	return FieldValue(field, value)
}
