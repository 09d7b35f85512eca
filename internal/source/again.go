package source

import (
	"bytes"
	"strings"
)

// Again reads the bytes of one document that was read before: an Item's Raw,
// Source and Given make the same Item again.
func Again(place string, raw []byte, opt Options) Item {
	opt.MaxBytes = int64(len(raw)) + 1 // they were not too large when they came
	file := place
	if i := strings.LastIndexByte(place, '#'); i >= 0 && objectOpening.Match(raw) {
		file = place[:i] // a line of JSON Lines
	}
	for item := range Read(file, bytes.NewReader(raw), opt) {
		if item.Err == nil {
			item.Source, item.Doc.Source = place, place
		}
		return item
	}
	return failed(place, errEmpty)
}
