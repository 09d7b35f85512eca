package contact

import (
	"slices"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// clauseSubject is who takes part in a contact that hangs on a preposition: "in
// a call with Holt, Reyes asked …", "Reyes thanked Holt in a call".
func (f *finder) clauseSubject(c cue, s sides, np, start, end int) []int {
	if !prepositions[f.at(np-1).Fold] || f.at(np).Is("the", "this", "that") && len(s.object) == 0 && (f.told || !f.frontedAt(np, start)) {
		return f.addressedIn(np, start)
	}
	if f.asTopic(np) || f.subjectMatter(c, np, start) || len(s.subject) > 0 && f.informedOf(np, start) {
		return nil
	}
	if f.at(np-1).Is("without") && len(s.object) == 0 {
		return nil // "left the palace without lunch"
	}
	if f.at(np-2).Is("reports", "report", "rumours", "rumors", "news", "talk", "word") {
		return nil // "Reyes spoke of reports of talks with Holt"
	}
	if f.at(np-1).Is("of") && len(s.object) == 0 && (f.commended(np, start) || f.at(np-2).Is("beginning", "start", "launch", "opening") && f.at(c.last).Is("on", "of", "for", "towards", "toward")) {
		return nil // "Reyes and Holt welcomed the start of negotiations on grain"
	}
	if c.word.Channel == string(readout.Summit) && len(s.object) == 0 && !f.frontedAt(np, start) {
		if g, moves := f.movesTo(np-2, start); moves && f.at(np-1).Is("for") { // "have arrived in Geneva for their summit"
			if list := f.subject(g.First, start); len(f.parties(list)) > 1 {
				return list
			}
		}
		return nil // "will talk during the nuclear summit": an occasion
	}
	if f.at(np-1).Is("following", "after", "before") && f.at(c.last).Is("of") && len(s.object) == 0 {
		return nil // "Following the meeting of the council, Reyes called Holt"
	}
	if np-1-start <= 1 || f.frontedAt(np, start) {
		for i := c.last; i < end; i++ {
			if f.Tokens[i].Is(",") {
				if m := f.mentionFrom(i+1, end); f.eligible(m) {
					list, last, _ := f.listRight(i+1, end)
					if len(s.object) == 0 && c.word.Channel != string(readout.Visit) { // "During the visit Reyes held talks with Holt"
						list = append(list, f.foreigner(list, last, end)...)
					}
					return list
				}
			}
		}
	}
	list := f.subject(np-1, start)
	for i := f.reported(start, np); i < np; i++ {
		if g, ok := f.GroupAt(i, ""); ok && g.Finite() && f.owner[i] < 0 {
			if subject := f.subject(g.First, start); len(subject) > 0 {
				list = subject
				m := f.mentionFrom(i+1, np)
				if to := f.find(g.Main+1, np, "to"); m < 0 && to > 0 { // "relayed the message to Holt in a call"
					m = f.mentionFrom(to, np)
				}
				if m < 0 || !f.eligible(m) {
					m = f.accompanied(np-1, i)
				}
				if f.eligible(m) && !(f.at(np-1).Is("of", "on", "about") && f.counterpart(s.object, subject)) && !f.possessive(m) && (len(f.parties(subject)) == 1 || f.persons([]int{m})) && !f.movesBetween(i+1, np) {
					list = append(slices.Clone(subject), m)
				}
				break
			}
		}
	}
	return list
}

// asTopic reports whether the noun phrase at token np is only what the sentence is about: "With
// regard to the talks with Holt, Brell spoke of the details", "As for the call, ".
func (f *finder) asTopic(np int) bool {
	return f.at(np-1).Is("to") && f.at(np-2).Is("regard", "regards", "respect", "reference", "relation") && f.at(np-3).Is("with", "in") || f.at(np-1).Is("for") && f.at(np-2).Is("as")
}

// informedOf reports whether somebody is only told about the contact of the noun phrase at token
// np: "briefed Holt on her meetings".
func (f *finder) informedOf(np, start int, also ...string) bool {
	for i := np - 2; i >= start && i > np-9 && f.at(np-1).Is("on", "about", "of"); i-- {
		if f.owner[i] < 0 && (f.informs(i) || f.at(i).Is(also...)) {
			return true
		}
	}
	return false
}

// informs reports whether the word at token i is a verb of telling somebody about something.
func (f *finder) informs(i int) bool {
	return slices.ContainsFunc(f.Lex.English.VerbForms(f.at(i).Fold), func(v lexicon.VerbForm) bool {
		return slices.Contains([]string{"update", "brief", "debrief", "inform", "apprise", "notify"}, v.Lemma)
	})
}

// reported is the first token of the clause that a verb of saying, "that" and a person open
// before "at", "during" or "in" and the noun phrase at token np: "said that Brell would
// stand in for her at the talks"; start where there is none.
func (f *finder) reported(start, np int) int {
	if !f.at(np-1).Is("at", "during", "in") {
		return start
	}
	for i := np - 1; i > start+1; i-- {
		m := f.owner[i]
		if !f.at(i-1).Is("that") || m < 0 || !f.persons([]int{m}) || f.possessive(m) {
			continue
		}
		for j := i - 2; j >= start && j > i-9; j-- {
			for _, form := range f.Lex.English.VerbForms(f.at(j).Fold) {
				if f.owner[j] < 0 && f.Lex.Reporting.Verb(form.Lemma) != nil {
					return i
				}
			}
		}
	}
	return start
}

// mainActor is the subject of the clause before a participle of time, or before what that
// is for: "Reyes will meet Brell and Lorne before flying to Costava to see Holt"; nil where the
// verb is no such thing.
func (f *finder) mainActor(c cue, start int) []int {
	at := c.first
	if c.group.To && c.group.Governor >= 0 {
		g, ok := f.movesTo(c.group.Governor, start)
		if !ok || f.clauseBetween(g.Main+1, c.first) {
			return nil
		}
		at = g.First
	}
	for f.at(at-1).Is("then", "also") {
		at--
	}
	if g, ok := f.GroupAt(max(at, 0), ""); !ok || g.Form != lexicon.Ing || at-1 <= start || !f.at(at-1).Is("before", "after") {
		return nil
	}
	return f.clauseActor(at, start)
}

// byOthers reports whether a visit is said to be by somebody whom no name names: "Reyes and
// Holt discussed trips by the investment team".
func (f *finder) byOthers(c cue) bool {
	return c.word.Channel == string(readout.Visit) && f.at(c.last).Is("by") && f.at(c.last+1).Is("the", "a", "an", "several", "other", "its", "their")
}

// commended reports whether the verb before the noun phrase only says what somebody thinks
// well of: who does so need not take part.
func (f *finder) commended(np, start int) bool {
	for i := np - 1; i >= start; i-- {
		if g, ok := f.GroupAt(i, ""); ok && g.Finite() && f.owner[i] < 0 && !f.at(i-1).Is("the", "a") { // not "the start"
			return f.commends(g)
		}
	}
	return false
}

// commends reports whether the verb is one of those of acts.tsv that welcome something.
func (f *finder) commends(g syntax.Group) bool {
	return f.does(g, readout.Welcomed)
}

// does reports whether the verb by itself is one of acts.tsv for an act.
func (f *finder) does(g syntax.Group, act readout.Act) bool {
	return slices.ContainsFunc(f.Lex.English.Acts(g.Lemma), func(w *lexicon.ActWord) bool { return w.Act == act && len(w.Words) == 1 })
}

// counterpart reports whether the list names somebody who is not of the subject: with
// whom the contact was, so that who is only told of it is no party.
func (f *finder) counterpart(list, subject []int) bool {
	own := f.parties(subject)
	return slices.ContainsFunc(f.parties(list), func(p readout.Party) bool {
		return !slices.ContainsFunc(own, func(q readout.Party) bool { return p.Entity == q.Entity })
	})
}

// foreigner is the first person of another state than the subject's who follows in
// the clause: whom a fronted "during a telephone conversation" was with.
func (f *finder) foreigner(subject []int, i, end int) []int {
	own := f.parties(subject)
	if len(own) != 1 || own[0].Country == "" {
		return nil
	}
	for ; i < end && !f.at(i).Is(";", "that"); i++ {
		m := f.owner[i]
		if m < 0 || !f.persons([]int{m}) || f.possessive(m) || f.Mentions[m].Form == readout.ByGroup {
			continue
		}
		if p := f.parties([]int{m}); p[0].Country != "" && p[0].Country != own[0].Country {
			if list, _, _ := f.listRight(i, end); slices.Contains(list, m) {
				return list
			}
			return []int{m}
		}
	}
	return nil
}

// frontedAt reports whether only a preposition and a few words stand before the
// noun phrase: it opens the sentence.
func (f *finder) frontedAt(np, start int) bool {
	return np-start < 8 && !f.clauseBetween(start, np)
}
