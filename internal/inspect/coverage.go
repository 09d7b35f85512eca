package inspect

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"readout"
	"readout/internal/mention"
	"readout/internal/syntax"
	"readout/internal/when"
	"readout/lexicon"
)

// Coverage counts the names and roles of documents, and those of them that the
// lexicon cannot place.
type Coverage struct {
	Documents int   `json:"documents"`
	Persons   Share `json:"persons"` // names of persons
	Leaders   Share `json:"leaders"` // of them, and of roles alone, those of other states with the title of a leader or minister
	Roles     Share `json:"roles"`   // offices that stand without a name
	Others    Share `json:"others"`  // names of institutions, places, outlets and events

	lex     *lexicon.Lexicon
	missing map[missed]*Missing
}

// Share is how many were placed, of how many: a person whom the lexicon knows and who
// has a country and an office on the day, a role that has one holder on it, a thing
// that is in the files.
type Share struct {
	Placed int `json:"placed"`
	Of     int `json:"of"`
}

// Part is the share as a number between 0 and 1; 1 of nothing.
func (s Share) Part() float64 {
	if s.Of == 0 {
		return 1
	}
	return float64(s.Placed) / float64(s.Of)
}

func (s *Share) count(placed bool) {
	s.Of++
	if placed {
		s.Placed++
	}
}

// Missing is a name or role that could not be placed.
type Missing struct {
	Words   string `json:"words"` // the name, or the words of a role
	Role    string `json:"role,omitempty"`
	Country string `json:"country,omitempty"`
	Why     string `json:"why"`
	Leader  bool   `json:"leader,omitempty"` // counted among the leaders
	Count   int    `json:"count"`
	Source  string `json:"source"` // a document that has it
	On      string `json:"on,omitempty"`
}

// missed tells apart what is counted together.
type missed struct{ words, role, country, why string }

// NewCoverage counts nothing yet.
func NewCoverage(lex *lexicon.Lexicon) *Coverage {
	return &Coverage{lex: lex, missing: map[missed]*Missing{}}
}

// Add counts the names of a document: of its title alone, or of its text.
func (c *Coverage) Add(doc *readout.Document, titles bool) {
	c.Documents++
	text := doc.Text
	var mentions []readout.Mention
	var entities []readout.Entity
	if titles {
		text = doc.Title
		title, none := syntax.ParseTitle(text, c.lex), syntax.Parse(readout.InText, "", nil, c.lex)
		when.Find(title, doc)
		own := *doc
		own.Text = ""
		mentions, _, entities = mention.Find(title, none, &own)
	} else {
		_, mentions, entities = stages(doc, text, c.lex)
	}
	home := c.home(doc)
	known := map[readout.EntityID]*readout.Entity{}
	for i := range entities {
		known[entities[i].ID] = &entities[i]
	}
	for _, m := range mentions {
		if e := known[m.Entity]; e != nil {
			c.mention(m, e, text, home, doc)
		}
	}
}

// mention counts one mention.
func (c *Coverage) mention(m readout.Mention, e *readout.Entity, text, home string, doc *readout.Document) {
	why, leader := "", false
	switch {
	case m.Form == readout.ByOffice:
		why, leader = c.role(e), c.leads(m) && e.Country != home
		c.Roles.count(why == "")
	case m.Form != readout.ByName:
		return
	case e.Kind == readout.Person:
		why = c.person(m, e, doc.Published.Day())
		leader = !m.Former && c.leads(m) && e.Country != home
		c.Persons.count(why == "")
	default:
		if c.lex.WhereOf(e.ID).Line == 0 {
			why = "in no file"
		}
		c.Others.count(why == "")
	}
	if leader {
		c.Leaders.count(why == "")
	}
	if why == "" {
		return
	}
	span := m.Name
	if m.Form == readout.ByOffice {
		span = m.Span
	}
	key := missed{strings.Join(strings.Fields(text[span.Start:span.End]), " "), m.Role, e.Country, why}
	if c.missing[key] == nil {
		c.missing[key] = &Missing{Words: key.words, Role: key.role, Country: key.country, Why: why, Leader: leader, Source: doc.Source, On: doc.Published.Day()}
	}
	c.missing[key].Count++
}

// role says why the holder of an office is not named; "" if one is.
func (c *Coverage) role(e *readout.Entity) string {
	switch {
	case e.Kind == readout.Person && c.lex.WhereOf(e.ID).Line > 0:
		return ""
	case e.Kind == readout.Person:
		return "the document's own person"
	case len(e.Candidates) > 1:
		return "several may hold it"
	case c.lex.WhereOf(e.ID).Line == 0:
		return "no such office in the files"
	}
	return "no holder on the day"
}

// person says why a named person is not placed; "" if one is.
func (c *Coverage) person(m readout.Mention, e *readout.Entity, day string) string {
	switch {
	case c.lex.WhereOf(e.ID).Line == 0:
		return "in no file"
	case e.Country == "":
		return "no country"
	case m.Former || day == "":
		return ""
	case len(c.lex.OfficesOn(strings.TrimPrefix(string(e.ID), "person/"), day)) > 0 || c.elect(m, e, day):
		return ""
	}
	return "no office on the day"
}

// elect reports whether a person takes the office that the text names within the year
// after the day: the president-elect.
func (c *Coverage) elect(m readout.Mention, e *readout.Entity, day string) bool {
	for _, t := range c.lex.TenuresOf(strings.TrimPrefix(string(m.Office), "office/")) {
		if "person/"+t.Person == string(e.ID) && len(day) == len("2006-01-02") && t.From > day && t.From < nextYear(day) {
			return true
		}
	}
	return false
}

// nextYear is the same day of the year after.
func nextYear(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(1, 0, 0).Format(time.DateOnly)
}

// home is the country of a document's outlet, "" where nothing is known of it.
func (c *Coverage) home(doc *readout.Document) string {
	for _, m := range c.lex.Names.Find(doc.Outlet, c.lex.English.Abbreviation) {
		if e := c.lex.EntityOf(m.Entity); e != nil && (e.Kind == readout.Outlet || e.Kind == readout.Org) {
			return e.Country
		}
	}
	return ""
}

// leads reports whether a mention has a title of those who lead a state, an
// organisation or a ministry.
func (c *Coverage) leads(m readout.Mention) bool {
	if o := c.lex.Offices[strings.TrimPrefix(string(m.Office), "office/")]; o != nil {
		return leading(o.Kind)
	}
	for _, part := range strings.Split(m.Role, " and ") {
		if t := c.lex.Titles.Find(part); t != nil && len(t.Offices) > 0 && t.Offices[0] != "head-of-organisation" && leading(t.Offices[0]) {
			return true
		}
	}
	return false
}

// leading reports whether a kind of office leads; a title that means the head of any
// organisation (director) does not say so by itself.
func leading(kind string) bool {
	return strings.HasPrefix(kind, "head-of-") || strings.HasSuffix(kind, "-minister") || kind == "leader" || kind == "minister" || kind == "crown-prince"
}

// Missing lists what could not be placed, the most frequent first; at most limit
// lines, all where it is 0.
func (c *Coverage) Missing(limit int) []Missing {
	out := make([]Missing, 0, len(c.missing))
	for m := range maps.Values(c.missing) {
		out = append(out, *m)
	}
	slices.SortFunc(out, func(a, b Missing) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Words, b.Words), cmp.Compare(a.Role, b.Role), cmp.Compare(a.Country, b.Country), cmp.Compare(a.Why, b.Why))
	})
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	return out
}
