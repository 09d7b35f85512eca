// Command train makes the language models of lexicon/data/en/model from annotated
// texts and prints what the program makes of such texts, for scoring.
package main

import (
	"fmt"
	"io"
	"os"
)

const usage = `usage: train model [-o FILE] TREEBANK[*N]... the tagger's and parser's weights, from CoNLL-U; the parser takes one N times a round
       train parse [-model FILE] TREEBANK... the treebank with our lemmas, tags, heads and relations
       train raw [-model FILE] TREEBANK...   scores of the treebank's texts, cut and parsed from the raw text
       train names [-whole] GOLD...   GOLD (BIO labels) with the labels of our name finder
`

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// run runs one verb; its error says what is wrong with the arguments or files.
func run(args []string, out io.Writer) error {
	if len(args) == 0 {
		return fmt.Errorf("no verb\n%s", usage)
	}
	switch args[0] {
	case "model":
		return model(args[1:], out)
	case "raw":
		return raw(args[1:], out)
	case "parse":
		return parse(args[1:], out)
	case "names":
		return names(args[1:], out)
	}
	return fmt.Errorf("no verb %q\n%s", args[0], usage)
}
