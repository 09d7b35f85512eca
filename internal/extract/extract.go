// Package extract runs the stages in order: a document in, a reading out. It is
// a pure function: no input or output, no clock, no state.
package extract

import (
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/internal/agenda"
	"readout/internal/contact"
	"readout/internal/mention"
	"readout/internal/segment"
	"readout/internal/statement"
	"readout/internal/syntax"
	"readout/internal/when"
	"readout/lexicon"
)

// Version names the rules: it changes when the same document and lexicon would
// give another reading.
const Version = "9"

// Read reads one document. The reading's spans have been checked; the error
// means that a rule broke its promise, not that the document is bad.
func Read(doc readout.Document, lex *lexicon.Lexicon) (readout.Reading, error) {
	r := readout.Reading{Document: doc}
	lex, ok := lex.For(doc.Language)
	if !ok {
		return unread(doc), nil
	}
	r.Passages = segment.Split(&doc, lex)

	title := syntax.Marked{Text: syntax.ParseTitle(doc.Title, lex)}
	body := syntax.Marked{Text: syntax.Parse(readout.InText, doc.Text, r.Passages, lex)}
	title.Dates = when.Find(title.Text, &doc)
	body.Dates = when.Find(body.Text, &doc)
	title.Mentions, body.Mentions, r.Entities = mention.Find(title.Text, body.Text, &doc)
	title.Statements = statement.Find(title, &doc, r.Entities)
	body.Statements = statement.Find(body, &doc, r.Entities)
	number(title.Statements, body.Statements)

	r.Dates = append(title.Dates, body.Dates...)
	r.Statements = append(title.Statements, body.Statements...)
	r.Contacts = contact.Find(title, body, &doc, r.Entities)
	r.Points = agenda.Find(body, &doc, r.Entities, r.Contacts)
	r.Entities = withNamed(r, lex)
	r.Document.Form = lex.Forms.Of(titleOf(&r), doc.URL)
	if err := r.Check(); err != nil {
		return readout.Reading{}, fmt.Errorf("%s: %w", doc.Source, err)
	}
	return r, nil
}

// unread is the reading of a document in a language that the lexicon does not
// cover: its text, and nothing that the rules of another language would see in it.
func unread(doc readout.Document) readout.Reading {
	r := readout.Reading{Document: doc, Unread: doc.Language, Passages: []readout.Passage{}, Entities: []readout.Entity{}, Dates: []readout.Date{},
		Statements: []readout.Statement{}, Contacts: []readout.Report{}, Points: []readout.Point{}}
	if doc.Text != "" {
		r.Passages = append(r.Passages, readout.Passage{Kind: readout.Body, Words: readout.WordsAt(readout.Span{Start: 0, End: len(doc.Text)})})
	}
	return r
}

// titleOf is the document's title: the one that stands apart, else its first
// passage where that is a headline.
func titleOf(r *readout.Reading) string {
	if r.Document.Title != "" || len(r.Passages) == 0 || r.Passages[0].Kind != readout.Headline {
		return r.Document.Title
	}
	words, err := r.Passages[0].From.Cut(r.Document.Text)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(words)
}

// withNamed adds the entities that passages, points and contacts name and no mention of
// the text stands for: an institution known by its site's address, the body whose summit
// an event is ("the G7 Summit").
func withNamed(r readout.Reading, lex *lexicon.Lexicon) []readout.Entity {
	list := r.Entities
	add := func(id readout.EntityID, at readout.Words) {
		if id == "" || slices.ContainsFunc(list, func(e readout.Entity) bool { return e.ID == id }) {
			return
		}
		if e := lex.EntityOf(id); e != nil {
			e.Mentions = []readout.Span{}
			if at.In == readout.InText && !at.From.IsZero() {
				e.Mentions = at.From.All()
			}
			list = append(list, *e)
		}
	}
	for _, p := range r.Passages {
		add(p.Issuer, readout.Words{})
	}
	for _, p := range r.Points {
		add(p.Issuer, readout.Words{})
	}
	for i := range r.Contacts {
		c := &r.Contacts[i]
		for _, p := range slices.Concat(c.Parties, c.Attendees) {
			add(p.Entity, p.Words)
		}
		for _, at := range []*readout.Locus{c.Place, c.Occasion} {
			if at != nil {
				add(at.Entity, at.Words)
			}
		}
	}
	return list
}

// number gives the statements of title and body their ids: s1, s2 …
func number(lists ...[]readout.Statement) {
	n := 0
	for _, list := range lists {
		for i := range list {
			n++
			list[i].ID = fmt.Sprintf("s%d", n)
		}
	}
}
