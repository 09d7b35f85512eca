package statement

import (
	"slices"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// contents gives each cue and phrase of a unit its content. Cues without one are
// dropped.
func (f *finder) contents(u tokens, cues []*cue) []*draft {
	phrases := f.findPhrases(u)
	stops := f.stops(u, cues, phrases)
	var out []*draft
	lo := u.first
	for _, c := range cues {
		d := f.fromCue(u, c, out)
		if d == nil {
			continue
		}
		if c.form == nothing {
			d.aside = true
			d.content = f.around(u, c, lo, stops)
		} else if r := f.trim(tokens{c.content.first, f.contentEnd(c, u, stops)}); !r.empty() {
			d.content = []tokens{r}
		}
		if len(d.content) == 0 {
			continue
		}
		if d.aside {
			lo = c.after
		}
		out = append(out, d)
	}
	out = append(out, f.cueNouns(u, stops)...)
	return f.attachPhrases(u, out, cues, phrases, stops)
}

// fromCue makes the draft of a cue, its source found or inherited from the
// drafts before it; nil if nobody can be its source.
func (f *finder) fromCue(u tokens, c *cue, before []*draft) *draft {
	d := &draft{form: c.form, kind: c.verb.Kind, negated: c.negated, cue: []tokens{c.words}, source: c.subject, addressee: c.addressee, unit: u, said: -1}
	if !c.words2.empty() {
		d.cue = append(d.cue, c.words2)
	}
	if c.inherits {
		d.source = f.inherited(u, c, before)
		if d.source.empty() {
			return nil
		}
	}
	d.speaker, d.medium = f.speakerOf(d.source), f.isMedium(d.source)
	if d.speaker == "" && d.source.len() == 1 {
		d.speaker = f.antecedent(u, d.source.first, before)
	}
	if !c.carrier.empty() {
		d.via = f.appendLink(d.via, c.carrier)
	}
	f.mediaOf(d, c)
	if r, ok := f.outletIn(c.addressee); ok {
		d.via = f.appendLink(d.via, r)
		d.addressee = tokens{}
	}
	d.said = f.saidOn(u, c)
	return d
}

// inherited is the source of a participle or second verb: that of the statement
// before it in the unit, or the subject of the unit's first verb.
func (f *finder) inherited(u tokens, c *cue, before []*draft) tokens {
	for _, d := range slices.Backward(before) {
		if !d.source.empty() {
			return d.source
		}
	}
	for i := u.first; i < c.words.first; i++ {
		if (f.class[i] == verb || f.class[i] == aux) && f.inQuote[i] < 0 {
			if r, ok := f.leftSubject(i, u.first); ok {
				return r
			}
			return tokens{}
		}
	}
	return tokens{}
}

// saidOn is the date that stands with a cue: among its adjuncts, between subject
// and verb, right after it, or at the head of its sentence.
func (f *finder) saidOn(u tokens, c *cue) int {
	for _, a := range c.adjuncts {
		for i := a.words.first; i < a.words.last; i++ {
			if f.dayAt(i) {
				return f.date[i]
			}
		}
	}
	end := c.words.last
	if c.inverted || c.form == nothing {
		end = min(c.after+4, u.last)
	}
	for i := c.start; i < end; i++ {
		if f.inQuote[i] < 0 && f.dayAt(i) {
			return f.date[i]
		}
	}
	if j := c.start - 1; c.form != nothing && j > u.first {
		if f.Tokens[j].Is(",") {
			j--
		}
		if f.dayAt(j) && (f.dayAt(u.first) || f.dayAt(u.first+1)) {
			return f.date[j]
		}
	}
	return -1
}

func (f *finder) dayAt(i int) bool {
	if i < 0 || i >= len(f.date) || f.date[i] < 0 {
		return false
	}
	t := f.Dates[f.date[i]].Timex3.Type
	return f.Dates[f.date[i]].EDTF != "" && (t == "DATE" || t == "TIME")
}

// stops marks the tokens at which another attribution of the unit begins, so
// that a content to the left of it ends there.
func (f *finder) stops(u tokens, cues []*cue, phrases []phrase) map[int]bool {
	out := map[int]bool{}
	for n, c := range cues {
		at := c.start
		before := at - 1
		if before < u.first {
			continue
		}
		k := f.Tokens[before]
		switch {
		case c.form == nothing:
			if k.Is(",", `"`) || f.dash(before) || c.inverted {
				out[at] = true
			}
		case c.inherits && n > 0:
			if k.Is(",", `"`) || f.dash(before) || f.class[before] == conj {
				out[at] = true
			}
		case f.class[before] == conj && c.verb.Kind == readout.Said, k.Is("while") && c.form != noun:
			out[at] = true
		}
	}
	for _, p := range phrases {
		out[p.words.first] = true
	}
	return out
}

// contentEnd is where the content that begins right of a cue ends.
func (f *finder) contentEnd(c *cue, u tokens, stops map[int]bool) int {
	i := c.content.first
	if c.form == noun {
		for j := i; j+1 < u.last && j < i+longestPhrase && f.inQuote[j] < 0; j++ {
			if f.Tokens[j].Is("as") && f.contentPrep(c, j) && f.inQuote[j+1] >= 0 { // "described it as “useful”"
				c.content.first = j + 1
				i = j + 1
			}
		}
		if at := f.colonQuote(i, u.last); at > 0 {
			c.content.first, c.form, i = at, quotation, at
		}
	}
	if c.form == quotation {
		if e := f.wholeQuotes(i, u.last); e > 0 {
			return e
		}
	}
	end := f.clauseEnd(i, u.last, stops)
	if c.form == noun {
		for j := i + 1; j+1 < end; j++ {
			if f.class[j] == conj && f.class[j+1] == verb && f.inQuote[j] < 0 && f.class[j-1] != verb {
				return j // "welcomed the ceasefire and thanked the mediators"
			}
		}
	}
	return end
}

// wholeQuotes gives the end of the run of quotations that begins at token i, if
// the first is a sentence of its own; 0 if the sentence runs on round it.
func (f *finder) wholeQuotes(i, hi int) int {
	n := f.inQuote[i]
	if n < 0 || f.quotes[n].first != i {
		return 0
	}
	q := f.quotes[n]
	last := f.inner(q).last
	ended := f.Tokens[last-1].Is(".", "!", "?", ",", "…") || q.last >= hi || f.class[q.last] == mark
	if !ended {
		return 0
	}
	e := min(q.last, hi)
	for e < hi && f.inQuote[e] >= 0 && f.quotes[f.inQuote[e]].first == e {
		e = min(f.quotes[f.inQuote[e]].last, hi)
	}
	return e
}

// clauseEnd walks from token i to the end of the clause: a stop, a semicolon, or
// a concession after a comma.
func (f *finder) clauseEnd(i, hi int, stops map[int]bool) int {
	for j := i + 1; j < hi; j++ {
		if stops[j] {
			return j
		}
		if n := f.inQuote[j-1]; n >= 0 && f.quotes[n].last == j && j-2 >= i && f.Tokens[j-2].Is(",") && f.clauseAt(j, hi) {
			return j
		}
		if f.inQuote[j] >= 0 || f.class[j] != mark {
			continue
		}
		if f.Tokens[j].Is(":") && j+1 < hi && f.speech(j+1) >= 0 {
			return j
		}
		if f.Tokens[j].Is(";") && !(j+1 < hi && f.Tokens[j+1].Is("that")) {
			return j
		}
		if f.Tokens[j].Is(",") && j+2 < hi && f.Tokens[j+1].Is("and", "but") && f.pastVerb(j+2) {
			return j // ", and gave as his reason"
		}
		if f.Tokens[j].Is(",") && j+1 < hi && f.Tokens[j+1].Is("although", "though", "while", "whereas", "then") {
			return j
		}
		if f.Tokens[j].Is(".") && j+1 < hi && f.SentenceOf(j) != f.SentenceOf(j+1) {
			return j
		}
	}
	return hi
}

// pastVerb reports whether token i is a verb that is past and nothing else.
func (f *finder) pastVerb(i int) bool {
	if f.class[i] != verb {
		return false
	}
	for _, v := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
		if v.Form&lexicon.Past == 0 || v.Form&lexicon.Base != 0 {
			return false
		}
	}
	return true
}

// trim takes marks and conjunctions off the ends of a content; closing quotation
// marks stay with what they close.
func (f *finder) trim(r tokens) tokens {
	for r.first < r.last && f.class[r.first] == mark && f.inQuote[r.first] < 0 && !f.Tokens[r.first].Is("$", "€", "£", "[", "(") {
		r.first++
	}
	for r.first < r.last {
		k := r.last - 1
		if f.class[k] == mark && f.inQuote[k] < 0 && !f.Tokens[k].Is("%", ")", "]", "$") || f.class[k] == conj && f.inQuote[k] < 0 || f.Tokens[k].Is("while") {
			r.last--
			continue
		}
		if f.class[k] == adverb && k > r.first && f.Tokens[k-1].Is(",", "and", "but") {
			r.last--
			continue
		}
		break
	}
	return r
}

// around is the content of a cue that stands after or inside it: the words
// before it from lo on, and what goes on after it.
func (f *finder) around(u tokens, c *cue, lo int, stops map[int]bool) []tokens {
	left := f.trim(tokens{lo, c.start})
	if r := f.asClause(u, c, stops); !r.empty() {
		return []tokens{r}
	}
	if left.empty() || !c.inverted && !f.parted(c, u) {
		return nil
	}
	if !f.speaks(left) && f.shortLead(left) {
		return f.split(u, c, left, stops)
	}
	out := []tokens{left}
	i := c.after
	if c.inverted && f.Tokens[i-1].Is(",") { // the comma that closes an apposition
		i--
	}
	if i >= u.last || !f.Tokens[i].Is(",", ":", "-", ".") || f.Tokens[i].Kind != token.Mark {
		return out
	}
	i++
	if i >= u.last {
		return out
	}
	if f.speech(i) >= 0 {
		if e := f.wholeQuotes(i, u.last); e > 0 {
			return append(out, f.trim(tokens{i, e}))
		}
	}
	if f.speaks(left) && f.inQuote[i] < 0 || !f.Tokens[i-1].Is(",") || !f.goesOn(i) {
		return out
	}
	if r := f.trim(tokens{i, f.clauseEnd(i, u.last, stops)}); !r.empty() && !stops[i] {
		out = append(out, r)
	}
	return out
}

// asClause is the content of "as Haas told Reuters, C" at the head of a unit.
func (f *finder) asClause(u tokens, c *cue, stops map[int]bool) tokens {
	i := c.start - 1
	if c.inverted || i < u.first || i > u.first+1 || !f.Tokens[i].Is("as") || c.after+1 >= u.last || !f.Tokens[c.after].Is(",") {
		return tokens{}
	}
	return f.trim(tokens{c.after + 1, f.clauseEnd(c.after+1, u.last, stops)})
}

// split is the content of a cue between subject and verb ("Haas, says Reuters, has
// left"), or between an adjunct and its clause ("In May, aides say, she left").
func (f *finder) split(u tokens, c *cue, left tokens, stops map[int]bool) []tokens {
	i := c.after + 1
	if i >= u.last || !f.Tokens[c.after].Is(",") || f.class[i] != verb && f.class[i] != aux && !f.clauseAt(i, u.last) {
		return nil
	}
	return []tokens{left, f.trim(tokens{i, f.clauseEnd(i, u.last, stops)})}
}

// colonQuote finds a colon and a quotation after it in the rest of a clause.
func (f *finder) colonQuote(i, hi int) int {
	for ; i+1 < hi && f.inQuote[i] < 0; i++ {
		if f.Tokens[i].Is(":") && f.speech(i+1) >= 0 {
			return i + 1
		}
	}
	return 0
}

// parted reports whether a mark parts a cue that follows its content from it.
func (f *finder) parted(c *cue, u tokens) bool {
	j := f.skipLeft(c.start-1, u.first)
	if j >= u.first && f.Tokens[j].Is("so", "thus") {
		j--
	}
	return j >= u.first && f.class[j] == mark && (f.Tokens[j].Is(",", "-", "?", "!") || f.inQuote[j] >= 0 || f.Tokens[j].Is(`"`))
}

// speaks reports whether a quotation ends the words r.
func (f *finder) speaks(r tokens) bool { return f.speech(r.last-1) >= 0 }

// shortLead reports whether words before a comma are an adjunct and no clause.
func (f *finder) shortLead(r tokens) bool {
	if f.has(r, verb) || f.has(r, aux) {
		return false
	}
	switch f.class[r.first] {
	case det, other, name, num:
		return r.len() < 4 || f.date[r.last-1] >= 0 && f.date[r.first] >= 0
	}
	return true
}

// goesOn reports whether a clause that a cue interrupted goes on at token i.
func (f *finder) goesOn(i int) bool {
	switch f.class[i] {
	case det, other, name, pron, prep, verb, aux, num, objpron:
		return !f.Tokens[i].Is("who", "which")
	case sub:
		return !f.Tokens[i].Is("although", "though", "while", "where", "whose")
	}
	return false
}

// dash reports whether token i is a dash, not a hyphen inside a word.
func (f *finder) dash(i int) bool {
	k := f.Tokens[i]
	return k.Kind == token.Mark && (k.Is("―") || k.Is("-") && (k.Space || f.Raw[k.Start:k.End] != "-"))
}
