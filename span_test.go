package readout_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
	. "readout"
)

// TestUncited: no value of the contract can be printed without the words that it
// was read from.
func TestUncited(t *testing.T) {
	for _, v := range []any{
		Published{EDTF: "2024-05-03"}, Passage{Kind: Body}, Date{EDTF: "2024-05-02"}, Statement{ID: "s1"}, Report{ID: "c1"}, Party{Name: "Ana Reyes"}, When{EDTF: "2024-05-02"},
		Value{Value: "PT1H"}, Locus{Name: "Velmora"}, Ordinal{N: 1}, Assertion{}, Point{ID: "p1"}, Named{Name: "reporters"}, Day{EDTF: "2024-06-01"}, Link{Name: "Reuters"},
		ContactWhen{EDTF: "2024-05-02"}, Claim{Status: Held}, DisputeClaim{Value: "held"}, Commitment{Text: "to reopen"},
	} {
		if _, err := json.Marshal(v); !errors.Is(err, ErrUncited) {
			t.Errorf("%T without words was printed: %v", v, err)
		}
	}
}

// TestCitedTypes: every type of the contract that carries a value embeds Words, so
// that TestUncited's promise reaches types that are added later.
func TestCitedTypes(t *testing.T) {
	exempt := map[string]string{
		"Reading": "a list of cited things", "Document": "the text itself", "Entity": "its mentions are its words", "Timex3": "part of a Date", "Alternative": "part of a Date",
		"Statement": "its content is its words", "Contact": "made of claims", "Coverage": "a count of documents", "Account": "its From is its words", "Comparison": "made of rows",
		"FieldRow": "made of values", "PointRow": "made of points", "Dispute": "made of claims", "Side": "names a document", "TopicShare": "a count of points", "ClaimWhen": "part of a Claim", "ClaimLink": "part of a Claim", "Review": "a person's word",
		"Mark": "what markup says", "Mention": "a stage's own", "Spans": "", "Span": "", "Words": "",
	}
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(v reflect.Type) {
		for v.Kind() == reflect.Pointer || v.Kind() == reflect.Slice {
			v = v.Elem()
		}
		if v.Kind() != reflect.Struct || seen[v] || v.PkgPath() != "readout" {
			return
		}
		seen[v] = true
		_, cited := v.FieldByName("From")
		if _, ok := exempt[v.Name()]; !ok && !cited {
			t.Errorf("%s carries a value but no words", v.Name())
		}
		for i := range v.NumField() {
			walk(v.Field(i).Type)
		}
	}
	walk(reflect.TypeFor[Reading]())
	walk(reflect.TypeFor[Contact]())
	walk(reflect.TypeFor[Comparison]())
}

func TestUnmarshalUncited(t *testing.T) {
	var v Value
	if err := json.Unmarshal([]byte(`{"value":"PT1H","from":[]}`), &v); !errors.Is(err, ErrUncited) {
		t.Errorf("an empty from was read: %v", err)
	}
	if err := json.Unmarshal([]byte(`{"value":"PT1H","from":[[3,7],[9,12]]}`), &v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(v)
	if err != nil || string(out) != `{"value":"PT1H","from":[[3,7],[9,12]]}` {
		t.Errorf("got %s, %v", out, err)
	}
}

// TestAt: spans come out sorted and joined, and cover what went in.
func TestAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Span {
			start := rapid.IntRange(0, 40).Draw(t, "start")
			return Span{Start: start, End: start + rapid.IntRange(1, 9).Draw(t, "len")}
		}), 1, 8).Draw(t, "spans")
		out := At(in[0], in[1:]...).All()
		for i, s := range out {
			if i > 0 && s.Start <= out[i-1].End {
				t.Fatalf("%v: %v touches %v", in, s, out[i-1])
			}
		}
		for _, s := range in {
			covered := false
			for _, o := range out {
				covered = covered || o.Contains(s)
			}
			if !covered {
				t.Fatalf("%v lost from %v", s, out)
			}
		}
	})
}

func TestQuoted(t *testing.T) {
	d := &Document{ID: "sha256:x", Source: "a.txt", Text: "Ана Reyes phoned", Title: "Reyes phones"}
	w, err := WordsAt(Span{0, 6}, Span{13, 19}).Quoted(d)
	if err != nil || w.Quote != "Ана … phoned" || w.Document != d.ID {
		t.Errorf("got %+v, %v", w, err)
	}
	if w, err = WordsIn(InTitle, Span{0, 5}).Quoted(d); err != nil || w.Quote != "Reyes" {
		t.Errorf("got %+v, %v", w, err)
	}
	for _, bad := range []Span{{1, 6}, {0, 99}, {5, 5}, {-1, 2}} {
		if _, err := WordsAt(bad).Quoted(d); !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), "a.txt") {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

// TestCheck: a reading whose span leaves the text, in whatever field, is refused.
func TestCheck(t *testing.T) {
	good := func() Reading {
		p := EntityID("person/ana-reyes")
		return Reading{
			Document:   Document{Source: "a.txt", Text: "Ana Reyes phoned.", Title: "A call"},
			Passages:   []Passage{{Kind: Body, Words: WordsAt(Span{0, 17})}},
			Entities:   []Entity{{ID: p, Mentions: []Span{{0, 9}}}},
			Statements: []Statement{{ID: "s1", Speaker: &p, Content: At(Span{10, 16})}},
			Contacts:   []Report{{ID: "c1", Parties: []Party{{Entity: p, Words: WordsAt(Span{0, 9})}}, Words: WordsIn(InTitle, Span{0, 6})}},
		}
	}
	r := good()
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Reading){
		"passage":    func(r *Reading) { r.Passages[0].From = At(Span{0, 18}) },
		"mention":    func(r *Reading) { r.Entities[0].Mentions[0].End = 99 },
		"content":    func(r *Reading) { r.Statements[0].Content = Spans{} },
		"party":      func(r *Reading) { r.Contacts[0].Parties[0].From = Spans{} },
		"title":      func(r *Reading) { r.Contacts[0].From = At(Span{0, 7}) },
		"in a title": func(r *Reading) { r.Statements[0].In = InTitle },
	} {
		r := good()
		spoil(&r)
		if err := r.Check(); err == nil {
			t.Errorf("%s: a bad span passed", name)
		}
	}
}

func TestTrim(t *testing.T) {
	text := "a \u00a0 met\tB \n "
	for _, c := range []struct {
		span Span
		want string
	}{{Span{1, len(text)}, "met\tB"}, {Span{0, len(text)}, "a \u00a0 met\tB"}, {Span{1, 5}, ""}, {Span{0, 0}, ""}} {
		if got := c.span.Trim(text); text[got.Start:got.End] != c.want || !c.span.Contains(got) {
			t.Errorf("%v: %v, want %q", c.span, got, c.want)
		}
	}
}
