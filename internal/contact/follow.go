package contact

import (
	"slices"

	"readout"
	"readout/lexicon"
)

// followers are the contacts of those who did the same after the subject: "Reyes rang
// Holt, followed by Brell and Lorne".
func (f *finder) followers(c cue, s sides, status readout.Status) []draft {
	if !c.verb() || len(s.object) == 0 {
		return nil
	}
	end := f.Sentences[c.sentence].Last
	for i := c.last; i+2 < end && !f.at(i).Is(";"); i++ {
		if !f.at(i).Is(",") || !f.at(i+1).Is("followed") || !f.at(i+2).Is("by") {
			continue
		}
		list, _, _ := f.listRight(i+3, end)
		var out []draft
		for _, m := range f.eachOf(list) {
			if !f.persons([]int{m}) {
				continue
			}
			if d, ok := f.draft(c, f.begin(c, sides{subject: []int{m}, object: s.object, begun: -1}), append([]int{m}, s.object...), status); ok {
				out = append(out, d)
			}
		}
		return out
	}
	return nil
}

// again reads what says of the contact told last that it will be once more: "and will do
// so again on Friday". Its parties and channel are those of that contact.
func (f *finder) again(s int, told []draft) (draft, bool) {
	if len(told) == 0 {
		return draft{}, false
	}
	from := &told[len(told)-1]
	for i := f.Sentences[s].First; i+2 < f.Sentences[s].Last; i++ {
		g, ok := f.GroupAt(i, "do")
		so := f.at(i+1).Is("so") && (f.at(i+2).Is("again", "once") || f.isDate(i+2) || f.isDate(i+3))
		if !ok || !so && !(f.at(i+1).Is("the") && f.at(i+2).Is("same") && f.at(i+3).Is("again")) || g.Modal != "will" && !g.BeTo {
			continue
		}
		c := cue{sentence: s, first: i, last: i + 2, head: i, word: &lexicon.ContactWord{Kind: "verb", Channel: string(from.Channel), Frames: []string{""}}, group: g}
		d := draft{solid: from.solid, explicit: true, head: i}
		d.Parties, d.Channel, d.Scope = slices.Clone(from.Parties), from.Channel, from.Scope
		d.Status = signed(readout.Scheduled, g.Negated)
		d.field, d.sentence, d.paragraph = f.Field, s, f.Sentences[s].Paragraph
		d.Headline = from.Headline
		d.When = f.when(&d, c, i, f.Sentences[s].Last, false)
		f.planned(&d, c)
		d.Words = f.Words(f.Span(g.First, f.Sentences[s].Last))
		f.voice(&d, c)
		return d, d.Status != ""
	}
	return draft{}, false
}

// goneBy are the words that stand for a contact told before as the subject of what became
// of it: "it took place on Monday", "one is being arranged".
var goneBy = &lexicon.ContactWord{Words: []string{"it"}, Kind: "noun", Channel: string(readout.Talks)}

// pronoun reads "it" or "one" at token i as a word for the contact told before, where a
// verb that contacts alone have follows; ok is false where none does.
func (f *finder) pronoun(s, i int) (cue, bool) {
	if !f.at(i).Is("it", "one") || f.at(i-1).Is("of", "the", "with", "to", "for", "at") {
		return cue{}, false
	}
	for j := i + 1; j < min(i+6, f.Sentences[s].Last); j++ {
		for _, lemma := range []string{"take", "hold", "cancel", "postpone", "schedule", "arrange", "call", "put", "last"} {
			g, ok := f.GroupAt(j, lemma)
			if !ok || g.First > i+2 || !g.Finite() || g.First == i+2 && !f.Lex.English.Adverb(f.at(i+1).Fold) {
				continue // "those whom it benefits will last"
			}
			if lemma == "last" && (f.isDate(j) || g.First == j && f.at(j).Is("last")) {
				continue // "it was only last year", "one last thing"
			}
			for _, w := range f.Lex.English.StatusWords("subject", lemma) {
				if _, ok := f.particles(j, w.Words); ok && (g.Passive || lemma == "take" || lemma == "last") {
					return cue{sentence: s, first: i, last: i + 1, head: i, word: goneBy}, true
				}
			}
		}
	}
	return cue{}, false
}

// maxSeries is within how many tokens what a series includes stands behind "followed by".
const maxSeries = 12

// inSeries is the token of "followed" where the noun phrase at token np tells of what came
// next: "a meeting with Holt, followed by talks with Brell", "followed by a visit,
// including a meeting with Brell"; -1 elsewhere.
func (f *finder) inSeries(np, start int) int {
	i := np - 1
	if f.at(i).Is("including") {
		for i--; i > max(start, np-maxSeries) && !f.at(i).Is("by", ";"); i-- {
		}
	}
	if i-2 > start && f.at(i).Is("by") && f.at(i-1).Is("followed") && f.at(i-2).Is(",", "and") {
		return i - 1
	}
	return -1
}

// goesOn gives a contact the place, and the day, of the one told before it in its
// sentence, where words behind it go back to them: "will see Holt there", "will see Holt
// instead".
func (f *finder) goesOn(d *draft, c cue, told []draft) {
	if len(told) == 0 {
		return
	}
	from := told[len(told)-1]
	if start := f.Sentences[c.sentence].First; d.When == nil && !c.verb() && d.Status == from.Status && f.inSeries(f.nounPhrase(c, start), start) > 0 {
		d.When = from.When
	}
	for i := c.last; i < min(c.last+12, f.Sentences[c.sentence].Last) && !f.at(i).Is(";", "where", "that"); i++ {
		switch {
		case f.at(i).Is("instead"):
			if d.When == nil {
				d.When = from.When
			}
			fallthrough
		case f.at(i).Is("there") && !f.at(i+1).Is("is", "are", "was", "were", "will", "has", "had"):
			if d.Place == nil && !placeless(d.Channel) {
				d.Place = from.Place
			}
			return
		}
	}
}
