package segment

import (
	"regexp"
	"strings"
	"unicode"

	"readout"
)

const (
	monthDay = `(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8}\.?)(?:,? \d{4})?`
	city     = `(?:St\. |Ft\. )?\p{Lu}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+){0,3}`
)

var (
	wireDateline  = regexp.MustCompile(`^(` + city + `(?: ?[/&] ?` + city + `){0,2}(?:, ?[\p{L}.]{2,12}(?: \p{L}+)?)?)((?:, ` + monthDay + `)?(?:\s*\([^()]{2,40}\))?)\s*(?:—|–|--?)\s`)
	plainDateline = regexp.MustCompile(`^\p{Lu}[\p{L}’' -]{1,30}[.,] (?:` + monthDay + `)[.:]\s`)
)

// A headline is one line of at most so many bytes.
const maxHeadline = 180

// head finds the headline and the dateline among the first lines.
func (s *splitter) head() {
	first := s.firstOpen(0)
	if first < 0 {
		return
	}
	if s.isHeadline(first) && !s.isVenue(first) {
		s.pieces[first].kind = readout.Headline
		first = s.firstOpen(first + 1)
	}
	if first >= 0 {
		s.dateline(first)
	}
}

func (s *splitter) firstOpen(from int) int {
	for i := from; i < len(s.pieces); i++ {
		if s.pieces[i].kind == "" {
			return i
		}
	}
	return -1
}

// isHeadline reports whether the first open piece is the headline: the title
// that also stands apart, or a short line that is no sentence, with an article
// under it.
func (s *splitter) isHeadline(i int) bool {
	line := strings.TrimRight(bare(s.cut(s.pieces[i])), "*_ ")
	if s.doc.Title != "" {
		return strings.EqualFold(strings.TrimSpace(s.doc.Title), line)
	}
	for _, p := range s.pieces {
		if p.kind == readout.Headline {
			return false
		}
	}
	next := s.firstOpen(i + 1)
	if next < 0 || next == i+1 && s.pieces[next].paragraph == s.pieces[i].paragraph {
		return false
	}
	if s.pieces[i].quote > 0 || line == "" || len(line) > maxHeadline || strings.Contains(line, "\n") || strings.ContainsAny(line[len(line)-1:], ".:;,") || strings.HasSuffix(line, "…") ||
		s.lex.Boilerplate.Match("salutation", line) {
		return false
	}
	_, isTurn := s.turnAt(line)
	return !isTurn || wordCount(line) < wordCount(s.cut(s.pieces[next]))
}

// isVenue reports whether the first open piece says where a transcript was taken
// down: the hour stands under it.
func (s *splitter) isVenue(i int) bool {
	return s.lex.Boilerplate.Match("venue", s.cut(s.pieces[i])) && i+1 < len(s.pieces) && s.lex.Boilerplate.Match("clock", s.cut(s.pieces[i+1]))
}

// dateline cuts the dateline off the first paragraph of the article.
func (s *splitter) dateline(i int) {
	p := s.pieces[i]
	line := s.cut(p)
	if s.site != "" && strings.HasSuffix(line, ":") && s.onlyKnown(line, isPlace) && i+1 < len(s.pieces) {
		s.pieces[i].kind = readout.Dateline
		return
	}
	end := 0
	if m := wireDateline.FindStringSubmatch(line); m != nil && (m[2] != "" || isUpper(m[1])) {
		end = len(m[0])
	} else if m := plainDateline.FindString(line); m != "" {
		end = len(m)
	}
	if end == 0 || end >= len(line) {
		return
	}
	rest := p
	rest.span.Start += end
	rest.span = rest.span.Trim(s.text)
	p.span = readout.Span{Start: p.span.Start, End: p.span.Start + end}.Trim(s.text)
	p.kind = readout.Dateline
	s.pieces = append(s.pieces[:i], append([]piece{p, rest}, s.pieces[i+1:]...)...)
}

// isUpper reports whether the first word is written in capitals.
func isUpper(place string) bool {
	word, _, _ := strings.Cut(place, " ")
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}
