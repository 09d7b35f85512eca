package mention

import (
	"slices"
	"strings"
	"unicode"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// thing reads the longest name of a state, organisation, outlet, place or event
// at token i; nil if there is none.
func (s *scan) thing(i, last int) *item {
	for _, hit := range s.hitsAt(i, last) {
		if i+hit.Len > last {
			continue
		}
		var entries []lexicon.Entry
		for _, e := range hit.Entries {
			if e.Entity.Kind() != readout.Person && s.fits(i, hit.Len, e) {
				entries = append(entries, e)
			}
		}
		if len(entries) > 0 {
			if it := s.choose(i, i+hit.Len, last, entries); it != nil {
				return it
			}
		}
	}
	return nil
}

// fits reports whether the words are written as the name is: single words with
// its capitals, longer names with a capital somewhere.
func (s *scan) fits(i, n int, e lexicon.Entry) bool {
	written := s.tokens[i]
	if n == 1 {
		return written.AllCaps && len(written.Fold) > 3 && startsUpper(e.Text) || sameCase(s.t.Raw[written.Start:written.End], e.Text)
	}
	for _, k := range s.tokens[i : i+n] {
		if k.Upper {
			return true
		}
	}
	return !startsUpper(e.Text)
}

// sameCase reports whether two spellings of a word have their capitals at the same
// letters.
func sameCase(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return startsUpper(a) == startsUpper(b)
	}
	for i := range x {
		if unicode.IsUpper(x[i]) != unicode.IsUpper(y[i]) {
			return false
		}
	}
	return true
}

func startsUpper(w string) bool {
	for _, r := range w {
		return unicode.IsUpper(r)
	}
	return false
}

// choose picks what the name at [i, j) means here.
func (s *scan) choose(i, j, last int, entries []lexicon.Entry) *item {
	by := map[readout.EntityKind][]lexicon.Entry{}
	metonym, adjective := lexicon.Entry{}, lexicon.Entry{}
	for _, e := range entries {
		switch e.Form {
		case lexicon.Metonym:
			metonym = e
		case lexicon.Adjective, lexicon.People:
			adjective = e
		default:
			if kind := e.Entity.Kind(); !slices.ContainsFunc(by[kind], func(o lexicon.Entry) bool { return o.Entity == e.Entity }) {
				by[kind] = append(by[kind], e)
			}
		}
	}
	it := &item{first: i, last: j, nameFirst: i, nameLast: j, what: aThing, form: readout.ByName}
	orgs, places, outlets := by[readout.Org], by[readout.Place], by[readout.Outlet]
	if metonym.Entity != "" && len(places) > 0 && !s.acts(i, j, last) {
		orgs = nil
	}
	if s.insideName(j, last) {
		places, metonym = nil, lexicon.Entry{}
	}
	if s.insideLonger(i, j, last) {
		orgs, outlets = nil, nil
	}
	switch {
	case len(by[readout.State]) > 0 && !(adjective.Entity != "" && s.modifies(i, j, last)) && len(orgs) == 0:
		it.entity = by[readout.State][0].Entity
	case metonym.Entity != "" && len(orgs) == 0 && s.acts(i, j, last):
		it.entity, it.form = metonym.Entity, readout.ByMetonym
	case len(orgs) == 1 && (len(places) == 0 || !s.locates(i)):
		it.entity = orgs[0].Entity
	case len(outlets) == 1 && len(orgs) == 0 && len(places) == 0:
		it.entity = outlets[0].Entity
	case len(by[readout.Event]) > 0:
		it.entity = s.event(by[readout.Event], i)
	case len(places) > 0:
		it.entity = s.place(places, j, last)
	case len(outlets) == 1:
		it.entity = outlets[0].Entity
	case len(orgs) > 1:
		it.entity = s.institution(orgs, i)
	case adjective.Entity != "":
		it.what, it.entity = aHint, ""
		it.country = strings.TrimPrefix(string(adjective.Entity), "state/")
		return it
	}
	if it.entity == "" {
		return nil
	}
	if e := s.lex.EntityOf(it.entity); e != nil {
		it.country = e.Country
	}
	return it
}

// insideName reports whether a place is the first word of the name of something
// else: "the Minsk Agreement".
func (s *scan) insideName(j, last int) bool {
	if j >= last || !s.tokens[j].Upper || s.tokens[j].Breaks > 0 || s.styled[s.t.SentenceOf(j)] {
		return false
	}
	return s.lex.Words.Is("orghead", s.tokens[j].Fold)
}

// insideLonger reports whether a single word that names an institution or outlet is
// part of a longer name that no file has: "the 9th National Congress of …", "the National
// Academies". An all-capitals name stands for itself.
func (s *scan) insideLonger(i, j, last int) bool {
	if s.tokens[i].Is("the") {
		i++
	}
	if j != i+1 || s.tokens[i].AllCaps || s.styled[s.t.SentenceOf(i)] {
		return false
	}
	if j < last && s.tokens[j].Upper && s.tokens[j].Breaks == 0 && !s.tokens[j].Is("news", "agency", "newspaper") && s.titles[j].Title == nil && s.familyName(j, last)+s.fullName(j, last) == 0 && !s.given(j) && !s.lex.Words.Is("stop", s.tokens[j].Fold) {
		return true
	}
	p := i - 1
	return p > 0 && s.tokens[p].Upper && s.tokens[i].Breaks == 0 && !s.initial(p) && !s.lex.Words.Is("stop", s.tokens[p].Fold) && s.ownerAt(p, i) == nil && s.familyName(p, i) == 0 && !s.personEnds(i) && !s.tokens[i].Is("kremlin")
}

// modifies reports whether a word that is a state's name and its adjective stands
// before a noun: "US sanctions", not "the US said".
func (s *scan) modifies(i, j, last int) bool {
	if j >= last || s.tokens[j].Kind != token.Word || s.tokens[j].Is("and", "or", "to", "in", "on", "at", "of", "for", "with", "by", "from", "'s", "as", "but", "that", "who", "which") {
		return j < last && s.tokens[j].Is("-") && !s.tokens[j].Space
	}
	return !s.verbNotNoun(j, last)
}

// verbNotNoun reports whether token j is a verb where it could also be a plural
// noun: "the US backs the plan", not "US sanctions against".
func (s *scan) verbNotNoun(j, last int) bool {
	if !s.verb(j, last) {
		return false
	}
	for _, f := range s.lex.English.VerbForms(s.tokens[j].Fold) {
		if f.Form&lexicon.Past != 0 || f.Form&(lexicon.Third|lexicon.Base) == 0 {
			return true
		}
		return j+1 < last && (s.tokens[j+1].Is("the", "a", "an", "that", "it", "to", "its", "no", "not", "this", "all", "both") || s.tokens[j+1].Upper)
	}
	return true
}

// locating prepositions make a name that is a place and an institution a place.
var locating = map[string]bool{"in": true, "at": true, "inside": true, "outside": true, "near": true, "into": true, "around": true, "to": true, "from": true, "via": true, "through": true, "for": true, "visit": true, "visited": true, "visits": true, "visiting": true, "leave": true, "left": true, "leaves": true, "leaving": true, "toward": true, "towards": true, "across": true}

// locates reports whether the word before token i makes a seat (the White House) a
// place.
func (s *scan) locates(i int) bool {
	p := s.before(i)
	return p >= 0 && s.tokens[p].Is("in", "at", "inside", "outside", "near", "into", "around")
}

// before is the token before i in its sentence, over an article; -1 if none.
func (s *scan) before(i int) int {
	first := s.t.Sentences[s.t.SentenceOf(i)].First
	p := i - 1
	if p >= first && s.tokens[p].Is("the") {
		p--
	}
	if p < first {
		return -1
	}
	return p
}

// acts reports whether a capital stands for its state: it has something, does
// something, or stands between prepositions of relations; not where one is.
func (s *scan) acts(i, j, last int) bool {
	if s.t.PassageOf(s.t.SentenceOf(i)).Kind == readout.Dateline {
		return false
	}
	if p := s.before(i); p >= 0 {
		switch k := s.tokens[p]; {
		case k.Is("against", "between", "with", "by", "towards", "toward", "on") && !(k.Is("by") && p > 0 && s.tokens[p-1].Is("near", "close")):
			return !s.is(j, last, "-") || s.tokens[j].Space
		case locating[k.Fold]:
			return s.possessive(j, last) > j && k.Is("from", "to", "for", "at") // "from Moscow's point of view"
		case k.Is("and", "or") && p > 0:
			return s.actedBefore(p) || s.verb(j, last) && !s.locatedBefore(p)
		}
	}
	if s.possessive(j, last) > j {
		return true
	}
	if s.is(j, last, "and", "or") && j+1 < last && s.tokens[j+1].Upper {
		return s.metonymAt(j+1, last) || s.verb(j+2, last)
	}
	return s.verb(j, last) && !s.is(j, last, "for", "also", "then") || s.is(j, last, "'")
}

func (s *scan) metonymAt(i, last int) bool {
	for _, h := range s.hits[i] {
		for _, e := range h.Entries {
			if e.Form == lexicon.Metonym && i+h.Len < last && s.verb(i+h.Len, last) {
				return true
			}
		}
	}
	return false
}

// actedBefore reports whether the item that ends at token p acts as a state.
func (s *scan) actedBefore(p int) bool {
	if len(s.items) == 0 {
		return false
	}
	it := s.items[len(s.items)-1]
	return it.last == p && it.form == readout.ByMetonym
}

func (s *scan) locatedBefore(p int) bool {
	if len(s.items) == 0 {
		return false
	}
	it := s.items[len(s.items)-1]
	return it.last == p && it.entity.Kind() == readout.Place
}

// place picks among places of one name: the one whose country the text names
// next, else the only one, else a capital.
func (s *scan) place(places []lexicon.Entry, j, last int) readout.EntityID {
	if len(places) == 1 {
		return places[0].Entity
	}
	country := ""
	if s.is(j, last, ",") {
		for _, h := range s.hitsAt(j+1, last) {
			for _, e := range h.Entries {
				if e.Entity.Kind() == readout.State && e.Form == lexicon.ProperName {
					country = strings.TrimPrefix(string(e.Entity), "state/")
				}
			}
		}
	}
	var named, capital readout.EntityID
	for _, p := range places {
		e := s.lex.EntityOf(p.Entity)
		if e == nil {
			continue
		}
		if country != "" && e.Country == country {
			named = p.Entity
		}
		if st := s.lex.States[e.Country]; st != nil {
			for _, c := range st.Capitals {
				if c == e.Name {
					capital = p.Entity
				}
			}
		}
	}
	if named != "" {
		return named
	}
	return capital
}

func (s *scan) hitsAt(i, last int) []lexicon.Hit {
	if i >= last {
		return nil
	}
	return s.hits[i]
}

// event picks among events of one name the one that is on, or nearest to, the day.
func (s *scan) event(events []lexicon.Entry, i int) readout.EntityID {
	day := s.day(i)
	best, distance := readout.EntityID(""), 0
	for _, e := range events {
		v := s.lex.Events[strings.TrimPrefix(string(e.Entity), "event/")]
		if v == nil {
			continue
		}
		d := dayDistance(v.From, day)
		if day == "" && len(events) > 1 {
			return ""
		}
		if best == "" || d < distance {
			best, distance = e.Entity, d
		}
	}
	if len(events) > 1 && distance > 200 {
		return ""
	}
	return best
}

// dayDistance is about how many days lie between two EDTF days or months.
func dayDistance(a, b string) int {
	d := dayNumber(a) - dayNumber(b)
	if d < 0 {
		return -d
	}
	return d
}

// dayNumber counts days roughly; what is not said counts as the middle.
func dayNumber(d string) int {
	part := func(from, to, otherwise int) int {
		if len(d) < to {
			return otherwise
		}
		n := 0
		for _, c := range d[from:to] {
			if c < '0' || c > '9' {
				return otherwise
			}
			n = n*10 + int(c-'0')
		}
		return n
	}
	return part(0, 4, 0)*365 + part(5, 7, 6)*30 + part(8, 10, 15)
}

// institution picks among institutions of one name that of the passage's own
// country.
func (s *scan) institution(orgs []lexicon.Entry, i int) readout.EntityID {
	home := s.home(i)
	for _, o := range orgs {
		if e := s.lex.EntityOf(o.Entity); e != nil && home != "" && e.Country == home {
			return o.Entity
		}
	}
	return ""
}

// home is the country whose voice the passage of token i is: its issuer's, or that
// of the outlet where it is an official site; "" for the press.
func (s *scan) home(i int) string {
	if i < len(s.tokens) {
		if issuer := s.t.PassageOf(s.t.SentenceOf(i)).Issuer; issuer != "" {
			if e := s.lex.EntityOf(issuer); e != nil {
				return e.Country
			}
		}
	}
	if s.official {
		return s.country
	}
	return ""
}

// outlet gives the country of the document's outlet, and whether it is an
// official site: an institution's, or one that is called after an office.
func (f *finder) outlet() (country string, official bool) {
	for _, e := range f.lex.Names.Find(f.doc.Outlet, f.lex.English.Abbreviation) {
		switch id := e.Entity; id.Kind() {
		case readout.Outlet:
			o := f.lex.Outlets[strings.TrimPrefix(string(id), "outlet/")]
			return o.Country, o.Institution != ""
		case readout.Org:
			o := f.lex.Orgs[strings.TrimPrefix(string(id), "org/")]
			return o.Country, o.Country != ""
		}
	}
	if title, state, ok := strings.Cut(f.doc.Outlet, " of "); ok {
		for _, e := range f.lex.Names.Find(strings.TrimPrefix(state, "the "), f.lex.English.Abbreviation) {
			id := strings.TrimPrefix(string(e.Entity), "state/")
			if e.Entity.Kind() == readout.State && len(f.lex.OfficesTitled(id, strings.ToLower(title))) > 0 {
				return id, true
			}
		}
	}
	return "", false
}
