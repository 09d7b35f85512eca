package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// misspelt finds the known person whose name the text has with one wrong letter, and who holds
// an office of the title before it on the day: "President Alejandro Giammettei". "" where there
// is none, or several.
func (f *finder) misspelt(s *scan, it *item) readout.EntityID {
	if len(it.parts) != 2 || it.role == nil || it.role.words == "" || it.role.former {
		return ""
	}
	var fit []readout.EntityID
	for _, id := range f.lex.Persons.Beginning(it.parts[0]) {
		if !f.oneLetterOff(id, it.parts) {
			continue
		}
		inOffice := slices.ContainsFunc(f.lex.OfficesOn(strings.TrimPrefix(string(id), "person/"), s.day(it.first)), func(t *lexicon.Tenure) bool {
			o := f.lex.Offices[t.Office]
			return o != nil && o.Titled(it.role.words)
		})
		if inOffice && !f.countryDiffers(it, id) {
			fit = append(fit, id)
		}
	}
	if len(fit) != 1 {
		return ""
	}
	return fit[0]
}

// minMisspelt is how many bytes a name has, at least, that one wrong letter leaves recognisable.
const minMisspelt = 6

// oneLetterOff reports whether a known person has a name of the same first word whose second
// differs in one letter.
func (f *finder) oneLetterOff(id readout.EntityID, parts []string) bool {
	return len(parts[1]) >= minMisspelt && slices.ContainsFunc(f.lex.Persons.Words(id), func(words []string) bool {
		return len(words) == 2 && words[0] == parts[0] && distance(words[1], parts[1]) == 1
	})
}
