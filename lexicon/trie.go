package lexicon

// trie finds runs of folded tokens. Its nodes are numbers, the root is 0; what ends
// at a node is kept, by the node's number, by whoever builds the trie. Two maps for
// the whole trie take a fraction of the memory and time of a map for each node.
type trie struct {
	ids   map[string]uint32 // folded token → its number
	edges map[uint64]uint32 // node and token → the next node
	nodes uint32
}

// newTrie makes an empty trie with room for about so many nodes.
func newTrie(nodes int) *trie {
	return &trie{ids: make(map[string]uint32, nodes/2), edges: make(map[uint64]uint32, nodes), nodes: 1}
}

func edge(node, id uint32) uint64 { return uint64(node)<<32 | uint64(id) }

// step follows a token; ok is false where nothing goes on with it.
func (t *trie) step(node uint32, fold string) (next uint32, ok bool) {
	id, ok := t.ids[fold]
	if !ok {
		return 0, false
	}
	next, ok = t.edges[edge(node, id)]
	return next, ok
}

// grow follows a token and adds what is missing.
func (t *trie) grow(node uint32, fold string) uint32 {
	id, ok := t.ids[fold]
	if !ok {
		id = uint32(len(t.ids))
		t.ids[fold] = id
	}
	next, ok := t.edges[edge(node, id)]
	if !ok {
		next = t.nodes
		t.nodes++
		t.edges[edge(node, id)] = next
	}
	return next
}

// at gives what ends at a node, the zero value where nothing does.
func at[T any](ends []T, node uint32) T {
	if int(node) >= len(ends) {
		var none T
		return none
	}
	return ends[node]
}

// room makes ends long enough for a node.
func room[T any](ends []T, node uint32) []T {
	if n := int(node) + 1 - len(ends); n > 0 {
		ends = append(ends, make([]T, n)...)
	}
	return ends
}
