package contact

import "readout"

// grouped are those with whom somebody met one by one, those who met together in one group.
func (f *finder) grouped(c cue, many []int) [][]int {
	if groups := f.byPreposition(c, many); len(groups) > 1 {
		return groups
	}
	return f.byDelegation(f.eachOf(many))
}

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

// roleEnd steps to the left from token i over the state or body whose officer somebody
// is, to the last token of the name: "Ana Reyes of Arvenia (ARV)", "Reyes from the Council".
func (f *finder) roleEnd(i, start int) int {
	at := f.beforeParenthesis(i)
	if at < start || f.owner[at] < 0 {
		return i
	}
	if from := f.comesFrom(at, start); from >= 0 {
		return from
	}
	if f.eligible(f.owner[at]) {
		return i
	}
	if head := f.headOf(f.owner[at], start); head >= 0 && f.persons([]int{head}) {
		_, last := f.tokensOf(head)
		return last - 1
	}
	return i
}

// comesFrom is the last token of the person from whose body token i is: "Vera Maddis from the
// Fisheries Council"; -1 if there is none.
func (f *finder) comesFrom(i, start int) int {
	first, _ := f.tokensOf(f.owner[i])
	from := f.skipDeterminers(first) - 1
	if f.Mentions[f.owner[i]].Entity.Kind() != readout.Org || !f.at(from).Is("from") || from-1 < start || f.owner[from-1] < 0 || !f.persons([]int{f.owner[from-1]}) {
		return -1
	}
	return from - 1
}

// statesGoOn reports whether behind a list whose last item is a state, and the comma at token
// last, two states or more are named that "and" closes: "leaders of the Nordic Council and
// representatives from Arvenia, Costava, and Norway". They are no subject of a new clause.
func (f *finder) statesGoOn(list []int, last, end int) bool {
	if !f.isState(list[len(list)-1]) || !f.at(last).Is(",") {
		return false
	}
	for i, n := last+1, 1; i < end; n++ {
		m := f.mentionFrom(i, end)
		if m < 0 || !f.isState(m) || f.possessive(m) {
			return false
		}
		at := f.afterName(f.afterMention(m), end)
		if f.at(i - 1).Is("and") {
			return n > 1 && (at >= end || !f.finite(at))
		}
		next, _ := f.joiner(at, end)
		if next == 0 {
			return false
		}
		i = next
	}
	return false
}

// byPreposition groups those with whom somebody met separately where "with" stands again before
// some of them: "met separately with Holt as well as with Orsi and Lorne" tells of two meetings.
// nil where it sets nobody apart from a single first.
func (f *finder) byPreposition(c cue, list []int) [][]int {
	if !f.says(c.first-2, c.last+6, "separately", "separate") {
		return nil
	}
	var out [][]int
	for _, m := range list {
		if f.at(f.begins(m, c.last) - 1).Is("with") {
			out = append(out, []int{m})
			continue
		}
		if len(out) < 2 {
			return nil
		}
		out[len(out)-1] = append(out[len(out)-1], m)
	}
	return out
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
	return len(own) > 0 && named(own) == len(own) && oneState(own)
}
