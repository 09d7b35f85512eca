package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"slices"
	"sort"
	"strings"

	"readout"
)

// bioFile is a file of tokens with BIO labels, a token a line: "token label", or
// the columns of UNER (number, token, label, …). Lines that begin with "#" and
// empty lines part documents and sentences.
type bioFile struct {
	column int               // of the label, counted from 0
	types  map[string]string // PER, LOC, ORG, MISC → what the file calls it; no entry for what it lacks
	docs   []*bioDoc
}

// bioDoc is one document: its lines, its tokens and the text made of them.
type bioDoc struct {
	lines  [][]string // the columns of each line; one column holds a comment or nothing
	sep    string
	tokens []bioToken
	text   string
}

// bioToken is a token, where it stands in the lines and in the text, and our label.
type bioToken struct {
	line, start, end int
	label            string
}

// typeNames are the names that files have for the types of CoNLL 2003.
var typeNames = map[string][]string{"PER": {"PER", "Person"}, "LOC": {"LOC", "Location"}, "ORG": {"ORG", "Organisation"}, "MISC": {"MISC"}}

// readBIO reads a BIO file, gzipped where its name ends in ".gz".
func readBIO(path string) (*bioFile, error) {
	r, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var in io.Reader = r
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	f := &bioFile{types: map[string]string{}}
	doc, sentence, given := &bioDoc{}, 0, ""
	close := func() {
		if sentence < len(doc.lines) {
			doc.sentence(sentence, given)
		}
		sentence, given = len(doc.lines), ""
	}
	scan := bufio.NewScanner(in)
	for n := 1; scan.Scan(); n++ {
		line := scan.Text()
		comment := strings.HasPrefix(line, "# ")
		if strings.HasPrefix(line, "# newdoc") || strings.HasPrefix(line, "-DOCSTART-") {
			close()
			f.add(doc)
			doc, sentence = &bioDoc{}, 0
			comment = true
		}
		if comment || strings.TrimSpace(line) == "" {
			close()
			given, _ = strings.CutPrefix(line, "# text = ")
			doc.lines = append(doc.lines, []string{line})
			sentence = len(doc.lines)
			continue
		}
		columns, sep := strings.Split(line, "\t"), "\t"
		if len(columns) == 1 {
			columns, sep = strings.Split(line, " "), " "
		}
		if len(columns) < 2 {
			return nil, fmt.Errorf("%s:%d: a token without a label", path, n)
		}
		f.column = 1
		if len(columns) > 2 {
			f.column = 2
		}
		f.noteType(columns[f.column])
		doc.lines, doc.sep = append(doc.lines, columns), sep
	}
	close()
	f.add(doc)
	return f, scan.Err()
}

// noteType notes what the file calls the type of a label.
func (f *bioFile) noteType(label string) {
	for t, names := range typeNames {
		if len(label) > 2 && slices.Contains(names, label[2:]) {
			f.types[t] = label[2:]
		}
	}
}

func (f *bioFile) add(d *bioDoc) {
	if len(d.lines) > 0 {
		f.docs = append(f.docs, d)
	}
}

// half splits documents in two by a hash of their text.
func (d *bioDoc) half() int {
	h := fnv.New32a()
	io.WriteString(h, d.text)
	return int(h.Sum32()>>16)&1 + 1
}

// sentence adds the lines from first on to the text as a paragraph of its own:
// in the words of the original where the file gives them, else its tokens with
// spaces between words.
func (d *bioDoc) sentence(first int, given string) {
	if d.text != "" {
		d.text += "\n\n"
	}
	start := len(d.text)
	tokens := len(d.tokens)
	if given != "" && d.align(first, given, start) {
		d.text += given
		return
	}
	d.tokens = d.tokens[:tokens]
	open := true
	for i := first; i < len(d.lines); i++ {
		w, ok := d.word(i)
		if !ok {
			continue
		}
		if !open && !closes(w) {
			d.text += " "
		}
		d.tokens = append(d.tokens, bioToken{line: i, start: len(d.text), end: len(d.text) + len(w)})
		d.text += w
		open = opens(w)
	}
}

// word is the token of a line; ok is false for comments and for the lines of words
// that the next lines give in parts ("1-2").
func (d *bioDoc) word(line int) (w string, ok bool) {
	c := d.lines[line]
	switch {
	case len(c) == 1 || len(c) > 2 && strings.Contains(c[0], "-"):
		return "", false
	case len(c) > 2:
		return c[1], true
	}
	return c[0], true
}

// align finds the tokens from line first on in the words of the original.
func (d *bioDoc) align(first int, given string, at int) bool {
	i := 0
	for line := first; line < len(d.lines); line++ {
		w, ok := d.word(line)
		if !ok {
			continue
		}
		for i < len(given) && given[i] == ' ' {
			i++
		}
		if !strings.HasPrefix(given[i:], w) {
			return false
		}
		d.tokens = append(d.tokens, bioToken{line: line, start: at + i, end: at + i + len(w)})
		i += len(w)
	}
	return true
}

// closes reports whether no space stands before a token.
func closes(w string) bool {
	return slices.Contains([]string{".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "'", "’", "n't", "s", "”", "-"}, w)
}

// opens reports whether no space stands behind a token.
func opens(w string) bool {
	return slices.Contains([]string{"(", "[", "$", "£", "€", "“", "-"}, w)
}

// mark labels the tokens that a span covers, where they have no label yet. An
// article at the beginning belongs to no name; whole lets it stay.
func (d *bioDoc) mark(s readout.Span, label string, whole bool) {
	first := sort.Search(len(d.tokens), func(i int) bool { return d.tokens[i].end > s.Start })
	last := sort.Search(len(d.tokens), func(i int) bool { return d.tokens[i].start >= s.End })
	in := d.tokens[first:last]
	if !whole && len(in) > 0 && strings.EqualFold(d.text[in[0].start:in[0].end], "the") {
		in = in[1:]
	}
	if label == "" || slices.ContainsFunc(in, func(t bioToken) bool { return t.label != "" }) {
		return
	}
	for i := range in {
		in[i].label = "I-" + label
	}
	if len(in) > 0 {
		in[0].label = "B-" + label
	}
}

// print writes the lines.
func (d *bioDoc) print(w io.Writer) {
	for _, c := range d.lines {
		fmt.Fprintln(w, strings.Join(c, d.sep))
	}
}
