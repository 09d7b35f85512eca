package storetest

import (
	"fmt"
	"strings"

	"readout"
	"readout/internal/store"
)

// call is what a document of the suite tells.
type call struct {
	published, day string // EDTF days; the second is the call's
	caller, called string // family names
	status         readout.Status
	words          string // what the text says between the two names
}

// calls are documents about two contacts: one announced and held, one held.
var calls = []call{
	{"2024-05-01", "2024-05-03", "Reyes", "Holt", readout.Scheduled, "will telephone"},
	{"2024-05-03", "2024-05-03", "Reyes", "Holt", readout.Held, "telephoned"},
	{"2024-05-04", "2024-05-03", "Holt", "Reyes", readout.Held, "spoke by telephone with"},
	{"2024-06-12", "2024-06-11", "Brandt", "Reyes", readout.Held, "called"},
}

// Entries are documents to try a store on, read by hand: they need no rules.
func Entries() []store.Entry {
	var out []store.Entry
	for i, c := range calls {
		out = append(out, entry(fmt.Sprintf("in/%d.txt", i), c))
	}
	return out
}

func entry(place string, c call) store.Entry {
	text := fmt.Sprintf("%s — Naïve words first. %s %s %s on %s.\n", c.published, c.caller, c.words, c.called, c.day)
	at := func(words string) readout.Words {
		i := strings.LastIndex(text, words)
		return readout.WordsAt(readout.Span{Start: i, End: i + len(words)})
	}
	raw := []byte(text)
	doc := readout.Document{
		ID: readout.NewDocID(raw), Source: place, Outlet: "Larkfield Wire", Language: "en", Text: text, Words: len(strings.Fields(text)),
		Published: &readout.Published{EDTF: c.published, Words: readout.WordsAt(readout.Span{Start: 0, End: len(c.published)})},
	}
	sentence := readout.WordsAt(readout.Span{Start: strings.Index(text, c.caller+" "+c.words), End: len(text) - 1})
	r := readout.Reading{
		Document: doc,
		Passages: []readout.Passage{{Kind: readout.Body, Words: readout.WordsAt(readout.Span{Start: 0, End: len(text)})}},
		Contacts: []readout.Report{{
			ID: "c1", Channel: readout.Call, Status: c.status,
			When: &readout.When{EDTF: c.day, Words: at(c.day)}, Words: sentence,
		}},
	}
	for _, name := range []string{c.caller, c.called} {
		id := readout.EntityID("person/" + strings.ToLower(name))
		r.Entities = append(r.Entities, readout.Entity{ID: id, Kind: readout.Person, Name: name, Mentions: at(name).From.All()})
		r.Contacts[0].Parties = append(r.Contacts[0].Parties, readout.Party{Entity: id, Name: name, Words: at(name)})
	}
	return store.Entry{Reading: r, Raw: raw, Place: place, Made: store.Versions{Rules: "test", Lexicon: "none"}}
}
