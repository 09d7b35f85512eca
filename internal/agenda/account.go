package agenda

import (
	"slices"

	"readout"
	"readout/internal/token"
)

// account is whose account a sentence belongs to and which contact it tells of.
type account struct {
	issuer   readout.EntityID
	country  string // of the issuer; "" for an organisation
	official bool
	report   *readout.Report // nil where the sentence tells of none
}

// partyOf is the first party of a state, or of none for an organisation's account.
func (a account) partyOf(country string) readout.EntityID {
	for _, p := range a.report.Parties {
		if p.Country == country && p.Entity != "" {
			return p.Entity
		}
	}
	return ""
}

// party reports whether the entity is a party of the contact.
func (a account) party(id readout.EntityID) bool {
	return slices.ContainsFunc(a.report.Parties, func(p readout.Party) bool { return p.Entity == id })
}

// teller follows which contact an account tells of, from sentence to sentence.
type teller struct {
	run       int // of passages in one voice; 0 before the first
	paragraph int
	main      *readout.Report // what the account is about
	now       *readout.Report // of the sentence
}

// announced is the contact that a sentence announced last, in whatever voice.
type announced struct {
	report   *readout.Report
	sentence int
}

// institution is the body that an official site's page speaks for.
func (f *finder) institution() readout.EntityID {
	found := f.Lex.Names.Find(f.doc.Outlet, f.Lex.English.Abbreviation)
	for _, e := range found {
		if e.Entity.Kind() != readout.Outlet {
			continue
		}
		if o := f.Lex.Outlets[string(e.Entity)[len("outlet/"):]]; o != nil && o.Institution != "" {
			return readout.EntityID("org/" + o.Institution)
		}
	}
	for _, e := range found {
		if e.Entity.Kind() == readout.Org {
			return e.Entity
		}
	}
	return ""
}

// jointStatement reports whether the document's title, or its first sentence, says
// that both sides speak in it.
func (f *finder) jointStatement() bool {
	words := token.Cut(f.doc.Title, f.Lex.English.Abbreviation)
	if len(f.Sentences) > 0 {
		words = append(words, f.Tokens[f.Sentences[0].First:min(f.Sentences[0].Last, f.Sentences[0].First+reach)]...)
	}
	for i := 1; i < len(words); i++ {
		if words[i-1].Is("joint") && words[i].Is("statement", "declaration", "communique", "readout", "press") {
			return true
		}
	}
	return false
}

// outlet is the document's outlet as an entity, "" if it is unknown.
func (f *finder) outlet() readout.EntityID {
	for _, e := range f.Lex.Names.Find(f.doc.Outlet, f.Lex.English.Abbreviation) {
		if e.Entity.Kind() == readout.Outlet {
			return e.Entity
		}
	}
	return ""
}

// account says whose account sentence s is, given its clauses, and moves on to the
// contact that it tells of.
func (f *finder) account(s int, list []clause) account {
	p := f.PassageOf(s)
	a := account{issuer: f.official, official: f.official != ""}
	if p.Issuer != "" {
		a.issuer, a.official = p.Issuer, true
	}
	if a.issuer == "" {
		a.issuer = f.outlet()
	}
	if e := f.known[a.issuer]; e != nil {
		a.country = e.Country
	} else if e := f.Lex.EntityOf(a.issuer); e != nil {
		a.country = e.Country
	}
	a.report = f.follow(s, list, a.official)
	return a
}

// index notes in which sentences each report is told.
func (f *finder) index() {
	f.voices()
	f.byReport = map[int][]int{}
	for i, r := range f.reports {
		if r.In != readout.InText || !eligible(&r) {
			continue
		}
		for _, span := range r.From.All() {
			for s := f.SentenceAt(span.Start); s < len(f.Sentences) && f.SentenceSpan(s).Start < span.End; s++ {
				if !slices.Contains(f.byReport[s], i) {
					f.byReport[s] = append(f.byReport[s], i)
				}
			}
		}
	}
}

// eligible reports whether points can be made of a contact: of two parties or more,
// spoken, held or planned, not with journalists.
func eligible(r *readout.Report) bool {
	return r.Scope != readout.Press && len(r.Parties) > 1 && r.Channel != readout.Letter && (r.Status == readout.Held || planned(r.Status))
}

// follow moves to the contact that sentence s tells of. The document's own voice
// goes on after a readout that it quotes; every readout is an account of its own.
func (f *finder) follow(s int, list []clause, official bool) *readout.Report {
	sentence := f.Sentences[s]
	t, run := &f.own, 1
	if f.PassageOf(s).Kind == readout.Readout {
		t, run = &f.embedded, f.runs[sentence.Passage]
	}
	if t.run != run {
		*t = teller{run: run, paragraph: sentence.Paragraph, main: f.opened(s, official)}
		t.now = t.main
	} else if t.paragraph != sentence.Paragraph {
		t.paragraph = sentence.Paragraph
		if !official {
			t.now = t.main
		}
	}
	r := f.in(s, official)
	if r == nil {
		return t.now
	}
	frame := len(list) > 0 && f.frame(list[0])
	if f.moves(r, t.now, frame, official) {
		t.now = r
		if t.main == nil {
			t.main = r
		}
	}
	if frame && r.Status == readout.Held {
		f.announced = announced{r, s}
	}
	return t.now
}

// moves reports whether an account that tells of now goes on with r, which its
// sentence tells of; frame: the sentence only says that r took place or will.
func (f *finder) moves(r, now *readout.Report, frame, official bool) bool {
	held := r.Status == readout.Held
	switch {
	case now == nil:
		return true
	case official:
		return frame && held && (now.Status != readout.Held || !sameSides(r, now))
	case frame:
		return held || now.Status != readout.Held
	}
	return held && !sameSides(r, now)
}

// opened is the contact that an account which begins with sentence s is about: for
// a readout the one that the sentence before it announces, or whose parties it names;
// else the account's first held one, else one that the title announces, else its
// first planned one; of a press report the first one told.
func (f *finder) opened(s int, official bool) *readout.Report {
	passage := f.Sentences[s].Passage
	if f.Passages[passage].Kind == readout.Readout {
		if r := f.openedReadout(s); r != nil {
			return r
		}
	}
	var plan *readout.Report
	for i := s; i < len(f.Sentences); i++ {
		if f.runs[f.Sentences[i].Passage] != f.runs[passage] {
			if f.Passages[passage].Kind == readout.Readout {
				break
			}
			continue
		}
		r := f.in(i, official)
		if r != nil && (r.Status == readout.Held || !official) {
			return r
		}
		if plan == nil {
			plan = r
		}
	}
	for i := range f.reports {
		if r := &f.reports[i]; r.In == readout.InTitle && eligible(r) && (plan == nil || r.Status == readout.Held) {
			return r
		}
	}
	if plan == nil && f.Passages[passage].Kind == readout.Readout {
		return f.announced.report
	}
	return plan
}

// openedReadout is the held contact that an embedded readout which begins with
// sentence s is about: the one that the sentences before it announce, if the readout
// names its parties; else another whose parties it names; else the one announced.
func (f *finder) openedReadout(s int) *readout.Report {
	before := f.announced.report
	if before != nil && s-f.announced.sentence > 2 {
		before = nil
	}
	for _, named := range []map[readout.EntityID]bool{f.namedIn(s, s), f.namedIn(max(0, s-1), s)} {
		if before != nil && fits(before, named) {
			return before
		}
		for i := range f.reports {
			if r := &f.reports[i]; eligible(r) && r.Status == readout.Held && fits(r, named) {
				return r
			}
		}
	}
	return before
}

// namedIn are the entities that the text names from sentence first to the end of the
// run of passages that begins with sentence s.
func (f *finder) namedIn(first, s int) map[readout.EntityID]bool {
	from, to := f.SentenceSpan(first).Start, 0
	for i := s; i < len(f.Sentences) && f.runs[f.Sentences[i].Passage] == f.runs[f.Sentences[s].Passage]; i++ {
		to = f.SentenceSpan(i).End
	}
	named := map[readout.EntityID]bool{}
	for _, m := range f.Mentions {
		if m.Span.Start >= from && m.Span.End <= to {
			named[m.Entity] = true
		}
	}
	return named
}

// fits reports whether all parties of a report are among the named.
func fits(r *readout.Report, named map[readout.EntityID]bool) bool {
	return !slices.ContainsFunc(r.Parties, func(p readout.Party) bool { return !named[p.Entity] })
}

// voices numbers the runs of passages: 1 for the document's own voice, further
// numbers for each stretch of an embedded readout.
func (f *finder) voices() {
	f.runs = make([]int, len(f.Passages))
	next := 1
	for i, p := range f.Passages {
		f.runs[i] = 1
		if p.Kind != readout.Readout {
			continue
		}
		if i == 0 || f.Passages[i-1].Kind != readout.Readout || f.Passages[i-1].Issuer != p.Issuer {
			next++
		}
		f.runs[i] = next
	}
}

// in is the contact told in sentence s. In an account of one side's own that is a
// held one before a planned one, and one with two named sides before a journey; in a
// press report the one told first.
func (f *finder) in(s int, official bool) *readout.Report {
	var best *readout.Report
	score := -1
	for _, i := range f.byReport[s] {
		r, points := &f.reports[i], 0
		if !official {
			points = 1<<30 - r.From.First().Start
		}
		if r.Scope == readout.International {
			points += 4
		}
		if r.Status == readout.Held {
			points += 2
		}
		if r.Channel != readout.Visit {
			points++
		}
		if points > score {
			best, score = r, points
		}
	}
	return best
}

// anyParty reports whether the entity is a party of any contact of the document.
func (f *finder) anyParty(id readout.EntityID) bool {
	return slices.ContainsFunc(f.reports, func(r readout.Report) bool { return account{report: &r}.party(id) })
}

// sameSides reports whether two reports have the same parties.
func sameSides(a, b *readout.Report) bool {
	return len(a.Parties) == len(b.Parties) && !slices.ContainsFunc(a.Parties, func(p readout.Party) bool {
		return !slices.ContainsFunc(b.Parties, func(q readout.Party) bool { return q.Entity == p.Entity })
	})
}
