package segment

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// named is a name found in a line.
type named struct {
	first, last int // tokens
	id          readout.EntityID
	form        lexicon.NameForm
}

func (s *splitter) tokens(text string) []token.Token {
	return token.Cut(text, s.lex.English.Abbreviation)
}

// namesIn finds the names in tokens from left to right, the longest at each
// place, unless one that begins inside it reaches further ("the Presidency" and
// "Presidency of Costava"); only words with a capital count.
func (s *splitter) namesIn(tokens []token.Token, want func(readout.EntityID) bool) []named {
	var out []named
	for i := 0; i < len(tokens); {
		n, ok := s.nameAt(tokens, i, want)
		if !ok {
			i++
			continue
		}
		for j := i + 1; j < n.last; j++ {
			if further, ok := s.nameAt(tokens, j, want); ok && further.last > n.last {
				n = further
			}
		}
		out = append(out, n)
		i = n.last
	}
	return out
}

func (s *splitter) nameAt(tokens []token.Token, i int, want func(readout.EntityID) bool) (named, bool) {
	for _, hit := range s.lex.Names.Match(tokens, i) {
		if !slices.ContainsFunc(tokens[i:i+hit.Len], func(t token.Token) bool { return t.Upper }) {
			continue
		}
		best := -1
		for j, e := range hit.Entries {
			if want(e.Entity) && (best < 0 || rank(e) < rank(hit.Entries[best])) {
				best = j
			}
		}
		if best >= 0 {
			return named{i, i + hit.Len, hit.Entries[best].Entity, hit.Entries[best].Form}, true
		}
	}
	return named{}, false
}

// rank prefers an institution to a state, and a state's name to its adjective.
func rank(e lexicon.Entry) int {
	switch {
	case e.Entity.Kind() == readout.Org:
		return 0
	case e.Entity.Kind() == readout.Outlet:
		return 1
	case e.Entity.Kind() == readout.State && e.Form != lexicon.Adjective:
		return 2
	case e.Entity.Kind() == readout.State:
		return 3
	}
	return 4
}

// issues reports whether an entity can issue a readout: a state, its
// institutions, an international organisation.
func (s *splitter) issues(id readout.EntityID) bool {
	key := strings.TrimPrefix(string(id), string(id.Kind())+"/")
	switch id.Kind() {
	case readout.State:
		return true
	case readout.Org:
		o := s.lex.Orgs[key]
		return o != nil && (officialKinds[o.Kind] || o.Country == "" && o.Kind == "international")
	case readout.Outlet:
		o := s.lex.Outlets[key]
		return o != nil && o.Institution != ""
	}
	return false
}

// officialKinds are the kinds of organisation that speak for a state.
var officialKinds = map[string]bool{"presidency": true, "government": true, "ministry": true, "parliament": true, "agency": true, "military": true}

// institution is the institution of an official outlet, the id itself otherwise.
func (s *splitter) institution(id readout.EntityID) readout.EntityID {
	if o := s.lex.Outlets[strings.TrimPrefix(string(id), "outlet/")]; id.Kind() == readout.Outlet && o != nil {
		return readout.EntityID("org/" + strings.TrimPrefix(o.Institution, "org/"))
	}
	return id
}

// institutionIn is whose account a sentence announces: the possessor of the
// account ("the Kremlin's readout"), or else the first institution, or the first
// state.
func (s *splitter) institutionIn(sentence string) readout.EntityID {
	tokens := s.tokens(sentence)
	names := s.namesIn(tokens, s.issues)
	for _, n := range names {
		if n.last < len(tokens) && tokens[n.last].Is("'s", "'") && s.lex.Boilerplate.Match("announce", restOf(sentence, tokens, n.last, 4)) {
			return s.institution(n.id)
		}
	}
	for _, wanted := range []func(named) bool{
		func(n named) bool { return n.id.Kind() != readout.State },
		func(n named) bool { return true },
	} {
		if i := slices.IndexFunc(names, wanted); i >= 0 {
			return s.institution(names[i].id)
		}
	}
	return ""
}

// restOf is the words of at most n tokens from i on.
func restOf(text string, tokens []token.Token, i, n int) string {
	return text[tokens[i].Start:tokens[min(i+n, len(tokens)-1)].End]
}

// onlyNames gives the issuer that a heading names and nothing else does: "Moscow",
// "Washington DC", "The Kremlin, 2 May 2017", "And Moscow's".
func (s *splitter) onlyNames(line string) readout.EntityID {
	line = strings.TrimSpace(headingDay.ReplaceAllString(line, ""))
	tokens := s.tokens(line)
	names := s.namesIn(tokens, func(id readout.EntityID) bool { return s.issues(id) || s.capitalOf(id) != "" })
	if len(names) != 1 || names[0].form == lexicon.Adjective || names[0].form == lexicon.People {
		return ""
	}
	for i, t := range tokens {
		inside := i >= names[0].first && i < names[0].last
		if !inside && t.Kind != token.Mark && !t.Is("the", "and", "from", "now", "first", "then", "in", "dc", "d.c.", "d.c", "'s", "side", "here", "is") {
			return ""
		}
	}
	if state := s.capitalOf(names[0].id); state != "" {
		return state
	}
	return s.institution(names[0].id)
}

// capitalOf is the state that a place is the capital of, "" if it is none.
func (s *splitter) capitalOf(id readout.EntityID) readout.EntityID {
	p := s.lex.Places[strings.TrimPrefix(string(id), "place/")]
	if id.Kind() != readout.Place || p == nil {
		return ""
	}
	if state := s.lex.States[p.Country]; state != nil && slices.Contains(state.Capitals, p.Name) {
		return readout.EntityID("state/" + p.Country)
	}
	return ""
}

// isPlaceName reports whether a label names a state, place or institution, not
// somebody who speaks.
func (s *splitter) isPlaceName(name string) bool {
	return s.onlyNames(name) != ""
}

// sideOf is the state of the first person, state or institution that a sentence
// names: who acts in it.
func (s *splitter) sideOf(sentence string) readout.EntityID {
	for _, n := range s.namesIn(s.tokens(sentence), func(id readout.EntityID) bool { return id.Kind() == readout.Person || s.issues(id) }) {
		if c := s.countryOf(n.id); c != "" {
			return readout.EntityID("state/" + c)
		}
	}
	return ""
}

// speaksFor reports whether a sentence names somebody of the issuer's country.
func (s *splitter) speaksFor(issuer readout.EntityID, sentence string) bool {
	country := s.countryOf(issuer)
	return country != "" && slices.ContainsFunc(s.namesIn(s.tokens(sentence), func(readout.EntityID) bool { return true }),
		func(n named) bool { return s.countryOf(n.id) == country })
}

func (s *splitter) countryOf(id readout.EntityID) string {
	if e := s.lex.EntityOf(id); e != nil {
		return e.Country
	}
	return ""
}
