package lexicon

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"readout"
)

// World is who and what there is: data/world. Maps are by the id of the file,
// without the kind that a readout.EntityID begins with.
type World struct {
	States   map[string]*State
	People   map[string]*Person
	Offices  map[string]*Office
	Orgs     map[string]*Org
	Outlets  map[string]*Outlet
	Places   map[string]*Place
	Events   map[string]*Event
	tenures  []*Tenure
	byOffice map[string][]*Tenure
	byPerson map[string][]*Tenure
	leaders  map[string][]leader // state → the offices that led it
	offices  officeIndex
}

// State is a row of states.tsv. ID is ISO 3166-1 alpha-3 or XKX.
type State struct {
	ID, Name                                        string
	Aliases, Adjectives, People, Capitals, Metonyms []string
	Zone, Wikidata                                  string // Zone: IANA name of the capital's time
}

// Person is a row of people.tsv.
type Person struct {
	ID, Name, Family, Native, Gender, Country, Wikidata string
	Aliases                                             []string
}

// Office is a row of offices.tsv. Country or Org says whose office it is.
type Office struct {
	ID, Country, Org, Kind, Name string
	Titles                       []string // lower case, as written before a name
}

// Tenure is a row of holders.tsv: Person held Office from From until To (EDTF; To
// is the day of the successor, empty = still in office).
type Tenure struct {
	Person, Office, From, To, Source, Checked string
}

// Org is a row of orgs.tsv: an institution of a state, or an organisation.
type Org struct {
	ID, Name, Country, Kind string
	Aliases, Members        []string
}

// Outlet is a row of outlets.tsv. Institution is the org that an official site
// speaks for.
type Outlet struct {
	ID, Name, Country, Kind, Institution string
	Domains, Aliases                     []string
}

// Place is a row of places.tsv.
type Place struct {
	ID, Name, Country, Kind, Zone string
	Aliases                       []string
}

// Event is a row of events.tsv; From and To are EDTF days or coarser.
type Event struct {
	ID, Name, Series, From, To, Place, Country string
	Aliases                                    []string
}

func (l *loader) world() World {
	w := World{
		States: map[string]*State{}, People: map[string]*Person{}, Offices: map[string]*Office{}, Orgs: map[string]*Org{},
		Outlets: map[string]*Outlet{}, Places: map[string]*Place{}, Events: map[string]*Event{},
		byOffice: map[string][]*Tenure{}, byPerson: map[string][]*Tenure{}, leaders: map[string][]leader{},
	}
	for _, r := range l.table("world/states.tsv", "id") {
		w.States[r.Get("id")] = &State{ID: r.Get("id"), Name: r.Get("name"), Aliases: r.List("aliases"), Adjectives: r.List("adjectives"), People: r.List("people"),
			Capitals: r.List("capital"), Metonyms: r.List("metonyms"), Zone: r.Get("zone"), Wikidata: r.Get("wikidata")}
	}
	for _, r := range l.table("world/people.tsv", "id") {
		w.People[r.Get("id")] = &Person{ID: r.Get("id"), Name: r.Get("name"), Family: r.Get("family"), Native: r.Get("native"), Gender: r.Get("gender"),
			Country: r.Get("country"), Wikidata: r.Get("wikidata"), Aliases: r.List("aliases")}
	}
	for _, r := range l.table("world/offices.tsv", "id") {
		w.Offices[r.Get("id")] = &Office{ID: r.Get("id"), Country: r.Get("country"), Org: r.Get("org"), Kind: r.Get("kind"), Name: r.Get("name"), Titles: r.List("titles")}
	}
	for _, r := range l.table("world/orgs.tsv", "id") {
		w.Orgs[r.Get("id")] = &Org{ID: r.Get("id"), Name: r.Get("name"), Country: r.Get("country"), Kind: r.Get("kind"), Aliases: r.List("aliases"), Members: r.List("members")}
	}
	for _, r := range l.table("world/outlets.tsv", "id") {
		w.Outlets[r.Get("id")] = &Outlet{ID: r.Get("id"), Name: r.Get("name"), Country: r.Get("country"), Kind: r.Get("kind"), Institution: r.Get("institution"),
			Domains: r.List("domains"), Aliases: r.List("aliases")}
	}
	for _, r := range l.table("world/places.tsv", "id") {
		w.Places[r.Get("id")] = &Place{ID: r.Get("id"), Name: r.Get("name"), Country: r.Get("country"), Kind: r.Get("kind"), Zone: r.Get("zone"), Aliases: r.List("aliases")}
	}
	for _, r := range l.table("world/events.tsv", "id") {
		w.Events[r.Get("id")] = &Event{ID: r.Get("id"), Name: r.Get("name"), Series: r.Get("series"), From: r.Get("from"), To: r.Get("to"), Place: r.Get("place"),
			Country: r.Get("country"), Aliases: r.List("aliases")}
	}
	l.tenures(&w)
	return w
}

// tenures reads who held which office, and which office leads a state.
func (l *loader) tenures(w *World) {
	for _, r := range l.table("world/holders.tsv", "person", "office", "from") {
		t := &Tenure{Person: r.Get("person"), Office: r.Get("office"), From: r.Get("from"), To: r.Get("to"), Source: r.Get("source"), Checked: r.Get("checked")}
		if w.People[t.Person] == nil {
			l.fault(r.Err("no person %q", t.Person))
		}
		if w.Offices[t.Office] == nil {
			l.fault(r.Err("no office %q", t.Office))
		}
		w.tenures = append(w.tenures, t)
	}
	slices.SortStableFunc(w.tenures, func(a, b *Tenure) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Office, b.Office), cmp.Compare(a.Person, b.Person))
	})
	for _, t := range w.tenures {
		w.byOffice[t.Office] = append(w.byOffice[t.Office], t)
		w.byPerson[t.Person] = append(w.byPerson[t.Person], t)
	}
	w.offices = newOfficeIndex(w.Offices)
	l.leaders(w)
}

// HoldersOn lists who held the office on a day (YYYY-MM-DD), earliest first. An
// edge that is known only to the month or year does not exclude anybody.
func (w *World) HoldersOn(office, day string) []*Tenure { return onDay(w.byOffice[office], day) }

// OfficesOn lists the offices that the person held on a day.
func (w *World) OfficesOn(person, day string) []*Tenure { return onDay(w.byPerson[person], day) }

// Tenures lists every office that the person ever held, earliest first.
func (w *World) Tenures(person string) []*Tenure { return w.byPerson[person] }

// TenuresOf lists everybody who ever held the office, earliest first.
func (w *World) TenuresOf(office string) []*Tenure { return w.byOffice[office] }

func onDay(list []*Tenure, day string) []*Tenure {
	var out []*Tenure
	for _, t := range list {
		if t.Covers(day) {
			out = append(out, t)
		}
	}
	return out
}

// Covers reports whether the office was held on the day (YYYY-MM-DD or coarser).
func (t *Tenure) Covers(day string) bool {
	n := min(len(day), len(t.From))
	if day[:n] < t.From[:n] {
		return false
	}
	if t.To == "" {
		return true
	}
	n = min(len(day), len(t.To))
	if n == len(t.To) && n == 10 {
		return day < t.To
	}
	return day[:n] <= t.To[:n]
}

// EntityOf makes the entity for an id that the world knows, without mentions;
// nil if it does not.
func (w *World) EntityOf(id readout.EntityID) *readout.Entity {
	kind, key := id.Kind(), strings.TrimPrefix(string(id), string(id.Kind())+"/")
	e := &readout.Entity{ID: id, Kind: kind}
	switch kind {
	case readout.Person:
		if p := w.People[key]; p != nil {
			e.Name, e.Country, e.Wikidata = p.Name, p.Country, p.Wikidata
			return e
		}
	case readout.State:
		if s := w.States[key]; s != nil {
			e.Name, e.Country, e.Wikidata = s.Name, s.ID, s.Wikidata
			return e
		}
	case readout.Office:
		if o := w.Offices[key]; o != nil {
			e.Name, e.Country = o.Name, o.Country
			return e
		}
	case readout.Org:
		if o := w.Orgs[key]; o != nil {
			e.Name, e.Country = o.Name, o.Country
			return e
		}
	case readout.Outlet:
		if o := w.Outlets[key]; o != nil {
			e.Name, e.Country = o.Name, o.Country
			return e
		}
	case readout.Place:
		if p := w.Places[key]; p != nil {
			e.Name, e.Country = p.Name, p.Country
			return e
		}
	case readout.Event:
		if v := w.Events[key]; v != nil {
			e.Name, e.Country = v.Name, v.Country
			return e
		}
	}
	return nil
}

// EventAbout is the one event in a country whose days lie at most slack days
// from the day; nil if there is none or more than one.
func (w *World) EventAbout(country, day string, slack int) *Event {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil || country == "" {
		return nil
	}
	lo, hi := at.AddDate(0, 0, -slack).Format(time.DateOnly), at.AddDate(0, 0, slack).Format(time.DateOnly)
	var found *Event
	for _, v := range w.Events {
		if v.Country != country || v.From == "" || v.From > hi || max(v.To, v.From) < lo {
			continue
		}
		if found != nil {
			return nil
		}
		found = v
	}
	return found
}
