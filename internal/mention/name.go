package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// run is a person's name by shape: tokens [first, last).
type run struct {
	first, last int
	parts       []string // folded words, initials without their period
	strong      bool     // a name for certain, whatever else the document says
	ambiguous   bool     // one word that is also another word
	thing       bool     // no person: the beginning of the name of a thing that no file knows
}

// maxName is how many tokens a name can have.
const maxName = 12

// fullName gives how many tokens a known person's full name at i has; 0 if none.
func (s *scan) fullName(i, last int) int {
	for _, hit := range s.hitsAt(i, last) {
		if i+hit.Len > last || !s.capitalised(i, i+hit.Len) {
			continue
		}
		for _, e := range hit.Entries {
			if e.Form == lexicon.FullName && hit.Len > 1 {
				return hit.Len
			}
		}
	}
	return 0
}

// familyName gives how many tokens a known person's family name at i has; 0 if none.
func (s *scan) familyName(i, last int) int {
	for _, hit := range s.hitsAt(i, last) {
		if i+hit.Len > last || !s.capitalised(i, i+hit.Len) {
			continue
		}
		for _, e := range hit.Entries {
			if e.Form == lexicon.FamilyName {
				return hit.Len
			}
		}
	}
	return 0
}

// capitalised reports whether the words of a name are written as one: all but
// particles and what follows a hyphen have capitals.
func (s *scan) capitalised(i, j int) bool {
	any := false
	for k := i; k < j; k++ {
		t := s.tokens[k]
		if t.Kind != token.Word {
			continue
		}
		any = any || t.Upper
		if !t.Upper && !s.lex.Words.Is("particle", t.Fold) && !(k > i && s.tokens[k-1].Is("-")) {
			return false
		}
	}
	return any
}

// name reads a person's name at i. titled says that a title stands before it.
func (s *scan) name(i, last int, titled bool) run {
	none := run{first: i, last: i}
	if i >= last || s.tokens[i].Kind != token.Word {
		return none
	}
	styled := s.styled[s.t.SentenceOf(i)]
	full, family := s.fullName(i, last), s.familyName(i, last)
	if !s.begins(i, last, full+family > 0, titled) {
		return none
	}
	end := i + full
	if full == 0 || !styled {
		end = max(end, s.extend(i, last, styled))
	}
	if full == 0 && family > 0 && end > i+family && !s.given(i) && s.breaksAfterFamily(i+family, end) {
		end = i + family
	}
	end = max(end, i+full, i+family)
	if end == i {
		return none
	}
	r := run{first: i, last: end, parts: lexicon.NameParts(s.tokens[i:end])}
	if len(r.parts) == 0 {
		return none
	}
	if !titled && !styled && r.last > i+full && s.insideThing(&r, last) {
		none.thing, none.last = true, i
		return none
	}
	if s.brokenOff(r.last, last) {
		return none
	}
	s.judge(&r, full, family, styled)
	return r
}

// brokenOff reports whether a name that ends at token i is one that its speaker broke off:
// a hyphen at its end, and then a dash, behind which it is put right ("King Jor- — King
// Abdullah").
func (s *scan) brokenOff(i, last int) bool {
	return s.is(i, last, "-") && !s.tokens[i].Space && s.is(i+1, last, "--", "-")
}

// insideThing reports whether a run is only the beginning of the name of a thing:
// "the Jane Doe Voting Rights Act", "Doe Tower". A family name alone before what its
// bearer leads still means the person.
func (s *scan) insideThing(r *run, last int) bool {
	j := r.last
	if j >= last || !s.tokens[j].Upper || !s.tokens[j].Space || s.tokens[j].Breaks > 0 || !s.lex.Words.Is("orghead", s.tokens[j].Fold) && s.headKind(j) == "" {
		return false
	}
	switch len(r.parts) {
	case 1:
		return s.headKind(j) != "" && !s.ledByName(j) && !s.eminentAt(r.first, r.last)
	case 2:
		return !s.ledByName(j) && !s.tokens[j].Is("family", "team", "side", "staff", "campaign", "supporters")
	}
	return true
}

// begins reports whether token i can be the first word of a name.
func (s *scan) begins(i, last int, known, titled bool) bool {
	t := s.tokens[i]
	if !t.Upper {
		return s.lex.Words.Is("particle", t.Fold) && (known || titled && s.is(i+1, last, "-", "der", "den") || titled && i+1 < last && s.tokens[i+1].Upper)
	}
	if known {
		return true
	}
	if s.lex.Words.Is("stop", t.Fold) && !s.monthOrName(i, last) || t.Fold == "'s" || s.entitles(i) || (s.lex.Words.Is("orghead", t.Fold) || s.ownerAt(i, last) != nil) && !s.given(i) {
		return false
	}
	if t.AllCaps && len(t.Fold) > 2 && i+1 < last && s.tokens[i+1].Upper && !s.tokens[i+1].AllCaps { // "RSFSR Leonid Kuravlev"
		return false
	}
	return !(s.styled[s.t.SentenceOf(i)] && s.common(i))
}

// common reports whether a capitalised word of a headline is an ordinary word: the
// body writes it small, or it is a verb, an adverb, a title or the last word of a
// name of a thing.
func (s *scan) common(i int) bool {
	w := s.tokens[i].Fold
	return s.lower[w] || s.lex.English.VerbForms(w) != nil || s.lex.English.Adverb(w) || s.titles[i].Title != nil || s.lex.Words.Is("orghead", w) || s.lex.Words.Is("stop", w)
}

// extend gives the token after the name by shape at i.
func (s *scan) extend(i, last int, styled bool) int {
	end := i + 1
	if !s.tokens[i].Upper {
		end = i
	}
	words := 1
	for j := i + 1; j < min(last, i+maxName); {
		n := s.continues(i, j, last, words, styled)
		if n == 0 {
			break
		}
		j += n
		end = j
		words++
	}
	return end
}

// continues tells how many tokens at j continue the name that began at i; 0 ends it.
func (s *scan) continues(i, j, last, words int, styled bool) int {
	t := s.tokens[j]
	if t.Breaks > 1 {
		return 0
	}
	if n := s.suffix(j, last); n > 0 && words > 0 {
		return n
	}
	switch {
	case t.Kind == token.Mark && t.Is("-") && !t.Space && j+1 < last && !s.tokens[j+1].Space && s.tokens[j+1].Kind == token.Word:
		if s.tokens[j+1].Upper && !s.pair(i, j, last) && s.ownerAt(j+1, last) == nil || !s.tokens[j+1].Upper && (words > 1 && len(s.tokens[j+1].Fold) < 7 && s.lex.English.VerbForms(s.tokens[j+1].Fold) == nil && !s.is(j+1, last, "style", "era") || s.lex.Words.Is("particle", s.tokens[j-1].Fold)) {
			return 2
		}
	case t.Kind == token.Word && t.Upper:
		if s.stops(i, j, last, words, styled) {
			return 0
		}
		return 1
	case t.Kind == token.Word && (s.lex.Words.Is("particle", t.Fold) || s.lex.Words.Is("article", t.Fold) && s.is(j+1, last, "-") && !s.tokens[j+1].Space):
		k := j + 1
		for k < last && (s.lex.Words.Is("particle", s.tokens[k].Fold) && !s.tokens[k].Upper || s.is(k, last, "-")) {
			k++
		}
		if k < last && s.tokens[k].Kind == token.Word && s.tokens[k].Upper && !s.lex.Words.Is("stop", s.tokens[k].Fold) && k-j < 4 && s.tokens[k].Breaks < 2 && s.ownerAt(k, last) == nil {
			return k - j + 1
		}
	}
	return 0
}

// pair reports whether the hyphen at j stands between two persons: "the Trump-Putin
// call".
func (s *scan) pair(i, j, last int) bool {
	return s.familyName(i, j) == j-i && s.familyName(j+1, last) > 0 && (!s.given(i) || s.eminentAt(i, j) && s.eminentAt(j+1, last))
}

// suffix reads "Jr.", ", Jr." or "III" at j and gives its length.
func (s *scan) suffix(j, last int) int {
	n := 0
	if s.is(j, last, ",") {
		n = 1
	}
	if j+n >= last || !s.tokens[j+n].Upper {
		return 0
	}
	w := s.tokens[j+n].Fold
	if n == 1 && w != "jr." && w != "sr." && w != "jr" && w != "sr" {
		return 0
	}
	if w == "i." || w == "v." || !s.lex.Words.Is("suffix", trimPeriod(w)) || len(w) < 2 {
		return 0
	}
	return n + 1
}

func trimPeriod(w string) string {
	if n := len(w); n > 0 && w[n-1] == '.' {
		return w[:n-1]
	}
	return w
}

// stops reports whether the capitalised word at j ends the name that began at i.
func (s *scan) stops(i, j, last, words int, styled bool) bool {
	w := s.tokens[j].Fold
	if s.lex.Words.Is("stop", w) && w != "may" && w != "so" && w != "no" && w != "do" && !s.monthOrName(j, last) || len(w) > 2 && s.lex.Words.Is("orghead", w) && !s.familyBehind(i, j) {
		return true
	}
	if styled && (s.common(j) || words > 1 && strings.HasSuffix(w, "ing") && j+1 < last && s.lex.Words.Is("stop", s.tokens[j+1].Fold)) {
		return true // "Remarks by Adam Holt Previewing the Journey"
	}
	if t := s.titles[j]; t.Title != nil && (t.Kind == lexicon.OfficeOf || t.Kind == lexicon.RoleOf || t.Kind == lexicon.Relation) && !s.lex.Persons.Given(w) {
		return true
	}
	for _, h := range s.hits[j] {
		for _, e := range h.Entries {
			k := e.Entity.Kind()
			if k == readout.Person || !s.fits(j, h.Len, e) {
				continue
			}
			known := words == 1 && s.given(i) && s.familyName(i, j) == 0
			if k == readout.Place && h.Len == 1 || known && h.Len == 1 && !s.tokens[j].AllCaps {
				continue
			}
			return true
		}
	}
	return false
}

// familyBehind reports whether the word at j that could end the name of a thing is a family
// name: right behind a given name at i that has a title ("Rear Admiral Jon Day").
func (s *scan) familyBehind(i, j int) bool {
	if j != i+1 || !s.given(i) || !s.lex.Words.Is("ambiguous", s.tokens[j].Fold) {
		return false
	}
	for k := max(0, i-3); k < i; k++ {
		if t := s.titles[k]; t.Title != nil && k+t.Len == i {
			return true
		}
	}
	return false
}

// monthOrName reports whether a short month or weekday at i is a name instead: a
// capitalised word follows, no number.
func (s *scan) monthOrName(i, last int) bool {
	return s.is(i, last, "jan", "jun", "sun", "mar") && i+1 < last && s.tokens[i+1].Kind == token.Word && s.tokens[i+1].Upper && !s.tokens[i+1].AllCaps
}

// entitles reports whether a title stands at i that is no name.
func (s *scan) entitles(i int) bool {
	t := s.titles[i]
	return t.Title != nil && !t.Kind.Modifies() && !s.lex.Persons.Given(s.tokens[i].Fold)
}

func (s *scan) given(i int) bool { return s.lex.Persons.Given(s.tokens[i].Fold) }

// breaksAfterFamily reports whether the words behind a known family name do not
// belong to a name: "the Trump Tower", "Putin Doctrine".
func (s *scan) breaksAfterFamily(j, end int) bool {
	for k := j; k < end; k++ {
		if t := s.tokens[k]; t.Kind == token.Word && (s.lower[t.Fold] || s.lex.Words.Is("orghead", t.Fold) || s.eminentAt(k, end)) {
			return true
		}
	}
	return false
}

// eminentAt reports whether the family name of somebody who leads a state or its
// diplomacy stands at k: "the Biden Xi call" names two.
func (s *scan) eminentAt(k, end int) bool {
	n, day := s.familyName(k, end), s.day(k)
	if n == 0 || day == "" {
		return false
	}
	ids := s.lex.Persons.Family(lexicon.NameParts(s.tokens[k : k+n]))
	return slices.ContainsFunc(ids, func(id readout.EntityID) bool { return s.eminentOn(id, day) })
}

// judge decides how sure a name is without looking at the rest of the document.
func (s *scan) judge(r *run, full, family int, styled bool) {
	first := s.tokens[r.first].Fold
	n := len(r.parts)
	switch {
	case full > 0:
		r.strong = true
	case n > 1 && s.given(r.first) && !styled && (s.onlyGiven(r.first, r.last) || len(s.lex.Persons.Family(r.parts[n-1:])) > 0):
		r.strong = !s.lex.Words.Is("orghead", r.parts[n-1]) && !s.placeName(r)
	case s.lex.Words.Is("stop", r.parts[n-1]) && full+family == 0, s.isInitial(first) && s.is(r.first+1, r.last, "-"):
	case n > 1 && !styled && len(s.lex.Persons.Family(r.parts[n-1:])) > 0 && !s.lower[first] && !s.initial(r.first):
		r.strong = !s.placeName(r)
	case n > 1 && !styled && s.isInitial(first) && len(s.lex.Persons.Family(r.parts[n-1:])) > 0:
		r.strong = true
	case full+family == 0 && n > 1 && !styled && s.flat(r.first, r.last):
		r.strong = !s.placeName(r)
	case family > 0 && r.last-r.first == family:
		r.ambiguous = n == 1 && s.ambiguous(r.first)
		r.strong = !r.ambiguous
	}
}

// onlyGiven reports whether the given name at i is neither a place nor an adjective
// of one nor another word: "Orlando Sentinel", "German Enlightenment".
func (s *scan) onlyGiven(i, last int) bool {
	if s.ownerAt(i, last) != nil || s.lex.Words.Is("ambiguous", s.tokens[i].Fold) && !s.lex.Words.IsGiven(s.tokens[i].Fold) {
		return false
	}
	at := s.thing(i, last)
	return at == nil || at.last > i+1 || at.entity.Kind() != readout.Place
}

// placeName reports whether a run is also the name of a thing.
func (s *scan) placeName(r *run) bool {
	for _, h := range s.hits[r.first] {
		if h.Len == r.last-r.first && slices.ContainsFunc(h.Entries, func(e lexicon.Entry) bool { return e.Entity.Kind() != readout.Person }) {
			return true
		}
	}
	return false
}

func (s *scan) isInitial(w string) bool { return len(trimPeriod(w)) == 1 }

// initial reports whether token i begins its sentence, where any word has a capital.
func (s *scan) initial(i int) bool {
	first := s.t.Sentences[s.t.SentenceOf(i)].First
	for first < i && s.tokens[first].Kind == token.Mark {
		first++
	}
	return i == first
}

// ambiguous reports whether a known family name is also another word.
func (s *scan) ambiguous(i int) bool {
	w := s.tokens[i].Fold
	if s.lex.Words.Is("ambiguous", w) || s.lower[w] || s.lex.English.Adverb(w) && len(w) < 5 || s.lex.Words.Is("stop", w) || len(w) == 1 {
		return true
	}
	for _, h := range s.hits[i] {
		if h.Len == 1 && slices.ContainsFunc(h.Entries, func(e lexicon.Entry) bool { return e.Entity.Kind() != readout.Person && s.fits(i, 1, e) }) {
			return true
		}
	}
	if s.lex.English.VerbForms(w) != nil {
		return s.initial(i) || s.styled[s.t.SentenceOf(i)]
	}
	return s.titles[i].Title != nil
}
