package segment

import (
	"strings"
	"unicode"

	"readout"
	"readout/internal/token"
)

// Limits of the block of lines above a text: pieces, and words in a line that
// names an office.
const maxTitleBlock, maxOfficeWords = 6, 14

// titleLine gives the lines of a title block their kinds, so that they do not run
// into the title: the office that publishes, the place and day.
func (s *splitter) titleLine(p *piece) {
	if p.quote > 0 || !s.inTitleBlock() {
		return
	}
	line := bare(s.cut(*p))
	switch {
	case p.kind == readout.Note && s.isDayLine(strings.Trim(line, "()")):
		p.kind, p.dated = readout.Dateline, true
	case p.kind != "" || len(line) > maxFurniture:
	case hashMark.MatchString(s.cut(*p)) && !s.hasKind(readout.Headline):
		p.kind = readout.Headline
	case strings.HasSuffix(line, ":") || endsSentence(line):
	case s.isDayLine(line):
		p.kind, p.dated = readout.Dateline, true
		if !s.onlyKnown(headingDay.ReplaceAllString(line, ""), isPlace) {
			p.kind = readout.Byline
		}
	default:
		s.officeLine(p, line)
	}
}

// inTitleBlock reports whether nothing of the article has been seen yet: no
// sentence, nothing that leads up to other words.
func (s *splitter) inTitleBlock() bool {
	if len(s.pieces) > maxTitleBlock {
		return false
	}
	for _, p := range s.pieces {
		line := s.cut(p)
		if p.kind == "" && (endsSentence(line) || strings.HasSuffix(line, ":") || len(line) > maxHeadline) {
			return false
		}
	}
	return true
}

func (s *splitter) hasKind(kind readout.PassageKind) bool {
	for _, p := range s.pieces {
		if p.kind == kind {
			return true
		}
	}
	return false
}

// officeLine knows a line that only names the institution that publishes. Under a
// bare text that says nothing of its outlet, it is whose own page this is.
func (s *splitter) officeLine(p *piece, line string) {
	if wordCount(line) > maxOfficeWords {
		return
	}
	issuer := s.onlyNames(line)
	if issuer.Kind() != readout.Org {
		last := len(s.pieces) - 1
		if last < 0 || s.pieces[last].paragraph != p.paragraph || !s.lex.Boilerplate.Match("office-line", line) {
			return
		}
		issuer = s.institutionIn(line)
	}
	p.kind = readout.Byline
	if s.site == "" && s.doc.Outlet == "" && s.outletAt(s.doc.URL) == nil {
		s.site = issuer
	}
}

// isDayLine reports whether a line gives one day and beside it at most a place, an
// outlet or an institution: "Velmora, May 2, 2024".
func (s *splitter) isDayLine(line string) bool {
	at := headingDay.FindStringIndex(line)
	if at == nil {
		return false
	}
	rest := strings.TrimSpace(line[:at[0]] + " " + line[at[1]:])
	rest = strings.Trim(rest, ",|–— -")
	return rest == "" || s.onlyKnown(rest, func(id readout.EntityID) bool { return id.Kind() != readout.Person && id.Kind() != readout.Event })
}

func isPlace(id readout.EntityID) bool {
	return id.Kind() == readout.Place || id.Kind() == readout.State
}

// onlyKnown reports whether a line is made of names of the wanted kinds and
// nothing else.
func (s *splitter) onlyKnown(line string, want func(readout.EntityID) bool) bool {
	tokens := s.tokens(strings.TrimFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ':' }))
	names := s.namesIn(tokens, want)
	inside := make([]bool, len(tokens))
	for _, n := range names {
		for i := n.first; i < n.last; i++ {
			inside[i] = true
		}
	}
	for i, t := range tokens {
		if !inside[i] && t.Kind != token.Mark && !t.Is("the", "in") {
			return false
		}
	}
	return len(names) > 0
}
