package segment

import (
	"regexp"
	"strings"

	"readout"
)

// label is the name before a turn of a transcript: text[start:end] with its
// colon, turn at end.
type label struct {
	start, end int
	name       string
	question   bool
}

var (
	turnLabel = regexp.MustCompile(`(?:^|[.?!…”"»)\]]\s+)((?:\p{Lu}[\p{L}.'’-]*(?:[ \t]+(?:(?:of|the|de|von|van|al|and)[ \t]+)*[\p{Lu}\d][\p{L}\d.'’-]*){0,6})(?:[ \t]?\([^()\n]{1,40}\))?)[ \t]?:[ \t\n]+`)
	shortTurn = regexp.MustCompile(`(?:^|[.?!…”"»)\]]\s+)(Q|A)[.:]?[ \t]{1,4}(?:\p{Lu}|[“"])`)
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
		if question || !s.isPlaceName(name) {
			out = append(out, label{m[2], m[1], name, question})
		}
	}
	if len(out) == 0 {
		for _, m := range shortTurn.FindAllStringSubmatchIndex(text, -1) {
			out = append(out, label{m[2], m[3], text[m[2]:m[3]], text[m[2]:m[3]] == "Q"})
		}
	}
	return out
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
	whole := len(turns) >= minTurns
	for i, p := range s.pieces {
		_, isTurn := turns[i]
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
	if !labelled && (len(turns) < minTurns || len(total) < 2 || len(turns) < 2*len(total)-2) {
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
		turn.span = trim(s.text, turn.span)
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
