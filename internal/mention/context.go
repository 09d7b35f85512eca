package mention

import (
	"slices"
	"sort"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// reads reports whether a weak single word reads as a person where it stands: no
// month behind a preposition, no word that begins its sentence without a verb.
func (s *scan) reads(it *item) bool {
	i, last := it.first, s.t.Sentences[s.t.SentenceOf(it.first)].Last
	if !s.ambiguous(i) && !s.styled[s.t.SentenceOf(i)] {
		return true
	}
	w := s.tokens[i].Fold
	if w == "may" || w == "march" || w == "june" || w == "april" || w == "august" {
		if i > 0 && (s.tokens[i-1].Kind == token.Number || s.tokens[i-1].Is("in", "of", "since", "by", "until", "late", "early", "mid", "last", "next", "this", "on", "from", "through", "-")) {
			return false
		}
		if s.is(i+1, last, ",") && i+2 < last && s.tokens[i+2].Kind == token.Number || i+1 < last && s.tokens[i+1].Kind == token.Number {
			return false
		}
	}
	if s.initial(i) || s.styled[s.t.SentenceOf(i)] {
		return s.verb(i+1, last) || s.possessive(i+1, last) > i+1 || s.is(i+1, last, ",", "and")
	}
	return true
}

// eminent finds whom an ambiguous family name means that the document names nowhere
// in full: the one leader or foreign minister of that name on the day, where the
// word stands as a person's name does.
func (f *finder) eminent(s *scan, it *item) readout.EntityID {
	i, last := it.first, s.t.Sentences[s.t.SentenceOf(it.first)].Last
	ids := f.lex.Persons.Family(it.parts)
	if len(ids) == 0 || s.day(i) == "" || f.namesake(it) || !s.reads(it) {
		return ""
	}
	acts := s.verb(i+1, last) && !s.is(i+1, last, "may", "will") || s.possessive(i+1, last) > i+1
	acted := i > 0 && s.contactVerb(i-1)
	beside := s.is(i+1, last, "and") && s.familyName(i+2, last)+s.fullName(i+2, last) > 0 || i > 1 && s.tokens[i-1].Is("and", ",") && len(s.items) > 0 && s.personEnds(i-1)
	if !acts && !acted && !beside && !s.behindPerson(i) {
		return ""
	}
	best := f.inOffice(ids, s.day(i))
	if len(best) != 1 {
		return ""
	}
	for _, t := range f.lex.OfficesOn(strings.TrimPrefix(string(best[0]), "person/"), s.day(i)) {
		if o := f.lex.Offices[t.Office]; o != nil && f.weight(o) > 1 {
			return best[0]
		}
	}
	return ""
}

// months are the family names of leaders that are months, too.
var months = map[string]bool{"may": true, "march": true, "june": true, "april": true, "august": true}

// behindPerson reports whether a preposition that people stand behind comes before token i:
// "talks with Bush"; before a month's name only "with" and "between" do.
func (s *scan) behindPerson(i int) bool {
	if i == 0 || s.styled[s.t.SentenceOf(i)] {
		return false
	}
	return s.tokens[i-1].Is("with", "between") || !months[s.tokens[i].Fold] && s.tokens[i-1].Is("to", "from", "by")
}

// contactVerb reports whether token i is a verb that takes a person: met, phoned.
func (s *scan) contactVerb(i int) bool {
	for _, lemma := range []string{"meet", "call", "phone", "telephone", "ring", "see", "host", "receive", "welcome", "tell", "visit", "thank", "urge", "invite", "greet", "join", "ask", "assure", "brief", "press", "warn", "persuade", "congratulate", "write", "send", "hand"} {
		if form, ok := s.lex.English.IsForm(s.tokens[i].Fold, lemma); ok && form&(lexicon.Past|lexicon.Third|lexicon.Ing|lexicon.Base) != 0 {
			return true
		}
	}
	return false
}

// personEnds reports whether a person's name ends at token i.
func (s *scan) personEnds(i int) bool {
	n := sort.Search(len(s.items), func(n int) bool { return s.items[n].last >= i })
	return n < len(s.items) && s.items[n].last == i && s.items[n].what == aPerson
}

// speaks reports whether a weak name of several words stands as a person's does: at a
// verb of speech or another that only people are the subjects of, before "who" or an
// age, behind an outlet that has the person.
func (s *scan) speaks(it *item) bool {
	sent := s.t.SentenceOf(it.first)
	if s.styled[sent] || s.lex.Words.Is("orghead", it.parts[len(it.parts)-1]) || s.lower[it.parts[0]] {
		return false
	}
	first, last := s.t.Sentences[sent].First, s.t.Sentences[sent].Last
	return s.human(it.last, last) || it.first > first && s.saidAt(it.first-1) && !s.is(it.first-1, it.first, "told", "asked") || s.belongs(it) || s.kin(it.first-1, first)
}

// human reports whether what follows a name at token j is said of people alone.
func (s *scan) human(j, last int) bool {
	if s.is(j, last, "was", "were") {
		j++
	}
	switch {
	case j >= last:
		return false
	case s.tokens[j].Is("who", "born"), s.tokens[j].Is(",") && s.is(j+1, last, "who"):
		return true
	case s.tokens[j].Is(",") && s.is(j+2, last, ",", ".") && s.tokens[j+1].Kind == token.Number && len(s.tokens[j+1].Fold) == 2: // "Jutta Meyn, 54,"
		return true
	case s.tokens[j].Is("(") && (s.is(j+1, last, "born", "b.") || j+3 < last && s.tokens[j+1].Kind == token.Number && len(s.tokens[j+1].Fold) == 4 && s.tokens[j+2].Is("-")):
		return true
	}
	return s.saidAt(j) || s.formOf(j, "marry", "die", "believe", "think", "argue", "admit", "recall", "insist", "testify", "resign", "graduate", "retire", "laugh", "smile", "apologise", "apologize", "study", "shrug", "nod")
}

// saidAt reports whether a verb of speech in the past or present stands at token j.
func (s *scan) saidAt(j int) bool {
	return j >= 0 && j < len(s.tokens) && s.formOf(j, "say", "tell", "add", "write", "ask", "reply", "explain", "comment", "joke", "insist")
}

// formOf reports whether token j is a past or third person of one of the verbs.
func (s *scan) formOf(j int, lemmas ...string) bool {
	for _, lemma := range lemmas {
		if form, ok := s.lex.English.IsForm(s.tokens[j].Fold, lemma); ok && form&(lexicon.Past|lexicon.Third) != 0 {
			return true
		}
	}
	return false
}

// kin reports whether a word for a relative or friend stands at token j, or "named".
func (s *scan) kin(j, first int) bool {
	return j >= first && s.tokens[j].Is("son", "daughter", "wife", "husband", "brother", "sister", "father", "mother", "nephew", "niece", "cousin", "uncle", "aunt", "grandson", "granddaughter", "friend", "named", "lawyer", "widow", "girlfriend", "boyfriend")
}

// calledBy reports whether a single word that is no family name known is somebody's
// given name, or the family name of a speaker, where it stands.
func (s *scan) calledBy(it *item) bool {
	i, sent := it.first, s.t.Sentences[s.t.SentenceOf(it.first)]
	w := s.tokens[i].Fold
	if s.styled[s.t.SentenceOf(i)] || s.lower[w] || it.last != i+1 || len(w) < 3 || s.lex.Words.Is("stop", w) || s.lex.Words.Is("ordinary", w) || s.headKind(i) != "" {
		return false
	}
	if s.lex.Words.IsGiven(w) {
		return !s.initial(i) || !s.lex.Words.Is("ambiguous", w) && s.lex.English.VerbForms(w) == nil
	}
	if s.initial(i) || s.tokens[i].AllCaps || abstract(w) || w[len(w)-1] == 's' {
		return false
	}
	quoted := s.tokens[i-1].Is(",") || s.tokens[i-1].Quote()
	return quoted && s.saidAt(i+1) || s.saidAt(i-1) && i+1 < sent.Last && s.tokens[i+1].Kind == token.Mark && s.possessive(i+1, sent.Last) == i+1 && !s.is(i-1, i, "told", "asked")
}

// belongs reports whether an outlet or institution has the person: "CNN's Ana Ruiz".
func (s *scan) belongs(it *item) bool {
	own := s.possessor(it.first - 1)
	return own != nil && (own.entity.Kind() == readout.Outlet || own.entity.Kind() == readout.Org)
}

// around is the country that a stranger's role belongs to where it does not say: that
// of the official voice, or the only one that the sentence speaks of.
func (s *scan) around(it *item) string {
	r := it.role
	if r.org != "" || r.open || r.head.Kind != lexicon.OfficeOf && r.head.Kind != lexicon.RoleOf {
		return ""
	}
	if own := s.possessor(r.first - 1); own != nil && own.what == aPerson && s.byID[own.entity] != nil {
		return s.byID[own.entity].country
	}
	home := s.home(it.first)
	if r.field || r.first > it.nameFirst { // what is set out at length is often a guest
		home = ""
	}
	if home != "" && r.head.Kind == lexicon.OfficeOf && !s.hasSuchOffice(home, r) {
		return ""
	}
	return s.only(it, home, false)
}

// possessor is the item whose possessive ends at token i: "Chancellor Holt's chief of
// staff", "CNN's Ana Ruiz"; nil if none does.
func (s *scan) possessor(i int) *item {
	if i < 1 || s.possessive(i, len(s.tokens)) == i {
		return nil
	}
	n := sort.Search(len(s.items), func(n int) bool { return s.items[n].last >= i })
	if n < len(s.items) && s.items[n].last == i {
		return s.items[n]
	}
	return nil
}

// only is the one country that the sentence of an item speaks of, home included;
// "" where it speaks of several. Where it must not contradict, home wins.
func (s *scan) only(it *item, home string, wins bool) string {
	if home != "" && wins {
		return home
	}
	sent := s.t.Sentences[s.t.SentenceOf(it.first)]
	items := s.all
	n := sort.Search(len(items), func(n int) bool { return items[n].first >= sent.First })
	country := home
	for end := n + maxBack; n < min(end, len(items)) && items[n].first < sent.Last; n++ {
		o := items[n]
		if it.role != nil && it.role.head != nil && it.role.head.Kind == lexicon.OfficeOf && s.ofOther(o, it, sent) {
			continue // "Prime Minister X and Chilean President Y": Y's state is not X's
		}
		if home == "" && it.role != nil && it.role.head != nil && it.role.head.Kind == lexicon.OfficeOf && o.what != aPerson && s.destination(o, it) {
			continue
		}
		c := o.country
		if o.what == aPerson && c == "" && s.byID[o.entity] != nil {
			c = s.byID[o.entity].country
		}
		if c == "" || o.entity.Kind() == readout.Outlet || c == country {
			continue
		}
		if country != "" {
			return ""
		}
		country = c
	}
	return country
}

// destination reports whether an item behind a person is where that person goes: nobody
// visits the land that he or she is president of.
func (s *scan) destination(o, it *item) bool {
	i := o.first - 1
	for i > it.last && s.tokens[i].Is("the", "neighbouring", "neighboring") {
		i--
	}
	if i < it.last {
		return false
	}
	if s.tokens[i].Is("visit", "visits", "visited", "visiting") || s.tokens[i].Is("in") && s.tokens[i-1].Is("be") {
		return true
	}
	return s.tokens[i].Is("to") && !s.tokens[i-1].Is("back", "home", "return", "returned", "returns", "returning")
}

// ofOther reports whether an item is another person than it, or a part of one's
// role.
func (s *scan) ofOther(o, it *item, sent syntax.Sentence) bool {
	if o.what == aPerson {
		return o != it
	}
	n := sort.Search(len(s.all), func(n int) bool { return s.all[n].first >= sent.First })
	for end := n + maxBack; n < min(end, len(s.all)) && s.all[n].first <= o.first; n++ {
		if p := s.all[n]; p != it && p.what == aPerson && o.last <= p.last {
			return true
		}
	}
	return false
}

// hasSuchOffice reports whether a state calls any office of its own so: the United
// States has secretaries, not ministers.
func (s *scan) hasSuchOffice(state string, r *role) bool {
	word := r.head.Words[strings.LastIndexByte(r.head.Words, ' ')+1:]
	return slices.ContainsFunc(s.lex.OfficesOf(state), func(o *lexicon.Office) bool { return strings.Contains(strings.ToLower(o.Name), word) })
}
