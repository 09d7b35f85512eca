package ledger

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"readout"
)

// text builds a reading by finding words in a text of our own.
type text struct {
	t *testing.T
	r readout.Reading
}

// cast are the invented people of the tests.
var cast = map[string]readout.Entity{
	"Reyes":    {ID: "person/ana-reyes", Kind: readout.Person, Name: "Ana Reyes", Country: "ARV"},
	"Holt":     {ID: "person/jon-holt", Kind: readout.Person, Name: "Jon Holt", Country: "COS"},
	"Sande":    {ID: "person/mira-sande", Kind: readout.Person, Name: "Mira Sande", Country: "COS"},
	"Tamm":     {ID: "person/edo-tamm", Kind: readout.Person, Name: "Edo Tamm", Country: "DEL"},
	"Trio":     {ID: "org/trio", Kind: readout.Org, Name: "Trio", Members: []string{"ARV", "COS", "DEL"}},
	"Assembly": {ID: "org/assembly", Kind: readout.Org, Name: "Assembly", Members: strings.Fields("ARV COS DEL EST FAR GOR HAL IST JOR KAR")},
	"Congress": {ID: "org/congress", Kind: readout.Org, Name: "Congress", Members: strings.Fields("ARV COS DEL EST FAR GOR HAL IST JOR KAR LUN MAR NOR OST PAL")},
	"League":   {ID: "org/league", Kind: readout.Org, Name: "League", Members: strings.Fields("COS DEL EST FAR GOR HAL IST JOR KAR LUN")},
	"Circle":   {ID: "org/circle", Kind: readout.Org, Name: "Circle", Members: strings.Fields("COS DEL EST FAR GOR HAL")},
	"Lunia":    {ID: "state/LUN", Kind: readout.State, Name: "Lunia", Country: "LUN"},
	"Arvenia":  {ID: "state/ARV", Kind: readout.State, Name: "Arvenia", Country: "ARV"},
	"Costava":  {ID: "state/COS", Kind: readout.State, Name: "Costava", Country: "COS"},
	"palace":   {ID: "org/arven-palace", Kind: readout.Org, Name: "Arven Palace", Country: "ARV"},
	"chancery": {ID: "org/costavan-chancery", Kind: readout.Org, Name: "Costavan Chancery", Country: "COS"},
}

// doc begins a reading: a text published by an outlet on a day, told in the
// outlet's own voice unless passages are set.
func doc(t *testing.T, outlet, published, words string) *text {
	t.Helper()
	x := &text{t: t}
	x.r.Document = readout.Document{
		ID: readout.NewDocID([]byte(outlet + published + words)), Source: outlet + "-" + published + ".txt", Outlet: outlet, Text: words,
		Words: len(strings.Fields(words)), Language: "en", PublishedRaw: published,
	}
	if published != "" {
		x.r.Document.Published = &readout.Published{EDTF: published, Words: readout.WordsIn(readout.InPublished, readout.Span{End: len(published)})}
	}
	if words != "" {
		x.r.Passages = []readout.Passage{{Kind: readout.Body, Words: readout.WordsAt(readout.Span{End: len(words)})}}
	}
	for name, e := range cast {
		if strings.Contains(words, name) {
			e.Mentions = []readout.Span{x.span(name)}
			x.r.Entities = append(x.r.Entities, e)
		}
	}
	return x
}

// span is where the words stand first in the text.
func (x *text) span(words string) readout.Span { return x.place(words, x.r.Document.Text) }

func (x *text) inTitle(words string) readout.Span { return x.place(words, x.r.Document.Title) }

func (x *text) place(words, in string) readout.Span {
	x.t.Helper()
	i := strings.Index(in, words)
	if i < 0 {
		x.t.Fatalf("%q is not in %q", words, in)
	}
	return readout.Span{Start: i, End: i + len(words)}
}

func (x *text) words(words string) readout.Words { return readout.WordsAt(x.span(words)) }

// known makes sure that the reading knows the entity.
func (x *text) known(name string) readout.EntityID {
	e := cast[name]
	if x.r.Entity(e.ID) == nil {
		x.r.Entities = append(x.r.Entities, e)
	}
	return e.ID
}

// issued makes the whole text, or the words, a passage of an issuer.
func (x *text) issued(by string, kind readout.PassageKind, words string) *text {
	p := readout.Passage{Kind: kind, Issuer: x.known(by), Words: x.words(words)}
	whole := x.r.Passages[0].From.First()
	if p.From.First() == whole {
		x.r.Passages = []readout.Passage{p}
		return x
	}
	var out []readout.Passage
	for _, q := range x.r.Passages {
		s, at := q.From.First(), p.From.First()
		if !s.Contains(at) {
			out = append(out, q)
			continue
		}
		for _, part := range []readout.Span{{Start: s.Start, End: at.Start}, {Start: at.End, End: s.End}} {
			if !part.Empty() {
				rest := q
				rest.Words = readout.WordsAt(part)
				out = append(out, rest)
			}
		}
	}
	out = append(out, p)
	slices.SortFunc(out, func(a, b readout.Passage) int { return a.From.First().Start - b.From.First().Start })
	x.r.Passages = out
	return x
}

// report adds what the words say of a contact of the people named.
func (x *text) report(ch readout.Channel, st readout.Status, people, words string, more ...func(*text, *readout.Report)) *text {
	x.t.Helper()
	rep := readout.Report{ID: fmt.Sprintf("c%d", len(x.r.Contacts)+1), Channel: ch, Status: st, Words: x.words(words)}
	for _, name := range strings.Fields(people) {
		e := cast[name]
		rep.Parties = append(rep.Parties, readout.Party{Entity: e.ID, Name: e.Name, Country: e.Country, Words: x.words(name)})
	}
	for _, m := range more {
		m(x, &rep)
	}
	x.r.Contacts = append(x.r.Contacts, rep)
	return x
}

func on(edtf, words string) func(*text, *readout.Report) {
	return func(x *text, r *readout.Report) { r.When = &readout.When{EDTF: edtf, Words: x.words(words)} }
}

func at(id readout.EntityID, words string) func(*text, *readout.Report) {
	return func(x *text, r *readout.Report) {
		r.Place = &readout.Locus{Entity: id, Name: words, Words: x.words(words)}
	}
}

func during(id readout.EntityID, words string) func(*text, *readout.Report) {
	return func(x *text, r *readout.Report) {
		r.Occasion = &readout.Locus{Entity: id, Name: words, Words: x.words(words)}
	}
}

// joined adds a stranger whom only the text names.
func joined(name string) func(*text, *readout.Report) {
	return func(x *text, r *readout.Report) {
		id := readout.EntityID("person/" + slug(name))
		r.Parties = append(r.Parties, readout.Party{Entity: id, Name: name, Words: x.words(name)})
	}
}

// titled gives the document a title of its own, which names people.
func (x *text) titled(title string) *text {
	x.r.Document.Title = title
	for i := range x.r.Entities {
		if e := &x.r.Entities[i]; strings.Contains(title, lastWord(e.Name)) {
			e.InTitle = []readout.Span{x.inTitle(lastWord(e.Name))}
		}
	}
	return x
}

func lastWord(s string) string { return s[strings.LastIndex(s, " ")+1:] }

// heads adds what the title says, of those of the cast whom it names.
func (x *text) heads(ch readout.Channel, st readout.Status, more ...func(*text, *readout.Report)) *text {
	x.t.Helper()
	rep := readout.Report{ID: fmt.Sprintf("c%d", len(x.r.Contacts)+1), Channel: ch, Status: st, Headline: true, Words: readout.WordsIn(readout.InTitle, readout.Span{End: len(x.r.Document.Title)})}
	for _, name := range slices.Sorted(maps.Keys(cast)) {
		if e := cast[name]; strings.Contains(x.r.Document.Title, name) {
			x.known(name)
			rep.Parties = append(rep.Parties, readout.Party{Entity: e.ID, Name: e.Name, Country: e.Country, Words: readout.WordsIn(readout.InTitle, x.inTitle(name))})
		}
	}
	for _, m := range more {
		m(x, &rep)
	}
	x.r.Contacts = append(x.r.Contacts, rep)
	return x
}

// by makes sure that the reading knows the outlet's institution.
func (x *text) by(name string) *text {
	x.known(name)
	return x
}

// formed makes the document a page of a kind.
func (x *text) formed(kind readout.AccountKind) *text {
	x.r.Document.Form = kind
	return x
}

// backwards counts the report's time back from the day of the text.
func backwards(x *text, r *readout.Report) { x.dated(r, countedBack) }

// lastWeek gives the report's time as last week.
func lastWeek(x *text, r *readout.Report) { x.dated(r, lastUnit) }

// dated says by which rule the report's time was read.
func (x *text) dated(r *readout.Report, rule string) {
	x.r.Dates = append(x.r.Dates, readout.Date{EDTF: r.When.EDTF, Timex3: readout.Timex3{Type: "DATE", Value: r.When.EDTF}, Words: r.When.Words, Rule: rule})
}

func headline(_ *text, r *readout.Report) { r.Headline = true }

func background(_ *text, r *readout.Report) { r.Background = true }

func begunBy(i int) func(*text, *readout.Report) {
	return func(_ *text, r *readout.Report) { r.Initiator = &i }
}

// says makes a statement of the speaker the ground of the report.
func says(speaker, words string) func(*text, *readout.Report) {
	return func(x *text, r *readout.Report) {
		id := x.known(speaker)
		st := readout.Statement{ID: fmt.Sprintf("s%d", len(x.r.Statements)+1), Speaker: &id, Content: readout.At(x.span(words)), Mode: readout.Indirect}
		x.r.Statements = append(x.r.Statements, st)
		r.AssertedBy = st.ID
	}
}

// point adds a clause of an account of the report c1.
func (x *text) point(act readout.Act, by, words string, more ...func(*text, *readout.Point)) *text {
	x.t.Helper()
	p := readout.Point{ID: fmt.Sprintf("p%d", len(x.r.Points)+1), Contact: "c1", Act: act, Words: x.words(words)}
	for _, name := range strings.Fields(by) {
		p.By = append(p.By, cast[name].ID)
	}
	for _, m := range more {
		m(x, &p)
	}
	x.r.Points = append(x.r.Points, p)
	return x
}

func about(topics ...string) func(*text, *readout.Point) {
	return func(_ *text, p *readout.Point) { p.Topics = topics }
}

func promise(_ *text, p *readout.Point) { p.Commitment = true }

func due(edtf, words string) func(*text, *readout.Point) {
	return func(x *text, p *readout.Point) { p.Due = &readout.Day{EDTF: edtf, Words: x.words(words)} }
}

func planned(report string) func(*text, *readout.Point) {
	return func(_ *text, p *readout.Point) { p.Next = report }
}

func forOther(_ *text, p *readout.Point) { p.ForOther = true }

func readings(texts ...*text) []readout.Reading {
	var out []readout.Reading
	for _, x := range texts {
		x.t.Helper()
		if err := x.r.Check(); err != nil {
			x.t.Fatal(err)
		}
		out = append(out, x.r)
	}
	return out
}

// ids are the contacts as "id status documents".
func ids(contacts []readout.Contact) string {
	var lines []string
	for _, c := range contacts {
		lines = append(lines, fmt.Sprintf("%s %s %d", c.ID, c.Status, len(c.Documents)))
	}
	return strings.Join(lines, "\n")
}

// linking are texts and the contacts that come of them, see ids.
type linking struct {
	name  string
	texts []*text
	want  string
}

func linkEach(t *testing.T, tests []linking) {
	t.Helper()
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			if got := ids(Build(readings(c.texts...), asOf)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
