package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/lexicon"
)

// owners are the mentions that own the noun: "Reyes's call", "their call", "the
// Reyes-Holt call".
func (f *finder) owners(c cue, np, start int) []int {
	var list []int
	for i := np; i < c.first; i++ {
		m := f.owner[i]
		if pair := f.justNamed(i, start); len(pair) > 0 {
			return pair
		}
		if m < 0 && f.at(i).Is("his", "her", "their") {
			return f.ownersBefore(i, start)
		}
		if m < 0 || !f.eligible(m) || slices.Contains(list, m) {
			continue
		}
		first, last := f.tokensOf(m)
		if f.Mentions[m].Form == readout.ByGroup && f.at(last-1).Upper && f.Tokens[c.head].Upper && c.word.Channel == string(readout.Summit) {
			continue // "the Leaders' Summit on Ports" has a name: it is of others, too
		}
		k := f.Tokens[i]
		if f.possessive(m) || k.Is("his", "her", "their", "its", "our") || f.at(last).Is("-") || f.at(first-1).Is("-") || last == c.first && (len(list) > 0 || c.word.Channel == string(readout.Visit) && f.persons([]int{m}) && f.at(first-1).Is("a", "the", "planned", "possible")) {
			list = append(list, m)
			i = max(i, last-1)
		}
	}
	if len(list) == 1 && f.possessive(list[0]) {
		return f.listLeft(list[0], start)
	}
	return list
}

// justNamed is the pair that stands directly before "in their": "the pledge by Reyes and
// Holt in their May call" is of no other two, whoever the text is about.
func (f *finder) justNamed(i, start int) []int {
	if !f.at(i).Is("their") || i-2 < start || !f.at(i-1).Is("in", "during", "at", "after") || !f.personEnds(i-2) {
		return nil
	}
	b := f.owner[i-2]
	and := f.begins(b, start) - 1
	if and <= start || !f.at(and).Is("and") || !f.personEnds(and-1) {
		return nil
	}
	return []int{f.owner[and-1], b}
}

// personEnds reports whether the mention of one person or office ends at token i.
func (f *finder) personEnds(i int) bool {
	m := f.owner[i]
	return m >= 0 && f.persons([]int{m}) && f.Mentions[m].Form != readout.ByGroup && !f.possessive(m)
}

// ownersBefore is whom a possessive pronoun at token i means: the last person named
// before it in the sentence ("his", "her"), or the last two or more ("their").
func (f *finder) ownersBefore(i, start int) []int {
	plural := f.at(i).Is("their")
	if g, ok := f.clauseBefore(i, start); ok && !plural { // "Reyes sent Brell; her own meeting with Holt"
		if list := f.subject(g.First, start); len(list) == 1 {
			return list
		}
	}
	for j := i - 1; j >= start; j-- {
		m := f.owner[j]
		if m < 0 || !f.persons([]int{m}) {
			continue
		}
		if first := f.begins(m, start); !plural && f.at(first-1).Is("with") && f.ownedBefore(f.at(i).Fold, first, start) {
			continue // "from his meeting with Holt to his meeting with Brell"
		}
		if !plural && f.informed(m, i, start) {
			continue // "told Holt about his talks with Brell": of who told
		}
		list := f.listLeft(m, start)
		if many := len(f.parties(list)) > 1; many == plural {
			return list
		}
		if !plural && f.Mentions[m].Entity.Kind() == readout.Person && f.Mentions[m].Form != readout.ByGroup {
			return []int{m}
		}
	}
	if list := f.ownersLater(i, start); len(list) > 0 && !plural {
		return list
	}
	return f.ownersEarlier(start, plural)
}

// informed reports whether the mention m is somebody who is told of the contact whose owner
// the pronoun at token i is: "informed Holt of his contacts with Brell".
func (f *finder) informed(m, i, start int) bool {
	first, last := f.tokensOf(m)
	if !f.at(last).Is("of", "about", "on") || first <= start || i-last > 2 && !f.at(i-1).Is("of") {
		return false // "told Holt about the results of his talks"
	}
	verb := f.begins(m, start) - 1
	return f.informs(verb) || f.at(verb).Is("tell", "tells", "told", "telling")
}

// ownersLater is whom a possessive pronoun means in a phrase that opens the sentence, before
// its subject: "In his message to Holt, President Reyes noted", "Having told Brell of his
// talks with Holt, Reyes".
func (f *finder) ownersLater(i, start int) []int {
	end := f.Sentences[f.SentenceOf(start)].Last
	opens := i-start <= 2 && f.at(i-1).Is("in", "during", "with", "at", "after", "before")
	participle := strings.HasSuffix(f.at(start).Fold, "ing") || f.at(start).Is("after", "before", "while", "by") && strings.HasSuffix(f.at(start+1).Fold, "ing")
	if !opens && !participle {
		return nil
	}
	for j := i + 1; j+2 < end && !f.finite(j); j++ {
		if !f.at(j).Is(",") || !f.personAt(f.skipDeterminers(j+1)) {
			continue
		}
		m := f.owner[f.skipDeterminers(j+1)]
		if _, last := f.tokensOf(m); last < end && f.finite(last) {
			return []int{m}
		}
	}
	return nil
}

// ownedBefore reports whether the same possessive pronoun stands before token i, of a
// contact with whoever is named there.
func (f *finder) ownedBefore(pronoun string, i, start int) bool {
	for j := i - 2; j >= start && j > i-6; j-- {
		if f.owner[j] < 0 && f.at(j).Fold == pronoun {
			return true
		}
	}
	return false
}

// ownersEarlier is whom a possessive pronoun means that opens its sentence: the person
// whom the sentence before names first ("his"), or its two or more ("their").
func (f *finder) ownersEarlier(start int, plural bool) []int {
	n := f.SentenceOf(start) - 1
	if n < 0 || f.Sentences[n].Paragraph < f.Sentences[n+1].Paragraph-1 || f.PassageOf(n).Issuer != f.PassageOf(n+1).Issuer || f.PassageOf(n).Kind != f.PassageOf(n+1).Kind {
		return nil
	}
	var list []int
	for i := f.Sentences[n].First; i < f.Sentences[n].Last && !f.at(i).Is("including"); i++ { // "Reyes and a delegation, including Brell": who comes along
		m := f.owner[i]
		if m < 0 || f.Mentions[m].Entity.Kind() != readout.Person || slices.ContainsFunc(list, func(o int) bool { return f.Mentions[o].Entity == f.Mentions[m].Entity }) {
			continue
		}
		if !plural {
			return []int{m}
		}
		list = append(list, m)
	}
	if len(list) != 2 {
		return nil
	}
	return list
}

// clauseBefore is the first verb of the sentence where a semicolon stands before token i:
// what follows it goes on with the same subject.
func (f *finder) clauseBefore(i, start int) (syntax.Group, bool) {
	if !f.at(i - 1).Is(";") {
		return syntax.Group{}, false
	}
	for j := start; j < i; j++ {
		if f.finite(j) {
			return f.GroupAt(j, "")
		}
	}
	return syntax.Group{}, false
}

// planOf is whose decision or plan token i is: "Costava's decision to host the summit"; -1 if it
// is nobody's.
func (f *finder) planOf(i int) int {
	if i < 1 || !f.at(i).Is("decision", "plan", "plans", "intention", "intent") {
		return -1
	}
	if f.at(i-1).Is("'s", "'") {
		i--
	}
	if m := f.owner[max(i-1, 0)]; m >= 0 && f.eligible(m) && f.possessive(m) {
		return m
	}
	return -1
}

// ofAgents are the persons who did together what a participle tells, where "their" before a
// noun is theirs: "as discussed by Holt and Lorne during their recent calls".
func (f *finder) ofAgents(np, start int) []int {
	if !f.at(np).Is("their") || !f.at(np-1).Is("during", "in", "at", "on") || np-2 <= start {
		return nil
	}
	second := f.owner[f.roleEnd(np-2, start)]
	if second < 0 || !f.persons([]int{second}) {
		return nil
	}
	and := f.begins(second, start) - 1
	if !f.at(and).Is("and") || and-1 <= start {
		return nil
	}
	first := f.owner[f.roleEnd(and-1, start)]
	if first < 0 || !f.persons([]int{first, second}) {
		return nil
	}
	by := f.begins(first, start) - 1
	if g, ok := f.GroupAt(by-1, ""); !ok || !f.at(by).Is("by") || g.Form&lexicon.Participle == 0 {
		return nil
	}
	return []int{first, second}
}
