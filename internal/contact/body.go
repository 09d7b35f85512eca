package contact

import (
	"slices"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// maxBetween is how many words can stand between a state and its officials:
// "Arvenian senior trade officials".
const maxBetween = 3

// bodies lets the officials of states stand for those states, as parties that are
// no persons: "Arvenian and Costavan officials", "negotiators from Arvenia".
func (f *finder) bodies() {
	for i := range f.Tokens {
		f.pair(i)
		f.officers(i)
		if f.owner[i] >= 0 || !f.Lex.English.ContactBody(f.Tokens[i].Fold) {
			continue
		}
		if first := f.beforeBody(i); first >= 0 {
			f.adjectives(first, i)
			continue
		}
		j := i + 1
		if !f.at(j).Is("from", "of", "for") {
			continue
		}
		for j++; f.at(j).Is("the", "several", "both", "member", "allies"); j++ {
		}
		if m := f.member(j); m >= 0 {
			_, last := f.tokensOf(m)
			f.stands(f.Mentions[m].Entity, i, last, f.Mentions[m].Span)
			for f.at(last).Is("and", ",") && last+1 < len(f.owner) { // "officials from Arvenia and Costava"
				j = last + 1
				for ; f.at(j).Is("and", "the"); j++ {
				}
				if j >= len(f.owner) || f.owner[j] < 0 || !f.actor(f.owner[j]) || f.Mentions[f.owner[j]].Form == readout.ByMetonym && f.delegates(f.owner[j]) {
					break
				}
				m = f.owner[j]
				if _, last = f.tokensOf(m); f.at(last).Is("'s") {
					break
				}
				f.stands(f.Mentions[m].Entity, j, last, f.Mentions[m].Span)
			}
		}
	}
}

// officers lets the ministers of an organisation's members, whose plural title begins at
// token i, stand for it: "the foreign ministers of the SCO member states".
func (f *finder) officers(i int) {
	hit, ok := f.Lex.Titles.Match(f.Tokens, i)
	if !ok || !hit.Plural || f.owner[i] >= 0 || !f.at(i+hit.Len).Is("of", "from") {
		return
	}
	j := i + hit.Len + 1
	if f.at(j).Is("the") {
		j++
	}
	if j < len(f.owner) && f.owner[j] >= 0 && f.international(f.owner[j]) {
		_, last := f.tokensOf(f.owner[j])
		f.stands(f.Mentions[f.owner[j]].Entity, i, last, f.Mentions[f.owner[j]].Span)
	}
}

// member is the state or body at token i; of a body's allies that are named behind it,
// the first: "NATO Allies Arvenia and Costava". -1 if there is none.
func (f *finder) member(i int) int {
	if i >= len(f.owner) || f.owner[i] < 0 || !f.actor(f.owner[i]) {
		return -1
	}
	_, last := f.tokensOf(f.owner[i])
	if f.at(last).Is("allies", "members", "partners") && last+1 < len(f.owner) && f.owner[last+1] >= 0 && f.actor(f.owner[last+1]) {
		return f.owner[last+1]
	}
	return f.owner[i]
}

// pair lets two or more states or adjectives with hyphens between them before a telling
// noun stand for their states: "Arvenian-Costavan talks". Token i is the first hyphen.
func (f *finder) pair(i int) {
	if !f.at(i).Is("-") || i == 0 || i+2 >= len(f.Tokens) {
		return
	}
	first, one := f.stateEnding(i - 1)
	if one == "" || f.at(first-1).Is("-") {
		return
	}
	ids, ends := []readout.EntityID{one}, []int{i}
	for at := i; f.at(at).Is("-"); at = ends[len(ends)-1] {
		last, id := f.stateFrom(at + 1)
		if id == "" || slices.Contains(ids, id) {
			return
		}
		ids, ends = append(ids, id), append(ends, last)
	}
	if last := ends[len(ends)-1]; !f.telling(last) && !f.telling(last+1) && !(len(ids) > 2 && f.telling(last+2)) {
		return
	}
	for k, id := range ids {
		f.stands(id, first, ends[k], f.Span(first, ends[k]))
		first = ends[k] + 1
	}
}

// maxStateName is how many tokens the name of a state in a chain of them can have.
const maxStateName = 4

// stateFrom is the state whose name or adjective begins at token i, and the token after
// it; "" if none does.
func (f *finder) stateFrom(i int) (last int, state readout.EntityID) {
	for last = i + 1; last <= min(i+maxStateName, len(f.Tokens)); last++ {
		if first, id := f.stateEnding(last - 1); id != "" && first == i {
			return last, id
		}
	}
	return i, ""
}

// stateEnding is the first token of a state's name or adjective that ends at token j,
// and the state; "" if none does.
func (f *finder) stateEnding(j int) (first int, state readout.EntityID) {
	m := f.owner[j]
	if code := f.Lex.English.StatePrefix(f.at(j).Fold); code != "" {
		return j, readout.EntityID("state/" + code)
	}
	if m < 0 {
		return f.adjectiveEnding(j)
	}
	first, last := f.tokensOf(m)
	if last != j+1 || f.Mentions[m].Form != readout.ByName || !f.actor(m) {
		return 0, ""
	}
	return first, f.Mentions[m].Entity
}

// telling reports whether a telling noun begins at token i.
func (f *finder) telling(i int) bool {
	for _, stem := range append(singular(f.at(i).Fold), f.at(i).Fold) {
		if len(f.Lex.English.ContactNouns(stem)) > 0 {
			return true
		}
	}
	return false
}

// delegates reports whether a mention is of officials who stand for their state or
// organisation.
func (f *finder) delegates(m int) bool {
	return m >= f.bodyFrom && f.Mentions[m].Form == readout.ByMetonym
}

// actor reports whether a mention is of a state or organisation.
func (f *finder) actor(m int) bool {
	k := f.Mentions[m].Entity.Kind()
	return f.Mentions[m].Form != readout.ByGroup && (k == readout.State || k == readout.Org)
}

// beforeBody is the token before officials where a state or its adjective ends, -1
// if none stands there.
func (f *finder) beforeBody(i int) int {
	for j := i - 1; j >= 0 && j >= i-maxBetween-1; j-- {
		if m := f.owner[j]; m >= 0 {
			if f.actor(m) {
				return j
			}
			return -1
		}
		if first, country := f.adjectiveEnding(j); country != "" {
			if _, other := f.adjectiveEnding(first - 1); first > 0 && other != "" {
				return -1 // "Arvenian American leaders" stand for no state
			}
			return j
		}
		if f.at(j).Is("'s") && j > 0 && f.owner[j-1] >= 0 && f.actor(f.owner[j-1]) {
			return j
		}
		if f.Tokens[j].Kind != token.Word || !f.Lex.English.ContactBody("of "+f.Tokens[j].Fold) {
			return -1
		}
	}
	return -1
}

// adjectiveEnding is the first token of a state's adjective that ends at token j,
// and the state; "" if none does.
func (f *finder) adjectiveEnding(j int) (first int, country readout.EntityID) {
	for n := 2; n >= 0; n-- {
		if j-n < 0 {
			continue
		}
		for _, hit := range f.Lex.Names.Match(f.Tokens, j-n) {
			if hit.Len != n+1 {
				continue
			}
			for _, e := range hit.Entries {
				if e.Form == lexicon.Adjective && e.Entity.Kind() == readout.State {
					return j - n, e.Entity
				}
			}
		}
	}
	return 0, ""
}

// adjectives makes a mention of each state whose adjective stands before the
// officials at token i: the last ends at token j.
func (f *finder) adjectives(j, i int) {
	last := i + 1
	for j >= 0 {
		first := j
		if m := f.owner[j]; m >= 0 {
			if !f.actor(m) {
				return
			}
			first, _ = f.tokensOf(m)
			f.stands(f.Mentions[m].Entity, first, last, f.Mentions[m].Span)
		} else if f.at(j).Is("'s") {
			m := f.owner[j-1]
			first, _ = f.tokensOf(m)
			f.stands(f.Mentions[m].Entity, first, last, f.Mentions[m].Span)
		} else {
			at, country := f.adjectiveEnding(j)
			if country == "" {
				return
			}
			first = at
			f.stands(country, first, last, f.Span(first, j+1))
		}
		j = first - 1
		if f.at(j).Is("and", ",", "&") {
			j--
			if f.at(j).Is(",") {
				j--
			}
		} else {
			return
		}
		last = j + 1
		if j < 0 || f.owner[j] < 0 && !f.Tokens[j].Upper {
			return
		}
		if m := f.owner[j]; m >= 0 && f.Mentions[m].Entity.Kind() != readout.State {
			return
		}
	}
}

// stands adds a mention of a state or organisation over tokens [first, last).
func (f *finder) stands(id readout.EntityID, first, last int, name readout.Span) {
	first = f.wholeBody(first)
	for i := first; i < last; i++ {
		f.owner[i] = len(f.Mentions)
	}
	f.Mentions = append(f.Mentions, readout.Mention{Entity: id, Span: f.Span(first, last), Name: name, Form: readout.ByMetonym})
}

// wholeBody steps to the left over what belongs to the officials at token first: "senior
// officials", "ministers, envoys, and other officials".
func (f *finder) wholeBody(first int) int {
	for first > 0 && f.owner[first-1] < 0 && (f.Lex.English.ContactBody("of "+f.Tokens[first-1].Fold) || f.at(first-1).Is("other", "his", "her", "their")) {
		first--
	}
	if !f.at(first-1).Is("and") || !f.at(first).Is("other") {
		return first
	}
	for i := first - 1; i > 0 && i > first-14 && f.owner[i-1] < 0; i-- {
		if prepositions[f.at(i-1).Fold] {
			return i
		}
		if k := f.at(i - 1); !k.Is(",", "and") && k.Kind != token.Word || f.finite(i-1) {
			break
		}
	}
	return first
}
