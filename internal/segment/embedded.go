package segment

import (
	"regexp"
	"strings"
	"time"

	"readout"
)

// How plainly a paragraph says that somebody else's account follows.
type announcement int

const (
	silent    announcement = iota
	hinted                 // a verb of contact and a colon: "But first he spoke with the queen:"
	announced              // a word for an account and a colon: "Here is the ministry's account:"
	headed                 // a line that only names a capital or institution: "Moscow:"
)

// prose counts from so many phrases of official accounts on.
const (
	clearProse = 2
	someProse  = 1
)

// A line that only names an issuer has at most so many words.
const maxHeadingWords = 7

// embedded finds readouts inside another's text. A page of an official site is
// its own voice and is left as it is.
func (s *splitter) embedded() {
	if s.site != "" {
		return
	}
	var last readout.EntityID
	for i := 0; i < len(s.pieces); i++ {
		kind, issuer := s.announces(i)
		if kind == silent {
			s.underAddress(i)
			continue
		}
		if kind == hinted && last != "" && s.speaksFor(last, s.cut(s.pieces[i])) {
			issuer = last
		}
		first := s.firstWords(i)
		end, url := s.extent(first-1, kind)
		if end <= first {
			continue
		}
		issuer, day := s.refine(issuer, url), s.ownDay(i, first, url)
		for j := first; j < end; j++ {
			p := &s.pieces[j]
			p.kind, p.issuer, p.day = readout.Readout, issuer, day
		}
		last = issuer
		i = end - 1
	}
}

// announces reports how piece i announces an account, and whose.
func (s *splitter) announces(i int) (announcement, readout.EntityID) {
	p := s.pieces[i]
	first := s.firstWords(i)
	if p.kind != "" || first >= len(s.pieces) || s.pieces[first].kind != "" {
		return silent, ""
	}
	text := s.cut(p)
	line := strings.TrimRight(text, " *_")
	if !strings.HasSuffix(line, ":") {
		if p.heading {
			return s.heading(line)
		}
		return silent, ""
	}
	sentence := lastSentence(line)
	if sentence == line {
		if kind, issuer := s.heading(line); kind != silent {
			return kind, issuer
		}
	}
	issuer := s.institutionIn(sentence)
	switch {
	case issuer != "" && s.lex.Boilerplate.Match("announce", sentence):
		return announced, issuer
	case s.lex.Boilerplate.Match("announce", sentence) && s.proseAt(first) >= clearProse:
		return announced, s.sideOf(sentence)
	case s.lex.Boilerplate.Match("contact", sentence):
		return hinted, s.sideOf(sentence)
	}
	return silent, ""
}

// firstWords is the piece after announcement i that an account can begin with: a
// line with nothing but its day may stand before.
func (s *splitter) firstWords(i int) int {
	if i+1 < len(s.pieces) && s.pieces[i+1].dated {
		return i + 2
	}
	return i + 1
}

// heading reads a line that only names whose account follows.
func (s *splitter) heading(line string) (announcement, readout.EntityID) {
	if wordCount(line) > maxHeadingWords {
		return silent, ""
	}
	if issuer := s.onlyNames(strings.Trim(line, ":*_# ")); issuer != "" {
		return headed, issuer
	}
	return silent, ""
}

// extent finds where the account that piece i announces ends, and the address
// under it (-1 if there is none). end is i+1 where nothing follows that reads
// like one.
func (s *splitter) extent(i int, kind announcement) (end, url int) {
	if q := s.pieces[i+1].quote; q > 0 {
		for end = i + 1; end < len(s.pieces) && s.pieces[end].quote == q && s.pieces[end].kind == ""; end++ {
		}
		return end, s.addressAt(end)
	}
	if kind != hinted {
		if end = s.untilAddress(i, kind); end > 0 {
			return end, end
		}
	}
	least := clearProse
	if kind == headed || kind == announced {
		least = someProse
	}
	end = i + 1
	if (kind == hinted || s.ownVoice(end)) && s.proseAt(end) < clearProse {
		return end, -1
	}
	for end++; end < len(s.pieces) && s.continuesAccount(end, least); end++ {
	}
	return end, s.addressAt(end)
}

// untilAddress is the piece with the address under an account, 0 if another
// heading, another voice or the end of the text comes before it.
func (s *splitter) untilAddress(i int, kind announcement) int {
	for j := i + 1; j < len(s.pieces); j++ {
		p := s.pieces[j]
		if p.url {
			return j
		}
		next, _ := s.announces(j)
		if p.kind != "" || next != silent || (kind != headed && j > i+1 && s.ownVoice(j)) {
			return 0
		}
	}
	return 0
}

func (s *splitter) addressAt(i int) int {
	if i < len(s.pieces) && s.pieces[i].url {
		return i
	}
	return -1
}

// continuesAccount reports whether piece i still reads like the account.
func (s *splitter) continuesAccount(i, least int) bool {
	kind, _ := s.announces(i)
	return s.pieces[i].kind == "" && kind == silent && !s.pieces[i].heading && s.proseAt(i) >= least && !s.ownVoice(i)
}

// proseBytes is how much of a paragraph shows how it is written.
const proseBytes = 4096

func (s *splitter) proseAt(i int) int {
	return s.lex.Boilerplate.Count("prose", s.beginning(i))
}

func (s *splitter) ownVoice(i int) bool {
	return s.lex.Boilerplate.Match("own-voice", s.beginning(i))
}

func (s *splitter) beginning(i int) string {
	text := s.cut(s.pieces[i])
	return text[:min(len(text), proseBytes)]
}

// underAddress takes the paragraphs above an official site's address as its
// readout, where nothing announced them and one of them reads like one.
func (s *splitter) underAddress(i int) {
	if !s.pieces[i].url {
		return
	}
	issuer := s.siteOf(s.cut(s.pieces[i]))
	if issuer == "" {
		return
	}
	first, clear, day := i, false, s.dayIn(s.pieces[i].span, addressDay)
	for first > 0 && s.isPlain(first-1) {
		first--
		clear = clear || s.proseAt(first) >= clearProse
	}
	for j := first; clear && j < i; j++ {
		p := &s.pieces[j]
		p.kind, p.issuer, p.day = readout.Readout, issuer, day
	}
}

// isPlain reports whether piece i can be a paragraph of somebody's account: no
// heading, nothing that leads up to other words, no voice of a writer's own.
func (s *splitter) isPlain(i int) bool {
	p := s.pieces[i]
	return p.kind == "" && !p.heading && !strings.HasSuffix(s.cut(p), ":") && !s.ownVoice(i)
}

// refine prefers the site that the address under the text names, unless it is
// another country's than the heading says.
func (s *splitter) refine(issuer readout.EntityID, url int) readout.EntityID {
	if url < 0 {
		return issuer
	}
	site := s.siteOf(s.cut(s.pieces[url]))
	if site != "" && (issuer == "" || s.countryOf(site) == s.countryOf(issuer)) {
		return site
	}
	return issuer
}

var (
	addressDay = regexp.MustCompile(`[/-]((?:19|20)\d{2}[/-]\d{1,2}[/-]\d{1,2})(?:\D|$)`)
	headingDay = regexp.MustCompile(`\b(\d{4}-\d{2}-\d{2}|\d{1,2} \p{Lu}\p{L}+ \d{4}|\p{Lu}\p{L}+ \d{1,2}, \d{4})\b`)
	dayLayouts = []string{"2006/1/2", "2006-1-2", "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006"}
)

// ownDay is the day that the account's address gives, or the line between its
// heading and its first words, or the heading, or a line above that.
func (s *splitter) ownDay(heading, first, url int) *readout.Published {
	if url >= 0 {
		if day := s.dayIn(s.pieces[url].span, addressDay); day != nil {
			return day
		}
	}
	for i := first - 1; i >= heading; i-- {
		if day := s.dayIn(s.pieces[i].span, headingDay); day != nil {
			return day
		}
	}
	if heading > 0 && s.pieces[heading-1].dated && !s.inHead(heading-1) {
		return s.dayIn(s.pieces[heading-1].span, headingDay)
	}
	return nil
}

// inHead reports whether piece i stands above the article, where a day is the
// whole document's.
func (s *splitter) inHead(i int) bool {
	for _, p := range s.pieces[:i] {
		if p.kind == "" || p.kind == readout.Readout {
			return false
		}
	}
	return true
}

func (s *splitter) dayIn(span readout.Span, pattern *regexp.Regexp) *readout.Published {
	m := pattern.FindStringSubmatchIndex(s.text[span.Start:span.End])
	if m == nil {
		return nil
	}
	words := readout.Span{Start: span.Start + m[2], End: span.Start + m[3]}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s.text[words.Start:words.End]); err == nil {
			return &readout.Published{EDTF: t.Format(time.DateOnly), Words: readout.WordsAt(words)}
		}
	}
	return nil
}

var sentenceEnd = regexp.MustCompile(`[.?!…][”"’')\]]*\s+`)

// lastSentence is what follows the last sentence end inside line.
func lastSentence(line string) string {
	start := 0
	for _, m := range sentenceEnd.FindAllStringIndex(line, -1) {
		if m[1] < len(line) {
			start = m[1]
		}
	}
	return line[start:]
}
