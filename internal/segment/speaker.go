package segment

import (
	"regexp"
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

var inBrackets = regexp.MustCompile(`\s*\([^()]*\)`)

// maxLabelName is how many words a name in a label has.
const maxLabelName = 4

// calling is what a label calls its speaker.
type calling struct {
	titles []string      // lower case, as the lexicon writes them
	gender string        // m or f where a title says it
	name   []token.Token // without titles and marks before it
}

// speaker is the person whose turn a label begins: a known one, or else the slug
// of a name of two words or more. A role alone ("MINISTER") is nobody, but on an
// institution's own page it can be the one who holds it.
func (s *splitter) speaker(name string) readout.EntityID {
	id, ok := s.voices[name]
	if !ok {
		id = s.findSpeaker(s.calling(name))
		s.voices[name] = id
	}
	return id
}

// calling takes the titles off the front of a label.
func (s *splitter) calling(label string) calling {
	var c calling
	tokens := s.tokens(strings.TrimSpace(inBrackets.ReplaceAllString(label, "")))
	for i := 0; i < len(tokens); {
		word := strings.TrimSuffix(tokens[i].Fold, ".")
		if hit, ok := s.lex.Titles.Match(tokens, i); ok {
			c.titles = append(c.titles, hit.Words)
			c.gender += hit.Gender
			i += hit.Len
			c.name = tokens[i:]
			continue
		}
		if !honorific[word] && tokens[i].Kind != token.Mark {
			c.name = tokens[i:]
			break
		}
		i++
	}
	return c
}

func (s *splitter) findSpeaker(c calling) readout.EntityID {
	if len(c.name) == 0 {
		return s.holder(c.titles)
	}
	for i := range c.name {
		for _, hit := range s.lex.Names.Match(c.name, i) {
			if i+hit.Len == len(c.name) {
				if id := s.person(hit.Entries, c, hit.Len > 1); id != "" {
					return id
				}
			}
		}
	}
	return s.stranger(c)
}

// holder is who holds the office that a role alone means on an institution's own
// page, "THE PRESIDENT"; "" where that is not certain.
func (s *splitter) holder(titles []string) readout.EntityID {
	country, day := s.countryOf(s.site), s.doc.Published.Day()
	if country == "" || day == "" || len(titles) != 1 {
		return ""
	}
	var found []string
	for _, o := range s.lex.OfficesTitled(country, titles[0]) {
		for _, t := range s.lex.HoldersOn(o.ID, day) {
			if !slices.Contains(found, t.Person) {
				found = append(found, t.Person)
			}
		}
	}
	if len(found) != 1 {
		return ""
	}
	return readout.EntityID("person/" + found[0])
}

// person picks the person whom a name means here: the only one who holds an
// office of the label's title on the document's day, one whom the text names in
// full, the only one of that full name, the only one in office. A family name
// alone that nobody in office has is a stranger's, and so is one that the text
// gives to somebody else.
func (s *splitter) person(entries []lexicon.Entry, c calling, full bool) readout.EntityID {
	var all, titled, named, inOffice []readout.EntityID
	day := s.doc.Published.Day()
	for _, e := range entries {
		p := s.lex.People[strings.TrimPrefix(string(e.Entity), "person/")]
		if e.Entity.Kind() != readout.Person || p == nil || c.gender != "" && p.Gender != "" && c.gender != p.Gender {
			continue
		}
		all = append(all, e.Entity)
		if s.holdsAny(p, c.titles, day) {
			titled = append(titled, e.Entity)
		}
		if strings.Contains(s.text, p.Name) || strings.Contains(s.doc.Title, p.Name) {
			named = append(named, e.Entity)
		}
		if day != "" && len(s.lex.OfficesOn(p.ID, day)) > 0 {
			inOffice = append(inOffice, e.Entity)
		}
	}
	switch {
	case len(titled) == 1:
		return titled[0]
	case len(named) > 0:
		return named[0]
	case len(all) == 1 && (full || day == ""):
		return all[0]
	case len(inOffice) == 1 && s.fullName(lexicon.NameParts(c.name)) == "":
		return inOffice[0]
	}
	return ""
}

// holdsAny reports whether a person holds an office with one of the titles on the
// day.
func (s *splitter) holdsAny(p *lexicon.Person, titles []string, day string) bool {
	if day == "" {
		return false
	}
	return slices.ContainsFunc(s.lex.OfficesOn(p.ID, day), func(t *lexicon.Tenure) bool {
		o := s.lex.Offices[t.Office]
		return o != nil && slices.ContainsFunc(titles, o.Titled)
	})
}

// stranger makes the id of a person whom no file knows, from the label or from
// where the text names the same person in full.
func (s *splitter) stranger(c calling) readout.EntityID {
	words := lexicon.NameParts(c.name)
	if len(words) == 0 || len(words) > maxLabelName || isRole[words[len(words)-1]] || slices.ContainsFunc(c.name, lowerWord) {
		return ""
	}
	plain := !c.name[0].AllCaps && len(c.titles) == 0
	if len(words) > 1 && (plain || s.lex.Persons.Given(words[0])) {
		return readout.EntityID("person/" + strings.Join(words, "-"))
	}
	return s.fullName(words)
}

func lowerWord(t token.Token) bool { return t.Kind == token.Word && !t.Upper }

// fullName is the person whom title or text call by a given name before the words,
// "" if there is none.
func (s *splitter) fullName(family []string) readout.EntityID {
	if s.fullNames == nil {
		s.fullNames = map[string]readout.EntityID{}
		s.collectNames(s.doc.Title)
		s.collectNames(s.text)
	}
	return s.fullNames[strings.Join(family, "-")]
}

// collectNames notes every given name with the family name after it, by the
// family name; the first counts.
func (s *splitter) collectNames(text string) {
	tokens := s.tokens(text)
	for i := range tokens {
		if !s.isGiven(tokens, i) || i+1 >= len(tokens) || !isNameWord(tokens[i+1]) || tokens[i+1].Breaks > 1 {
			continue
		}
		last := i + 2
		for last+1 < len(tokens) && tokens[last].Is("-") && !tokens[last].Space && isNameWord(tokens[last+1]) && !tokens[last+1].Space {
			last += 2
		}
		family := strings.Join(lexicon.NameParts(tokens[i+1:last]), "-")
		if _, ok := s.fullNames[family]; !ok {
			s.fullNames[family] = readout.EntityID("person/" + tokens[i].Fold + "-" + family)
		}
	}
}

func (s *splitter) isGiven(tokens []token.Token, i int) bool {
	if !isNameWord(tokens[i]) || honorific[tokens[i].Fold] {
		return false
	}
	return s.lex.Persons.Given(tokens[i].Fold) || i > 0 && tokens[i-1].Upper && honorific[strings.TrimSuffix(tokens[i-1].Fold, ".")]
}

func isNameWord(t token.Token) bool { return t.Kind == token.Word && t.Upper && !t.AllCaps }

// honorific are words before a name that are no part of it, besides the titles of
// the lexicon.
var honorific = map[string]bool{"the": true, "mr": true, "mrs": true, "ms": true, "dr": true, "sir": true, "lord": true, "lady": true, "dame": true,
	"president": true, "minister": true, "secretary": true, "ambassador": true, "chancellor": true, "general": true, "gen": true, "senator": true,
	"administrator": true, "director": true, "chair": true, "coach": true, "mayor": true, "governor": true, "adviser": true, "advisor": true}

// isRole are words that end a label which is a role, not a name.
var isRole = map[string]bool{"president": true, "minister": true, "secretary": true, "spokesman": true, "spokesperson": true, "spokeswoman": true,
	"official": true, "officials": true, "ambassador": true, "chancellor": true, "participant": true, "member": true, "audience": true, "interpreter": true, "aide": true}
