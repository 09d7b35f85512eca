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
