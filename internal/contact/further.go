package contact

import (
	"readout"
	"readout/internal/token"
)

// What is said of a contact that would come after those told, or of one that is only not ruled
// out.

// noFurther reports whether a denial is only of a contact after one that was: "has not had
// another call with Holt", "they have not spoken since that time". It denies none that is told,
// and nobody said that there would be one.
func (f *finder) noFurther(c cue, status readout.Status) bool {
	if status != readout.Denied || f.dated(c.first) {
		return false
	}
	end := f.Sentences[c.sentence].Last
	if !c.verb() && f.qualified(f.nounPhrase(c, f.Sentences[c.sentence].First), c, "another", "further", "additional", "subsequent") {
		return true
	}
	for i := c.last; i < end && !f.at(i).Is(";", "but", "that", "who", "which") && !f.finite(i); i++ {
		switch next := f.at(i + 1); {
		case f.at(i).Is("again"):
			return true
		case f.at(i).Is("since") && (i+1 >= end || next.Kind == token.Mark || next.Is("then")):
			return true
		case f.at(i).Is("since") && next.Is("that") && f.says(i+2, i+4, "time", "point", "moment", "day", "meeting", "call", "visit"):
			return true
		}
	}
	return false
}

// leftOpen reports whether the clause that opens at token i is only not ruled out: "is not
// ruling out that she will meet Holt".
func (f *finder) leftOpen(i int) bool {
	if !f.at(i).Is("that") {
		return false
	}
	g, ok := f.GroupAt(i-1, "exclude")
	if f.at(i - 1).Is("out") {
		g, ok = f.GroupAt(i-2, "rule")
	}
	return ok && (g.Negated || f.negatedBefore(g.Main))
}

// atSomePoint reports whether a plan has no other time than the future: "will speak with Holt at
// some point in the future".
func (f *finder) atSomePoint(c cue, status readout.Status) bool {
	if !planned(status) || f.dated(c.first) {
		return false
	}
	for i := c.last; i+2 < f.Sentences[c.sentence].Last && !f.at(i).Is(";") && !f.finite(i); i++ {
		if f.at(i).Is("at") && f.at(i+1).Is("some") && f.at(i+2).Is("point") {
			return f.at(i+3).Kind == token.Mark || f.says(i+3, i+6, "future", "road", "line")
		}
	}
	return false
}
