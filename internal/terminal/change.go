package terminal

import (
	"io"

	"readout/internal/ledger"
	"readout/internal/phrase"
)

// changeStyles set off what happened to an entry; words say it too.
var changeStyles = map[ledger.ChangeKind]style{ledger.Added: green, ledger.Removed: red, ledger.Changed: yellow}

// Changes draws what is other in a ledger than it was.
func Changes(w io.Writer, s Screen, list []ledger.Change) error {
	p := newPage(w, s)
	for _, c := range list {
		text := c.ID
		if c.Was != "" {
			text += ", formerly " + c.Was
		}
		p.item(0, len("removed"), changeStyles[c.Change], string(c.Change), text)
		for _, f := range c.Fields {
			p.item(len("removed")+1, fieldLabel, dim, phrase.Field(f.Field), orNone(f.Was)+" → "+orNone(f.Now))
		}
	}
	return p.end()
}

func orNone(value string) string {
	if value == "" {
		return "none"
	}
	return value
}
