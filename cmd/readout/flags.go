package main

import (
	"fmt"
	"io/fs"
	"math"
	"os"
	"strconv"
	"strings"

	"readout"
	"readout/internal/source"
	"readout/lexicon"
)

// lexiconFlags say what the program knows beside what it ships with.
type lexiconFlags struct {
	Lexicon   []string `placeholder:"DIR" sep:"none" help:"A folder of your own, laid out like lexicon/data; its rows add to ours and replace those with the same key. May be given more than once."`
	RulesOnly bool     `help:"Read by rules and dictionaries alone, without the tagger and parser."`
}

// load reads the lexicon with the user's folders over it.
func (f lexiconFlags) load() (*lexicon.Lexicon, error) {
	lex, err := f.whole()
	if err != nil || !f.RulesOnly {
		return lex, err
	}
	return lex.WithoutModel(), nil
}

func (f lexiconFlags) whole() (*lexicon.Lexicon, error) {
	if len(f.Lexicon) == 0 {
		return lexicon.Default()
	}
	overlays, err := f.overlays()
	if err != nil {
		return nil, err
	}
	return lexicon.Load(overlays...)
}

// overlays opens the user's folders.
func (f lexiconFlags) overlays() ([]fs.FS, error) {
	var overlays []fs.FS
	for _, dir := range f.Lexicon {
		info, err := os.Stat(dir)
		switch {
		case err != nil:
			return nil, fmt.Errorf("lexicon %s: %w", dir, readout.ErrNotFound)
		case !info.IsDir():
			return nil, fmt.Errorf("lexicon %s: %w: not a folder", dir, readout.ErrInvalid)
		}
		overlays = append(overlays, os.DirFS(dir))
	}
	return overlays, nil
}

// documentFlags say what a bare text does not say of itself, and how large it may be.
type documentFlags struct {
	Published publishedDate `placeholder:"DATE" help:"When the text was published: RFC 3339, or EDTF such as 2017-01-28."`
	Outlet    string        `placeholder:"NAME" help:"Who published it."`
	URL       string        `name:"url" placeholder:"URL" help:"Where it was published."`
	Language  string        `placeholder:"CODE" help:"Its language, such as en."`
	MaxSize   byteSize      `placeholder:"SIZE" default:"64MiB" help:"The largest file, or line of JSON Lines, that is read; such as 500KB or 1GiB. Default: ${default}."`
}

func (f documentFlags) options() source.Options {
	return source.Options{Published: string(f.Published), Outlet: f.Outlet, URL: f.URL, Language: f.Language, MaxBytes: int64(f.MaxSize)}
}

// publishedDate is the day of publication that a person gives.
type publishedDate string

// UnmarshalText takes a date, and refuses what would be passed over in silence.
func (d *publishedDate) UnmarshalText(b []byte) error {
	if err := source.CheckPublished(string(b)); err != nil {
		return fmt.Errorf("%q is no date; write 2017-01-28 or 2017-01-28T12:00:00Z", b)
	}
	*d = publishedDate(b)
	return nil
}

// workerFlags say how many documents are read at a time.
type workerFlags struct {
	Workers int `placeholder:"N" default:"0" help:"How many documents are read at a time. Default: one a processor. The output does not depend on it."`
}

// byteSize is a size in bytes: a number, with KB, MB, GB (powers of 1000) or
// KiB, MiB, GiB (powers of 1024) behind it.
type byteSize int64

var byteUnits = []struct {
	suffix string
	bytes  float64
}{
	{"KIB", 1 << 10}, {"MIB", 1 << 20}, {"GIB", 1 << 30},
	{"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"B", 1}, {"", 1},
}

// UnmarshalText reads a size.
func (s *byteSize) UnmarshalText(b []byte) error {
	text := strings.ToUpper(strings.TrimSpace(string(b)))
	for _, u := range byteUnits {
		number, ok := strings.CutSuffix(text, u.suffix)
		if !ok {
			continue
		}
		n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err != nil || n*u.bytes < 1 || n*u.bytes > math.MaxInt64/2 || math.IsNaN(n) {
			break
		}
		*s = byteSize(n * u.bytes)
		return nil
	}
	return fmt.Errorf("%q is not a size; write 500KB, 64MiB or a number of bytes", b)
}
