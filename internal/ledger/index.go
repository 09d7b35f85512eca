package ledger

import (
	"sync"

	"readout"
)

// index is what lists look up again and again, made when it is first asked for.
// A ledger is not changed once it is looked into.
type index struct {
	about      func() [][][]*readout.Contact // by reading and statement: the contacts that it is about
	statements func() [][]string             // by reading and statement: its words, folded
	contacts   func() map[string]string      // by id: what the ledger quotes of it, folded
}

// indexes gives the ledger's index.
func (l *Ledger) indexes() *index {
	l.once.Do(func() {
		l.index = index{about: sync.OnceValue(l.contactsOfStatements), statements: sync.OnceValue(l.foldStatements), contacts: sync.OnceValue(l.foldContacts)}
	})
	return &l.index
}

// contactsOfStatements finds the contacts that each statement is about.
func (l *Ledger) contactsOfStatements() [][][]*readout.Contact {
	type key struct {
		doc readout.DocID
		id  string
	}
	about := map[key][]*readout.Contact{}
	for i := range l.Contacts {
		c := &l.Contacts[i]
		for _, s := range c.Statements {
			about[key{s.Document, s.ID}] = append(about[key{s.Document, s.ID}], c)
		}
	}
	out := make([][][]*readout.Contact, len(l.Readings))
	for i := range l.Readings {
		r := &l.Readings[i]
		out[i] = make([][]*readout.Contact, len(r.Statements))
		for j := range r.Statements {
			out[i][j] = about[key{r.Document.ID, r.Statements[j].ID}]
		}
	}
	return out
}

func (l *Ledger) foldStatements() [][]string {
	out := make([][]string, len(l.Readings))
	for i := range l.Readings {
		r := &l.Readings[i]
		out[i] = make([]string, len(r.Statements))
		for j := range r.Statements {
			s := &r.Statements[j]
			if words, err := s.Content.Cut(r.Document.Field(s.In)); err == nil {
				out[i][j] = foldedText(words)
			}
		}
	}
	return out
}

func (l *Ledger) foldContacts() map[string]string {
	out := map[string]string{}
	for i := range l.Contacts {
		out[l.Contacts[i].ID] = foldedText(contactTexts(&l.Contacts[i])...)
	}
	return out
}
