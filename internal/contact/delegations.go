package contact

import "readout"

// byDelegation groups those with whom somebody met one by one: where a list names states one
// after the other, two of one state that "and" joins are one item of it ("meetings with
// President Holt and Minister Orsi of Costava, Minister Lorne of Norway and …").
func (f *finder) byDelegation(list []int) [][]int {
	var out [][]int
	for i, m := range list {
		if n := len(out) - 1; i > 0 && f.pairOfState(list[i-1], m) && f.otherStates(list, m) {
			out[n] = append(out[n], m)
			continue
		}
		out = append(out, []int{m})
	}
	return out
}

// pairOfState reports whether two persons of one state are joined by a bare "and", and only
// the second has the state behind the name.
func (f *finder) pairOfState(a, b int) bool {
	if f.Mentions[a].Form != readout.ByName || f.Mentions[b].Form != readout.ByName {
		return false
	}
	p, q := f.parties([]int{a}), f.parties([]int{b})
	if len(p) != 1 || len(q) != 1 || p[0].Country == "" || p[0].Country != q[0].Country {
		return false
	}
	_, end := f.tokensOf(a)
	first, _ := f.tokensOf(b)
	return f.at(end).Is("and") && f.skipDeterminers(first) == end+1
}

// ofStateEach reports whether a list that ends at token last goes on behind its comma with
// somebody of another state, where both have the state behind the name: "Minister Orsi of
// Costava, Minister Lorne of Norway".
func (f *finder) ofStateEach(list []int, last, end int) bool {
	m := f.mentionFrom(last+1, end)
	if _, titled := f.Lex.Titles.Match(f.Tokens, last+1); !titled || m < 0 || !f.persons([]int{m}) || !f.ofStateBehind(list[len(list)-1], end) || !f.ofStateBehind(m, end) {
		return false
	}
	return f.parties([]int{m})[0].Country != f.parties(list[len(list)-1:])[0].Country
}

// ofStateBehind reports whether "of" and a state stand behind the name of a person.
func (f *finder) ofStateBehind(m, end int) bool {
	if f.Mentions[m].Form != readout.ByName {
		return false
	}
	_, name := f.TokensIn(f.Mentions[m].Name)
	return f.at(name).Is("of") && f.afterName(f.afterMention(m), end) > name
}

// otherStates reports whether a list goes on with somebody of another state than a mention.
func (f *finder) otherStates(list []int, m int) bool {
	own := f.parties([]int{m})
	for _, o := range list {
		if p := f.parties([]int{o}); len(p) == 1 && len(own) == 1 && p[0].Country != own[0].Country {
			return true
		}
	}
	return false
}

// withCounterparts reports whether a list of persons of one state ends with counterparts whom no
// name names: "meetings between Reyes, Brell, and their counterparts" are none of the two.
func (f *finder) withCounterparts(list []int) bool {
	if len(list) < 2 {
		return false
	}
	_, at := f.tokensOf(list[len(list)-1])
	if f.at(at).Is(",") {
		at++
	}
	if !f.at(at).Is("and") || !f.at(at+1).Is("their") || !f.at(at+2).Is("counterparts") {
		return false
	}
	own := f.parties(list)
	for _, p := range own {
		if p.Entity.Kind() != readout.Person || p.Country == "" || p.Country != own[0].Country {
			return false
		}
	}
	return true
}
