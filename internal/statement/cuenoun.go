package statement

// cueNouns finds "Haas's claim that C" and "her promise to C": the possessor says
// the content. Nouns whose possessor is not written have no speaker and are left
// alone.
func (f *finder) cueNouns(u tokens, stops map[int]bool) []*draft {
	var out []*draft
	for i := u.first + 1; i+2 < u.last; i++ {
		n := f.Lex.Reporting.CueNoun(f.Tokens[i].Fold)
		if n == nil || f.inQuote[i] >= 0 || !f.Tokens[i+1].Is("that") && !(f.Tokens[i+1].Is("to") && f.toVerb(i+1, u.last)) {
			continue
		}
		owner, ok := f.possessor(i, u.first)
		if !ok {
			continue
		}
		r := f.trim(tokens{i + 1, f.nounClauseEnd(i+2, u.last, stops)})
		if r.len() < 3 {
			continue
		}
		d := &draft{kind: n.Kind, form: noun, negated: n.Negated, source: owner, cue: []tokens{{i, i + 1}}, content: []tokens{r}, unit: u, said: -1}
		d.speaker = f.speakerOf(owner)
		out = append(out, d)
	}
	return out
}

// nounClauseEnd is where the clause after a cue noun ends: where the verb of the
// sentence follows the verb of the clause, at a comma, or with the unit.
func (f *finder) nounClauseEnd(i, hi int, stops map[int]bool) int {
	verbs := 0
	for j := i; j < hi; j++ {
		if stops[j] || f.class[j] == mark && f.Tokens[j].Is(",", ";", ":") && f.inQuote[j] < 0 {
			return j
		}
		head := f.class[j] == verb || f.class[j] == aux
		if !head || j > i && (f.class[j-1] == aux || f.class[j-1] == adverb || f.class[j-1] == prep) {
			continue
		}
		if verbs++; verbs > 1 && (f.class[j-1] == other || f.class[j-1] == name || f.class[j-1] == objpron || f.class[j-1] == verb) {
			return j
		}
	}
	return hi
}

// possessor finds the noun phrase before 's, or the possessive pronoun, that owns
// the noun at token i; a few adjectives may stand between.
func (f *finder) possessor(i, lo int) (tokens, bool) {
	for j := i - 1; j >= lo && j >= i-3; j-- {
		if f.class[j] == poss {
			r, ok := f.phraseLeft(j-1, lo)
			return r, ok
		}
		if f.class[j] == det {
			return tokens{j, j + 1}, f.Tokens[j].Is("his", "her", "its", "their")
		}
		if f.class[j] != other {
			break
		}
	}
	return tokens{}, false
}
