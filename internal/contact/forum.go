package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
)

// maxItemLabel is how many words the label of an item has at most.
const maxItemLabel = 10

// maxItemSentences is how many sentences an item has, at most, behind its label.
const maxItemSentences = 12

// label is what stands before the colon of the labelled item to which a sentence belongs:
// "Harbour Dialogue: Arvenia and Costava agreed to hold …"; "" if it belongs to none, or
// to a talk, where it would be the speaker.
func (f *finder) label(s int) string {
	for n := s; n >= 0 && n > s-maxItemSentences && f.Sentences[n].Paragraph == f.Sentences[s].Paragraph && !f.inTalk(s); n-- {
		if label := f.labelAt(n); label != "" {
			return label
		}
	}
	return ""
}

// labelAt is the label with which a sentence begins; "" if it has none.
func (f *finder) labelAt(s int) string {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	for first < last && f.Tokens[first].Kind != token.Word {
		first++ // the mark of the item
	}
	for i := first; i < min(last-1, first+maxItemLabel); i++ {
		switch {
		case f.at(i).Is(":") && i > first && f.at(first).Upper:
			return f.Cut(f.Span(first, i))
		case f.finite(i):
			return ""
		}
	}
	return ""
}

// forumName is the name with capitals of two words or more that the contact's noun ends, in
// lower case: "the High-Level Harbour Dialogue"; "" if it ends none.
func (f *finder) forumName(c cue) string {
	if first := f.forumFrom(c); first < c.last-1 {
		return strings.ToLower(f.Cut(f.Span(first, c.last)))
	}
	return ""
}

// forumFrom is the first token of that name, which may have an abbreviation in brackets and
// small words between capitals: "Critical and Emerging Ports (CEP) Dialogue"; c.last where
// there is none.
func (f *finder) forumFrom(c cue) int {
	if c.verb() || !f.at(c.last-1).Upper {
		return c.last
	}
	low := f.Sentences[c.sentence].First
	first := c.last - 1
	for i := first - 1; i >= low; i-- {
		switch k := f.at(i); {
		case k.Upper && !(i == low && f.at(i).Is("the", "a", "an", "this")):
			first = i
		case k.Is("-"), k.Is(")") && f.at(i-1).AllCaps && f.at(i-2).Is("("), k.Is("(") && f.at(i+1).AllCaps, k.Is("and", "of", "for", "on") && f.at(i-1).Upper && f.at(i+1).Upper:
		default:
			return first
		}
	}
	return first
}

// otherForum reports whether two drafts tell of different talks of the same states or
// bodies: those of another labelled item, or with another name.
func otherForum(a, b draft) bool {
	if a.field != b.field || !a.solid || !b.solid || slices.ContainsFunc(slices.Concat(a.Parties, b.Parties), func(p readout.Party) bool { return p.Entity.Kind() == readout.Person }) {
		return false
	}
	if planned(a.Status) && a.label != "" && b.label != "" && a.label != b.label {
		return true
	}
	return a.Channel == readout.Talks && b.Channel == readout.Talks && a.forum != "" && b.forum != "" && !strings.HasSuffix(a.forum, b.forum) && !strings.HasSuffix(b.forum, a.forum)
}
