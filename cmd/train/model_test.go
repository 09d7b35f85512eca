package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/syntax/conllu"
)

const own = "../../internal/syntax/learn/testdata/own.conllu"

// TestParsePrintsTheTreebankWithOurTrees: words and lines stay, tags and heads are ours.
func TestParsePrintsTheTreebankWithOurTrees(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"parse", own}, &out); err != nil {
		t.Fatal(err)
	}
	got, err := conllu.Read("ours", &out)
	if err != nil {
		t.Fatal(err)
	}
	want, err := conllu.ReadFile(own)
	if err != nil {
		t.Fatal(err)
	}
	words, right := 0, 0
	for i, s := range want {
		if len(got[i].Words) != len(s.Words) || got[i].Comment("text") != s.Comment("text") {
			t.Fatalf("sentence %d: %v", i, got[i].Lines)
		}
		for k, w := range s.Words {
			words++
			if g := got[i].Words[k]; g.Form == w.Form && g.UPOS == w.UPOS && g.Head == w.Head && g.Rel == w.Rel {
				right++
			}
		}
	}
	if right < words*8/10 {
		t.Errorf("%d of %d words of our own sentences have the tag, head and relation that a person gave them", right, words)
	}
}

func TestRawScoresFromTheText(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"raw", own}, &out); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"sentences  P 100.00  R 100.00  F1 100.00", "words      P 100.00  R 100.00  F1 100.00"} {
		if !strings.Contains(out.String(), line) {
			t.Errorf("no %q in\n%s", line, out.String())
		}
	}
}

func TestModelIsWrittenAndUsed(t *testing.T) {
	if testing.Short() {
		t.Skip("trains a model")
	}
	file := filepath.Join(t.TempDir(), "own.zip")
	var out bytes.Buffer
	if err := run([]string{"model", "-o", file, own + "*2"}, &out); err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"parse", "-model", file, own}, &out); err != nil {
		t.Fatal(err)
	}
}

func TestFaultsOfArguments(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"model"}, "no treebank named"},
		{[]string{"model", own + "*0"}, "how often?"},
		{[]string{"parse", "none.conllu"}, "none.conllu"},
		{[]string{"parse", "-model", own, own}, "own.conllu: model: zip"},
		{[]string{"raw"}, "no treebank named"},
		{[]string{"sing"}, `no verb "sing"`},
	} {
		if err := run(c.args, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: got %v, want %q", c.args, err, c.want)
		}
	}
}
