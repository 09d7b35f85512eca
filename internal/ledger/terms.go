package ledger

import (
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
	names   map[string]bool    // stems of capitalised words inside the clause
	numbers map[string]bool
	by      []string // sides of those who act, sorted
}

// stemLength is where words are cut: endings differ ("Ukraine", "Ukrainian"),
// in every language that we read the beginnings tell.
const stemLength = 5

// shortWord is the length below which a plain word is left out.
const shortWord = 4

// token is a word of a point.
type token struct {
	stem    string
	name    bool // capitalised inside the clause, or an acronym
	number  bool
	initial bool // the first word, whose capital says nothing
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
		out = append(out, token{stem: stem(w), number: unicode.IsDigit(first), name: acronym || upper && i > 0 && !digit, initial: i == 0})
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

// matters reduces the points of both texts. Words of the parties' own names
// tell nothing; a word weighs the less the more clauses have it.
func (w *world) matters(a, b *unit) (left, right []*matter) {
	skip := map[string]bool{}
	for _, p := range slices.Concat(a.who, b.who) {
		for _, word := range p.words {
			skip[stem(word)] = true
		}
	}
	df, n := map[string]int{}, 0
	words := func(u *unit) (tokens [][]token) {
		for i := range u.points {
			cut, _ := u.points[i].From.Cut(u.src.r.Document.Field(u.points[i].In))
			list := slices.DeleteFunc(tokensOf(cut), func(t token) bool { return skip[t.stem] })
			seen := map[string]bool{}
			for _, t := range list {
				if !seen[t.stem] {
					df[t.stem]++
				}
				seen[t.stem] = true
			}
			tokens, n = append(tokens, list), n+1
		}
		return tokens
	}
	ta, tb := words(a), words(b)
	weight := func(t token) float64 {
		x := math.Log(1 + float64(n)/float64(df[t.stem]))
		if t.name || t.number {
			x *= nameWeight
		}
		return x
	}
	make := func(u *unit, tokens [][]token) (out []*matter) {
		for i := range u.points {
			out = append(out, w.matter(u, i, tokens[i], weight))
		}
		return out
	}
	return make(a, ta), make(b, tb)
}

// nameWeight is how much more a name or number weighs than a plain word.
const nameWeight = 1.6

func (w *world) matter(u *unit, i int, tokens []token, weight func(token) float64) *matter {
	m := &matter{point: &u.points[i], at: i, terms: map[string]float64{}, names: map[string]bool{}, numbers: map[string]bool{}}
	for _, t := range tokens {
		m.terms[t.stem] = max(m.terms[t.stem], weight(t))
		if t.name {
			m.names[t.stem] = true
		}
		if t.number {
			m.numbers[t.stem] = true
		}
	}
	for _, id := range m.point.By {
		m.by = append(m.by, w.sideOf(id))
	}
	slices.Sort(m.by)
	m.by = slices.Compact(m.by)
	norm := 0.0
	for _, k := range sortedKeys(m.terms) {
		norm += m.terms[k] * m.terms[k]
	}
	for k := range m.terms {
		m.terms[k] /= math.Sqrt(norm)
	}
	return m
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
