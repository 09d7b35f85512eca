package lexicon

import (
	"slices"
	"strings"
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
