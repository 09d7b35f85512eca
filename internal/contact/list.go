package contact

import (
	"slices"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// listRight collects coordinated mentions from token i: A, B and C. apart is
// true where the words set them apart ("and, later, with B").
func (f *finder) listRight(i, end int) (list []int, last int, apart bool) {
	joined, before, firstEnd := false, false, 0
	i = f.whoTheyAre(i, end)
	for {
		i = f.begunAgain(f.pastTerritory(i, end, list), end)
		m := f.itemFrom(i, end, len(list))
		if !f.eligible(m) || slices.Contains(list, m) || joined && f.newClause(i, m) {
			break
		}
		if n := len(list); n > 0 && f.Mentions[list[n-1]].Entity == f.Mentions[m].Entity {
			joined = before // "Prime Minister and Defence Minister Holt" is one
		}
		list = append(list, m)
		own := f.afterMention(m)
		last = f.afterName(own, end)
		if len(list) == 1 {
			firstEnd = last
		}
		next, split := f.joiner(last, end)
		if next == 0 || joined && f.at(last).Is(",") && !f.at(last+1).Is("and", "as", "with") && !((f.sharesTitle(list) || f.ofStateEach(list, last, end)) && f.listed(last, end)) && !f.statesGoOn(list, last, end) {
			break // "between Reyes and Holt, Orsi said"
		}
		before, joined = joined, joined || split || !f.at(next-1).Is(",")
		another := f.eligible(f.mentionFrom(next, end))
		apart = apart || another && (split || last > own && (f.isDate(last-1) || f.owner[last-1] >= 0 && f.isPlace(f.owner[last-1])))
		i = next
	}
	if rest := len(list) - 1; rest > 1 && f.Mentions[list[0]].Form == readout.ByGroup && len(f.Mentions[list[0]].Members) == rest {
		list = list[1:] // "the ministers of Arvenia and Costava, A and B": the names say who
	}
	if len(list) > 1 && !joined && !f.bareList(list, last, end) { // commas alone make no list: "with Reyes, the ministry said"
		return list[:1], firstEnd, false
	}
	if len(list) > 0 {
		last = f.entourage(last, end)
	}
	return list, last, apart
}

// beforeParenthesis steps to the left over "(ROK)" that ends at token i.
func (f *finder) beforeParenthesis(i int) int {
	if f.at(i).Is(")") && f.at(i-2).Is("(") {
		return i - 3
	}
	return i
}

// beforeEntourage steps to the left over those without a name who come along, and end
// at token i: "Reyes and the Arvenian delegation met".
func (f *finder) beforeEntourage(i, start int) int {
	if !f.at(i).Is("delegation", "entourage", "team", "colleagues") && !f.Lex.English.ContactBody(f.at(i).Fold) {
		return i
	}
	for j := i - 1; j > start && j > i-6; j-- {
		if f.at(j).Is("and") {
			if m := f.owner[j-1]; m >= 0 && f.persons([]int{m}) {
				return j - 1
			}
			return i
		}
	}
	return i
}

// afterMention is the token after a mention, over the comma that ends an apposition in
// it: "welcomed Jon Holt, chairman of the council, to Port Merrin".
func (f *finder) afterMention(m int) int {
	first, last := f.tokensOf(m)
	if f.at(last).Is(",") && f.at(last+1).Is("to", "at", "in", "for", "on", "about") {
		for i := first; i < last; i++ {
			if f.at(i).Is(",") {
				return last + 1
			}
		}
	}
	return last
}

// entourage steps over those without a name who come along with the names that end at
// token i: "and their delegation", "and other senior officials".
func (f *finder) entourage(i, end int) int {
	j := i
	if f.at(j).Is(",") {
		j++
	}
	if !f.at(j).Is("and") {
		return i
	}
	for j++; j < end && f.owner[j] < 0 && (f.at(j).Is("his", "her", "their", "the", "other", "members", "of", "several", "accompanying") || f.Lex.English.ContactBody("of "+f.at(j).Fold)); j++ {
	}
	if j < end && f.owner[j] < 0 && (f.at(j).Is("delegation", "entourage", "team", "colleagues", "wife", "husband", "spouse") || f.Lex.English.ContactBody(f.at(j).Fold)) {
		return j + 1
	}
	return i
}

// bareList reports whether names between commas alone are a list all the same: three
// persons or more, and no verb behind the last of them.
func (f *finder) bareList(list []int, last, end int) bool {
	for _, m := range list {
		if x := f.Mentions[m]; x.Form != readout.ByName || x.Entity.Kind() != readout.Person {
			return false
		}
	}
	if last >= end && f.headlined(f.SentenceOf(last-1)) {
		return true // "for talks with Reyes, Holt"
	}
	return len(list) > 2 && (last >= end || !f.finite(last) && !f.at(last).Is(","))
}

// headlined reports whether a sentence is written as headlines are: without a mark at
// its end.
func (f *finder) headlined(s int) bool {
	return f.PassageOf(s).Kind == readout.Headline || f.Tokens[f.Sentences[s].Last-1].Kind != token.Mark
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
	if f.at(i).Is("(") && f.at(i+2).Is(")") { // "the Union (AU)"
		i += 3
	}
	for f.at(i).Is("member", "states", "countries", "nations", "allies") || f.Lex.English.ContactBody(f.at(i).Fold) || f.at(i).Is("counterparts", "ministers") {
		i++
	}
	if j := f.ownPlaceAndDay(i, end); j > i && f.at(j).Is("and") && f.listed(j-1, end) {
		i = j
	}
	if j := f.ownPlaceAndDay(i, end); j > i && f.at(j).Is(",") && f.datedNext(j+1, end) { // "Holt on Monday, Brell on Tuesday and Orsi on Friday"
		return j
	}
	if j := f.apposition(i, end); j > 0 {
		return j
	}
	if f.at(i).Is(",") && f.owner[min(i+1, end-1)] < 0 {
		for j := i + 2; j < min(end, i+16) && !f.finite(j) && !f.at(j).Is(";") && !f.nameOfItsOwn(j); j++ {
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

// datedNext reports whether a person with a day of their own stands at token i.
func (f *finder) datedNext(i, end int) bool {
	m := f.mentionFrom(i, end)
	if m < 0 || !f.persons([]int{m}) || f.possessive(m) {
		return false
	}
	_, last := f.tokensOf(m)
	after := f.ownPlaceAndDay(last, end)
	return after > last && f.isDate(after-1)
}

// ownPlaceAndDay steps over the place and day of one counterpart, before the next: "Holt
// in Geneva on Monday and Macron in Paris a day later".
func (f *finder) ownPlaceAndDay(i, end int) int {
	for i < end {
		j := i
		if f.at(j).Is("on", "in", "at", "late", "early") {
			j++
		}
		switch {
		case f.isDate(j):
			for f.isDate(j) {
				j++
			}
		case j > i && j < end && f.owner[j] >= 0 && f.isPlace(f.owner[j]):
			_, j = f.tokensOf(f.owner[j])
		default:
			return i
		}
		i = j
	}
	return i
}

// apposition steps over what a person is, between the comma at token i and the mark
// before the next name of the list: "Holt, an adviser to President Orsi, and Brell";
// 0 if there is no such thing.
func (f *finder) apposition(i, end int) int {
	if !f.at(i).Is(",") {
		return 0
	}
	title := false
	for j := i + 1; j < min(end, i+maxTitle); j++ {
		if hit, ok := f.Lex.Titles.Match(f.Tokens, j); ok && !hit.Plural && j < i+8 {
			title = true
		}
		switch {
		case title && f.at(j).Is("as") && f.at(j+1).Is("well") && f.at(j+2).Is("as"):
			return j
		case f.at(j).Is(",", ";"):
			if title && f.listed(j, end) {
				return j
			}
			if f.at(j).Is(";") || !title {
				return 0
			}
		case f.finite(j), !title && (f.at(j).Is("and") || f.at(j).Is("as") && f.at(j+1).Is("well")), f.nameOfItsOwn(j):
			return 0
		}
	}
	return 0
}

// nameOfItsOwn reports whether a person's mention begins at token i that completes no
// title before it: "an adviser to President Orsi" is no such.
func (f *finder) nameOfItsOwn(i int) bool {
	m := f.owner[i]
	if m < 0 || f.Mentions[m].Form != readout.ByName || f.Mentions[m].Entity.Kind() != readout.Person {
		return false
	}
	first, last := f.tokensOf(m)
	return i == first && !f.at(f.skipDeterminers(first)-1).Is("of", "to", "for") && !f.at(last).Is("'s")
}

// listed reports whether the mark at token i leads to a further name of a list, not
// to the subject of a new clause.
func (f *finder) listed(i, end int) bool {
	i++
	switch {
	case f.at(i).Is("and"):
		i++
	case f.at(i).Is("as") && f.at(i+1).Is("well") && f.at(i+2).Is("as"):
		i += 3
	}
	if f.at(i).Is("with") {
		i++
	}
	m := f.mentionFrom(i, end)
	if !f.eligible(m) || !f.persons([]int{m}) || f.possessive(m) {
		return false
	}
	_, last := f.tokensOf(m)
	for last < end && (f.isDate(last) || f.Lex.English.Adverb(f.Tokens[last].Fold)) {
		last++
	}
	return last >= end || !f.finite(last)
}

// joiner steps over what joins two names at token i, and gives the token after
// it; 0 if nothing does.
func (f *finder) joiner(i, end int) (next int, split bool) {
	j := i
	if f.at(j).Is("first") && f.at(j+1).Is(",") {
		j++
	}
	if f.at(j).Is(",") {
		j++
	}
	if f.at(j).Is("then") && f.at(j-1).Is(",") && !f.at(j+1).Is("with", "to") && f.listed(j, end) { // "Holt, then Brell"
		return j + 1, true
	}
	if f.at(j).Is(";") && f.listed(j, end) {
		j++
	}
	conj := f.at(j).Is("and", "&", "or")
	if conj {
		j++
	} else if f.at(j).Is("as") && f.at(j+1).Is("well") && f.at(j+2).Is("as") {
		j += 3
		conj = true
		if f.at(j).Is("with") { // sets nothing apart
			return j + 1, false
		}
	}
	if j == i {
		return 0, false
	}
	at := j
	for j < end && !f.at(j+1).Is("-") && (f.at(j).Is(",", "then", "later", "separately", "afterwards", "subsequently", "also", "in", "the", "day", "on", "previously", "earlier") || f.isDate(j)) && j < at+8 {
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
		i := f.begins(list[0], start) - 1
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
		i = f.beforeTerritory(f.roleEnd(i, start), start, list[0])
		if i < start || f.owner[i] < 0 || !f.eligible(f.owner[i]) || f.ofTown(f.owner[i]) || slices.Contains(list, f.owner[i]) || f.prepositional(f.owner[i], start) && !f.subordinate(f.owner[i], start) && !f.bidden(f.owner[i], start) && !f.opensTitle(f.owner[i], start) {
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

// opensTitle reports whether a mention comes first of those of whose contact a title says that
// it is the readout: "Readout of President Reyes and Minister Orsi's Call with Holt".
func (f *finder) opensTitle(m, start int) bool {
	i := f.begins(m, start) - 1
	return i == start+1 && f.at(i).Is("of", "on") && f.at(start).Is("readout", "transcript", "summary")
}

// bidden reports whether the verb before a mention says what is to become of others:
// "expect Reyes and Holt to meet".
func (f *finder) bidden(m, start int) bool {
	i := f.begins(m, start) - 1
	if i < start {
		return false
	}
	return slices.ContainsFunc(f.Lex.English.VerbForms(f.at(i).Fold), func(v lexicon.VerbForm) bool {
		return len(f.Lex.English.StatusWords("to", v.Lemma)) > 0
	})
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
