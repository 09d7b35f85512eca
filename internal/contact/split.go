package contact

import (
	"cmp"
	"slices"

	"readout"
)

// maxApart is how many sentences after a contact its counterparts can still be set
// apart: "spoke with Reyes and Orsi. In both calls …".
const maxApart = 3

// setsApart reports whether a draft that refers speaks of several contacts where the
// text has told one of somebody with several others: "in both calls", "during the
// meetings", "in each conversation". What is called trilateral is one of all three.
func (d draft) setsApart(told draft) bool {
	one := told.left == 1 || len(told.Parties)-told.left == 1
	return d.several && (len(d.Parties) == 0 || hasParty(&told, d.Parties[0].Entity)) && d.field == told.field && d.sentence > told.sentence && d.sentence-told.sentence <= maxApart && len(told.Parties) > 2 && told.lands < len(told.Parties) && told.left > 0 && one && told.after == 0
}

// setApart makes of one contact of somebody with several others a contact with each.
func setApart(told draft) []draft {
	one, many := told.Parties[:told.left], told.Parties[told.left:]
	if len(many) == 1 {
		one, many = many, one
	}
	var out []draft
	for _, p := range many {
		d := told
		d.left, d.Initiator = 1, nil
		d.Parties = []readout.Party{one[0], p}
		if told.Initiator != nil && told.Parties[*told.Initiator].Entity == one[0].Entity {
			d.Initiator = new(int)
		}
		d.Attendees = slices.Clone(told.Attendees)
		out = append(out, d)
	}
	return out
}

// toldTogether are the contacts that one word told with contact i of the list, with it: "for
// meetings with Lorne and Tanaka".
func toldTogether(list []draft, i int) []draft {
	var out []draft
	for _, o := range list {
		if o.solid && o.head == list[i].head && o.field == list[i].field && o.Status == list[i].Status && o.Channel == list[i].Channel {
			out = append(out, o)
		}
	}
	return out
}

// besideAll makes contacts with each of the counterparts of one that is told of all, which
// stays: "will host Holt and Lorne for a summit. She will also have a meeting with each".
func besideAll(told draft, each []draft, d draft) []draft {
	for i, e := range each {
		one := d
		one.Parties, one.Scope, one.left, one.solid = e.Parties, e.Scope, e.left, true
		one.When, one.Place = cmp.Or(d.When, told.When), cmp.Or(d.Place, told.Place)
		one.several, one.plural = false, false
		each[i] = one
	}
	return each
}

// inAddition reports whether a sentence says that a contact is one more: "will also hold",
// "that day as well".
func (f *finder) inAddition(c cue) bool {
	if f.says(f.Sentences[c.sentence].First, c.first, "also") {
		return true
	}
	for i := c.last; i+1 < f.Sentences[c.sentence].Last; i++ {
		if f.at(i).Is("as") && f.at(i+1).Is("well") {
			return !f.at(i + 2).Is("as")
		}
	}
	return false
}

// stopByStop reports whether each of several persons is met at home: one person meets
// them, not all together, and a sentence just before, or before in the paragraph, tells of a
// journey to the states of them all ("will travel to Velmora, Arvenia; and Port Merrin, Costava").
func (f *finder) stopByStop(c cue, s sides, status readout.Status) bool {
	hosts := f.parties(s.object)
	if !planned(status) && status != readout.Held || f.jointly(c) || !c.verb() || len(f.parties(s.subject)) != 1 || len(hosts) < 2 {
		return false
	}
	paragraph := f.Sentences[c.sentence].Paragraph
	for n := c.sentence; n >= 0 && (n >= c.sentence-maxApart || f.Sentences[n].Paragraph == paragraph) && f.oneVoice(n, c.sentence); n-- {
		if lands := f.landsOf(n, c.first); !slices.ContainsFunc(hosts, func(p readout.Party) bool {
			return p.Entity.Kind() != readout.Person || !lands[p.Country]
		}) {
			return !oneState(hosts)
		}
	}
	return false
}

// jointly reports whether the sentence says of the contact that all took part at once.
func (f *finder) jointly(c cue) bool {
	for i := f.Sentences[c.sentence].First; i < f.Sentences[c.sentence].Last; i++ {
		if f.at(i).Is("together", "jointly", "joint", "trilateral", "trilaterally", "three-way") {
			return true
		}
	}
	return false
}

// landsOf are the countries of the places and states that a sentence of a journey names
// behind its verb and before token end: not those whose leaders are met there.
func (f *finder) landsOf(s, end int) map[string]bool {
	lands := map[string]bool{}
	moving := false
	for i := f.Sentences[s].First; i < min(end, f.Sentences[s].Last); i++ {
		moving = moving || f.moves(i) != ""
		if m := f.owner[i]; moving && m >= 0 && f.isPlace(m) {
			if p, ok := f.visited(m); ok {
				lands[p.Country] = true
			}
		}
	}
	return lands
}

// journeyTo reports whether a draft tells of a journey to the state of p, whom "the
// talks with President Holt" names as the host.
func (d draft) journeyTo(p readout.Party) bool {
	return d.Channel == readout.Visit && p.Entity.Kind() == readout.Person && p.Country != "" && slices.ContainsFunc(d.Parties, func(q readout.Party) bool {
		return q.Entity.Kind() == readout.State && q.Country == p.Country
	})
}

// heralded gives a contact without a day that of the words that announced it: "Reyes
// had several calls on Monday. She spoke to Holt about …".
func heralded(told []draft, d draft) draft {
	if d.When != nil || d.Status != readout.Held || d.Background {
		return d
	}
	for i := len(told) - 1; i >= 0; i-- {
		h := told[i]
		if h.herald && !h.Background && h.field == d.field && d.inTurnOf(h) && compatible(h.Channel, d.Channel) && (len(h.Parties) == 0 || hasParty(&d, h.Parties[0].Entity)) {
			d.When = h.When
			return d
		}
	}
	return d
}

// beside gives a contact without a day or place of its own those of the one told in the
// sentence before, of all whom it names: "met Holt and Lorne in Tollen on 7 May. She also held
// bilateral meetings with each"; of a plan, in one of the sentences before.
func beside(told []draft, d draft) draft {
	ahead := d.Status == readout.Scheduled || d.Status == readout.Expected
	if !d.also || d.When != nil || d.Place != nil || d.Status != readout.Held && !ahead || d.Background {
		return d
	}
	for i := len(told) - 1; i >= 0; i-- {
		o := told[i]
		after := d.sentence - o.sentence
		near := o.Status == d.Status && after == 1 && d.paragraph == o.paragraph || ahead && o.Status == readout.Scheduled && after > 0 && after <= 2*maxApart
		if o.field != d.field || !near || o.When == nil || o.Background || len(o.Parties) <= len(d.Parties) || placeless(o.Channel) || placeless(d.Channel) {
			continue
		}
		if !slices.ContainsFunc(d.Parties, func(p readout.Party) bool { return !hasParty(&o, p.Entity) }) {
			d.When, d.Place = o.When, o.Place
			return d
		}
	}
	return d
}

// eachLeader sets the counterparts of the last contact apart where a sentence without a
// contact of its own speaks of each of them: "She thanked each leader for their help".
func (f *finder) eachLeader(s int, told []draft) []draft {
	if len(told) == 0 {
		return told
	}
	last := len(told) - 1
	for i := f.Sentences[s].First; i < f.Sentences[s].Last; i++ {
		if !f.at(i).Is("each") || i+1 >= len(f.owner) || f.owner[i+1] >= 0 || !(f.at(i+1).Is("leader", "counterpart", "of") || f.Lex.Titles.Find(f.at(i+1).Fold) != nil) {
			continue
		}
		here := draft{several: true, field: f.Field, sentence: s}
		if here.setsApart(told[last]) && f.PassageOf(s) == f.PassageOf(told[last].sentence) {
			return append(told[:last:last], setApart(told[last])...)
		}
	}
	return told
}

// bothHeads reports whether the verb names the holders of two offices of one state, each with
// that state: "will meet the President of Costava and the Prime Minister of Costava".
func (f *finder) bothHeads(c cue, s sides) bool {
	if !c.verb() || len(s.object) != 2 || f.jointly(c) || len(f.parties(s.subject)) != 1 || !oneState(f.parties(s.object)) {
		return false
	}
	return !slices.ContainsFunc(s.object, func(m int) bool {
		if f.Mentions[m].Form != readout.ByOffice {
			return true
		}
		first, last := f.tokensOf(m)
		return !f.says(first, last, "of")
	})
}
