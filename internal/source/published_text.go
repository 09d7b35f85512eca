package source

import (
	"regexp"
	"strings"
	"time"

	"readout"
)

// The stretch of a text in which its own day is looked for: what stands above
// the article.
const (
	headBytes     = 2048
	headLines     = 14
	headLineBytes = 160 // a longer line is a paragraph of the article
	openingLines  = 3   // a saved page's opening stands under a title and a label at most
)

// city is a place as a dateline writes it: one word to four.
const city = `(?:(?:St|Ft|Mt)\. )?\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}'’-]*){0,3}`

var (
	openingDay  = regexp.MustCompile(`(?i)^\s*date:?[ \t]+`)
	updatedLine = regexp.MustCompile(`(?i)^\W*(?:last )?(?:updated|modified|edited)\b`)
	labelLine   = regexp.MustCompile(`(?i)^\W*(?:by\b|date\b|published\b|posted\b|issued\b|released?\b|filed\b|created\b|for immediate release\b)`)
	fieldsLine  = regexp.MustCompile(`\s[|•·]\s`)
	clockOnly   = regexp.MustCompile(`(?i)^[\s,|(–—-]*(?:at )?(?:\d{1,2}[:.]\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?[\s.,|)*_-]*$`)
	nameBefore  = regexp.MustCompile(`^[\s*_#(]*(?:(?:The )?\p{Lu}[\p{L}.'’&-]*(?: \p{Lu}[\p{L}.'’&-]*){0,3}(?:,| [|·•–—-]) )?$`)
	placeBefore = regexp.MustCompile(`^` + city + `(?: ?[/&] ?` + city + `){0,2}(?:, \p{L}[\p{L}.]{1,20})?[,.] *$`)
	noteBefore  = regexp.MustCompile(`^(?:\([^()]{4,120}\)|\p{Lu}\p{L}+(?: [\p{L}'’]+){1,11}[.:]) +\p{Lu}{2}[\p{Lu}.'’ /&-]{1,40}(?:, \p{L}[\p{L}.]{1,20})?, *$`)
	afterDay    = regexp.MustCompile(`^(?:[.:]|,? *\(|,? *(?:[-–—/]|--) )`)
)

// textDays finds the days that the text states as its own: in its opening, its
// by-line and labels, its dateline. A dateline without a year takes the one that
// puts it nearest to near.
func textDays(doc *readout.Document, ev evidence, near time.Time) []candidate {
	var out []candidate
	for i, line := range headOf(doc.Text) {
		for _, f := range findDays(line.text) {
			rank, ok := statesDay(doc, line, i < openingLines, f)
			if !ok {
				continue
			}
			words := readout.WordsAt(readout.Span{Start: line.span.Start + f.span.Start, End: line.span.Start + f.span.End})
			day, other := f.settle(ev)
			if day.IsZero() && !near.IsZero() {
				day, _ = f.withYear(near)
			}
			out = appendDay(out, rank, dayEDTF(day), words)
			out = appendDay(out, trustOther, dayEDTF(other), words)
			break
		}
	}
	return out
}

// headOf gives the first lines that are not blank.
func headOf(text string) []textLine {
	var out []textLine
	for _, l := range splitLines(cutAt(text, headBytes)) {
		if strings.TrimSpace(l.text) == "" {
			continue
		}
		if out = append(out, l); len(out) == headLines {
			break
		}
	}
	return out
}

// cutAt shortens text to at most n bytes, at a line's end where there is one.
func cutAt(text string, n int) string {
	if len(text) <= n {
		return text
	}
	if i := strings.LastIndexByte(text[:n], '\n'); i > 0 {
		return text[:i]
	}
	return strings.ToValidUTF8(text[:n], "")
}

// statesDay reports whether the first day of a line is the document's own, and
// how far that is to be trusted; opens is true for the first lines.
func statesDay(doc *readout.Document, line textLine, opens bool, f foundDay) (trust, bool) {
	before, after := line.text[:f.span.Start], line.text[f.span.End:]
	short := len(line.text) <= headLineBytes
	switch m := openingDay.FindString(line.text); {
	case opens && m != "" && len(m) == f.span.Start:
		return trustText, true
	case short && updatedLine.MatchString(line.text):
		return trustUpdated, true
	case short && (labelLine.MatchString(line.text) || fieldsLine.MatchString(line.text)) && clearYear(f):
		return trustText, true
	case short && nameBefore.MatchString(before) && clockOnly.MatchString(after) && clearYear(f):
		return trustText, true
	case marked(doc, line.span, readout.MarkByline) && clearYear(f):
		return trustText, true
	case (placeBefore.MatchString(before) || opens && noteBefore.MatchString(before)) && afterDay.MatchString(after):
		return trustDateline, true
	}
	return 0, false
}

func clearYear(f foundDay) bool { return f.numeric != nil || !f.day.IsZero() }

func marked(doc *readout.Document, span readout.Span, kind readout.MarkKind) bool {
	for _, m := range doc.Marks {
		if m.Kind == kind && m.Span.Overlaps(span) {
			return true
		}
	}
	return false
}
