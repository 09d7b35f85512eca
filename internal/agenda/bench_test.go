package agenda_test

import (
	"testing"

	"readout"
	"readout/internal/agenda"
	"readout/internal/contact"
	"readout/internal/mention"
	"readout/internal/segment"
	"readout/internal/statement"
	"readout/internal/syntax"
	"readout/internal/when"
)

// benchmark runs the stage alone on a text that the earlier stages have read once.
func benchmark(b *testing.B, text string) {
	lex, err := fictional()
	if err != nil {
		b.Fatal(err)
	}
	doc := &readout.Document{Outlet: "Office of the Prime Minister of Arvenia", Text: text}
	title := syntax.Marked{Text: syntax.ParseTitle("", lex)}
	body := syntax.Marked{Text: syntax.Parse(readout.InText, text, segment.Split(doc, lex), lex)}
	body.Dates = when.Find(body.Text, doc)
	var entities []readout.Entity
	title.Mentions, body.Mentions, entities = mention.Find(title.Text, body.Text, doc)
	body.Statements = statement.Find(body, doc, entities)
	reports := contact.Find(title, body, doc, entities)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		agenda.Find(body, doc, entities, reports)
	}
}
