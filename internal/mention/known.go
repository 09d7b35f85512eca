package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// knownFull finds the known person of a name of several words: the name itself,
// without initials and "Jr.", a spelling of the given name, or the holder of the
// office that stands before it. "" for a stranger.
func (f *finder) knownFull(s *scan, it *item) readout.EntityID {
	for _, parts := range [][]string{it.parts, plain(it.parts), f.untitled(it.parts)} {
		if ids := f.lex.Persons.Full(parts); len(ids) > 0 && len(parts) > 1 {
			if id := f.pick(s, it, ids); !f.longGone(s, it, id) {
				return id
			}
			return ""
		}
	}
	if id := f.pick(s, it, f.byFamilyAndGiven(it)); id != "" {
		return id
	}
	if id := f.holderNamed(s, it); id != "" {
		return id
	}
	return f.misspelt(s, it)
}

// plain takes initials and suffixes off a name; the first word stays.
func plain(parts []string) []string {
	var out []string
	for i, w := range parts {
		if len(w) == 1 && i > 0 {
			continue
		}
		out = append(out, w)
	}
	return out
}

// untitled takes titles off that a name begins with: Sheikh, King, Crown Prince.
func (f *finder) untitled(parts []string) []string {
	for len(parts) > 1 {
		t := f.lex.Titles.Find(parts[0])
		two := f.lex.Titles.Find(parts[0] + " " + parts[1])
		switch {
		case two != nil && len(parts) > 2:
			parts = parts[2:]
		case t != nil && (t.Kind == lexicon.Honorific || t.Kind == lexicon.OfficeOf):
			parts = parts[1:]
		default:
			return parts
		}
	}
	return parts
}

var generations = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// byFamilyAndGiven lists known persons of the family name at either end of the
// words whose given name agrees with the rest.
func (f *finder) byFamilyAndGiven(it *item) []readout.EntityID {
	parts := f.untitled(plain(it.parts))
	generation := ""
	if n := len(parts); n > 2 && generations[parts[n-1]] {
		generation, parts = parts[n-1], parts[:n-1]
	}
	var out []readout.EntityID
	try := func(family, given []string) {
		for _, id := range f.lex.Persons.Family(family) {
			if !slices.Contains(out, id) && f.givenAgrees(id, family, given, generation) && !f.countryDiffers(it, id) {
				out = append(out, id)
			}
		}
	}
	for k := 1; k < len(parts); k++ {
		try(parts[k:], parts[:k])
		try(parts[:k], parts[k:])
	}
	if len(parts) > 2 && len(out) == 0 { // the family name stands inside: "Tamim bin Hamad Al Thani"
		for k := 1; k+1 < len(parts); k++ {
			try(parts[k:k+1], slices.Concat(parts[:k], parts[k+1:]))
		}
	}
	return out
}

// countryDiffers reports whether the text gives the name an office of another
// state than the known person's.
func (f *finder) countryDiffers(it *item, id readout.EntityID) bool {
	e := f.lex.EntityOf(id)
	return e == nil || it.role != nil && it.role.country != "" && it.role.org == "" && e.Country != "" && it.role.country != e.Country
}

// givenAgrees reports whether given names agree with those of a known person. A
// generation ("Jr.") that the file does not have is somebody else, unless an initial shows that the name is only
// written in full.
func (f *finder) givenAgrees(id readout.EntityID, family, given []string, generation string) bool {
	if len(given) == 0 {
		return false
	}
	for _, words := range f.lex.Persons.Words(id) {
		var own []string
		for _, w := range f.untitled(words) {
			if !slices.Contains(family, w) && !generations[w] {
				own = append(own, w)
			}
		}
		if len(own) == 0 {
			continue
		}
		if generation != "" && !slices.Contains(words, generation) && f.lex.Words.Given(own[0]) == given[0] && own[0] == given[0] {
			continue
		}
		if len(own) == 2 && len(given) == 2 && own[0] == given[0] && !f.sameGiven(own[1], given[1]) && f.korean(id) {
			continue // Kim Tae-hyo is not Kim Tae-young
		}
		if f.sameGiven(own[0], given[0]) || len(given) > 1 && f.agreesInside(own[0], given) || len(own) > 1 && f.agreesInside(given[0], own) {
			return true
		}
	}
	return false
}

// korean reports whether a known person is of a state where both syllables of a given
// name tell persons apart.
func (f *finder) korean(id readout.EntityID) bool {
	p := f.lex.People[strings.TrimPrefix(string(id), "person/")]
	return p != nil && (p.Country == "KOR" || p.Country == "PRK")
}

// pick chooses among known persons of one name: by the country and title that the
// text gives, then by office on the day. "" where that leaves several.
func (f *finder) pick(s *scan, it *item, ids []readout.EntityID) readout.EntityID {
	ids = f.narrow(s, it, ids)
	if len(ids) == 1 {
		return ids[0]
	}
	if best := f.inOffice(ids, s.day(it.first)); len(best) == 1 {
		return best[0]
	}
	return ""
}

// narrow drops persons whose gender, country or offices the text contradicts; a
// filter that would leave nobody is not applied, but for gender and country.
func (f *finder) narrow(s *scan, it *item, ids []readout.EntityID) []readout.EntityID {
	if it.role == nil || len(ids) < 2 {
		return ids
	}
	var sound, titled []readout.EntityID
	for _, id := range ids {
		p := f.lex.People[strings.TrimPrefix(string(id), "person/")]
		if p == nil || it.role.gender != "" && p.Gender != "" && it.role.gender != p.Gender || f.countryDiffers(it, id) {
			continue
		}
		sound = append(sound, id)
		if it.role.words != "" && f.hasTitle(&person{known: p}, it.role) {
			titled = append(titled, id)
		}
	}
	switch {
	case len(titled) > 0:
		return titled
	case len(sound) > 0:
		return sound
	}
	return ids
}

// weight orders offices: who leads a state is meant by a bare family name before
// its other officials are.
func (f *finder) weight(o *lexicon.Office) int {
	switch o.Kind {
	case "head-of-state", "head-of-government":
		return 3
	case "head-of-organisation", "foreign-minister", "deputy-head":
		return 2
	}
	return 1
}

// inOffice keeps those with the weightiest office on the day, or else those who
// held one within three years of it, or else those who ever led a state before it.
func (f *finder) inOffice(ids []readout.EntityID, day string) []readout.EntityID {
	if day == "" {
		return ids
	}
	var best []readout.EntityID
	top := 0
	for _, id := range ids {
		w := 0
		for _, t := range f.lex.Tenures(strings.TrimPrefix(string(id), "person/")) {
			o := f.lex.Offices[t.Office]
			if o == nil {
				continue
			}
			switch {
			case t.Covers(day):
				w = max(w, 10+f.weight(o))
			case dayDistance(t.From, day) < 365 || t.To != "" && dayDistance(t.To, day) < 3*365:
				w = max(w, 3+f.weight(o))
			case f.weight(o) == 3 && t.From < day:
				w = max(w, 1)
			}
		}
		switch {
		case w > top:
			top, best = w, []readout.EntityID{id}
		case w == top && w > 0:
			best = append(best, id)
		}
	}
	return best
}

// knownFamily finds whom a family name alone means; stranger says that the text
// gives it a title that nobody known of that name has.
func (f *finder) knownFamily(s *scan, it *item, ids []readout.EntityID) (id readout.EntityID, stranger bool) {
	if f.namesake(it) {
		return "", false
	}
	var sound []readout.EntityID
	for _, c := range ids {
		p := f.lex.People[strings.TrimPrefix(string(c), "person/")]
		if p == nil || it.role != nil && (it.role.gender != "" && p.Gender != "" && it.role.gender != p.Gender || f.countryDiffers(it, c)) {
			continue
		}
		sound = append(sound, c)
	}
	if len(sound) == 0 {
		return "", it.role != nil
	}
	day := s.day(it.first)
	if it.role != nil && f.notOfState(it.role) && !slices.ContainsFunc(sound, func(c readout.EntityID) bool { ever, _ := f.titledOn(c, it.role, day, true); return ever }) {
		return "", true // "Senator Hassan" is not the president of that name
	}
	if it.role != nil && it.role.words != "" && it.role.head.Kind == lexicon.OfficeOf {
		var titled, then []readout.EntityID
		for _, c := range sound {
			titledAt, on := f.titledOn(c, it.role, day, true)
			if titledAt {
				titled = append(titled, c)
			}
			if on {
				then = append(then, c)
			}
		}
		switch {
		case len(then) == 1:
			return then[0], false
		case len(then) > 1:
			sound = then
		case len(titled) == 0:
			return "", len(it.role.head.Offices) > 0
		default:
			sound = titled
		}
	}
	if len(sound) == 1 && (day == "" || it.role != nil) {
		return sound[0], false
	}
	best := f.inOffice(sound, day)
	if len(best) > 1 || it.role == nil && len(best) == 1 && !f.eminentOn(best[0], day) && (len(ids) > 1 || s.follows(it)) {
		best = f.ofNamedCountry(best)
	}
	if len(best) == 1 {
		return best[0], false
	}
	return "", it.role != nil
}

// notOfState reports whether a title is of a parliament's member or of the head of a town
// or region, whom the files of offices mostly leave out.
func (f *finder) notOfState(r *role) bool {
	return slices.Contains(r.head.Offices, "legislator") || slices.Contains(r.head.Offices, "local-head")
}

// follows reports whether another capitalised word stands right before a name: it
// may be the given name of somebody unknown.
func (s *scan) follows(it *item) bool {
	return it.first > s.t.Sentences[s.t.SentenceOf(it.first)].First && s.tokens[it.first-1].Upper
}

// eminentOn reports whether a person leads a state or organisation, or is its
// foreign minister or deputy head, on the day or near it.
func (f *finder) eminentOn(id readout.EntityID, day string) bool {
	for _, t := range f.lex.Tenures(strings.TrimPrefix(string(id), "person/")) {
		if o := f.lex.Offices[t.Office]; o != nil && f.weight(o) > 1 && (t.Covers(day) || dayDistance(t.From, day) < 365 || t.To != "" && dayDistance(t.To, day) < 5*365 || f.weight(o) == 3 && t.From < day) {
			return true
		}
	}
	return false
}

// ofNamedCountry keeps those whose country the document names.
func (f *finder) ofNamedCountry(ids []readout.EntityID) []readout.EntityID {
	var out []readout.EntityID
	for _, id := range ids {
		if e := f.lex.EntityOf(id); e != nil && f.countries[e.Country] {
			out = append(out, id)
		}
	}
	return out
}

// titledOn reports whether a known person ever had the role's office, and whether
// they had it on the day. general lets offices of the title's kind count.
func (f *finder) titledOn(id readout.EntityID, r *role, day string, general bool) (ever, on bool) {
	for _, t := range f.lex.Tenures(strings.TrimPrefix(string(id), "person/")) {
		o := f.lex.Offices[t.Office]
		if o == nil || !o.Titled(r.words) && !(general && f.kindFits(r, o)) {
			continue
		}
		ever = true
		on = on || day != "" && t.Covers(day)
	}
	return ever, on
}

// kindFits reports whether a general title ("minister", "leader") can mean an office.
func (f *finder) kindFits(r *role, o *lexicon.Office) bool {
	for _, k := range r.head.Offices {
		if k == "minister" && strings.HasSuffix(o.Kind, "-minister") || k == "leader" && strings.HasPrefix(o.Kind, "head-of-") || k == o.Kind && !r.deputy {
			return true
		}
	}
	return false
}

// namesake reports whether the document names somebody else of the family name in
// full, so that the name alone may be theirs.
func (f *finder) namesake(it *item) bool {
	if it.role != nil {
		return false
	}
	for _, p := range f.byWord[it.parts[len(it.parts)-1]] {
		if p.known == nil && len(p.parts) > 1 && p.parts[len(p.parts)-1] == it.parts[len(it.parts)-1] {
			return true
		}
	}
	return false
}

// holderNamed finds the holder of the office that stands with a name, if the
// name's words are the holder's: "King Salman of Saudi Arabia".
func (f *finder) holderNamed(s *scan, it *item) readout.EntityID {
	if it.role == nil || it.role.head == nil {
		return ""
	}
	day := s.day(it.first)
	if day == "" {
		return ""
	}
	offices := f.officesOf(it.role, day)
	if it.role.country == "" && it.role.org == "" {
		offices = f.monarchies(it.role)
	}
	for _, o := range offices {
		for _, t := range f.lex.HoldersOn(o.ID, day) {
			for _, name := range f.lex.Persons.Words(readout.EntityID("person/" + t.Person)) {
				if f.sameWords(it.parts, name) {
					return readout.EntityID("person/" + t.Person)
				}
			}
		}
	}
	return ""
}

// titleOver is the one known person of the name who holds the office in its title on the
// day, where the text's own bearer never held one: "President Biden" beside his wife's name.
func (f *finder) titleOver(s *scan, it *item, p *person) readout.EntityID {
	held := func(r heldRole) bool { return r.head != nil && r.head.Kind == lexicon.OfficeOf }
	if slices.ContainsFunc(p.roles, held) || len(it.parts) != 1 || it.role == nil || it.role.words == "" || it.role.head.Kind != lexicon.OfficeOf {
		return ""
	}
	day := s.day(it.first)
	if ever, _ := f.titledOn(p.id, it.role, day, true); ever {
		return ""
	}
	var found []readout.EntityID
	for _, id := range f.lex.Persons.Family(it.parts) {
		if _, on := f.titledOn(id, it.role, day, true); on && !f.countryDiffers(it, id) {
			found = append(found, id)
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// monarchies lists the offices of a monarch's title, whose holders go by their given
// names.
func (f *finder) monarchies(r *role) []*lexicon.Office {
	switch r.words {
	case "king", "queen", "emperor", "sultan", "emir", "amir", "pope", "crown prince", "grand duke":
		return f.lex.OfficesTitled("", r.words)
	}
	return nil
}
