package contact

import (
	"slices"

	"readout"
)

// thirdPerson lets "him", "her" and "them" behind a telling verb speak of whom the
// sentence, or the one before, named last beside the verb's own subject: "Holt
// telephoned Reyes and invited her to Port Merrin".
func (f *finder) thirdPerson() {
	for i, k := range f.Tokens {
		if !k.Is("him", "her", "them") || k.Upper || f.owner[i] >= 0 || i == 0 || k.Is("her") && f.plainNoun(i+1) {
			continue
		}
		verb := i - 1
		if f.at(verb).Is("with", "to", "on") {
			verb--
		}
		if verb < 0 || !f.tellingVerb(verb) {
			continue
		}
		s := f.SentenceOf(i)
		g, _ := f.GroupAt(verb, "")
		subject := f.parties(f.subject(g.First, f.Sentences[s].First))
		id, members := f.lastNamed(i, s, subject, k.Is("them"))
		if id == "" {
			continue
		}
		span, form := f.Span(i, i+1), readout.ByPronoun
		if len(members) > 1 {
			form = readout.ByGroup
		} else {
			members = nil
		}
		f.owner[i] = len(f.Mentions)
		f.Mentions = append(f.Mentions, readout.Mention{Entity: id, Span: span, Name: span, Form: form, Members: members})
	}
}

// plainNoun reports whether a lower-case word stands at token i that is no preposition
// or adverb: "her visit".
func (f *finder) plainNoun(i int) bool {
	k := f.at(i)
	return k.Fold != "" && f.plainWord(i) && !f.isDate(i) && !f.Lex.English.Adverb(k.Fold) && !k.Is("and", "or", "but", "that", "who")
}

// tellingVerb reports whether a verb of contacts stands at token i.
func (f *finder) tellingVerb(i int) bool {
	for _, form := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
		if len(f.Lex.English.ContactVerbs(form.Lemma)) > 0 {
			return true
		}
	}
	return false
}

// lastNamed is the person, or for several the list, named last before token i in
// sentence s or the one before, who is no part of the subject.
func (f *finder) lastNamed(i, s int, subject []readout.Party, many bool) (readout.EntityID, []readout.EntityID) {
	if len(subject) == 0 {
		return "", nil
	}
	for n := s; n >= 0 && n >= s-1; n-- {
		start := f.Sentences[n].First
		for j := min(i, f.Sentences[n].Last) - 1; j >= start; j-- {
			m := f.owner[j]
			if m < 0 || f.Mentions[m].Entity.Kind() != readout.Person || f.Mentions[m].Form == readout.ByGroup {
				continue
			}
			same := func(id readout.EntityID) bool {
				return slices.ContainsFunc(subject, func(p readout.Party) bool { return p.Entity == id })
			}
			if !many && !same(f.Mentions[m].Entity) {
				return f.Mentions[m].Entity, []readout.EntityID{f.Mentions[m].Entity}
			}
			var ids []readout.EntityID
			for _, p := range f.parties(f.listLeft(m, start)) {
				if !same(p.Entity) {
					ids = append(ids, p.Entity)
				}
			}
			if many && len(ids) > 1 {
				return ids[0], ids
			}
		}
	}
	return "", nil
}
