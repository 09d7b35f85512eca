package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout"
)

// shelf keeps links in memory.
type shelf struct {
	readings map[readout.DocID]readout.Reading
	links    map[string]Link
	contacts map[string]NamedContact
	asked    map[readout.DocID][]Question
	facts    map[Question]map[string]int
	names    map[Name]bool
	outlines map[readout.DocID][]byte
	read     int // documents that were given out
}

func newShelf() *shelf {
	return &shelf{readings: map[readout.DocID]readout.Reading{}, names: map[Name]bool{}, outlines: map[readout.DocID][]byte{}}
}

func (s *shelf) write(u *Update) {
	if u.Whole {
		s.links, s.contacts = map[string]Link{}, map[string]NamedContact{}
		s.asked, s.facts = map[readout.DocID][]Question{}, map[Question]map[string]int{}
	}
	for i := range u.Outlines {
		text, err := json.Marshal(u.Outlines[i])
		if err != nil {
			panic(err)
		}
		s.outlines[u.Outlines[i].Bare.Document.ID] = text
	}
	for _, key := range u.Gone {
		delete(s.links, key)
	}
	for _, key := range u.Dissolved {
		delete(s.contacts, key)
	}
	for _, l := range u.Links {
		s.links[l.Report] = l
	}
	for _, c := range u.Contacts {
		s.contacts[c.Contact] = c
	}
	maps.Copy(s.asked, u.Asked)
	for q, answers := range u.Facts {
		s.facts[q] = sum(s.facts[q], answers)
	}
	for _, n := range u.Names {
		s.names[n] = true
	}
}

func (s *shelf) Readings(ids []readout.DocID) ([]readout.Reading, error) {
	var out []readout.Reading
	for _, id := range ids {
		if r, ok := s.readings[id]; ok {
			out = append(out, r)
		}
	}
	s.read += len(out)
	return out, nil
}

func (s *shelf) Outlines(ids []readout.DocID) ([]Outline, error) {
	var out []Outline
	for _, id := range ids {
		if text, ok := s.outlines[id]; ok {
			var o Outline
			if err := json.Unmarshal(text, &o); err != nil {
				return nil, err
			}
			out = append(out, o)
		}
	}
	s.read += len(out)
	return out, nil
}

func (s *shelf) where(fit func(Link) bool) []Link {
	var out []Link
	for _, l := range s.links {
		if fit(l) {
			out = append(out, l)
		}
	}
	return out
}

func (s *shelf) Links(ids []readout.DocID) ([]Link, error) {
	return s.where(func(l Link) bool { return slices.Contains(ids, l.Document) }), nil
}

func (s *shelf) Near(bucket string, first, last int) ([]Link, error) {
	clusters := map[string]bool{}
	for _, l := range s.links {
		if l.Bucket == bucket && l.First <= last && l.Last >= first {
			clusters[l.Cluster] = true
		}
	}
	return s.where(func(l Link) bool { return clusters[l.Cluster] }), nil
}

func (s *shelf) Answers(q Question) (map[string]int, error) { return maps.Clone(s.facts[q]), nil }

func (s *shelf) Asking(list []Question) ([]readout.DocID, error) {
	var out []readout.DocID
	for id, asked := range s.asked {
		if slices.ContainsFunc(asked, func(q Question) bool { return slices.Contains(list, q) }) {
			out = append(out, id)
		}
	}
	return out, nil
}

func (s *shelf) Contacts(keys []string) ([]NamedContact, error) {
	var out []NamedContact
	for _, key := range keys {
		if c, ok := s.contacts[key]; ok {
			out = append(out, c)
		}
	}
	return out, nil
}

func (s *shelf) Sharing(bases []string) ([]NamedContact, error) {
	var out []NamedContact
	for _, c := range s.contacts {
		if slices.Contains(bases, c.Base) {
			out = append(out, c)
		}
	}
	return out, nil
}

// span is the years that texts are published in and speak of.
type span struct{ years int }

func (s span) day(rt *rapid.T, name string) string {
	return fmt.Sprintf("20%02d-%02d-%02d", rapid.IntRange(1, s.years).Draw(rt, name+" year"), rapid.IntRange(1, 12).Draw(rt, name+" month"), rapid.IntRange(1, 28).Draw(rt, name+" day"))
}

// strangers are persons whom some texts name in full, some by one word, and of
// whom some texts say where they belong.
var strangers = []string{"Ida Moss", "Moss", "Ida", "Karl Moss", "Ida Moss Brandt"}

// text draws a text of contacts of a few pairs.
func (s span) text(t *testing.T, rt *rapid.T, n int) readout.Reading {
	count := rapid.IntRange(1, 3).Draw(rt, "reports")
	last := rapid.IntRange(0, 2).Draw(rt, "last words") // several reports may rest on the same words
	day := ""
	if rapid.IntRange(0, 9).Draw(rt, "dated") > 0 {
		day = s.day(rt, "published")
	}
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, "%d.%d Reyes, Holt, Sande, Arvenia and Costava, Ida Moss Brandt and Karl Moss spoke on Monday in Ostby again. ", n, i)
	}
	x := doc(t, fmt.Sprintf("Mail %d", n%3), day, b.String())
	if rapid.Bool().Draw(rt, "official") {
		x.issued(rapid.SampledFrom([]string{"palace", "chancery"}).Draw(rt, "issuer"), readout.Body, b.String())
	}
	randomPage(rt, x)
	for i := range count {
		var more []func(*text, *readout.Report)
		switch when := s.day(rt, "when"); rapid.IntRange(0, 8).Draw(rt, "time") {
		case 0:
		case 1:
			more = append(more, on(when[:7], "on Monday"))
		case 2:
			more = append(more, on(when[:4], "on Monday"))
		case 3:
			more = append(more, on(when+"T10:00", "on Monday"))
		case 4:
			more = append(more, on(when[:8]+"03/"+when[:8]+"05", "on Monday"))
		case 5:
			if day != "" {
				more = append(more, on(day, "on Monday"))
			}
		case 6, 7:
			if n, ok := parseDay(day); ok {
				back := rapid.IntRange(-3, 30).Draw(rt, "back")
				more = append(more, on(interval{n - back, n - back + rapid.SampledFrom([]int{0, 1, 6, 29}).Draw(rt, "span")}.edtf(), "on Monday"), backwards)
			}
		default:
			more = append(more, on(when, "on Monday"))
		}
		if rapid.IntRange(0, 3).Draw(rt, "place") == 0 {
			more = append(more, at("place/ostby", "Ostby"))
		}
		if rapid.IntRange(0, 5).Draw(rt, "count") == 0 {
			nth := rapid.IntRange(1, 2).Draw(rt, "nth")
			more = append(more, func(x *text, r *readout.Report) { r.Ordinal = &readout.Ordinal{N: nth, Words: x.words("again")} })
		}
		if rapid.IntRange(0, 4).Draw(rt, "occasion") == 0 {
			more = append(more, during("", rapid.SampledFrom([]string{"Ostby", "Karl Moss"}).Draw(rt, "name")))
		}
		if rapid.IntRange(0, 5).Draw(rt, "begun") == 0 {
			more = append(more, begunBy(0))
		}
		if rapid.IntRange(0, 4).Draw(rt, "background") == 0 {
			more = append(more, background)
		}
		if rapid.IntRange(0, 5).Draw(rt, "headline") == 0 {
			more = append(more, headline)
		}
		pair := rapid.SampledFrom([]string{"Reyes Holt", "Reyes Holt", "Reyes Holt", "Reyes Sande", "Reyes Costava", "Arvenia Costava", "Reyes"}).Draw(rt, "pair")
		if pair == "Reyes" {
			name := rapid.SampledFrom(strangers).Draw(rt, "stranger")
			country := rapid.SampledFrom([]string{"", "", "COS", "NOR"}).Draw(rt, "country")
			more = append(more, func(x *text, r *readout.Report) {
				p := readout.Party{Entity: readout.EntityID("person/" + slug(name)), Name: name, Country: country, Words: x.words("Ida Moss")}
				if rapid.IntRange(0, 3).Draw(rt, "nameless") == 0 {
					p.Entity = ""
				}
				r.Parties = append(r.Parties, p)
			})
		}
		x.report(rapid.SampledFrom(readout.Channels).Draw(rt, "channel"), rapid.SampledFrom(readout.Statuses[:10]).Draw(rt, "status"), pair, fmt.Sprintf("%d.%d Reyes, Holt", n, min(i, last)), more...)
	}
	return x.r
}

// randomPage makes a text a page of some kind, which may have a title of its own.
func randomPage(rt *rapid.T, x *text) {
	x.r.Document.Form = rapid.SampledFrom([]readout.AccountKind{"", readout.ReadoutAccount, readout.Briefing, readout.Remarks, readout.JointStatement}).Draw(rt, "form")
	if rapid.Bool().Draw(rt, "titled") {
		x.titled(rapid.SampledFrom([]string{"Call of Reyes and Holt", "Meeting of Arvenia and Costava", "Reyes meets Costava"}).Draw(rt, "title"))
		x.heads(rapid.SampledFrom(readout.Channels).Draw(rt, "title channel"), rapid.SampledFrom([]readout.Status{readout.Held, readout.Held, readout.Scheduled}).Draw(rt, "title status"))
	}
}

// After any document or correction, in any batches, the links that are kept, and
// the ids that contacts have ever had, are those that linking everything gives.
func TestRelinkIsLinkingAll(t *testing.T) {
	read, there := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		s := newShelf()
		var all []readout.Reading
		var corrections []readout.Correction
		names := map[Name]bool{}
		years := span{rapid.SampledFrom([]int{1, 5, 30}).Draw(rt, "years")}
		for step := range rapid.IntRange(2, 12).Draw(rt, "steps") {
			linked := len(corrections)
			var fresh []readout.DocID
			if step > 0 && rapid.IntRange(0, 3).Draw(rt, "correct") == 0 {
				if c, ok := randomCorrection(t, rt, New(all, Options{Corrections: corrections}), linked); ok {
					corrections = append(corrections, c)
				}
			} else {
				for range rapid.IntRange(1, 6).Draw(rt, "batch") {
					r := years.text(t, rt, len(all))
					all, fresh = append(all, r), append(fresh, r.Document.ID)
					s.readings[r.Document.ID] = r
				}
			}
			want := LinkAll(all, corrections)
			for _, n := range want.Names {
				names[n] = true
			}
			if step == 0 {
				s.write(want)
				continue
			}
			s.read = 0
			u, err := Relink(s, fresh, corrections, linked)
			if err != nil {
				rt.Fatal(err)
			}
			read, there = read+s.read, there+len(all)
			s.write(u)
			sameLinks(rt, s, want)
			if !maps.Equal(s.names, names) {
				rt.Fatalf("names: %v\nwant %v", s.names, names)
			}
		}
	})
	t.Logf("%d of %d documents were read", read, there)
	if read*10 > there*9 { // so few documents of so few persons are mostly near each other
		t.Errorf("%d of %d documents were read: no part of the ledger is left alone", read, there)
	}
}

func sameLinks(rt *rapid.T, s *shelf, want *Update) {
	for _, l := range want.Links {
		if s.links[l.Report] != l {
			rt.Fatalf("link %+v\nwant %+v", s.links[l.Report], l)
		}
	}
	for _, c := range want.Contacts {
		if s.contacts[c.Contact] != c {
			rt.Fatalf("contact %+v\nwant %+v", s.contacts[c.Contact], c)
		}
	}
	if len(s.links) != len(want.Links) || len(s.contacts) != len(want.Contacts) {
		rt.Fatalf("%d links and %d contacts, want %d and %d", len(s.links), len(s.contacts), len(want.Links), len(want.Contacts))
	}
	if !reflect.DeepEqual(s.facts, want.Facts) {
		rt.Fatalf("facts %v\nwant %v", s.facts, want.Facts)
	}
	for id, asked := range want.Asked {
		if !slices.Equal(s.asked[id], asked) {
			rt.Fatalf("%s asked %v\nwant %v", id, s.asked[id], asked)
		}
	}
}

// A person of too many names to follow their namesakes one by one, and an index that
// fails: the first is for linking everything, the second an error.
func TestRelinkGivesUp(t *testing.T) {
	long := doc(t, "Mail", "2024-05-03", "Reyes met Holt")
	long.report(readout.Meeting, readout.Held, "Reyes Holt", "Reyes met Holt")
	s := newShelf()
	s.write(LinkAll(nil, nil))
	s.readings[long.r.Document.ID] = long.r
	fresh := []readout.DocID{long.r.Document.ID}
	if _, err := Relink(s, fresh, nil, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := Relink(broken{s}, fresh, nil, 0); !errors.Is(err, errBroken) {
		t.Errorf("error %v", err)
	}
	long.r.Entities = append(long.r.Entities, readout.Entity{ID: "person/a-b-c-d-e-f-g-h-i-j-k", Kind: readout.Person, Name: "A B"})
	s.readings[long.r.Document.ID] = long.r
	if _, err := Relink(s, fresh, nil, 0); !errors.Is(err, ErrRelinkAll) {
		t.Errorf("error %v", err)
	}
}

var errBroken = errors.New("broken")

// broken is an index that cannot answer.
type broken struct{ *shelf }

func (broken) Answers(Question) (map[string]int, error) { return nil, errBroken }
