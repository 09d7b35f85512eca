package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// ownerAt reads a state, its adjective, an institution or a capital at j.
func (s *scan) ownerAt(j, last int) *item {
	for _, hit := range s.hitsAt(j, last) {
		if j+hit.Len > last {
			continue
		}
		var best *item
		for _, e := range hit.Entries {
			kind := e.Entity.Kind()
			if kind != readout.State && kind != readout.Org || !s.fits(j, hit.Len, e) {
				continue
			}
			it := &item{first: j, last: j + hit.Len, nameFirst: j, nameLast: j + hit.Len, what: aThing, form: readout.ByName, entity: e.Entity}
			if e.Form == lexicon.Adjective || e.Form == lexicon.People {
				it.what, it.adjective = aHint, true
			}
			if known := s.lex.EntityOf(e.Entity); known != nil {
				it.country = known.Country
			}
			if best != nil && best.entity == it.entity {
				it.adjective = it.adjective || best.adjective
			}
			if best == nil || kind == readout.Org && best.entity.Kind() != readout.Org || best.what == aHint && kind == readout.State {
				best = it
			}
		}
		if best != nil {
			if states := bearers(hit.Entries); best.what == aHint && len(states) > 1 {
				best.country, best.entity = s.bearer(states, best.last), ""
			}
			return best
		}
	}
	return nil
}

// whereNotWhose reports whether a seat or capital at token j, behind "in" or "at" and the
// determiner at i, says where somebody was and is no owner of the title behind it:
// "received in the Kremlin President Holt".
func (s *scan) whereNotWhose(i, j, last int) bool {
	if i == 0 || !s.is(i-1, last, "in", "at") {
		return false
	}
	own := s.ownerAt(j, last)
	if own == nil || own.last >= last || own.adjective || s.titles[own.last].Title == nil || !s.tokens[own.last].Upper || s.titles[own.last].Kind.Modifies() {
		return false
	}
	for _, hit := range s.hitsAt(j, last) {
		if j+hit.Len == own.last && slices.ContainsFunc(hit.Entries, func(e lexicon.Entry) bool { return e.Entity.Kind() == readout.Place }) {
			return true
		}
	}
	return false
}

// own adds an owner to a role.
func (r *role) own(it *item) {
	r.owners = append(r.owners, owner{it, tokens{it.first, it.last}})
	if it.what == aThing {
		r.nested = append(r.nested, it)
	}
	if it.entity.Kind() == readout.Org && r.org == "" && r.country == "" {
		r.org = it.entity
	}
	if r.country == "" {
		r.country = it.country
	}
	r.open = r.open || it.what == aHint && it.country == ""
}

// behind reads owners behind a title and gives the token after them.
func (s *scan) behind(r *role, t lexicon.TitleHit, j, last, depth int) int {
	if k := s.furtherField(t, j, last); k > j {
		r.field, j = true, k
	}
	for j+1 < last && slices.Contains(t.Links, s.tokens[j].Fold) || j+1 < last && (s.tokens[j].Is("of") || t.Plural && s.tokens[j].Is("from") && t.Kind == lexicon.OfficeOf) {
		if t.Kind == lexicon.Relation && s.tokens[j].Is("in") && len(r.owners) > 0 {
			return j // "met his French counterpart in Velmora": where they met
		}
		if s.master(t, j+1, last, depth) {
			return j
		}
		k := j + 1
		if s.is(k, last, "the") {
			k++
		}
		if t.Plural && s.tokens[j].Is("of", "from") {
			k = s.counted(k, last)
		}
		own := s.ownerAt(k, last)
		if own != nil && own.entity.Kind() == readout.Org && s.is(own.last, last, "allies", "members", "partners") { // "her counterparts from NATO allies Norway and Denmark"
			if ally := s.ownerAt(own.last+1, last); ally != nil {
				k, own = own.last+1, ally
			}
		}
		switch {
		case t.Kind == lexicon.Relation && s.tokens[j].Is("in") && len(r.owners) > 0:
			return j // "his French and Costavan counterparts in Velmora": where they met
		case own != nil && own.what == aThing:
			k = s.ownersAt(r, k, last, s.tokens[j].Is("to", "in", "on", "at") && t.Kind != lexicon.Relation)
		case s.tokens[j].Is("of", "to", "for"):
			if k = s.inner(r, j+1, last, depth); k == j+1 {
				k = s.field(k, last)
				r.field = r.field || k > j+1
			}
		default:
			k = s.field(k, last)
			r.field = r.field || k > j+1
		}
		if s.is(k, last, "(") && k+2 < last && s.tokens[k+1].AllCaps && s.tokens[k+2].Is(")") { // "(IFRC)"
			k += 3
		}
		if k <= j+1 || k == j+2 && s.is(j+1, last, "the") {
			return j
		}
		j = k
	}
	return j
}

// master reports whether token j begins the title and name of the person whom the bearer of a
// title serves: "Chief of Cabinet for Council President Jon Holt".
func (s *scan) master(t lexicon.TitleHit, j, last, depth int) bool {
	if !t.Serves() || s.is(j, last, "the", "a", "an") {
		return false
	}
	in := s.readRole(j, last, depth+1)
	return in != nil && s.nameAfter(in.last, last)
}

// furtherField steps over a second matter of a title that names one: "Minister for
// Foreign Affairs" at whose end "and Trade" stands. It gives the token after it, or j.
func (s *scan) furtherField(t lexicon.TitleHit, j, last int) int {
	if !strings.Contains(t.Words, " of ") && !strings.Contains(t.Words, " for ") {
		return j
	}
	k := j
	for s.is(k, last, "and", ",", "&") && k+1 < last && s.tokens[k+1].Upper && s.titles[k+1].Title == nil && s.lex.Words.Is("portfolio", s.tokens[k+1].Fold) {
		for k++; k < last && s.tokens[k].Upper && s.lex.Words.Is("portfolio", s.tokens[k].Fold); k++ {
			j = k + 1
		}
	}
	return j
}

// inner reads a role inside a role ("to the Colombian President"), takes its
// owners over and gives the token after it, or j.
func (s *scan) inner(r *role, j, last, depth int) int {
	in := s.readRole(j, last, depth+1)
	if in == nil || in.head.Kind != lexicon.OfficeOf || s.nameAfter(in.last, last) && r.head.Kind == lexicon.RoleOf && in.det == "" && len(in.owners) == 0 {
		return j
	}
	r.nested = append(r.nested, in.nested...)
	if r.country == "" {
		r.country = in.country
	}
	if r.org == "" {
		r.org = in.org
	}
	return in.last
}

// ownersAt reads "Russia", "France and Germany", "the US, Japan and Korea" at k.
// A state that one is sent to owns nothing.
func (s *scan) ownersAt(r *role, k, last int, goal bool) int {
	for {
		it := s.ownerAt(k, last)
		if it == nil || it.what != aThing {
			return k
		}
		if goal {
			r.nested = append(r.nested, it)
		} else {
			r.own(it)
		}
		k = it.last
		next := k
		for s.is(next, last, ",", "and", "the") {
			next++
		}
		more := s.ownerAt(next, last)
		if next == k || more == nil || more.what != aThing || !r.plural {
			return k
		}
		k = next
	}
}

// field reads the capitalised words of what a role is for ("Foreign Affairs and
// Security Policy", "the Russian Security Council") and gives the token after them.
func (s *scan) field(k, last int) int {
	end := k
	for j := k; j < last; j++ {
		w := s.tokens[j]
		switch {
		case w.Kind == token.Word && w.Upper && !s.lex.Words.Is("stop", w.Fold) && !s.startsName(j, last):
			if h := s.titles[j]; h.Title != nil && j > k && !h.Kind.Modifies() && !s.is(j-1, last, "and") {
				return end
			}
			if j > k && end == j && s.lex.Words.Is("orghead", s.tokens[j-1].Fold) && !s.lex.Words.Is("orghead", w.Fold) {
				return end
			}
			end = j + 1
		case end > k && end == j && w.Is("of") && s.leadsToState(j+1, last): // "Minister of Energy of Arvenia"
			return end
		case end > k && w.Is("and", "of", "the", "for", "&", "-", "on") || j == k && w.Is("the"):
		case w.Kind == token.Word && w.Upper && (w.Is("north", "south", "east", "west", "central", "middle", "national", "new") || j > k && end == j && s.lex.Words.Is("orghead", w.Fold)):
			end = j + 1
		default:
			return end
		}
	}
	return end
}

// startsName reports whether a known person's name begins at j, or a given name
// with a capitalised word behind it.
func (s *scan) startsName(j, last int) bool {
	if s.fullName(j, last) > 0 {
		return true
	}
	return s.lex.Persons.Given(s.tokens[j].Fold) && j+1 < last && s.tokens[j+1].Upper && !s.lex.Words.Is("orghead", s.tokens[j+1].Fold)
}

// portfolio reports whether token j is the matter of a minister that no file
// lists: "Healthcare Minister".
func (s *scan) portfolio(j, last int) bool {
	k := s.tokens[j]
	return k.Kind == token.Word && !s.lex.Words.Is("stop", k.Fold) && s.is(j+1, last, "minister", "secretary", "commissioner", "ministers") && k.Upper == s.tokens[j+1].Upper && s.tokens[j+1].Breaks == 0 && s.familyName(j, last) == 0 && !(s.initial(j) && s.lex.English.VerbForms(k.Fold) != nil) && !s.is(j, last, "with", "that", "as")
}

// describes reports whether token j is an unknown word between an article and a
// title or its owner: "the influential head".
func (s *scan) describes(j, last int) bool {
	k := s.tokens[j]
	if s.is(j, last, "morning", "afternoon", "evening", "day", "week", "month", "year", "meantime", "meanwhile", "end") {
		return false
	}
	if k.Kind != token.Word || k.Upper || s.lex.Words.Is("stop", k.Fold) || j+1 >= last || s.tokens[j+1].Kind != token.Word {
		return false
	}
	return s.titles[j+1].Title != nil || s.ownerAt(j+1, last) != nil && s.next[j+1] <= j+4
}

// leadsToState reports whether a state's name stands at token j, over an article.
func (s *scan) leadsToState(j, last int) bool {
	if s.is(j, last, "the") {
		j++
	}
	own := s.ownerAt(j, last)
	return own != nil && own.what == aThing && own.entity.Kind() == readout.State
}
