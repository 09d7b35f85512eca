package contact

import (
	"slices"

	"readout"
)

// listRight collects coordinated mentions from token i: A, B and C. apart is
// true where the words set them apart ("and, later, with B").
func (f *finder) listRight(i, end int) (list []int, last int, apart bool) {
	joined, firstEnd := false, 0
	for {
		m := f.mentionFrom(i, end)
		if !f.eligible(m) || slices.Contains(list, m) {
			break
		}
		list = append(list, m)
		_, own := f.tokensOf(m)
		last = f.afterName(own, end)
		if len(list) == 1 {
			firstEnd = last
		}
		next, split := f.joiner(last, end)
		if next == 0 || joined && f.at(last).Is(",") && !f.at(last+1).Is("and", "as") {
			break // "between Reyes and Holt, Orsi said"
		}
		joined = joined || split || !f.at(next-1).Is(",")
		another := f.eligible(f.mentionFrom(next, end))
		apart = apart || another && (split || f.isDate(last-1) && last > own)
		i = next
	}
	if rest := len(list) - 1; rest > 1 && f.Mentions[list[0]].Form == readout.ByGroup && len(f.Mentions[list[0]].Members) == rest {
		list = list[1:] // "the ministers of Arvenia and Costava, A and B": the names say who
	}
	if len(list) > 1 && !joined { // commas alone make no list: "with Reyes, the ministry said"
		return list[:1], firstEnd, false
	}
	return list, last, apart
}

// afterName skips what belongs to a name that ends at token i: "of France", "(D)",
// and an apposition between commas that a conjunction follows.
func (f *finder) afterName(i, end int) int {
	for f.at(i).Is("of") && i+1 < end {
		m := f.mentionFrom(i+1, end)
		if m < 0 || f.Mentions[m].Entity.Kind() != readout.State && f.Mentions[m].Entity.Kind() != readout.Org && f.Mentions[m].Entity.Kind() != readout.Place {
			break
		}
		_, i = f.tokensOf(m)
	}
	if f.at(i).Is("leaders", "officials", "envoys", "negotiators", "representatives", "counterparts", "ministers") {
		i++
	}
	if f.isDate(i) || f.at(i).Is("on", "in") && f.isDate(i+1) {
		j := i + 1
		for f.isDate(j) {
			j++
		}
		if f.at(j).Is("and") && f.eligible(f.mentionFrom(j+1, end)) {
			i = j
		}
	}
	if f.at(i).Is(",") && f.owner[min(i+1, end-1)] < 0 {
		for j := i + 2; j < min(end, i+16) && !f.finite(j) && !f.at(j).Is(";"); j++ {
			if f.at(j).Is(",") && f.at(j+1).Is("to", "at", "in", "for", "on", "about") {
				return j + 1
			}
		}
	}
	if f.at(i).Is("(") {
		for j := i + 1; j < min(end, i+8); j++ {
			if f.at(j).Is(")") {
				return j + 1
			}
		}
	}
	return i
}

// joiner steps over what joins two names at token i, and gives the token after
// it; 0 if nothing does.
func (f *finder) joiner(i, end int) (next int, split bool) {
	j := i
	if f.at(j).Is(",") {
		j++
	}
	conj := f.at(j).Is("and", "&", "or")
	if conj {
		j++
	} else if f.at(j).Is("as") && f.at(j+1).Is("well") && f.at(j+2).Is("as") {
		j += 3
		conj = true
	}
	if j == i {
		return 0, false
	}
	at := j
	for j < end && (f.at(j).Is(",", "then", "later", "separately", "afterwards", "subsequently", "also", "in", "the", "day", "on", "previously", "earlier") || f.isDate(j)) && j < at+8 {
		if f.at(j).Is("the") && f.at(j-1).Is(",", "and") {
			break
		}
		j++
	}
	if f.at(j).Is("with", "to") {
		return j + 1, true
	}
	if j > at && conj && !f.at(at).Is("the", "also") {
		return j, true
	}
	return at, false
}

// listLeft collects coordinated mentions that end with mention m.
func (f *finder) listLeft(m, start int) []int {
	list := []int{m}
	for {
		first, _ := f.tokensOf(list[0])
		i := f.skipDeterminers(first) - 1
		if !f.at(i).Is("and", "&", ",", "nor") {
			return list
		}
		comma := f.at(i).Is(",")
		if m := f.apposed(i, list[0], start); comma && m >= 0 { // "the prime minister, Ana Reyes"
			list[0] = m
			continue
		}
		i--
		if !comma && f.at(i).Is(",") {
			i--
		}
		if i < start || f.owner[i] < 0 || !f.eligible(f.owner[i]) || slices.Contains(list, f.owner[i]) || f.prepositional(f.owner[i], start) && !f.subordinate(f.owner[i], start) {
			return list
		}
		if x := f.Mentions[f.owner[i]]; comma && x.Form == readout.ByGroup && len(x.Members) == len(list) {
			return list // the names say who the group is
		}
		if comma && len(list) == 1 && !f.headlineList(f.owner[i], list[0], start) {
			return list // an apposition rather than a list without a conjunction
		}
		list = append([]int{f.owner[i]}, list...)
	}
}

// apposed is the mention before the comma at token i that speaks of the same
// entity as mention m, -1 if there is none.
func (f *finder) apposed(i, m, start int) int {
	if i-1 < start || f.owner[i-1] < 0 || f.owner[i-1] == m || f.Mentions[f.owner[i-1]].Entity != f.Mentions[m].Entity {
		return -1
	}
	return f.owner[i-1]
}

// headlineList reports whether two names with a comma between them are a
// headline's list ("Reyes, Holt to meet"): two persons, the first of which opens
// the sentence.
func (f *finder) headlineList(a, b, start int) bool {
	first, _ := f.tokensOf(a)
	x, y := f.Mentions[a], f.Mentions[b]
	return first == start && x.Entity != y.Entity && x.Form == readout.ByName && y.Form == readout.ByName && x.Entity.Kind() == readout.Person && y.Entity.Kind() == readout.Person
}

// inList reports whether a conjunction follows the mention, so that a comma
// before it parts items.
func (f *finder) inList(m int) bool {
	_, last := f.tokensOf(m)
	return f.at(last).Is("and") || f.at(last).Is(",") && (f.at(last+1).Is("and") || last+1 < len(f.owner) && f.owner[last+1] >= 0)
}
