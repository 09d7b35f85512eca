package contact

import (
	"readout"
	"readout/lexicon"
)

// facing makes a conversation a meeting that its words put to a place where both were: "had a
// conversation at the residence", "spoke with Holt during his visit to our country".
func (f *finder) facing(d *draft, c cue) {
	if d.Channel != readout.Conversation || d.Status != readout.Held || len(d.Parties) != 2 {
		return
	}
	if there := !c.verb() && f.at(c.head).Is("conversation") && f.at(c.last).Is("at", "in") && d.Place != nil; there || f.duringStay(c) {
		d.Channel = readout.Meeting
	}
}

// duringStay reports whether the words behind a contact say that it was held while one was
// with the other: "during his visit to our country", "during her stay here".
func (f *finder) duringStay(c cue) bool {
	for i := c.last; i+2 < f.Sentences[c.sentence].Last && !f.finite(i) && !f.at(i).Is(";"); i++ {
		if !f.at(i).Is("during", "on") || !f.at(i+1).Is("his", "her", "their") {
			continue
		}
		j := i + 2
		for f.at(j).Is("recent", "last", "latest", "first", "official", "state", "working") {
			j++
		}
		return f.at(j).Is("visit", "stay", "trip") && (f.at(j+1).Is("here") || f.at(j+1).Is("to") && f.at(j+2).Is("our", "us"))
	}
	return false
}

// imperative reports whether a verb only asks the hearer for a contact: "Call me, come over".
func (f *finder) imperative(c cue) bool {
	g := c.group
	if !c.verb() || g.First != g.Main || g.Form&lexicon.Base == 0 || g.First != f.opening(c.sentence) {
		return false
	}
	return f.PassageOf(c.sentence).Kind != readout.Headline && f.at(c.last).Is("me", "us")
}
