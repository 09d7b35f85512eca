package parser

// relFeatures are those of the relation between a head and its dependent.
func (s *state) relFeatures(b *bag, head, dep int32) {
	H, D := &s.nodes[head], &s.nodes[dep]
	ah, ad := &s.arcs[head], &s.arcs[dep]
	b.start(2000)
	if head < dep {
		b.start(3000)
	}
	far := distance(min(head, dep), max(head, dep))
	dl, dll, dr := &s.nodes[ad.left], &s.nodes[ad.left2], &s.nodes[ad.right]
	before, after := s.beside(dep-1), s.beside(dep+1)
	b.one(H.word)
	b.one(D.word)
	b.one(H.tag)
	b.one(D.tag)
	b.two(H.tag, D.tag)
	b.two(H.word, D.tag)
	b.two(H.tag, D.word)
	b.two(H.word, D.word)
	b.two(D.word, D.tag)
	b.three(H.word, H.tag, D.tag)
	b.three(H.word, D.word, D.tag)
	b.three(H.tag, D.tag, far)
	b.two(D.word, far)
	b.three(D.tag, before.tag, after.tag)
	b.two(D.tag, before.word)
	b.two(D.tag, after.word)
	b.three(H.tag, D.tag, before.tag)
	b.three(H.tag, D.tag, after.tag)
	b.three(H.tag, D.tag, s.beside(head-1).tag)
	b.three(H.tag, D.tag, s.beside(head+1).tag)
	b.three(D.tag, dl.tag, H.tag)
	b.three(D.tag, dl.word, H.tag)
	b.three(D.tag, dl.word, H.word)
	b.three(D.tag, dr.tag, H.tag)
	b.two(D.word, dl.word)
	b.four(D.tag, dl.tag, dll.tag, H.tag)
	b.three(D.tag, dll.word, H.tag)
	b.three(H.tag, D.tag, s.nodes[ah.left].tag)
	b.three(H.tag, D.tag, s.nodes[ah.right].tag)
	b.three(H.tag, D.tag, fold(ah.leftSet))
	b.three(H.tag, D.tag, fold(ah.rightSet))
	b.three(H.word, D.tag, fold(ah.rightSet))
	b.three(D.tag, H.tag, fold(ad.leftSet))
	b.three(D.tag, H.tag, fold(ad.rightSet))
}

// relRowsOf are the rows of a relation in its hidden layer.
func (s *state) relRowsOf(r *rows, head, dep int32) {
	ah, ad := &s.arcs[head], &s.arcs[dep]
	r.start(LabelLayout)
	for _, n := range [...]*node{&s.nodes[head], &s.nodes[dep], s.beside(head - 1), s.beside(head + 1), s.beside(dep - 1), s.beside(dep + 1)} {
		r.add(n.tag)
		r.add(n.row)
	}
	for _, i := range [...]int32{ah.left, ah.right, ad.left, ad.left2, ad.right, ad.right2} {
		r.add(s.nodes[i].tag)
		r.add(s.nodes[i].row)
		r.add(uint32(s.arcs[i].rel))
	}
	r.add(s.nodes[head].ending)
	r.add(s.nodes[dep].ending)
	r.add(uint32(s.arcs[ah.left2].rel))
	r.add(uint32(s.arcs[ah.right2].rel))
	side := uint32(0)
	if head < dep {
		side = countRows
	}
	r.add(side + distance(min(head, dep), max(head, dep)))
	for _, n := range [...]uint32{ah.lefts, ah.rights, ad.lefts, ad.rights} {
		r.add(min(n, countRows-1))
	}
}

// LabelLayout is the places that relRowsOf fills.
var LabelLayout = Layout{}.add(6, tagKind, WordKind).add(6, tagKind, WordKind, relKind).add(2, endingKind).add(2, relKind).add(1, farKind).add(4, countKind)
