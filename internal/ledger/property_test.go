package ledger

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout"
)

// randomText draws a text of a few sentences, each a report of some contact.
func randomText(t *testing.T, rt *rapid.T, n int) *text {
	pairs := []string{"Reyes Holt", "Holt Reyes", "Reyes Sande", "Arvenia Costava", "Reyes Costava"}
	count := rapid.IntRange(1, 4).Draw(rt, "reports")
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, "%d.%d Reyes, Holt, Sande, Arvenia and Costava spoke on Monday in Ostby. ", n, i)
	}
	published := fmt.Sprintf("2024-05-%02d", rapid.IntRange(1, 28).Draw(rt, "published"))
	x := doc(t, fmt.Sprintf("Mail %d", n%3), published, b.String())
	if rapid.Bool().Draw(rt, "official") {
		x.issued(rapid.SampledFrom([]string{"palace", "chancery"}).Draw(rt, "issuer"), readout.Body, b.String())
	}
	randomPage(rt, x)
	for i := range count {
		var more []func(*text, *readout.Report)
		if when := rapid.SampledFrom(times).Draw(rt, "when"); when != "" {
			more = append(more, on(when, "on Monday"))
			if rapid.Bool().Draw(rt, "ago") {
				more = append(more, backwards)
			}
		}
		if rapid.IntRange(0, 3).Draw(rt, "place") == 0 {
			more = append(more, at("place/ostby", "Ostby"))
		}
		if rapid.IntRange(0, 5).Draw(rt, "headline") == 0 {
			more = append(more, headline)
		}
		x.report(rapid.SampledFrom(readout.Channels).Draw(rt, "channel"), rapid.SampledFrom(readout.Statuses[:10]).Draw(rt, "status"),
			rapid.SampledFrom(pairs).Draw(rt, "pair"), fmt.Sprintf("%d.%d Reyes, Holt", n, i), more...)
		if rapid.Bool().Draw(rt, "point") {
			x.point(rapid.SampledFrom(readout.Acts).Draw(rt, "act"), "Reyes", fmt.Sprintf("%d.%d Reyes, Holt, Sande", n, i), promise)
			x.r.Points[len(x.r.Points)-1].Contact = x.r.Contacts[rapid.IntRange(0, i).Draw(rt, "of")].ID
		}
	}
	return x
}

var times = []string{"", "", "2024-05-03", "2024-05-04", "2024-05-03T09:00", "2024-05-10", "2024-05-06/2024-05-12", "2024-05", "2024", "2024-06-01/2024-06-02", "bad"}

func TestOrderDoesNotShow(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var all []readout.Reading
		for i := range rapid.IntRange(1, 7).Draw(rt, "documents") {
			all = append(all, randomText(t, rt, i).r)
		}
		want := printed(t, Build(all, asOf))
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "shuffle"), 1))
		for range 3 {
			mixed := append(slices.Clone(all), all[rng.IntN(len(all))]) // one of them twice
			rng.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
			if got := printed(t, Build(mixed, asOf)); got != want {
				rt.Fatalf("the order shows:\n%s\n%s", got, want)
			}
		}
	})
}

func printed(t *testing.T, contacts []readout.Contact) string {
	t.Helper()
	b, err := json.Marshal(contacts)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestEveryReportIsInOneContactAndEveryQuoteIsTheText(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		docs := map[readout.DocID]*readout.Document{}
		var all []readout.Reading
		reports := 0
		for i := range rapid.IntRange(1, 5).Draw(rt, "documents") {
			x := randomText(t, rt, i)
			all = append(all, x.r)
			docs[x.r.Document.ID] = &x.r.Document
			reports += len(x.r.Contacts)
		}
		claims, seen := 0, map[string]bool{}
		for _, c := range Build(all, asOf) {
			claims += len(c.History)
			if seen[c.ID] {
				rt.Fatalf("two contacts are %s", c.ID)
			}
			seen[c.ID] = true
			checkQuotes(rt, docs, reflect.ValueOf(c), c.ID)
		}
		if claims != reports {
			rt.Fatalf("%d claims of %d reports", claims, reports)
		}
	})
}

// checkQuotes walks a value: all Words must quote their document.
func checkQuotes(rt *rapid.T, docs map[readout.DocID]*readout.Document, v reflect.Value, path string) {
	if w, ok := v.Interface().(readout.Words); ok {
		d := docs[w.Document]
		if d == nil {
			rt.Fatalf("%s: words of no document: %+v", path, w)
		}
		if quote, err := w.From.Cut(d.Field(w.In)); err != nil || quote != w.Quote {
			rt.Fatalf("%s: %q is not %q (%v)", path, w.Quote, quote, err)
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			checkQuotes(rt, docs, v.Elem(), path)
		}
	case reflect.Slice:
		for i := range v.Len() {
			checkQuotes(rt, docs, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				checkQuotes(rt, docs, v.Field(i), path+"."+f.Name)
			}
		}
	}
}

func TestNothingPanics(t *testing.T) {
	bad := readout.Reading{Contacts: []readout.Report{{}, {Parties: []readout.Party{{}}, Channel: "?", Status: "?"},
		{ID: "x", Parties: []readout.Party{{Name: "A B"}, {Entity: "person/"}}, Status: readout.Held, When: &readout.When{EDTF: "2024-13-45"}, Initiator: new(int)}},
		Points: []readout.Point{{Contact: "x", Commitment: true}}}
	if got := Build([]readout.Reading{bad, {}, bad}, Options{AsOf: "soon"}); len(got) != 0 {
		t.Errorf("contacts without words: %s", ids(got))
	}
	Compare(&bad, &readout.Reading{})
}
