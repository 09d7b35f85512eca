package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// person is somebody whom the document names.
type person struct {
	id      readout.EntityID
	known   *lexicon.Person // nil for a stranger
	name    string
	parts   []string // folded words of the fullest name
	country string
	gender  string
	roles   []heldRole
	at      [2][]int // where body and title name them in full, or else at all: tokens, in order
	short   bool     // called by the family name alone
	steers  bool     // named in a voice that may say what other names mean
}

// heldRole is an office or role that the document itself gives a person.
type heldRole struct {
	words, country string
	org            readout.EntityID
	former         bool
	head           *lexicon.Title
}

// resolve gives every person named in the document an entity: full names first,
// then family names that are names for certain, then words that are names only
// because the document has named the person in full.
func (f *finder) resolve(texts []*scan) {
	f.acronyms(texts)
	f.countries = map[string]bool{}
	for _, s := range texts {
		for _, it := range s.items {
			if it.country != "" && it.what != aPerson {
				f.countries[it.country] = true
			}
			if it.role != nil && it.role.country != "" {
				f.countries[it.role.country] = true
			}
		}
	}
	rounds := []func(it *item) bool{
		func(it *item) bool { return !it.weak && len(it.parts) > 1 },
		func(it *item) bool { return !it.weak && len(it.parts) == 1 },
		func(it *item) bool { return it.weak },
	}
	for _, round := range rounds {
		for _, steering := range []bool{true, false} {
			for n, s := range texts {
				for _, it := range s.items {
					if it.what == aPerson && round(it) && s.reports(it.first) == steering {
						f.identify(s, it, n, steering)
					}
				}
			}
		}
	}
}

// identify finds who an item names and notes the item with the person.
func (f *finder) identify(s *scan, it *item, text int, steering bool) {
	p := f.who(s, it, text)
	if p == nil {
		return
	}
	it.entity = p.id
	if p.known != nil && p.country != "" {
		f.countries[p.country] = true
	}
	if own := p.at[text]; len(own) == 0 || own[len(own)-1] < it.first {
		p.at[text] = append(own, it.first)
	}
	f.note(s, p, it)
	p.steers = p.steers || steering
	p.short = p.short || len(it.parts) == 1 && it.role == nil
	if p.known == nil && len(it.parts) > len(p.parts) {
		p.parts, p.name = it.parts, squeeze(s.t.Cut(s.t.Span(it.nameFirst, it.nameLast)))
	}
	if it.role == nil {
		return
	}
	if p.gender == "" {
		p.gender = it.role.gender
	}
	if p.country == "" {
		p.country = it.role.country
	}
	if p.country == "" && p.known == nil {
		p.country = s.around(it)
	}
	if h := (heldRole{it.role.words, it.role.country, it.role.org, it.role.former, it.role.head}); h.words != "" && len(p.roles) < maxRoles && !slices.Contains(p.roles, h) {
		p.roles = append(p.roles, h)
		if key := h.key(); !slices.Contains(f.byRole[key], p) && len(f.byRole[key]) < 2 {
			f.byRole[key] = append(f.byRole[key], p)
		}
	}
}

// Limits that keep the work linear on texts that are no report: how many roles of
// a person, persons of one name and persons of one passage are looked at.
const (
	maxRoles    = 12
	maxSame     = 24
	maxTogether = 24
)

// key tells roles of one office apart from others.
func (h heldRole) key() string {
	former := ""
	if h.former {
		former = "former "
	}
	return former + h.words + "/" + h.country + "/" + string(h.org)
}

// note makes a person findable by the words of the name and by the voice that
// named them.
func (f *finder) note(s *scan, p *person, it *item) {
	for _, words := range [][]string{p.parts, it.parts} {
		for _, w := range words {
			if list := f.byWord[w]; !slices.Contains(list, p) {
				if len(list) >= maxSame {
					list = slices.Delete(list, 0, 1)
				}
				f.byWord[w] = append(list, p)
			}
		}
	}
	v := voiceKey{s.index(), s.voice(s.t.SentenceOf(it.first))}
	if list := f.byVoice[v]; len(list) < maxTogether && !slices.Contains(list, p) {
		f.byVoice[v] = append(list, p)
	}
}

// voiceKey is one voice of one of the document's texts.
type voiceKey struct{ text, voice int }

// who finds or makes the person that an item names; nil if that cannot be said.
func (f *finder) who(s *scan, it *item, text int) *person {
	parts := it.parts
	if len(parts) == 0 {
		return nil
	}
	if len(parts) == 2 && generations[parts[1]] && it.role != nil && it.role.head.Kind == lexicon.OfficeOf {
		parts = parts[:1] // "President Biden Jr."
		it.parts = parts
	}
	if len(parts) > 1 {
		if id := f.knownFull(s, it); id != "" {
			return f.meet(id)
		}
	}
	if p := f.inDocument(s, it, text); p != nil {
		if id := f.titleOver(s, it, p); id != "" {
			return f.meet(id)
		}
		return p
	}
	if it.weak && len(parts) == 1 {
		if id := f.eminent(s, it); id != "" {
			return f.meet(id)
		}
		if !s.calledBy(it) || f.namesake(it) || len(f.lex.Persons.Family(parts)) > 0 {
			return nil
		}
		return f.stranger(s, it)
	}
	if it.weak && !s.speaks(it) {
		return nil
	}
	if fam := f.lex.Persons.Family(parts); len(fam) > 0 {
		id, stranger := f.knownFamily(s, it, fam)
		if id != "" {
			return f.meet(id)
		}
		if !stranger {
			return nil
		}
	}
	if len(parts) == 1 {
		if id := f.holderNamed(s, it); id != "" {
			return f.meet(id)
		}
		if it.role == nil || it.role.former && it.role.words == "" {
			return nil
		}
	}
	return f.stranger(s, it)
}

// meet gives the document's person of a known id.
func (f *finder) meet(id readout.EntityID) *person {
	if p := f.byID[id]; p != nil {
		return p
	}
	known := f.lex.People[strings.TrimPrefix(string(id), "person/")]
	if known == nil {
		return nil
	}
	p := &person{id: id, known: known, name: known.Name, country: known.Country, gender: known.Gender}
	p.parts = lexicon.NameParts(token.Cut(known.Name, f.lex.English.Abbreviation))
	f.byID[id] = p
	f.people = append(f.people, p)
	return p
}

// stranger gives the document's person of a name that no file knows.
func (f *finder) stranger(s *scan, it *item) *person {
	id := readout.EntityID("person/" + strings.Join(it.parts, "-"))
	if f.lex.People[strings.TrimPrefix(string(id), "person/")] != nil {
		id = namesakeOf(id)
	}
	if p := f.byID[id]; p != nil {
		return p
	}
	p := &person{id: id, name: squeeze(s.t.Cut(s.t.Span(it.nameFirst, it.nameLast))), parts: it.parts, gender: f.lex.Words.GenderOf(it.parts[0])}
	if it.full != "" {
		p.name = it.full
	}
	f.byID[id] = p
	f.people = append(f.people, p)
	return p
}

// squeeze makes white space in a name that was broken over a line plain.
func squeeze(name string) string { return strings.Join(strings.Fields(name), " ") }

// inDocument finds whom of the people named so far the words can mean.
func (f *finder) inDocument(s *scan, it *item, text int) *person {
	var fit []*person
	for _, p := range f.candidates(it.parts) {
		if p.steers || !s.reports(it.first) {
			if f.means(it, p) && !f.conflicts(it, p) {
				fit = append(fit, p)
			}
		}
	}
	fit = f.prefer(it, fit)
	if len(fit) == 0 || it.weak && len(it.parts) == 1 && !s.reads(it) {
		return nil
	}
	return nearest(fit, text, it.first)
}

// candidates lists the document's persons who share the first or last word of a name.
func (f *finder) candidates(parts []string) []*person {
	last := f.byWord[parts[len(parts)-1]]
	if len(parts) == 1 {
		return last
	}
	out := slices.Clone(last)
	for _, p := range f.byWord[parts[0]] {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// means reports whether the words can be a form of the person's name.
func (f *finder) means(it *item, p *person) bool {
	n := len(it.parts)
	if p.known != nil && slices.Contains(f.lex.Persons.Family(it.parts), p.id) {
		return true
	}
	if n == 1 {
		last := p.parts[len(p.parts)-1]
		if last == it.parts[0] {
			return p.known == nil || len(p.parts) > 1
		}
		return len(p.parts) > 1 && (it.role != nil && (slices.Contains(p.parts, it.parts[0]) || f.regnal(it, p)) || it.parts[0] == p.parts[0] && f.lex.Words.IsGiven(it.parts[0]))
	}
	if p.known != nil {
		return false
	}
	if len(p.parts) == 1 {
		return false
	}
	return it.parts[n-1] == p.parts[len(p.parts)-1] && f.sameGiven(it.parts[0], p.parts[0]) || subset(it.parts, p.parts) || subset(p.parts, it.parts)
}

// conflicts reports whether what the text says of an item cannot be true of the
// person.
func (f *finder) conflicts(it *item, p *person) bool {
	r := it.role
	if r == nil {
		return false
	}
	if r.gender != "" && p.gender != "" && r.gender != p.gender {
		return true
	}
	return r.country != "" && p.country != "" && r.country != p.country && r.org == "" && r.head != nil && r.head.Kind == lexicon.OfficeOf
}

// prefer keeps those who have the item's title, if any has; without a title, the one
// whom the document has called by this name alone before.
func (f *finder) prefer(it *item, fit []*person) []*person {
	if len(fit) < 2 {
		return fit
	}
	if it.role == nil && len(it.parts) == 1 {
		return shortest(fit)
	}
	if it.role == nil || it.role.words == "" {
		return fit
	}
	var titled []*person
	for _, p := range fit {
		if f.hasTitle(p, it.role) {
			titled = append(titled, p)
		}
	}
	if len(titled) > 0 {
		return titled
	}
	return fit
}

// shortest keeps the only one who has been called by the family name alone; all
// where nobody or several have.
func shortest(fit []*person) []*person {
	var called []*person
	for _, p := range fit {
		if p.short {
			called = append(called, p)
		}
	}
	if len(called) == 1 {
		return called
	}
	return fit
}

// hasTitle reports whether the document or the lexicon gives the person the title.
func (f *finder) hasTitle(p *person, r *role) bool {
	for _, h := range p.roles {
		if h.words == r.words {
			return true
		}
	}
	if p.known == nil {
		return false
	}
	for _, t := range f.lex.Tenures(p.known.ID) {
		if o := f.lex.Offices[t.Office]; o != nil && o.Titled(r.words) {
			return true
		}
	}
	return false
}

// nearest picks the person named last before a token of a text, else the first
// named after it or in the other text.
func nearest(fit []*person, text, at int) *person {
	var before, after *person
	b, a := -1, 1<<62
	for _, p := range fit {
		own := p.at[text]
		n, _ := slices.BinarySearch(own, at)
		if n > 0 && own[n-1] > b {
			before, b = p, own[n-1]
		}
		next := 1 << 61
		if n < len(own) {
			next = own[n]
		} else if other := p.at[1-text]; len(other) > 0 {
			next = 1<<60 + other[0]
		}
		if next < a {
			after, a = p, next
		}
	}
	if before != nil {
		return before
	}
	return after
}

func subset(a, b []string) bool {
	if len(a) < 2 {
		return false
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}
