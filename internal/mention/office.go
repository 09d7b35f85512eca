package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

// officesOf lists the offices that a role means on a day, best first.
func (f *finder) officesOf(r *role, day string) []*lexicon.Office {
	if r.head == nil {
		return nil
	}
	for _, owner := range r.holders() {
		if len(r.head.Offices) > 0 && r.head.Offices[0] == "leader" && owner == r.country {
			if o := f.lex.LeaderOffice(owner, day); o != nil {
				return []*lexicon.Office{o}
			}
		}
		for _, words := range []string{r.long, r.words, r.head.Words} {
			if r.deputy && words == r.head.Words {
				continue
			}
			if list := f.lex.OfficesTitled(owner, words); len(list) > 0 {
				return list
			}
		}
		if r.deputy {
			continue
		}
		if owner == string(r.org) && (r.head.Words == "head" || r.head.Words == "chief" || r.head.Words == "leader" || r.head.Words == "director") {
			return f.lex.OfficesOfKind(owner, "head-of-organisation")
		}
		for _, kind := range r.head.Offices {
			if !single[kind] {
				continue
			}
			if list := f.chief(owner, kind); len(list) > 0 {
				return list
			}
		}
	}
	return nil
}

// single are the kinds of office that a state or organisation has one of, so that a
// title can mean it whatever its words.
var single = map[string]bool{"leader": true, "head-of-state": true, "head-of-government": true, "foreign-minister": true, "defence-minister": true, "finance-minister": true,
	"security-adviser": true, "head-of-organisation": true, "crown-prince": true, "first-lady": true}

// chief lists the offices of a state or organisation that a kind means by itself: no
// deputies, and where one goes by the kind's own name ("security adviser"), only that.
func (f *finder) chief(owner, kind string) []*lexicon.Office {
	list := slices.DeleteFunc(f.lex.OfficesOfKind(owner, kind), func(o *lexicon.Office) bool { return strings.Contains(o.Name, "Deputy ") })
	if i := slices.IndexFunc(list, func(o *lexicon.Office) bool { return o.Titled(strings.ReplaceAll(kind, "-", " ")) }); i >= 0 {
		return list[i : i+1]
	}
	return list
}

// holders are the states and organisations whose office a role can be, as the
// lexicon keys them.
func (r *role) holders() []string {
	var out []string
	if r.org != "" {
		out = append(out, string(r.org))
	}
	if r.country != "" {
		out = append(out, r.country)
	}
	return out
}

// holder is the one person that holds any of the offices on the day; office is the
// first of them. Where several may have held it, or the one may not have (an edge
// that nobody checked is near), nobody is named, and those who may are listed.
func (f *finder) holder(offices []*lexicon.Office, day string) (person, office readout.EntityID, may []readout.EntityID) {
	if len(offices) == 0 {
		return "", "", nil
	}
	first := readout.EntityID("office/" + offices[0].ID)
	if day == "" {
		return "", first, nil
	}
	certain := false
	for i, o := range offices {
		for _, t := range f.lex.HoldersOn(o.ID, day) {
			certain = certain || t.Certain(day)
			if id := readout.EntityID("person/" + t.Person); !slices.Contains(may, id) {
				may = append(may, id)
				office = readout.EntityID("office/" + o.ID)
			}
		}
		if len(may) == 1 && certain && i == 0 {
			break
		}
	}
	if len(may) == 1 && certain {
		return may[0], office, nil
	}
	return "", first, may
}

// successor is who takes the office next after the day: the president-elect.
func (f *finder) successor(offices []*lexicon.Office, day string) readout.EntityID {
	for _, o := range offices {
		next := ""
		best := ""
		for _, t := range f.lex.TenuresOf(o.ID) {
			if len(t.From) == 10 && t.From > day && (best == "" || t.From < best) && dayDistance(t.From, day) < 300 {
				best, next = t.From, t.Person
			}
		}
		if next != "" {
			return readout.EntityID("person/" + next)
		}
	}
	return ""
}

// office resolves an office that stands without a name.
func (f *finder) office(s *scan, it *item) {
	r := it.role
	day := s.day(it.first)
	if r.head.Kind == lexicon.Relation {
		f.counterpart(s, it, day)
		return
	}
	if r.country == "" && r.org == "" && (r.open || !f.ownerFromContext(s, it)) {
		return
	}
	if p := f.namedHolder(s, it); p != nil {
		it.entity = p.id
		return
	}
	offices := f.officesOf(r, day)
	if len(offices) == 0 {
		f.unlisted(s, it)
		return
	}
	f.assign(it, offices, day)
}

// assign gives an office item its holder on the day, or the office itself.
func (f *finder) assign(it *item, offices []*lexicon.Office, day string) {
	who, office, may := f.holder(offices, day)
	it.office = office
	switch {
	case it.role.former:
		it.entity = ""
	case it.role.elect:
		it.entity = f.successor(offices, day)
	case who != "":
		it.entity = who
		f.meet(who)
	default:
		it.entity, it.candidates = office, may
	}
	if it.entity.Kind() == readout.Person {
		f.meet(it.entity)
	}
}

// unlisted makes an office that no file lists an entity of its own: "the Turkish
// justice minister". Roles need a name.
func (f *finder) unlisted(s *scan, it *item) {
	r := it.role
	if r.head.Kind != lexicon.OfficeOf || r.former || r.elect || r.country == "" || r.org != "" || slices.Contains(r.head.Offices, "minister") || slices.Contains(r.head.Offices, "leader") {
		s.items = append(s.items, r.nested...)
		return
	}
	it.office = readout.EntityID("office/" + r.country + "/" + strings.ReplaceAll(strings.ReplaceAll(r.words, ".", ""), " ", "-"))
	it.entity = it.office
}

// namedHolder is the person to whom the document itself gives the office: the
// same title of the same state.
func (f *finder) namedHolder(s *scan, it *item) *person {
	r := it.role
	held := f.byRole[heldRole{r.words, r.country, r.org, r.former, nil}.key()]
	if r.country == "" || len(held) != 1 {
		return nil
	}
	return held[0]
}

// officerBeside is the state of whose officer the words before "and" and an office speak:
// "the King of Costava and the Prime Minister".
func (s *scan) officerBeside(it *item) string {
	for n := len(s.items) - 1; n >= max(0, len(s.items)-3); n-- {
		o := s.items[n]
		if o.role != nil && o.last == it.first-1 && s.tokens[o.last].Is("and") && !o.role.plural {
			return o.role.country
		}
	}
	return ""
}

// ownerFromContext finds whose office "the president" or "the minister" is: the
// passage's own country, or that of whoever was last named with it.
func (f *finder) ownerFromContext(s *scan, it *item) bool {
	r := it.role
	if len(r.words) == 0 || r.head.Kind != lexicon.OfficeOf {
		return false
	}
	day := s.day(it.first)
	if p := f.besideSpeaker(s, it); p != nil {
		it.entity = p.id
		return false
	}
	if home := s.home(it.first); home != "" && !r.former && !slices.Contains(r.head.Offices, "leader") && !slices.Contains(r.head.Offices, "minister") {
		if len(f.lex.OfficesTitled(home, r.words)) > 0 {
			r.country = home
			return true
		}
	}
	if beside := s.officerBeside(it); beside != "" && len(f.lex.OfficesTitled(beside, r.words)) > 0 {
		r.country = beside
		return true
	}
	if p := f.lastTitled(s, it); p != nil {
		it.entity = p.id
		return false
	}
	if specific := f.lex.OfficesTitled("", r.words); len(specific) == 1 {
		f.assign(it, specific, day)
		return false
	}
	if home := s.lastPresidency(it.first); home != "" && !r.former && len(f.lex.OfficesTitled(home, r.words)) > 0 {
		r.country = home
		return true
	}
	if f.country != "" && len(f.lex.OfficesTitled(f.country, r.words)) > 0 && !r.former {
		r.country = f.country
		return true
	}
	return false
}

// lastPresidency is the country of the nearest presidency or government named
// before token i in its paragraph or the one before: the White House has a president.
func (s *scan) lastPresidency(i int) string {
	paragraph := s.t.Sentences[s.t.SentenceOf(i)].Paragraph
	for n := len(s.items) - 1; n >= max(0, len(s.items)-maxBack); n-- {
		it := s.items[n]
		if s.t.Sentences[s.t.SentenceOf(it.first)].Paragraph < paragraph-1 {
			return ""
		}
		if o := s.lex.Orgs[strings.TrimPrefix(string(it.entity), "org/")]; it.entity.Kind() == readout.Org && o != nil && (o.Kind == "presidency" || o.Kind == "government") {
			return o.Country
		}
	}
	return ""
}

// lastTitled is the person of that title named first in the nearest sentence
// before the item that names one.
func (f *finder) lastTitled(s *scan, it *item) *person {
	sentence := -1
	var found *person
	object := s.oblique(it.first) || it.first > 0 && s.verb(it.first-1, len(s.tokens))
	for i := len(s.refs) - 1; i >= max(0, len(s.refs)-maxBack); i-- {
		ref := s.refs[i]
		if object && ref.sentence == s.t.SentenceOf(it.first) && s.isSubject(ref) {
			continue
		}
		if sentence >= 0 && ref.sentence != sentence {
			break
		}
		if ref.sentence < s.t.SentenceOf(it.first)-40 {
			break
		}
		p := f.byID[ref.id]
		if p == nil || !f.titledNow(p, it.role, s.day(it.first)) {
			continue
		}
		sentence, found = ref.sentence, p
	}
	return found
}

// isSubject reports whether a person stands first in their sentence, before its verb.
func (s *scan) isSubject(r ref) bool {
	first := s.t.Sentences[r.sentence].First
	if s.possessive(r.last, len(s.tokens)) > r.last {
		return false
	}
	if r.first-first > maxRole {
		return false
	}
	for i := first; i < r.first; i++ {
		if s.verb(i, r.first) && !s.tokens[i].Upper {
			return false
		}
	}
	return !s.oblique(r.first)
}

// titledNow reports whether a person has the title in the document, or on the day.
func (f *finder) titledNow(p *person, r *role, day string) bool {
	for _, h := range p.roles {
		if h.former == r.former && (h.words == r.words || r.head.Words == "minister" && strings.HasSuffix(h.words, "minister") || r.head.Words == "leader" && leads(h.head)) {
			return true
		}
	}
	if p.known == nil || r.former {
		return false
	}
	ever, on := f.titledOn(p.id, r, day, r.head.Words == "minister" || r.head.Words == "leader")
	return on || day == "" && ever
}

func leads(t *lexicon.Title) bool {
	return t != nil && (slices.Contains(t.Offices, "head-of-state") || slices.Contains(t.Offices, "head-of-government") || slices.Contains(t.Offices, "leader"))
}

// counterpart resolves "his Russian counterpart": the office of the same kind in
// the other state.
func (f *finder) counterpart(s *scan, it *item, day string) {
	p := f.counterpartOf(s, it.first)
	if p == nil || it.role.country == "" || it.role.country == p.country {
		s.items = append(s.items, it.role.nested...)
		return
	}
	if offices := f.peers(p, it.role.country, day); len(offices) > 0 {
		f.assign(it, offices, day)
	}
}

// counterpartOf is the person whose counterpart token i begins: whose contact it is
// ("Reyes's call with her Costavan counterpart"), or else the subject of its clause, where
// a comma and a conjunction open that ("Brell said so in Tollen, and Reyes said so to her
// Costavan counterpart"), or of the sentence.
func (f *finder) counterpartOf(s *scan, i int) *person {
	sentence := s.t.SentenceOf(i)
	for n := len(s.refs) - 1; n >= 0 && s.refs[n].sentence == sentence; n-- {
		r := s.refs[n]
		first := r.first
		if first > 0 && s.tokens[first-1].Is("the") {
			first--
		}
		opens := first > 1 && s.tokens[first-1].Is("and", "but", "while") && s.tokens[first-2].Is(",", ";") && s.verb(r.last, i)
		if owns := s.possessive(r.last, i) > r.last && s.contactOwned(r.last, i); opens || owns {
			return f.byID[r.id]
		}
	}
	return s.subject(i, "")
}

// contactOwned reports whether only a noun and "with" stand between a possessive at token i
// and a counterpart at token last: "'s Call with".
func (s *scan) contactOwned(i, last int) bool {
	at := s.possessive(i, last)
	for i = at + 1; i < min(last, at+5); i++ {
		if s.tokens[i].Is("with") {
			return last-i <= 3
		}
	}
	return false
}

// peers are the offices of a state that are of the same kind as the person's own.
func (f *finder) peers(p *person, country, day string) []*lexicon.Office {
	if p == nil {
		return nil
	}
	switch kind := f.kindOf(p, day); kind {
	case "":
		return nil
	case "head-of-state", "head-of-government", "leader":
		if o := f.lex.LeaderOffice(country, day); o != nil {
			return []*lexicon.Office{o}
		}
		return nil
	default:
		return f.chief(country, kind)
	}
}

// kindOf is the kind of office that a person has in the document or on the day.
func (f *finder) kindOf(p *person, day string) string {
	if p.known != nil && day != "" {
		best, kind := 0, ""
		for _, t := range f.lex.OfficesOn(p.known.ID, day) {
			if o := f.lex.Offices[t.Office]; o != nil && f.weight(o) > best {
				best, kind = f.weight(o), o.Kind
			}
		}
		if kind != "" {
			return kind
		}
	}
	for _, h := range p.roles {
		if h.head != nil && len(h.head.Offices) > 0 && !h.former {
			return h.head.Offices[0]
		}
	}
	return ""
}
