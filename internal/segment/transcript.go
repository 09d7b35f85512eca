package segment

import (
	"regexp"
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
)

// label is the name before a turn of a transcript: text[start:end] with its
// colon, turn at end.
type label struct {
	start, end int
	name       string
	question   bool
}

var (
	turnLabel = regexp.MustCompile(`(?:^|[.?!…”"»)\]]\s+)((?:\p{Lu}[\p{L}.'’-]*(?:[ \t\x{a0}]+(?:(?:of|the|de|von|van|al|and)[ \t]+)*[\p{Lu}\d#][\p{L}\d.'’-]*){0,6})(?:[ \t]?\([^()\n]{1,40}\))?)[ \t]?:[ \t\n\x{a0}]+`)
	shortTurn = regexp.MustCompile(`(?:^|[.?!…”"»)\]]\s+)(Q[.:]?|A(?:[.:]|[ \t\x{a0}]))[ \t\x{a0}]{1,8}(?:[\p{Lu}\d“"(\[]|[—–-])`)
	capitals  = regexp.MustCompile(`^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$`)
)

// A document is a transcript, and not a text with an odd colon, from so many
// turns on where no label says that a question is asked.
const minTurns = 3

// turnAt is the label that a paragraph begins with.
func (s *splitter) turnAt(text string) (label, bool) {
	for _, l := range s.labels(text) {
		return l, l.start == 0
	}
	return label{}, false
}

// labels are the labels in a paragraph, in order.
func (s *splitter) labels(text string) []label {
	if !strings.Contains(text, ":") && !strings.HasPrefix(text, "Q") {
		return nil
	}
	var out []label
	for _, m := range turnLabel.FindAllStringSubmatchIndex(text, -1) {
		name := strings.TrimSpace(text[m[2]:m[3]])
		question := s.lex.Boilerplate.Match("question", name)
		if question || s.canSpeak(name) {
			out = append(out, label{m[2], m[1], name, question})
		}
	}
	if len(out) > 0 && out[0].start == 0 {
		return out
	}
	for _, m := range shortTurn.FindAllStringSubmatchIndex(text, -1) {
		letter := text[m[2] : m[2]+1]
		out = append(out, label{m[2], m[3], letter, letter == "Q"})
	}
	slices.SortStableFunc(out, func(a, b label) int { return a.start - b.start })
	return out
}

// canSpeak reports whether a label can name somebody who speaks: no state, place,
// institution or outlet, and no heading of a table.
func (s *splitter) canSpeak(name string) bool {
	return !s.isPlaceName(name) && !s.lex.Boilerplate.Match("not-speaker", name) &&
		!s.onlyKnown(name, func(id readout.EntityID) bool { return id.Kind() == readout.Outlet })
}

// transcript cuts the open paragraphs into turns where the document has them.
func (s *splitter) transcript() {
	turns, asks := s.speakers()
	if len(turns) == 0 {
		return
	}
	var out []piece
	var last piece
	lastTurn := s.lastTurn(turns)
	whole := len(turns) >= minTurns || s.site != ""
	s.venues(turns)
	day := s.sessionDay(turns)
	for i, p := range s.pieces {
		_, isTurn := turns[i]
		if isTurn || p.kind == "" && s.isNarrated(p, last) {
			last = piece{}
		}
		switch {
		case isTurn:
			cut := s.turns(p, asks)
			out = append(out, cut...)
			last = cut[len(cut)-1]
		case p.kind == "" && last.kind != "" && (whole || i < lastTurn) && !p.heading:
			p.kind, p.issuer = last.kind, last.issuer
			out = append(out, p)
		default:
			out = append(out, p)
		}
	}
	s.pieces = out
	s.hold(day)
}

// speakers finds the pieces that begin with a label, if there are enough of
// them, and the names of those who only ask.
func (s *splitter) speakers() (turns map[int]bool, asks map[string]bool) {
	turns, asks = map[int]bool{}, map[string]bool{}
	total, questions, labelled := map[string]int{}, map[string]int{}, false
	for i, p := range s.pieces {
		if p.kind != "" {
			continue
		}
		text := s.cut(p)
		list := s.labels(text)
		if len(list) == 0 || list[0].start != 0 {
			continue
		}
		turns[i] = true
		for j, l := range list {
			end := len(text)
			if j+1 < len(list) {
				end = list[j+1].start
			}
			total[l.name]++
			labelled = labelled || l.question
			if strings.HasSuffix(strings.TrimSpace(text[l.end:end]), "?") {
				questions[l.name]++
			}
		}
	}
	if !labelled && !s.isOwnTranscript(total) && (len(turns) < minTurns || len(total) < 2 || len(turns) < 2*len(total)-2) {
		return nil, nil
	}
	for name, n := range total {
		if len(total) > 1 && 2*questions[name] > n {
			asks[name] = true
		}
	}
	return turns, asks
}

func (s *splitter) lastTurn(turns map[int]bool) int {
	last := 0
	for i := range turns {
		last = max(last, i)
	}
	return last
}

// turns cuts a paragraph at its labels.
func (s *splitter) turns(p piece, asks map[string]bool) []piece {
	text := s.cut(p)
	list := s.labels(text)
	var out []piece
	for i, l := range list {
		turn := p
		turn.span.Start = p.span.Start + l.start
		if i+1 < len(list) {
			turn.span.End = p.span.Start + list[i+1].start
		}
		turn.span = turn.span.Trim(s.text)
		turn.kind = readout.Answer
		if l.question || asks[l.name] {
			turn.kind = readout.Question
		} else {
			turn.issuer = s.speaker(l.name)
		}
		out = append(out, turn)
	}
	return out
}

// isOwnTranscript reports whether an institution's own page is a transcript even
// with a single turn: a label in capitals calls its speaker by title.
func (s *splitter) isOwnTranscript(labels map[string]int) bool {
	if s.site == "" {
		return false
	}
	for name := range labels {
		if c := s.calling(name); capitals.MatchString(name) && wordCount(name) > len(c.name) {
			return true
		}
	}
	return false
}

// isNarrated reports whether a paragraph without a label is not part of the turn
// before it but the reporter's own: it tells who said something, or speaks of
// the speaker by name. An institution's own transcript has no reporter.
func (s *splitter) isNarrated(p, turn piece) bool {
	if turn.kind == "" || s.site != "" {
		return false
	}
	text := s.cut(p)
	return s.lex.Boilerplate.Match("narration", text[:min(len(text), proseBytes)]) || turn.issuer != "" && s.namesPerson(text, turn.issuer)
}

// namesPerson reports whether a text names a person: by a name that the lexicon
// knows, or by the last word of the id of one whom it does not.
func (s *splitter) namesPerson(text string, id readout.EntityID) bool {
	tokens := s.tokens(text)
	family := string(id)[strings.LastIndexAny(string(id), "/-")+1:]
	if p := s.lex.People[strings.TrimPrefix(string(id), "person/")]; p != nil {
		family = strings.ToLower(p.Family)
	}
	return slices.ContainsFunc(tokens, func(t token.Token) bool { return t.Upper && t.Fold == family })
}

// venues makes notes of the lines above the first turn that say where a
// transcript was taken down.
func (s *splitter) venues(turns map[int]bool) {
	for i := range s.pieces {
		if turns[i] {
			return
		}
		p := &s.pieces[i]
		line := bare(s.cut(*p))
		if p.kind != "" {
			continue
		}
		if len(line) > maxHeadline || endsSentence(line) || strings.HasSuffix(line, ":") {
			return
		}
		p.kind = readout.Note
		if s.onlyKnown(line, isPlace) {
			p.kind = readout.Dateline
		}
	}
}
