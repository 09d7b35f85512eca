package ledger

import (
	"slices"
	"strings"

	"readout"
)

// OutcomeField is the field of a promise that a person can settle.
const OutcomeField = "outcome"

// correctable is a field whose value a person can confirm or give.
type correctable struct {
	name  string
	what  string // a value of it, for people
	valid func(string) bool
	get   func(*readout.Contact) string
	// set puts the value in; false where it makes no sense in this entry.
	set func(w *world, d *draft, value string, words readout.Words) bool
}

// fields lists them in the order in which they are set: the status last, since
// it follows from the day, the initiator after the parties.
var fields = []correctable{
	{"parties", "a list of ids or names", func(v string) bool { return len(split(v)) > 0 }, func(c *readout.Contact) string { return joinParties(c.Parties) }, setParties},
	{"channel", "a channel", isOneOf(readout.Channels), func(c *readout.Contact) string { return string(c.Channel) }, setChannel},
	{"when", "a day such as 2026-01-31, or an interval", orNone(isEDTF), getWhen, setWhen},
	{"duration", "a length such as PT1H30M", orNone(isDuration), getDuration, setDuration},
	{"place", "an id or a name", anything, func(c *readout.Contact) string { return locusValue(c.Place) }, setPlace},
	{"occasion", "an id or a name", anything, func(c *readout.Contact) string { return locusValue(c.Occasion) }, setOccasion},
	{"initiator", "the id or name of a party", anything, getInitiator, setInitiator},
	{"attendees", "a list of ids or names", anything, func(c *readout.Contact) string { return joinParties(c.Attendees) }, setAttendees},
	{"scope", "domestic, press, private, or nothing", orNone(isOneOf(scopes)), func(c *readout.Contact) string { return string(c.Scope) }, setScope},
	{"status", "a status", isOneOf(readout.Statuses), func(c *readout.Contact) string { return string(c.Status) }, setStatus},
}

// outcomeField is the one field of a promise.
var outcomeField = correctable{name: OutcomeField, what: "open, kept, lapsed or contradicted", valid: isOneOf(readout.Outcomes)}

var scopes = []readout.Scope{readout.Domestic, readout.Press, readout.Private}

// Fields are the names of the fields that a person can confirm or give.
func Fields() []string {
	var out []string
	for i := range fields {
		out = append(out, fields[i].name)
	}
	return out
}

func fieldNamed(name string) *correctable {
	i := slices.IndexFunc(fields, func(f correctable) bool { return f.name == name })
	if i < 0 {
		return nil
	}
	return &fields[i]
}

func anything(string) bool { return true }

func isOneOf[T ~string](list []T) func(string) bool {
	return func(v string) bool { return slices.Contains(list, T(v)) }
}

func orNone(valid func(string) bool) func(string) bool {
	return func(v string) bool { return v == "" || valid(v) }
}

func isEDTF(v string) bool { _, ok := parseEDTF(v); return ok }

// isDuration reports whether v looks like an ISO 8601 length of time.
func isDuration(v string) bool {
	rest, ok := strings.CutPrefix(v, "P")
	return ok && strings.ContainsAny(rest, "0123456789") && strings.Trim(rest, "0123456789.YMWDTHS") == ""
}

// split cuts a list at its semicolons.
func split(v string) []string {
	var out []string
	for part := range strings.SplitSeq(v, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func joinParties(list []readout.Party) string {
	out := make([]string, len(list))
	for i, p := range list {
		out[i] = partyValue(p)
	}
	return strings.Join(out, "; ")
}

func partyValue(p readout.Party) string {
	if p.Entity != "" {
		return string(p.Entity)
	}
	return p.Name
}

func locusValue(l *readout.Locus) string {
	if l == nil {
		return ""
	}
	return partyValue(readout.Party{Entity: l.Entity, Name: l.Name})
}

func getWhen(c *readout.Contact) string {
	if c.When == nil {
		return ""
	}
	return c.When.EDTF
}

func getDuration(c *readout.Contact) string {
	if c.Duration == nil {
		return ""
	}
	return c.Duration.Value
}

func getInitiator(c *readout.Contact) string {
	if i := c.Initiator; i != nil && *i < len(c.Parties) {
		return partyValue(c.Parties[*i])
	}
	return ""
}

// named is the party that an id or name means: one of known, else the entity
// that most documents call so, else the bare name.
func (w *world) named(value string, known []readout.Party, words readout.Words) readout.Party {
	is := func(p readout.Party) bool {
		return string(p.Entity) == value || strings.EqualFold(p.Name, value)
	}
	if i := slices.IndexFunc(known, is); i >= 0 {
		return known[i]
	}
	q := Question{CalledSo, strings.ToLower(value)}
	w.ask(q)
	if id := readout.EntityID(most(w.facts.of(q))); id != "" {
		p := readout.Party{Entity: id, Name: value, Country: w.countryOf(id), Words: words}
		for _, s := range w.docs {
			if e := s.r.Entity(id); e != nil {
				p.Name = e.Name
				break
			}
		}
		return p
	}
	p := readout.Party{Name: value, Words: words}
	if id := readout.EntityID(value); strings.Contains(value, "/") && id.Kind() != "" {
		p.Entity, p.Name, p.Country = id, strings.Join(idWords(id), " "), w.countryOf(id)
	}
	return p
}

func (w *world) namedAll(value string, known []readout.Party, words readout.Words) []readout.Party {
	var out []readout.Party
	for _, v := range split(value) {
		out = append(out, w.named(v, known, words))
	}
	return out
}

func setParties(w *world, d *draft, value string, words readout.Words) bool {
	begun := getInitiator(&d.out)
	d.out.Parties = w.namedAll(value, slices.Concat(d.out.Parties, d.out.Attendees), words)
	setInitiator(w, d, begun, words)
	return true
}

func setAttendees(w *world, d *draft, value string, words readout.Words) bool {
	d.out.Attendees = w.namedAll(value, slices.Concat(d.out.Attendees, d.out.Parties), words)
	return true
}

func setChannel(_ *world, d *draft, value string, _ readout.Words) bool {
	d.out.Channel = readout.Channel(value)
	return true
}

func setScope(_ *world, d *draft, value string, _ readout.Words) bool {
	d.out.Scope = readout.Scope(value)
	return true
}

func setStatus(_ *world, d *draft, value string, _ readout.Words) bool {
	d.out.Status = readout.Status(value)
	return true
}

// setWhen takes the day from a text that gives it, where there is one.
func setWhen(_ *world, d *draft, value string, words readout.Words) bool {
	span, ok := parseEDTF(value)
	if !ok {
		d.when, d.out.When = chosenTime{}, nil
		return value == ""
	}
	d.when = chosenTime{span, true, &readout.ContactWhen{EDTF: value, Basis: "person", Words: words}}
	for _, it := range d.c.ranked() {
		if it.dated && it.rep.When.EDTF == value {
			if t := textTime(it, it.time); t.known {
				d.when = t
				break
			}
		}
	}
	d.out.When = d.when.out
	return true
}

func setDuration(_ *world, d *draft, value string, words readout.Words) bool {
	d.out.Duration = nil
	if value != "" {
		d.out.Duration = &readout.Value{Value: value, Words: words}
	}
	return true
}

func setPlace(w *world, d *draft, value string, words readout.Words) bool {
	d.out.Place = w.locus(value, d.out.Place, words)
	return true
}

func setOccasion(w *world, d *draft, value string, words readout.Words) bool {
	d.out.Occasion = w.locus(value, d.out.Occasion, words)
	return true
}

func (w *world) locus(value string, now *readout.Locus, words readout.Words) *readout.Locus {
	switch {
	case value == "":
		return nil
	case now != nil && (locusValue(now) == value || strings.EqualFold(now.Name, value)):
		return now
	}
	p := w.named(value, nil, words)
	return &readout.Locus{Entity: p.Entity, Name: p.Name, Words: p.Words}
}

func setInitiator(_ *world, d *draft, value string, _ readout.Words) bool {
	d.out.Initiator = nil
	i := slices.IndexFunc(d.out.Parties, func(p readout.Party) bool {
		return string(p.Entity) == value || strings.EqualFold(p.Name, value) || p.Country != "" && p.Country == value
	})
	if i >= 0 {
		d.out.Initiator = &i
	}
	return i >= 0 || value == ""
}

// FieldOf is the value of a field of an entry, as corrections write it; "" where
// it has none.
func FieldOf(c *readout.Contact, name string) string {
	if f := fieldNamed(name); f != nil {
		return f.get(c)
	}
	return ""
}
