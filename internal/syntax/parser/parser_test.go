package parser_test

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"readout/internal/syntax/parser"
	"readout/lexicon"
)

// shipped is the model that the program ships with.
func shipped(t testing.TB) *parser.Model {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	m := lex.English.Parser()
	if m == nil {
		t.Fatal("no model ships, or it cannot be read")
	}
	return m
}

// TestSentencesOfOurOwn: word/UPOS/relation/head, for sentences that stand in no
// treebank.
func TestSentencesOfOurOwn(t *testing.T) {
	m := shipped(t)
	for _, c := range []struct{ sentence, want string }{
		{"The two presidents met and discussed the fisheries .", "The/DET/det/presidents two/NUM/nummod/presidents presidents/NOUN/nsubj/met met/VERB/root/- and/CCONJ/cc/discussed discussed/VERB/conj/met the/DET/det/fisheries fisheries/NOUN/obj/discussed ./PUNCT/punct/met"},
		{"Holt was telephoned by the chancellor .", "Holt/PROPN/nsubj:pass/telephoned was/AUX/aux:pass/telephoned telephoned/VERB/root/- by/ADP/case/chancellor the/DET/det/chancellor chancellor/NOUN/obl:agent/telephoned ./PUNCT/punct/telephoned"},
		{"She did not call him .", "She/PRON/nsubj/call did/AUX/aux/call not/PART/advmod/call call/VERB/root/- him/PRON/obj/call ./PUNCT/punct/call"},
		{"The spokesman said that the visit will begin soon .", "The/DET/det/spokesman spokesman/NOUN/nsubj/said said/VERB/root/- that/SCONJ/mark/begin the/DET/det/visit visit/NOUN/nsubj/begin will/AUX/aux/begin begin/VERB/ccomp/said soon/ADV/advmod/begin ./PUNCT/punct/said"},
	} {
		forms := strings.Fields(c.sentence)
		words := m.Parse(nil, forms)
		var got []string
		for i, w := range words {
			head := "-"
			if w.Head >= 0 {
				head = forms[w.Head]
			}
			got = append(got, forms[i]+"/"+w.UPOS+"/"+w.Rel+"/"+head)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("got  %s\nwant %s", s, c.want)
		}
	}
}

func TestLemmas(t *testing.T) {
	m := shipped(t)
	for _, c := range [][3]string{{"met", "VERB", "meet"}, {"Talks", "NOUN", "talk"}, {"was", "AUX", "be"}, {"ministries", "NOUN", "ministry"}, {"telephoned", "VERB", "telephone"}, {"Holt", "PROPN", "Holt"}, {"worse", "ADJ", "bad"}} {
		if got := m.Lemma(c[0], c[1]); got != c[2] {
			t.Errorf("%s (%s): got %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

// written is the shipped model's file as Write makes it.
var written = sync.OnceValues(func() ([]byte, error) {
	lex, err := lexicon.Default()
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	err = lex.English.Parser().Write(&file)
	return file.Bytes(), err
})

func TestAWrittenModelReadsTheSame(t *testing.T) {
	m := shipped(t)
	file, err := written()
	if err != nil {
		t.Fatal(err)
	}
	again, err := parser.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, sentence := range []string{news, "Talks !", "She told the Gazette that it was not so , but he did not answer ."} {
		forms := strings.Fields(sentence)
		want, got := m.Parse(nil, forms), again.Parse(nil, forms)
		if !slices.Equal(got, want) {
			t.Errorf("%s\ngot  %v\nwant %v", sentence, got, want)
		}
	}
	if len(file) > 10_000_000 {
		t.Errorf("the model has %d bytes, at most 10 MB", len(file))
	}
}

func TestBrokenModelsAreRefused(t *testing.T) {
	file, err := written()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"empty": nil, "no zip": []byte("readout"), "cut": file[:len(file)/2], "changed": flip(file)} {
		if _, err := parser.Read(data); err == nil || !strings.HasPrefix(err.Error(), "model: ") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// flip changes a byte in the middle of the largest entry.
func flip(data []byte) []byte {
	out := bytes.Clone(data)
	out[len(out)/2] ^= 0x55
	return out
}

func FuzzParse(f *testing.F) {
	m := shipped(f)
	f.Add("The ministers met in Oslo .")
	f.Add("“ \xff … 1st U.S. 习近平")
	f.Add(strings.Repeat("and ", parser.MaxWords+3))
	f.Fuzz(func(t *testing.T, text string) {
		forms := strings.Fields(text)
		words := m.Parse(nil, forms)
		if len(words) != len(forms) {
			t.Fatalf("%d words of %d", len(words), len(forms))
		}
		for first := 0; first < len(words); first += parser.MaxWords {
			last := min(first+parser.MaxWords, len(words))
			tree(t, words, first, last)
		}
		for i, w := range words {
			m.Lemma(forms[i], w.UPOS)
		}
	})
}

// tree fails unless the words [first, last) make one tree.
func tree(t *testing.T, words []parser.Word, first, last int) {
	roots := 0
	for i := first; i < last; i++ {
		if words[i].Rel == "" || words[i].UPOS == "" {
			t.Fatalf("word %d has no relation or part of speech", i)
		}
		at := i
		for steps := 0; at >= 0; steps++ {
			if at < first || at >= last || steps > last-first {
				t.Fatalf("word %d hangs on nothing, or on itself", i)
			}
			at = words[at].Head
		}
		if words[i].Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}

const news = "Officials in both capitals said on Tuesday that the foreign ministers , who had last met in the spring , would hold talks by telephone before the end of the week , though neither side named a day ."

func BenchmarkParse(b *testing.B) {
	m, forms := shipped(b), strings.Fields(news)
	var out []parser.Word
	for b.Loop() {
		out = m.Parse(out[:0], forms)
	}
	b.ReportMetric(float64(len(forms)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkParseDoubled shows that the time grows with the number of words: a
// sentence twice as long takes about twice as long.
func BenchmarkParseDoubled(b *testing.B) {
	m := shipped(b)
	for _, times := range []string{"1", "2", "4", "8"} {
		b.Run("x"+times, func(b *testing.B) {
			long := strings.Fields(strings.Repeat(strings.TrimSuffix(news, ".")+" and ", int(times[0]-'0')))
			var out []parser.Word
			for b.Loop() {
				out = m.Parse(out[:0], long)
			}
			b.ReportMetric(float64(len(long)*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

func BenchmarkRead(b *testing.B) {
	file, err := written()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := parser.Read(file); err != nil {
			b.Fatal(err)
		}
	}
}
