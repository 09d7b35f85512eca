package agenda

import (
	"slices"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// topic finds the clause's topics: in its words and its introduction, without the
// words that only name persons and offices. A clause that goes on about the
// clause before carries its topics.
func (f *finder) topic(p *readout.Point, c clause) {
	if p.Act == readout.Assessed && f.content(c.first, c.last) < 12 {
		p.Topics = f.topicsIn(c.first, c.last)
		return
	}
	p.Topics = f.topicsIn(c.front, c.last)
	switch {
	case len(p.Topics) == 0 && f.goesOn(c):
		p.Topics = slices.Clone(f.topics)
	case p.Act != readout.Discussed && placeless(p.Topics):
		for _, t := range f.topics {
			if !slices.Contains(p.Topics, t) && f.place(t) {
				p.Topics = append(p.Topics, t)
			}
		}
	}
	if !c.item || len(p.Topics) > 0 {
		f.topics = p.Topics
	}
}

func (f *finder) topicsIn(first, last int) []string {
	var words []token.Token
	for i := first; i < last; i++ {
		if !f.naming(i) {
			words = append(words, f.Tokens[i])
		}
	}
	hits := f.Lex.Topics.In(f.Raw, words)
	if f.Lex.Language != nil {
		hits = append(hits, f.Lex.Topics.In(f.Raw, f.written(words))...)
	}
	var out []string
	for _, h := range hits {
		if !slices.Contains(out, h.Topic) {
			out = append(out, h.Topic)
		}
	}
	return out
}

// written is the text's own words where glosses stand for them: topics have terms
// of several languages.
func (f *finder) written(words []token.Token) []token.Token {
	var out []token.Token
	for i := 0; i < len(words); {
		start, end := words[i].Start, words[i].End
		for i++; i < len(words) && words[i].Start <= end+1; i++ {
			end = max(end, words[i].End)
		}
		for _, t := range token.Cut(f.Raw[start:end], f.Lex.Language.Abbreviation) {
			t.Start, t.End = t.Start+start, t.End+start
			out = append(out, t)
		}
	}
	return out
}

// placeless reports whether the topics are matters of war and peace alone that name
// no place: which war it is, the clause before says ("The situation in Libya was
// discussed. The President called for a ceasefire.").
func placeless(topics []string) bool {
	return len(topics) > 0 && !slices.ContainsFunc(topics, func(t string) bool {
		return !slices.Contains([]string{"ceasefire", "peace-talks", "de-escalation", "peacekeeping"}, t)
	})
}

// place reports whether a topic is named after a state or place.
func (f *finder) place(id string) bool {
	t := f.Lex.Topics.Get(id)
	return t != nil && slices.ContainsFunc(f.Lex.Names.Find(t.Name, nil), func(e lexicon.Entry) bool {
		return e.Entity.Kind() == readout.State || e.Entity.Kind() == readout.Place
	})
}

// naming reports whether token i stands in words that name a person or an office.
func (f *finder) naming(i int) bool {
	m := f.owner[i]
	if m < 0 {
		return false
	}
	k := f.Mentions[m].Entity.Kind()
	if first, last := f.TokensIn(f.Mentions[m].Name); i >= first && i < last && k == readout.Person && !f.anyParty(f.Mentions[m].Entity) {
		return false // "the release of" somebody is a topic of its own
	}
	return k == readout.Person || k == readout.Office || f.Mentions[m].Form == readout.ByGroup
}

// goesOn reports whether the clause's words point back at the clause before: a
// participle of saying, or an anaphor that is not just the subject ("this step",
// "urged their release", "took note of the request").
func (f *finder) goesOn(c clause) bool {
	if c.ing() && c.act != nil && c.front > f.begin(c.sentence) {
		return true
	}
	short := c.last-c.front <= 12
	named := c.act != nil && slices.Contains([]readout.Act{readout.Thanked, readout.Invited, readout.Congratulated}, c.act.Act)
	for i := c.front; i < c.last; i++ {
		if m := f.owner[i]; m >= 0 && i > c.at && f.Mentions[m].Form != readout.ByPronoun && f.Mentions[m].Form != readout.ByGroup {
			named = true // "its", "their" are that name's
		}
		switch {
		case f.at(i).Is("this", "these", "such"):
			return true
		case named || !short:
		case f.at(i).Is("its", "them"), f.at(i).Is("it") && i > c.verb.First, f.at(i).Is("their") && i > c.at && len(c.subject) == 1 && f.Mentions[c.subject[0]].Form != readout.ByGroup,
			f.at(i).Is("the", "that", "their") && f.at(i+1).Is(shells...) && !f.at(i+2).Is("of", "in", "on", "with", "between", "for"):
			return true
		}
	}
	return false
}

// shells are nouns that with an article stand for what was just told.
var shells = []string{"matter", "matters", "issue", "issues", "question", "problem", "request", "proposal", "offer", "topic", "subject", "process", "situation", "deadline", "agreement", "arrangement", "decision", "initiative", "plan", "project", "case", "purpose", "end"}
