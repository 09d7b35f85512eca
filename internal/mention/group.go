package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/lexicon"
)

var counts = map[string]int{"two": 2, "both": 2, "three": 3, "four": 4}

var groupNouns = map[string]bool{"sides": true, "parties": true, "men": true, "women": true, "interlocutors": true, "statesmen": true, "pair": true, "duo": true}

// sides reads "both sides", "the two men", "the parties".
func (s *scan) sides(i, last int) int {
	j, n := i, 0
	for j < last && j < i+3 && s.tokens[j].Is("the", "both", "two", "three", "four") {
		n = max(n, counts[s.tokens[j].Fold])
		j++
	}
	if n == 2 && j == i+2 && s.is(j, last, "of") && s.is(j+1, last, "them") { // "the two of them"
		s.items = append(s.items, &item{first: i, last: j + 2, nameFirst: i, nameLast: j + 2, what: aGroup, form: readout.ByGroup, number: n})
		return j + 2
	}
	if n == 2 && s.tokens[i].Is("the") && s.verb(j, last) && !s.is(j, last, "who") && len(s.refs)+len(s.items) > 0 { // "the two agreed"
		s.items = append(s.items, &item{first: i, last: j, nameFirst: i, nameLast: j, what: aGroup, form: readout.ByGroup, number: n})
		return j
	}
	if j >= last || !groupNouns[s.tokens[j].Fold] || n == 0 && s.tokens[j].Is("men", "women") {
		return i
	}
	s.items = append(s.items, &item{first: i, last: j + 1, nameFirst: i, nameLast: j + 1, what: aGroup, form: readout.ByGroup, number: n})
	return j + 1
}

// groupItem reads a plural title without a name: "the two leaders", "the presidents
// of France and Germany".
func (s *scan) groupItem(r *role, i, last int) int {
	states := 0
	for _, o := range r.owners {
		if o.item.entity.Kind() == readout.State {
			states++
		}
	}
	if states > 1 && states < len(r.owners) { // "the Quint ministers of Arvenia and Costava": the states say whose they are
		r.owners = slices.DeleteFunc(r.owners, func(o owner) bool { return o.at.first < r.headAt && o.item.entity.Kind() == readout.Org })
		states = len(r.owners)
	}
	if states == len(r.owners) && states != 1 {
		if end := s.eachNamed(r, last); end > 0 {
			return end
		}
	}
	if states > 1 || states == 0 && len(r.owners) == 0 && !s.ofMany(r.last, last) && (strings.Contains(r.det, "the") || strings.Contains(r.det, "both") || strings.Contains(r.det, "two")) {
		n := 0
		for w := range strings.FieldsSeq(r.det) {
			n = max(n, counts[w])
		}
		s.items = append(s.items, &item{first: i, last: r.last, nameFirst: i, nameLast: r.last, what: aGroup, form: readout.ByGroup, role: r, number: n})
		return r.last
	}
	return s.nestedOnly(r, i, last)
}

// eachNamed reads the names behind a plural title, with its states one for each in
// their order: "the presidents of Arvenia and Costava, Ana Reyes and Jon Holt,",
// "their ministers, Ana Reyes and Jon Holt,". It gives the token after them, or 0.
func (s *scan) eachNamed(r *role, last int) int {
	if len(r.owners) == 0 && (r.det == "" || !s.is(r.last, last, ",")) {
		return 0
	}
	var names []run
	end := r.last
	for len(names) < max(len(r.owners), 2) {
		k := end
		for s.is(k, last, ",", "(", "and") {
			k++
		}
		n := s.name(k, last, true)
		if k == end || n.last == k || len(n.parts) < 2 {
			return 0
		}
		names, end = append(names, n), n.last
	}
	if s.is(end, last, "and") {
		return 0 // a list that goes on
	}
	for i, n := range names {
		own := *r
		own.plural = false
		if len(r.owners) > 0 {
			own.country = r.owners[i].item.country
		}
		first := n.first
		if i == 0 {
			first = r.first
		} else {
			own.nested = nil
		}
		s.items = append(s.items, &item{first: first, last: n.last, nameFirst: n.first, nameLast: n.last, what: aPerson, form: readout.ByName, role: &own, parts: n.parts, country: own.country})
	}
	return end
}

// group resolves a group: by its owners ("the leaders of France and Germany"), or
// by the persons that the text last spoke of together.
func (f *finder) group(s *scan, it *item) {
	day := s.day(it.first)
	if it.role != nil && len(it.role.owners) > 1 {
		for _, o := range it.role.owners {
			one := *it.role
			one.plural, one.country, one.org = false, o.item.country, ""
			if o.item.entity.Kind() == readout.Org {
				one.country, one.org = "", o.item.entity
			}
			id := f.groupMember(s, it, &one, day)
			if k := o.item.entity.Kind(); id == "" && (k == readout.State || k == readout.Org && len(it.role.owners) > 2) {
				id = o.item.entity // whom no file lists: their state or body is named all the same
			}
			if id == "" {
				it.members, it.memberAt = nil, nil
				return
			}
			it.members = append(it.members, id)
			it.memberAt = append(it.memberAt, o.at)
		}
		return
	}
	if it.role != nil && strings.Contains(it.role.det, "their") && len(it.role.owners) == 0 {
		if it.members = f.theirs(s, it, day); it.members != nil {
			return
		}
	}
	if it.members = f.together(s, it); it.members == nil && it.role != nil && it.number == 2 && len(it.role.owners) == 0 {
		it.members = f.theirs(s, it, day) // "the White House and the Kremlin confirmed that the two presidents"
	}
}

// theirs resolves "their presidents" behind two states or capitals that act in the same
// sentence: the holders of the role in each.
func (f *finder) theirs(s *scan, it *item, day string) []readout.EntityID {
	var countries []string
	start := s.t.Sentences[s.t.SentenceOf(it.first)].First
	for n := len(s.items) - 1; n >= 0 && s.items[n].first >= start; n-- {
		id := s.items[n].entity
		if id.Kind() != readout.State && id.Kind() != readout.Org {
			continue
		}
		e := f.lex.EntityOf(id)
		if e == nil || e.Country == "" || slices.Contains(countries, e.Country) {
			continue
		}
		countries = append(countries, e.Country)
	}
	if len(countries) != 2 {
		return nil
	}
	var out []readout.EntityID
	for i := range countries {
		one := *it.role
		one.plural, one.country, one.org = false, countries[len(countries)-1-i], ""
		id := f.groupMember(s, it, &one, day)
		if id == "" {
			return nil
		}
		out = append(out, id)
	}
	return out
}

// groupMember resolves one owner's holder of a plural role.
func (f *finder) groupMember(s *scan, it *item, one *role, day string) readout.EntityID {
	single := &item{first: it.first, last: it.last, what: anOffice, role: one}
	if p := f.namedHolder(s, single); p != nil {
		return p.id
	}
	offices := f.officesOf(one, day)
	if one.country != "" && slices.Contains(one.head.Offices, "leader") && f.lex.LeadShared(one.country, day) {
		return f.leaderNamed(one.country, day)
	}
	if one.head.Kind == lexicon.Relation {
		offices = f.peers(f.counterpartOf(s, it.first), one.country, day)
	}
	if len(offices) == 0 {
		return ""
	}
	f.assign(single, offices, day)
	return single.entity
}

// leaderNamed is the one leader of a state whom the document names, where the state has two to
// choose from; "" where it names none of them or both.
func (f *finder) leaderNamed(country, day string) readout.EntityID {
	var found readout.EntityID
	for _, p := range f.people {
		switch kind := f.kindOf(p, day); {
		case p.country != country || kind != "head-of-state" && kind != "head-of-government" && kind != "leader":
		case found != "":
			return ""
		default:
			found = p.id
		}
	}
	return found
}

// together lists whom the text last spoke of together before a group. Where that
// leaves another number than the group gives, only those who lead a state are
// counted: not the spokesman who tells of their talks.
func (f *finder) together(s *scan, it *item) []readout.EntityID {
	they := s.tokens[it.first].Is("they")
	if they && !s.clauseBegins(it.first) {
		return nil
	}
	for _, leadersOnly := range []bool{false, true} {
		found, from := f.withoutDeputy(s, it, leadersOnly)
		if len(found) < 2 && !leadersOnly && (!they || s.opensClause(it.first)) {
			found = f.ahead(s, it)
		}
		fits := len(found) == it.number || it.number == 0 && (len(found) == 2 || len(found) > 2 && it.role != nil)
		switch fits = len(found) > 1 && fits && f.apart(found); {
		case fits && (f.kindred(found) || s.aside(found, from)): // "spoke of his talks with Holt and Brell. The parties"
			if two := f.ofTheme(s, it); two != nil || f.kindred(found) {
				return two
			}
			return s.inOrder(found, from)
		case fits:
			return s.inOrder(found, from)
		case they:
			return nil
		case it.role != nil:
			return f.ofTheme(s, it)
		}
	}
	return f.ofTheme(s, it)
}

// lately lists the persons of the nearest sentences before a group until there are
// two, and the first of these sentences.
func (f *finder) lately(s *scan, it *item, leadersOnly bool) (found []readout.EntityID, from int) {
	n, day := s.t.SentenceOf(it.first), s.day(it.first)
	they := s.tokens[it.first].Is("they")
	from = n
	for i := len(s.refs) - 1; i >= max(0, len(s.refs)-maxBack) && len(found) < 2; {
		sentence := s.refs[i].sentence
		if n-sentence > 8 || s.voice(sentence) != s.voice(n) && s.isReadout(n) {
			break
		}
		from = sentence
		var own []readout.EntityID
		for ; i >= max(0, len(s.refs)-maxBack) && s.refs[i].sentence == sentence; i-- {
			id := s.refs[i].id
			if slices.Contains(own, id) || slices.Contains(found, id) || !f.eligible(id, it, s) || !f.oneGender(id, s, it) || s.ownsPaper(s.refs[i], s.refs[i+1:]) || leadersOnly && !f.leads(id, day) {
				continue
			}
			own = append(own, id)
		}
		slices.Reverse(own)
		if they && len(found)+len(own) > 1 && !s.joined(sentence) && !s.meetLater(it.first) {
			return nil, from
		}
		found = append(own, found...)
	}
	return found, from
}

// leads reports whether a person leads a state or organisation on the day.
func (f *finder) leads(id readout.EntityID, day string) bool {
	switch f.kindOf(f.byID[id], day) {
	case "head-of-state", "head-of-government", "leader", "head-of-organisation", "crown-prince":
		return true
	}
	return false
}

// isReadout reports whether sentence n is in an account with an issuer of its own:
// what stands before it is another text.
func (s *scan) isReadout(n int) bool { return s.t.PassageOf(n).Issuer != "" }

// oneGender keeps women from "both men" and men from "the two women".
func (f *finder) oneGender(id readout.EntityID, s *scan, it *item) bool {
	p := f.byID[id]
	switch s.tokens[it.last-1].Fold {
	case "men":
		return p != nil && p.gender != "f"
	case "women":
		return p != nil && p.gender != "m"
	}
	return true
}

// joined reports whether the last person of a sentence is named together with
// another: "A and B", "A spoke with B".
func (s *scan) joined(sentence int) bool {
	for i := len(s.refs) - 1; i > max(0, len(s.refs)-maxBack) && s.refs[i].sentence >= sentence; i-- {
		if p := s.refs[i].first - 1; s.refs[i].sentence == sentence && p >= 0 && s.tokens[p].Is("and", "with", "to", "by", "when", "as", "met", "meets", "called", "phoned", "telephoned", "hosted", "hosts", "received", "receives", "welcomed", "welcomes", "greeted", "saw", "joined", "visited", "seen", "sees") {
			return true
		}
	}
	return false
}

// inOrder sorts persons by where the text first names them from a sentence on.
func (s *scan) inOrder(ids []readout.EntityID, from int) []readout.EntityID {
	at := map[readout.EntityID]int{}
	for i := len(s.refs) - 1; i >= max(0, len(s.refs)-maxBack) && s.refs[i].sentence >= from; i-- {
		at[s.refs[i].id] = s.refs[i].first
	}
	slices.SortStableFunc(ids, func(a, b readout.EntityID) int { return at[a] - at[b] })
	return ids
}

// apart reports whether the persons are of different states.
func (f *finder) apart(ids []readout.EntityID) bool {
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if p, q := f.byID[a], f.byID[b]; p == nil || q == nil || p.country != "" && p.country == q.country {
				return false
			}
		}
	}
	return true
}

// ahead lists the persons that the group's voice names at all, if they are two; a
// body may leave the names to its title, and the other way round.
func (f *finder) ahead(s *scan, it *item) []readout.EntityID {
	voice := voiceKey{s.index(), s.voice(s.t.SentenceOf(it.first))}
	for _, v := range []voiceKey{voice, {1 - voice.text, 0}} {
		var found []*person
		for _, p := range f.byVoice[v] {
			if f.eligible(p.id, it, s) && f.oneGender(p.id, s, it) && !s.onlyOwnsPaper(p.id) {
				found = append(found, p)
			}
		}
		slices.SortStableFunc(found, func(a, b *person) int { return firstAt(a, v.text) - firstAt(b, v.text) })
		switch {
		case len(found) == 2:
			return []readout.EntityID{found[0].id, found[1].id}
		case len(found) > 0:
			return nil
		}
	}
	return nil
}

func firstAt(p *person, text int) int {
	if len(p.at[text]) == 0 {
		return 0
	}
	return p.at[text][0]
}

// eligible reports whether a person can be of the group: has its title.
func (f *finder) eligible(id readout.EntityID, it *item, s *scan) bool {
	p := f.byID[id]
	if p == nil {
		return false
	}
	if it.role == nil {
		return true
	}
	if p.peerOnly() {
		return true
	}
	day := s.day(it.first)
	if slices.Contains(it.role.head.Offices, "leader") {
		switch f.kindOf(p, day) {
		case "head-of-state", "head-of-government", "head-of-organisation", "crown-prince", "deputy-head", "leader":
			return true
		}
		return false
	}
	if it.role.head.Words == "head of state" || it.role.head.Words == "head of government" {
		k := f.kindOf(p, day)
		return k == "head-of-state" || k == "head-of-government"
	}
	return it.role.head.Kind == lexicon.OfficeOf && f.titledNow(p, it.role, day)
}

// peerOnly reports whether all that the document says of a stranger's office is that
// it is like somebody else's: "his Costavan counterpart".
func (p *person) peerOnly() bool {
	return p.known == nil && len(p.roles) > 0 && !slices.ContainsFunc(p.roles, func(r heldRole) bool { return r.head == nil || r.head.Kind != lexicon.Relation })
}
