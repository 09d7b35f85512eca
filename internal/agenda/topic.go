package agenda

import (
	"slices"

	"readout"
	"readout/internal/token"
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
	if len(p.Topics) == 0 && f.goesOn(c) {
		p.Topics = slices.Clone(f.topics)
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
	var out []string
	for _, h := range f.Lex.Topics.In(f.Raw, words) {
		if !slices.Contains(out, h.Topic) {
			out = append(out, h.Topic)
		}
	}
	return out
}

// naming reports whether token i stands in words that name a person or an office.
func (f *finder) naming(i int) bool {
	m := f.owner[i]
	if m < 0 {
		return false
	}
	k := f.Mentions[m].Entity.Kind()
	return k == readout.Person || k == readout.Office || f.Mentions[m].Form == readout.ByGroup
}

// goesOn reports whether the clause's words point back at the clause before: a
// participle of saying, or an anaphor that is not just the subject ("this step",
// "urged their release", "took note of the request").
func (f *finder) goesOn(c clause) bool {
	if c.ing() && c.act != nil {
		return true
	}
	for i := c.front; i < c.last; i++ {
		if i < c.verb.First && f.at(i).Is("it") {
			continue
		}
		if f.at(i).Is("it", "its", "them", "such") || f.at(i).Is("their") && i > c.at && len(c.subject) == 1 || f.at(i).Is("this", "these") {
			return true
		}
		if f.at(i).Is("the", "that", "their") && f.at(i+1).Is(shells...) && !f.at(i+2).Is("of", "in", "on", "with", "between", "for") {
			return true
		}
	}
	return false
}

// shells are nouns that with an article stand for what was just told.
var shells = []string{"matter", "matters", "issue", "issues", "question", "problem", "request", "proposal", "offer", "topic", "subject", "process", "situation", "deadline", "agreement", "arrangement", "decision", "initiative", "plan", "project", "case", "purpose", "end"}
