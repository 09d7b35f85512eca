package statement

import (
	"strings"
	"testing"
	"time"

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

// TestLinear: ten times as many quotation marks may not take a hundred times as
// long.
func TestLinear(t *testing.T) {
	for _, unit := range []string{`" `, `"a" `, "“a ", "'a ", "Haas said “x, ", "he said, "} {
		took := func(n int) time.Duration {
			raw := strings.Repeat(unit, n)
			m, e := marked(t, raw)
			start := time.Now()
			Find(m, &readout.Document{Text: raw}, e)
			return time.Since(start)
		}
		took(1000)
		small, large := took(1000), took(10000)
		if large > 40*small && large > 200*time.Millisecond {
			t.Errorf("%q: 1000 take %v, 10000 take %v", unit, small, large)
		}
	}
}
