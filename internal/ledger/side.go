package ledger

import (
	"slices"
	"strings"

	"readout"
)

// sidesOfAll are the sides that tell a contact from others. Somebody whom nothing
// tells where to put does not, where two states are there without him; nor does a
// body of several states where three of them are named.
func sidesOfAll(who []participant) []string {
	var all, states []string
	for _, p := range who {
		all = append(all, p.side)
		if len(p.side) == countryCode {
			states = append(states, p.side)
		}
	}
	slices.Sort(all)
	slices.Sort(states)
	all, states = slices.Compact(all), slices.Compact(states)
	return slices.DeleteFunc(all, func(side string) bool {
		return len(states) > 1 && strings.HasPrefix(side, "?") || len(states) >= threeStates && strings.HasPrefix(side, string(readout.Org)+"/")
	})
}

// gathering notes the large body that takes part in a contact where its members meet, and
// gives them: who is there for a member is no side of it. Its summit is one, whoever is
// told to have been there.
func (it *item) gathering() (members []string) {
	if group := groupOf(it.rep.Channel); group != inPerson && it.rep.Channel != readout.Video || it.rep.Channel == readout.Visit {
		return nil
	}
	var body *readout.Entity
	for _, p := range it.who {
		if e := it.src.r.Entity(p.id); e != nil && len(e.Members) > fewMembers {
			body = e
			break
		}
	}
	if e := it.memberList(body); e != nil {
		it.body = string(e.ID)
		it.who = append(it.who, participant{id: e.ID, level: stateLevel, side: it.body})
		return e.Members
	}
	if body == nil {
		return nil
	}
	it.body = string(body.ID)
	return body.Members
}

// memberList is the large body that the text names and whose members are listed instead:
// two thirds of them at least, and one side from elsewhere at most ("we, the governments
// of …, meet on the occasion of the summit of the Forum"). A body that takes part stands for
// its members in one that has them all and more ("leaders of the Council and of …, during
// the Baltic Summit"). nil where there is none.
func (it *item) memberList(part *readout.Entity) *readout.Entity {
	if len(it.sides) < manySides {
		return nil
	}
	for i := range it.src.r.Entities {
		e := &it.src.r.Entities[i]
		if len(e.Members) <= fewMembers || e.Kind != readout.Org || part != nil && (len(e.Members) <= len(part.Members) || !subset(part.Members, e.Members)) {
			continue
		}
		listed := 0
		for _, code := range e.Members {
			if slices.Contains(it.sides, code) || part != nil && slices.Contains(part.Members, code) {
				listed++
			}
		}
		elsewhere := 0
		for _, side := range it.sides {
			if !slices.Contains(e.Members, side) {
				elsewhere++
			}
		}
		if 3*listed >= 2*len(e.Members) && elsewhere <= 1 {
			return e
		}
	}
	return nil
}

// threeStates are several, of which a body can be.
const threeStates = 3

// countryCode is the length of a country's code.
const countryCode = 3

// atInviter gives a visit that was proposed, and nobody says where to, the land of who proposed
// it: that is an invitation.
func (it *item) atInviter() {
	i := it.rep.Initiator
	if it.rep.Channel != readout.Visit || it.rep.Status != readout.Proposed || it.rep.Place != nil || i == nil || *i >= len(it.who) || len(it.who[*i].side) != countryCode {
		return
	}
	land := readout.EntityID("state/" + it.who[*i].side)
	it.place = spot{id: land, country: it.who[*i].side, words: idWords(land)}
}

// addHost makes the visited state a party of a journey that names nobody there.
func (it *item) addHost() {
	if it.rep.Channel != readout.Visit || it.place.country == "" || len(it.who) == 0 {
		return
	}
	for _, p := range it.who {
		if p.side != it.who[0].side {
			return
		}
	}
	if it.place.country != it.who[0].side {
		host := readout.EntityID("state/" + it.place.country)
		it.who = append(it.who, participant{id: host, level: stateLevel, side: it.place.country})
	}
}

// fewMembers is how many states a body may have for each of them to be there when it
// meets, as not each of a larger one need be.
const fewMembers = 9

// addMembers makes the states of a body of a few parties of its meeting, so that "the
// Quad leaders" and their names are the same.
func (it *item) addMembers() {
	for _, p := range it.who {
		e := it.src.r.Entity(p.id)
		if e == nil || len(e.Members) < threeStates || len(e.Members) > fewMembers {
			continue
		}
		for _, code := range e.Members {
			if !slices.ContainsFunc(it.who, func(q participant) bool { return q.side == code }) {
				it.who = append(it.who, participant{id: readout.EntityID("state/" + code), level: stateLevel, side: code})
				it.filled = true
			}
		}
	}
}
