package mention

import (
	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// finder reads one document.
type finder struct {
	lex    *lexicon.Lexicon
	doc    *readout.Document
	lower  map[string]bool // words that the body writes small
	people []*person
	byID   map[readout.EntityID]*person

	byWord  map[string][]*person // by every word of their names, the latest maxSame
	byVoice map[voiceKey][]*person
	byRole  map[string][]*person // see heldRole.key; at most two, which is one too many

	countries map[string]bool // of the states, institutions and adjectives that the document names

	things  map[readout.EntityID]unlisted // that no file knows
	learned map[string][]learnedName      // by their first word: see learn

	country  string // of the outlet
	official bool   // the outlet is an institution's own site
}

// item is something in the text that may be a mention. Tokens [first, last) are all
// its words, [nameFirst, nameLast) the core.
type item struct {
	first, last, nameFirst, nameLast int
	what                             what
	form                             readout.MentionForm
	entity                           readout.EntityID
	members                          []readout.EntityID
	memberAt                         []tokens // the words that each member was read from, where the text says them
	office                           readout.EntityID
	candidates                       []readout.EntityID // who may hold the office, where nobody is certain
	role                             *role
	parts                            []string // of a person's name, folded
	full                             string   // the name in full, where the text parts it: "Igor" of "Igor and Olga Petrov"
	weak                             bool     // counts only if the document names the person elsewhere
	country                          string   // of a state, its adjective or an institution
	number                           int      // of a group: "the two leaders", 0 = not said
	adjective                        bool     // an owner that is (also) an adjective
	generic                          bool     // an institution that does not say of which state
	nested                           []*item  // owners inside the words of a role that is no mention itself
}

type tokens struct{ first, last int }

// what says what kind of item it is.
type what uint8

const (
	aPerson  what = iota
	aThing        // a state, organisation, outlet, place or event
	anOffice      // an office without a name
	aPronoun
	aGroup
	aHint // an adjective or people: no mention, but it tells of which country the text speaks
)

// scan is one text while its items are looked for.
type scan struct {
	*finder
	t        *syntax.Text
	tokens   []token.Token
	hits     [][]lexicon.Hit
	styled   []bool // by sentence: capitals show no names (headlines, capitals throughout)
	next     []int  // by token: the next token, in its sentence or beyond, where a title begins
	titles   []lexicon.TitleHit
	quoted   []bool
	voices   []int // by passage: counts stretches of one kind and issuer
	items    []*item
	all      []*item                   // what the scan found, while refer rewrites items
	refs     []ref                     // persons spoken of so far, while refer walks
	subjects []ref                     // he and she as far as they are resolved
	states   map[string]bool           // states that the text names, once somebody asks
	spoken   map[readout.EntityID]bool // states by whether the text speaks of their people or capital, once somebody asks
}

func (f *finder) lowerWords(t *syntax.Text) {
	for _, k := range t.Tokens {
		if k.Kind == token.Word && !k.Upper {
			f.lower[k.Fold] = true
		}
	}
}

// prepare looks a text's words up.
func (f *finder) prepare(t *syntax.Text) *scan {
	s := &scan{finder: f, t: t, tokens: t.Tokens, hits: make([][]lexicon.Hit, len(t.Tokens)), next: make([]int, len(t.Tokens)+1), titles: make([]lexicon.TitleHit, len(t.Tokens)), quoted: t.Quoted(), spoken: map[readout.EntityID]bool{}}
	s.voices = voices(t.Passages)
	s.next[len(t.Tokens)] = len(t.Tokens)
	for i := len(t.Tokens) - 1; i >= 0; i-- {
		s.next[i] = s.next[i+1]
		if t.Tokens[i].Kind == token.Mark {
			continue
		}
		s.hits[i] = f.lex.Names.Match(t.Tokens, i)
		if hit, ok := f.lex.Titles.Match(t.Tokens, i); ok {
			s.titles[i] = hit
			if !hit.Kind.Modifies() {
				s.next[i] = i
			}
		}
	}
	s.styled = make([]bool, len(t.Sentences))
	for n := range t.Sentences {
		s.styled[n] = s.headline(n)
	}
	return s
}

// scan finds the items of a text, in order of position.
func (s *scan) scan() {
	for n := range s.t.Sentences {
		s.sentence(n)
	}
	s.all = s.items
}

// voices numbers the passages' voices: a stretch of passages of one kind and issuer is
// one voice; furniture and comments between do not end it.
func voices(passages []readout.Passage) []int {
	out := make([]int, len(passages))
	last, n := -1, 0
	for i, p := range passages {
		if p.Kind.Reports() {
			if last >= 0 && (passages[last].Kind != p.Kind || passages[last].Issuer != p.Issuer) {
				n++
			}
			last = i
		}
		out[i] = n
	}
	return out
}

// voice is the number of the voice that sentence n is in.
func (s *scan) voice(n int) int { return s.voices[s.t.Sentences[n].Passage] }

// sentence scans one sentence from left to right; items do not overlap.
func (s *scan) sentence(n int) {
	last := s.t.Sentences[n].Last
	for i := s.t.Sentences[n].First; i < last; {
		if s.tokens[i].Kind == token.Mark {
			i++
			continue
		}
		if end := s.at(i, last); end > i {
			i = end
			continue
		}
		i++
	}
}

// at reads the item that begins at token i and gives the token after it, or i.
func (s *scan) at(i, last int) int {
	if end := s.pronoun(i, last); end > i {
		return end
	}
	if !s.rankOpensName(i, last) {
		if end := s.roleItem(i, last); end > i {
			return end
		}
	}
	thing, name := s.thing(i, last), s.name(i, last, false)
	if thing != nil && s.tokens[i].Is("the") { // "the G20 summit in Hamburg" is more than "the G20"
		if longer := s.thing(i+1, last); longer != nil && longer.last > thing.last {
			return i
		}
		if own := s.institutionAt(i+1, last); own != nil && own.last > thing.last && thing.entity.Kind() == readout.Place {
			return i
		}
	}
	if thing == nil {
		thing = s.ministry(i, last)
	}
	if thing == nil || thing.what == aHint || s.opensLonger(thing, last) {
		if own := s.institutionAt(i, last); own != nil && (own.last > name.last || own.last == name.last && !name.strong) && (thing == nil || own.last > thing.last) {
			thing = own
		}
	}
	if thing == nil && !name.strong {
		if own := s.learnt(i, last); own != nil && own.last >= name.last {
			thing = own
		}
	}
	switch {
	case name.last > i && (thing == nil || name.strong && name.last > thing.last || thing.what == aHint && name.last > thing.last+1 && name.strong):
		return s.person(nil, i, name, last)
	case thing != nil:
		s.items = append(s.items, thing)
		return thing.last
	case name.thing:
		return s.capitalRun(i, last)
	}
	return i
}

// rankOpensName reports whether a rank at token i, over an article, is only the first
// word of a known name: "the Major Economies Forum".
func (s *scan) rankOpensName(i, last int) bool {
	if s.tokens[i].Is("the") && i+1 < last {
		i++
	}
	t := s.titles[i]
	if t.Title == nil || t.Kind != lexicon.Rank {
		return false
	}
	thing := s.thing(i, last)
	return thing != nil && thing.last > i+t.Len && thing.entity.Kind() != readout.Person
}

// capitalRun gives the end of the capitalised words at i.
func (s *scan) capitalRun(i, last int) int {
	for i < last && s.tokens[i].Upper && s.tokens[i].Breaks < 2 {
		i++
	}
	return i
}

// opensLonger reports whether a known name can be the beginning of a longer one that
// no file has: a state, a place or a single word with a capital behind it.
func (s *scan) opensLonger(thing *item, last int) bool {
	kind := thing.entity.Kind()
	if kind == readout.Place && s.is(thing.last, last, "of") { // "the Gulf of Riga"
		return true
	}
	if thing.last >= last || !s.tokens[thing.last].Upper || s.tokens[thing.last].Breaks > 0 {
		return false
	}
	return kind == readout.State || kind == readout.Place || thing.last == thing.first+1
}

// headline reports whether capitals show no names in a sentence: a headline or
// line without a full stop most of whose longer words have them.
func (s *scan) headline(n int) bool {
	sent := s.t.Sentences[n]
	upper, all := 0, 0
	for i := sent.First + 1; i < sent.Last; i++ {
		k := s.tokens[i]
		if k.Kind != token.Word || len(k.Fold) < 4 {
			continue
		}
		all++
		if k.Upper {
			upper++
		}
	}
	kind := s.t.PassageOf(n).Kind
	line := kind == readout.Headline || s.t.Field == readout.InTitle || !s.tokens[sent.Last-1].Is(".", "!", "?", `"`, ")", ":", ",", ";")
	return line && all >= 2 && upper*10 >= all*6
}

// reports reports whether the passage of token i speaks in a voice that may steer
// what names mean.
func (s *scan) reports(i int) bool {
	return s.t.PassageOf(s.t.SentenceOf(i)).Kind.Reports()
}

// day is the day that offices at token i are held on, "" if it is not known.
func (s *scan) day(i int) string {
	if i < len(s.tokens) {
		if d := s.t.PassageOf(s.t.SentenceOf(i)).Day.Day(); d != "" {
			return d
		}
	}
	return s.doc.Published.Day()
}

// is reports whether token i stands before last and is one of the words.
func (s *scan) is(i, last int, words ...string) bool {
	return i >= 0 && i < last && s.tokens[i].Is(words...)
}

// possessive gives the token after a possessive ending at i, or i.
func (s *scan) possessive(i, last int) int {
	if i < last && s.tokens[i].Is("'s", "’s") && !s.tokens[i].Space {
		return i + 1
	}
	if i > 0 && i < last && s.tokens[i].Is("'") && !s.tokens[i].Space && len(s.tokens[i-1].Fold) > 1 && s.tokens[i-1].Fold[len(s.tokens[i-1].Fold)-1] == 's' {
		return i + 1
	}
	return i
}

// verb reports whether token i can be a finite verb or auxiliary.
func (s *scan) verb(i, last int) bool {
	if i >= last || s.tokens[i].Kind != token.Word {
		return false
	}
	if s.tokens[i].Is("is", "was", "are", "were", "has", "had", "have", "will", "would", "can", "could", "may", "might", "must", "should", "did", "does", "do", "also", "then", "who", "'ll", "'d") {
		return true
	}
	for _, f := range s.lex.English.VerbForms(s.tokens[i].Fold) {
		if f.Form&(lexicon.Past|lexicon.Third|lexicon.Base) != 0 {
			return true
		}
	}
	return s.lex.English.Adverb(s.tokens[i].Fold) && i+1 < last && s.lex.English.VerbForms(s.tokens[i+1].Fold) != nil
}
