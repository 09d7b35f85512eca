package readout

// Report is what one text says of one contact in one status: an entry of a
// reading's contacts.
type Report struct {
	ID             string      `json:"id"`
	Scope          Scope       `json:"scope,omitempty"`
	Parties        []Party     `json:"parties"`
	Channel        Channel     `json:"channel"`
	Status         Status      `json:"status"`
	When           *When       `json:"when,omitempty"`
	Duration       *Value      `json:"duration,omitempty"` // ISO 8601
	Place          *Locus      `json:"place,omitempty"`
	Occasion       *Locus      `json:"occasion,omitempty"`
	Initiator      *int        `json:"initiator,omitempty"`       // index into Parties
	InitiatorBasis string      `json:"initiator_basis,omitempty"` // verb or stated
	Attendees      []Party     `json:"attendees,omitempty"`
	Ordinal        *Ordinal    `json:"ordinal,omitempty"`
	AssertedBy     string      `json:"asserted_by,omitempty"` // statement id; absent = the document's own voice
	Also           []Assertion `json:"also,omitempty"`
	Headline       bool        `json:"headline,omitempty"`
	Background     bool        `json:"background,omitempty"` // told as past from where the text stands: "they last met", "after he had called"
	Words
}

// Party is somebody who takes part: at least a name, with the words.
type Party struct {
	Entity  EntityID `json:"entity,omitempty"`
	Name    string   `json:"name"`
	Country string   `json:"country,omitempty"`
	Family  string   `json:"family,omitempty"` // the name that the press uses alone, of a person the lexicon knows
	// Organisation is for whom somebody without a country takes part: the one that he or
	// she held office in on the day of the text, or whose organ it is, as the lexicon has it
	// ("org/nato").
	Organisation EntityID `json:"organisation,omitempty"`
	Words
}

// When is the day, time or interval of a contact: EDTF, local to Zone.
type When struct {
	EDTF string `json:"edtf"`
	Zone string `json:"zone,omitempty"`
	Words
}

// Value is a plain value with its words.
type Value struct {
	Value string `json:"value"`
	Words
}

// Locus is a place or an occasion.
type Locus struct {
	Entity EntityID `json:"entity,omitempty"`
	Name   string   `json:"name"`
	Words
}

// Ordinal is a count that the text gives: "the second call as president".
type Ordinal struct {
	N  int    `json:"n"`
	Of string `json:"of,omitempty"`
	Words
}

// Assertion is a further voice that asserts the same report.
type Assertion struct {
	AssertedBy string `json:"asserted_by,omitempty"`
	Words
}

// Scope tells contacts between states and organisations (the zero value) from
// others.
type Scope string

// The scopes of a contact.
const (
	International Scope = ""
	Domestic      Scope = "domestic"
	Press         Scope = "press"
	Private       Scope = "private"
)

// Channel is how the parties were in contact.
type Channel string

// The channels.
const (
	Call         Channel = "call"
	Video        Channel = "video"
	Meeting      Channel = "meeting"
	Visit        Channel = "visit"
	Summit       Channel = "summit"
	Talks        Channel = "talks"
	Letter       Channel = "letter"
	Conversation Channel = "conversation" // spoke; the channel is not said
)

// Channels lists every channel.
var Channels = []Channel{Call, Video, Meeting, Visit, Summit, Talks, Letter, Conversation}

// Status is how real a contact is, on somebody's word.
type Status string

// The statuses of a report; a ledger entry can also be Unreported.
const (
	Held       Status = "held"
	Scheduled  Status = "scheduled"  // a time is set, or it is said to be planned
	Arranging  Status = "arranging"  // being agreed or prepared; agreed in principle
	Proposed   Status = "proposed"   // offered, invited, ready to
	Expected   Status = "expected"   // a third party's forecast
	Postponed  Status = "postponed"  //
	Cancelled  Status = "cancelled"  //
	Declined   Status = "declined"   //
	Denied     Status = "denied"     // said not to have happened
	Unplanned  Status = "unplanned"  // not planned, not requested
	Unreported Status = "unreported" // planned, its day has passed, and no text here says what happened
)

// Statuses lists every status.
var Statuses = []Status{Held, Scheduled, Arranging, Proposed, Expected, Postponed, Cancelled, Declined, Denied, Unplanned, Unreported}
