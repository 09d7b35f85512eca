package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"readout/internal/syntax/conllu"
	"readout/internal/syntax/learn"
	"readout/internal/syntax/parser"
	"readout/lexicon"
)

// model trains the tagger and parser on treebanks and writes the model's file.
func model(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("train model", flag.ContinueOnError)
	to := flags.String("o", filepath.Join("lexicon", "data", "en", "model", lexicon.ModelFile), "the file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	banks, err := weighed(flags.Args())
	if err != nil {
		return err
	}
	m, err := learn.Train(banks, learn.Default(), func(step string) { fmt.Fprintln(out, "done:", step) })
	if err != nil {
		return err
	}
	f, err := os.Create(*to)
	if err != nil {
		return err
	}
	if err := m.Write(f); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", *to, err)
	}
	return f.Close()
}

// weighed reads treebanks; "FILE*2" counts twice.
func weighed(files []string) (banks []learn.Treebank, err error) {
	for _, file := range files {
		b := learn.Treebank{Times: 1}
		if name, times, ok := strings.Cut(file, "*"); ok {
			if b.Times, err = strconv.Atoi(times); err != nil || b.Times < 1 || b.Times > maxTimes {
				return nil, fmt.Errorf("%s: how often? From 1 to %d times", file, maxTimes)
			}
			file = name
		}
		if b.Sentences, err = treebank([]string{file}); err != nil {
			return nil, err
		}
		banks = append(banks, b)
	}
	if len(banks) == 0 {
		return nil, fmt.Errorf("no treebank named\n%s", usage)
	}
	return banks, nil
}

// maxTimes bounds how often a treebank counts.
const maxTimes = 9

func treebank(files []string) (bank []conllu.Sentence, err error) {
	if len(files) == 0 {
		return nil, fmt.Errorf("no treebank named\n%s", usage)
	}
	for _, file := range files {
		part, err := conllu.ReadFile(file)
		if err != nil {
			return nil, err
		}
		bank = append(bank, part...)
	}
	if len(bank) == 0 {
		return nil, fmt.Errorf("no sentence in %v", files)
	}
	return bank, nil
}

// prepared reads the arguments of a verb that needs a treebank and a model.
func prepared(verb string, args []string) ([]conllu.Sentence, *parser.Model, error) {
	flags := flag.NewFlagSet("train "+verb, flag.ContinueOnError)
	file := flags.String("model", "", "a model's file; without it, the one that ships")
	if err := flags.Parse(args); err != nil {
		return nil, nil, err
	}
	bank, err := treebank(flags.Args())
	if err != nil {
		return nil, nil, err
	}
	m, err := load(*file)
	return bank, m, err
}

// parse prints a treebank with our lemmas, tags, heads and relations on its words.
func parse(args []string, out io.Writer) error {
	bank, m, err := prepared("parse", args)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	var words []parser.Word
	for _, s := range bank {
		var forms []string
		for _, x := range s.Words {
			forms = append(forms, x.Form)
		}
		words = m.Parse(words[:0], forms)
		for i, x := range words {
			g := &s.Words[i]
			g.Lemma, g.UPOS, g.XPOS, g.Head, g.Rel = m.Lemma(g.Form, x.UPOS), x.UPOS, x.XPOS, x.Head+1, x.Rel
		}
		if err := s.Write(w); err != nil {
			return err
		}
	}
	return w.Flush()
}

func load(file string) (*parser.Model, error) {
	if file == "" {
		lex, err := lexicon.Default()
		if err != nil {
			return nil, err
		}
		if m := lex.English.Parser(); m != nil {
			return m, nil
		}
		return nil, fmt.Errorf("no model ships with this program; name one with -model")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	m, err := parser.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return m, nil
}
