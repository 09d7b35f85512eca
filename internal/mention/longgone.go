package mention

import (
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// yearsGone is for how many years somebody has been out of every office before a bearer of the
// name with another office is taken for somebody else.
const yearsGone = 5

// longGone reports whether the text gives a name a rank or an office that the known person of
// that name does not have, who has long left every office and whose state the text names nowhere:
// "General David Thompson, Vice Chief of Operations" is not the late prime minister.
func (f *finder) longGone(s *scan, it *item, id readout.EntityID) bool {
	p := f.lex.People[strings.TrimPrefix(string(id), "person/")]
	day := s.day(it.first)
	if f.byID[namesakeOf(id)] != nil {
		return true // the text has told who bears the name
	}
	if p == nil || day == "" || p.Country == "" || f.countries[p.Country] || s.home(it.first) == p.Country {
		return false
	}
	tenures := f.lex.Tenures(p.ID)
	for _, t := range tenures {
		if t.To == "" || t.To > day || dayDistance(t.To, day) < yearsGone*365 {
			return false
		}
	}
	return len(tenures) > 0 && s.otherOffice(it, p)
}

// namesakeOf is the id of a stranger who bears the whole name of a known person.
func namesakeOf(id readout.EntityID) readout.EntityID { return id + "-2" }

// otherOffice reports whether a title before the name, or one with a capital behind it and its
// comma, is no office of the known person.
func (s *scan) otherOffice(it *item, p *lexicon.Person) bool {
	if r := it.role; r != nil && r.former {
		return false
	}
	if r := it.role; r != nil && r.head != nil && r.head.Kind != lexicon.Honorific && r.words != "" {
		return !s.hasTitle(&person{known: p}, r)
	}
	i := it.nameLast
	if i+1 >= len(s.tokens) || !s.tokens[i].Is(",") || s.tokens[i+1].Kind != token.Word {
		return false
	}
	hit, ok := s.lex.Titles.Match(s.tokens, i+1)
	return ok && !hit.Kind.Modifies() && hit.Kind != lexicon.Honorific
}
