package mention

import (
	"slices"

	"readout/lexicon"
)

// sameGiven reports whether two folded given names can be of one person: equal,
// variants of each other, an initial, or spellings that differ in a letter or two.
func (f *finder) sameGiven(a, b string) bool {
	if a == b || f.lex.Words.Given(a) == f.lex.Words.Given(b) {
		return true
	}
	if a == "" || b == "" || a[0] != b[0] {
		return false
	}
	if len(a) == 1 || len(b) == 1 {
		return true
	}
	n := min(len(a), len(b))
	return n >= 5 && distance(a, b) <= 1 || n >= 7 && distance(a, b) <= 2
}

// distance is the Levenshtein distance of two short words; long ones differ by
// their length.
func distance(a, b string) int {
	if len(a) > 32 || len(b) > 32 {
		return max(len(a), len(b))
	}
	var row [33]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// joins are the words inside names that many names share: they tell nobody from
// anybody.
var joins = map[string]bool{"al": true, "el": true, "bin": true, "ibn": true, "abu": true, "ben": true, "de": true, "da": true, "di": true, "do": true, "dos": true, "van": true, "von": true, "der": true, "den": true}

// sameWords reports whether the words of a name in the text can be those of the
// holder: one word is in the name; of several, two agree and the first is not
// another's given name.
func (f *finder) sameWords(parts, name []string) bool {
	if len(parts) == 1 {
		return slices.Contains(name, parts[0])
	}
	n := 0
	for _, w := range parts {
		if len(w) > 1 && !joins[w] && slices.ContainsFunc(name, func(o string) bool { return f.sameGiven(w, o) && len(o) > 1 }) {
			n++
		}
	}
	return n > 1 && (f.sameGiven(parts[0], name[0]) || slices.Contains(name, parts[0]) || slices.Contains(parts, name[0]))
}

func (f *finder) agreesInside(name string, list []string) bool {
	if len(name) < 5 {
		return false
	}
	for _, w := range list[1:] {
		if len(w) > 4 && f.sameGiven(name, w) {
			return true
		}
	}
	return false
}

// regnal reports whether an item calls a person by the given name alone, in any spelling,
// behind a title that goes with it: "Sheikh Nasser", "Prince Nasser".
func (f *finder) regnal(it *item, p *person) bool {
	return f.sameGiven(it.parts[0], p.parts[0]) && slices.ContainsFunc(it.role.titles, func(t lexicon.TitleHit) bool {
		return slices.Contains([]string{"sheikh", "sheikha", "king", "queen", "prince", "princess", "crown prince", "sultan", "emir", "amir"}, t.Words)
	})
}
