package contact

import (
	"slices"

	"readout"
)

// scope tells contacts between states and organisations from others: press where an
// outlet takes part, domestic where all are of one state. On the page of an
// institution, somebody whose state neither words nor files give is of its own
// state: it says where a foreigner comes from.
func (f *finder) scope(parties []readout.Party, s int) readout.Scope {
	country, strangers := "", false
	for _, p := range parties {
		switch {
		case p.Entity.Kind() == readout.Outlet:
			return readout.Press
		case p.Country == "" && p.Entity.Kind() == readout.Person && !f.headsOrganisation(p.Entity) && !f.foreignRole(p.Entity):
			strangers = true
		case p.Country == "" || country != "" && p.Country != country:
			return readout.International
		default:
			country = p.Country
		}
	}
	if strangers && (country == "" || country != f.home(s)) {
		return readout.International
	}
	return readout.Domestic
}

// home is the state of the institution whose page a sentence stands on, "" where it
// is no such page.
func (f *finder) home(s int) string {
	id := f.PassageOf(s).Issuer
	if id.Kind() != readout.Org {
		return ""
	}
	if e := f.Lex.EntityOf(id); e != nil {
		return e.Country
	}
	return ""
}

// foreignRole reports whether the words of a stranger's role name an organisation
// that is of no state.
func (f *finder) foreignRole(id readout.EntityID) bool {
	for _, m := range f.Mentions {
		if m.Entity != id {
			continue
		}
		if slices.ContainsFunc(m.Within, func(w readout.Mention) bool {
			e := f.Lex.EntityOf(w.Entity)
			return w.Entity.Kind() == readout.Org && (e == nil || e.Country == "")
		}) {
			return true
		}
	}
	return false
}
