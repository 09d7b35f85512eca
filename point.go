package readout

// Point is one clause of an account of a contact: what was discussed, agreed,
// promised, urged, and by whom.
type Point struct {
	ID         string     `json:"id"`
	Contact    string     `json:"contact,omitempty"` // id of a Report of the same reading
	Issuer     EntityID   `json:"issuer,omitempty"`  // whose account it is
	By         []EntityID `json:"by,omitempty"`
	Act        Act        `json:"act"`
	Topics     []string   `json:"topics,omitempty"`
	ForOther   bool       `json:"for_other,omitempty"` // an account says what the other side said, promised or agreed
	Expected   bool       `json:"expected,omitempty"`  // a forecast of what will be discussed
	Commitment bool       `json:"commitment,omitempty"`
	Strength   Strength   `json:"strength,omitempty"`
	Condition  *Value     `json:"condition,omitempty"`
	Due        *Day       `json:"due,omitempty"`
	Next       string     `json:"next,omitempty"` // id of the Report of the plan that it makes
	Emphasis   *Value     `json:"emphasis,omitempty"`
	Words
}

// Act is what a point does.
type Act string

// The acts.
const (
	Discussed          Act = "discussed"
	Agreed             Act = "agreed"
	Stated             Act = "stated"
	Urged              Act = "urged"
	ProposedAct        Act = "proposed"
	Invited            Act = "invited"
	Assured            Act = "assured"
	Offered            Act = "offered"
	Welcomed           Act = "welcomed"
	Thanked            Act = "thanked"
	Congratulated      Act = "congratulated"
	Condemned          Act = "condemned"
	Rejected           Act = "rejected"
	Warned             Act = "warned"
	Reaffirmed         Act = "reaffirmed"
	Raised             Act = "raised"
	ExpressedConcern   Act = "expressed-concern"
	ExpressedReadiness Act = "expressed-readiness"
	Assessed           Act = "assessed"
)

// Acts lists every act.
var Acts = []Act{Discussed, Agreed, Stated, Urged, ProposedAct, Invited, Assured, Offered, Welcomed, Thanked, Congratulated,
	Condemned, Rejected, Warned, Reaffirmed, Raised, ExpressedConcern, ExpressedReadiness, Assessed}

// Strength is how firmly a commitment binds.
type Strength string

// The strengths of a commitment, strongest first.
const (
	Undertakes Strength = "undertakes"
	Agrees     Strength = "agrees"
	Ready      Strength = "ready"
	Favours    Strength = "favours"
)
