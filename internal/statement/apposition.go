package statement

import "readout/internal/token"

// interrupted finds the subject before an apposition, relative clause or other
// insertion that ends with the mark at token j.
func (f *finder) interrupted(j, lo int) (tokens, bool) {
	closing := f.Tokens[j].Fold
	opening := map[string]string{",": ",", ")": "(", "]": "[", "-": "-"}[closing]
	if opening == "" {
		return tokens{}, false
	}
	k := j - 1
	for k >= lo && !f.Tokens[k].Is(opening) {
		if j-k > longestPhrase || f.Tokens[k].Is(";", ":") || f.Tokens[k].Quote() {
			return tokens{}, false
		}
		k--
	}
	if k <= lo || k+1 >= j {
		return tokens{}, false
	}
	inside := tokens{k + 1, j}
	head, ok := f.phraseLeft(f.skipLeft(k-1, lo), lo)
	if opening == "," && (!ok || f.class[head.last-1] == num) {
		return f.severalCommas(k, j, lo)
	}
	if ok && !f.temporal(head) && f.insertion(inside) {
		if opening == "," && (f.apposition(inside) || f.Tokens[inside.first].Is("who", "whose")) {
			return tokens{head.first, j + 1}, true
		}
		return head, true
	}
	if opening == "," {
		if own, ok := f.phraseLeft(j-1, k+1); ok && own.first == k+1 && f.apposition(inside) {
			return own, true
		}
	}
	return tokens{}, false
}

// severalCommas finds the subject before several insertions that end with the
// comma at j: "Ida Lind, 59, of Bergen, Norway, said". k is the last comma inside.
func (f *finder) severalCommas(k, j, lo int) (tokens, bool) {
	for n := 0; n < 3; n++ {
		e := k
		for k--; k > lo && j-k < longestPhrase && f.class[k] != mark; k-- {
			if f.class[k] == verb || f.class[k] == aux || f.class[k] == pron {
				return tokens{}, false
			}
		}
		if k <= lo || !f.Tokens[k].Is(",") || k+1 >= e {
			return tokens{}, false
		}
		if head, ok := f.phraseLeft(k-1, lo); ok && f.class[head.last-1] == name && !f.temporal(head) {
			return tokens{head.first, j + 1}, true
		}
	}
	return tokens{}, false
}

// insertion reports whether words between commas can stand between subject and
// verb.
func (f *finder) insertion(r tokens) bool {
	k := f.Tokens[r.first]
	switch f.class[r.first] {
	case det, name, other:
		return f.apposition(r) || f.temporal(r)
	case prep, ing, verb, num, adverb:
		return !(f.class[r.first] == adverb && f.has(r, pron))
	}
	return k.Is("who", "which", "whose", "where", "whom", "while", "when", "although", "though", "if")
}

// apposition reports whether words between commas name the same person again: a
// noun phrase without a verb.
func (f *finder) apposition(r tokens) bool {
	switch f.class[r.first] {
	case det, name, other:
	default:
		return false
	}
	for i := r.first; i < r.last; i++ {
		if f.Tokens[i].Is("who", "whom", "which", "whose", "that") && i > r.first {
			return true
		}
		if c := f.class[i]; c == verb || c == aux || c == pron {
			return false
		}
	}
	return !f.temporal(r)
}

// withApposition lengthens a phrase that ends at a comma by the apposition after
// it, or by a relative clause where the head is a common noun.
func (f *finder) withApposition(r tokens, hi int) tokens {
	if r.last >= hi {
		return r
	}
	if f.Tokens[r.last].Is("(") { // "(D-N.C.)"
		e := r.last
		for e < hi && e-r.last < 12 && !f.Tokens[e].Is(")") {
			e++
		}
		if e < hi && f.Tokens[e].Is(")") && !f.has(tokens{r.last, e}, verb) {
			return f.withApposition(tokens{r.first, e + 1}, hi)
		}
	}
	if f.Tokens[r.last].Is("who", "whom", "that", "which") && f.Tokens[r.last].Kind == token.Word && f.class[r.last-1] == other {
		e := r.last
		for e < hi && f.class[e] != mark {
			e++
		}
		return tokens{r.first, e}
	}
	if !f.Tokens[r.last].Is(",") {
		return r
	}
	e := r.last + 1
	for e < hi && e-r.last < 26 && !(f.class[e] == mark && !f.Tokens[e].Is("-", "'", "/")) {
		e++
	}
	inside := tokens{r.last + 1, e}
	if !inside.empty() && f.Tokens[inside.first].Is("who", "whose") {
		return tokens{r.first, f.closing(e, hi)}
	}
	if inside.empty() || e < hi && !f.Tokens[e].Is(",", ".", ";", "-", ")") || !f.apposition(inside) || f.has(inside, ing) {
		return r
	}
	return tokens{r.first, f.closing(e, hi)}
}

// closing takes in the comma at e, if one stands there.
func (f *finder) closing(e, hi int) int {
	if e < hi && f.Tokens[e].Is(",") {
		return e + 1
	}
	return e
}
