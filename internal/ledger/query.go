package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// Query says which contacts are asked for, in the words of the person who asks.
// Lists, exports and pages all select by it, so that they agree. The zero value
// asks for all.
type Query struct {
	Persons   []string // each takes part: an entity id, or words of a name ("Putin")
	Countries []string // each takes part: a code or a name
	Pair      string   // two that take part: "A,B" or "A-B"; persons, countries or organisations
	Channels  []string // one of them
	Statuses  []string // one of them
	Scopes    []string // one of them; "international" is between states or organisations
	Since     string   // EDTF; the contact may fall on its first day or later
	Until     string   // EDTF; the contact may fall on its last day or earlier
	Topics    []string // an account speaks of one of them
	Outcomes  []string // one of them came of a promise made in it
	Disputed  bool     // voices differ on one of its fields
	Sources   []string // an outlet of one of these names tells of it
	Via       []string // it came through each of these outlets or persons: words of a name, or an id
	Words     string   // words that it has, as ParseTerms understands them
	Passing   bool     // also what is told only in passing, without a day; words find that too
	Limit     int      // at most so many; 0 means all

	// Country finds the code (ISO 3166-1 alpha-3) of a country's name; "" where
	// it knows none. Without it only codes are understood.
	Country func(name string) string
}

// Filter is a Query that has been understood.
type Filter struct {
	all      []term // each must be matched by a party
	pairs    [][2]term
	channels []readout.Channel
	statuses []readout.Status
	scopes   []readout.Scope
	topics   []string
	outcomes []readout.Outcome
	since    *int
	until    *int
	disputed bool
	sources  []string // slugs of outlets
	via      []term
	words    Terms
	passing  bool
	limit    int

	// What is known of the ledger that is looked into, see Ledger.within.
	outlets map[readout.DocID]string // of the documents, where sources or via are set
	folded  map[string]string        // the words of the contacts, by id, where words are set
}

// Filter understands a query; what it does not understand gives readout.ErrInvalid.
func (q Query) Filter() (*Filter, error) {
	f := &Filter{topics: q.Topics, disputed: q.Disputed, words: ParseTerms(q.Words), passing: q.Passing, limit: q.Limit}
	f.passing = f.passing || !f.words.asksNothing()
	for _, s := range q.Sources {
		f.sources = append(f.sources, slug(s))
	}
	for _, v := range q.Via {
		f.via = append(f.via, term{id: readout.EntityID(v), words: foldedWords(v)})
	}
	for _, p := range q.Persons {
		f.all = append(f.all, term{words: foldedWords(p), id: readout.EntityID(p), person: true})
	}
	for _, c := range q.Countries {
		code := q.code(c)
		if code == "" {
			return nil, fmt.Errorf("%w: no country %q is known; give its name in English or its code of three letters", readout.ErrInvalid, c)
		}
		f.all = append(f.all, term{country: code})
	}
	var err error
	if f.pairs, err = q.pairs(); err != nil {
		return nil, err
	}
	if f.channels, err = oneOf("channel", q.Channels, readout.Channels); err != nil {
		return nil, err
	}
	if f.statuses, err = oneOf("status", q.Statuses, readout.Statuses); err != nil {
		return nil, err
	}
	if f.scopes, err = oneOf("scope", q.Scopes, append([]readout.Scope{between}, scopes...)); err != nil {
		return nil, err
	}
	if f.outcomes, err = oneOf("outcome", q.Outcomes, readout.Outcomes); err != nil {
		return nil, err
	}
	if f.since, err = edge(q.Since, func(v interval) int { return v.lo }); err != nil {
		return nil, err
	}
	if f.until, err = edge(q.Until, func(v interval) int { return v.hi }); err != nil {
		return nil, err
	}
	return f, nil
}

// between is what a query calls contacts between states or organisations, whose scope
// is empty.
const between readout.Scope = "international"

// oneOf checks values against those that there are.
func oneOf[T ~string](what string, values []string, known []T) ([]T, error) {
	var out []T
	for _, v := range values {
		if !slices.Contains(known, T(v)) {
			return nil, fmt.Errorf("%w: no %s %q; there are %s", readout.ErrInvalid, what, v, join(known))
		}
		out = append(out, T(v))
	}
	return out, nil
}

func join[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = string(v)
	}
	return strings.Join(words, ", ")
}

// edge is the day at which a range of days begins or ends; nil where it is open.
func edge(edtf string, of func(interval) int) (*int, error) {
	if edtf == "" {
		return nil, nil
	}
	v, ok := parseEDTF(edtf)
	if !ok {
		return nil, fmt.Errorf("%w: %q is no date; write 2017, 2017-01 or 2017-01-28", readout.ErrInvalid, edtf)
	}
	day := of(v)
	return &day, nil
}

// code is the code of a country given by its code or name; any three letters
// may be one.
func (q Query) code(s string) string {
	s = strings.TrimSpace(s)
	if q.Country != nil {
		if code := q.Country(s); code != "" {
			return code
		}
	}
	if len(s) == 3 && strings.IndexFunc(s, func(r rune) bool { return r > 'z' || r < 'A' || r > 'Z' && r < 'a' }) < 0 {
		return strings.ToUpper(s)
	}
	return ""
}

// pairs are the ways in which a pair can be understood: "A-B" is cut at each of
// its hyphens, since names have hyphens too.
func (q Query) pairs() ([][2]term, error) {
	if q.Pair == "" {
		return nil, nil
	}
	mark := ","
	if !strings.Contains(q.Pair, mark) {
		mark = "-"
	}
	var out [][2]term
	parts := strings.Split(strings.ReplaceAll(q.Pair, "–", "-"), mark)
	for i := 1; i < len(parts); i++ {
		a, b := q.side(strings.Join(parts[:i], mark)), q.side(strings.Join(parts[i:], mark))
		if !a.empty() && !b.empty() {
			out = append(out, [2]term{a, b})
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%w: %q is no pair; write A,B or A-B", readout.ErrInvalid, q.Pair)
	}
	return out, nil
}

func (q Query) side(s string) term {
	s = strings.TrimSpace(s)
	if code, ok := strings.CutPrefix(s, "state/"); ok {
		return term{country: code}
	}
	return term{country: q.code(s), words: foldedWords(s), id: readout.EntityID(s)}
}

// term is one participant that is asked for: any of what is set matches.
type term struct {
	id      readout.EntityID
	words   []string // of a name
	country string
	person  bool // not the state that shares the name
}

func (t term) empty() bool { return len(t.words) == 0 && t.country == "" }

func (t term) matches(p readout.Party) bool {
	if t.country != "" && (p.Country == t.country || p.Entity == readout.EntityID("state/"+t.country)) {
		return true
	}
	if p.Entity != "" && p.Entity == t.id {
		return true
	}
	if t.person && p.Entity != "" && p.Entity.Kind() != readout.Person {
		return false
	}
	return subset(t.words, foldedWords(p.Name)) || subset(t.words, idWords(p.Entity))
}

// Match reports whether a contact is asked for; the limit is not looked at.
func (f *Filter) Match(c *readout.Contact) bool {
	return (f.passing || !c.Passing) && f.matchParties(c) && f.matchTime(c) && f.matchTopics(c) && f.matchOutcomes(c) &&
		(len(f.channels) == 0 || slices.Contains(f.channels, c.Channel)) &&
		(len(f.statuses) == 0 || slices.Contains(f.statuses, c.Status)) &&
		(len(f.scopes) == 0 || slices.Contains(f.scopes, cmp.Or(c.Scope, between))) &&
		(!f.disputed || len(c.Disputes) > 0) && f.matchSources(c) && f.matchWords(c)
}

func (f *Filter) matchParties(c *readout.Contact) bool {
	for _, t := range f.all {
		if !slices.ContainsFunc(c.Parties, t.matches) && !slices.ContainsFunc(c.Attendees, t.matches) {
			return false
		}
	}
	return len(f.pairs) == 0 || slices.ContainsFunc(f.pairs, func(pair [2]term) bool { return matchPair(c.Parties, pair) })
}

// matchPair reports whether two different parties are the two of the pair.
func matchPair(parties []readout.Party, pair [2]term) bool {
	for i, p := range parties {
		for j, q := range parties {
			if i != j && pair[0].matches(p) && pair[1].matches(q) {
				return true
			}
		}
	}
	return false
}

// matchTime lets undated contacts through only where no time is asked for.
func (f *Filter) matchTime(c *readout.Contact) bool {
	if f.since == nil && f.until == nil {
		return true
	}
	return c.When != nil && f.MatchDay(c.When.EDTF)
}

// MatchDay reports whether an EDTF date may fall into the time that is asked for.
func (f *Filter) MatchDay(edtf string) bool {
	if f.since == nil && f.until == nil {
		return true
	}
	v, ok := parseEDTF(edtf)
	return ok && (f.since == nil || v.hi >= *f.since) && (f.until == nil || v.lo <= *f.until)
}

func (f *Filter) matchTopics(c *readout.Contact) bool {
	if len(f.topics) == 0 {
		return true
	}
	for _, a := range c.Accounts {
		for _, p := range a.Points {
			if slices.ContainsFunc(p.Topics, func(t string) bool { return slices.Contains(f.topics, t) }) {
				return true
			}
		}
	}
	return false
}

func (f *Filter) matchOutcomes(c *readout.Contact) bool {
	return len(f.outcomes) == 0 || slices.ContainsFunc(c.Commitments, f.matchPromise)
}

// matchPromise reports whether what is asked for came of a promise.
func (f *Filter) matchPromise(p readout.Commitment) bool {
	return len(f.outcomes) == 0 || slices.Contains(f.outcomes, p.Outcome)
}

// Select gives the contacts that are asked for, in the order of the ledger.
func (f *Filter) Select(contacts []readout.Contact) []readout.Contact {
	var out []readout.Contact
	for i := range contacts {
		if f.limit > 0 && len(out) == f.limit {
			break
		}
		if f.Match(&contacts[i]) {
			out = append(out, contacts[i])
		}
	}
	return out
}
