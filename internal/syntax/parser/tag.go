package parser

// tagger tags a sentence from its last word to its first: a word's tag hangs more
// on what follows it than on what went before (95.34 against 95.08 of 100 words of
// EWT's development set).
type tagger struct {
	tokens []token
	bag    bag
	rows   rows
	q      Question
	costs  []int
}

// run asks choose for the tag of each word of tokens. gold are the right tags, nil
// outside training; the words whose one tag is sure are not asked for.
func (t *tagger) run(tags []uint8, choose Chooser, gold []uint8) {
	one, two := uint32(0), uint32(0)
	for i := len(t.tokens) - 1; i >= 0; i-- {
		if list := t.tokens[i].tags; len(list) == 1 {
			tags[i] = list[0]
		} else {
			t.features(i, one, two)
			t.q = Question{Wide: t.bag.hashes, Deep: t.rows.list, Classes: list}
			if gold != nil {
				t.q.Costs = t.cost(list, gold[i])
			}
			tags[i] = choose(&t.q)
		}
		one, two = uint32(tags[i])+1, one
	}
}

// cost is 0 for the right tag and 1 for the others; nil if it is not in the list.
func (t *tagger) cost(list []uint8, gold uint8) []int {
	t.costs = t.costs[:0]
	found := false
	for _, tag := range list {
		c := 1
		if tag == gold {
			c, found = 0, true
		}
		t.costs = append(t.costs, c)
	}
	if !found {
		return nil
	}
	return t.costs
}

func (t *tagger) at(i int) *token {
	if i < 0 || i >= len(t.tokens) {
		return &outside
	}
	return &t.tokens[i]
}

// opening reports (as 1) whether word i may begin with a capital for its place
// alone: it is the first, or stands behind a mark.
func (t *tagger) opening(i int) uint32 {
	if i == 0 || t.tokens[i-1].shape&^(upperFirst|upperInside|lower|digit|hyphen|single) != 0 {
		return 1
	}
	return 0
}

// features are those of word i; one and two are the tags of the words behind it,
// their numbers and 1.
func (t *tagger) features(i int, one, two uint32) {
	c, r, rr, l, ll := &t.tokens[i], t.at(i+1), t.at(i+2), t.at(i-1), t.at(i-2)
	start := t.opening(i)
	b := &t.bag
	b.start(0)
	b.one(0)
	b.one(c.word)
	b.one(r.word)
	b.one(rr.word)
	b.one(l.word)
	b.one(ll.word)
	for _, s := range c.suffix {
		b.one(s)
	}
	b.two(c.prefix[0], c.suffix[1])
	b.one(c.prefix[1])
	b.one(c.prefix[2])
	b.two(c.shape, start)
	b.two(c.shape, c.suffix[2])
	b.one(c.class)
	b.one(l.class)
	b.one(ll.class)
	b.two(r.class, c.class)
	b.two(c.class, l.class)
	b.three(c.class, l.class, ll.class)
	b.one(one)
	b.two(one, two)
	b.two(one, c.word)
	b.two(one, c.class)
	b.three(one, two, c.class)
	b.three(one, c.class, l.class)
	b.two(one, l.word)
	b.three(one, l.class, ll.class)
	b.two(r.word, c.class)
	b.two(c.class, l.word)
	b.two(r.word, l.word)
	b.two(r.suffix[2], one)
	b.two(l.suffix[2], c.class)
	b.three(l.shape, c.shape, start)
	b.two(r.shape, c.shape)
	b.three(one, c.suffix[2], l.suffix[1])
	b.three(one, c.shape, c.suffix[1])
	b.three(c.word, c.shape, start)
	d := &t.rows
	d.start(TaggerLayout)
	for _, w := range [...]*token{c, r, rr, l, ll} {
		d.add(w.row)
		d.add(w.shape)
	}
	d.add(c.suffix[0])
	d.add(c.suffix[1])
	d.add(c.suffix[2])
	d.add(c.suffix[3])
	d.add(c.prefix[1])
	d.add(c.prefix[2])
	d.add(r.suffix[2])
	d.add(l.suffix[2])
	for _, w := range [...]*token{c, r, l, ll} {
		d.add(w.class)
	}
	d.add(one)
	d.add(two)
	d.add(start)
}

// TaggerLayout is the places that features fills.
var TaggerLayout = Layout{}.add(5, WordKind, shapeKind).add(1, endKind, endKind+1, endKind+2, endKind+3, beginKind, beginKind+1).
	add(2, endKind+2).add(4, classKind).add(2, tagKind).add(1, countKind)
