package main

import (
	"fmt"
	"io"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/syntax/conllu"
	"readout/internal/syntax/parser"
	"readout/lexicon"
)

// raw puts a treebank's texts together, cuts and parses them as the program does,
// and scores words, sentences, tags and trees where they stand in the text, as the
// CoNLL 2018 shared task does.
func raw(args []string, out io.Writer) error {
	bank, m, err := prepared("raw", args)
	if err != nil {
		return err
	}
	lex, err := lexicon.Default()
	if err != nil {
		return err
	}
	var s scores
	docs, sentences := conllu.Documents(bank)
	for i, d := range docs {
		s.add(d, sentences[i], lex, m)
	}
	for _, x := range []struct {
		name string
		s    score
	}{{"sentences", s.sentences}, {"words", s.words}, {"UPOS", s.upos}, {"UAS", s.uas}, {"LAS*", s.las}} {
		p, r := 100*float64(x.s.right)/float64(max(1, x.s.found)), 100*float64(x.s.right)/float64(max(1, x.s.gold))
		fmt.Fprintf(out, "%-10s P %.2f  R %.2f  F1 %.2f\n", x.name, p, r, 2*p*r/max(p+r, 1e-9))
	}
	return nil
}

type score struct{ gold, found, right int }

type scores struct{ sentences, words, upos, uas, las score }

// add scores one document.
func (s *scores) add(d conllu.Document, bank []conllu.Sentence, lex *lexicon.Lexicon, m *parser.Model) {
	if d.Text == "" {
		return
	}
	whole := readout.WordsAt(readout.Span{Start: 0, End: len(d.Text)})
	text := syntax.Parse(readout.InText, d.Text, []readout.Passage{{Kind: readout.Body, Words: whole}}, lex)
	ends := map[conllu.Place]bool{}
	for _, p := range d.Sentences {
		ends[p] = true
	}
	ours := map[conllu.Place]parser.Word{}
	place := func(i int) conllu.Place {
		if i < 0 {
			return conllu.Place{Start: -1}
		}
		return conllu.Place{Start: text.Tokens[i].Start, End: text.Tokens[i].End}
	}
	heads := map[conllu.Place]conllu.Place{}
	for i, x := range text.Sentences {
		span := text.SentenceSpan(i)
		if ends[conllu.Place{Start: span.Start, End: span.End}] {
			s.sentences.right++
		}
		var forms []string
		for _, k := range text.Tokens[x.First:x.Last] {
			forms = append(forms, d.Text[k.Start:k.End])
		}
		for k, w := range m.Parse(nil, forms) {
			at := place(x.First + k)
			ours[at] = w
			heads[at] = place(-1)
			if w.Head >= 0 {
				heads[at] = place(x.First + w.Head)
			}
		}
	}
	s.sentences.gold += len(d.Sentences)
	s.sentences.found += len(text.Sentences)
	s.trees(d, bank, ours, heads, len(text.Tokens))
}

// trees scores the words: a word counts where both cut it alike, its head where the
// heads lie in one place.
func (s *scores) trees(d conllu.Document, bank []conllu.Sentence, ours map[conllu.Place]parser.Word, heads map[conllu.Place]conllu.Place, found int) {
	base := func(rel string) string {
		b, _, _ := strings.Cut(rel, ":")
		return b
	}
	for _, x := range []*score{&s.words, &s.upos, &s.uas, &s.las} {
		x.found += found
	}
	for i, sentence := range bank {
		for k, gold := range sentence.Words {
			for _, x := range []*score{&s.words, &s.upos, &s.uas, &s.las} {
				x.gold++
			}
			at := d.Words[i][k]
			w, ok := ours[at]
			if !ok {
				continue
			}
			s.words.right++
			if w.UPOS == gold.UPOS {
				s.upos.right++
			}
			head := conllu.Place{Start: -1}
			if gold.Head > 0 {
				head = d.Words[i][gold.Head-1]
			}
			if heads[at] != head {
				continue
			}
			s.uas.right++
			if base(w.Rel) == base(gold.Rel) {
				s.las.right++
			}
		}
	}
}
