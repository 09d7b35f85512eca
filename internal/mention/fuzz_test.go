package mention

import (
	"testing"
	"unicode/utf8"

	"readout"
	"readout/internal/syntax"
)

// FuzzFind: any bytes give spans inside them, in order, on character boundaries where
// they are text, and every mention has an entity of the list.
func FuzzFind(f *testing.F) {
	lex := load(f)
	for _, s := range []string{passage, "Presidents Trump and Putin", "King", "the president of the president of the president", "Mr.", "’s", "said May’s, Jr.", "(the (the two leaders of France and", "a-b-c Al-", "THE WHO WHO SAID", "the latter told him in Abc, Ohio, (AB) of the Gulf of", "Igor and Olga \xff\xfe Petrov", "the presidents of Ghana and Togo, A B and C D", "65th Air Force Inc. of for", "Q: her her\n\nA: him"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		if len(title)+len(text) > 1<<16 {
			return
		}
		doc := &readout.Document{Title: title, Text: text, Published: &readout.Published{EDTF: "2019-05-05", Words: readout.WordsIn(readout.InPublished, readout.Span{Start: 0, End: 1})}}
		inTitle, inBody, entities := Find(syntax.ParseTitle(title, lex), syntax.Parse(readout.InText, text, paragraphs(text), lex), doc)
		known := map[readout.EntityID]bool{}
		for _, e := range entities {
			known[e.ID] = true
			if e.Name == "" || e.ID.Kind() != e.Kind || len(e.Mentions)+len(e.InTitle) == 0 {
				t.Errorf("entity %+v", e)
			}
		}
		verify(t, title, inTitle, known)
		verify(t, text, inBody, known)
	})
}

func verify(t *testing.T, raw string, list []readout.Mention, known map[readout.EntityID]bool) {
	last, end := 0, 0
	for _, m := range list {
		if m.Form != readout.ByPronoun && m.Form != readout.ByGroup {
			if m.Span.Start < end {
				t.Errorf("mention %+v overlaps the one before in %q", m, raw)
			}
			end = m.Span.End
		}
		if m.Span.Start < last || !m.Span.Contains(m.Name) {
			t.Errorf("mention %+v out of order in %q", m, raw)
		}
		last = m.Span.Start
		for _, s := range []readout.Span{m.Span, m.Name} {
			if s.Start < 0 || s.Start > s.End || s.End > len(raw) {
				t.Errorf("%+v of %d bytes: %q", m, len(raw), raw)
			} else if _, err := readout.At(s).Cut(raw); err != nil && utf8.ValidString(raw) {
				t.Errorf("%v: %+v in %q", err, m, raw)
			}
		}
		if m.Entity == "" && len(m.Members) == 0 || m.Entity != "" && !known[m.Entity] {
			t.Errorf("mention %+v without its entity in %q", m, raw)
		}
		for _, id := range m.Members {
			if !known[id] {
				t.Errorf("member %s of %+v is no entity in %q", id, m, raw)
			}
		}
	}
}
