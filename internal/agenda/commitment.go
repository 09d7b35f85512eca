package agenda

import (
	"slices"

	"readout"
	"readout/internal/syntax"
)

// commit reads whether the clause binds its agents, how firmly, on what condition,
// until when, and which contact it plans.
func (f *finder) commit(p *readout.Point, c clause) {
	switch {
	case p.Expected || c.verb.Negated || f.denies(c):
		return
	case c.act != nil && c.act.Commitment && f.future(c):
		p.Commitment, p.Strength = true, c.act.Strength
	case c.act == nil && c.verb.Modal == "shall",
		c.act == nil && c.verb.Time() == syntax.FutureTime && len(p.By) > 0 && !c.verb.Passive && c.verb.Lemma != "be":
		p.Commitment, p.Strength = true, readout.Undertakes
	}
	f.next(p, c)
	if !p.Commitment {
		return
	}
	f.due(p, c)
	f.condition(p, c)
}

// denies reports whether the subject denies the clause: "No agreement was signed".
func (f *finder) denies(c clause) bool {
	return f.at(c.first).Is("no", "neither", "nothing", "nobody", "none")
}

// due is the day until which it is to be done.
func (f *finder) due(p *readout.Point, c clause) {
	span := f.Span(c.first, c.last)
	for _, d := range f.Dates {
		hull := d.From.Hull()
		if !span.Contains(hull) || d.EDTF == "" {
			continue
		}
		first, _ := f.TokensIn(hull)
		for f.at(first-1).Is("the", "end", "of", "start", "beginning", "close") {
			first--
		}
		if f.at(first-1).Is("by", "before", "until", "within", "till") || f.at(first-1).Is("than") && f.at(first-2).Is("later") || f.at(first).Is("within") {
			p.Due = &readout.Day{EDTF: d.EDTF, Words: d.Words}
			return
		}
	}
}

// weightless nouns name no action: to agree on the importance of a thing binds
// nobody.
var weightless = []string{"importance", "need", "necessity", "value", "significance", "urgency", "relevance", "assessment", "view", "views", "principle", "fact", "diagnosis"}

// future reports whether what is agreed is still to be done: an infinitive, "will",
// or a noun of action follows; "agreed that X has lasted too long" binds nobody.
func (f *finder) future(c clause) bool {
	if c.that {
		return f.will(c.first, c.last)
	}
	if c.item || c.verb.Passive && c.act.Act != readout.Agreed {
		return true
	}
	for i := c.at + 1; i < c.last; i++ {
		k := f.at(i)
		switch {
		case k.Is("that"):
			return f.will(i+1, c.last)
		case k.Is("will", "shall"):
			return true
		case k.Is("with"):
			if !f.at(i+1).Is("a", "an") {
				return f.will(i, c.last)
			}
		case k.Is("to"):
			return true
		case k.Is("on", "of", "for", "in"):
			return !f.weightless(i+1, c.last)
		}
	}
	return slices.Contains([]string{"sign", "accept", "establish", "approve", "arrange", "agree", "offer", "settle", "decide", "adopt"}, c.act.Words[0])
}

// will reports whether a modal of the future stands in the tokens [i, last).
func (f *finder) will(i, last int) bool {
	for ; i < last; i++ {
		if f.at(i).Is("will", "shall", "would", "should") {
			return true
		}
	}
	return false
}

func (f *finder) weightless(i, last int) bool {
	for j := i; j < min(last, i+4); j++ {
		if f.at(j).Is(weightless...) {
			return true
		}
	}
	return false
}

// condition is the clause that a promise hangs on.
func (f *finder) condition(p *readout.Point, c clause) {
	for i := c.front; i+1 < c.last; i++ {
		as := f.at(i).Is("as") && f.at(i+1).Is("soon", "long") && f.at(i+2).Is("as") || f.at(i).Is("on") && f.at(i+1).Is("condition") || f.at(i).Is("on") && f.at(i+2).Is("understanding")
		if !as && (!f.at(i).Is("if", "once", "until", "unless", "provided", "when") || f.date(i+1)) || f.at(i).Is("when") && i > c.at {
			continue
		}
		end := c.last
		if i < c.verb.First {
			for end = i; end < c.verb.First && !f.at(end).Is(","); end++ {
			}
		}
		if span := f.Span(i, end); !span.Empty() {
			p.Condition = &readout.Value{Value: f.Cut(span), Words: f.Words(span)}
		}
		return
	}
}

func (f *finder) date(i int) bool {
	s := f.Span(i, i+1)
	return slices.ContainsFunc(f.Dates, func(d readout.Date) bool { return d.EDTF != "" && d.From.Overlaps(s) })
}

// next is the plan that the clause makes: a planned contact told in its words.
func (f *finder) next(p *readout.Point, c clause) {
	if !p.Commitment && p.Act != readout.Invited && p.Act != readout.ProposedAct && p.Act != readout.Agreed && !f.looksAhead(c) {
		return
	}
	span := f.Span(c.first, c.last)
	for _, r := range f.reports {
		if r.In == readout.InText && planned(r.Status) && r.From.Overlaps(span) && r.ID != p.Contact {
			p.Next = r.ID
			return
		}
	}
}

// looksAhead reports whether the clause looks forward to something.
func (f *finder) looksAhead(c clause) bool {
	return c.verb.Lemma == "look" || c.verb.Lemma == "hope" || c.verb.Time() == syntax.FutureTime
}

func planned(s readout.Status) bool {
	return s == readout.Scheduled || s == readout.Arranging || s == readout.Proposed || s == readout.Expected
}

// emphasis is a word or phrase that says how much weight a subject had.
func (f *finder) emphasis(p *readout.Point, c clause) {
	for i := c.first; i < c.last; i++ {
		n := 0
		switch {
		case f.at(i).Is("thoroughly", "extensively", "comprehensively", "primarily", "mainly"):
			n = 1
		case f.at(i).Is("at") && f.at(i+1).Is("length"), f.at(i).Is("in") && f.at(i+1).Is("detail", "depth"), f.at(i).Is("special", "particular") && f.at(i+1).Is("attention", "emphasis", "focus"):
			n = 2
		case f.at(i).Is("with") && f.at(i+1).Is("an", "a") && f.at(i+2).Is("emphasis", "focus"), f.at(i).Is("in") && f.at(i+1).Is("great", "some") && f.at(i+2).Is("detail"):
			n = 3
		}
		if n > 0 && i+n <= c.last {
			span := f.Span(i, i+n)
			p.Emphasis = &readout.Value{Value: f.Cut(span), Words: f.Words(span)}
			return
		}
	}
}
