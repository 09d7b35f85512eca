package lexicon

import (
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
	Where
	ID, Name                                        string
	Aliases, Adjectives, People, Capitals, Metonyms []string
	Zone, Wikidata                                  string // Zone: IANA name of the capital's time
}

// Person is a row of people.tsv.
type Person struct {
	Where
	ID, Name, Family, Native, Gender, Country, Wikidata string
	Aliases                                             []string
}

// Office is a row of offices.tsv. Country or Org says whose office it is.
type Office struct {
	Where
	ID, Country, Org, Kind, Name string
	Titles                       []string // lower case, as written before a name
	Seats                        string   // "" where one person holds it at a time, * where several do
}

// Org is a row of orgs.tsv: an institution of a state, or an organisation. OrganOf is the
// id of the organisation that it speaks for, "" for most.
type Org struct {
	Where
	ID, Name, Country, Kind, OrganOf string
	Aliases, Members                 []string
}

// Outlet is a row of outlets.tsv. Institution is the org that an official site
// speaks for.
type Outlet struct {
	Where
	ID, Name, Country, Kind, Institution string
	Domains, Aliases                     []string
}

// Place is a row of places.tsv or gazetteer.tsv.
type Place struct {
	Where
	ID, Name, Country, Kind, Zone string
	HeldBy                        string // the state that administers it, where that is not Country
	Aliases                       []string
}

// Event is a row of events.tsv; From and To are EDTF days or coarser.
type Event struct {
	Where
	ID, Name, Series, From, To, Place, Country string
	Aliases                                    []string
}

func (l *loader) world() World {
	w := World{
		States: fill(l, "world/states.tsv", stateOf), People: fill(l, "world/people.tsv", personOf), Offices: fill(l, "world/offices.tsv", officeOf),
		Orgs: fill(l, "world/orgs.tsv", orgOf), Outlets: fill(l, "world/outlets.tsv", outletOf), Places: fill(l, "world/places.tsv", placeOf), Events: fill(l, "world/events.tsv", eventOf),
		leaders: map[string][]leader{},
	}
	for id, p := range fill(l, "world/gazetteer.tsv", placeOf) {
		if w.Places[id] == nil {
			w.Places[id] = p
		}
	}
	w.offices = newOfficeIndex(w.Offices)
	l.tenures(&w)
	l.leaders(&w)
	return w
}

// fill reads a table whose key is the column id.
func fill[T any](l *loader, name string, read func(Row) T) map[string]*T {
	rows := l.table(name, "id")
	all, byID := make([]T, len(rows)), make(map[string]*T, len(rows))
	for i, r := range rows {
		all[i] = read(r)
		byID[r.Get("id")] = &all[i]
	}
	return byID
}

func stateOf(r Row) State {
	return State{Where: r.Where, ID: r.Get("id"), Name: r.Get("name"), Aliases: r.List("aliases"), Adjectives: r.List("adjectives"), People: r.List("people"),
		Capitals: r.List("capital"), Metonyms: r.List("metonyms"), Zone: r.Get("zone"), Wikidata: r.Get("wikidata")}
}

func personOf(r Row) Person {
	return Person{Where: r.Where, ID: r.Get("id"), Name: r.Get("name"), Family: r.Get("family"), Native: r.Get("native"), Gender: r.Get("gender"),
		Country: r.Get("country"), Wikidata: r.Get("wikidata"), Aliases: r.List("aliases")}
}

func officeOf(r Row) Office {
	return Office{Where: r.Where, ID: r.Get("id"), Country: r.Get("country"), Org: r.Get("org"), Kind: r.Get("kind"), Name: r.Get("name"), Titles: r.List("titles"), Seats: r.Get("seats")}
}

func orgOf(r Row) Org {
	return Org{Where: r.Where, ID: r.Get("id"), Name: r.Get("name"), Country: r.Get("country"), Kind: r.Get("kind"), Aliases: r.List("aliases"), Members: r.List("members"), OrganOf: r.Get("organ_of")}
}

func outletOf(r Row) Outlet {
	return Outlet{Where: r.Where, ID: r.Get("id"), Name: r.Get("name"), Country: r.Get("country"), Kind: r.Get("kind"), Institution: r.Get("institution"),
		Domains: r.List("domains"), Aliases: r.List("aliases")}
}

func placeOf(r Row) Place {
	return Place{Where: r.Where, ID: r.Get("id"), Name: r.Get("name"), Country: r.Get("country"), Kind: r.Get("kind"), Zone: r.Get("zone"), HeldBy: r.Get("held_by"), Aliases: r.List("aliases")}
}

func eventOf(r Row) Event {
	return Event{Where: r.Where, ID: r.Get("id"), Name: r.Get("name"), Series: r.Get("series"), From: r.Get("from"), To: r.Get("to"), Place: r.Get("place"),
		Country: r.Get("country"), Aliases: r.List("aliases")}
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
			e.Members = o.Members
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
