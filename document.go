package readout

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// DocID identifies a document by its bytes: "sha256:" and 64 hex digits.
type DocID string

// NewDocID is the id of raw source bytes.
func NewDocID(raw []byte) DocID {
	sum := sha256.Sum256(raw)
	return DocID("sha256:" + hex.EncodeToString(sum[:]))
}

// Document is one text as its source gives it. Text is what spans count in:
// for plain text the bytes as decoded, for HTML the title, by-line, article and
// comments as rendered.
type Document struct {
	ID        DocID      `json:"id"`
	Source    string     `json:"source"` // where it was read from: a path, FILE#id, or "-"
	URL       string     `json:"url,omitempty"`
	Outlet    string     `json:"outlet,omitempty"`
	Title     string     `json:"title,omitempty"` // only where it stands apart from the text
	Byline    string     `json:"byline,omitempty"`
	Published *Published `json:"published,omitempty"`
	Language  string     `json:"language,omitempty"` // BCP 47, lower case: "en"
	Issuer    EntityID   `json:"issuer,omitempty"`   // whose account it is, where a person said so
	Text      string     `json:"text"`
	Words     int        `json:"words"` // number of words in Text
	// Form is what the title or address says that the text is (a readout,
	// remarks, a joint statement …); empty where they do not say.
	Form AccountKind `json:"form,omitempty"`

	// PublishedRaw is the publication time as the source's metadata or a flag
	// gives it; spans with In == InPublished count in it.
	PublishedRaw string `json:"published_raw,omitempty"`
	// Candidates are further dates of publication that the source states and
	// that were not chosen, strongest first.
	Candidates []Published `json:"published_candidates,omitempty"`
	// Marks are what the source's markup says about stretches of Text (a
	// heading, a comment, a block quotation). Stages read them; they are not printed.
	Marks []Mark `json:"-"`
}

// Field returns the text that spans with this Field count in.
func (d *Document) Field(f Field) string {
	switch f {
	case InTitle:
		return d.Title
	case InByline:
		return d.Byline
	case InURL:
		return d.URL
	case InPublished:
		return d.PublishedRaw
	case InOutlet:
		return d.Outlet
	}
	return d.Text
}

// Published is the day or moment of publication: EDTF, with the words that say
// so. The day is the day of its own offset.
type Published struct {
	EDTF string `json:"edtf"`
	Words
	// Conflict says of a candidate that it states another day than the date
	// chosen. An "updated" line and the second reading of a numeric date do not:
	// they are other things than the day of publication.
	Conflict bool `json:"conflict,omitempty"`
}

// Day is the calendar day (YYYY-MM-DD), or "" if p is nil or coarser than a day.
func (p *Published) Day() string {
	if p == nil || len(p.EDTF) < 10 {
		return ""
	}
	return p.EDTF[:10]
}

// Mark is something that markup says of a stretch of Document.Text.
type Mark struct {
	Kind MarkKind
	Span Span
}

// MarkKind is a kind of Mark.
type MarkKind string

// The kinds of Mark a source format can give.
const (
	MarkTitle   MarkKind = "title"      // the page's own heading
	MarkByline  MarkKind = "byline"     // the by-line element
	MarkHeading MarkKind = "heading"    // a heading inside the article
	MarkQuote   MarkKind = "blockquote" // a block quotation
	MarkComment MarkKind = "comment"    // a reader's comment
	MarkChrome  MarkKind = "chrome"     // page furniture inside the article
	MarkCaption MarkKind = "caption"    // a picture's caption
	MarkCredit  MarkKind = "credit"     // a picture's credit
	MarkItem    MarkKind = "item"       // a list item
)

// CountWords counts the words of a text: stretches between white space that hold a
// letter or digit.
func CountWords(text string) int {
	n := 0
	for field := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(field, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
