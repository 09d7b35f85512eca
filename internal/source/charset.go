package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"readout"
)

var utf8BOM = []byte("\ufeff")

func hasUTF16BOM(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xFE, 0xFF}) || bytes.HasPrefix(b, []byte{0xFF, 0xFE})
}

// detectBytes is how much of a text the character set is guessed from.
const detectBytes = 64 << 10

// decode gives the text of raw in UTF-8. In order of trust: a byte order mark,
// the declared character set, valid UTF-8, a guess from the bytes, windows-1252.
// UTF-8 that is broken in places, and bytes that no character set explains, are
// ErrInvalid with the first bad byte.
func decode(raw []byte, declared string) (string, error) {
	if rest, ok := bytes.CutPrefix(raw, utf8BOM); ok {
		if at := firstInvalid(rest); at >= 0 {
			return "", brokenUTF8(at + len(utf8BOM))
		}
		return string(rest), nil
	}
	if hasUTF16BOM(raw) {
		enc, _ := charset.Lookup("utf-16")
		return decodeWith(enc, raw)
	}
	if declared = strings.ToLower(declared); declared != "" && declared != "utf-8" && declared != "utf8" {
		if enc, name := charset.Lookup(declared); enc != nil && name != "utf-8" && name != "replacement" {
			return decodeWith(enc, raw)
		}
	}
	at := firstInvalid(raw)
	switch {
	case at < 0:
		return string(raw), nil
	case mostlyUTF8(raw):
		return "", brokenUTF8(at)
	}
	return decodeWith(guess(raw), raw)
}

func brokenUTF8(at int) error {
	return fmt.Errorf("%w: broken UTF-8 at byte %d", readout.ErrInvalid, at)
}

// decodeWith decodes; where enc leaves characters unexplained it falls back to
// windows-1252, which explains every byte.
func decodeWith(enc encoding.Encoding, raw []byte) (string, error) {
	text, err := enc.NewDecoder().Bytes(raw)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		text, err = charmap.Windows1252.NewDecoder().Bytes(raw)
	}
	if err != nil {
		return "", fmt.Errorf("%w: unknown character set: %w", readout.ErrInvalid, err)
	}
	if bytes.IndexByte(text, 0) >= 0 {
		return "", errBinary
	}
	return string(bytes.TrimPrefix(text, utf8BOM)), nil
}

// guess names the character set of bytes that are not UTF-8. Where high bytes
// are rare the text is Latin, and the only ones are the quotation marks and
// dashes of windows-1252: too few for statistics to see.
func guess(raw []byte) encoding.Encoding {
	raw = raw[:min(len(raw), detectBytes)]
	high := 0
	for _, b := range raw {
		if b >= 0x80 {
			high++
		}
	}
	if high*20 < len(raw) {
		return charmap.Windows1252
	}
	best, err := chardet.NewTextDetector().DetectBest(raw)
	if err != nil {
		return charmap.Windows1252
	}
	if enc, name := charset.Lookup(best.Charset); enc != nil && name != "utf-8" && name != "replacement" {
		return enc
	}
	return charmap.Windows1252
}

// firstInvalid is the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// mostlyUTF8 reports whether most of the bytes above ASCII form UTF-8: a text in
// UTF-8 with damage, not one in another character set.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > bad
}
