package parser

// distance puts how far two words are apart into few classes.
func distance(a, b int32) uint32 {
	if a == 0 || b == 0 {
		return 0
	}
	switch d := b - a; {
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	}
	return 7
}

// fold makes one hash of a set.
func fold(set uint64) uint32 { return mix(uint32(set), uint32(set>>32)) }

// actFeatures are those of the next transition: the templates of Zhang and Nivre
// (2011), coarser ones, and the words that stand beside those in question.
func (s *state) actFeatures(b *bag) {
	s0, s1 := s.top(0), s.top(1)
	b0 := s.next
	b.start(1000)
	s.words(b)
	s.families(b, s0, s1, b0)
	s.counts(b, s0, s1, b0)
	s.coarse(b, s0, s1, b0)
	s.neighbours(b, s0, s1, b0)
}

// words are templates over the words of stack and buffer alone.
func (s *state) words(b *bag) {
	n := s.nodes
	S0, S1, S2 := &n[s.top(0)], &n[s.top(1)], &n[s.top(2)]
	B0, B1, B2 := &n[s.next], &n[s.ahead(1)], &n[s.ahead(2)]
	for _, x := range [...]*node{S0, S1, B0, B1} {
		b.one(x.word)
		b.one(x.tag)
		b.two(x.word, x.tag)
	}
	b.one(B2.tag)
	b.two(B2.word, B2.tag)
	b.one(S2.tag)
	b.two(S2.word, S2.tag)
	b.four(S0.word, S0.tag, B0.word, B0.tag)
	b.three(S0.word, S0.tag, B0.word)
	b.three(S0.word, B0.word, B0.tag)
	b.three(S0.word, S0.tag, B0.tag)
	b.three(S0.tag, B0.word, B0.tag)
	b.two(S0.word, B0.word)
	b.two(S0.tag, B0.tag)
	b.two(B0.tag, B1.tag)
	b.two(B0.word, B1.tag)
	b.four(S1.word, S1.tag, S0.word, S0.tag)
	b.two(S1.word, S0.word)
	b.three(S1.word, S1.tag, S0.tag)
	b.three(S1.tag, S0.word, S0.tag)
	b.two(S1.tag, S0.tag)
	b.two(S1.tag, B0.tag)
	b.two(S1.word, B0.word)
	b.three(B0.tag, B1.tag, B2.tag)
	b.three(S0.tag, B0.tag, B1.tag)
	b.three(S0.word, B0.tag, B1.tag)
	b.three(S1.tag, S0.tag, B0.tag)
	b.three(S1.word, S0.tag, B0.tag)
	b.three(S1.tag, S0.word, B0.tag)
	b.three(S1.tag, S0.tag, B0.word)
	b.four(S1.tag, S0.tag, B0.tag, B1.tag)
	b.four(S0.tag, B0.tag, B1.tag, B2.tag)
	b.three(S2.tag, S1.tag, S0.tag)
	b.four(S2.tag, S1.tag, S0.tag, B0.tag)
}

// families are templates with the dependents that words have so far.
func (s *state) families(b *bag, s0, s1, b0 int32) {
	n := s.nodes
	S0, S1, B0 := &n[s0], &n[s1], &n[b0]
	a0, a1, ab := &s.arcs[s0], &s.arcs[s1], &s.arcs[b0]
	l0, r0, lb := &n[a0.left], &n[a0.right], &n[ab.left]
	b.three(S0.tag, l0.tag, B0.tag)
	b.three(S0.tag, r0.tag, B0.tag)
	b.three(S0.tag, B0.tag, lb.tag)
	b.three(S1.tag, n[a1.right].tag, S0.tag)
	b.three(S1.tag, n[a1.left].tag, S0.tag)
	b.three(S1.tag, S0.tag, l0.tag)
	b.three(S1.tag, S0.tag, r0.tag)
	b.three(S0.tag, l0.tag, n[a0.left2].tag)
	b.three(S0.tag, r0.tag, n[a0.right2].tag)
	b.three(B0.tag, lb.tag, n[ab.left2].tag)
	b.four(S1.word, S1.tag, l0.word, S0.tag)
	b.three(S1.tag, l0.word, S0.word)
	b.two(S1.word, l0.word)
	l, r, bl := uint32(s.arcs[a0.left].rel), uint32(s.arcs[a0.right].rel), uint32(s.arcs[ab.left].rel)
	b.three(l0.word, l, S0.tag)
	b.three(r0.word, r, S0.tag)
	b.two(l, S0.tag)
	b.three(r, S0.tag, B0.tag)
	b.two(bl, B0.tag)
	b.two(lb.word, B0.tag)
	b.three(uint32(s.arcs[a1.right].rel), S1.tag, S0.tag)
	ls, rs, bs, ls1, rs1 := fold(a0.leftSet), fold(a0.rightSet), fold(ab.leftSet), fold(a1.leftSet), fold(a1.rightSet)
	b.two(S0.tag, ls)
	b.three(S0.tag, rs, B0.tag)
	b.two(S0.word, ls)
	b.two(S0.word, rs)
	b.three(B0.tag, bs, S0.tag)
	b.two(B0.word, bs)
	b.three(S1.tag, rs1, S0.tag)
	b.three(S1.word, rs1, S0.tag)
	b.three(S1.tag, ls1, S0.tag)
}

// counts are templates with distances and numbers of dependents.
func (s *state) counts(b *bag, s0, s1, b0 int32) {
	S0, S1, B0 := &s.nodes[s0], &s.nodes[s1], &s.nodes[b0]
	a0, a1, ab := &s.arcs[s0], &s.arcs[s1], &s.arcs[b0]
	d0, d1 := distance(s0, b0), distance(s1, s0)
	b.two(S0.word, d0)
	b.two(S0.tag, d0)
	b.two(B0.word, d0)
	b.two(B0.tag, d0)
	b.three(S0.tag, B0.tag, d0)
	b.three(S0.word, B0.word, d0)
	b.three(S1.tag, S0.tag, d1)
	b.three(S1.word, S0.word, d1)
	b.four(S1.tag, S0.tag, B0.tag, d1)
	b.two(S0.word, a0.rights)
	b.two(S0.tag, a0.rights)
	b.two(S0.word, a0.lefts)
	b.two(S0.tag, a0.lefts)
	b.two(B0.word, ab.lefts)
	b.two(B0.tag, ab.lefts)
	b.two(S1.word, a1.rights)
	b.two(S1.tag, a1.rights)
	b.three(S1.tag, a1.rights, S0.tag)
}

// coarse are templates over the parts of speech alone, for what the tags are too
// fine for.
func (s *state) coarse(b *bag, s0, s1, b0 int32) {
	n := s.nodes
	S0, S1, S2 := n[s0].coarse, n[s1].coarse, n[s.top(2)].coarse
	B0, B1, B2, B3 := n[b0].coarse, n[s.ahead(1)].coarse, n[s.ahead(2)].coarse, n[s.ahead(3)].coarse
	d0, d1 := distance(s0, b0), distance(s1, s0)
	b.five(S0, B0, B1, B2, B3)
	b.four(S1, S0, B0, B1)
	b.four(S2, S1, S0, B0)
	b.three(S1, S0, B0)
	b.three(S0, B0, d0)
	b.three(S1, S0, d1)
	b.five(S1, S0, d1, B0, d0)
}

// neighbours are templates with the words that stand beside those in question,
// whoever they hang on.
func (s *state) neighbours(b *bag, s0, s1, b0 int32) {
	S0, S1, B0 := &s.nodes[s0], &s.nodes[s1], &s.nodes[b0]
	before := s.beside(b0 - 1)
	b.two(B0.tag, before.word)
	if s0 == 0 {
		b.template += 7
		return
	}
	p, a := s.beside(s0-1), s.beside(s0+1)
	b.four(S0.tag, a.tag, B0.tag, before.tag)
	b.two(S0.tag, p.tag)
	b.two(S0.tag, p.word)
	b.two(S0.word, a.tag)
	b.two(S0.tag, a.word)
	if s1 == 0 {
		b.template += 2
		return
	}
	a1 := s.beside(s1 + 1)
	b.four(S1.tag, a1.tag, S0.tag, p.tag)
	b.three(S1.tag, a1.word, S0.tag)
}

// actRows are the rows of the next transition in its hidden layer.
func (s *state) actRows(r *rows) {
	s0, s1, b0 := s.top(0), s.top(1), s.next
	a0, a1, ab := &s.arcs[s0], &s.arcs[s1], &s.arcs[b0]
	near := [...]int32{s0, s1, s.top(2), s.top(3), b0, s.ahead(1), s.ahead(2), s.ahead(3), 0, 0, 0}
	if s0 > 0 {
		near[8], near[9] = s0-1, s0+1
	}
	near[10] = b0 - 1
	family := [...]int32{a0.left, a0.left2, a0.right, a0.right2, a1.left, a1.left2, a1.right, a1.right2, ab.left, ab.left2, s.arcs[a0.right].right, s.arcs[a0.left].left}
	r.start(ActionLayout)
	for _, i := range near {
		r.add(s.nodes[i].tag)
		r.add(s.nodes[i].row)
	}
	for _, i := range family {
		r.add(s.nodes[i].tag)
		r.add(s.nodes[i].row)
		r.add(uint32(s.arcs[i].rel))
	}
	for _, i := range near[:2] {
		r.add(s.nodes[i].ending)
	}
	for _, i := range near[4:6] {
		r.add(s.nodes[i].ending)
	}
	for _, n := range [...]uint32{distance(s0, b0), distance(s1, s0), a0.lefts, a0.rights, ab.lefts, a1.rights, a1.lefts, uint32(len(s.stack))} {
		r.add(min(n, countRows-1))
	}
}

// ActionLayout is the places that actRows fills.
var ActionLayout = Layout{}.add(11, tagKind, WordKind).add(12, tagKind, WordKind, relKind).add(4, endingKind).add(8, countKind)
