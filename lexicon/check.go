package lexicon

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // the zones of the files are read, and checked, on machines that have none of their own

	"readout"
)

// Check examines every rule of the files: what Load refuses, and what it lets
// pass (see the functions below). With overlays only what concerns their own lines is
// listed. Faults come in order of file and line; those that are warnings are no
// mistakes, but somebody should look.
func Check(overlays ...fs.FS) ([]*Fault, error) {
	base, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, err
	}
	c := &checker{}
	l := &loader{layers: append([]fs.FS{base}, overlays...), hash: sha256.New(), tables: map[string][]Row{}}
	c.lex, c.tables = l.load(), l.tables
	for _, err := range l.faults {
		var f *Fault
		if !errors.As(err, &f) {
			f = &Fault{Message: err.Error()}
		}
		c.faults = append(c.faults, f)
	}
	c.ids()
	c.references()
	c.zones()
	c.tenures()
	c.events()
	c.collisions()
	c.titles()
	c.topics()
	c.examples()
	out := c.faults
	if len(overlays) > 0 {
		out = slices.DeleteFunc(out, func(f *Fault) bool { return strings.HasPrefix(f.File, "data/") })
	}
	slices.SortStableFunc(out, func(a, b *Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Message, b.Message))
	})
	return out, nil
}

// checker gathers faults.
type checker struct {
	lex    *Lexicon
	tables map[string][]Row // by name, as read
	faults []*Fault
}

func (c *checker) fault(at Where, format string, args ...any) {
	c.faults = append(c.faults, &Fault{Where: at, Message: fmt.Sprintf(format, args...)})
}

func (c *checker) warn(at Where, format string, args ...any) {
	c.faults = append(c.faults, &Fault{Where: at, Message: fmt.Sprintf(format, args...), Warning: true})
}

// rows gives the rows of a table of data/world.
func (c *checker) rows(name string) []Row { return c.tables["world/"+name+".tsv"] }

// worldTables says of each table of data/world how its ids look and which kinds it
// has; nil = no such column.
var worldTables = map[string]struct {
	id    *regexp.Regexp
	kinds []string
}{
	"states":  {id: regexp.MustCompile(`^[A-Z]{3}$`)},
	"people":  {id: slug},
	"offices": {id: regexp.MustCompile(`^([A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*)/[a-z0-9]+(-[a-z0-9]+)*$`), kinds: OfficeKinds},
	"orgs": {id: slug, kinds: []string{"presidency", "government", "ministry", "parliament", "court", "agency", "military", "party", "international", "group",
		"company", "armed-group"}},
	"outlets":   {id: slug, kinds: []string{"wire", "state-agency", "daily", "weekly", "broadcaster", "magazine", "online", "aggregator", "official"}},
	"places":    {id: slug, kinds: []string{"city", "region", "venue", "sea", "conflict-area", "country-part"}},
	"gazetteer": {id: slug, kinds: []string{"city", "region", "sea", "country-part"}},
	"events":    {id: slug},
}

var slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ids: ids are well formed, names are there, kinds and genders are known.
func (c *checker) ids() {
	for _, name := range []string{"states", "people", "offices", "orgs", "outlets", "places", "gazetteer", "events"} {
		want := worldTables[name]
		for _, r := range c.rows(name) {
			if id := r.Get("id"); !want.id.MatchString(id) {
				c.fault(r.Where, "id %q is not of the form %s", id, want.id)
			}
			if r.Get("name") == "" {
				c.fault(r.Where, "no name")
			}
			if k := r.Get("kind"); want.kinds != nil && !slices.Contains(want.kinds, k) {
				c.fault(r.Where, "no kind %q; the kinds are %s", k, strings.Join(want.kinds, ", "))
			}
			if g := r.Get("gender"); g != "" && g != "m" && g != "f" {
				c.fault(r.Where, "gender %q is neither m nor f", g)
			}
			if w := r.Get("wikidata"); w != "" && !wikidata.MatchString(w) {
				c.fault(r.Where, "%q is no Wikidata id", w)
			}
		}
	}
}

var wikidata = regexp.MustCompile(`^Q[1-9][0-9]*$`)

// references: what a line names in another file is there.
func (c *checker) references() {
	for _, ref := range []struct {
		table, column string
		known         func(id string) bool
	}{
		{"people", "country", c.isState}, {"offices", "country", c.isState}, {"orgs", "country", c.isState}, {"outlets", "country", c.isState},
		{"places", "country", c.isState}, {"gazetteer", "country", c.isState}, {"events", "country", c.isState}, {"leaders", "state", c.isState}, {"orgs", "members", c.isState},
		{"offices", "org", c.isOrg}, {"orgs", "organ_of", c.isOrg}, {"outlets", "institution", c.isOrg},
		{"events", "place", func(id string) bool { return c.lex.Places[id] != nil }},
	} {
		for _, r := range c.rows(ref.table) {
			for _, id := range r.List(ref.column) {
				if !ref.known(id) {
					c.fault(r.Where, "%s: there is no %q", ref.column, id)
				}
			}
		}
	}
	for _, r := range c.rows("offices") {
		owner, _, _ := strings.Cut(r.Get("id"), "/")
		if owner != r.Get("country") && owner != r.Get("org") {
			c.fault(r.Where, "the id begins with %q, which is neither the country nor the organisation", owner)
		}
		if s := r.Get("seats"); s != "" && s != "*" {
			c.fault(r.Where, "seats %q is neither empty nor *", s)
		}
		for _, t := range r.List("titles") {
			if strings.ToLower(t) != t {
				c.fault(r.Where, "title %q is not in lower case", t)
			}
		}
	}
}

func (c *checker) isState(id string) bool { return c.lex.States[id] != nil }

func (c *checker) isOrg(id string) bool { return c.lex.Orgs[id] != nil }

// zones: time zones are names of the IANA database.
func (c *checker) zones() {
	var tables []Row
	for _, name := range []string{"world/states.tsv", "world/places.tsv", "en/zones.tsv"} {
		tables = append(tables, c.tables[name]...)
	}
	known := map[string]bool{}
	for _, r := range tables {
		for _, zone := range r.List("zone") {
			ok, seen := known[zone]
			if !seen {
				_, err := time.LoadLocation(zone)
				ok = err == nil && zone != "Local"
				known[zone] = ok
			}
			if !ok {
				c.fault(r.Where, "no time zone %q", zone)
			}
		}
	}
}

// WhereOf is the line that an entity comes from; the zero value if there is none.
func (w *World) WhereOf(id readout.EntityID) Where {
	key := strings.TrimPrefix(string(id), string(id.Kind())+"/")
	switch id.Kind() {
	case readout.Person:
		return whereOf(w.People, key, func(p *Person) Where { return p.Where })
	case readout.State:
		return whereOf(w.States, key, func(s *State) Where { return s.Where })
	case readout.Office:
		return whereOf(w.Offices, key, func(o *Office) Where { return o.Where })
	case readout.Org:
		return whereOf(w.Orgs, key, func(o *Org) Where { return o.Where })
	case readout.Outlet:
		return whereOf(w.Outlets, key, func(o *Outlet) Where { return o.Where })
	case readout.Place:
		return whereOf(w.Places, key, func(p *Place) Where { return p.Where })
	case readout.Event:
		return whereOf(w.Events, key, func(e *Event) Where { return e.Where })
	}
	return Where{}
}

func whereOf[T any](m map[string]*T, key string, where func(*T) Where) Where {
	if t := m[key]; t != nil {
		return where(t)
	}
	return Where{}
}
