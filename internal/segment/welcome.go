package segment

import (
	"regexp"
	"strings"
	"time"

	"readout"
	"readout/lexicon"
)

// maxWelcome is within how many paragraphs from the first turn a briefing's hearers are
// welcomed and told until when they must keep what they hear.
const maxWelcome = 8

var (
	thanked   = regexp.MustCompile(`(?i)\bthank(?:s| you)\b[^.?!]{0,60}\b(?:joining|taking the time|making the time|being here|coming)(?:\s+\w+){0,2}?\s+(?:on\s+(?:an?\s+|this\s+)?|this\s+)(\w+day)\b`)
	embargoed = regexp.MustCompile(`(?i)\bembargo(?:ed)?\s+until\b[^.?!;]{0,30}(?:[ap]\.m\.[^.?!;]{0,20})?\btomorrow\b`)
	dawn      = regexp.MustCompile(`(?i)\bembargo(?:ed)?\s+until\b[^.?!;]{0,40}\b([1-7])(?::00)?\s+a\.?m\b`)
	sameDay   = regexp.MustCompile(`(?i)\bembargo(?:ed)?\s+until\b[^?!;]{0,60}\b(?:today|this morning)\b`)
)

// welcome reads the first turns of a briefing: the day for which its hearers are thanked
// ("Thanks for joining me on a Friday"), nil where none is named, and whether they are to
// wait with what they hear until the next day, or until an early hour of a morning.
func (s *splitter) welcome(turns map[int]bool) (day *readout.Published, waits, early bool) {
	published, err := time.Parse(time.RFC3339, s.doc.Published.EDTF)
	if err != nil || !s.isBriefing() {
		return nil, false, false
	}
	first := -1
	for i, p := range s.pieces {
		if first < 0 && turns[i] {
			first = i
		}
		if first < 0 || i >= first+maxWelcome {
			continue
		}
		text := s.cut(p)
		waits = waits || embargoed.MatchString(text)
		early = early || dawn.MatchString(text) && !sameDay.MatchString(text)
		if m := thanked.FindStringSubmatch(text); m != nil && day == nil {
			if back, ok := s.daysBack(m[1], published); ok {
				day = &readout.Published{EDTF: published.AddDate(0, 0, -back).Format(time.DateOnly), Words: readout.WordsAt(p.span)}
			}
		}
	}
	return day, waits, early
}

// daysBack is how many days before a day the weekday of that name was last, the day included.
func (s *splitter) daysBack(weekday string, day time.Time) (int, bool) {
	for _, x := range s.lex.English.Time.Senses(strings.ToLower(weekday)) {
		if x.Class == lexicon.TimeWeekday {
			return (int(day.Weekday()) - x.N + 7) % 7, true
		}
	}
	return 0, false
}

// eve is the day before the publication of what came out on a full hour of a morning, until
// which it was held back; nil where it came out otherwise.
func (s *splitter) eve() *readout.Published {
	p, err := time.Parse(time.RFC3339, s.doc.Published.EDTF)
	if err != nil || p.Hour() >= 12 || p.Minute() != 0 || p.Second() != 0 {
		return nil
	}
	return &readout.Published{EDTF: p.AddDate(0, 0, -1).Format(time.DateOnly), Words: s.doc.Published.Words}
}
