package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// fact is one thing that a line wants or that a reading found, in the same
// words for both, so that the two can be laid side by side.
type fact struct {
	kind  string
	keys  []key // in the order of keysOf
	spans []readout.Span
}

// key is one property of a fact; "-" stands for nobody.
type key struct {
	name   string
	values []string
}

const (
	nobody = "-"
	yes    = "true"
)

func (f *fact) get(name string) []string {
	for _, k := range f.keys {
		if k.name == name {
			return k.values
		}
	}
	return nil
}

func (f *fact) has(name string) bool {
	return slices.ContainsFunc(f.keys, func(k key) bool { return k.name == name })
}

// set notes a property; without a value it is one that is simply true.
func (f *fact) set(name string, values ...string) {
	if len(values) == 0 {
		values = []string{yes}
	}
	if name == "topics" {
		values = strings.Split(values[0], ",")
	}
	f.keys = append(f.keys, key{name, values})
}

// setIf notes a property that is there only if the value is.
func (f *fact) setIf(name, value string) {
	if value != "" {
		f.set(name, value)
	}
}

func (f *fact) flag(name string, on bool) {
	if on {
		f.set(name)
	}
}

// describe writes a fact as a line, with its words.
func (f *fact) describe(text string) string {
	var b strings.Builder
	b.WriteString(f.kind)
	for _, k := range f.keys {
		fmt.Fprintf(&b, " %s=%s", k.name, strings.Join(k.values, " + "))
	}
	for _, s := range f.spans {
		fmt.Fprintf(&b, " %q", text[s.Start:s.End])
	}
	return b.String()
}

// namer gives the names of entities as gold writes them.
type namer struct {
	r   *readout.Reading
	lex *lexicon.Lexicon
}

func (n namer) entity(id readout.EntityID) *readout.Entity {
	if e := n.r.Entity(id); e != nil {
		return e
	}
	if e := n.lex.World.EntityOf(id); e != nil {
		return e
	}
	return &readout.Entity{Name: string(id)}
}

func (n namer) name(id readout.EntityID) string { return n.entity(id).Name }

// factsOf turns what a reading found in the text into facts. What stands in the
// title apart is left out: gold quotes the text only.
func factsOf(r *readout.Reading, lex *lexicon.Lexicon) []fact {
	n := namer{r, lex}
	var out []fact
	for _, p := range r.Passages {
		f := fact{kind: Passage, spans: p.From.All()}
		f.set("value", string(p.Kind))
		if p.Issuer != "" {
			f.setIf("issuer", n.entity(p.Issuer).Country)
		}
		out = append(out, f)
	}
	for _, d := range r.Dates {
		if d.In == readout.InText {
			f := fact{kind: Date, spans: d.From.All()}
			f.set("value", cmp.Or(d.EDTF, d.Timex3.Value, nobody))
			out = append(out, f)
		}
	}
	for _, c := range r.Contacts {
		if c.In == readout.InText {
			out = append(out, n.contact(c))
		}
	}
	for _, s := range r.Statements {
		if s.In == readout.InText {
			out = append(out, n.statement(s))
		}
	}
	for _, p := range r.Points {
		out = append(out, n.point(p))
	}
	return out
}

func (n namer) contact(c readout.Report) fact {
	f := fact{kind: Contact, spans: c.From.All()}
	f.setIf("scope", string(c.Scope))
	f.set("channel", string(c.Channel))
	f.set("status", string(c.Status))
	if c.When != nil {
		f.set("when", c.When.EDTF)
	}
	if c.Place != nil {
		f.set("place", c.Place.Name)
	}
	var names []string
	for _, p := range c.Parties {
		names = append(names, p.Name)
	}
	if c.Initiator != nil {
		f.set("initiator", names[*c.Initiator])
	}
	f.set("parties", names...)
	return f
}

func (n namer) statement(s readout.Statement) fact {
	f := fact{kind: Statement, spans: s.Content.All()}
	speaker := nobody
	if s.Speaker != nil {
		speaker = n.name(*s.Speaker)
	}
	f.set("speaker", speaker)
	via := []string{}
	for _, l := range s.Via {
		name := l.Name
		if l.Entity != "" {
			name = n.name(l.Entity)
		}
		via = append(via, name)
	}
	if len(via) == 0 {
		via = []string{nobody}
	}
	f.set("via", via...)
	f.set("mode", string(s.Mode))
	f.flag("negated", s.Negated)
	return f
}

func (n namer) point(p readout.Point) fact {
	f := fact{kind: Point, spans: p.From.All()}
	f.set("act", string(p.Act))
	f.setIf("topics", strings.Join(p.Topics, ","))
	by := []string{}
	for _, id := range p.By {
		by = append(by, n.name(id))
	}
	if len(by) == 0 {
		by = []string{nobody}
	}
	f.set("by", by...)
	if p.Due != nil {
		f.set("due", p.Due.EDTF)
	}
	f.flag("commitment", p.Commitment)
	f.flag("for_other", p.ForOther)
	return f
}
