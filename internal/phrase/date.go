// Package phrase puts the ledger's values into English words for people: dates,
// channels, statuses, chains of attribution, and the sentence that heads a
// contact. The terminal and the pages speak through it, so that they agree.
package phrase

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"readout"
)

// Date says an EDTF value in words: "Thursday 2 May 2024", "7–8 July 2017",
// "July 2017". What it does not understand it gives back as it is.
func Date(edtf string) string {
	from, to, ranged := strings.Cut(edtf, "/")
	if !ranged {
		return single(from, true)
	}
	switch {
	case open(from) && open(to):
		return edtf
	case open(from):
		return "until " + single(to, false)
	case open(to):
		return "from " + single(from, false)
	}
	return span(from, to)
}

// ShortDate is Date for a list: without the day of the week and the time of day,
// months in short.
func ShortDate(edtf string) string {
	text := Date(edtf)
	if !strings.Contains(edtf, "/") {
		day, _, _ := strings.Cut(edtf, "T")
		text = single(day, false)
	}
	return shortMonths.Replace(text)
}

var shortMonths = strings.NewReplacer("January", "Jan", "February", "Feb", "March", "Mar", "April", "Apr", "June", "Jun",
	"July", "Jul", "August", "Aug", "September", "Sep", "October", "Oct", "November", "Nov", "December", "Dec")

func open(part string) bool { return part == "" || part == ".." }

// qualifiers are the EDTF marks of doubt.
var qualifiers = map[byte]string{'~': "about ", '?': "perhaps ", '%': "perhaps about "}

func single(s string, weekday bool) string {
	doubt := ""
	if s != "" && qualifiers[s[len(s)-1]] != "" {
		doubt, s = qualifiers[s[len(s)-1]], s[:len(s)-1]
	}
	day, clock, _ := strings.Cut(s, "T")
	words, ok := dayWords(day, weekday)
	if !ok {
		return doubt + s
	}
	if clock != "" {
		return words + ", " + doubt + clockWords(clock)
	}
	return doubt + words
}

// clockWords says a time of day: "16:00:00Z" is "16:00 UTC", "11:20:00+03:00" is
// "11:20 (UTC+03:00)".
func clockWords(clock string) string {
	t, err := time.Parse("15:04:05Z07:00", clock)
	switch {
	case err != nil:
		return clock
	case strings.HasSuffix(clock, "Z"):
		return t.Format("15:04") + " UTC"
	}
	return t.Format("15:04 (UTC-07:00)")
}

var seasons = map[int]string{
	21: "spring", 22: "summer", 23: "autumn", 24: "winter",
	33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
	40: "first half of", 41: "second half of",
}

func dayWords(s string, weekday bool) (string, bool) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		if weekday {
			return t.Format("Monday 2 January 2006"), true
		}
		return t.Format("2 January 2006"), true
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		return t.Format("January 2006"), true
	}
	year, part, found := strings.Cut(s, "-")
	if n, err := strconv.Atoi(part); found && err == nil && seasons[n] != "" {
		return seasons[n] + " " + year, true
	}
	_, err := time.Parse("2006", s)
	return s, err == nil
}

// span says a range of days once where month or year are the same.
func span(from, to string) string {
	a, errA := time.Parse(time.DateOnly, strings.TrimRight(from, "~?%"))
	b, errB := time.Parse(time.DateOnly, strings.TrimRight(to, "~?%"))
	if errA != nil || errB != nil {
		return single(from, false) + " – " + single(to, false)
	}
	doubt := ""
	if strings.ContainsAny(from+to, "~?%") {
		doubt = "about "
	}
	switch {
	case a.Year() == b.Year() && a.Month() == b.Month():
		return fmt.Sprintf("%s%d–%s", doubt, a.Day(), b.Format("2 January 2006"))
	case a.Year() == b.Year():
		return doubt + a.Format("2 January") + " – " + b.Format("2 January 2006")
	}
	return doubt + a.Format("2 January 2006") + " – " + b.Format("2 January 2006")
}

// Duration says an ISO 8601 duration in words: "PT1H30M" is "1 hour 30 minutes".
func Duration(iso string) string {
	rest, ok := strings.CutPrefix(iso, "P")
	if !ok {
		return iso
	}
	units := map[byte]string{'Y': "year", 'M': "month", 'W': "week", 'D': "day", 'H': "hour", 'S': "second"}
	var parts []string
	for rest != "" {
		if rest[0] == 'T' {
			units['M'], rest = "minute", rest[1:]
			continue
		}
		i := strings.IndexFunc(rest, func(r rune) bool { return r >= 'A' && r <= 'Z' })
		if i <= 0 || units[rest[i]] == "" {
			return iso
		}
		parts = append(parts, plural(rest[:i], units[rest[i]]))
		rest = rest[i+1:]
	}
	return strings.Join(parts, " ")
}

func plural(number, unit string) string {
	if number == "1" {
		return number + " " + unit
	}
	return number + " " + unit + "s"
}

// Count says a number of things: "1 text", "3 texts".
func Count(n int, thing string) string { return plural(strconv.Itoa(n), thing) }

// Texts says how many texts tell of something, and how many of them stand by
// themselves where some are copies: "3 texts, 2 independent".
func Texts(n, independent int) string {
	if independent == n {
		return Count(n, "text")
	}
	return Count(n, "text") + ", " + strconv.Itoa(independent) + " independent"
}

// InPassing says of a contact why lists leave it out.
const InPassing = "Told only in passing, without a day: lists leave it out unless it is asked for."

// LeftAside says how many contacts a list leaves out since they are told only in passing.
func LeftAside(n int) string {
	if n == 1 {
		return "1 more is told only in passing, without a day"
	}
	return strconv.Itoa(n) + " more are told only in passing, without a day"
}

// OtherDays says what the source states of the document's own day against the day
// that was chosen: "“6 June 2019” would be Thursday 6 June 2019". date words a day.
func OtherDays(d *readout.Document, date func(edtf string) string) []string {
	var out []string
	for _, p := range d.Candidates {
		if words, err := p.Quoted(d); err == nil && p.Conflict {
			out = append(out, "“"+words.Quote+"” would be "+date(p.EDTF))
		}
	}
	return out
}
