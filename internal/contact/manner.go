package contact

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// manner is the length of a manner phrase at token i, 0 if there is none.
func (f *finder) manner(i int) int {
	for _, w := range f.Lex.English.Manners(f.Tokens[i].Fold) {
		if n := f.mannerAt(i, w); n > 0 {
			return n
		}
	}
	return 0
}

// byManner reads a sentence whose only telling words are a manner phrase: "By video
// link, Reyes briefed Holt". The subject and the object of its verb, of two states,
// were in contact.
func (f *finder) byManner(s int) (cue, []draft) {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	for i := first; i < last; i++ {
		for _, w := range f.Lex.English.Manners(f.Tokens[i].Fold) {
			n := f.mannerAt(i, w)
			if n == 0 || f.mannerOfNoun(i, first) {
				continue
			}
			c := cue{sentence: s, first: i, last: i + n, head: i, word: w}
			g, ok := f.verbOfManner(i, first, last)
			if !ok {
				continue
			}
			c.group = g
			subject := f.subject(g.First, first)
			if g.To && g.Governor >= 0 {
				subject = f.governedSubject(c, first, subject)
			}
			object, _, _ := f.listRight(f.skipInside(g.Main+1, last), last)
			for _, p := range []string{"with", "to"} { // "exchanged greetings by telephone with Holt"
				for _, from := range []int{g.Main + 1, i + n} {
					if at := f.find(from, last, p); len(object) == 0 && at > 0 {
						object, _, _ = f.listRight(at, last)
					}
				}
			}
			if len(f.parties(subject)) > 1 && !f.persons(object) { // "Reyes and Holt discussed the border by telephone"
				object = nil
			}
			status := f.verbStatus(g, 0)
			if f.habitualVerb(c) || f.recurs(c) {
				return c, nil // "met in person a number of times"
			}
			if w.Channel == string(readout.Conversation) && status != readout.Held && status != readout.Denied {
				return c, nil // "agreed to stay in touch"
			}
			d, ok := f.draft(c, sides{begun: -1}, append(subject, object...), status)
			if ok && d.solid && d.Scope == readout.International && (len(object) == 0 || f.persons(object) || f.delegates(object[0])) {
				return c, []draft{d}
			}
			return c, nil
		}
	}
	return cue{}, nil
}

// mannerOfNoun reports whether the phrase at token i only says how contacts were that the
// sentence refers to: "as agreed during their recent contacts over the telephone".
func (f *finder) mannerOfNoun(i, start int) bool {
	if i-1 <= start || !f.telling(i-1) || f.owner[i-1] >= 0 {
		return false
	}
	np := f.nounPhrase(cue{sentence: f.SentenceOf(i), first: i - 1, last: i, head: i - 1}, start)
	return f.at(np).Is("his", "her", "their") && f.at(np-1).Is("during", "in", "at", "of", "on", "after")
}

// verbOfManner is the verb whose manner the phrase at token i is: the last before it
// in its clause, or else the first behind a phrase that opens the sentence.
func (f *finder) verbOfManner(i, first, last int) (syntax.Group, bool) {
	for j := i - 1; j >= first && !f.at(j).Is(";"); j-- {
		if g, ok := f.GroupAt(j, ""); ok && f.owner[j] < 0 && f.quoted[j] == f.quoted[i] && (f.finite(j) || g.To) {
			return g, true
		}
	}
	for j := i + 1; j < last; j++ {
		if f.finite(j) && f.quoted[j] == f.quoted[i] {
			return f.GroupAt(j, "")
		}
	}
	return syntax.Group{}, false
}

// mannerAt is the length of the phrase at token i, an article and an adjective inside it
// allowed ("over a secure video link"); 0 if it is not there.
func (f *finder) mannerAt(i int, w *lexicon.ContactWord) int {
	if n := f.matchNoun(i, w.Words); n == len(w.Words) {
		return n
	}
	inside := 1
	for f.at(i+inside).Is("a", "an", "the", "secure", "secured", "encrypted", "satellite") && inside < 3 {
		inside++
	}
	if len(w.Words) > 1 && i+inside < len(f.Tokens) && f.Tokens[i].Fold == w.Words[0] && f.matchNoun(i+inside, w.Words[1:]) == len(w.Words)-1 {
		return len(w.Words) + inside - 1
	}
	return 0
}

// channel is how the parties were in contact: the cue's own channel, or what a
// manner phrase in the same sentence says of it.
func (f *finder) channel(c cue) readout.Channel {
	channel := readout.Channel(c.word.Channel)
	if c.word.Channel == "press" {
		channel = readout.Meeting
	}
	if channel == readout.Letter || channel == readout.Visit || channel == readout.Call && !c.verb() {
		return channel
	}
	start := f.Sentences[c.sentence].First
	for i, np := c.first-1, min(f.nounPhrase(c, start), c.first-4); i >= max(np, start) && !c.verb(); i-- {
		switch {
		case f.at(i).Is("virtual", "online", "video"):
			return readout.Video
		case f.at(i).Is("phone", "telephone", "conference") && channel != readout.Meeting:
			return readout.Call
		case prepositions[f.at(i).Fold] || f.at(i).Is("and", ","):
			i = 0
		}
	}
	if w := f.nearestManner(c); w != nil && (channel == readout.Conversation || c.verb() && channel == readout.Meeting || w.Channel == string(readout.Video) || channel == readout.Talks && w.Channel == string(readout.Call) || c.verb() && slices.Contains(c.word.Frames, "addressed")) {
		return readout.Channel(w.Channel)
	}
	return channel
}

// nearestManner is the manner phrase of the sentence that stands nearest to the cue,
// behind it before in front of it; nil if there is none near.
func (f *finder) nearestManner(c cue) *lexicon.ContactWord {
	var best *lexicon.ContactWord
	distance := 14
	start, first := f.Sentences[c.sentence].First, c.first
	if !c.verb() {
		first = f.nounPhrase(c, start)
	}
	for i := max(start, first-12); i < min(f.Sentences[c.sentence].Last, c.last+14); i++ {
		if _, other := f.verb(c.sentence, i); other && i >= c.last {
			break // "met in Geneva and talked by telephone"
		}
		for _, w := range f.Lex.English.Manners(f.Tokens[i].Fold) {
			gap := i - c.last
			if gap < 0 {
				gap = max(first-i, 0) + 1
			}
			if gap < distance && f.mannerAt(i, w) > 0 {
				best, distance = w, gap
			}
		}
	}
	return best
}
