package parser

// Question is a choice that the analysis of a sentence comes to: one class out of
// Classes. Wide are the features that speak for classes one by one, as hashes; Deep
// are the rows that the hidden layer adds up. Both are valid until the next
// question.
type Question struct {
	Wide, Deep []uint32
	Classes    []uint8
	// Costs says, in training, what each of the classes costs: nil if nothing is
	// known, which is always so at run time.
	Costs []int
}

// Chooser answers questions.
type Chooser func(q *Question) uint8

// bag collects the hashes of features; each template has a number of its own.
type bag struct {
	hashes   []uint32
	template uint32
}

func (b *bag) start(first uint32) { b.hashes, b.template = b.hashes[:0], first }

func (b *bag) next() uint32 {
	b.template++
	return b.template * 0x85EBCA6B
}

func (b *bag) one(v uint32)         { b.hashes = append(b.hashes, mix(b.next(), v)) }
func (b *bag) two(v, w uint32)      { b.hashes = append(b.hashes, mix(mix(b.next(), v), w)) }
func (b *bag) three(v, w, x uint32) { b.hashes = append(b.hashes, mix(mix(mix(b.next(), v), w), x)) }
func (b *bag) four(v, w, x, y uint32) {
	b.hashes = append(b.hashes, mix(mix(mix(mix(b.next(), v), w), x), y))
}
func (b *bag) five(v, w, x, y, z uint32) {
	b.hashes = append(b.hashes, mix(mix(mix(mix(mix(b.next(), v), w), x), y), z))
}
