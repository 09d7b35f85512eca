package agenda

import (
	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// clause is a stretch of a sentence that tells one thing.
type clause struct {
	sentence    int
	first, last int // tokens, half open
	verb        syntax.Group
	act         *lexicon.ActWord // nil if acts.tsv has no row
	actAt       int              // the verb's token
	subject     []int            // mentions
	inherited   bool             // the subject is the clause's before
	item        bool             // a further item of a list that the clause before discusses
}

// clauses cuts a sentence: at finite verbs that a conjunction, a comma or a
// semicolon coordinates with the main verb, at participles of saying after a
// comma, and at the items of a list that was discussed.
func (f *finder) clauses(s int) []clause {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	var out []clause
	for i := first; i < last; i++ {
		g, act, ok := f.head(i, last)
		if !ok {
			continue
		}
		if len(out) == 0 {
			out = append(out, clause{sentence: s, first: f.start(first, g.First), verb: g, act: act, actAt: i, subject: f.subjects(first, g.First)})
			continue
		}
		begin, subject, opens := f.opens(i, g, act, out[len(out)-1])
		if !opens {
			continue
		}
		prev := &out[len(out)-1]
		prev.last = f.trim(prev.first, begin)
		c := clause{sentence: s, first: f.skipJoint(begin, i), verb: g, act: act, actAt: i, subject: subject}
		if len(subject) == 0 {
			c.subject, c.inherited = prev.subject, true
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil
	}
	out[len(out)-1].last = f.trim(out[len(out)-1].first, last)
	return f.items(out)
}

// head reads the verb group whose verb is token i, if it can head a clause: a
// finite verb, or a participle of a verb of acts.tsv.
func (f *finder) head(i, last int) (syntax.Group, *lexicon.ActWord, bool) {
	k := f.Tokens[i]
	if k.Kind != token.Word || f.owner[i] >= 0 && k.Upper || f.quoted[i] {
		return syntax.Group{}, nil, false
	}
	for _, form := range f.Lex.English.VerbForms(k.Fold) {
		g, ok := f.GroupAt(i, form.Lemma)
		if !ok || g.To && !g.BeTo || auxiliary(f.at(i), f.at(i+1)) && f.auxiliaryOf(i, last) {
			continue
		}
		act := f.act(i, form.Lemma, last)
		if g.Finite() && f.clausal(i, g) || act != nil && g.Form&lexicon.Ing != 0 && f.at(g.First-1).Is(",", "while", "both", "sides", "leaders") {
			return g, act, true
		}
	}
	return syntax.Group{}, nil, false
}

func auxiliary(k, next token.Token) bool {
	return k.Is("be", "is", "are", "was", "were", "been", "being", "have", "has", "had", "do", "does", "did", "'s", "'re")
}

// auxiliaryOf reports whether the auxiliary at token i belongs to a verb that
// follows.
func (f *finder) auxiliaryOf(i, last int) bool {
	for j := i + 1; j < min(last, i+6); j++ {
		if f.owner[j] >= 0 {
			return false
		}
		if g, ok := f.GroupAt(j, ""); ok && g.First <= i {
			return true
		}
		if !f.Lex.English.Adverb(f.Tokens[j].Fold) && !auxiliary(f.Tokens[j], token.Token{}) && !f.at(j).Is("not", "n't") {
			return false
		}
	}
	return false
}

// clausal tells a finite verb from a noun or participle of the same form.
func (f *finder) clausal(i int, g syntax.Group) bool {
	if g.First < i {
		return true
	}
	prev := f.at(i - 1)
	if prev.Is("the", "a", "an", "his", "her", "their", "its", "of", "for", "in", "on", "with", "to", "this", "that", "these", "all", "any", "by", "'s", "'", "no", "from", "and", "as") && g.Form&lexicon.Past == 0 {
		return false
	}
	if g.Form&lexicon.Past != 0 && prev.Is("the", "a", "an", "his", "her", "their", "its", "of", "for", "in", "with", "to", "this", "these", "all", "any", "by", "'s", "'", "no", "from", "as") {
		return false
	}
	if g.Form&lexicon.Base != 0 && g.Form&(lexicon.Past|lexicon.Third) == 0 {
		return f.owner[i-1+boolInt(i == 0)] >= 0 || prev.Is("they", "we", "sides", "leaders", "presidents", "ministers")
	}
	return true
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// act is the row of acts.tsv for the verb at token i.
func (f *finder) act(i int, lemma string, last int) *lexicon.ActWord {
	for _, w := range f.Lex.English.Acts(lemma) {
		if !f.follows(i+1, w.Words[1:], last) {
			continue
		}
		if len(w.Objects) == 0 || f.object(i+len(w.Words), w.Objects, last) {
			return w
		}
	}
	return nil
}

// follows reports whether the words follow from token i, over adverbs and, in the
// passive, anything short: "issues … were touched upon".
func (f *finder) follows(i int, words []string, last int) bool {
	for _, w := range words {
		for i < last && f.Tokens[i].Fold != w && f.Lex.English.Adverb(f.Tokens[i].Fold) {
			i++
		}
		if i >= last || f.Tokens[i].Fold != w {
			return false
		}
		i++
	}
	return true
}

// object reports whether one of the words stands within the next few tokens.
func (f *finder) object(i int, words []string, last int) bool {
	for j := i; j < min(last, i+7); j++ {
		for _, w := range words {
			if f.Tokens[j].Fold == w {
				return true
			}
		}
		if f.at(j).Is(",", ";", "that", "to", "for", "about") {
			return false
		}
	}
	return false
}

// opens reports whether the verb group g at token i opens a clause beside prev,
// where it begins, and who its subject is.
func (f *finder) opens(i int, g syntax.Group, act *lexicon.ActWord, prev clause) (begin int, subject []int, ok bool) {
	j := g.First - 1
	for j > prev.actAt && f.Lex.English.Adverb(f.Tokens[j].Fold) && f.owner[j] < 0 {
		j--
	}
	if f.at(j).Is("and", "but", ",", ";", "while", "then", "also") {
		if act == nil || !alike(g, prev.verb) && g.Form&lexicon.Ing == 0 {
			return 0, nil, false
		}
		return f.joint(j), nil, true
	}
	if f.at(j).Is("both", "sides", "leaders") && g.Form&lexicon.Ing != 0 {
		return f.joint(j - 1), nil, true
	}
	m := -1
	if j >= 0 {
		m = f.owner[j]
	}
	if m < 0 && !f.at(j).Is("it", "they", "which", "where", "side", "sides", "leaders", "parties", "presidents", "ministers") {
		return 0, nil, false
	}
	start := j
	if m >= 0 {
		start, _ = f.TokensIn(f.Mentions[m].Span)
	}
	for f.at(start-1).Is("the", "both", "two", "its", "his", "our") {
		start--
	}
	if !f.at(start-1).Is(",", ";", "and", "but", "while", "as") || f.at(start-1).Is("as") && !f.at(start-2).Is(",") {
		return 0, nil, false
	}
	if f.at(start-1).Is("and") && f.complement(prev, start-1) && !(act != nil && alike(g, prev.verb)) {
		return 0, nil, false
	}
	if f.at(start-1).Is(",") && act == nil && !f.at(start).Is("which", "where") {
		return 0, nil, false
	}
	var list []int
	if m >= 0 {
		list = f.subjects(start, g.First)
	}
	return f.joint(start - 1), list, true
}

// complement reports whether the clause before is still inside its "that".
func (f *finder) complement(prev clause, at int) bool {
	for i := prev.actAt; i < at; i++ {
		if f.at(i).Is("that") {
			return true
		}
	}
	return false
}

// alike reports whether two verb groups are of one time.
func alike(a, b syntax.Group) bool {
	return a.Time() == b.Time() || a.Form&lexicon.Past != 0 && b.AuxPast || b.Form&lexicon.Past != 0 && a.AuxPast
}

// joint is the first token of the conjunction and comma that end at token j.
func (f *finder) joint(j int) int {
	for j > 0 && f.at(j-1).Is(",", "and", "but", ";") {
		j--
	}
	return j
}

// skipJoint steps over conjunctions and commas.
func (f *finder) skipJoint(i, end int) int {
	for i < end && f.at(i).Is(",", "and", "but", ";", "while", "as", "well", "then", "-") {
		i++
	}
	return i
}

// start is where the first clause of a sentence begins: after an introduction
// that only names the contact ("During the conversation,").
func (f *finder) start(first, verb int) int {
	if !f.at(first).Is("during", "in", "at", "on", "as", "finally", "for", "following", "also", "separately", "additionally") {
		return first
	}
	for i := first; i < min(verb, first+10); i++ {
		if f.Tokens[i].Is(",") && i+1 < verb {
			return i + 1
		}
	}
	return first
}

// trim is the end of a clause without the marks and conjunctions that end it.
func (f *finder) trim(first, last int) int {
	for last-1 > first && (f.Tokens[last-1].Kind == token.Mark && !f.Tokens[last-1].Is(")", "%") && !f.Tokens[last-1].Quote() || f.at(last-1).Is("and", "but", "while")) {
		last--
	}
	return last
}

// at is token i, or an empty one outside the text.
func (f *finder) at(i int) token.Token {
	if i < 0 || i >= len(f.Tokens) {
		return token.Token{}
	}
	return f.Tokens[i]
}

// items cuts the list of what was discussed into one clause an item, where each
// item has a topic of its own.
func (f *finder) items(list []clause) []clause {
	var out []clause
	for _, c := range list {
		if c.act == nil || c.act.Act != readout.Discussed {
			out = append(out, c)
			continue
		}
		if c.verb.Passive {
			out = append(out, f.cutItems(c, c.first, c.verb.First)...)
		} else {
			out = append(out, f.cutItems(c, c.actAt+1, c.last)...)
		}
	}
	return out
}

// cutItems cuts the token range [from, to) of a clause at commas and "as well as".
func (f *finder) cutItems(c clause, from, to int) []clause {
	var cuts []int
	depth := 0
	for i := from; i < to; i++ {
		switch {
		case f.at(i).Is("that", "whether", "which", "where", "including", "how"):
			depth++
		case depth == 0 && f.at(i).Is(",") && i+1 < to && f.nominal(i+1, to), depth == 0 && f.at(i).Is("as") && f.at(i+1).Is("well") && f.at(i+2).Is("as"):
			cuts = append(cuts, i)
		}
	}
	if len(cuts) == 0 {
		return []clause{c}
	}
	var out []clause
	begin := c.first
	for _, cut := range append(cuts, c.last) {
		part := c
		part.first, part.last, part.item = begin, f.trim(begin, cut), len(out) > 0
		begin = f.skipItem(cut, c.last)
		if part.first < part.last {
			out = append(out, part)
		}
		if cut == c.last {
			break
		}
	}
	return out
}

// skipItem steps over what joins two items.
func (f *finder) skipItem(i, end int) int {
	for i < end && f.at(i).Is(",", "and", "as", "well") {
		i++
	}
	return i
}

// nominal reports whether a noun phrase of some length begins at token i: an item
// of a list, no relative clause or participle.
func (f *finder) nominal(i, to int) bool {
	for f.at(i).Is("and", "as", "well", ",") {
		i++
	}
	k := f.at(i)
	if k.Is("which", "who", "where", "including", "in", "with", "particularly", "especially", "on", "at", "notably", "from", "among", "for", "but") {
		return false
	}
	if g, ok := f.GroupAt(i, ""); ok && g.Form&(lexicon.Ing|lexicon.Past) != 0 && !k.Upper {
		return g.Form&lexicon.Ing != 0 && g.Form&lexicon.Past == 0 && f.at(i-1).Is("and")
	}
	return to-i >= 2
}
