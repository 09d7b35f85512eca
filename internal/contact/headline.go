package contact

import (
	"slices"

	"readout"
)

// headline joins a headline to the body's report of the same contact; its more
// exact channel counts there. A noun has no tense: "Meeting of Reyes with Holt" over a body
// that only plans it adds nothing, nor does the title of a joint text on some matter whose body
// tells of no contact.
func headline(list []draft, h draft) []draft {
	if !h.solid || h.written && !slices.ContainsFunc(list, func(d draft) bool { return !d.Headline }) {
		return list
	}
	if each := toldApart(list, h); len(each) > 1 {
		for _, i := range each {
			if list[i].Channel == readout.Conversation {
				list[i].Channel = h.Channel
			}
		}
		return list
	}
	announced := false
	for i := range list {
		if h.unnamed && list[i].Status == h.Status && compatible(list[i].Channel, h.Channel) && namesCounterparts(list[i].Parties, h.Parties) {
			return list
		}
		if h.oneEach && list[i].Status == h.Status && compatible(list[i].Channel, h.Channel) && among(h.Parties, list[i].Parties) {
			return list // the body says who of them met together
		}
		if list[i].Headline || list[i].longAgo || !sameParties(list[i].Parties, h.Parties) || !compatible(list[i].Channel, h.Channel) || named(list[i].Parties) < named(h.Parties) {
			continue
		}
		if list[i].Status == h.Status || h.Status == readout.Held && !planned(list[i].Status) {
			if list[i].Channel == readout.Conversation {
				list[i].Channel = h.Channel
			}
			return list
		}
		announced = announced || list[i].Status == readout.Scheduled && !h.explicit && (list[i].Channel == readout.Talks) == (h.Channel == readout.Talks)
	}
	if announced && h.Status == readout.Held {
		return list
	}
	h.Headline = true
	return append(list, h)
}

// toldApart are the contacts of the body that a title's plural stands over, where each of several
// persons of one side has his own in it: "Calls of Reyes and Brell with Costavan Officials"; nil
// where some person of the title has none.
func toldApart(list []draft, h draft) []int {
	if !h.oneEach || named(h.Parties) < 2 {
		return nil
	}
	var out []int
	for _, p := range h.Parties {
		if p.Entity.Kind() != readout.Person {
			continue
		}
		i := slices.IndexFunc(list, func(d draft) bool {
			return !d.Headline && d.solid && d.Status == h.Status && compatible(d.Channel, h.Channel) && hasParty(&d, p.Entity)
		})
		if i < 0 {
			return nil
		}
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// namesCounterparts reports whether a list has the persons whom a title names, and persons of the
// states whose counterparts it only mentions: "Meeting with Nordic and Costavan Counterparts"
// over a body that names them all. A body of states may be any whose members they are.
func namesCounterparts(list, title []readout.Party) bool {
	if named(list) < len(title) {
		return false
	}
	states := 0
	for _, p := range title {
		at := slices.IndexFunc(list, func(q readout.Party) bool { return sameParty(p, q) })
		if at < 0 && p.Entity.Kind() != readout.Org {
			return false
		}
		if at >= 0 && p.Entity.Kind() == readout.State {
			states++
		}
	}
	return named(title) > 0 && states > 0
}

// among reports whether all parties of one list are of another.
func among(few, many []readout.Party) bool {
	return !slices.ContainsFunc(few, func(p readout.Party) bool {
		return !slices.ContainsFunc(many, func(q readout.Party) bool { return p.Entity == q.Entity })
	})
}

// named counts the persons among parties.
func named(list []readout.Party) int {
	n := 0
	for _, p := range list {
		if p.Entity.Kind() == readout.Person {
			n++
		}
	}
	return n
}
