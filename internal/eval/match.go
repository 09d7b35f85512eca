package eval

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
)

// score lays the wanted lines of a document beside what was found. A fact found
// answers one line only; of the facts that would do, the one whose words fit
// best is taken.
func (rep *Report) score(g *Gold, found []fact) {
	used := make([]bool, len(found))
	for i := range g.Wants {
		w := &g.Wants[i]
		best, near := -1, -1
		for j := range found {
			if used[j] || !related(&w.fact, &found[j]) {
				continue
			}
			if closer(w, found, near, j) {
				near = j
			}
			if fits(&w.fact, &found[j]) && len(differs(&w.fact, &found[j])) == 0 && closer(w, found, best, j) {
				best = j
			}
		}
		rep.count(g, w, found, best, near)
		// A passage holds many quotations.
		if best >= 0 && w.kind != Passage {
			used[best] = true
		}
	}
}

// related reports whether a found fact can have to do with a wanted one.
func related(w, f *fact) bool {
	if w.kind == NoContact {
		return f.kind == Contact && !f.has("scope") && shared(w, f) > 0
	}
	return w.kind == f.kind && shared(w, f) > 0
}

// closer reports whether found[j] is nearer to what is wanted than found[i]:
// it differs in less, or its words fit better.
func closer(w *Want, found []fact, i, j int) bool {
	if i < 0 {
		return true
	}
	a, b := len(differs(&w.fact, &found[i])), len(differs(&w.fact, &found[j]))
	if a != b {
		return b < a
	}
	return overlap(&w.fact, &found[j]) > overlap(&w.fact, &found[i])
}

// count books one wanted line.
func (rep *Report) count(g *Gold, w *Want, found []fact, best, near int) {
	ok := best >= 0
	if w.kind == NoContact {
		ok = near < 0
	}
	rep.book(w.kind, ok)
	if w.kind == Contact && ok {
		rep.book(exactChannel, slices.Equal(w.get("channel"), found[best].get("channel")))
	}
	if ok {
		return
	}
	m := Miss{Place: w.place, Kind: w.kind, Want: w.line}
	if near >= 0 {
		m.Instead = found[near].describe(g.Doc.Text)
		m.Differs = differs(&w.fact, &found[near])
		if !fits(&w.fact, &found[near]) {
			m.Differs = append(m.Differs, "words")
		}
	}
	rep.Misses = append(rep.Misses, m)
}

func (rep *Report) book(kind string, ok bool) {
	s := rep.Scores[kind]
	s.Wanted++
	if ok {
		s.Found++
	}
	rep.Scores[kind] = s
}

// fits reports whether the words found are those that are wanted: for a
// passage, the quotation lies inside; for a date and a contact, half of the
// shorter of the two is shared, since a contact is said in one verb or in a
// sentence; for a statement and a point, whose words are the fact, half of what
// is wanted, which must be a third of what was found: one that swallows a
// paragraph is not the one that was wanted.
func fits(w, f *fact) bool {
	n, wanted, got := shared(w, f), length(w), length(f)
	switch w.kind {
	case Passage:
		return n == wanted
	case Date, Contact:
		return 2*n >= min(wanted, got)
	}
	return 2*n >= wanted && 3*n >= got
}

// overlap is the part of all the words of both facts that they share, 0 to 1.
func overlap(w, f *fact) float64 {
	n := shared(w, f)
	return float64(n) / float64(length(w)+length(f)-n)
}

// shared counts the bytes that both facts' words have.
func shared(w, f *fact) int {
	n := 0
	for _, a := range w.spans {
		for _, b := range f.spans {
			n += max(0, min(a.End, b.End)-max(a.Start, b.Start))
		}
	}
	return n
}

func length(f *fact) int {
	n := 0
	for _, s := range f.spans {
		n += s.Len()
	}
	return n
}

// differs lists the wanted keys that the found fact does not have so.
func differs(w, f *fact) []string {
	var out []string
	for _, k := range w.keys {
		if !equal(k.name, k.values, f.get(k.name)) {
			out = append(out, k.name)
		}
	}
	return out
}

// equal compares the values of a key by its kind.
func equal(name string, want, got []string) bool {
	switch name {
	case "channel":
		return len(got) == 1 && near(want[0]) == near(got[0])
	case "value", "when", "due":
		return len(got) == 1 && (want[0] == got[0] || strings.HasPrefix(got[0], want[0]+"T"))
	case "topics": // a reading may find more topics than one reader names
		return !slices.ContainsFunc(want, func(t string) bool { return !slices.Contains(got, t) })
	case "parties", "by":
		return slices.Equal(folded(want, true), folded(got, true))
	}
	return slices.Equal(folded(want, false), folded(got, false))
}

// near gives channels that are close to each other one name.
func near(channel string) readout.Channel {
	switch c := readout.Channel(channel); c {
	case readout.Summit, readout.Talks, readout.Visit:
		return readout.Meeting
	case readout.Video, readout.Conversation:
		return readout.Call
	default:
		return c
	}
}

// folded makes names comparable: without case, accents and a leading "the".
func folded(names []string, sorted bool) []string {
	out := make([]string, 0, len(names))
	for _, n := range names {
		out = append(out, strings.TrimPrefix(token.Fold(n), "the "))
	}
	if sorted {
		slices.Sort(out)
	}
	return out
}
