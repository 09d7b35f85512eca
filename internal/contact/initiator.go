package contact

import (
	"readout"
	"readout/lexicon"
)

// request reads at whose request or initiative the contact was: "at the
// initiative of the Arvenian side", "at Holt's request", "was initiated by Holt". It
// sets the initiator, or the side's country where the draft has no parties of its own.
func (f *finder) request(d *draft, first, last int) {
	for i := first; i < last; i++ {
		var entity readout.EntityID
		var country string
		switch {
		case d.Initiator != nil:
			return
		case f.at(i).Is("initiative", "request"):
			entity, country = f.requested(d, i, first, last)
		case f.begunBy(d, i, first):
			entity, country = f.asker(i+2, last)
		}
		if entity == "" && country == "" {
			continue
		}
		d.begun = country
		for j, p := range d.Parties {
			if p.Entity == entity || country != "" && p.Country == country || f.speaksFor(p.Entity, entity) {
				d.Initiator, d.InitiatorBasis = &j, "stated"
				return
			}
		}
	}
}

// begunBy reports whether token i is the participle of "the call was initiated by".
func (f *finder) begunBy(d *draft, i, first int) bool {
	if !f.at(i+1).Is("by") || i == first || !f.at(i-1).Is("was", "were") {
		return false
	}
	return f.at(i).Is("initiated") || d.Channel == readout.Call && f.at(i).Is("made", "placed")
}

// speaksFor reports whether the person holds an office of the organisation.
func (f *finder) speaksFor(person, org readout.EntityID) bool {
	if person.Kind() != readout.Person || org.Kind() != readout.Org {
		return false
	}
	for _, t := range f.Lex.OfficesOn(string(person)[len("person/"):], f.doc.Published.Day()) {
		if o := f.Lex.Offices[t.Office]; o != nil && o.Org != "" && "org/"+readout.EntityID(o.Org) == org {
			return true
		}
	}
	return false
}

// requested is who made the request whose noun is token i.
func (f *finder) requested(d *draft, i, first, last int) (readout.EntityID, string) {
	at := i - 1
	for at > first && !f.at(at).Is("at", "on", "by") && at > i-6 {
		at--
	}
	if !f.at(at).Is("at", "on", "by") {
		return "", ""
	}
	for j := at + 1; j < i; j++ { // "at Holt's request", "at the Costavan side's request"
		if m := f.owner[j]; m >= 0 && (f.eligible(m) || f.at(j).Is("his", "her") && hasParty(d, f.Mentions[m].Entity)) {
			return f.agent(m)
		}
		if c := f.adjective(j); c != "" {
			return "", c
		}
		if n := len(d.Parties); n == 2 && f.at(j).Is("latter") {
			return d.Parties[1].Entity, d.Parties[1].Country
		}
		if n := len(d.Parties); n == 2 && f.at(j).Is("former") {
			return d.Parties[0].Entity, d.Parties[0].Country
		}
	}
	if !f.at(i + 1).Is("of") {
		return "", ""
	}
	return f.asker(i+2, last)
}

// asker is who stands at token i or after its article: a side or a person.
func (f *finder) asker(i, last int) (readout.EntityID, string) {
	for j := i; j < min(last, i+5); j++ {
		if c := f.adjective(j); c != "" && f.sideFollows(j) {
			return "", c
		}
		if m := f.owner[j]; m >= 0 && f.eligible(m) {
			return f.agent(m)
		}
	}
	return "", ""
}

// agent is the entity and country of a mention.
func (f *finder) agent(m int) (readout.EntityID, string) {
	p := f.parties([]int{m})
	if len(p) != 1 {
		return "", ""
	}
	return p[0].Entity, p[0].Country
}

// adjective is the country of a state's adjective at token i, "" if it is none.
func (f *finder) adjective(i int) string {
	for _, hit := range f.Lex.Names.Match(f.Tokens, i) {
		for _, e := range hit.Entries {
			if e.Form == lexicon.Adjective {
				return string(e.Entity)[len("state/"):]
			}
		}
	}
	return ""
}

// sideFollows reports whether "side", "president" or the like follows an adjective
// within two words.
func (f *finder) sideFollows(i int) bool {
	for j := i + 1; j < i+4; j++ {
		if f.at(j).Is("side", "president", "leader", "party", "government", "chancellor", "king", "minister") {
			return true
		}
	}
	return false
}
