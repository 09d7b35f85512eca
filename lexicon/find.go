package lexicon

import (
	"cmp"
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
)

// Meaning is something that a name can mean.
type Meaning struct {
	Entity  readout.EntityID `json:"entity,omitempty"`
	Topic   string           `json:"topic,omitempty"`
	Name    string           `json:"name"`           // canonical
	Form    NameForm         `json:"form,omitempty"` // "" for an office that is so titled
	Country string           `json:"country,omitempty"`
	Offices []Held           `json:"offices,omitempty"` // of a person, or the holders of an office, on the day
	Where   string           `json:"where"`             // the line: data/world/people.tsv:12
}

// Held is an office with its holder on a day.
type Held struct {
	Office  string `json:"office"`
	Title   string `json:"title"`
	Person  string `json:"person"`
	Name    string `json:"name"`
	From    string `json:"from"`
	To      string `json:"to,omitempty"`
	Checked string `json:"checked"`
	Certain bool   `json:"certain"` // no unchecked edge is near
	Where   string `json:"where"`
}

// Find lists everything that a name, an id or a title can mean on a day
// (YYYY-MM-DD or coarser), persons first, each once.
func (lex *Lexicon) Find(name, day string) []Meaning {
	var out []Meaning
	add := func(id readout.EntityID, form NameForm) {
		if m := lex.meaning(id, form, day); m != nil && !slices.ContainsFunc(out, func(o Meaning) bool { return o.Entity == id && id != "" }) {
			out = append(out, *m)
		}
	}
	name = strings.TrimSpace(name)
	add(readout.EntityID(name), "")
	if state := lex.StateNamed(name); state != "" {
		add(readout.EntityID("state/"+state), ProperName)
	}
	for _, e := range lex.Names.Find(name, lex.English.Abbreviation) {
		add(e.Entity, e.Form)
	}
	words := NameParts(token.Cut(name, lex.English.Abbreviation))
	for _, id := range lex.Persons.Full(words) {
		add(id, FullName)
	}
	for _, id := range lex.Persons.Family(words) {
		add(id, FamilyName)
	}
	for _, o := range lex.OfficesTitled("", strings.ToLower(name)) {
		add(readout.EntityID("office/"+o.ID), "")
	}
	for _, h := range lex.Topics.In(name, token.Cut(name, lex.English.Abbreviation)) {
		t := lex.Topics.Get(h.Topic)
		out = append(out, Meaning{Topic: t.ID, Name: t.Name, Where: t.File})
	}
	slices.SortStableFunc(out, func(a, b Meaning) int { return cmp.Compare(order(a.Entity), order(b.Entity)) })
	return out
}

// order puts persons first and topics last.
func order(id readout.EntityID) int {
	i := slices.Index([]readout.EntityKind{readout.Person, readout.Office, readout.State, readout.Org, readout.Place, readout.Event, readout.Outlet}, id.Kind())
	if i < 0 {
		return 99
	}
	return i
}

func (lex *Lexicon) meaning(id readout.EntityID, form NameForm, day string) *Meaning {
	e := lex.EntityOf(id)
	if e == nil {
		return nil
	}
	m := &Meaning{Entity: id, Name: e.Name, Form: form, Country: e.Country, Where: lex.WhereOf(id).String()}
	key := strings.TrimPrefix(string(id), string(id.Kind())+"/")
	switch id.Kind() {
	case readout.Person:
		m.Offices = lex.held(lex.OfficesOn(key, day), day)
	case readout.Office:
		m.Offices = lex.held(lex.HoldersOn(key, day), day)
	}
	return m
}

func (lex *Lexicon) held(list []*Tenure, day string) []Held {
	var out []Held
	for _, t := range list {
		h := Held{Office: t.Office, Person: t.Person, From: t.From, To: t.To, Checked: t.Checked, Certain: t.Certain(day), Where: t.Where.String()}
		if o := lex.Offices[t.Office]; o != nil {
			h.Title = o.Name
		}
		if p := lex.People[t.Person]; p != nil {
			h.Name = p.Name
		}
		out = append(out, h)
	}
	return out
}
