package lexicon

import (
	"maps"
	"slices"

	"readout/internal/token"
)

// Title is a row of titles.tsv, or a title that only offices.tsv has.
type Title struct {
	Words   string // lower case, singular
	Kind    TitleKind
	Offices []string // kinds of office that it can mean, best first
	Gender  string
	Links   []string // prepositions that lead to its owner
}

// Serves reports whether who bears the title works for another person, whose name may stand
// behind it, and meets others himself: a chief of staff, a sherpa. A spokesman says what the
// other does.
func (t *Title) Serves() bool {
	return t.Words == "sherpa" || slices.Contains(t.Offices, "chief-of-staff")
}

// TitleKind is what a title does to a name.
type TitleKind string

// The kinds of title.
const (
	Honorific TitleKind = "honorific" // Mr, Sir
	Rank      TitleKind = "rank"      // General
	OfficeOf  TitleKind = "office"    // President: stands for its holder
	RoleOf    TitleKind = "role"      // adviser: needs a name
	Relation  TitleKind = "relation"  // counterpart
	FormerMod TitleKind = "former"
	DeputyMod TitleKind = "deputy"
	ElectMod  TitleKind = "elect"
	Modifier  TitleKind = "modifier"
)

// Modifies reports whether the word only stands before a title.
func (k TitleKind) Modifies() bool {
	return k == FormerMod || k == DeputyMod || k == ElectMod || k == Modifier
}

// Titles finds titles in tokens.
type Titles struct {
	trie *trie
	ends []titleEnd // by node
}

type titleEnd struct {
	title  *Title
	plural bool
}

// TitleHit is a title found at a token.
type TitleHit struct {
	*Title
	Len    int // tokens
	Plural bool
}

// Match gives the longest title that begins at tokens[i]. Hyphens and the space
// between words are equal; case is not looked at.
func (t *Titles) Match(tokens []token.Token, i int) (hit TitleHit, ok bool) {
	node := uint32(0)
	for j := i; j < len(tokens); j++ {
		if j > i && tokens[j].Kind == token.Mark && tokens[j].Fold == "-" && !tokens[j].Space {
			continue
		}
		next, on := t.trie.step(node, tokens[j].Fold)
		if !on {
			break
		}
		node = next
		if end := at(t.ends, node); end.title != nil {
			hit, ok = TitleHit{end.title, j - i + 1, end.plural}, true
		}
	}
	return hit, ok
}

// begins reports whether a title begins with the folded word.
func (t *Titles) begins(word string) bool {
	_, ok := t.trie.step(0, word)
	return ok
}

// Find gives the title that a folded text is; nil if it is none.
func (t *Titles) Find(words string) *Title {
	tokens := token.Cut(words, func(string) bool { return true })
	if hit, ok := t.Match(tokens, 0); ok && hit.Len == len(tokens) {
		return hit.Title
	}
	return nil
}

func (l *loader) titles(w *World, e *English) *Titles {
	t := &Titles{trie: newTrie(1 << 12)}
	known := map[string]*Title{}
	for _, r := range l.table("en/titles.tsv", "title") {
		title := &Title{Words: r.Get("title"), Kind: TitleKind(r.Get("kind")), Offices: r.List("office"), Gender: r.Get("gender"), Links: r.List("links")}
		if !slices.Contains([]TitleKind{Honorific, Rank, OfficeOf, RoleOf, Relation, FormerMod, DeputyMod, ElectMod, Modifier}, title.Kind) {
			l.fault(r.Err("no such kind of title: %q", title.Kind))
		}
		if len(title.Links) == 0 {
			title.Links = []string{"of"}
		}
		known[title.Words] = title
		t.add(l, e, title, title.Words, title.Words == r.Get("plural"))
		switch p := r.Get("plural"); {
		case p != "" && p != title.Words:
			t.add(l, e, title, p, true)
		case p == "" && !title.Kind.Modifies() && title.Kind != Honorific:
			t.add(l, e, title, title.Words+"s", true)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(w.Offices)) {
		o := w.Offices[id]
		for _, words := range o.Titles {
			title := known[words]
			if title == nil {
				title = &Title{Words: words, Kind: OfficeOf, Links: []string{"of", "for", "to"}}
				known[words] = title
				t.add(l, e, title, words, false)
				t.add(l, e, title, words+"s", true)
			}
			if !slices.Contains(title.Offices, o.Kind) && o.Kind != "" && len(title.Offices) == 0 {
				title.Offices = append(title.Offices, o.Kind)
			}
		}
	}
	return t
}

// add puts a form of a title into the trie; the first title that has it keeps it.
func (t *Titles) add(l *loader, e *English, title *Title, words string, plural bool) {
	node := uint32(0)
	for _, k := range l.cut(words, e) {
		if k.Kind == token.Mark && k.Fold == "-" {
			continue
		}
		node = t.trie.grow(node, k.Fold)
	}
	t.ends = room(t.ends, node)
	if t.ends[node].title == nil && node != 0 {
		t.ends[node] = titleEnd{title, plural}
	}
}
