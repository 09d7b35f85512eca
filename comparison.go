package readout

// Comparison lays two accounts of one contact side by side.
type Comparison struct {
	A       Side       `json:"a"`
	B       Side       `json:"b"`
	Contact *Report    `json:"contact"` // null with Reason where the two do not speak of one contact
	Reason  string     `json:"reason,omitempty"`
	Fields  []FieldRow `json:"fields"`
	Points  []PointRow `json:"points"`
	Neither []string   `json:"neither,omitempty"` // fields that neither account says
}

// Side is one of the two accounts of a comparison.
type Side struct {
	Document DocID        `json:"document"`
	Issuer   EntityID     `json:"issuer,omitempty"`
	Words    int          `json:"words"`
	Complete Completeness `json:"complete"`
	Topics   []TopicShare `json:"topics,omitempty"` // in the order in which the text comes to them
}

// TopicShare is how much of an account is about a topic.
type TopicShare struct {
	Topic  string `json:"topic"`
	Points int    `json:"points"`
	Words  int    `json:"words"` // of those points; a point of two topics counts for both
}

// Since lays a side's account of a contact beside its account of the last contact of
// the same sides: what is missing now, and what is new.
type Since struct {
	Side       string     `json:"side"`
	Last       string     `json:"last"` // id of the contact before
	Now        string     `json:"now"`
	Comparison Comparison `json:"comparison"` // a: the last account, b: this one; no fields
}

// FieldRow compares one field of the contact.
type FieldRow struct {
	Name     string   `json:"name"` // when, channel, initiator, duration, place, attendees
	A        *Value   `json:"a,omitempty"`
	B        *Value   `json:"b,omitempty"`
	Relation Relation `json:"relation"`
}

// PointRow aligns points of the two accounts.
type PointRow struct {
	A        []Point  `json:"a"`
	B        []Point  `json:"b"`
	Relation Relation `json:"relation"`
	What     []string `json:"what,omitempty"` // act, agent, scope, number, stance, place, tone: where it differs
	ForOther bool     `json:"for_other,omitempty"`
	Topics   []string `json:"topics,omitempty"`
}

// Relation is how two accounts stand to each other on one matter.
type Relation string

// The relations.
const (
	Same    Relation = "same"
	Differs Relation = "differs"
	OnlyA   Relation = "only-a"
	OnlyB   Relation = "only-b"
)
