package lexicon

import (
	"cmp"
	"maps"
	"slices"

	"readout"
	"readout/internal/token"
)

// Names finds the world's names in a run of tokens: a trie over folded tokens.
type Names struct{ root *node }

type node struct {
	next map[string]*node
	ends []Entry
}

// Entry says what a name is the name of.
type Entry struct {
	Entity readout.EntityID
	Form   NameForm
	Text   string // the name as its file writes it
}

// NameForm is what kind of name it is; look-ups weigh them differently.
type NameForm string

// The forms of a name.
const (
	FullName   NameForm = "full"      // a person's full name or an alias of several words
	FamilyName NameForm = "family"    // a person's family name alone, or a spelling of it
	ProperName NameForm = "name"      // the name of anything but a person
	Adjective  NameForm = "adjective" // "Russian", of a state
	People     NameForm = "people"    // "Russians"
	Metonym    NameForm = "metonym"   // a capital that can stand for its state
)

// Hit is a name found at a token.
type Hit struct {
	Len     int // tokens
	Entries []Entry
}

// Match gives every name that begins at tokens[i], longest first. Case is not
// looked at: callers weigh it.
func (n *Names) Match(tokens []token.Token, i int) []Hit {
	var out []Hit
	at := n.root
	for j := i; j < len(tokens); j++ {
		at = at.next[tokens[j].Fold]
		if at == nil {
			break
		}
		if len(at.ends) > 0 {
			out = append(out, Hit{Len: j - i + 1, Entries: at.ends})
		}
	}
	slices.Reverse(out)
	return out
}

// Find gives the entries of one whole name; nil if it is not known.
func (n *Names) Find(name string, abbreviation func(string) bool) []Entry {
	at := n.root
	for _, t := range token.Cut(name, abbreviation) {
		if at = at.next[t.Fold]; at == nil {
			return nil
		}
	}
	return at.ends
}

func (l *loader) names(lex *Lexicon) *Names {
	n := &Names{root: &node{}}
	add := func(id string, form NameForm, names ...string) {
		for _, name := range names {
			n.add(token.Cut(name, lex.English.Abbreviation), Entry{readout.EntityID(id), form, name})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(lex.People)) {
		p := lex.People[id]
		add("person/"+id, FullName, p.Name)
		add("person/"+id, FamilyName, p.Family)
		for _, a := range append(p.Aliases, p.Native) {
			form := FullName
			if len(token.Cut(a, lex.English.Abbreviation)) == len(token.Cut(p.Family, lex.English.Abbreviation)) {
				form = FamilyName
			}
			add("person/"+id, form, a)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(lex.States)) {
		s := lex.States[id]
		add("state/"+id, ProperName, append(s.Aliases, s.Name)...)
		add("state/"+id, Adjective, s.Adjectives...)
		add("state/"+id, People, s.People...)
		add("state/"+id, Metonym, s.Metonyms...)
	}
	for _, id := range slices.Sorted(maps.Keys(lex.Orgs)) {
		add("org/"+id, ProperName, append(lex.Orgs[id].Aliases, lex.Orgs[id].Name)...)
	}
	for _, id := range slices.Sorted(maps.Keys(lex.Outlets)) {
		add("outlet/"+id, ProperName, append(lex.Outlets[id].Aliases, lex.Outlets[id].Name)...)
	}
	for _, id := range slices.Sorted(maps.Keys(lex.Places)) {
		add("place/"+id, ProperName, append(lex.Places[id].Aliases, lex.Places[id].Name)...)
	}
	for _, id := range slices.Sorted(maps.Keys(lex.Events)) {
		add("event/"+id, ProperName, append(lex.Events[id].Aliases, lex.Events[id].Name)...)
	}
	return n
}

func (n *Names) add(tokens []token.Token, e Entry) {
	if len(tokens) == 0 {
		return
	}
	at := n.root
	for _, t := range tokens {
		if at.next == nil {
			at.next = map[string]*node{}
		}
		if at.next[t.Fold] == nil {
			at.next[t.Fold] = &node{}
		}
		at = at.next[t.Fold]
	}
	if slices.Contains(at.ends, e) {
		return
	}
	at.ends = append(at.ends, e)
	slices.SortFunc(at.ends, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Form, b.Form), cmp.Compare(a.Entity, b.Entity), cmp.Compare(a.Text, b.Text))
	})
}
