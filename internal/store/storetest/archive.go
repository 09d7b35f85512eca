package storetest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"readout"
	"readout/internal/store"
)

// The size of the invented world of an archive.
const (
	states     = 80
	officers   = 3  // of each state
	perDay     = 20 // documents
	perContact = 4  // documents that tell of one contact, about
)

// Archive makes invented documents, read by hand like Entries: what offices and
// newspapers of eighty states publish from the first day of 2000 on, twenty
// documents a day, day by day. A few pairs of states meet every week and most seldom,
// as in the world; a text tells of a contact that was held or is planned, often of a
// next one without a day, sometimes of the last one. The same seed gives the same
// documents.
func Archive(seed uint64) iter.Seq[store.Entry] {
	return func(yield func(store.Entry) bool) {
		a := &archive{rng: rand.New(rand.NewPCG(seed, 8))}
		for n := 0; yield(a.entry(n)); n++ {
		}
	}
}

// archive is the state of the world: what may still be told of.
type archive struct {
	rng   *rand.Rand
	fresh []*event
}

// event is a contact that texts tell of.
type event struct {
	who     [2]readout.Entity
	channel readout.Channel
	day     time.Time
	left    int // documents that are still to tell of it
}

func (a *archive) entry(n int) store.Entry {
	today := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n/perDay)
	i := a.rng.IntN(perDay)
	for len(a.fresh) <= i {
		a.fresh = append(a.fresh, a.event(today))
	}
	e := a.fresh[i]
	if e.left--; e.left == 0 {
		a.fresh[i] = a.event(today)
	}
	return a.text(n, today, e)
}

func (a *archive) event(today time.Time) *event {
	first := a.common(states)
	second := (first + 1 + a.common(states-1)) % states
	return &event{
		who:     [2]readout.Entity{officer(first, a.rng.IntN(officers)), officer(second, a.rng.IntN(officers))},
		channel: []readout.Channel{readout.Call, readout.Call, readout.Meeting, readout.Meeting, readout.Talks, readout.Visit}[a.rng.IntN(6)],
		day:     today.AddDate(0, 0, a.rng.IntN(5)-1), left: 1 + a.rng.IntN(2*perContact-1),
	}
}

// common is a number below n, small ones more often.
func (a *archive) common(n int) int {
	x := a.rng.Float64()
	return int(x * x * x * float64(n))
}

func officer(state, i int) readout.Entity {
	code := string([]byte{'A' + byte(state/26), 'A' + byte(state%26), 'Q'})
	name := []string{"Ana", "Jon", "Mira"}[i] + " " + strings.ToUpper(code[:1]) + strings.ToLower(code[1:]) + []string{"berg", "holm", "strand"}[i]
	return readout.Entity{ID: readout.EntityID("person/" + strings.ReplaceAll(strings.ToLower(name), " ", "-")), Kind: readout.Person, Name: name, Country: code}
}

// text is a document about an event.
func (a *archive) text(n int, today time.Time, e *event) store.Entry {
	t := &draft{reading: &readout.Reading{}}
	day, published := e.day.Format(time.DateOnly), today.Format(time.DateOnly)
	from := t.write(published)
	t.write(fmt.Sprintf(" — Text %d. ", n))
	verb, status := " met ", readout.Held
	if e.day.After(today) {
		verb, status = " will meet ", readout.Scheduled
	}
	t.report(e, e.channel, status, verb, &day)
	switch a.rng.IntN(6) {
	case 0:
		t.report(e, e.channel, readout.Arranging, " agreed to meet soon ", nil)
	case 1:
		t.report(e, readout.Call, readout.Proposed, " offered a call to ", nil)
	case 2:
		last := e.day.AddDate(0, 0, -7-a.rng.IntN(300)).Format("2006-01")
		t.report(e, e.channel, readout.Held, " had met ", &last)
	}
	text := t.text.String()
	r := t.reading
	r.Document = readout.Document{
		ID: readout.NewDocID([]byte(text)), Source: fmt.Sprintf("archive/%d.txt", n), Outlet: fmt.Sprintf("Wire %d", a.rng.IntN(9)), Language: "en", Text: text,
		Words: len(strings.Fields(text)), Published: &readout.Published{EDTF: published, Words: from},
	}
	r.Passages = []readout.Passage{{Kind: readout.Body, Words: readout.WordsAt(readout.Span{End: len(text)})}}
	return store.Entry{Reading: *r, Raw: []byte(text), Place: r.Document.Source, Made: store.Versions{Rules: "test", Lexicon: "none"}}
}

// draft is a text while it is written.
type draft struct {
	text    strings.Builder
	reading *readout.Reading
}

func (t *draft) write(words string) readout.Words {
	start := t.text.Len()
	t.text.WriteString(words)
	return readout.WordsAt(readout.Span{Start: start, End: t.text.Len()})
}

// report writes a sentence that tells of the event, or of another contact of the
// same two.
func (t *draft) report(e *event, channel readout.Channel, status readout.Status, verb string, day *string) {
	start := t.text.Len()
	r := t.reading
	rep := readout.Report{ID: fmt.Sprintf("c%d", len(r.Contacts)+1), Channel: channel, Status: status}
	for i, who := range e.who {
		if i > 0 {
			t.write(verb)
		}
		words := t.write(who.Name)
		rep.Parties = append(rep.Parties, readout.Party{Entity: who.ID, Name: who.Name, Country: who.Country, Words: words})
		if known := r.Entity(who.ID); known != nil {
			known.Mentions = append(known.Mentions, words.From.First())
		} else {
			who.Mentions = words.From.All()
			r.Entities = append(r.Entities, who)
		}
	}
	if day != nil {
		t.write(" on ")
		rep.When = &readout.When{EDTF: *day, Words: t.write(*day)}
	}
	rep.Words = readout.WordsAt(readout.Span{Start: start, End: t.text.Len()})
	t.write(". ")
	r.Contacts = append(r.Contacts, rep)
}
