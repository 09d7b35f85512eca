package contact

import (
	"slices"

	"readout"
)

// ofHosts gives the contact of two who are only the hosts of a gathering with a name, that of
// others too, this gathering as its occasion: "The Northern Leaders Meeting will be co-hosted
// by Reyes and Holt". It is not what the two have with each other.
func (f *finder) ofHosts(c cue, d *draft) {
	if c.verb() || d.Occasion != nil || len(d.Parties) != 2 || placeless(d.Channel) || !f.coHosted(c) {
		return
	}
	np := f.pastThe(f.nounPhrase(c, f.Sentences[c.sentence].First))
	if c.word.Channel != string(readout.Summit) && !f.at(c.head-1).Is("leaders") && !f.at(c.head-2).Is("leaders") || np == c.head || !f.at(np).Upper || !f.at(c.head).Upper {
		return
	}
	if !slices.ContainsFunc(d.Parties, func(p readout.Party) bool { return !f.namesState(np, c.head, p.Country) }) {
		return
	}
	if m := f.owner[c.head]; m >= 0 && f.isEvent(m) {
		d.Occasion = f.locus(f.Mentions[m])
	} else {
		d.Occasion = f.locusAt(np, c.last)
	}
}

// pastThe is the token behind the article that may stand at token i.
func (f *finder) pastThe(i int) int {
	if f.at(i).Is("the") {
		return i + 1
	}
	return i
}

// coHosted reports whether two or more host together what a noun tells of.
func (f *finder) coHosted(c cue) bool {
	start := f.Sentences[c.sentence].First
	if l := f.light(f.nounPhrase(c, start), start); l != nil && l.group.Main >= 0 && f.hostsTogether(l.group.Main) {
		return true
	}
	by := f.byHost(c.last, f.Sentences[c.sentence].Last)
	return by > 0 && f.hostsTogether(by-1)
}

// hostsTogether reports whether the verb at token i says that several are hosts: "co-hosted".
func (f *finder) hostsTogether(i int) bool {
	return f.at(i).Is("co-host", "co-hosts", "co-hosted", "co-hosting", "cohost", "cohosted", "co-convened", "co-organised", "co-organized") || f.at(i-1).Is("-") && f.at(i-2).Is("co")
}

// namesState reports whether a state is named in tokens [from, to), if only by its adjective.
func (f *finder) namesState(from, to int, country string) bool {
	state := readout.EntityID("state/" + country)
	for i := from; i < to; i++ {
		if m := f.owner[i]; m >= 0 && f.Mentions[m].Entity == state {
			return true
		}
		if _, id := f.stateEnding(i); id == state {
			return true
		}
	}
	return false
}

// goesFor gives a journey the gathering in which the traveller is said later in the paragraph
// to take part as its occasion: "will travel to Norway on 8 May. … On 9 May, she will
// represent Arvenia at the Global Conference on Ports".
func (f *finder) goesFor(d *draft, c cue) {
	if d.Occasion != nil || d.outing != nil || d.Status != readout.Scheduled || !d.toState() || d.stop != nil || len(d.Parties) != 2 {
		return
	}
	for n := c.sentence + 1; n < len(f.Sentences) && n <= c.sentence+maxItinerary && f.Sentences[n].Paragraph == f.Sentences[c.sentence].Paragraph && f.oneVoice(n, c.sentence); n++ {
		np, end := f.representing(n, d.Parties[0].Entity)
		if np == 0 || f.gatheringAt(np, end, false) == nil || f.namesElsewhere(n, d.Parties[1].Country) {
			continue
		}
		d.Occasion = f.locusAt(f.pastThe(np), f.gatheringEnd(np, end))
		return
	}
}

// representing is the noun phrase behind a verb of the sentence that somebody stands there for
// his state or takes part; 0 if there is none.
func (f *finder) representing(s int, who readout.EntityID) (np, end int) {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	for i := first; i < last; i++ {
		g, ok := f.GroupAt(i, "")
		if !ok || g.Main != i || f.owner[i] >= 0 || g.Modal != "will" {
			continue
		}
		if list := f.subject(g.First, first); len(list) != 1 || f.parties(list)[0].Entity != who {
			continue
		}
		if at := f.representsAt(i, last); at > 0 {
			return at + 1, last
		}
		if f.takesPartAt(i) {
			for i++; i < last && f.at(i).Is("part", "in", "at"); i++ {
			}
			return i, last
		}
	}
	return 0, 0
}

// gatheringEnd is the token behind the name of the gathering that begins at token i: "Global
// Summit on Ports" at the town where it is.
func (f *finder) gatheringEnd(i, end int) int {
	for ; i < end; i++ {
		if f.isDate(i) || f.finite(i) || f.at(i).Is(",", ".", ";", "in", "at", "to", "with", "where", "which", "and") || f.at(i).Is("on") && !f.at(i+1).Upper {
			return i
		}
	}
	return end
}

// namesElsewhere reports whether a sentence names a place of another state.
func (f *finder) namesElsewhere(s int, country string) bool {
	return slices.ContainsFunc(f.mentions[s], func(m int) bool {
		p, ok := f.visited(m)
		return ok && f.Mentions[m].Entity.Kind() == readout.Place && p.Country != country
	})
}
