package statement

import (
	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// cue is a reporting verb in its clause.
type cue struct {
	verb      *lexicon.ReportingVerb
	group     syntax.Group
	words     tokens // the verb group, with a negating governor ("declined to say")
	words2    tokens // its second part: "as saying"
	carrier   tokens // who quotes: "CNN quotes X as saying"
	subject   tokens // empty if the cue has none of its own
	inverted  bool   // the subject stands after the verb
	inherits  bool   // a participle or second verb: the subject is that of the clause before
	negated   bool
	form      form
	content   tokens // the complement, where form says there is one
	addressee tokens
	told      bool      // an object stands before the content
	adjuncts  []adjunct // phrases between verb and complement
	after     int       // first token after the verb, its subject if inverted, and its adjuncts
	start     int       // first token of subject and verb
}

// form is what follows a cue.
type form uint8

const (
	nothing    form = iota // the content stands before
	clause                 // a clause, with or without "that"
	quotation              // a quotation, after comma or colon or directly
	infinitive             // "to" and a verb
	noun                   // a noun phrase or a prepositional one
)

// adjunct is a prepositional or other phrase beside a cue.
type adjunct struct{ words, object tokens }

// findCues finds the cues of a unit, in order.
func (f *finder) findCues(u tokens) []*cue {
	var out []*cue
	for i := u.first; i < u.last; i++ {
		had := f.class[i] == aux && f.spells(i+1, []string{"it", "that"})
		if f.speech(i) >= 0 || f.class[i] != verb && f.class[i] != ing && !had {
			continue
		}
		r := f.reporting(i)
		if _, have := f.Lex.English.IsForm(f.Tokens[i].Fold, "have"); had && have {
			out = f.hasIt(out, i, u)
			continue
		}
		if r == nil {
			continue
		}
		if c := f.cueAt(i, r, u); c != nil {
			if n := len(out); n > 0 && out[n-1].words.first == c.words.first {
				out = out[:n-1] // "declined" in "declined to say"
			}
			out = append(out, c)
			i = max(i, c.words.last-1, c.words2.last-1)
		}
	}
	return out
}

// hasIt adds the cue of "Reuters has it that".
func (f *finder) hasIt(out []*cue, i int, u tokens) []*cue {
	r, ok := f.leftSubject(i, u.first)
	if !ok || i+3 >= u.last {
		return out
	}
	return append(out, &cue{verb: f.Lex.Reporting.Verb("report"), group: syntax.Group{First: i, Main: i, Governor: -1}, words: tokens{i, i + 2},
		subject: r, start: r.first, after: i + 2, form: clause, content: tokens{i + 2, u.last}})
}

// cueAt reads the clause of the reporting verb at token i; nil if it reports
// nothing.
func (f *finder) cueAt(i int, r *lexicon.ReportingVerb, u tokens) *cue {
	g, ok := f.GroupAt(i, r.Lemma)
	if !ok || g.First < u.first {
		return nil
	}
	if g.Modal != "" && f.class[g.First] == name { // a person called May at the head of a sentence
		g.Modal, g.First = "", g.Main
	}
	c := &cue{verb: r, group: g, words: tokens{g.First, i + 1}, negated: r.Negated || g.Negated}
	if !f.governed(c, u) || !f.asserted(c, u) {
		return nil
	}
	if r.Lemma == "quote" || r.Lemma == "cite" {
		if q := f.quoting(c, u); q != nil || c.group.Passive || f.class[i] == ing || i > u.first && f.Tokens[i-1].Is("which") {
			return q
		}
		c = &cue{verb: r, group: g, words: tokens{g.First, i + 1}, negated: g.Negated} // "cited the report"
	}
	if c.group.Passive && !c.group.Progressive {
		return f.passive(c, u)
	}
	if !f.findSubject(c, u) {
		return nil
	}
	f.complement(c, u.last)
	f.splits(c, u)
	if !f.plausible(c, u) {
		return nil
	}
	return c
}

// raising are verbs whose infinitive is what the subject does: "went on to say".
var raising = map[string]bool{"go": true, "continue": true, "appear": true, "seem": true, "begin": true, "proceed": true, "come": true, "start": true,
	"suppose": true, "report": true, "understand": true, "rumour": true, "allege": true}

// governed moves a cue's group to what governs an infinitive: "declined to say",
// "seemed to suggest". It reports whether the infinitive is a cue at all.
func (f *finder) governed(c *cue, u tokens) bool {
	g := c.group
	if !g.To {
		return true
	}
	if g.BeTo || g.Going || g.Governor < u.first || g.Governor < 0 {
		return false
	}
	at := g.Governor
	if f.Tokens[at].Is("on") && at > u.first {
		at--
	}
	for _, v := range f.Lex.English.VerbForms(f.Tokens[at].Fold) {
		r := f.Lex.Reporting.Verb(v.Lemma)
		if r != nil && !r.Negated && !f.Tokens[at-b2i(at > u.first)].Is("is", "are", "was", "were", "reportedly") && f.class[at] != aux && !raising[v.Lemma] {
			continue
		}
		withholds := r != nil && r.Negated && r.Takes("to")
		if !withholds && !raising[v.Lemma] {
			continue
		}
		outer, ok := f.GroupAt(at, v.Lemma)
		if !ok || outer.To || outer.First < u.first {
			return false
		}
		c.negated = c.negated || withholds != outer.Negated
		c.words.first = outer.First
		c.group.First = outer.First
		c.group.To, c.group.Passive = false, false
		return true
	}
	return false
}

// asserted reports whether the saying is told as a fact: no question, no "might
// say", no imperative.
func (f *finder) asserted(c *cue, u tokens) bool {
	switch c.group.Modal {
	case "may", "might", "can", "could", "should", "must", "shall":
		return c.group.Negated && c.group.Modal != "may" && c.group.Modal != "might"
	}
	last := u.last - 1
	return !f.Tokens[last].Is("?") || f.inQuote[last] >= 0 || f.hasQuote(u)
}

func (f *finder) hasQuote(u tokens) bool {
	for i := u.first; i < u.last; i++ {
		if f.speech(i) >= 0 {
			return true
		}
	}
	return false
}

// afterDate steps over a date between a verb and the subject behind it: ", said on
// Friday the spokesman".
func (f *finder) afterDate(i, last int) int {
	j := i
	if j+1 < last && f.Tokens[j].Is("on") && f.date[j+1] >= 0 {
		j++
	}
	for j < last && f.date[j] >= 0 {
		j++
	}
	if j < last && f.Tokens[j].Is("the") {
		return j
	}
	return i
}

// findSubject finds the subject before the verb, after it, or leaves it to be
// inherited.
func (f *finder) findSubject(c *cue, u tokens) bool {
	c.after = c.words.last
	c.start = c.words.first
	participle := f.class[c.group.Main] == ing && c.group.First == c.group.Main
	if participle {
		before := c.start - 1
		c.inherits = before >= u.first && (f.Tokens[before].Is(",", "-", "and", "while", `"`) || f.class[before] == adverb || f.date[before] >= 0 || f.class[before] == other || f.class[before] == name)
		return c.inherits
	}
	if f.afterContent(c, u) {
		if r, ok := f.phraseRight(f.afterDate(c.after, u.last), u.last, true); ok && !f.temporal(r) {
			r = f.withApposition(r, u.last)
			c.subject, c.inverted, c.after = r, true, r.last
			return true
		}
	}
	if r, ok := f.leftSubject(c.start, u.first); ok && !f.temporal(r) {
		if c.verb.Kind == readout.Said && f.Tokens[r.first].Is("i", "you") && r.len() == 1 {
			return false // the writer and the reader are no speakers
		}
		c.subject, c.start = r, r.first
		c.negated = c.negated || f.Tokens[r.first].Is("neither", "nobody", "none", "no")
		return true
	}
	if j := f.skipLeft(c.start-1, u.first); j >= u.first && f.class[j] == conj {
		c.inherits = true
		return true
	}
	return false
}

// afterContent reports whether the verb follows the end of a quotation or a
// clause and a comma, so that its subject may stand after it.
func (f *finder) afterContent(c *cue, u tokens) bool {
	j := f.skipLeft(c.start-1, u.first)
	if j < u.first || c.group.First < c.group.Main && !c.group.Perfect {
		return false
	}
	if isQuoteMark(f.Tokens[j]) && f.inQuote[j] >= 0 {
		return true
	}
	if !f.Tokens[j].Is(",", "-") || j-u.first < 1 {
		return false
	}
	if f.inQuote[j-1] >= 0 && isQuoteMark(f.Tokens[j-1]) {
		return true
	}
	if _, left := f.leftSubject(c.start, u.first); left {
		return false
	}
	if f.has(tokens{u.first, j}, verb) || f.has(tokens{u.first, j}, aux) {
		return true
	}
	r, ok := f.phraseRight(c.after, u.last, true) // "Haas, says Reuters, has left"
	return ok && r.last < u.last && f.Tokens[r.last].Is(",")
}

// splits makes a cue between two quotations one that follows its content: the
// second goes on with the first.
func (f *finder) splits(c *cue, u tokens) {
	j := c.start - 1
	if c.form != quotation || j <= u.first || c.after >= u.last || !isQuoteMark(f.Tokens[j]) || f.speech(j) < 0 {
		return
	}
	if f.Tokens[c.after].Is(",", "-") || c.inverted && f.Tokens[c.after-1].Is(",") {
		c.form = nothing
	}
}

// plausible drops verbs that take no such complement, and calls by telephone.
func (f *finder) plausible(c *cue, u tokens) bool {
	switch c.form {
	case nothing:
		if c.inherits && !c.inverted {
			return false
		}
		if !c.inverted && c.after < u.last && f.objectAt(c.after) {
			return false // "Lind allowed her staff to leave"
		}
		return c.verb.Takes("that") || c.verb.Takes("quote") || c.negated
	case clause, infinitive, noun:
		return true
	}
	return c.verb.Takes("quote") || c.verb.Takes("that") || len(c.verb.Preps) > 0 || c.verb.Takes("np")
}

// objectAt reports whether token i can open an object.
func (f *finder) objectAt(i int) bool {
	switch f.class[i] {
	case det, other, name, pron, objpron, num:
		return f.date[i] < 0
	}
	return false
}

// passive reads "was quoted by X as saying", "was told by X that"; other passives
// have no speaker and are not cues.
func (f *finder) passive(c *cue, u tokens) *cue {
	i := c.words.last
	if i < u.last && f.Tokens[i].Kind == token.Word && f.Tokens[i].Is("by") {
		r, ok := f.phraseRight(i+1, u.last, true)
		if !ok {
			return nil
		}
		c.subject, c.after, c.start = r, r.last, c.words.first
		c.inverted = true
		if s, ok := f.leftSubject(c.words.first, u.first); ok && c.verb.Takes("obj") {
			c.addressee, c.start = s, s.first
		}
		f.complement(c, u.last)
		if c.form == nothing || c.form == noun {
			return nil
		}
		return c
	}
	return nil
}

// quoting reads the verbs of quoting: "CNN quotes X as saying C", "X was quoted by
// CNN as saying C". The one quoted is the subject; the one who quotes carries.
func (f *finder) quoting(c *cue, u tokens) *cue {
	c.after, c.start = c.words.last, c.words.first
	left, found := f.leftSubject(c.start, u.first)
	if found && !f.temporal(left) {
		c.start = left.first
	}
	if c.group.Passive {
		c.subject = left
		f.byPhrase(c, u)
	} else {
		r, ok := f.phraseRight(c.after, u.last, true)
		if c.after < u.last && f.class[c.after] == ing { // "quotes visiting Prime Minister X"
			r, ok = f.phraseRight(c.after+1, u.last, true)
		}
		if !ok || f.inQuote[c.after] >= 0 || !f.sourceLike(r) {
			return nil
		}
		c.carrier = left
		c.subject, c.after = r, r.last
	}
	i := c.after
	if !c.group.Passive && f.open(c, i, u.last) && c.form == quotation {
		return c // "Reuters quotes Haas: “…”"
	}
	if i < u.last && f.Tokens[i].Is("as") {
		i++
	}
	if c.subject.empty() || i >= u.last || f.class[i] != ing {
		return nil
	}
	c.words2 = tokens{c.after, i + 1}
	c.after = i + 1
	if r := f.reporting(i); r != nil {
		c.verb = r
	}
	if c.group.Passive && c.carrier.empty() {
		f.byPhrase(c, u)
	}
	f.complement(c, u.last)
	if c.form == nothing || c.form == noun {
		f.afterColon(c, u.last)
	}
	return c
}

// byPhrase reads "by CNN" after a passive verb of quoting.
func (f *finder) byPhrase(c *cue, u tokens) {
	if i := c.after; i < u.last && f.Tokens[i].Is("by") {
		if r, ok := f.phraseRight(i+1, u.last, false); ok {
			c.carrier, c.after = r, r.last
		}
	}
}

// afterColon takes what follows the next colon as the content.
func (f *finder) afterColon(c *cue, hi int) {
	for i := c.after; i+1 < hi; i++ {
		if f.Tokens[i].Is(":") {
			c.form, c.content = clause, tokens{i + 1, hi}
			if f.inQuote[i+1] >= 0 {
				c.form = quotation
			}
			return
		}
	}
}
