package mention

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// role is a phrase that says what somebody is: "the visiting British prime
// minister", "head of the Russian Security Council".
type role struct {
	first, last int // tokens, with the determiner
	det         string
	head        *lexicon.Title // the first title that is an office or role, else the first
	headAt      int
	titles      []lexicon.TitleHit
	words       string // lower case: "foreign minister"
	long        string // with what stands between owner and title: "foreign ministry spokesman"
	country     string
	org         readout.EntityID
	owners      []owner // states and organisations whose role it is, in the text's order
	nested      []*item
	open        bool // an owner may be one of several states ("Congolese"), and nothing says which
	gender      string
	former      bool
	deputy      bool
	elect       bool
	plural      bool
	upper       bool
	field       bool   // what it is for stands behind it: "for Foreign Affairs"
	prefix      string // a word of the title before it: "healthcare" minister
}

// owner is a state or institution in a role.
type owner struct {
	item *item
	at   tokens
}

// maxRole is how many tokens a role can have.
const maxRole = 30

var determiners = map[string]bool{"the": true, "a": true, "an": true, "his": true, "her": true, "its": true, "their": true, "our": true, "my": true, "your": true, "this": true, "another": true, "both": true, "two": true, "three": true, "four": true, "these": true, "all": true}

// readRole reads a role phrase at token i; nil if there is none. depth counts
// roles inside roles.
func (s *scan) readRole(i, last, depth int) *role {
	last = min(last, i+maxRole)
	if s.next[i] >= last || s.next[i] > i+9 || depth > 2 {
		return nil
	}
	r := &role{first: i}
	j := i
	for n := 0; n < 2 && j < last && determiners[s.tokens[j].Fold] && !(j > i && s.tokens[j-1].Is("a", "an")); n++ {
		if r.det == "" || s.tokens[j].Is("two", "three", "four") {
			r.det = strings.TrimSpace(r.det + " " + s.tokens[j].Fold)
		}
		j++
	}
	if s.whereNotWhose(i, j, last) {
		return nil
	}
	if j = s.beforeHead(r, j, last); j < 0 {
		return nil
	}
	s.heads(r, j, last, depth)
	s.words(r)
	return r
}

// beforeHead reads modifiers and owners up to the first title and gives its token,
// or -1.
func (s *scan) beforeHead(r *role, j, last int) int {
	guessed := false
	for j < last {
		t, field := s.titles[j], s.fieldEnd(r, j, last)
		switch {
		case t.Title != nil && !t.Kind.Modifies():
			if t.Kind == lexicon.Honorific && (len(r.owners) > 0 || !s.tokens[j].Upper || s.fullName(j, last) > t.Len) {
				return -1
			}
			return j
		case len(r.owners) > 0 && s.is(j, last, "and", ",") && s.ownerAt(j+1, last) != nil:
			j++
		case s.ownerAt(j, last) != nil && !(t.Title != nil && t.Len > s.ownerAt(j, last).last-j):
			it := s.ownerAt(j, last)
			if n := len(r.owners); n > 0 && it.adjective && it.entity.Kind() == readout.State && r.owners[n-1].at.last == j && r.owners[n-1].item.adjective {
				return -1 // "Polish American leaders" are of no two states
			}
			j = s.possessive(it.last, last)
			if s.is(j, last, "(") && j+2 < last && s.tokens[j+1].AllCaps && s.tokens[j+2].Is(")") { // "Republic of Korea (ROK)"
				j += 3
			}
			if it.adjective && j == it.last {
				it.what = aHint
			}
			r.own(it)
			if s.is(j, last, "-") && !s.tokens[j].Space {
				return -1
			}
		case field > j:
			j = field
		case t.Title != nil:
			r.former = r.former || t.Kind == lexicon.FormerMod
			r.deputy = r.deputy || t.Kind == lexicon.DeputyMod
			r.elect = r.elect || t.Kind == lexicon.ElectMod
			j += t.Len
			if s.is(j, last, "-") && !s.tokens[j].Space {
				j++
			}
		case r.det != "" && len(r.owners) == 0 && s.possessive(j+1, last) > j+1 && s.is(j, last, "ministry", "government", "agency", "organisation", "organization", "council", "party", "bloc", "alliance") && j+2 < last && s.titles[j+2].Title != nil:
			j += 2
		case r.prefix == "" && s.portfolio(j, last):
			r.prefix = s.tokens[j].Fold + " "
			j++
		case !guessed && r.det != "" && len(r.owners) == 0 && s.describes(j, last):
			guessed = true
			j++
		default:
			return -1
		}
	}
	return -1
}

// maxField is how many tokens the field of a title can have that no file knows.
const maxField = 7

// fieldEnd is the token of the title before a name that ends a run of words with capitals
// directly behind a state's adjective: "Arvenian Harbour and Fisheries Adviser Edda Lorne"; 0
// if none does.
func (s *scan) fieldEnd(r *role, j, last int) int {
	n := len(r.owners)
	if n == 0 || r.owners[n-1].at.last != j || !r.owners[n-1].item.adjective {
		return 0
	}
	for k := j; k < min(last, j+maxField); k++ {
		if t := s.titles[k]; k > j && t.Title != nil && !t.Kind.Modifies() {
			if s.tokens[k].Upper && t.Kind != lexicon.Honorific && t.Kind != lexicon.Rank && s.nameAfter(k+t.Len, last) {
				return k
			}
			return 0
		}
		if s.ownerAt(k, last) != nil || !s.tokens[k].Upper && !(k > j && s.is(k, last, "and", "of", "for", "&")) {
			return 0
		}
	}
	return 0
}

// heads reads the title at j and what belongs to it: further titles, -elect, and
// owners behind it ("of Russia", "to the President", "for Foreign Affairs").
func (s *scan) heads(r *role, j, last, depth int) {
	r.headAt = j
	for {
		t := s.titles[j]
		if head, n := s.headOf(r, t, j, last); n > 0 {
			r.take(head)
			r.last = j + n
			return
		}
		r.take(t)
		r.upper = r.upper || s.tokens[j].Upper
		j += t.Len
		r.last = j
		if s.is(j, last, "-") && j+1 < last && s.titles[j+1].Title != nil && s.titles[j+1].Kind == lexicon.ElectMod {
			r.elect = true
			j += 2
			r.last = j
		}
		if t.Kind != lexicon.Honorific && t.Kind != lexicon.Rank {
			j = s.behind(r, t, j, last, depth)
			r.last = j
		}
		if j = s.nextTitle(r, j, last); j < 0 {
			return
		}
	}
}

// headOf reads "head of the American state" at j, which is a head of state whose
// adjective stands inside.
func (s *scan) headOf(r *role, t lexicon.TitleHit, j, last int) (lexicon.TitleHit, int) {
	if t.Words != "head" || !s.is(j+1, last, "of") {
		return t, 0
	}
	k := j + 2
	if s.is(k, last, "the") {
		k++
	}
	own := s.ownerAt(k, last)
	if own == nil || own.what != aHint || !s.is(own.last, last, "state", "government") {
		return t, 0
	}
	title := s.lex.Titles.Find("head of " + s.tokens[own.last].Fold)
	if title == nil {
		return t, 0
	}
	r.own(own)
	return lexicon.TitleHit{Title: title, Len: own.last + 1 - j, Plural: t.Plural}, own.last + 1 - j
}

func (r *role) take(t lexicon.TitleHit) {
	r.titles = append(r.titles, t)
	if r.head == nil || r.head.Kind == lexicon.Honorific || r.head.Kind == lexicon.Rank {
		r.head = t.Title
		r.plural = t.Plural
	}
	if t.Gender != "" && r.gender == "" {
		r.gender = t.Gender
	}
}

// nextTitle gives the token of a further title of the same person ("Amir Sheikh",
// "Foreign Minister and Deputy Prime Minister X"), or -1.
func (s *scan) nextTitle(r *role, j, last int) int {
	at := func(k int) bool {
		return k < last && s.titles[k].Title != nil && s.fullName(k, last) <= s.titles[k].Len && !s.titles[k].Kind.Modifies() && s.titles[k].Kind != lexicon.Relation
	}
	if at(j) {
		if s.tokens[j].Upper && s.tokens[j].Breaks < 2 {
			return j
		}
		return -1
	}
	if s.is(j, last, "and") && at(j+1) && s.titles[j+1].Kind != lexicon.Honorific && r.det == "" && s.tokens[j+1].Upper && !r.plural && s.nameAfter(j+1+s.titles[j+1].Len, last) {
		return j + 1
	}
	if s.is(j, last, "and") && at(j+1) && s.tokens[j+1].Upper && r.det == "the" && len(r.owners) == 0 && !r.plural { // "the Crown Prince and Prime Minister of Bahrain, X"
		if in := s.readRole(j+1, last, 2); in != nil && len(in.owners) > 0 {
			if _, ok := s.nameBehind(in, last); ok {
				return j + 1
			}
		}
	}
	return -1
}

func (s *scan) nameAfter(j, last int) bool {
	return s.name(j, last, true).last > j
}

// words sets the role's words from its titles.
func (s *scan) words(r *role) {
	var parts []string
	for _, t := range r.titles {
		if t.Kind != lexicon.Honorific && !slices.Contains(parts, t.Words) {
			parts = append(parts, t.Words)
		}
	}
	if len(parts) == 0 {
		return
	}
	r.words = r.prefix + strings.Join(parts, " and ")
	if r.deputy {
		r.words = "deputy " + r.words
	}
	var long []string
	for j := r.first; j < r.headAt; j++ {
		if k := s.tokens[j]; k.Kind == token.Word && !determiners[k.Fold] && k.Fold != "'s" && !s.adjectiveAt(j) {
			long = append(long, k.Fold)
		}
	}
	r.long = strings.Join(append(long, r.head.Words), " ")
}

// adjectiveAt reports whether token j is a state's adjective or name, or part of one.
func (s *scan) adjectiveAt(j int) bool {
	for k := j; k >= 0 && k > j-3; k-- {
		for _, h := range s.hits[k] {
			for _, e := range h.Entries {
				if k+h.Len > j && e.Entity.Kind() == readout.State {
					return true
				}
			}
		}
	}
	return false
}
