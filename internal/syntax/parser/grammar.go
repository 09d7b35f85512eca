package parser

import "strings"

// Grammar is what an analysis knows besides weights.
type Grammar struct {
	Dictionary
	Relations  []string          // by number; number 0 is none
	Allowed    map[Pair][]uint8  // the relations seen between parts of speech
	coarse     []uint32          // by tag: the number of its part of speech, counted from 1
	parts      map[string]uint32 // the number of a part of speech
	xpos, upos []string          // by tag
}

// Pair is the parts of speech (UPOS) of a head and of its dependent; the root's is "".
type Pair struct{ Head, Dependent string }

// Gold is the right answer for a sentence, in training. Heads count from 1 and lie
// at the word's number (Heads[0] is unused); the number behind the last word is the
// root. Rels lie likewise.
type Gold struct {
	Heads []int32
	Rels  []uint8
}

// Analysis is one use of a grammar: the sentence in hand, and the memory that the
// next one uses again. It is not for several goroutines.
type Analysis struct {
	grammar *Grammar
	allowed [][]uint8 // by coarse number of the head × parts + that of the dependent
	tagger  tagger
	state   state
	bag     bag
	rows    rows
	q       Question
	costs   []int
	tags    []uint8
	nodes   []node
}

// Split cuts "XPOS|UPOS" in two.
func Split(tag string) (xpos, upos string) {
	xpos, upos, _ = strings.Cut(tag, "|")
	return xpos, upos
}

// NewAnalysis makes an analysis with a grammar that has its numbers.
func NewAnalysis(g *Grammar) *Analysis {
	n := len(g.parts) + 1
	a := &Analysis{grammar: g, allowed: make([][]uint8, n*n)}
	for p, list := range g.Allowed {
		a.allowed[int(g.parts[p.Head])*n+int(g.parts[p.Dependent])] = list
	}
	return a
}

// Number makes a grammar fit for analyses: it numbers the parts of speech, after the tags that they stand in.
func (g *Grammar) Number() {
	g.parts, g.coarse, g.xpos, g.upos = map[string]uint32{}, nil, nil, nil
	for _, t := range g.Tags {
		xpos, upos := Split(t)
		if g.parts[upos] == 0 {
			g.parts[upos] = uint32(len(g.parts) + 1)
		}
		g.coarse = append(g.coarse, g.parts[upos])
		g.xpos, g.upos = append(g.xpos, xpos), append(g.upos, upos)
	}
}

// Look takes a sentence in hand.
func (a *Analysis) Look(forms []string) {
	a.tagger.tokens = a.tagger.tokens[:0]
	for _, f := range forms {
		a.tagger.tokens = append(a.tagger.tokens, a.grammar.token(f))
	}
	a.tags = append(a.tags[:0], make([]uint8, len(forms))...)
}

// Tag asks choose for the tags of the words in hand; they are valid until the next
// sentence. gold is nil outside training.
func (a *Analysis) Tag(choose Chooser, gold []uint8) []uint8 {
	a.tagger.run(a.tags, choose, gold)
	return a.tags
}

// Tree asks for the tree of the words in hand, which have these tags: act for the
// transitions (0 shift, 1 left, 2 right), rel for the relation of each arc that is
// made. gold is nil outside training.
func (a *Analysis) Tree(tags []uint8, act, rel Chooser, gold *Gold) {
	a.place(tags)
	s := &a.state
	s.start(a.nodes)
	for !s.done() {
		action := a.transition(act, gold)
		r := uint8(0)
		if action != shift {
			head, dep := s.arcOf(action)
			r = a.relation(head, dep, rel, gold)
		}
		s.do(action, r)
	}
}

// Arc is the head of word i, counted from 1 (the number behind the last word is the
// root), and the number of its relation.
func (a *Analysis) Arc(i int) (head int32, rel uint8) {
	return a.state.arcs[i].head, a.state.arcs[i].rel
}

// place makes the nodes.
func (a *Analysis) place(tags []uint8) {
	a.nodes = append(a.nodes[:0], node{word: outside.known, row: outside.row})
	for i, tag := range tags {
		t := &a.tagger.tokens[i]
		a.nodes = append(a.nodes, node{word: t.known, row: t.row, ending: t.suffix[2], tag: uint32(tag) + 1, coarse: a.grammar.coarse[tag]})
	}
	a.nodes = append(a.nodes, node{word: 5, row: 0, tag: rootTag})
}

var transitions = [...]uint8{shift, left, right}

// transition finds the next transition, and asks if there are several.
func (a *Analysis) transition(act Chooser, gold *Gold) int {
	s := &a.state
	ok := s.can()
	var list [actions]uint8
	n := 0
	for _, t := range transitions {
		if ok[t] {
			list[n] = t
			n++
		}
	}
	if n == 1 {
		return int(list[0])
	}
	s.actFeatures(&a.bag)
	s.actRows(&a.rows)
	a.q = Question{Wide: a.bag.hashes, Deep: a.rows.list, Classes: list[:n]}
	if gold != nil {
		costs := s.costs(gold.Heads)
		a.costs = a.costs[:0]
		for _, t := range list[:n] {
			a.costs = append(a.costs, costs[t])
		}
		a.q.Costs = a.costs
	}
	return int(act(&a.q))
}

// relation finds the relation of an arc. In training, nothing is known of an arc
// that is wrong.
func (a *Analysis) relation(head, dep int32, rel Chooser, gold *Gold) uint8 {
	list := a.allowed[int(a.nodes[head].coarse)*(len(a.grammar.parts)+1)+int(a.nodes[dep].coarse)]
	switch len(list) {
	case 0:
		return 1
	case 1:
		return list[0]
	}
	s := &a.state
	s.relFeatures(&a.bag, head, dep)
	s.relRowsOf(&a.rows, head, dep)
	a.q = Question{Wide: a.bag.hashes, Deep: a.rows.list, Classes: list}
	if gold != nil && gold.Heads[dep] == head {
		a.costs = a.costs[:0]
		found := false
		for _, r := range list {
			c := 1
			if r == gold.Rels[dep] {
				c, found = 0, true
			}
			a.costs = append(a.costs, c)
		}
		if found {
			a.q.Costs = a.costs
		}
	}
	return rel(&a.q)
}
