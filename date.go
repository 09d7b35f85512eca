package readout

// Date is a time expression found in a text.
type Date struct {
	EDTF   string `json:"edtf,omitempty"` // not for durations and sets
	Timex3 Timex3 `json:"timex3"`
	Zone   string `json:"zone,omitempty"` // IANA name, where the words name a zone
	Mod    string `json:"mod,omitempty"`  // TimeML: APPROX, START, END, BEFORE, AFTER …
	Words
	Anchor       string        `json:"anchor,omitempty"` // the day that the words were read against
	Rule         string        `json:"rule"`
	Alternatives []Alternative `json:"alternatives,omitempty"`
}

// Timex3 is a TimeML type and value.
type Timex3 struct {
	Type  string `json:"type"` // DATE, TIME, DURATION or SET
	Value string `json:"value,omitempty"`
}

// Alternative is a second reading of a date that the evidence leaves open.
type Alternative struct {
	EDTF   string `json:"edtf"`
	Reason string `json:"reason"`
}
