package ledger

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"

	"readout"
)

// What makes one text a copy of another.
const (
	shingleWords = 5    // words in a run; texts are compared by their runs
	contained    = 0.8  // share of the shorter text's runs that the longer has
	verbatim     = 0.97 // the share from which the days need not agree
	leastPart    = 0.3  // length of the shorter text as a share of the longer
	shortText    = 25   // words; texts with fewer have to be the same word for word
	maxCopies    = 400  // texts of one contact that are compared
)

// copyGroups gives the texts among several of one contact that are one text in
// several places: reprints, trimmed or under another headline. The first of each
// group is the one that was published first. Texts that nobody copied are left out.
func copyGroups(docs []*source) [][]*source {
	if len(docs) < 2 {
		return nil
	}
	docs = slices.Clone(docs[:min(len(docs), maxCopies)])
	slices.SortFunc(docs, firstPublished)
	group := make([]int, len(docs)) // the first of its group
	for i := range docs {
		group[i] = i
	}
	for i := range docs {
		for j := range i {
			if group[j] != group[i] && copied(docs[i], docs[j]) {
				old, to := max(group[i], group[j]), min(group[i], group[j])
				for k := range group {
					if group[k] == old {
						group[k] = to
					}
				}
			}
		}
	}
	var out [][]*source
	for i := range docs {
		var members []*source
		for j := range docs {
			if group[j] == i {
				members = append(members, docs[j])
			}
		}
		if len(members) > 1 {
			out = append(out, members)
		}
	}
	return out
}

func firstPublished(a, b *source) int {
	return cmp.Or(boolFirst(a.hasDay, b.hasDay), cmp.Compare(a.day, b.day), cmp.Compare(a.r.Document.ID, b.r.Document.ID))
}

// copied reports whether one of two texts is a copy of the other, or of a part of
// it: most of its runs of words are there, in a text that is not many times as
// long, and both name the same days. A quotation in somebody's own text is no copy.
func copied(a, b *source) bool {
	x, y := a.fingerprint(), b.fingerprint()
	if x.words > y.words {
		a, b, x, y = b, a, y, x
	}
	if x.words < shortText {
		return x.words > 0 && x.words == y.words && x.whole == y.whole
	}
	if float64(x.words) < leastPart*float64(y.words) {
		return false
	}
	n := 0
	for h := range x.runs {
		if y.runs[h] {
			n++
		}
	}
	share := float64(n) / float64(len(x.runs))
	return share >= verbatim && near(a, b) || share >= contained && sameDays(a.r, b.r)
}

// near reports whether two texts were published within a day of each other, so
// that "today" in a copy was today in the text.
func near(a, b *source) bool {
	return !a.hasDay || !b.hasDay || max(a.day-b.day, b.day-a.day) <= 1
}

// sameDays reports whether each exact day that the first text names stands in the
// second: two accounts in the set words of one office are of two days.
func sameDays(a, b *readout.Reading) bool {
	days := func(r *readout.Reading) []string {
		var out []string
		for _, d := range r.Dates {
			if len(d.EDTF) >= len("2006-01-02") && !strings.Contains(d.EDTF, "/") && d.In == readout.InText {
				out = append(out, d.EDTF[:len("2006-01-02")])
			}
		}
		return out
	}
	have := days(b)
	return !slices.ContainsFunc(days(a), func(day string) bool { return !slices.Contains(have, day) })
}

// fingerprint is what tells a text from others: its runs of words.
type fingerprint struct {
	words int
	whole uint64
	runs  map[uint64]bool
}

// fingerprint is computed once for a document, where it is first asked for.
func (s *source) fingerprint() *fingerprint {
	if s.printed != nil {
		return s.printed
	}
	words := ownWords(s.r)
	p := &fingerprint{words: len(words), whole: hashOf(words), runs: make(map[uint64]bool, len(words))}
	for i := 0; i+shingleWords <= len(words); i++ {
		p.runs[hashOf(words[i:i+shingleWords])] = true
	}
	s.printed = p
	return p
}

func hashOf(words []string) uint64 {
	h := fnv.New64a()
	for _, word := range words {
		h.Write([]byte(word))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// ownWords is the folded words of a document's own text, without headlines and
// furniture, and without what it quotes of others where that is not most of it.
func ownWords(r *readout.Reading) []string {
	var own, quoted []string
	for _, p := range r.Passages {
		if p.In != readout.InText || !p.Kind.Reports() || p.Kind == readout.Headline {
			continue
		}
		cut, err := p.From.Cut(r.Document.Text)
		if err != nil {
			continue
		}
		if p.Kind == readout.Readout {
			quoted = append(quoted, foldedWords(cut)...)
		} else {
			own = append(own, foldedWords(cut)...)
		}
	}
	if len(quoted) > len(own) {
		return append(own, quoted...)
	}
	return own
}

// copies notes which documents of an entry are copies, and of which; the first
// published is the text, the others are places where it stands too.
func (d *draft) copies() {
	seen := map[*source]bool{}
	var docs []*source
	for _, it := range d.c.items {
		if !seen[it.src] {
			docs, seen[it.src] = append(docs, it.src), true
		}
	}
	d.out.Independent, d.copyOf = len(docs), map[readout.DocID]readout.DocID{}
	for _, group := range copyGroups(docs) {
		ids := make([]readout.DocID, len(group))
		for i, s := range group {
			if ids[i] = s.r.Document.ID; i > 0 {
				d.copyOf[ids[i]] = ids[0]
			}
		}
		d.out.Copies = append(d.out.Copies, ids)
		d.out.Independent -= len(group) - 1
	}
}
