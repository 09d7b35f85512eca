package agenda

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// point makes the point of a clause; ok is false where the clause only reports
// the contact or belongs to no account.
func (f *finder) point(c clause, a account) (readout.Point, bool) {
	if a.report == nil || c.first >= c.last {
		return readout.Point{}, false
	}
	span := f.Span(c.first, c.last)
	p := readout.Point{Contact: a.report.ID, Issuer: a.issuer, Words: f.Words(span)}
	if !f.classify(&p, c, a) || f.frame(c, a) {
		return p, false
	}
	p.By = f.agents(c, a)
	if !a.official && !f.ours(p, c, a) {
		return p, false
	}
	f.topic(&p, c)
	f.commit(&p, c)
	p.ForOther = f.forOther(p, a)
	return p, true
}

// classify says what the clause does.
func (f *finder) classify(p *readout.Point, c clause, a account) bool {
	switch {
	case f.assesses(c):
		p.Act = readout.Assessed
	case c.act != nil:
		p.Act = c.act.Act
		if p.Act == readout.Assessed && !f.describesTalk(c) {
			p.Act = readout.Stated
		}
	case a.official:
		p.Act = readout.Stated
	default:
		return false
	}
	p.Expected = c.verb.Time() == syntax.FutureTime && (p.Act == readout.Discussed || p.Act == readout.Raised)
	return true
}

// assesses reports whether the clause says how the talk went: its subject is the
// talk, its verb to be, and its complement a word of assessments.tsv.
func (f *finder) assesses(c clause) bool {
	if c.act != nil && c.act.Act != readout.Discussed || !f.describesTalk(c) {
		return false
	}
	if c.verb.Lemma != "be" && c.verb.Lemma != "take" && c.verb.Lemma != "hold" && c.verb.Lemma != "pass" && c.verb.Lemma != "characterise" {
		return false
	}
	for i := c.actAt; i < c.last; i++ {
		if f.Lex.English.Assessment(f.Tokens[i].Fold) {
			return true
		}
	}
	return false
}

// describesTalk reports whether the clause's subject is a talk, call or meeting.
func (f *finder) describesTalk(c clause) bool {
	for i := c.first; i < c.verb.First; i++ {
		if len(f.Lex.English.ContactNouns(f.Tokens[i].Fold)) > 0 || f.at(i).Is("talks", "negotiations", "consultations", "discussion", "discussions", "exchange") {
			return true
		}
	}
	return false
}

// frame reports whether the clause only says that the contact took place: it holds
// the report's telling words and no act.
func (f *finder) frame(c clause, a account) bool {
	if c.act != nil && !slices.Contains([]string{"speak", "talk", "meet", "have", "hold"}, c.verb.Lemma) || f.assesses(c) {
		return false
	}
	if len(f.Lex.English.ContactVerbs(c.verb.Lemma)) > 0 || c.verb.Lemma == "have" || c.verb.Lemma == "hold" || c.verb.Lemma == "take" || c.verb.Lemma == "participate" || c.verb.Lemma == "begin" || c.verb.Lemma == "last" {
		return c.act == nil
	}
	return false
}

// agents are who does it: the subject's entities; both sides where the clause has
// no agent or a plural one.
func (f *finder) agents(c clause, a account) []readout.EntityID {
	var out []readout.EntityID
	add := func(id readout.EntityID) {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	if c.verb.Passive && !c.inherited {
		for i := c.actAt + 1; i < min(c.last, c.actAt+3); i++ {
			if f.at(i).Is("by") {
				c.subject = f.mentionsIn(i+1, min(c.last, i+8))
				c.verb.Passive = false
			}
		}
	}
	if !c.verb.Passive {
		for _, m := range c.subject {
			if f.Mentions[m].Form == readout.ByGroup {
				for _, id := range f.Mentions[m].Members {
					add(f.voice(id, a))
				}
				continue
			}
			add(f.voice(f.Mentions[m].Entity, a))
		}
		if len(out) == 0 {
			if side := f.side(c, a); side != "" {
				return []readout.EntityID{side}
			}
		}
	}
	if len(out) == 0 && !f.otherSubject(c) {
		for _, p := range a.report.Parties {
			add(p.Entity)
		}
	}
	return out
}

// voice is the party that speaks for a state or institution: "Russia proposed" in
// an account of the Russian president's call is said by him. Others speak for
// themselves.
func (f *finder) voice(id readout.EntityID, a account) readout.EntityID {
	switch id.Kind() {
	case readout.Place, readout.Event:
		return ""
	}
	return id
}

// side reads "the Russian side", "the American side": the party of that state.
func (f *finder) side(c clause, a account) readout.EntityID {
	for i := c.first; i < c.verb.First; i++ {
		if !f.at(i).Is("side", "president", "leader", "delegation", "minister") || i == 0 {
			continue
		}
		for _, e := range f.Lex.Names.Find(f.Tokens[i-1].Fold, nil) {
			if e.Form != lexicon.Adjective {
				continue
			}
			country := string(e.Entity)[len("state/"):]
			for _, p := range a.report.Parties {
				if p.Country == country {
					return p.Entity
				}
			}
		}
	}
	return ""
}

// otherSubject reports whether the clause has a subject that is no party: "the
// aim", "negotiations"; such a clause has no agent.
func (f *finder) otherSubject(c clause) bool {
	if c.verb.Passive || c.act != nil {
		return false
	}
	return !f.at(c.first).Is("it", "they", "both")
}

// ours reports whether a press report's clause is a point of the contact: a party
// acts, or what was discussed is told without an agent.
func (f *finder) ours(p readout.Point, c clause, a account) bool {
	if c.act == nil && p.Act != readout.Assessed || f.inStatement(c) {
		return false
	}
	if p.Act == readout.Stated && c.act.Words[0] == "say" || p.Act == readout.Stated && c.act.Words[0] == "tell" {
		return false
	}
	parties := 0
	for _, id := range p.By {
		if slices.ContainsFunc(a.report.Parties, func(q readout.Party) bool { return q.Entity == id }) {
			parties++
		}
	}
	if parties == 0 {
		return false
	}
	if parties >= 2 || p.Act == readout.Assessed {
		return true
	}
	return f.near(c, a)
}

// near reports whether the clause stands in a sentence that tells of the contact
// or in the next two.
func (f *finder) near(c clause, a account) bool {
	if a.report.In != readout.InText {
		return false
	}
	for _, s := range a.report.From.All() {
		at := f.SentenceAt(s.Start)
		if c.sentence >= at && c.sentence <= at+2 {
			return true
		}
	}
	return false
}

// inStatement reports whether the clause's verb stands inside what somebody else
// said, or is the saying of a statement.
func (f *finder) inStatement(c clause) bool {
	verb := f.Span(c.actAt, c.actAt+1)
	return slices.ContainsFunc(f.Statements, func(s readout.Statement) bool {
		return s.Mode == readout.Direct && s.Content.Overlaps(verb)
	})
}

// topic finds the clause's topics; a clause that only goes on carries those of the
// clause before.
func (f *finder) topic(p *readout.Point, c clause) {
	for _, h := range f.Lex.Topics.In(f.Raw, f.Tokens[c.first:c.last]) {
		p.Topics = append(p.Topics, h.Topic)
	}
	if len(p.Topics) == 0 && (c.inherited || f.at(c.first).Is("he", "she", "it", "they", "this", "these") || f.carriesOn(c)) && p.Act != readout.Assessed {
		p.Topics = slices.Clone(f.topics)
	}
	if len(p.Topics) > 0 && p.Act != readout.Assessed {
		f.topics = p.Topics
	}
}

// carriesOn reports whether the clause's words point back: "in this regard", "to
// that end", "such a measure".
func (f *finder) carriesOn(c clause) bool {
	for i := c.first; i < c.last; i++ {
		if f.at(i).Is("this", "that", "these", "such") && f.at(i+1).Is("regard", "end", "connection", "context", "issue", "issues", "matter", "matters", "topic", "problem", "respect", "situation", "purpose") {
			return true
		}
	}
	return false
}

// commit reads whether the clause binds its agents, how firmly, on what condition
// and until when.
func (f *finder) commit(p *readout.Point, c clause) {
	f.emphasis(p, c)
	if c.act != nil && c.act.Commitment && !c.verb.Negated && f.future(c) {
		p.Commitment, p.Strength = true, c.act.Strength
	}
	if c.act == nil && c.verb.Time() == syntax.FutureTime && !c.verb.Negated && len(p.By) > 0 && !c.verb.Passive && c.verb.Lemma != "be" {
		p.Commitment, p.Strength = true, readout.Undertakes
	}
	if c.act == nil && f.shall(c) {
		p.Commitment, p.Strength = true, readout.Undertakes
	}
	if !p.Commitment {
		return
	}
	span := f.Span(c.first, c.last)
	for _, d := range f.Dates {
		first, _ := f.TokensIn(d.From.Hull())
		if !span.Contains(d.From.Hull()) || d.EDTF == "" {
			continue
		}
		if prev := f.at(first - 1); prev.Is("by", "before", "until", "within", "till") {
			p.Due = &readout.Day{EDTF: d.EDTF, Words: d.Words}
		}
	}
	f.condition(p, c)
	f.next(p, c)
}

// shall reports a duty laid on somebody: "the ministers shall brief the leaders".
func (f *finder) shall(c clause) bool { return c.verb.Modal == "shall" }

// future reports whether what is agreed is still to be done: an infinitive, "will",
// or a noun of action follows; "agreed that X has lasted too long" binds nobody.
func (f *finder) future(c clause) bool {
	for i := c.actAt + 1; i < c.last; i++ {
		if f.at(i).Is("that") {
			for j := i + 1; j < c.last; j++ {
				if f.at(j).Is("will", "shall", "would", "should") {
					return true
				}
			}
			return false
		}
		if f.at(i).Is("to", "on", "of", "for", "with") {
			return !f.at(i).Is("with")
		}
	}
	return c.act.Words[0] == "sign" || c.act.Words[0] == "accept" || c.act.Words[0] == "establish"
}

// condition is the clause that a promise hangs on.
func (f *finder) condition(p *readout.Point, c clause) {
	for i := c.actAt + 1; i+1 < c.last; i++ {
		if f.at(i).Is("if", "once", "until", "unless", "provided", "as") && (!f.at(i).Is("as") || f.at(i+1).Is("soon", "long")) && !f.date(i+1) {
			span := f.Span(i, c.last)
			p.Condition = &readout.Value{Value: f.Cut(span), Words: f.Words(span)}
			return
		}
	}
}

func (f *finder) date(i int) bool {
	s := f.Span(i, i+1)
	return slices.ContainsFunc(f.Dates, func(d readout.Date) bool { return d.From.Overlaps(s) })
}

// next is the plan that the clause makes: a planned contact told in its words.
func (f *finder) next(p *readout.Point, c clause) {
	span := f.Span(c.first, c.last)
	for _, r := range f.reports {
		if r.In == readout.InText && r.Status != readout.Held && r.Status != readout.Denied && r.From.Overlaps(span) && r.ID != p.Contact {
			p.Next = r.ID
			return
		}
	}
}

// emphasis is a word that says how much weight a subject had.
func (f *finder) emphasis(p *readout.Point, c clause) {
	for i := c.first; i < c.last; i++ {
		phrase := 0
		switch {
		case f.at(i).Is("thoroughly", "extensively", "comprehensively"):
			phrase = 1
		case f.at(i).Is("at") && f.at(i+1).Is("length"), f.at(i).Is("in") && f.at(i+1).Is("detail", "depth", "particular"), f.at(i).Is("special", "particular") && f.at(i+1).Is("attention", "emphasis", "focus"):
			phrase = 2
		case f.at(i).Is("with") && f.at(i+1).Is("an") && f.at(i+2).Is("emphasis"), f.at(i).Is("with") && f.at(i+1).Is("a") && f.at(i+2).Is("focus"):
			phrase = 3
		}
		if phrase > 0 && i+phrase <= c.last {
			span := f.Span(i, i+phrase)
			p.Emphasis = &readout.Value{Value: f.Cut(span), Words: f.Words(span)}
			return
		}
	}
}

// forOther reports whether an official account tells what the other side alone
// said, promised or agreed.
func (f *finder) forOther(p readout.Point, a account) bool {
	if !a.official || a.country == "" || len(p.By) == 0 {
		return false
	}
	for _, id := range p.By {
		country := ""
		if e := f.known[id]; e != nil {
			country = e.Country
		}
		if country == "" || country == a.country {
			return false
		}
	}
	return true
}

// subjects are the mentions before the verb group that can act, coordinated ones
// together, without those that hang on a preposition.
func (f *finder) subjects(first, verb int) []int {
	var list []int
	for i := first; i < verb; i++ {
		m := f.owner[i]
		if m < 0 || slices.Contains(list, m) {
			continue
		}
		begin, end := f.TokensIn(f.Mentions[m].Span)
		at := begin
		for f.at(at-1).Is("the", "both", "a") {
			at--
		}
		if at > first && f.at(at-1).Is("of", "with", "to", "in", "on", "from", "by", "about", "for", "between", "at", "during") || f.at(end).Is("'s", "'") || f.at(end-1).Is("'s") {
			i = max(i, end-1)
			continue
		}
		switch f.Mentions[m].Entity.Kind() {
		case readout.Person, readout.Office, readout.Org, readout.State, readout.Outlet, "":
			list = append(list, m)
		}
		i = max(i, end-1)
	}
	return list
}

// mentionsIn are the mentions of a token range.
func (f *finder) mentionsIn(first, last int) []int {
	var list []int
	for i := first; i < last; i++ {
		if m := f.owner[i]; m >= 0 && !slices.Contains(list, m) {
			list = append(list, m)
		}
		if f.Tokens[i].Kind == token.Mark {
			break
		}
	}
	return list
}
