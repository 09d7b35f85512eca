package agenda

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// points makes the points of a clause: none where it only reports the contact or
// belongs to no account, or what the contact was for ("spoke to discuss trade").
func (f *finder) points(c clause, a account) []readout.Point {
	if a.report == nil || c.first >= c.last {
		return nil
	}
	if f.frame(c) && !(a.official && a.report.Status == readout.Held && c.verb.Time() == syntax.FutureTime) {
		return f.purpose(c, a)
	}
	if !c.item && (f.at(c.last-1).Is("following") || f.at(c.last-1).Is("follows") && f.at(c.last-2).Is("as")) {
		return nil // the heading of a list
	}
	if !a.official {
		c = f.unwrap(c, a)
	}
	p := readout.Point{Contact: a.report.ID, Issuer: a.issuer, Words: f.Words(f.Span(c.first, c.last))}
	if !f.classify(&p, c, a) || f.recited(c) {
		return nil
	}
	p.By = f.agents(c, a)
	if p.Act == readout.Agreed && c.verb.Lemma == "share" && len(p.By) == 1 {
		p.Act = readout.Stated // one side alone shares its own view
	}
	if a.official && a.report.Status != readout.Held && !p.Expected || !a.official && !f.ours(p, c, a) {
		return nil
	}
	f.topic(&p, c)
	f.emphasis(&p, c)
	f.commit(&p, c)
	p.ForOther = f.forOther(p, a)
	return []readout.Point{p}
}

// classify says what the clause does; ok is false where it makes no point.
func (f *finder) classify(p *readout.Point, c clause, a account) (ok bool) {
	negated := c.verb.Negated || f.denies(c)
	switch {
	case f.assesses(c):
		p.Act = readout.Assessed
	case c.act != nil && !negated:
		p.Act = c.act.Act
		if p.Act == readout.Assessed && !f.tellsOfTalk(c) {
			p.Act = readout.Stated
		}
	case a.official:
		p.Act = readout.Stated
	default:
		return false
	}
	ahead := c.forecast || c.verb.Time() == syntax.FutureTime || c.reported && c.verb.Modal == "would"
	p.Expected = ahead && c.act != nil && (p.Act == readout.Discussed || p.Act == readout.Raised || a.report.Status != readout.Held && !a.official && p.Act != readout.Agreed && p.Act != readout.Assured)
	return true
}

// assesses reports whether the clause says how the talk went: its subject is the
// talk, its verb to be or to take place, and a word of assessments.tsv follows.
func (f *finder) assesses(c clause) bool {
	if !f.talkSubject(c) {
		return false
	}
	if c.verb.First < c.at && auxiliary(f.at(c.verb.First)) && f.assessed(c.at, c.at+1) {
		return true // "were brief", "were detailed": no verbs here
	}
	if c.act != nil && c.act.Act != readout.Discussed && c.act.Act != readout.Assessed {
		return false
	}
	return slices.Contains([]string{"be", "take", "hold", "pass", "proceed", "characterise", "characterize", "describe"}, c.verb.Lemma) && f.assessed(c.at, c.last)
}

// assessed reports whether a word of assessments.tsv stands in the tokens [i, last).
func (f *finder) assessed(i, last int) bool {
	for ; i < last; i++ {
		if f.Lex.English.Assessment(f.Tokens[i].Fold) || f.at(i+1).Is("-") && f.Lex.English.Assessment(f.at(i).Fold+"-"+f.at(i+2).Fold) || f.at(i-1).Is("-") && f.Lex.English.Assessment(f.at(i-2).Fold+"-"+f.at(i).Fold) {
			return true
		}
	}
	return false
}

// talkSubject reports whether the clause's subject is a talk, call or meeting.
func (f *finder) talkSubject(c clause) bool {
	for i := c.subjectAt; i < c.verb.First; i++ {
		if f.talkNoun(i) {
			return true
		}
		if f.at(i).Is(",") {
			break
		}
	}
	return f.at(c.first).Is("it") && f.at(c.first+1).Is("was") && f.talkAfter(c)
}

// talkAfter reports whether a talk is named soon after the verb ("It was a good
// conversation").
func (f *finder) talkAfter(c clause) bool {
	for i := c.at; i < min(c.last, c.at+nearby); i++ {
		if f.talkNoun(i) {
			return true
		}
	}
	return false
}

// tellsOfTalk reports whether a talk is named anywhere in the clause.
func (f *finder) tellsOfTalk(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if f.talkNoun(i) {
			return true
		}
	}
	return false
}

func (f *finder) talkNoun(i int) bool {
	k := f.at(i)
	return len(f.Lex.English.ContactNouns(k.Fold)) > 0 || k.Is("talks", "negotiations", "consultations", "discussion", "discussions", "exchange", "conversation", "meeting", "call")
}

// frameVerbs only say that a contact took place, began, lasted, or who was there.
var frameVerbs = []string{"have", "hold", "take", "participate", "begin", "start", "last", "end", "conclude", "attend", "accompany", "join", "receive", "host", "greet", "accept", "follow", "initiate"}

// frame reports whether the clause only says that the contact took place: a verb of
// contact and no act, or one whose object is the talk and no matter.
func (f *finder) frame(c clause) bool {
	if f.assesses(c) {
		return false
	}
	if c.act != nil {
		return c.act.Act == readout.Discussed && slices.Contains([]string{"speak", "talk", "meet", "have", "hold"}, c.verb.Lemma) && !f.matter(c) ||
			c.verb.Lemma == "continue" && f.talkSubject(c)
	}
	if len(f.Lex.English.ContactVerbs(c.verb.Lemma)) > 0 && !f.talkAfter(c) && c.verb.Lemma != "contact" {
		return !c.verb.Negated
	}
	if f.at(c.at+1).Is("as") && f.at(c.at+2).Is("follows") {
		return true
	}
	return slices.Contains(frameVerbs, c.verb.Lemma) || len(f.Lex.English.ContactVerbs(c.verb.Lemma)) > 0
}

// matter reports whether the clause names what was talked about, not just when, how
// and where.
func (f *finder) matter(c clause) bool {
	for i := c.at + 1; i+1 < c.last; i++ {
		next := i + 1
		if f.at(next).Is("the", "a", "an") {
			next++
		}
		switch {
		case f.at(i).Is("on", "about", "regarding", "concerning") && !f.date(next) && !f.at(next).Is("phone", "telephone", "sidelines", "margins", "line", "occasion", "eve", "initiative", "fringes", "invitation"),
			f.at(i).Is("of") && f.at(i-1).Is("discussion", "discussions", "review"):
			return true
		}
	}
	return false
}

// purpose makes the point of what a contact is for: "will meet on Thursday to
// discuss trade", "spoke with the President to congratulate him".
func (f *finder) purpose(c clause, a account) []readout.Point {
	for i := c.at + 1; i+1 < c.last; i++ {
		if !f.at(i).Is("to") || f.owner[i+1] >= 0 || f.quoted[i] {
			continue
		}
		for _, form := range f.Lex.English.VerbForms(f.Tokens[i+1].Fold) {
			if act := f.act(i+1, form.Lemma, c.last); form.Form&lexicon.Base != 0 && act != nil {
				return f.purposeOf(c, i, act, a)
			}
		}
	}
	return nil
}

// purposeOf makes the point of the infinitive at token i; what is to be discussed is
// one only if it is a matter, what one side is to say only in its own account.
func (f *finder) purposeOf(c clause, i int, act *lexicon.ActWord, a account) []readout.Point {
	p := readout.Point{Contact: a.report.ID, Issuer: a.issuer, Act: act.Act, Topics: f.topicsIn(i, c.last), Words: f.Words(f.Span(i, c.last)), Expected: planned(a.report.Status)}
	if act.Act == readout.Discussed {
		p.By = f.everybody(a)
		if len(p.Topics) == 0 {
			return nil
		}
	} else if p.By = f.named(c.subject, a); !a.official || p.Expected {
		return nil
	}
	if len(p.By) == 0 {
		return nil
	}
	p.ForOther = f.forOther(p, a)
	return []readout.Point{p}
}

// recited reports whether the clause is a direct quotation with what introduces it;
// those are statements.
func (f *finder) recited(c clause) bool {
	quoted, told := 0, 0
	for i := c.first; i < c.last; i++ {
		switch {
		case f.quoted[i]:
			quoted++
		case f.Tokens[i].Kind != token.Mark && (i < c.subjectAt || i > c.at):
			told++
		}
	}
	return quoted > told
}
