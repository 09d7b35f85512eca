package statement

import (
	"fmt"
	"strings"
	"testing"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// marked parses a text and marks the names given as "id=words|id=words"; a
// pronoun is a name of one of the words he, she, they, it, who.
func marked(t testing.TB, raw string, names ...string) (syntax.Marked, []readout.Entity) {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	p := []readout.Passage{{Kind: readout.Body, Words: readout.WordsAt(readout.Span{Start: 0, End: len(raw)})}}
	m := syntax.Marked{Text: syntax.Parse(readout.InText, raw, p, lex)}
	var entities []readout.Entity
	known := map[readout.EntityID]bool{}
	for i := range m.Tokens {
		for _, n := range names {
			id, words, _ := strings.Cut(n, "=")
			at := m.Tokens[i].Start
			if !strings.HasPrefix(raw[at:], words) || len(m.Mentions) > 0 && m.Mentions[len(m.Mentions)-1].Span.End > at {
				continue
			}
			if _, end := m.TokensIn(readout.Span{Start: at, End: at + len(words)}); m.Tokens[end-1].End != at+len(words) {
				continue
			}
			form := readout.ByName
			if isPronoun(words) {
				form = readout.ByPronoun
			}
			s := readout.Span{Start: at, End: at + len(words)}
			m.Mentions = append(m.Mentions, readout.Mention{Entity: readout.EntityID(id), Span: s, Name: s, Form: form})
			if e := readout.EntityID(id); !known[e] && form == readout.ByName {
				known[e] = true
				entities = append(entities, readout.Entity{ID: e, Kind: e.Kind(), Name: words})
			}
		}
	}
	return m, entities
}

func isPronoun(w string) bool {
	switch strings.ToLower(w) {
	case "he", "she", "they", "it", "who":
		return true
	}
	return false
}

// FuzzFind: any text gives statements whose spans fit it.
func FuzzFind(f *testing.F) {
	f.Add("“We wait,” Haas said, as quoted by Reuters. “Let us see.”")
	f.Add("Haas: 'No' \"\"\" «x» „y“, according to , said said said that")
	f.Fuzz(func(t *testing.T, raw string) {
		raw = strings.ToValidUTF8(raw, "�") // as every document is once it is decoded
		m, e := marked(t, raw, "person/haas=Haas", "outlet/reuters=Reuters")
		doc := readout.Document{Text: raw}
		r := readout.Reading{Document: doc, Statements: Find(m, &doc, e)}
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

// BenchmarkQuotationMarks reads pages of marks and cues that never close, at one
// and ten times the length: the speed in bytes stays of one order where nothing is
// quadratic.
func BenchmarkQuotationMarks(b *testing.B) {
	for _, unit := range []string{`" `, `"a" `, "“a ", "'a ", "Haas said “x, ", "he said, "} {
		for _, n := range []int{1000, 10000} {
			raw := strings.Repeat(unit, n)
			m, e := marked(b, raw)
			b.Run(fmt.Sprintf("%q-%d", unit, n), func(b *testing.B) {
				b.SetBytes(int64(len(raw)))
				for b.Loop() {
					Find(m, &readout.Document{Text: raw}, e)
				}
			})
		}
	}
}

// TestAnswer: each sentence of a transcript's answer is a direct statement of its
// issuer, and a question or comment none.
func TestAnswer(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	raw := "Question: Will the fleet sail?\n\nNora Haas: It will. She said “soon” and meant it.\n\nlars: he said it was over"
	cut := []int{0, strings.Index(raw, "Nora"), strings.Index(raw, "lars"), len(raw)}
	passages := []readout.Passage{{Kind: readout.Question}, {Kind: readout.Answer, Issuer: "person/nora-haas"}, {Kind: readout.Comment}}
	for i := range passages {
		passages[i].Words = readout.WordsAt(readout.Span{Start: cut[i], End: cut[i+1]})
	}
	m := syntax.Marked{Text: syntax.Parse(readout.InText, raw, passages, lex)}
	got := Find(m, &readout.Document{Text: raw}, nil)
	want := []string{"person/nora-haas [Nora Haas] |  | direct: It will.", "person/nora-haas [Nora Haas] |  | direct: She said “soon” and meant it."}
	if len(got) != len(want) {
		t.Fatalf("%d statements, want %d", len(got), len(want))
	}
	for i, w := range want {
		if d := describe(m, got[i]); d != w {
			t.Errorf("got %s, want %s", d, w)
		}
	}
}

// TestExamples: the example of every line of reporting.tsv, cuenouns.tsv and cues.tsv makes a
// statement with that line's verb or phrase in its cue.
func TestExamples(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	check := func(example string, good func(s readout.Statement, m syntax.Marked) bool) {
		if example == "" {
			return
		}
		m, e := marked(t, example, append(names, "outlet/radio-nord=Radio Nord", "person/putin=Putin", "org/brussels=Brussels")...)
		for _, s := range Find(m, &readout.Document{Text: example}, e) {
			if good(s, m) {
				return
			}
		}
		t.Errorf("no statement: %s", example)
	}
	for _, v := range lex.Reporting.Verbs() {
		check(v.Example, func(s readout.Statement, m syntax.Marked) bool {
			for _, at := range s.Cue.All() {
				for w := range strings.FieldsSeq(m.Cut(at)) {
					if _, ok := lex.English.IsForm(strings.ToLower(w), v.Lemma); ok {
						return s.Kind == v.Kind && s.Negated == v.Negated
					}
				}
			}
			return false
		})
	}
	for _, n := range lex.Reporting.CueNouns() {
		check(n.Example, func(s readout.Statement, m syntax.Marked) bool {
			return m.Cut(s.Cue.First()) == n.Noun && s.Kind == n.Kind && s.Negated == n.Negated
		})
	}
	for _, p := range lex.Reporting.AllPhrases() {
		check(p.Example, func(s readout.Statement, m syntax.Marked) bool {
			return p.Role == lexicon.CueSource && !s.SpeakerFrom.IsZero() || len(s.Via) > 0
		})
	}
}

// BenchmarkFind measures this stage alone, on prose of all the cases.
func BenchmarkFind(b *testing.B) {
	var raw strings.Builder
	for raw.Len() < 1<<20 {
		for _, c := range readCases(b) {
			raw.WriteString(c.text + "\n\n")
		}
	}
	m, e := marked(b, raw.String(), names...)
	dates(&m)
	doc := &readout.Document{Text: raw.String()}
	b.SetBytes(int64(raw.Len()))
	for b.Loop() {
		Find(m, doc, e)
	}
}
