package statement

import (
	"slices"

	"readout/internal/token"
)

// complement finds what follows a cue: addressee, adjuncts, and the content.
func (f *finder) complement(c *cue, hi int) {
	if c.inverted {
		c.after = f.adjuncts(c, c.after, hi)
		f.open(c, c.after, hi)
		return
	}
	at := c.after
	if f.particle(c, at) {
		at++
		c.words.last = at
	}
	if f.naming(c, at, hi) {
		return
	}
	at = f.adjuncts(c, at, hi)
	if f.open(c, at, hi) {
		return
	}
	if r, ok := f.toldTo(c, at, hi); ok {
		next := f.adjuncts(c, r.last, hi)
		probe := *c
		probe.told = true
		probe.adjuncts = slices.Clone(c.adjuncts)
		if f.open(&probe, next, hi) || f.bareClause(&probe, next, hi) || next >= hi || f.class[next] == mark {
			*c = probe
			c.after = next
			if c.verb.Takes("that") || c.verb.Takes("to") || c.verb.Takes("wh") { // who is accused is not told
				c.addressee = r
			}
			return
		}
	}
	if f.bareClause(c, at, hi) || f.nounContent(c, at, hi) {
		return
	}
	c.after = at
}

// particle reports whether the verb's particle stands at token i: "pointed out".
func (f *finder) particle(c *cue, i int) bool {
	return i < len(f.Tokens) && (c.verb.Lemma == "point" && f.Tokens[i].Is("out") || c.verb.Lemma == "call" && f.Tokens[i].Is("for"))
}

// toldTo finds the object of a verb that takes a person told.
func (f *finder) toldTo(c *cue, i, hi int) (tokens, bool) {
	if i < hi && f.Tokens[i].Is("to") && !c.verb.Takes("obj") && i+1 < hi && f.class[i+1] != verb {
		return f.phraseRight(i+1, hi, false)
	}
	if !c.verb.Takes("obj") {
		return tokens{}, false
	}
	r, ok := f.phraseRight(i, hi, false)
	for ok && r.last < hi && f.Tokens[r.last].Is("of") {
		o, found := f.phraseRight(r.last+1, hi, false)
		if !found {
			break
		}
		r.last = o.last
	}
	if whole := f.withApposition(r, hi); ok && whole.last > r.last && f.Tokens[whole.last-1].Is(",") {
		r = whole // "accused its leader, Ida Lind, of treason"
	}
	return r, ok
}

// adjuncts passes adverbs, dates, prepositional phrases and insertions between
// commas that end before a content, from token i.
func (f *finder) adjuncts(c *cue, i, hi int) int {
	for i < hi {
		switch {
		case f.spells(i, []string{"as", "well"}):
			i += 2
		case f.date[i] >= 0:
			c.adjuncts = append(c.adjuncts, adjunct{words: tokens{i, i + 1}})
			i++
		case f.class[i] == adverb && !f.Tokens[i].Is("not", "there", "perhaps", "maybe", "only", "just", "even", "almost", "either", "neither", "each"):
			i++
		case f.class[i] == prep && !f.Tokens[i].Is("like", "than") && !f.contentPrep(c, i):
			e := f.prepPhrase(c, i, hi)
			if e == i {
				return i
			}
			i = e
		case f.Tokens[i].Is(",") && f.class[i] == mark:
			e := f.skipInsertion(c, i, hi)
			if e == i {
				return i
			}
			i = e
		default:
			return i
		}
	}
	return i
}

func (f *finder) contentPrep(c *cue, i int) bool {
	return slices.Contains(c.verb.Preps, f.Tokens[i].Fold)
}

func (f *finder) prepPhrase(c *cue, i, hi int) int {
	start := i
	i++
	for i < hi && f.date[i] >= 0 {
		i++
	}
	if i > start+1 {
		c.adjuncts = append(c.adjuncts, adjunct{words: tokens{start, i}})
		return i
	}
	if f.Tokens[start].Is("to") && i < hi && f.class[i] == verb {
		return start
	}
	if f.class[min(i, hi-1)] == ing {
		i++
	}
	r, ok := f.phraseRight(i, hi, false)
	if !ok {
		return start
	}
	end := r.last
	if end+1 < hi && f.class[end] == verb && f.Tokens[end+1].Is("by", "on", "in") { // "in an interview published by Reuters"
		if o, ok := f.phraseRight(end+2, hi, false); ok {
			r, end = o, o.last
		}
	}
	for end < hi && f.Tokens[end].Is("of", "with", "to") && f.class[end] == prep {
		o, ok := f.phraseRight(end+1, hi, false)
		if !ok {
			break
		}
		r, end = o, o.last
	}
	c.adjuncts = append(c.adjuncts, adjunct{words: tokens{start, end}, object: r})
	return end
}

// skipInsertion passes ", speaking in Oslo," and ", according to X," where a
// "that" or a quotation follows.
func (f *finder) skipInsertion(c *cue, i, hi int) int {
	for e := i + 1; e < hi && e-i < 25; e++ {
		if f.inQuote[e] >= 0 {
			return i
		}
		if f.Tokens[e].Is(",") && e+1 < hi {
			if e > i+1 && (f.Tokens[e+1].Is("that") || f.speech(e+1) >= 0) {
				c.adjuncts = append(c.adjuncts, adjunct{words: tokens{i, e + 1}})
				return e + 1
			}
			return i
		}
	}
	return i
}

// open recognises a content that opens with a sign of its own at token i: "that",
// a question word, "to", a quotation or a colon.
func (f *finder) open(c *cue, i, hi int) bool {
	if i >= hi {
		return false
	}
	set := func(k form, at int) bool {
		c.form, c.content, c.after = k, tokens{at, hi}, i
		return at < hi
	}
	k := f.Tokens[i]
	switch {
	case k.Is(":") && i+1 < hi:
		if f.speech(i+1) >= 0 || f.inQuote[i+1] >= 0 {
			return set(quotation, i+1)
		}
		return set(clause, i+1)
	case k.Is(",", "-") && k.Kind == token.Mark && i+1 < hi && f.speech(i+1) >= 0:
		return set(quotation, i+1)
	case f.inQuote[i] >= 0 && f.quotes[f.inQuote[i]].first == i && (f.speech(i) >= 0 || c.verb.Takes("quote") && !f.closesNoun(i, hi)):
		return set(quotation, i)
	case k.Is("that") && i+1 < hi && (c.verb.Takes("that") || c.verb.Takes("obj")):
		return set(clause, i)
	case k.Is("whether", "if", "what", "how", "why", "when", "where", "who", "which") && k.Kind == token.Word && c.verb.Takes("wh"):
		return set(clause, i)
	case k.Is("to", "not") && c.verb.Takes("to") && f.toVerb(i, hi):
		return set(infinitive, i)
	case f.contentPrep(c, i) && !c.inverted && (!c.verb.Takes("object") || !c.addressee.empty() || c.told):
		return set(noun, i)
	}
	return false
}

// closesNoun reports whether the quotation at token i is a word or two inside a
// longer clause.
func (f *finder) closesNoun(i, hi int) bool {
	q := f.quotes[f.inQuote[i]]
	return q.last < hi && f.class[q.last] != mark
}

func (f *finder) toVerb(i, hi int) bool {
	if f.Tokens[i].Is("not") {
		i++
	}
	for i++; i < hi && (f.class[i] == adverb || isQuoteMark(f.Tokens[i])); i++ {
	}
	return i < hi && (f.class[i] == verb || f.class[i] == aux || f.class[i] == other && i+1 < hi && f.class[i+1] != mark)
}

// bareClause recognises a clause without "that" at token i.
func (f *finder) bareClause(c *cue, i, hi int) bool {
	if !c.verb.Takes("bare") || c.inverted || i >= hi {
		return false
	}
	if !f.clauseAt(i, hi) && !(f.Tokens[i].Is("although", "if", "while", "once", "unless") && i+4 < hi) {
		return false
	}
	c.form, c.content, c.after = clause, tokens{i, hi}, i
	return true
}

// clauseAt reports whether a clause begins at token i: a subject and a finite
// verb.
func (f *finder) clauseAt(i, hi int) bool {
	if f.Tokens[i].Is("there") {
		return true
	}
	if f.inQuote[i] >= 0 && isQuoteMark(f.Tokens[i]) && i+1 < hi {
		i++
	}
	r, ok := f.phraseRight(i, hi, true)
	if !ok {
		return false
	}
	e := r.last
	for e < hi && e-i < longestPhrase+20 {
		switch f.class[e] {
		case verb, aux:
			return true
		case adverb, prep, conj:
			e++
		case mark:
			if f.inQuote[e] < 0 {
				return false
			}
			e++
		case sub:
			return false
		default:
			e++
		}
	}
	return false
}

// nounContent recognises a noun phrase as content: "denied the report".
func (f *finder) nounContent(c *cue, i, hi int) bool {
	if c.verb.Takes("obj") && c.verb.Takes("to") && !c.inverted {
		if r, ok := f.phraseRight(i, hi, true); ok && r.last < hi && f.Tokens[r.last].Is("to", "not") && f.toVerb(r.last, hi) {
			c.form, c.content, c.after, c.addressee = infinitive, tokens{r.last, hi}, i, r
			return true
		}
	}
	if !c.verb.Takes("np") || c.inverted {
		return false
	}
	if _, ok := f.phraseRight(i, hi, false); !ok {
		return false
	}
	c.form, c.content, c.after = noun, tokens{i, hi}, i
	return true
}

// naming recognises "called the deal “a disgrace”": an object, then a predicate
// in quotation marks or with an article.
func (f *finder) naming(c *cue, i, hi int) bool {
	if !c.verb.Takes("naming") {
		return false
	}
	if f.Tokens[i-1].Is("for") && i < hi {
		c.form, c.content, c.after = noun, tokens{i, hi}, i
		return true
	}
	r, ok := f.phraseRight(i, hi, true)
	if i < hi && f.Tokens[i].Is("that") {
		r, ok = tokens{i, i + 1}, true
	}
	if !ok {
		return false
	}
	for j := r.last; j < min(r.last+12, hi); j++ {
		if f.inQuote[j] >= 0 || f.Tokens[j].Is("a", "an") && f.class[j-1] != prep {
			c.form, c.content, c.after = noun, tokens{i, hi}, i
			return true
		}
		switch f.class[j] {
		case prep, other, name, num, det, poss:
			continue
		}
		break
	}
	return false
}
