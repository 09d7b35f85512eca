package mention

import (
	"strings"

	"readout"
	"readout/internal/token"
)

// headKind is the kind of thing whose name ends in a word: an institution or firm,
// a place, an event; "" for a word that is no head.
func (s *scan) headKind(j int) readout.EntityKind {
	w := trimPeriod(s.tokens[j].Fold)
	switch {
	case s.lex.Words.Is("institution", w), s.lex.Words.Is("firm", w):
		return readout.Org
	case s.lex.Words.Is("site", w):
		return readout.Place
	case s.lex.Words.Is("occasion", w):
		return readout.Event
	}
	return ""
}

// byHead reads capitalised words that end in a head ("Syrian Negotiation
// Commission") at i and gives the kind of thing and the end of its name, or i.
func (s *scan) byHead(i, last int) (kind readout.EntityKind, end int) {
	end = i
	for j := i; j < min(last, i+maxInstitution); j++ {
		k := s.tokens[j]
		switch {
		case j == i && s.ordinal(i):
		case k.Kind == token.Word && k.Upper && k.Breaks < 2 && (!s.lex.Words.Is("stop", k.Fold) || j == i || !s.is(j, last, "the", "and")) && s.inName(j, last):
			if h := s.headKind(j); j > i && h != "" && !s.bears(i, j) && !s.goesOn(j, last) {
				kind, end = h, j+1
			}
			if s.given(j) && j > i && s.tokens[j-1].Is("and") {
				return kind, end
			}
		case k.Is("and") && j > i+1 && s.given(i) && j+1 < last && (s.lex.Words.Is("institution", s.tokens[j+1].Fold) || s.named(j+1, last)):
			return kind, end // "Jon Holt and Department of State": a person and another's office
		case k.Is("-") && !k.Space && j > i && s.tokens[j-1].Upper && j+1 < last && s.tokens[j+1].Upper && !s.tokens[j+1].Space:
		case k.Is("and", "of", "for", "on", "&") && j > i && s.tokens[j-1].Upper && (s.headKind(j-1) == "" || k.Is("of", "for")) && j+1 < last && s.tokens[j+1].Upper && end == i:
		default:
			return kind, end
		}
	}
	return kind, end
}

// goesOn reports whether the name goes on behind a head that ends names of firms and
// also stands inside others: "the Clean Energy Dialogue".
func (s *scan) goesOn(j, last int) bool {
	k := j + 1
	return k < last && s.lex.Words.Is("firm", s.tokens[j].Fold) && s.tokens[k].Upper && s.tokens[k].Breaks < 2 && s.noTitle(k) && s.headKind(k) == "" && !s.given(k) && s.familyName(k, last) == 0
}

// inName reports whether the word at j can stand in the name of a thing: it is no
// title, and no known person's name but right before the head of one that no
// person leads ("the Stanley Cup", not "the Trump Administration").
func (s *scan) inName(j, last int) bool {
	if n := s.familyName(j, last); n > 0 {
		return j+n < last && s.headKind(j+n) != "" && s.tokens[j+n].Upper && s.tokens[j+n].Breaks == 0 && !s.ledByName(j+n)
	}
	return s.noTitle(j)
}

// ledByName reports whether the head at j makes a group that is called after who
// leads it, so that the name before it still means the person.
func (s *scan) ledByName(j int) bool {
	return s.tokens[j].Is("administration", "government", "cabinet", "party", "office", "ministry", "league", "force", "forces", "command", "service", "council", "committee")
}

// bears reports whether the two words [i, j] are rather a person's name: a given
// name and a family name that is also a word ("Jerry Hall").
func (s *scan) bears(i, j int) bool {
	return j == i+1 && s.lex.Words.IsGiven(s.tokens[i].Fold) && s.lex.Words.Is("ambiguous", s.tokens[j].Fold)
}

// ordinal reports whether "65th" or a Roman number before a capital stands at i.
func (s *scan) ordinal(i int) bool {
	t := s.tokens[i]
	if t.Kind != token.Number || i+1 >= len(s.tokens) || !s.tokens[i+1].Upper {
		return false
	}
	for _, end := range []string{"st", "nd", "rd", "th", "d"} {
		if strings.HasSuffix(t.Fold, end) {
			return true
		}
	}
	return false
}

// directs reports whether a word that begins many sentences is the first of a name
// here: "North Vancouver", "First National Bank".
func (s *scan) directs(i, last int) bool {
	return (s.is(i, last, "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "new", "great", "first", "second", "third", "old") || s.tokens[i].Upper && s.ownerAt(i, last) != nil) &&
		i+1 < last && s.tokens[i+1].Upper && s.tokens[i+1].Breaks == 0 && !s.lex.Words.Is("stop", s.tokens[i+1].Fold)
}

// ofNames reads "Ministry of Economic Development" at i and gives its end; i or
// less if it is none.
func (s *scan) ofNames(i, last int) int {
	if !s.lex.Words.Is("institution", s.tokens[i].Fold) || !s.is(i+1, last, "of", "for") {
		return i
	}
	end := i
	for j := i + 2; j < min(last, i+maxInstitution); j++ {
		k := s.tokens[j]
		switch {
		case k.Kind == token.Word && k.Upper && !s.lex.Words.Is("stop", k.Fold) && s.familyName(j, last) == 0 && !s.given(j) && s.noTitle(j):
			end = j + 1
		case k.Is("and", "of", "the", "for"):
		default:
			return end
		}
	}
	return end
}

// afterFirst reads the name of a place by its first word at i ("Mount Athos", "Gulf
// of Riga", "East Perth") and gives its end, or i.
func (s *scan) afterFirst(i, last int) int {
	j := i + 1
	switch {
	case j >= last || s.initial(i) && s.lex.English.VerbForms(s.tokens[i].Fold) != nil:
		return i
	case s.directs(i, last) && s.ownerAt(i, last) == nil:
		if at := s.thing(j, last); at != nil && (at.entity.Kind() == readout.Place || at.entity.Kind() == readout.State) {
			return at.last
		}
		return i
	case s.tokens[i].Is("gulf", "bay", "strait", "isle", "kingdom", "principality", "duchy", "sea") && s.is(j, last, "of"):
		j++
		if s.is(j, last, "the") {
			j++
		}
	case !s.lex.Words.Is("sitefirst", s.tokens[i].Fold):
		return i
	}
	end := j
	for end < min(last, j+2) && s.tokens[end].Kind == token.Word && s.tokens[end].Upper && s.tokens[end].Breaks == 0 && !s.lex.Words.Is("stop", s.tokens[end].Fold) && s.noTitle(end) && (end == j || s.headKind(end) == "") && len(s.tokens[end].Fold) > 2 {
		end++
	}
	if end == j {
		return i
	}
	return end
}

// noTitle reports whether the word at j is no title of a person, or also the head
// of the name of a thing.
func (s *scan) noTitle(j int) bool {
	t := s.titles[j]
	return t.Title == nil || t.Kind.Modifies() || t.Plural || s.lex.Words.Is("orghead", s.tokens[j].Fold) || s.headKind(j) != ""
}
