package learn

import (
	"sort"
	"strings"

	"readout/internal/syntax/conllu"
	"readout/internal/syntax/parser"
)

// How often a word must have been seen: to be in the dictionary, for the list of
// its tags to be whole, and for a row of its own in the hidden layers; and how many
// words seen only once must have had a tag for it to be open.
const (
	knownFrom = 2
	sureFrom  = 20
	rowFrom   = 25
	openFrom  = 10
)

// tagOf is a word's tag as the dictionary lists it.
func tagOf(w conllu.Word) string { return w.XPOS + "|" + w.UPOS }

// count is how often something was seen.
type count map[string]int

// names lists what was counted, the commonest first.
func (c count) names() []string {
	out := make([]string, 0, len(c))
	for n := range c {
		out = append(out, n)
	}
	sort.Slice(out, func(i, j int) bool {
		return c[out[i]] > c[out[j]] || c[out[i]] == c[out[j]] && out[i] < out[j]
	})
	return out
}

// tagNames lists the tags of a treebank.
func tagNames(bank []conllu.Sentence) []string {
	tags := count{}
	for _, s := range bank {
		for _, w := range s.Words {
			tags[tagOf(w)]++
		}
	}
	return tags.names()
}

// dictionary counts the words of a treebank. tags are the tags by number; rows says
// which words have rows, nil to give them to the words that are common enough.
func dictionary(bank []conllu.Sentence, tags []string, rows map[string]uint32) parser.Dictionary {
	number := map[string]uint8{}
	for i, t := range tags {
		number[t] = uint8(i)
	}
	forms, seen := count{}, map[string]count{}
	for _, s := range bank {
		for _, w := range s.Words {
			form := parser.Normal(w.Form)
			forms[form]++
			if seen[form] == nil {
				seen[form] = count{}
			}
			seen[form][tagOf(w)]++
		}
	}
	d := parser.Dictionary{Tags: tags, Words: map[string]parser.Entry{}}
	once := count{}
	if rows == nil {
		rows = map[string]uint32{}
		for i, form := range forms.names() {
			if forms[form] >= rowFrom && i < parser.MaxRows {
				rows[form] = uint32(i + 1)
			}
		}
	}
	for form, n := range forms {
		for t, k := range seen[form] {
			if k == 1 {
				once[t]++
			}
		}
		if n < knownFrom {
			continue
		}
		e := parser.Entry{Sure: n >= sureFrom, Row: rows[form]}
		for _, t := range seen[form].names() {
			e.Tags = append(e.Tags, number[t])
		}
		d.Words[form] = e
	}
	for i, t := range tags {
		if once[t] >= openFrom {
			d.Open = append(d.Open, uint8(i))
		}
	}
	if d.Open == nil { // a treebank too small to tell: any tag
		for i := range tags {
			d.Open = append(d.Open, uint8(i))
		}
	}
	return d
}

// relations lists the relations of a treebank, from number 1, and those seen between
// the parts of speech: twice, or at all where there are few.
func relations(bank []conllu.Sentence) (names []string, allowed map[parser.Pair][]uint8) {
	rels, pairs := count{}, map[parser.Pair]count{}
	for _, s := range bank {
		for _, w := range s.Words {
			rels[w.Rel]++
			p := parser.Pair{Dependent: w.UPOS}
			if w.Head > 0 {
				p.Head = s.Words[w.Head-1].UPOS
			}
			if pairs[p] == nil {
				pairs[p] = count{}
			}
			pairs[p][w.Rel]++
		}
	}
	names = append([]string{""}, rels.names()...)
	number := map[string]uint8{}
	for i, n := range names {
		number[n] = uint8(i)
	}
	allowed = map[parser.Pair][]uint8{}
	for p, c := range pairs {
		for _, r := range c.names() {
			if c[r] >= 2 || len(c) <= 2 {
				allowed[p] = append(allowed[p], number[r])
			}
		}
	}
	return names, allowed
}

// lemmas finds the rules of a treebank's lemmas: for each end of a word, from the
// shortest, the commonest change, if the shorter end's rule would not do the same.
func lemmas(bank []conllu.Sentence) parser.Lemmas {
	ends, words := map[string]count{}, map[string]count{}
	see := func(to map[string]count, key, change string) {
		if to[key] == nil {
			to[key] = count{}
		}
		to[key][change]++
	}
	for _, s := range bank {
		for _, w := range s.Words {
			form, lemma := parser.LemmaForm(w.Form), parser.LemmaForm(w.Lemma)
			change := parser.Change(form, lemma)
			if w.UPOS == "PROPN" || w.UPOS == "X" || change == "" || lemma == "_" {
				continue
			}
			see(words, w.UPOS+" ^"+form, change)
			for n := 0; n <= min(len(form), parser.MaxEnd); n++ {
				see(ends, w.UPOS+" "+form[len(form)-n:], change)
			}
		}
	}
	out := parser.Lemmas{Rules: map[string]string{}}
	// Shorter ends first, whole words last: a rule that its next shorter one makes
	// needless is left out.
	keys := make([]string, 0, len(ends))
	for k := range ends {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		return len(keys[i]) < len(keys[j]) || len(keys[i]) == len(keys[j]) && keys[i] < keys[j]
	})
	for _, k := range keys {
		best := ends[k].names()[0]
		if ends[k][best] >= 2 && shorter(out, k) != best {
			out.Rules[k] = best
		}
	}
	for k, c := range words {
		best := c.names()[0]
		upos, form, _ := strings.Cut(k, " ^")
		if out.Lemma(form, upos) != parser.Apply(form, best) {
			out.Rules[k] = best
		}
	}
	return out
}

// shorter is the change that the rules for shorter ends than key's make.
func shorter(l parser.Lemmas, key string) string {
	at := strings.IndexByte(key, ' ') + 1
	for i := at + 1; i <= len(key); i++ {
		if change, ok := l.Rules[key[:at]+key[i:]]; ok {
			return change
		}
	}
	return ""
}
