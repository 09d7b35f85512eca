package inspect

import (
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// Find lists what a name can mean on a day (see lexicon.Find), and whom the words
// describe, if they are a role: "the prime minister of Denmark" is the office and
// its holder.
func Find(name, day string, lex *lexicon.Lexicon) []lexicon.Meaning {
	var out []lexicon.Meaning
	for _, id := range described(name, day, lex) {
		out = append(out, lex.Find(string(id), day)...)
	}
	for _, m := range lex.Find(name, day) {
		if !slices.ContainsFunc(out, func(o lexicon.Meaning) bool { return o.Entity == m.Entity && o.Topic == m.Topic }) {
			out = append(out, m)
		}
	}
	return out
}

// described lists the office that words describe, its holder on the day, and where
// nobody is certain those who may hold it.
func described(words, day string, lex *lexicon.Lexicon) []readout.EntityID {
	lead := "The "
	if first, _, _ := strings.Cut(strings.ToLower(words), " "); first == "the" {
		lead = ""
	}
	text := lead + words + " spoke."
	doc := document(text, day)
	_, mentions, _ := stages(&doc, doc.Text, lex)
	for _, m := range mentions {
		if m.Span.Start > 0 || m.Form != readout.ByOffice {
			continue
		}
		out := []readout.EntityID{m.Office}
		for _, id := range append([]readout.EntityID{m.Entity}, m.Candidates...) {
			if id != m.Office {
				out = append(out, id)
			}
		}
		return out
	}
	return nil
}
