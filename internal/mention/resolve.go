package mention

import (
	"slices"
	"sort"
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
	if own := p.at[text]; len(own) == 0 || own[len(own)-1] < it.first {
		p.at[text] = append(own, it.first)
	}
	f.note(s, p, it)
	p.steers = p.steers || steering
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

// around is the country that a stranger's role belongs to where it does not say: that
// of the official voice, or the only one that the sentence speaks of.
func (s *scan) around(it *item) string {
	r := it.role
	if r.org != "" || r.head.Kind != lexicon.OfficeOf && r.head.Kind != lexicon.RoleOf {
		return ""
	}
	home := s.home(it.first)
	if home != "" && r.head.Kind == lexicon.OfficeOf && !s.hasSuchOffice(home, r) {
		return ""
	}
	return s.only(it, home, false)
}

// only is the one country that the sentence of an item speaks of, home included;
// "" where it speaks of several. Where it must not contradict, home wins.
func (s *scan) only(it *item, home string, wins bool) string {
	if home != "" && wins {
		return home
	}
	sent := s.t.Sentences[s.t.SentenceOf(it.first)]
	items := s.all
	n := sort.Search(len(items), func(n int) bool { return items[n].first >= sent.First })
	country := home
	for end := n + maxBack; n < min(end, len(items)) && items[n].first < sent.Last; n++ {
		o := items[n]
		c := o.country
		if o.what == aPerson && c == "" && s.byID[o.entity] != nil {
			c = s.byID[o.entity].country
		}
		if c == "" || o.entity.Kind() == readout.Outlet || c == country {
			continue
		}
		if country != "" {
			return ""
		}
		country = c
	}
	return country
}

// hasSuchOffice reports whether a state calls any office of its own so: the United
// States has secretaries, not ministers.
func (s *scan) hasSuchOffice(state string, r *role) bool {
	word := r.head.Words[strings.LastIndexByte(r.head.Words, ' ')+1:]
	return slices.ContainsFunc(s.lex.OfficesOf(state), func(o *lexicon.Office) bool { return strings.Contains(strings.ToLower(o.Name), word) })
}

// who finds or makes the person that an item names; nil if that cannot be said.
func (f *finder) who(s *scan, it *item, text int) *person {
	parts := it.parts
	if len(parts) == 0 {
		return nil
	}
	if len(parts) > 1 {
		if id := f.knownFull(s, it); id != "" {
			return f.meet(id)
		}
	}
	if p := f.inDocument(s, it, text); p != nil {
		return p
	}
	if it.weak && len(parts) == 1 {
		if id := f.eminent(s, it); id != "" {
			return f.meet(id)
		}
		return nil
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
	if p := f.byID[id]; p != nil {
		return p
	}
	p := &person{id: id, name: squeeze(s.t.Cut(s.t.Span(it.nameFirst, it.nameLast))), parts: it.parts}
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
		return it.role != nil && len(p.parts) > 1 && slices.Contains(p.parts, it.parts[0])
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

// prefer keeps those who have the item's title, if any has.
func (f *finder) prefer(it *item, fit []*person) []*person {
	if len(fit) < 2 || it.role == nil || it.role.words == "" {
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

// reads reports whether a weak single word reads as a person where it stands: no
// month behind a preposition, no word that begins its sentence without a verb.
func (s *scan) reads(it *item) bool {
	i, last := it.first, s.t.Sentences[s.t.SentenceOf(it.first)].Last
	if !s.ambiguous(i) && !s.styled[s.t.SentenceOf(i)] {
		return true
	}
	w := s.tokens[i].Fold
	if w == "may" || w == "march" || w == "june" || w == "april" || w == "august" {
		if i > 0 && (s.tokens[i-1].Kind == token.Number || s.tokens[i-1].Is("in", "of", "since", "by", "until", "late", "early", "mid", "last", "next", "this", "on", "from", "through", "-")) {
			return false
		}
		if s.is(i+1, last, ",") && i+2 < last && s.tokens[i+2].Kind == token.Number || i+1 < last && s.tokens[i+1].Kind == token.Number {
			return false
		}
	}
	if s.initial(i) || s.styled[s.t.SentenceOf(i)] {
		return s.verb(i+1, last) || s.possessive(i+1, last) > i+1 || s.is(i+1, last, ",", "and")
	}
	return true
}

// belongs reports whether an outlet or institution has the person: "CNN's Ana Ruiz".
func (s *scan) belongs(it *item) bool {
	i := it.first - 1
	if i < 1 || s.possessive(i, len(s.tokens)) == i {
		return false
	}
	n := sort.Search(len(s.items), func(n int) bool { return s.items[n].last >= i })
	return n < len(s.items) && s.items[n].last == i && (s.items[n].entity.Kind() == readout.Outlet || s.items[n].entity.Kind() == readout.Org)
}

// eminent finds whom an ambiguous family name means that the document names nowhere
// in full: the one leader or foreign minister of that name on the day, where the
// word stands as a person's name does.
func (f *finder) eminent(s *scan, it *item) readout.EntityID {
	i, last := it.first, s.t.Sentences[s.t.SentenceOf(it.first)].Last
	ids := f.lex.Persons.Family(it.parts)
	if len(ids) == 0 || s.day(i) == "" || f.namesake(it) || !s.reads(it) {
		return ""
	}
	acts := s.verb(i+1, last) && !s.is(i+1, last, "may", "will") || s.possessive(i+1, last) > i+1
	acted := i > 0 && s.contactVerb(i-1)
	beside := s.is(i+1, last, "and") && s.familyName(i+2, last)+s.fullName(i+2, last) > 0 || i > 1 && s.tokens[i-1].Is("and", ",") && len(s.items) > 0 && s.personEnds(i-1)
	if !acts && !acted && !beside {
		return ""
	}
	best := f.inOffice(ids, s.day(i))
	if len(best) != 1 {
		return ""
	}
	for _, t := range f.lex.OfficesOn(strings.TrimPrefix(string(best[0]), "person/"), s.day(i)) {
		if o := f.lex.Offices[t.Office]; o != nil && f.weight(o) > 1 {
			return best[0]
		}
	}
	return ""
}

// contactVerb reports whether token i is a verb that takes a person: met, phoned.
func (s *scan) contactVerb(i int) bool {
	for _, lemma := range []string{"meet", "call", "phone", "telephone", "ring", "see", "host", "receive", "welcome", "tell", "visit", "thank", "urge", "invite", "greet", "join"} {
		if form, ok := s.lex.English.IsForm(s.tokens[i].Fold, lemma); ok && form&(lexicon.Past|lexicon.Third|lexicon.Ing|lexicon.Base) != 0 {
			return true
		}
	}
	return false
}

// personEnds reports whether a person's name ends at token i.
func (s *scan) personEnds(i int) bool {
	n := sort.Search(len(s.items), func(n int) bool { return s.items[n].last >= i })
	return n < len(s.items) && s.items[n].last == i && s.items[n].what == aPerson
}

// speaks reports whether a weak name of several words stands at a verb of speech.
func (s *scan) speaks(it *item) bool {
	sent := s.t.SentenceOf(it.first)
	if s.styled[sent] || s.lex.Words.Is("orghead", it.parts[len(it.parts)-1]) || s.lower[it.parts[0]] {
		return false
	}
	said := func(i int) bool {
		if i < s.t.Sentences[sent].First || i >= s.t.Sentences[sent].Last {
			return false
		}
		for _, lemma := range []string{"say", "tell", "add", "write", "ask", "reply", "explain", "comment", "joke", "insist"} {
			if form, ok := s.lex.English.IsForm(s.tokens[i].Fold, lemma); ok && form&(lexicon.Past|lexicon.Third) != 0 {
				return true
			}
		}
		return false
	}
	return said(it.last) || it.first > 0 && said(it.first-1) && !s.is(it.first-1, it.first, "told", "asked") || s.belongs(it)
}
