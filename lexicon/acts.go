package lexicon

import (
	"slices"
	"strings"

	"readout"
)

// ActWord is a row of en/acts.tsv: a verb that says what a clause of an account
// does.
type ActWord struct {
	Words      []string // lemma, then the words that belong to it
	Objects    []string // folded; one must follow, if there are any
	Act        readout.Act
	Commitment bool
	Strength   readout.Strength
	Example    string
}

// actWords is en/acts.tsv by lemma and en/assessments.tsv.
type actWords struct {
	acts        map[string][]*ActWord
	assessments map[string]bool
}

func (l *loader) acts(e *English) {
	e.actWords = actWords{acts: map[string][]*ActWord{}, assessments: map[string]bool{}}
	for _, r := range l.table("en/acts.tsv", "verb", "object") {
		w := &ActWord{Words: strings.Fields(r.Get("verb")), Objects: r.List("object"), Act: readout.Act(r.Get("act")), Commitment: r.Get("commitment") == "yes",
			Strength: readout.Strength(r.Get("strength")), Example: r.Get("example")}
		if !slices.Contains(readout.Acts, w.Act) {
			l.fault(r.Err("no act %q", w.Act))
		}
		if len(e.forms[w.Words[0]]) == 0 {
			l.fault(r.Err("verbs.tsv has no verb %q", w.Words[0]))
		}
		e.actWords.acts[w.Words[0]] = append(e.actWords.acts[w.Words[0]], w)
	}
	for _, list := range e.actWords.acts { // rows with an object, then longer ones, come first
		slices.SortStableFunc(list, func(a, b *ActWord) int {
			if (len(a.Objects) > 0) != (len(b.Objects) > 0) {
				return boolOrder(len(a.Objects) > 0)
			}
			return len(b.Words) - len(a.Words)
		})
	}
	for _, r := range l.table("en/assessments.tsv", "word") {
		e.assessments[r.Get("word")] = true
	}
}

func boolOrder(first bool) int {
	if first {
		return -1
	}
	return 1
}

// Acts gives the rows of a verb's lemma: those with an object first, then longer
// ones.
func (e *English) Acts(lemma string) []*ActWord { return e.actWords.acts[lemma] }

// Assessment reports whether the word describes how a talk went.
func (e *English) Assessment(folded string) bool { return e.assessments[folded] }
