package conllu

import (
	"os"
	"strings"
	"testing"
)

const own = "../learn/testdata/own.conllu"

func TestWhatIsReadIsWritten(t *testing.T) {
	want, err := os.ReadFile(own)
	if err != nil {
		t.Fatal(err)
	}
	bank, err := ReadFile(own)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for i := range bank {
		if err := bank[i].Write(&out); err != nil {
			t.Fatal(err)
		}
	}
	if out.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
	if w := bank[2].Words[1]; w != (Word{Form: "call", Lemma: "call", UPOS: "NOUN", XPOS: "NN", Head: 4, Rel: "nsubj:pass", row: w.row}) {
		t.Errorf("got %+v", w)
	}
}

func TestDocumentsHaveTheTextAndThePlacesOfWords(t *testing.T) {
	bank, err := ReadFile(own)
	if err != nil {
		t.Fatal(err)
	}
	docs, of := Documents(bank)
	if len(docs) != 1 || len(of[0]) != 7 {
		t.Fatalf("%d documents", len(docs))
	}
	d := docs[0]
	if !strings.Contains(d.Text, "by the ministry.\n\nReyes did not call Holt. Two envoys") || !strings.HasSuffix(d.Text, "We don't know.") {
		t.Errorf("text %q", d.Text)
	}
	for i, s := range of[0] {
		if got := d.Text[d.Sentences[i].Start:d.Sentences[i].End]; got != s.Comment("text") {
			t.Errorf("sentence %q, want %q", got, s.Comment("text"))
		}
		for k, w := range s.Words {
			if got := d.Text[d.Words[i][k].Start:d.Words[i][k].End]; got != w.Form {
				t.Errorf("word %q, want %q", got, w.Form)
			}
		}
	}
}

func TestFaultsSayWhere(t *testing.T) {
	for bad, want := range map[string]string{
		"1\tWe\n\n": "f:1: 2 columns, want 10",
		"# a\n2\tWe\t_\t_\t_\t_\t0\troot\t_\t_\n\n":                               `f:2: word number "2", want 1`,
		"2-1\tWe\t_\t_\t_\t_\t_\t_\t_\t_\n":                                       `f:1: range "2-1" before word 1`,
		"1\tWe\t_\t_\t_\t_\tx\troot\t_\t_\n\n":                                    `f:1: head "x" is no number`,
		"1\tWe\t_\t_\t_\t_\t5\troot\t_\t_\n\n":                                    "f:2: head 5 of a sentence of 1 words",
		"1\tWe\t_\t_\t_\t_\t0\troot\t_\t" + strings.Repeat("x", maxLine) + "\n\n": "f:1: bufio.Scanner: token too long",
	} {
		if _, err := Read("f", strings.NewReader(bad)); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if _, err := ReadFile("no-such-file.conllu.gz"); err == nil || !strings.Contains(err.Error(), "no-such-file") {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	data, err := os.ReadFile(own)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add("1-3\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tWe\t_\t_\t_\t_\t0\troot\t_\t_\n")
	f.Fuzz(func(t *testing.T, text string) {
		bank, err := Read("fuzz", strings.NewReader(text))
		if err != nil {
			return
		}
		docs, of := Documents(bank)
		for i, d := range docs {
			for k := range of[i] {
				if len(d.Words[k]) != len(of[i][k].Words) {
					t.Fatalf("%d places of %d words", len(d.Words[k]), len(of[i][k].Words))
				}
				for _, p := range d.Words[k] {
					if p.Start < 0 || p.Start > p.End || p.End > len(d.Text) {
						t.Fatalf("place %v in %d bytes", p, len(d.Text))
					}
				}
			}
		}
	})
}
