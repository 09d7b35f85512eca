package contact

import (
	"slices"

	"readout"
	"readout/internal/token"
)

// whoTheyAre steps over the words at token i that only say what those are who are named
// behind them: "his counterparts, Jon Holt and Pavel Orsi", "the conference host, Ana Reyes".
func (f *finder) whoTheyAre(i, end int) int {
	if f.at(i).Is("his", "her", "their") && f.at(i+1).Is("counterparts", "colleagues") && f.owner[i+1] < 0 {
		if f.at(i+2).Is(",", ":") {
			return i + 3
		}
		if m := f.mentionFrom(i+2, end); m >= 0 && f.Mentions[m].Form == readout.ByName && f.persons([]int{m}) {
			return i + 2
		}
	}
	if i+2 < end && f.owner[i] < 0 && f.Lex.English.ContactBody(f.at(i).Fold) && f.at(i+1).Is("and") && f.owner[i+2] >= 0 { // "leaders and envoys from Arvenia"
		if m := f.owner[i+2]; f.delegates(m) || f.Mentions[m].Form == readout.ByGroup {
			return i + 2
		}
	}
	if at := f.pastHost(i, end); at > 0 {
		return at
	}
	return f.toNames(i, end)
}

// toNames steps over the words at token i for a group to the names behind a dash that are
// its: "the leaders of the other members of the council — President Holt and Chancellor Brell".
func (f *finder) toNames(i, end int) int {
	if !f.at(i).Is("the", "his", "her", "their") {
		return i
	}
	group := false
	for j := i + 1; j+1 < min(end, i+maxGroupWords); j++ {
		switch {
		case f.at(j).Is("-", ":") && group:
			if m := f.mentionFrom(j+1, end); m >= 0 && f.persons([]int{m}) && f.Mentions[m].Form == readout.ByName {
				return j + 1
			}
			return i
		case f.at(j).Kind != token.Word || f.finite(j) || f.owner[j] >= 0 && f.Mentions[f.owner[j]].Form == readout.ByName && f.persons([]int{f.owner[j]}):
			return i
		}
		group = group || f.at(j).Is("leaders", "members", "partners", "counterparts", "colleagues", "presidents", "ministers")
	}
	return i
}

// maxGroupWords is within how many words of a group's first the dash before its names stands.
const maxGroupWords = 12

// begunAgain steps over an item of a list that the speaker begins again with the name:
// "the prime minister — Prime Minister Holt".
func (f *finder) begunAgain(i, end int) int {
	at := i
	for f.at(i).Is("also", "the") {
		i++
	}
	for j := i; j+1 < min(end, i+5) && f.at(j).Kind == token.Word; j++ {
		if n := j + 1 - i; f.at(j+1).Is("-") && j+2+n < end && f.Span(i, i+1).Start < f.Span(j+2, j+3).Start {
			for k := range n {
				if f.at(i+k).Fold != f.at(j+2+k).Fold {
					return at
				}
			}
			return j + 2
		}
	}
	return at
}

// pastHost steps over the plain words at token i for who receives others or chairs, before a
// comma and the name: "the conference host, Ana Reyes"; 0 if there are none.
func (f *finder) pastHost(i, end int) int {
	if !f.at(i).Is("the", "its", "his", "her", "their", "our") || f.owner[i] >= 0 {
		return 0
	}
	for j := i + 1; j+1 < min(end, i+5); j++ {
		if f.owner[j] >= 0 || f.Tokens[j].Kind != token.Word {
			return 0
		}
		if f.at(j).Is("host", "hostess", "chair", "guest", "organiser", "organizer") && f.at(j+1).Is(",") {
			if m := f.mentionFrom(j+2, end); m >= 0 && f.Mentions[m].Form == readout.ByName && f.persons([]int{m}) {
				return j + 2
			}
			return 0
		}
	}
	return 0
}

// beforeHost steps from the first token of a name to the left over "the conference host,".
func (f *finder) beforeHost(first, start int) int {
	for i := first - 3; i >= start && i > first-7; i-- {
		if at := f.pastHost(i, len(f.Tokens)); at > 0 && at <= first {
			return i
		}
	}
	return first
}

// itemFrom is the mention of the item of a list that begins at token i. Behind two or more
// names it can also stand at the end of its item, behind what the person is: "Holt, Reyes,
// observer in the council Pavel Orsi, and Brell".
func (f *finder) itemFrom(i, end, before int) int {
	m := f.mentionFrom(i, end)
	if m >= 0 || before < 2 || !f.at(i-1).Is(",") || i >= end || f.Tokens[i].Upper || f.Tokens[i].Kind != token.Word || prepositions[f.Tokens[i].Fold] {
		return m
	}
	for j := i + 1; j < min(end, i+8) && f.Tokens[j].Kind == token.Word && !f.finite(j); j++ {
		m := f.owner[j]
		if m < 0 || f.Mentions[m].Form != readout.ByName || !f.persons([]int{m}) {
			continue
		}
		first, last := f.tokensOf(m)
		if prepositions[f.at(first-1).Fold] || f.at(first-1).Is("the", "a", "an") || f.possessive(m) || !f.at(last).Is(",", "and") {
			return -1
		}
		return m
	}
	return -1
}

// newClause reports whether the mention m, which begins at token i behind ", and", is the
// subject of a new clause and no further name: "between Holt and Brell, and she said".
func (f *finder) newClause(i, m int) bool {
	_, last := f.tokensOf(m)
	return f.at(i-1).Is("and") && f.at(i-2).Is(",") && last < len(f.Tokens) && f.finite(last)
}

// ofTown reports whether a state's name only says where the town before it is: "Velmora,
// Arvenia".
func (f *finder) ofTown(m int) bool {
	first, _ := f.tokensOf(m)
	if f.Mentions[m].Entity.Kind() != readout.State || !f.at(first-1).Is(",") || first < 2 || f.owner[first-2] < 0 {
		return false
	}
	town := f.Mentions[f.owner[first-2]].Entity
	e, state := f.Lex.EntityOf(town), f.Lex.EntityOf(f.Mentions[m].Entity)
	return town.Kind() == readout.Place && e != nil && state != nil && e.Country == state.Country
}

// sharesTitle reports whether a title in the plural opens a list, so that its first "and"
// joins only those who bear it: "Vice Presidents Reyes and Holt, Minister Brell and Orsi".
func (f *finder) sharesTitle(list []int) bool {
	first, _ := f.tokensOf(list[0])
	for i := f.begins(list[0], f.Sentences[f.SentenceOf(first)].First); len(list) > 1 && f.Span(i, i+1).Start < f.Mentions[list[0]].Name.Start; i++ {
		if hit, ok := f.Lex.Titles.Match(f.Tokens, i); ok && hit.Plural {
			return true
		}
	}
	return false
}

// pastTerritory steps over a land that is no state and stands at token i in a list of
// states: "with Norway, Greenland, and Costava".
func (f *finder) pastTerritory(i, end int, list []int) int {
	if len(list) == 0 || i >= end || f.owner[i] < 0 || !f.isTerritory(f.owner[i]) || !f.isState(list[len(list)-1]) {
		return i
	}
	_, last := f.tokensOf(f.owner[i])
	next := last
	for next < end && f.at(next).Is(",", "and") {
		next++
	}
	if m := f.mentionFrom(next, end); next > last && m >= 0 && f.isState(m) {
		return next
	}
	return i
}

// beforeTerritory does the same to the left, from a land that ends at token i before state m.
func (f *finder) beforeTerritory(i, start, m int) int {
	if i < start || f.owner[i] < 0 || !f.isTerritory(f.owner[i]) || !f.isState(m) {
		return i
	}
	first, _ := f.tokensOf(f.owner[i])
	if before := first - 2; before >= start && f.at(first-1).Is(",") && f.owner[before] >= 0 && f.isState(f.owner[before]) {
		return before
	}
	return i
}

func (f *finder) isState(m int) bool { return f.Mentions[m].Entity.Kind() == readout.State }

// isTerritory reports whether a mention is of a place that lies in a state and is no part of
// a list of towns: its name stands between commas.
func (f *finder) isTerritory(m int) bool {
	first, last := f.tokensOf(m)
	return f.Mentions[m].Entity.Kind() == readout.Place && f.at(first-1).Is(",") && f.at(last).Is(",", "and")
}

// item narrows tokens [first, last) that tell of a contact to its item, where a colon opens a
// list of them and semicolons part it: "their meetings, including: a visit to Velmora in May;
// a lunch in Tollen in June".
func (f *finder) item(c cue, first, last int) (int, int) {
	colon := f.listColon(c)
	if colon < 0 {
		return first, last
	}
	first = max(first, colon+1)
	for i := first; i < last; i++ {
		if !f.at(i).Is(";") {
			continue
		}
		if i >= c.last {
			return first, i
		}
		first = i + 1
	}
	return first, last
}

// listColon is the colon before a contact that opens a list parted by semicolons; -1 if
// there is none.
func (f *finder) listColon(c cue) int {
	for i := c.first - 1; i >= f.Sentences[c.sentence].First; i-- {
		if f.at(i).Is(":") {
			if f.says(i, f.Sentences[c.sentence].Last, ";") {
				return i
			}
			return -1
		}
	}
	return -1
}

// ofListHead are the two persons whose meetings a list tells of, for an item that names
// neither: "the fifth meeting between Reyes and Holt, after: a visit to Tollen in May; a
// working lunch in Velmora in June".
func (f *finder) ofListHead(c cue, np int) []int {
	colon := f.listColon(c)
	if i := np - 1; colon < 0 || !f.at(np).Is("a", "an") || !(f.at(i).Is(";", ":") || f.at(i).Is("and") && f.at(i-1).Is(";")) {
		return nil
	}
	var out []int
	for _, m := range f.mentions[c.sentence] {
		if first, _ := f.tokensOf(m); first < colon && f.eligible(m) && f.persons([]int{m}) && !slices.ContainsFunc(out, func(o int) bool { return f.Mentions[o].Entity == f.Mentions[m].Entity }) {
			out = append(out, m)
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}
