package contact

import (
	"slices"

	"readout/lexicon"
)

// sent is who is told to do what an infinitive says, where the word before it at token i
// ends the person's name or a comma behind it: "directed her adviser, Tomas Brell, to
// travel to Costava".
func (f *finder) sent(i, start int) []int {
	if f.at(i).Is(",") {
		i--
	}
	if i < start || f.owner[i] < 0 || !f.persons([]int{f.owner[i]}) {
		return nil
	}
	list := f.rowLeft(f.owner[i], start)
	at := f.begins(list[0], start)
	for j := at - 1; j >= start && j > at-12; j-- {
		if _, invited := f.Lex.English.IsForm(f.at(j).Fold, "invite"); f.sends(j) || invited && f.owner[j] < 0 {
			return list
		}
	}
	return nil
}

// sends reports whether a verb by which somebody else is made to go stands at token i.
func (f *finder) sends(i int) bool {
	return i >= 0 && f.owner[i] < 0 && slices.ContainsFunc(f.Lex.English.VerbForms(f.at(i).Fold), func(v lexicon.VerbForm) bool {
		return slices.Contains([]string{"direct", "instruct", "send", "dispatch", "order", "task", "ask", "tell"}, v.Lemma)
	})
}

// rowLeft are the persons whose row of objects mention m ends: "asked Brell, Lorne, and
// Minister Orsi".
func (f *finder) rowLeft(m, start int) []int {
	list := []int{m}
	for {
		i := f.begins(list[0], start) - 1
		if !f.at(i).Is("and", ",") {
			return list
		}
		for f.at(i).Is("and", ",") {
			i--
		}
		if i < start || f.owner[i] < 0 || !f.persons([]int{f.owner[i]}) || f.possessive(f.owner[i]) || slices.Contains(list, f.owner[i]) {
			return list
		}
		list = append([]int{f.owner[i]}, list...)
	}
}

// townBeforeDate steps from token i to the left over the day of a journey to the land behind its
// town: "travelled to Velmora, Arvenia on 3 May to meet"; it stays where it is elsewhere, and
// where somebody is sent.
func (f *finder) townBeforeDate(i, start int) int {
	k := f.overDate(i, start)
	if k == i || f.owner[k] < 0 || !f.ofTown(f.owner[k]) {
		return i
	}
	if moves, ok := f.movesTo(k, start); !ok || moves.To {
		return i
	}
	return k
}
