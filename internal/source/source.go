// Package source turns bytes into documents: plain text, Markdown, HTML and
// JSON Lines in the contract's form. The kind is found from the content, with
// the name as a hint (formats.go); one file a format.
//
// The package decodes, finds the title, by-line, article and comments of a page,
// and weighs what the source says of its own day (published.go). It reads no
// clock and no network, and never uses a file's own time.
package source

import (
	"fmt"
	"io"
	"iter"

	"readout"
)

// DefaultMaxBytes is the size limit of a file, and of a line of JSON Lines,
// unless Options say another: 64 MiB.
const DefaultMaxBytes = 64 << 20

// Options say what a bare text does not, and the size limit. What a line of
// JSON Lines says of itself outweighs them.
type Options struct {
	Published string // RFC 3339 or EDTF; outweighs every date that the text gives itself
	Outlet    string
	URL       string
	Language  string           // BCP 47
	Issuer    readout.EntityID // whose account the text is, where a person says so
	MaxBytes  int64            // limit for a file or a line in bytes; 0 means DefaultMaxBytes
}

func (o Options) limit() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// Item is one document, or the reason why there is none.
type Item struct {
	Doc    readout.Document
	Raw    []byte  // the bytes that Doc.ID hashes: the file's, or the line's without its end
	Err    error   // names the source and the reason; Doc is then empty
	Source string  // where it was read from: a path, FILE#id, FILE:LINE for a bad line, or "-"
	Given  Options // what it was read with
}

func failed(source string, err error) Item {
	return Item{Source: source, Err: fmt.Errorf("%s: %w", source, err)}
}

// Read reads one file. JSON Lines give an Item a line, read as they are asked
// for; every other kind gives one Item.
func Read(name string, r io.Reader, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		in := newLineReader(r)
		head, err := in.peek()
		if err != nil {
			yield(failed(name, err))
			return
		}
		kind, err := sniff(name, head)
		if err != nil {
			yield(failed(name, err))
			return
		}
		if kind == JSONLines {
			readLines(name, in, opt, yield)
			return
		}
		yield(readWhole(name, kind, in, opt))
	}
}

// readWhole reads a file that is one document.
func readWhole(name string, kind Kind, r io.Reader, opt Options) Item {
	raw, err := io.ReadAll(io.LimitReader(r, opt.limit()+1))
	if err != nil {
		return failed(name, err)
	}
	if int64(len(raw)) > opt.limit() {
		return failed(name, fmt.Errorf("%w: larger than the limit of %s", readout.ErrInvalid, size(opt.limit())))
	}
	doc, err := parse(kind, raw, opt)
	if err != nil {
		return failed(name, err)
	}
	doc.ID, doc.Source = readout.NewDocID(raw), name
	return Item{Doc: doc, Raw: raw, Source: name, Given: opt}
}

var (
	errEmpty  = fmt.Errorf("%w: empty", readout.ErrInvalid)
	errBinary = fmt.Errorf("%w: binary data", readout.ErrUnsupported)
)

// finish fills what every format shares: given fields, language, words, and the
// document's own day.
func finish(doc *readout.Document, opt Options, meta []datum) {
	doc.Outlet = first(doc.Outlet, opt.Outlet)
	doc.URL = first(doc.URL, opt.URL)
	doc.Issuer = opt.Issuer
	tag := first(doc.Language, opt.Language)
	doc.Language = language(opt.Language, doc.Language, doc.Text)
	doc.Words = readout.CountWords(doc.Text)
	settlePublished(doc, opt.Published, first(tag, doc.Language), meta)
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// size prints a limit as people say it.
func size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
