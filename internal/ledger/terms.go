package ledger

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout"
)

// matter is a point reduced to what it is about.
type matter struct {
	point   *readout.Point
	at      int                // position among the points of its text
	terms   map[string]float64 // stems by weight, of length 1 together
	numbers map[string]bool
	places  map[readout.EntityID]bool
	by      []string           // sides of those who act, sorted
	topics  map[string]float64 // by rarity: 1 for a topic of few clauses, less for one of many
	follows bool               // goes on in the sentence of the clause before
}

// stemLength is where words are cut: endings differ ("Ukraine", "Ukrainian"),
// in every language that we read the beginnings tell.
const stemLength = 5

// shortWord is the length below which a plain word is left out.
const shortWord = 4

// token is a word of a point.
type token struct {
	stem   string
	name   bool // capitalised inside the clause, or an acronym
	number bool
}

func tokensOf(words string) []token {
	var out []token
	for i, w := range strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		first, _ := utf8.DecodeRuneInString(w)
		digit := strings.ContainsFunc(w, unicode.IsDigit)
		upper := unicode.IsUpper(first)
		acronym := upper && strings.ToUpper(w) == w && len(w) > 1
		if utf8.RuneCountInString(w) < shortWord && !digit && !acronym {
			continue
		}
		out = append(out, token{stem: stem(w), number: unicode.IsDigit(first), name: acronym || upper && i > 0 && !digit})
	}
	return out
}

func stem(word string) string {
	w := foldWord(word)
	n := 0
	for i := range w {
		if n == stemLength {
			return w[:i]
		}
		n++
	}
	return w
}

// lexis is how often words and topics stand in the clauses of two texts.
type lexis struct {
	skip   map[string]bool // stems of the parties' names and states, which tell nothing
	words  map[string]int
	topics map[string]int
	n      int
}

// matters reduces the points of both texts; a word or topic weighs the less the
// more clauses have it.
func (w *world) matters(a, b *unit) (left, right []*matter) {
	lex := &lexis{skip: map[string]bool{}, words: map[string]int{}, topics: map[string]int{}}
	for _, u := range []*unit{a, b} {
		lex.skipParties(u)
	}
	ta, tb := lex.count(a), lex.count(b)
	return w.reduce(a, ta, lex), w.reduce(b, tb, lex)
}

func (w *world) reduce(u *unit, tokens [][]token, lex *lexis) []*matter {
	places := placesOf(u.src.r)
	out := make([]*matter, len(u.points))
	for i := range u.points {
		out[i] = w.matter(u, i, tokens[i], places, lex)
	}
	return out
}

// skipParties collects the words by which the text names the parties, their
// states and offices.
func (lex *lexis) skipParties(u *unit) {
	sides := map[string]bool{}
	for _, p := range u.who {
		sides[p.side] = true
		for _, word := range p.words {
			lex.skip[stem(word)] = true
		}
	}
	for _, e := range u.src.r.Entities {
		if !sides[e.Country] || e.Kind == readout.Place || e.Kind == readout.Event {
			continue
		}
		names := []string{e.Name}
		for _, m := range e.Mentions {
			if cut, err := readout.At(m).Cut(u.src.r.Document.Text); err == nil && m.Len() <= maxName {
				names = append(names, cut)
			}
		}
		for _, name := range names {
			for _, t := range tokensOf(name) {
				lex.skip[t.stem] = true
			}
		}
	}
}

// maxName is the longest mention, in bytes, whose words are taken as a name.
const maxName = 60

func (lex *lexis) count(u *unit) (tokens [][]token) {
	mentions := u.named()
	for i := range u.points {
		p := &u.points[i]
		cut, _ := p.From.Cut(u.src.r.Document.Field(p.In))
		list := slices.DeleteFunc(tokensOf(cut), func(t token) bool { return lex.skip[t.stem] })
		for _, id := range named(mentions, p) {
			list = append(list, token{stem: string(id)})
		}
		seen := map[string]bool{}
		for _, t := range list {
			if !seen[t.stem] {
				lex.words[t.stem]++
			}
			seen[t.stem] = true
		}
		for _, t := range p.Topics {
			lex.topics[t]++
		}
		tokens, lex.n = append(tokens, list), lex.n+1
	}
	return tokens
}

func (lex *lexis) weight(t token) float64 {
	x := math.Log(1 + float64(lex.n)/float64(lex.words[t.stem]))
	if t.name || t.number {
		x *= nameWeight
	}
	return x
}

// rareTopic is the number of clauses up to which a topic weighs in full.
const rareTopic = 3.0

// nameWeight is how much more a name or number weighs than a plain word.
const nameWeight = 1.6

func (w *world) matter(u *unit, i int, tokens []token, places []placeMention, lex *lexis) *matter {
	p := &u.points[i]
	m := &matter{point: p, at: i, terms: map[string]float64{}, numbers: map[string]bool{}, places: placesIn(places, p), topics: map[string]float64{}}
	for _, t := range tokens {
		m.terms[t.stem] = max(m.terms[t.stem], lex.weight(t))
		if t.number {
			m.numbers[t.stem] = true
		}
	}
	for _, t := range p.Topics {
		m.topics[t] = min(1, rareTopic/float64(lex.topics[t]))
	}
	for _, id := range p.By {
		m.by = append(m.by, w.sideOf(id))
	}
	slices.Sort(m.by)
	m.by = slices.Compact(m.by)
	m.follows = i > 0 && sameSentence(u, i-1, i)
	norm := 0.0
	for _, k := range sortedKeys(m.terms) {
		norm += m.terms[k] * m.terms[k]
	}
	for k := range m.terms {
		m.terms[k] /= math.Sqrt(norm)
	}
	return m
}

// placeMention is a place where the text names a place.
type placeMention struct {
	span readout.Span
	id   readout.EntityID
}

// placesOf are the mentions of places in a text, in order.
func placesOf(r *readout.Reading) []placeMention {
	var out []placeMention
	for _, e := range r.Entities {
		if e.Kind == readout.Place {
			for _, m := range e.Mentions {
				out = append(out, placeMention{m, e.ID})
			}
		}
	}
	slices.SortFunc(out, func(a, b placeMention) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.id, b.id))
	})
	return out
}

// named are the states, places, organisations and events that the text names,
// without those of the parties' own sides: "the OSCE" and "l'Organisation pour la
// sécurité" are one.
func (u *unit) named() []placeMention {
	sides := map[string]bool{}
	for _, p := range u.who {
		sides[p.side] = true
	}
	var out []placeMention
	for _, e := range u.src.r.Entities {
		if e.Kind == readout.Person || e.Kind == readout.Office || e.Kind == readout.Outlet || sides[e.Country] {
			continue
		}
		for _, m := range e.Mentions {
			out = append(out, placeMention{m, e.ID})
		}
	}
	slices.SortFunc(out, func(a, b placeMention) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.id, b.id))
	})
	return out
}

func named(mentions []placeMention, p *readout.Point) []readout.EntityID {
	return slices.Sorted(maps.Keys(placesIn(mentions, p)))
}

// placesIn are the places that the clause names.
func placesIn(mentions []placeMention, p *readout.Point) map[readout.EntityID]bool {
	out := map[readout.EntityID]bool{}
	if p.In != readout.InText {
		return out
	}
	for _, s := range p.From.All() {
		i, _ := slices.BinarySearchFunc(mentions, s.Start, func(m placeMention, at int) int { return cmp.Compare(m.span.Start, at) })
		for ; i < len(mentions) && mentions[i].span.Start < s.End; i++ {
			out[mentions[i].id] = true
		}
	}
	return out
}

// maxBridge is the longest stretch, in bytes, between two clauses of one sentence.
const maxBridge = 60

// sameSentence reports whether only a few words and no full stop stand between
// two clauses.
func sameSentence(u *unit, i, j int) bool {
	end, start := u.points[i].From.Hull().End, u.points[j].From.First().Start
	text := u.src.r.Document.Text
	if start < end || start > len(text) || start-end > maxBridge {
		return start < end
	}
	return !strings.ContainsAny(text[end:start], ".!?\n。")
}

// sortedKeys makes sums of floating-point numbers independent of map order.
func sortedKeys(m map[string]float64) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// cosine is how much two clauses share of their weighted words.
func (m *matter) cosine(o *matter) float64 {
	sum := 0.0
	for _, k := range sortedKeys(m.terms) {
		sum += m.terms[k] * o.terms[k]
	}
	return sum
}
