package source

import (
	"bytes"
	"fmt"
	"net/http"
	"path"
	"regexp"
	"strings"

	"readout"
)

// Kind is a format that this package reads.
type Kind string

// The formats.
const (
	Text      Kind = "text"
	Markdown  Kind = "markdown"
	HTML      Kind = "html"
	JSONLines Kind = "jsonl"
)

// sniffBytes is how much of a file decides its kind.
const sniffBytes = 4096

// extensions are the names' hints.
var extensions = map[string]Kind{
	".txt": Text, ".text": Text,
	".md": Markdown, ".markdown": Markdown,
	".html": HTML, ".htm": HTML, ".xhtml": HTML,
	".jsonl": JSONLines, ".ndjson": JSONLines,
}

var (
	htmlOpening   = regexp.MustCompile(`(?i)^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>])`)
	htmlTag       = regexp.MustCompile(`(?i)<(?:html|head|body|title|article|meta)[\s>]`)
	xmlOpening    = regexp.MustCompile(`(?i)^<(?:\?xml|rss|feed|urlset)[\s>]`)
	objectOpening = regexp.MustCompile(`^\{\s*(?:"|\}|$)`)
	markdownStart = regexp.MustCompile(`^(?:#{1,6} \S|---\r?\n[a-z_]+:|[^\n]{3,120}\r?\n={3,}\r?\n)`)
)

// sniff finds the kind of a file from its first bytes, with its name as a hint.
// Bytes of a kind that is not read give ErrUnsupported with its name; no bytes
// give ErrInvalid.
func sniff(name string, head []byte) (Kind, error) {
	hint := extensions[strings.ToLower(path.Ext(name))]
	if hasUTF16BOM(head) {
		return firstKind(hint, Text), nil
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n")
	if len(start) == 0 && len(head) < sniffBytes {
		return "", errEmpty
	}
	media := http.DetectContentType(head)
	switch {
	case bytes.IndexByte(head, 0) >= 0 || !strings.HasPrefix(media, "text/"):
		return "", fmt.Errorf("%w: %s", readout.ErrUnsupported, binaryKind(media))
	case htmlOpening.Match(start):
		return HTML, nil
	case xmlOpening.Match(start):
		return "", fmt.Errorf("%w: XML", readout.ErrUnsupported)
	case bytes.HasPrefix(start, []byte(`{\rtf`)):
		return "", fmt.Errorf("%w: RTF", readout.ErrUnsupported)
	case objectOpening.Match(start) && (hint == "" || hint == JSONLines):
		return JSONLines, nil
	case bytes.HasPrefix(start, []byte("[{")) && hint != Text && hint != Markdown:
		return "", fmt.Errorf("%w: a JSON array; write one object a line", readout.ErrUnsupported)
	case hint != "":
		return hint, nil
	case strings.HasPrefix(media, "text/html") || htmlTag.Match(start):
		return HTML, nil
	case markdownStart.Match(start):
		return Markdown, nil
	}
	return Text, nil
}

func firstKind(hint, otherwise Kind) Kind {
	if hint != "" {
		return hint
	}
	return otherwise
}

// binaryKind names a kind of file by the media type that its first bytes show.
func binaryKind(media string) string {
	if media == "application/octet-stream" || strings.HasPrefix(media, "text/") {
		return "binary data"
	}
	return media
}

// parse reads a file that is one document. JSON Lines are read line by line
// elsewhere (readLines).
func parse(kind Kind, raw []byte, opt Options) (readout.Document, error) {
	switch kind {
	case Text:
		return parseText(raw, opt)
	case Markdown:
		return parseMarkdown(raw, opt)
	case HTML:
		return parseHTML(raw, opt)
	}
	return readout.Document{}, fmt.Errorf("%w: kind %q", readout.ErrUnsupported, kind)
}
