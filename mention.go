package readout

// EntityID names a person, state, office, organisation, outlet, place or event,
// readable and stable: "person/vladimir-putin", "state/RUS",
// "office/RUS/president", "org/kremlin", "outlet/interfax", "place/danang",
// "event/apec-2017".
type EntityID string

// EntityKind is the first part of an EntityID.
type EntityKind string

// The kinds of entity.
const (
	Person EntityKind = "person"
	State  EntityKind = "state"
	Office EntityKind = "office"
	Org    EntityKind = "org"
	Outlet EntityKind = "outlet"
	Place  EntityKind = "place"
	Event  EntityKind = "event"
)

// Kind is the kind that the id names.
func (id EntityID) Kind() EntityKind {
	for i := range len(id) {
		if id[i] == '/' {
			return EntityKind(id[:i])
		}
	}
	return ""
}

// Entity is somebody or something that a document names, with every place
// where it does.
type Entity struct {
	ID       EntityID   `json:"id"`
	Kind     EntityKind `json:"kind"`
	Name     string     `json:"name"`              // the canonical form
	Country  string     `json:"country,omitempty"` // ISO 3166-1 alpha-3, or XKX
	Wikidata string     `json:"wikidata,omitempty"`
	Role     string     `json:"role,omitempty"` // the role that the text itself gives a stranger
	// Members are the states of an organisation or group (ISO 3166-1 alpha-3), as far as
	// the lexicon has them.
	Members []string `json:"members,omitempty"`
	// Candidates are the persons who may hold an office that a text names alone,
	// where nobody is certain on its day: nothing is guessed.
	Candidates []EntityID `json:"candidates,omitempty"`
	Mentions   []Span     `json:"mentions"`           // in the text
	InTitle    []Span     `json:"in_title,omitempty"` // in the title that stands apart
}

// Mention is one place where a text speaks of an entity. Stages hand mentions
// to each other; a reading prints them as Entity.Mentions.
type Mention struct {
	Entity  EntityID
	Span    Span        // all the words: "Russian President Vladimir Putin"
	Name    Span        // the core: the name, or the office's or metonym's own words
	Form    MentionForm // how the text speaks of it
	Members []EntityID  // for Group: who they are, in the text's order ("the leaders of France and Germany")
	Role    string      // lower-case words of the role that stands with the name: "president", "foreign minister"
	Office  EntityID    // the office that the words name, if known
	Former  bool        // "former president", "ex-president"
	// Candidates are the persons who may hold the office where nobody is certain.
	Candidates []EntityID
	// Within are the names inside the words of a role, which are no mentions of
	// their own: "France" in "President Emmanuel Macron of France".
	Within []Mention
}

// MentionForm is how words speak of an entity.
type MentionForm string

// The forms of a mention.
const (
	ByName    MentionForm = "name"    // a full or family name, with or without a title
	ByOffice  MentionForm = "office"  // the office alone: "the Russian president"
	ByMetonym MentionForm = "metonym" // a seat or capital: "the Kremlin", "Tokyo"
	ByPronoun MentionForm = "pronoun" // he, she, who
	ByGroup   MentionForm = "group"   // several at once: "the two leaders", "both sides"
)
