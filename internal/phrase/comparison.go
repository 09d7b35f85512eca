package phrase

import "readout"

// fields are the fields of a comparison as what a reader asks.
var fields = map[string]string{
	"when": "when", "channel": "how", "initiator": "who began it", "duration": "how long", "place": "where", "attendees": "who else was there",
	"content": "what was said",
}

// Field is a field of a comparison as what a reader asks: "who began it".
func Field(name string) string {
	if q := fields[name]; q != "" {
		return q
	}
	return name
}

// Fields are several fields as what a reader asks.
func Fields(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = Field(name)
	}
	return out
}

// FieldValue says the value of a field of a comparison.
func FieldValue(name, value string) string {
	switch name {
	case "when":
		return Date(value)
	case "duration":
		return Duration(value)
	case "channel":
		return Channel(readout.Channel(value))
	}
	return value
}

// Lacks says that a text does not have something, as far as that can be said.
func Lacks(c readout.Completeness) string {
	if c == readout.Complete {
		return "does not"
	}
	return "does not in the part we have"
}

// NoLonger says that a later text does not have something, as far as that can be said.
func NoLonger(c readout.Completeness) string {
	if c == readout.Complete {
		return "not in this one"
	}
	return "not in the part of this one that we have"
}

// LeftOut stands where a text has nothing on a matter.
func LeftOut(c readout.Completeness) string {
	if c == readout.Complete {
		return "left out"
	}
	return "not in the part we have"
}

// Report is the sentence that heads a contact of a reading: "Ana Reyes and Jon
// Holt, phone call, Thursday 2 May 2024: held".
func Report(r *readout.Report) string {
	text := Parties(r.Parties) + ", " + Channel(r.Channel)
	if r.Place != nil {
		text += ", " + r.Place.Name
	}
	if r.When != nil {
		text += ", " + Date(r.When.EDTF)
	}
	return text + ": " + Status(r.Status)
}
