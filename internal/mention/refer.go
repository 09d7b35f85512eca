package mention

import (
	"readout"
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
		if it.entity.Kind() == readout.Person && it.what != aPronoun && s.reports(it.first) {
			s.refs = append(s.refs, s.refAt(it))
		}
	}
}

func (s *scan) refAt(it *item) ref {
	n := s.t.SentenceOf(it.first)
	return ref{it.entity, it.first, it.last, n, s.quoted[it.first]}
}

// pronoun reads he, she, who, they and group nouns ("both sides") at token i.
func (s *scan) pronoun(i, last int) int {
	t := s.tokens[i]
	switch t.Fold {
	case "he", "she", "who":
		if t.AllCaps && len(t.Fold) > 2 { // WHO
			return i
		}
		s.items = append(s.items, &item{first: i, last: i + 1, nameFirst: i, nameLast: i + 1, what: aPronoun, form: readout.ByPronoun})
		return i + 1
	case "they":
		s.items = append(s.items, &item{first: i, last: i + 1, nameFirst: i, nameLast: i + 1, what: aGroup, form: readout.ByGroup})
		return i + 1
	case "the", "both", "two", "three":
		return s.sides(i, last)
	}
	return i
}

// bind resolves he, she and who.
func (s *scan) bind(it *item) {
	w := s.tokens[it.first].Fold
	if w == "who" {
		for i := len(s.refs) - 1; i >= 0 && i >= len(s.refs)-2; i-- {
			r := s.refs[i]
			if gap := it.first - r.last; gap == 0 || gap == 1 && s.tokens[r.last].Is(",") {
				it.entity = r.id
				return
			}
		}
		return
	}
	gender := "m"
	if w == "she" {
		gender = "f"
	}
	p := s.subject(it.first, gender)
	if s.attributes(it.first) {
		p = s.subjectBefore(it.first, gender)
	}
	if p != nil {
		it.entity = p.id
	}
}

// subject is the person whom a pronoun at token i goes back to: the first named in
// its own sentence before it, or else the first named in the sentence before. A
// person of the other gender is passed over. Words inside quotation marks go back
// to words inside the same ones only. nil where nobody or nobody for certain fits.
func (s *scan) subject(i int, gender string) *person { return s.subjectFrom(0, i, gender) }

// subjectBefore is subject without the sentence of token i itself.
func (s *scan) subjectBefore(i int, gender string) *person { return s.subjectFrom(1, i, gender) }

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

func (s *scan) subjectFrom(back, i int, gender string) *person {
	n := s.t.SentenceOf(i)
	paragraph := s.t.Sentences[n].Paragraph
	for ; back < 4 && n-back >= 0; back++ {
		if s.voice(n-back) != s.voice(n) || s.t.Sentences[n-back].Paragraph < paragraph-1 {
			return nil
		}
		if p := s.firstIn(n-back, i, gender); p != nil {
			return p
		}
	}
	return nil
}

// firstIn is the first person of the gender in a sentence before token i that the
// sentence is about: not one behind a preposition where another follows.
func (s *scan) firstIn(n, i int, gender string) *person {
	var best *person
	start := len(s.refs)
	for start > max(0, len(s.refs)-maxBack) && s.refs[start-1].sentence >= n {
		start--
	}
	for _, r := range s.refs[start:] {
		if r.sentence != n || r.first >= i || r.quoted != s.quoted[i] {
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
