package parser

// node is a word as the parser sees it.
type node struct {
	word   uint32 // hash of the normal form, or of the ending of an unknown word
	row    uint32 // the word's in hidden layers
	ending uint32 // hash of its last three characters
	tag    uint32 // its tag's number and 1; 0 = outside
	coarse uint32 // the number of its UPOS
}

// state is a configuration of the arc-hybrid transition system (Kuhlmann, Gómez-
// Rodríguez and Satta 2011): a stack of words whose heads are not known, a buffer
// of words to come, and the arcs. Words count from 1; 0 is the place outside, and
// the root stands behind the last word.
type state struct {
	n        int // words
	nodes    []node
	stack    []int32
	next     int32 // first word of the buffer
	arcs     []arc
	guess    []int32
	guessRel []uint8
}

// arc is a word's head and relation, and its dependents so far: the outermost and
// the next on each side, how many there are, and the set of their relations.
type arc struct {
	head, left, left2, right, right2 int32
	lefts, rights                    uint32
	leftSet, rightSet                uint64
	rel                              uint8
}

// The transitions. left hangs the top of the stack on the first word of the
// buffer, right on the word under it.
const (
	shift = iota
	left
	right
	actions // how many there are
)

// start begins a sentence. nodes[0] is the place outside, the last node the root.
func (s *state) start(nodes []node) {
	s.nodes = nodes
	s.n = len(nodes) - 2
	s.stack = s.stack[:0]
	s.next = 1
	if cap(s.arcs) < len(nodes) {
		s.arcs = make([]arc, len(nodes)*2)
	}
	s.arcs = s.arcs[:len(nodes)]
	clear(s.arcs)
}

func (s *state) root() int32 { return int32(s.n + 1) }

// done: all words but the root's have their heads.
func (s *state) done() bool { return len(s.stack) == 0 && s.next == s.root() }

// can reports which transitions are possible. Only one word may hang on the root.
func (s *state) can() (ok [actions]bool) {
	ok[shift] = s.next < s.root()
	ok[left] = len(s.stack) > 0 && (s.next < s.root() || len(s.stack) == 1)
	ok[right] = len(s.stack) > 1
	return ok
}

// arcOf tells what a transition would join: head and dependent.
func (s *state) arcOf(action int) (head, dep int32) {
	dep = s.stack[len(s.stack)-1]
	if action == left {
		return s.next, dep
	}
	return s.stack[len(s.stack)-2], dep
}

// do takes a transition; rel is the relation of the arc that it makes.
func (s *state) do(action int, rel uint8) {
	if action == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	head, dep := s.arcOf(action)
	s.stack = s.stack[:len(s.stack)-1]
	s.arcs[dep].head, s.arcs[dep].rel = head, rel
	a := &s.arcs[head]
	if action == left {
		a.left, a.left2 = dep, a.left
		a.lefts++
		a.leftSet |= 1 << (rel % 64)
		return
	}
	a.right, a.right2 = dep, a.right
	a.rights++
	a.rightSet |= 1 << (rel % 64)
}

// costs counts, for each of the transitions, the arcs of the right tree that can
// no longer be made after it (the dynamic oracle of Goldberg and Nivre 2013).
// gold[i] is the head of word i; n+1 stands for the root.
func (s *state) costs(gold []int32) (c [actions]int) {
	s0, s1 := s.top(0), s.top(1)
	b := s.next
	if s0 > 0 {
		lost := 0 // popping the top loses its dependents in the buffer
		for d := b; d <= int32(s.n); d++ {
			if gold[d] == s0 {
				lost++
			}
		}
		c[left], c[right] = lost, lost
		if g := gold[s0]; g > b || s1 > 0 && g == s1 {
			c[left]++
		}
		if gold[s0] >= b {
			c[right]++
		}
	}
	if b == s.root() {
		return c
	}
	for i, w := range s.stack {
		if gold[w] == b {
			c[shift]++
		}
		if gold[b] == w && i < len(s.stack)-1 {
			c[shift]++
		}
	}
	return c
}

// top is the k-th word of the stack from above, 0 if there is none.
func (s *state) top(k int) int32 {
	if k >= len(s.stack) {
		return 0
	}
	return s.stack[len(s.stack)-1-k]
}

// ahead is the k-th word of the buffer, the root among them, 0 behind it.
func (s *state) ahead(k int32) int32 {
	if s.next+k > s.root() {
		return 0
	}
	return s.next + k
}

// beside is the node of word i, the place outside where there is none.
func (s *state) beside(i int32) *node {
	if i < 1 || i > s.root() {
		return &s.nodes[0]
	}
	return &s.nodes[i]
}
