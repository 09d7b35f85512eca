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
type Titles struct{ root *titleNode }

type titleNode struct {
	next   map[string]*titleNode
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
	at := t.root
	for j := i; j < len(tokens); j++ {
		if j > i && tokens[j].Kind == token.Mark && tokens[j].Fold == "-" && !tokens[j].Space {
			continue
		}
		at = at.next[tokens[j].Fold]
		if at == nil {
			break
		}
		if at.title != nil {
			hit, ok = TitleHit{at.title, j - i + 1, at.plural}, true
		}
	}
	return hit, ok
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
	t := &Titles{root: &titleNode{}}
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
		t.add(e, title, title.Words, title.Words == r.Get("plural"))
		switch p := r.Get("plural"); {
		case p != "" && p != title.Words:
			t.add(e, title, p, true)
		case p == "" && !title.Kind.Modifies() && title.Kind != Honorific:
			t.add(e, title, title.Words+"s", true)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(w.Offices)) {
		o := w.Offices[id]
		for _, words := range o.Titles {
			title := known[words]
			if title == nil {
				title = &Title{Words: words, Kind: OfficeOf, Links: []string{"of", "for", "to"}}
				known[words] = title
				t.add(e, title, words, false)
				t.add(e, title, words+"s", true)
			}
			if !slices.Contains(title.Offices, o.Kind) && o.Kind != "" && len(title.Offices) == 0 {
				title.Offices = append(title.Offices, o.Kind)
			}
		}
	}
	return t
}

// add puts a form of a title into the trie; the first title that has it keeps it.
func (t *Titles) add(e *English, title *Title, words string, plural bool) {
	at := t.root
	for _, k := range token.Cut(words, e.Abbreviation) {
		if k.Kind == token.Mark && k.Fold == "-" {
			continue
		}
		if at.next == nil {
			at.next = map[string]*titleNode{}
		}
		if at.next[k.Fold] == nil {
			at.next[k.Fold] = &titleNode{}
		}
		at = at.next[k.Fold]
	}
	if at.title == nil && at != t.root {
		at.title, at.plural = title, plural
	}
}
