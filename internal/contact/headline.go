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
	announced := false
	for i := range list {
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
