package contact

import (
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/token"
)

// detail reads when, where, how long, on what occasion and in whose company.
func (f *finder) detail(d *draft, c cue, cues []cue, n int) {
	first, last := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	from, to := first, last
	if n > 0 {
		from = cues[n-1].last
	}
	if n+1 < len(cues) {
		to = cues[n+1].first
		if np := f.nounPhrase(cues[n+1], first); !cues[n+1].verb() && np > c.last {
			to = np
		}
	}
	d.When = f.when(c, from, to, n == 0)
	if w := f.whenAfter(d.after, c); w != nil {
		d.When = w
	}
	f.planned(d, c)
	if d.Status == readout.Arranging && d.When != nil && len(d.When.EDTF) >= 10 && d.agreed {
		d.Status = readout.Scheduled // agreed to meet on a day: the time is set
	}
	d.Duration = f.duration(c, from, to)
	d.Place = f.place(d, c, from, to, n == 0)
	d.Occasion = f.occasion(d, c, from, to)
	f.attendees(d, first, last)
	f.request(d, first, last)
}

// when is the day of the contact: a date beside its word, after it, or before it
// where no other contact stands between; never the day of the saying.
func (f *finder) when(c cue, from, to int, opens bool) *readout.When {
	best, distance := -1, 1<<30
	for i, date := range f.Dates {
		t := date.Timex3.Type
		if date.EDTF == "" || t != "DATE" && t != "TIME" || len(date.EDTF) < 7 {
			continue
		}
		first, last := f.TokensIn(date.From.Hull())
		if first >= last || f.SentenceOf(first) != c.sentence || f.ofSaying(first, last, c) || f.ofAct(first, last, c) {
			continue
		}
		var gap int
		switch {
		case first >= c.last && first < to:
			gap = first - c.last
		case last <= c.first && first >= from:
			gap = c.first - last + 6
			if !c.verb() && f.at(last).Is("'s", "'") && last >= c.first-3 {
				gap = 0 // "Friday's meeting"
			}
		case last <= c.first && opens:
			gap = c.first - last + 8
		case first >= c.first && last <= c.last:
			gap = 0
		default:
			continue
		}
		if f.at(first-1).Is("since", "until") || f.at(first-1).Is("of") && len(date.EDTF) == 4 {
			continue
		}
		if gap < distance {
			best, distance = i, gap
		}
	}
	if best < 0 {
		return nil
	}
	date := f.Dates[best]
	return &readout.When{EDTF: date.EDTF, Zone: date.Zone, Words: date.Words}
}

// whenAfter is the date that follows token i directly: each counterpart's own,
// "Holt on Wednesday and Macron on Thursday".
func (f *finder) whenAfter(i int, c cue) *readout.When {
	if i == 0 {
		return nil
	}
	for _, date := range f.Dates {
		first, _ := f.TokensIn(date.From.Hull())
		if date.EDTF != "" && len(date.EDTF) >= 10 && first >= i && first <= i+1 && f.SentenceOf(first) == c.sentence {
			return &readout.When{EDTF: date.EDTF, Zone: date.Zone, Words: date.Words}
		}
	}
	return nil
}

// planned moves a bare weekday to the week that the status means: what is
// planned, put off or cancelled lies ahead; what "was to have" been may lie on
// either side, and the nearest such day is meant.
func (f *finder) planned(d *draft, c cue) {
	if d.When == nil || len(d.When.EDTF) != 10 {
		return
	}
	i := slices.IndexFunc(f.Dates, func(x readout.Date) bool { return x.From.First() == d.When.From.First() })
	day, err := time.Parse(time.DateOnly, d.When.EDTF)
	if i < 0 || err != nil || !strings.HasPrefix(f.Dates[i].Rule, "weekday") || strings.ContainsRune(f.Cut(f.Dates[i].From.Hull()), ' ') {
		return
	}
	published, err := time.Parse(time.DateOnly, f.doc.Published.Day())
	if err != nil {
		return
	}
	ahead := int(day.Sub(published).Hours() / 24)
	switch {
	case c.verb() && c.group.Perfect && c.group.To: // the nearest such day
		if ahead > 3 {
			day = day.AddDate(0, 0, -7)
		} else if ahead < -3 {
			day = day.AddDate(0, 0, 7)
		}
	case ahead < 0 && (d.Status == readout.Cancelled || d.Status == readout.Postponed || d.Status == readout.Scheduled):
		day = day.AddDate(0, 0, 7)
	}
	d.When.EDTF = day.Format(time.DateOnly)
}

// ofSaying reports whether a date belongs to a reporting verb: "said on
// Thursday", "announced Monday".
func (f *finder) ofSaying(first, last int, c cue) bool {
	span := f.Span(first, last)
	for _, s := range f.Statements {
		if s.Cue.IsZero() || s.Content.Overlaps(span) {
			continue
		}
		cue, end := f.TokensIn(s.Cue.Hull())
		if last <= cue && s.Content.Overlaps(f.Span(c.head, c.head+1)) {
			return true // "On Wednesday Holt said that …"
		}
		if cue <= c.head && c.head < end {
			continue
		}
		near := first >= end && first-end <= 2
		if near || s.Said != nil && s.Said.From.Overlaps(span) && s.Said.EDTF <= f.doc.Published.Day()+"~" && distance(first, last, cue, end) < distance(first, last, c.first, c.last) {
			return true
		}
	}
	i := first - 1
	if f.at(i).Is("on", "in", "late", "early") {
		i--
	}
	return f.at(i).Is("said", "told", "announced", "confirmed", "reported", "says", "disclosed", "declared", "wrote", "tweeted", "posted") && i != c.head
}

// ofAct reports whether a date is the day of what was done to a plan rather than
// the plan's own: "on Thursday called off the summit", "was cancelled on Thursday".
// A day after "to", "for", "until" or inside the contact's own phrase is the plan's.
func (f *finder) ofAct(first, last int, c cue) bool {
	if c.verb() {
		return false
	}
	start, end := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	if l := f.light(f.nounPhrase(c, start), start); l != nil && l.word != nil && l.word.Status != "tense" && l.word.Status != string(readout.Scheduled) {
		return last <= f.nounPhrase(c, start)
	}
	for i := c.last; i < min(end, first); i++ {
		g, ok := f.GroupAt(i, "")
		if !ok || f.owner[i] >= 0 || !g.Passive {
			continue
		}
		for _, w := range f.Lex.English.StatusWords("subject", g.Lemma) {
			switch readout.Status(w.Status) {
			case readout.Cancelled, readout.Postponed, readout.Declined, readout.Proposed:
				return !f.at(first-1).Is("to", "for", "until", "till")
			}
		}
	}
	return false
}

// distance is the number of tokens between two ranges.
func distance(a1, a2, b1, b2 int) int { return max(b1-a2, a1-b2, 0) }

// duration is a length that the sentence gives beside the contact.
func (f *finder) duration(c cue, from, to int) *readout.Value {
	for _, date := range f.Dates {
		if date.Timex3.Type != "DURATION" || !strings.Contains(date.Timex3.Value, "T") && !strings.HasSuffix(date.Timex3.Value, "D") || strings.Contains(date.Timex3.Value, "X") {
			continue
		}
		first, last := f.TokensIn(date.From.Hull())
		if first >= last || f.SentenceOf(first) != c.sentence || first < from-1 || first > to {
			continue
		}
		near := f.at(first-1).Is("for", "lasted", "lasting", "about", "nearly", "almost", "over", "than", "some", "around", "a", "an", "spent", "took", "after", "just", "the", "'s") || f.at(last).Is("of") || last >= c.first-2 && last <= c.last
		if !near || f.at(first-1).Is("after") && !f.at(last).Is("of") || f.at(last).Is("ago", "later", "after", "before", "truce", "pause") {
			continue
		}
		return &readout.Value{Value: date.Timex3.Value, Words: date.Words}
	}
	return nil
}

// place is where the contact was or will be: a place after in, at, near or to
// beside its word.
func (f *finder) place(d *draft, c cue, from, to int, opens bool) *readout.Locus {
	lo := from
	if opens {
		lo = f.Sentences[c.sentence].First
	}
	var best *readout.Locus
	for _, x := range f.Mentions {
		kind := x.Entity.Kind()
		if kind != readout.Place && kind != readout.State {
			continue
		}
		first, last := f.TokensIn(x.Span)
		if first >= last || f.SentenceOf(first) != c.sentence || first < lo || first >= to {
			continue
		}
		prev := f.at(f.skipDeterminers(first) - 1)
		if !prev.Is("in", "at", "near", "outside") && !(prev.Is("to", "for") && c.word.Channel == string(readout.Visit)) && !(kind == readout.Place && f.at(last).Is("summit", "meeting", "talks", "visit", "'s") && last <= c.first && last >= c.first-2) {
			if !(prev.Is("to") && (f.travels(first, lo) || f.at(first-2).Is("invited", "invite", "invitation", "visit", "trip"))) && !(f.at(c.head).Is("visit", "visited", "visits", "visiting") && first == c.last) {
				continue
			}
		}
		if f.foreignPlace(d, c, first, last) {
			continue
		}
		locus := &readout.Locus{Entity: x.Entity, Name: f.Cut(x.Span), Words: f.Words(x.Span)}
		if e := f.known[x.Entity]; e != nil {
			locus.Name = e.Name
		}
		if best == nil || best.Entity.Kind() == readout.State && kind == readout.Place || first >= c.last && best.From.First().Start < f.Tokens[c.first].Start {
			best = locus
		}
	}
	return best
}

// foreignPlace reports whether a place at tokens [first, last) belongs to something
// else: to another noun ("the war in Ukraine"), or to the clause of somebody who is
// no party ("In Velmora, her spokesman said").
func (f *finder) foreignPlace(d *draft, c cue, first, last int) bool {
	i := f.skipDeterminers(first) - 2
	if first >= c.last && i >= c.last {
		k := f.at(i)
		if k.Kind == token.Word && f.owner[i] < 0 && !f.isDate(i) && !prepositions[k.Fold] && !f.Lex.English.Adverb(k.Fold) && len(f.Lex.English.VerbForms(k.Fold)) == 0 && len(f.Lex.English.ContactNouns(k.Fold)) == 0 && !k.Is("conference", "forum", "talks", "palace", "hotel", "city", "capital", "house", "there", "and", "ceremony", "negotiations", "days", "hours", "minutes", "assembly", "event", "session", "congress", "festival", "anniversary", "commemorations", "funeral", "inauguration", "summits", "leaders", "ministers") {
			return true
		}
	}
	if last <= c.first && f.at(last).Is(",") {
		if m := f.mentionFrom(last+1, f.Sentences[c.sentence].Last); f.eligible(m) {
			for _, p := range f.parties([]int{m}) {
				if !f.isParty(d, p) {
					return true
				}
			}
		}
	}
	return false
}

// travels reports whether a verb of travel stands shortly before token i.
func (f *finder) travels(i, from int) bool {
	for j := i - 1; j >= from && j > i-6; j-- {
		for _, form := range f.Lex.English.VerbForms(f.Tokens[j].Fold) {
			for _, w := range f.Lex.English.ContactVerbs(form.Lemma) {
				if w.Channel == string(readout.Visit) {
					return true
				}
			}
		}
	}
	return false
}

// occasion is the event on whose sidelines or during which the contact was: a
// known event, or the words after "on the sidelines of".
func (f *finder) occasion(d *draft, c cue, from, to int) *readout.Locus {
	first, last := f.Sentences[c.sentence].First, f.Sentences[c.sentence].Last
	for _, x := range f.Mentions {
		if x.Entity.Kind() != readout.Event {
			continue
		}
		i, j := f.TokensIn(x.Span)
		if i < first || i >= last || i >= c.first && j <= c.last {
			continue
		}
		prev := f.at(f.skipDeterminers(i) - 1)
		if prev.Is("of", "during", "at", "in", "after", "before", "for", "around", "within") {
			return f.locus(x)
		}
	}
	for i := first; i+3 < last; i++ {
		if !f.at(i).Is("sidelines", "margins") || !f.at(i+1).Is("of") {
			continue
		}
		end := i + 2
		for end < last && !f.at(end).Is(",", ".", ";", "on", "in", "next", "this", "to", "and") && !f.isDate(end) {
			end++
		}
		if end > i+2 {
			span := f.Span(i+2, end)
			return f.resolveOccasion(d, &readout.Locus{Name: f.Cut(span), Words: f.Words(span)}, end, last)
		}
	}
	return nil
}

func (f *finder) locus(x readout.Mention) *readout.Locus {
	l := &readout.Locus{Entity: x.Entity, Name: f.Cut(x.Span), Words: f.Words(x.Span)}
	if e := f.known[x.Entity]; e != nil {
		l.Name = e.Name
	}
	return l
}

// resolveOccasion names a generic event ("an economic summit in Vietnam") where
// the lexicon has one event in that country about that day.
func (f *finder) resolveOccasion(d *draft, l *readout.Locus, at, end int) *readout.Locus {
	day := f.doc.Published.Day()
	if d.When != nil && len(d.When.EDTF) >= 10 {
		day = d.When.EDTF[:10]
	}
	if day == "" {
		return l
	}
	for i := at; i < min(end, at+5); i++ {
		m := f.owner[i]
		if m < 0 || !f.isPlace(m) {
			continue
		}
		country := ""
		if e := f.known[f.Mentions[m].Entity]; e != nil {
			country = e.Country
		}
		if v := f.Lex.EventAbout(country, day, 10); v != nil {
			l.Entity, l.Name = readout.EntityID("event/"+v.ID), v.Name
			l.Words = f.Words(l.From.First(), f.Mentions[m].Span)
		}
		return l
	}
	return l
}

// attendance reads a sentence that only says who else was there: "The president was
// flanked by …". They attended the contact told last in the paragraph or the one
// before, if it has the sentence's subject as a party.
func (f *finder) attendance(s int, drafts []draft) {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	if len(drafts) == 0 || f.Sentences[s].Paragraph-drafts[len(drafts)-1].paragraph > 1 {
		return
	}
	d := &drafts[len(drafts)-1]
	for i := first; i < last; i++ {
		if f.at(i).Is("flanked", "accompanied", "joined") && f.at(i+1).Is("by") {
			subject := f.parties(f.subject(i-1, first))
			if len(subject) == 1 && f.isParty(d, subject[0]) {
				f.attendees(d, first, last)
			}
			return
		}
	}
}

// attendees are those who join or accompany the parties, by the sentence's own
// words.
func (f *finder) attendees(d *draft, first, last int) {
	for i := first; i < last; i++ {
		if !f.at(i).Is("flanked", "accompanied", "joined") || !f.at(i+1).Is("by") {
			continue
		}
		list, _, _ := f.listRight(i+2, last)
		for _, p := range f.parties(list) {
			if !f.isParty(d, p) {
				d.Attendees = append(d.Attendees, p)
			}
		}
	}
}

func (f *finder) isParty(d *draft, p readout.Party) bool {
	for _, q := range d.Parties {
		if q.Entity == p.Entity {
			return true
		}
	}
	return false
}

// voice notes on whose word the contact stands: the innermost statement whose
// content holds its telling word. A denial turns it round; a refusal to say makes
// it no report.
func (f *finder) voice(d *draft, c cue) {
	head := f.Span(c.head, c.head+1)
	best, size := -1, 1<<30
	own := f.ownVerbs(c)
	for i, s := range f.Statements {
		if s.Content.Overlaps(head) && s.Content.Hull().Len() < size && !(!c.verb() && f.ofStatus(s)) && !(!s.Cue.IsZero() && own.Len() > 0 && s.Cue.Overlaps(own)) {
			best, size = i, s.Content.Hull().Len()
		}
	}
	if best < 0 {
		return
	}
	s := f.Statements[best]
	d.AssertedBy = s.ID
	if s.Kind == readout.Asked {
		d.Status = ""
	}
	if s.Kind == readout.Thought && d.Status == readout.Scheduled {
		d.Status = readout.Expected
	}
	if !s.Negated {
		return
	}
	switch d.Status {
	case readout.Held:
		d.Status = readout.Denied
	case readout.Scheduled, readout.Arranging, readout.Proposed, readout.Expected:
		d.Status = readout.Unplanned
	}
	if !f.denies(s) {
		d.Status = ""
	}
}

// ofStatus reports whether a statement's cue is a verb that tells what becomes of
// a contact ("rejected an offer of talks"), so that it is no voice about it.
func (f *finder) ofStatus(s readout.Statement) bool {
	if s.Cue.IsZero() || !s.Negated {
		return false
	}
	first, last := f.TokensIn(s.Cue.Hull())
	for i := first; i < last; i++ {
		for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
			for _, w := range f.Lex.English.StatusWords("object", form.Lemma) {
				if w.Status != "tense" && w.Status != string(readout.Denied) {
					return true
				}
			}
		}
	}
	return false
}

// ownVerbs is the verb that governs the contact's word: what it says is the
// contact's status, not somebody's statement of it ("agreed to meet", "has not
// requested a call").
func (f *finder) ownVerbs(c cue) readout.Span {
	if c.verb() {
		if c.group.Governor >= 0 {
			return f.Span(c.group.Governor, c.group.Governor+1)
		}
		return readout.Span{}
	}
	start := f.Sentences[c.sentence].First
	if l := f.light(f.nounPhrase(c, start), start); l != nil && l.word != nil && l.word.Status != string(readout.Denied) {
		return f.Span(l.group.Main, l.group.Main+1)
	}
	return readout.Span{}
}

// denies reports whether a negated cue denies what is said, rather than declines
// to say it.
func (f *finder) denies(s readout.Statement) bool {
	first, last := f.TokensIn(s.Cue.Hull())
	for i := first; i < last; i++ {
		for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
			switch form.Lemma {
			case "deny", "reject", "refute", "dismiss", "rebut":
				return true
			}
		}
	}
	return false
}
