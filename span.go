package readout

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a half-open range [Start, End) of UTF-8 bytes in one text of a
// document. It prints as the JSON pair [start, end].
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Trim drops white space at both ends of a span of text. A span of nothing else
// is empty, at its end.
func (s Span) Trim(text string) Span {
	cut := text[s.Start:s.End]
	s.Start += len(cut) - len(strings.TrimLeftFunc(cut, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(cut))
	return s
}

// MarshalJSON prints [start,end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start,end].
func (s *Span) UnmarshalJSON(b []byte) error {
	var pair [2]int
	if err := json.Unmarshal(b, &pair); err != nil {
		return err
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// Spans is a list of at least one span: the words that a value was read from,
// several where the words are discontinuous. Its inside is closed: At, the only
// constructor, cannot be called without a span, and the zero value refuses to be
// printed (ErrUncited). That is how no value leaves the program without its
// words.
type Spans struct{ list []Span }

// At makes Spans of one span or more. They are sorted, and spans that touch or
// overlap are joined.
func At(first Span, more ...Span) Spans {
	list := append([]Span{first}, more...)
	sort.Slice(list, func(i, j int) bool {
		if list[i].Start != list[j].Start {
			return list[i].Start < list[j].Start
		}
		return list[i].End < list[j].End
	})
	out := list[:1]
	for _, s := range list[1:] {
		last := &out[len(out)-1]
		if s.Start <= last.End {
			last.End = max(last.End, s.End)
			continue
		}
		out = append(out, s)
	}
	return Spans{list: out}
}

// IsZero reports whether there is no span; such Spans cannot be printed.
func (s Spans) IsZero() bool { return len(s.list) == 0 }

// All returns a copy of the spans in order.
func (s Spans) All() []Span { return slices.Clone(s.list) }

// First is the first span; the empty span if there is none.
func (s Spans) First() Span {
	if s.IsZero() {
		return Span{}
	}
	return s.list[0]
}

// Hull is the span from the first start to the last end.
func (s Spans) Hull() Span {
	if s.IsZero() {
		return Span{}
	}
	return Span{s.list[0].Start, s.list[len(s.list)-1].End}
}

// Join returns the spans of both.
func (s Spans) Join(o Spans) Spans {
	switch {
	case o.IsZero():
		return s
	case s.IsZero():
		return o
	}
	return At(s.list[0], append(slices.Clone(s.list[1:]), o.list...)...)
}

// Overlaps reports whether any span of s shares a byte with o.
func (s Spans) Overlaps(o Span) bool {
	return slices.ContainsFunc(s.list, o.Overlaps)
}

// Cut returns the words of the spans in text, pieces joined by " … ". Spans
// outside the text, empty ones and ones that split a character give ErrInvalid.
func (s Spans) Cut(text string) (string, error) {
	if s.IsZero() {
		return "", ErrUncited
	}
	parts := make([]string, 0, len(s.list))
	for _, p := range s.list {
		if p.Start < 0 || p.End > len(text) || p.Empty() {
			return "", fmt.Errorf("%w: span [%d,%d) in a text of %d bytes", ErrInvalid, p.Start, p.End, len(text))
		}
		if !boundary(text, p.Start) || !boundary(text, p.End) {
			return "", fmt.Errorf("%w: span [%d,%d) splits a character", ErrInvalid, p.Start, p.End)
		}
		parts = append(parts, text[p.Start:p.End])
	}
	return strings.Join(parts, " … "), nil
}

func boundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// MarshalJSON prints the list of pairs; without a span it fails with ErrUncited.
func (s Spans) MarshalJSON() ([]byte, error) {
	if s.IsZero() {
		return nil, ErrUncited
	}
	return json.Marshal(s.list)
}

// UnmarshalJSON reads a list of pairs; an empty list is ErrUncited.
func (s *Spans) UnmarshalJSON(b []byte) error {
	var list []Span
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	if len(list) == 0 {
		return ErrUncited
	}
	*s = At(list[0], list[1:]...)
	return nil
}

// Field names the text of a document that spans count in. The zero value is
// the document's text itself.
type Field string

// The fields that words can stand in.
const (
	InText      Field = ""
	InTitle     Field = "title"
	InByline    Field = "byline"
	InURL       Field = "url"
	InPublished Field = "published"
	InOutlet    Field = "outlet"
)

// Words is where a value was read: embedded in every type that carries one. In
// a reading, In and From are enough; in a ledger, Document and Quote are set
// too (see Quoted).
type Words struct {
	Document DocID  `json:"document,omitempty"`
	In       Field  `json:"in,omitempty"`
	From     Spans  `json:"from"`
	Quote    string `json:"quote,omitempty"`
}

// WordsAt are words in the document's text.
func WordsAt(first Span, more ...Span) Words { return Words{From: At(first, more...)} }

// WordsIn are words in one of the document's fields.
func WordsIn(f Field, first Span, more ...Span) Words {
	return Words{In: f, From: At(first, more...)}
}

// Quoted returns the words with the document's id and the exact quote, as every
// value in a ledger carries them. It fails if the spans do not fit the document.
func (w Words) Quoted(d *Document) (Words, error) {
	quote, err := w.From.Cut(d.Field(w.In))
	if err != nil {
		return Words{}, fmt.Errorf("%s: %w", d.Source, err)
	}
	w.Document, w.Quote = d.ID, quote
	return w, nil
}
