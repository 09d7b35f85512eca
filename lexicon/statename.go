package lexicon

import (
	"slices"
	"strings"

	"readout"
)

// StateNamed is the code of the state with a name: its code, its name, or one of
// its other names, whatever the case; "" where there is none. Of states that
// share another name it is the first by code.
func (w *World) StateNamed(name string) string {
	name = strings.TrimSpace(name)
	if s := w.States[strings.ToUpper(name)]; s != nil {
		return s.ID
	}
	same := func(other string) bool { return strings.EqualFold(other, name) }
	found := ""
	for id, s := range w.States {
		if same(s.Name) {
			return id // names are not shared
		}
		if slices.ContainsFunc(s.Aliases, same) && (found == "" || id < found) {
			found = id
		}
	}
	return found
}

// SideNamed is the state or institution with a name or code, as the issuer of an
// account; "" where there is none. A state goes before an institution.
func (lex *Lexicon) SideNamed(name string) readout.EntityID {
	if code := lex.StateNamed(name); code != "" {
		return readout.EntityID("state/" + code)
	}
	for _, e := range lex.Names.Find(name, lex.English.Abbreviation) {
		if e.Entity.Kind() == readout.Org {
			return e.Entity
		}
	}
	return ""
}
