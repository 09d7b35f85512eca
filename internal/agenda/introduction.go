package agenda

import (
	"readout"
	"readout/internal/token"
)

// begin is the first token of a sentence after bullets, numbers and other marks.
func (f *finder) begin(s int) int {
	i, last := f.Sentences[s].First, f.Sentences[s].Last
	if f.Tokens[i].AllCaps {
		i = f.afterDateline(i, last)
	}
	for i < last && f.Tokens[i].Kind == token.Mark && !f.Tokens[i].Quote() {
		i++
	}
	if i+1 < last && f.Tokens[i].Kind == token.Number && f.at(i+1).Is(".", ")") && f.at(i+1).Start == f.Tokens[i].End {
		i += 2
	}
	return i
}

// afterDateline is the token after "MOSCOW, Dec. 31 —", or first.
func (f *finder) afterDateline(first, last int) int {
	for i := first + 1; i < min(last, first+fronted); i++ {
		if f.Tokens[i].Is("-") && f.Tokens[i].Space && i+1 < last && f.Tokens[i+1].Space {
			return i + 1
		}
	}
	return first
}

// afterCleft is the token after "It is for this reason that", or first.
func (f *finder) afterCleft(first int) int {
	if f.at(first).Is("it") && f.at(first+1).Is("is", "was") && f.at(first+2).Is("for", "in", "with") {
		for i := first + 3; i < first+fronted; i++ {
			if f.at(i).Is("that") {
				return i + 1
			}
		}
	}
	return first
}

// afterIntroduction is where the main clause can begin: after the comma that ends a
// clause of time or condition ("If the duty is lifted, …"), else first.
func (f *finder) afterIntroduction(first, last int) int {
	if !f.at(first).Is("if", "when", "once", "after", "before", "since", "because", "although", "though", "unless", "until", "as", "while", "provided") {
		return first
	}
	for i := first; i < min(last, first+reach); i++ {
		if f.Tokens[i].Is(",") && i+2 < last {
			return i + 1
		}
	}
	return first
}

// start is where the words of the first clause begin: after an introduction such
// as "During the conversation," or "In this context,".
func (f *finder) start(first int, h head) int {
	verb := h.verb.First
	if f.at(first).Is("if", "unless", "once", "provided", "although", "though", "while") || f.owner[first] >= 0 && f.Mentions[f.owner[first]].Form == readout.ByPronoun || h.ing() {
		return first
	}
	for i := first; i < min(verb, first+reach); i++ {
		if !f.Tokens[i].Is(",") || i+1 >= verb {
			continue
		}
		if f.introduces(first, i) {
			return i + 1
		}
		return first
	}
	for first < verb-1 && f.at(first).Is("also", "finally", "additionally", "moreover", "furthermore", "and", "but") {
		first++
	}
	return first
}

// introduces reports whether the tokens [first, end) before a comma introduce the
// clause and are no part of its subject: a preposition or adverb begins them.
func (f *finder) introduces(first, end int) bool {
	if f.owner[first] >= 0 && f.Tokens[first].Upper && !f.at(first).Is("on", "in", "at", "during") {
		return false
	}
	return f.at(first).Is("during", "in", "at", "on", "as", "for", "following", "with", "to", "under", "within", "after", "before", "when", "since", "throughout", "turning", "speaking", "regarding", "concerning", "among", "against", "beyond", "given", "by", "from", "besides", "because", "until", "according") ||
		end-first <= 2 && f.Lex.English.Adverb(f.at(first).Fold) || end-first == 1 && f.at(first).Is("overall", "finally", "separately", "furthermore", "moreover", "however", "meanwhile", "also", "further", "next", "second", "third", "first")
}
