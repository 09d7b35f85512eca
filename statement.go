package readout

// Statement is something that a text says somebody said, thought or asked.
type Statement struct {
	ID          string        `json:"id"`
	Kind        StatementKind `json:"kind,omitempty"` // absent = said
	Speaker     *EntityID     `json:"speaker"`        // null where nobody is named
	SpeakerFrom Spans         `json:"speaker_from,omitzero"`
	Addressee   *Named        `json:"addressee,omitempty"` // told reporters
	Cue         Spans         `json:"cue,omitzero"`
	Content     Spans         `json:"content"`
	Mode        Mode          `json:"mode"`
	Via         []Link        `json:"via,omitempty"` // from the speaker outwards to this document
	Negated     bool          `json:"negated,omitempty"`
	Said        *Day          `json:"said,omitempty"`
	In          Field         `json:"in,omitempty"`
	Document    DocID         `json:"document,omitempty"` // set in a ledger
	Quote       string        `json:"quote,omitempty"`    // the content's words; set in a ledger

	SpeakerQuote string `json:"speaker_quote,omitempty"` // the words that name the speaker; set in a ledger
}

// StatementKind tells speech from thought and question.
type StatementKind string

// The kinds of statement; the zero value is Said.
const (
	Said    StatementKind = ""
	Thought StatementKind = "thought"
	Asked   StatementKind = "asked"
)

// Mode says how words are given.
type Mode string

// The modes of a statement.
const (
	Direct   Mode = "direct"
	Indirect Mode = "indirect"
	Mixed    Mode = "mixed"
)

// Link is one step of an attribution chain: an outlet or person that stands
// between the speaker and this document.
type Link struct {
	Entity EntityID `json:"entity,omitempty"`
	Name   string   `json:"name"`
	Words
}

// Named is a name with its words.
type Named struct {
	Name string `json:"name"`
	Words
}

// Day is an EDTF date with its words.
type Day struct {
	EDTF string `json:"edtf"`
	Words
}
