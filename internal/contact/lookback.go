package contact

import (
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
)

// besideAct reports whether a noun only says what something else was done for or in answer
// to, and a date before it, which ends at token last, is that of this: "Yesterday, ministers
// held a call in response to Holt's meeting with Lorne".
func (f *finder) besideAct(c cue, last int) bool {
	if c.verb() {
		return false
	}
	np := f.nounPhrase(c, f.Sentences[c.sentence].First)
	at := np
	switch {
	case f.at(np-1).Is("to", "of", "for") && f.at(np-2).Is("response", "reaction", "advance", "anticipation", "preparation", "view", "light") && f.at(np-3).Is("in"):
		at = np - 3
	case f.at(np-1).Is("of", "to", "by") && f.at(np-2).Is("ahead", "prior", "because", "prompted"):
		at = np - 2
	}
	return at < np && last <= at
}

// yearBack is the year in which a contact was held that its clause puts to a year gone by
// without a nearer day: "when I visited Velmora in 2016", "met Holt two years ago"; "" for
// other dates, and for what is not told as held.
func (f *finder) yearBack(d *draft, c cue, x readout.Date) string {
	rule := x.Rule == "offset" || x.Rule == "explicit-year" || x.Rule == "unit-last"
	if today := f.today(c.sentence); d.Status != readout.Held || len(x.EDTF) != len("2006") || !rule || today == "" || x.EDTF >= today[:len("2006")] {
		return ""
	}
	first, last := f.TokensIn(x.From.Hull())
	if x.Rule == "explicit-year" && !f.at(first-1).Is("in", "during") || first >= c.last && !f.plainBetween(c.last, first) || last <= c.first && !f.opensClause(first) {
		return ""
	}
	return x.EDTF
}

// plainBetween reports whether neither a verb nor another telling noun stands in tokens
// [from, to).
func (f *finder) plainBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if _, ok := f.GroupAt(i, ""); f.owner[i] < 0 && (ok || f.telling(i)) {
			return false
		}
	}
	return true
}

// opensClause reports whether only words that join stand before token i in its sentence.
func (f *finder) opensClause(i int) bool {
	for j := f.opening(f.SentenceOf(i)); j < i; j++ {
		if !f.at(j).Is("in", "during", "back", "and", "but", "then", "so", "about", ",") && !f.Lex.English.Adverb(f.at(j).Fold) {
			return false
		}
	}
	return true
}

// ofYear reports whether a day is only known to the year.
func ofYear(w *readout.When) bool { return w != nil && len(w.EDTF) == len("2006") }

// yearsAgo reports whether the words behind a contact put it far back without a number:
// "met Holt some years ago".
func (f *finder) yearsAgo(c cue) bool {
	for _, i := range f.dates[c.sentence] {
		x := f.Dates[i]
		if first, last := f.TokensIn(x.From.Hull()); x.EDTF == "" && first >= c.last && f.at(last-1).Is("ago") && strings.HasPrefix(x.Rule, "vague") && f.plainBetween(c.last, first) {
			return true
		}
	}
	return false
}

// overYears reports whether the words behind the main verb of a contact spread it over years
// or months gone by: "have come to know each other in talks over the last year".
func (f *finder) overYears(c cue, g syntax.Group) bool {
	for i := g.Main + 1; i < min(max(g.Main, c.last)+8, f.Sentences[c.sentence].Last-3) && (i < c.last || !f.finite(i)); i++ {
		if !f.at(i).Is("over", "during", "throughout", "across") || !f.at(i+1).Is("the") || !f.at(i+2).Is("last", "past") {
			continue
		}
		j := i + 3
		for f.at(j).Kind == token.Number || f.at(j).Is("several", "few", "two", "three", "four", "five", "six") {
			j++
		}
		return f.at(j).Is("year", "years", "months", "decade", "decades")
	}
	return false
}

// recalls reports whether a noun only names an earlier contact that another is compared with:
// "the meeting was a continuation of the recent talks between Brell and Lorne".
func (f *finder) recalls(c cue) bool {
	np := f.nounPhrase(c, f.Sentences[c.sentence].First)
	return f.at(np-1).Is("of", "on", "from", "to") && f.says(np, c.first, "recent", "previous", "earlier", "last")
}
