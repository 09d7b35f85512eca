package web

import (
	"bytes"
	"encoding/json"
	"io"

	"readout"
	"readout/internal/export"
)

// spanFields are the fields of objects that hold spans. The first of them that
// an object has is where its href leads.
var spanFields = map[string]bool{"from": true, "content": true, "mentions": true}

// linked writes a value as one line of JSON as the export does, and beside every
// span a link to its words: href, an address of this server.
func linked(w io.Writer, v any) error {
	var plain bytes.Buffer
	if err := export.Line(&plain, v); err != nil {
		return err
	}
	return addLinks(w, plain.Bytes(), "")
}

// addLinks adds the links to a line of JSON. doc is the document of spans that name
// none.
func addLinks(w io.Writer, line []byte, doc readout.DocID) error {
	l := &linker{dec: json.NewDecoder(bytes.NewReader(line))}
	l.dec.UseNumber()
	l.out.Grow(len(line) + len(line)/4)
	if err := l.value(doc); err != nil {
		return err
	}
	l.out.WriteByte('\n')
	_, err := l.out.WriteTo(w)
	return err
}

// linker copies JSON token by token.
type linker struct {
	dec *json.Decoder
	out bytes.Buffer
}

// value copies one value; doc is the document of what encloses it.
func (l *linker) value(doc readout.DocID) error {
	t, err := l.dec.Token()
	if err != nil {
		return err
	}
	switch t {
	case json.Delim('{'):
		return l.object(doc)
	case json.Delim('['):
		return l.array(doc)
	}
	return l.scalar(t)
}

func (l *linker) scalar(v any) error {
	enc := json.NewEncoder(&l.out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	l.out.Truncate(l.out.Len() - 1) // the encoder ends with a line feed
	return err
}

func (l *linker) array(doc readout.DocID) error {
	l.out.WriteByte('[')
	for n := 0; l.dec.More(); n++ {
		if n > 0 {
			l.out.WriteByte(',')
		}
		if err := l.value(doc); err != nil {
			return err
		}
	}
	l.out.WriteByte(']')
	_, err := l.dec.Token()
	return err
}

// object copies the fields of an object, and adds the link where it has spans.
func (l *linker) object(doc readout.DocID) error {
	l.out.WriteByte('{')
	words := readout.Words{Document: doc}
	for n := 0; l.dec.More(); n++ {
		if n > 0 {
			l.out.WriteByte(',')
		}
		t, err := l.dec.Token()
		if err != nil {
			return err
		}
		key, _ := t.(string)
		if err := l.scalar(key); err != nil {
			return err
		}
		l.out.WriteByte(':')
		at := l.out.Len()
		if err := l.value(words.Document); err != nil {
			return err
		}
		noteWords(&words, key, l.out.Bytes()[at:])
	}
	if _, err := l.dec.Token(); err != nil {
		return err
	}
	if href := markHref(words); href != "" {
		l.out.WriteString(`,"href":`)
		if err := l.scalar(href); err != nil {
			return err
		}
	}
	l.out.WriteByte('}')
	return nil
}

// noteWords takes up what a field of an object says of where its words stand.
func noteWords(w *readout.Words, key string, value []byte) {
	var text string
	var spans []readout.Span
	switch {
	case key == "document" && json.Unmarshal(value, &text) == nil:
		w.Document = readout.DocID(text)
	case key == "in" && json.Unmarshal(value, &text) == nil:
		w.In = readout.Field(text)
	case spanFields[key] && w.From.IsZero() && json.Unmarshal(value, &spans) == nil && len(spans) > 0:
		w.From = readout.At(spans[0], spans[1:]...)
		if key == "mentions" {
			w.From = readout.At(spans[0])
		}
	}
}
