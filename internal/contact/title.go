package contact

import (
	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// maxTitle is how many tokens a title before a name can have.
const maxTitle = 24

// titled is the person whose name stands behind a title that begins at token i and
// is no part of the mention: "Minister for Maritime Affairs and Trade Holt", "His
// Majesty, King Holt"; -1 if none does. title says that one began before token i.
func (f *finder) titled(i, end int, title bool) int {
	for last := min(end, i+maxTitle); i < last; i++ {
		if m := f.owner[i]; m >= 0 {
			if f.master(m) {
				return -1
			}
			if x := f.Mentions[m]; (title || x.Name.Start > x.Span.Start) && x.Form == readout.ByName && x.Entity.Kind() == readout.Person { // "Council Member Jon Holt"
				return m
			}
			if first, last := f.tokensOf(m); title && (i == first && f.names(m) && !f.at(i-1).Is(",") || f.served(m)) {
				i = last - 1
				continue
			}
			if !f.at(i).Is("his", "her") {
				return -1
			}
			continue
		}
		k := f.Tokens[i]
		switch hit, ok := f.Lex.Titles.Match(f.Tokens, i); {
		case k.Kind == token.Word && k.Upper:
			title = title || ok && !hit.Plural
		case k.Is("his", "her", "the") && f.at(i+1).Upper:
		case title && k.Is("of", "for", "to", "and", "&", "in", "on") && (f.at(i+1).Upper || f.at(i+1).Is("the") && f.at(i+2).Upper):
		case title && k.Is(",") && f.titleFollows(i+1, last):
		default:
			return -1
		}
	}
	return -1
}

// titleFollows reports whether a further title, or "and" and one, stands at token i:
// the comma before it parts the titles of one person.
func (f *finder) titleFollows(i, end int) bool {
	if f.at(i).Is("and") {
		i++
	}
	if i >= end || !f.Tokens[i].Upper {
		return false
	}
	hit, ok := f.Lex.Titles.Match(f.Tokens, i)
	return ok && !hit.Plural && (f.owner[i] < 0 || f.at(i-1).Is("and") || f.honoured(i-2))
}

// honoured reports whether an honorific that wants a name ends at token i: "His
// Highness".
func (f *finder) honoured(i int) bool {
	for n := range 3 {
		if i-n < 0 {
			return false
		}
		if hit, ok := f.Lex.Titles.Match(f.Tokens, i-n); ok && hit.Len == n+1 && hit.Kind == lexicon.Honorific {
			return true
		}
	}
	return false
}

// served reports whether a mention is only of the office that a title's bearer serves:
// "Special Assistant to the President and Senior Director Jon Holt".
func (f *finder) served(m int) bool {
	first, _ := f.tokensOf(m)
	first = f.skipDeterminers(first)
	return f.Mentions[m].Form == readout.ByOffice && f.at(first-1).Is("to") && f.at(first-2).Is("assistant", "adviser", "advisor", "aide", "counselor", "counsellor", "counsel", "envoy", "deputy", "secretary")
}

// apposedTitle reports whether a body only says of what the title behind it is, in what is
// added to a person's name: "Jon Holt, G7/G20 Sherpa and Adviser to the Chancellor, met Reyes".
func (f *finder) apposedTitle(m int) bool {
	first, last := f.tokensOf(m)
	for f.at(last).Is("/") && last+1 < len(f.owner) && f.owner[last+1] >= 0 && f.names(f.owner[last+1]) {
		_, last = f.tokensOf(f.owner[last+1])
	}
	if hit, ok := f.Lex.Titles.Match(f.Tokens, last); !ok || hit.Plural || last+hit.Len < len(f.owner) && f.owner[last+hit.Len] >= 0 {
		return false
	}
	for first > 1 && f.at(first-1).Is("/") && f.owner[first-2] >= 0 && f.names(f.owner[first-2]) {
		first, _ = f.tokensOf(f.owner[first-2])
	}
	return f.at(first-1).Is(",") && first > 1 && f.personEnds(first-2)
}

// master reports whether a mention is only of the person whose aide a title names:
// "Chief of Cabinet for Council President Jon Holt".
func (f *finder) master(m int) bool {
	i, _ := f.tokensOf(m)
	i = f.skipDeterminers(i) - 1
	if !f.persons([]int{m}) || !f.at(i).Is("of", "to", "for") {
		return false
	}
	for n := 1; n <= maxServing && n <= i; n++ {
		hit, ok := f.Lex.Titles.Match(f.Tokens, i-n)
		if ok && hit.Len == n && hit.Serves() {
			return true
		}
	}
	return false
}

// maxServing is of how many words the title of an aide is at most.
const maxServing = 4

// names reports whether a mention names a state, place or body.
func (f *finder) names(m int) bool {
	switch f.Mentions[m].Entity.Kind() {
	case readout.State, readout.Place, readout.Org:
		return true
	}
	return false
}

// begins is the first token of a mention with the determiner, owner and titles
// before it that are no part of it: "Costava's Jon Holt", "Senior Director for the
// Western Isles Jon Holt".
func (f *finder) begins(m, start int) int {
	first, _ := f.tokensOf(m)
	first = f.skipDeterminers(first)
	if f.Mentions[m].Form != readout.ByName || f.Mentions[m].Entity.Kind() != readout.Person {
		return first
	}
	if f.master(m) {
		return first
	}
	if o := first - 2; o >= start && f.at(first-1).Is("'s", "'") && f.owner[o] >= 0 && f.names(f.owner[o]) {
		first, _ = f.tokensOf(f.owner[o])
		return f.skipDeterminers(first)
	}
	if x := f.Mentions[m]; x.Name.Start > x.Span.Start {
		if at := f.serviceBefore(first, start); at >= 0 {
			return f.skipDeterminers(at)
		}
		if at := first - 1; at > start && f.owner[at] < 0 && f.Tokens[at].Kind == token.Word && f.Tokens[at].Upper && f.at(at-1).Is(",", "and") { // "Brell, NORTHCOM Commander Jon Holt, and Orsi"
			return at
		}
	}
	return f.titleBefore(first, start)
}

// serviceBefore is the first token of the body that stands before the title at token first,
// with a part of it between the two or not: "Security Office Director Jon Holt", "Coast Guard
// 9th District Commander Jon Holt"; -1 if there is none.
func (f *finder) serviceBefore(first, start int) int {
	for range 2 {
		if first <= start || f.owner[first-1] < 0 {
			return -1
		}
		o := f.owner[first-1]
		at, last := f.tokensOf(o)
		if last != first || at < start || f.possessive(o) {
			return -1
		}
		switch f.Mentions[o].Entity.Kind() {
		case readout.Org:
			return at
		case readout.Place:
			first = at
		default:
			return -1
		}
	}
	return -1
}

// titleBefore steps from token i to the left over a title, as far as its first word.
func (f *finder) titleBefore(i, start int) int {
	begin := i
	for j := i - 1; j >= start && i-j < maxTitle; j-- {
		if m := f.owner[j]; m >= 0 {
			if !f.names(m) && !f.served(m) || f.possessive(m) {
				return begin
			}
			if j, _ = f.tokensOf(m); begin < i {
				begin = f.skipDeterminers(j)
			}
			continue
		}
		k := f.Tokens[j]
		switch hit, ok := f.Lex.Titles.Match(f.Tokens, j); {
		case k.Kind == token.Word && k.Upper:
			if begin < i || ok && !hit.Plural {
				begin = j
			}
		case k.Is("of", "for", "to", "the", "&", "in") || k.Is("and") && f.at(j-1).Upper && (f.owner[j-1] < 0 || f.served(f.owner[j-1])):
		default:
			return begin
		}
	}
	return begin
}

// aideOf is the person whose role a possessive gives: "Chancellor Holt's chief of staff
// Ana Reyes"; -1 if m owns no such role.
func (f *finder) aideOf(m, end int) int {
	_, i := f.tokensOf(m)
	if f.at(i).Is("'s", "'") {
		i++
	}
	title := false
	for from := i; f.possessive(m) && i < min(end, from+8); i++ {
		if o := f.owner[i]; o >= 0 {
			x := f.Mentions[o]
			if x.Form == readout.ByName && x.Entity.Kind() == readout.Person && (title || x.Name.Start > x.Span.Start) {
				return o
			}
			return -1
		}
		if f.Tokens[i].Kind != token.Word || f.telling(i) || f.finite(i) {
			return -1
		}
		_, ok := f.Lex.Titles.Match(f.Tokens, i)
		title = title || ok
	}
	return -1
}
