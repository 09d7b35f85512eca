package contact

import "readout"

// headline joins a headline to the body's report of the same contact; its more
// exact channel counts there.
func headline(list []draft, h draft) []draft {
	if !h.solid {
		return list
	}
	for i := range list {
		if list[i].Headline || !sameParties(list[i].Parties, h.Parties) || !compatible(list[i].Channel, h.Channel) || named(list[i].Parties) < named(h.Parties) {
			continue
		}
		if list[i].Status == h.Status || h.Status == readout.Held && !planned(list[i].Status) {
			if list[i].Channel == readout.Conversation {
				list[i].Channel = h.Channel
			}
			return list
		}
	}
	h.Headline = true
	return append(list, h)
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
