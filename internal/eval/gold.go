package eval

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"readout"
	"readout/internal/source"
)

// Gold is a document with its answers.
type Gold struct {
	Doc     readout.Document
	Lexicon string // folder of the lexicon that the document needs besides ours; may be empty
	Wants   []Want
}

// Want is one wanted line.
type Want struct {
	fact
	place string // file:line
	line  string
}

// Parse reads a gold file: the parts meta, doc.txt and want. The error names
// file, line and reason, and wraps readout.ErrInvalid.
func Parse(name string, raw []byte) (*Gold, error) {
	parts := map[string]string{}
	for _, f := range txtar.Parse(raw).Files {
		if _, twice := parts[f.Name]; twice || !slices.Contains([]string{"meta", "doc.txt", "want"}, f.Name) {
			return nil, fmt.Errorf("%s: %w: unknown or second part %q", name, readout.ErrInvalid, f.Name)
		}
		parts[f.Name] = string(f.Data)
	}
	if parts["doc.txt"] == "" || parts["want"] == "" {
		return nil, fmt.Errorf("%s: %w: no doc.txt or no want", name, readout.ErrInvalid)
	}
	g := &Gold{}
	if err := g.meta(name, parts["meta"], parts["doc.txt"]); err != nil {
		return nil, err
	}
	first := 1 + strings.Count(string(raw[:len(raw)-len(parts["want"])]), "\n")
	if !strings.HasSuffix(string(raw), parts["want"]) {
		return nil, fmt.Errorf("%s: %w: want is not the last part, or does not end in a new line", name, readout.ErrInvalid)
	}
	for i, line := range strings.Split(strings.TrimSuffix(parts["want"], "\n"), "\n") {
		w := Want{place: fmt.Sprintf("%s:%d", name, first+i), line: line}
		var err error
		if w.fact, err = parseLine(line, g.Doc.Text); err != nil {
			return nil, fmt.Errorf("%s: %w", w.place, err)
		}
		g.Wants = append(g.Wants, w)
	}
	return g, nil
}

// meta reads the document with what meta says of it, as the command line would
// say it. A title stands apart from the text, as in JSON Lines.
func (g *Gold) meta(name, meta, text string) error {
	var opt source.Options
	var title string
	fields := map[string]*string{
		"published": &opt.Published, "outlet": &opt.Outlet, "url": &opt.URL, "language": &opt.Language, "title": &title, "lexicon": &g.Lexicon,
	}
	for line := range strings.Lines(meta) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || fields[key] == nil {
			return fmt.Errorf("%s: %w: meta does not take %q", name, readout.ErrInvalid, strings.TrimSpace(line))
		}
		*fields[key] = value
	}
	for item := range source.Read(name+".txt", strings.NewReader(text), opt) {
		if item.Err != nil {
			return item.Err
		}
		g.Doc = item.Doc
	}
	if g.Doc.Text != text {
		return fmt.Errorf("%s: %w: doc.txt is not plain text", name, readout.ErrInvalid)
	}
	g.Doc.Title = title
	return nil
}
