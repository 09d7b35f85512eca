package lexicon

import (
	"maps"
	"slices"
	"strings"
)

// officeIndex finds offices by whose they are and how texts write them.
type officeIndex struct {
	of     map[string][]*Office // state, or org with "org/" before it → its offices, by id
	titles map[string][]*Office // title → offices so titled, by id
}

func newOfficeIndex(offices map[string]*Office) officeIndex {
	x := officeIndex{of: map[string][]*Office{}, titles: map[string][]*Office{}}
	for _, id := range slices.Sorted(maps.Keys(offices)) {
		o := offices[id]
		if o.Country != "" {
			x.of[o.Country] = append(x.of[o.Country], o)
		}
		if o.Org != "" {
			x.of["org/"+o.Org] = append(x.of["org/"+o.Org], o)
		}
		for _, t := range o.Titles {
			if t = oneSpelling(t); !slices.Contains(x.titles[t], o) {
				x.titles[t] = append(x.titles[t], o)
			}
		}
	}
	return x
}

// OfficesOf lists the offices of a state ("RUS") or organisation ("org/nato") by id.
func (w *World) OfficesOf(owner string) []*Office { return w.offices.of[owner] }

// OfficesOfKind lists the offices of a state or organisation of one kind, by id.
func (w *World) OfficesOfKind(owner, kind string) []*Office {
	var out []*Office
	for _, o := range w.offices.of[owner] {
		if o.Kind == kind {
			out = append(out, o)
		}
	}
	return out
}

// OfficesTitled lists the offices that a lower-case title can mean, by id. owner
// is a state or organisation as in OfficesOf; "" stands for any.
func (w *World) OfficesTitled(owner, title string) []*Office {
	if owner == "" {
		return w.offices.titles[oneSpelling(title)]
	}
	var out []*Office
	for _, o := range w.offices.of[owner] {
		if o.Titled(title) {
			out = append(out, o)
		}
	}
	return out
}

// Titled reports whether texts write the office so; title is in lower case.
func (o *Office) Titled(title string) bool {
	title = oneSpelling(title)
	return slices.ContainsFunc(o.Titles, func(t string) bool { return oneSpelling(t) == title }) || strings.EqualFold(o.Name, title)
}

// oneSpelling writes a title as the files do where it is spelt in two ways.
func oneSpelling(title string) string { return strings.ReplaceAll(title, "advisor", "adviser") }
