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
	for _, id := range f.lex.Persons.Misspelt(it.parts[0], it.parts[1]) {
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
