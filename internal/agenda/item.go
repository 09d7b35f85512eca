package agenda

import (
	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// items cuts the list of what was discussed into one clause an item.
func (f *finder) items(list []clause) []clause {
	var out []clause
	for _, c := range list {
		switch {
		case c.act != nil && c.act.Act == readout.Agreed:
			out = append(out, f.cutIncluded(c)...)
		case c.act == nil || c.act.Act != readout.Discussed:
			out = append(out, c)
		case c.verb.Passive:
			out = append(out, f.cutItems(c, c.first, c.verb.First)...)
		default:
			out = append(out, f.cutItems(c, c.at+1, c.last)...)
		}
	}
	return out
}

// cutIncluded cuts off what an agreement includes where that is an undertaking of
// its own ("agreed to widen cooperation, including the opening of two consulates").
func (f *finder) cutIncluded(c clause) []clause {
	for i := c.at + 1; i+2 < c.last; i++ {
		if !f.at(i).Is(",") || !f.at(i+1).Is("including") {
			continue
		}
		part := c
		part.first, part.front, part.item = i+2, i+2, true
		if !f.at(i+2).Is("the", "a", "an") || f.content(i+2, c.last) < 3 {
			return []clause{c}
		}
		c.last = f.trim(c.first, i)
		return []clause{c, part}
	}
	return []clause{c}
}

// cutItems cuts the list in the tokens [from, to) of a clause. A list is cut only
// where all its items are phrases of their own: "trade, energy and transport" or
// "the situation in Syria, Libya and Yemen" stay whole.
func (f *finder) cutItems(c clause, from, to int) []clause {
	cuts := f.cuts(from, to)
	if len(cuts) == 0 {
		return []clause{c}
	}
	ends := append(append([]int(nil), cuts...), c.last)
	var out []clause
	begin := c.first
	for n, end := range ends {
		part := c
		part.first, part.last, part.item = begin, f.trim(begin, end), n > 0
		if n > 0 {
			part.front = begin
		}
		if part.first >= part.last {
			return []clause{c}
		}
		out = append(out, part)
		begin = f.skipItem(end, c.last)
	}
	return out
}

// cuts finds the commas, semicolons and "as well as" between the items of a list;
// none if an item is no phrase of its own.
func (f *finder) cuts(from, to int) []int {
	var cuts []int
	for i := from; i < to; i++ {
		if f.at(i).Is("how") && f.at(i+1).Is("to", "best") {
			continue
		}
		if f.at(i).Is("that", "whether", "which", "where", "including", "how", "who", "what", "such", "with", "(") && !(f.at(i).Is("with") && len(cuts) == 0) || f.Tokens[i].Quote() {
			break
		}
		joint := f.at(i).Is(",", ";") || f.at(i).Is("as") && f.at(i+1).Is("well") && f.at(i+2).Is("as")
		if !joint {
			continue
		}
		if !f.phrase(f.skipItem(i, to), to) {
			if f.at(i).Is(",") && f.at(i+1).Is("including", "with", "in", "particularly", "especially", "notably", "on", "which") {
				break
			}
			return nil
		}
		cuts = append(cuts, i)
		i = f.skipItem(i, to) - 1
	}
	if len(cuts) > 0 && (f.content(from, cuts[0]) < 2 || f.adjectives(cuts[0])) {
		return nil
	}
	return cuts
}

// content is the number of words in the tokens [from, to).
func (f *finder) content(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if f.Tokens[i].Kind != token.Mark && !f.at(i).Is("on", "the", "about", "of", "a") {
			n++
		}
	}
	return n
}

// adjectives reports whether the comma at token i stands between adjectives and no
// items ("safe, or de-escalation, zones").
func (f *finder) adjectives(i int) bool {
	if f.at(i + 1).Is("or") {
		return true
	}
	w := f.at(i - 1).Fold
	for _, e := range []string{"ic", "al", "ary", "ive", "ous"} {
		if len(w) > len(e)+2 && w[len(w)-len(e):] == e && f.owner[i-1] < 0 {
			return true
		}
	}
	return false
}

// skipItem steps over what joins two items.
func (f *finder) skipItem(i, end int) int {
	for i < end && f.at(i).Is(",", ";", "and", "as", "well", "also") {
		i++
	}
	return i
}

// phrase reports whether the item that begins at token i is a noun phrase of two
// words or more that is no bare name, relative clause, participle or adjunct.
func (f *finder) phrase(i, to int) bool {
	k := f.at(i)
	if k.Kind == token.Mark || k.Is("which", "who", "where", "including", "in", "with", "particularly", "especially", "on", "at", "notably", "from", "among", "for", "but", "or", "to", "by", "as", "after", "before", "when", "while", "consistent", "based", "due", "according", "amid", "given", "despite", "including", "above", "primarily", "mainly", "chiefly", "not", "first", "namely") {
		return false
	}
	if g, ok := f.GroupAt(i, ""); ok && !k.Upper && g.Form&(lexicon.Past|lexicon.Participle) != 0 && g.Form&lexicon.Base == 0 {
		return false
	}
	end := i
	for end < to && !f.at(end).Is(",", ";", "and") && !f.at(end).Is("as") {
		end++
	}
	if m := f.owner[i]; m >= 0 {
		if _, after := f.TokensIn(f.Mentions[m].Span); after >= end {
			return false
		}
	}
	return f.content(i, end) >= 2
}

// listed are the items of a list that a sentence with a colon introduces: of the
// same sentence after the colon, or the bullets of the sentences that follow.
type listed struct {
	clause
	open     bool
	numbered bool // the number of the next item stands before it
}

// heading remembers a clause whose sentence ends with a colon: the bullets that
// follow are its items ("The leaders agreed:").
func (f *finder) heading(s int, list []clause) {
	f.list = listed{}
	if n := len(list); n > 0 && f.Tokens[f.Sentences[s].Last-1].Is(":") && list[n-1].act != nil {
		f.list = listed{clause: list[n-1], open: true}
	}
}

// number reports whether a sentence is only the number of a list's item.
func (f *finder) number(s int) bool {
	x := f.Sentences[s]
	if x.Last-x.First > 2 || f.Tokens[x.First].Kind != token.Number {
		return false
	}
	f.list.numbered = true
	return true
}

// bullet makes a clause of a sentence that is an item of the list before it; ok is
// false if it is none.
func (f *finder) bullet(s int) (clause, bool) {
	if !f.list.open {
		return clause{}, false
	}
	first, last := f.begin(s), f.Sentences[s].Last
	k := f.at(first)
	marked := first > f.Sentences[s].First || f.Tokens[last-1].Is(";") || f.list.numbered
	f.list.numbered = false
	if !marked && !k.Is("to", "on") {
		return clause{}, false
	}
	c := f.list.clause
	c.sentence, c.front, c.first, c.item = s, first, first, true
	c.last = f.trim(first, last)
	return c, c.first < c.last
}
