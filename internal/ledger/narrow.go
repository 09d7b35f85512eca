package ledger

import (
	"iter"
	"slices"

	"readout"
)

// within is the filter with what it must know of this ledger's documents.
func (l *Ledger) within(f *Filter) *Filter {
	outlets, words := len(f.sources)+len(f.via) > 0 && f.outlets == nil, !f.words.asksNothing() && f.folded == nil
	if !outlets && !words {
		return f
	}
	g := *f
	if words {
		g.folded = l.indexes().contacts()
	}
	if !outlets {
		return &g
	}
	g.outlets = map[readout.DocID]string{}
	for i := range l.Readings {
		g.outlets[l.Readings[i].Document.ID] = l.Readings[i].Document.Outlet
	}
	return &g
}

// Select gives the contacts that are asked for, in the order of the ledger.
func (l *Ledger) Select(f *Filter) []readout.Contact { return l.within(f).Select(l.Contacts) }

// matching gives the contacts that are asked for, in the order of the ledger,
// however many.
func (l *Ledger) matching(f *Filter) iter.Seq[*readout.Contact] {
	return func(yield func(*readout.Contact) bool) {
		f := l.within(f)
		for i := range l.Contacts {
			if f.Match(&l.Contacts[i]) && !yield(&l.Contacts[i]) {
				return
			}
		}
	}
}

// step is one through whom word came: by id where it is known, and by name.
type step struct {
	id   readout.EntityID
	name string
}

// matchSources reports whether one of the outlets that are asked for tells of a
// contact, and whether word of it came through those that are asked for.
func (f *Filter) matchSources(c *readout.Contact) bool {
	return (len(f.sources) == 0 || slices.ContainsFunc(c.Documents, func(id readout.DocID) bool { return f.matchOutlet(f.outlets[id]) })) &&
		(len(f.via) == 0 || f.matchVia(func(yield func(step) bool) {
			for i := range c.History {
				for _, l := range c.History[i].Via {
					if !yield(step{l.Entity, l.Name}) {
						return
					}
				}
			}
			for _, id := range c.Documents {
				if !yield(step{name: f.outlets[id]}) {
					return
				}
			}
		}))
}

// matchOutlet reports whether an outlet is one of those that are asked for.
func (f *Filter) matchOutlet(outlet string) bool {
	return len(f.sources) == 0 || slices.Contains(f.sources, slug(outlet))
}

// OutletKey is by what outlets are told apart: the words of a name, without case
// and accents.
func OutletKey(name string) string { return slug(name) }

// matchVia reports whether each of those through whom something is to have come
// is among the steps: by its id, or by words of its name.
func (f *Filter) matchVia(steps iter.Seq[step]) bool {
	for _, want := range f.via {
		found := false
		for s := range steps {
			if found = s.id == want.id && s.id != "" || want.id.Kind() == "" && subset(want.words, foldedWords(s.name)); found {
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// statementSteps are those through whom a statement came: its
// chain, and the outlet of its document.
func statementSteps(r *readout.Reading, s *readout.Statement) iter.Seq[step] {
	return func(yield func(step) bool) {
		for i := range s.Via {
			if !yield(step{s.Via[i].Entity, s.Via[i].Name}) {
				return
			}
		}
		yield(step{name: r.Document.Outlet})
	}
}

// documentSteps are those through whom a document brings word: its
// outlet, and the chains of its statements.
func documentSteps(r *readout.Reading) iter.Seq[step] {
	return func(yield func(step) bool) {
		for i := range r.Statements {
			for j := range r.Statements[i].Via {
				if !yield(step{r.Statements[i].Via[j].Entity, r.Statements[i].Via[j].Name}) {
					return
				}
			}
		}
		yield(step{name: r.Document.Outlet})
	}
}

// matchWords reports whether what the ledger quotes of a contact has the words
// that are asked for: its parties, place and occasion, the claims, and the
// points of its accounts.
func (f *Filter) matchWords(c *readout.Contact) bool {
	if f.words.asksNothing() {
		return true
	}
	if words, ok := f.folded[c.ID]; ok {
		return f.words.inFolded(words)
	}
	return f.words.In(contactTexts(c)...)
}

// contactTexts are the words that are looked through for a contact.
func contactTexts(c *readout.Contact) []string {
	texts := []string{string(c.Channel)}
	for _, list := range [][]readout.Party{c.Parties, c.Attendees} {
		for i := range list {
			texts = append(texts, list[i].Name)
		}
	}
	for _, at := range []*readout.Locus{c.Place, c.Occasion} {
		if at != nil {
			texts = append(texts, at.Name)
		}
	}
	for i := range c.History {
		texts = append(texts, c.History[i].Quote)
	}
	for i := range c.Accounts {
		for j := range c.Accounts[i].Points {
			texts = append(texts, c.Accounts[i].Points[j].Quote)
		}
	}
	return texts
}

// speakers gives a check whether everybody who is asked for is the speaker,
// which judges each speaker of a reading once.
func (f *Filter) speakers() func(r *readout.Reading, speaker *readout.EntityID) bool {
	var of *readout.Reading
	known := map[readout.EntityID]bool{} // of that reading
	return func(r *readout.Reading, speaker *readout.EntityID) bool {
		if len(f.all) == 0 || speaker == nil {
			return len(f.all) == 0
		}
		if of != r {
			of = r
			clear(known)
		}
		match, ok := known[*speaker]
		if !ok {
			p := entityParty(r, *speaker)
			match = !slices.ContainsFunc(f.all, func(t term) bool { return !t.matches(p) })
			known[*speaker] = match
		}
		return match
	}
}
