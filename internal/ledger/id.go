package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// nameAll gives every entry its id: first day, family names sorted, channel;
// entries that share one are told apart by -2, -3 in the order of their
// smallest (document, offset).
func nameAll(drafts []*draft) {
	byBase := map[string][]*draft{}
	var bases []string
	for _, d := range drafts {
		base := baseID(d)
		if byBase[base] == nil {
			bases = append(bases, base)
		}
		byBase[base] = append(byBase[base], d)
	}
	for _, base := range bases {
		list := byBase[base]
		slices.SortFunc(list, func(a, b *draft) int { return a.c.first.position(b.c.first) })
		for i, d := range list {
			d.out.ID = numbered(base, i)
		}
	}
}

// numbered is the id of the contact at this place, from 0, among those that
// share one.
func numbered(base string, i int) string {
	if i == 0 {
		return base
	}
	return fmt.Sprintf("%s-%d", base, i+1)
}

func baseID(d *draft) string {
	day := "undated"
	if d.when.known {
		day = formatDay(d.when.span.lo)
	}
	var names []string
	for _, p := range d.out.Parties {
		names = append(names, familyName(p))
	}
	slices.SortFunc(names, cmp.Compare[string])
	return strings.Join(slices.Concat([]string{day}, names, []string{string(d.out.Channel)}), "-")
}

// nameSuffixes stand behind family names.
var nameSuffixes = []string{"jr", "sr"}

// familyName is the family name that the party carries, or else the last word of a person's id (without a suffix or a king's number),
// a state's code, an office's or organisation's own name.
func familyName(p readout.Party) string {
	if p.Family != "" {
		return strings.Join(foldedWords(p.Family), "-")
	}
	words := idWords(readout.EntityID(strings.ToLower(string(p.Entity))))
	if p.Entity == "" {
		words = foldedWords(p.Name)
	}
	if len(words) == 0 {
		return "unnamed"
	}
	switch p.Entity.Kind() {
	case readout.Person, "":
		last := len(words) - 1
		for last > 0 && (slices.Contains(nameSuffixes, words[last]) || strings.Trim(words[last], "ivx") == "") {
			last--
		}
		return words[last]
	}
	return strings.Join(words, "-")
}
