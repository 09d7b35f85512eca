package statement

import (
	"readout/internal/token"
)

// quote is a quotation: the tokens from its opening mark to after its closing
// one. A quotation that its paragraph does not close ends with the paragraph.
type quote struct {
	first, last int
	words       int
	scare       bool // a word or two, or a title: no speech by itself
	continued   bool // unclosed, and the next paragraph opens again: the same words go on
	continues   bool // goes on from the paragraph before
}

// inner is the quotation without its marks.
func (f *finder) inner(q quote) tokens {
	r := tokens{q.first, q.last}
	n := 1
	if f.doubled(r.first) {
		n = 2
	}
	for ; n > 0 && r.first < r.last && isQuoteMark(f.Tokens[r.first]); n-- {
		r.first++
		if r.last > r.first && isQuoteMark(f.Tokens[r.last-1]) {
			r.last--
		}
	}
	return r
}

// doubled reports whether two single marks stand for a double one at token i.
func (f *finder) doubled(i int) bool {
	return i+1 < len(f.Tokens) && f.Tokens[i].Is("'") && f.Tokens[i+1].Is("'") && !f.Tokens[i+1].Space && f.Tokens[i+1].Breaks == 0
}

func isQuoteMark(t token.Token) bool {
	return t.Kind == token.Mark && (t.Fold == `"` || t.Fold == "'")
}

// findQuotes runs over the marks once. Inside a paragraph a quotation opens and
// closes; marks of the other kind inside it are nested and change nothing.
func (f *finder) findQuotes() {
	f.inQuote = fill(len(f.Tokens))
	a := automaton{f: f, open: -1, paragraph: -1}
	for i := range f.Tokens {
		a.step(i)
	}
	a.paragraphEnd(len(f.Tokens))
	for n := range f.quotes {
		q := &f.quotes[n]
		for i := q.first; i < q.last; i++ {
			f.inQuote[i] = n
		}
		q.scare = f.isScare(*q)
	}
}

// automaton pairs the quotation marks of a text.
type automaton struct {
	f         *finder
	open      int    // token of the open mark, or -1
	by        string // the open mark as written
	paragraph int
	unclosed  bool // the paragraph before ended inside a quotation
	singles   int  // token after which no closing single mark is left in the paragraph
	left      int  // straight double marks still to come in the paragraph
	nested    bool // a straight mark inside the open quotation opened another
	done      int  // tokens before this one are read
}

func (a *automaton) step(i int) {
	f := a.f
	if p := f.Sentences[f.SentenceOf(i)].Paragraph; p != a.paragraph {
		a.paragraphEnd(i)
		a.paragraph, a.singles, a.nested = p, i, false
		a.left = a.count(i)
	}
	k := f.Tokens[i]
	if k.Kind != token.Mark || k.Fold != `"` && k.Fold != "'" || i < a.done {
		return
	}
	if f.doubled(i) && (a.open < 0 && f.opensPair(i) || a.open >= 0 && a.by == "''") {
		a.done = i + 2
		if a.open < 0 {
			a.open, a.by = i, "''"
			return
		}
		a.emit(i + 2)
		return
	}
	written := f.Raw[k.Start:k.End]
	if written == `"` {
		a.left--
		if a.straight(i) {
			return
		}
	}
	switch {
	case a.open < 0 && a.opens(i, written):
		a.open, a.by = i, written
	case a.open >= 0 && a.closes(i, written):
		a.emit(i + 1)
	}
}

// opensPair reports whether two single marks at token i can open a quotation.
func (f *finder) opensPair(i int) bool {
	return (f.Tokens[i].Space || i == 0 || f.paragraphStart(i) || f.Tokens[i-1].Kind == token.Mark) && i+2 < len(f.Tokens) && !f.Tokens[i+2].Space
}

// count is the number of straight double marks in the paragraph that begins at
// token i.
func (a *automaton) count(i int) int {
	n := 0
	for ; i < len(a.f.Tokens) && a.f.Sentences[a.f.SentenceOf(i)].Paragraph == a.paragraph; i++ {
		if k := a.f.Tokens[i]; k.Kind == token.Mark && a.f.Raw[k.Start:k.End] == `"` {
			n++
		}
	}
	return n
}

// straight weighs the white space round a straight mark, where that contradicts
// the state. It reports whether the mark is done with. A mark that looks like an
// opening one inside a quotation is nested if an even number follows it in the
// paragraph; else the open quotation was never closed, and ends here.
func (a *automaton) straight(i int) bool {
	f := a.f
	last := i+1 >= len(f.Tokens) || f.Tokens[i+1].Space || f.Tokens[i+1].Breaks > 0
	opening := (f.Tokens[i].Space || f.paragraphStart(i)) && !last
	switch {
	case a.open < 0 || a.by != `"`:
		return a.open < 0 && !f.Tokens[i].Space && last && i > 0 && a.left%2 == 0
	case a.nested && !opening:
		a.nested = false
		return true
	case opening && a.left%2 == 0:
		a.nested = true
		return true
	case opening:
		a.emit(i)
		a.open, a.by = i, `"`
		return true
	}
	return false
}

// opens reports whether a mark can open a quotation.
func (a *automaton) opens(i int, written string) bool {
	f := a.f
	switch written {
	case "“", "„", "«", "‟":
		return true
	case "”": // a closing mark set for an opening one
		return f.paragraphStart(i) && i+1 < len(f.Tokens) && !f.Tokens[i+1].Space
	case "»":
		return false
	}
	if i+1 >= len(f.Tokens) || f.Tokens[i].Fold == `"` {
		return i+1 < len(f.Tokens)
	}
	before := f.Tokens[i].Space || i == 0 || f.Tokens[i-1].Kind == token.Mark
	return written != "’" && before && !f.Tokens[i+1].Space && a.single(i) > 0
}

// single gives the token of the mark that closes the single quotation opened at
// i, or 0. A mark after s and before a word is taken for a possessive. The search
// starts where the last one ended, so that a paragraph is read once.
func (a *automaton) single(i int) int {
	f := a.f
	from := max(i+1, a.singles)
	for j := from; j < len(f.Tokens) && f.Sentences[f.SentenceOf(j)].Paragraph == a.paragraph; j++ {
		a.singles = j
		if a.closesSingle(j) {
			return j
		}
	}
	return 0
}

func (a *automaton) closesSingle(j int) bool {
	f := a.f
	k := f.Tokens[j]
	if k.Kind != token.Mark || k.Fold != "'" || k.Space || f.Raw[k.Start:k.End] == "‘" {
		return false
	}
	possessive := j > 0 && f.Tokens[j-1].Kind == token.Word && f.Tokens[j-1].Fold[len(f.Tokens[j-1].Fold)-1] == 's' &&
		j+1 < len(f.Tokens) && f.Tokens[j+1].Kind == token.Word
	return !possessive
}

// closes reports whether a mark closes the open quotation.
func (a *automaton) closes(i int, written string) bool {
	switch a.by {
	case "“", "‟", "”":
		return written == "”" || written == `"`
	case "„":
		return written == "“" || written == "”" || written == `"`
	case "«":
		return written == "»"
	case `"`:
		return written == `"` || written == "”"
	}
	return a.by != "''" && a.closesSingle(i)
}

func (a *automaton) emit(last int) {
	f := a.f
	q := quote{first: a.open, last: last}
	if a.unclosed && f.Sentences[f.SentenceOf(a.open)].First == a.open && f.paragraphStart(a.open) {
		q.continues = true
		f.quotes[len(f.quotes)-1].continued = true
	}
	a.unclosed = false
	for i := q.first; i < last; i++ {
		if f.Tokens[i].Kind != token.Mark {
			q.words++
		}
	}
	f.quotes = append(f.quotes, q)
	a.open = -1
}

// paragraphEnd closes what is open; i is the first token of the next paragraph.
func (a *automaton) paragraphEnd(i int) {
	if a.open < 0 {
		a.unclosed = false
		return
	}
	a.emit(i)
	a.unclosed = true
}

func (f *finder) paragraphStart(i int) bool {
	s := f.SentenceOf(i)
	return f.Sentences[s].First == i && (s == 0 || f.Sentences[s-1].Paragraph != f.Sentences[s].Paragraph)
}

// isScare reports whether a quotation is no speech by itself: one or two words
// without a closing mark of a sentence, or a title in capitals.
func (f *finder) isScare(q quote) bool {
	r := f.inner(q)
	if r.empty() || q.words == 0 {
		return true
	}
	ended := f.Tokens[r.last-1].Is(",", ".", "!", "?") || r.last < len(f.Tokens) && r.last < q.last && q.last < len(f.Tokens) && f.Tokens[q.last].Is(",") && f.paragraphStart(q.first)
	if q.words < 3 && !ended {
		return true
	}
	capitals, small := 0, 0
	for i := r.first; i < r.last; i++ {
		k := f.Tokens[i]
		if k.Kind != token.Word {
			continue
		}
		if k.Upper {
			capitals++
		} else if closed[k.Fold] == other {
			small++
		}
	}
	return capitals > 1 && small == 0 && q.words <= 8 && !ended
}

// speech gives the quotation that token i stands in if it is one that can be
// speech, else -1.
func (f *finder) speech(i int) int {
	if n := f.inQuote[i]; n >= 0 && !f.quotes[n].scare {
		return n
	}
	return -1
}
