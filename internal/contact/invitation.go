package contact

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
)

// byInvitation reads a sentence whose only telling word is an invitation: "Reyes has
// accepted an invitation from Holt", "Holt sent Reyes an invitation". Guest and host
// are the parties of a visit.
func (f *finder) byInvitation(s int) (cue, []draft) {
	start, end := f.Sentences[s].First, f.Sentences[s].Last
	visits := f.Lex.English.ContactNouns(string(readout.Visit))
	for i := start; i < end && len(visits) > 0; i++ {
		if !f.at(i).Is("invitation") || f.owner[i] >= 0 {
			continue
		}
		c := cue{sentence: s, first: i, last: i + 1, head: i, word: visits[0], group: syntax.Group{Governor: -1}}
		np := f.nounPhrase(c, start)
		l := f.light(np, start)
		if l == nil {
			continue
		}
		status := f.ofOffer(i, start)
		if status == "" && l.word != nil && l.word.Status != "tense" {
			continue
		}
		answer := status != ""
		if !answer {
			status = signed(readout.Proposed, l.group.Negated)
		}
		guest, host := f.subject(l.group.First, start), f.invitingSide(c, np, end)
		if !answer {
			if f.at(np).Is("the") { // one told before, which somebody passes on
				continue
			}
			host, guest = guest, f.invitedSide(c, np, start, end)
		}
		d, ok := f.draft(c, sides{begun: -1, light: l}, append(slices.Clone(host), guest...), status)
		if ok && d.solid && d.Scope == readout.International && f.persons(host) && f.persons(guest) {
			d.agreed, d.explicit = status == readout.Arranging, true // a day makes it a set one
			return c, []draft{d}
		}
		return c, nil
	}
	return cue{}, nil
}

// invitingSide is who invites: "an invitation from Holt", "Holt's invitation".
func (f *finder) invitingSide(c cue, np, end int) []int {
	if list := f.owners(c, np, f.Sentences[c.sentence].First); len(list) > 0 {
		return list
	}
	for _, word := range []string{"from", "by", "of"} {
		if at := f.find(c.last, end, word); at > 0 {
			list, _, _ := f.listRight(at, end)
			return list
		}
	}
	return nil
}

// invitedSide is who is invited: "sent Reyes an invitation", "an invitation to Reyes".
func (f *finder) invitedSide(c cue, np, start, end int) []int {
	if m := f.indirect(np, start); m >= 0 {
		return []int{m}
	}
	if f.at(c.last).Is("to") && f.at(c.last+1).Kind == token.Word {
		if list, _, _ := f.listRight(c.last+1, end); f.persons(list) {
			return list
		}
	}
	return nil
}

// unanswered reports whether the words say that no answer was given to the offer or
// invitation whose phrase begins at token np: "has not yet replied to".
func (f *finder) unanswered(np, start int) bool {
	for i := np - 1; i >= max(start, np-3); i-- {
		g, ok := f.GroupAt(i, "")
		if ok && g.Negated && slices.Contains([]string{"answer", "reply", "respond", "react", "consider", "decide"}, g.Lemma) {
			return true
		}
	}
	return false
}

// possessed reports whether token i belongs to a possessive.
func (f *finder) possessed(i int) bool {
	return f.at(i).Is("'s", "'") || f.owner[i] >= 0 && f.possessive(f.owner[i])
}

// ofOffer is the status that a verb gives the offer, invitation or plan whose noun
// is token at: "rejected an offer of talks"; "" if none does.
func (f *finder) ofOffer(at, start int) readout.Status {
	np := at
	for np > start && (f.at(np-1).Is("a", "an", "the", "his", "her", "their", "its", "any") || f.possessed(np-1)) {
		np--
	}
	if f.unanswered(np, start) {
		return readout.Proposed
	}
	l := f.light(np, start)
	if l == nil || l.word == nil || l.word.Status == "tense" {
		return ""
	}
	switch s := readout.Status(l.word.Status); s {
	case readout.Declined, readout.Cancelled, readout.Postponed, readout.Denied:
		return signed(s, l.group.Negated)
	}
	if l.word.Words[0] == "accept" {
		switch {
		case l.group.Negated && l.group.Perfect: // "has not accepted": it stands
			return readout.Proposed
		case l.group.Negated:
			return readout.Declined
		}
		return readout.Arranging
	}
	return ""
}

// thanksOfGuest reports whether a guest thanks for the invitation at token at, which was
// followed: "thank you for the invitation to visit Tollen and for your warm welcome".
func (f *finder) thanksOfGuest(at int) bool {
	if !f.at(at).Is("invitation") {
		return false
	}
	s := f.Sentences[f.SentenceOf(at)]
	return f.says(s.First, at, "thank", "thanks", "grateful") && f.says(s.First, s.Last, "welcome", "hospitality", "reception")
}
