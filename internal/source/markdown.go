package source

import (
	"regexp"
	"strings"

	"readout"
)

var (
	atxHeading  = regexp.MustCompile(`^ {0,3}#{1,6}[ \t]+\S`)
	setextLine  = regexp.MustCompile(`^ {0,3}(?:=+|-+)[ \t]*$`)
	quoteLine   = regexp.MustCompile(`^ {0,3}>`)
	listLine    = regexp.MustCompile(`^ {0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+\S`)
	frontMatter = regexp.MustCompile(`^---[ \t]*$`)
)

// parseMarkdown reads Markdown: the text stays as it is, and headings, block
// quotations, list items and front matter are marked.
func parseMarkdown(raw []byte, opt Options) (readout.Document, error) {
	text, err := decodeText(raw)
	if err != nil {
		return readout.Document{}, err
	}
	doc := readout.Document{Text: text, Marks: markdownMarks(text)}
	finish(&doc, opt, nil)
	return doc, nil
}

// textLine is a line without its end.
type textLine struct {
	span readout.Span
	text string
}

func splitLines(text string) []textLine {
	var out []textLine
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		body := strings.TrimRight(line, "\r\n")
		out = append(out, textLine{readout.Span{Start: at, End: at + len(body)}, body})
		at += len(line)
	}
	return out
}

func markdownMarks(text string) []readout.Mark {
	lines := splitLines(text)
	var marks []readout.Mark
	i := 0
	if end := frontMatterEnd(lines); end > 0 {
		marks = append(marks, readout.Mark{Kind: readout.MarkChrome, Span: readout.Span{End: lines[end].span.End}})
		i = end + 1
	}
	for ; i < len(lines); i++ {
		switch l := lines[i]; {
		case atxHeading.MatchString(l.text):
			marks = append(marks, readout.Mark{Kind: readout.MarkHeading, Span: l.span})
		case isSetext(lines, i):
			marks = append(marks, readout.Mark{Kind: readout.MarkHeading, Span: readout.Span{Start: l.span.Start, End: lines[i+1].span.End}})
			i++
		case quoteLine.MatchString(l.text):
			start := l.span.Start
			for i+1 < len(lines) && quoteLine.MatchString(lines[i+1].text) {
				i++
			}
			marks = append(marks, readout.Mark{Kind: readout.MarkQuote, Span: readout.Span{Start: start, End: lines[i].span.End}})
		case listLine.MatchString(l.text):
			marks = append(marks, readout.Mark{Kind: readout.MarkItem, Span: l.span})
		}
	}
	return titleFirst(marks)
}

// frontMatterEnd is the index of the line that closes front matter, or 0.
func frontMatterEnd(lines []textLine) int {
	if !frontMatter.MatchString(lines[0].text) {
		return 0
	}
	for i := 1; i < min(len(lines), 100); i++ {
		if frontMatter.MatchString(lines[i].text) {
			return i
		}
	}
	return 0
}

// isSetext reports whether line i is a one-line paragraph underlined by the next.
func isSetext(lines []textLine, i int) bool {
	return i+1 < len(lines) && strings.TrimSpace(lines[i].text) != "" && setextLine.MatchString(lines[i+1].text) &&
		(i == 0 || strings.TrimSpace(lines[i-1].text) == "" || frontMatter.MatchString(lines[i-1].text))
}

// titleFirst makes the first heading the title.
func titleFirst(marks []readout.Mark) []readout.Mark {
	for i := range marks {
		if marks[i].Kind == readout.MarkHeading {
			marks[i].Kind = readout.MarkTitle
			break
		}
	}
	return marks
}
