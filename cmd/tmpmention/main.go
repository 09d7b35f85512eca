package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"readout"
	"readout/internal/mention"
	"readout/internal/segment"
	"readout/internal/syntax"
	"readout/lexicon"
)

type line struct{ ID, URL, Outlet, Title, Byline, Published, Language, Text string }

func main() {
	lex, err := lexicon.Default()
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	show := len(os.Args) > 2
	f, _ := os.Open(os.Args[1])
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for sc.Scan() {
		var l line
		json.Unmarshal(sc.Bytes(), &l)
		doc := readout.Document{Source: os.Args[1] + "#" + l.ID, URL: l.URL, Outlet: l.Outlet, Title: l.Title, Text: l.Text}
		if l.Published != "" {
			doc.Published = &readout.Published{EDTF: l.Published, Words: readout.WordsIn(readout.InPublished, readout.Span{Start: 0, End: len(l.Published)})}
			doc.PublishedRaw = l.Published
		}
		ps := segment.Split(&doc, lex)
		if len(ps) == 0 {
			ps = []readout.Passage{{Kind: readout.Body, Words: readout.WordsAt(readout.Span{Start: 0, End: len(l.Text)})}}
		}
		t, b := syntax.ParseTitle(doc.Title, lex), syntax.Parse(readout.InText, doc.Text, ps, lex)
		mt, mb, es := mention.Find(t, b, &doc)
		if !show {
			r := readout.Reading{Document: doc, Entities: es}
			if err := r.Check(); err != nil {
				fmt.Fprintln(os.Stderr, l.ID, err)
			}
			j, err := json.Marshal(r)
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
			w.Write(j)
			w.WriteString("\n")
			continue
		}
		fmt.Fprintf(w, "##### %s %s %s\n", l.ID, l.Published, l.Outlet)
		pr := func(raw string, ms []readout.Mention) {
			at := 0
			for _, m := range ms {
				if m.Span.Start < at {
					fmt.Fprintf(w, "⟪in:%s=%s%v⟫", raw[m.Span.Start:m.Span.End], m.Entity, m.Members)
					continue
				}
				fmt.Fprintf(w, "%s[", raw[at:m.Span.Start])
				fmt.Fprintf(w, "%s|%s", raw[m.Span.Start:m.Span.End], m.Entity)
				if len(m.Members) > 0 {
					fmt.Fprintf(w, "%v", m.Members)
				}
				if m.Role != "" {
					fmt.Fprintf(w, " r=%s", m.Role)
				}
				if m.Former {
					fmt.Fprint(w, " former")
				}
				fmt.Fprint(w, "]")
				at = m.Span.End
			}
			fmt.Fprintln(w, raw[at:])
		}
		if l.Title != "" {
			pr(l.Title, mt)
		}
		pr(l.Text, mb)
		for _, e := range es {
			fmt.Fprintf(w, "    %s | %s | %s | %s | %d+%d\n", e.ID, e.Name, e.Country, e.Role, len(e.Mentions), len(e.InTitle))
		}
	}
}
