package lexicon

import (
	"cmp"
	"maps"
	"slices"

	"readout"
	"readout/internal/token"
)

// Names finds the world's names in a run of tokens: a trie over folded tokens.
type Names struct {
	trie *trie
	ends [][]Entry // by node
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
	node := uint32(0)
	for j := i; j < len(tokens); j++ {
		next, ok := n.trie.step(node, tokens[j].Fold)
		if !ok {
			break
		}
		node = next
		if ends := at(n.ends, node); len(ends) > 0 {
			out = append(out, Hit{Len: j - i + 1, Entries: ends})
		}
	}
	slices.Reverse(out)
	return out
}

// Find gives the entries of one whole name; nil if it is not known.
func (n *Names) Find(name string, abbreviation func(string) bool) []Entry {
	node := uint32(0)
	for _, t := range token.Cut(name, abbreviation) {
		next, ok := n.trie.step(node, t.Fold)
		if !ok {
			return nil
		}
		node = next
	}
	return at(n.ends, node)
}

// names reads the world's names; titles and the words of names are there already.
func (l *loader) names(lex *Lexicon) (*Names, *PersonNames) {
	n, p := &Names{trie: newTrie(1 << 16), ends: make([][]Entry, 0, 1<<16)}, newPersonNames(&lex.World, lex.Words)
	add := func(id readout.EntityID, form NameForm, names ...string) {
		for _, name := range names {
			n.add(l.cut(name, lex.English), Entry{id, form, name})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(lex.People)) {
		n.person(l, lex, p, lex.People[id])
	}
	for _, key := range slices.Sorted(maps.Keys(lex.States)) {
		s, id := lex.States[key], readout.EntityID("state/"+key)
		add(id, ProperName, s.Aliases...)
		add(id, ProperName, s.Name)
		add(id, Adjective, s.Adjectives...)
		add(id, People, s.People...)
		add(id, Metonym, s.Metonyms...)
	}
	thing := func(kind, key, name string, aliases []string) {
		id := readout.EntityID(kind + key)
		add(id, ProperName, aliases...)
		add(id, ProperName, name)
	}
	for _, key := range slices.Sorted(maps.Keys(lex.Orgs)) {
		thing("org/", key, lex.Orgs[key].Name, lex.Orgs[key].Aliases)
	}
	for _, key := range slices.Sorted(maps.Keys(lex.Outlets)) {
		thing("outlet/", key, lex.Outlets[key].Name, lex.Outlets[key].Aliases)
	}
	for _, key := range slices.Sorted(maps.Keys(lex.Places)) {
		thing("place/", key, lex.Places[key].Name, lex.Places[key].Aliases)
	}
	for _, key := range slices.Sorted(maps.Keys(lex.Events)) {
		thing("event/", key, lex.Events[key].Name, lex.Events[key].Aliases)
	}
	return n, p
}

// person adds a person's names to both indexes: an alias of as many words as the
// family name is another spelling of it.
func (n *Names) person(l *loader, lex *Lexicon, persons *PersonNames, p *Person) {
	id := readout.EntityID("person/" + p.ID)
	tokens := l.cut(p.Family, lex.English)
	family := NameParts(tokens)
	n.add(tokens, Entry{id, FamilyName, p.Family})
	put(persons.family, NameKey(family), id)
	for i, name := range p.FullNames() {
		tokens := l.cut(name, lex.English)
		words, form := NameParts(tokens), FullName
		if i > 0 && len(words) == len(family) {
			form = FamilyName
		}
		n.add(tokens, Entry{id, form, name})
		persons.add(id, words, family, lex.Titles)
	}
	tokens = l.cut(p.Native, lex.English)
	form := FullName
	if len(NameParts(tokens)) == len(family) {
		form = FamilyName
	}
	n.add(tokens, Entry{id, form, p.Native})
}

func (n *Names) add(tokens []token.Token, e Entry) {
	if len(tokens) == 0 {
		return
	}
	node := uint32(0)
	for _, t := range tokens {
		node = n.trie.grow(node, t.Fold)
	}
	n.ends = room(n.ends, node)
	ends := n.ends[node]
	i, found := slices.BinarySearchFunc(ends, e, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Form, b.Form), cmp.Compare(a.Entity, b.Entity), cmp.Compare(a.Text, b.Text))
	})
	if !found {
		n.ends[node] = slices.Insert(ends, i, e)
	}
}
