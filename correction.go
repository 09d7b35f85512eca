package readout

// Correction is one act of a person upon the ledger: by whom, when and why.
// Corrections are only ever added; one is taken back by a later one that undoes
// it. The ledger follows from the set of documents and the set of corrections.
type Correction struct {
	ID     string       `json:"id"` // made of everything else (ledger.Seal), so that the same act is one wherever it is replayed
	Action Action       `json:"action"`
	At     string       `json:"at"` // RFC 3339, UTC, to the millisecond
	By     string       `json:"by"`
	Why    string       `json:"why,omitempty"`    // of a note: its words
	Target []Anchor     `json:"target,omitempty"` // the claims that it is about
	With   []Anchor     `json:"with,omitempty"`   // of a merge: the claims of the other contact; of a split: the claims that stay
	Values []FieldValue `json:"values,omitempty"` // of accept and edit
	Ground []Words      `json:"ground,omitempty"` // words of documents that the person rests on
	Undoes string       `json:"undoes,omitempty"` // of undo: the id of the correction that is taken back
}

// Action is what a correction does.
type Action string

// The actions.
const (
	AcceptAction Action = "accept" // the values are right as they stand
	RejectAction Action = "reject" // the claims are misread: nothing follows from them
	EditAction   Action = "edit"   // these are the right values
	MergeAction  Action = "merge"  // target and with are one contact
	SplitAction  Action = "split"  // target is a contact of its own, apart from with
	NoteAction   Action = "note"
	UndoAction   Action = "undo"
)

// Actions lists every action.
var Actions = []Action{AcceptAction, RejectAction, EditAction, MergeAction, SplitAction, NoteAction, UndoAction}

// Anchor is how a correction holds on to a claim, or to a promise: by the words
// in their document, which stay when ids change. What the text was read to say
// there tells claims on the same words apart.
type Anchor struct {
	Words
	Promise bool       `json:"promise,omitempty"` // the words are those of a promise
	Status  Status     `json:"status,omitempty"`
	Channel Channel    `json:"channel,omitempty"`
	Parties []EntityID `json:"parties,omitempty"`
}

// FieldValue is a value that a person confirms or gives; empty: there is none.
// Parties, attendees, place, occasion and initiator are ids of entities, or names;
// several stand with "; " between them.
type FieldValue struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

// Review is a correction as the entry that it touches shows it: a value that a
// person has confirmed or given, a note, or what a person joined or took apart.
type Review struct {
	Action     Action `json:"action"`
	Field      string `json:"field,omitempty"`
	Value      string `json:"value,omitempty"`
	Machine    string `json:"machine,omitempty"`  // what the rules make of the documents, where that is another value
	Outdated   bool   `json:"outdated,omitempty"` // confirmed before further documents gave another value, which stands
	By         string `json:"by"`
	At         string `json:"at"`
	Why        string `json:"why,omitempty"`
	Correction string `json:"correction"`
}

// CorrectionState is what became of a correction.
type CorrectionState string

// The states of a correction.
const (
	Applied    CorrectionState = "applied"
	Withdrawn  CorrectionState = "withdrawn"  // a later correction undoes it
	Superseded CorrectionState = "superseded" // later ones give all its values anew
	Lost       CorrectionState = "lost"       // what it is about is not in this ledger, or is read otherwise now
)
