package extract_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout"
	"readout/internal/extract"
	"readout/lexicon"
	"readout/samples"
)

func lex(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.Load(os.DirFS("../../samples/lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func document(text string) readout.Document {
	const day = "2024-05-03"
	return readout.Document{ID: readout.NewDocID([]byte(text)), Source: "test", Text: text, Title: "Reyes Calls Holt", PublishedRaw: day,
		Published: &readout.Published{EDTF: day, Words: readout.WordsIn(readout.InPublished, readout.Span{Start: 0, End: len(day)})}}
}

// texts are the words of all samples.
func texts(t testing.TB) []string {
	t.Helper()
	var out []string
	err := fs.WalkDir(samples.Files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".txt") && !strings.HasSuffix(path, ".md") {
			return err
		}
		data, err := fs.ReadFile(samples.Files, path)
		out = append(out, string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// FuzzRead: whatever the bytes, a reading comes out whose every span lies in its
// text on character boundaries, and the same one twice.
func FuzzRead(f *testing.F) {
	l := lex(f)
	for _, text := range texts(f) {
		f.Add(text)
	}
	f.Add("“Reyes called Holt,” he said. “\n\n\n— Moscow:\n\nhttp://en.kremlin.ru/1\n\xff\xfe")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		if text == "" || len(text) > 1<<16 {
			return
		}
		a, err := extract.Read(document(text), l)
		if err != nil {
			t.Fatal(err)
		}
		b, err := extract.Read(document(text), l)
		if err != nil {
			t.Fatal(err)
		}
		x, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		if y, _ := json.Marshal(b); string(x) != string(y) {
			t.Fatal("two readings of one text differ")
		}
	})
}

// TestPassagesTile: the passages of every sample cover its text without overlap.
func TestPassagesTile(t *testing.T) {
	l := lex(t)
	for _, text := range texts(t) {
		r, err := extract.Read(document(text), l)
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, p := range r.Passages {
			for _, s := range p.From.All() {
				if s.Start != at {
					t.Fatalf("passage [%d,%d) after %d in %.40q", s.Start, s.End, at, text)
				}
				at = s.End
			}
		}
		if at != len(text) {
			t.Fatalf("passages end at %d of %d in %.40q", at, len(text), text)
		}
	}
}

// TestContactsNameEntities: whoever takes part in a contact, and where, stands among the
// entities of its reading, also where the words are those of something else (an event,
// for the body that gathers).
func TestContactsNameEntities(t *testing.T) {
	l := lex(t)
	list := append(texts(t), "He will attend the G7 Summit in Cornwall, President Biden's spokesman said on 5 April 2021.",
		"President Biden will take part in the APEC Summit and the U.S.–EU Summit next week.")
	for _, text := range list {
		r, err := extract.Read(document(text), l)
		if err != nil {
			t.Fatal(err)
		}
		known := map[readout.EntityID]bool{"": true}
		for _, e := range r.Entities {
			known[e.ID] = true
		}
		for _, c := range r.Contacts {
			for _, p := range slices.Concat(c.Parties, c.Attendees) {
				if !known[p.Entity] {
					t.Errorf("%.60q: party %s is no entity of the reading", text, p.Entity)
				}
			}
			for _, at := range []*readout.Locus{c.Place, c.Occasion} {
				if at != nil && !known[at.Entity] {
					t.Errorf("%.60q: %s is no entity of the reading", text, at.Entity)
				}
			}
		}
	}
}

// BenchmarkReadLong reads texts of doubling length, with paragraphs and on one line: the
// speed in bytes stays the same where every stage is linear.
func BenchmarkReadLong(b *testing.B) {
	l := lex(b)
	unit := strings.Join(texts(b), "\n\n")
	line := strings.Repeat("The two delegations went on with their consultations on questions of mutual interest. ", 1<<11)
	for _, n := range []int{1, 2, 4, 8} {
		for _, kind := range []struct{ name, text string }{{"texts", unit + "\n\n"}, {"line", line}} {
			doc := document(strings.Repeat(kind.text, n))
			b.Run(kind.name+"/"+strconv.Itoa(n), func(b *testing.B) {
				b.SetBytes(int64(len(doc.Text)))
				for b.Loop() {
					if _, err := extract.Read(doc, l); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkRead(b *testing.B) {
	l := lex(b)
	all := texts(b)
	bytes := 0
	for _, text := range all {
		bytes += len(text)
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		for _, text := range all {
			if _, err := extract.Read(document(text), l); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// TestWithoutTheModel: rules and dictionaries alone read every sample, and what the
// model adds is names of strangers, not contacts.
func TestWithoutTheModel(t *testing.T) {
	whole := lex(t)
	rules := whole.WithoutModel()
	contacts := 0
	for _, text := range texts(t) {
		doc := document(text)
		with, err := extract.Read(doc, whole)
		if err != nil {
			t.Fatal(err)
		}
		without, err := extract.Read(doc, rules)
		if err != nil {
			t.Fatal(err)
		}
		contacts += len(without.Contacts)
		if len(without.Contacts) > len(with.Contacts) || len(without.Entities) > len(with.Entities) {
			t.Errorf("%.40q: %d contacts and %d entities without the model, %d and %d with it", text, len(without.Contacts), len(without.Entities), len(with.Contacts), len(with.Entities))
		}
	}
	if contacts < 30 {
		t.Errorf("%d contacts in all samples", contacts)
	}
}
