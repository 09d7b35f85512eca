package phrase

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// Names are the names under which documents speak of entities.
type Names map[readout.EntityID]string

// Note takes up the names of a document's entities. Of different names for one
// entity the longest is kept; of equals, the first in the alphabet.
func (n Names) Note(r *readout.Reading) {
	for _, e := range r.Entities {
		old, known := n[e.ID]
		if !known || len(e.Name) > len(old) || len(e.Name) == len(old) && e.Name < old {
			n[e.ID] = e.Name
		}
	}
}

// Of is the name of an entity; of one that no document names, its id made
// readable.
func (n Names) Of(id readout.EntityID) string {
	if name := n[id]; name != "" {
		return name
	}
	_, slug, found := strings.Cut(string(id), "/")
	if !found {
		return string(id)
	}
	words := strings.FieldsFunc(slug, func(r rune) bool { return r == '-' || r == '/' })
	for i, w := range words {
		if i > 0 && slices.Contains(small, w) {
			continue
		}
		first, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(first)) + w[size:]
	}
	return strings.Join(words, " ")
}

// Voice says who speaks and through whom: "Dmitry Peskov, through Interfax".
func (n Names) Voice(speaker readout.EntityID, via []readout.ClaimLink) string {
	text := "no voice named"
	if speaker != "" {
		text = n.Of(speaker)
	}
	for _, l := range via {
		text += ", through " + l.Name
	}
	return text
}

// small are the words that stay small inside a name.
var small = []string{"of", "the", "and", "for", "in", "on", "to"}

// List joins names as a sentence does: "A, B and C".
func List(names []string) string { return joined(names, "and") }

// Either joins names of which a sentence denies each: "A, B or C".
func Either(names []string) string { return joined(names, "or") }

func joined(names []string, word string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " " + word + " " + names[last]
}

// Parties lists who takes part.
func Parties(parties []readout.Party) string {
	names := make([]string, len(parties))
	for i, p := range parties {
		names[i] = p.Name
	}
	return List(names)
}
