package source

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"readout"
)

// trust ranks where a document's own day is stated, strongest first. A file's
// own time is not among them.
type trust int

const (
	trustGiven    trust = iota // the user: the published field or flag
	trustText                  // the text's opening, by-line or "Published:" line
	trustDateline              // a dateline
	trustAddress               // title or URL
	trustMeta                  // the page's metadata
	trustUpdated               // an "Updated:" line: a later day than publication
	trustOther                 // the second reading of a numeric day
)

// candidate is one statement of the document's own day.
type candidate struct {
	trust trust
	readout.Published
}

// datum is a publication time as a page's metadata gives it.
type datum struct{ raw string }

// CheckPublished reports whether s can be given as a publication date: RFC 3339,
// EDTF, or a day written out. The error wraps readout.ErrInvalid.
func CheckPublished(s string) error {
	if edtf, _ := readMoment(s, evidence{}); edtf == "" {
		return fmt.Errorf("%w: %q is neither RFC 3339 nor EDTF", readout.ErrInvalid, s)
	}
	return nil
}

// settlePublished sets PublishedRaw, Published and Candidates: all that the
// source says of its own day, in the order of trust.
func settlePublished(doc *readout.Document, given, languageTag string, meta []datum) {
	values := metadataValues(given, meta)
	doc.PublishedRaw = strings.Join(values, "\n")
	ev := gatherEvidence(doc, languageTag)
	found := givenDays(values, given != "", ev)
	found = append(found, addressDays(doc, ev)...)
	found = append(found, textDays(doc, ev, nearest(found))...)
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.trust, b.trust) })
	for i := range found {
		if i == 0 {
			doc.Published = &found[0].Published
			continue
		}
		if !slices.ContainsFunc(found[:i], func(c candidate) bool { return sameWords(c.Published, found[i].Published) }) {
			found[i].Conflict = found[i].trust < trustUpdated && !agree(found[i].EDTF, found[0].EDTF)
			doc.Candidates = append(doc.Candidates, found[i].Published)
		}
	}
}

// agree reports whether two dates can be the same day; the days of two moments
// are those that their own offsets give.
func agree(a, b string) bool {
	a, b = a[:min(len(a), len(time.DateOnly))], b[:min(len(b), len(time.DateOnly))]
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

func sameWords(a, b readout.Published) bool {
	return a.EDTF == b.EDTF && a.In == b.In && a.From.Hull() == b.From.Hull()
}

func metadataValues(given string, meta []datum) []string {
	var values []string
	if given != "" {
		values = append(values, given)
	}
	for _, m := range meta {
		if v := strings.Join(strings.Fields(m.raw), " "); v != "" && !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return values
}

// givenDays reads the lines of PublishedRaw; the first is the user's if isGiven.
func givenDays(values []string, isGiven bool, ev evidence) []candidate {
	var out []candidate
	at := 0
	for i, v := range values {
		rank := trustMeta
		if i == 0 && isGiven {
			rank = trustGiven
		}
		words := readout.WordsIn(readout.InPublished, readout.Span{Start: at, End: at + len(v)})
		edtf, other := readMoment(v, ev)
		out = appendDay(out, rank, edtf, words)
		out = appendDay(out, trustOther, other, words)
		at += len(v) + 1
	}
	return out
}

func appendDay(list []candidate, rank trust, edtf string, words readout.Words) []candidate {
	if edtf == "" {
		return list
	}
	return append(list, candidate{rank, readout.Published{EDTF: edtf, Words: words}})
}

// layouts are the forms of a moment that metadata uses, and how each is printed.
var layouts = []struct{ read, print string }{
	{"2006-01-02T15:04:05Z0700", time.RFC3339},
	{"2006-01-02T15:04Z07:00", time.RFC3339},
	{"2006-01-02 15:04:05Z07:00", time.RFC3339},
	{"2006-01-02 15:04:05 -0700", time.RFC3339},
	{time.RFC1123Z, time.RFC3339},
	{"2006-01-02T15:04:05", "2006-01-02T15:04:05"},
	{"2006-01-02 15:04:05", "2006-01-02T15:04:05"},
	{"2006-01-02T15:04", "2006-01-02T15:04"},
	{"20060102", time.DateOnly},
}

var plainEDTF = regexp.MustCompile(`^\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?(?:/(?:\.\.|\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?))?$`)

// readMoment gives the EDTF of a moment or day, "" where there is none: RFC 3339
// and EDTF as they stand, other forms rewritten. other is the second reading of
// a numeric day.
func readMoment(raw string, ev evidence) (edtf, other string) {
	raw = strings.TrimSpace(raw)
	if t, err := time.Parse(time.RFC3339, raw); err == nil {
		return inYears(t, raw), ""
	}
	for _, l := range layouts {
		if t, err := time.Parse(l.read, raw); err == nil {
			return inYears(t, t.Format(l.print)), ""
		}
	}
	if plainEDTF.MatchString(raw) && validEDTF(raw) {
		return raw, ""
	}
	for _, f := range findDays(raw) {
		if day, alt := f.settle(ev); !day.IsZero() {
			return dayEDTF(day), dayEDTF(alt)
		}
	}
	return "", ""
}

func inYears(t time.Time, edtf string) string {
	if t.Year() < earliestYear || t.Year() > latestYear {
		return ""
	}
	return edtf
}

// validEDTF checks the parts of an interval against the calendar.
func validEDTF(s string) bool {
	for part := range strings.SplitSeq(s, "/") {
		part = strings.TrimRight(part, "~?%")
		layout := time.DateOnly[:min(len(part), len(time.DateOnly))]
		if part == ".." {
			continue
		}
		if t, err := time.Parse(layout, part); err != nil || inYears(t, part) == "" {
			return false
		}
	}
	return true
}

// settle gives the day; zero where the year is missing.
func (f foundDay) settle(ev evidence) (day, other time.Time) {
	if f.numeric != nil {
		return ev.order(f)
	}
	return f.day, time.Time{}
}

func dayEDTF(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// nearest is the day that dates without a year are read against: that of the
// strongest candidate, zero if there is none.
func nearest(found []candidate) time.Time {
	best := trustOther
	var day time.Time
	for i := range found {
		if t, err := time.Parse(time.DateOnly, found[i].Day()); err == nil && found[i].trust < best {
			best, day = found[i].trust, t
		}
	}
	return day
}

var (
	pathDay    = regexp.MustCompile(`/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?:[/?#]|$)`)
	dashedDay  = regexp.MustCompile(`\b((?:19|20)\d{2})-(\d{2})-(\d{2})(?:\D|$)`)
	compactDay = regexp.MustCompile(`/((?:19|20)\d{2})(\d{2})(\d{2})(?:\D|$)`)
)

// addressDays reads the days in URL and title.
func addressDays(doc *readout.Document, ev evidence) []candidate {
	var out []candidate
	if span, day, ok := urlDay(doc.URL); ok {
		out = appendDay(out, trustAddress, day, readout.WordsIn(readout.InURL, span))
	}
	for _, f := range findDays(doc.Title) {
		day, other := f.settle(ev)
		words := readout.WordsIn(readout.InTitle, f.span)
		out = appendDay(out, trustAddress, dayEDTF(day), words)
		out = appendDay(out, trustOther, dayEDTF(other), words)
	}
	return out
}

// urlDay finds a day in the path of a URL (/2017/05/02/, 2017-05-02, /20170502)
// and where it stands in it.
func urlDay(url string) (span readout.Span, edtf string, ok bool) {
	for _, re := range []*regexp.Regexp{pathDay, dashedDay, compactDay} {
		m := re.FindStringSubmatchIndex(url)
		if m == nil {
			continue
		}
		day, valid := calendarDay(number(url[m[2]:m[3]]), time.Month(number(url[m[4]:m[5]])), number(url[m[6]:m[7]]))
		if valid {
			return readout.Span{Start: m[2], End: m[7]}, dayEDTF(day), true
		}
	}
	return readout.Span{}, "", false
}
