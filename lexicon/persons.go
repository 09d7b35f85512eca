package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
	"readout/internal/token"
)

// NameWords is names.tsv and given.tsv: words that decide where a person's name
// begins and ends.
type NameWords struct {
	kinds   map[string][]string
	variant map[string]string // given name → the form that stands for its group
	given   map[string]string // given name → m, f, or "" where both bear it
}

// Is reports whether a folded word is of a kind: particle, article, suffix, stop,
// ambiguous, orghead, institution, ordinary, portfolio, kin, paper.
func (n *NameWords) Is(kind, word string) bool { return slices.Contains(n.kinds[word], kind) }

// Given is the form that stands for a given name and its variants.
func (n *NameWords) Given(word string) string {
	if v, ok := n.variant[word]; ok {
		return v
	}
	return word
}

func (l *loader) nameWords() *NameWords {
	n := &NameWords{kinds: map[string][]string{}, variant: map[string]string{}, given: map[string]string{}}
	for _, r := range l.table("en/names.tsv", "word", "kind") {
		word, kind := r.Get("word"), r.Get("kind")
		if kind != "variant" {
			n.kinds[word] = append(n.kinds[word], kind)
			continue
		}
		root := n.Given(word)
		n.variant[word] = root
		for _, s := range r.List("same") {
			n.variant[token.Fold(s)] = root
		}
	}
	for _, r := range l.table("en/given.tsv", "word") {
		g := r.Get("gender")
		if g != "" && g != "m" && g != "f" {
			l.fault(r.Err("no such gender: %q", g))
		}
		n.given[r.Get("word")] = g
	}
	return n
}

// GenderOf is the gender that a folded given name tells, m or f; "" where it tells none.
func (n *NameWords) GenderOf(given string) string { return n.given[given] }

// IsGiven reports whether given.tsv has the folded word.
func (n *NameWords) IsGiven(word string) bool {
	_, ok := n.given[word]
	return ok
}

// PersonNames finds persons by their names' words.
type PersonNames struct {
	full   map[string][]readout.EntityID
	family map[string][]readout.EntityID
	given  map[string]bool
	words  map[readout.EntityID][][]string
	pairs  map[string][]readout.EntityID // first word of a name of two → whose
}

// NameKey joins the folded words of a name; marks and periods do not count.
func NameKey(words []string) string { return strings.Join(words, " ") }

// NameParts are the folded words of a name: no marks, no periods.
func NameParts(tokens []token.Token) []string {
	var out []string
	for _, t := range tokens {
		if t.Kind != token.Word {
			continue
		}
		word, _, _ := strings.Cut(t.Fold, "‘") // a possessive with the wrong mark
		if w := strings.Map(letters, word); w != "" && w != "s" {
			out = append(out, w)
		}
	}
	return out
}

// letters drops what is neither letter nor digit.
func letters(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) {
		return r
	}
	return -1
}

// Full lists who has a full name or alias of just these words, in any order.
func (p *PersonNames) Full(words []string) []readout.EntityID {
	return p.full[NameKey(slices.Sorted(slices.Values(words)))]
}

// Family lists who has a family name, or a name used alone, of just these words.
func (p *PersonNames) Family(words []string) []readout.EntityID { return p.family[NameKey(words)] }

// Words lists the folded words of each of a known person's full names, the name first.
func (p *PersonNames) Words(id readout.EntityID) [][]string { return p.words[id] }

// Beginning lists who has a full name of two words of which the folded word is the first.
func (p *PersonNames) Beginning(word string) []readout.EntityID { return p.pairs[word] }

// Given reports whether the folded word is a given name: given.tsv has it, or somebody known.
func (p *PersonNames) Given(word string) bool { return p.given[word] }

func newPersonNames(w *World, words *NameWords) *PersonNames {
	n := len(w.People)
	p := &PersonNames{full: make(map[string][]readout.EntityID, 2*n), family: make(map[string][]readout.EntityID, n), given: make(map[string]bool, n), words: make(map[readout.EntityID][][]string, n), pairs: make(map[string][]readout.EntityID, n)}
	for word := range words.given {
		p.given[word] = true
	}
	return p
}

// put adds somebody to those who have a name.
func put(m map[string][]readout.EntityID, key string, id readout.EntityID) {
	if key != "" && !slices.Contains(m[key], id) {
		m[key] = append(m[key], id)
	}
}

// add adds a name of a person; family are the words of the family name.
func (p *PersonNames) add(id readout.EntityID, words, family []string, titles *Titles) {
	if len(words) <= len(family) {
		put(p.family, NameKey(words), id)
		return
	}
	p.words[id] = append(p.words[id], words)
	if len(words) == 2 {
		put(p.pairs, words[0], id)
	}
	put(p.full, NameKey(slices.Sorted(slices.Values(words))), id)
	if (len(family) == 0 || words[0] != family[0]) && len(words[0]) > 1 && !titles.begins(words[0]) { // no "Grand Duke"
		p.given[words[0]] = true
	}
}

// FullNames are the name and the aliases, the name first, and, where the name has a part with a
// small letter behind a hyphen ("Cho Tae-yong"), last the same without it ("Cho Taeyong").
func (p *Person) FullNames() []string {
	names := append([]string{p.Name}, p.Aliases...)
	if joined := joinedSmall(p.Name); joined != p.Name {
		names = append(names, joined)
	}
	return names
}

// joinedSmall is a name without the hyphens that stand before small letters.
func joinedSmall(name string) string {
	var b strings.Builder
	for i, r := range name {
		if r == '-' {
			if next, _ := utf8.DecodeRuneInString(name[i+1:]); unicode.IsLower(next) {
				continue
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}
