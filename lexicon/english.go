package lexicon

import (
	"strings"

	"readout/internal/syntax/parser"
)

// English is what data/en knows of words, whatever the stage that uses it.
type English struct {
	Time          *TimeWords
	abbreviations map[string]bool
	forms         map[string][]VerbForm
	adverbs       map[string]bool
	asides        map[string][][]string // adverbial phrases of several words, by the first
	model         func() *parser.Model
	contactWords
	actWords
}

// VerbForm is one reading of a word as a form of a verb.
type VerbForm struct {
	Lemma string
	Form  Inflection
}

// Inflection is a form of a verb.
type Inflection uint8

// The inflections. A regular past form is both Past and Participle.
const (
	Base Inflection = 1 << iota
	Third
	Past
	Participle
	Ing
)

func (l *loader) english() *English {
	e := &English{abbreviations: map[string]bool{}, forms: map[string][]VerbForm{}, adverbs: map[string]bool{}, asides: map[string][][]string{}}
	for _, r := range l.table("en/abbreviations.tsv", "abbreviation") {
		e.abbreviations[strings.TrimSuffix(strings.ToLower(r.Get("abbreviation")), ".")] = true
	}
	for _, r := range l.table("en/adverbs.tsv", "adverb") {
		words := strings.Fields(r.Get("adverb"))
		if len(words) > 1 {
			e.asides[words[0]] = append(e.asides[words[0]], words)
			continue
		}
		e.adverbs[words[0]] = true
	}
	for _, r := range l.table("en/verbs.tsv", "lemma") {
		e.addVerb(r.Get("lemma"), r.List("past"), r.List("participle"), r.List("present"))
	}
	l.contacts(e)
	l.acts(e)
	e.Time = l.timeWords(e.Abbreviation)
	e.model = l.model("en")
	return e
}

// Abbreviation reports whether a folded word keeps a period that follows it.
func (e *English) Abbreviation(folded string) bool { return e.abbreviations[folded] }

// VerbForms gives the readings of a folded word as a verb; nil if it is none that
// verbs.tsv lists.
func (e *English) VerbForms(folded string) []VerbForm { return e.forms[folded] }

// IsForm reports whether the folded word can be a form of the lemma, and which.
func (e *English) IsForm(folded, lemma string) (Inflection, bool) {
	for _, f := range e.forms[folded] {
		if f.Lemma == lemma {
			return f.Form, true
		}
	}
	return 0, false
}

// Adverb reports whether the word can stand inside a verb group: adverbs.tsv, or
// a word in -ly.
func (e *English) Adverb(folded string) bool {
	return e.adverbs[folded] || len(folded) > 4 && strings.HasSuffix(folded, "ly")
}

// AdverbPhrases gives the adverbial phrases of several words whose first this is.
func (e *English) AdverbPhrases(first string) [][]string { return e.asides[first] }

// addVerb adds all forms of a verb; past, participle and present (third person and
// like forms) are given for irregular verbs only.
func (e *English) addVerb(lemma string, past, participle, present []string) {
	add := func(form string, f Inflection) {
		for i, v := range e.forms[form] {
			if v.Lemma == lemma {
				e.forms[form][i].Form |= f
				return
			}
		}
		e.forms[form] = append(e.forms[form], VerbForm{lemma, f})
	}
	add(lemma, Base)
	if len(present) == 0 {
		present = []string{thirdPerson(lemma)}
	}
	for _, p := range present {
		add(p, Third)
	}
	add(ingForm(lemma), Ing)
	if american[lemma] {
		add(lemma+"ing", Ing)
	}
	if len(past) == 0 {
		past = []string{edForm(lemma)}
		if american[lemma] {
			past = append(past, lemma+"ed")
		}
	}
	if len(participle) == 0 {
		participle = past
	}
	for _, p := range past {
		add(p, Past)
	}
	for _, p := range participle {
		add(p, Participle)
	}
}

// inflections lists for each form the word that a verb has in it, by lemma: the
// first by spelling where there are several.
func (e *English) inflections() map[VerbForm]string {
	out := map[VerbForm]string{}
	for word, readings := range e.forms {
		for _, f := range readings {
			for form := Base; form <= Ing; form <<= 1 {
				key := VerbForm{f.Lemma, form}
				if have := out[key]; f.Form&form != 0 && (have == "" || word < have) {
					out[key] = word
				}
			}
		}
	}
	return out
}

func thirdPerson(v string) string {
	switch {
	case consonantY(v):
		return v[:len(v)-1] + "ies"
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "x"), strings.HasSuffix(v, "z"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "o"):
		return v + "es"
	}
	return v + "s"
}

func ingForm(v string) string {
	switch {
	case strings.HasSuffix(v, "ie"):
		return v[:len(v)-2] + "ying"
	case strings.HasSuffix(v, "e") && !strings.HasSuffix(v, "ee") && !strings.HasSuffix(v, "ye") && !strings.HasSuffix(v, "oe"):
		return v[:len(v)-1] + "ing"
	case doubles(v):
		return v + v[len(v)-1:] + "ing"
	}
	return v + "ing"
}

func edForm(v string) string {
	switch {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case consonantY(v):
		return v[:len(v)-1] + "ied"
	case doubles(v):
		return v + v[len(v)-1:] + "ed"
	}
	return v + "ed"
}

func consonantY(v string) bool {
	return len(v) > 1 && v[len(v)-1] == 'y' && !strings.ContainsRune("aeiou", rune(v[len(v)-2]))
}

// stressed are the longer verbs that double their last letter.
var stressed = map[string]bool{"admit": true, "commit": true, "submit": true, "refer": true, "prefer": true, "defer": true, "confer": true, "occur": true, "permit": true,
	"transmit": true, "omit": true, "compel": true, "expel": true, "regret": true, "rebut": true, "cancel": true, "signal": true, "travel": true, "counsel": true, "equip": true, "program": true, "rebel": true, "patrol": true, "control": true, "model": true, "level": true, "transfer": true, "upset": true, "begin": true, "abet": true, "recur": true, "incur": true, "deter": true, "concur": true, "propel": true, "repel": true, "fulfil": true, "enrol": true, "label": true, "recommit": true}

// american are the verbs whose last letter American spelling leaves single.
var american = map[string]bool{"travel": true, "cancel": true, "signal": true, "counsel": true, "model": true, "level": true, "label": true, "dial": true, "channel": true, "fuel": true, "marshal": true, "total": true}

// doubles reports whether a verb doubles its last consonant before -ed and -ing:
// one syllable that ends in a vowel and a consonant, or a stressed last syllable.
func doubles(v string) bool {
	if stressed[v] {
		return true
	}
	n, vowels := len(v), 0
	for _, r := range v {
		if strings.ContainsRune("aeiou", r) {
			vowels++
		}
	}
	return n >= 3 && vowels == 1 && strings.ContainsRune("aeiou", rune(v[n-2])) && !strings.ContainsRune("aeiouwxy", rune(v[n-1]))
}
