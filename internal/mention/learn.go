package mention

import (
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// learnedName is a name whose kind the document itself shows somewhere; where it
// stands without that sign it means the same.
type learnedName struct {
	words  []string
	entity readout.EntityID
}

// maxLearned is how many names that begin with one word are learnt.
const maxLearned = 8

// learn looks for words around unknown names that show what they are: a place
// behind "in", a town before its state, an institution whose capitals stand in
// brackets behind its name or behave as one.
func (s *scan) learn() {
	capitals := map[string]int{}
	for n, sent := range s.t.Sentences {
		if s.styled[n] {
			continue
		}
		for i := sent.First; i < sent.Last; i++ {
			if !s.tokens[i].Upper {
				continue
			}
			switch {
			case s.isCapitals(i):
				s.learnCapitals(i, sent.First, sent.Last, capitals)
			default:
				if end := s.placeAt(i, sent.First, sent.Last); end > i {
					s.teach(i, end, readout.EntityID("place/"+slugOf(s.tokens[i:end])))
					i = end - 1
				}
			}
		}
	}
}

// teach notes that the words [i, end) name an entity.
func (s *scan) teach(i, end int, id readout.EntityID) {
	first := s.tokens[i].Fold
	if len(s.learned[first]) >= maxLearned {
		return
	}
	words := make([]string, 0, end-i)
	for _, k := range s.tokens[i:end] {
		words = append(words, k.Fold)
	}
	s.learned[first] = append(s.learned[first], learnedName{words, id})
	s.noteThing(id, squeeze(s.t.Cut(s.t.Span(i, end))), "")
}

// learnt reads a name at i that the document has shown the kind of; nil if there is none.
func (s *scan) learnt(i, last int) *item {
	if !s.tokens[i].Upper {
		return nil
	}
	var best *item
	for _, l := range s.learned[s.tokens[i].Fold] {
		end := i + len(l.words)
		if end > last || best != nil && end <= best.last {
			continue
		}
		same := true
		for k, w := range l.words {
			same = same && s.tokens[i+k].Fold == w && (s.tokens[i+k].Upper || s.tokens[i+k].Kind != token.Word)
		}
		if same {
			best = &item{first: i, last: end, nameFirst: i, nameLast: end, what: aThing, form: readout.ByName, entity: l.entity}
		}
	}
	return best
}

// placeAt reads the unknown name of a place at i and gives its end, or i: what
// stands behind a preposition of place, or before a comma and the state or region
// that it lies in.
func (s *scan) placeAt(i, first, last int) int {
	end := i
	for end < min(last, i+3) && s.unknown(end, last) && (end == i || s.tokens[end].Breaks == 0) {
		end++
	}
	if end == i || s.given(i) && end > i+1 {
		return i
	}
	if s.is(end, last, ",") && s.stateAt(end+1, last) && s.possessive(end+1, last) == end+1 {
		return end
	}
	if i == first || end < last && (s.tokens[end].Upper && s.tokens[end].Kind == token.Word || s.tokens[end].Kind == token.Number || s.possessive(end, last) > end || s.is(end, last, "-") && !s.tokens[end].Space) {
		return i
	}
	p := s.tokens[i-1]
	if p.Is("in", "near", "outside") && !s.given(i) || p.Is("of") && i-2 >= first && s.tokens[i-2].Is("city", "town", "village", "province", "district", "port", "island", "suburb", "county", "region", "north", "south", "east", "west", "outskirts", "governorate", "municipality") {
		return end
	}
	return i
}

// unknown reports whether token j is a capitalised word that no dictionary knows
// and the text does not write small.
func (s *scan) unknown(j, last int) bool {
	k := s.tokens[j]
	if k.Kind != token.Word || !k.Upper || k.AllCaps || len(k.Fold) < 3 || s.lower[k.Fold] {
		return false
	}
	if abstract(k.Fold) || s.lex.Words.Is("stop", k.Fold) || s.lex.Words.Is("orghead", k.Fold) || s.lex.Words.Is("ordinary", k.Fold) || s.headKind(j) != "" || s.titles[j].Title != nil {
		return false
	}
	return s.familyName(j, last)+s.fullName(j, last) == 0 && !s.named(j, last)
}

// abstract reports whether a word has the ending of a noun that names no place:
// "in Physiology".
func abstract(w string) bool {
	for _, end := range []string{"ology", "ity", "ism", "tion", "ment", "ness", "ing", "ics", "ency", "ship", "hood"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// named reports whether a dictionary has a name of a thing at j, written as there.
func (s *scan) named(j, last int) bool {
	for _, h := range s.hits[j] {
		for _, e := range h.Entries {
			if j+h.Len <= last && e.Entity.Kind() != readout.Person && s.fits(j, h.Len, e) {
				return true
			}
		}
	}
	return false
}

// stateAt reports whether the name of a state or of a part of one stands at j.
func (s *scan) stateAt(j, last int) bool {
	for _, h := range s.hitsAt(j, last) {
		for _, e := range h.Entries {
			if e.Form != lexicon.ProperName || j+h.Len > last || !s.fits(j, h.Len, e) {
				continue
			}
			if p := s.lex.Places[strings.TrimPrefix(string(e.Entity), "place/")]; e.Entity.Kind() == readout.State || e.Entity.Kind() == readout.Place && p != nil && p.Kind == "country-part" {
				return j+h.Len >= last || s.tokens[j+h.Len].Kind == token.Mark || !s.tokens[j+h.Len].Upper
			}
		}
	}
	return false
}

// isCapitals reports whether token i may be the capitals of an institution: three to
// six of them that no dictionary has.
func (s *scan) isCapitals(i int) bool {
	k := s.tokens[i]
	return k.AllCaps && !strings.ContainsAny(k.Fold, ".0123456789") && len(k.Fold) >= 3 && len(k.Fold) <= 6 && !s.lex.Words.Is("initialism", k.Fold) && !s.lex.Words.Is("stop", k.Fold) && !s.named(i, len(s.tokens)) && s.familyName(i, len(s.tokens)) == 0 && !s.given(i)
}

// learnCapitals weighs the words around capitals: in brackets behind the words that
// they are the first letters of they are that name; twice with an article, a verb or
// a possessive they are some institution.
func (s *scan) learnCapitals(i, first, last int, seen map[string]int) {
	if i > first && s.tokens[i-1].Is("(") && s.is(i+1, last, ")") {
		if from := s.spelled(i, first); from < i {
			id := readout.EntityID("org/" + slugOf(s.tokens[from:i-1]))
			if long := s.thing(from, i-1); long != nil && long.last == i-1 && long.entity != "" {
				id = long.entity
			}
			s.noteThing(id, squeeze(s.t.Cut(s.t.Span(from, i-1))), "")
			s.teach(i, i+1, id)
			s.teach(from, i-1, id)
			return
		}
	}
	signs := 0
	if i > first && s.tokens[i-1].Is("the") {
		signs++
	}
	if s.possessive(i+1, last) > i+1 || s.verb(i+1, last) && !s.tokens[i+1].Upper {
		signs++
	}
	w := s.tokens[i].Fold
	if before := seen[w]; before < 2 && before+signs >= 2 {
		s.teach(i, i+1, readout.EntityID("org/"+slugOf(s.tokens[i:i+1])))
	}
	seen[w] += signs
}

// spelled gives the token where the capitalised words begin whose first letters the
// capitals at i are, with a bracket between; i if there are none.
func (s *scan) spelled(i, first int) int {
	letters := s.tokens[i].Fold
	n := len(letters)
	for j := i - 2; j >= first && j > i-2*len(letters)-4; j-- {
		k := s.tokens[j]
		switch {
		case n > 0 && k.Kind == token.Word && k.Upper && k.Fold[0] == letters[n-1]:
			if n--; n == 0 && i-1-j > 1 {
				return j
			}
		case k.Is("of", "and", "for", "the", "&", "-", "in", "on", "to"):
		default:
			return i
		}
	}
	return i
}
