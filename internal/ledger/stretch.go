package ledger

import (
	"cmp"
	"slices"
)

// stretches are days, as intervals in order that neither meet nor touch.
type stretches []interval

func (s *stretches) add(v interval) {
	i, _ := slices.BinarySearchFunc(*s, v.lo-1, func(x interval, lo int) int { return cmp.Compare(x.hi, lo) })
	j := i
	for j < len(*s) && (*s)[j].lo <= v.hi+1 {
		v = v.hull((*s)[j])
		j++
	}
	*s = slices.Replace(*s, i, j, v)
}

// at is the index of the first stretch that ends on the day or later.
func (s stretches) at(day int) int {
	i, _ := slices.BinarySearchFunc(s, day, func(x interval, day int) int { return cmp.Compare(x.hi, day) })
	return i
}

func (s stretches) meets(v interval) bool {
	i := s.at(v.lo)
	return i < len(s) && s[i].lo <= v.hi
}

func (s stretches) covers(v interval) bool {
	i := s.at(v.lo)
	return i < len(s) && s[i].contains(v)
}
