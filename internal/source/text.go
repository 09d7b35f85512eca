package source

import (
	"strings"

	"readout"
)

// parseText reads plain text: the bytes as decoded, nothing normalised.
func parseText(raw []byte, opt Options) (readout.Document, error) {
	text, err := decodeText(raw)
	if err != nil {
		return readout.Document{}, err
	}
	doc := readout.Document{Text: text}
	finish(&doc, opt, nil)
	return doc, nil
}

func decodeText(raw []byte) (string, error) {
	text, err := decode(raw, "")
	if err != nil {
		return "", err
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", errBinary
	}
	if strings.TrimSpace(text) == "" {
		return "", errEmpty
	}
	return text, nil
}
