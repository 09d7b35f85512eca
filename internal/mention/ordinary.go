package mention

import "readout/lexicon"

// meant reports whether the words at [i, j) are a name where they stand, if their
// name is also an ordinary word (Nice, Shell, Dawn, The Standard): a capital says so
// inside a sentence; where every word or the first has one, what stands around must.
func (s *scan) meant(i, j, last int) bool {
	if !s.ordinary(i, j) {
		return true
	}
	styled := s.styled[s.t.SentenceOf(i)]
	if !styled && !s.initial(i) {
		return s.tokens[j-1].Upper
	}
	if p := s.before(i); p >= 0 && s.tokens[p].Is("in", "at", "near", "from", "via", "told", "tells", "by") {
		return true
	}
	return s.possessive(j, last) > j || s.reportsAt(j, last)
}

// ordinary reports whether the name at [i, j) is one ordinary word, with or without
// an article.
func (s *scan) ordinary(i, j int) bool {
	if j-i == 2 && s.tokens[i].Is("the") {
		i++
	}
	return j-i == 1 && s.lex.Words.Is("ordinary", s.tokens[i].Fold)
}

// reportsAt reports whether a verb of saying stands at token j, as it does behind
// the name of an outlet.
func (s *scan) reportsAt(j, last int) bool {
	if j >= last {
		return false
	}
	for _, lemma := range []string{"say", "report", "write", "tell", "quote", "cite", "publish", "reveal", "announce"} {
		if form, ok := s.lex.English.IsForm(s.tokens[j].Fold, lemma); ok && form&(lexicon.Past|lexicon.Third) != 0 {
			return true
		}
	}
	return false
}
