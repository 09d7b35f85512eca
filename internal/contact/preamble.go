package contact

import (
	"slices"
	"strings"

	"readout"
)

// maxPreamble is within how many words a joint statement says who speaks in it.
const maxPreamble = 120

// leadersSpeak lets "the leaders" of a body, whom a joint statement calls "we", be that body and
// the leader of the state on whose page it stands, where that is one of the members: "We, the
// leaders of the Group of Seven (G7), met in Tollen".
func (f *finder) leadersSpeak() {
	for i := 0; i+4 < min(len(f.Tokens), maxPreamble); i++ {
		if !f.at(i).Is("we") || f.owner[i] >= 0 || !f.at(i+1).Is(",") || !f.at(i+2).Is("the") || !f.at(i+3).Is("leaders", "heads") {
			continue
		}
		m := f.mentionFrom(i+3, min(i+9, len(f.Tokens)))
		if m < 0 {
			return
		}
		first, last := f.tokensOf(m)
		org := f.Lex.Orgs[strings.TrimPrefix(string(f.Mentions[m].Entity), "org/")]
		home := f.pageOf()
		if org == nil || home == "" || !slices.Contains(org.Members, home) || first > i+3 && !f.at(f.skipDeterminers(first)-1).Is("of") {
			return
		}
		who := f.leaderOf(home, false, f.doc.Published.Day())
		if who == nil {
			return
		}
		x := f.Mentions[m]
		if f.at(last).Is("(") && f.at(last+2).Is(")") { // its abbreviation
			last += 3
			x.Span = readout.Span{Start: x.Span.Start, End: f.Span(first, last).End}
		}
		x.Form, x.Members = readout.ByGroup, []readout.EntityID{readout.EntityID("person/" + who.ID), f.Mentions[m].Entity}
		f.Mentions = append(f.Mentions, x)
		for j := first; j < last; j++ {
			f.owner[j] = len(f.Mentions) - 1
		}
		return
	}
}
