package contact

import (
	"slices"

	"readout"
	"readout/lexicon"
)

// ofLeaders reports whether a noun's phrase says that the leaders of states take part: "the
// trilateral leaders' summit", "a presidential meeting", but not "the business leaders' summit",
// "talks of presidential envoys".
func (f *finder) ofLeaders(c cue, np int) bool {
	for i := np; i < c.first; i++ {
		switch {
		case f.at(i).Is("leader", "leaders"):
			return !f.at(i-1).Is("business", "industry", "faith", "religious", "church", "community", "civic", "youth", "student", "military", "defence", "defense", "opposition", "congressional", "labor", "labour", "union", "thought", "tribal", "party", "regional")
		case f.at(i).Is("presidential"):
			return i+1 == c.first || f.at(i+1).Is("trilateral", "bilateral", "-", "level", "working")
		}
	}
	return false
}

// ofOthers reports whether the words behind a noun say whose it is, and nobody names them:
// "the summit of coastal states".
func (f *finder) ofOthers(c cue) bool {
	end := f.Sentences[c.sentence].Last
	return f.at(c.last).Is("of") && f.mentionFrom(c.last+1, end) < 0 && !f.at(c.last+1).Is("the", "their", "our", "both")
}

// topLeader reports whether a person leads a state, a government or an organisation on the
// document's day, or holds no office then that the files know.
func (f *finder) topLeader(id readout.EntityID) bool {
	held := f.Lex.OfficesOn(string(id)[len("person/"):], f.doc.Published.Day())
	return len(held) == 0 || slices.ContainsFunc(held, func(t *lexicon.Tenure) bool {
		o := f.Lex.Offices[t.Office]
		return o != nil && slices.Contains([]string{"head-of-state", "head-of-government", "deputy-head", "head-of-organisation", "crown-prince"}, o.Kind)
	})
}

// ofRank puts their states in the place of lower officials who only speak of a meeting of
// leaders: "Lorne and Brell look forward to the leaders' summit to be hosted by Reyes". Who
// is said to hold or attend it stands for the leader.
func (f *finder) ofRank(c cue, s sides, list []readout.Party) []readout.Party {
	if c.verb() || s.light == nil || s.light.word == nil || s.light.word.Status == "tense" || !f.ofLeaders(c, f.nounPhrase(c, f.Sentences[c.sentence].First)) {
		return list
	}
	var out []readout.Party
	for _, p := range list {
		if p.Entity.Kind() == readout.Person && p.Country != "" && !f.topLeader(p.Entity) {
			state := f.Lex.EntityOf(readout.EntityID("state/" + p.Country))
			if state == nil {
				continue
			}
			p = readout.Party{Entity: state.ID, Name: state.Name, Country: p.Country, Words: p.Words}
		}
		beside := slices.ContainsFunc(append(slices.Clone(list), out...), func(q readout.Party) bool {
			return q.Country == p.Country && (q.Entity == p.Entity || q.Entity.Kind() == readout.Person && f.topLeader(q.Entity))
		})
		if p.Entity.Kind() != readout.State || !beside {
			out = append(out, p)
		}
	}
	return out
}

// officersOf puts persons in the place of the states whose meeting a noun's phrase says to be
// theirs: the holders of an office ("Arvenia and Costava held their third foreign ministers'
// meeting") or those who lead them ("a presidential summit between Arvenia and Costava"). All
// of the states must have one such person on the day.
func (f *finder) officersOf(c cue, d *draft) {
	if c.verb() {
		return
	}
	title, ok := f.officeBefore(c)
	np := f.nounPhrase(c, f.Sentences[c.sentence].First)
	lead := f.ofLeaders(c, np)
	if !lead && (!ok || slices.Contains(title.Offices, "leader")) {
		return
	}
	day := f.doc.Published.Day()
	if d.When != nil && len(d.When.EDTF) >= 10 {
		day = d.When.EDTF[:10]
	}
	list := slices.Clone(d.Parties)
	for i, p := range list {
		if p.Entity.Kind() != readout.State {
			return
		}
		var who *lexicon.Person
		if lead {
			who = f.leaderOf(p.Country, f.says(np, c.first, "presidential"), day)
		} else {
			who = f.holderOf(p.Country, title, day)
		}
		if who == nil {
			return
		}
		list[i] = readout.Party{Entity: readout.EntityID("person/" + who.ID), Name: who.Name, Country: p.Country, Family: who.Family, Words: p.Words}
	}
	d.Parties = list
}

// leaderOf is the one person who leads a state on a day: as its president where the words
// say so. nil where two lead it, or the files know none or several.
func (f *finder) leaderOf(state string, president bool, day string) *lexicon.Person {
	o := f.Lex.LeaderOffice(state, day)
	if o == nil || f.Lex.LeadShared(state, day) || president && o.Kind != "head-of-state" {
		return nil
	}
	return f.onlyHolder([]*lexicon.Office{o}, day)
}

// thirdSide adds who leads the page's own state to two leaders of others, whom "the leaders"
// means and whose meeting a noun's phrase calls trilateral: "the leaders will sign it at a
// trilateral meeting".
func (f *finder) thirdSide(c cue, list []readout.Party) []readout.Party {
	np, home := f.nounPhrase(c, f.Sentences[c.sentence].First), f.home(c.sentence)
	if len(list) != 2 || home == "" || !f.says(np, c.first, "trilateral") || list[0].Country == list[1].Country {
		return list
	}
	for _, p := range list {
		if !f.amongLeaders(p.Entity, c.sentence) || p.Country == home || !f.topLeader(p.Entity) {
			return list
		}
	}
	who := f.leaderOf(home, false, f.doc.Published.Day())
	if who == nil {
		return list
	}
	return append(list, readout.Party{Entity: readout.EntityID("person/" + who.ID), Name: who.Name, Country: home, Family: who.Family, Words: f.Words(f.Span(np, c.last))})
}

// beforeTheirTime reports whether one of the leaders whom only "the leaders" means did not lead
// a state yet, or no longer, on the day of the contact: it was of others.
func (f *finder) beforeTheirTime(d *draft) bool {
	if d.When == nil || len(d.When.EDTF) < len("2006-01") {
		return false
	}
	day := d.When.EDTF
	if len(day) == len("2006-01") {
		day += "-28"
	}
	return slices.ContainsFunc(d.Parties, func(p readout.Party) bool {
		return f.amongLeaders(p.Entity, d.sentence) && f.leadsOn(p.Entity, f.doc.Published.Day()) && !f.leadsOn(p.Entity, day[:10])
	})
}

// amongLeaders reports whether a person is one of those whom "the leaders" means in a sentence.
func (f *finder) amongLeaders(id readout.EntityID, s int) bool {
	return id.Kind() == readout.Person && slices.ContainsFunc(f.mentions[s], func(m int) bool {
		x := f.Mentions[m]
		first, last := f.tokensOf(m)
		return x.Form == readout.ByGroup && slices.Contains(x.Members, id) && f.says(first, last, "leaders") && len(f.parties([]int{m})) > 1
	})
}

// leadsOn reports whether a person leads a state or government on a day, by the files.
func (f *finder) leadsOn(id readout.EntityID, day string) bool {
	if id.Kind() != readout.Person {
		return false
	}
	return slices.ContainsFunc(f.Lex.OfficesOn(string(id)[len("person/"):], day), func(t *lexicon.Tenure) bool {
		o := f.Lex.Offices[t.Office]
		return o != nil && (o.Kind == "head-of-state" || o.Kind == "head-of-government")
	})
}

// officeBefore is the plural title in a noun's phrase: "the foreign ministers' meeting".
func (f *finder) officeBefore(c cue) (lexicon.TitleHit, bool) {
	for i := max(f.Sentences[c.sentence].First, c.first-6); i < c.first; i++ {
		hit, ok := f.Lex.Titles.Match(f.Tokens, i)
		if after := i + hit.Len; ok && hit.Plural && len(hit.Offices) > 0 && (after == c.first || f.at(after).Is("'", "trilateral", "bilateral", "virtual")) {
			return hit, true
		}
	}
	return lexicon.TitleHit{}, false
}

// holderOf is the one person who holds the office of a title in a state on a day: of that
// title, or else of its kind. nil if the files know none or several.
func (f *finder) holderOf(state string, title lexicon.TitleHit, day string) *lexicon.Person {
	offices := f.Lex.OfficesTitled(state, title.Words)
	if len(offices) == 0 {
		offices = f.Lex.OfficesOfKind(state, title.Offices[0])
	}
	return f.onlyHolder(offices, day)
}

// onlyHolder is the one person who holds one of the offices on a day; nil if none or several do.
func (f *finder) onlyHolder(offices []*lexicon.Office, day string) *lexicon.Person {
	var who *lexicon.Person
	for _, o := range offices {
		for _, t := range f.Lex.HoldersOn(o.ID, day) {
			if p := f.Lex.People[t.Person]; who != nil && who != p {
				return nil
			} else {
				who = p
			}
		}
	}
	return who
}

// ofFormerClause reports whether a person at token i is a counterpart of a contact told before
// "and", behind which the verb of the contact in hand has the same subject again.
func (f *finder) ofFormerClause(s sides, m, i int) bool {
	at := f.furtherVerb(s)
	if at < i || slices.Contains(s.subject, m) {
		return false
	}
	begun, _ := f.tokensOf(s.subject[0])
	return begun < i
}

// furtherVerb is the token of the "and" behind which the verb of a noun's contact goes on with
// the subject of a verb before it; -1 where there is none.
func (f *finder) furtherVerb(s sides) int {
	if s.light == nil || len(s.subject) == 0 {
		return -1
	}
	at := s.light.group.First - 1
	for at > 0 && f.Lex.English.Adverb(f.at(at).Fold) {
		at--
	}
	if !f.at(at).Is("and") {
		return -1
	}
	return at
}

// represent puts the persons who are the subject of the sentence before the cue in
// the place of their states: "Reyes and Holt spoke after the Arvenian-Costavan talks".
func (f *finder) represent(c cue, s sides, list []readout.Party) {
	start := f.Sentences[c.sentence].First
	owners := f.parties(s.owners)
	ofOther := len(owners) > 0 && c.word.Channel == string(readout.Visit)
	np := f.nounPhrase(c, start)
	ofLeaders := f.ofLeaders(c, np) || c.word.Channel == string(readout.Summit) || ofOther && f.says(np, c.last, "state") // "Brell announced it during Holt's state visit"
	if ofOther && s.light != nil && f.deliberates(s.light.group) {
		return // "Reyes discussed Holt's visit to Arvenia"
	}
	if m := f.owner[np]; m >= 0 && f.possessive(m) && f.names(m) || f.lookedBack(c) {
		return // "Reyes and Holt discussed Arvenia's talks with Costava"
	}
	if s.light != nil && s.light.group.Form&lexicon.Ing != 0 && f.at(c.head).Is("dialogue") && f.forumName(c) != "" {
		return // "Reyes and Holt committed to holding an Arvenia-Costava Harbour Dialogue": for others to hold
	}
	for i := c.first - 1; i >= start; i-- {
		m := f.owner[i]
		if m < 0 || !f.persons([]int{m}) || f.possessive(m) || f.prepositional(m, start) {
			continue
		}
		if f.ofFormerClause(s, m, i) {
			continue // "met President Holt and also held talks with Costavan officials"
		}
		own := f.parties(f.listLeft(m, start))
		if ofOther && len(own) > 1 && !slices.ContainsFunc(own, func(p readout.Party) bool { return p.Entity == owners[0].Entity }) {
			return // "Reyes and Holt lauded Orsi's visit to Arvenia"
		}
		for _, p := range own {
			if slices.ContainsFunc(list, func(q readout.Party) bool { return q.Entity == p.Entity }) {
				continue // "Reyes will be back for meetings with Arvenian leaders"
			}
			for j, q := range list {
				if q.Entity.Kind() == readout.State && p.Entity.Kind() == readout.Person && sameParty(p, q) && !(ofLeaders && !f.topLeader(p.Entity)) {
					list[j] = p
				}
			}
		}
	}
}
