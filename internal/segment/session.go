package segment

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout"
	"readout/lexicon"
)

// maxHeld is how many days after a session its transcript comes out at most; a day
// further back is a slip of the pen or something else.
const maxHeld = 10

// maxSlack is how far the stamp of publication may lie before the hour of a briefing that
// it announces.
const maxSlack = 15 * time.Minute

// maxSlip is how far it may lie before an hour of another zone: a stamp that nobody counted
// over from one to the other.
const maxSlip = 4 * time.Hour

var (
	bracketed = regexp.MustCompile(`^\(([^()]+)\)$`)
	hour      = regexp.MustCompile(`(?i)(\d{1,2})[:.](\d{2})\s?([ap])?\.?(?:\s?m\.?)?\s*([a-z][a-z ]*)?\)?\.?$`)
)

// hold gives what is spoken in a transcript the day of the session: its days are counted
// from there, not from the day on which it came out.
func (s *splitter) hold(day *readout.Published) {
	if day == nil || day.Day() == s.doc.Published.Day() {
		return
	}
	for i := range s.pieces {
		if p := &s.pieces[i]; p.day == nil && (p.kind == readout.Dateline || kindOr(p.kind, readout.Body).Reports()) {
			p.day = day
		}
	}
}

// sessionDay is the day that the head above the first of the turns gives: a date alone in
// brackets, or else what the first turns of a briefing say of their day, or what the head's
// clock time means; nil where nothing says it.
func (s *splitter) sessionDay(turns map[int]bool) *readout.Published {
	published, err := time.Parse(time.DateOnly, s.doc.Published.Day())
	if err != nil {
		return nil
	}
	thanks, waits, early := s.welcome(turns)
	var clock *readout.Published
	clocked := false
	for i, p := range s.pieces {
		if turns[i] {
			break
		}
		line := s.cut(p)
		if bracketed.MatchString(line) {
			if day := s.dayIn(p.span, headingDay); day != nil && heldBefore(day, published) {
				return day
			}
		}
		if clock == nil && s.lex.Boilerplate.Match("clock", line) {
			clock, clocked = s.clockDay(p.span, waits), true
		}
	}
	if (waits || early) && !clocked {
		clock = s.eve()
	}
	return cmp.Or(thanks, clock)
}

// heldBefore reports whether a day is not after the publication, nor long before it.
func heldBefore(day *readout.Published, published time.Time) bool {
	t, err := time.Parse(time.DateOnly, day.EDTF)
	return err == nil && !t.After(published) && published.Sub(t) <= maxHeld*24*time.Hour
}

// clockDay is the day of the hour at which a transcript begins, in the hour's own zone: a
// briefing whose hour is later than its publication was held on the day before. Remarks
// are stamped before they are held; what waits until a full hour may be held days before,
// unless its words say how long it waits: "embargoed until tomorrow". Where the hour is one of
// another zone than the stamp and only a few hours later, it is the stamp that is wrong.
func (s *splitter) clockDay(line readout.Span, waits bool) *readout.Published {
	m := hour.FindStringSubmatch(s.text[line.Start:line.End])
	published, err := time.Parse(time.RFC3339, s.doc.Published.EDTF)
	if m == nil || err != nil {
		return nil
	}
	zone := s.zone(m[4])
	if zone == nil {
		return nil
	}
	local := published.In(zone)
	h, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	if m[3] != "" {
		h %= 12
	}
	if strings.EqualFold(m[3], "p") {
		h += 12
	}
	begun := time.Date(local.Year(), local.Month(), local.Day(), h, minute, 0, 0, zone)
	if slip := begun.Sub(local); slip > maxSlack {
		if slip < maxSlip && begun.Format("-0700") != published.Format("-0700") {
			return nil
		}
		if onTheHour := local.Minute() == 0 && local.Second() == 0; onTheHour && !waits || !s.isBriefing() || headingDay.MatchString(s.doc.Title) {
			return nil // held back until an hour set days before; or the title says itself on which day
		}
		begun = begun.AddDate(0, 0, -1)
	}
	return &readout.Published{EDTF: begun.Format(time.DateOnly), Words: readout.WordsAt(line)}
}

// isBriefing reports whether the title or the address says that the text is a briefing.
func (s *splitter) isBriefing() bool {
	title := s.doc.Title
	if i := slices.IndexFunc(s.pieces, func(p piece) bool { return p.kind == readout.Headline }); title == "" && i >= 0 {
		title = s.cut(s.pieces[i])
	}
	return s.lex.Forms.Of(title, s.doc.URL) == readout.Briefing
}

// zone is the zone that words behind a clock time name, nil where they name none or one of
// several.
func (s *splitter) zone(words string) *time.Location {
	for _, x := range s.lex.English.Time.Senses(strings.ToLower(strings.TrimSpace(words))) {
		if x.Class != lexicon.TimeZoneName || x.Value == "" || strings.Contains(x.Value, "|") {
			continue
		}
		if zone, err := time.LoadLocation(x.Value); err == nil {
			return zone
		}
	}
	return nil
}
