package readout

// Passage is a stretch of a document in one voice. The passages of a document
// tile its text without overlap.
type Passage struct {
	Kind    PassageKind `json:"kind"`
	Issuer  EntityID    `json:"issuer,omitempty"`  // whose words, where they are somebody else's
	Excerpt bool        `json:"excerpt,omitempty"` // the text shows that it is cut
	Words
	// Day is the passage's own date (EDTF day), where it has one apart from
	// the document's: a quoted readout's URL or dateline says it.
	Day *Published `json:"day,omitempty"`
}

// PassageKind says what voice a passage is.
type PassageKind string

// The kinds of passage.
const (
	Headline PassageKind = "headline"
	Byline   PassageKind = "byline"
	Dateline PassageKind = "dateline"
	Credit   PassageKind = "credit"
	Body     PassageKind = "body"
	Readout  PassageKind = "readout"
	Question PassageKind = "question"
	Answer   PassageKind = "answer"
	Caption  PassageKind = "caption"
	Note     PassageKind = "note"
	Comment  PassageKind = "comment"
	Chrome   PassageKind = "chrome"
)

// Reports reports whether the passage tells of the world in a voice that the
// ledger listens to; comments, furniture, credits and by-lines do not.
func (k PassageKind) Reports() bool {
	switch k {
	case Headline, Body, Readout, Question, Answer, Caption, Note:
		return true
	}
	return false
}
