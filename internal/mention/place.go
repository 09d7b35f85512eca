package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// acts reports whether a capital stands for its state: it has something, does
// something, or stands between prepositions of relations; not where one is.
func (s *scan) acts(i, j, last int) bool {
	if s.t.PassageOf(s.t.SentenceOf(i)).Kind == readout.Dateline {
		return false
	}
	if j < last && s.tokens[j].Kind == token.Word && !s.tokens[j].Upper && !s.lex.Words.Is("stop", s.tokens[j].Fold) && !s.verbNotNoun(j, last) && s.possessive(j, last) == j {
		return false // "the Minsk agreements"
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

// locating prepositions make a name that is a place and an institution a place.
var locating = map[string]bool{"in": true, "at": true, "inside": true, "outside": true, "near": true, "into": true, "around": true, "to": true, "from": true, "via": true, "through": true, "for": true, "visit": true, "visited": true, "visits": true, "visiting": true, "leave": true, "left": true, "leaves": true, "leaving": true, "toward": true, "towards": true, "across": true}

// locates reports whether the word before token i makes a seat (the White House) a
// place.
func (s *scan) locates(i int) bool {
	p := s.before(i)
	return p >= 0 && (s.tokens[p].Is("in", "at", "inside", "outside", "near", "into", "around") || s.tokens[p].Is("to") && s.goesTo(p))
}

// goesTo reports whether "to" at token p ends the way of somebody who goes, is
// invited or is welcomed there.
func (s *scan) goesTo(p int) bool {
	first := s.t.Sentences[s.t.SentenceOf(p)].First
	for i := p - 1; i >= max(first, p-8); i-- {
		for _, form := range s.lex.English.VerbForms(s.tokens[i].Fold) {
			for _, w := range s.lex.English.ContactVerbs(form.Lemma) {
				if w.Channel == string(readout.Visit) || slices.Contains(w.Frames, "arrival") {
					return true
				}
			}
		}
	}
	return false
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
