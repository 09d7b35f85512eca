// Package inspect shows what the rules make of a sentence, and which names and
// roles of documents the lexicon cannot place. It serves the people who keep the
// lexicon; nothing that it gives goes into a ledger.
package inspect

import (
	"fmt"
	"strings"

	"readout"
	"readout/internal/extract"
	"readout/internal/mention"
	"readout/internal/segment"
	"readout/internal/syntax"
	"readout/internal/when"
	"readout/lexicon"
)

// Trace is what each stage makes of a text.
type Trace struct {
	Text       string              `json:"text"`
	On         string              `json:"on,omitempty"` // the day on which it is read
	Sentences  []Sentence          `json:"sentences"`
	Dates      []readout.Date      `json:"dates"`
	Mentions   []Mention           `json:"mentions"`
	Statements []readout.Statement `json:"statements"`
	Contacts   []readout.Report    `json:"contacts"`
	Topics     []Topic             `json:"topics"`
}

// Sentence is a sentence as it was cut: the kind of passage that it stands in, and
// its tokens as the dictionaries see them.
type Sentence struct {
	Passage readout.PassageKind `json:"passage"`
	Tokens  []string            `json:"tokens"`
	Grammar []Word              `json:"grammar,omitempty"` // of each token; none without a model
	Span    readout.Span        `json:"span"`
}

// Word is what the parser says of a token: its part of speech, its relation and the
// place in the sentence of the token that it hangs on, counted from 0; -1 is the root's.
type Word struct {
	UPOS string `json:"upos"`
	Rel  string `json:"rel"`
	Head int    `json:"head"`
}

// Mention is a place where the text speaks of somebody or something.
type Mention struct {
	Words      string              `json:"words"`
	Entity     readout.EntityID    `json:"entity,omitempty"`
	Name       string              `json:"name,omitempty"` // canonical
	Country    string              `json:"country,omitempty"`
	Form       readout.MentionForm `json:"form"`
	Role       string              `json:"role,omitempty"`
	Office     readout.EntityID    `json:"office,omitempty"`
	Candidates []readout.EntityID  `json:"candidates,omitempty"`
	Members    []readout.EntityID  `json:"members,omitempty"`
	Where      string              `json:"where,omitempty"` // the line of the lexicon, "" for a stranger
	Span       readout.Span        `json:"span"`
}

// Topic is a topic with the words that show it.
type Topic struct {
	Topic string       `json:"topic"`
	Words string       `json:"words"`
	Where string       `json:"where"`
	Span  readout.Span `json:"span"`
}

// Of runs every stage over a text in a language ("" = English) that an outlet
// ("" = nobody known) published on a day. The error wraps readout.ErrUnsupported
// where no folder covers the language.
func Of(text, language, outlet, day string, lex *lexicon.Lexicon) (*Trace, error) {
	doc := document(text, day)
	doc.Outlet, doc.Language = outlet, language
	lex, ok := lex.For(language)
	if !ok {
		return nil, fmt.Errorf("language %q: %w: no folder of the lexicon covers it", language, readout.ErrUnsupported)
	}
	r, err := extract.Read(doc, lex)
	if err != nil {
		return nil, err
	}
	body, mentions, entities := stages(&doc, doc.Text, lex)
	t := &Trace{Text: doc.Text, On: doc.Published.Day(), Sentences: []Sentence{}, Dates: body.Dates, Mentions: []Mention{}, Statements: r.Statements, Contacts: r.Contacts, Topics: []Topic{}}
	for i, s := range body.Sentences {
		out := Sentence{Passage: body.PassageOf(i).Kind, Tokens: []string{}, Span: body.SentenceSpan(i)}
		for j, k := range body.Tokens[s.First:s.Last] {
			out.Tokens = append(out.Tokens, k.Fold)
			if w, ok := body.Word(s.First + j); ok {
				out.Grammar = append(out.Grammar, Word{UPOS: w.UPOS, Rel: w.Rel, Head: max(w.Head-s.First, -1)})
			}
		}
		t.Sentences = append(t.Sentences, out)
	}
	for _, m := range mentions {
		t.Mentions = append(t.Mentions, mentionOf(m, doc.Text, entities, lex))
	}
	for _, h := range lex.Topics.In(doc.Text, body.Tokens) {
		topic := lex.Topics.Get(h.Topic)
		t.Topics = append(t.Topics, Topic{Topic: h.Topic, Words: doc.Text[h.Span.Start:h.Span.End], Where: topic.File, Span: h.Span})
	}
	return t, nil
}

// document is a text of a day, "" where that is not known. Bytes that are no UTF-8
// become the replacement character, as where a file is read.
func document(text, day string) readout.Document {
	doc := readout.Document{Text: strings.ToValidUTF8(text, "\ufffd"), PublishedRaw: day}
	if day != "" {
		doc.Published = &readout.Published{EDTF: day, Words: readout.WordsIn(readout.InPublished, readout.Span{Start: 0, End: len(day)})}
	}
	return doc
}

// stages runs the stages up to the mentions over a text of the document.
func stages(doc *readout.Document, text string, lex *lexicon.Lexicon) (syntax.Marked, []readout.Mention, []readout.Entity) {
	own := *doc
	own.Title, own.Text = "", text
	body := syntax.Marked{Text: syntax.Parse(readout.InText, text, segment.Split(&own, lex), lex)}
	body.Dates = when.Find(body.Text, &own)
	_, mentions, entities := mention.Find(syntax.ParseTitle("", lex), body.Text, &own)
	return body, mentions, entities
}

func mentionOf(m readout.Mention, text string, entities []readout.Entity, lex *lexicon.Lexicon) Mention {
	out := Mention{Words: text[m.Span.Start:m.Span.End], Entity: m.Entity, Form: m.Form, Role: m.Role, Office: m.Office, Candidates: m.Candidates, Members: m.Members, Span: m.Span}
	for _, e := range entities {
		if e.ID == m.Entity {
			out.Name, out.Country = e.Name, e.Country
		}
	}
	if w := lex.WhereOf(m.Entity); w.Line > 0 {
		out.Where = w.String()
	}
	return out
}
