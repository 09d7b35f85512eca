package parser

// Dictionary lists the tags that words can have, as a treebank shows them.
type Dictionary struct {
	Tags  []string         // "XPOS|UPOS", by number
	Open  []uint8          // the tags that a word can have which is not in Words
	Words map[string]Entry // by normal form
}

// Entry is a word of the dictionary.
type Entry struct {
	Tags []uint8 // that it was seen with, the commonest first
	Sure bool    // seen so often that it has no other tags
	Row  uint32  // its row in hidden layers, counted from 1; 0 if it is too rare for one
}

// token is a word as the tagger sees it.
type token struct {
	word   uint32 // hash of the normal form
	known  uint32 // the same; of its ending and shape, if the word is not known
	row    uint32
	shape  uint32
	suffix [4]uint32 // of 1 to 4 characters
	prefix [3]uint32
	class  uint32  // hash of the tags that it can have; of its ending, if it is not known
	tags   []uint8 // that it can have
}

// outside stands for the words before the first and after the last.
var outside = token{word: 1, known: 1, row: 1, shape: 1 << 10, class: 1}

// UnknownRow is the row of the words that have none.
const UnknownRow = 2

// token looks a word up.
func (d *Dictionary) token(form string) token {
	n := Normal(form)
	t := token{word: hashString(n), shape: shape(form), row: UnknownRow}
	for i := range t.suffix {
		t.suffix[i] = suffix(n, i+1)
	}
	for i := range t.prefix {
		t.prefix[i] = prefix(n, i+1)
	}
	e, ok := d.Words[n]
	if !ok {
		t.tags = d.Open
		t.class = mix(mix(3, t.suffix[1]), t.shape)
		t.known = t.class
		return t
	}
	t.known = t.word
	t.class = 2
	for _, tag := range e.Tags {
		t.class = mix(t.class, uint32(tag))
	}
	if e.Row > 0 {
		t.row = e.Row + UnknownRow
	}
	t.tags = e.Tags
	if !e.Sure {
		t.tags = d.open(e.Tags)
	}
	return t
}

// open gives the tags of a word that was not seen often: these, and the open ones.
func (d *Dictionary) open(tags []uint8) []uint8 {
	var has [MaxTags]bool
	out := make([]uint8, 0, len(tags)+len(d.Open))
	for _, t := range tags {
		has[t] = true
		out = append(out, t)
	}
	for _, t := range d.Open {
		if !has[t] {
			out = append(out, t)
		}
	}
	return out
}
