package statement

import (
	"readout/internal/token"
)

// longestPhrase is the most tokens that a noun phrase is followed for.
const longestPhrase = 30

// leftSubject finds the noun phrase that is the subject of the verb group that
// begins at token v; lo is where the unit begins.
func (f *finder) leftSubject(v, lo int) (tokens, bool) {
	j := f.skipLeft(v-1, lo)
	if j < lo {
		return tokens{}, false
	}
	if f.class[j] == mark {
		return f.interrupted(j, lo)
	}
	return f.phraseLeft(j, lo)
}

// skipLeft passes adverbs and dates between subject and verb.
func (f *finder) skipLeft(j, lo int) int {
	for j >= lo {
		switch {
		case f.date[j] >= 0:
			j--
			if j >= lo && f.class[j] == prep && f.date[j] < 0 {
				j--
			}
		case f.class[j] == adverb, f.Tokens[j].Is("all", "both", "n't") && f.class[j] != mark:
			j--
		default:
			return j
		}
	}
	return j
}

func (f *finder) has(r tokens, c class) bool {
	for i := r.first; i < r.last; i++ {
		if f.class[i] == c {
			return true
		}
	}
	return false
}

// temporal reports whether a phrase ends in a date.
func (f *finder) temporal(r tokens) bool { return !r.empty() && f.date[r.last-1] >= 0 }

// phraseLeft finds the noun phrase whose last token is j.
func (f *finder) phraseLeft(j, lo int) (tokens, bool) {
	if j < lo {
		return tokens{}, false
	}
	switch f.class[j] {
	case pron:
		return f.pronounLeft(j, lo)
	case det:
		if f.Tokens[j].Is("this", "these", "those", "some", "many", "most", "all", "both", "several", "others", "another", "one", "few") {
			return tokens{j, j + 1}, true
		}
		return tokens{}, false
	case other, name, num:
	default:
		return tokens{}, false
	}
	s := f.stretch(j, lo)
	if p := f.timePrep(s, j); p >= s {
		if s = f.afterLead(p, j); s > j {
			s = p + 1
		}
	} else {
		s = f.trimLeft(s, j)
	}
	if s > j || f.class[s] == conj || f.class[s] == prep {
		return tokens{}, false
	}
	return tokens{s, j + 1}, true
}

// pronounLeft is a pronoun subject, with the noun before a relative one kept out.
func (f *finder) pronounLeft(j, lo int) (tokens, bool) {
	if f.Tokens[j].Is("neither", "others") && j > lo && f.class[j-1] == det {
		return tokens{j - 1, j + 1}, true
	}
	return tokens{j, j + 1}, true
}

// timePrep is the last preposition between s and j that no subject holds ("after
// the talks the minister"), or -1.
func (f *finder) timePrep(s, j int) int {
	for i := j - 1; i >= s; i-- {
		if f.class[i] == prep && f.Tokens[i].Is("after", "before", "since", "until", "as", "during", "despite", "amid", "upon", "than") {
			return i
		}
	}
	return -1
}

// stretch walks left from j over everything that can be inside one noun phrase,
// prepositional phrases and "and" included.
func (f *finder) stretch(j, lo int) int {
	s, joined := j, -1
	for i := j; i >= lo && j-i < longestPhrase; i-- {
		if f.date[i] >= 0 && f.date[j] < 0 {
			break
		}
		switch f.class[i] {
		case other, name, num, poss, det, prep, adverb:
			s = i
			continue
		case conj:
			if i > lo && !f.Tokens[i].Is("but") {
				joined = i
				s = i
				continue
			}
		case mark:
			if f.Tokens[i].Is(".", "-", "/", "'") && i > lo && !f.Tokens[i].Space && !f.Tokens[i+1].Space {
				s = i
				continue
			}
			if f.Tokens[i].Is("'") && i > lo && !f.Tokens[i].Space && f.class[i-1] == other {
				continue
			}
		case pron:
			if joined >= 0 && f.Tokens[i].Is("neither") {
				return i
			}
		case verb, aux, ing, objpron:
			if joined >= 0 {
				return joined + 1
			}
		}
		break
	}
	return s
}

// trimLeft moves the start of a stretch that ends at j past what cannot open a
// subject: a leading conjunction, adverb or prepositional phrase, an earlier noun
// phrase.
func (f *finder) trimLeft(s, j int) int {
	for s < j && (f.class[s] == conj || f.class[s] == adverb && !f.Tokens[s].Is("only", "even") || f.class[s] == poss || f.Tokens[s].Kind == token.Mark) {
		s++
	}
	lead := f.class[s] == prep && !f.Tokens[s].Is("neither", "like")
	if lead {
		return f.afterLead(s, j)
	}
	for i := j; i > s; i-- {
		if f.class[i] == det && (f.class[i-1] == other || f.class[i-1] == name || f.class[i-1] == num) && !f.Tokens[i-1].Is("all", "both", "half", "neither") {
			return i
		}
	}
	return s
}

// afterLead finds where the subject begins in a stretch that opens with a
// prepositional phrase: at the last determiner, name or mention that no
// preposition governs.
func (f *finder) afterLead(s, j int) int {
	best := -1
	for i := s + 1; i <= j; i++ {
		before := f.class[i-1]
		if before == prep || before == det || before == conj || before == poss {
			continue
		}
		switch {
		case f.class[i] == det,
			f.mentionStart(i) && (f.class[i-1] != name || f.mention[i-1] >= 0) && f.class[i-1] != other,
			f.class[i] == name && f.class[i-1] == other && !f.Tokens[i-1].Upper && f.Lex.Reporting.Noun(f.Tokens[i-1].Fold) == "":
			best = i
		}
	}
	if best >= 0 {
		return best
	}
	if m := f.mention[j]; m >= 0 {
		a, _ := f.TokensIn(f.Mentions[m].Span)
		return max(a, s+1)
	}
	return j + 1
}

func (f *finder) mentionStart(i int) bool {
	m := f.mention[i]
	return m >= 0 && (i == 0 || f.mention[i-1] != m)
}

// phraseRight finds the noun phrase that begins at token i. With wide,
// prepositional phrases after a common noun belong to it.
func (f *finder) phraseRight(i, hi int, wide bool) (tokens, bool) {
	if i >= hi {
		return tokens{}, false
	}
	switch f.class[i] {
	case pron, objpron:
		return tokens{i, i + 1}, true
	case det, other, name, num:
	default:
		return tokens{}, false
	}
	k := f.coreRight(i, hi)
	for wide && k < hi {
		e := f.extendRight(i, k, hi)
		if e == k {
			break
		}
		k = e
	}
	if k == i {
		return tokens{}, false
	}
	return tokens{i, k}, true
}

// coreRight is the end of a noun phrase without what follows its head.
func (f *finder) coreRight(i, hi int) int {
	k := i
	for k < hi && k-i < longestPhrase {
		if f.date[k] >= 0 && f.date[i] < 0 && k > i && f.class[k-1] != det && f.class[k-1] != poss && f.date[k-1] < 0 {
			break
		}
		if k > i && f.mentionStart(k) && f.mention[k-1] >= 0 && f.class[k-1] != poss && !f.overlapping(k) {
			break
		}
		c := f.class[k]
		if c == det && k > i && f.class[k-1] != det && f.class[k-1] != poss {
			break
		}
		if c == mark {
			if f.Tokens[k].Is(".", "-", "/", "'") && !f.Tokens[k].Space && k+1 < hi && !f.Tokens[k+1].Space && f.class[k+1] != mark {
				k++
				continue
			}
			break
		}
		if c == adverb && k+1 < hi && (f.class[k+1] == other || f.class[k+1] == verb) && k > i && f.class[k-1] == det {
			k++
			continue
		}
		if c != det && c != other && c != name && c != num && c != poss {
			break
		}
		k++
	}
	return k
}

// overlapping reports whether token k and the one before lie in one mention.
func (f *finder) overlapping(k int) bool {
	m := f.Mentions[f.mention[k-1]].Span
	return f.Tokens[k].Start < m.End || f.class[k-1] == other
}

// extendRight adds one prepositional phrase or a coordinated noun phrase to the
// phrase [i, k), and gives its new end.
func (f *finder) extendRight(i, k, hi int) int {
	t := f.Tokens[k]
	switch {
	case f.class[k] == prep && k+1 < hi && f.date[k+1] < 0:
		if !t.Is("of") && (f.class[k-1] == name && f.Lex.Reporting.Noun(f.Tokens[k-1].Fold) == "" || !t.Is("for", "at", "in", "from", "to", "with", "on", "inside", "within", "near", "close")) {
			return k
		}
		if !t.Is("of") && !f.sourceHead(i, k) {
			return k
		}
		e := f.coreRight(k+1, hi)
		if e > k+1 {
			return e
		}
	case f.class[k] == conj && !t.Is("but") && k+1 < hi:
		e := f.coreRight(k+1, hi)
		if e > k+1 && (e >= hi || f.class[e] != verb && f.class[e] != aux) {
			return e
		}
	}
	return k
}
