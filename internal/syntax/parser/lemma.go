package parser

import "strings"

// Lemmas turn forms into their dictionary forms: Rules maps a part of speech, a
// space and the end of a word ("VERB ies"; "^" before a whole word) to a change, and
// the longest end that has a rule decides.
type Lemmas struct{ Rules map[string]string }

// MaxEnd is how many bytes of a word's end a rule looks at, at most.
const MaxEnd = 8

// Lemma gives the dictionary form of a word; a name's is the word itself.
func (l *Lemmas) Lemma(form, upos string) string {
	if upos == "PROPN" {
		return form
	}
	w := LemmaForm(form)
	if change, ok := l.Rules[upos+" ^"+w]; ok {
		return Apply(w, change)
	}
	for n := min(len(w), MaxEnd); n >= 0; n-- {
		if change, ok := l.Rules[upos+" "+w[len(w)-n:]]; ok {
			return Apply(w, change)
		}
	}
	return w
}

// LemmaForm is the form of a word that the rules speak of: lower case with plain
// marks; digits stay.
func LemmaForm(form string) string { return strings.ToLower(plainMarks.Replace(form)) }

// Change says how to get from one word to another: how many bytes to cut from its
// end, as a letter from "a" for none, and what to put there. "" is no change that
// can be said so.
func Change(from, to string) string {
	common := 0
	for common < len(from) && common < len(to) && from[common] == to[common] {
		common++
	}
	cut := len(from) - common
	if cut > 'z'-'a' {
		return ""
	}
	return string(rune('a'+cut)) + to[common:]
}

// Apply makes a change.
func Apply(word, change string) string {
	if change == "" {
		return word
	}
	cut := int(change[0] - 'a')
	if cut < 0 || cut > len(word) {
		return word
	}
	return word[:len(word)-cut] + change[1:]
}
