package lexicon

import "slices"

// titles warns of a title that two owners' offices have and that texts write alone:
// with one office it names the office by itself, with a second one it names nobody
// where the text does not say whose it is. States with offices of one kind share its
// titles by nature ("the chancellor"), and a title that many have is never alone.
func (c *checker) titles() {
	byTitle := map[string][]*Office{}
	for _, r := range c.rows("offices") { // in the order of the files: the second is warned of
		o := c.lex.Offices[r.Get("id")]
		for _, t := range o.Titles {
			byTitle[t] = append(byTitle[t], o)
		}
	}
	for _, t := range sortedKeys(byTitle) {
		first := byTitle[t][0]
		others := slices.DeleteFunc(slices.Clone(byTitle[t]), func(o *Office) bool { return o.owner() == first.owner() })
		if len(others) == 0 || slices.ContainsFunc(others, func(o *Office) bool { return o.owner() != others[0].owner() }) {
			continue
		}
		if second := others[0]; first.Country == "" || second.Country == "" || first.Kind != second.Kind {
			c.warn(second.Where, "the title %q alone also means %s (%s): a text that does not say whose it is names nobody", t, first.ID, first.Where)
		}
	}
}

// owner is whose office it is: a state, or an organisation.
func (o *Office) owner() string {
	if o.Country != "" {
		return o.Country
	}
	return o.Org
}
