package readout

// Contact is an entry of the ledger: one contact, with everything that all
// documents together say of it. It is derived: the same documents and
// corrections give the same Contact.
type Contact struct {
	ID          string       `json:"id"`
	FormerIDs   []string     `json:"former_ids,omitempty"`
	Parties     []Party      `json:"parties"`
	Channel     Channel      `json:"channel"`
	When        *ContactWhen `json:"when,omitempty"`
	Duration    *Value       `json:"duration,omitempty"`
	Place       *Locus       `json:"place,omitempty"`
	Occasion    *Locus       `json:"occasion,omitempty"`
	Initiator   *int         `json:"initiator,omitempty"` // index into Parties
	Attendees   []Party      `json:"attendees,omitempty"`
	Scope       Scope        `json:"scope,omitempty"`
	Status      Status       `json:"status"`
	Passing     bool         `json:"passing,omitempty"` // told only in passing, without a day; lists leave it out unless it is asked for
	Review      string       `json:"review"`            // machine; checked where a person has confirmed or given parties, channel, status and day
	Reviews     []Review     `json:"reviews,omitempty"` // which values a person has confirmed or given, and notes
	Coverage    Coverage     `json:"coverage"`
	History     []Claim      `json:"history"`
	Accounts    []Account    `json:"accounts,omitempty"`
	Comparison  []Comparison `json:"comparison,omitempty"`
	Disputes    []Dispute    `json:"disputes,omitempty"`
	Commitments []Commitment `json:"commitments,omitempty"`
	Statements  []Statement  `json:"statements,omitempty"`
	Documents   []DocID      `json:"documents"`
	Independent int          `json:"independent"`      // how many of the documents are texts of their own: copies of one text count once
	Copies      [][]DocID    `json:"copies,omitempty"` // texts that stand in several of the documents: the first published, then its copies
	Sources     []string     `json:"sources"`          // sorted
}

// ContactWhen is the day of a ledger entry and the ground for it.
type ContactWhen struct {
	EDTF  string `json:"edtf"`
	Zone  string `json:"zone,omitempty"`
	Basis string `json:"basis"` // text, published, or person
	Words
}

// Coverage is the ground for silence: how many later texts of this ledger name
// both parties.
type Coverage struct {
	Documents     int    `json:"documents"`
	LastPublished string `json:"last_published,omitempty"`
}

// Claim is one line of a contact's history: a status, on somebody's word.
type Claim struct {
	Status   Status      `json:"status"`
	When     *ClaimWhen  `json:"when,omitempty"`
	Said     string      `json:"said,omitempty"`    // EDTF day on which it was said
	Speaker  EntityID    `json:"speaker,omitempty"` // the outlet where the document itself speaks
	Via      []ClaimLink `json:"via,omitempty"`
	Headline bool        `json:"headline,omitempty"`
	Words
}

// ClaimWhen is the day that a claim gives.
type ClaimWhen struct {
	EDTF string `json:"edtf"`
}

// ClaimLink is one step of the chain that a claim came through.
type ClaimLink struct {
	Entity EntityID `json:"entity,omitempty"`
	Name   string   `json:"name"`
}

// Account is one text of one side, or of the press, about a contact.
type Account struct {
	Issuer    EntityID     `json:"issuer,omitempty"`
	Side      string       `json:"side,omitempty"` // a country code or an organisation
	Kind      AccountKind  `json:"kind"`
	Official  bool         `json:"official"`
	Complete  Completeness `json:"complete"`
	URL       string       `json:"url,omitempty"`
	Published string       `json:"published,omitempty"` // EDTF
	Words     int          `json:"words"`               // number of words
	Language  string       `json:"language,omitempty"`
	Document  DocID        `json:"document"`
	CopyOf    DocID        `json:"copy_of,omitempty"` // the document whose text this is a copy of
	Source    string       `json:"source,omitempty"`
	From      Spans        `json:"from"`  // the passages that are the account
	Quote     string       `json:"quote"` // their words
	Points    []Point      `json:"points,omitempty"`
}

// AccountKind is a kind of account.
type AccountKind string

// The kinds of account.
const (
	ReadoutAccount AccountKind = "readout"
	JointStatement AccountKind = "joint-statement"
	Transcript     AccountKind = "transcript"
	Briefing       AccountKind = "briefing"
	Remarks        AccountKind = "remarks"
	Post           AccountKind = "post"
	PressAccount   AccountKind = "press"
)

// Completeness says whether a text is known to be the whole of an account.
type Completeness string

// The three answers.
const (
	Complete     Completeness = "yes"
	Incomplete   Completeness = "no"
	Undetermined Completeness = "unknown"
)

// Dispute is a field on which voices differ.
type Dispute struct {
	Field  string         `json:"field"`
	Claims []DisputeClaim `json:"claims"`
}

// DisputeClaim is one voice's value for a disputed field.
type DisputeClaim struct {
	Value   string      `json:"value"`
	Speaker EntityID    `json:"speaker,omitempty"`
	Via     []ClaimLink `json:"via,omitempty"`
	Words
}

// Commitment is a promise made in an account, and what came of it.
type Commitment struct {
	Text           string     `json:"text"` // the exact words
	Point          string     `json:"point"`
	Issuer         EntityID   `json:"issuer,omitempty"`
	By             []EntityID `json:"by,omitempty"`
	To             []EntityID `json:"to,omitempty"`              // the other parties, where one side commits itself
	AcknowledgedBy []string   `json:"acknowledged_by,omitempty"` // sides whose accounts have it too
	Also           []Telling  `json:"also,omitempty"`            // the same promise in their accounts
	Strength       Strength   `json:"strength,omitempty"`
	Condition      *Value     `json:"condition,omitempty"`
	Due            *Day       `json:"due,omitempty"`
	Outcome        Outcome    `json:"outcome"`
	Basis          string     `json:"basis,omitempty"`   // contact, claim or person
	Contact        string     `json:"contact,omitempty"` // id of the contact that settled it
	Evidence       []Words    `json:"evidence,omitempty"`
	Review         *Review    `json:"review,omitempty"` // where a person has settled it
	Words
}

// Telling is a further account's words of the same.
type Telling struct {
	Issuer EntityID `json:"issuer,omitempty"`
	Words
}

// Outcome is what came of a commitment.
type Outcome string

// The outcomes.
const (
	Open         Outcome = "open"
	Kept         Outcome = "kept"
	Lapsed       Outcome = "lapsed"
	Contradicted Outcome = "contradicted"
)

// Outcomes lists all outcomes.
var Outcomes = []Outcome{Open, Kept, Lapsed, Contradicted}
