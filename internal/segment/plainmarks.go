package segment

import (
	"regexp"
	"strings"

	"readout"
)

var (
	quoteMark = regexp.MustCompile(`^[ \t]*(?:>[ \t]?)+`)
	hashMark  = regexp.MustCompile(`^#{1,6}[ \t]+`)
)

// quotedLines finds block quotations in a text without markup of its own: lines
// that begin with ">".
func quotedLines(text string) []readout.Span {
	if !strings.Contains(text, ">") {
		return nil
	}
	var out []readout.Span
	at, open := 0, false
	for line := range strings.SplitAfterSeq(text, "\n") {
		quoted := quoteMark.MatchString(line)
		switch {
		case quoted && open:
			out[len(out)-1].End = at + len(line)
		case quoted:
			out = append(out, readout.Span{Start: at, End: at + len(line)})
		}
		open = quoted
		at += len(line)
	}
	return out
}

// emptyQuote reports whether a line is the mark of a quotation and nothing else:
// a blank line inside it.
func emptyQuote(line string) bool {
	return strings.HasPrefix(line, ">") && strings.Trim(line, "> \t") == ""
}

// bare is a line without the marks of quotation and emphasis around its words.
func bare(line string) string {
	line = line[len(quoteMark.FindString(line)):]
	line = line[len(hashMark.FindString(line)):]
	for _, mark := range []string{"**", "__", "*", "_"} {
		if len(line) > 2*len(mark) && strings.HasPrefix(line, mark) && strings.HasSuffix(line, mark) && !strings.Contains(line[len(mark):len(line)-len(mark)], mark) {
			line = line[len(mark) : len(line)-len(mark)]
		}
	}
	return strings.TrimSpace(line)
}
