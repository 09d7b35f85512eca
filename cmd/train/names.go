package main

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"io"

	"readout"
	"readout/internal/mention"
	"readout/internal/segment"
	"readout/internal/syntax"
	"readout/lexicon"
)

// names prints BIO files with the labels of our name finder in the place of
// theirs. Each document's text is put together again from its tokens and goes
// through the stages that a report goes through; what they find is laid back onto
// the tokens. Only types that the file itself uses are printed.
func names(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("names", flag.ContinueOnError)
	whole := flags.Bool("whole", false, "label all words of a mention (title, article, office alone), not the name alone")
	gold := flags.Bool("gold", false, "print the file's own labels, to score a half against")
	half := flags.Int("half", 0, "1 or 2: only the documents of this half, split by a hash of their text; 0: all")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 || *half < 0 || *half > 2 {
		return fmt.Errorf("names: which file?\n%s", usage)
	}
	lex, err := lexicon.Default()
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	for _, path := range flags.Args() {
		file, err := readBIO(path)
		if err != nil {
			return err
		}
		for _, doc := range file.docs {
			if *half > 0 && doc.half() != *half {
				continue
			}
			if !*gold {
				file.label(doc, lex, *whole)
			}
			doc.print(w)
		}
	}
	return w.Flush()
}

// label puts our labels into a document's lines.
func (f *bioFile) label(doc *bioDoc, lex *lexicon.Lexicon, whole bool) {
	d := readout.Document{Text: doc.text}
	body := syntax.Parse(readout.InText, doc.text, segment.Split(&d, lex), lex)
	_, found, _ := mention.Find(syntax.ParseTitle("", lex), body, &d)
	for _, m := range found {
		span, named := m.Name, m.Form == readout.ByName || m.Form == readout.ByMetonym
		if whole {
			span, named = m.Span, named || m.Form == readout.ByOffice
		}
		if named {
			doc.mark(span, f.types[typeOf(m)], whole)
		}
		for _, in := range m.Within {
			doc.mark(in.Name, f.types[typeOf(in)], whole)
		}
	}
	doc.markModifiers(body, f.types)
	for _, t := range doc.tokens {
		doc.lines[t.line][f.column] = cmp.Or(t.label, "O")
	}
}

// typeOf is the type of a mention in the terms of CoNLL 2003.
func typeOf(m readout.Mention) string {
	switch m.Entity.Kind() {
	case readout.Person, readout.Office:
		return "PER"
	case readout.State, readout.Place:
		return "LOC"
	case readout.Org, readout.Outlet:
		return "ORG"
	}
	return "MISC"
}

// markModifiers labels names of states that stand before a noun ("US sanctions") and
// adjectives and peoples of states ("Russian", "Russians"). They are no mentions of
// anybody, but names to those who made the files.
func (d *bioDoc) markModifiers(t *syntax.Text, types map[string]string) {
	for i := range t.Tokens {
		if !t.Tokens[i].Upper {
			continue
		}
		for _, hit := range t.Lex.Names.Match(t.Tokens, i) {
			kind := ""
			for _, e := range hit.Entries {
				written := t.Cut(t.Span(i, i+hit.Len))
				switch {
				case e.Form == lexicon.ProperName && e.Entity.Kind() == readout.State && (e.Text == written || hit.Len > 1):
					kind = "LOC"
				case (e.Form == lexicon.Adjective || e.Form == lexicon.People) && kind == "":
					kind = "MISC"
				}
			}
			d.mark(t.Span(i, i+hit.Len), types[kind], false)
		}
	}
}
