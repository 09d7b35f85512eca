package agenda

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// clause is a stretch of a sentence that tells one thing.
type clause struct {
	sentence    int
	front       int // where its words begin, with an introduction that is no part of the point
	first, last int // tokens, half open
	head
	subject   []int // mentions
	subjectAt int   // where the words of the subject begin
	inherited bool  // the subject is the clause's before
	reported  bool  // the complement of somebody's saying
	bare      bool  // a short post's verb without any subject
	that      bool  // a further complement of the verb before ("and that …", ", and to …")
	item      bool  // a further item of a list
}

// clauses cuts a sentence: at finite verbs that a conjunction, a comma or a
// semicolon coordinates with the main verb, at participles of saying, and at the
// items of a list that was discussed.
func (f *finder) clauses(s int) []clause {
	first, last := f.afterCleft(f.begin(s)), f.Sentences[s].Last
	main := f.afterIntroduction(first, last)
	var out []clause
	skipped := -1
	for i := main; i < last; i++ {
		h, ok := f.head(i, last)
		if !ok {
			continue
		}
		if len(out) == 0 {
			if at := f.relative(h.verb.First, first); at < 0 || at == skipped {
				out = append(out, f.opening(s, first, h))
			} else {
				skipped = at // the next verb is that of the main clause
			}
			continue
		}
		prev := &out[len(out)-1]
		if h.forecast && h.verb.Governor == prev.at || h.forecast && h.verb.Governor >= 0 && h.verb.First-prev.at < nearby && prev.act == nil {
			prev.head = h
			continue
		}
		if c, begin, ok := f.furtherThat(h, prev); ok {
			prev.last = f.trim(prev.first, begin)
			out = append(out, c)
			continue
		}
		if c, begin, ok := f.opens(h, prev, last); ok {
			prev.last = f.trim(prev.first, begin)
			c.sentence = s
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return nil
	}
	out[len(out)-1].last = f.trim(out[len(out)-1].first, last)
	f.lendSubject(out)
	return f.items(out)
}

// whole makes one clause of a sentence of an official account in which no verb was
// read: its verb is one that verbs.tsv does not know. Headings and the sentences that
// tell of a contact are none.
func (f *finder) whole(s int, a account) []clause {
	first, last := f.begin(s), f.Sentences[s].Last
	if len(f.byReport[s]) > 0 || f.SentenceSpan(s).End < a.report.From.First().Start && a.report.In == readout.InText || !f.Tokens[last-1].Is(".") || f.content(first, last) < 7 {
		return nil
	}
	c := clause{sentence: s, front: first, first: first, last: f.trim(first, last), subjectAt: first}
	for i := first; i < min(last, first+fronted); i++ {
		if f.Tokens[i].Is(",") {
			if f.introduces(first, i) {
				c.first, c.subjectAt = i+1, i+1
			}
			break
		}
	}
	c.at, c.verb.First, c.verb.Main = c.last-1, c.last-1, c.last-1
	return []clause{c}
}

// relative is the pronoun of the relative clause inside the subject that the verb group
// at token i stands in ("The talks, which began in May, were noted"); -1 if it stands
// in none.
func (f *finder) relative(i, first int) int {
	for j := i - 1; j > max(first, i-fronted); j-- {
		if f.at(j).Is("which", "who", "whom", "whose", "where", "that") {
			return j
		}
		if f.at(j).Is(",", ";") {
			return -1
		}
	}
	return -1
}

// opening makes the first clause of a sentence.
func (f *finder) opening(s, first int, h head) clause {
	c := clause{sentence: s, front: first, first: f.start(first, h), head: h}
	c.subjectAt = c.first
	c.subject = f.subjects(c.first, h.verb.First)
	c.bare = c.first >= h.verb.First && !h.ing() && !h.verb.Passive
	return c
}

// lendSubject gives a participle that opens the sentence the subject of the clause
// that follows ("Noting the delay, the ministers agreed …").
func (f *finder) lendSubject(list []clause) {
	if len(list) > 1 && list[0].ing() && len(list[0].subject) == 0 {
		list[0].subject, list[0].inherited = list[1].subject, true
	}
}

// opens reports whether a head opens a clause beside prev; begin is the token where
// prev ends.
func (f *finder) opens(h head, prev *clause, last int) (c clause, begin int, ok bool) {
	c = clause{head: h}
	j := f.before(h.verb.First, prev.at+1)
	switch {
	case j <= prev.at:
		return c, 0, false
	case f.at(j).Is("which") && f.at(j-1).Is(","):
		return c, 0, false
	case f.at(j).Is("and", "but", ",", ";", "while", "then"):
		if !f.coordinate(h, prev, j, last) {
			return c, 0, false
		}
		begin = f.joint(j)
		c.first = f.skipJoint(begin, h.at)
		c.subject, c.subjectAt, c.inherited, c.bare = prev.subject, prev.subjectAt, true, prev.bare
		c.front = c.first
		return c, begin, true
	case h.ing():
		with := f.withSubject(h.at, prev.at+1)
		if with < 0 && !f.at(j).Is("both", "sides", "leaders", "parties") {
			return c, 0, false
		}
		begin = with
		if with < 0 {
			begin = j
		}
		c.first, c.front, c.subjectAt = begin, begin, begin
		c.subject = f.subjects(begin+1, h.verb.First)
		return c, f.joint(begin - 1), true
	}
	return f.opensWithSubject(h, prev, last)
}

// furtherThat reports whether the head is the verb of a second complement of prev's
// verb: "agreed that the border opens in June and that trade resumes".
func (f *finder) furtherThat(h head, prev *clause) (c clause, begin int, ok bool) {
	if prev.act == nil || h.verb.To {
		return c, 0, false
	}
	for j := h.verb.First - 1; j > max(prev.at, h.verb.First-reach/2); j-- {
		if f.at(j).Is("which", "who", "where", "when", "if") {
			return c, 0, false
		}
		if !f.at(j).Is("that") {
			continue
		}
		if !f.at(j-1).Is("and") || !f.complement(prev, j) && !slices.Contains(sayings, prev.verb.Lemma) {
			return c, 0, false
		}
		c = *prev
		c.first, c.front, c.inherited, c.that = j+1, j+1, true, true
		return c, f.joint(j - 1), true
	}
	return c, 0, false
}

// coordinate reports whether a head after the joint at token j goes on with the
// subject of prev: it has an act, and its form is like that of prev's verb.
func (f *finder) coordinate(h head, prev *clause, j, last int) bool {
	if h.ing() {
		return h.act != nil && (f.at(j).Is(",", "while") || prev.ing())
	}
	if prev.ing() && !h.sure && h.verb.Time() != syntax.PastTime || h.act == nil && !f.at(j).Is(";") {
		return false
	}
	if f.at(j).Is(",") && !f.seriesAhead(h, last) {
		return false
	}
	return prev.ing() || alike(h.verb, prev.verb)
}

// seriesAhead reports whether the last member of a series of verbs follows: "praised
// the plan, thanked the President, and invited him". A bare comma coordinates
// only in such a series.
func (f *finder) seriesAhead(h head, last int) bool {
	for i := h.at + 1; i < min(last, h.at+2*reach); i++ {
		if !f.at(i).Is("and") {
			continue
		}
		j := i + 1
		for j < last && f.Lex.English.Adverb(f.Tokens[j].Fold) {
			j++
		}
		if j >= last {
			return false
		}
		if next, ok := f.head(j, last); ok && next.act != nil && alike(next.verb, h.verb) {
			return true
		}
	}
	return false
}

// opensWithSubject reports whether a head with a subject of its own, after a comma,
// semicolon or conjunction, opens a clause beside prev.
func (f *finder) opensWithSubject(h head, prev *clause, last int) (c clause, begin int, ok bool) {
	c = clause{head: h}
	start := f.subjectStart(h.verb.First, prev.at+1)
	if start < 0 {
		return c, 0, false
	}
	joint := f.at(start - 1)
	comma := f.at(start - 2).Is(",")
	named := f.ownSubject(start, h.verb.First)
	switch {
	case joint.Is(";"):
	case joint.Is("while") && (comma || named && !f.complement(prev, start-1)):
	case joint.Is("since", "because") && comma:
		start--
	case joint.Is("which") && comma: // ", which the Prime Minister said would support …"
		if !named || !h.sure && h.verb.Form&lexicon.Past == 0 || h.verb.First < h.at || !slices.Contains(sayings, h.verb.Lemma) {
			return c, 0, false
		}
		start--
	case joint.Is("and", "but"):
		if !named && !(comma && h.sure) {
			return c, 0, false
		}
		if f.complement(prev, start-1) && !(h.act != nil && alike(h.verb, prev.verb)) {
			return c, 0, false
		}
	case joint.Is(","):
		saying := slices.Contains(sayings, h.verb.Lemma)
		if h.act == nil || !saying && (!named || f.complement(prev, start-1)) {
			return c, 0, false
		}
	default:
		return c, 0, false
	}
	begin = f.joint(start - 1)
	c.first = f.skipJoint(start, h.at)
	if f.at(start).Is("since", "because", "which") {
		c.first = start
	}
	c.front, c.subjectAt = c.first, start
	c.subject = f.subjects(start, h.verb.First)
	if f.at(start).Is("since", "because") { // the reasons are those of the one who gives them
		c.subject, c.subjectAt, c.inherited, c.act = prev.subject, prev.subjectAt, true, nil
	}
	return c, begin, true
}

// subjectStart is the first token of the noun phrase before the verb group that
// begins at token v, right after a joint; -1 if none stands there.
func (f *finder) subjectStart(v, first int) int {
	for j := v - 1; j >= max(first, v-fronted); j-- {
		k := f.Tokens[j]
		if k.Is(",", ";", "while", "since", "because", "which", "but") {
			if j+1 == v {
				return -1
			}
			return j + 1
		}
		if k.Is("and") && j+1 < v && !f.coordinated(j) {
			return j + 1
		}
		if k.Is("that", "who", "where", "when", "whether", "if", "how", "what", "to") || k.Quote() {
			return -1
		}
	}
	return -1
}

// coordinated reports whether the "and" at token j joins two names of one subject
// ("the U.S. and our Allies").
func (f *finder) coordinated(j int) bool {
	if j == 0 || f.owner[j-1] < 0 || f.at(j-1).Kind == token.Mark {
		return false
	}
	at, _ := f.TokensIn(f.Mentions[f.owner[j-1]].Span)
	for f.at(at-1).Is("the", "both") {
		at--
	}
	if f.at(at-1).Is(",", "that", ";", "while", "as", "but") {
		return true
	}
	for _, form := range f.Lex.English.VerbForms(f.at(at - 1).Fold) {
		if slices.Contains(sayings, form.Lemma) {
			return true // "said Arvenia and Costava would"
		}
	}
	return false
}

// ownSubject reports whether the tokens [start, verb) name somebody who acts.
func (f *finder) ownSubject(start, verb int) bool {
	if len(f.subjects(start, verb)) > 0 {
		return true
	}
	for i := start; i < verb; i++ {
		if f.at(i).Is("it", "they", "he", "she", "we", "side", "sides", "leaders", "parties", "presidents", "ministers", "both", "two") {
			return true
		}
	}
	return false
}

// complement reports whether the clause before is still inside its "that".
func (f *finder) complement(prev *clause, at int) bool {
	for i := prev.at; i < min(at, prev.at+2*reach); i++ {
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
	if !f.joins(j) {
		return j + 1
	}
	for j > 0 && f.joins(j-1) {
		j--
	}
	return j
}

func (f *finder) joins(j int) bool { return f.at(j).Is(",", "and", "but", ";", "while", "then") }

// skipJoint steps over conjunctions and commas.
func (f *finder) skipJoint(i, end int) int {
	for i < end && f.at(i).Is(",", "and", "but", ";", "while", "as", "well", "then", "-") {
		i++
	}
	return i
}

// trim is the end of a clause without the marks and conjunctions that end it.
func (f *finder) trim(first, last int) int {
	for last-1 > first && (f.Tokens[last-1].Kind == token.Mark && !f.Tokens[last-1].Is(")", "%") && !f.closingQuote(first, last-1) || f.at(last-1).Is("and", "but", "while", "with")) {
		last--
	}
	return last
}

// closingQuote reports whether token i is a quotation mark whose partner stands in
// the clause.
func (f *finder) closingQuote(first, i int) bool {
	return f.Tokens[i].Quote() && slices.ContainsFunc(f.Tokens[max(first, i-2*reach):i], token.Token.Quote)
}
