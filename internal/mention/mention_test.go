package mention

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

func load(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// read runs Find over a text that is one passage; headline makes it the title.
func read(lex *lexicon.Lexicon, date, outlet, text string) (raw string, found []readout.Mention, entities []readout.Entity) {
	doc := &readout.Document{Outlet: outlet, Text: text}
	if date != "" {
		doc.Published = &readout.Published{EDTF: date, Words: readout.WordsIn(readout.InPublished, readout.Span{Start: 0, End: len(date)})}
	}
	if outlet == "headline" {
		doc.Title, doc.Text, doc.Outlet = text, "", ""
	}
	title, body := syntax.ParseTitle(doc.Title, lex), syntax.Parse(readout.InText, doc.Text, paragraphs(doc.Text), lex)
	inTitle, inBody, entities := Find(title, body, doc)
	return text, append(inTitle, inBody...), entities
}

// paragraphs makes each paragraph a passage, as the segmenter does: questions and
// answers those that begin with "Q:" and "A:".
func paragraphs(text string) []readout.Passage {
	var out []readout.Passage
	start := 0
	for start < len(text) {
		end := len(text)
		if i := strings.Index(text[start:], "\n\n"); i >= 0 {
			end = start + i + 2
		}
		kind := readout.Body
		switch {
		case strings.HasPrefix(text[start:], "Q:"):
			kind = readout.Question
		case strings.HasPrefix(text[start:], "A:"):
			kind = readout.Answer
		}
		out = append(out, readout.Passage{Kind: kind, Words: readout.WordsAt(readout.Span{Start: start, End: end})})
		start = end
	}
	return out
}

// testCase is one text of a file in testdata.
type testCase struct {
	where, date, outlet, text string
	want                      []string
}

func cases(t testing.TB, file string) []testCase {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []testCase
	var c *testCase
	for n, line := range strings.Split(string(data), "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.TrimSpace(line) == "":
			c = nil
		case c == nil:
			date, outlet, ok := strings.Cut(line, "|")
			if !ok {
				t.Fatalf("%s:%d: no date line", file, n+1)
			}
			out = append(out, testCase{where: fmt.Sprintf("%s:%d", filepath.Base(file), n+1), date: strings.TrimSpace(date), outlet: strings.TrimSpace(outlet)})
			c = &out[len(out)-1]
		case c.text == "":
			c.text = strings.ReplaceAll(line, `\n`, "\n")
		default:
			c.want = append(c.want, strings.ReplaceAll(line, `\n`, "\n"))
		}
	}
	return out
}

func TestExamples(t *testing.T) {
	lex := load(t)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	total := 0
	for _, file := range files {
		for _, c := range cases(t, file) {
			total++
			raw, found, entities := read(lex, c.date, c.outlet, c.text)
			for _, want := range c.want {
				if fault := check(raw, found, entities, want); fault != "" {
					t.Errorf("%s: %q\n\t%s", c.where, c.text, fault)
				}
			}
		}
	}
	if total < 80 {
		t.Errorf("%d examples, want at least 80", total)
	}
}

// check verifies one wanted line: "words = entity" or "entity: key=value …".
func check(raw string, found []readout.Mention, entities []readout.Entity, want string) string {
	if id, fields, ok := strings.Cut(want, ": "); ok && strings.Contains(id, "/") {
		return checkEntity(entities, readout.EntityID(id), fields)
	}
	words, entity, _ := strings.Cut(want, " = ")
	words = strings.TrimPrefix(words, "the ")
	for _, m := range found {
		span, name := strings.TrimPrefix(raw[m.Span.Start:m.Span.End], "the "), raw[m.Name.Start:m.Name.End]
		got := string(m.Entity)
		if len(m.Members) > 0 {
			got = fmt.Sprint(m.Members)
		}
		switch {
		case span != words && name != words:
		case got == entity:
			return ""
		case entity == "-":
			return fmt.Sprintf("%q is %s, want no mention", words, got)
		}
	}
	if entity == "-" {
		return ""
	}
	return fmt.Sprintf("%q is no mention of %s; found %s", words, entity, list(raw, found))
}

func checkEntity(entities []readout.Entity, id readout.EntityID, fields string) string {
	for _, e := range entities {
		if e.ID != id {
			continue
		}
		got := fmt.Sprintf("country=%s role=%s name=%s", e.Country, e.Role, e.Name)
		for _, key := range []string{"country=", "role=", "name="} {
			if value, ok := valueOf(fields, key); ok && !strings.Contains(got, key+value) {
				return fmt.Sprintf("%s has %s, want %s", id, got, fields)
			}
		}
		return ""
	}
	return fmt.Sprintf("no entity %s", id)
}

func valueOf(fields, key string) (string, bool) {
	_, v, ok := strings.Cut(fields, key)
	for _, next := range []string{" country=", " role=", " name="} {
		v, _, _ = strings.Cut(v, next)
	}
	return v, ok
}

func list(raw string, found []readout.Mention) string {
	var out []string
	for _, m := range found {
		out = append(out, fmt.Sprintf("%q=%s%v", raw[m.Span.Start:m.Span.End], m.Entity, m.Members))
	}
	return strings.Join(out, ", ")
}
