package mention

import (
	"slices"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// ref is a person that the text has spoken of, for pronouns and groups to go back to.
type ref struct {
	id       readout.EntityID
	first    int
	last     int
	sentence int
	quoted   bool
}

// maxBack is how many references a text goes back over at most.
const maxBack = 120

// refer walks a text and resolves offices, pronouns and groups against what
// stands before them.
func (f *finder) refer(s *scan) {
	items := s.items
	s.items = nil
	for _, it := range items {
		switch it.what {
		case aThing:
			if it.generic {
				s.stateOf(it)
			}
		case anOffice:
			f.office(s, it)
		case aPronoun:
			s.bind(it)
		case aGroup:
			f.group(s, it)
		}
		s.items = append(s.items, it)
		if it.entity.Kind() == readout.Person && it.what != aPronoun && s.reports(it.first) && !s.label(it) && !s.mastered(it) {
			s.refs = append(s.refs, s.refAt(it))
		}
		if it.what == aPronoun && s.tokens[it.first].Is("he", "she") { // known or not: what follows goes on with the same person
			s.subjects = append(s.subjects, s.refAt(it))
		}
	}
}

// label reports whether an item only says whose turn of a talk begins: "MR. HOLT:".
// Nobody speaks of him by that.
func (s *scan) label(it *item) bool {
	return it.last < len(s.tokens) && s.tokens[it.last].Is(":") && s.initial(it.first) && s.inTalk(s.t.SentenceOf(it.first))
}

// mastered reports whether an item is only of the person whose aide the title before it names:
// "Chief of Cabinet for Council President Jon Holt".
func (s *scan) mastered(it *item) bool {
	i := it.first - 1
	if i < 0 || !s.tokens[i].Is("of", "to", "for") {
		return false
	}
	for j := i - 1; j >= max(0, i-maxServing); j-- {
		if hit := s.titles[j]; hit.Title != nil && j+hit.Len == i && hit.Serves() {
			return true
		}
	}
	return false
}

// maxServing is of how many words the title of an aide is at most.
const maxServing = 4

func (s *scan) refAt(it *item) ref {
	n := s.t.SentenceOf(it.first)
	return ref{it.entity, it.first, it.last, n, s.quoted[it.first]}
}

// pronoun reads he, she, who, they and group nouns ("both sides") at token i.
func (s *scan) pronoun(i, last int) int {
	t := s.tokens[i]
	switch t.Fold {
	case "he", "she", "who", "him", "her":
		if t.AllCaps && len(t.Fold) > 2 || t.Is("her") && s.possesses(i, last) { // WHO; "her guests"
			return i
		}
		s.items = append(s.items, &item{first: i, last: i + 1, nameFirst: i, nameLast: i + 1, what: aPronoun, form: readout.ByPronoun})
		return i + 1
	case "they":
		s.items = append(s.items, &item{first: i, last: i + 1, nameFirst: i, nameLast: i + 1, what: aGroup, form: readout.ByGroup})
		return i + 1
	case "the", "both", "two", "three":
		if s.is(i+1, last, "latter", "former") && s.standsApart(i+2, last) {
			s.items = append(s.items, &item{first: i, last: i + 2, nameFirst: i, nameLast: i + 2, what: aPronoun, form: readout.ByPronoun})
			return i + 2
		}
		return s.sides(i, last)
	}
	return i
}

// possesses reports whether "her" at token i stands before what somebody has: a word
// that is neither a preposition nor one that a clause goes on with.
func (s *scan) possesses(i, last int) bool {
	if i+1 >= last || s.tokens[i+1].Kind == token.Mark {
		return false
	}
	k := s.tokens[i+1]
	return k.Kind == token.Number || !s.lex.Words.Is("stop", k.Fold) && !s.lex.English.Adverb(k.Fold) || k.Is("own", "first", "last", "second", "new", "old", "two", "three", "north", "south", "east", "west")
}

// standsApart reports whether "the latter" before token j is a person by itself, not
// the beginning of "the latter part" or "the former minister".
func (s *scan) standsApart(j, last int) bool {
	return j >= last || s.tokens[j].Kind == token.Mark && !s.tokens[j].Is("-") || s.verb(j, last) && s.titles[j].Title == nil || s.is(j, last, "in", "on", "at", "to", "and", "for", "by")
}

// bind resolves pronouns of one person.
func (s *scan) bind(it *item) {
	switch s.tokens[it.first].Fold {
	case "who":
		for i := len(s.refs) - 1; i >= 0 && i >= len(s.refs)-2; i-- {
			r := s.refs[i]
			if gap := it.first - r.last; gap == 0 || gap == 1 && s.tokens[r.last].Is(",") {
				it.entity = r.id
				return
			}
		}
	case "the":
		it.entity = s.ofTwo(it.first, s.tokens[it.first+1].Is("latter"))
	case "he":
		s.bindTo(it, "m", nil)
	case "she":
		s.bindTo(it, "f", nil)
	case "him":
		s.bindTo(it, "m", s.actors(it.first))
	case "her":
		s.bindTo(it, "f", s.actors(it.first))
	}
}

// bindTo gives a pronoun the person whom it goes back to, none of those that it
// cannot mean.
func (s *scan) bindTo(it *item, gender string, not []readout.EntityID) {
	back := 0
	if p := s.t.PassageOf(s.t.SentenceOf(it.first)); p.Kind == readout.Answer && !s.quoted[it.first] {
		not = append(not, p.Issuer) // who speaks is "I"
	}
	if s.attributes(it.first) {
		back = 1
	}
	if p := s.subjectFrom(back, it.first, gender, not); p != nil {
		it.entity = p.id
	}
}

// actors lists who acts in the clause of an object at token i: it means none of them.
func (s *scan) actors(i int) []readout.EntityID {
	var out []readout.EntityID
	first := s.t.Sentences[s.t.SentenceOf(i)].First
	for n := len(s.items) - 1; n >= 0 && s.items[n].first >= first; n-- {
		it := s.items[n]
		for k := it.last; k < i; k++ {
			if s.tokens[k].Is(",", ";", ":", "that", "who", "when", "where", "while", "because") || s.tokens[k].Quote() {
				return out
			}
		}
		if s.firstObject(it, i) {
			continue
		}
		if it.entity.Kind() == readout.Person {
			out = append(out, it.entity)
		}
		out = append(out, it.members...)
	}
	return out
}

// firstObject reports whether an item is the object of a verb with which another is
// coordinated before token i: "hoped to see Holt and have a word with him".
func (s *scan) firstObject(it *item, i int) bool {
	verb := func(k int) bool {
		return k >= 0 && !s.tokens[k].Upper && len(s.lex.English.VerbForms(s.tokens[k].Fold)) > 0
	}
	if !verb(it.first - 1) {
		return false
	}
	for k := it.last; k+1 < i; k++ {
		if s.tokens[k].Is("and") && verb(k+1) {
			return true
		}
	}
	return false
}

// ofTwo is the first or last of the only two persons of the nearest sentence that
// names any, up to token i; "" where it names another number.
func (s *scan) ofTwo(i int, last bool) readout.EntityID {
	n := s.t.SentenceOf(i)
	var two []readout.EntityID
	at := -1
	for k := len(s.refs) - 1; k >= max(0, len(s.refs)-maxBack); k-- {
		r := s.refs[k]
		if at >= 0 && r.sentence != at || r.sentence < n-1 || s.voice(r.sentence) != s.voice(n) {
			break
		}
		at = r.sentence
		if !slices.Contains(two, r.id) {
			two = append(two, r.id)
		}
	}
	switch {
	case len(two) != 2:
		return ""
	case last:
		return two[0]
	}
	return two[1]
}

// subject is the person whom a pronoun at token i goes back to: the first named in
// its own sentence before it, or else the first named in the sentence before. A
// person of the other gender is passed over. Words inside quotation marks go back
// to words inside the same ones only. nil where nobody or nobody for certain fits.
func (s *scan) subject(i int, gender string) *person { return s.subjectFrom(0, i, gender, nil) }

// attributes reports whether a pronoun at token i gives the speaker of the words
// before it: ", he said". It is none of those whom the words speak of.
func (s *scan) attributes(i int) bool {
	if s.initial(i) || !s.tokens[i-1].Is(",") {
		return false
	}
	for _, lemma := range []string{"say", "tell", "add", "write"} {
		if form, ok := s.lex.English.IsForm(s.tokens[min(i+1, len(s.tokens)-1)].Fold, lemma); ok && form&(lexicon.Past|lexicon.Third) != 0 {
			return true
		}
	}
	return false
}

// subjectFrom is subject, from so many sentences back on, and none of some persons.
func (s *scan) subjectFrom(back, i int, gender string, not []readout.EntityID) *person {
	n := s.t.SentenceOf(i)
	paragraph := s.t.Sentences[n].Paragraph
	for ; back < 4 && n-back >= 0; back++ {
		if !s.sameTalk(n-back, n) || s.t.Sentences[n-back].Paragraph < paragraph-1 && !s.sameTurn(n-back, n) {
			return nil
		}
		if p, known := s.pronounIn(n-back, i, gender, not); known {
			return p
		}
		if p := s.firstIn(n-back, i, gender, not); p != nil {
			return p
		}
	}
	return nil
}

// sameTalk reports whether two sentences are of one voice, or of the questions and
// answers of one conversation: "Did you speak to him?"
func (s *scan) sameTalk(a, b int) bool {
	return s.voice(a) == s.voice(b) || s.inTalk(a) && s.inTalk(b)
}

// sameTurn reports whether two sentences are of one turn of a talk, whose paragraphs are
// short.
func (s *scan) sameTurn(a, b int) bool {
	return s.inTalk(a) && s.t.PassageOf(a) == s.t.PassageOf(b)
}

func (s *scan) inTalk(n int) bool {
	kind := s.t.PassageOf(n).Kind
	return kind == readout.Question || kind == readout.Answer
}

// firstIn is the first person of the gender in a sentence before token i that the
// sentence is about: not one behind a preposition where another follows.
func (s *scan) firstIn(n, i int, gender string, not []readout.EntityID) *person {
	var best *person
	start := len(s.refs)
	for start > max(0, len(s.refs)-maxBack) && s.refs[start-1].sentence >= n {
		start--
	}
	for _, r := range s.refs[start:] {
		if r.sentence != n || r.first >= i || r.quoted != s.quoted[i] || slices.Contains(not, r.id) {
			continue
		}
		p := s.byID[r.id]
		if p == nil || gender != "" && p.gender != "" && p.gender != gender {
			continue
		}
		if best == nil {
			best = p
		}
		if !s.oblique(r.first) {
			return p
		}
	}
	return best
}

// pronounIn is whom "he" or "she" means in sentence n before token i, where no name
// stands before it in that sentence: it goes on with the same person, nil where it is not
// known who that is. ok is false where there is no such pronoun.
func (s *scan) pronounIn(n, i int, gender string, not []readout.EntityID) (who *person, ok bool) {
	for k := len(s.subjects) - 1; k >= 0 && s.subjects[k].sentence >= n; k-- {
		r := s.subjects[k]
		p := s.byID[r.id]
		if r.sentence != n || r.first >= i || r.quoted != s.quoted[i] || r.id != "" && (p == nil || slices.Contains(not, r.id)) || gender != "" && s.tokens[r.first].Is("he") != (gender == "m") {
			continue
		}
		if !s.namedBefore(n, r.first) { // "he met Holt, whom he had met in May": the first of the two pronouns
			return p, true
		}
	}
	return nil, false
}

// namedBefore reports whether sentence n names a person before token i.
func (s *scan) namedBefore(n, i int) bool {
	for j := len(s.refs) - 1; j >= 0 && s.refs[j].sentence >= n; j-- {
		if s.refs[j].sentence == n && s.refs[j].first < i {
			return true
		}
	}
	return false
}

// oblique reports whether a name stands behind a preposition.
func (s *scan) oblique(i int) bool {
	p := i - 1
	return p >= 0 && s.tokens[p].Is("with", "to", "of", "by", "for", "from", "on", "at", "under", "against", "between", "about", "between", "after", "before", "than")
}

// index is the number of the text among a document's: 0 = body, 1 = title.
func (s *scan) index() int {
	if s.t.Field == readout.InTitle {
		return 1
	}
	return 0
}
