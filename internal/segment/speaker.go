package segment

import (
	"regexp"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

var inBrackets = regexp.MustCompile(`\s*\([^()]*\)`)

// maxLabelName is how many words a name in a label has.
const maxLabelName = 4

// speaker is the person whose turn a label begins: a known one, or else the slug
// of a name of two words or more. A role alone ("MINISTER") is nobody.
func (s *splitter) speaker(name string) readout.EntityID {
	id, ok := s.voices[name]
	if !ok {
		id = s.findSpeaker(name)
		s.voices[name] = id
	}
	return id
}

func (s *splitter) findSpeaker(name string) readout.EntityID {
	name = strings.TrimSpace(inBrackets.ReplaceAllString(name, ""))
	tokens := s.tokens(name)
	for i := range tokens {
		for _, hit := range s.lex.Names.Match(tokens, i) {
			if i+hit.Len == len(tokens) {
				if id := s.person(hit.Entries); id != "" {
					return id
				}
			}
		}
	}
	return s.stranger(tokens)
}

// person picks the person whom a name means here: one whom the text names in
// full, or the only one, or the only one in office on the document's day.
func (s *splitter) person(entries []lexicon.Entry) readout.EntityID {
	var all, inOffice []readout.EntityID
	day := s.doc.Published.Day()
	for _, e := range entries {
		p := s.lex.People[strings.TrimPrefix(string(e.Entity), "person/")]
		if e.Entity.Kind() != readout.Person || p == nil {
			continue
		}
		if strings.Contains(s.text, p.Name) || strings.Contains(s.doc.Title, p.Name) {
			return e.Entity
		}
		all = append(all, e.Entity)
		if day != "" && len(s.lex.OfficesOn(p.ID, day)) > 0 {
			inOffice = append(inOffice, e.Entity)
		}
	}
	switch {
	case len(all) == 1:
		return all[0]
	case len(inOffice) == 1:
		return inOffice[0]
	}
	return ""
}

// stranger makes the id of a person whom no file knows.
func (s *splitter) stranger(tokens []token.Token) readout.EntityID {
	var words []string
	for _, t := range tokens {
		if t.Kind == token.Word && t.Upper && !honorific[strings.TrimSuffix(t.Fold, ".")] {
			words = append(words, strings.TrimSuffix(t.Fold, "."))
		}
	}
	if len(words) < 2 || len(words) > maxLabelName || isRole[words[len(words)-1]] {
		return ""
	}
	return readout.EntityID("person/" + strings.Join(words, "-"))
}

// honorific are words before a name that are no part of it.
var honorific = map[string]bool{"mr": true, "mrs": true, "ms": true, "dr": true, "sir": true, "lord": true, "lady": true, "dame": true,
	"president": true, "minister": true, "secretary": true, "ambassador": true, "chancellor": true, "general": true, "gen": true, "senator": true}

// isRole are words that end a label which is a role, not a name.
var isRole = map[string]bool{"president": true, "minister": true, "secretary": true, "spokesman": true, "spokesperson": true, "spokeswoman": true,
	"official": true, "ambassador": true, "chancellor": true, "participant": true}
