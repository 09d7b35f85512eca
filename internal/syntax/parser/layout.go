package parser

// Kind is what stands at a place of a hidden layer's question. Places of one kind take
// their values from one list: in training they share what is known of a value.
type Kind uint8

const (
	WordKind Kind = iota
	tagKind
	relKind
	shapeKind
	classKind
	endingKind               // of three characters
	endKind                  // of one to four characters: kinds of their own
	beginKind  = endKind + 4 // of two and three
	countKind  = beginKind + 2
	farKind    = countKind + 1 // a distance and its side
	Kinds      = farKind + 1   // how many
)

// kindRows is how many values a kind has: powers of two.
var kindRows = [Kinds]uint32{
	WordKind:  1024, // at most MaxRows words have rows
	tagKind:   128,  // at most MaxTags tags, and none
	relKind:   64,   // at most MaxRelations relations, and none
	shapeKind: 256, classKind: 1024, endingKind: 1024,
	endKind: 2048, endKind + 1: 2048, endKind + 2: 2048, endKind + 3: 2048,
	beginKind: 2048, beginKind + 1: 2048,
	countKind: countRows, farKind: 2 * countRows,
}

// countRows is how many numbers a count tells apart; larger ones are taken as the last.
const countRows = 8

// rootTag stands at the root's places as its tag.
const rootTag = 127

// MaxRows, MaxTags and MaxRelations are how many words with rows, tags and
// relations there may be.
const MaxRows, MaxTags, MaxRelations = 1024 - 4, 128 - 4, 64 - 2

// Layout is the places of a hidden layer, in the order in which a question fills them.
type Layout []Place

// Place is a stretch of a hidden layer's rows, one for each value of its kind.
type Place struct {
	Kind   Kind
	First  uint32 // its row for value 0
	Values uint32
}

// Rows is how many rows a layer has.
func (l Layout) Rows() int {
	last := l[len(l)-1]
	return int(last.First + last.Values)
}

// add appends places of these kinds, so many times.
func (l Layout) add(times int, kinds ...Kind) Layout {
	for range times {
		for _, k := range kinds {
			p := Place{Kind: k, Values: kindRows[k]}
			if len(l) > 0 {
				p.First = uint32(l.Rows())
			}
			l = append(l, p)
		}
	}
	return l
}

// rows collects the rows of a question: a value for each place of the layout.
type rows struct {
	layout Layout
	list   []uint32
}

func (r *rows) start(l Layout) { r.layout, r.list = l, r.list[:0] }

// add takes the row of a value in the next place; larger values wrap around.
func (r *rows) add(value uint32) {
	p := &r.layout[len(r.list)]
	r.list = append(r.list, p.First+value&(p.Values-1))
}
