package contact

import (
	"slices"
	"strings"

	"readout"
)

// ordinals are the counts that texts give of contacts; beyond the tenth they write
// figures, which are read as well ("12th").
var ordinals = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}

// ordinal is the count in the noun's own phrase and what it counts: "their second
// call this year", "the first in-person meeting since 2019"; nil where there is none.
func (f *finder) ordinal(c cue) *readout.Ordinal {
	if c.verb() {
		return nil
	}
	start, end := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	for i := f.nounPhrase(c, start); i < c.first; i++ {
		n := 1 + slices.Index(ordinals, f.at(i).Fold)
		if n == 0 || f.isDate(i) || f.owner[i] >= 0 {
			continue
		}
		of := make([]string, 0, 4)
		for j := i + 1; j < c.first; j++ {
			of = append(of, f.at(j).Fold)
		}
		of = append(of, f.countedIn(c.last, end)...)
		return &readout.Ordinal{N: n, Of: strings.Join(of, " "), Words: f.Words(f.Span(i, c.last))}
	}
	return nil
}

// countedIn is the term in which a count runs, behind the noun or a name after it:
// "as president", "this year", "since the war", "in five months".
func (f *finder) countedIn(i, end int) []string {
	for ; i < end && !f.at(i).Is(",", ";", "."); i++ {
		opens := f.at(i).Is("since", "as") || f.at(i).Is("this") && f.isDate(i) || f.at(i).Is("in") && f.isDate(i+1) && !f.at(i+1).Upper
		if !opens {
			continue
		}
		var out []string
		for j := i; j < end && j < i+6 && !f.at(j).Is(",", ";", ".", "and", "on", "with", "at"); j++ {
			out = append(out, f.at(j).Fold)
		}
		return out
	}
	return nil
}

// sequel reports whether the words tell of one more contact at another hour of the
// same day: "in the evening the two spoke again".
func (f *finder) sequel(c cue) bool {
	start, end := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	return f.says(max(start, c.first-3), min(end, c.last+4), "again") &&
		f.says(start, end, "later", "hours", "evening", "afternoon", "morning", "night", "midnight", "midday")
}

// anew reports whether the verb of a contact stands once more in a clause of its own, behind
// "also": with another place it tells of another contact.
func (f *finder) anew(c cue) bool {
	for i := f.Sentences[c.sentence].First; i < c.first; i++ {
		if g, ok := f.GroupAt(i, c.group.Lemma); ok && g.Main == i && f.owner[i] < 0 {
			return f.boundary(i, c.first) > 0 && f.says(max(i, c.first-6), c.head, "also")
		}
	}
	return false
}

// oneMore reports whether the words tell of a contact as one that comes after another: "then,
// on Monday, she spoke with Holt again".
func (f *finder) oneMore(c cue) bool {
	return c.verb() && f.at(f.Sentences[c.sentence].First).Is("then") && f.says(c.last, f.Sentences[c.sentence].Last, "again")
}

// recallFirst puts into the background the first contact of a count, told without a day,
// where the text goes on to a later one that has one: "In her first call with Holt she raised
// it. Then, on Monday, she spoke with him again".
func recallFirst(list []draft, d draft) {
	if !d.again || d.When == nil || d.Status != readout.Held {
		return
	}
	for i := range list {
		r := &list[i]
		if r.Ordinal != nil && r.Ordinal.N == 1 && r.When == nil && r.Status == readout.Held && r.field == d.field && r.sentence < d.sentence && sameParties(r.Parties, d.Parties) {
			r.Background = true
		}
	}
}

// more reports whether d tells of one more contact than r, on the same day.
func more(r, d draft) bool {
	return d.sequel && d.When == nil && d.Status == readout.Held && r.Status == readout.Held && r.field == d.field && r.sentence < d.sentence && sameParties(r.Parties, d.Parties) && compatible(r.Channel, d.Channel)
}
