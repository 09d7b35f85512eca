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
)

// welcome reads the first turns of a briefing: the day for which its hearers are thanked
// ("Thanks for joining me on a Friday"), nil where none is named, and whether they are to
// wait until the next day with what they hear.
func (s *splitter) welcome(turns map[int]bool) (day *readout.Published, waits bool) {
	published, err := time.Parse(time.RFC3339, s.doc.Published.EDTF)
	if err != nil || !s.isBriefing() {
		return nil, false
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
		if m := thanked.FindStringSubmatch(text); m != nil && day == nil {
			if back, ok := s.daysBack(m[1], published); ok {
				day = &readout.Published{EDTF: published.AddDate(0, 0, -back).Format(time.DateOnly), Words: readout.WordsAt(p.span)}
			}
		}
	}
	return day, waits
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
