package contact

import (
	"cmp"
	"slices"

	"readout"
)

// clause is the words that tell of the contact: the sentence, cut where another
// contact's telling begins in a clause of its own.
func (f *finder) clause(c cue, cues []cue, i int) readout.Span {
	first, last := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	if i > 0 {
		if b := max(f.boundary(cues[i-1].head+1, c.first), f.ownClause(cues[i-1], c)); b > 0 {
			first = b
		}
	}
	if i+1 < len(cues) {
		if b := cmp.Or(f.boundary(c.last, cues[i+1].first), f.ownClause(c, cues[i+1])); b > 0 {
			last = b
		}
	}
	if end := max(f.recallEnd(c), f.stayEnd(c)); end > 0 {
		last = end
	}
	return f.Span(f.item(c, first, last))
}

// ownClause is the token at which the clause of verb b begins that stands beside that of verb a
// without a conjunction, with a subject of its own: "Reyes called Holt, Brell met him in May";
// 0 if it is no such clause.
func (f *finder) ownClause(a, b cue) int {
	if !a.verb() || !b.verb() || a.group.To && a.last > b.first {
		return 0
	}
	start := f.Sentences[b.sentence].First
	list := f.subject(b.group.First, start)
	if len(list) == 0 || !f.persons(list) {
		return 0
	}
	begin := len(f.Tokens)
	for _, m := range list {
		begin = min(begin, f.begins(m, start))
	}
	if begin <= a.last || !f.at(begin-1).Is(",") {
		return 0
	}
	return begin
}

// boundary is a token in [first, last) where a new clause begins: after a
// semicolon, or a comma and a conjunction; 0 if there is none.
func (f *finder) boundary(first, last int) int {
	if at := f.eventEnd(f.SentenceOf(first)); first <= at && at < last {
		return at
	}
	for i := first; i+1 < last; i++ {
		if f.Tokens[i].Is(";") || f.Tokens[i].Is(",") && f.Tokens[i+1].Is("and", "but", "while") && !f.listGoesOn(i) {
			return i + 1
		}
	}
	return 0
}

// listGoesOn reports whether the comma at token i stands before "and" and the last name of
// a list.
func (f *finder) listGoesOn(i int) bool {
	s := f.SentenceOf(i)
	if i == 0 || f.owner[i-1] < 0 || !f.at(i+1).Is("and") {
		return false
	}
	before, m := f.owner[i-1], f.mentionFrom(i+2, f.Sentences[s].Last)
	switch {
	case m < 0:
		return false
	case f.isPlace(before) && f.isPlace(m): // "will travel to Norway, Denmark, and Costava"
		_, last := f.tokensOf(m)
		return last >= f.Sentences[s].Last || !f.finite(last) && !f.possessive(m)
	}
	return f.persons([]int{before}) && f.persons([]int{m}) && slices.Contains(f.listLeft(m, f.Sentences[s].First), before)
}
