package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"readout"
)

// lineReader reads lines of any length up to a limit, and lets the first bytes
// be seen before.
type lineReader struct{ *bufio.Reader }

func newLineReader(r io.Reader) lineReader {
	return lineReader{bufio.NewReaderSize(r, 64<<10)}
}

// peek gives the first bytes without reading them.
func (r lineReader) peek() ([]byte, error) {
	head, err := r.Peek(sniffBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return head, nil
}

var errLong = errors.New("line over the limit")

// line reads one line without its end. A line over the limit is passed over and
// gives errLong; io.EOF comes alone, after the last line.
func (r lineReader) line(limit int64) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || int64(len(line)+len(part)) > limit+2; !long {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && (!errors.Is(err, io.EOF) || (len(line) == 0 && !long)) {
			return nil, err
		}
		line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
		if long || int64(len(line)) > limit {
			return nil, errLong
		}
		return line, nil
	}
}

// readLines reads a file of JSON Lines, a document a line. A bad line gives an
// Item with the file, the line and the reason; the rest goes on.
func readLines(name string, in lineReader, opt Options, yield func(Item) bool) {
	found := false
	for n := 1; ; n++ {
		line, err := in.line(opt.limit())
		if errors.Is(err, io.EOF) {
			break
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, utf8BOM)
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		found = true
		if !yield(readLine(name, n, line, err, opt)) || (err != nil && !errors.Is(err, errLong)) {
			return
		}
	}
	if !found {
		yield(failed(name, errEmpty))
	}
}

func readLine(name string, n int, line []byte, err error, opt Options) Item {
	at := fmt.Sprintf("%s:%d", name, n)
	switch {
	case errors.Is(err, errLong):
		return failed(at, fmt.Errorf("%w: larger than the limit of %s", readout.ErrInvalid, size(opt.limit())))
	case err != nil:
		return failed(at, err)
	}
	doc, id, err := parseLine(line, opt)
	if err != nil {
		return failed(at, err)
	}
	doc.Source = fmt.Sprintf("%s#L%d", name, n)
	if id != "" {
		doc.Source = name + "#" + id
	}
	return Item{Doc: doc, Raw: line, Source: doc.Source, Given: opt}
}

// record is a line as the contract gives it; fields that it does not name are
// ignored.
type record struct {
	ID        jsonText `json:"id"`
	URL       jsonText `json:"url"`
	Outlet    jsonText `json:"outlet"`
	Title     jsonText `json:"title"`
	Byline    jsonText `json:"byline"`
	Published jsonText `json:"published"`
	Language  jsonText `json:"language"`
	Text      *string  `json:"text"`
}

// jsonText is a string; a number is taken as it is written, null as absent.
type jsonText string

// UnmarshalJSON reads a string, a number or null.
func (t *jsonText) UnmarshalJSON(b []byte) error {
	var s string
	switch {
	case len(b) == 0 || string(b) == "null":
		return nil
	case b[0] == '"':
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
	case b[0] == '-' || (b[0] >= '0' && b[0] <= '9'):
		s = string(b)
	default:
		return errors.New("a string is needed")
	}
	*t = jsonText(s)
	return nil
}

// parseLine reads one line.
func parseLine(line []byte, opt Options) (readout.Document, string, error) {
	if at := firstInvalid(line); at >= 0 {
		return readout.Document{}, "", brokenUTF8(at)
	}
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		return readout.Document{}, "", fmt.Errorf("%w: not a JSON document: %w", readout.ErrInvalid, err)
	}
	if rec.Text == nil || strings.TrimSpace(*rec.Text) == "" {
		return readout.Document{}, "", fmt.Errorf("%w: no text", readout.ErrInvalid)
	}
	doc := readout.Document{
		ID: readout.NewDocID(line), URL: string(rec.URL), Outlet: string(rec.Outlet), Title: string(rec.Title),
		Byline: string(rec.Byline), Language: string(rec.Language), Text: *rec.Text,
	}
	opt.Published = first(string(rec.Published), opt.Published)
	finish(&doc, opt, nil)
	return doc, string(rec.ID), nil
}
